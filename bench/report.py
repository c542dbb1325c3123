"""
What every bench puts out: a table for people, and with `--json FILE` the same figures as one object.

`{"machine": …, "commit": …, "figures": {source: {metric: value}}}`
"""

import json
import os
import platform
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: of which source, by which metric (its unit in the name, where it has one), from how many rows."""

    source: str
    metric: str
    value: float
    low: float | None = None
    """Bounds of the 95 % interval; None where the number has none."""
    high: float | None = None
    rows: int | None = None


def write(title: str, figures: Sequence[Figure], json_file: Path | None) -> None:
    """
    Print the table, and write the object to `json_file` if one is given.

    Raises:
        OSError: the file cannot be written.
    """
    made_on, made_of = machine(), commit()
    print(table(f"{title} ({made_on}; commit {made_of})", figures))
    if json_file is not None:
        text = json.dumps(as_object(figures, made_on, made_of), indent=2, ensure_ascii=False)
        json_file.write_text(text + "\n", encoding="utf-8")


def table(title: str, figures: Sequence[Figure]) -> str:
    """Return the figures as aligned text, in the order given."""
    cells = [("source", "metric", "rows", "figure", "95 % interval")]
    cells += [
        (f.source, f.metric, "" if f.rows is None else str(f.rows), _number(f.value), _interval(f)) for f in figures
    ]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    aligned = (str.ljust, str.ljust, str.rjust, str.rjust, str.ljust)
    lines = [
        "  ".join(put(cell, width) for put, cell, width in zip(aligned, row, widths, strict=True)).rstrip()
        for row in cells
    ]
    return "\n".join([title, "", *lines])


def as_object(figures: Sequence[Figure], made_on: str, made_of: str) -> dict[str, Any]:
    """Return the figures as the JSON object that every bench writes; bounds and row counts stay in the table."""
    by_source: dict[str, dict[str, float]] = {}
    for figure in figures:
        by_source.setdefault(figure.source, {})[figure.metric] = round(figure.value, 6)
    return {"machine": made_on, "commit": made_of, "figures": by_source}


def machine() -> str:
    """Return what of this machine bears on a figure: cores, architecture, system, Python."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, {python}"


def commit(folder: Path = ROOT) -> str:
    """Return the commit that is measured, with `+changes` where files differ from it; `unknown` outside Git."""
    # No optional locks: a bench must not get in the way of a commit that is being made.
    git = ["git", "--no-optional-locks", "-C", str(folder)]
    try:
        head = subprocess.run([*git, "rev-parse", "--short=12", "HEAD"], capture_output=True, text=True, check=True)
        changed = subprocess.run([*git, "status", "--porcelain"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return head.stdout.strip() + ("+changes" if changed.stdout.strip() else "")


def _number(value: float) -> str:
    return f"{value:.3f}" if abs(value) < 100 else f"{value:,.1f}"


def _interval(figure: Figure) -> str:
    if figure.low is None or figure.high is None:
        return ""
    return f"{_number(figure.low)} to {_number(figure.high)}"
