"""The compiled component, as the demonstration hands it to the loopback org."""

from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_CASE_FILES = ("sidelight.js", "sidelight.css")


def salesforce_app() -> Mapping[str, bytes]:
    """Return the Case page's compiled component, `sidelight.js` and `sidelight.css`; none where it is not there."""
    folder = ROOT / "demo" / "sidebar"
    return {name: (folder / name).read_bytes() for name in _CASE_FILES if (folder / name).is_file()}
