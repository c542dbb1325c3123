"""
The private note: what an agent without the sidebar reads, in ten seconds.

What the customer has lived through, in their own words, what helps now, what not to ask again, and what is due. The
figures that look fine are left to the sidebar: they help whoever leads the team, not whoever answers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from integration.model import (
    HEADLINE_BETWEEN,
    Annotation,
    Evidence,
    Fact,
    Flag,
    Note,
    Receipt,
    Ticket,
    TicketRef,
    TimelinePromise,
)
from integration.writeback.cutting import cut_bytes, one_line, shorten
from integration.writeback.inert import inert
from integration.writeback.settings import WritebackSettings
from integration.writeback.telling import choose_evidence, choose_flags, evidence_key
from integration.writeback.words import Words

MAX_TEXT_BYTES = 4_000
"""A CaseComment of Salesforce holds 4,000 bytes of UTF-8."""

MAX_SENTENCE = 300
MAX_QUOTE = 220
MAX_PROMISE_QUOTE = 140
MAX_VALUE = 60
MAX_SUBJECT = 60
MAX_VALUES = 3
MAX_TOLD = 8
MAX_DUE = 3
LAST_SECOND = 59

_UNSAID = frozenset({"number", "name", "date", "day", "time"})
"""Kinds of facts that a note leaves out: a bare number or day says nothing, and a name is on the ticket."""

_VALUELESS = frozenset({"description"})
"""Kinds of facts whose value is as long as the ticket itself."""

_environment = Environment(
    loader=PackageLoader("integration.writeback"),
    autoescape=select_autoescape(["html"]),
    undefined=StrictUndefined,
    auto_reload=False,
)


@dataclass(frozen=True, slots=True)
class Place:
    """A ticket, as a note names it. `here`: the note's own ticket, whose address a reader of plain text can spare."""

    where: str
    url: str | None
    here: bool


@dataclass(frozen=True, slots=True)
class Point:
    """One flag. `lived` is None where the headline says it already; `said` is who said the quote, and on which day."""

    lived: str | None
    quote: str | None
    said: str
    place: Place
    advice: str


@dataclass(frozen=True, slots=True)
class Due:
    """One promise that is not kept yet, and that no point tells of. `quote` is None where it may not be shown."""

    says: str
    quote: str | None
    by: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class NoteContent:
    """All that a note says, ready to be shown: cut, on one line each, and inert. Not yet escaped for HTML."""

    headline: str
    points: tuple[Point, ...]
    told: tuple[str, ...]
    due: tuple[Due, ...]


def build_content(
    annotation: Annotation, receipt: Receipt | None, ticket: Ticket, settings: WritebackSettings, now: datetime
) -> NoteContent:
    """Return what a note on this ticket says now. `annotation` is screened, and has a flag to tell of."""
    view = _View(annotation, ticket, settings, now)
    flags = choose_flags(annotation, receipt)
    pieces = choose_evidence(flags, receipt)
    headline = (annotation.headline or flags[0].lived).partition(HEADLINE_BETWEEN)[0]
    told = {evidence_key(piece) for piece in pieces}
    # what a point tells already is not said again
    due = [
        p
        for p in annotation.promises
        if p.state in ("open", "overdue") and evidence_key(p.promise.evidence) not in told
    ]
    by_due = sorted(due, key=lambda promise: promise.promise.due)
    return NoteContent(
        headline=_say(headline, MAX_SENTENCE),
        points=tuple(view.point(flag, piece, headline) for flag, piece in zip(flags, pieces, strict=True)),
        told=_told(annotation.told, view.words),
        due=tuple(view.due(promise) for promise in by_due[:MAX_DUE]),
    )


def render(content: NoteContent, key: str, words: Words) -> Note:
    """Return the note. Both of its forms end with `sidelight:KEY`, whatever had to be cut."""
    shown = {"note": content, "words": words, "key": key}
    signature = f"\n\n{words.signature} sidelight:{key}"
    body = _environment.get_template("note.txt").render(shown).strip()
    room = MAX_TEXT_BYTES - len(signature.encode())
    html = _environment.get_template("note.html").render(shown)
    return Note(key=key, text=cut_bytes(body, room, words.shortened) + signature, html=html)


@dataclass(frozen=True, slots=True)
class _View:
    """The ticket's place and time: how other tickets, days and people are named there."""

    annotation: Annotation
    ticket: Ticket
    settings: WritebackSettings
    now: datetime

    @property
    def words(self) -> Words:
        return Words(self.settings.saying)

    def point(self, flag: Flag, piece: Evidence, headline: str) -> Point:
        speaker = self.words.said_by(piece.role.value) if piece.role is not None and piece.quote else None
        day = self._day(piece.at)
        return Point(
            lived=None
            if one_line(flag.lived).rstrip(".") == one_line(headline).rstrip(".")
            else _say(flag.lived, MAX_SENTENCE),
            quote=_say(piece.quote, MAX_QUOTE) if piece.quote else None,
            said=day if speaker is None else f"{speaker}, {day}",
            place=self._place(piece.ticket),
            advice=_say(flag.advice, MAX_SENTENCE),
        )

    def due(self, promise: TimelinePromise) -> Due:
        said = promise.promise
        words_said = said.evidence.quote
        return Due(
            says=self.words.promised(self._moment(said.due), overdue=promise.state == "overdue"),
            quote=_say(words_said, MAX_PROMISE_QUOTE) if words_said else None,
            by=_say(promise.by, MAX_VALUE) if promise.by else None,
            place=self._place(said.evidence.ticket),
        )

    def _place(self, ref: TicketRef) -> Place:
        url = self.settings.link_to(ref)
        if ref == self.ticket.ref:
            return Place(self.words.this_ticket, url, here=True)
        contact = next((contact for contact in self.annotation.history if contact.ticket == ref), None)
        number = (contact.number if contact else None) or dict(self.annotation.numbers).get(ref)
        if number:
            return Place(self.words.ticket(_say(number, MAX_VALUE)), url, here=False)
        if contact is not None and contact.subject:
            return Place(self.words.ticket_about(_say(contact.subject, MAX_SUBJECT)), url, here=False)
        return Place(self.words.other_ticket, url, here=False)

    def _day(self, moment: datetime) -> str:
        local = self.settings.to_team_time(moment)
        return self.words.day(local, year=self._other_year(local))

    def _moment(self, moment: datetime) -> str:
        local = self.settings.to_team_time(moment)
        # what is due "by Friday" is due in Friday's last second
        return self.words.moment(local, year=self._other_year(local), whole_day=moment.second == LAST_SECOND)

    def _other_year(self, local: datetime) -> bool:
        return local.year != self.settings.to_team_time(self.now).year


def _told(facts: Sequence[Fact], words: Words) -> tuple[str, ...]:
    """Return what the customer gave, one line a kind."""
    by_kind: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.kind not in _UNSAID:
            by_kind.setdefault(fact.kind, []).append(fact)
    said = [_say_facts(kind, of_kind, words) for kind, of_kind in by_kind.items()]
    more = len(said) - MAX_TOLD
    return tuple([*said[:MAX_TOLD], words.and_more(more)] if more > 0 else said)


def _say_facts(kind: str, facts: Sequence[Fact], words: Words) -> str:
    values = list(dict.fromkeys(_say(fact.value, MAX_VALUE) for fact in facts if not fact.sensitive and fact.value))
    more = len(values) - MAX_VALUES
    listed = ", ".join([*values[:MAX_VALUES], words.and_more(more)] if more > 0 else values)
    name = _say(words.fact_name(kind), MAX_VALUE)
    if any(fact.sensitive for fact in facts) and not values:
        return words.fact_hidden(name)
    if kind in _VALUELESS or not values:
        return name
    if kind.startswith("step_"):
        return words.step_tried(listed)
    return words.fact(name, listed)


def _say(text: str, limit: int) -> str:
    return inert(shorten(one_line(text), limit))
