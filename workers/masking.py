"""
The last look at what is shown: no secret of the issue's stands in any string of an annotation.

Who reads a comment leaves out the secrets that the comment itself names. Here everything that customers or agents wrote
(quotes, values, subjects, names of files) and every sentence of ours that repeats a word of theirs is looked at once
more: by itself, for the values that are a secret anywhere else on the issue, and for the answers to secret questions.
Somebody's words with a secret in them are left out, a value is "given, hidden", and our own sentence has a gap.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from integration.model import Annotation, Contribution, Evidence, Fact, Flag, OpeningClause, TimelinePromise
from workers import answers, sensitive, told
from workers.context import TicketView
from workers.timeline import CommentKey, Kind, key

LEFT_OUT: Final = "…"
_FILES: Final = ("photo", "document")
_SHORTEST: Final = 4
"""Characters from which a secret's value is looked for elsewhere; a shorter one is anybody's number."""
_WITH_A_DIGIT: Final = re.compile(r"[^\s,;:!?()\"]*\d[^\s,;:!?()\"]*")


@dataclass(frozen=True, slots=True)
class Secrets:
    """What is secret on one issue: the values themselves, in memory only, and the comments that answer with one."""

    values: re.Pattern[str] | None
    answering: frozenset[CommentKey]

    def hides(self, text: str | None) -> bool:
        """Whether a text holds a secret."""
        return bool(text) and bool(sensitive.find(text or "") or (self.values and self.values.search(text or "")))

    def without(self, text: str) -> str:
        """Return a sentence of ours with a gap for each secret."""
        for secret in reversed(sensitive.find(text)):
            text = text[: secret.start] + LEFT_OUT + text[secret.end :]
        return self.values.sub(LEFT_OUT, text) if self.values else text


def of_issue(view: TicketView) -> Secrets:
    """Return the secrets of the view's issue."""
    known = view.issue.memo.get("secrets")
    if known is None:
        known = view.issue.memo["secrets"] = _find(view)
    found: Secrets = known
    return found


def mask(annotation: Annotation, view: TicketView) -> Annotation:
    """Return the annotation of a view's ticket without a secret."""
    secrets = of_issue(view)
    opening = None if secrets.hides(annotation.opening) else annotation.opening
    return replace(
        annotation,
        flags=tuple(_flag(flag, secrets) for flag in annotation.flags),
        headline=None if annotation.headline is None else secrets.without(annotation.headline),
        opening=opening,
        opening_from=() if opening is None else tuple(_clause(c, secrets) for c in annotation.opening_from),
        effort=replace(
            annotation.effort,
            evidence=tuple((part, _all(pieces, secrets)) for part, pieces in annotation.effort.evidence),
        ),
        told=tuple(_fact(fact, secrets) for fact in annotation.told),
        promises=tuple(_promise(promise, secrets) for promise in annotation.promises),
        history=tuple(_contact(contact, secrets) for contact in annotation.history),
    )


def _find(view: TicketView) -> Secrets:
    comments = view.issue_comments(Kind.CUSTOMER, Kind.REPLY, Kind.NOTE)
    values: set[str] = set()
    for text in (*(t.subject for t in view.issue.tickets), *(c.text for c in comments)):
        values.update(text[s.start : s.end] for s in sensitive.find(text))
    said = [s for s in told.on_issue(view) if s.fact.sensitive and s.answers and s.answers.kind in answers.SECRETS]
    for one in said:
        shown = {s.fact.value for s in told.on_issue(view) if s.comment is one.comment}
        values.update(v for v in _WITH_A_DIGIT.findall(one.comment.text) if v not in shown)
    wanted = sorted({v.strip(".'") for v in values if len(v) >= _SHORTEST and any(c.isdigit() for c in v)}, key=len)
    pattern = "|".join(re.escape(value) for value in reversed(wanted) if len(value) >= _SHORTEST)
    return Secrets(
        re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE) if pattern else None,
        frozenset(key(one.comment) for one in said),
    )


def _flag(flag: Flag, secrets: Secrets) -> Flag:
    return replace(
        flag,
        figure=secrets.without(flag.figure),
        lived=secrets.without(flag.lived),
        advice=secrets.without(flag.advice),
        evidence=_all(flag.evidence, secrets),
    )


def _all(pieces: Iterable[Evidence], secrets: Secrets) -> tuple[Evidence, ...]:
    return tuple(_evidence(piece, secrets) for piece in pieces)


def _evidence(piece: Evidence, secrets: Secrets) -> Evidence:
    answers_secretly = (piece.ticket.connection, piece.comment_id or "") in secrets.answering
    return replace(piece, quote=None) if piece.quote and (answers_secretly or secrets.hides(piece.quote)) else piece


def _clause(clause: OpeningClause, secrets: Secrets) -> OpeningClause:
    return replace(clause, evidence=_all(clause.evidence, secrets))


def _fact(fact: Fact, secrets: Secrets) -> Fact:
    named = fact.kind in _FILES and sensitive.is_in_name(fact.value)
    if fact.value and (named or secrets.hides(fact.value)):
        return replace(fact, value="", sensitive=True, instead_of=None, evidence=replace(fact.evidence, quote=None))
    return replace(fact, evidence=_evidence(fact.evidence, secrets))


def _promise(promise: TimelinePromise, secrets: Secrets) -> TimelinePromise:
    said, settled = promise.promise, promise.settled_by
    return replace(
        promise,
        promise=replace(said, evidence=_evidence(said.evidence, secrets)),
        settled_by=None if settled is None else _evidence(settled, secrets),
    )


def _contact(contact: Contribution, secrets: Secrets) -> Contribution:
    return replace(contact, subject="") if secrets.hides(contact.subject) else contact
