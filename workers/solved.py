"""
Whether a ticket's conversation ended with the customer's wish fulfilled: a chance, with the sentences that show it.

Heard are the last messages of both sides: what the agent says is done or refused, how the customer takes it, and what
is left open. Those cues are known in six languages. In English the words themselves are weighed as well, as
`bench/train_solved.py` measured them on chats whose customers were asked afterwards. Where nothing speaks, the chance
is near the share of all chats that were solved, and there is no evidence.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from integration.model import Comment, Evidence, Role
from workers import cleaning, displeasure, emotion, folding, hashed, language, questions
from workers.cleaning import Sentence
from workers.context import TicketView
from workers.timeline import Kind
from workers.words import Phrases, endings

ENGLISH: Final = "solved_english"
ELSEWHERE: Final = "solved"
LAST: Final = 4
"""Messages of each side that tell how it went."""
FADES: Final = 0.7
"""What a message counts beside the next one of its side."""
LONGEST: Final = 3
"""Words in a run."""
SHOWN: Final = 3
"""Sentences that are given as evidence at most."""
USUAL: Final = 0.7
"""The share of all measured chats that were solved: what is said where nothing speaks."""
_SPEAKS: Final = 0.15
"""What a sentence must add to the logarithm of the odds to be evidence."""
_AGENTS: Final = (("done", Phrases(endings.DONE)), ("refused", Phrases(endings.REFUSED)))
_CUSTOMERS: Final = (("gave up", Phrases(endings.GAVE_UP)), ("farewell", Phrases(endings.FAREWELL)))
_HEARD: Final = ("thanks", "praise", "received", "not_solved", "not_answered", "already_told", "chaser")


@dataclass(frozen=True, slots=True)
class Ending:
    """How likely it is that the customer has what they came for, and what shows it."""

    chance: float
    evidence: tuple[Evidence, ...]
    """Sentences for the likelier side, the strongest first; empty where nothing speaks for it."""


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence near the end, and what it adds up to: named cues, and runs of words."""

    comment: Comment
    quote: str | None
    cues: dict[str, float]
    runs: dict[str, float]


def of(view: TicketView) -> Ending:
    """Return how this ticket ended, or where it stands; internal notes and automatic mail are not heard."""
    return judge(view.comments(Kind.CUSTOMER, Kind.REPLY))


def judge(comments: Sequence[Comment]) -> Ending:
    """
    Return how a conversation ended.

    Args:
        comments: Public ones of the customer and of agents, in order.
    """
    said, english = read(comments)
    weights = hashed.load(ENGLISH if english else ELSEWHERE)
    length = math.sqrt(sum(size * size for one in said for size in one.runs.values())) or 1.0
    worth = []
    for one in said:
        words = math.fsum(size * weights.of(run) for run, size in one.runs.items()) / length if english else 0.0
        worth.append(weights.total(one.cues) + words)
    if not any(abs(share) >= _SPEAKS for share in worth):
        return Ending(USUAL, ())
    odds = weights.bias + math.fsum(worth)
    sign = 1.0 if odds > 0 else -1.0
    ranked = sorted(range(len(said)), key=lambda n: -sign * worth[n])
    shown = [said[n] for n in ranked if sign * worth[n] >= _SPEAKS and said[n].quote][:SHOWN]
    evidence = tuple(Evidence(s.comment.ticket, s.comment.at, s.quote, s.comment.id, s.comment.role) for s in shown)
    return Ending(hashed.chance(odds), evidence)


def read(comments: Sequence[Comment]) -> tuple[list[Said], bool]:
    """Return the sentences of the last messages of both sides, and whether they are English."""
    found: list[Said] = []
    texts = []
    latest = comments[-1] if comments else None
    for role in (Role.AGENT, Role.CUSTOMER):
        own = [c for c in comments if c.role == role][-LAST:]
        for back, comment in enumerate(reversed(own)):
            message = cleaning.read(comment.text)
            texts.append(message.body)
            found += _sentences(comment, message, back, last=comment is latest)
    spoken = language.detect(" ".join(texts))
    return _once(found), spoken in ("en", None)


def _sentences(comment: Comment, message: cleaning.Message, back: int, *, last: bool) -> list[Said]:
    ours = comment.role == Role.AGENT
    side = "a" if ours else "c"
    weight = FADES**back
    asked = () if ours else questions.find(message, comment, None)
    found = []
    for sentence in message.sentences:
        heard = _agents(sentence) if ours else _customers(message, sentence)
        quote = message.quote(sentence.start, sentence.end)
        if sentence.is_question if ours else any(q.evidence.quote == quote for q in asked):
            heard.append("asks last" if last else "asks")
        cues = {f"{side} {kind}": weight for kind in heard}
        if not ours:
            body = message.body[sentence.start : sentence.end]
            cues["c displeased"] = weight * (displeasure.hear(body, folding.fold(body), None)[0] - 0.15)
        words = hashed.words(sentence.folded)
        runs = {f"{side}{run}": weight for run in hashed.phrases(words, LONGEST)}
        if back == 0:
            runs |= {f"{side}|{run}": weight / 2 for run in hashed.phrases(words, 2)}
        found.append(Said(comment, quote, cues, runs))
    return found


def _agents(sentence: Sentence) -> list[str]:
    heard = [kind for kind, table in _AGENTS if table.search(sentence.folded)]
    return ["refused"] if "refused" in heard else heard


def _customers(message: cleaning.Message, sentence: Sentence) -> list[str]:
    heard = [kind for kind, table in _CUSTOMERS if table.search(sentence.folded)]
    own = cleaning.read(message.body[sentence.start : sentence.end])
    return heard + [kind for kind, _ in emotion.cues(own, None) if kind in _HEARD]


def _once(said: Sequence[Said]) -> list[Said]:
    """Return the sentences with each cue and run where it weighs most, the latest of equals, and nowhere else."""
    ranked = sorted(said, key=lambda one: one.comment.at, reverse=True)
    best: dict[str, tuple[float, int]] = {}
    for number, one in enumerate(ranked):
        for name, size in (*one.cues.items(), *one.runs.items()):
            if abs(size) > best.get(name, (0.0, 0))[0]:
                best[name] = (abs(size), number)

    def kept(sizes: dict[str, float], number: int) -> dict[str, float]:
        return {name: size for name, size in sizes.items() if best.get(name, (0.0, -1))[1] == number}

    return [Said(s.comment, s.quote, kept(s.cues, n), kept(s.runs, n)) for n, s in enumerate(ranked)]
