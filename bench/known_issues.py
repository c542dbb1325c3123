"""
How well outbreaks are found among tickets of many customers, and what one more ticket costs among 100,000.

`python -m bench.known_issues FOLDER` takes the messages with their intents of `same_issue` and makes a month of
tickets of them, each by a customer of its own. Most intents always come, each at its own rate. A third are planted:
many customers within a day, of an intent that did not come before. There are two kinds of month: in a `topic` month
these customers say nothing but what the labelled message says; in an `incident` month two in three of them name an
error or a version, as customers of one fault do (`NAMED`; each outbreak has its own). `--texts` sets the size of the
second part, `--set NAME=VALUE` a threshold (`workers/known_thresholds.py`); `--json FILE` writes the figures.
"""

import argparse
import math
import random
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from bench import labelled
from bench.report import Figure, write
from integration.model import Channel, Comment, Match, Outbreak, Role, Status, Text, Ticket, TicketRef
from workers import known_groups, known_issues, known_texts
from workers.known_texts import Texts

DAYS = 30
PLANTED_FROM = 20
"""Day of the month from which outbreaks come: what is usual is known by then."""
OUTBREAK = (5, 12)
"""Fewest and most customers of an outbreak."""
NAMED = (
    "since the update to {version}",
    "the app says {code}",
    "error {code}",
    "{code} comes up every time",
    "it is version {version}, {code}",
)
"""How customers name what they have in common."""
NAMED_BY = 2 / 3
SEED = 20
"""Texts come in an order of their own, the same each time."""


@dataclass(frozen=True, slots=True)
class Told:
    """One ticket of the month, with what it is about."""

    text: Text
    intent: str
    planted: bool


def month(texts_of: dict[str, list[str]], chance: random.Random, *, named: bool) -> list[Told]:
    """Return a month of tickets in their order; in outbreaks, what they have in common is `named` or not."""
    intents = sorted(texts_of)
    chance.shuffle(intents)
    planted = {i for i in intents[: len(intents) // 3] if len(texts_of[i]) >= OUTBREAK[1]}
    tickets: list[tuple[datetime, str, str, bool]] = []
    for intent in intents:
        said = list(texts_of[intent])
        chance.shuffle(said)
        if intent in planted:
            begins = labelled.START + timedelta(days=chance.uniform(PLANTED_FROM, DAYS))
            count = chance.randint(*OUTBREAK)
            fault = {
                "code": f"E-{chance.randint(100, 999)}",
                "version": f"{chance.randint(1, 9)}.{chance.randint(1, 9)}",
            }
            for text in said[:count]:
                told = (
                    f"{text} {chance.choice(NAMED).format(**fault)}" if named and chance.random() < NAMED_BY else text
                )
                tickets.append((begins + timedelta(hours=chance.uniform(0, 24)), intent, told, True))
        else:
            tickets += [
                (labelled.START + timedelta(days=chance.uniform(0, DAYS)), intent, t, False)
                for t in said[: max(1, int(len(said) * chance.betavariate(1, 1)))]
            ]
    ordered = sorted(tickets)
    return [Told(_text(n, said, at), intent, new) for n, (at, intent, said, new) in enumerate(ordered, start=1)]


def _text(number: int, said: str, at: datetime) -> Text:
    ref = TicketRef("zendesk:bench", str(number))
    ticket = Ticket(ref, f"#{number}", "", Status.OPEN, Channel.EMAIL, at, at)
    comment = Comment(ref, f"comment:{number}", at, None, Role.CUSTOMER, public=True, text=said)
    return Text(number, f"customer:{number}", known_issues.read(ticket, [comment]))


def watch(tickets: Sequence[Told]) -> list[Outbreak]:
    """Return the outbreaks that are found while the tickets arrive one by one."""
    texts = Texts()
    running: list[Outbreak] = []
    for told in tickets:
        texts.add([told.text])
        found = known_issues.judge(told.text, texts, running)
        running = grown(running, found)
    return running


def grown(running: list[Outbreak], found: Match) -> list[Outbreak]:
    """Return the outbreaks with what was found of one more ticket."""
    if found.begins and found.first_at:
        return [*running, Outbreak(len(running) + 1, found.first_at, frozenset(found.begins))]
    return [replace(o, tickets=o.tickets | {found.ticket}) if o.id == found.outbreak else o for o in running]


def score(source: str, tickets: Sequence[Told], outbreaks: Sequence[Outbreak]) -> list[Figure]:
    """Return precision and recall of tickets and of outbreaks."""
    of = {told.text.signature.ticket: told for told in tickets}
    planted = Counter(told.intent for told in tickets if told.planted)
    right: defaultdict[str, set[TicketRef]] = defaultdict(set)
    true_outbreaks = 0
    flagged = 0
    for outbreak in outbreaks:
        about = Counter(of[ref].intent for ref in outbreak.tickets)
        intent, most = about.most_common(1)[0]
        flagged += len(outbreak.tickets)
        if intent in planted and 2 * most > len(outbreak.tickets):
            true_outbreaks += 1
            right[intent] |= {ref for ref in outbreak.tickets if of[ref].intent == intent}
    found = sum(map(len, right.values()))
    every = planted.total()
    return [
        _share(source, "outbreak_precision", true_outbreaks, len(outbreaks)),
        _share(source, "outbreak_recall", len(right), len(planted)),
        _share(source, "ticket_precision", found, flagged),
        _share(source, "ticket_recall", found, every),
    ]


def _share(source: str, metric: str, part: int, whole: int) -> Figure:
    return Figure(source, metric, part / whole if whole else float("nan"), rows=whole)


def cost(tickets: Sequence[Told], size: int) -> list[Figure]:
    """Return what one more ticket costs among `size` open texts: each text many times, with other words put in."""
    chance = random.Random(SEED)
    known = [told.text for told in tickets]
    vocabulary = sorted({word for text in known for word in text.signature.words})
    texts = Texts()
    made = []
    for number in range(size):
        basis = chance.choice(known)
        words = (*basis.signature.words, *chance.sample(vocabulary, 6), f"w{chance.randrange(size)}")
        at = labelled.START + timedelta(days=chance.uniform(0, 28))
        signature = replace(basis.signature, ticket=TicketRef("zendesk:bench", f"n{number}"), words=words, opened_at=at)
        made.append(Text(number, f"customer:{number}", signature))
    began = time.process_time()
    texts.add(made)
    loaded_s = time.process_time() - began
    spent = []
    for number in range(300):
        text = chance.choice(known)
        new = replace(
            text, id=size + number, signature=replace(text.signature, ticket=TicketRef("zendesk:bench", f"x{number}"))
        )
        began = time.process_time()
        texts.add([new])
        known_issues.judge(new, texts, [])
        spent.append(1000 * (time.process_time() - began))
    spent.sort()
    return [
        Figure("cost", "texts", float(size)),
        Figure("cost", "mean_ms_a_ticket", sum(spent) / len(spent), rows=len(spent)),
        Figure("cost", "median_ms_a_ticket", spent[len(spent) // 2], rows=len(spent)),
        Figure("cost", "p95_ms_a_ticket", spent[int(len(spent) * 0.95)], rows=len(spent)),
        Figure("cost", "load_s", loaded_s, rows=size),
    ]


def main() -> None:
    """Measure, print, and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder same_issue of the labelled data, or its parent")
    parser.add_argument("--texts", type=int, default=100_000)
    parser.add_argument("--months", type=int, default=5, help="months made of each source")
    parser.add_argument("--set", metavar="NAME=VALUE", action="append", default=[], help="a threshold to try")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    for name, _, value in (one.partition("=") for one in given.set):
        for module in (known_texts, known_groups, known_issues):
            if hasattr(module, name):
                setattr(module, name, float(value))
    figures, last = found_in(given.folder, given.months)
    if given.texts:
        figures += cost(last, given.texts)
    write("Known issues", figures, given.json)


def found_in(folder: Path, months: int) -> tuple[list[Figure], list[Told]]:
    """Return what is found in months made of each source, and the last of the months."""
    said: defaultdict[str, defaultdict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for row in labelled.read(folder, "same_issue", "customers.jsonl", ("source", "new_ticket", "past")):
        for text in (row["new_ticket"], *row["past"]):
            said[row["source"]][text["issue"]][text["text"]] = None
    figures: list[Figure] = []
    last: list[Told] = []
    for source, texts_of in sorted(said.items()):
        for kind in ("topic", "incident"):
            chance, found = random.Random(SEED), []
            for _ in range(months):
                last = month({i: list(texts) for i, texts in texts_of.items()}, chance, named=kind == "incident")
                found.append(score(f"{source}_{kind}", last, watch(last)))
            figures += _together(found)
    return figures, last


def _together(months: Sequence[Sequence[Figure]]) -> list[Figure]:
    """Return each figure over all months, with the 95 % interval of a share."""
    figures = []
    for same in zip(*months, strict=True):
        whole = sum(f.rows or 0 for f in same)
        part = round(sum(f.value * (f.rows or 0) for f in same if f.rows))
        value = part / whole if whole else float("nan")
        figures.append(Figure(same[0].source, same[0].metric, value, *wilson(part, whole), rows=whole))
    return figures


def wilson(part: int, whole: int) -> tuple[float, float]:
    """Return the 95 % interval of a share, by Wilson."""
    if not whole:
        return 0.0, 1.0
    z2, share = 1.96**2, part / whole
    middle = (share + z2 / (2 * whole)) / (1 + z2 / whole)
    half = 1.96 * math.sqrt(share * (1 - share) / whole + z2 / (4 * whole**2)) / (1 + z2 / whole)
    return middle - half, middle + half


if __name__ == "__main__":
    main()
