"""Deploys an sfdx source folder: the Case fields come into being from their XML, and permission sets show them."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from sandbox.salesforce.schema import Access, Field, SObject
from sandbox.salesforce.standard import ADMINS_FIELDS

_METADATA = "{http://soap.sforce.com/2006/04/metadata}"

# Metadata type -> the type that describe tells. Whatever is missing here cannot be deployed.
_TYPES = {
    "Text": "string", "TextArea": "textarea", "LongTextArea": "textarea", "Html": "textarea", "Number": "double",
    "Percent": "percent", "Currency": "currency", "Checkbox": "boolean", "Date": "date", "DateTime": "datetime",
    "Picklist": "picklist", "MultiselectPicklist": "multipicklist", "Email": "email", "Phone": "phone", "Url": "url",
}  # fmt: skip
_PICKLIST_LENGTH = {"picklist": 255, "multipicklist": 4099}
# Objects whose fields have security of their own here; comments, mails and users are seen with what they hang on.
_SECURED = ("Case", "Contact", "Account")


class DeployError(ValueError):
    """A source folder that an org would not take; names the file."""


def read_fields(folder: Path) -> Iterator[tuple[str, Field]]:
    """Yield (object name, field) for every custom field in the source folder."""
    for path in sorted(folder.glob("objects/*/fields/*.field-meta.xml")):
        yield path.parent.parent.name, _field(path)


def assign_permission_sets(folder: Path, names: Collection[str], schema: Iterable[SObject], access: Access) -> None:
    """
    Give the integration user the folder's permission sets of these names, and nothing else.

    Its profile is the vendor's "Minimum Access": a field that security can hide is hidden until a set names it, on the
    objects that have such security. The custom fields of the org's own admin were shown to it before.
    """
    for sobject in schema:
        if sobject.name in _SECURED:
            hideable = (f.name for f in sobject.fields.values() if f.permissionable and f.name not in ADMINS_FIELDS)
            access.hidden |= {f"{sobject.name}.{name}".lower() for name in hideable}
    editable: set[str] = set()
    for name in names:
        path = folder / "permissionsets" / f"{name}.permissionset-meta.xml"
        if not path.exists():
            continue
        root = _root(path)
        for entry in root.findall(f"{_METADATA}fieldPermissions"):
            key = _text(entry, "field").lower()
            if _text(entry, "editable") == "true":
                editable.add(key)
            if _text(entry, "readable") == "true" or key in editable:
                access.hidden.discard(key)
                access.read_only.add(key)
        for entry in root.findall(f"{_METADATA}userPermissions"):
            if _text(entry, "name") == "ModifyAllData" and _text(entry, "enabled") == "true":
                access.modify_all = True
    access.read_only -= editable


def assign_to_agent(folder: Path, names: Collection[str], schema: Iterable[SObject], access: Access) -> None:
    """
    Give an agent the folder's permission sets of these names, on top of the vendor's "Standard User".

    That profile sees and edits the org's standard fields; a deployed field is hidden until a set names it.
    """
    objects = list(schema)
    assign_permission_sets(folder, names, objects, access)
    for sobject in objects:
        standard = {f"{sobject.name}.{f.name}".lower() for f in sobject.fields.values() if not f.custom}
        access.hidden -= standard
        access.read_only -= standard


def _field(path: Path) -> Field:
    root = _root(path)
    name, kind = _text(root, "fullName"), _text(root, "type")
    if not name.endswith("__c") or kind not in _TYPES:
        raise DeployError(f"{path.name}: fullName {name!r} or type {kind!r} cannot be deployed.")
    vendor_type = _TYPES[kind]
    values, labels, default, restricted = _picklist(root)
    if vendor_type in _PICKLIST_LENGTH and not values:
        raise DeployError(f"{path.name}: a picklist needs a valueSet with values.")
    if vendor_type == "boolean":
        default = _text(root, "defaultValue") == "true"
    scale = int(_text(root, "scale") or 0)
    return Field(
        name=name,
        type=vendor_type,
        label=_text(root, "label"),
        length=_PICKLIST_LENGTH.get(vendor_type) or int(_text(root, "length") or 255),
        values=values,
        labels=labels,
        restricted=restricted,
        default=default,
        nillable=_text(root, "required") != "true" and vendor_type != "boolean",
        createable=True,
        updateable=True,
        precision=int(_text(root, "precision") or 0),
        scale=scale,
        external_id=_text(root, "externalId") == "true",
        unique=_text(root, "unique") == "true",
        tracked=_text(root, "trackHistory") == "true",
    )


def _picklist(root: ET.Element) -> tuple[tuple[str, ...], tuple[str, ...], str | bool | None, bool]:
    value_set = root.find(f"{_METADATA}valueSet")
    if value_set is None:
        return (), (), None, False
    rows = value_set.findall(f"{_METADATA}valueSetDefinition/{_METADATA}value")
    values = tuple(_text(row, "fullName") for row in rows)
    labels = tuple(_text(row, "label") or _text(row, "fullName") for row in rows)
    default = next((_text(row, "fullName") for row in rows if _text(row, "default") == "true"), None)
    return values, labels, default, _text(value_set, "restricted") == "true"


def _root(path: Path) -> ET.Element:
    try:
        return ET.parse(path).getroot()  # noqa: S314 - our own source folder, not somebody's upload
    except ET.ParseError as error:
        raise DeployError(f"{path.name}: is not XML ({error}).") from error


def _text(element: ET.Element, name: str) -> str:
    return (element.findtext(f"{_METADATA}{name}") or "").strip()
