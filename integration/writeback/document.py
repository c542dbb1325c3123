"""
The annotation as JSON, `sidelight/1`: what the sidebars read. Its schema is manifest/annotation.schema.json.

The same annotation gives the same bytes: nothing in it says when it was made, only how far the ticket had been read
(`read_to`), which moves when the customer writes. Keys without a value are left out.
Addresses in the ticket's own helpdesk are, too: the sidebar stands in it, and makes them from the ticket.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from integration.model import Annotation, Contribution, Evidence, Fact, Flag, TicketRef, TimelinePromise
from integration.writeback.cutting import clean, shorten
from integration.writeback.fitting import fit
from integration.writeback.settings import WritebackSettings

VERSION = "sidelight/1"

MAX_SENTENCE = 240
MAX_OPENING = 300
MAX_CLAUSES = 4
MAX_QUOTE = 280
MAX_SUBJECT = 120
MAX_VALUE = 120
MAX_NAME = 60
MAX_KIND = 40
MAX_FLAGS = 15
MAX_EVIDENCE = 6
MAX_TOLD = 24
MAX_PROMISES = 12
MAX_HISTORY = 20
MAX_PARTS = 12

Json = dict[str, Any]


def build_full(annotation: Annotation, headline: str | None, number: str, settings: WritebackSettings) -> str:
    """
    Return the JSON of a ticket that is being worked on, at most `fitting.MAX_BYTES` of UTF-8.

    Args:
        annotation: What may be shown, that is, already screened.
        headline: As written to the headline field.
        number: What people call the annotation's own ticket.
        settings: Where the links lead.
    """
    numbers, abroad = _numbers(annotation, number), settings.abroad(annotation.ticket.connection)
    effort = annotation.effort
    return fit(
        _without_none(
            {
                "v": VERSION,
                "ticket": str(annotation.ticket),
                "read_to": None if annotation.read_to is None else _time(annotation.read_to),
                "headline": headline,
                "opening": None if annotation.opening is None else shorten(clean(annotation.opening), MAX_OPENING),
                "opening_from": _opening_from(annotation),
                "language": annotation.language,
                "contacts": annotation.contacts,
                "frustration": int(annotation.frustration),
                "effort": {
                    "total": effort.total,
                    "parts": [
                        {"part": _name(part), "points": points, "count": count}
                        for part, points, count in effort.parts[:MAX_PARTS]
                    ],
                },
                "flags": [_flag(flag, numbers, abroad, quotes=True) for flag in annotation.flags[:MAX_FLAGS]],
                "told": [_fact(fact) for fact in annotation.told[:MAX_TOLD]],
                "promises": [_promise(promise) for promise in annotation.promises[-MAX_PROMISES:]],
                "history": _history(annotation, abroad),
                "problem": _problem(annotation, numbers, abroad),
            },
            keep=("headline",),
        )
    )


def build_solved(annotation: Annotation, headline: str | None, number: str, settings: WritebackSettings) -> str:
    """Return the JSON that stays on a solved ticket: the headline, and the flags without anybody's words."""
    numbers, abroad = _numbers(annotation, number), settings.abroad(annotation.ticket.connection)
    flags = [_flag(flag, numbers, abroad, quotes=False) for flag in annotation.flags[:MAX_FLAGS]]
    return fit({"v": VERSION, "ticket": str(annotation.ticket), "headline": headline, "flags": flags})


def _opening_from(annotation: Annotation) -> list[str] | None:
    if annotation.opening is None:
        return None
    return [_name(clause.flag) for clause in annotation.opening_from[:MAX_CLAUSES]] or None


def _numbers(annotation: Annotation, number: str) -> dict[TicketRef, str]:
    known = {contact.ticket: contact.number for contact in annotation.history if contact.number}
    return {**dict(annotation.numbers), **known, annotation.ticket: number}


def _problem(annotation: Annotation, numbers: Mapping[TicketRef, str], settings: WritebackSettings) -> Json | None:
    if annotation.problem is None:
        return None
    return _without_none(
        {
            "ticket": str(annotation.problem),
            "number": numbers.get(annotation.problem),
            "url": settings.link_to(annotation.problem),
        }
    )


def _flag(flag: Flag, numbers: Mapping[TicketRef, str], settings: WritebackSettings, *, quotes: bool) -> Json:
    return {
        "kind": _name(flag.kind),
        "severity": flag.severity.value,
        "confidence": round(flag.confidence, 2),
        "figure": _sentence(flag.figure),
        "lived": _sentence(flag.lived),
        "advice": _sentence(flag.advice),
        "evidence": [_evidence(piece, numbers, settings, quotes=quotes) for piece in flag.evidence[:MAX_EVIDENCE]],
    }


def _evidence(piece: Evidence, numbers: Mapping[TicketRef, str], settings: WritebackSettings, *, quotes: bool) -> Json:
    return _without_none(
        {
            "ticket": str(piece.ticket),
            "number": numbers.get(piece.ticket),
            "at": _time(piece.at),
            "by": None if piece.role is None else piece.role.value,
            "quote": _quote(piece.quote) if quotes else None,
            "url": settings.link_to(piece.ticket),
        }
    )


def _fact(fact: Fact) -> Json:
    shown: Json = {"hidden": True} if fact.sensitive else {"value": shorten(clean(fact.value), MAX_VALUE)}
    return _without_none(
        {
            "kind": _name(fact.kind),
            **shown,
            "to": None if fact.told_to is None else shorten(clean(fact.told_to), MAX_NAME),
            "at": _time(fact.evidence.at),
            "ticket": str(fact.evidence.ticket),
        }
    )


def _promise(promise: TimelinePromise) -> Json:
    said = promise.promise
    return _without_none(
        {
            "due": _time(said.due),
            "kind": said.kind,
            "state": promise.state,
            "settled": None if promise.settled_by is None else _time(promise.settled_by.at),
            "by": None if promise.by is None else shorten(clean(promise.by), MAX_NAME),
            "quote": _quote(said.evidence.quote),
            "ticket": str(said.evidence.ticket),
        }
    )


def _history(annotation: Annotation, settings: WritebackSettings) -> list[Json]:
    latest = sorted(annotation.history, key=lambda contact: (contact.at, contact.ticket))[-MAX_HISTORY:]
    return [_contact(contact, settings) for contact in latest]


def _contact(contact: Contribution, settings: WritebackSettings) -> Json:
    return _without_none(
        {
            "ticket": str(contact.ticket),
            "number": contact.number,
            "at": _time(contact.at),
            "subject": shorten(clean(contact.subject), MAX_SUBJECT) or None,
            "status": contact.status.value,
            "channel": contact.channel.value,
            "url": settings.link_to(contact.ticket),
        }
    )


def _quote(quote: str | None) -> str | None:
    return shorten(clean(quote), MAX_QUOTE) if quote else None


def _sentence(text: str) -> str:
    return shorten(clean(text), MAX_SENTENCE)


def _name(text: str) -> str:
    return text[:MAX_KIND]


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _without_none(found: Json, keep: tuple[str, ...] = ()) -> Json:
    return {key: value for key, value in found.items() if value is not None or key in keep}
