"""What of a ticket is compared with the customer's others: its words, its numbers, how it begins and how it ended."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from integration.model import Channel, Comment, Role, Ticket, TicketRef
from workers import asides, cleaning, continuity, facts, folding, sensitive, wording
from workers.codes import form_of
from workers.continuity import Ending, Opening
from workers.wording import Wording
from workers.words import stopwords as words

DUPLICATE_WITHIN: Final = timedelta(minutes=10)
DUPLICATE_LIKENESS: Final = 0.8
MIN_WORDS: Final = 5
"""Shorter openings ("hello") are alike by chance."""
MAX_TEXT: Final = 1500
"""Characters of a ticket that are compared; what it is about stands at its beginning."""

_SUBJECT_PREFIX = re.compile(words.SUBJECT_PREFIX, re.IGNORECASE)
_SUBJECT_NOISE = re.compile(words.SUBJECT_NOISE)
_NUMBER = re.compile(
    r"(?<![\w./:-])(?<!\d )[€$£]?(?:\d{1,3}(?:[.,]\d{3})+(?:[.,]\d\d)?|\d+(?:[.,]\d\d)?)(?![\w:/]|[.,]\d|-\w| \d)"
)
_CURRENCY = re.compile(r"\s?(?:€|£|\$|eur(?:os?)?\b|usd\b|gbp\b|pounds?\b|dollars?\b|reais\b)", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"(?:\b[a-z]{1,6}[-_/#]?)?\d{3,}[\w-]*")
"""Counted as codes and numbers, and not as words too."""
_WORDS: Final = re.compile(r"\w+")
_LETTERS = re.compile(r"[A-Z]+")


@dataclass(frozen=True, slots=True)
class Trace:
    """What of a ticket is compared."""

    ref: TicketRef
    opened_at: datetime
    subject: str
    """Folded, without "Re:" and what chats and calls are titled."""
    is_reply: bool
    text: str = field(repr=False)
    """What the customer said, the subject first, without asides, codes and long numbers (compared as such)."""
    worded: str = field(repr=False)
    """The same, folded: what its wording is read from."""
    rare: frozenset[str]
    """Its rare words."""
    codes: Mapping[str, str]
    """Code to its series: its form, the letters it begins with, or what it numbers."""
    customer_codes: frozenset[str]
    numbers: frozenset[str]
    """Amounts and bare numbers, without secrets."""
    amounts: frozenset[str]
    """Those with cents or a currency."""
    by_us: bool
    """An agent's note of a call: it does not tell what the customer said first."""
    begins: Opening
    ends: Ending
    linked: frozenset[TicketRef]
    opening: str = field(repr=False)
    """The first message, folded, spaces evened out: what an accidental second copy repeats."""

    @property
    def wording(self) -> Wording:
        """Its pieces, which are many times its size: kept for the latest tickets only."""
        return wording.read(self.worded)


def trace(ticket: Ticket, comments: Sequence[Comment]) -> Trace:
    """Return what is compared of a ticket: its subject and what the customer said, or the call's note."""
    telling = _telling(ticket, comments)
    bodies = [cleaning.clean(c.text) for c in telling]
    raw_subject = _SUBJECT_PREFIX.sub("", ticket.subject)
    subject = _SUBJECT_NOISE.sub("", folding.fold(raw_subject)).strip()
    text = "\n".join([raw_subject, *bodies])[:MAX_TEXT]
    folded = folding.fold(text)
    told = asides.without("\n".join([raw_subject if subject else "", *bodies])[:MAX_TEXT])
    folded_bodies = [folding.fold(b) for b in bodies]
    codes, customer_codes = _codes(text, folded)
    numbers, amounts = _numbers(text)
    worded = _LONG_NUMBER.sub(" ", asides.without("\n".join([subject, *folded_bodies])[:MAX_TEXT]))
    return Trace(
        ref=ticket.ref,
        opened_at=ticket.created_at,
        subject=subject,
        is_reply=raw_subject != ticket.subject,
        text=_blank(told, _LONG_NUMBER.finditer(folding.fold(told))),
        worded=worded,
        rare=wording.read(worded).rare,
        codes=codes,
        customer_codes=customer_codes,
        numbers=numbers,
        amounts=amounts,
        by_us=bool(telling) and telling[0].role != Role.CUSTOMER,
        begins=continuity.opening(subject, folded_bodies),
        ends=continuity.ending(ticket, comments),
        linked=frozenset(filter(None, (ticket.follow_up_of, ticket.merged_into, ticket.problem))),
        opening=" ".join((folded_bodies[0] if bodies else folded).split()),
    )


def is_duplicate(older: Trace, newer: Trace) -> bool:
    """Whether `newer` is the same text sent again by accident within ten minutes, perhaps with an apology for it."""
    if newer.opened_at - older.opened_at > DUPLICATE_WITHIN:
        return False
    if older.opening == newer.opening:
        return len(newer.opening.split()) >= MIN_WORDS
    ours, theirs = Counter(_WORDS.findall(older.opening)), Counter(_WORDS.findall(newer.opening))
    shorter = min(ours.total(), theirs.total())
    return shorter >= MIN_WORDS and (ours & theirs).total() >= DUPLICATE_LIKENESS * shorter


def _blank(text: str, places: Iterable[re.Match[str]]) -> str:
    for place in places:
        text = text[: place.start()] + " " * len(place.group()) + text[place.end() :]
    return text


def _telling(ticket: Ticket, comments: Sequence[Comment]) -> list[Comment]:
    customer = [c for c in comments if c.role == Role.CUSTOMER]
    if customer or ticket.channel != Channel.PHONE:
        return customer
    return [c for c in comments if c.role == Role.AGENT][:1]


def _codes(text: str, folded: str) -> tuple[dict[str, str], frozenset[str]]:
    codes: dict[str, str] = {}
    of_customer: set[str] = set()
    for code, start, _ in facts.codes(text):
        letters = _LETTERS.match(code)
        kind = facts.label_of(folded, start)
        series = form_of(code) or (letters.group() if letters and not code.isalpha() else kind)
        if series is None:
            continue
        if kind in ("customer_number", "contract_number", "card_last4") and not (kind == "contract_number" and letters):
            of_customer.add(code)
        else:
            codes[code] = series
    return codes, frozenset(of_customer)


def _numbers(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the numbers of a text, and those among them that are amounts of money."""
    for secret in sensitive.find(text):
        text = text[: secret.start] + " " * (secret.end - secret.start) + text[secret.end :]
    found = {m.span(): number for m in _NUMBER.finditer(text) if (number := _canonical(m.group()))}
    amounts = {
        number
        for (start, end), number in found.items()
        if not number.endswith(".00") or text[start] in "€$£" or _CURRENCY.match(text, end)
    }
    return frozenset(found.values()), frozenset(amounts)


def _canonical(number: str) -> str | None:
    """Write a number in one way ("1.380", "1,380.00" and "1380" are one); None for years and small counts."""
    digits = number.strip("€$£")
    cents = ""
    if len(digits) > 3 and digits[-3] in ".,":  # noqa: PLR2004 - two decimals
        digits, cents = digits[:-3], digits[-2:]
    digits = re.sub(r"\D", "", digits)
    if not digits or (not cents and (len(digits) < 3 or re.fullmatch(r"(?:19|20)\d\d", digits))):  # noqa: PLR2004 - small counts
        return None
    return f"{int(digits)}.{cents or '00'}"
