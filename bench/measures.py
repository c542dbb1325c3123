"""
How good a score is: AUC, average precision, recall at 1, accuracy, and a 95 % interval for each.

A measure takes items and returns a number, or None where the items leave it undefined (an AUC needs both kinds). The
interval is a percentile bootstrap over clusters: pairs of one customer, or questions of one chat, are drawn together,
because they are not independent. Pure Python, so that the bench needs nothing that the product does not.
"""

import itertools
import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

Item = TypeVar("Item")

Scored = tuple[bool, float]
"""One row: whether the label says yes, and the score; higher means rather yes."""

RESAMPLES: Final = 1000
SEED: Final = 20261123
CONFIDENCE: Final = 0.95


@dataclass(frozen=True, slots=True)
class Estimate:
    """A measure on all rows, and the bounds of its 95 % interval."""

    value: float
    low: float
    high: float


def auc(rows: Sequence[Scored]) -> float | None:
    """Return the chance that a random yes is scored above a random no; equal scores count half."""
    lower_no = yes = won = 0.0
    for of_yes, of_no in reversed(_by_score(rows)):
        won += of_yes * (lower_no + of_no / 2)
        lower_no += of_no
        yes += of_yes
    return won / (yes * lower_no) if yes and lower_no else None


def average_precision(rows: Sequence[Scored]) -> float | None:
    """
    Return the mean precision over the yes rows, from the highest score down.

    Rows of equal score are taken together, so that their order in the file changes nothing.
    """
    seen = found = total = 0.0
    for of_yes, of_no in _by_score(rows):
        seen += of_yes + of_no
        found += of_yes
        total += of_yes * found / seen
    return total / found if found else None


def recall_at_1(cases: Sequence[Sequence[Scored]]) -> float | None:
    """
    Return how often the highest score of a case is on a yes row; cases without a yes row are left out.

    Where several rows share the highest score, the case counts by the share of yes rows among them.
    """
    hits = []
    for case in cases:
        if any(yes for yes, _ in case):
            highest = max(score for _, score in case)
            top = [yes for yes, score in case if score == highest]
            hits.append(sum(top) / len(top))
    return sum(hits) / len(hits) if hits else None


def reliability(rows: Sequence[Scored], bins: int = 10) -> list[tuple[float, float, int]]:
    """Return (mean chance stated, share of yes, rows) of each part, the rows parted evenly in order of the chance."""
    ordered = sorted(rows, key=lambda row: row[1])
    edges = [len(ordered) * n // bins for n in range(bins + 1)]
    parts = [ordered[start:end] for start, end in itertools.pairwise(edges) if end > start]
    return [_stated_and_true(part) for part in parts]


def tenths(rows: Sequence[Scored]) -> list[tuple[float, float, int]]:
    """Return (mean chance stated, share of yes, rows) of each tenth of the chances that has rows, from 0 up."""
    parts: dict[int, list[Scored]] = defaultdict(list)
    for yes, chance in rows:
        parts[min(int(chance * 10), 9)].append((yes, chance))
    return [_stated_and_true(parts[tenth]) for tenth in sorted(parts)]


def _stated_and_true(part: Sequence[Scored]) -> tuple[float, float, int]:
    return sum(c for _, c in part) / len(part), sum(yes for yes, _ in part) / len(part), len(part)


def accuracy(right: Sequence[bool]) -> float | None:
    """Return the share of rows that are right."""
    return sum(right) / len(right) if right else None


def estimate(
    measure: Callable[[Sequence[Item]], float | None], clusters: Sequence[Sequence[Item]], resamples: int = RESAMPLES
) -> Estimate:
    """
    Return a measure on all items with its 95 % interval, the same for the same items in the same order.

    Args:
        measure: One of the functions above.
        clusters: Items that belong together, in one sequence each; independent items each in a sequence of their own.
        resamples: How many bootstrap samples are drawn; those that leave the measure undefined are left out.

    Raises:
        ValueError: the items leave the measure undefined.
    """
    value = measure([item for cluster in clusters for item in cluster])
    if value is None:
        raise ValueError("the rows are too few, or all of one kind")
    chance = random.Random(SEED)
    drawn = []
    for _ in range(resamples):
        sample = chance.choices(clusters, k=len(clusters))
        drawn.append(measure([item for cluster in sample for item in cluster]))
    values = sorted(v for v in drawn if v is not None) or [value]
    outside = (1 - CONFIDENCE) / 2
    return Estimate(value, _quantile(values, outside), _quantile(values, 1 - outside))


def _by_score(rows: Sequence[Scored]) -> list[tuple[int, int]]:
    """Return (yes, no) counts of each score, the highest score first."""
    counts: dict[float, list[int]] = defaultdict(lambda: [0, 0])
    for yes, score in rows:
        counts[score][0 if yes else 1] += 1
    return [(counts[score][0], counts[score][1]) for score in sorted(counts, reverse=True)]


def _quantile(ordered: Sequence[float], share: float) -> float:
    """Return the value below which a share of the ordered values lies, between two neighbours in proportion."""
    place = share * (len(ordered) - 1)
    before = int(place)
    after = min(before + 1, len(ordered) - 1)
    return ordered[before] + (ordered[after] - ordered[before]) * (place - before)
