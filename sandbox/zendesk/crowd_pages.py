"""The crowd's rows as bytes: each kind of row is rendered once, and its numbers and times are then filled in."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import itemgetter
from typing import Any

import orjson

from sandbox.zendesk.crowd import (
    FIRST_AUDIT,
    FIRST_CHANGE,
    FIRST_COMMENT,
    FIRST_TICKET,
    FIRST_USER,
    KINDS,
    STRIDE,
    Crowd,
)
from sandbox.zendesk.render import show_identities, show_ticket, show_user
from sandbox.zendesk.sideloads import show_metrics
from sandbox.zendesk.text import iso_from_unix
from sandbox.zendesk.trail import show_export_event

# Numbers that no real row has: what a template is made from. Multiples of KINDS, so that the kind can be added.
_MODEL = KINDS * 111_111_111_111
_MODEL_USER = 777_777_777_777
_MOST_CHANGES = 7

Get = Callable[[int, int], int | bytes]
"""Returns one value of a row from its index and the slot in which it started."""


@dataclass(frozen=True, slots=True)
class _Template:
    pattern: bytes
    getters: tuple[Get, ...]
    places: Callable[[list[int | bytes]], tuple[int | bytes, ...]]

    def fill(self, index: int) -> bytes:
        """Return the row of an index."""
        return self.pattern % self.places([get(index, index) for get in self.getters])


class CrowdPages:
    """Renders rows of a crowd by their index. Templates are made anew when the account's fields change."""

    def __init__(self, crowd: Crowd) -> None:
        self._crowd = crowd
        self._templates: dict[tuple[Any, ...], _Template] = {}
        self._made_for: Any = None
        self._ticket_values = self._list_ticket_values()
        self._user_values = self._list_user_values()

    def tickets(self, indexes: Sequence[int]) -> list[bytes]:
        """Return the tickets' rows."""
        account = self._crowd.account
        return self._fill_tickets("ticket", indexes, lambda row: show_ticket(account, row))

    def metrics(self, indexes: Sequence[int]) -> list[bytes]:
        """Return the tickets' metric sets."""
        account = self._crowd.account
        return self._fill_tickets("metrics", indexes, lambda row: show_metrics(account, row))

    def events(self, events: Sequence[tuple[int, int]], *, with_comments: bool) -> list[bytes]:
        """Return export events, each (ticket's index, number of its comment)."""
        account, known, rows = self._crowd.account, self._known(), []
        for index, k in events:
            key = (with_comments, index % KINDS, k)
            if (template := known.get(key)) is None:
                model = self._crowd.build(_MODEL + index % KINDS, 0)
                shown = show_export_event(account, model.audits[k], with_comments=with_comments)
                template = known[key] = _make(shown, _MODEL + index % KINDS, self._ticket_values)
            rows.append(template.fill(index))
        return rows

    def users(self, indexes: Sequence[int]) -> list[bytes]:
        """Return the users' rows."""
        return self._fill_users("user", indexes, lambda row: [show_user(self._crowd.account, row)])

    def identities(self, indexes: Sequence[int]) -> list[bytes]:
        """Return the users' identities, each user's in one piece."""
        return self._fill_users("identities", indexes, lambda row: show_identities(self._crowd.account, row))

    def _fill_tickets(self, name: str, indexes: Sequence[int], show: Callable[[Any], Any]) -> list[bytes]:
        known, rows = self._known(), []
        for index in indexes:
            key = (name, index % KINDS)
            if (template := known.get(key)) is None:
                number = _MODEL + index % KINDS
                template = known[key] = _make(show(self._crowd.build(number, 0)), number, self._ticket_values)
            rows.append(template.fill(index))
        return rows

    def _fill_users(self, name: str, indexes: Sequence[int], show: Callable[[Any], list[Any]]) -> list[bytes]:
        known = self._known()
        if (template := known.get((name,))) is None:
            shown = show(self._crowd.build_user(_MODEL_USER, 0))
            made = _make(shown, _MODEL_USER, self._user_values)
            template = known[(name,)] = replace(made, pattern=made.pattern[1:-1])
        return [template.fill(index) for index in indexes]

    def _known(self) -> dict[tuple[Any, ...], _Template]:
        account = self._crowd.account
        state = [(f.id, f.active, f.type) for f in account.fields.values()]
        if state != self._made_for:
            self._made_for, self._templates = state, {}
        return self._templates

    def _list_ticket_values(self) -> list[Get]:
        """Return all that differs between two tickets of the same kind."""
        crowd = self._crowd
        found: list[Get] = [
            lambda i, _: FIRST_TICKET + i,
            lambda i, _: crowd.requester_id(i),
            lambda i, _: b"+346%08d" % (i % crowd.users),
            lambda i, _: b"%X-%X" % (FIRST_TICKET + i, crowd.requester_id(i) % 0xFFFF),
            lambda i, _: (FIRST_TICKET + i) * 7,
        ]
        # mypy takes a bound default for a further argument: hence the ignores
        for k in range(crowd.comments):
            shift = k * crowd.between
            found.append(lambda _, slot, shift=shift: _iso(crowd.second(slot + shift)))  # type: ignore[misc]
            found.append(lambda _, slot, shift=shift: crowd.second(slot + shift))  # type: ignore[misc]
            found.append(lambda i, _, k=k: FIRST_COMMENT + i * STRIDE + k)  # type: ignore[misc]
            found.append(lambda i, _, k=k: FIRST_AUDIT + i * STRIDE + k)  # type: ignore[misc]
            for n in range(k * STRIDE, k * STRIDE + _MOST_CHANGES):
                found.append(lambda i, _, n=n: FIRST_CHANGE + i * STRIDE * STRIDE + n)  # type: ignore[misc]  # noqa: PERF401
        return found

    def _list_user_values(self) -> list[Get]:
        crowd = self._crowd
        return [
            lambda i, _: FIRST_USER + i,
            lambda i, _: b"%d" % i,
            lambda i, _: b"+346%08d" % i,
            lambda i, _: (FIRST_USER + i) * 10,
            lambda i, _: (FIRST_USER + i) * 10 + 1,
            lambda _, slot: _iso(crowd.second(slot)),
        ]


def _make(shown: Any, model: int, values: Sequence[Get]) -> _Template:
    """Return the template of a model row: wherever one of its own values stands, the row's one is filled in."""
    source = orjson.dumps(shown).replace(b"%", b"%%")
    written: dict[bytes, tuple[bytes, Get]] = {}
    for get in values:
        value = get(model, 0)
        written[value if isinstance(value, bytes) else b"%d" % value] = (
            b"%b" if isinstance(value, bytes) else b"%d",
            get,
        )
    # the longest first: a short one may be a part of a longer one
    found = re.compile(b"|".join(re.escape(value) for value in sorted(written, key=len, reverse=True)))
    order = [match[0] for match in found.finditer(source)]
    distinct = list(dict.fromkeys(order))
    places = itemgetter(*(distinct.index(value) for value in order))
    return _Template(
        found.sub(lambda match: written[match[0]][0], source), tuple(written[v][1] for v in distinct), places
    )


@lru_cache(maxsize=65_536)
def _iso(second: int) -> bytes:
    return iso_from_unix(second).encode()
