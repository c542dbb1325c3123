"""
Whether the customer became annoyed over an issue: a chance, the path from message to message, and the words for it.

Weighed are the feelings in all of the customer's messages, the worst and the last of them, which way they go, the
explicit cues (already told, still not), what was refused, and how often an agent said the same again. In English the
customer's words themselves are weighed too. `bench/train_patience.py` measures it all on chats whose agents were asked.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from integration.model import Comment, Evidence, Role
from workers import cleaning, displeasure, emotion, feelings, folding, hashed, language
from workers.context import TicketView
from workers.timeline import Kind
from workers.words import Phrases, endings

ENGLISH: Final = "patience_english"
ELSEWHERE: Final = "patience"
LONGEST: Final = 2
"""Words in a run."""
SHOWN: Final = 3
"""Messages that are quoted at most."""
_REFUSED: Final = Phrases(endings.REFUSED)
_STRONG: Final = 0.3
"""Chance of frustration from which a message is evidence."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How likely it is that the customer became annoyed, and how it came."""

    chance: float
    path: tuple[float, ...]
    """The chance of frustration in each of the customer's messages, in order."""
    evidence: tuple[Evidence, ...]
    """The sentences that show it, in order; empty where no words do."""


@dataclass(frozen=True, slots=True)
class Course:
    """What an issue's messages add up to: named features, and runs of the customer's words."""

    features: dict[str, float]
    runs: dict[str, float]
    english: bool
    path: tuple[float, ...]
    evidence: tuple[Evidence, ...]


def of(view: TicketView) -> Patience:
    """Return how the customer's patience went over the issue, as far as this ticket reaches."""
    return judge(view.lived(Kind.CUSTOMER, Kind.REPLY))


def judge(comments: Sequence[Comment]) -> Patience:
    """
    Return how a customer's patience went.

    Args:
        comments: Public ones of the customer and of agents, in order.
    """
    course = read(comments)
    weights = hashed.load(ENGLISH if course.english else ELSEWHERE)
    odds = weights.bias + weights.total(course.features)
    if course.english:
        odds += math.fsum(size * weights.of(run) for run, size in course.runs.items())
    return Patience(hashed.chance(odds), course.path, course.evidence)


def read(comments: Sequence[Comment]) -> Course:
    """Return what the messages add up to."""
    sums: Counter[str] = Counter()
    most: dict[str, float] = {}
    runs: Counter[str] = Counter()
    path, shown = [], []
    own = [(c, cleaning.read(c.text)) for c in comments if c.role == Role.CUSTOMER]
    spoken = language.detect(" ".join(message.body for _, message in own))
    for comment, message in own:
        said, felt = displeasure.hear(message.body, message.folded, spoken)
        path.append(said)
        for name, size in felt.counts.items():
            if "*" not in name:
                sums[name] += size  # type: ignore[assignment]  # sizes add up like counts
                most[f"most {name}"] = max(most.get(f"most {name}", 0.0), size)
        sums.update(f"cue {kind}" for kind, _ in emotion.cues(message, spoken))
        runs.update(hashed.phrases(hashed.words(message.folded), LONGEST))
        shown += _evidence(comment, message, felt, said)
    features = {f"all {name}": math.log1p(size) for name, size in sums.items()} | most
    features |= _ways(path) | _agents([c for c in comments if c.role == Role.AGENT])
    size = math.sqrt(len(runs)) or 1.0
    best = sorted(shown, key=lambda one: -one[0])[:SHOWN]
    evidence = tuple(piece for _, piece in sorted(best, key=lambda one: one[1].at))
    counted = {run: math.log1p(times) / size for run, times in runs.items()}
    return Course(features, counted, spoken in ("en", None), tuple(path), evidence)


def _evidence(
    comment: Comment, message: cleaning.Message, felt: feelings.Feelings, said: float
) -> list[tuple[float, Evidence]]:
    """Return the sentence of a frustrated message that holds its first words of displeasure."""
    first = next((hit for hit in felt.hits if hit.kind in feelings.UNPLEASANT and not hit.undone), None)
    if said < _STRONG or first is None:
        return []
    sentence = next((s for s in message.sentences if s.start <= first.start < s.end), None)
    quote = message.quote(sentence.start, sentence.end) if sentence else None
    return [(said, Evidence(comment.ticket, comment.at, quote, comment.id, comment.role))] if quote else []


def _ways(path: Sequence[float]) -> dict[str, float]:
    """Return the worst, the usual and the last message, and how much worse the second half is than the first."""
    if not path:
        return {}
    half = len(path) // 2
    later = sum(path[half:]) / (len(path) - half)
    earlier = sum(path[:half]) / half if half else later
    ways = {"worst": max(path), "usual": sum(path) / len(path), "last": path[-1], "climb": later - earlier}
    return ways | {"messages": math.log1p(len(path))}


def _agents(comments: Sequence[Comment]) -> dict[str, float]:
    """Return how often agents refused, and how often they said word for word the same again."""
    said = Counter(folding.fold(c.text).strip() for c in comments)
    refused = sum(times for text, times in said.items() if _REFUSED.search(text))
    again = sum(times - 1 for times in said.values())
    return {"refused": math.log1p(refused), "again": math.log1p(again)}
