"""What the demonstration shows is the component of today: the committed files name the sources they were built from."""

import hashlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SIDEBAR = ROOT / "demo" / "sidebar"
# as demo/sidebar/build/sources.mjs has them
PLACES = ("demo/sidebar/build", "manifest/salesforce/force-app/main/default/lwc", "manifest/zendesk/translations")
LEFT_OUT = {"node_modules", "__tests__"}


def sources_hash():
    paths = [path.relative_to(ROOT) for place in PLACES for path in (ROOT / place).rglob("*") if path.is_file()]
    found = hashlib.sha256()
    for path in sorted(path.as_posix() for path in paths if not LEFT_OUT & set(path.parts)):
        found.update(f"{path}\0".encode() + (ROOT / path).read_bytes() + b"\0")
    return found.hexdigest()


@pytest.mark.parametrize("name", ["sidelight.js", "sidelight.css"])
def test_the_committed_bundle_was_built_from_these_sources(name):
    head = (SIDEBAR / name).read_text(encoding="utf-8").partition("\n")[0]
    built_from = re.search(r"Built from sources ([0-9a-f]{64})\.", head).group(1)
    assert built_from == sources_hash(), "run: cd demo/sidebar/build && npm ci && npm run build"


@pytest.mark.parametrize(("name", "most"), [("sidelight.js", 700_000), ("sidelight.css", 60_000)])
def test_the_bundle_stays_small(name, most):
    assert (SIDEBAR / name).stat().st_size <= most


def test_the_stylesheet_touches_nothing_but_the_component():
    css = re.sub(r"/\*.*?\*/", "", (SIDEBAR / "sidelight.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    selectors = [one.strip() for group in re.findall(r"([^{}]+)\{", css) for one in group.split(",")]
    assert len(selectors) > 50
    wild = [one for one in selectors if "c-sidelight" not in one and not one.startswith("@")]
    assert wild == []
    assert "url(" not in css
