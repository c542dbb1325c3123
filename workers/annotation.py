"""
What is shown and written for one ticket: flags, headline, and the context that an agent needs before answering.

Everything is in full here but secrets, which `masking` takes out of the whole. What may cross from one helpdesk into
another is decided once, by the write-back, which needs the words themselves to know what to hide.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from integration.model import (
    REDACTION_MARK,
    Annotation,
    Contribution,
    Flag,
    Frustration,
    KnownIssue,
    Role,
    TicketRef,
    TimelinePromise,
)
from workers import effort, flags, headline, issue_promises, masking, opening, told
from workers.context import CustomerContext, TicketView
from workers.flags.promise_overdue import HIGH_AFTER
from workers.timeline import Kind

MAX_HISTORY: Final = 12
FORGET_PROMISES: Final = timedelta(days=60)


def annotate(context: CustomerContext, ticket_ref: TicketRef, now: datetime) -> Annotation:
    """
    Return the annotation of one ticket at a moment.

    Raises:
        KeyError: the context holds no such ticket.
    """
    view = context.view(ticket_ref)
    found = tuple(_without_redactions(flag) for flag in flags.assess(context, ticket_ref, now))
    contacts = [t for t in view.issue.contacts if t.created_at <= view.ticket.created_at]
    promises, language = _promises(view, now), _language(view)
    known = view.known_issue if any(flag.kind == "known_issue" for flag in found) else None
    first = opening.write(view, found, promises, language, context.settings.brand)
    whole = Annotation(
        ticket=ticket_ref,
        flags=found,
        headline=headline.write(view, found),
        opening=first.text if first else None,
        opening_from=first.clauses if first else (),
        contacts=max(1, len(contacts)),
        frustration=_frustration(view),
        effort=effort.of(view, found, now),
        told=told.list_for(view),
        promises=promises,
        history=tuple(
            Contribution(t.ref, t.created_at, t.subject, t.status, t.channel, t.number)
            for t in [t for t in view.issue.tickets if t.created_at <= view.ends_at][-MAX_HISTORY:]
        ),
        language=language,
        read_to=_read_to(view),
        problem=known.problem if known else None,
        numbers=_numbers(known) if known else (),
    )
    return masking.mask(whole, view)


def _without_redactions(flag: Flag) -> Flag:
    """Return a flag that quotes nothing that is partly blacked out: the comment still stands for itself."""
    evidence = tuple(
        replace(piece, quote=None) if REDACTION_MARK in (piece.quote or "") else piece for piece in flag.evidence
    )
    return replace(flag, evidence=evidence)


def _numbers(known: KnownIssue) -> tuple[tuple[TicketRef, str], ...]:
    called = ((known.problem, known.problem_number),) if known.problem and known.problem_number else ()
    return (*called, *known.numbers)


def next_look(context: CustomerContext, now: datetime) -> datetime | None:
    """
    Return the next moment after `now` at which time alone changes something; None without one.

    A promise falls due, and a day later it is loud: nothing else is looked at because time has passed.
    """
    given = [
        p for issue in context.issues for p in issue_promises.of(TicketView(context, issue.tickets[0], issue), now)
    ]
    due = [p.promise.due for p in given if p.state == "open" and p.promise.due >= now]
    loud = [p.promise.due + HIGH_AFTER for p in given if p.state == "overdue"]
    # A promise is overdue from the second after it falls due.
    return min((at + timedelta(seconds=1) for at in (*due, *loud) if at >= now), default=None)


def _frustration(view: TicketView) -> Frustration:
    """Return the customer's last state on the issue, as far as this ticket reaches."""
    said = [view.reading(c) for c in view.lived(Kind.CUSTOMER)]
    return said[-1].frustration if said else Frustration.CALM


def _promises(view: TicketView, now: datetime) -> tuple[TimelinePromise, ...]:
    """
    Return the issue's promises but for those long past, and those that were given after this ticket's end.

    A ticket that is done shows them as they stood at its end: what the customer does later, elsewhere, changes it not.
    One is long past when the issue went on for long after it: time alone forgets none.
    """
    until = min(now, view.ends_at)
    latest = max((e.at for e in view.issue.entries if e.at <= until), default=until)
    return tuple(
        p
        for p in issue_promises.of(view, until)
        if p.promise.evidence.at <= until and latest - p.promise.due <= FORGET_PROMISES
    )


def _read_to(view: TicketView) -> datetime | None:
    """
    Return when the customer's newest public message on this ticket was written.

    An automatic one counts: whoever compares this with the ticket cannot tell it from others.
    """
    said = [e.comment for e in view.entries if e.comment is not None]
    return max((c.at for c in said if c.public and c.role == Role.CUSTOMER), default=None)


def _language(view: TicketView) -> str | None:
    """Return the language of the customer's newest text whose language can be told, this ticket's first."""
    own, issue = view.comments(Kind.CUSTOMER), view.lived(Kind.CUSTOMER)
    return next((lang for c in (*reversed(own), *reversed(issue)) if (lang := view.reading(c).language)), None)
