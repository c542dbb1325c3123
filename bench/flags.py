"""
How often the flags are right, as a careful reader sees it: `python -m bench.flags RESULT EXPECT [--json FILE]`.

RESULT is what `sidelight demo --once --out RESULT` wrote; EXPECT says for each ticket which flags it must and must not
have. What it says nothing of is debatable, and not counted. `clean_flagged` is the share of the tickets that must have
no flag and have one that they must not. A closed ticket, which no helpdesk lets anybody write on, counts as missed.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import report
from bench.report import Figure

Expected = Mapping[str, Mapping[str, Any]]
"""Ticket to `must` and `must_not`."""


class FlagsError(Exception):
    """A file does not hold what it should; the text names it and the remedy."""


@dataclass(slots=True)
class Score:
    """Flags stated rightly, stated wrongly and missed, by kind; and the tickets with nothing wrong."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    clean: int = 0
    clean_flagged: int = 0

    @property
    def kinds(self) -> list[str]:
        """The flags that were expected or stated."""
        return sorted({*self.right, *self.wrong, *self.missed})

    def precision(self, *kinds: str) -> float:
        """Return the share of these flags, or of all, that is right; 1 where none was stated."""
        right, wrong = _sum(self.right, kinds), _sum(self.wrong, kinds)
        return right / (right + wrong) if right + wrong else 1.0

    def recall(self, *kinds: str) -> float:
        """Return the share of these flags, or of all, that was found; 1 where none was wanted."""
        right, missed = _sum(self.right, kinds), _sum(self.missed, kinds)
        return right / (right + missed) if right + missed else 1.0

    @property
    def clean_share(self) -> float:
        """The share of the tickets with nothing wrong that carry a flag which they must not have."""
        return self.clean_flagged / self.clean if self.clean else 0.0


def score(stated: Mapping[str, Collection[str]], expected: Expected) -> Score:
    """Return how the flags stated on each ticket stand against what is expected."""
    found = Score()
    for ticket, wanted in expected.items():
        flags, must, never = set(stated.get(ticket, ())), set(wanted["must"]), set(wanted["must_not"])
        found.right.update(flags & must)
        found.wrong.update(flags & never)
        found.missed.update(must - flags)
        if not must and never:
            found.clean += 1
            found.clean_flagged += bool(flags & never)
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of one world; return 1, with a remedy on stderr, where a file is not as it should be."""
    parser = argparse.ArgumentParser(prog="python -m bench.flags", description="The flags, as a reader sees them.")
    parser.add_argument("result", type=Path, metavar="RESULT", help="as `sidelight demo --once --out` writes it")
    parser.add_argument("expect", type=Path, metavar="EXPECT", help="what each ticket must and must not carry")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well, as one object")
    asked = parser.parse_args(arguments)
    try:
        found = score(_stated(asked.result), _expected(asked.expect))
        report.write(f"Flags of {asked.result.stem}", _figures(found), asked.json)
    except (FlagsError, OSError) as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    return 0


def _figures(found: Score) -> list[Figure]:
    figures = []
    for kind in found.kinds:
        figures.append(Figure(kind, "precision", found.precision(kind), rows=found.right[kind] + found.wrong[kind]))
        figures.append(Figure(kind, "recall", found.recall(kind), rows=found.right[kind] + found.missed[kind]))
    figures.append(Figure("all", "precision", found.precision(), rows=found.right.total() + found.wrong.total()))
    figures.append(Figure("all", "recall", found.recall(), rows=found.right.total() + found.missed.total()))
    return [*figures, Figure("all", "clean_flagged", found.clean_share, rows=found.clean)]


def _stated(path: Path) -> dict[str, list[str]]:
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        return {row["id"]: row["fields"]["flags"] or [] for row in rows}
    except (ValueError, KeyError, TypeError) as problem:
        raise FlagsError(
            f"{path} holds no results ({problem}); write it with `sidelight demo --once --out`."
        ) from problem


def _expected(path: Path) -> Expected:
    try:
        tickets: Expected = json.loads(path.read_text(encoding="utf-8"))["tickets"]
        _ = [(wanted["must"], wanted["must_not"]) for wanted in tickets.values()]
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise FlagsError(f"{path} holds no expectations ({problem}); name the world's .expect.json.") from problem
    return tickets


def _sum(counts: Counter[str], kinds: Collection[str]) -> int:
    return sum(counts[kind] for kind in kinds or counts)


if __name__ == "__main__":
    sys.exit(main())
