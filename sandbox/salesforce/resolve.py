"""Names in a query: which field a path means, whether the user may see it, and how its value is read from a record."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sandbox.salesforce.errors import Refusal
from sandbox.salesforce.nodes import Path
from sandbox.salesforce.schema import Field, SObject
from sandbox.salesforce.soql import caret
from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record

MOST_PARENT_LEVELS = 5
Getter = Callable[[Record], Any]

_ADVICE = "Please reference your WSDL or the describe call for the appropriate names."


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a path means: the lookups to follow, the object that then holds the field, and the field."""

    lookups: tuple[Field, ...]
    sobject: SObject
    field: Field
    at: int


def find_object(org: Org, name: str, text: str | None = None, at: int = 0) -> SObject:
    """Return the object of this name; INVALID_TYPE where there is none."""
    sobject = org.schema.get(name.lower())
    if sobject is None:
        says = (
            f"sObject type '{name}' is not supported. If you are attempting to use a custom object, be sure to append"
            f" the '__c' after the entity name. {_ADVICE}"
        )
        raise Refusal("INVALID_TYPE", says if text is None else caret(text, at, says))
    return sobject


def resolve(org: Org, sobject: SObject, path: Path, text: str, alias: str | None = None) -> Resolved:
    """
    Return what `path` means in a query on `sobject`.

    Raises:
        Refusal: INVALID_FIELD, also for a field that field-level security hides: the whole query fails.
    """
    names = path.names
    prefixes = {(alias or sobject.name).lower(), sobject.name.lower()}
    # a Case has a parent of no such name, but an object may: then the alias alone is a prefix
    if len(names) > 1 and names[0].lower() in prefixes and (alias or sobject.relation(names[0]) is None):
        names = names[1:]
    if len(names) > MOST_PARENT_LEVELS + 1:
        raise Refusal("INVALID_FIELD", caret(text, path.at, "Only 5 levels of parent relationships are allowed."))
    lookups = []
    holder = sobject
    for name in names[:-1]:
        lookup = holder.relation(name)
        if lookup is None or not org.access.sees(holder, lookup):
            says = (
                f"Didn't understand relationship '{name}' in field path. If you are attempting to use a custom"
                f" relationship, be sure to append the '__r' after the custom relationship name. {_ADVICE}"
            )
            raise Refusal("INVALID_FIELD", caret(text, path.at, says))
        lookups.append(lookup)
        holder = org.name_object if lookup.polymorphic else org.schema[lookup.refers_to[0].lower()]
    field = holder.find(names[-1])
    if field is None or not org.access.sees(holder, field):
        raise Refusal("INVALID_FIELD", caret(text, path.at, no_column(names[-1], holder)))
    return Resolved(tuple(lookups), holder, field, path.at)


def no_column(name: str, sobject: SObject) -> str:
    """Return the vendor's words for a field that is not there, or not for us."""
    return (
        f"No such column '{name}' on entity '{sobject.name}'. If you are attempting to use a custom field, be sure to"
        f" append the '__c' after the custom field name. {_ADVICE}"
    )


def getter(org: Org, resolved: Resolved) -> Getter:
    """Return the function that reads the value from a record; None through a parent that is not there."""
    name = resolved.field.name
    if not resolved.lookups:
        return lambda row: row.get(name)
    lookups = resolved.lookups

    def read(row: Record) -> Any:
        current: Record | None = row
        for lookup in lookups:
            assert current is not None
            current = parent(org, lookup, current)
            if current is None:
                return None
        assert current is not None
        return current.get(name)

    return read


def parent(org: Org, lookup: Field, row: Record) -> Record | None:
    """Return the record that a lookup of `row` refers to. One of several objects is told as a Name, with its Type."""
    parent_id = row.get(lookup.name)
    if not parent_id:
        return None
    if not lookup.polymorphic:
        return org.rows(lookup.refers_to[0]).get(parent_id)
    found = org.find(parent_id)
    if found is None:
        return None
    sobject, record = found
    kind = record.get("Type") if sobject.name == "Group" else sobject.name
    return {**record, "Name": record.get("Name") or record.get("Subject"), "Type": kind, "_object": sobject.name}
