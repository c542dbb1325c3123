"""
Makes the weights of `workers/alike.py`: `python -m bench.train_alike FOLDER --table FILE … [--model NAME]`.

FOLDER holds the labelled rows of `same_issue`. Each table was made by `bench.train_meaning --leave-out K`, in the order
of K, and is asked only about pairs of intents that it never saw, so that the regression learns how far to trust it on
what is new. With --model the weights with that model beside it are made; without, those of the default. Both lie in one
file, and each run writes its own part. Everything else that counts is `workers.alike` itself.

Printed is the AUC on the unseen intents with its 95 % interval over customers, by a regression without the source
itself, of hint3 (never trained on) too.
"""

import argparse
import json
import math
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from bench import labelled, measures, train_rows
from bench.accuracy import traces_of
from bench.labelled import Row
from bench.measures import Scored
from bench.train_rows import Said, quarter
from workers import alike, encoder, meaning
from workers.alike import Alike, Compare

WITHOUT_BY_MODEL: Final = "better"
"""With a model this sign is worth a little over all pairs, and costs the order among one customer's."""
RIDGE: Final = 1e-3
ROUNDS: Final = 40
OPEN: Final = 1.5
"""
Taken from the bias: `same_issue` adds 1 of its own for an earlier ticket that is open, as all of these are. The rest is
because most pairs of a real customer are less alike than those of the rows, whose texts are of one domain.
"""

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """One customer's pairs that count: signs, shape (pairs, signs), and whether each is the same issue."""

    signs: Numbers
    same: Numbers


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the weights and print how well they do on what they have not seen."""
    parser = argparse.ArgumentParser(prog="python -m bench.train_alike", description="workers/alike.py's weights.")
    parser.add_argument("folder", type=Path, help="folder of the labelled rows of same_issue")
    parser.add_argument("--table", type=Path, action="append", required=True, help="one for each quarter left out")
    parser.add_argument("--model", default="", metavar="NAME", help="the optional model to weigh as well")
    parser.add_argument("--out", type=Path, default=alike.WEIGHTS, metavar="FILE")
    asked = parser.parse_args(arguments)
    compare = encoder.load(asked.model) if asked.model else None
    rows = labelled.read(asked.folder, "same_issue", "customers.jsonl", ("new_ticket", "past"))
    pairs = _unseen(rows, asked.table, compare)
    chances: list[Scored] = []
    for source in sorted(pairs):
        others = {name: of for name, of in pairs.items() if name not in (source, "hint3")}
        weights, bias = _fit(others, rows)
        cases = [
            [(bool(y), float(x @ weights)) for x, y in zip(one.signs, one.same, strict=True)] for one in pairs[source]
        ]
        scored = [pair for case in cases for pair in case]
        auc = measures.estimate(measures.auc, cases)
        print(f"{source:10} {len(scored):5} pairs, unseen: AUC {auc.value:.4f} ({auc.low:.3f} to {auc.high:.3f})")
        if source != "hint3":
            # Both tickets of a pair are unseen: rare among different pairs, so each stands for several of its kind.
            counts = _counts(source, pairs[source], rows)
            of_yes = np.concatenate([one.same for one in pairs[source]]) > 0
            yes, no = counts[of_yes][0], counts[~of_yes][0]
            for same, score in scored:
                chances += [(same, 1.0 / (1.0 + math.exp(-score - bias)))] * (1 if same else max(1, round(no / yes)))
    for stated, true, count in measures.reliability(chances):
        print(f"stated {stated:.3f}, true {true:.3f} of {count} pairs")
    weights, bias = _fit({name: of for name, of in pairs.items() if name != "hint3"}, rows)
    kept = json.loads(asked.out.read_text("ascii")) if asked.out.is_file() else {}
    kept["with_model" if compare else "alone"] = {
        "signs": [round(float(weight), 4) for weight in weights[:-1]],
        "pieces": round(float(weights[-1]), 4),
        "bias": round(bias - OPEN, 4),
    }
    asked.out.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", encoding="ascii")
    return 0


def _unseen(rows: Sequence[Row], tables: Sequence[Path], compare: Compare | None) -> dict[str, list[Pairs]]:
    """Return, by source, the pairs of which the table saw neither intent; every pair of hint3, by the first table."""
    found: dict[str, list[Pairs]] = defaultdict(list)
    for number, table in enumerate(tables):
        _use(table)
        for row in rows:
            quarters = [_quarter(row, ticket) for ticket in (*row["past"], row["new_ticket"])]
            counted = [n for n, one in enumerate(quarters[:-1]) if one == quarters[-1] == number]
            if counted:
                ordered = Alike(traces_of(row), compare)
                newer = len(row["past"])
                pieces = np.array([[ordered.pieces(older, newer)] for older in counted])
                same = np.array([row["past"][older]["same_issue"] for older in counted], np.float64)
                signs = np.concatenate([ordered.signs(newer)[counted], pieces], axis=1)
                signs[:, alike.SIGNS.index(WITHOUT_BY_MODEL)] *= 0.0 if compare else 1.0
                found[row["source"]].append(Pairs(signs, same))
    return found


def _use(table: Path) -> None:
    setattr(meaning, "TABLE", table)  # noqa: B010 - a constant everywhere but here
    for kept in (meaning._table, meaning._of_word, alike._place):  # noqa: SLF001 - they hold what the last table said
        kept.cache_clear()


def _quarter(row: Row, ticket: Row) -> int:
    if row["source"] not in train_rows.INTENTS:
        return 0
    return quarter(Said(ticket["text"], row["source"], row["domain"], ticket["issue"]))


def _fit(pairs: dict[str, list[Pairs]], rows: Sequence[Row]) -> tuple[Numbers, float]:
    """Return the regression's weights and bias; sources count the same, and pairs as often as their kind is met."""
    signs = np.concatenate([one.signs for of in pairs.values() for one in of])
    same = np.concatenate([one.same for of in pairs.values() for one in of])
    counts = np.concatenate([_counts(source, of, rows) for source, of in pairs.items()])
    middle, spread = signs.mean(0), signs.std(0) + 1e-9
    scaled = np.concatenate([(signs - middle) / spread, np.ones((len(signs), 1))], axis=1)
    ridge = RIDGE * counts.sum() * np.diag([*np.ones(signs.shape[1]), 0.0])
    weights = np.zeros(scaled.shape[1])
    for _ in range(ROUNDS):
        likely = 1.0 / (1.0 + np.exp(-scaled @ weights))
        slope = scaled.T @ (counts * (likely - same)) + ridge @ weights
        bend = (scaled * (counts * likely * (1.0 - likely))[:, None]).T @ scaled + ridge
        weights -= np.linalg.solve(bend, slope)
    return weights[:-1] / spread, float(weights[-1] - (weights[:-1] / spread) @ middle)


def _counts(source: str, pairs: Sequence[Pairs], rows: Sequence[Row]) -> Numbers:
    """Return how much each pair counts: few different pairs are of two unseen intents, but all the same ones are."""
    met = [bool(past["same_issue"]) for row in rows if row["source"] == source for past in row["past"]]
    same = np.concatenate([one.same for one in pairs])
    share = sum(met) / len(met)
    of_kind = np.where(same > 0, share / max(1.0, same.sum()), (1.0 - share) / max(1.0, (1.0 - same).sum()))
    counts: Numbers = of_kind * 1000.0
    return counts


if __name__ == "__main__":
    sys.exit(main())
