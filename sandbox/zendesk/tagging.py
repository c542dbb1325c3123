"""The bond between tags and the fields whose options are tags: drop-downs (`tagger`) and multi-selects."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sandbox.zendesk.errors import record_invalid
from sandbox.zendesk.rows import TicketField

_TEXT_LIMIT = 65_535


def clean_tags(values: Any) -> list[str]:
    """Return tags as Zendesk keeps them: small letters, none twice, split at spaces."""
    parts = values if isinstance(values, list) else str(values or "").split(",")
    words = (word for part in parts for word in re.split(r"[\s,]+", str(part).lower()))
    return list(dict.fromkeys(word for word in words if word))


def bind(
    tags: Iterable[str],
    custom: Mapping[int, Any],
    chosen: Mapping[int, Any],
    fields: Mapping[int, TicketField],
) -> tuple[list[str], dict[int, Any]]:
    """
    Return the tags and field values of a ticket after an update.

    Args:
        tags: The ticket's tags with the update's own tag changes made.
        custom: Its field values before.
        chosen: The field values that the update names; unknown and removed fields are dropped without a word.
        fields: The account's fields.

    Raises:
        ApiError: a value does not fit its field's type.
    """
    kept = list(tags)
    values = dict(custom)
    for field_id, value in chosen.items():
        field = fields.get(field_id)
        if field is None or not field.removable or not field.active:
            continue
        values[field_id] = clean_value(field, value)
        if field.is_tagged:
            wanted = _as_list(values[field_id])
            own = {option.value for option in field.options}
            kept = [tag for tag in kept if tag not in own or tag in wanted]
            kept += [tag for tag in wanted if tag not in kept]
    for field in fields.values():
        if field.is_tagged and field.id not in chosen:
            _follow_tags(field, kept, values)
    return kept, values


def _follow_tags(field: TicketField, tags: list[str], values: dict[int, Any]) -> None:
    found = [option.value for option in field.options if option.value in tags]
    before = values.get(field.id)
    if field.type == "multiselect":
        if found or before:
            values[field.id] = found
    elif found or before:
        values[field.id] = before if before in found else (found[0] if found else None)


def _as_list(value: Any) -> list[str]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def clean_value(field: TicketField, value: Any) -> Any:
    """
    Return a custom field's value as Zendesk keeps it. Numbers are kept, and given back, as text.

    An option that the field does not have leaves a drop-down empty.

    Raises:
        ApiError: the value does not fit the type.
    """
    if value is None or value == "":
        return [] if field.type == "multiselect" else None
    known = {option.value for option in field.options}
    match field.type:
        case "multiselect":
            given = value if isinstance(value, list) else [value]
            return [option.value for option in field.options if option.value in given]
        case "tagger":
            return value if value in known else None
        case "checkbox":
            return value in (True, "true", "1", 1)
        case "integer":
            return _number(field, value, r"-?\d+")
        case "decimal":
            return _number(field, value, r"-?\d+(\.\d+)?")
        case "date":
            return _date(field, value)
    text = str(value)
    if len(text) > _TEXT_LIMIT:
        raise record_invalid("base", f"{field.title}: is too long (maximum is {_TEXT_LIMIT} characters)")
    return text


def _number(field: TicketField, value: Any, pattern: str) -> str:
    text = str(value)
    if isinstance(value, bool) or not re.fullmatch(pattern, text):
        raise record_invalid("base", f"{field.title}: '{text}' is not a valid number", "InvalidValue")
    return text


def _date(field: TicketField, value: Any) -> str:
    try:
        return date.fromisoformat(str(value)[:10]).isoformat()
    except ValueError as error:
        raise record_invalid("base", f"{field.title}: '{value}' is not a valid date", "InvalidValue") from error
