"""Record ids: 15 characters that name the record, and three that check their case."""

from functools import lru_cache

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_CHECK = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
_POD = "5g0"

SHORT = 15
LONG = 18


def checksum(short: str) -> str:
    """Return the three characters that follow a 15-character id: which of its letters are capitals."""
    groups = (short[0:5], short[5:10], short[10:15])
    return "".join(_CHECK[sum(1 << i for i, c in enumerate(group) if "A" <= c <= "Z")] for group in groups)


_PAIRS = tuple(high + low for high in _DIGITS for low in _DIGITS)
# what the last two characters of an id add to the mask of its last group of five
_PAIR_MASKS = tuple(("A" <= p[0] <= "Z") << 3 | ("A" <= p[1] <= "Z") << 4 for p in _PAIRS)
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}


def make_id(prefix: str, number: int) -> str:
    """Return the 18-character id of the `number`-th record of the object that `prefix` names."""
    high, low = divmod(number, len(_PAIRS))
    head, checks, mask = _head(prefix, high)
    return f"{head}{_PAIRS[low]}{checks}{_CHECK[mask | _PAIR_MASKS[low]]}"


def number_of(record_id: str) -> int:
    """Return the number that `make_id` made this id of."""
    number = 0
    for digit in record_id[len(_POD) + 3 : SHORT]:
        number = number * 62 + _VALUES[digit]
    return number


@lru_cache(maxsize=1024)
def _head(prefix: str, number: int) -> tuple[str, str, int]:
    """Return an id's characters but the last two, the first two of its checksum, and the mask of the last group."""
    digits = ""
    while number:
        number, rest = divmod(number, 62)
        digits = _DIGITS[rest] + digits
    head = prefix + _POD + digits.rjust(SHORT - 2 - len(prefix) - len(_POD), "0")
    check = checksum(head + "00")
    return head, check[:2], _CHECK.index(check[2])


def long_id(text: object) -> str | None:
    """Return the 18-character form of an id of either length, or None where `text` is no id."""
    if not isinstance(text, str) or not text.isascii() or not text.isalnum():
        return None
    if len(text) == SHORT:
        return text + checksum(text)
    if len(text) != LONG:
        return None
    return text if checksum(text[:SHORT]) == text[SHORT:] else _restored(text)


def _restored(text: str) -> str | None:
    """Return `text` with the capitals that its checksum asks for, as the vendor repairs an id whose case was lost."""
    short = ""
    for group in range(3):
        mask = _CHECK.find(text[SHORT + group].upper())
        if mask < 0:
            return None
        for i, c in enumerate(text[group * 5 : group * 5 + 5]):
            short += c.upper() if mask >> i & 1 else c.lower()
    repaired = short + checksum(short)
    return repaired if repaired[SHORT:] == text[SHORT:].upper() else None
