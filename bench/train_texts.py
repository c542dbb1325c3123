"""
Texts from which `bench.train_meaning` learns what words mean: real messages, pieces of them, and made requests.

Labelled rows hold the words of few trades. `bench.train_trades` has those of others, and the frames below put them
where customers put them: "how do I cancel my booking".
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Final

from bench import train_rows
from bench.train_rows import Said
from bench.train_trades import ANY_FAULT, TRADES
from workers import wording

FRAMES: Final = (
    "how do i {act} my {thing}",
    "how can i {act} the {thing}",
    "i want to {act} my {thing}",
    "i would like to {act} a {thing}",
    "can you {act} the {thing} for me",
    "please {act} my {thing}",
    "{act} {thing}",
    "{thing} {fault}",
    "my {thing} {fault}",
    "the {thing} that i got {fault}",
    "why do i have to {act} the {thing}",
    "where can i {act} my {thing}",
    "is it possible to {act} the {thing} of my {other}",
    "what is the {thing} of the {other}",
    "how much is the {thing} for a {other}",
    "when will my {thing} come",
    "do you have a {thing} with {other}",
    "does the {thing} come with a {other}",
    "what happens if my {thing} {fault}",
    "i can't {act} my {thing}",
    "i forgot to {act} the {thing}",
    "which {thing} is best for {other}",
    "who can {act} my {thing}",
    "i did not {act} the {thing}",
    "the {other} says that my {thing} {fault}",
    "tell me about {thing} and {other}",
    "{thing} {other}",
    "what {thing} do you offer",
    "i was charged for a {thing}",
    "can i {act} my {thing} abroad",
    "how long does it take to {act} a {thing}",
    "i need help with my {thing}",
    "need {thing} to {act} {other}",
    "there is a problem with my {thing}, it {fault}",
    "are there any {thing} near me",
    "what do i need to {act} a {thing}",
    "why {fault} my {thing}",
    "what is a {thing} for",
    "can i {act} {thing} with {other}",
    "how long until my {thing} is here",
    "the {thing} on my {other} {fault}",
    "where is my {thing}",
    "{thing} {fault} after {other}",
    "i tried to {act} my {thing} but it {fault}",
    "i wanted to {act} the {thing} but the {other} {fault}",
    "after i {act} my {thing}, the {other} {fault}",
    "help, {thing} {fault}",
    "do you support {thing}",
    "somebody else did {act} my {thing}",
    "please {act} {thing} of {other}",
    "{thing} for {other}",
    "{thing}",
    "{act} {thing} and {also} {other}",
    "i {act} the {thing} every month",
    "i have two {thing}, one {fault}",
    "is my {thing} covered",
    "the {fault} {thing}",
)
AROUND: Final = (
    "hello, {said}",
    "hi there, {said}, thank you",
    "good morning, {said}. kind regards",
    "{said} please help",
    "again: {said}",
    "i already wrote to you: {said}",
    "this is the second time that i ask. {said}",
    "{said}. i am very disappointed",
    "sorry to bother you, {said}?",
    "could you tell me this? {said}",
)
"""What people put around a request, which changes nothing about it."""
AROUND_SHARE: Final = 0.1
FAR: Final = 0.15
"""Share of things in a frame that are any word of the texts."""
SEED: Final = 7
SEEN: Final = 2
"""Times that a word must stand in the texts."""
SHORTEST, LONGEST = 2, 40
"""Words of a chat message that is used."""
REQUESTS, REQUESTS_FROM = 40_000, 8_000
"""How many, and of how many of the commonest words."""
SPLICED = 2_000
FRAGMENTS = 6_000
MIXED = 60_000
MIXED_LEAST, MIXED_MOST = 3, 20
"""Words of a text that is mixed."""
CUSTOMERS, AGENTS, POSTS = 7_000, 1_500, 4_000
"""How many of the chats' messages and of the posts."""


def requests(count: int, common: Sequence[str], chance: Random) -> list[str]:
    """Return so many different requests, made of one trade's words each and of common words."""
    found: dict[str, None] = {}
    any_fault = ANY_FAULT.split(", ")
    while len(found) < count:
        trade = chance.choice(TRADES)
        thing, other = (chance.choice(common if chance.random() < FAR else trade.things) for _ in range(2))
        act, also = chance.choice(trade.acts), chance.choice(trade.acts)
        fault = chance.choice(trade.faults if chance.random() < 0.6 else any_fault)
        said = chance.choice(FRAMES).format(thing=thing, other=other, act=act, also=also, fault=fault)
        found[chance.choice(AROUND).format(said=said) if chance.random() < AROUND_SHARE else said] = None
    return list(found)


def fragments(texts: Sequence[str], count: int, chance: Random) -> list[str]:
    """Return two to five neighbouring words of each of so many texts."""
    found = []
    for text in chance.choices(texts, k=count):
        words = text.split()
        start = chance.randrange(max(1, len(words) - 1))
        found.append(" ".join(words[start : start + chance.randrange(2, 6)]))
    return found


def mixed(everything: Sequence[Said], said: Sequence[Said], count: int, chance: Random) -> list[str]:
    """
    Return texts that mix two of one domain, or leave words of one out: nobody said them, many could have.

    So many are made of everything; those made of a text that may not be used are left out.
    """
    usable = set(said)
    domains: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for one in everything:
        if MIXED_LEAST <= len(one.text.split()) <= MIXED_MOST:
            domains[one.source, one.domain].append(one)
    sizes = [len(of) ** 0.7 for of in domains.values()]
    found = []
    for domain in chance.choices(list(domains.values()), sizes, k=count):
        first, second = chance.sample(domain, 2)
        words = _mix(first.text.split(), second.text.split(), chance)[:MIXED_MOST]
        if first in usable and second in usable:
            found.append(" ".join(words))
    return found


def _mix(first: list[str], second: list[str], chance: Random) -> list[str]:
    way = chance.random()
    if way < 0.4:
        return first[: chance.randrange(1, len(first))] + second[chance.randrange(1, len(second)) :]
    if way < 0.7:
        return [chance.choice(second) if chance.random() < 0.25 else word for word in first]
    if way < 0.85:
        return [word for word in first if chance.random() > 0.3] or first
    start = chance.randrange(len(second) - 2)
    return second[start : start + chance.randrange(2, 5)]


def gather(folder: Path, everything: Sequence[Said], said: Sequence[Said], count: int) -> tuple[list[str], list[str]]:
    """
    Return at most so many words, the commonest first, and the texts to learn from.

    Args:
        folder: Of the labelled rows.
        everything: The texts with an intent.
        said: Those of them that may be used.
        count: How many words.
    """
    chats = list(dict.fromkeys(message for chat in train_rows.chats(folder) for message in chat))
    messages = [m for m in chats if SHORTEST <= len(m.text.split()) <= LONGEST]
    posts = [post for name in ("goemotions", "goemotions_train") for post in train_rows.posts(folder, name)]
    short_posts = [post for post in posts if 4 <= len(post.split()) <= 14]
    real = [*(one.text for one in said), *(message.text for message in messages), *posts]
    made = requests(REQUESTS, _common(real)[:REQUESTS_FROM], Random(SEED))
    chance = Random(SEED)
    words = _common([*real, *made])[:count]
    texts = [
        *words,
        *made,
        *(f"{first} {second}" for first, second in (chance.sample(made, 2) for _ in range(SPLICED))),
        *chance.sample([m.text for m in messages if m.is_customers], CUSTOMERS),
        *chance.sample([m.text for m in messages if not m.is_customers], AGENTS),
        *chance.sample(short_posts, POSTS),
        *fragments([*short_posts, *(m.text for m in messages)], FRAGMENTS, chance),
        *mixed(everything, said, MIXED, Random(SEED)),
    ]
    return words, texts


def _common(texts: Iterable[str]) -> list[str]:
    """Return the words that stand in the texts at least SEEN times, the commonest first."""
    seen = Counter(word for text in texts for word in wording.split(train_rows.folded(text)))
    return [w for w, n in sorted(seen.items(), key=lambda item: (-item[1], item[0])) if n >= SEEN and not w.isdigit()]
