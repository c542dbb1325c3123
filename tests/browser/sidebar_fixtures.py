"""Fixtures that open the sidebars; the tests of all sidebars share them."""

import fcntl
import functools
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
NPM = HERE / "npm"


@functools.cache
def install(folder: Path) -> Path:
    """Install what a folder's lock file names, unless it is there; return its node_modules."""
    npm = shutil.which("npm")
    assert npm, "npm is missing; install Node.js"
    lock = folder / "package-lock.json"
    mark = folder / "node_modules" / ".locked"
    with lock.open("rb") as wanted:
        fcntl.flock(wanted, fcntl.LOCK_EX)  # tests that run beside these want the same folder
        if not mark.is_file() or mark.read_bytes() != wanted.read():
            command = [npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
            subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)
            mark.write_bytes(lock.read_bytes())
    return mark.parent


@functools.cache
def zendesk_sdk() -> str:
    """Zendesk's own SDK as one script; its package has no built file, so these few lines do what a bundler would."""
    lib = install(NPM) / "zendesk_app_framework_sdk" / "lib"
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
    return (install(NPM) / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def garden() -> str:
    """Zendesk's own styles for pages and buttons."""
    folder = install(NPM) / "@zendeskgarden"
    parts = ("css-variables", "css-bedrock", "css-buttons")
    return "".join((folder / part / "dist" / "index.css").read_text(encoding="utf-8") for part in parts)
