"""Endpoints for what was said and done on a ticket: comments, audits, the conversation log, redaction."""

import html
import re
from collections.abc import Sequence
from typing import Any

import flask

from sandbox.zendesk.answers import answer, asked_includes, sent_json
from sandbox.zendesk.auth import caller
from sandbox.zendesk.errors import bad_request, not_found
from sandbox.zendesk.lifecycle import redact_comment
from sandbox.zendesk.pages import page
from sandbox.zendesk.rows import Audit, Comment, Ticket
from sandbox.zendesk.sideloads import shown_users
from sandbox.zendesk.state import Account
from sandbox.zendesk.text import iso
from sandbox.zendesk.trail import comments_with_audits, show_audit, show_comment, show_log

_MARKED = re.compile(r"<redact>(.+?)</redact>", re.DOTALL)


def conversation_blueprint(account: Account) -> flask.Blueprint:
    """Return the endpoints under a ticket that tell its story."""
    conversation = flask.Blueprint("conversation", __name__, url_prefix="/api/v2")
    _add_comments(conversation, account)
    _add_audits(conversation, account)
    _add_redaction(conversation, account)

    @conversation.get("/tickets/<int:ticket_id>/conversation_log")
    def log(ticket_id: int) -> flask.Response:
        events = show_log(account, account.ticket(ticket_id))
        if flask.request.args.get("sort", "").startswith("-"):
            events.reverse()
        return answer(page(events, "events", dict, account.options.address, cursor_only=True))

    return conversation


def _ordered(rows: Sequence[Any]) -> list[Any]:
    """Return rows oldest first unless the call asks for the newest: by `sort_order` or, with cursors, by `sort`."""
    arguments = flask.request.args
    newest = arguments.get("sort_order") == "desc" or arguments.get("sort", "").startswith("-")
    return list(reversed(rows)) if newest else list(rows)


def _add_comments(conversation: flask.Blueprint, account: Account) -> None:
    @conversation.get("/tickets/<int:ticket_id>/comments")
    def comments(ticket_id: int) -> flask.Response:
        def shown(pair: tuple[Comment, int]) -> dict[str, Any]:
            return show_comment(account, *pair)

        pairs = comments_with_audits(account.ticket(ticket_id))
        body = page(_ordered(pairs), "comments", shown, account.options.address)
        if "users" in asked_includes():
            body["users"] = shown_users(account, {row["author_id"] for row in body["comments"]})
        return answer(body)

    @conversation.get("/tickets/<int:ticket_id>/comments/count")
    def count(ticket_id: int) -> flask.Response:
        number = len(account.ticket(ticket_id).comments)
        return answer({"count": {"value": number, "refreshed_at": iso(account.now())}})


def _add_audits(conversation: flask.Blueprint, account: Account) -> None:
    @conversation.get("/tickets/<int:ticket_id>/audits")
    def audits(ticket_id: int) -> flask.Response:
        kinds = set(flask.request.args.getlist("filter_events[]"))

        def shown(audit: Audit) -> dict[str, Any]:
            row = show_audit(account, audit)
            if kinds:
                row["events"] = [event for event in row["events"] if event["type"] in kinds]
            return row

        body = page(_ordered(account.ticket(ticket_id).audits), "audits", shown, account.options.address)
        if "users" in asked_includes():
            body["users"] = shown_users(account, {row["author_id"] for row in body["audits"]})
        return answer(body)

    @conversation.get("/tickets/<int:ticket_id>/audits/<int:audit_id>")
    def one_audit(ticket_id: int, audit_id: int) -> flask.Response:
        for audit in account.ticket(ticket_id).audits:
            if audit.id == audit_id:
                return answer({"audit": show_audit(account, audit)})
        raise not_found()


def _add_redaction(conversation: flask.Blueprint, account: Account) -> None:
    @conversation.put("/comment_redactions/<int:comment_id>")
    def redact(comment_id: int) -> flask.Response:
        # the words to black out are marked in the HTML that is sent
        given = sent_json()
        ticket = account.ticket(int(given.get("ticket_id") or 0))
        comment = _comment(ticket, comment_id)
        marked = _MARKED.findall(str(given.get("html_body") or ""))
        if not marked:
            raise bad_request("InvalidRequest", "html_body must mark what to redact with <redact> tags")
        # the longest first: a short one may be part of it
        for words in sorted({html.unescape(words) for words in marked}, key=len, reverse=True):
            redact_comment(account, ticket, comment, words, caller().user.id)
        return answer({"comment": _shown(account, ticket, comment)})

    @conversation.put("/tickets/<int:ticket_id>/comments/<int:comment_id>/redact")
    def redact_text(ticket_id: int, comment_id: int) -> flask.Response:
        ticket = account.ticket(ticket_id)
        comment = _comment(ticket, comment_id)
        words = str(sent_json().get("text") or "")
        if not words or words not in comment.text:
            raise bad_request("InvalidRequest", "text must be part of the comment")
        redact_comment(account, ticket, comment, words, caller().user.id)
        return answer({"comment": _shown(account, ticket, comment)})


def _comment(ticket: Ticket, comment_id: int) -> Comment:
    for comment in ticket.comments:
        if comment.id == comment_id:
            return comment
    raise not_found()


def _shown(account: Account, ticket: Ticket, comment: Comment) -> dict[str, Any]:
    return next(show_comment(account, c, audit_id) for c, audit_id in comments_with_audits(ticket) if c is comment)
