"""
What a customer gives (facts) and what an agent asks for (requests), from one message alone.

A secret (card number, IBAN, password, code) is a fact without a value and without a quote: that it was given may be
known, what it was may not. Whether a request repeats a fact is not decided here but in `flags.asked_again`.
"""

import re
from collections.abc import Iterator
from typing import Final

from integration.model import Comment, Evidence, Fact, Request
from workers.cleaning import Message, Sentence
from workers.words import Phrases, requests
from workers.words import facts as words

IDENTITY_CHECK: Final = "identity_check"
"""Kind of the request that marks a comment's requests as an identity check."""

_CODE = re.compile(
    r"(?<![\w/.@-])#?(?:[A-Za-z]{1,6}[-_/#]?\d\w{0,30}(?:[-/]\w{0,20}\d\w{0,20}){0,6}"
    r"|[A-Za-z]{2,6}(?:-[A-Za-z0-9]{2,8}){0,2}-\d\w{0,30}"
    r"|\d{4,30}(?:-\d{1,20}){0,6}|\d{3}(?: \d{3}){2,3})(?![\w@]|\.\w)"
)
_LABEL_NUMBER = (
    r"(?:\s*(?:numbers?|no\.?|nr\.?|num(?:ero)?\.?|id|ref(?:erence|erencia)?\.?|n[°º]\.?|code|:|#"
    r"|is|es|ist|est|e|lautet|-|\(|de|della?|d'))*\s*$"
)
_LABELS: Final = {kind: re.compile(rf"(?<!\w)(?:{pattern})" + _LABEL_NUMBER) for kind, pattern in words.LABELS.items()}
_ASKED: Final = {kind: re.compile(rf"(?<!\w)(?:{pattern})(?!\w)") for kind, pattern in words.ASKED.items()}
_ANY_ASKED: Final = re.compile("|".join(f"(?:{p.pattern})" for p in _ASKED.values()))
_ASK: Final = Phrases(requests.ASK)
_NOT_ASKED: Final = Phrases(requests.NOT_ASKED)
_IDENTITY: Final = Phrases(requests.IDENTITY)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_PHONE = re.compile(r"(?<![\w-])(?:\+\d|00\d\d)[\d ()/-]{7,17}\d(?!\w)")
_AMOUNT = re.compile(
    r"(?:[€$£]\s?\d(?:[\d.,]{0,14}\d)?|(?<![\d.,])\d[\d.,]{0,15}\s?(?:€|£|\$|eur(?:os?)?\b|usd\b|gbp\b|pounds?\b|dollars?\b|reais\b|r\$))",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th|er|\.|º|°)?\s?(?:of |de |di )?(?:{words.MONTHS})\b(?:,? (?:de )?\d{{4}})?"
    rf"|\b(?:{words.MONTHS})\s\d{{1,2}}(?:st|nd|rd|th)?\b(?!:)|\b\d{{4}}-\d\d-\d\d\b|(?<![\d./])(?:0?[1-9]|[12]\d|3[01])(?:/(?:0?[1-9]|1[0-2])(?:/(?:20)?\d\d)?|\.(?:0?[1-9]|1[0-2])\.(?:(?:20)?\d\d)?)(?![\d/%])"
)
_BIRTH = re.compile(r"born|birth|dob|nacimiento|nacid|geb(?:oren|urt)|naissance|nascimento|nascita|nat[oa] il")
_NAME = re.compile(rf"(?<!\w){words.NAME_INTRODUCTION}")
_CAPITALISED = re.compile(r"[^\W\d_][\w'’-]+(?: [^\W\d_a-z][\w'’-]+){0,2}")  # noqa: RUF001 - the curly apostrophe of names
_NO_NAME = frozenset(
    {"about", "the", "a", "an", "not", "my", "for", "regarding", "in", "to", "is", "un", "una", "de", "el"}
)
_BROWSER = re.compile(rf"\b(?:{words.BROWSERS})\b(?: ?\d+(?:\.\d+)*)?")
_DEVICE = re.compile(rf"\b(?:{words.DEVICES})\b")
_VERSION = re.compile(r"\b(?:v|version |versao |versione )\d+(?:\.\d+)+\b|\bv?\d+\.\d+\.\d+\b")
_ERROR = re.compile(
    r"\berr(?:or)?[-_ ]?(?:code )?#?\d{2,}\b|\b(?:error|fehler|erreur|erro|errore) (?:code )?[a-z]{0,4}-?\d{2,}\b"
)
_STEPS: Final = {step: re.compile(rf"(?<!\w)(?:{pattern})(?!\w)") for step, pattern in words.STEPS.items()}
_IMAGES: Final = (".jpg", ".jpeg", ".png", ".gif", ".heic", ".webp", ".bmp", ".tif", ".tiff")
_ONLY_IF = re.compile(words.ONLY_IF)
_ANOTHER = re.compile(words.ANOTHER)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DESCRIPTION_WORDS: Final = 9
_SHORTEST_CODE: Final = 4
"""Shorter ones ("Q1", "B2", "412") are names, rooms and counts."""


def given(message: Message, comment: Comment) -> tuple[Fact, ...]:
    """Return what the customer gave in this message, in order of place, each kind and value once."""
    found: dict[tuple[str, str], Fact] = {}
    for kind, start, end, confidence in _spans(message):
        quote = message.quote(start, end)
        if quote is not None:
            fact = Fact(kind, quote, _evidence(comment, _around(message, start, end)), confidence)
            found.setdefault((kind, quote.casefold()), fact)
    for secret in message.secrets:
        found.setdefault((secret.kind, ""), Fact(secret.kind, "", _evidence(comment, None), sensitive=True))
    for name in comment.attachments:
        kind = "photo" if name.lower().endswith(_IMAGES) else "document"
        found.setdefault((kind, name), Fact(kind, name, _evidence(comment, None)))
    return tuple(found.values())


def asked(message: Message, comment: Comment, language: str | None) -> tuple[Request, ...]:
    """Return what an agent asks the customer for, each kind once; an identity check is marked by its own request."""
    if not _ANY_ASKED.search(message.folded):
        return ()
    found: dict[str, Request] = {}
    for sentence in message.sentences:
        if _ONLY_IF.match(sentence.folded.lstrip()) or _ANOTHER.search(sentence.folded):
            continue
        for kind in _asked_kinds(sentence, language):
            quote = message.quote(sentence.start, sentence.end)
            found.setdefault(kind, Request(kind, _evidence(comment, quote), 0.9))
    if found and (identity := _IDENTITY.search(message.folded, language)):
        quote = message.quote(*identity.span())
        found[IDENTITY_CHECK] = Request(IDENTITY_CHECK, _evidence(comment, quote))
    return tuple(found.values())


def codes(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield every code-like token of a text that could number something, as (code, start, end); years are none."""
    for match in _CODE.finditer(text):
        if not _YEAR.fullmatch(match.group()):
            yield match.group().lstrip("#").replace(" ", "").upper(), match.start(), match.end()


def label_of(folded: str, start: int) -> str | None:
    """Return the kind that the words in front of a code name ("order", "Rechnung"), or None."""
    before = folded[max(0, start - 40) : start]
    places = {kind: match.start() for kind, pattern in _LABELS.items() if (match := pattern.search(before))}
    return max(places, key=lambda kind: places[kind], default=None)


def _spans(message: Message) -> Iterator[tuple[str, int, int, float]]:
    """Yield (kind, start, end, confidence) of every fact that stands in the words themselves."""
    folded, body = message.folded, message.body
    if any(c.isdigit() for c in folded):
        yield from _numbered(folded, body)
    if "@" in folded:
        yield from (("email", *m.span(), 1.0) for m in _EMAIL.finditer(body))
    for kind, pattern in (("browser", _BROWSER), ("device", _DEVICE)):
        yield from ((kind, *m.span(), 0.9) for m in pattern.finditer(folded))
    for match in _NAME.finditer(folded):
        name = _CAPITALISED.match(body, match.end())
        if name and name.group().split()[0].lower() not in _NO_NAME and (name.group()[0].isupper() or body.islower()):
            yield "name", *name.span(), 0.8
    for pattern in _STEPS.values():
        if step := pattern.search(folded):
            yield "step_tried", *step.span(), 0.8
    for sentence in message.sentences:
        if len(sentence.folded.split()) >= _DESCRIPTION_WORDS and not sentence.is_question:
            yield "description", sentence.start, sentence.end, 0.7
            return


def _numbered(folded: str, body: str) -> Iterator[tuple[str, int, int, float]]:
    taken: list[tuple[int, int]] = []
    for kind, pattern in (
        ("error_message", _ERROR),
        ("phone", _PHONE),
        ("amount", _AMOUNT),
        ("date", _DATE),
        ("version", _VERSION),
    ):
        for match in pattern.finditer(folded):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            taken.append(match.span())
            before = folded[max(0, match.start() - 25) : match.start()]
            yield ("date_of_birth" if kind == "date" and _BIRTH.search(before) else kind), *match.span(), 0.9
    for code, start, end in codes(body):
        if any(a < end and start < b for a, b in taken):
            continue
        label = label_of(folded, start)
        bare = code.isdigit()
        if label == "card_last4" and not (bare and len(code) == 4):  # noqa: PLR2004 - the last four digits
            label = None
        if (label or not bare) and len(code) >= _SHORTEST_CODE:
            yield label or "reference", start, end, 0.9 if label else 0.8
        elif bare and len(code) >= _SHORTEST_CODE:
            yield "number", start, end, 0.6


def _asked_kinds(sentence: Sentence, language: str | None) -> list[str]:
    ask = _ASK.search(sentence.folded, language)
    if ask is None or _NOT_ASKED.search(sentence.folded, language):
        return []
    rest = sentence.folded[ask.start() :]
    kinds = [kind for kind, pattern in _ASKED.items() if pattern.search(rest)]
    # An agent who names the value does not ask for it but shows that it is known.
    if any(True for _ in codes(sentence.folded)):
        kinds = [kind for kind in kinds if kind not in words.REFERENCE_KINDS and kind != "card_last4"]
    if "date_of_birth" in kinds and "date" in kinds:
        kinds.remove("date")
    return kinds


def _around(message: Message, start: int, end: int) -> str | None:
    """Return the sentence that holds a place as a quote, or the place itself where the sentence cannot be shown."""
    for sentence in message.sentences:
        if sentence.start <= start and end <= sentence.end:
            quote = message.quote(sentence.start, sentence.end)
            return quote if quote and message.text[start:end] in quote else message.quote(start, end)
    return message.quote(start, end)


def _evidence(comment: Comment, quote: str | None) -> Evidence:
    return Evidence(comment.ticket, comment.at, quote, comment.id, comment.role)
