"""
Makes the table of `workers/wording.py`: `python -m bench.train_idf FOLDER [--out FILE]`.

FOLDER holds the folders `same_issue`, `conversations` and `frustration` of labelled rows; see `bench.train_rows` for
what is taken from them. The same rows give the same table: a byte for each slot, how many texts hold one of its pieces,
as a logarithm.
"""

import argparse
import base64
import json
import math
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bench import train_rows
from workers import wording


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the table; return 1 where the folder holds none of the rows."""
    parser = argparse.ArgumentParser(prog="python -m bench.train_idf", description="The table of workers/wording.py.")
    parser.add_argument("folder", type=Path, help="folder of the labelled rows' folders")
    parser.add_argument("--out", type=Path, default=wording.TABLE, help="file to write")
    asked = parser.parse_args(arguments)
    texts = _texts(asked.folder)
    if not texts:
        sys.stderr.write(train_rows.MISSING.format(folder=asked.folder))
        return 1
    table = {"rarity": base64.b85encode(_rarity(texts)).decode()}
    asked.out.write_text(json.dumps(table, indent=0) + "\n", encoding="ascii")
    print(f"{len(texts)} texts: {asked.out.stat().st_size} bytes.")
    return 0


def _texts(folder: Path) -> list[str]:
    """Return texts that are about anything, folded, a chat as one: what is rare in them is rare."""
    chats = [" ".join(message.text for message in chat) for chat in train_rows.chats(folder)]
    texts = [row.text for row in train_rows.intents(folder)] + chats + train_rows.posts(folder, "goemotions")
    return [train_rows.folded(text) for text in texts]


def _rarity(texts: Sequence[str]) -> bytes:
    seen: Counter[str] = Counter()
    for text in texts:
        seen.update({piece for word in wording.split(text) for piece in wording.pieces_of(word)})
    of_slot = [0] * wording.SLOTS
    for piece, times in seen.items():
        of_slot[wording.slot(piece)] = max(of_slot[wording.slot(piece)], times)
    return bytes(
        min(255, round(wording.STEPS_A_UNIT * math.log((1 + len(texts)) / (1 + min(times, len(texts))))))
        for times in of_slot
    )


if __name__ == "__main__":
    sys.exit(main())
