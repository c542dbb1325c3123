"""Record ids: 15 characters that name the record, and three that check their case."""

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_CHECK = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
_POD = "5g0"

SHORT = 15
LONG = 18


def checksum(short: str) -> str:
    """Return the three characters that follow a 15-character id: which of its letters are capitals."""
    groups = (short[0:5], short[5:10], short[10:15])
    return "".join(_CHECK[sum(1 << i for i, c in enumerate(group) if "A" <= c <= "Z")] for group in groups)


def make_id(prefix: str, number: int) -> str:
    """Return the 18-character id of the `number`-th record of the object that `prefix` names."""
    digits = ""
    while number:
        number, rest = divmod(number, 62)
        digits = _DIGITS[rest] + digits
    short = prefix + _POD + digits.rjust(SHORT - len(prefix) - len(_POD), "0")
    return short + checksum(short)


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
