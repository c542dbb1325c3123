"""What is deployed to an org: valid by the vendor's schema, consistent, and exactly what the connector needs."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from integration.connectors.salesforce.client import API_VERSION
from integration.connectors.salesforce.soql import FEEDBACK_FIELD, OUR_FIELDS, WANTED
from integration.model import FLAG_KINDS, Frustration
from manifest.labels import LANGUAGES, label_name, texts_of
from tests.package.source_checks import NOT_SECURABLE, NS, OBJECTS, find_problems, load_schema

HERE = Path(__file__).parent
ROOT = HERE.parents[1] / "manifest" / "salesforce"
SOURCE = Path("force-app") / "main" / "default"
FIELDS = SOURCE / "objects" / "Case" / "fields"
VIEW = SOURCE / "objects" / "Case" / "listViews" / "Sidelight_Needs_Attention.listView-meta.xml"
REPORT = SOURCE / "reportTypes" / "Sidelight_Cases.reportType-meta.xml"
PAGE = Path("case-page") / "main" / "default" / "flexipages" / "Sidelight_Case_Page.flexipage-meta.xml"
FLAGS = FIELDS / "Sidelight_Flags__c.field-meta.xml"
HEADLINE = FIELDS / "Sidelight_Headline__c.field-meta.xml"
CONTACTS = FIELDS / "Sidelight_Contacts__c.field-meta.xml"
LONG = FIELDS / "Sidelight_Annotation__c.field-meta.xml"
AGENT = SOURCE / "permissionsets" / "Sidelight_Agent.permissionset-meta.xml"
INTEGRATION = SOURCE / "permissionsets" / "Sidelight_Integration.permissionset-meta.xml"

EFFORT_RIGHT = "<field>Case.Sidelight_Effort__c</field>"
DELETE_CASES = "<allowDelete>false</allowDelete>\n        <allowEdit>true</allowEdit>"
API_ENABLED = "<name>ApiEnabled</name>"
SHARED = "<sharedTo>\n        <allInternalUsers></allInternalUsers>\n    </sharedTo>"
SIDEBAR = "<componentName>c:sidelight</componentName>"
COLUMN = (
    "<componentInstanceProperties><name>body</name><value>Facet-x</value></componentInstanceProperties>"
    "<componentName>flexipage:column</componentName>"
)
SIDEBAR_ITEM = (
    f"<componentInstance>\n                {SIDEBAR}\n"
    "                <identifier>c_sidelight</identifier>\n            </componentInstance>"
)
FIELD_ITEM = (
    "<fieldInstance><fieldItem>Record.Sidelight_E__c</fieldItem>"
    "<identifier>RecordSidelight_E</identifier></fieldInstance>"
)

# file, what is replaced, what by, a part of what must be said
PLANTED = {
    "unknown tag": (FLAGS, "<restricted>true</restricted>", "<closed>true</closed>", "closed"),
    "wrong type": (FLAGS, "<type>MultiselectPicklist</type>", "<type>MultiSelect</type>", "MultiSelect"),
    "words for a number": (FLAGS, "<visibleLines>8<", "<visibleLines>eight<", "eight"),
    "no boolean": (FLAGS, "<externalId>false<", "<externalId>no<", "'no'"),
    "unclosed element": (HEADLINE, "</label>", "", "is not XML"),
    "an entity from a file": (
        HEADLINE,
        "<CustomField",
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>\n<CustomField',
        "document type",
    ),
    "missing label": (HEADLINE, "<label>Sidelight: headline</label>", "", "label is missing"),
    "long label": (
        HEADLINE,
        "Sidelight: headline<",
        "Sidelight: " + "headline " * 6 + "<",
        "label is missing or longer",
    ),
    "another name than the file's": (HEADLINE, ">Sidelight_Headline__c<", ">Sidelight_Head__c<", "Sidelight_Head__c"),
    "text too long": (HEADLINE, "<length>255<", "<length>256<", "length 256 is outside"),
    "long text too long": (LONG, "<length>32768<", "<length>131073<", "length 131073 is outside"),
    "text without a length": (HEADLINE, "<length>255</length>", "", "length is missing"),
    "length on a number": (CONTACTS, "<precision>", "<length>4</length><precision>", "does not belong"),
    "too precise": (CONTACTS, "<precision>4<", "<precision>19<", "precision 19"),
    "required": (HEADLINE, "<required>false<", "<required>true<", "required is true"),
    "history of every write": (HEADLINE, "<trackHistory>false<", "<trackHistory>true<", "trackHistory is true"),
    "value twice": (FLAGS, "<fullName>rushed<", "<fullName>left_waiting<", "'left_waiting' is there twice"),
    "label twice": (FLAGS, "<label>Rushed<", "<label>Left waiting<", "'left waiting' is there twice"),
    "semicolon in a value": (FLAGS, "<fullName>rushed<", "<fullName>rushed;calm<", "semicolon"),
    "any value": (FLAGS, "<restricted>true<", "<restricted>false<", "not restricted"),
    "right on no field": (AGENT, EFFORT_RIGHT, "<field>Case.Sidelight_Efort__c</field>", "no field of this package"),
    "right twice": (AGENT, EFFORT_RIGHT, "<field>Case.Sidelight_Flags__c</field>", "is there twice"),
    "right on a field that has none": (INTEGRATION, "<field>Case.Subject<", "<field>Case.Status<", "no field-level"),
    "right to delete": (INTEGRATION, DELETE_CASES, DELETE_CASES.replace("false", "true"), "allowDelete is more"),
    "right to all data": (INTEGRATION, API_ENABLED, "<name>ModifyAllData</name>", "ModifyAllData is more"),
    "right to another object": (INTEGRATION, "<object>Account<", "<object>Opportunity<", "no such object"),
    "right without editable": (AGENT, "<editable>true</editable>", "", "Expected is"),
    "seen by portal users": (VIEW, SHARED, "", "portal users included"),
    "shared with partners": (VIEW, SHARED, SHARED.replace("Internal", "Partner"), "allPartnerUsers"),
    "unknown scope": (VIEW, "<filterScope>Everything<", "<filterScope>All<", "filterScope"),
    "column of no field": (VIEW, "<columns>Sidelight_Headline__c<", "<columns>Sidelight_Head__c<", "no field of this"),
    "filter by a long text": (VIEW, "<field>Sidelight_Flags__c<", "<field>Sidelight_Annotation__c<", "long text"),
    "filter that flags lack": (VIEW, "<operation>notEqual<", "<operation>contains<", "cannot be filtered by contains"),
    "report column of no field": (REPORT, "<field>Sidelight_Effort__c<", "<field>Sidelight_E__c<", "no field of this"),
    "report column twice": (REPORT, "<field>Sidelight_Effort__c<", "<field>Sidelight_Flags__c<", "there twice"),
    "report category": (REPORT, "<category>cases<", "<category>case<", "category"),
    "page with a lost facet": (PAGE, SIDEBAR, COLUMN, "not those used"),
    "page with a field of none": (PAGE, SIDEBAR_ITEM, FIELD_ITEM, "no field of this"),
    "page with one id twice": (PAGE, ">force_detailPanel<", ">force_highlightsPanel<", "there twice"),
    "page with a component of none": (PAGE, "c:sidelight", "c:sidelights", "c:sidelights is not in this package"),
}


@pytest.fixture(scope="module")
def schema():
    return load_schema()


def copy_of_package(folder):
    return shutil.copytree(ROOT, folder / "salesforce", ignore=shutil.ignore_patterns("node_modules"))


def parse(path):
    return etree.parse(ROOT / path)


def text_of(tree, path):
    return tree.findtext(path, namespaces=NS)


def values_of(name):
    tree = parse(FIELDS / f"{name}.field-meta.xml")
    return [node.text for node in tree.findall(".//m:valueSetDefinition/m:value/m:fullName", NS)]


def grants(path):
    """Return {field: whether it may be edited} for the fields that a permission set lets one read."""
    return {
        text_of(node, "m:field"): text_of(node, "m:editable") == "true"
        for node in parse(path).findall("m:fieldPermissions", NS)
        if text_of(node, "m:readable") == "true"
    }


def test_nothing_in_the_package_would_be_refused(schema):
    assert find_problems(ROOT, schema) == []


@pytest.mark.parametrize(("path", "old", "new", "says"), PLANTED.values(), ids=PLANTED)
def test_a_planted_error_is_caught_and_its_file_named(schema, tmp_path, path, old, new, says):
    root = copy_of_package(tmp_path)
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(old) >= 1
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    problems = find_problems(root, schema)
    assert any(says in problem for problem in problems), problems
    assert any(problem.startswith(path.name) for problem in problems)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Sidelight_" + "x" * 31 + "__c", "no API name of at most 40"),
        ("Sidelight_Head__line__c", "no API name"),
        ("Headline__c", "is no Sidelight_"),
    ],
)
def test_a_name_that_no_org_takes_is_caught(schema, tmp_path, name, says):
    root = copy_of_package(tmp_path)
    text = (root / HEADLINE).read_text(encoding="utf-8").replace("Sidelight_Headline__c", name)
    (root / FIELDS / f"{name}.field-meta.xml").write_text(text, encoding="utf-8")
    assert any(problem.startswith(name) and says in problem for problem in find_problems(root, schema))


def test_a_file_of_another_kind_and_a_component_in_two_folders_are_caught(schema, tmp_path):
    root = copy_of_package(tmp_path)
    (root / SOURCE / "Guest.profile-meta.xml").write_text("<Profile/>")
    (root / "case-page" / HEADLINE.name).write_bytes((root / HEADLINE).read_bytes())
    problems = find_problems(root, schema)
    assert "Guest.profile-meta.xml: profile is no kind that this package may hold" in problems
    assert "Sidelight_Headline__c: there is another field of that name" in problems


def test_the_package_brings_exactly_the_fields_that_are_written_and_the_one_for_feedback():
    brought = {path.name.removesuffix(".field-meta.xml") for path in (ROOT / FIELDS).iterdir()}
    assert brought == {*OUR_FIELDS, FEEDBACK_FIELD}


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
        ("Sidelight_Feedback__c", {"type": "Text", "length": "255"}),
    ],
)
def test_a_field_has_its_type_and_size(name, expected):
    tree = parse(FIELDS / f"{name}.field-meta.xml")
    assert {key: text_of(tree, f"m:{key}") for key in expected} == expected


def test_the_picklists_hold_the_fifteen_flags_and_the_levels_of_frustration():
    assert values_of("Sidelight_Flags__c") == list(FLAG_KINDS)
    assert len(set(FLAG_KINDS)) == 15
    assert values_of("Sidelight_Frustration__c") == [level.name.lower() for level in Frustration]


def test_the_integration_user_edits_our_fields_and_no_other():
    edited = {name for name, editable in grants(INTEGRATION).items() if editable}
    assert edited == {f"Case.{name}" for name in (*OUR_FIELDS, FEEDBACK_FIELD)}


def test_the_integration_user_may_read_what_is_read_and_nothing_else():
    securable = {
        f"{sobject}.{name}"
        for sobject in OBJECTS & set(WANTED)
        for name in WANTED[sobject]
        if "." not in name and name not in NOT_SECURABLE[sobject]
    }
    assert {name for name, editable in grants(INTEGRATION).items() if not editable} == securable


def test_agents_read_our_fields_and_write_feedback_alone():
    expected = dict.fromkeys((f"Case.{name}" for name in OUR_FIELDS), False)
    assert grants(AGENT) == expected | {f"Case.{FEEDBACK_FIELD}": True}
    assert parse(AGENT).findall("m:objectPermissions", NS) == []


def test_every_right_is_in_the_guide_with_its_reason():
    guide = (HERE.parents[1] / "docs" / "install-salesforce.md").read_text(encoding="utf-8")
    rows = [line.split("|") for line in guide.splitlines() if line.startswith("| ")]
    reasons = {name: cells[2].strip() for cells in rows for name in re.findall(r"`([\w.]+)`", cells[1])}
    tree = parse(INTEGRATION)
    rights = [*grants(INTEGRATION), *(text_of(node, "m:object") for node in tree.findall("m:objectPermissions", NS))]
    rights += [text_of(node, "m:name") for node in tree.findall("m:userPermissions", NS)]
    assert [right for right in rights if not reasons.get(right)] == []


def test_the_project_names_the_api_version_that_is_spoken():
    project = json.loads((ROOT / "sfdx-project.json").read_text(encoding="utf-8"))
    assert project["sourceApiVersion"] == API_VERSION


@pytest.mark.services
def test_the_vendors_own_reader_finds_every_component(tmp_path):
    """Node packages come from the registry: npm, and half a minute the first time."""
    for name in ("package.json", "package-lock.json", "convert.mjs"):
        shutil.copy(HERE / name, tmp_path)
    npm = shutil.which("npm")
    assert npm, "npm is missing; install Node.js"
    subprocess.run([npm, "ci", "--no-audit", "--no-fund"], cwd=tmp_path, check=True, capture_output=True, timeout=300)
    node = tmp_path / "node_modules" / ".bin" / "node"
    ran = subprocess.run(
        # from a copy: the reader takes any folder above that is called lwc for a component's
        [node, "convert.mjs", tmp_path / "out", copy_of_package(tmp_path)],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    found = json.loads(ran.stdout)
    others = {"ListView:Case.Sidelight_Needs_Attention", "ReportType:Sidelight_Cases", "FlexiPage:Sidelight_Case_Page"}
    others |= {"PermissionSet:Sidelight_Agent", "PermissionSet:Sidelight_Integration"}
    others |= {f"LightningComponentBundle:{path.name}" for path in (ROOT / SOURCE / "lwc").iterdir()}
    others |= {f"CustomLabel:{label_name(key)}" for key in texts_of("en")}
    others |= {f"Translations:{language}" for language in LANGUAGES}
    assert set(found["components"]) == others | {f"CustomField:Case.{name}" for name in (*OUR_FIELDS, FEEDBACK_FIELD)}
    assert not [name for name in found["files"] if "__tests__" in name or "jest" in name]
    manifest = etree.parse(tmp_path / "out" / "package.xml")
    assert text_of(manifest, "m:version") == API_VERSION
