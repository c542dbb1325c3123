"""
Zendesk's rules for an app package, as its own validator checks them, so that no upload is needed to know.

`check(files)` takes the package's files by path and returns what is wrong, a sentence each; empty where nothing is.
Source: Zendesk's open validator of app packages (zendesk_apps_support) and its developer documentation.
"""

import json
import posixpath
import re
import struct
from collections.abc import Callable, Iterator, Mapping
from typing import Any

LOCATIONS = {
    "support": {
        "ticket_sidebar",
        "new_ticket_sidebar",
        "organization_sidebar",
        "user_sidebar",
        "top_bar",
        "nav_bar",
        "modal",
        "ticket_editor",
        "background",
    },
    "chat": {"chat_sidebar", "main_navigation", "background"},
    "sell": {"deal_card", "person_card", "company_card", "lead_card", "dashboard", "note_editor", "call_log_editor"},
}
BOOLEANS = ("private", "signedUrls", "singleInstall", "requirementsOnly", "marketingOnly")
PARAMETER_TYPES = {"text", "checkbox", "url", "number", "multiline", "hidden", "oauth", "mtls"}
SCOPES = {"header", "body", "url", "jwt_secret_key", "jwt_claim", "basic_auth_username", "basic_auth_password"}
LOCALE = re.compile(r"^[a-z]{2,3}(-\w{2,3})?$")
REFUSED = re.compile(r"\.(zip|rar|7z|gz|tar|jar|pdf|docx?|xlsx?|pptx?|exe)$", re.IGNORECASE)
SECRET = re.compile(r"(?i)(api[_-]?key|secret|password|token)\s*[:=]\s*['\"][A-Za-z0-9+/_-]{16,}")
REQUIRABLE = {
    "automations",
    "channel_integrations",
    "custom_objects",
    "custom_objects_v2",
    "macros",
    "targets",
    "views",
    "ticket_fields",
    "triggers",
    "user_fields",
    "organization_fields",
    "webhooks",
}
KEYED = {"user_fields", "organization_fields"}
CUSTOM = {"custom_objects", "custom_objects_v2", "channel_integrations"}
WEBHOOK = {"name", "status", "endpoint", "http_method", "request_format"}
MOST_REQUIREMENTS = 5000
REFERRED = re.compile(
    r"""(?:href|src)=["']([^"'$]+)["']|url\(["']?([^"')]+)["']?\)|(?:from|import) ?\(?['"](\.[^'"]+)['"]"""
)
LOGOS = {"assets/logo.png": 320, "assets/logo-small.png": 128}

Files = Mapping[str, bytes]


def check(files: Files) -> list[str]:
    """Return what is wrong with a package."""
    if "manifest.json" not in files:
        return ["There is no manifest.json at the top of the package."]
    repeated: list[str] = []
    try:
        manifest = json.loads(files["manifest.json"], object_pairs_hook=_pairs(repeated))
    except ValueError as error:
        return [f"manifest.json is no JSON: {error}"]
    rules = (_fields, _booleans, _locations, _parameters, _domains, _translations, _requirements, _files, _pages)
    rules = (*rules, _texts, _logos)
    found = [one for rule in rules for one in rule(manifest, files)]
    return [f"manifest.json has “{key}” twice." for key in repeated] + found


def _pairs(repeated: list[str]) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = [key for key, _ in found]
        repeated.extend({key for key in keys if keys.count(key) > 1})
        return dict(found)

    return pairs


def _fields(manifest: dict[str, Any], files: Files) -> Iterator[str]:
    for field in ("name", "version", "author", "defaultLocale", "location", "frameworkVersion"):
        if not manifest.get(field):
            yield f"manifest.json has no {field}."
    if manifest.get("frameworkVersion") != "2.0":
        yield "frameworkVersion is not “2.0”."
    locale = manifest.get("defaultLocale", "")
    if not LOCALE.match(locale):
        yield f"defaultLocale “{locale}” is no locale."
    if f"translations/{locale}.json" not in files:
        yield f"There is no translations/{locale}.json for defaultLocale."
    author = manifest.get("author") or {}
    if not author.get("name") or "@" not in author.get("email", ""):
        yield "author needs a name and an email."


def _booleans(manifest: dict[str, Any], _: Files) -> Iterator[str]:
    for field in BOOLEANS:
        if field in manifest and not isinstance(manifest[field], bool):
            yield f"{field} is not true or false."


def _locations(manifest: dict[str, Any], files: Files) -> Iterator[str]:
    for product, locations in (manifest.get("location") or {}).items():
        if product not in LOCATIONS:
            yield f"There is no product “{product}”."
            continue
        for name, given in locations.items():
            if name not in LOCATIONS[product]:
                yield f"{product} has no location “{name}”."
            place = given if isinstance(given, dict) else {"url": given}
            yield from _location(name, place, files)


def _location(name: str, place: dict[str, Any], files: Files) -> Iterator[str]:
    url = place.get("url", "")
    if url.startswith("assets/"):
        if url.split("?")[0] not in files:
            yield f"{name} shows {url}, which is not in the package."
    elif not url.startswith("https://") and not re.match(r"^https?://localhost\b", url):
        yield f"{name} shows “{url}”: neither a file in assets nor an https address."
    if "flexible" in place and not isinstance(place["flexible"], bool):
        yield f"{name}: flexible is not true or false."


def _parameters(manifest: dict[str, Any], _: Files) -> Iterator[str]:
    names = [parameter.get("name") for parameter in manifest.get("parameters", [])]
    for name in {name for name in names if names.count(name) > 1}:
        yield f"Parameter {name} is there twice."
    for parameter in manifest.get("parameters", []):
        name, kind = parameter.get("name"), parameter.get("type", "text")
        if kind not in PARAMETER_TYPES:
            yield f"Parameter {name} has no known type: {kind}."
        if parameter.get("scopes") and not parameter.get("secure"):
            yield f"Parameter {name} has scopes without being secure."
        if set(parameter.get("scopes", ())) - SCOPES:
            yield f"Parameter {name} has unknown scopes."
        if re.search(r"(?i)token|secret|password|key", str(name)) and not parameter.get("secure"):
            yield f"Parameter {name} looks like a secret and is not secure."
        if "default" in parameter and (parameter.get("secure") or kind == "hidden"):
            yield f"Parameter {name} is secret and has a default."


def _domains(manifest: dict[str, Any], _: Files) -> Iterator[str]:
    domains = manifest.get("domainWhitelist", [])
    if not isinstance(domains, list) or not all(isinstance(domain, str) for domain in domains):
        yield "domainWhitelist is no list of texts."


def _translations(manifest: dict[str, Any], files: Files) -> Iterator[str]:
    wanted = {"name"} if manifest.get("private") else {"name", "short_description", "long_description"}
    labels = {parameter.get("name") for parameter in manifest.get("parameters", [])}
    for path, content in files.items():
        if not path.startswith("translations/"):
            continue
        if not LOCALE.match(path.removeprefix("translations/").removesuffix(".json")):
            yield f"{path} is named after no locale."
        try:
            app = json.loads(content).get("app", {})
        except ValueError as error:
            yield f"{path} is no JSON: {error}"
            continue
        yield from (f"{path} has no app.{key}." for key in sorted(wanted - set(app)))
        for name in labels - set(app.get("parameters", {})):
            yield f"{path} has no label for parameter {name}."


def _requirements(_: dict[str, Any], files: Files) -> Iterator[str]:
    path = "requirements.json"
    if path not in files:
        return
    repeated: list[str] = []
    try:
        wanted = json.loads(files[path], object_pairs_hook=_pairs(repeated))
    except ValueError as error:
        yield f"{path} is no JSON: {error}"
        return
    yield from (f"{path} has “{key}” twice." for key in repeated)
    if not isinstance(wanted, dict):
        yield f"{path} is no object."
        return
    yield from (f"{path} asks for “{kind}”, which apps cannot." for kind in sorted(set(wanted) - REQUIRABLE))
    groups = {kind: group for kind, group in wanted.items() if isinstance(group, dict)}
    asked = [(kind, name, one) for kind, group in groups.items() for name, one in group.items()]
    yield from (f"{path}: {kind} is no object." for kind, group in wanted.items() if not isinstance(group, dict | list))
    if len(asked) > MOST_REQUIREMENTS:
        yield f"{path} asks for {len(asked)} things; {MOST_REQUIREMENTS} are allowed."
    for kind, name, one in asked:
        needed = WEBHOOK if kind == "webhooks" else {"title", "key"} if kind in KEYED else {"title"}
        for field in sorted(needed) if kind not in CUSTOM else ():
            if not isinstance(one, dict) or not one.get(field):
                yield f"{path}: {kind} {name} has no {field}."


def _pages(_: dict[str, Any], files: Files) -> Iterator[str]:
    """What the pages, styles and scripts of a package refer to within it is there."""
    for path, content in files.items():
        if path.endswith((".html", ".css", ".js")):
            for found in REFERRED.findall(content.decode()):
                name = next(filter(None, found)).split("?")[0].split("#")[0]
                place = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
                if not re.match(r"(?:[a-z]+:|//|#|$)", name) and place not in files:
                    yield f"{path} refers to {name}, which is not in the package."


def _files(_: dict[str, Any], files: Files) -> Iterator[str]:
    for path, content in files.items():
        if REFUSED.search(path):
            yield f"{path} is of a kind that Zendesk refuses."
        if path.startswith("/") or ".." in path.split("/"):
            yield f"{path} leads out of the package."
        if path.endswith(".svg") and re.search(rb"(?i)<script|\son\w+\s*=|javascript:", content):
            yield f"{path} has script in it."


def _texts(_: dict[str, Any], files: Files) -> Iterator[str]:
    for path, content in files.items():
        if path.endswith((".js", ".html")):
            text = content.decode()
            # an address that is only compared or matched is no call, but none is needed here either
            if re.search(r"""["'(]http://""", text):
                yield f"{path} has an http:// address."
            if SECRET.search(text):
                yield f"{path} has something like a secret."


def _logos(_: dict[str, Any], files: Files) -> Iterator[str]:
    for path, side in LOGOS.items():
        content = files.get(path)
        if content is None:
            yield f"There is no {path}."
        elif content[:8] != b"\x89PNG\r\n\x1a\n" or struct.unpack(">II", content[16:24]) != (side, side):
            yield f"{path} is no PNG of {side} by {side} pixels."
