"""What the exports send, in the order of their keys: rows that are kept, and a crowd's rows between them."""

import heapq
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import Any, Generic, TypeVar

import orjson

from sandbox.zendesk.crowd import FIRST_AUDIT, FIRST_TICKET, FIRST_USER, STRIDE, Crowd
from sandbox.zendesk.crowd_pages import CrowdPages
from sandbox.zendesk.render import show_identities, show_organization, show_ticket, show_user
from sandbox.zendesk.rows import Audit, Organization, Ticket, User
from sandbox.zendesk.sideloads import add_to_ticket, show_metrics, ticket_sideloads
from sandbox.zendesk.state import Account
from sandbox.zendesk.trail import show_export_event

Row = TypeVar("Row")
Key = tuple[int, int]
Lists = dict[str, list[bytes]]
SECOND_HOLDS = 64
"""More rows than a crowd has in one second."""


class Feed(ABC, Generic[Row]):
    """One kind of row. A crowd's rows are named by their index until they are rendered."""

    def __init__(self, account: Account) -> None:
        self._account = account

    @abstractmethod
    def kept(self) -> Iterable[Row]:
        """Return the rows that are kept."""

    @abstractmethod
    def key(self, row: Row) -> Key:
        """Return the second and the id that a kept row is ordered by."""

    def crowd(self, crowd: Crowd, after: Key) -> Iterator[tuple[Key, Any]]:
        """Yield a crowd's rows after a key, without those that are kept."""
        del crowd, after
        yield from ()

    def read(self, after: Key, newest: int, count: int) -> list[tuple[Key, Row | Any]]:
        """Return the next rows after a key, at most `count`, none later than `newest`."""
        keyed = ((self.key(row), row) for row in self.kept())
        kept = sorted((pair for pair in keyed if pair[0] > after and pair[0][0] <= newest), key=itemgetter(0))
        crowd = self._account.crowd
        if crowd is None:
            return kept[:count]
        made = (pair for pair in self.crowd(crowd, after) if pair[0][0] <= newest)
        return list(islice(heapq.merge(kept, made, key=itemgetter(0)) if kept else made, count))

    @abstractmethod
    def render(self, rows: Sequence[Row | Any], wanted: set[str]) -> Lists:
        """Return the lists of an answer, each row as JSON."""

    def pages(self) -> CrowdPages:
        """Return what renders the crowd's rows."""
        if self._account.crowd_pages is None:
            assert self._account.crowd is not None
            self._account.crowd_pages = CrowdPages(self._account.crowd)
        return self._account.crowd_pages


def _mixed(
    rows: Sequence[Any], kind: type, made: Callable[[Sequence[Any]], list[bytes]], show: Callable[[Any], bytes]
) -> list[bytes]:
    """Render rows, a crowd's all at once where nothing stands between them."""
    if not any(isinstance(row, kind) for row in rows):
        return made(rows) if rows else []
    return [show(row) if isinstance(row, kind) else made([row])[0] for row in rows]


class TicketFeed(Feed[Ticket]):
    """Tickets by their `generated_timestamp`."""

    def __init__(self, account: Account, *, hide_deleted: bool) -> None:
        super().__init__(account)
        self._hide_deleted = hide_deleted

    def kept(self) -> Iterable[Ticket]:
        """Return the kept tickets, the deleted ones where they are asked for."""
        return (t for t in self._account.tickets.kept.values() if not (self._hide_deleted and t.deleted))

    def key(self, row: Ticket) -> Key:
        """Order by the last touch of any kind."""
        return int(row.generated_at.timestamp()), row.id

    def crowd(self, crowd: Crowd, after: Key) -> Iterator[tuple[Key, int]]:
        """Yield the tickets that nobody touched."""
        kept, shift = self._account.tickets.kept, crowd.update_slot(0)
        for index in range(max(0, crowd.slot_from(after[0]) - shift), crowd.size):
            key = (crowd.second(index + shift), FIRST_TICKET + index)
            if key > after and key[1] not in kept:
                yield key, index

    def render(self, rows: Sequence[Ticket | int], wanted: set[str]) -> Lists:
        """Return the tickets, and what is asked for beside them."""
        account = self._account
        if wanted - {"metric_sets"}:
            whole = [row if isinstance(row, Ticket) else _crowd(account).ticket(FIRST_TICKET + row) for row in rows]
            listed = [orjson.dumps(add_to_ticket(account, t, show_ticket(account, t), wanted)) for t in whole]
            beside = ticket_sideloads(account, whole, wanted)
            return {"tickets": listed} | {name: [orjson.dumps(r) for r in added] for name, added in beside.items()}
        lists = {"tickets": self._list(rows, "tickets", lambda t: show_ticket(account, t))}
        if wanted:
            lists["metric_sets"] = self._list(rows, "metrics", lambda t: show_metrics(account, t))
        return lists

    def _list(self, rows: Sequence[Ticket | int], name: str, show: Callable[[Ticket], Any]) -> list[bytes]:
        return _mixed(rows, Ticket, lambda some: self._made(name, some), lambda t: orjson.dumps(show(t)))

    def _made(self, name: str, indexes: Sequence[int]) -> list[bytes]:
        made: list[bytes] = getattr(self.pages(), name)(indexes)
        return made


class UserFeed(Feed[User]):
    """Users by their `updated_at`."""

    def kept(self) -> Iterable[User]:
        """Return the kept users."""
        return self._account.users.kept.values()

    def key(self, row: User) -> Key:
        """Order by the last change."""
        return int(row.updated_at.timestamp()), row.id

    def crowd(self, crowd: Crowd, after: Key) -> Iterator[tuple[Key, int]]:
        """Yield the users that nobody touched."""
        kept = self._account.users.kept
        for index in range(crowd.slot_from(after[0]), crowd.users):
            key = (crowd.second(index), FIRST_USER + index)
            if key > after and key[1] not in kept:
                yield key, index

    def render(self, rows: Sequence[User | int], wanted: set[str]) -> Lists:
        """Return the users, and their identities where they are asked for."""
        account = self._account
        lists = {
            "users": _mixed(
                rows, User, lambda some: self.pages().users(some), lambda u: orjson.dumps(show_user(account, u))
            )
        }
        if "identities" in wanted:
            pieces = _mixed(
                rows,
                User,
                lambda some: self.pages().identities(some),
                lambda u: orjson.dumps(show_identities(account, u))[1:-1],
            )
            lists["identities"] = [piece for piece in pieces if piece]
        return lists


class EventFeed(Feed[Audit]):
    """Updates of tickets by their time."""

    def kept(self) -> Iterable[Audit]:
        """Return the updates of the kept tickets."""
        return (audit for ticket in self._account.tickets.kept.values() for audit in ticket.audits)

    def key(self, row: Audit) -> Key:
        """Order by the time of the update."""
        return int(row.at.timestamp()), row.id

    def crowd(self, crowd: Crowd, after: Key) -> Iterator[tuple[Key, tuple[int, int]]]:
        """Yield the updates of tickets that nobody touched."""
        kept, slot = self._account.tickets.kept, crowd.slot_from(after[0])
        while slot < crowd.slots:
            second = crowd.second(slot)
            for index, k in crowd.events_of(slot):
                key = (second, FIRST_AUDIT + index * STRIDE + k)
                if key > after and FIRST_TICKET + index not in kept:
                    yield key, (index, k)
            slot = crowd.next_second(slot)

    def render(self, rows: Sequence[Audit | Any], wanted: set[str]) -> Lists:
        """Return the events, with the comments' words where they are asked for."""
        words = "comment_events" in wanted

        def show(audit: Audit) -> bytes:
            return orjson.dumps(show_export_event(self._account, audit, with_comments=words))

        return {"ticket_events": _mixed(rows, Audit, lambda some: self.pages().events(some, with_comments=words), show)}


class OrganizationFeed(Feed[Organization]):
    """Organizations by their `updated_at`."""

    def kept(self) -> Iterable[Organization]:
        """Return all organizations."""
        return self._account.organizations.values()

    def key(self, row: Organization) -> Key:
        """Order by the last change."""
        return int(row.updated_at.timestamp()), row.id

    def render(self, rows: Sequence[Organization | Any], wanted: set[str]) -> Lists:
        """Return the organizations."""
        del wanted
        return {"organizations": [orjson.dumps(show_organization(self._account, row)) for row in rows]}


def _crowd(account: Account) -> Crowd:
    assert account.crowd is not None
    return account.crowd
