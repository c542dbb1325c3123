"""
The sentence model from which `bench.train_meaning` learns, and what people's intents teach the model first.

A sentence model is made for everything that can be said; people sorted requests by what a desk does about them.
`Schooled` turns and stretches the model's space, by one matrix that stays near the identity, until requests of one
intent lie nearer than those of the domain's others. It does so for intents that it never saw, too, and a small table
learns that better from all texts than it learns the intents themselves.
"""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import torch

from bench.train_rows import Said

CENTRE: Final = 0.5
"""So much of what all requests have in common is taken from the teacher's places."""
STEPS: Final = 300
RATE: Final = 2e-3
SHARPNESS: Final = 5.0
"""How much a small difference in nearness matters; at 20 the matrix learns the rows by heart."""
NEAR_IDENTITY: Final = 0.03
"""What the square of each change to the matrix costs."""

DOMAINS_A_STEP: Final = 2
INTENTS_A_DOMAIN: Final = 24
TEXTS_AN_INTENT: Final = 5

Array = npt.NDArray[np.float32]


class Teacher:
    """A sentence model that reads every text once."""

    def __init__(self, model: str, cache: Path) -> None:
        self._model = model
        self._file = cache / "places.npz"
        self._known: dict[str, npt.NDArray[np.float16]] = {}
        if self._file.is_file():
            with np.load(self._file) as kept:
                self._known = dict(zip(kept["texts"].tolist(), kept["places"], strict=True))

    def places(self, texts: Sequence[str]) -> Array:
        """Return the teacher's places of texts, shape (texts, its dimensions), each of length 1."""
        missing = [text for text in dict.fromkeys(texts) if text not in self._known]
        if missing:
            self._known |= dict(zip(missing, self._read(missing), strict=True))
            self._file.parent.mkdir(exist_ok=True)
            np.savez(self._file, texts=np.array(list(self._known)), places=np.stack(list(self._known.values())))
        return np.stack([self._known[text] for text in texts]).astype(np.float32)

    def _read(self, texts: Sequence[str]) -> npt.NDArray[np.float16]:
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - slow, and not needed with a full cache

        model = SentenceTransformer(self._model, device="cpu", local_files_only=True)
        model.max_seq_length = 64
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            found: Any = model.encode(list(texts), batch_size=128, normalize_embeddings=True, show_progress_bar=True)
        return np.asarray(found, np.float16)


class Schooled:
    """A teacher's places, moved to a middle of their own and turned as people's intents want it."""

    def __init__(
        self, teacher: Teacher, usual: Sequence[str], said: Sequence[Said], chance: np.random.RandomState
    ) -> None:
        self._teacher = teacher
        self._middle = CENTRE * teacher.places(usual).mean(0)
        places = unit(teacher.places([one.text for one in said]) - self._middle)
        self._turn = _turn(places, said, chance)

    def places(self, texts: Sequence[str]) -> Array:
        """Return the places of texts, shape (texts, the teacher's dimensions), each of length 1."""
        return unit((self._teacher.places(texts) - self._middle) @ self._turn)


class Course:
    """Draws texts of a few intents of one domain, again and again."""

    def __init__(self, said: Sequence[Said], chance: np.random.RandomState) -> None:
        self._chance = chance
        self._domains: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for place, one in enumerate(said):
            self._domains[one.source, one.domain][one.intent].append(place)
        sizes = np.array([sum(map(len, of.values())) for of in self._domains.values()], np.float64) ** 0.5
        self._shares = sizes / sizes.sum()

    def draw(self) -> tuple[list[int], list[int]]:
        """Return places of texts, and for each the number of its intent."""
        places: list[int] = []
        groups: list[int] = []
        domains = list(self._domains.values())
        for _ in range(DOMAINS_A_STEP):
            domain = domains[self._chance.choice(len(domains), p=self._shares)]
            names = list(domain)
            self._chance.shuffle(names)
            for name in names[:INTENTS_A_DOMAIN]:
                size = min(TEXTS_AN_INTENT, len(domain[name]))
                places += self._chance.choice(domain[name], size, replace=False).tolist()
                groups += [max(groups, default=0) + 1] * size
        return places, groups


def confusion(placed: torch.Tensor, groups: torch.Tensor, sharpness: float) -> torch.Tensor:
    """Return how often a text is nearer to another intent's than to its own intent's (supervised contrastive loss)."""
    itself = torch.eye(len(groups), dtype=torch.bool)
    near = (sharpness * placed @ placed.T).masked_fill(itself, -1e9)
    same = (groups[:, None] == groups[None, :]) & ~itself
    likely = near - torch.logsumexp(near, 1, keepdim=True)
    return (-(likely * same).sum(1) / same.sum(1).clamp(min=1)).mean()


def unit(places: npt.NDArray[np.floating]) -> Array:
    """Return places at length 1."""
    unit: Array = (places / np.linalg.norm(places, axis=1, keepdims=True)).astype(np.float32)
    return unit


def _turn(places: Array, said: Sequence[Said], chance: np.random.RandomState) -> Array:
    """Return the matrix that brings requests of one intent together, shape (dimensions, dimensions)."""
    given, start = torch.from_numpy(places), torch.eye(places.shape[1])
    turn = torch.nn.Parameter(start.clone())
    optimizer = torch.optim.Adam([turn], lr=RATE)
    course = Course(said, chance)
    for step in range(STEPS):
        for group in optimizer.param_groups:
            group["lr"] = RATE * (1 - step / STEPS) + 1e-6
        optimizer.zero_grad()
        chosen, groups = course.draw()
        placed = torch.nn.functional.normalize(given[chosen] @ turn, dim=1)
        loss = confusion(placed, torch.tensor(groups), SHARPNESS) + NEAR_IDENTITY * ((turn - start) ** 2).sum()
        loss.backward()
        optimizer.step()
    found: Array = turn.detach().numpy()
    return found
