"""What a company has chosen about what is written back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo

from integration.model import FIELD_NAMES, TicketRef
from integration.saying import Saying

MAX_URL = 200
"""Characters; a longer address is left out, since it would crowd out what it leads to."""


@dataclass(frozen=True, slots=True)
class WritebackSettings:
    """
    What is written, and how it reads.

    Args:
        write_off: What is never written: any of headline, flags, contacts, frustration, effort, promise_due,
            annotation, note. A field that is off is left alone, not emptied.
        cross_system_quotes: How words from one connection appear on tickets of another: `full` as they are, `redacted`
            without digits and e-mail addresses, `off` not at all (that there was a ticket, and when, stays).
        time_zone: IANA name of the team's zone; the days and times in a note are in it.
        saying: The voice of notes, in the account's language.
        links: Connection id to the address of a ticket for people, with `{id}` in the place of the ticket's id.
    """

    write_off: frozenset[str]
    cross_system_quotes: Literal["full", "redacted", "off"]
    time_zone: str
    links: Mapping[str, str]
    saying: Saying = Saying()  # noqa: RUF009 - a voice never changes

    @property
    def written_fields(self) -> frozenset[str]:
        """Names of the fields that may be written."""
        return FIELD_NAMES - self.write_off

    def link_to(self, ticket: TicketRef) -> str | None:
        """Return the address of a ticket for people; None where there is none, or it is no http(s) address."""
        template = self.links.get(ticket.connection)
        if template is None:
            return None
        url = template.replace("{id}", quote(ticket.id, safe=""))
        safe = urlsplit(url).scheme in ("http", "https") and not any(c.isspace() or c in "\"'<>`" for c in url)
        return url if safe and len(url) <= MAX_URL else None

    def abroad(self, home: str) -> "WritebackSettings":
        """Return the settings with links to other connections only."""
        return replace(self, links={name: link for name, link in self.links.items() if name != home})

    def to_team_time(self, moment: datetime) -> datetime:
        """Return a moment as the team's clock shows it."""
        return moment.astimezone(ZoneInfo(self.time_zone))
