"""
A first sentence for the agent to copy and edit: it shows the customer that their history is known. Never sent by us.

"I see that you write to us for the third time about invoice 4411, and that Joe named 6 November for the correction.
Here is what I have found so far:" It is put together from facts alone: each clause stands for a flag that is stated,
and rests on that flag's evidence. It is in the customer's language, as the brand wants it, and where nothing is to be
acknowledged there is none. It promises nothing, admits nothing, and names nobody but our own agents.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from integration.model import Evidence, Flag, TimelinePromise
from integration.saying import LOCALES, Saying
from workers import brand as brands
from workers import naming, pledges
from workers.brand import Brand, Voice
from workers.context import TicketView

MOST_CLAUSES: Final = 2
LONGEST: Final = 300

OUR_DOING: Final = frozenset(
    {"promise_overdue", "asked_again", "left_waiting", "unanswered_question", "hollow_resolution", "deflected_again"}
)
"""Flags after which a brand may want "I am sorry about that."."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that the sentence says, and what it rests on."""

    kind: str
    words: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """The sentence and its clauses, in order."""

    text: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class _Material:
    view: TicketView
    flags: dict[str, Flag]
    promises: tuple[TimelinePromise, ...]
    saying: Saying
    voice: Voice

    def say(self, sentence: str, **values: object) -> str:
        """Return a sentence in the voice that the brand wants: "Sie" or "du"."""
        return self.saying.address(self.voice.formality, sentence, **values)


def write(
    view: TicketView,
    flags: tuple[Flag, ...],
    promises: tuple[TimelinePromise, ...],
    language: str | None,
    brand: Brand,
) -> Opening | None:
    """
    Return the first sentence; None where nothing is to be acknowledged, or the customer's language is not ours.

    Args:
        view: The ticket.
        flags: Those stated on it.
        promises: The issue's promises, as shown on the ticket.
        language: The customer's, ISO 639-1; None where it cannot be told: then the account's.
        brand: How the company writes.
    """
    saying = Saying(language) if language in LOCALES else view.saying if language is None else None
    if saying is None or view.ticket.status.is_done:
        return None
    voice = brand.of(saying.language)
    material = _Material(view, {flag.kind: flag for flag in flags}, promises, saying, voice)
    clauses = [clause for clause in (make(material) for make in _CLAUSES) if clause and _may_be_said(clause, voice)]
    for count in range(min(MOST_CLAUSES, len(clauses)), 0, -1):
        text = _compose(material, clauses[:count], brand)
        if text is not None and len(text) <= LONGEST:
            return Opening(text, tuple(clauses[:count]))
    return None


def _compose(material: _Material, clauses: list[Clause], brand: Brand) -> str | None:
    voice = material.voice
    what = material.saying.every([clause.words for clause in clauses])
    # an example is followed in the language that it is written in: the general ones in the account's
    own = material.saying.language in brand.languages or material.saying == material.view.saying
    frame = next(iter(voice.examples if own else ()), None)
    frame = frame or material.say("I see {what}. Here is what I have found so far:", what=brands.WHAT)
    sentences = [frame.replace(brands.WHAT, what)]
    if voice.apology == "when_we_failed" and any(clause.kind in OUR_DOING for clause in clauses):
        sentences.insert(0, material.say("I am sorry that this has taken so much of your time."))
    sentences += [sentence for sentence in voice.required if sentence not in sentences[0]]
    text = " ".join(sentences) + (f"\n{voice.sign_off}" if voice.sign_off else "")
    return None if _forbidden(text, voice) else text


def _may_be_said(clause: Clause, voice: Voice) -> bool:
    return bool(clause.evidence) and pledges.find(clause.words) is None and not _forbidden(clause.words, voice)


def _forbidden(text: str, voice: Voice) -> bool:
    return any(phrase.casefold() in text.casefold() for phrase in voice.forbidden)


def _repeat(m: _Material) -> Clause | None:
    flag = m.flags.get("repeat_contact")
    if flag is None:
        return None
    contacts = len(flag.evidence) + 1
    about = naming.about(m.view)
    if about is None:
        said = (
            m.say("that you have written to us about the same thing before")
            if contacts == 2  # noqa: PLR2004 - the second
            else m.say("that you have written to us about the same thing several times")
        )
    elif contacts == 3:  # noqa: PLR2004 - the third
        said = m.say("that this is the third time you write to us about {about}", about=about)
    elif contacts == 2:  # noqa: PLR2004 - the second
        said = m.say("that you have written to us about {about} before", about=about)
    else:
        said = m.say("that you have written to us about {about} several times", about=about)
    return Clause("repeat_contact", said, flag.evidence)


def _promise(m: _Material) -> Clause | None:
    late = [p for p in m.promises if p.state == "overdue"]
    if "promise_overdue" not in m.flags or not late:
        return None
    oldest = min(late, key=lambda p: p.promise.due)
    day, name = m.saying.day(m.view.local(oldest.promise.due)), oldest.by
    if name is None:
        said = m.say("that you were told to expect something by {day}", day=day)
    elif oldest.promise.kind == "call":
        said = m.say("that {name} had named {day} for a call", name=name, day=day)
    elif oldest.promise.kind == "refund":
        said = m.say("that {name} had named {day} for your refund", name=name, day=day)
    elif oldest.promise.kind in ("visit", "delivery"):
        said = m.say("that {name} had named {day} for the appointment", name=name, day=day)
    else:
        said = m.say("that {name} had named {day} to you", name=name, day=day)
    return Clause("promise_overdue", said, (oldest.promise.evidence,))


def _waiting(m: _Material) -> Clause | None:
    flag = m.flags.get("left_waiting")
    if flag is None:
        return None
    since = m.saying.day(m.view.local(flag.evidence[0].at))
    return Clause("left_waiting", m.say("that you have been waiting since {day}", day=since), flag.evidence)


def _asked(m: _Material) -> Clause | None:
    return _plain(m, "asked_again", m.say("that you have already given us what we asked for"))


def _question(m: _Material) -> Clause | None:
    return _plain(m, "unanswered_question", m.say("that your question is still open"))


def _article(m: _Material) -> Clause | None:
    return _plain(m, "deflected_again", m.say("that the article did not help you"))


def _returned(m: _Material) -> Clause | None:
    # a contact that is told as a repeat needs no second word for it
    said = m.say("that it was marked as solved and is not")
    return None if "repeat_contact" in m.flags else _plain(m, "hollow_resolution", said)


def _plain(m: _Material, kind: str, said: str) -> Clause | None:
    flag = m.flags.get(kind)
    return Clause(kind, said, flag.evidence) if flag is not None else None


_CLAUSES: Final[tuple[Callable[[_Material], Clause | None], ...]] = (
    _repeat,
    _promise,
    _question,
    _asked,
    _waiting,
    _article,
    _returned,
)
"""In the order in which they are said; the first MOST_CLAUSES are."""
