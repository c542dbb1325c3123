"""Triggers: conditions over an update, and what they do. They run after every update, whoever made it."""

import re
from collections.abc import Callable
from typing import Any

from sandbox.zendesk.errors import record_invalid
from sandbox.zendesk.hooks import note_conditional
from sandbox.zendesk.rows import SYSTEM_ID, Audit, Change, Comment, Ticket
from sandbox.zendesk.state import Account
from sandbox.zendesk.tagging import bind, clean_tags
from sandbox.zendesk.text import iso
from sandbox.zendesk.trigger_rows import Trigger

_STATUS_ORDER = ("new", "open", "pending", "hold", "solved", "closed")
_PRIORITY_ORDER = (None, "low", "normal", "high", "urgent")
_FIELDS = (
    "status",
    "priority",
    "type",
    "group_id",
    "assignee_id",
    "requester_id",
    "organization_id",
    "custom_status_id",
)
_SPECIAL = ("update_type", "current_tags", "comment_is_public", "role", "subject_includes_word", "current_via_id")
_OPERATORS = (
    *("is", "is_not", "less_than", "greater_than", "changed", "not_changed", "value", "value_previous"),
    *("not_value", "not_value_previous", "includes", "not_includes", "present", "not_present"),
)
_WRITES = ("status", "priority", "type", "group_id", "assignee_id")
_TAGS = ("set_tags", "current_tags", "remove_tags")
_SILENT = (
    "notification_user",
    "notification_group",
    "notification_target",
    "notification_sms_user",
    "satisfaction_score",
)
_PLACEHOLDER = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")


def check_trigger(trigger: Trigger) -> None:
    """
    Hold a trigger against the rules.

    Raises:
        ApiError: 422 with the first condition or action that is not known.
    """
    if not trigger.title.strip():
        raise record_invalid("title", "Title: cannot be blank", "BlankValue")
    if not trigger.actions:
        raise record_invalid("base", "Actions: must have at least one action", "BlankValue")
    if not trigger.conditions["all"] and not trigger.conditions["any"]:
        raise record_invalid("base", "Conditions: must have at least one condition", "BlankValue")
    for one in (*trigger.conditions["all"], *trigger.conditions["any"]):
        name = str(one.get("field", ""))
        if name not in (*_FIELDS, *_SPECIAL) and not name.startswith("custom_fields_"):
            raise record_invalid("base", f"Condition: {name} is not a valid field", "InvalidValue")
        if one.get("operator") not in _OPERATORS:
            raise record_invalid("base", f"Condition: {one.get('operator')} is not a valid operator", "InvalidValue")
    for action in trigger.actions:
        name = str(action.get("field", ""))
        if name not in (*_WRITES, *_TAGS, *_SILENT, "notification_webhook") and not name.startswith("custom_fields_"):
            raise record_invalid("base", f"Action: {name} is not a valid action", "InvalidValue")


def run_triggers(account: Account, ticket: Ticket, audit: Audit, *, created: bool) -> None:
    """
    Let the triggers look at an update. One that changes the ticket makes the earlier ones look again.

    Each fires at most once for an update. What they change stands in the update's own audit.
    """
    waiting = [t for t in account.triggers.in_order() if t.active]
    fired: set[int] = set()
    again = True
    while again:
        again = False
        for trigger in waiting:
            if trigger.id not in fired and _matches(account, trigger, ticket, audit, created=created):
                fired.add(trigger.id)
                if _act(account, trigger, ticket, audit):
                    again = True
                    break


def _matches(account: Account, trigger: Trigger, ticket: Ticket, audit: Audit, *, created: bool) -> bool:
    def holds(one: dict[str, Any]) -> bool:
        return _holds(account, one, ticket, audit, created=created)

    wanted, either = trigger.conditions["all"], trigger.conditions["any"]
    return all(holds(one) for one in wanted) and (not either or any(holds(one) for one in either))


def _holds(account: Account, one: dict[str, Any], ticket: Ticket, audit: Audit, *, created: bool) -> bool:
    name, operator, value = one["field"], one["operator"], one.get("value")
    comment = next((e for e in audit.events if isinstance(e, Comment)), None)
    match name:
        case "update_type":
            return bool(str(value).lower() == "create") == created
        case "current_tags":
            found = bool(set(clean_tags(str(value or "").replace(" ", ","))) & set(ticket.tags))
            return found is (operator in ("includes", "is"))
        case "comment_is_public":
            if value in ("not_relevant", "requester_can_see_comment"):
                return comment is not None and (comment.public or value == "not_relevant")
            return comment is not None and comment.public is (str(value) == "true")
        case "role":
            author = account.users.get(audit.author_id)
            role = "end_user" if author is not None and not author.is_staff else "agent"
            return (role == str(value)) is (operator == "is")
        case "subject_includes_word":
            found = any(word in ticket.subject.lower() for word in str(value or "").lower().split())
            return found is (operator in ("includes", "is"))
        case "current_via_id":
            return (ticket.channel == str(value)) is (operator == "is")
    change = _change_of(audit, name.removeprefix("custom_fields_"))
    return _compare(name, operator, value, _present(ticket, name), change)


def _present(ticket: Ticket, name: str) -> Any:
    if name.startswith("custom_fields_"):
        return ticket.custom.get(int(name.removeprefix("custom_fields_") or 0))
    return getattr(ticket, name)


def _change_of(audit: Audit, name: str) -> Change | None:
    return next((e for e in audit.events if isinstance(e, Change) and e.field == name and not e.first), None)


def _compare(name: str, operator: str, value: Any, present: Any, change: Change | None) -> bool:
    same = _text(present) == _text(value)
    if operator in ("present", "not_present"):
        return (present not in (None, "", [])) == (operator == "present")
    if operator in ("less_than", "greater_than"):
        order: tuple[Any, ...] = _STATUS_ORDER if name == "status" else _PRIORITY_ORDER
        if present not in order or value not in order or same:
            return False
        return (order.index(present) < order.index(value)) == (operator == "less_than")
    holds = {
        "is": same,
        "includes": same,
        "changed": change is not None,
        "value": change is not None and _text(change.value) == _text(value),
        "value_previous": change is not None and _text(change.previous) == _text(value),
    }
    plain = {"is_not": "is", "not_includes": "includes"}.get(operator, operator.removeprefix("not_"))
    return holds[plain] == (plain == operator)


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _act(account: Account, trigger: Trigger, ticket: Ticket, audit: Audit) -> bool:
    """Do what a trigger does; return whether the ticket changed."""
    changed = False
    for action in trigger.actions:
        name, value = str(action["field"]), action.get("value")
        if name == "notification_webhook" and isinstance(value, list) and value:
            body = str(value[1]) if len(value) > 1 else ""
            note_conditional(account, ticket, str(value[0]), fill_in(account, ticket, body))
        elif name in _TAGS:
            changed |= _retag(account, ticket, audit, name, clean_tags(str(value or "").replace(" ", ",")))
        elif name in _WRITES and _text(getattr(ticket, name)) != _text(value) and ticket.status != "closed":
            _set(account, ticket, audit, name, value)
            changed = True
    return changed


def _retag(account: Account, ticket: Ticket, audit: Audit, name: str, tags: list[str]) -> bool:
    keep: dict[str, Callable[[], list[str]]] = {
        "set_tags": lambda: tags,
        "current_tags": lambda: [*ticket.tags, *(t for t in tags if t not in ticket.tags)],
        "remove_tags": lambda: [t for t in ticket.tags if t not in tags],
    }
    after, custom = bind(keep[name](), ticket.custom, {}, account.fields)
    if set(after) == set(ticket.tags):
        return False
    audit.events.append(Change(account.next_id(), "tags", after, list(ticket.tags)))
    ticket.tags, ticket.custom = after, custom
    return True


def _set(account: Account, ticket: Ticket, audit: Audit, name: str, value: Any) -> None:
    before = getattr(ticket, name)
    after = int(value) if name.endswith("_id") and value is not None else value
    audit.events.append(
        Change(account.next_id(), name, value, str(before) if name.endswith("_id") and before else before)
    )
    setattr(ticket, name, after)
    if name == "status":
        ticket.custom_status_id = account.default_status(str(after))


def fill_in(account: Account, ticket: Ticket, template: str) -> str:
    """Return a body with its placeholders filled in. Nothing is escaped: a quote in a subject breaks a JSON body."""
    latest = ticket.comments[-1] if ticket.comments else None
    words = {
        "ticket.id": str(ticket.id),
        "ticket.title": ticket.subject,
        "ticket.description": ticket.description,
        "ticket.status": ticket.status.capitalize(),
        "ticket.priority": (ticket.priority or "").capitalize(),
        "ticket.url": f"{account.options.company}.zendesk.com/agent/tickets/{ticket.id}",
        "ticket.tags": " ".join(ticket.tags),
        "ticket.updated_at_with_timestamp": iso(ticket.updated_at),
        "ticket.requester.name": account.author_name(ticket.requester_id),
        "ticket.requester.id": str(ticket.requester_id),
        "ticket.assignee.name": account.author_name(ticket.assignee_id),
        "ticket.latest_comment": latest.text if latest else "",
        "ticket.latest_public_comment": next((c.text for c in reversed(ticket.comments) if c.public), ""),
        "current_user.id": str(SYSTEM_ID),
    }
    return _PLACEHOLDER.sub(lambda match: words.get(match[1], ""), template)
