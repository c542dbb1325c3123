"""
Logistic regression over sparse rows, in numpy: the same rows give the same weights.

A row is a mapping from feature to size. Features that look like "#123" are slots of `workers/hashed.py`; every other is
a named feature.
"""

import base64
import json
import math
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

Sizes = Mapping[str, float]
Vector = npt.NDArray[np.float64]

MEMORY: Final = 8
ROUNDS: Final = 120
"""Steps of the descent at most."""
ENOUGH: Final = 1e-5
"""Improvement, as a share, below which the descent ends."""


@dataclass(frozen=True)
class Model:
    """What each feature adds to the logarithm of the odds."""

    bias: float
    weights: Mapping[str, float]

    def log_odds(self, row: Sizes) -> float:
        """Return a row's score."""
        return self.bias + math.fsum(size * self.weights.get(name, 0.0) for name, size in row.items())


def slot(piece: str, slots: int) -> str:
    """Return the feature's name of a piece of text."""
    return f"#{zlib.crc32(piece.encode()) % slots}"


def fit(
    rows: Sequence[Sizes],
    labels: Sequence[bool],
    strength: float,
    seen: int = 2,
    trust: float = 1.0,
    expected: Mapping[str, float] | None = None,
) -> Model:
    """
    Return the weights that fit the rows best, less a penalty for large ones.

    Args:
        rows: Sizes of features; those of slots are multiplied by how rare the slot is.
        labels: One for each row.
        strength: Inverse of the penalty, as is usual.
        seen: Rows that must have a feature; rarer ones weigh nothing.
        trust: How much less the named features are penalised than slots.
        expected: Weights of named features towards which the penalty draws, instead of 0; they hold where rows are few.
    """
    held = Counter(name for row in rows for name in row)
    names = sorted(name for name, times in held.items() if times >= seen)
    scale = {n: (math.log(len(rows) / held[n]) + 1.0 if n.startswith("#") else trust) for n in names}
    place = {name: number for number, name in enumerate(names)}
    cells = [(r, place[n], size * scale[n]) for r, row in enumerate(rows) for n, size in row.items() if n in place]
    at_row = np.array([c[0] for c in cells], np.int64)
    at_name = np.array([c[1] for c in cells], np.int64)
    sizes = np.array([c[2] for c in cells], np.float64)
    signs = np.where(np.array(labels, bool), 1.0, -1.0)

    drawn = np.array([(expected or {}).get(n, 0.0) / scale[n] for n in names])

    def loss(point: Vector) -> tuple[float, Vector]:
        margin = signs * (np.bincount(at_row, sizes * point[at_name], len(rows)) + point[-1])
        slope = -signs / (1.0 + np.exp(np.clip(margin, -500, 500)))
        gradient = np.append(np.bincount(at_name, sizes * slope[at_row], len(names)), slope.sum())
        away = point[:-1] - drawn
        gradient[:-1] += away / strength
        return float(np.logaddexp(0.0, -margin).sum() + (away**2).sum() / 2 / strength), gradient

    found = _descend(loss, np.append(drawn, 0.0))
    return Model(float(found[-1]), {name: float(found[number]) * scale[name] for name, number in place.items()})


def save(model: Model, slots: int, path: Path) -> int:
    """Write a model for `workers/hashed.py`; return its size in bytes."""
    table = np.zeros(slots)
    for name, weight in model.weights.items():
        if name.startswith("#"):
            table[int(name[1:])] = weight
    step = float(np.quantile(np.abs(table[table != 0]), 0.9995)) / 127 if table.any() else 1.0
    packed = zlib.compress(np.clip(np.round(table / step), -127, 127).astype(np.int8).tobytes(), 9)
    kept = {
        "bias": round(model.bias, 4),
        "step": float(f"{step:.6g}"),
        "features": {
            n: round(w, 4) for n, w in sorted(model.weights.items()) if not n.startswith("#") and abs(w) >= 5e-4
        },
        "slots": base64.b85encode(packed).decode(),
    }
    path.write_text(json.dumps(kept, indent=0) + "\n", encoding="ascii")
    return path.stat().st_size


def folds(groups: Iterable[object], count: int) -> list[int]:
    """Return the fold of each row; rows of one group share it: a checksum of the name deals the groups."""
    return [zlib.crc32(repr(group).encode()) % count for group in groups]


def _descend(loss: Callable[[Vector], tuple[float, Vector]], point: Vector) -> Vector:
    """L-BFGS with halving of the step."""
    value, gradient = loss(point)
    moves: list[Vector] = []
    turns: list[Vector] = []
    for _ in range(ROUNDS):
        direction = -gradient
        kept: list[float] = []
        for move, turn in zip(reversed(moves), reversed(turns), strict=True):
            share = float((move @ direction) / (move @ turn))
            direction = direction - share * turn
            kept.append(share)
        if moves:
            direction = direction * float((moves[-1] @ turns[-1]) / (turns[-1] @ turns[-1]))
        for move, turn, share in zip(moves, turns, reversed(kept), strict=True):
            direction = direction + (share - (turn @ direction) / (move @ turn)) * move
        step = 1.0 if moves else 1.0 / max(1.0, float(np.abs(gradient).sum()))
        ahead = float(gradient @ direction)
        while True:
            new, new_gradient = loss(point + step * direction)
            if new <= value + 1e-4 * step * ahead or step < 1e-10:
                break
            step /= 2
        move, turn = step * direction, new_gradient - gradient
        if move @ turn > 1e-12:
            moves, turns = [*moves, move][-MEMORY:], [*turns, turn][-MEMORY:]
        better = value - new
        point, value, gradient = point + move, new, new_gradient
        if better < ENOUGH * abs(value) and len(moves) > 1:
            break
    return point
