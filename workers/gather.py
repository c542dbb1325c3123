"""
The step that compares what is new with what all customers say.

The texts are in this process's memory, as many as there are; they follow the store before each look. One such job is
handed out at a time, so no two workers begin the same outbreak; what one of them knows less of than another is nothing
but what came in this moment, and comes again.
"""

import time
from collections.abc import Sequence

import structlog

from integration.model import Match, Text
from integration.store import Claim, Store
from workers import known_issues
from workers.desk import Desk, timed
from workers.known_texts import Texts
from workers.known_thresholds import NEWS, SPAN

log = structlog.get_logger()

MOST_AT_ONCE = 200
"""Texts whose results are one commit."""
SLICE_S = 20.0
"""One job compares for so long, and then lets others have the worker."""
_ID_CHUNK = 500


def gather(desk: Desk, jobs: Sequence[Claim]) -> None:
    """Compare the texts that nobody has compared; whom that concerns becomes due in the commit that says so."""
    ends_at = time.monotonic() + min(SLICE_S, desk.lease_s / 4)
    with desk.followed.lock, timed(desk, "compare") as stage:
        more = True
        while more and time.monotonic() < ends_at:
            done, concerned = _compare(desk, desk.followed.texts)
            stage.items += done
            more = done == MOST_AT_ONCE
            if done:
                log.info("texts_compared", texts=done, of=len(desk.followed.texts), customers=concerned)
    now = desk.clock()
    desk.store.forget_texts(now - SPAN)
    desk.store.finish(jobs, {job.id: now for job in jobs} if more else {})


def follow(store: Store, texts: Texts) -> None:
    """Bring the texts in memory to what the store holds."""
    fresh, count = store.load_texts(texts.newest)
    texts.add(fresh)
    if len(texts) == count:
        return
    # some went, or were committed after ones with a greater id
    there, here = store.text_ids(), {text.id: text for text in texts}
    texts.drop(text.signature.ticket for number, text in here.items() if number not in there)
    missing = sorted(there - here.keys())
    for start in range(0, len(missing), _ID_CHUNK):
        texts.add(store.load_texts_of(missing[start : start + _ID_CHUNK]))


def _compare(desk: Desk, texts: Texts) -> tuple[int, int]:
    """Compare the next texts; return how many, and how many customers became due."""
    follow(desk.store, texts)
    now = desk.clock()
    running = desk.store.load_outbreaks(now - NEWS - SPAN)
    concerned: set[str] = set()
    plain: list[tuple[Text, Match]] = []
    waiting = desk.store.load_waiting(MOST_AT_ONCE)
    for text in waiting:
        texts.add([text])
        match = known_issues.judge(text, texts, running)
        plain.append((text, match))
        if match.is_news:
            # committed at once, so that the next text finds the outbreak
            concerned |= desk.store.save_matches(plain, now)
            plain = []
            running = desk.store.load_outbreaks(now - NEWS - SPAN)
    concerned |= desk.store.save_matches(plain, now)
    return len(waiting), len(concerned)
