"""
The openings of many customers' tickets in memory, and which of them are like a new one.

Two signs are weighed: the direction of the meaning, and the words in common, each by how rare it is in this account.
It is a few lists of places and one matrix product over what has a word in common, so that a hundred thousand texts cost
some milliseconds.
"""

import math
import threading
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from integration.model import Signature, Text, TicketRef
from workers import meaning
from workers.folding import fold
from workers.known_thresholds import (
    BESIDE_CODE,
    LEAST,
    LIKE,
    LIKE_WITH_CODE,
    MEANING,
    MOST_COMPARED,
    PART_OF_NAME,
    RARE_CODE,
)
from workers.words.known_issues import FAULTS

_STEM: Final = 6
_BESIDE: Final = 200
"""Texts without a word that are thought beside those there are: a few texts do not tell which word is rare."""
_COMMON: Final = 0.05
_COMMON_FROM: Final = 2000
"""A word in more than this share of so many texts tells nothing, and would cost most: it is not looked up."""
_CODE: Final = 1.5
"""What an error, model or version number counts beside a word as rare."""
_NAME_BEFORE: Final = 2
_NAME_AFTER: Final = 1
"""Words beside a code that may be its product's name."""
_LEAST_ROOM: Final = 1024
STEPS: Final = 127
"""Of a vector's components, as they are kept."""

Places = NDArray[np.intp]
Scores = NDArray[np.float32]
Counts = NDArray[np.int16]


def is_code(word: str) -> bool:
    """Whether a word is an error, model or version number rather than a word."""
    return any(map(str.isdigit, word))


@lru_cache(maxsize=50_000)
def stem(word: str) -> int:
    """Return what a word is looked up by, however it is written: its beginning, or all of a code."""
    folded = fold(word)
    return zlib.crc32((folded if is_code(folded) else folded[:_STEM]).encode())


def rare_codes(signature: Signature, texts: "Texts") -> list[str]:
    """Return the codes of a text that few others name."""
    return [word for word in signature.words if is_code(word) and texts.weight(word) >= RARE_CODE]


def product(code: str, texts: "Texts") -> frozenset[int]:
    """
    Return the stems of the words that stand beside a code in nearly all texts that name it: "Halden" of "Halden H9".

    They are the product's name, and say no more than the code does. There is none where no word among them is like a
    brand ("rollover 401k"), or one says that the code is an error's ("shows F-31").
    """
    looked_up = stem(code)
    naming = [text.signature.words for text in texts.at(texts.holding(code)[-MOST_COMPARED:])]
    if len(naming) < LEAST:
        return frozenset()
    near: dict[int, list[str]] = {}
    for words in naming:
        place = next((n for n, word in enumerate(words) if stem(word) == looked_up), 0)
        beside = (*words[max(0, place - _NAME_BEFORE) : place], *words[place + 1 : place + 1 + _NAME_AFTER])
        for word in beside:
            near.setdefault(stem(word), []).append(word)
    found = {s: w for s, w in near.items() if len(w) >= PART_OF_NAME * len(naming) and not is_code(w[0])}
    if any(fold(word) in FAULTS for spelt in found.values() for word in spelt):
        return frozenset()
    return frozenset(found) if any(map(_is_like_a_brand, found.values())) else frozenset()


def _is_like_a_brand(spelt: Sequence[str]) -> bool:
    """Whether a word is in no dictionary, or most write it with a capital."""
    return meaning.known(fold(spelt[0])) == 0 or 2 * sum(word[0].isupper() for word in spelt) > len(spelt)


def said(
    likeness: Scores, named: NDArray[np.bool_], beside: NDArray[np.intp], one_product: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """
    Return of each two texts whether they say the same.

    Args:
        likeness: How alike they are.
        named: Whether both name one rare code.
        beside: Words in common beside the code and its product's name.
        one_product: Whether that code is a product's: of one product much can be asked, so more must be in common.
    """
    more = beside >= BESIDE_CODE
    alike: NDArray[np.bool_] = likeness >= np.where(named & more, LIKE_WITH_CODE, LIKE)
    return alike & (more | ~one_product)


class Texts:
    """The texts of one process, which follow the store's."""

    def __init__(self) -> None:
        self._newest = 0
        self._reset(1)

    def _reset(self, dimensions: int) -> None:
        self._rows: list[Text | None] = []
        self._place: dict[TicketRef, int] = {}
        self._vectors = np.zeros((_LEAST_ROOM, dimensions), np.float32)
        self._lengths = np.full(_LEAST_ROOM, np.inf, np.float32)
        self._opened = np.full(_LEAST_ROOM, np.inf)
        self._holding: dict[int, array[int]] = {}
        self._words: dict[str, str] = {}

    @property
    def newest(self) -> int:
        """The greatest id that was ever held; 0 before the first."""
        return self._newest

    def __len__(self) -> int:
        return len(self._place)

    def __iter__(self) -> Iterator[Text]:
        return (row for row in self._rows if row is not None)

    def get(self, ref: TicketRef) -> Text | None:
        """Return a ticket's text, where it is held."""
        place = self._place.get(ref)
        return None if place is None else self._rows[place]

    def at(self, places: Iterable[int]) -> list[Text]:
        """Return the texts at these places, without those that were dropped."""
        return [row for place in places if (row := self._rows[place]) is not None]

    def places(self, refs: Iterable[TicketRef]) -> Places:
        """Return where tickets' texts are, in their order, without those that are not held."""
        return np.array([self._place[ref] for ref in refs if ref in self._place], np.intp)

    def add(self, texts: Sequence[Text]) -> None:
        """Add texts, each in the place of what its ticket said before; what is held already stays."""
        texts = [text for text in texts if self.get(text.signature.ticket) != text]
        self.drop([text.signature.ticket for text in texts])
        first = len(self._rows)
        stems = [self._stems(text.signature.words) for text in texts]
        for place, (text, own) in enumerate(zip(texts, stems, strict=True), start=first):
            self._newest = max(self._newest, text.id)
            self._rows.append(self._kept(text))
            self._place[text.signature.ticket] = place
            for word in own:
                self._holding.setdefault(word, array("q")).append(place)
        self._make_room(max((len(text.signature.vector) for text in texts), default=1))
        for place, (text, own) in enumerate(zip(texts, stems, strict=True), start=first):
            vector = np.frombuffer(text.signature.vector, np.int8)
            self._vectors[place, : len(vector)] = vector / np.float32(STEPS)
            self._opened[place] = text.signature.opened_at.timestamp()
            self._lengths[place] = self._length(own)

    def _kept(self, text: Text) -> Text:
        """Return a text whose words are held once, however many texts hold them."""
        words = tuple(self._words.setdefault(word, word) for word in text.signature.words)
        return replace(text, signature=replace(text.signature, words=words))

    def drop(self, refs: Iterable[TicketRef]) -> None:
        """Let go of tickets' texts; unknown ones are no fault."""
        for ref in refs:
            place = self._place.pop(ref, None)
            if place is not None:
                self._rows[place], self._vectors[place] = None, 0.0
                self._lengths[place], self._opened[place] = np.inf, np.inf
        if len(self._rows) > 2 * len(self._place) + _LEAST_ROOM:
            kept = list(self)
            self._reset(self._vectors.shape[1])
            self.add(kept)

    def like(self, text: Text, least: float) -> tuple[Places, Scores, Counts]:
        """
        Return the places of the texts that are like one (itself is not), how alike each is, and its words in common.

        Texts without a word in common are not looked at: what has no word in common can have no name either.
        """
        places, scores, common = self._scores(text)
        enough = (scores >= least) & (places != self._place.get(text.signature.ticket, -1))
        return places[enough], scores[enough], common[enough]

    def likeness(self, places: Places) -> tuple[Scores, Counts]:
        """Return how alike each two of some texts are, and how many words they have in common."""
        found = [self._scores(text, places) for text in self.at(places.tolist())]
        return np.stack([scores for _, scores, _ in found]), np.stack([common for _, _, common in found])

    def opened(self, places: Places) -> NDArray[np.float64]:
        """Return when the tickets were opened, in seconds since the epoch."""
        return self._opened[places]

    def since(self) -> float:
        """Return when the oldest of the texts was opened, in seconds since the epoch."""
        return float(self._opened.min())

    def holding(self, word: str) -> Places:
        """Return the places of the texts that hold a word."""
        held = self._holding.get(stem(word), array("q"))
        places = np.frombuffer(held, np.int64) if held else np.zeros(0, np.int64)
        return places[np.isfinite(self._lengths[places])]

    def weight(self, word: str) -> float:
        """Return how much a word tells: nothing where everybody says it, 12 and more where hardly anybody does."""
        return self._weight(word, stem(word))

    def _weight(self, word: str, looked_up: int) -> float:
        share = (1 + len(self._holding.get(looked_up, ()))) / (_BESIDE + len(self._rows))
        return max(0.0, -math.log(share)) * (_CODE if is_code(word) else 1.0)

    def _scores(self, text: Text, places: Places | None = None) -> tuple[Places, Scores, Counts]:
        """Return how alike texts are to one: those at some places, or all that have a word in common with it."""
        size = len(self._rows)
        shared, common = np.zeros(size, np.float32), np.zeros(size, np.int16)
        stems = self._stems(text.signature.words)
        most = _COMMON * size if size > _COMMON_FROM else size
        for word, weight in stems.items():
            held = self._holding.get(word)
            if held and len(held) <= most:
                holding = np.frombuffer(held, np.int64)
                shared[holding] += np.float32(weight * weight)
                common[holding] += np.int16(1)
        if places is None:
            places = np.flatnonzero(shared)
        direction = np.zeros(self._vectors.shape[1], np.float32)
        own = np.frombuffer(text.signature.vector, np.int8)
        direction[: len(own)] = own / np.float32(STEPS)
        words = shared[places] / (self._lengths[places] * np.float32(self._length(stems)))
        scores = np.float32(MEANING) * (self._vectors[places] @ direction) + np.float32(1.0 - MEANING) * words
        return places, scores.astype(np.float32), common[places]

    def _stems(self, words: Iterable[str]) -> dict[int, float]:
        found = {stem(word): word for word in words}
        return {looked_up: self._weight(word, looked_up) for looked_up, word in found.items()}

    def _length(self, stems: dict[int, float]) -> float:
        return math.sqrt(math.fsum(weight * weight for weight in stems.values())) or 1.0

    def _make_room(self, dimensions: int) -> None:
        room, wide = self._vectors.shape
        wanted = max(room, len(self._rows) if len(self._rows) <= room else 2 * len(self._rows))
        if wanted == room and dimensions <= wide:
            return
        vectors = np.zeros((wanted, max(dimensions, wide)), np.float32)
        vectors[:room, :wide] = self._vectors
        lengths, opened = np.full(wanted, np.inf, np.float32), np.full(wanted, np.inf)
        lengths[:room], opened[:room] = self._lengths, self._opened
        self._vectors, self._lengths, self._opened = vectors, lengths, opened


class Followed:
    """The texts of one process, and the lock by which its threads take them."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.texts = Texts()
