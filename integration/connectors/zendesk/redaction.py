"""
Blacking words out of a note of ours: `PUT /comment_redactions/{id}`, which works on closed tickets as well.

Zendesk is sent the note's HTML with the words in `<redact>` tags. Source: developer.zendesk.com, "Redact Ticket Comment
In Agent Workspace".
"""

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from integration.connectors.zendesk.client import ZendeskClient
from integration.connectors.zendesk.mapping import CommentRow
from integration.connectors.zendesk.mapping.comments import plain_text
from integration.errors import ConnectorError
from integration.model import hidden_words

_ROUNDS = 10
"""Calls for one note, where one call does not black out all that is marked."""
_TEXT = re.compile(r">([^<>]*\S[^<>]*)<")


def redact_note(client: ZendeskClient, ticket_id: str, note_id: str, wanted: str) -> None:
    """
    Black out what of a note differs from `wanted`, which is its text with the redaction mark in places.

    Raises:
        ConnectorError: permanent, where Zendesk refuses, or leaves the words where they are.
    """
    number = note_id.removeprefix("comment:")
    row = _find(client, ticket_id, number)
    for _ in range(_ROUNDS):
        words = _left(row, wanted)
        if not words:
            return
        body = {"ticket_id": int(ticket_id), "html_body": mark(str((row or {}).get("html_body") or ""), words)}
        row = client.put(f"comment_redactions/{number}", body).get("comment") or _find(client, ticket_id, number)
    raise ConnectorError("Zendesk took the redaction of a note, and the words still stand in it.", permanent=True)


def mark(html: str, words: Sequence[str]) -> str:
    """Return `html` with these words in `<redact>` tags; all of its text, where one of them is not found."""
    marked = html
    for word in sorted(words, key=len, reverse=True):
        if escape(word, quote=False) not in html:
            return _TEXT.sub(r"><redact>\1</redact><", f">{html}<")[1:-1]
        outside = re.compile(rf"(?<!<redact>){re.escape(escape(word, quote=False))}(?![^<]*</redact>)")
        marked = outside.sub(lambda match: f"<redact>{match[0]}</redact>", marked)
    return marked


def _left(row: Mapping[str, Any] | None, wanted: str) -> list[str]:
    """Return what is still to go; nothing where the note is gone."""
    return [] if row is None else list(hidden_words(plain_text(CommentRow.of(row)), wanted))


def _find(client: ZendeskClient, ticket_id: str, number: str) -> Mapping[str, Any] | None:
    query = {"sort": "-created_at"}
    for page in client.pages(f"tickets/{ticket_id}/comments", query, live=True):
        for row in page.get("comments") or ():
            if str(row.get("id")) == number:
                return dict(row)
    return None
