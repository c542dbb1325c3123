"""
One sentence for lists and views: what the customer has lived through, in plain words; only where a flag says so.

Example: "Third contact about INV-2026-0412 in 12 days; asked again for the order number."
"""

from collections.abc import Callable
from typing import Final

from integration.model import Flag
from workers.context import TicketView
from workers.timeline import Kind
from workers.words.facts import REFERENCE_KINDS

MAX_CHARACTERS: Final = 180

_LONGEST_QUOTE: Final = 90
_GENERAL: Final = ("customer_number", "serial_number", "contract_number")
"""Numbers that name the customer or what they have, not this issue; but a contract with letters may be one rental."""

_ORDER: Final = ("repeat_contact", "promise_overdue", "asked_again", "unanswered_question")


def write(view: TicketView, flags: tuple[Flag, ...]) -> str | None:
    """Return the sentence; None without a flag."""
    found = {flag.kind: flag for flag in flags}
    said = [_SAYS[kind](view, found[kind]) for kind in _ORDER if kind in found]
    # A flag that has no words of its own here still says what was lived through.
    said += [flag.lived.rstrip(".") for flag in flags if flag.kind not in _SAYS]
    if not said:
        return None
    sentence, *rest = said
    for more in rest:
        if len(sentence) + len(more) + 3 > MAX_CHARACTERS:
            break
        sentence += "; " + more[0].lower() + more[1:]
    sentence = sentence[:1].upper() + sentence[1:]
    return sentence if sentence.endswith(("?”", "!”", ".”")) else sentence + "."


def about(view: TicketView) -> str:
    """Return what the issue is called: a number that the customer gave, or the first subject, or "the same thing"."""
    named: dict[str, int] = {}
    given = [f for c in view.lived(Kind.CUSTOMER) for f in view.reading(c).facts if f.kind in REFERENCE_KINDS]
    general = {
        f.value for f in given if f.kind in _GENERAL and not (f.kind == "contract_number" and f.value[0].isalpha())
    }
    for fact in given:
        if fact.value not in general and not fact.value.isdigit():
            named[fact.value] = named.get(fact.value, 0) + 1
    if named:
        return max(named, key=lambda value: named[value])
    subject = view.issue.tickets[0].subject.strip()
    return f"“{subject}”" if 0 < len(subject) <= 60 else "the same thing"  # noqa: PLR2004 - fits a line


def _repeat(view: TicketView, flag: Flag) -> str:
    ordinal, _, rest = flag.lived.rstrip(".").partition(" contact about the same thing")
    return f"{ordinal} contact about {about(view)}{rest}"


def _asked(view: TicketView, flag: Flag) -> str:  # noqa: ARG001 - all sayings have the same signature
    return flag.lived.rstrip(".") if flag.lived.startswith("Asked") else "Had to repeat what they had already told us"


def _promise(view: TicketView, flag: Flag) -> str:  # noqa: ARG001 - all sayings have the same signature
    return "Promise overdue: " + flag.lived.partition(";")[0]


def _question(view: TicketView, flag: Flag) -> str:  # noqa: ARG001 - all sayings have the same signature
    quote = flag.evidence[0].quote or ""
    return f"Question not answered: “{quote}”" if 0 < len(quote) <= _LONGEST_QUOTE else "Question not answered"


_SAYS: Final[dict[str, Callable[[TicketView, Flag], str]]] = {
    "repeat_contact": _repeat,
    "asked_again": _asked,
    "promise_overdue": _promise,
    "unanswered_question": _question,
}
