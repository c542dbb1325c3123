"""
Puts together what is installed: `python -m manifest.build` fills `dist/`, the same bytes from the same files.

Zendesk's app is a zip: what stands in `manifest/zendesk`, and two things that it shares. The view comes from
Salesforce's component, which is where a shared module has to stand to be deployed; each language's words come from the
app's own translations, of which Zendesk hands out nothing but its name.
"""

import argparse
import json
import re
import shutil
import sys
import zipfile
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Final

from manifest.texts import read_texts

ROOT: Final = Path(__file__).resolve().parent
VIEW: Final = Path("salesforce/force-app/main/default/lwc/sidelightView")
UNPACKED: Final = frozenset({"__tests__", "__mocks__", "node_modules", "__pycache__"})
ZENDESK_FILES: Final = re.compile(
    r"manifest\.json|assets/[a-z][a-z_-]*\.(?:js|css|html|png)|translations/[a-z]{2}(?:-[a-z]{2})?\.json"
)
_SOURCE = r"(?:\w+/)+\w+(?:\.\w+-meta\.xml|\.js-meta\.xml|\.js|\.html|\.css)"
SALESFORCE_FILES: Final = re.compile(rf"sfdx-project\.json|(?:force-app|case-page|translations)/{_SOURCE}")
SALESFORCE_TOOLS: Final = frozenset({".forceignore", "jest.config.js", "package.json", "package-lock.json"})
"""What stands in the folders: what is packed, and for Salesforce what only tests need."""

_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""A zip's first day: nothing in it says when it was made."""
_RELATIVE: Final = re.compile(r"(?<= from ')(\./\w+)(?=';)")
"""Salesforce wants a module of the same folder without its ending, a browser with it."""
_UNREAD: Final = re.compile(r"^[ ]*(?:/\*.*?\*/\n|//[^\n]*\n|\n)|^[ ]+", re.DOTALL | re.MULTILINE)
"""Comments in lines of their own, empty lines and indentation: agents' browsers need not load them."""
_JOINED: Final = {
    ".js": (re.compile(r"^(?!.*//)(.*[{(\[,;])\n", re.MULTILINE), r"\1"),
    ".css": (re.compile(r"\s*([{};,]|(?<=[a-z-]):(?= ))\s*"), r"\1"),
}
"""Nor the ends of lines after which a statement goes on or a new one begins in any case, nor a style sheet's spaces."""


class StrayFileError(Exception):
    """A file stands where packages are made from and is no part of one: an editor's copy, a system's note, a secret."""


def zendesk_files(root: Path = ROOT) -> dict[str, bytes]:
    """Return the Zendesk app's files by their path in the package, sorted."""
    app = root / "zendesk"
    files = {path: (app / path).read_bytes() for path in _meant(app, ZENDESK_FILES)}
    for module in sorted((root / VIEW).glob("*.js")):
        files[f"assets/view/{module.name}"] = _RELATIVE.sub(r"\1.js", module.read_text(encoding="utf-8")).encode()
    for path in [path for path in files if path.endswith((".js", ".css"))]:
        pattern, kept = _JOINED[Path(path).suffix]
        files[path] = pattern.sub(kept, _UNREAD.sub("", files[path].decode())).encode()
    for path in [path for path in files if path.startswith("translations/")]:
        files[path] = _json({"app": json.loads(files[path])["app"]})
    for language, texts in read_texts(root).items():
        files[f"assets/texts/{language}.json"] = _json(texts)
    return dict(sorted(files.items()))


def salesforce_files(root: Path = ROOT) -> dict[str, bytes]:
    """Return the Salesforce project's files by their path, sorted: what is deployed, without its tests."""
    project = root / "salesforce"
    return {path: (project / path).read_bytes() for path in _meant(project, SALESFORCE_FILES, SALESFORCE_TOOLS)}


def write_files(files: Mapping[str, bytes], folder: Path) -> Path:
    """Write files by their paths below `folder`; return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return folder


def build(target: Path, root: Path = ROOT) -> tuple[Path, Path]:
    """Write the app's zip and the project's folder into `target`, in the place of what was there; return both."""
    files = zendesk_files(root)
    version = json.loads(files["manifest.json"])["version"]
    target.mkdir(parents=True, exist_ok=True)
    app = target / f"sidelight-zendesk-{version}.zip"
    with zipfile.ZipFile(app, "w") as archive:
        for path, content in files.items():
            archive.writestr(_entry(path), content, compresslevel=9)
    project = target / f"sidelight-salesforce-{version}"
    shutil.rmtree(project, ignore_errors=True)
    write_files(salesforce_files(root), project)
    return app, project


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, and say what was built."""
    parser = argparse.ArgumentParser(prog="python -m manifest.build", description="What is installed in the helpdesks.")
    parser.add_argument("target", type=Path, nargs="?", default=ROOT.parent / "dist", help="folder to write into")
    target = parser.parse_args(arguments).target
    try:
        app, project = build(target)
    except StrayFileError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{app}: upload it in Zendesk (Admin Center, Apps, Upload private app).\n")
    sys.stdout.write(f"{project}: deploy it with Salesforce's command line; docs/install-salesforce.md tells how.\n")
    return 0


def _entry(path: str) -> zipfile.ZipInfo:
    """How a file stands in a zip: without a time, readable by all, the same on every machine."""
    entry = zipfile.ZipInfo(path, _EARLIEST)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # Unix
    entry.external_attr = 0o644 << 16
    return entry


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _meant(folder: Path, meant: re.Pattern[str], beside: Collection[str] = ()) -> list[str]:
    """Return the paths of the files that are meant to be packed; StrayFileError where there are others."""
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file() or path.is_symlink())
    found = sorted(path.as_posix() for path in paths if not UNPACKED & set(path.parts))
    packed = [path for path in found if path not in beside]
    strays = [path for path in packed if not meant.fullmatch(path) or (folder / path).is_symlink()]
    if strays:
        raise StrayFileError(f"These are no part of the package; take them out of {folder}: {', '.join(strays)}")
    return packed


if __name__ == "__main__":
    sys.exit(main())
