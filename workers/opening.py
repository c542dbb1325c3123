"""
A first sentence for the agent to copy and edit: it shows the customer that their history is known. Never sent by us.

"I see that this is the third time you have contacted us about invoice 4411, and that Joe had promised you the
correction by 6 November. Here is what I have found so far:" It is put together from facts alone: each clause stands for
a flag that is stated, and rests on that flag's evidence. It is in the customer's language, as the brand wants it, and
where nothing is to be acknowledged there is none. It promises nothing, admits nothing, and names nobody but our agents.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from integration.model import Flag, OpeningClause, Role, TimelinePromise
from integration.saying import LOCALES, Saying
from workers import brand as brands
from workers import naming, pledges
from workers.brand import Brand, Voice
from workers.context import TicketView
from workers.timeline import Kind

MOST_CLAUSES: Final = 2
LONGEST: Final = 300

OUR_DOING: Final = frozenset(
    {"promise_overdue", "asked_again", "left_waiting", "unanswered_question", "hollow_resolution", "deflected_again"}
)
"""Flags after which a brand may want "I am sorry that this has taken so much of your time."."""
_PERSON: Final = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ '’.-]{0,38}[A-Za-zÀ-ɏ]")  # noqa: RUF001 - the curly apostrophe of names
_ADDRESS: Final = re.compile(r"www|\.[a-z]{2}")


@dataclass(frozen=True, slots=True)
class Opening:
    """The sentence, and what it says in its order."""

    text: str
    clauses: tuple[OpeningClause, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """A clause with its words."""

    words: str
    clause: OpeningClause


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

    def may_say(self, words: str) -> bool:
        return pledges.find(words) is None and not _is_forbidden(words, self.voice)


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
    material = _Material(view, {flag.kind: flag for flag in flags}, promises, saying, brand.of(saying.language))
    said = [one for make in _CLAUSES if (one := make(material)) and material.may_say(one.words)]
    for count in range(min(MOST_CLAUSES, len(said)), 0, -1):
        text = _compose(material, said[:count], brand)
        if text is not None and len(text) <= LONGEST:
            return Opening(text, tuple(one.clause for one in said[:count]))
    return None


def _compose(material: _Material, said: list[_Said], brand: Brand) -> str | None:
    """Return the sentence as the brand wants it; None where it cannot be had so."""
    voice = material.voice
    # what the company wrote is in the language that it stands under: the general texts in the account's
    own = material.saying.language in brand.languages or material.saying == material.view.saying
    if voice.required and not own:
        return None
    frame = next(iter(voice.examples if own else ()), None)
    frame = frame or material.say("I see {what}. Here is what I have found so far:", what=brands.WHAT)
    sentences = [frame.replace(brands.WHAT, material.saying.every([one.words for one in said]))]
    if voice.apology == "when_we_failed" and any(one.clause.flag in OUR_DOING for one in said):
        sentences.insert(0, material.say("I am sorry that this has taken so much of your time."))
    sentences += [sentence for sentence in voice.required if sentence not in sentences[0]]
    text = " ".join(sentences) + (f"\n{voice.sign_off}" if voice.sign_off else "")
    return text if material.may_say(text) else None


def _is_forbidden(text: str, voice: Voice) -> bool:
    return any(phrase.casefold() in text.casefold() for phrase in voice.forbidden)


def _repeat(m: _Material) -> _Said | None:
    flag = m.flags.get("repeat_contact")
    if flag is None:
        return None
    name = naming.about(m.view, m.saying)
    # a subject that the team gave is the team's word for it, and none for the customer
    if name is not None and name.evidence.role == Role.CUSTOMER:
        said = _contacts_about(m, flag, name.said)
        if m.may_say(said):
            return _Said(said, OpeningClause(flag.kind, (*flag.evidence, name.evidence)))
    if len(flag.evidence) == 1:
        said = m.say("that you have contacted us about the same thing before")
    else:
        said = m.say("that you have contacted us about the same thing several times")
    return _Said(said, OpeningClause(flag.kind, flag.evidence))


def _contacts_about(m: _Material, flag: Flag, about: str) -> str:
    """Return how often they have come about it; counted only where nothing lies further back than the flag looks."""
    earlier = len(flag.evidence)
    if earlier == 1:
        return m.say("that you have contacted us about {about} before", about=about)
    upto = [t for t in m.view.issue.contacts if t.created_at <= m.view.ticket.created_at]
    if earlier == 2 and len(upto) == 3:  # noqa: PLR2004 - two before this one
        return m.say("that this is the third time you have contacted us about {about}", about=about)
    return m.say("that you have contacted us about {about} several times", about=about)


def _promise(m: _Material) -> _Said | None:
    flag = m.flags.get("promise_overdue")
    late = [p for p in m.promises if p.state == "overdue" and flag is not None and p.promise.evidence in flag.evidence]
    if flag is None or not late:
        return None
    oldest = min(late, key=lambda p: p.promise.due)
    kind, day = oldest.promise.kind, m.saying.day(m.view.local(oldest.promise.due))
    name = oldest.by if oldest.by and _PERSON.fullmatch(oldest.by) and not _ADDRESS.search(oldest.by) else None
    say, thing = m.saying.say, ""
    if kind in ("call", "refund", "delivery", "correction", "answer"):
        things = {
            "call": say("a call"),
            "refund": say("the refund"),
            "delivery": say("the delivery"),
            "correction": say("the correction"),
        }
        thing = things.get(kind) or say("an answer")
        said = (
            m.say("that {name} had promised you {thing} by {day}", name=name, thing=thing, day=day)
            if name
            else m.say("that you had been promised {thing} by {day}", thing=thing, day=day)
        )
    elif kind == "visit":
        said = (
            m.say("that {name} had promised you a visit on {day}", name=name, day=day)
            if name
            else m.say("that you had been promised a visit on {day}", day=day)
        )
    else:
        said = (
            m.say("that {name} had given you {day} as the date", name=name, day=day)
            if name
            else m.say("that you had been given {day} as the date", day=day)
        )
    return _Said(said, OpeningClause(flag.kind, (oldest.promise.evidence,), name))


def _waiting(m: _Material) -> _Said | None:
    flag = m.flags.get("left_waiting")
    if flag is None:
        return None
    said = m.view.comments(Kind.CUSTOMER, Kind.REPLY)
    if said and said[-1].role == Role.CUSTOMER:
        since = m.saying.day(m.view.local(flag.evidence[0].at))
        return _Said(
            m.say("that you have been waiting since {day}", day=since), OpeningClause(flag.kind, flag.evidence)
        )
    return _plain(m, flag.kind, m.say("that you had to ask us again for an answer"))


def _asked(m: _Material) -> _Said | None:
    flag = m.flags.get("asked_again")
    if flag is None:
        return None
    by_us = any(piece.role == Role.AGENT for piece in flag.evidence)
    asked, told = (
        m.say("that you had already given us what we asked for"),
        m.say("that you have already explained this"),
    )
    return _plain(m, flag.kind, asked if by_us else told)


def _question(m: _Material) -> _Said | None:
    return _plain(m, "unanswered_question", m.say("that your question is still open"))


def _article(m: _Material) -> _Said | None:
    return _plain(m, "deflected_again", m.say("that the article was of no help to you"))


def _returned(m: _Material) -> _Said | None:
    # a contact that is told as a repeat needs no second word for it
    said = m.say("that this has come back after it was marked as solved")
    return None if "repeat_contact" in m.flags else _plain(m, "hollow_resolution", said)


def _plain(m: _Material, kind: str, said: str) -> _Said | None:
    flag = m.flags.get(kind)
    return _Said(said, OpeningClause(kind, flag.evidence)) if flag is not None else None


_CLAUSES: Final[tuple[Callable[[_Material], _Said | None], ...]] = (
    _repeat,
    _promise,
    _question,
    _asked,
    _waiting,
    _article,
    _returned,
)
"""In the order in which they are said; the first MOST_CLAUSES are."""
