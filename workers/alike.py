"""
How likely two of one customer's tickets are about the same, by their texts alone, judged among all of the customer's.

Likeness is relative: to somebody who writes about nothing but deliveries, two deliveries are not yet the same thing. So
beside how near two texts are (in meaning, or by the optional model in its place, and in wording), it counts how near
either is to the customer's other tickets, whether the newer one fits another ticket better, and whether a third ticket
stands between the two. What each counts is a logistic regression over people's labels (`bench/train_alike.py`), so that
the sum is log-odds that mean what they say. These signs look only at tickets up to the newer one, and at the LATEST of
them: later ones change none, and a customer with thousands of tickets costs each of them the same.
"""

import functools
import json
import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from workers import folding, language, meaning, wording
from workers.meaning import Vector
from workers.traces import Trace
from workers.wording import Weighed

__all__ = ["MOST", "SIGNS", "WEIGHTS", "Alike", "Compare", "Numbers"]

WEIGHTS: Final = Path(__file__).parent / "weights" / "alike.json"

SIGNS: Final = ("near", "usual", "better", "between", "average", "nearest")
"""What is taken from the nearness of all pairs: see `_signs`."""
MOST: Final = 3.5
"""Log-odds that no pair of texts exceeds: even the same words may be said about two things."""
_BENDS: Final = 2.5
"""Log-odds from which the sum is drawn in towards MOST."""

_ENGLISH: Final = 0.75
"""Share of a text's words from which, when the table knows them, the text is English."""
_STRANGE: Final = 0.4
"""Share below which it is not; between the two its language is asked for. Other languages' places say nothing."""
_STRANGE_BIAS: Final = -4.5
_STRANGE_PIECES: Final = 8.0
"""What the wording counts for such texts, which nothing was trained on."""

LATEST: Final = 300
"""Tickets before a newer one that it is compared with, and judged among."""

Numbers = npt.NDArray[np.float64]
Compare = Callable[[Sequence[str]], Numbers]
"""The optional model: from texts to how near each two are, shape (texts, texts): 1 the same, about 0 unrelated."""


class Alike:
    """The texts of one customer's tickets, oldest first."""

    def __init__(self, traces: Sequence[Trace], compare: Compare | None = None) -> None:
        self._traces = traces
        self._compare = compare
        self._rows: dict[int, Numbers] = {}
        self._weighed: dict[int, Weighed] = {}
        self._block: tuple[int, int, Numbers] = (0, 0, np.zeros((0, 0)))

    def logit(self, older: int, newer: int) -> float:
        """Return the log-odds that two tickets, given by their places, are about the same."""
        if not self._compare and (self._strange[older] or self._strange[newer]):
            found = _STRANGE_BIAS + _STRANGE_PIECES * self.pieces(older, newer)
        else:
            found = self._by_signs(older, newer) + _weights(bool(self._compare))[2] * self.pieces(older, newer)
        bent = found if found < _BENDS else _BENDS + (MOST - _BENDS) * math.tanh((found - _BENDS) / (MOST - _BENDS))
        return round(float(bent), 4)

    def signs(self, newer: int) -> Numbers:
        """Return what is known of a ticket with each of the LATEST before it, shape (older ones, signs)."""
        return _signs(self._near(newer), min(newer, LATEST))

    def _by_signs(self, older: int, newer: int) -> float:
        weights, bias, _ = _weights(bool(self._compare))
        first = max(0, newer - LATEST)
        if older < first:
            return float(self._signs_of_older(older, newer) @ weights + bias)
        if newer not in self._rows:
            if len(self._rows) > LATEST:
                self._rows.clear()
            self._rows[newer] = self.signs(newer) @ weights + bias
        return float(self._rows[newer][older - first])

    def _signs_of_older(self, older: int, newer: int) -> Numbers:
        """Return the signs of a pair whose older one is none of the LATEST: judged among these and itself."""
        places = [older, *range(newer - LATEST, newer + 1)]
        if self._compare:
            near = self._compare([self._traces[place].text for place in places])
            return _signs_of_first(near[0, :-1], near[-1, :-1])
        ours, theirs = self._points[[older, newer]] @ self._points[places[:-1]].T
        return _signs_of_first(ours.astype(np.float64), theirs.astype(np.float64))

    def pieces(self, older: int, newer: int) -> float:
        """Return what the wording of two tickets has in common, 0 to 1."""
        return wording.common(self._of(older), self._of(newer))

    def _near(self, newer: int) -> Numbers:
        """Return how near each two of the LATEST before a ticket and itself are."""
        count = len(self._traces)
        start, end = 0, count
        if count > LATEST + 1:
            # in blocks that overlap, so that each two are compared a few times at most
            middle = newer // LATEST * LATEST
            start, end = max(0, middle - LATEST), min(count, middle + LATEST)
        if self._block[:2] != (start, end):
            self._block = (start, end, self._nearness(start, end))
        first = max(0, newer - LATEST) - start
        return self._block[2][first : newer + 1 - start, first : newer + 1 - start]

    def _nearness(self, start: int, end: int) -> Numbers:
        """Return how near each two tickets of a block are, shape (tickets, tickets)."""
        if self._compare:
            return self._compare([one.text for one in self._traces[start:end]])
        places = self._points[start:end]
        return (places @ places.T).astype(np.float64)

    @functools.cached_property
    def _points(self) -> Vector:
        return np.stack([_place(folding.fold(one.text)) for one in self._traces])

    @functools.cached_property
    def _strange(self) -> list[bool]:
        return [_is_strange(one.text) for one in self._traces]

    @functools.cached_property
    def _rarity(self) -> wording.Rarity:
        return wording.rarity(t.wording for t in self._traces)

    def _of(self, place: int) -> Weighed:
        if place not in self._weighed:
            if len(self._weighed) > 2 * LATEST:
                self._weighed.clear()
            self._weighed[place] = self._rarity.weighed(self._traces[place].wording)
        return self._weighed[place]


def _signs(near: Numbers, newer: int) -> Numbers:
    """
    Return the signs of the pairs of `newer` with each older ticket, shape (older ones, SIGNS).

    near     of the two texts.
    usual    how near the two are to all of the customer's tickets.
    better   how well the newer one fits another ticket that is not like the older one.
    between  by how much a third ticket is nearer to both than they are to each other.
    average  how near the newer one is to all.
    nearest  how near it is to the one that it is nearest to.
    """
    row = near[newer, :newer]
    among = near[:newer, :newer] * (1.0 - np.eye(newer))
    usual = (among.sum(1) + row) / newer + row.mean()
    elsewhere = row[None, :] * (1.0 - near[:newer, :newer]) * (1.0 - np.eye(newer))
    better = np.maximum(elsewhere.max(1), 0.0)
    between = np.maximum(np.minimum(among, row[None, :]).max(1) - row, 0.0) if newer > 1 else np.zeros(newer)
    average, nearest = np.full(newer, row.mean()), np.full(newer, row.max())
    return np.stack([row, usual, better, between, average, nearest], axis=1)


def _signs_of_first(ours: Numbers, theirs: Numbers) -> Numbers:
    """Return the signs of the first of some tickets, by how near it and how near the newer one is to each of them."""
    others = ours[1:]
    row, among = theirs[0], theirs[1:]
    usual = (others.sum() + row) / len(theirs) + theirs.mean()
    better = max(float((among * (1.0 - others)).max()), 0.0)
    between = max(float(np.minimum(others, among).max() - row), 0.0)
    return np.array([row, usual, better, between, theirs.mean(), theirs.max()])


@functools.lru_cache(maxsize=8192)
def _place(folded: str) -> Vector:
    return meaning.vector(folded)


@functools.lru_cache(maxsize=8192)
def _is_strange(text: str) -> bool:
    known = meaning.known(folding.fold(text))
    return known < _STRANGE or (known < _ENGLISH and language.detect(text) not in (None, "en"))


@functools.cache
def _weights(with_model: bool) -> tuple[Numbers, float, float]:  # noqa: FBT001 - which of the two sums
    """Return what each sign counts, the bias, and what the wording counts."""
    kept = json.loads(WEIGHTS.read_text(encoding="ascii"))["with_model" if with_model else "alone"]
    return np.array(kept["signs"], np.float64), float(kept["bias"]), float(kept["pieces"])
