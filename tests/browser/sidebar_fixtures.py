"""Fixtures that open the sidebars; the tests of all sidebars share them."""

import functools
from pathlib import Path

import pytest

from tests.node_packages import install

HERE = Path(__file__).parent
NPM = HERE / "npm"


def modules() -> Path:
    """Where the node packages of the browser tests stand; installed if they are not."""
    install(NPM)
    return NPM / "node_modules"


@functools.cache
def zendesk_sdk() -> str:
    """Zendesk's own SDK as one script; its package has no built file, so these few lines do what a bundler would."""
    lib = modules() / "zendesk_app_framework_sdk" / "lib"
    sources = {part: (lib / f"{part}.js").read_text(encoding="utf-8") for part in ("utils", "client", "index")}
    rooms = ",".join(f'"./{name}":function(module,require){{{source}\n}}' for name, source in sources.items())
    return f"""(function () {{ var rooms = {{{rooms}}}, made = {{}};
      function require(name) {{
        if (!made[name]) {{ made[name] = {{ exports: {{}} }}; rooms[name](made[name], require); }}
        return made[name].exports;
      }}
      window.ZAFClient = require("./index"); }})();"""


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility checker."""
    return (modules() / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def garden() -> str:
    """Zendesk's own styles for pages and buttons."""
    folder = modules() / "@zendeskgarden"
    parts = ("css-variables", "css-bedrock", "css-buttons")
    return "".join((folder / part / "dist" / "index.css").read_text(encoding="utf-8") for part in parts)
