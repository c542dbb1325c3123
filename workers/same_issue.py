"""
Which of one customer's tickets are about the same thing.

A sum of signs for and against, each in log-odds: how alike the texts are (`alike`), numbers in common (an order, an
amount), different numbers of the same series (another order: strongly against), links and subjects that the helpdesk
keeps, words that only somebody says who has been here before, how the earlier ticket ended (`continuity`), and the time
between. Likeness alone is not enough: a customer who orders a second taxi uses the words of the first.

A new ticket joins the chain that it fits best, if it fits well enough; an issue is such a chain. It must fit the
chain's beginning as well as its nearest member, so that a chain does not wander; only a number in common or a link
joins through any member. Numbers and names are the same in every language, so a chain may cross languages and
helpdesks.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Final

from integration.model import TicketRef
from workers import alike
from workers.alike import LATEST, Alike, Compare
from workers.earlier import Earlier
from workers.traces import DUPLICATE_WITHIN, Trace, is_duplicate, trace

__all__ = ["DUPLICATE_WITHIN", "LINK", "Trace", "chains", "is_duplicate", "likeness", "trace"]

LINK: Final = 0.0
"""Log-odds from which two tickets are the same issue."""

MOST_OF_AN_ISSUE: Final = 300
"""Tickets of one issue; what goes on for longer begins anew, and costs each of its tickets no more."""
_LATEST_OF_ONE: Final = 30
"""Tickets of one issue that are compared with a new one of somebody who has very many."""

_RARE_WORD: Final = 0.65
_RARE_WORD_BY_MODEL: Final = 0.2
"""With the optional model, which knows rare words itself; more would change its order of one customer's tickets."""
_RARE_WORDS: Final = 4
"""So many rare words in common count, not more."""
_CODE: Final = 5.0
_SHORT_CODE: Final = 2.0
_LEAST_DIGITS: Final = 5
"""Digits from which a number that one ticket names ("invoice 90412") is the same where the other only says it."""
_CUSTOMER_CODE: Final = 0.4
_OTHER_CODE: Final = -6.5
_OTHER_CODE_AGAIN: Final = -1.0
"""The next invoice with the same fault: another number, and words that only somebody says who has been here before."""
_AMOUNT: Final = 3.8
_ROUND_AMOUNT: Final = 2.5
"""Whole hundreds are alike by chance."""
_BARE_NUMBER: Final = 0.8
_MORE_NUMBERS: Final = 0.6
_REPLY_SUBJECT: Final = 4.0
_SAME_SUBJECT: Final = 1.5
_LINKED: Final = 9.0
_GOES_ON: Final = 2.5
_AGAIN: Final = 1.0
_NAMES_THE_DAY: Final = 1.5
_TROUBLE_TWICE: Final = 0.7
_NOT_DONE: Final = 1.0
_ENDED_BADLY: Final = 1.0
_ENDED_WELL: Final = -1.5
_ENDED_WELL_BUT: Final = -0.5
"""The customer was content then, and says now that it is not over."""
_NO_SIGN: Final = -5.0
"""Alike, and nothing says that it goes on: a request that is made twice is two requests."""
_ENOUGH: Final = 1.5
_FEW_SIGNS: Final = -1.0
"""Only "again", or only the same kind of trouble."""
_UNRELATED: Final = -4.5
"""Log-odds of the texts up to which signs that it goes on count nothing: they are about something else."""
_RELATED: Final = -2.5
"""From these on they count in full."""
_AFTER_A_MONTH: Final = -0.8
_AFTER_A_QUARTER: Final = -2.0
_EVER: Final = 4
"""Tickets, spread over more than a quarter, from which a number is the customer's own and no issue's."""


class _Among:
    """The customer's tickets, oldest first, by which a number or a text is judged common."""

    def __init__(self, ordered: Sequence[Trace], compare: Compare | None) -> None:
        self._alike = Alike(ordered, compare)
        self.rare_word = _RARE_WORD_BY_MODEL if compare else _RARE_WORD
        self._place = {one.ref: place for place, one in enumerate(ordered)}
        self._series: dict[TicketRef, frozenset[str]] = {}
        seen: dict[str, list[datetime]] = defaultdict(list)
        for one in ordered:
            for number in (*one.codes, *one.numbers):
                seen[number].append(one.opened_at)
        self.own = {n for n, at in seen.items() if len(at) >= _EVER and max(at) - min(at) > timedelta(days=90)}

    def series(self, one: Trace) -> frozenset[str]:
        """Return the series of a ticket's numbers, without the customer's own and short ones."""
        if one.ref not in self._series:
            codes = {kind for code, kind in one.codes.items() if code not in self.own and not _is_short(code)}
            self._series[one.ref] = frozenset(codes)
        return self._series[one.ref]

    def text(self, older: Trace, newer: Trace) -> float:
        """Return the log-odds that two tickets are about the same, by their texts alone."""
        return self._alike.logit(self._place[older.ref], self._place[newer.ref])


def chains(traces: Sequence[Trace], compare: Compare | None = None) -> list[list[TicketRef]]:
    """Return the issues: every ticket in one chain, oldest first. `compare` is the optional model."""
    ordered = _ordered(traces)
    among = _Among(ordered, compare)
    earlier = Earlier(ordered, among.own, DUPLICATE_WITHIN)
    found: list[list[int]] = []
    chain_of: list[int] = []
    for place, newer in enumerate(ordered):
        compared, firm = earlier.of(place)
        members: dict[int, list[int]] = defaultdict(list)
        for older in compared:
            members[chain_of[older]].append(older)
        best, fits_best = len(found), -math.inf
        for number in sorted(members):
            if len(found[number]) >= MOST_OF_AN_ISSUE:
                continue
            places = _looked_at(found[number][0], members[number], firm, place)
            joining = [ordered[older] for older in places if older in firm]
            fits = _fit([ordered[older] for older in places], joining, newer, among)
            if fits > fits_best:
                best, fits_best = number, fits
        if fits_best < LINK:
            best = len(found)
            found.append([])
        found[best].append(place)
        chain_of.append(best)
        earlier.add(place)
    return [[ordered[place].ref for place in chain] for chain in found]


def _looked_at(begins: int, members: Sequence[int], firm: Collection[int], place: int) -> list[int]:
    """Return the places of an issue's tickets that a new one is held against, its beginning first however long ago."""
    if place > LATEST and len(members) > _LATEST_OF_ONE:
        near = members[-_LATEST_OF_ONE:]
        members = [*near, *[older for older in members if older in firm][-_LATEST_OF_ONE:]]
    return sorted({begins, *members})


def likeness(older: Trace, newer: Trace, among: Sequence[Trace], compare: Compare | None = None) -> float:
    """Return the log-odds that two tickets are the same issue, judged among all of the customer's tickets."""
    return _score(older, newer, _Among(_ordered(among), compare))


def _ordered(traces: Sequence[Trace]) -> list[Trace]:
    return sorted(traces, key=lambda t: (t.opened_at, t.ref))


def _fit(chain: Sequence[Trace], joining: Sequence[Trace], newer: Trace, among: _Among) -> float:
    """
    Return how well a ticket fits a chain: by a number or a link to any member, else by its beginning as well.

    `chain` holds the members that are compared, its beginning first; `joining` those that a number or link may join.
    """
    firm = [_score(older, newer, among) for older in joining if _is_firm(older, newer, among)]
    if firm:
        return max(firm)
    # Comparing texts costs most; it is left out where even the same text would not be enough.
    other = 0.0
    if among.series(newer) and any(_is_other(older, newer, among) for older in chain):
        other = _other_code(chain[0], newer)
        if max(_most(older, newer, other) for older in chain) + other < LINK:
            return -math.inf
    signs = [(score + _lacking(newer, on), on) for score, on in (_signs(older, newer, among) for older in chain)]
    best = [_with_text(*pair, alike.MOST) for pair in signs]
    if (max(best) + best[0]) / 2 + other < LINK:
        return -math.inf
    scores = [
        min(_with_text(*pair, among.text(older, newer)), _most(older, newer, other))
        for older, pair in zip(chain, signs, strict=True)
    ]
    return (max(scores) + scores[0]) / 2 + other


def _score(older: Trace, newer: Trace, among: _Among) -> float:
    if _is_linked(older, newer):
        return _LINKED
    score = _with_text(*_signs(older, newer, among), among.text(older, newer))
    if _shares_code(older, newer, among):
        return score + _CODE
    other = _other_code(older, newer) if _is_other(older, newer, among) else 0.0
    return min(score, _most(older, newer, other)) + other


def _most(older: Trace, newer: Trace, other: float) -> float:
    """Return what all signs may say at most: beside another number, no more than the same words, or an answer, do."""
    if other > _OTHER_CODE:
        return math.inf
    answers = newer.is_reply and bool(older.subject) and older.subject == newer.subject
    return alike.MOST + (_REPLY_SUBJECT if answers else 0.0)


def _with_text(signs: float, going_on: float, text: float) -> float:
    """Return the sum; that something goes on counts in full only where the texts are about the same."""
    related = min(1.0, max(0.0, (text - _UNRELATED) / (_RELATED - _UNRELATED)))
    return text + signs + (going_on * related if going_on > 0 else going_on)


def _signs(older: Trace, newer: Trace, among: _Among) -> tuple[float, float]:
    """Return what speaks for one issue, apart from links, codes and the likeness of texts; and that it goes on."""
    score = among.rare_word * min(_RARE_WORDS, len(older.rare & newer.rare))
    score += _CUSTOMER_CODE if older.customer_codes & newer.customer_codes else 0.0
    if older.subject and older.subject == newer.subject:
        score += _REPLY_SUBJECT if newer.is_reply else _SAME_SUBJECT
    if not older.numbers.isdisjoint(newer.numbers):
        score += _number_signs(older, newer, among)
    if not older.codes.keys().isdisjoint(newer.codes):
        score += _SHORT_CODE if any(map(_is_short, older.codes.keys() & newer.codes.keys() - among.own)) else 0.0
    days = (newer.opened_at - older.opened_at).days
    score += _AFTER_A_QUARTER if days > 90 else _AFTER_A_MONTH if days > 35 else 0.0  # noqa: PLR2004 - as named
    return score, _going_on(older, newer)


def _going_on(older: Trace, newer: Trace) -> float:
    """Return what the newer ticket's opening and the older one's ending say."""
    begins, ends = newer.begins, older.ends
    signs = _GOES_ON if begins.goes_on else _AGAIN if begins.again else 0.0
    signs += _NAMES_THE_DAY if begins.dates & ends.dates else 0.0
    signs += _TROUBLE_TWICE if begins.trouble and older.begins.trouble else 0.0
    if ends.done_at is None or ends.done_at > newer.opened_at:
        signs += _NOT_DONE
    elif ends.badly:
        signs += _ENDED_BADLY
    elif ends.well:
        signs += _ENDED_WELL_BUT if begins.goes_on or (begins.again and begins.trouble) else _ENDED_WELL
    return signs


def _lacking(newer: Trace, going_on: float) -> float:
    """Return what is taken for too few signs that it goes on; a call's note does not tell how the customer began."""
    if newer.by_us or going_on >= _ENOUGH:
        return 0.0
    return _FEW_SIGNS if going_on > 0 else _NO_SIGN


def _number_signs(older: Trace, newer: Trace, among: _Among) -> float:
    shared = older.numbers & newer.numbers - among.own
    if not shared:
        return 0.0
    score = _MORE_NUMBERS * (len(shared) - 1)
    if amounts := _amounts(older, newer, among):
        return score + (_ROUND_AMOUNT if all(map(_is_round, amounts)) else _AMOUNT)
    return score + _BARE_NUMBER


def _amounts(older: Trace, newer: Trace, among: _Among) -> frozenset[str]:
    """Return the amounts in common; a call's note often leaves the currency out."""
    return older.numbers & newer.numbers & (older.amounts | newer.amounts) - among.own


def _is_linked(older: Trace, newer: Trace) -> bool:
    if older.ref in newer.linked or newer.ref in older.linked or older.linked & newer.linked:
        return True
    return is_duplicate(older, newer)


def _is_firm(older: Trace, newer: Trace, among: _Among) -> bool:
    if not older.numbers.isdisjoint(newer.numbers) and not all(map(_is_round, _amounts(older, newer, among))):
        return True
    return _shares_code(older, newer, among) or _is_linked(older, newer)


def _shares_code(older: Trace, newer: Trace, among: _Among) -> bool:
    if _is_said(older, newer, among) or _is_said(newer, older, among):
        return True
    if older.codes.keys().isdisjoint(newer.codes):
        return False
    return not all(map(_is_short, older.codes.keys() & newer.codes.keys() - among.own))


def _is_said(named: Trace, other: Trace, among: _Among) -> bool:
    """Whether a number that one ticket names stands bare in the other, and is no amount there."""
    bare = {n.removesuffix(".00") for n in other.numbers - other.amounts} if named.codes else set()
    return any(len(code) >= _LEAST_DIGITS and code not in among.own for code in bare & named.codes.keys())


def _is_other(older: Trace, newer: Trace, among: _Among) -> bool:
    """Whether both number the same kind of thing, and differently."""
    return not among.series(older).isdisjoint(among.series(newer)) and older.codes.keys().isdisjoint(newer.codes)


def _other_code(older: Trace, newer: Trace) -> float:
    again = newer.begins.refers_back and newer.begins.trouble and older.begins.trouble
    return _OTHER_CODE_AGAIN if again else _OTHER_CODE


def _is_round(number: str) -> bool:
    return number.endswith("00.00")


def _is_short(code: str) -> bool:
    """Whether a code is too short to number one thing only: a fault ("E24"), a model ("H9"), a voucher; no booking."""
    return sum(map(str.isdigit, code)) < 3 and code[0].isalpha() and not code.isalpha()  # noqa: PLR2004 - hundreds of orders
