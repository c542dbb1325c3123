"""Zendesk tickets as tickets of the model."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from integration.connectors.zendesk.fields import TAG_PREFIX
from integration.connectors.zendesk.mapping.channels import Way, read_via, via_source
from integration.connectors.zendesk.mapping.directory import Directory, is_person, read_optional_time, read_time
from integration.connectors.zendesk.mapping.rows import FieldRow, TicketRow
from integration.feedback import read_feedback
from integration.model import Channel, Comment, FlagFeedback, Role, Score, Status, Ticket, TicketRef

_STATUS = {status.value: status for status in Status}
_DONE = frozenset(status for status in Status if status.is_done)
_DELETED = "deleted"
_SCRUBBED = "scrubbed"
"""What Zendesk puts in the place of all text of a ticket that was deleted for good."""


def is_deleted(row: TicketRow) -> bool:
    """Whether the export shows the ticket as deleted."""
    return bool(row.status == _DELETED)


def is_forgotten(row: TicketRow) -> bool:
    """Whether the export shows the ticket as deleted for good, which cannot be undone."""
    texts = (row.subject, row.raw_subject, row.description)
    return is_deleted(row) and any(str(text or "").strip().lower() == _SCRUBBED for text in texts)


def has_conversation(row: TicketRow) -> bool:
    """Whether the ticket's text is in its conversation log: chat and messaging text is not among the comments."""
    if is_deleted(row):
        return False
    return bool(row.from_messaging_channel) or read_via(row.via).channel in (Channel.CHAT, Channel.MESSAGING)


def map_ticket(
    row: TicketRow,
    directory: Directory,
    *,
    first_comment: Comment | None = None,
    solved_at: datetime | None = None,
) -> Ticket:
    """
    Return a ticket of any Tickets endpoint or export.

    Args:
        row: The payload.
        directory: The account's names.
        first_comment: The ticket's first comment where it is known; it decides `outbound`.
        solved_at: When it was solved by its events, used where the payload does not say.

    Where it was merged into another, only its comments tell: see `map_merge`.
    """
    rating = row.satisfaction_rating if isinstance(row.satisfaction_rating, dict) else {}
    way, deleted = read_via(row.via), is_deleted(row)
    status = Status.CLOSED if deleted else _STATUS.get(str(row.status), Status.OPEN)
    return Ticket(
        ref=directory.ticket(row.id),
        number=f"#{row.id}",
        subject=str(row.subject or row.raw_subject or ""),
        status=status,
        channel=way.channel,
        created_at=read_time(row.created_at),
        updated_at=read_time(row.updated_at),
        requester=directory.person(row.requester_id),
        assignee=directory.person(row.assignee_id),
        group=directory.groups.get(row.group_id) if row.group_id is not None else None,
        account_id=str(row.organization_id) if row.organization_id else None,
        custom_status=directory.custom_statuses.get(row.custom_status_id or 0),
        priority=row.priority,
        tags=tuple([tag for tag in row.tags or () if not tag.startswith(TAG_PREFIX)]),
        fields=_custom_fields(row.custom_fields or row.fields or (), directory.our_fields),
        external_id=str(row.external_id) if row.external_id else None,
        solved_at=(_solved_at(row) or solved_at) if status in _DONE else None,
        satisfaction=_score(rating.get("score")),
        satisfaction_comment=rating.get("comment") or None,
        is_problem=row.type == "problem",
        problem=directory.ticket(row.problem_id) if row.problem_id else None,
        follow_up_of=_follow_up_of(row, directory),
        deleted=deleted,
        outbound=_is_outbound(row, way, directory, first_comment),
        feedback=_feedback(row, directory),
        stamp=row.updated_at,
    )


def _custom_fields(rows: Iterable[FieldRow], ours: frozenset[int]) -> tuple[tuple[str, str], ...]:
    """Return the account's own fields that hold something; an unticked checkbox holds nothing."""
    values = []
    for row in rows:
        value = row.value
        if value is None or row.id in ours or value is False or value in ("", []):
            continue
        if isinstance(value, list):
            value = ",".join(str(item) for item in value)
        values.append((str(row.id), "true" if value is True else str(value)))
    return tuple(sorted(values))


def _feedback(row: TicketRow, directory: Directory) -> tuple[FlagFeedback, ...]:
    """Return what agents say of our flags; an account that was connected before there was a field for it has none."""
    wanted = directory.feedback_field
    values = row.custom_fields or row.fields or () if wanted is not None else ()
    text = next((field.value for field in values if field.id == wanted), None)
    return read_feedback(text, directory.ticket(row.id), read_time(row.updated_at))


def _score(score: Any) -> Score | None:
    """Read good, goodwithcomment, bad, badwithcomment …; offered and unoffered are no answer."""
    text = str(score or "")
    if text.startswith("good"):
        return Score.GOOD
    return Score.BAD if text.startswith("bad") else None


def _solved_at(row: TicketRow) -> datetime | None:
    """Read the sideloaded dates or metric set, whichever is there."""
    for sideload in (row.dates, row.metric_set):
        if sideload is not None and sideload.solved_at:
            return read_optional_time(sideload.solved_at)
    return None


def _follow_up_of(row: TicketRow, directory: Directory) -> TicketRef | None:
    source = via_source(row.via)
    origin = source.get("from") if source.get("rel") == "follow_up" else None
    followed = (origin.get("ticket_id") if isinstance(origin, dict) else None) or row.followup_source_id
    return directory.ticket(followed) if followed else None


def _is_outbound(row: TicketRow, way: Way, directory: Directory, first_comment: Comment | None) -> bool:
    """
    Whether the team started it: an agent submitted it for somebody else, and its first comment speaks to the customer.

    An agent who types up a phone call starts with a private note: that is a contact by the customer. Without the
    comments (in exports) `is_public` is the best that the payload says.
    """
    if "outbound" in way.name:
        return True
    submitter = row.submitter_id
    if submitter == row.requester_id or not is_person(submitter) or directory.roles.get(submitter) != Role.AGENT:
        return False
    if way.channel not in (Channel.WEB, Channel.EMAIL, Channel.API):
        return False
    if first_comment is not None:
        return first_comment.public and first_comment.role is Role.AGENT
    return row.is_public is True
