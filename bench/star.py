"""
STAR conversations as a world: `python -m bench.star FOLDER --out WORLD`.

FOLDER holds `star.jsonl.gz`, one chat a line: human customers and human agents, in English (STAR, MIT licence). Each
chat becomes a solved chat ticket of its customer; customers alternate between the helpdesks. STAR has no dates, only
seconds within a chat: the chats of one customer are put DAYS_APART days apart, in the file's order, the last of them
just before END.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

END = datetime(2026, 11, 19, 16, 0, tzinfo=UTC)
DAYS_APART = 2
MINUTES_APART = 3
"""Customers start at different minutes, so that not all tickets of a day share one second."""

ROLES = {"customer", "agent"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the world file; return 1 where the folder does not hold the conversations."""
    parser = argparse.ArgumentParser(prog="python -m bench.star", description="STAR conversations as a world file.")
    parser.add_argument("folder", type=Path, help="folder that holds star.jsonl.gz")
    parser.add_argument("--out", type=Path, required=True, help="world file to write")
    asked = parser.parse_args(arguments)
    source = asked.folder / "star.jsonl.gz"
    if not source.is_file():
        sys.stderr.write(f"{source} is not there; name the folder that holds star.jsonl.gz.\n")
        return 1
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        chats = [json.loads(line) for line in lines]
    with asked.out.open("w", encoding="utf-8") as out:
        for customer in build(chats):
            out.write(json.dumps(customer, ensure_ascii=False) + "\n")
    print(f"{len(chats)} chats of {len({chat['customer'] for chat in chats})} customers are in {asked.out}.")
    return 0


def build(chats: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield one world line for each customer, in the order in which they appear."""
    by_customer: dict[str, list[dict[str, Any]]] = {}
    for chat in chats:
        by_customer.setdefault(chat["customer"], []).append(chat)
    for number, (name, own) in enumerate(by_customer.items()):
        short = name.removeprefix("star-user-")
        email = f"{short}@example.com"
        system = ("zendesk", "salesforce")[number % 2]
        last = END - timedelta(minutes=MINUTES_APART * number)
        yield {
            "customer": {"name": f"Customer {short}", "emails": [email], "phones": [], "language": "en"},
            "tickets": [
                _ticket(chat, system, f"Customer {short}", email, last - timedelta(days=DAYS_APART * back))
                for back, chat in zip(range(len(own) - 1, -1, -1), own, strict=True)
            ],
        }


def _ticket(chat: dict[str, Any], system: str, customer: str, email: str, start: datetime) -> dict[str, Any]:
    agent = chat["agent"].removeprefix("star-agent-")
    comments = [
        {
            "at": _text(start + timedelta(seconds=message["t"])),
            "by": "customer" if message["author_role"] == "customer" else f"agent:{agent}",
            "text": message["text"],
        }
        for message in chat["messages"]
        if message["author_role"] in ROLES
    ]
    solved = _text(datetime.fromisoformat(comments[-1]["at"]) + timedelta(seconds=30))
    return {
        "id": chat["id"],
        "system": system,
        "subject": f"Conversation with {customer}",
        "channel": "chat",
        "status": "solved",
        "created_at": comments[0]["at"],
        "solved_at": solved,
        "group": "Chat",
        "assignee": agent,
        "tags": [],
        "csat": None,
        "problem_id": None,
        "requester_email": email,
        "comments": comments,
        "events": [{"at": solved, "field": "status", "from": "open", "to": "solved"}],
    }


def _text(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


if __name__ == "__main__":
    sys.exit(main())
