"""
How fast the thinking is, on one core: `python -m bench.thinking FOLDER_OF_CONVERSATIONS [--json FILE]`.

FOLDER holds `star.jsonl.gz` (see `bench.star`). Everything is told in processor seconds of one process, without store
and network, after a first round that loads the models and fills the caches as a worker's are:

- `reading`: comments read, each once, as when they arrive.
- `star`: contexts composed from stored readings, with all flags; each chat is a customer of its own, since in each the
  worker plays another person.
- `star_by_worker`: the same chats as the tickets of few customers who come back dozens of times, each annotated.
- `import`: a worker's modules, and then all that its first comment loads, in a process of its own.
- `same_issue`: what one new ticket costs beside 200 earlier ones of the customer; and all 201 from the beginning.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any, Final, TypeVar

from msgspec import structs

from bench import labelled, star
from bench.labelled import RowsError
from bench.report import ROOT, Figure, write
from integration.model import Annotation, Channel, Comment, CustomerHistory, Flag, Role, Status, Ticket, TicketRef
from workers import annotation, context, flags, reading, same_issue

ZONE: Final = "UTC"
SETTINGS: Final = context.ThinkingSettings(time_zone=ZONE)
EARLIER: Final = 200
ROUNDS: Final = 5
"""Of the new ticket beside the earlier ones; the median is told."""
WARM_UP: Final = 200
"""Chats thought about before the clock starts."""

T = TypeVar("T")

_WORKER: Final = """
import time
import workers.tasks
imported = time.process_time()
from msgspec import structs

from bench import labelled
from bench.memory import peak_mb
from workers import reading, same_issue
comment = labelled.message("Where is my order KL-20418? It has been a week.")
reading.read(comment, "UTC")
same_issue.trace(labelled.ticket(labelled.ONE, comment.at), [comment])
ready = time.process_time()
print(imported, ready, peak_mb())
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; return 1, with a remedy on stderr, where there are none."""
    parser = argparse.ArgumentParser(prog="python -m bench.thinking", description="The speed of the thinking.")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="folder that holds star.jsonl.gz")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well, as one object")
    asked = parser.parse_args(arguments)
    try:
        chats = labelled.read(asked.folder, "conversations", "star.jsonl", ("id", "customer", "agent", "messages"))
        write("The thinking, in processor seconds", measure(chats), asked.json)
    except (RowsError, OSError) as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    return 0


def measure(chats: Sequence[dict[str, Any]]) -> list[Figure]:
    """Return all figures."""
    by_worker = [_history(line) for line in star.build(chats)]
    alone = [one for history in by_worker for one in _split(history)]
    for history in alone[:WARM_UP]:
        _judge(_read(history))
    readings_s, alone = _timed(lambda: [_read(history) for history in alone])
    judged_s, _ = _timed(lambda: list(map(_judge, alone)))
    found = {r.comment_id: r for history in alone for r in history.readings}
    by_worker = [replace(h, readings=tuple(found[c.id] for c in h.comments)) for h in by_worker]
    annotated_s, _ = _timed(lambda: list(map(_annotate, by_worker)))
    comments = sum(len(history.comments) for history in alone)
    return [
        Figure("reading", "comments_per_s", comments / readings_s, rows=comments),
        Figure("star", "contexts_per_s", len(alone) / judged_s, rows=len(alone)),
        Figure("star_by_worker", "customers_per_s", len(by_worker) / annotated_s, rows=len(by_worker)),
        Figure("star_by_worker", "tickets_per_s", len(alone) / annotated_s, rows=len(alone)),
        *_imports(),
        *_same_issue(alone),
    ]


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    begun = time.process_time()
    result = work()
    return time.process_time() - begun, result


def _read(history: CustomerHistory) -> CustomerHistory:
    return replace(history, readings=tuple(reading.read(comment, ZONE) for comment in history.comments))


def _judge(history: CustomerHistory) -> tuple[Flag, ...]:
    """Compose one ticket's context and judge it, as soon as it is solved."""
    now = history.tickets[0].updated_at
    return flags.assess(context.build(history, now, SETTINGS), history.tickets[0].ref, now)


def _annotate(history: CustomerHistory) -> list[Annotation]:
    made = context.build(history, max(t.updated_at for t in history.tickets), SETTINGS)
    return [annotation.annotate(made, ticket.ref, made.now) for ticket in made.history.tickets]


def _imports() -> Iterator[Figure]:
    ran = subprocess.run([sys.executable, "-c", _WORKER], cwd=ROOT, capture_output=True, text=True, check=True)
    imported_s, ready_s, peak_mb = map(float, ran.stdout.split())
    yield Figure("import", "import_s", imported_s)
    yield Figure("import", "ready_s", ready_s)
    yield Figure("import", "ready_mb", peak_mb)


def _same_issue(histories: Sequence[CustomerHistory]) -> Iterator[Figure]:
    """Yield the price of a ticket beside EARLIER others of as many people, no two of which are one issue."""
    if len(histories) <= EARLIER:
        return
    tickets = [(history.tickets[0], history.comments) for history in histories]
    step = (len(tickets) - EARLIER - 1) // ROUNDS
    prices = [_price(tickets[n * step : n * step + EARLIER + 1]) for n in range(ROUNDS)]
    yield Figure("same_issue", "new_ticket_ms", median(new for new, _ in prices), rows=EARLIER)
    yield Figure("same_issue", "all_tickets_ms", median(whole for _, whole in prices), rows=EARLIER + 1)


def _price(tickets: Sequence[tuple[Ticket, Sequence[Comment]]]) -> tuple[float, float]:
    """Return what the newest of some tickets costs beside the others, and what all of them cost, in milliseconds."""
    tracing_s, traces = _timed(lambda: [same_issue.trace(*one) for one in tickets])
    newest = max(range(len(tickets)), key=lambda n: tickets[n][0].created_at)
    trace_s, _ = _timed(lambda: same_issue.trace(*tickets[newest]))
    before_s, _ = _timed(lambda: same_issue.chains([*traces[:newest], *traces[newest + 1 :]]))
    after_s, _ = _timed(lambda: same_issue.chains(traces))
    return 1000 * (trace_s + max(0.0, after_s - before_s)), 1000 * (tracing_s + after_s)


def _split(history: CustomerHistory) -> Iterator[CustomerHistory]:
    """Yield each ticket as the only one of a customer."""
    for ticket in history.tickets:
        comments = tuple(c for c in history.comments if c.ticket == ticket.ref)
        yield CustomerHistory(ticket.ref.id, tickets=(ticket,), comments=comments)


def _history(line: dict[str, Any]) -> CustomerHistory:
    """Return a line of the world as the store would give it."""
    tickets = [_ticket(row) for row in line["tickets"] if row["comments"]]
    comments = [comment for row in line["tickets"] for comment in _comments(row)]
    return CustomerHistory(line["customer"]["name"], tickets=tuple(tickets), comments=tuple(comments))


def _ref(row: dict[str, Any]) -> TicketRef:
    return TicketRef(f"{row['system']}:bench", str(row["id"]))


def _ticket(row: dict[str, Any]) -> Ticket:
    solved_at = datetime.fromisoformat(row["solved_at"])
    return Ticket(
        ref=_ref(row),
        number=f"#{row['id']}",
        subject=row["subject"],
        status=Status.SOLVED,
        channel=Channel.CHAT,
        created_at=datetime.fromisoformat(row["created_at"]),
        updated_at=solved_at,
        solved_at=solved_at,
    )


def _comments(row: dict[str, Any]) -> Iterator[Comment]:
    for place, said in enumerate(row["comments"]):
        role = Role.CUSTOMER if said["by"] == "customer" else Role.AGENT
        comment = labelled.message(said["text"], role, place, _ref(row))
        yield structs.replace(
            comment, at=datetime.fromisoformat(said["at"]), author_name=said["by"].partition(":")[2] or None
        )


if __name__ == "__main__":
    sys.exit(main())
