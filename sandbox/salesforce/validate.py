"""What a write may say: each field's rights, type, length and picklist, in the vendor's words where it may not."""

from datetime import UTC, date, datetime
from typing import Any

from sandbox.salesforce.errors import Refusal
from sandbox.salesforce.ids import long_id
from sandbox.salesforce.literals import NUMBERS
from sandbox.salesforce.schema import Access, Field, SObject
from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record

_EXCERPT = 250


def read_values(
    org: Org, sobject: SObject, body: dict[str, Any], *, create: bool, access: Access | None = None
) -> Record:
    """
    Return the values that a write's body gives, by the fields' own names; `access` is the integration user's if None.

    Raises:
        Refusal: the first field that may not be written, or not so.
    """
    values: Record = {}
    refused = []
    access = access or org.access
    for name, value in body.items():
        if name.lower() == "attributes":
            continue
        field = sobject.find(name)
        if field is None or not access.sees(sobject, field):
            raise Refusal("INVALID_FIELD", f"No such column '{name}' on sobject of type {sobject.name}")
        allowed = field.createable if create else field.updateable
        if not allowed or not access.edits(sobject, field):
            refused.append(field.name)
            continue
        values[field.name] = read_value(org, field, value)
    if refused:
        says = (
            f"Unable to create/update fields: {', '.join(refused)}. Please check the security settings of this field"
            " and verify that it is read/write for your profile or permission set."
        )
        raise Refusal("INVALID_FIELD_FOR_INSERT_UPDATE", says, fields=refused)
    _check_required(sobject, values, create=create)
    return values


def _check_required(sobject: SObject, values: Record, *, create: bool) -> None:
    missing = [
        f.name
        for f in sobject.fields.values()
        if f.required and values.get(f.name) is None and (create or f.name in values)
    ]
    if missing:
        says = f"Required fields are missing: [{', '.join(missing)}]"
        raise Refusal("REQUIRED_FIELD_MISSING", says, fields=missing)


def read_value(org: Org, field: Field, value: Any) -> Any:
    """Return one value as it is kept; an empty text is null."""
    if field.type == "boolean":
        if not isinstance(value, bool):
            raise _wrong_type("boolean", value)
        return value
    if value is None or value == "":
        return None
    if field.type in NUMBERS:
        return _number(field, value)
    if field.type == "datetime":
        return _moment(value)
    if field.type == "date":
        return _day(value)
    if not isinstance(value, str):
        raise _wrong_type("string", value)
    if field.type == "reference":
        return _reference(org, field, value)
    if field.type in ("picklist", "multipicklist"):
        return _choice(field, value)
    return _text(field, value)


def _wrong_type(wanted: str, value: Any) -> Refusal:
    kind = {bool: "VALUE_TRUE" if value else "VALUE_FALSE", int: "VALUE_NUMBER_INT", float: "VALUE_NUMBER_FLOAT"}
    source = kind.get(type(value), "VALUE_STRING")
    says = f"Cannot deserialize instance of {wanted} from {source} value {value}"
    return Refusal("JSON_PARSER_ERROR", f"{says} or request may be missing a required field at [line:1, column:1]")


def _number(field: Field, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _wrong_type("double", value)
    whole_digits = (field.precision or 18) - field.scale
    if abs(value) >= 10**whole_digits:
        says = f"{field.label or field.name}: value outside of valid range on numeric field: {value}"
        raise Refusal("NUMBER_OUTSIDE_VALID_RANGE", says, fields=[field.name])
    return float(round(value, field.scale))


def _moment(value: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise _wrong_type("datetime", value) from error
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC).replace(microsecond=0)


def _day(value: Any) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise _wrong_type("date", value) from error


def _reference(org: Org, field: Field, value: str) -> str:
    record_id = long_id(value)
    prefixes = tuple(org.schema[name.lower()].prefix for name in field.refers_to)
    label = field.label or field.name.removesuffix("Id") + " ID"
    if record_id is None or not record_id.startswith(prefixes):
        raise Refusal("MALFORMED_ID", f"{label}: id value of incorrect type: {value}", fields=[field.name])
    found = org.find(record_id)
    if found is None:
        raise Refusal("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", fields=[])
    if found[1].get("IsDeleted"):
        raise Refusal("ENTITY_IS_DELETED", "entity is deleted", fields=[])
    return record_id


def _choice(field: Field, value: str) -> str:
    chosen = [part.strip() for part in value.split(";") if part.strip()] if field.type == "multipicklist" else [value]
    by_fold = {known.casefold(): known for known in field.values}
    for part in chosen:
        if field.restricted and part.casefold() not in by_fold:
            says = f"{field.label or field.name}: bad value for restricted picklist field: {part}"
            raise Refusal("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", says, fields=[field.name])
    known = [by_fold.get(part.casefold(), part) for part in chosen]
    if field.type != "multipicklist":
        return known[0]
    # the org keeps the choices in the order of the value set, whatever order they came in
    rank = {name: i for i, name in enumerate(field.values)}
    return ";".join(sorted(dict.fromkeys(known), key=lambda name: rank.get(name, len(rank))))


def _text(field: Field, value: str) -> str:
    value = value.replace("\r\n", "\n")
    if field.type in ("string", "email", "phone", "url"):
        value = value.strip()
    too_long = len(value) > field.length
    if field.byte_length is not None:
        too_long = len(value.encode()) > field.byte_length
    if too_long:
        says = f"{field.label or field.name}: data value too large: {value[:_EXCERPT]} (max length={field.length})"
        raise Refusal("STRING_TOO_LONG", says, fields=[field.name])
    return value
