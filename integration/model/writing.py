"""What goes back to the helpdesk, and what comes of it: writes, results, receipts; hints and findings."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from integration.model.helpdesk import TicketRef
from integration.model.thinking import Frustration

NOTE_KEY = re.compile(r"\bsidelight:([0-9a-f]{16})\b")
"""How a private note of ours carries its action key, and how it is recognised when the helpdesk gives it back."""


FIELD_NAMES = frozenset({"headline", "flags", "contacts", "frustration", "effort", "promise_due", "annotation"})
"""Our fields on a ticket, by the names that they have in `FieldValues`."""


@dataclass(frozen=True, slots=True)
class FieldValues:
    """
    The values of our fields on one ticket. None empties a field, unless `written` leaves it out.

    `flags` are flag kinds without prefix. `annotation` is the JSON text, at most 6 kB of UTF-8.
    """

    headline: str | None = None
    flags: tuple[str, ...] = ()
    contacts: int | None = None
    frustration: Frustration | None = None
    effort: int | None = None
    promise_due: date | None = None
    annotation: str | None = None
    written: frozenset[str] = FIELD_NAMES
    """Names of the fields that are sent; others are left alone, whatever they hold (an admin has turned them off)."""


@dataclass(frozen=True, slots=True)
class Note:
    """One private note. `text` for helpdesks without HTML, `html` for those with it; both hold `sidelight:KEY`."""

    key: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Write:
    """
    One change to one ticket, sent as one call: fields, tags (through the flags) and at most one private note.

    There is no way to say "public" here, by design: nothing that Sidelight writes reaches a customer.
    """

    ticket: TicketRef
    key: str
    """Unique action key (16 hex digits): the same decision has the same key, so two workers never send it twice."""
    fields: FieldValues
    note: Note | None = None
    stamp: str | None = None
    """The ticket's own last-change stamp when this was decided; the connector refuses to overwrite a newer one."""


class Outcome(StrEnum):
    """How one write ended."""

    DONE = "done"
    CONFLICT = "conflict"
    """The ticket changed meanwhile: fetch it, decide again."""
    CLOSED = "closed"
    """The helpdesk no longer lets anybody change the ticket; what we know stays in our store."""
    GONE = "gone"
    RETRY = "retry"
    REFUSED = "refused"
    """It will never work as it is; `reason` says why."""


@dataclass(frozen=True, slots=True)
class WriteResult:
    """What became of one write. Connectors return one for each, in the order of the writes."""

    ticket: TicketRef
    outcome: Outcome
    note_id: str | None = None
    stamp: str | None = None
    """The ticket's stamp after the write, where the vendor says it."""
    reason: str | None = None
    retry_after_s: float | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What we last wrote on a ticket."""

    ticket: TicketRef
    fields_hash: str
    flags: tuple[str, ...] = ()
    evidence_keys: tuple[str, ...] = ()
    """One key for each piece of flag evidence that a note has told already."""
    note_key: str | None = None
    note_at: datetime | None = None
    written_at: datetime | None = None
    solved: bool = False
    """Whether the one write that solving causes has been made."""


@dataclass(frozen=True, slots=True)
class Hint:
    """
    What a verified push named: tickets to fetch again. Only a hint: nothing in it is believed but the ids.

    `invocation_id` lets a repeated delivery be recognised; None where the vendor gives none.
    """

    tickets: tuple[TicketRef, ...]
    invocation_id: str | None = None
    by_us: bool = False
    """Caused by our own write."""
    answer: str | None = None
    """XML that the vendor takes as our word that the push was received; None where any success will do."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that `doctor` checked: what it is, whether it is all right, and what to do where it is not."""

    subject: str
    ok: bool
    says: str
    remedy: str | None = None
