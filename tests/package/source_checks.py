"""What an org or its reviewer would refuse in a source-format package, found by reading it; nothing is deployed."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import simple_salesforce
from lxml import etree

from tests.package.bundle_checks import find_bundle_problems
from tests.package.label_checks import check_labels, check_translation, labels_of

METADATA = "http://soap.sforce.com/2006/04/metadata"
NS = {"m": METADATA}
XSD = "{http://www.w3.org/2001/XMLSchema}"

# what a file's name ends in -> (type in the vendor's schema, element of its label, longest label; 0 where it has none)
KINDS = {
    "field": ("CustomField", "label", 40),
    "permissionset": ("PermissionSet", "label", 80),
    "listView": ("ListView", "label", 40),
    "reportType": ("ReportType", "label", 50),
    "flexipage": ("FlexiPage", "masterLabel", 80),
    "labels": ("CustomLabels", "", 0),
    "translation": ("Translations", "", 0),
}
API_NAME = re.compile(r"[A-Za-z](?:_?[A-Za-z0-9])*")
LONGEST_API_NAME = 40
LONGEST_HELP = 510
LONGEST_DESCRIPTION = 1000
MOST_COLUMNS = 15
# type -> its own attributes, each with its least and greatest value
SIZES = {
    "Text": {"length": (1, 255)},
    "LongTextArea": {"length": (256, 131_072), "visibleLines": (2, 50)},
    "Number": {"precision": (1, 18), "scale": (0, 17)},
    "MultiselectPicklist": {"visibleLines": (3, 10)},
    "Picklist": {},
    "Date": {},
}
PICKLISTS = ("Picklist", "MultiselectPicklist")
# Salesforce has object permissions for these; comments, mails, history and users follow other rules
OBJECTS = {"Account", "Case", "Contact"}
# shown to whoever sees the record: a permission set that names one is refused
_SYSTEM = {"Id", "IsDeleted", "MasterRecordId", "SystemModstamp"}
NOT_SECURABLE = {
    "Case": _SYSTEM | {"CaseNumber", "Status", "IsClosed", "CreatedDate", "ClosedDate", "OwnerId"},
    "Contact": _SYSTEM | {"Name", "LastName"},
    "Account": _SYSTEM | {"Name", "OwnerId"},
}
FLAGS_OPERATIONS = {"equals", "notEqual", "includes", "excludes"}


def load_schema() -> etree.XMLSchema:
    """Return the vendor's own metadata schema, with the elements that a source file may start with."""
    wsdl = etree.parse(Path(simple_salesforce.__file__).with_name("metadata.wsdl"))
    found = next(s for s in wsdl.iter(XSD + "schema") if s.get("targetNamespace") == METADATA)
    found = etree.fromstring(etree.tostring(found))
    for name, _, _ in KINDS.values():
        etree.SubElement(found, XSD + "element", name=name, type=f"tns:{name}")
    return etree.XMLSchema(found)


class Source:
    """One file: its path, its kind, its API name and its tree."""

    def __init__(self, path: Path, kind: str, tree: etree._ElementTree) -> None:
        self.path, self.kind, self.tree = path, kind, tree
        self.name = path.name.partition(".")[0]

    def text(self, element: str) -> str:
        return (self.tree.findtext(f"m:{element}", namespaces=NS) or "").strip()

    def all(self, path: str) -> list:
        return self.tree.findall(path, NS)

    def texts(self, path: str) -> list[str]:
        return [(node.text or "").strip() for node in self.all(path)]


def text_of(node, element: str) -> str:
    return (node.findtext(f"m:{element}", namespaces=NS) or "").strip()


def find_problems(root: Path, schema: etree.XMLSchema) -> list[str]:
    """Return everything that is wrong with the project in this folder, as `file: what`."""
    project = json.loads((root / "sfdx-project.json").read_text(encoding="utf-8"))
    folders = [root / entry["path"] for entry in project["packageDirectories"]]
    problems = [f"sfdx-project.json: {folder.name} is no folder" for folder in folders if not folder.is_dir()]
    sources = []
    for path in sorted(path for folder in folders for path in folder.rglob("*-meta.xml")):
        if path.name.endswith(".js-meta.xml"):
            continue  # the schema does not know what a component's targets may hold; bundle_checks does
        kind = path.name.removesuffix("-meta.xml").rpartition(".")[2]
        if kind not in KINDS:
            problems.append(f"{path.name}: {kind} is no kind that this package may hold")
            continue
        try:
            tree = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError as error:
            problems.append(f"{path.name}: is not XML ({error.msg})")
            continue
        sources.append(Source(path, kind, tree))
    twice = [name for name, count in Counter((s.kind, s.name) for s in sources).items() if count > 1]
    problems += [f"{name}: there is another {kind} of that name" for kind, name in twice]
    fields = {s.name: s for s in sources if s.kind == "field"}
    labels = labels_of(sources)
    problems += find_bundle_problems(folders, set(labels))
    for source in sources:
        if not schema.validate(source.tree):
            problems += [f"{source.path.name}: {error.message}" for error in schema.error_log]
        problems += [f"{source.path.name}: {says}" for says in check_source(source, fields, labels, folders)]
    return problems


def check_source(
    source: Source, fields: dict[str, Source], labels: dict[str, str], folders: list[Path]
) -> Iterator[str]:
    yield from check_names(source)
    if source.kind == "labels":
        yield from check_labels(source)
    elif source.kind == "translation":
        yield from check_translation(source, labels)
    elif source.kind == "field":
        yield from check_field(source)
    elif source.kind == "permissionset":
        yield from check_permission_set(source, fields)
    elif source.kind == "listView":
        yield from check_list_view(source, fields)
    elif source.kind == "reportType":
        yield from check_report_type(source, fields)
    else:
        yield from check_page(source, fields, folders)


def check_names(source: Source) -> Iterator[str]:
    if source.tree.docinfo.doctype:
        yield "declares a document type"
    bare = source.name.removesuffix("__c")
    if not API_NAME.fullmatch(bare) or len(bare) > LONGEST_API_NAME:
        yield f"{source.name} is no API name of at most {LONGEST_API_NAME} characters"
    if source.kind in ("field", "listView") and source.text("fullName") != source.name:
        yield f"says that it is {source.text('fullName')!r}"
    _, element, longest = KINDS[source.kind]
    if longest and not 0 < len(source.text(element)) <= longest:
        yield f"{element} is missing or longer than {longest} characters"
    if len(source.text("description")) > LONGEST_DESCRIPTION:
        yield "description is too long"


def check_field(source: Source) -> Iterator[str]:
    kind = source.text("type")
    if not source.name.startswith("Sidelight_") or not source.name.endswith("__c"):
        yield "is no Sidelight_…__c field"
    for element in ("required", "unique", "trackHistory", "externalId"):
        if source.text(element) == "true":
            yield f"{element} is true: agents and other integrations could no longer save a case, or history would grow"
    for element in ("description", "inlineHelpText"):
        if not source.text(element):
            yield f"{element} is missing"
    if len(source.text("inlineHelpText")) > LONGEST_HELP:
        yield f"inlineHelpText is longer than {LONGEST_HELP} characters"
    yield from check_sizes(source, kind, SIZES.get(kind, {}))
    if kind in PICKLISTS:
        yield from check_picklist(source)


def check_sizes(source: Source, kind: str, sizes: dict[str, tuple[int, int]]) -> Iterator[str]:
    for name in sorted({"length", "precision", "scale", "visibleLines"} | set(sizes)):
        given = source.text(name)
        if (name in sizes) != bool(given):
            yield f"{name} {'is missing' if name in sizes else 'does not belong'} on a {kind}"
        elif given.isdigit() and not sizes[name][0] <= int(given) <= sizes[name][1]:
            yield f"{name} {given} is outside {sizes[name]}"


def check_picklist(source: Source) -> Iterator[str]:
    values = [value.lower() for value in source.texts(".//m:valueSetDefinition/m:value/m:fullName")]
    labels = [label.lower() for label in source.texts(".//m:valueSetDefinition/m:value/m:label")]
    for what, given in (("value", values), ("label", labels)):
        yield from (f"{what} {name!r} is there twice" for name, n in Counter(given).items() if n > 1)
    if not values or any(";" in value for value in values):
        yield "has no values, or one with a semicolon"
    if source.texts(".//m:valueSet/m:restricted") != ["true"]:
        yield "takes any value: its valueSet is not restricted"


def check_permission_set(source: Source, fields: dict[str, Source]) -> Iterator[str]:
    named = [text_of(node, "field") for node in source.all("m:fieldPermissions")]
    yield from (f"{name} is there twice" for name, n in Counter(named).items() if n > 1)
    for node in source.all("m:fieldPermissions"):
        sobject, _, name = text_of(node, "field").partition(".")
        if name.endswith("__c") and (sobject != "Case" or name not in fields):
            yield f"{sobject}.{name} is no field of this package"
        if name in NOT_SECURABLE.get(sobject, ()):
            yield f"{sobject}.{name} has no field-level security"
        editable = text_of(node, "editable") == "true"
        if editable and text_of(node, "readable") != "true":
            yield f"{sobject}.{name} can be edited, not read"
        if editable and name not in fields:
            yield f"{sobject}.{name} is not ours to edit"
    for node in source.all("m:objectPermissions"):
        sobject = text_of(node, "object")
        granted = {child.tag.removeprefix(f"{{{METADATA}}}") for child in node if child.text == "true"}
        allowed = {"allowRead", "viewAllRecords"} | ({"allowEdit"} if sobject == "Case" else set())
        if sobject not in OBJECTS or granted - allowed:
            yield f"{sobject}: {', '.join(sorted(granted - allowed)) or 'no such object'} is more than we need"
    for name in source.texts("m:userPermissions/m:name"):
        if name != "ApiEnabled":
            yield f"the user permission {name} is more than we need"


def check_list_view(source: Source, fields: dict[str, Source]) -> Iterator[str]:
    columns = source.texts("m:columns")
    filtered = source.texts("m:filters/m:field")
    yield from (f"{name} is no field of this package" for name in missing([*columns, *filtered], fields))
    if not columns or len(columns) > MOST_COLUMNS or len(set(columns)) < len(columns):
        yield f"has no columns, more than {MOST_COLUMNS}, or one twice"
    for node in source.all("m:filters"):
        field = fields.get(text_of(node, "field"))
        kind = field.text("type") if field is not None else ""
        if kind == "LongTextArea":
            yield f"{text_of(node, 'field')} is a long text and cannot be filtered by"
        if kind == "MultiselectPicklist" and text_of(node, "operation") not in FLAGS_OPERATIONS:
            yield f"{text_of(node, 'field')} cannot be filtered by {text_of(node, 'operation')}"
    shared = [child.tag.removeprefix(f"{{{METADATA}}}") for child in source.all("m:sharedTo/*")]
    if shared != ["allInternalUsers"]:
        yield f"is shared with {shared or 'everybody, portal users included'}"


def check_report_type(source: Source, fields: dict[str, Source]) -> Iterator[str]:
    base = source.text("baseObject")
    columns = [text_of(node, "field") for node in source.all("m:sections/m:columns")]
    yield from (f"{name} is no field of this package" for name in missing(columns, fields))
    yield from (f"{name} is there twice" for name, n in Counter(columns).items() if n > 1)
    if set(source.texts("m:sections/m:columns/m:table")) != {base}:
        yield f"a column is of another table than {base}"
    if not source.text("description"):
        yield "description is missing"


def check_page(source: Source, fields: dict[str, Source], folders: list[Path]) -> Iterator[str]:
    placed = [name.removeprefix("Record.") for name in source.texts(".//m:fieldInstance/m:fieldItem")]
    yield from (f"{name} is no field of this package" for name in missing(placed, fields))
    identifiers = Counter(source.texts(".//m:identifier"))
    yield from (f"the identifier {name!r} is there twice" for name, n in identifiers.items() if n > 1)
    if len(source.all(".//m:componentInstance") + source.all(".//m:fieldInstance")) != identifiers.total():
        yield "a component or field has no identifier"
    regions = source.all("m:flexiPageRegions")
    facets = {text_of(node, "name") for node in regions if text_of(node, "type") == "Facet"}
    used = [
        text_of(node, "value")
        for node in source.all(".//m:componentInstanceProperties")
        if text_of(node, "name") in ("body", "columns")
    ]
    if sorted(facets) != sorted(used):
        yield f"the facets {sorted(facets)} are not those used, {sorted(used)}"
    for name in source.texts(".//m:componentName"):
        space, _, component = name.rpartition(":")
        brought = [path for folder in folders for path in folder.rglob(f"lwc/{component}/{component}.js-meta.xml")]
        if space == "c" and not brought:
            yield f"the component {name} is not in this package"


def missing(names: list[str], fields: dict[str, Source]) -> list[str]:
    return [name for name in names if name.endswith("__c") and name not in fields]
