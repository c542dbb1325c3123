"""The sidebars' files, as the demonstration hands them to the loopback helpdesks."""

from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_CASE_FILES = ("sidelight.js", "sidelight.css")


def salesforce_app() -> Mapping[str, bytes]:
    """Return the Case page's compiled component, `sidelight.js` and `sidelight.css`; none where it is not there."""
    folder = ROOT / "demo" / "sidebar"
    return {name: (folder / name).read_bytes() for name in _CASE_FILES if (folder / name).is_file()}


def write_files(files: Mapping[str, bytes], folder: Path) -> Path:
    """Write files by their paths below `folder`, for a process that is handed them there; return `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for path, body in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)
    return folder
