"""What an agent asks the customer for, from one comment alone."""

import re
from typing import Final

from integration.model import Comment, Evidence, Request
from workers.cleaning import Message, Sentence
from workers.codes import codes
from workers.words import Phrases, slots
from workers.words import asked as words
from workers.words import requests as forms
from workers.words.facts import MONTHS, REFERENCE_KINDS

IDENTITY_CHECK: Final = "identity_check"
"""Kind of the request that marks a comment's requests as an identity check."""
OTHER: Final = "other"
"""Kind of a question that asks for something without a kind of its own: only its own words can repeat it."""

_ASKED: Final = {kind: re.compile(rf"(?<!\w)(?:{pattern})(?!\w)") for kind, pattern in words.ASKED.items()}
_ANY_ASKED: Final = re.compile("|".join(f"(?:{p.pattern})" for p in _ASKED.values()))
_BARE: Final = re.compile(words.BARE)
_BARE_KINDS: Final = {kind: re.compile(rf"(?:{pattern})[\s?.!:]*") for kind, pattern in words.BARE_KINDS.items()}
_ASK: Final = Phrases(forms.ASK)
_NOT_ASKED: Final = Phrases(forms.NOT_ASKED)
_IDENTITY: Final = Phrases(forms.IDENTITY)
_ONLY_IF: Final = re.compile(words.ONLY_IF)
_ANOTHER: Final = re.compile(words.ANOTHER)
_OPEN: Final = re.compile(words.OPEN_QUESTION)
_BY_THEMSELVES: Final = re.compile(words.BY_THEMSELVES)
_FORMULA: Final = re.compile(words.FORMULA_QUESTION)
_DAY_NAMED: Final = re.compile(rf"(?<!\w)(?:{slots.DAYS}|\d{{1,2}}\.? ?(?:{MONTHS}))(?!\w)")
_TIME_NAMED: Final = re.compile(rf"(?<!\w)(?:{slots.TIMES})(?!\w)")
_FEWEST_WORDS: Final = 4
"""Words of a shortest question without a kind of its own; "what day" and the like have one."""
_TRAILING: Final = 2
"""Words with which a sentence may end in its "please": what is asked for stands before it."""
_INSTEAD: Final = {
    "date": ("date_of_birth", "day", "end_time"),
    "day": ("end_time",),
    "time": ("end_time",),
    "when": ("time", "date", "day", "end_time"),
    "device": ("serial_number",),
    "location": ("place",),
    "card_last4": ("national_id", "iban"),
    "card_number": ("card_last4",),
    "customer_number": ("iban",),
}
"""A kind that is only the beginning of another's name."""


def asked(message: Message, comment: Comment, language: str | None) -> tuple[Request, ...]:
    """Return what an agent asks the customer for, each kind once; an identity check is marked by its own request."""
    if (
        "?" not in message.body
        and not _ANY_ASKED.search(message.folded)
        and not _BARE.fullmatch(message.folded.strip())
    ):
        return ()
    found: dict[str, Request] = {}
    others = {kind for s in message.sentences if _ANOTHER.search(s.folded) for kind in _kinds(s, language)}
    for sentence in message.sentences:
        if _ONLY_IF.match(sentence.folded.lstrip()) or _ANOTHER.search(sentence.folded):
            continue
        for kind in _kinds(sentence, language):
            if kind in others:
                continue
            quote = message.quote(sentence.start, sentence.end)
            found.setdefault(kind, Request(kind, _evidence(comment, quote), 0.9))
    if found and (identity := _IDENTITY.search(message.folded, language)):
        quote = message.quote(*identity.span())
        found[IDENTITY_CHECK] = Request(IDENTITY_CHECK, _evidence(comment, quote))
    return tuple(found.values())


def _kinds(sentence: Sentence, language: str | None) -> list[str]:
    bare = [kind for kind, pattern in _BARE_KINDS.items() if pattern.fullmatch(sentence.folded)]
    if bare:
        return bare
    begins = [_ASK.search(sentence.folded, language), _OPEN.search(sentence.folded) if sentence.is_question else None]
    starts = [match.start() for match in begins if match]
    if not starts or _NOT_ASKED.search(sentence.folded, language):
        return []
    rest = sentence.folded[min(starts) :]
    if len(rest.split()) <= _TRAILING:
        rest = sentence.folded
    kinds = [kind for kind, pattern in _ASKED.items() if pattern.search(rest)]
    if _BY_THEMSELVES.search(sentence.folded):
        kinds = [kind for kind in kinds if kind not in ("password", "code")]
    if not kinds:
        return [OTHER] if sentence.is_question and _is_open(sentence.folded) else []
    # An agent who names the value does not ask for it but shows that it is known.
    if any(True for _ in codes(sentence.folded)):
        kinds = [kind for kind in kinds if kind not in REFERENCE_KINDS and kind not in ("card_last4", "date", "when")]
    if _DAY_NAMED.search(sentence.folded):
        kinds = [kind for kind in kinds if kind not in ("date", "when", "day")]
    if _TIME_NAMED.search(sentence.folded):
        kinds = [kind for kind in kinds if kind not in ("time", "when")]
    return [kind for kind in kinds if not any(other in kinds for other in _INSTEAD.get(kind, ()))]


def _is_open(folded: str) -> bool:
    """Whether a question asks for something of the customer's, and is not what agents ask everybody."""
    return len(folded.split()) >= _FEWEST_WORDS and bool(_OPEN.search(folded)) and not _FORMULA.search(folded)


def _evidence(comment: Comment, quote: str | None) -> Evidence:
    return Evidence(comment.ticket, comment.at, quote, comment.id, comment.role)
