"""Which digits are a telephone number, by the numbering plans of the countries."""

import functools
from typing import Final

import phonenumbers

_HOMES: Final = ("GB", "ES", "DE", "FR", "PT", "IT", "US")
"""Countries whose numbers people write without the country."""
_NATIONAL_DIGITS: Final = range(9, 13)


@functools.lru_cache(maxsize=4096)
def is_international(number: str) -> bool:
    """Whether a number that begins with "+" or "00" is one: as long as its country's are with their area."""
    digits = "".join(c for c in number if c.isdigit())
    parsed = _parsed("+" + (digits if number.startswith("+") else digits.removeprefix("00")), None)
    if parsed is None:
        return False
    found = phonenumbers.is_possible_number_with_reason(parsed)
    return found == phonenumbers.ValidationResult.IS_POSSIBLE


@functools.lru_cache(maxsize=4096)
def may_be_national(number: str) -> bool:
    """Whether digits without a country are a telephone number in one of the countries that people write so."""
    digits = "".join(c for c in number if c.isdigit())
    if len(digits) not in _NATIONAL_DIGITS:
        return False
    read = (_parsed(digits, region) for region in _HOMES)
    return any(parsed is not None and phonenumbers.is_valid_number(parsed) for parsed in read)


def _parsed(number: str, region: str | None) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None
