"""What an issue is called: by a number that the customer gave, or by the subject that it began with."""

from typing import Final

from workers.context import TicketView
from workers.timeline import Kind
from workers.words.facts import REFERENCE_KINDS

LONGEST: Final = 60
"""A longer subject fits no line."""
_GENERAL: Final = ("customer_number", "serial_number", "contract_number")
"""Numbers that name the customer or what they have, not this issue; but a contract with letters may be one rental."""


def about(view: TicketView) -> str | None:
    """Return the number that was given most often, else the first subject; None where the issue has no name."""
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
    return f"“{subject}”" if 0 < len(subject) <= LONGEST else None
