"""Amounts of money, compared by value and currency: "389 Euro" is "389,00 €"."""

import re
from decimal import Decimal
from typing import Final

_NUMBER: Final = re.compile(r"\d[\d.,]*")
_CURRENCIES: Final = (
    ("brl", re.compile(r"r\$|rea(?:l|is)|brl")),
    ("eur", re.compile(r"€|eur")),
    ("gbp", re.compile(r"£|gbp|pound")),
    ("usd", re.compile(r"\$|usd|dollar")),
)
_THOUSANDS: Final = 3
"""Digits behind a single mark that make it one of thousands ("1.299")."""


def key(amount: str) -> str:
    """Return what two amounts share exactly where they are the same sum in the same currency."""
    folded = amount.casefold()
    number = _NUMBER.search(folded)
    if number is None:
        return folded
    rest = folded[: number.start()] + folded[number.end() :]
    currency = next((name for name, pattern in _CURRENCIES if pattern.search(rest)), rest.strip())
    return f"{_value(number.group().rstrip('.,')).normalize():f} {currency}"


def _value(digits: str) -> Decimal:
    """Return a number whose decimal mark is its last one, unless three digits follow the only kind of mark in it."""
    marks = [c for c in digits if not c.isdigit()]
    whole, mark, part = digits.rpartition(marks[-1]) if marks else (digits, "", "")
    if not mark or (len(set(marks)) == 1 and (len(part) == _THOUSANDS or len(marks) > 1)):
        return Decimal(re.sub(r"\D", "", digits))
    return Decimal(re.sub(r"\D", "", whole) + "." + part)
