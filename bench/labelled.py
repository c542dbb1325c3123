"""
Labelled rows, as files of JSON Lines in a folder, and their messages as the nouns that the thinking takes.

Every message keeps only its words, its author and its place in the order; labels never come near the thinking.
"""

import gzip
import json
import zlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from integration.model import Channel, Comment, CustomerHistory, Role, Status, Ticket, TicketRef
from workers import context

Row = dict[str, Any]

START: Final = datetime(2026, 11, 2, 10, tzinfo=UTC)
"""The rows have no dates; every invented one counts from here."""
ONE: Final = TicketRef("zendesk:bench", "1")
ROLES: Final = {"customer": Role.CUSTOMER, "agent": Role.AGENT}
"""Authors that count; whatever else a row holds (data base, scenario) no helpdesk would show."""


class RowsError(Exception):
    """The folder does not hold what a question needs; the text says what to do."""


def find(folder: Path, name: str) -> Path | None:
    """Return where `name` lies in the folder, plain or with `.gz`; None where it does not."""
    return next((path for path in (folder / name, folder / f"{name}.gz") if path.is_file()), None)


def read(folder: Path, question: str, name: str, fields: Sequence[str]) -> list[Row]:
    """
    Return the rows of one file.

    Args:
        folder: As given to the bench.
        question: Whose folder it should be; named in the error.
        name: The file's name without `.gz`.
        fields: What every row must have.

    Raises:
        RowsError: no such file, not readable as JSON Lines, or rows of another kind.
    """
    path = find(folder, name)
    if path is None:
        raise RowsError(missing(folder, question, name))
    rows: list[Row] = []
    number = 0
    try:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    rows.append(_row(json.loads(line), fields, f"{path}, line {number}"))
    except (OSError, EOFError, zlib.error, ValueError) as problem:
        raise RowsError(
            f"{path} cannot be read after line {max(0, number - 1)} ({problem}); fetch the file anew."
        ) from problem
    if not rows:
        raise RowsError(f"{path} is empty; fetch the file anew.")
    return rows


def missing(folder: Path, question: str, name: str) -> str:
    """Return what to say where a question's file is not in the folder: where it is, or which folder to name."""
    if not folder.is_dir():
        return f"{folder} is no folder; name the folder that holds {name} or {name}.gz."
    if find(folder / question, name):
        return f"{name} is not in {folder} but one folder further down; name {folder / question}."
    return f"Neither {name} nor {name}.gz is in {folder}; name the folder of the question {question}, which holds it."


def source(row: Row) -> str:
    """Return the source that a row names; `star` where it names none."""
    return str(row.get("source") or "star")


def message(text: str, role: Role = Role.CUSTOMER, place: int = 0, ticket: TicketRef = ONE) -> Comment:
    """Return one public chat message; `place` is its number in the chat, a minute each."""
    return Comment(
        ticket=ticket,
        id=f"comment:{ticket.id}-{place:05d}",
        at=START + timedelta(minutes=place),
        author=None,
        role=role,
        public=True,
        text=text,
        channel=Channel.CHAT,
    )


def chat(messages: Iterable[Row]) -> list[Comment]:
    """Return a row's messages as comments, in order."""
    counted = [m for m in messages if m["author_role"] in ROLES]
    return [message(m["text"], ROLES[m["author_role"]], place) for place, m in enumerate(counted)]


def ticket(ref: TicketRef, opened_at: datetime) -> Ticket:
    """Return an open ticket without a subject: these rows have none."""
    return Ticket(
        ref=ref,
        number=f"#{ref.id}",
        subject="",
        status=Status.OPEN,
        channel=Channel.CHAT,
        created_at=opened_at,
        updated_at=opened_at,
    )


def view(comments: Sequence[Comment]) -> context.TicketView:
    """Return a single ticket as a flag sees it when the last of its comments has just come in."""
    history = CustomerHistory("1", tickets=(ticket(ONE, comments[0].at),), comments=tuple(comments))
    return context.build(history, comments[-1].at, context.ThinkingSettings()).view(ONE)


def _row(row: Any, fields: Sequence[str], place: str) -> Row:
    lacking = [field for field in fields if not isinstance(row, dict) or field not in row]
    if lacking:
        raise RowsError(f"{place}: no {' and no '.join(lacking)}; this is a file of another kind.")
    return dict(row)
