"""
Secrets that only a word beside them names: passwords and one-time codes.

The word may stand before ("the password I set is hunter22") or behind ("I use hunter22 as my password"). What says how
a password is ("my password is not accepted") is none, and a code that is for something else ("my customer code",
"código de error") is no secret.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from workers.codes import label_of
from workers.words import sensitive as words

Span = tuple[int, int]

_AHEAD: Final = 160
"""Characters behind a secret's name in which its value is looked for, within the sentence."""
_BACK: Final = 90
_MOST_NAMED: Final = 200
"""Times that one text is followed where it names a password; more is a pasted log, and must not cost seconds."""
_SHORTEST_PASSWORD: Final = 4
_STOP: Final = re.compile(r"[.!?](?=\s|$)|\n\s*\n")
_VALUE: Final = r"(?P<value>[\"'„“«‘][^\"'“”»’\n]{3,40}[\"'“”»’]|\S{3,60})"  # noqa: RUF001 - the quotation marks that people type
_SIGN: Final = r"[^\W_][#$%&*+=<>~^!?][^\W_]"
"""A sign within a token that no word has ("Corr$ct")."""
_TRIM: Final = ".,;:!?)]}…"
_QUOTES: Final = "\"'„“«‘(”»’"  # noqa: RUF001 - the quotation marks that people type

_PASSWORD: Final = re.compile(rf"(?<!\w)(?:{words.PASSWORD})(?!\w)|(?<=\w)(?:passwort|kennwort)(?!\w)", re.IGNORECASE)
_PASS: Final = re.compile(rf"(?<!\w)(?:{words.PASS})\s?[:=]+\s*{_VALUE}", re.IGNORECASE)
_BESIDE_A_NAME: Final = re.compile(
    rf"(?<!\w)(?:{words.USER})[\s:]{{1,3}}\S{{1,40}}[\s/]{{1,3}}(?:{words.AND} )?"
    rf"(?:{words.PASSWORD}|{words.PASS})[\s:=]{{1,3}}{_VALUE}",
    re.IGNORECASE,
)
_LOGIN: Final = re.compile(
    rf"(?<!\w)(?:{words.LOGIN})(?: details| data)?[\s:]{{1,3}}(?:[^\W\d]+ )?[\w.@+-]{{2,40}}"
    r"\s?[/|,:;]\s?(?P<value>\S{4,40})",
    re.IGNORECASE,
)
_PASSWORD_STEMS: Final = (
    *("pass", "pw", "contrase", "clave", "kennwort", "losungswort", "mdp", "senha", "parola", "key", "token"),
    *("schl", "chave", "chiave", "psw", "kw", "cle", "clé"),
)
_LOGIN_STEMS: Final = ("log", "anmelde", "zugangs", "acces", "credenc", "credenz", "credent", "identifiant")
_ASSIGNED: Final = re.compile(rf"\s*[:=]+\s*{_VALUE}")
_SAID: Final = re.compile(rf"{words.COPULA}{words.ARTICLE}{_VALUE}", re.IGNORECASE)
_SAID_LATER: Final = re.compile(
    rf"{words.FILLER}{{1,7}}?,?{words.COPULA}{words.ARTICLE}(?=[\"'„“«‘]|\S{{0,59}}\d|\S{{0,30}}{_SIGN}){_VALUE}",  # noqa: RUF001 - quotation marks
    re.IGNORECASE,
)
_NEXT: Final = re.compile(r"[\s,]+(?P<value>[\"'„“«‘][^\"'“”»’\n]{3,40}[\"'“”»’]|\S{1,60})")  # noqa: RUF001 - quotation marks
_BEFORE: Final = re.compile(
    rf"(?:^|\s){_VALUE}\s+(?:{words.AS}|is|was|es|era|ist|war|est|[eéè]|[eé]s)\s+{words.OWN}(?:[^\W\d]+\s+)?$",
    re.IGNORECASE,
)
_INNER_SIGN: Final = re.compile(_SIGN)
_GLUED: Final = re.compile(r"(?<![\w@.#/-])(?=\w{6})[A-Za-z]*[a-z]\d\w*(?![\w@]|[.-]\w)")
"""Small letters with digits right behind them, as people make passwords: what companies number has another form."""
_NO_VALUE: Final = re.compile(rf"(?:{words.NO_VALUE}|{words.STATE_ENDINGS})", re.IGNORECASE)
_SERIES: Final = re.compile(r"[A-Z]{1,6}[-/_#]?\d[\w/-]*|[A-Z]{2,6}(?:-[A-Z0-9]{1,8}){1,3}")
"""The form that numbers of orders and tickets have."""
_THING: Final = re.compile(
    r"(?:windows|iphone|ipad|ios|macos|android|office|galaxy|pixel|outlook|xbox|ps)\W?\d+\w{0,3}", re.IGNORECASE
)
_MEASURE: Final = re.compile(r"[€$£]?\d{1,6}(?:[.,:/-]\d{1,4})*\.?(?:[%€£$]|[a-zº°]{1,4})?", re.IGNORECASE)
"""Amounts, dates, times, counts; but four digits and more may be a password."""
_DIGITS: Final = re.compile(r"(?!(?:19|20)\d\d$)\d{4,12}")
_GOES_ON: Final = re.compile(r"\s*(?:$|,|\s(?:and|but|or|y|pero|und|aber|et|mais|e|mas|ma)\s)", re.IGNORECASE)
_NUMBER_BEHIND: Final = re.compile(r"\s\d{1,8}(?:\s[a-z]{1,3}(?=$|[.,!]))?(?![\w/:]|[.,]\d)")
"""A number that belongs to the word before it ("password is yamaha 544")."""
_PHRASE_END: Final = re.compile(r"[\n,;]|$")

_CODE: Final = re.compile(rf"(?<!\w)(?:(?P<named>{words.CODE})|(?P<plain>{words.PLAIN_CODE}))(?!\w)", re.IGNORECASE)
_CODE_STEMS: Final = (
    "code",
    "codi",
    "códi",
    "pin",
    "otp",
    "tan",
    "puk",
    "cv",
    "geheim",
    "prüf",
    "pruf",
    "digits",
    "dígitos",
    "ziffern",
    "chiffres",
    "cifre",
)
_ALONE: Final = re.compile(words.ALONE_BEFORE, re.IGNORECASE)
_NOT_FOR: Final = re.compile(words.NOT_FOR, re.IGNORECASE)
_CAME: Final = re.compile(words.CAME, re.IGNORECASE)
_DIGITS_OF_CODE: Final = (
    r"(?P<value>(?:[A-Z]{1,2}-)?(?:\d\d \d\d \d\d|\d{2,4}[\s-]\d{2,4}(?![\s-]?\d)|\d{3,8}))"
    r"(?![\w%€£$]|[.,:/-]\d|\s?(?:€|£|eur|days|h\b))"
)
_CODE_BEHIND: Final = re.compile(rf"[\s:=#(\"']{{1,3}}{_DIGITS_OF_CODE}", re.IGNORECASE)
_CODE_SAID: Final = re.compile(
    rf"{words.FILLER}{{0,7}}?,?{words.COPULA}{words.ARTICLE}[\"'(]?{_DIGITS_OF_CODE}", re.IGNORECASE
)
_CODE_NEAR: Final = re.compile(rf"{words.FILLER}{{1,6}}?[\s,:(\"']+{_DIGITS_OF_CODE}", re.IGNORECASE)
_CODE_BEFORE: Final = re.compile(
    rf"(?:^|[\s(\"']){_DIGITS_OF_CODE}[\"')]?\s+(?:is|was|es|era|ist|war|est|c['’]est|[eéè]|[eé]s|{words.AS})\s+{words.OWN}$",  # noqa: RUF001 - the curly apostrophe
    re.IGNORECASE,
)
_MORE_CODE: Final = re.compile(rf"[\"')]?{words.MORE}(?P<value>\d{{3,8}})(?![\w.-])", re.IGNORECASE)
_MORE_PASSWORD: Final = re.compile(rf"{words.MORE}(?P<value>\S{{4,40}})", re.IGNORECASE)
_CODE_WITHOUT_WORD: Final = 4
"""Digits from which a number near "verification code" is one without "is" between."""


def passwords(text: str) -> Iterator[Span]:
    """Yield (start, end) of each password."""
    low = text.lower()
    if any(stem in low for stem in _PASSWORD_STEMS):
        for noun in islice(_PASSWORD.finditer(text), _MOST_NAMED):
            yield from _password_beside(text, *noun.span())
        plain = (*_PASS.finditer(text), *_BESIDE_A_NAME.finditer(text))
        yield from (_trimmed(text, *m.span("value")) for m in plain if not _says_how(m.group("value")))
    if any(stem in low for stem in _LOGIN_STEMS):
        matches = _LOGIN.finditer(text)
        yield from (_trimmed(text, *m.span("value")) for m in matches if _is_password(m.group("value").rstrip(_TRIM)))


def _password_beside(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the value that belongs to a password's name, and further tries behind it."""
    stop = _sentence_end(text, end)
    value = _password_behind(text, end, stop)
    if value is None:
        floor = max(0, start - _BACK)
        before = _BEFORE.search(text[floor:start])
        if before and _is_password(before.group("value").strip(_QUOTES + _TRIM)):
            yield floor + before.start("value"), floor + before.end("value")
        else:
            begin = max(floor, *(text.rfind(mark, floor, start) for mark in (". ", "! ", "? ", "\n")))
            glued = (*_GLUED.finditer(text, begin, start), *_GLUED.finditer(text, end, stop))
            yield from (m.span() for m in glued if not _THING.fullmatch(m.group()))
        return
    yield _trimmed(text, *value)
    while more := _MORE_PASSWORD.match(text, value[1], stop):
        if not _is_password(more.group("value").rstrip(_TRIM)) or _named_otherwise(text, more.start("value")):
            return
        value = more.span("value")
        yield _trimmed(text, *value)


def _password_behind(text: str, end: int, stop: int) -> Span | None:
    if assigned := _ASSIGNED.match(text, end, stop):
        value = assigned.group("value")
        is_masked = not any(c.isalnum() for c in value)  # "password=********"
        if is_masked or (_says_how(value) and text[end:].lstrip()[:1] != "="):
            return None
        whole = _PHRASE_END.search(text, assigned.end("value"), stop)
        is_phrase = whole is not None and not any(c.isdigit() for c in value)
        return assigned.start("value"), whole.start() if is_phrase and whole else assigned.end("value")
    if said := _SAID.match(text, end, stop):
        value = said.group("value")
        if _is_quoted(value) or any(c.isdigit() for c in value) or _INNER_SIGN.search(value):
            return None if _is_measure(value) else said.span("value")
        if not _says_how(value):
            if number := _NUMBER_BEHIND.match(text, said.end("value"), stop):
                return said.start("value"), number.end()
            if _GOES_ON.match(text[said.end("value") : stop]):
                return said.span("value")
    later = _SAID_LATER.match(text, end, stop)
    if later and (_is_quoted(later.group("value")) or _is_password(later.group("value").strip(_QUOTES + _TRIM))):
        return later.span("value")
    return _password_near(text, end, stop)


def _password_near(text: str, end: int, stop: int) -> Span | None:
    """Return a value that stands within three words, without any "is": letters and digits in one."""
    at = end
    for place in range(4):
        near = _NEXT.match(text, at, stop)
        if near is None:
            return None
        value = near.group("value").strip(_QUOTES + _TRIM)
        mixed = any(c.isalpha() for c in value) and any(c.isdigit() for c in value)
        if place == 0 and len(value) > _SHORTEST_PASSWORD and _DIGITS.fullmatch(value):
            return near.span("value")
        if mixed and (place == 0 or (_is_password(value) and not _named_otherwise(text, near.start("value")))):
            return None if len(value) <= _SHORTEST_PASSWORD or _THING.fullmatch(value) else near.span("value")
        at = near.end("value")
    return None


def _is_password(value: str) -> bool:
    """Whether a token looks like a password and like nothing else: letters with digits or signs, or digits."""
    if len(value) < _SHORTEST_PASSWORD or ("@" in value[1:-3] and "." in value) or "//" in value:
        return False
    if _DIGITS.fullmatch(value):
        return True
    if _is_measure(value) or _SERIES.fullmatch(value) or _THING.fullmatch(value):
        return False
    return any(c.isalpha() for c in value) and bool(any(c.isdigit() for c in value) or _INNER_SIGN.search(value))


def _is_measure(value: str) -> bool:
    plain = value.strip(_QUOTES + _TRIM)
    return bool(_MEASURE.fullmatch(plain)) and not _DIGITS.fullmatch(plain)


def _is_quoted(value: str) -> bool:
    return value[0] in _QUOTES and value[-1] in _QUOTES and not _says_how(value.strip(_QUOTES))


def _says_how(value: str) -> bool:
    """Whether a token says how a password is, or goes on with the sentence."""
    plain = value.strip(_QUOTES + _TRIM)
    return len(plain) < 3 or _NO_VALUE.fullmatch(plain) is not None  # noqa: PLR2004 - "ok"


def codes(text: str) -> Iterator[Span]:
    """Yield (start, end) of each one-time code, PIN and check value."""
    low = text.lower()
    if not any(stem in low for stem in _CODE_STEMS):
        return
    for noun in islice(_CODE.finditer(text), _MOST_NAMED):
        if noun.group("plain") and not _stands_alone(text, *noun.span()):
            continue
        value = _code_beside(text, noun)
        if value is None:
            continue
        yield value
        stop = _sentence_end(text, value[1])
        while (more := _MORE_CODE.match(text, value[1], stop)) and not _named_otherwise(text, more.start("value")):
            value = more.span("value")
            yield value


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether "code" is for nothing that is named: neither "customer code" nor "code of the article"."""
    return bool(_ALONE.search(text[max(0, start - 20) : start])) and not _NOT_FOR.match(text, end)


def _code_beside(text: str, noun: re.Match[str]) -> Span | None:
    stop = _sentence_end(text, noun.end())
    begin = max(text.rfind(mark, 0, noun.start()) for mark in (". ", "! ", "? ", "\n")) + 1
    came = noun.group("named") is not None or _CAME.search(text, max(begin, noun.start() - _BACK), stop) is not None
    behind = _CODE_BEHIND.match(text, noun.end(), stop)
    if behind and (came or "=" in behind.group() or ":" in behind.group()):
        return behind.span("value")
    if said := _CODE_SAID.match(text, noun.end(), stop):
        return None if _named_otherwise(text, said.start("value")) else said.span("value")
    floor = max(0, noun.start() - _BACK)
    if before := _CODE_BEFORE.search(text[floor : noun.start()]):
        return floor + before.start("value"), floor + before.end("value")
    near = _CODE_NEAR.match(text, noun.end(), stop) if came else None
    if near and not _named_otherwise(text, near.start("value")):
        value = near.group("value")
        if sum(c.isdigit() for c in value) >= _CODE_WITHOUT_WORD and not re.fullmatch(r"(?:19|20)\d\d", value):
            return near.span("value")
    word = _NEXT.match(text, noun.end(), stop) if noun.group("named") else None
    if word and _is_password(word.group("value").strip(_QUOTES + _TRIM)) and not word.group("value").isdigit():
        return _trimmed(text, *word.span("value"))
    return None


def _named_otherwise(text: str, start: int) -> bool:
    """Whether the words right before a value say what else it numbers ("order KL-20418", "Kundennummer 4711")."""
    return label_of(text[max(0, start - 40) : start].casefold(), min(start, 40)) is not None


def _sentence_end(text: str, start: int) -> int:
    stop = _STOP.search(text, start, start + _AHEAD)
    return stop.start() if stop else min(len(text), start + _AHEAD)


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start + 1 and text[end - 1] in _TRIM:
        end -= 1
    return start, end
