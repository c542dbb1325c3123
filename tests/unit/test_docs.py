"""The documents and lists say what the code is: settings, commands, targets, flags, connectors and house rules."""

import os
import re
import shlex
from pathlib import Path

import click
import pytest

from commands import cli
from commands.serving import web_command, worker_command
from integration.connectors import CONNECTORS
from integration.settings import PREFIX, Settings
from workers.flags import MODULES
from workers.rules import numbers

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
ROOMS = ("integration", "workers", "commands", "demo", "manifest", "sandbox", "bench")
COMPILED = ("demo/sidebar/sidelight.js", "demo/sidebar/sidelight.css")
"""Made by a build from what is written elsewhere."""


def files(*suffixes):
    """Return the project's own files with one of these suffixes, as (path, text); hidden and built ones are none."""
    found = [ROOT / ".ci" / "run"] if not suffixes else []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [n for n in folders if not n.startswith(".") and not n.endswith(".egg-info") and n not in BUILT]
        found += [Path(folder, n) for n in names if not n.startswith(".")]
    chosen = [path for path in found if path.suffix in suffixes] if suffixes else found
    return [(path, path.read_text(encoding="utf-8", errors="replace")) for path in sorted(chosen)]


BUILT = ("node_modules", "__pycache__", "build", "dist")
PAGES = dict(files(".md"))
CODE_BLOCK = re.compile(r"^```[\s\S]*?^```$|(?:^ {4}.*\n)+", re.MULTILINE)
CODE_SPAN = re.compile(r"`([^`\n]+)`")


def code_lines(text):
    """Return what a page shows as code, line by line."""
    blocks = [line.strip() for block in CODE_BLOCK.findall(text) for line in block.splitlines()]
    return blocks + CODE_SPAN.findall(CODE_BLOCK.sub("", text))


SHOWN = [(path.relative_to(ROOT), line) for path, text in PAGES.items() for line in code_lines(text)]


def slugs(text):
    """Return the anchors of a page's headings, as the usual renderers make them."""
    titles = re.findall(r"^#+ (.+)$", CODE_BLOCK.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.replace("`", "").lower()).strip().replace(" ", "-") for title in titles}


# settings


def spell(default):
    """Return a default as the table of settings shows it."""
    if default in ("", ()):
        return "empty"
    return f"`{default:g}`" if isinstance(default, float) else f"`{default}`"


def test_the_table_of_settings_is_what_the_code_says():
    rows = [
        f"| `{PREFIX}{n.upper()}` | {spell(f.default)} | {f.description} |" for n, f in Settings.model_fields.items()
    ]
    shown = [line for line in (DOCS / "operations.md").read_text().splitlines() if line.startswith(f"| `{PREFIX}")]
    assert shown == rows


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_page_names_only_settings_that_exist(path):
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    assert set(re.findall(rf"\b{PREFIX}[A-Z0-9_]+", PAGES[path])) <= known


# commands


def commands(group=cli, path=()):
    """Return every command by its words: `{("connect", "zendesk"): …}`."""
    found = {}
    for name, command in group.commands.items():
        found[*path, name] = command
        if isinstance(command, click.Group):
            found |= commands(command, (*path, name))
    return found


COMMANDS = commands()
CALL = re.compile(r"(?:^|[\s/(])sidelight +([a-z][a-z-]*)(?: +([a-z][a-z-]*)(?![\w:]))?([^`#]*)")


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_is_documented(words):
    assert any(f"sidelight {' '.join(words)}" in line for _, line in SHOWN)


def test_every_command_and_option_that_a_page_shows_exists():
    wrong = []
    for page, line in SHOWN:
        for first, second, rest in CALL.findall(line):
            command = COMMANDS.get((first,))
            if isinstance(command, click.Group) and second:
                command = COMMANDS.get((first, second))
            if command is None:
                wrong.append(f"{page}: sidelight {first} {second}")
                continue
            options = {opt for param in command.params for opt in param.opts} | {"--help"}
            wrong += [f"{page}: {line}: {opt}" for opt in re.findall(r"(?<!\S)--[a-z-]+", rest) if opt not in options]
    assert not wrong


@pytest.mark.parametrize("command", [web_command, worker_command])
def test_the_parts_of_serve_are_shown_as_serve_runs_them(command):
    words = command(Settings(broker_url="amqp://guest@localhost//", _env_file=None))
    shown = [shlex.split(line) for _, line in SHOWN if line.startswith(("gunicorn ", "celery "))]
    assert words[words.index("-m") + 1 :] in shown


# make


def test_every_make_target_is_documented_and_no_other_is_named():
    targets = set(re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {name for _, line in SHOWN for name in re.findall(r"^make ([a-z]+)", line)}
    assert targets
    assert named == targets


# flags and connectors

FLAG_NAMES = list(MODULES)


@pytest.mark.parametrize("name", FLAG_NAMES)
def test_a_flag_has_its_file_cases_and_heading(name):
    source = (ROOT / "workers" / "flags" / f"{name}.py").read_text()
    assert f"docs/flags.md#{name}" in source
    cases = (ROOT / "tests" / "flags" / f"{name}.yml").read_text()
    for kind in ("fires_", "quiet_"):
        assert re.search(rf"^[\s-]*(?:\w+:)?\s*[\"']?{kind}\w", cases, re.MULTILINE), f"no case {kind}…"


def test_no_flag_is_documented_or_kept_that_is_not_in_the_list():
    assert re.findall(r"^## (.+)$", (DOCS / "flags.md").read_text(), re.MULTILINE) == FLAG_NAMES
    assert {path.stem for path in (ROOT / "workers" / "flags").glob("*.py")} - {"__init__"} == set(FLAG_NAMES)
    assert {path.stem for path in (ROOT / "tests" / "flags").glob("*.yml")} == set(FLAG_NAMES)


@pytest.mark.parametrize("name", FLAG_NAMES)
def test_every_limit_of_a_flag_is_documented_with_its_default(name):
    _, _, section = (DOCS / "flags.md").read_text().partition(f"\n## {name}\n")
    said = " ".join(section.partition("\n## ")[0].split())
    limits = [f"`{key}` = {default:g}: {bounds.says}" for key, (default, bounds) in numbers(MODULES[name]).items()]
    assert [limit for limit in limits if limit not in said] == []
    assert ("**Limits.**" in said) == bool(limits)


@pytest.mark.parametrize("kind", CONNECTORS)
def test_a_connector_has_the_common_files_a_loopback_and_a_page(kind):
    folder = ROOT / "integration" / "connectors" / kind
    for name in ("__init__", "client", "mapping", "webhook", "provision"):
        assert (folder / f"{name}.py").is_file() or (folder / name / "__init__.py").is_file(), name
    assert (ROOT / "sandbox" / kind / "__init__.py").is_file()
    assert (DOCS / f"install-{kind}.md").is_file()


def test_no_connector_is_kept_that_is_not_in_the_list():
    kept = {path.parent.name for path in (ROOT / "integration" / "connectors").glob("*/__init__.py")}
    loopbacks = {path.parent.name for path in (ROOT / "sandbox").glob("*/__init__.py")} - {"desk", "worlds"}
    pages = {path.stem.removeprefix("install-") for path in DOCS.glob("install-*.md")}
    assert kept == loopbacks == pages == set(CONNECTORS)


# logs


def test_every_event_that_is_logged_is_documented():
    table = (DOCS / "operations.md").read_text().partition("## Logs")[2].partition("\n## ")[0]
    logged = {name for _, text in files(".py") for name in re.findall(r"\blog\.\w+\(\s*\"(\w+)\"", text)}
    assert logged
    assert logged | {"library"} == {
        name for row in re.findall(r"^\| (`.+?) \|", table, re.MULTILINE) for name in CODE_SPAN.findall(row)
    }


# pages


def test_there_is_a_readme():
    assert (ROOT / "README.md").is_file()


def test_every_local_link_leads_somewhere():
    broken = []
    for page, text in PAGES.items():
        for target in re.findall(r"\]\(([^)\s]+)\)", CODE_BLOCK.sub("", text)):
            if re.match(r"[a-z]+:", target):
                continue
            path, _, anchor = target.partition("#")
            aim = (page.parent / path).resolve() if path else page
            if not aim.exists() or (anchor and aim.suffix == ".md" and anchor not in slugs(aim.read_text())):
                broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert not broken


def test_every_file_and_test_that_a_page_names_exists():
    tests = {name for _, text in files(".py") for name in re.findall(r"def (test_\w+)", text)}
    place = re.compile(rf"(?:{'|'.join((*ROOMS, 'tests', 'docs'))})/[\w./-]*")
    wrong = []
    for page, span in SHOWN:
        if place.fullmatch(span) and not re.search(r"\b[A-Z]{3,}\b", span) and not (ROOT / span).exists():
            wrong.append(f"{page}: {span}")
        if re.fullmatch(r"test_\w+", span) and span not in tests:
            wrong.append(f"{page}: {span}")
    assert not wrong


def test_decisions_are_numbered_without_gaps_and_short():
    records = sorted((DOCS / "decisions").glob("*.md"))
    assert [int(path.name[:4]) for path in records] == list(range(1, len(records) + 1))
    for number, path in enumerate(records, start=1):
        lines = path.read_text().splitlines()
        assert lines[0].startswith(f"# {number}. "), path.name
        assert len(lines) <= 30, path.name


def test_the_changelog_begins_with_what_is_unreleased():
    assert re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)[:1] == ["Unreleased"]


# house rules


def test_no_file_is_longer_than_300_lines():
    sizes = {path.relative_to(ROOT).as_posix(): text.count("\n") for path, text in files(".py", ".js", ".css", ".html")}
    long = {name for name, lines in sizes.items() if lines > 300 and name.split("/")[0] in (*ROOMS, "app.py")}
    assert not long - set(COMPILED)


def test_no_file_has_a_name_that_says_nothing():
    empty = re.compile(r"(?:^|[_/.-])(?:managers?|helpers?|utils?|utilities|misc|common|processors?)(?:[_/.-]|$)")
    assert [p for p, _ in files(".py", ".js", ".css", ".html") if empty.search(p.relative_to(ROOT).as_posix())] == []


# the brackets keep these from finding themselves
UNFINISHED = re.compile(r"\b(?:T[O]DO|F[I]XME|X[X]X)\b")
ELSEWHERE = re.compile(r"(?:^|[^\w.])/(?:w[o]rk|r[o]ot|f[a]rm|h[o]me)/|sh[a]red/(?:worlds|data|reference|hooks)")


def test_nothing_is_left_unfinished_and_no_path_of_one_machine_is_named():
    kept = (".py", ".js", ".css", ".html", ".md", ".yml", ".toml", ".in", ".json", ".xml", ".txt", ".mako", ".svg", "")
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path, text in files()
        if path.suffix in kept and path.name not in ("LICENSE", "run")
        for match in (*UNFINISHED.finditer(text), *ELSEWHERE.finditer(text))
    ]
    assert not found
