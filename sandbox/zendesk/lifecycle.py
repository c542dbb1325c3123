"""What else happens to tickets: creating, customers' replies, follow-ups, deleting, restoring, merging, redacting."""

import html
from collections.abc import Sequence
from typing import Any

from sandbox.zendesk.errors import ApiError, record_invalid
from sandbox.zendesk.hooks import note, note_audit, note_message
from sandbox.zendesk.rows import Audit, Change, Comment, Message, Ticket, User
from sandbox.zendesk.state import Account
from sandbox.zendesk.text import html_from_plain, plain_from_html, ulid
from sandbox.zendesk.updates import add_comment, apply_update, finish, touch

CONVERSATIONS = ("chat", "native_messaging")
_SLEEPING = ("pending", "hold", "solved")


def create_ticket(account: Account, given: dict[str, Any], actor_id: int, channel: str = "api") -> tuple[Ticket, Audit]:
    """
    Create a ticket from what the call sent.

    Raises:
        ApiError: 422 where it has no text, or a value is not valid.
    """
    comment = given.get("comment")
    comment = {"body": comment} if isinstance(comment, str) else (comment or {})
    source = comment.get("html_body")
    text = plain_from_html(str(source)) if source else str(comment.get("body") or given.get("description") or "")
    if not text.strip():
        raise record_invalid("base", "Description: cannot be blank", "BlankValue")
    now = account.now()
    closed = _followed(account, given)
    requester = closed.requester_id if closed and not _names_requester(given) else _requester(account, given, actor_id)
    public = comment.get("public", True) not in (False, "false")
    ticket = Ticket(
        id=account.next_ticket_id(),
        subject=str(given.get("subject") or text.split("\n", 1)[0][:80]),
        description=text,
        status="new",
        custom_status_id=account.default_status("new"),
        requester_id=requester,
        submitter_id=actor_id,
        channel=channel,
        created_at=now,
        updated_at=now,
        generated_at=now,
        is_public=public,
    )
    account.tickets[ticket.id] = ticket
    audit = Audit(account.next_id(), ticket.id, actor_id, now, channel)
    author = int(comment.get("author_id", requester))
    add_comment(
        account,
        ticket,
        Comment(account.next_id(), author, now, public, text, channel, html=source, by_api=channel == "api"),
        audit,
    )
    for name in ("subject", "status", "requester_id"):
        audit.events.append(Change(account.next_id(), name, str(getattr(ticket, name)), first=True))
    finish(account, ticket, audit, created=True)
    if closed is not None:
        link_follow_up(account, closed, ticket)
    rest = {key: value for key, value in given.items() if key not in ("comment", "requester", "requester_id")}
    if rest:
        try:
            apply_update(account, ticket, rest, actor_id, channel)
        except ApiError:
            del account.tickets[ticket.id]
            raise
    return ticket, audit


def _followed(account: Account, given: dict[str, Any]) -> Ticket | None:
    """Return the closed ticket that a new one goes on from, where the call names one."""
    named = given.get("via_followup_source_id")
    if not named:
        return None
    closed = account.tickets.get(int(named)) if str(named).isdigit() else None
    if closed is None or closed.status != "closed" or closed.deleted:
        raise record_invalid("via_followup_source_id", "Via followup source: must be a closed ticket", "InvalidValue")
    return closed


def _names_requester(given: dict[str, Any]) -> bool:
    return bool(given.get("requester_id") or given.get("requester"))


def _requester(account: Account, given: dict[str, Any], actor_id: int) -> int:
    person = given.get("requester")
    if given.get("requester_id"):
        return int(given["requester_id"])
    if not isinstance(person, dict):
        return actor_id
    email = person.get("email")
    if email and (known := account.user_with_email(str(email))):
        return known.id
    return add_user(account, str(person.get("name") or email or "Unknown"), email).id


def add_user(account: Account, name: str, email: str | None) -> User:
    """Add an end user, who joins the organization that has the address's domain."""
    now = account.now()
    domain = (email or "").rpartition("@")[2].lower()
    joined = next((o.id for o in account.organizations.values() if domain in o.domains), None)
    user = User(account.next_id(), name, email, "end-user", now, now, organization_id=joined)
    account.users[user.id] = user
    return user


def start_ticket(
    account: Account, email: str, subject: str, text: str, channel: str, tags: Sequence[str] = ()
) -> Ticket:
    """Let the customer with this address, known or new, start a ticket by a channel."""
    requester = account.user_with_email(email) or add_user(account, email.partition("@")[0], email)
    given: dict[str, Any] = {"subject": subject, "requester_id": requester.id, "comment": {"body": text}}
    conversation = channel in CONVERSATIONS
    if conversation:
        given["comment"] = {"body": f"Conversation with {requester.name}", "public": False}
    ticket, _ = create_ticket(account, given | ({"tags": list(tags)} if tags else {}), requester.id, channel)
    if conversation:
        ticket.is_public = True
        reply_as_customer(account, ticket, text)
    ticket.comments[0].voice = channel == "voice"
    return ticket


def reply_as_customer(account: Account, ticket: Ticket, text: str) -> Ticket:
    """
    Add the requester's reply as it comes in by the ticket's channel, and return the ticket that it went to.

    A sleeping ticket opens again; an answer to a closed one starts a follow-up.
    """
    if ticket.status == "closed":
        return follow_up(account, ticket, text)
    audit = Audit(account.next_id(), ticket.id, ticket.requester_id, account.now(), ticket.channel)
    if ticket.is_conversation:
        number = account.next_id()
        name = account.author_name(ticket.requester_id)
        message = Message(ulid(account.clock(), number), audit.at, "user", ticket.requester_id, name, text)
        ticket.messages.append(message)
        note_message(account, ticket, message)
        ticket.updated_at = max(ticket.updated_at, audit.at)
    else:
        comment = Comment(account.next_id(), ticket.requester_id, audit.at, True, text, ticket.channel)  # noqa: FBT003 - the row's own order
        comment.voice = ticket.channel == "voice"
        add_comment(account, ticket, comment, audit)
    if ticket.status in _SLEEPING:
        _reopen(account, ticket, audit)
    finish(account, ticket, audit)
    return ticket


def reply_as_agent(account: Account, ticket: Ticket, text: str, agent: User) -> None:
    """Add an agent's public reply as it is typed in the product; ApiError where the ticket's channel refuses it."""
    if not ticket.is_conversation:
        apply_update(account, ticket, {"comment": {"body": text, "public": True}}, agent.id, "web")
        return
    audit = Audit(account.next_id(), ticket.id, agent.id, account.now(), "web")
    at = account.clock()
    message = Message(ulid(at, account.next_id()), audit.at, "agent", agent.id, agent.name, text)
    ticket.messages.append(message)
    note_message(account, ticket, message)
    ticket.updated_at = max(ticket.updated_at, audit.at)
    finish(account, ticket, audit)


def _reopen(account: Account, ticket: Ticket, audit: Audit) -> None:
    chosen = account.default_status("open")
    audit.events.append(Change(account.next_id(), "status", "open", ticket.status))
    audit.events.append(Change(account.next_id(), "custom_status_id", str(chosen), str(ticket.custom_status_id)))
    ticket.status, ticket.custom_status_id = "open", chosen


def follow_up(account: Account, closed: Ticket, text: str, *, subject: str = "", tags: Sequence[str] = ()) -> Ticket:
    """Start a ticket that goes on where a closed one ended; it takes over the closed one's tags and team."""
    given = {
        "subject": subject or f"Re: {closed.subject}",
        "comment": {"body": text},
        "requester_id": closed.requester_id,
        "tags": [*closed.tags, *tags],
    }
    ticket, _ = create_ticket(account, given, closed.requester_id, "email")
    ticket.group_id = closed.group_id
    link_follow_up(account, closed, ticket)
    return ticket


def link_follow_up(account: Account, closed: Ticket, ticket: Ticket) -> None:
    """Let both tickets name each other."""
    ticket.followup_of = closed.id
    closed.followup_ids.append(ticket.id)
    touch(account, closed)


def delete_ticket(account: Account, ticket: Ticket, actor_id: int) -> None:
    """Delete a ticket softly: it can be restored, and the exports show it as deleted."""
    ticket.deleted, ticket.deleted_by = True, actor_id
    _moved(account, ticket)
    note(account, ticket, "ticket.soft_deleted", {}, actor_id)


def restore_ticket(account: Account, ticket: Ticket, actor_id: int) -> None:
    """Bring a deleted ticket back."""
    ticket.deleted, ticket.deleted_by = False, None
    _moved(account, ticket)
    note(account, ticket, "ticket.undeleted", {}, actor_id)


def forget_ticket(account: Account, ticket: Ticket, actor_id: int) -> None:
    """Delete a deleted ticket for good: the exports show a scrubbed row, and its story is gone."""
    ticket.forgotten = True
    ticket.subject = ticket.description = "SCRUBBED"
    ticket.comments, ticket.messages, ticket.audits = [], [], []
    ticket.tags, ticket.custom, ticket.satisfaction = [], {}, None
    gone = [key for key, survey in account.surveys.items() if survey.ticket_id == ticket.id]
    for key in gone:
        del account.surveys[key]
    _moved(account, ticket)
    note(account, ticket, "ticket.permanently_deleted", {}, actor_id)


def _moved(account: Account, ticket: Ticket) -> None:
    ticket.updated_at = max(ticket.updated_at, account.now())
    ticket.generated_at = max(ticket.generated_at, account.now())
    account.changed()


def merge_ticket(account: Account, source: Ticket, target: Ticket, given: dict[str, Any], actor_id: int) -> None:
    """Close `source` and point to `target` on both; the comments are private unless the call says otherwise."""
    if source.status == "closed" or target.status == "closed":
        raise record_invalid("base", "Merge: a closed ticket cannot be merged")
    now = account.now()
    words = str(given.get("target_comment") or f'Request #{source.id} "{source.subject}" was closed and merged.')
    came_from = {"ticket_id": source.id, "subject": source.subject, "channel": source.channel}
    _merge_comment(account, target, words, came_from, actor_id, public=bool(given.get("target_comment_is_public")))
    audit = Audit(account.next_id(), source.id, actor_id, now, "web")
    told = f'This request was closed and merged into request #{target.id} "{target.subject}".'
    words = str(given.get("source_comment") or told)
    comment = Comment(account.next_id(), actor_id, now, bool(given.get("source_comment_is_public")), words, "web")
    comment.source = {"from": {}, "to": {"ticket_id": target.id}, "rel": "merge"}
    add_comment(account, source, comment, audit)
    audit.events.append(Change(account.next_id(), "status", "closed", source.status))
    source.status, source.custom_status_id = "closed", account.default_status("closed")
    tags = [*source.tags, "closed_by_merge"]
    audit.events.append(Change(account.next_id(), "tags", tags, list(source.tags)))
    source.tags = tags
    finish(account, source, audit)
    note(account, source, "ticket.merged", {"target_ticket_id": str(target.id)}, actor_id)


def _merge_comment(
    account: Account, target: Ticket, words: str, came_from: dict[str, Any], actor_id: int, *, public: bool
) -> None:
    audit = Audit(account.next_id(), target.id, actor_id, account.now(), "web")
    comment = Comment(account.next_id(), actor_id, audit.at, public, words, "web")
    comment.source = {"from": came_from, "to": {}, "rel": "merge"}
    add_comment(account, target, comment, audit)
    finish(account, target, audit)


def redact_comment(account: Account, ticket: Ticket, comment: Comment, words: str, actor_id: int) -> None:
    """Black out words of a comment for good. Works on closed tickets as well."""
    black = "▇" * len(words)
    comment.text = comment.text.replace(words, black)
    if comment.html is not None:
        marked = comment.html.replace(words, black).replace(html.escape(words, quote=False), black)
        # words that the markup cuts in pieces must not survive in it
        comment.html = marked if words not in plain_from_html(marked) else html_from_plain(comment.text)
    if ticket.description and ticket.comments and ticket.comments[0] is comment:
        ticket.description = comment.text
    comment.redacted = True
    _note_redaction(account, ticket, str(comment.id), actor_id)


def redact_message(account: Account, ticket: Ticket, message: Message, words: str, actor_id: int) -> None:
    """Black out words of a chat or messaging message for good."""
    message.text = message.text.replace(words, "▇" * len(words))
    _note_redaction(account, ticket, message.id, actor_id)


def _note_redaction(account: Account, ticket: Ticket, comment_id: str, actor_id: int) -> None:
    audit = Audit(account.next_id(), ticket.id, actor_id, account.now(), "api")
    audit.events.append(Change(account.next_id(), "comment_redaction_event", comment_id))
    ticket.audits.append(audit)
    _moved(account, ticket)
    note_audit(account, ticket, audit)
    note(account, ticket, "ticket.comment_redacted", {"comment": {"id": comment_id}}, actor_id)
