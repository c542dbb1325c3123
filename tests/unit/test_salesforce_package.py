import json
import re
from pathlib import Path

import pytest
import simple_salesforce
from lxml import etree

from integration.connectors.salesforce.client import API_VERSION
from integration.connectors.salesforce.soql import OUR_FIELDS, WANTED
from integration.model import FLAG_KINDS, Frustration

ROOT = Path(__file__).parents[2] / "manifest" / "salesforce"
SOURCE = ROOT / "force-app" / "main" / "default"
FIELDS = SOURCE / "objects" / "Case" / "fields"
PERMISSION_SETS = SOURCE / "permissionsets"
NS = {"m": "http://soap.sforce.com/2006/04/metadata"}
XSD = "{http://www.w3.org/2001/XMLSchema}"

# what Salesforce has object permissions for; comments, mails, history and users follow other rules
OBJECTS_WITH_PERMISSIONS = {"Account", "Case", "Contact"}


@pytest.fixture(scope="module")
def schema():
    """The vendor's own metadata schema, with the elements that a source file may start with."""
    wsdl = etree.parse(Path(simple_salesforce.__file__).with_name("metadata.wsdl"))
    found = next(s for s in wsdl.iter(XSD + "schema") if s.get("targetNamespace") == NS["m"])
    found = etree.fromstring(etree.tostring(found))
    for name in ("CustomField", "PermissionSet"):
        etree.SubElement(found, XSD + "element", name=name, type=f"tns:{name}")
    return etree.XMLSchema(found)


def sources():
    return sorted(
        path for path in SOURCE.rglob("*-meta.xml") if path.name.endswith(("field-meta.xml", "permissionset-meta.xml"))
    )


def text_of(tree, path):
    return tree.findtext(path, namespaces=NS)


def values_of(name):
    tree = etree.parse(FIELDS / f"{name}.field-meta.xml")
    return [node.text for node in tree.findall(".//m:valueSetDefinition/m:value/m:fullName", NS)]


def grants(permission_set):
    tree = etree.parse(PERMISSION_SETS / f"{permission_set}.permissionset-meta.xml")
    return {
        text_of(node, "m:field"): text_of(node, "m:editable") == "true"
        for node in tree.findall("m:fieldPermissions", NS)
        if text_of(node, "m:readable") == "true"
    }


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.name)
def test_each_source_file_is_valid_by_the_vendors_schema(schema, path):
    assert schema.validate(etree.parse(path)), schema.error_log


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<type>MultiselectPicklist</type>", "<type>MultiSelect</type>"),
        ("<visibleLines>8</visibleLines>", "<visibleLines>eight</visibleLines>"),
        ("<restricted>true</restricted>", "<closed>true</closed>"),
        ("<externalId>false</externalId>", "<externalId>no</externalId>"),
    ],
)
def test_a_planted_error_in_a_field_is_caught_by_the_schema(schema, old, new):
    text = (FIELDS / "Sidelight_Flags__c.field-meta.xml").read_text(encoding="utf-8")
    assert text.count(old) == 1
    assert not schema.validate(etree.fromstring(text.replace(old, new).encode()))


def test_a_planted_error_in_a_permission_set_is_caught_by_the_schema(schema):
    text = (PERMISSION_SETS / "Sidelight_Agent.permissionset-meta.xml").read_text(encoding="utf-8")
    broken = text.replace("<editable>false</editable>", "", 1)
    assert not schema.validate(etree.fromstring(broken.encode()))


def test_unclosed_xml_is_caught(schema):
    text = (FIELDS / "Sidelight_Headline__c.field-meta.xml").read_text(encoding="utf-8")
    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(text.replace("</label>", "").encode())


def test_each_file_is_named_after_what_it_declares():
    for path in FIELDS.iterdir():
        assert text_of(etree.parse(path), "m:fullName") == path.name.removesuffix(".field-meta.xml")


def test_the_package_brings_exactly_the_fields_that_are_written():
    assert {path.name.removesuffix(".field-meta.xml") for path in FIELDS.iterdir()} == set(OUR_FIELDS)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sidelight_Headline__c", {"type": "Text", "length": "255"}),
        ("Sidelight_Flags__c", {"type": "MultiselectPicklist", "visibleLines": "8"}),
        ("Sidelight_Contacts__c", {"type": "Number", "precision": "4", "scale": "0"}),
        ("Sidelight_Frustration__c", {"type": "Picklist"}),
        ("Sidelight_Effort__c", {"type": "Number", "precision": "3", "scale": "0"}),
        ("Sidelight_Promise_Due__c", {"type": "Date"}),
        ("Sidelight_Annotation__c", {"type": "LongTextArea", "length": "32768"}),
    ],
)
def test_a_field_has_its_type_and_size_and_keeps_no_history(name, expected):
    tree = etree.parse(FIELDS / f"{name}.field-meta.xml")
    wanted = expected | {"required": "false", "trackHistory": "false"}
    assert {key: text_of(tree, f"m:{key}") for key in wanted if text_of(tree, f"m:{key}")} == wanted
    assert len(text_of(tree, "m:label")) <= 40


def test_the_flag_field_is_restricted_to_the_fifteen_flags():
    tree = etree.parse(FIELDS / "Sidelight_Flags__c.field-meta.xml")
    assert text_of(tree, ".//m:restricted") == "true"
    assert values_of("Sidelight_Flags__c") == list(FLAG_KINDS)
    assert len(set(FLAG_KINDS)) == 15


def test_the_frustration_field_has_one_value_for_each_level():
    assert values_of("Sidelight_Frustration__c") == [level.name.lower() for level in Frustration]


def test_the_integration_user_edits_our_fields_and_no_other():
    granted = grants("Sidelight_Integration")
    assert {name for name, editable in granted.items() if editable} == {f"Case.{name}" for name in OUR_FIELDS}


def test_the_integration_user_may_read_only_fields_that_are_read():
    read = {f"{sobject}.{name}" for sobject, names in WANTED.items() for name in names}
    assert {name for name, editable in grants("Sidelight_Integration").items() if not editable} <= read


def test_agents_read_our_fields_and_edit_none():
    assert grants("Sidelight_Agent") == dict.fromkeys((f"Case.{name}" for name in OUR_FIELDS), False)


@pytest.mark.parametrize("path", sorted(PERMISSION_SETS.iterdir()), ids=lambda path: path.name)
def test_no_permission_set_lets_anybody_delete_or_see_more_than_it_must(path):
    tree = etree.parse(path)
    for node in tree.findall("m:objectPermissions", NS):
        assert text_of(node, "m:object") in OBJECTS_WITH_PERMISSIONS
        for right in ("allowCreate", "allowDelete", "modifyAllRecords"):
            assert text_of(node, f"m:{right}") == "false"
        assert (text_of(node, "m:allowEdit") == "true") == (text_of(node, "m:object") == "Case")
    assert {text_of(node, "m:name") for node in tree.findall("m:userPermissions", NS)} <= {"ApiEnabled"}


def test_the_project_names_the_api_version_that_is_spoken():
    project = json.loads((ROOT / "sfdx-project.json").read_text(encoding="utf-8"))
    assert project["sourceApiVersion"] == API_VERSION
    assert re.fullmatch(r"\d+\.0", API_VERSION)
    assert (ROOT / project["packageDirectories"][0]["path"]).is_dir()
