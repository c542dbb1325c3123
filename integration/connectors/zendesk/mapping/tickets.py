"""Zendesk tickets as tickets of the model."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from integration.connectors.zendesk.fields import TAG_PREFIX
from integration.connectors.zendesk.mapping.channels import read_channel, via_name, via_source
from integration.connectors.zendesk.mapping.directory import Directory, is_person, read_optional_time, read_time
from integration.model import Channel, Comment, Role, Score, Status, Ticket, TicketRef

_STATUS = {status.value: status for status in Status}
_DELETED = "deleted"
_SCRUBBED = "scrubbed"
"""What Zendesk puts in the place of all text of a ticket that was deleted for good."""


def is_deleted(row: Mapping[str, Any]) -> bool:
    """Whether the export shows the ticket as deleted."""
    return row.get("status") == _DELETED


def is_forgotten(row: Mapping[str, Any]) -> bool:
    """Whether the export shows the ticket as deleted for good, which cannot be undone."""
    texts = (row.get("subject"), row.get("raw_subject"), row.get("description"))
    return is_deleted(row) and any(str(text or "").strip().lower() == _SCRUBBED for text in texts)


def has_conversation(row: Mapping[str, Any]) -> bool:
    """Whether the ticket's text is in its conversation log: chat and messaging text is not among the comments."""
    if is_deleted(row):
        return False
    return bool(row.get("from_messaging_channel")) or read_channel(row.get("via")) in (Channel.CHAT, Channel.MESSAGING)


def map_ticket(
    row: Mapping[str, Any],
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
    rating = row.get("satisfaction_rating")
    rating = rating if isinstance(rating, dict) else {}
    status = Status.CLOSED if is_deleted(row) else _STATUS.get(str(row.get("status")), Status.OPEN)
    organization, group = row.get("organization_id"), row.get("group_id")
    return Ticket(
        ref=directory.ticket(row["id"]),
        number=f"#{row['id']}",
        subject=str(row.get("subject") or row.get("raw_subject") or ""),
        status=status,
        channel=read_channel(row.get("via")),
        created_at=read_time(row["created_at"]),
        updated_at=read_time(row["updated_at"]),
        requester=directory.person(row.get("requester_id")),
        assignee=directory.person(row.get("assignee_id")),
        group=directory.groups.get(group) if group is not None else None,
        account_id=str(organization) if organization else None,
        custom_status=directory.custom_statuses.get(row.get("custom_status_id") or 0),
        priority=row.get("priority"),
        tags=tuple(tag for tag in row.get("tags") or () if not tag.startswith(TAG_PREFIX)),
        fields=_custom_fields(row.get("custom_fields") or row.get("fields") or (), directory.our_fields),
        external_id=str(row["external_id"]) if row.get("external_id") else None,
        solved_at=(_solved_at(row) or solved_at) if status.is_done else None,
        satisfaction=_score(rating.get("score")),
        satisfaction_comment=rating.get("comment") or None,
        is_problem=row.get("type") == "problem",
        problem=directory.ticket(row["problem_id"]) if row.get("problem_id") else None,
        follow_up_of=_follow_up_of(row, directory),
        deleted=is_deleted(row),
        outbound=_is_outbound(row, directory, first_comment),
        stamp=row["updated_at"],
    )


def _custom_fields(rows: Iterable[Mapping[str, Any]], ours: frozenset[int]) -> tuple[tuple[str, str], ...]:
    """Return the account's own fields that hold something; an unticked checkbox holds nothing."""
    values = []
    for row in rows:
        value = row.get("value")
        if row.get("id") in ours or value is None or value is False or value in ("", []):
            continue
        if isinstance(value, list):
            value = ",".join(str(item) for item in value)
        values.append((str(row["id"]), "true" if value is True else str(value)))
    return tuple(sorted(values))


def _score(score: Any) -> Score | None:
    """Read good, goodwithcomment, bad, badwithcomment …; offered and unoffered are no answer."""
    text = str(score or "")
    if text.startswith("good"):
        return Score.GOOD
    return Score.BAD if text.startswith("bad") else None


def _solved_at(row: Mapping[str, Any]) -> datetime | None:
    """Read the sideloaded dates or metric set, whichever is there."""
    for name in ("dates", "metric_set"):
        sideload = row.get(name)
        if isinstance(sideload, dict) and sideload.get("solved_at"):
            return read_optional_time(sideload["solved_at"])
    return None


def _follow_up_of(row: Mapping[str, Any], directory: Directory) -> TicketRef | None:
    source = via_source(row.get("via"))
    origin = source.get("from")
    origin = origin if source.get("rel") == "follow_up" and isinstance(origin, dict) else {}
    followed = origin.get("ticket_id") or row.get("followup_source_id")
    return directory.ticket(followed) if followed else None


def _is_outbound(row: Mapping[str, Any], directory: Directory, first_comment: Comment | None) -> bool:
    """
    Whether the team started it: an agent submitted it for somebody else, and its first comment speaks to the customer.

    An agent who types up a phone call starts with a private note: that is a contact by the customer. Without the
    comments (in exports) `is_public` is the best that the payload says.
    """
    if "outbound" in via_name(row.get("via")):
        return True
    submitter = row.get("submitter_id")
    if not is_person(submitter) or submitter == row.get("requester_id") or directory.roles.get(submitter) != Role.AGENT:
        return False
    if read_channel(row.get("via")) not in (Channel.WEB, Channel.EMAIL, Channel.API):
        return False
    if first_comment is not None:
        return first_comment.public and first_comment.role is Role.AGENT
    return row.get("is_public") is True
