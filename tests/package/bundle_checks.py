"""What an org, or a security review of Salesforce's, would refuse in the Lightning web components."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

API_VERSION = "63.0"
# what an org provides and the sidebar may use: no Apex, no static resource, no other component library
PLATFORM = re.compile(
    r"lwc|lightning/(?:uiRecordApi|uiRelatedListApi|navigation)|@salesforce/(?:i18n/(?:dir|lang|locale|timeZone)|user/Id)"
)
LABEL = "@salesforce/label/c."
BASE_COMPONENTS = {"lightning-icon", "lightning-button-icon"}
# text must stay text, and nothing may be sent or loaded past Lightning Data Service
FORBIDDEN = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|document\.write|lwc:dom|\beval\s*\(|"
    r"\bnew Function\b|\bfetch\s*\(|XMLHttpRequest|WebSocket|sendBeacon|\bimport\s*\(|localStorage|document\.cookie"
)
IMPORT = re.compile(r"""^(?:import|export)\b[^;]*?\bfrom\s*['"]([^'"]+)['"]""", re.MULTILINE)
CUSTOM_ELEMENT = re.compile(r"<([a-z]+(?:-[a-z0-9]+)+)[\s>]")
EXPOSED = "sidelight"
NAME = re.compile(r"[a-z][A-Za-z0-9]*")


def find_bundle_problems(folders: list[Path], labels: set[str]) -> list[str]:
    """Return everything that is wrong with the components in these folders, as `file: what`."""
    bundles = {path.name: path for folder in folders for path in folder.rglob("lwc/*") if path.is_dir()}
    problems = []
    for bundle in bundles.values():
        problems += [f"{bundle.name}: {says}" for says in check_files(bundle)]
        for path in sorted(bundle.iterdir()):
            if path.suffix in (".js", ".html", ".css"):
                text = path.read_text(encoding="utf-8")
                problems += [f"{path.name}: {says}" for says in check_text(path, text, set(bundles), labels)]
    return problems


def check_files(bundle: Path) -> Iterator[str]:
    if not NAME.fullmatch(bundle.name):
        yield "is no name of a component"
    script, meta = bundle / f"{bundle.name}.js", bundle / f"{bundle.name}.js-meta.xml"
    if not script.is_file() or not meta.is_file():
        yield "has no script of its name, or none that describes it"
        return
    if "extends" in script.read_text(encoding="utf-8") and not (bundle / f"{bundle.name}.html").is_file():
        yield "is a component without a template"
    yield from check_description(bundle.name, meta)


def check_description(name: str, meta: Path) -> Iterator[str]:
    try:
        tree = etree.parse(meta, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        yield f"its description is not XML ({error.msg})"
        return
    if tree.findtext("{*}apiVersion") != API_VERSION:
        yield f"is not of version {API_VERSION}"
    if not tree.findtext("{*}description"):
        yield "has no description"
    exposed = tree.findtext("{*}isExposed") == "true"
    if exposed != (name == EXPOSED):
        yield "is offered to admins, or is not, though it should be the other way"
    targets = [node.text for node in tree.findall(".//{*}target")]
    objects = [node.text for node in tree.findall(".//{*}object")]
    if exposed and (targets != ["lightning__RecordPage"] or objects != ["Case"] or not tree.findtext("{*}masterLabel")):
        yield "is not offered for record pages of Case alone, with a name"


def check_text(path: Path, text: str, bundles: set[str], labels: set[str]) -> Iterator[str]:
    for found in sorted({match.group() for match in FORBIDDEN.finditer(text)}):
        yield f"uses {found}"
    if path.suffix == ".js":
        sources = [source for source in IMPORT.findall(text) if not is_there(path, source, bundles, labels)]
        yield from (f"imports {source}, which is not there" for source in sources)
    if path.suffix == ".html":
        for name in sorted(set(CUSTOM_ELEMENT.findall(text)) - BASE_COMPONENTS):
            if not name.startswith("c-") or camel(name.removeprefix("c-")) not in bundles:
                yield f"uses <{name}>, which is not there"
    if path.suffix == ".css" and re.search(r"url\(|@import|!important", text):
        yield "loads something, or overrules what is not its own"


def is_there(path: Path, source: str, bundles: set[str], labels: set[str]) -> bool:
    if source.startswith("./"):
        return (path.parent / f"{source}.js").is_file()
    if source.startswith("c/"):
        return source.removeprefix("c/") in bundles
    if source.startswith(LABEL):
        return source.removeprefix(LABEL) in labels
    return PLATFORM.fullmatch(source) is not None


def camel(name: str) -> str:
    first, *rest = name.split("-")
    return first + "".join(word.capitalize() for word in rest)
