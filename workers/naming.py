"""
What an issue is called: by a number that the customer gave, or by the subject that it began with.

The name goes into lists and into a sentence to the customer, so what somebody may have written to do harm, or by
mistake, names nothing: markup, links, mentions, placeholders, letters that run from the right, secrets.
"""

import re
from dataclasses import dataclass
from typing import Final

from integration.model import Channel, Evidence, Fact, Role
from integration.saying import Saying
from workers import folding, sensitive
from workers.context import TicketView
from workers.timeline import Kind
from workers.words.facts import REFERENCE_KINDS
from workers.words.stopwords import SUBJECT_NOISE

LONGEST: Final = 60
"""A longer subject fits no line."""
_GENERAL: Final = ("customer_number", "serial_number", "contract_number")
"""Numbers that name the customer or what they have, not this issue; but a contract with letters may be one rental."""
_CODE: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z/ -]{0,38}[0-9A-Za-z]")
_PLAIN: Final = re.compile(r"[0-9A-Za-zÀ-ɏ][0-9A-Za-zÀ-ɏ ,;:!?¿¡'’&/+#%€$£().-]*")  # noqa: RUF001 - the curly apostrophe
_LIVE: Final = re.compile(r"//|www\b|\w\.\w{2}|\w:\S|&\w+;", re.IGNORECASE)
"""What a program may take for a link, a scheme or an entity."""
_REPLY: Final = re.compile(r"(?:(?:re|fwd?|aw|wg|tr|rv|res|enc|r|i)\s*:\s*)+", re.IGNORECASE)
_NOISE: Final = re.compile(SUBJECT_NOISE)
"""What the helpdesk itself calls a chat or call ("Conversation with Ana Ruiz")."""


@dataclass(frozen=True, slots=True)
class Name:
    """What an issue is called in one language, and where that comes from: the value or subject as a quote."""

    said: str
    evidence: Evidence


def about(view: TicketView, saying: Saying) -> Name | None:
    """Return the number that was given most often, else the first contact's subject; None where it has no name."""
    fact = _number(view)
    if fact is not None:
        source = fact.evidence
        return Name(_noun(fact, saying), Evidence(source.ticket, source.at, fact.value, source.comment_id, source.role))
    first = view.issue.contacts[0] if view.issue.contacts else None
    subject = _subject(first.subject) if first is not None else None
    if first is None or subject is None:
        return None
    # who answers the telephone gives the ticket its subject
    role = Role.AGENT if first.channel == Channel.PHONE else Role.CUSTOMER
    evidence = Evidence(first.ref, first.created_at, subject, role=role)
    return Name(saying.say("“{subject}”", subject=subject), evidence)


def _number(view: TicketView) -> Fact | None:
    """Return the fact whose number was given most often; it needs a word for what it numbers, or a series' form."""
    given = [f for c in view.lived(Kind.CUSTOMER) for f in view.reading(c).facts if f.kind in REFERENCE_KINDS]
    general = {f.value for f in given if f.kind in _GENERAL and (f.kind != "contract_number" or f.value[:1].isdigit())}
    named: dict[str, list[Fact]] = {}
    for fact in given:
        if fact.value not in general and _CODE.fullmatch(fact.value) and not sensitive.find(fact.value):
            named.setdefault(fact.value, []).append(fact)
    for value in sorted(named, key=lambda value: -len(named[value])):  # stable: the first of equals
        known = next((f for f in named[value] if f.kind != "reference"), None)
        if known is not None or sensitive.SERIES.fullmatch(value):
            return known or named[value][0]
    return None


def _noun(fact: Fact, saying: Saying) -> str:
    value, say = fact.value, saying.say
    nouns = {
        "order_number": say("order {value}", value=value),
        "invoice_number": say("invoice {value}", value=value),
        "booking_number": say("booking {value}", value=value),
        "contract_number": say("contract {value}", value=value),
        "claim_number": say("case {value}", value=value),
        "tracking_number": say("parcel {value}", value=value),
    }
    return nouns.get(fact.kind, value)


def _subject(subject: str) -> str | None:
    """Return a subject that can stand in a sentence; None where it is none of the customer's or unfit for it."""
    plain = _REPLY.sub("", subject.strip(), count=1).strip(" .")
    if not _NOISE.sub("", folding.fold(plain)).strip():
        return None
    if not 0 < len(plain) <= LONGEST or not _PLAIN.fullmatch(plain) or _LIVE.search(plain) or sensitive.find(plain):
        return None
    return plain
