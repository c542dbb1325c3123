"""Rows of each object as a page of nouns: the same, whether a query, a Bulk job or a look by ids has read them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from integration.connectors.salesforce.conversation import (
    comment_id,
    email_id,
    feed_id,
    map_case_comment,
    map_email,
    map_feed_item,
    repeated_descriptions,
)
from integration.connectors.salesforce.history import map_events
from integration.connectors.salesforce.lookup import Lookup
from integration.connectors.salesforce.mapping import (
    description_id,
    map_account,
    map_contact,
    map_description,
    map_supplied,
    map_ticket,
    map_user,
)
from integration.connectors.salesforce.milestones import map_milestones
from integration.model import Page

Rows = Sequence[Mapping[str, Any]]
_T = TypeVar("_T")


class PageBuilder:
    """
    Maps rows of one org.

    Args:
        connection: The name of all references.
        lookup: Where what rows do not tell is looked up.
    """

    def __init__(self, connection: str, lookup: Lookup) -> None:
        self._connection = connection
        self._lookup = lookup
        self._builders: Mapping[str, Callable[[Rows], Page]] = {
            "Account": lambda rows: Page(accounts=tuple(map_account(row, connection) for row in rows)),
            "Contact": lambda rows: Page(contacts=tuple(map_contact(row, connection) for row in rows)),
            "User": lambda rows: Page(contacts=tuple(map_user(row, connection) for row in rows)),
            "Case": self._cases,
            "CaseComment": self._comments,
            "EmailMessage": self._mails,
            "FeedItem": self._posts,
            "CaseHistory": self._history,
            "CaseMilestone": lambda rows: Page(events=tuple(map_milestones(rows, connection))),
        }

    def build(self, stream: str, rows: Rows) -> Page:
        """Return what rows of an object tell."""
        return self._builders[stream](rows) if rows else Page()

    def _cases(self, rows: Rows) -> Page:
        name = self._connection
        return Page(
            tickets=tuple(map_ticket(row, name) for row in rows),
            comments=_kept(map_description(row, name) for row in rows),
            contacts=tuple(dict.fromkeys(_kept(map_supplied(row, name) for row in rows))),
            removed_comments=tuple(description_id(row["Id"]) for row in rows if row.get("IsDeleted")),
        )

    def _comments(self, rows: Rows) -> Page:
        our_user = self._lookup.our_user
        comments = _kept(map_case_comment(row, self._connection, our_user) for row in rows)
        return Page(comments=comments, removed_comments=_removed(rows, comment_id))

    def _mails(self, rows: Rows) -> Page:
        files = self._lookup.read_files(rows)
        full = self._lookup.with_html(rows)
        return Page(
            comments=_kept(map_email(row, self._connection, files.get(row["Id"], ())) for row in full),
            removed_comments=(*_removed(rows, email_id), *repeated_descriptions(rows)),
        )

    def _posts(self, rows: Rows) -> Page:
        comments = _kept(map_feed_item(row, self._connection) for row in rows)
        return Page(comments=comments, removed_comments=_removed(rows, feed_id))

    def _history(self, rows: Rows) -> Page:
        lookup = self._lookup
        events = map_events(
            rows,
            self._connection,
            lookup.closed_labels(),
            lookup.our_user,
            queues_are_groups=lookup.queues_are_groups,
        )
        return Page(events=tuple(events))


def join(parts: Iterable[Page]) -> Page:
    """Return one page with all that these hold."""
    parts = list(parts)
    return Page(
        tickets=tuple(ticket for part in parts for ticket in part.tickets),
        comments=tuple(comment for part in parts for comment in part.comments),
        contacts=tuple(contact for part in parts for contact in part.contacts),
        events=tuple(event for part in parts for event in part.events),
        accounts=tuple(account for part in parts for account in part.accounts),
        removed_comments=tuple(name for part in parts for name in part.removed_comments),
        missing_tickets=tuple(ref for part in parts for ref in part.missing_tickets),
    )


def _kept(items: Iterable[_T | None]) -> tuple[_T, ...]:
    return tuple(item for item in items if item is not None)


def _removed(rows: Rows, name: Callable[[Mapping[str, Any]], str]) -> tuple[str, ...]:
    return tuple(name(row) for row in rows if row.get("IsDeleted"))
