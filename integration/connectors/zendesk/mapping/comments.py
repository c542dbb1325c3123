"""Zendesk comments, voice comments and conversation-log entries as comments of the model."""

from collections.abc import Mapping
from typing import Any

from integration.connectors.zendesk.mapping.channels import Way, read_via, via_source
from integration.connectors.zendesk.mapping.directory import Directory, is_person, read_time
from integration.connectors.zendesk.mapping.html_text import html_to_text
from integration.connectors.zendesk.mapping.rows import CommentRow
from integration.model import NOTE_KEY, REDACTION_MARK, Channel, Comment, ContactRef, Role, TicketRef

_TICKET_EVENT = "zen:ticket_event:"


def map_comment(
    row: CommentRow,
    ticket: TicketRef,
    directory: Directory,
    *,
    names: Mapping[int, str] | None = None,
) -> Comment:
    """
    Return a comment as `/comments`, audits and the event export give it.

    Args:
        row: The payload, with `created_at`.
        ticket: The ticket it belongs to.
        directory: The account's names; `roles` should know the author.
        names: Users' names, by id.
    """
    author_id, public, way = row.author_id, row.public is not False, read_via(row.via)
    voice = row.type == "VoiceComment"
    merged = via_source(row.via).get("rel") == "merge"
    text = _voice_text(row) if voice else plain_text(row)
    return Comment(
        ticket=ticket,
        id=f"comment:{row.id}",
        at=read_time(row.created_at),
        author=directory.person(author_id),
        # what a merge leaves on both tickets is the product's own account of it, in the name of whoever merged
        role=Role.AUTOMATION if merged else _author_role(author_id, text, directory, way, public=public),
        public=public,
        text=text,
        author_name=(names or {}).get(author_id) if is_person(author_id) else None,
        channel=Channel.PHONE if voice else _comment_channel(way.channel, public=public),
        attachments=_file_names(row.attachments),
        redacted=REDACTION_MARK in text,
    )


def _author_role(author_id: Any, text: str, directory: Directory, way: Way, *, public: bool) -> Role:
    if not public and NOTE_KEY.search(text) and directory.own_id in (None, author_id):
        return Role.SIDELIGHT
    if way.bot:
        return Role.BOT
    if not is_person(author_id) or way.automatic:
        return Role.AUTOMATION
    role = directory.roles.get(author_id, Role.CUSTOMER)
    if public or role is not Role.CUSTOMER:
        return role
    # end users cannot write privately: on messaging tickets it is Zendesk's "Conversation with …" line; elsewhere the
    # author was on the team then, or the mail came from beside the conversation
    return Role.AUTOMATION if way.channel in (Channel.CHAT, Channel.MESSAGING) else Role.AGENT


def _comment_channel(channel: Channel, *, public: bool) -> Channel:
    """Return OTHER for what is private: a note came to the customer by no channel, and the log names none for it."""
    return channel if public else Channel.OTHER


def plain_text(row: CommentRow) -> str:
    """Return the text of a comment's row."""
    if row.plain_body:
        # of all entities, Zendesk leaves this one in its plain bodies
        return str(row.plain_body).replace("&nbsp;", " ")
    if row.body:
        return str(row.body)
    return html_to_text(str(row.html_body or ""))


def _voice_text(row: CommentRow) -> str:
    """Return what was said where a transcript exists, else Zendesk's own account of the call, as agents see it."""
    voice = row.data if isinstance(row.data, dict) else {}
    transcript = voice.get("transcription_text") or row.transcription_text
    return str(transcript or plain_text(row) or _call_text(voice))


def _call_text(voice: Mapping[str, Any]) -> str:
    """Return what is known of a call that nobody has put into words."""
    length_s = voice.get("call_duration")
    told = (
        ("Call from", voice.get("from")),
        ("Call to", voice.get("to")),
        ("Answered by", voice.get("answered_by_name")),
        ("Length", f"{length_s} seconds" if length_s else None),
        ("Recording", voice.get("recording_url")),
    )
    return "\n".join(f"{name}: {value}" for name, value in told if value)


def _file_names(files: Any) -> tuple[str, ...]:
    if not files:
        return ()
    return tuple(str(file["file_name"]) for file in files if file.get("file_name") and not file.get("deleted"))


def map_conversation(row: Mapping[str, Any], ticket: TicketRef, directory: Directory, channel: Channel) -> Comment:
    """
    Return one entry of a conversation log.

    An entry of type `Comment` is one of the ticket's comments, which the event export gives as well: its reference
    names the comment, so that both have the same id here.
    """
    author = row.get("author")
    author = author if isinstance(author, dict) else {}
    metadata = row.get("metadata") or {}
    public = metadata.get("public") is not False
    text = _content_text(row.get("content") or {})
    return Comment(
        ticket=ticket,
        id=_conversation_id(row),
        at=read_time(row["created_at"]),
        author=_conversation_author(author, directory),
        role=_conversation_role(author, text, directory, public=public),
        public=public,
        text=text,
        # a customer's name is theirs to change, and to have forgotten: it is not kept with what they said
        author_name=None if author.get("type") == "user" else author.get("display_name") or None,
        channel=_comment_channel(channel, public=public),
        attachments=_file_names(row.get("attachments")) + _content_files(row.get("content") or {}),
        redacted=REDACTION_MARK in text,
    )


def _conversation_id(row: Mapping[str, Any]) -> str:
    reference = str(row.get("reference") or "")
    if row.get("type") == "Comment" and reference.startswith(_TICKET_EVENT):
        return f"comment:{reference.removeprefix(_TICKET_EVENT)}"
    return f"conversation:{row['id']}"


def _conversation_author(author: Mapping[str, Any], directory: Directory) -> ContactRef | None:
    user_id = author.get("zen:support:user_id")
    if is_person(user_id):
        return directory.person(user_id)
    messaging_id = author.get("zen:sunco:user_id")
    return ContactRef(directory.connection, f"sunco:{messaging_id}") if messaging_id else None


def _conversation_role(author: Mapping[str, Any], text: str, directory: Directory, *, public: bool) -> Role:
    user_id, kind = author.get("zen:support:user_id"), author.get("type")
    if not public and NOTE_KEY.search(text) and directory.own_id in (None, user_id):
        return Role.SIDELIGHT
    if kind == "bot":
        return Role.BOT
    if kind == "agent":
        return Role.AGENT
    if kind == "user":
        # what stands privately in an end user's name is Zendesk's own "Conversation with …" line
        return Role.CUSTOMER if public else Role.AUTOMATION
    return Role.AUTOMATION


def _content_text(content: Mapping[str, Any]) -> str:
    if content.get("type") == "html" or ("body" in content and "text" not in content):
        return html_to_text(str(content.get("body") or ""))
    text = str(content.get("text") or content.get("body") or "")
    if content.get("type") == "formResponse":
        # a form's answers are what the customer wrote, field by field
        fields = (f"{field.get('label') or ''}: {field.get('text') or ''}" for field in content.get("fields") or ())
        return "\n".join(part for part in (text, *fields) if part.strip(": "))
    return text


def _content_files(content: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the file of an image or file message that is not listed among the attachments."""
    name = content.get("altText") or content.get("file_name") if content.get("type") in ("image", "file") else None
    return (str(name),) if name else ()
