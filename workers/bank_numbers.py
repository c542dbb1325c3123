"""
Numbers of cards and bank accounts, known by their own arithmetic or by the account's name, however they are parted.

People part the groups of a number by spaces (also hard, thin and doubled ones), dashes, dots, slashes and line breaks,
and write an expiry date behind it. So the groups are put together first; what they make is then judged: its first
digits and length as the issuers give them out, and its check digits.
"""

import re
from collections.abc import Iterator
from typing import Final

from workers.words import sensitive as words

_SPACE: Final = r"\s\u200b\u2060\ufeff"
_DASH: Final = r"\-\u2010-\u2015\u2212_"
_BETWEEN: Final = rf"[{_SPACE}{_DASH}./]{{1,3}}"
"""What may stand between two groups. A tag of one kind and spaces around it are one separator."""

_RUN: Final = re.compile(rf"\d+(?:{_BETWEEN}\d+)*")
_GROUP: Final = re.compile(r"\d+")
_SHORTEST_CARD: Final = 13
_LONGEST_CARD: Final = 19
_LEAST_OF_A_GROUP: Final = 3
"""Digits that the groups of a card have on average; dates and counts have fewer."""
_MOST_GROUPS: Final = 6
_ISSUERS: Final = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})|5\d{15}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}"
    r"|3[068]\d{12}|35\d{14}|6\d{15,18}"
)
"""First digits and lengths: Visa, Mastercard (two ranges), American Express, Diners, JCB, and what begins with 6."""
_CODE_BEFORE: Final = re.compile(r"(?<![A-Za-z])([A-Z]{1,6})[-/_#.]?$")
"""Capitals in front of digits: the number of an order or a parcel, unless they say that it is a card."""
_CODE_BEHIND: Final = re.compile(r"[A-Z]{1,3}(?![A-Za-z])")
_INSIDE: Final = re.compile(r"\d[-./]$")
_GAP: Final = re.compile(r"[\s,;/-]{0,3}")
_CARD_WORD: Final = re.compile(words.CARD, re.IGNORECASE)
_BEHIND_A_CARD: Final = re.compile(rf"(?:{words.EXPIRES})?\d{{1,2}}\s?[/-]\s?\d{{2,4}}(?!\d)", re.IGNORECASE)
_CHECK_VALUE: Final = re.compile(rf"[\s,;/-]{{1,3}}(?:{words.CHECK_VALUE})?\d{{3,4}}(?!\w|[/.-]\d)", re.IGNORECASE)

_IBAN_START: Final = re.compile(r"(?<![^\W_])[A-Z]{2}\d{2}", re.IGNORECASE)
_IBAN_REST: Final = re.compile(rf"(?:[{_SPACE}{_DASH}.]{{0,2}}[A-Z0-9]){{11,30}}", re.IGNORECASE)
_IBAN_LENGTHS: Final = {
    country: int(length)
    for length, countries in (
        ("15", "NO"), ("16", "BE"), ("18", "DK FI FK FO GL NL SD"), ("19", "MK SI"),
        ("20", "AT BA EE KZ LT LU MN XK"), ("21", "CH HR LI LV"), ("22", "BG BH CR DE GB GE IE ME RS VA"),
        ("23", "AE GI IL IQ OM SO TL"), ("24", "AD CZ ES MD PK RO SA SE SK TN VG"), ("25", "LY PT ST"),
        ("26", "IS TR"), ("27", "BI DJ FR GR IT MC MR SM"), ("28", "AL AZ BY CY DO GT HN HU LB NI PL SV"),
        ("29", "BR EG PS QA UA"), ("30", "JO KW MU YE"), ("31", "MT SC"), ("32", "LC"), ("33", "RU"),
    )
    for country in countries.split()
}  # fmt: skip # a row a length would be thirty lines
"""Characters of an IBAN by country; source: the registry of ISO 13616."""

_ACCOUNT_DIGITS: Final = r"(?P<value>(?:[A-Z]{2}\d{2}[\s-]?)?(?:[A-Z]{4}[\s-]?)?\d(?:[\s./-]?\d){4,22})(?!\w)"
_ACCOUNT: Final = re.compile(
    rf"{words.ACCOUNT}{words.FILLER}{{0,4}}?(?:{words.COPULA}{words.ARTICLE}|[\s:#(]{{1,3}}){_ACCOUNT_DIGITS}",
    re.IGNORECASE,
)
_ACCOUNT_TOO: Final = re.compile(
    rf"{words.ACCOUNT_TOO}(?:{words.COPULA}|[\s:#(]{{1,3}}){_ACCOUNT_DIGITS}", re.IGNORECASE
)
_ACCOUNT_STEMS: Final = (
    *("account", "routing", "sort code", "iban", "aba", "bsb", "bic", "cuenta", "konto", "blz", "bankleit"),
    *("bankverb", "compte", "rib", "conta", "nib", "conto", "coordinate"),
)


def cards(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each card number, with the expiry date and the check value that follow it."""
    for run in _RUN.finditer(text):
        if run.end() - run.start() < _SHORTEST_CARD:
            continue
        groups = [(m.start(), m.end()) for m in _GROUP.finditer(text, *run.span())]
        first = 0
        while first < len(groups):
            last = _card_from(text, groups, first)
            if last is None:
                first += 1
            else:
                yield groups[first][0], _behind(text, groups[last][1])
                first = last + 1


def _card_from(text: str, groups: list[tuple[int, int]], first: int) -> int | None:
    """Return the last of the groups that make a card number with the first one; None where none do."""
    start = groups[first][0]
    if text[start] not in "23456" or not _may_begin(text, start):
        return None
    digits, separators, found = "", set(), None
    for place in range(first, min(len(groups), first + _MOST_GROUPS)):
        if place > first:
            separators.add(text[groups[place - 1][1] : groups[place][0]].strip()[:1])
        digits += text[slice(*groups[place])]
        if len(digits) > _LONGEST_CARD or len(separators) > 1:
            break
        enough = len(digits) >= _LEAST_OF_A_GROUP * (place - first + 1)
        if enough and len(digits) >= _SHORTEST_CARD and _ISSUERS.fullmatch(digits) and _passes_luhn(digits):
            found = place
    if found is None or _CODE_BEHIND.match(text, groups[found][1]):
        return None
    return found


def _may_begin(text: str, start: int) -> bool:
    """Whether a card number may begin here: not inside a code ("RF-4111…", "302-4111…"), but behind "VISA" it may."""
    before = text[max(0, start - 12) : start]
    code = _CODE_BEFORE.search(before)
    if code is not None:
        return _CARD_WORD.fullmatch(code.group(1)) is not None
    return not _INSIDE.search(before)


def _behind(text: str, end: int) -> int:
    """Return where the expiry date and the three digits end that stand right behind a card number."""
    gap = _GAP.match(text, end)
    expiry = _BEHIND_A_CARD.match(text, gap.end()) if gap else None
    end = expiry.end() if expiry else end
    value = _CHECK_VALUE.match(text, end)
    return value.end() if value else end


def _passes_luhn(number: str) -> bool:
    digits = [int(c) for c in number]
    total = sum(digits[-1::-2]) + sum(sum(divmod(2 * d, 10)) for d in digits[-2::-2])
    return total % 10 == 0 and len(set(digits)) > 1


def ibans(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each IBAN whose check digits are right."""
    for begins in _IBAN_START.finditer(text):
        wanted = _IBAN_LENGTHS.get(begins.group()[:2].upper())
        rest = _IBAN_REST.match(text, begins.end()) if wanted else None
        if rest is None:
            continue
        ends = [m.end() for m in re.finditer(r"[^\W_]", text[begins.start() : rest.end()])]
        if wanted is not None and len(ends) >= wanted:
            end = begins.start() + ends[wanted - 1]
            if _checks_out(re.sub(r"[\W_]", "", text[begins.start() : end])):
                yield begins.start(), end


def _checks_out(iban: str) -> bool:
    return int("".join(str(int(c, 36)) for c in iban[4:] + iban[:4])) % 97 == 1


def accounts(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each number that stands behind the name of a bank account or of its bank."""
    low = text.lower()
    if not any(stem in low for stem in _ACCOUNT_STEMS):
        return
    for match in _ACCOUNT.finditer(text):
        end = match.end("value")
        yield match.span("value")
        if too := _ACCOUNT_TOO.match(text, end):
            yield too.span("value")
