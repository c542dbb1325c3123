"""
What a customer gives, from one message alone.

A secret (card number, IBAN, password, code, national id) is a fact without a value and without a quote: that it was
given may be known, what it was may not. So is a file whose name tells one. A code without a name in a secret's sentence
is no fact at all. A value that the customer takes back ("4412, not 4411") is no fact; the fact
in its place names it. What an agent asks for is told in `requests`, what stands in the end in `told`, and whether a
request repeats a fact in `flags.asked_again`.
"""

import bisect
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from integration.model import Comment, Evidence, Fact
from workers import cleaning, code_kinds, corrections, names, sensitive, slots, telephones
from workers.cleaning import Message
from workers.codes import codes, label_of, short
from workers.names import Span
from workers.words import corrections as correction_words
from workers.words import facts as words

__all__ = ["codes", "given", "label_of"]

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_PHONE = re.compile(r"(?<![\w-])(?:\+\d|00\d\d|\(?\d)[\d ()/-]{6,17}\d(?!\w)")
_AMOUNT = re.compile(
    r"(?:[€$£]\s?\d(?:[\d.,]{0,14}\d)?|(?<![\d.,])\d[\d.,]{0,15}\s?(?:€|£|\$|eur(?:os?)?\b|usd\b|gbp\b|pounds?\b|dollars?\b|reais\b|r\$))",
    re.IGNORECASE,
)
_NUMBER_IS = re.compile(words.NUMBER_IS)
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th|er|\.|º|°)?\s?(?:of |de |di )?(?:{words.MONTHS})\b(?:,? (?:de )?\d{{4}})?"
    rf"|\b(?:{words.MONTHS})\s\d{{1,2}}(?:st|nd|rd|th)?\b(?!:)(?:,? (?:19|20)\d\d)?|\b\d{{4}}-\d\d-\d\d\b"
    r"|(?<![\d./])(?:0?[1-9]|[12]\d|3[01])"
    r"(?:/(?:0?[1-9]|1[0-2])(?:/(?:(?:19|20)\d\d|\d\d))?|\.(?:0?[1-9]|1[0-2])\.(?:(?:19|20)\d\d|\d\d)?)(?![\d/%])"
)
_BIRTH = re.compile(r"born|birth|dob|nacimiento|nacid|geb(?:oren|urt)|naissance|nascimento|nascita|nat[oa] il")
_BROWSER = re.compile(rf"\b(?:{words.BROWSERS})\b(?: ?\d+(?:\.\d+)*)?")
_DEVICE = re.compile(rf"\b(?:{words.DEVICES})\b")
_NAMED_DEVICE = re.compile(rf"(?<!\w){words.NAMED_DEVICE}")
_DEVICE_NAME = re.compile(
    r"[A-Z][\w-]{0,30}(?: [A-Z]?[\w-]{0,20}\d[\w-]{0,20})|[A-Z][\w-]{0,30}\d[\w-]{0,20}(?: \d{1,2})?"
)
_NAMED_ITEM = re.compile(rf"(?<!\w){words.NAMED_ITEM}")
_ITEM_NAME = re.compile(r"[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*){0,3}|\d{1,3}(?![\w.,:])")
_VERSION = re.compile(
    r"\b(?:v|version |versao |versione |release |update |actualizacion |atualizacao )\d+(?:\.\d+)+\b"
    r"|\bv?\d+\.\d+\.\d+\b"
)
_ERROR_CODE = re.compile(rf"(?<!\w){words.ERROR_CODE}")
_ERROR = re.compile(r"\berr(?:or)?[-_ ]?(?:code )?#?\d{2,}\b")
_ERROR_TEXT = re.compile(
    rf"(?<!\w){words.SAYS_ERROR}[^\"“„«.!?\n]{{0,25}}[\"“„«]\s?(?P<text>[^\"”“»\n]{{4,120}}?)\s?[\"”“»]"
)
_ACCOUNT_NAME = re.compile(rf"(?<!\w){words.ACCOUNT_NAMES}")
_STEPS: Final = {step: re.compile(rf"(?<!\w)(?:{pattern})(?!\w)") for step, pattern in words.STEPS.items()}
_TRIED = re.compile(rf"(?<!\w)(?:{words.TRIED})(?!\w)[^.,;!?\n]{{0,70}}")
_NOT_DONE = re.compile(rf"(?:^|\W){words.NOT_DONE}")
_DECIDES = re.compile(rf"(?<!\w)(?:{correction_words.DECIDES})(?!\w)[^.!?\n;]{{0,80}}")
_IMAGES: Final = (".jpg", ".jpeg", ".png", ".gif", ".heic", ".webp", ".bmp", ".tif", ".tiff")
_DESCRIPTION_WORDS: Final = 9
_SHORTEST_CODE: Final = 4
"""Shorter ones ("Q1", "B2", "412") are names, rooms and counts."""
_LIKE_A_PASSWORD = re.compile(r"[A-Za-z]*[a-z](?:\d\w*|[-_/#]\d{1,2})")
"""Small letters with digits right behind them ("help1", "hunter22") number nothing, unless a word says what."""
_UNNAMED: Final = ("number", "reference")
_RECORD = re.compile(r"(?<!\w)[A-Z]{6}(?!\w)")
"""What numbers a booking and has no digit."""
_TAIL = re.compile(r"-[A-Z]{1,3}(?![\w-])")
_LONGEST_PIN: Final = 8
"""Digits up to which a number that nothing names may be a PIN or a one-time code: only the question before can tell."""
MOST_OF_A_KIND: Final = 50
"""Facts of one kind that are kept of one message: more are an export or a log, which nobody is asked for again."""


class _Taken:
    """Places that are spoken for, none of which overlaps another; found without a look at each."""

    def __init__(self, places: Iterable[tuple[int, int]] = ()) -> None:
        self._places = sorted(places)

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a part of a place is spoken for."""
        before = bisect.bisect_left(self._places, (end, 0)) - 1
        return before >= 0 and self._places[before][1] > start

    def add(self, start: int, end: int) -> None:
        """Speak for a place that does not overlap."""
        bisect.insort(self._places, (start, end))


def given(message: Message, comment: Comment) -> tuple[Fact, ...]:
    """Return what the customer gave in this message, in order of place, each kind and value once; not without end."""
    found: dict[tuple[str, str], Fact] = {}
    counts: Counter[str] = Counter()
    for (kind, start, end, confidence), instead_of in corrections.read(message, _apart(list(_spans(message)))):
        if counts[kind] >= MOST_OF_A_KIND:
            continue
        quote = message.quote(start, end)
        if quote is not None and kind == "number" and end - start <= _LONGEST_PIN:
            hidden = found.get(("number", ""))
            takes_place = instead_of is not None or (hidden is not None and hidden.instead_of is not None)
            # which number it takes the place of may be as secret as the number itself
            evidence, place = _evidence(comment, None), "" if takes_place else None
            found["number", ""] = Fact(kind, "", evidence, confidence, sensitive=True, instead_of=place)
        elif quote is not None:
            evidence = _evidence(comment, _around(message, start, end))
            fact = Fact(kind, quote, evidence, confidence, instead_of=instead_of)
            counts[kind] += found.setdefault((kind, quote.casefold()), fact) is fact
    for secret in message.secrets:
        found.setdefault((secret.kind, ""), Fact(secret.kind, "", _evidence(comment, None), sensitive=True))
    for name in comment.attachments:
        kind, is_secret = "photo" if name.lower().endswith(_IMAGES) else "document", sensitive.is_in_name(name)
        shown = "" if is_secret else name
        found.setdefault((kind, shown), Fact(kind, shown, _evidence(comment, None), sensitive=is_secret))
    return tuple(found.values())


def corrected(comment: Comment) -> list[tuple[str, str]]:
    """
    Return the numbers without a name that take another's place in a message, each with that one ("" for any).

    A reading does not keep them; only where the issue says what they number may they be shown.
    """
    message = cleaning.read(comment.text)
    return [
        (value, instead_of)
        for (kind, start, end, _), instead_of in corrections.read(message, _apart(list(_spans(message))))
        if kind == "number" and instead_of is not None and (value := message.quote(start, end)) is not None
    ]


def _apart(spans: list[Span]) -> list[Span]:
    """Return spans without those that are only a part of an address: its house number counts nothing."""
    wholes = _Taken((start, end) for kind, start, end, _ in spans if kind == "address")
    return [s for s in spans if s[0] in ("address", "description") or not wholes.overlaps(s[1], s[2])]


def _spans(message: Message) -> Iterator[Span]:
    """Yield what stands in the words themselves."""
    folded, body = message.folded, message.body
    if any(c.isdigit() for c in folded) or _RECORD.search(body):
        yield from _beside_no_secret(message, _numbered(folded, body))
    if "@" in folded:
        yield from (("email", *m.span(), 1.0) for m in _EMAIL.finditer(body))
    yield from _technical(folded, body)
    yield from names.find(message)
    yield from _done(folded)
    yield from slots.find(message)
    for sentence in message.sentences:
        if len(sentence.folded.split()) >= _DESCRIPTION_WORDS and not sentence.is_question:
            yield "description", sentence.start, sentence.end, 0.7
            return


def _beside_no_secret(message: Message, spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans but for codes without a name in a sentence with a secret: one of them may belong to it."""
    near = [s for s in message.sentences if any(x.start < s.end and s.start < x.end for x in message.secrets)]
    for span in spans:
        kind, start, end, _ = span
        if (
            kind not in _UNNAMED
            or sensitive.SERIES.match(message.body, start)
            or not any(s.start < end and start < s.end for s in near)
        ):
            yield span


def _technical(folded: str, body: str) -> Iterator[Span]:
    """Yield browsers, devices, what an error says, and the names of accounts and of what somebody uses."""
    for kind, pattern in (("browser", _BROWSER), ("device", _DEVICE)):
        yield from ((kind, *m.span(), 0.9) for m in pattern.finditer(folded))
    for match in _NAMED_DEVICE.finditer(folded):
        if name := _DEVICE_NAME.match(body, match.end()):
            yield "device", *name.span(), 0.7
    for match in _NAMED_ITEM.finditer(folded):
        if name := _ITEM_NAME.match(body, match.end()):
            yield "item", match.start() if name.group().isdigit() else name.start(), name.end(), 0.8
    if any(c in body for c in '"“„«'):
        yield from (("error_message", *m.span("text"), 0.8) for m in _ERROR_TEXT.finditer(folded))
    yield from (("customer_number", *m.span("value"), 0.8) for m in _ACCOUNT_NAME.finditer(folded))


def _done(folded: str) -> Iterator[Span]:
    """Yield the steps that the customer took, and what they decided."""
    taken = _Taken()
    for pattern in (*_STEPS.values(), _TRIED):
        for step in pattern.finditer(folded):
            before = folded[max(0, step.start() - 25) : step.start()]
            if not taken.overlaps(*step.span()) and not _NOT_DONE.search(before):
                taken.add(*step.span())
                yield "step_tried", *step.span(), 0.8
    for match in _DECIDES.finditer(folded):
        if folded[match.end() : match.end() + 1] != "?":
            yield "decision", *match.span(), 0.7


def _numbered(folded: str, body: str) -> Iterator[Span]:
    taken = _Taken()
    errors = [m.span("code") for m in _ERROR_CODE.finditer(folded)] + [m.span() for m in _ERROR.finditer(folded)]
    for kind, spans in (
        ("phone", [m.span() for m in _PHONE.finditer(folded) if _is_phone(folded, *m.span())]),
        ("amount", [m.span() for m in _AMOUNT.finditer(folded)]),
        ("date", [m.span() for m in _DATE.finditer(folded)]),
        ("version", [m.span() for m in _VERSION.finditer(folded)]),
        ("error_message", [*errors, *code_kinds.shown(folded)]),
    ):
        for start, end in spans:
            if taken.overlaps(start, end):
                continue
            taken.add(start, end)
            before = folded[max(0, start - 25) : start]
            yield ("date_of_birth" if kind == "date" and _BIRTH.search(before) else kind), start, end, 0.9
    for code, start, end in codes(body):
        named = None if taken.overlaps(start, end) else _kind_of(code, folded, body, start)
        if named is not None:
            tail = _TAIL.match(body, end)
            yield named, start, tail.end() if tail else end, {"number": 0.6, "reference": 0.8}.get(named, 0.9)
    for start, end in short(folded):
        if not taken.overlaps(start, end):
            yield "booking_number", start, end, 0.7


def _is_phone(folded: str, start: int, end: int) -> bool:
    """Whether a long number is a telephone's: it begins with its country, or is called one and nothing else."""
    label = label_of(folded, start)
    if folded[start] == "+" or (folded.startswith("00", start) and label is None):
        return telephones.is_international(folded[start:end])
    called = folded.endswith(words.PHONE_BEFORE, 0, start) or _NUMBER_IS.search(folded[max(0, start - 40) : start])
    return label is None and bool(called)


def _kind_of(code: str, folded: str, body: str, start: int) -> str | None:
    label = label_of(folded, start)
    bare = code.isdigit()
    if label == "card_last4" and not (bare and len(code) == 4):  # noqa: PLR2004 - the last four digits
        label = None
    if len(code) < _SHORTEST_CODE or (label is None and _LIKE_A_PASSWORD.fullmatch(body, start, start + len(code))):
        return None
    return label or ("number" if bare else code_kinds.of(code, folded, start, start + len(code)))


def _around(message: Message, start: int, end: int) -> str | None:
    """Return the sentence that holds a place as a quote, or the place itself where the sentence cannot be shown."""
    for sentence in message.sentences:
        if sentence.start <= start and end <= sentence.end:
            quote = message.quote(sentence.start, sentence.end)
            return quote if quote and message.text[start:end] in quote else message.quote(start, end)
    return message.quote(start, end)


def _evidence(comment: Comment, quote: str | None) -> Evidence:
    return Evidence(comment.ticket, comment.at, quote, comment.id, comment.role)
