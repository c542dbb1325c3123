"""Tokens that number something, and what the words in front of one say that it numbers."""

import re
from collections.abc import Iterator
from typing import Final

from workers import folding, telephones
from workers.words import facts as words

_CODE = re.compile(
    r"(?<![\w/.@-])#?(?:[A-Za-z]{1,6}[-_/#]?\d\w{0,30}(?:[-/]\w{0,20}\d\w{0,20}){0,6}"
    r"|[A-Za-z]{2,6}(?:-[A-Za-z0-9]{2,8}){0,2}-\d\w{0,30}"
    r"|\d{4,30}(?:-\d{1,20}){0,6}|\d{3}(?: \d{3}){2,3})(?![\w@]|\.\w)"
)
_FORMS = re.compile(
    r"(?<![\w/.@+-])(?:\d{1,20}(?:(?:-\d{1,20}){1,6}|(?:/\d{1,20}){1,4})"
    r"|\d{1,20}[A-Za-z][0-9A-Za-z]{1,29}|[A-Z]{6})(?![\w/@-]|\.\w)"
)
"""Digits in groups, digits and letters, and the six letters of a booking: many other things have these forms too."""
_DATE: Final = re.compile(
    r"(?:19|20)\d\d([-/])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])|(?:19|20)\d\d[-/](?:19|20)\d\d"
    r"|(?:0?[1-9]|[12]\d|3[01])([-/])(?:0?[1-9]|[12]\d|3[01])\2(?:(?:19|20)\d\d|\d\d)"
    r"|(?:0?[1-9]|1[0-2])[-/](?:19|20)\d\d|\d\d-\d\d-\d\d"
)
"""Days, months and years in digits, from one year to another, and the sort codes of banks."""
_MEASURE: Final = re.compile(
    r"\d+(?:X\d+)+[A-Z]*|\d+H\d+(?:M|MIN)?|\d+(?:EUROS?|EUR|USD|GBP|CHF|KM|[KMGT]B(?:ITS?|PS)?|KWH|MAH|KG|[MC]M|ML|K?HZ|M?PX|MIN|ST|ND|RD|TH"
    r"|PCS|UHR|[AP]M|ER|ERS)"
)
_GROUPS: Final = re.compile(r"[-/]")
_LEAST_IN_GROUPS: Final = 5
"""Digits in groups from which they are a number where a word says so ("order 12-345"); fewer are a range."""
_LEAST_UNNAMED: Final = 8
"""Where none does; fewer are sizes, scores and sort codes."""
_LEAST_MIXED: Final = (10, 5)
"""Characters, and digits among them, from which digits and letters are a number without a word for it, and no model."""
_LEAST_NAMED: Final = 6
_NUMBER_WORD: Final = r"numbers?|nummer|no\.?|nr\.?|num(?:ero)?\.?|id|ref(?:erence|erencia)?\.?|n[°º]\.?|code|:|#"
_LABEL_NUMBER = (
    rf"(?:s?nummer|s?nr\.?)?(?:\s*(?:{_NUMBER_WORD}|-|\(|de|della?|d'"
    r"|(?:is|es|ist|est|e|lautet)(?: (?:the|el|la|le|il|o|a|die|der|das)(?!\w))?"
    r"|(?:with|has|mit|hat|tragt|con|tiene|lleva|avec|a|porte|com|tem|ha) (?:(?:the|an?|dem|der|die|el|le|il|o|un) )?"
    r"(?=num|code|cod|id|ref)))*\s*$"
)
_LABELS: Final = {kind: re.compile(rf"(?<!\w)(?:{pattern})" + _LABEL_NUMBER) for kind, pattern in words.LABELS.items()}
_SHORT: Final = re.compile(
    rf"(?<!\w)(?:{words.SHORT_LABELS})(?: (?:numbers?|no\.?|nr\.?|id|code|is|:|#|ist|es|est|e))*:? ?"
    r"#?(?P<code>\d{2,3})(?![\w:.,/%-])"
)
_AGAIN_A_DIGIT: Final = re.compile(r"[A-Z]\d")
_YEAR = re.compile(r"(?:19|20)\d\d")


def codes(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield every code-like token of a text that could number something, as (code, start, end); years are none."""
    found = {m.start(): m for m in _CODE.finditer(text) if not _is_other(m.group())}
    folded = ""
    for match in _FORMS.finditer(text):
        if match.start() not in found or found[match.start()].end() < match.end():
            folded = folded or folding.fold(text)
            if _is_code(match.group(), label_of(folded, match.start()) is not None):
                found[match.start()] = match
    for _, match in sorted(found.items()):
        yield match.group().lstrip("#").replace(" ", "").upper(), match.start(), match.end()


def form_of(code: str) -> str | None:
    """
    Return the form that all numbers of one giver have: "3-7-7" of groups of digits, "0A000AA00000000000" of a mixture.

    None where the form says nothing: letters that it begins with, or the word before it, tell the series then.
    """
    groups = _GROUPS.split(code)
    if len(groups) > 2 and all(map(str.isdigit, groups)):  # noqa: PLR2004 - two are a range, or a year and a number
        return None if telephones.may_be_national(code) else "-".join(str(len(group)) for group in groups)
    if code[0].isdigit() and _is_mixed(code, named=False):
        return "".join("0" if c.isdigit() else "A" for c in code)
    return None


def _is_code(form: str, named: bool) -> bool:  # noqa: FBT001 - whether a word says what it numbers
    """Whether what has one of the forms numbers something."""
    if form.isalnum():
        return _is_record(form, named=named) if form.isalpha() else _is_mixed(form, named=named)
    groups = _GROUPS.split(form)
    digits = sum(map(len, groups))
    if _is_date(form) or digits < (_LEAST_IN_GROUPS if named else _LEAST_UNNAMED):
        return False
    if not named:
        counts = max(map(len, groups)) <= 2  # noqa: PLR2004 - "10-12-14-16"
        return not counts and "/" not in form and len(groups) > 2 and not telephones.may_be_national(form)  # noqa: PLR2004 - two are a range
    # "orders 88213/88214" are two, "100-150 pieces" from one to the other; but a year beside a number is its part
    listed = len(groups) == 2 and len(groups[0]) == len(groups[1]) and int(groups[0]) < int(groups[1])  # noqa: PLR2004 - as said
    return not listed or any(map(_YEAR.fullmatch, groups))


def _is_mixed(form: str, *, named: bool) -> bool:
    """Whether digits and letters number something, rather than tell a size, a time or a model."""
    code = form.upper()
    if _MEASURE.fullmatch(code) or (not form.isupper() and not _AGAIN_A_DIGIT.search(code)):
        return False
    if named:
        return len(code) >= _LEAST_NAMED
    length, digits = _LEAST_MIXED
    return (
        form.isupper()
        and len(code) >= length
        and sum(map(str.isdigit, code)) >= digits
        and bool(_AGAIN_A_DIGIT.search(code))
    )


def _is_record(form: str, *, named: bool) -> bool:
    """Whether six capitals number a booking: no word of any language does with one vowel at most, as a rule."""
    return named and sum(form.count(vowel) for vowel in "AEIOU") <= 1


def _is_other(token: str) -> bool:
    """Whether a token that looks like a code is a year, a date, or a telephone number that begins with its area."""
    is_phone = token[0] == "0" and "-" in token and telephones.may_be_national(token)
    return bool(_YEAR.fullmatch(token)) or _is_date(token) or is_phone


def _is_date(form: str) -> bool:
    return _DATE.fullmatch(form) is not None


def label_of(folded: str, start: int) -> str | None:
    """Return the kind that the words in front of a code name ("order", "Rechnung"), or None."""
    before = folded[max(0, start - 40) : start]
    places = {kind: match.start() for kind, pattern in _LABELS.items() if (match := pattern.search(before))}
    return max(places, key=lambda kind: places[kind], default=None)


def short(folded: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the two or three digits that number a flight or a ride ("flight 172", "ride ID 16")."""
    for match in _SHORT.finditer(folded):
        yield match.span("code")
