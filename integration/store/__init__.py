"""
Store: the only thing that commits.

Every method is one transaction. What has to be done next is committed with the change that causes it, so a lost broker
or a killed worker loses nothing.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from integration.connection import Connection
from integration.model import (
    Annotation,
    Comment,
    ContactRef,
    CustomerHistory,
    Note,
    Page,
    Reading,
    Receipt,
    Signature,
    SolvedTicket,
    Ticket,
    TicketRef,
)
from integration.store import (
    credentials,
    cursors,
    customers,
    erasing,
    formulas,
    histories,
    jobs,
    outbreaks,
    reports,
    writebacks,
)
from integration.store import solved as solved_tickets
from integration.store.audit import Act, Change, Choices
from integration.store.backlog import Parked
from integration.store.choosing import Choosing
from integration.store.erasing import FIELDS as REDACT_FIELDS
from integration.store.erasing import UNSEEN as UNSEEN_NOTE
from integration.store.jobs import Claim, Job
from integration.store.joining import Explained
from integration.store.leaving import Written
from integration.store.outbox import ASSESS_LANE, lane
from integration.store.outbreaks import GATHER
from integration.store.pages import Saved, save_page, save_stamp
from integration.store.status import Status, load_status

GATHER_LANE = GATHER.lane
FORMULA_TICKETS = formulas.LEAST_TICKETS

__all__ = [
    "ASSESS_LANE",
    "FORMULA_TICKETS",
    "GATHER_LANE",
    "REDACT_FIELDS",
    "UNSEEN_NOTE",
    "Act",
    "Change",
    "Choices",
    "Claim",
    "Explained",
    "Job",
    "Parked",
    "Saved",
    "Status",
    "Store",
    "Written",
    "lane",
]


class Store(Choosing):
    """All that Sidelight remembers. Safe to use from several threads and processes at once."""

    # Connections

    def save_connection(self, noun: Connection, now: datetime) -> None:
        """Save a connection with its credential, encrypted."""
        with self._write() as tx:
            self._vault.save(tx, noun, now)

    def load_connections(self) -> list[Connection]:
        """Return all connections, decrypted; CredentialError where a key is missing."""
        with self._read() as tx:
            return self._vault.load(tx)

    def connection_ids(self) -> list[str]:
        """Return the ids of all connections; needs no key."""
        with self._read() as tx:
            return credentials.connection_ids(tx)

    def rotate_keys(self) -> int:
        """Encrypt all credentials again with the first key; return how many connections."""
        with self._write() as tx:
            return self._vault.rotate(tx)

    # Pages and histories

    def save_pull(
        self,
        connection: str,
        streams: tuple[str, ...],
        stream: str,
        page: Page,
        keys: Mapping[ContactRef, Sequence[customers.Key]],
        now: datetime,
        *,
        read_from: str | None,
    ) -> Saved:
        """
        Save one page of a stream with its cursor.

        The cursor moves only where it still stands at `read_from`, the page's beginning: a stream that was set back to
        its start while the page was on its way stays set back (`Saved.in_place` tells). The rows are saved either way.

        While a connection's first backfill runs, its customers are not assessed: half a history would be judged. With
        the page that completes it, all of them become due.
        """
        with self._write() as tx:
            cursors.begin(tx, connection, streams)
            in_place = cursors.stands_at(tx, connection, stream, read_from)
            was_complete = cursors.is_complete(tx, connection, streams)
            saved = save_page(tx, connection, page, keys, now, judged=was_complete)
            if in_place:
                cursors.save_cursor(tx, connection, stream, page.cursor, saved.rows, complete=not page.has_more)
            if was_complete:
                jobs.put(tx, [Job("assess", c, ASSESS_LANE) for c in sorted(saved.customers)], now)
            elif not page.has_more and cursors.is_complete(tx, connection, streams):
                jobs.put_each(tx, "assess", cursors.customers_with_tickets(connection), ASSESS_LANE, now)
        return replace(saved, in_place=in_place)

    def save_sync(
        self, connection: str, page: Page, keys: Mapping[ContactRef, Sequence[customers.Key]], now: datetime
    ) -> Saved:
        """Save tickets that were fetched because of a hint; their customers become due at once."""
        with self._write() as tx:
            saved = save_page(tx, connection, page, keys, now)
            jobs.put(tx, [Job("assess", c, ASSESS_LANE, urgent=True) for c in sorted(saved.customers)], now)
        return saved

    def load_cursor(self, connection: str, stream: str) -> str | None:
        """Return where the last page of a stream ended; None before the first."""
        with self._read() as tx:
            return cursors.load_cursor(tx, connection, stream)[0]

    def restart_backfill(self, connection: str, now: datetime) -> None:
        """Read everything of a connection again from the start, soon."""
        with self._write() as tx:
            cursors.restart(tx, connection)
            jobs.put(tx, [Job("pull", connection, lane("pull", connection))], now)

    def load_histories(self, customer_ids: Sequence[str]) -> list[CustomerHistory]:
        """Return all that is known of these customers, in one consistent look; unknown ones are left out."""
        with self._read() as tx:
            return histories.load_histories(tx, customer_ids)

    def find_customers(self, refs: Sequence[ContactRef]) -> dict[ContactRef, str]:
        """Return the customer ids of those contacts that are stored."""
        with self._read() as tx:
            return customers.find(tx, refs)

    def load_tickets(self, refs: Sequence[TicketRef]) -> dict[TicketRef, Ticket]:
        """Return those of the tickets that are stored."""
        with self._read() as tx:
            return histories.load_tickets(tx, refs)

    def load_note(self, connection: str, note_id: str) -> str | None:
        """Return the text of a note of ours as it should be, by its comment's id or as `note:KEY`; None without one."""
        with self._read() as tx:
            return erasing.load_note(tx, connection, note_id)

    def forget_note(self, connection: str, note_id: str) -> None:
        """Forget a note that had not come back, and now stands on its ticket as it should."""
        with self._write() as tx:
            erasing.forget_notes(tx, connection, [note_id.removeprefix(erasing.UNSEEN)])

    # Thinking and writing

    def save_assessment(
        self,
        readings: Mapping[str, Sequence[Reading]],
        annotations: Sequence[Annotation],
        now: datetime,
        read: Sequence[Comment] = (),
        urgent: Collection[TicketRef] = (),
        openings: Mapping[str, Sequence[Signature]] | None = None,
        solved: Mapping[TicketRef, SolvedTicket | None] | None = None,
        formulas_held: Collection[str] = (),
    ) -> list[TicketRef]:
        """
        Save what was read (by connection) and concluded; tickets whose annotation differs become due to be written.

        `read` holds the comments as they were read: one that was edited since then will be read again. `urgent` tickets
        are written before others. `openings` is what is compared with others' tickets, by customer; `solved` what each
        ticket tells of its team, if anything; `formulas_held` the keys of formulas that were known. Returns the tickets
        that became due.
        """
        with self._write() as tx:
            # first: who waits for a turn holds nothing that others wait for
            anew = formulas.save(tx, readings, formulas_held)
            for connection, nouns in readings.items():
                writebacks.save_readings(tx, connection, nouns, read)
            changed = writebacks.save_annotations(tx, annotations, now)
            compare = outbreaks.save_signatures(tx, openings or {})
            due = [Job("publish", str(ref), lane("publish", ref.connection), urgent=ref in urgent) for ref in changed]
            solved_tickets.save(tx, solved or {}, now)
            jobs.put(tx, [*compare, *due], now)
            jobs.put(tx, [Job("assess", customer, ASSESS_LANE) for customer in anew], now)
        return changed

    def load_annotations(self, refs: Sequence[TicketRef]) -> dict[TicketRef, Annotation]:
        """Return the annotations of those of the tickets that have one."""
        with self._read() as tx:
            return writebacks.load_annotations(tx, refs)

    def load_receipts(self, refs: Sequence[TicketRef]) -> dict[TicketRef, Receipt]:
        """Return the receipts of those of the tickets that were written."""
        with self._read() as tx:
            return writebacks.load_receipts(tx, refs)

    def take_action(self, key: str, ticket: TicketRef, now: datetime) -> list[str] | None:
        """Take a write for this worker; None where another has it, else keys of earlier tries whose end is unknown."""
        with self._write() as tx:
            return writebacks.take_action(tx, key, ticket, now, self._lease)

    def finish_action(
        self, key: str, receipt: Receipt, stamp: str | None, now: datetime, note: Note | None = None
    ) -> None:
        """Mark a write as done, save its receipt, its note, and the ticket's new stamp where the helpdesk told it."""
        with self._write() as tx:
            writebacks.finish_action(tx, key, receipt.ticket, now)
            writebacks.save_receipts(tx, [receipt])
            if note is not None:
                erasing.save_note(tx, receipt.ticket, note)
            if stamp is not None:
                save_stamp(tx, receipt.ticket, stamp)

    def expire_action(self, key: str, now: datetime) -> None:
        """Let go of a write whose effect is not known: the next look for its note comes before the next try."""
        with self._write() as tx:
            writebacks.expire_action(tx, key, now)

    # Reports

    def count(self, name: str) -> None:
        """Add one to a named counter."""
        with self._write() as tx:
            reports.count(tx, name)

    def status(self, now: datetime) -> Status:
        """Return how things stand."""
        with self._read() as tx:
            return load_status(tx, now)

    def add_stage(self, name: str, items: int, busy_s: float) -> None:
        """Add work to a stage's sums."""
        with self._write() as tx:
            reports.add_stage(tx, name, items, busy_s)
