"""The Zendesk app as a package: held to Zendesk's rules, each proved by a planted error; the same bytes every time."""

import functools
import json
import re
import shutil
import zipfile

import pytest

from integration import __version__
from integration.connectors.zendesk.fields import OUR_FIELDS
from integration.fact_names import FACT_NAMES
from integration.model import FLAG_KINDS
from manifest.build import ROOT, StrayFileError, build, main, zendesk_files
from manifest.texts import read_texts
from tests.package.zendesk_rules import check

MANIFEST = "manifest.json"
IFRAME = "assets/iframe.html"
ENGLISH = "translations/en.json"


@pytest.fixture
def files():
    return zendesk_files()


def edited(files, path, edit):
    """Return the package with one JSON file changed."""
    content = json.loads(files[path])
    edit(content)
    return {**files, path: json.dumps(content).encode()}


def test_the_package_keeps_all_rules(files):
    assert check(files) == []


def _set(**changes):
    return lambda manifest: manifest.update(changes)


def _place(**changes):
    return lambda manifest: manifest["location"]["support"]["ticket_sidebar"].update(changes)


SECURE = {"name": "api", "type": "text", "secure": True}
PLANTED = {
    "no name": (_set(name=""), "no name"),
    "no version": (_set(version=None), "no version"),
    "no author": (_set(author=None), "no author"),
    "an author without an address": (_set(author={"name": "Sidelight"}), "author needs"),
    "no locale": (_set(defaultLocale="English"), "is no locale"),
    "a locale without translation": (_set(defaultLocale="sv"), "no translations/sv.json"),
    "no location": (_set(location={}), "no location"),
    "an older framework": (_set(frameworkVersion="1.0"), "frameworkVersion"),
    "a number for the framework": (_set(frameworkVersion=2.0), "frameworkVersion"),
    "a text for a boolean": (_set(private="true"), "private is not true or false"),
    "signed addresses as text": (_set(signedUrls="no"), "signedUrls"),
    "a product that is none": (_set(location={"guide": {}}), "no product"),
    "a location that is none": (_set(location={"support": {"sidebar": {"url": IFRAME}}}), "no location “sidebar”"),
    "a page that is not there": (_place(url="assets/missing.html"), "not in the package"),
    "a page without https": (_place(url="http://example.com/"), "neither a file"),
    "flexible as text": (_place(flexible="yes"), "flexible"),
    "a parameter twice": (_set(parameters=[SECURE, SECURE]), "there twice"),
    "a password parameter": (_set(parameters=[{"name": "x", "type": "password"}]), "no known type"),
    "a token in the open": (_set(parameters=[{"name": "token", "type": "text"}]), "looks like a secret"),
    "scopes in the open": (_set(parameters=[{"name": "x", "scopes": ["header"]}]), "without being secure"),
    "a scope that is none": (_set(parameters=[{**SECURE, "scopes": ["cookie"]}]), "unknown scopes"),
    "a secret's default": (_set(parameters=[{**SECURE, "default": "x"}]), "has a default"),
    "a parameter without a label": (_set(parameters=[SECURE]), "no label for parameter api"),
    "domains as text": (_set(domainWhitelist="example.com"), "domainWhitelist"),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_error_in_the_manifest_is_caught(files, name):
    edit, says = PLANTED[name]
    assert any(says in one for one in check(edited(files, MANIFEST, edit)))


REQUIREMENTS = "requirements.json"


def _requires(**wanted):
    return {REQUIREMENTS: json.dumps(wanted).encode()}


WEBHOOK = {
    "name": "a",
    "status": "active",
    "endpoint": "https://a.example/",
    "http_method": "POST",
    "request_format": "json",
}
FILES = {
    "requirements that are no JSON": ({REQUIREMENTS: b"{"}, "requirements.json is no JSON"),
    "requirements that are a list": ({REQUIREMENTS: b"[]"}, "is no object"),
    "a requirement twice": ({REQUIREMENTS: b'{"views": {}, "views": {}}'}, "“views” twice"),
    "a requirement that is none": (_requires(brands={"a": {"title": "A"}}), "asks for “brands”"),
    "requirements of a kind as text": (_requires(views="a"), "views is no object"),
    "a field without a title": (_requires(ticket_fields={"a": {"type": "text"}}), "ticket_fields a has no title"),
    "a person's field without a key": (_requires(user_fields={"a": {"title": "A"}}), "user_fields a has no key"),
    "a webhook without an endpoint": (_requires(webhooks={"a": {**WEBHOOK, "endpoint": ""}}), "a has no endpoint"),
    "too many requirements": (_requires(macros={str(n): {"title": "A"} for n in range(5001)}), "5001 things"),
    "a script that is not there": ({IFRAME: b'<script src="missing.js"></script>'}, "refers to missing.js"),
    "a style that is not there": ({IFRAME: b'<link rel="stylesheet" href="css/x.css">'}, "refers to css/x.css"),
    "a picture that is not there": ({"assets/x.css": b"a{background:url(x.png)}"}, "refers to x.png"),
    "a module that is not there": ({"assets/x.js": b"import { a } from './view/b.js';"}, "refers to ./view/b.js"),
    "no manifest": ({MANIFEST: None}, "no manifest.json"),
    "a manifest that is no JSON": ({MANIFEST: b"{"}, "is no JSON"),
    "a key twice": ({MANIFEST: b'{"name": "a", "name": "b"}'}, "“name” twice"),
    "an archive": ({"assets/more.zip": b"x"}, "refuses"),
    "a document": ({"assets/guide.pdf": b"x"}, "refuses"),
    "a path that leads out": ({"assets/../../x.js": b""}, "leads out"),
    "script in a picture": ({"assets/x.svg": b"<svg onload=a()>"}, "script"),
    "an address without encryption": ({"assets/x.js": b"fetch('http://example.com')"}, "http://"),
    "a secret": ({"assets/x.js": b"const apiKey = 'abcdefghijklmnop1234'"}, "secret"),
    "no logo": ({"assets/logo.png": None}, "no assets/logo.png"),
    "a logo of another size": ({"assets/logo.png": (ROOT / "zendesk/assets/logo-small.png").read_bytes()}, "320"),
    "a translation without the name": ({"translations/de.json": b'{"app": {}}'}, "no app.name"),
    "a translation that is no JSON": ({"translations/de.json": b"{"}, "is no JSON"),
    "a translation into nothing": ({"translations/deutsch.json": b'{"app": {"name": "x"}}'}, "no locale"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_planted_error_in_the_files_is_caught(files, name):
    changes, says = FILES[name]
    changed = {path: content for path, content in {**files, **changes}.items() if content is not None}
    assert any(says in one for one in check(changed))


def test_requirements_that_keep_the_rules_are_none_of_their_errors(files):
    wanted = _requires(
        ticket_fields={"a": {"title": "A", "type": "text"}},
        user_fields={"a": {"title": "A", "key": "a"}},
        webhooks={"a": WEBHOOK},
        custom_objects_v2={"a": {"key": "a"}},
    )
    assert check({**files, **wanted}) == []


STRAYS = [
    "zendesk/.DS_Store",
    "zendesk/.env",
    "zendesk/assets/app.js~",
    "zendesk/assets/app.js.orig",
    "zendesk/assets/.app.js.swp",
    "zendesk/assets/notes.txt",
    "zendesk/translations/en.json.bak",
    "zendesk/requirements.json",
    "salesforce/force-app/main/default/lwc/sidelight/sidelight.js.orig",
    "salesforce/force-app/main/default/.DS_Store",
    "salesforce/secret.key",
]


@pytest.mark.parametrize("stray", STRAYS)
def test_a_file_that_is_no_part_of_a_package_stops_the_building_and_is_named(tmp_path, capsys, monkeypatch, stray):
    root = shutil.copytree(ROOT, tmp_path / "manifest", ignore=shutil.ignore_patterns("node_modules"))
    build(tmp_path / "dist", root)
    (root / stray).write_text("x", encoding="utf-8")
    with pytest.raises(StrayFileError, match=re.escape(stray.split("/", 1)[1])):
        build(tmp_path / "dist", root)
    monkeypatch.setattr("manifest.build.build", functools.partial(build, root=root))
    assert main([str(tmp_path / "dist")]) == 1
    assert stray.split("/", 1)[1] in capsys.readouterr().err


def test_a_link_to_a_file_elsewhere_is_no_part_of_a_package(tmp_path):
    root = shutil.copytree(ROOT, tmp_path / "manifest", ignore=shutil.ignore_patterns("node_modules"))
    (tmp_path / "secret").write_text("x", encoding="utf-8")
    (root / "zendesk" / "assets" / "more.js").symlink_to(tmp_path / "secret")
    with pytest.raises(StrayFileError, match=re.escape("assets/more.js")):
        zendesk_files(root)


def test_the_same_files_give_the_same_bytes(tmp_path):
    first, folder = build(tmp_path / "a")
    second, _ = build(tmp_path / "b")
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist() == sorted(zendesk_files())
        assert archive.testzip() is None
    assert (folder / "sfdx-project.json").exists()
    assert not list(folder.rglob("__tests__"))


def test_building_again_leaves_nothing_of_before(tmp_path):
    _, folder = build(tmp_path)
    (folder / "left.txt").write_text("x", encoding="utf-8")
    build(tmp_path)
    assert not (folder / "left.txt").exists()


def test_the_package_has_the_products_version(files):
    assert json.loads(files[MANIFEST])["version"] == __version__


def test_every_language_says_everything_with_the_same_places_for_values():
    words = read_texts(ROOT)
    assert set(words) == {"en", "es", "de", "fr", "pt", "pt-br", "it"}
    for language, texts in words.items():
        assert list(texts) == list(words["en"]), language
        for key, text in texts.items():
            assert text.strip(), (language, key)
            assert _places(text) == _places(words["en"][key]), (language, key)


def _places(text):
    return sorted(piece.split("}")[0] for piece in text.split("{")[1:])


def test_every_flag_and_every_fact_has_a_name():
    words = json.loads((ROOT / ENGLISH.replace("translations", "zendesk/translations")).read_bytes())["sidebar"]
    named = {group: {key.split(".")[1] for key in words if key.startswith(f"{group}.")} for group in ("flag", "fact")}
    assert named == {"flag": set(FLAG_KINDS), "fact": set(FACT_NAMES)}


def test_every_word_that_is_said_is_there_and_every_one_that_is_there_is_said(files):
    words = set(json.loads(files["assets/texts/en.json"]))
    code = "".join(content.decode() for path, content in files.items() if path.endswith(".js"))
    grouped = (
        "flag.",
        "fact.",
        "mood.",
        "by.",
        "severity.",
        "reason.",
        "promise.",
        "due.",
        "effort.",
        "status.",
        "channel.",
    )
    single = {key.split(".")[0] for key in words if not key.startswith(grouped)}
    assert [
        key for key in sorted(single) if f"'{key}'" not in code and f"texts.{key}" not in code and key not in STATES
    ] == []


STATES = {"quiet", "waiting", "denied", "missing", "newer", "broken", "failed", "loading"}
"""Said by the name of the view's state."""


def test_our_fields_are_found_by_the_mark_that_the_connector_gives_them(files):
    code = files["assets/ticket.js"].decode()
    assert "[sidelight:${name}]" in code
    for name in ("annotation", "feedback"):
        ours = next(field for field in OUR_FIELDS if field.name == name)
        assert ours.marker == f"[sidelight:{name}]"
        assert f"{name}: '{ours.title}'" in code


def test_no_text_in_the_code_goes_over_lines_so_that_the_builder_may_take_indentation_off():
    folders = [ROOT / "zendesk/assets", ROOT / "salesforce/force-app/main/default/lwc/sidelightView"]
    for path in (path for folder in folders for path in folder.glob("*.js")):
        for line in path.read_text(encoding="utf-8").splitlines():
            code = re.sub(r"'[^']*'|/(?:\\.|[^/\\])+/", "", line)
            assert line.lstrip().startswith(("*", "/*", "//")) or code.count("`") % 2 == 0, (path.name, line)


def test_no_text_is_ever_read_as_html(files):
    code = "".join(content.decode() for path, content in files.items() if path.endswith((".js", ".html")))
    for forbidden in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "srcdoc",
    ):
        assert forbidden not in code


def test_nothing_but_zendesk_is_asked(files):
    code = "".join(content.decode() for path, content in files.items() if path.endswith((".js", ".html", ".css")))
    assert set(re.findall(r"https://([^\s\"'/;]+)", code)) == {"static.zdassets.com", "${account}.zendesk.com"}
    assert "http://" not in code
