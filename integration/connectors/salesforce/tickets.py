"""Reading some cases as they stand, with all that hangs on them and the people whom they name."""

from collections.abc import Sequence
from dataclasses import replace

from integration.connectors.salesforce.lookup import Lookup
from integration.connectors.salesforce.mapping import USER_PREFIX
from integration.connectors.salesforce.pages import PageBuilder, join
from integration.connectors.salesforce.soql import is_id, long_id
from integration.model import Contact, Page, TicketRef

CONTACT_PREFIX = "003"
HANGS_ON_A_CASE = {
    "CaseComment": "ParentId",
    "EmailMessage": "ParentId",
    "FeedItem": "ParentId",
    "CaseHistory": "CaseId",
    "CaseMilestone": "CaseId",
}
"""Object, and its field that names the case."""


class TicketReader:
    """
    Reads cases by their ids. Every method may raise ConnectorError.

    Args:
        connection: The name of all references.
        lookup: Reads the rows.
        pages: Maps them.
    """

    def __init__(self, connection: str, lookup: Lookup, pages: PageBuilder) -> None:
        self._connection = connection
        self._lookup = lookup
        self._pages = pages
        self._users: dict[str, Contact] = {}

    def read(self, ids: Sequence[str]) -> Page:
        """Return these cases; those that the org does not hold are missing."""
        asked = {long_id(ticket_id): ticket_id for ticket_id in ids}
        cases = self._lookup.read_rows("Case", "Id", [ticket_id for ticket_id in asked if is_id(ticket_id)])
        found = [row["Id"] for row in cases]
        parts = [self._pages.build("Case", cases)]
        for sobject, key in HANGS_ON_A_CASE.items():
            parts.append(self._pages.build(sobject, self._lookup.read_rows(sobject, key, found)))
        page = join(parts)
        missing = sorted(asked[ticket_id] for ticket_id in asked.keys() - set(found))
        return replace(
            page,
            comments=tuple(sorted(page.comments, key=lambda comment: (comment.at, comment.id))),
            contacts=(*page.contacts, *self._read_people(page)),
            missing_tickets=tuple(TicketRef(self._connection, ticket_id) for ticket_id in missing),
        )

    def remember(self, users: Sequence[Contact]) -> None:
        """Take in users that were read, so that they need not be asked for."""
        self._users.update((user.ref.id, user) for user in users if user.ref.id.startswith(USER_PREFIX))

    def _read_people(self, page: Page) -> list[Contact]:
        """Return the contacts, as they stand, and the users, as they stood when first read, that a page names."""
        named = [t.requester for t in page.tickets] + [t.assignee for t in page.tickets]
        named += [comment.author for comment in page.comments]
        ids = {ref.id for ref in named if ref is not None}
        unknown = [i for i in ids if i.startswith(USER_PREFIX) and i not in self._users]
        self.remember(self._pages.build("User", self._lookup.read_rows("User", "Id", unknown)).contacts)
        contacts = self._lookup.read_rows("Contact", "Id", [i for i in ids if i.startswith(CONTACT_PREFIX)])
        users = [self._users[i] for i in sorted(ids) if i in self._users]
        return [*self._pages.build("Contact", contacts).contacts, *users]
