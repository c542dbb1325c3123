"""
Whether a ticket is written, and what. Writing nothing is the normal outcome.

    closed, deleted or merged           nothing: nobody can or need read it
    nothing to say, never written       nothing
    what agents read is unchanged       nothing
    open                                fields, JSON and perhaps a note; emptied when nothing is left to say
    solved                              once, without quotes or a note; again only to withdraw a flag, or to give back
                                        one that an agent had called wrong
"""

from dataclasses import asdict, replace
from datetime import datetime
from hashlib import blake2b
from json import dumps

from integration.model import Annotation, FieldValues, Frustration, Note, Receipt, Status, Ticket, Write
from integration.writeback import telling
from integration.writeback.crossing import screen
from integration.writeback.cutting import one_line, shorten_units
from integration.writeback.document import build_full, build_solved
from integration.writeback.note import build_content, render
from integration.writeback.settings import WritebackSettings
from integration.writeback.words import Words

MAX_HEADLINE = 255
"""UTF-16 units: a text field of Salesforce holds as many."""

MAX_CONTACTS = 9_999
_BLANK_KEY = "0" * 16


def plan(
    annotation: Annotation, receipt: Receipt | None, ticket: Ticket, settings: WritebackSettings, now: datetime
) -> Write | None:
    """
    Return the one change that `ticket` needs, or None.

    Args:
        annotation: What is known about the ticket now.
        receipt: What was last written on it; None where nothing ever was.
        ticket: The ticket as last fetched.
        settings: What may be written.
        now: The present moment; nothing of it but a note's quiet time and the years of its dates depends on it.
    """
    if ticket.status is Status.CLOSED or ticket.deleted or ticket.merged_into is not None:
        return None
    speaks = _has_something_to_say(annotation, ticket)
    if receipt is None and not speaks:
        return None
    if receipt is not None and _is_settled(annotation, receipt, ticket):
        return None
    shown = screen(annotation, settings.cross_system_quotes)
    fields = _build_fields(shown, ticket, settings) if speaks else FieldValues(written=settings.written_fields)
    note = _build_note(shown, receipt, ticket, settings, now)
    if note is None and (not fields.written or _is_unchanged(fields, receipt)):
        return None
    if receipt is not None and receipt.fields_hash == _content_hash(fields, annotation, ticket):
        return None
    key = _action_key(fields, note, receipt, ticket)
    final = None if note is None else Note(key, _sign(note.text, key), _sign(note.html, key))
    return Write(ticket=ticket.ref, key=key, fields=fields, note=final, stamp=ticket.stamp)


def build_receipt(
    write: Write, annotation: Annotation, receipt: Receipt | None, ticket: Ticket, now: datetime
) -> Receipt:
    """
    Return what to remember of a write that was carried out.

    Args:
        write: As it was planned, with its note, also where the note turned out to be there already.
        annotation: What it was planned from, and the same for the next two.
        receipt: The one before.
        ticket: As it was when the write was planned.
        now: When the write was carried out.
    """
    before = receipt or Receipt(ticket=ticket.ref, fields_hash="")
    told = before.evidence_keys
    if write.note is not None:
        flags = telling.choose_flags(annotation, receipt)
        fresh = (telling.evidence_key(piece) for flag in flags for piece in flag.evidence)
        told = tuple(dict.fromkeys((*told, *fresh)))
    return replace(
        before,
        fields_hash=_content_hash(write.fields, annotation, ticket),
        flags=_flag_kinds(annotation),
        evidence_keys=told,
        note_key=before.note_key if write.note is None else write.note.key,
        note_at=before.note_at if write.note is None else now,
        written_at=now,
        solved=ticket.status.is_done,
    )


def _has_something_to_say(annotation: Annotation, ticket: Ticket) -> bool:
    if annotation.flags or annotation.frustration >= Frustration.FRUSTRATED:
        return True
    return annotation.next_promise_due is not None and not ticket.status.is_done


def _is_settled(annotation: Annotation, receipt: Receipt, ticket: Ticket) -> bool:
    """Whether the ticket has had the write that solving causes, and no flag of it is to be withdrawn."""
    if not ticket.status.is_done or not receipt.solved:
        return False
    if ticket.solved_at and receipt.written_at and ticket.solved_at > receipt.written_at:
        return False  # reopened and solved again between two looks
    written, stated = set(receipt.flags), set(_flag_kinds(annotation))
    if {entry.kind for entry in ticket.feedback} & stated - written:
        return False  # an agent took it off by mistake, and has put it back
    return written <= stated


def _flag_kinds(annotation: Annotation) -> tuple[str, ...]:
    return tuple(dict.fromkeys(flag.kind for flag in annotation.flags))


def _build_fields(shown: Annotation, ticket: Ticket, settings: WritebackSettings) -> FieldValues:
    due = shown.next_promise_due
    headline = shorten_units(one_line(shown.headline), MAX_HEADLINE) if shown.headline else None
    build_json = build_solved if ticket.status.is_done else build_full
    values = FieldValues(
        headline=headline,
        flags=_flag_kinds(shown),
        contacts=min(shown.contacts, MAX_CONTACTS),
        frustration=shown.frustration,
        effort=shown.effort.total,
        promise_due=None if due is None else settings.to_team_time(due).date(),
        annotation=build_json(shown, headline, ticket.number, settings),
        written=settings.written_fields,
    )
    empty = FieldValues()
    off = {name: getattr(empty, name) for name in settings.write_off - {"note"}}
    return replace(values, **off)


def _build_note(
    shown: Annotation, receipt: Receipt | None, ticket: Ticket, settings: WritebackSettings, now: datetime
) -> Note | None:
    """Return the note with a blank key, which stands where the write's own will."""
    if "note" in settings.write_off or not telling.is_due(shown, receipt, ticket, now):
        return None
    return render(build_content(shown, receipt, ticket, settings, now), _BLANK_KEY, Words(settings.saying))


def _sign(text: str, key: str) -> str:
    before, _, after = text.rpartition(_BLANK_KEY)
    return f"{before}{key}{after}"


def _content_hash(fields: FieldValues, annotation: Annotation, ticket: Ticket) -> str:
    """Return what stands for all that agents read: first the fields, then the evidence that a note could tell."""
    return _fields_part(fields) + _digest(*telling.noteworthy_keys(annotation, ticket))


def _fields_part(fields: FieldValues) -> str:
    values = asdict(fields)
    return _digest(*(f"{name}={values[name]}" for name in sorted(fields.written)))


def _is_unchanged(fields: FieldValues, receipt: Receipt | None) -> bool:
    return receipt is not None and receipt.fields_hash.startswith(_fields_part(fields))


def _action_key(fields: FieldValues, note: Note | None, receipt: Receipt | None, ticket: Ticket) -> str:
    """
    Return the key of this decision, 16 hex digits.

    The last write is part of it: what was flagged, withdrawn and flagged again is a new decision, not the first again.
    """
    last = "" if receipt is None else f"{receipt.fields_hash} {receipt.written_at}"
    return _digest(str(ticket.ref), _fields_part(fields), "" if note is None else note.text, last)


def _digest(*parts: str) -> str:
    return blake2b(dumps(parts).encode(), digest_size=8).hexdigest()
