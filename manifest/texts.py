"""The sidebar's words: a file for each language, and for a region what is said otherwise there."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

WORDS: Final = Path("zendesk") / "translations"
"""Where they stand below this folder: Zendesk wants the app's name there, so all of its words do."""


def read_texts(root: Path) -> dict[str, Mapping[str, str]]:
    """Return the sidebar's texts by language; `pt-br` holds those of `pt` with its own in their places."""
    files = sorted((root / WORDS).glob("*.json"))
    told = {path.stem: json.loads(path.read_text(encoding="utf-8"))["sidebar"] for path in files}
    return {language: told[language.partition("-")[0]] | own for language, own in told.items()}
