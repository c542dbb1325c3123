"""
One line for lists and views: what the customer has lived through, in plain words; only where a flag says so.

Example: "Third contact about invoice INV-2026-0412 · Asked again: order number".
"""

from typing import Final

from integration.model import HEADLINE_BETWEEN, Flag
from workers import naming
from workers.context import TicketView
from workers.flags import asked_again
from workers.flags.repeat_contact import nth_contact

MAX_CHARACTERS: Final = 180
_LONGEST_QUOTE: Final = 90


def write(view: TicketView, flags: tuple[Flag, ...]) -> str | None:
    """Return the line; None without a flag."""
    # what sums up the others is said only where it is alone
    said = [_say(view, flag) for flag in flags if flag.kind != "good_score_bad_experience"]
    if not said:
        return None
    line, *rest = said
    for more in rest:
        if len(line) + len(more) + len(HEADLINE_BETWEEN) > MAX_CHARACTERS:
            break
        line += HEADLINE_BETWEEN + more
    return line


def _say(view: TicketView, flag: Flag) -> str:
    if flag.kind == "repeat_contact":
        return _repeat(view, flag)
    if flag.kind == "unanswered_question":
        quote = flag.evidence[0].quote or ""
        if 0 < len(quote) <= _LONGEST_QUOTE:
            return view.saying.say("Question not answered: “{quote}”", quote=quote)
    if flag.kind == "asked_again":
        return asked_again.in_a_line(view).rstrip(".")
    return flag.lived.rstrip(".")


def _repeat(view: TicketView, flag: Flag) -> str:
    name, contacts, say = naming.about(view, view.saying), len(flag.evidence) + 1, view.saying.say
    if name is None:
        return nth_contact(view, contacts).rstrip(".")
    about = name.said
    sentences = {
        2: say("Second contact about {about}", about=about),
        3: say("Third contact about {about}", about=about),
        4: say("Fourth contact about {about}", about=about),
    }
    return sentences.get(contacts) or say("Contact number {n} about {about}", n=contacts, about=about)
