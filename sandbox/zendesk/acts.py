"""What the account's people do to tickets in the product itself: agents in their workspace, customers by a channel."""

from collections.abc import Callable, Mapping
from typing import Any

from sandbox.control import ActError
from sandbox.zendesk.given import Given
from sandbox.zendesk.hooks import note
from sandbox.zendesk.lifecycle import (
    delete_ticket,
    follow_up,
    forget_ticket,
    merge_ticket,
    redact_comment,
    redact_message,
    reply_as_agent,
    reply_as_customer,
    restore_ticket,
    start_ticket,
)
from sandbox.zendesk.load import CHANNELS
from sandbox.zendesk.rows import Audit, Change, Occurrence, Satisfaction, Survey
from sandbox.zendesk.state import Account
from sandbox.zendesk.text import ulid
from sandbox.zendesk.updates import apply_update, finish

Act = Callable[[Account, Given], dict[str, Any]]
_GOOD_FROM = 4


def _reply(account: Account, given: Given) -> dict[str, Any]:
    ticket, text, by = given.ticket(account), given.text("text"), given.optional("by")
    if by is None:
        return {"id": str(reply_as_customer(account, ticket, text).id)}
    agent = given.agent(account, by)
    reply_as_agent(account, ticket, text, agent)
    return {"id": str(ticket.id)}


def _note(account: Account, given: Given) -> dict[str, Any]:
    ticket, agent = given.ticket(account), given.agent(account, given.text("by"))
    apply_update(account, ticket, {"comment": {"body": given.text("text"), "public": False}}, agent.id, "web")
    return {"id": str(ticket.id)}


def _edit(account: Account, given: Given) -> dict[str, Any]:
    ticket = given.ticket(account)
    changes: dict[str, Any] = {}
    for name in ("status", "subject", "priority", "problem_id"):
        if given.has(name):
            changes[name] = given.take(name)
    for name, key in (("add_tags", "additional_tags"), ("remove_tags", "remove_tags")):
        if given.has(name):
            changes[key] = given.texts(name)
    if given.has("assignee"):
        changes["assignee_id"] = given.agent(account, given.text("assignee")).id
    if given.has("group"):
        changes["group_id"] = given.group(account, given.text("group")).id
    if given.has("custom_status"):
        changes["custom_status_id"] = given.custom_status(account, given.text("custom_status")).id
    actor = given.agent(account, given.text("by")).id if given.has("by") else ticket.assignee_id or account.owner_id
    apply_update(account, ticket, changes, actor, "web")
    return {"id": str(ticket.id)}


def _create(account: Account, given: Given) -> dict[str, Any]:
    email, text = given.text("requester_email"), given.text("text")
    subject = str(given.optional("subject") or "")
    channel = given.choice("channel", tuple(CHANNELS), default="email")
    tags = given.texts("tags")
    if given.has("follow_up_of"):
        closed = given.ticket(account, "follow_up_of")
        if closed.status != "closed":
            raise ActError("follow_up_of must be a closed ticket.")
        return {"id": str(follow_up(account, closed, text, subject=subject, tags=tags).id)}
    ticket = start_ticket(account, email, subject, text, CHANNELS[channel], tags)
    return {"id": str(ticket.id)}


def _merge(account: Account, given: Given) -> dict[str, Any]:
    source, target = given.ticket(account, "source"), given.ticket(account, "target")
    if source is target:
        raise ActError("target must be another ticket than source.")
    merge_ticket(account, source, target, {}, target.assignee_id or account.owner_id)
    return {"id": str(target.id)}


def _delete(account: Account, given: Given) -> dict[str, Any]:
    ticket = given.ticket(account)
    delete_ticket(account, ticket, account.owner_id)
    return {"id": str(ticket.id)}


def _restore(account: Account, given: Given) -> dict[str, Any]:
    ticket = given.ticket(account, deleted=True)
    if not ticket.deleted or ticket.forgotten:
        raise ActError("id must be a deleted ticket that can still be restored.")
    restore_ticket(account, ticket, account.owner_id)
    return {"id": str(ticket.id)}


def _forget(account: Account, given: Given) -> dict[str, Any]:
    ticket = given.ticket(account, deleted=True)
    if not ticket.deleted:
        delete_ticket(account, ticket, account.owner_id)
    forget_ticket(account, ticket, account.owner_id)
    return {"id": str(ticket.id)}


def _redact(account: Account, given: Given) -> dict[str, Any]:
    ticket, words, wanted = given.ticket(account), given.text("text"), str(given.take("comment_id"))
    comment = next((c for c in ticket.comments if str(c.id) == wanted), None)
    message = next((m for m in ticket.messages if m.id == wanted), None)
    if comment is not None and words in comment.text:
        redact_comment(account, ticket, comment, words, account.owner_id)
    elif message is not None and words in message.text:
        redact_message(account, ticket, message, words, account.owner_id)
    elif comment is None and message is None:
        raise KeyError(wanted)
    else:
        raise ActError("text must be part of the comment.")
    return {"id": str(ticket.id)}


def _rate(account: Account, given: Given) -> dict[str, Any]:
    ticket, score = given.ticket(account), given.choice("score", ("good", "bad"))
    words, now = given.optional("comment"), account.now()
    before = ticket.satisfaction
    audit = Audit(account.next_id(), ticket.id, ticket.requester_id, now, "web")
    old = (before.score, before.comment) if before else (None, None)
    for name, value, previous in (("score", score, old[0]), ("comment", words, old[1])):
        if value != previous:
            audit.events.append(Change(account.next_id(), f"satisfaction_{name}", value, previous))
    if before is None:
        ticket.satisfaction = Satisfaction(account.next_id(), score, now, words, now)
    else:
        before.score, before.comment, before.updated_at = score, words, now
    finish(account, ticket, audit)
    rating = {"score": score.upper(), "comment": words}
    note(account, ticket, "ticket.csat_received", {"current": rating}, ticket.requester_id)
    return {"id": str(ticket.id)}


def _survey(account: Account, given: Given) -> dict[str, Any]:
    ticket, score, words = given.ticket(account), given.number("score", 1, 5), given.optional("comment")
    now = account.now()
    survey = next((s for s in account.surveys.values() if s.ticket_id == ticket.id), None)
    if survey is None:
        number = account.next_id()
        survey = Survey(ulid(now, number), ticket.id, ticket.requester_id, score, words, now, now)
        account.surveys[survey.id] = survey
    survey.score, survey.comment, survey.updated_at = score, words, now
    audit = Audit(account.next_id(), ticket.id, ticket.requester_id, now, "web")
    told = {"survey_response_id": survey.id, "survey_type": "customer_satisfaction"}
    audit.events.append(Occurrence(account.next_id(), "SurveyResponseSubmitted", told))
    finish(account, ticket, audit)
    category = "good" if score >= _GOOD_FROM else "bad"
    note(account, ticket, "ticket.csat_received", {"current": {"score": category.upper()}}, ticket.requester_id)
    return {"id": str(ticket.id), "survey_response_id": survey.id}


TICKET_ACTS: Mapping[str, Act] = {
    "reply": _reply,
    "note": _note,
    "edit": _edit,
    "create": _create,
    "merge": _merge,
    "delete": _delete,
    "restore": _restore,
    "forget": _forget,
    "redact": _redact,
    "rate": _rate,
    "survey": _survey,
}
