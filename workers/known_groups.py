"""
When a group of texts is an outbreak: many customers, in a short time, who say one thing that is not usual.

At least `LEAST` customers within 48 hours, several times as many as usually say such a thing (a forgotten password is
always forgotten by somebody), and texts that are like each other, not only like the one in the middle. What is usual is
counted in the account's own last four weeks. Over languages texts have few words in common; there an error or a version
that nobody had named before does, if each of the texts is like at least one other customer's.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from integration.model import Outbreak, Signature, Text, TicketRef
from workers.folding import fold
from workers.known_texts import Places, Texts, is_code, product, rare_codes, said, stem
from workers.known_thresholds import (
    CLOSE,
    LEAST,
    LEAST_PAST,
    LIKE,
    MAX_NAME,
    MOST_COMPARED,
    SPAN,
    TIMES,
    UNKNOWN,
    WINDOW,
)
from workers.words.known_issues import GRAMMAR


def beginning(text: Text, texts: Texts, alike: Places, running: Sequence[Outbreak]) -> list[Text]:
    """
    Return the texts that a new outbreak begins with; none where there is no outbreak.

    Args:
        text: The text that has just come, one of them.
        texts: All texts.
        alike: Where those are that say the same, the most alike first.
        running: Whose texts are neither counted again nor counted as usual.
    """
    taken = frozenset[TicketRef]().union(*(outbreak.tickets for outbreak in running))
    group = _of_one_window(text, texts, alike, taken)
    # first by the text's own neighbours alone: most topics are usual, and seen to be with that
    if customers(group) >= _wanted(group, alike, texts, taken):
        close = _close(group[:MOST_COMPARED], texts)
        if customers(close) >= _wanted(close, _neighbours(close, texts), texts, taken) and name(close, texts):
            return close
    for code in rare_codes(text.signature, texts):
        group = _of_one_window(text, texts, texts.holding(code), taken)
        if customers(group) >= LEAST and _is_fresh(code, group, texts) and _hang_together(group, texts):
            return group
    return []


def customers(group: Sequence[Text]) -> int:
    """Return how many customers wrote these texts: who writes many counts once."""
    return len({member.customer_id for member in group})


def name(group: Sequence[Text], texts: Texts) -> tuple[str, ...]:
    """
    Return the words that at least half of a group's customers used, the most telling first, equals as they were said.

    Each is written as most of them wrote it; words of grammar stand in no name that has others.
    """
    users: dict[int, set[str]] = {}
    spelt: dict[int, Counter[str]] = {}
    place: Counter[int] = Counter()
    for member in group:
        for where, word in enumerate(member.signature.words):
            users.setdefault(stem(word), set()).add(member.customer_id)
            spelt.setdefault(stem(word), Counter())[word] += 1
            place[stem(word)] += where
    half = max(2, customers(group) / 2)
    found = []
    for one, counts in spelt.items():
        word = max(counts, key=lambda w, c=counts: (c[w], w))  # type: ignore[misc]  # mypy cannot infer a default's type
        if len(users[one]) >= half:
            at = 0.0 if is_code(word) else place[one] / counts.total()
            found.append((-len(users[one]) * texts.weight(word), at, word))
    told = [word for *_, word in sorted(found)]
    return tuple([word for word in told if fold(word) not in GRAMMAR][:MAX_NAME] or told[:MAX_NAME])


def names_its_code(own: Signature, outbreak: Outbreak, texts: Texts) -> bool:
    """Whether a text names a code that came up with an outbreak, and that at least half of its customers name."""
    for code in rare_codes(own, texts):
        naming = texts.at(texts.holding(code))
        inside = [other for other in naming if other.signature.ticket in outbreak.tickets]
        members = [m for ref in outbreak.tickets if (m := texts.get(ref)) is not None]
        if members and 2 * customers(inside) >= customers(members) and _is_fresh(code, members, texts):
            return True
    return False


def _of_one_window(text: Text, texts: Texts, places: Places, taken: frozenset[TicketRef]) -> list[Text]:
    """Return, of a text and others, those of the 48 hours about it in which most wrote; itself first."""
    seconds, window = text.signature.opened_at.timestamp(), WINDOW.total_seconds()
    near = texts.at(places[np.abs(texts.opened(places) - seconds) <= window])
    others = [o for o in near if not o.signature.is_problem and o.signature.ticket not in taken]
    group = [text, *(o for o in others if o.signature.ticket != text.signature.ticket)]
    opened = np.array([member.signature.opened_at.timestamp() for member in group])
    ordered = np.sort(opened)
    starts = ordered[ordered <= seconds]
    counts = np.searchsorted(ordered, starts + window, "right") - np.searchsorted(ordered, starts)
    start = starts[int(np.argmax(counts))]
    within = (opened >= start) & (opened <= start + window)
    return [member for member, inside in zip(group, within.tolist(), strict=True) if inside]


def _begins(group: Sequence[Text]) -> float:
    return min(member.signature.opened_at for member in group).timestamp()


def _wanted(group: Sequence[Text], alike: Places, texts: Texts, taken: frozenset[TicketRef]) -> float:
    """Return how many customers make an outbreak of a group, by how many texts that are `alike` came before it."""
    begins = _begins(group)
    counted = np.setdiff1d(_before(alike, begins, texts), texts.places(taken)).size
    known_s = min(SPAN.total_seconds(), begins - texts.since())
    usual = counted * WINDOW.total_seconds() / max(WINDOW.total_seconds(), known_s)
    return LEAST + TIMES * (usual if known_s >= LEAST_PAST.total_seconds() else max(usual, UNKNOWN))


def _neighbours(group: Sequence[Text], texts: Texts) -> Places:
    """Return the places of all texts that are like any of a group's."""
    return np.unique(np.concatenate([texts.like(member, LIKE)[0] for member in group] or [np.zeros(0, np.intp)]))


def _before(places: Places, begins: float, texts: Texts) -> Places:
    """Return those of some places whose texts came in the weeks before a moment."""
    at = texts.opened(places)
    return places[(at < begins) & (at >= begins - SPAN.total_seconds())]


def _is_fresh(code: str, group: Sequence[Text], texts: Texts) -> bool:
    """Whether nobody had named a code in the weeks before a group began."""
    return _before(texts.holding(code), _begins(group), texts).size == 0


def _links(group: Sequence[Text], texts: Texts) -> NDArray[np.bool_]:
    """Return of each two of some texts whether they say the same."""
    codes = [{stem(code) for code in rare_codes(member.signature, texts)} for member in group]
    stems = [{stem(word) for word in member.signature.words} for member in group]
    names = {stem(c): product(c, texts) for member in group for c in rare_codes(member.signature, texts)}
    named = np.array([[bool(own & other) for other in codes] for own in codes])
    of_product, one_product = np.zeros(named.shape, np.intp), np.zeros(named.shape, np.bool_)
    for a, b in np.argwhere(named).tolist():
        name_words = frozenset[int]().union(*(names[code] for code in codes[a] & codes[b]))
        of_product[a, b], one_product[a, b] = len(name_words & stems[a] & stems[b]), bool(name_words)
    likeness, common = texts.likeness(texts.places(member.signature.ticket for member in group))
    return said(likeness, named, common - named - of_product, one_product)


def _close(group: Sequence[Text], texts: Texts) -> list[Text]:
    """Return those texts of a group that are like most of the others; none where the first, the newest, is not."""
    others = _links(group, texts).sum(axis=1) - 1
    kept = [m for m, count in zip(group, others.tolist(), strict=True) if count >= CLOSE * (len(group) - 1)]
    return kept if group[0] in kept else []


def _hang_together(group: Sequence[Text], texts: Texts) -> bool:
    """Whether enough customers of a group have written a text that is like another customer's."""
    some = group[:MOST_COMPARED]
    links = _links(some, texts)
    linked = [
        own
        for own, row in zip(some, links.tolist(), strict=True)
        if any(alike and own.customer_id != other.customer_id for alike, other in zip(row, some, strict=True))
    ]
    return customers(linked) >= LEAST
