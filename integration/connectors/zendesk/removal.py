"""
Leaving an account: what we wrote on tickets, and then all that we made, is taken back.

A comment can be deleted by nobody; the words of our notes are blacked out instead, for good. Closed tickets take no
change at all: what stands on them stays, and is counted.
"""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from integration.connectors.zendesk import push
from integration.connectors.zendesk.client import RefusedError, ZendeskClient
from integration.connectors.zendesk.fields import OUR_FIELDS, find_field, read_field_ids
from integration.connectors.zendesk.push import Step
from integration.connectors.zendesk.writes import Sleep, wait_for_job
from integration.model import NOTE_KEY

AT_ONCE = 100
_NOTHING = re.compile(r"[\s▇]*")


@dataclass(frozen=True, slots=True)
class Purged:
    """What became of the tickets that were cleaned: emptied, refused (closed ones above all), notes blacked out."""

    emptied: int = 0
    refused: int = 0
    notes: int = 0


def plan(client: ZendeskClient) -> list[Step]:
    """Return the steps that remove triggers, webhooks and fields of ours, in an order that leaves no error behind."""
    hooks = push.ours(client.webhooks(), None)
    ids = {str(row["id"]) for row in hooks}
    steps = []
    if any(push.kind_of(row) is push.Kind.TRIGGER for row in hooks):
        triggers = push.our_triggers(client.rows("triggers", "triggers", live=True), ids)
        steps += [push.removal(client, f"trigger {row.get('title')}", f"triggers/{row['id']}") for row in triggers]
    steps += [push.removal(client, f"webhook {row.get('name')}", f"webhooks/{row['id']}") for row in hooks]
    rows = client.rows("ticket_fields", "ticket_fields", live=True)
    for field in OUR_FIELDS:
        row = find_field(field, rows)
        if row is not None:
            steps.append(push.removal(client, f"field {row.get('title')}", f"ticket_fields/{row['id']}"))
    return steps


def purge(client: ZendeskClient, ticket_ids: Sequence[str], noted: Sequence[str], sleep: Sleep) -> Purged:
    """
    Empty our fields and take our tags off these tickets; black out our notes on those that are `noted`.

    It can be run again at any time: what is empty already is left alone.
    """
    ids = [ticket_id for ticket_id in ticket_ids if ticket_id.isdigit()]
    emptied = refused = 0
    for start in range(0, len(ids), AT_ONCE):
        done, failed = _empty(client, ids[start : start + AT_ONCE], sleep)
        emptied, refused = emptied + done, refused + failed
    notes = sum(_black_out_notes(client, ticket_id) for ticket_id in noted if ticket_id.isdigit())
    return Purged(emptied, refused, notes)


def _empty(client: ZendeskClient, ids: Sequence[str], sleep: Sleep) -> tuple[int, int]:
    field_ids = read_field_ids(client.rows("ticket_fields", "ticket_fields", live=True)).by_name
    tags = [value for field in OUR_FIELDS for _, value in field.options]
    values: list[dict[str, Any]] = [
        {"id": field_id, "value": [] if name == "flags" else None} for name, field_id in field_ids.items()
    ]
    body = {"ticket": {"custom_fields": values, "remove_tags": tags}}
    answer = client.put("tickets/update_many", body, {"ids": ",".join(ids)})
    job = wait_for_job(client, answer.get("job_status") or {}, sleep)
    rows = [row for row in job.get("results") or () if isinstance(row, dict)]
    failed = sum(row.get("success") is False for row in rows)
    return len(rows) - failed, failed + len(ids) - len(rows)


def _black_out_notes(client: ZendeskClient, ticket_id: str) -> int:
    """Black out the words of every note of ours on a ticket; return how many notes that were."""
    count = 0
    try:
        comments = client.rows(f"tickets/{ticket_id}/comments", "comments", live=True)
        for comment in comments:
            text = f"{comment.get('plain_body') or ''} {comment.get('body') or ''} {comment.get('html_body') or ''}"
            if comment.get("public") is False and NOTE_KEY.search(text):
                _black_out(client, ticket_id, comment)
                count += 1
    except RefusedError:
        return count  # the ticket is gone
    return count


def _black_out(client: ZendeskClient, ticket_id: str, comment: dict[str, Any]) -> None:
    marked = _mark(str(comment.get("html_body") or html.escape(str(comment.get("body") or ""))))
    client.put(f"comment_redactions/{comment['id']}", {"ticket_id": int(ticket_id), "html_body": marked})


def _mark(text: str) -> str:
    """Return HTML with every piece of text between <redact> tags, and every link marked to lose its address."""
    marker = _Marker()
    marker.feed(text)
    marker.close()
    return "".join(marker.pieces)


class _Marker(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        shown = self.get_starttag_text() or f"<{tag}>"
        is_link = tag == "a" and any(name == "href" for name, _ in attrs)
        self.pieces.append(f"{shown[:-1]} redact>" if is_link else shown)

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.pieces.append(data if _NOTHING.fullmatch(data) else f"<redact>{data}</redact>")

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")
