"""
The labelled rows from which the product's weights may be made: their licences let weights be shipped (NOTICE).

banking77, clinc150, dstc11 (what people want, named by people), STAR and MultiDoGO (chats), GoEmotions (posts). Every
other source in the folder is left out.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from workers import cleaning, folding

INTENTS: Final = ("banking77", "clinc150", "dstc11")
CHATS: Final = ("star.jsonl.gz", "multidogo_customer_only.jsonl.gz")
QUARTERS: Final = 4
MISSING: Final = "{folder} lacks same_issue or conversations; name the folder that holds both.\n"


@dataclass(frozen=True, slots=True)
class Said:
    """A text that people gave an intent."""

    text: str
    source: str
    domain: str
    intent: str


@dataclass(frozen=True, slots=True)
class Message:
    """A chat message."""

    text: str
    is_customers: bool


def intents(folder: Path) -> list[Said]:
    """Return the different texts with an intent, in a fixed order."""
    found = {
        Said(ticket["text"], row["source"], row["domain"], ticket["issue"])
        for row in _rows(folder / "same_issue" / "customers.jsonl")
        if row["source"] in INTENTS
        for ticket in (row["new_ticket"], *row["past"])
    }
    return sorted(found, key=lambda one: (one.source, one.domain, one.intent, one.text))


def quarter(one: Said) -> int:
    """Return which quarter of the intents a text belongs to; the same for every text of an intent."""
    return hashlib.sha256(f"{one.source}/{one.domain}/{one.intent}".encode()).digest()[0] % QUARTERS


def chats(folder: Path) -> Iterator[list[Message]]:
    """Yield the different messages of each chat; no data base rows and no scenarios."""
    for name in CHATS:
        for row in _rows(folder / "conversations" / name):
            said = {m["text"]: m["author_role"] for m in row["messages"] if m["author_role"] in ("customer", "agent")}
            yield [Message(text, role == "customer") for text, role in said.items()]


def posts(folder: Path, name: str) -> list[str]:
    """Return the posts of one file of GoEmotions."""
    return [row["text"] for row in _rows(folder / "frustration" / f"{name}.jsonl.gz")]


def folded(text: str) -> str:
    """Return a text as the product compares it."""
    return folding.fold(cleaning.clean(text))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    if path.is_file():
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)
