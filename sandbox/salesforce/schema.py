"""What an org's objects look like: fields, their types, and how `describe` tells them."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

LONG_TEXT_LENGTH = 255
"""A text area longer than this can be neither filtered nor sorted."""

_SOAP = {
    "id": "tns:ID", "reference": "tns:ID", "boolean": "xsd:boolean", "int": "xsd:int", "double": "xsd:double",
    "percent": "xsd:double", "currency": "xsd:double", "date": "xsd:date", "datetime": "xsd:dateTime",
    "anyType": "xsd:anyType",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an object. `type` is the vendor's name of it in `describe`; `length` is in characters."""

    name: str
    type: str = "string"
    length: int = 255
    label: str = ""
    relationship: str | None = None
    refers_to: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    restricted: bool = False
    nillable: bool = True
    createable: bool = False
    updateable: bool = False
    filterable: bool = True
    default: Any = None
    precision: int = 0
    scale: int = 0
    external_id: bool = False
    unique: bool = False
    tracked: bool = False
    byte_length: int | None = None

    @property
    def custom(self) -> bool:
        """Whether the org added it."""
        return self.name.endswith("__c")

    @property
    def is_long_text(self) -> bool:
        """Whether it is a text area that can be neither filtered nor sorted."""
        return self.type == "textarea" and self.length > LONG_TEXT_LENGTH

    @property
    def can_filter(self) -> bool:
        """Whether a WHERE may name it."""
        return self.filterable and not self.is_long_text

    @property
    def can_sort(self) -> bool:
        """Whether an ORDER BY may name it."""
        return self.can_filter and self.type not in ("multipicklist", "anyType")

    @property
    def required(self) -> bool:
        """Whether a new record must bring a value."""
        return self.createable and not self.nillable and self.default is None and self.type != "boolean"

    @property
    def permissionable(self) -> bool:
        """Whether field-level security can hide it: never what every record must have, nor what the org itself sets."""
        if not self.nillable or (self.type == "boolean" and not self.custom):
            return False
        return self.custom or ((self.createable or self.updateable) and self.name not in ("Status", "FirstName"))

    @property
    def polymorphic(self) -> bool:
        """Whether it may refer to several objects, so that its parent is told as a `Name`."""
        return len(self.refers_to) > 1


@dataclass(frozen=True, slots=True)
class SObject:
    """One object. `children` are (relationship name, child object, child field)."""

    name: str
    label: str
    prefix: str
    fields: dict[str, Field]
    children: tuple[tuple[str, str, str], ...] = ()
    createable: bool = True
    updateable: bool = True
    deletable: bool = True
    replicateable: bool = True
    bulk: bool = True

    def find(self, name: str) -> Field | None:
        """Return the field of this name, in any case of its letters."""
        return self.fields.get(name.lower())

    def relation(self, name: str) -> Field | None:
        """Return the lookup whose parent is called `name`."""
        wanted = name.lower()
        return next((f for f in self.fields.values() if f.relationship and f.relationship.lower() == wanted), None)

    def child(self, name: str) -> tuple[str, str, str] | None:
        """Return (relationship name, child object, child field) of a child relationship."""
        return next((c for c in self.children if c[0].lower() == name.lower()), None)

    def with_children(self, more: Iterable[tuple[str, str, str]]) -> "SObject":
        """Return the object with `more` child relationships."""
        return replace(self, children=(*self.children, *more))

    def with_fields(self, more: Iterable[Field]) -> "SObject":
        """Return the object with `more` fields."""
        return replace(self, fields={**self.fields, **{f.name.lower(): f for f in more}})


@dataclass(slots=True)
class Access:
    """What one user may do: `hidden` and `read_only` hold `object.field` in small letters."""

    hidden: set[str] = field(default_factory=set)
    read_only: set[str] = field(default_factory=set)
    modify_all: bool = False

    def sees(self, sobject: SObject, item: Field) -> bool:
        """Whether field-level security shows the field."""
        return f"{sobject.name}.{item.name}".lower() not in self.hidden

    def edits(self, sobject: SObject, item: Field) -> bool:
        """Whether field-level security lets the field be written."""
        key = f"{sobject.name}.{item.name}".lower()
        return key not in self.hidden and key not in self.read_only


def describe_field(item: Field, *, editable: bool) -> dict[str, Any]:
    """Return what `describe` tells of one field."""
    labels = item.labels or item.values
    text_like = item.type not in ("boolean", "int", "double", "percent", "currency", "date", "datetime")
    return {
        "aggregatable": item.can_filter and item.type != "boolean",
        "autoNumber": item.name == "CaseNumber",
        "byteLength": item.byte_length or (item.length * 3 if text_like else 0),
        "calculated": False,
        "createable": item.createable and editable,
        "custom": item.custom,
        "defaultValue": item.default,
        "defaultedOnCreate": item.default is not None or item.type == "boolean",
        "externalId": item.external_id,
        "filterable": item.can_filter,
        "groupable": item.can_sort and item.type not in ("datetime", "double", "percent", "currency"),
        "idLookup": item.type == "id" or item.external_id,
        "label": item.label or item.name,
        "length": item.length if text_like else 0,
        "name": item.name,
        "nameField": item.name in ("Name", "CaseNumber"),
        "nillable": item.nillable,
        "permissionable": item.permissionable,
        "picklistValues": [
            {"active": True, "defaultValue": value == item.default, "label": label, "validFor": None, "value": value}
            for value, label in zip(item.values, labels, strict=True)
        ],
        "polymorphicForeignKey": item.polymorphic,
        "precision": item.precision,
        "referenceTo": list(item.refers_to),
        "relationshipName": item.relationship,
        "restrictedPicklist": item.restricted,
        "scale": item.scale,
        "soapType": _SOAP.get(item.type, "xsd:string"),
        "sortable": item.can_sort,
        "type": item.type,
        "unique": item.unique,
        "updateable": item.updateable and editable,
    }


def describe_short(sobject: SObject, version: str) -> dict[str, Any]:
    """Return the entry of the object in the list of all."""
    base = f"/services/data/v{version}/sobjects/{sobject.name}"
    return {
        "createable": sobject.createable,
        "custom": False,
        "deletable": sobject.deletable,
        "keyPrefix": sobject.prefix,
        "label": sobject.label,
        "labelPlural": sobject.label + "s",
        "name": sobject.name,
        "queryable": True,
        "replicateable": sobject.replicateable,
        "retrieveable": True,
        "searchable": sobject.createable,
        "triggerable": sobject.createable,
        "undeletable": sobject.deletable,
        "updateable": sobject.updateable,
        "urls": {"sobject": base, "describe": base + "/describe", "rowTemplate": base + "/{ID}"},
    }


def describe(sobject: SObject, access: Access, version: str) -> dict[str, Any]:
    """Return the whole `describe`: a field hidden by field-level security is not in it."""
    fields = [
        describe_field(item, editable=access.edits(sobject, item))
        for item in sobject.fields.values()
        if access.sees(sobject, item)
    ]
    children = [
        {"cascadeDelete": True, "childSObject": child, "field": name, "relationshipName": relationship}
        for relationship, child, name in sobject.children
    ]
    return {
        **describe_short(sobject, version),
        "fields": fields,
        "childRelationships": children,
        "recordTypeInfos": [
            {"active": True, "available": True, "defaultRecordTypeMapping": True, "developerName": "Master",
             "master": True, "name": "Master", "recordTypeId": "012000000000000AAA"}
        ],
    }  # fmt: skip
