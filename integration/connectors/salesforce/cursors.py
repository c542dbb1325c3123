"""
Where a stream goes on: a place among its rows, a Bulk job that is being read, and how far deletions are known. Pure.

Rows are ordered by (time, id). Within a stream the place is the last row; at its end it steps back, because a
transaction may be committed after one that began later. A Bulk job begins at a place and knows none of its own but a
locator: until its last page is stored, the place stays, so that a job that is lost is made again from there.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from integration.connectors.salesforce.soql import format_time, is_id, parse_time
from integration.errors import CursorExpiredError

OVERLAP = timedelta(minutes=5)
"""How much later than a newer row one may be committed and is found all the same."""
SETTLED_AFTER = timedelta(minutes=10)
"""A transaction that is older than this has been committed; rows up to there need no second look."""

REST_PAGES = 5
"""So many full pages in a row, and what follows is read by a Bulk job."""
BULK_BEHIND = timedelta(hours=1)
"""A Bulk job is for what lies behind: what is newer is still moving, and is read by REST."""
MOST_JOBS = 3
"""So many jobs that came to nothing, and the stream goes on by REST."""

DELETIONS_EVERY = timedelta(minutes=15)
"""How often is asked what was deleted and is not even in the recycle bin; all else that was deleted comes as a row."""
DELETIONS_BEFORE = timedelta(days=1)
"""How long before a stream's first page a case may have been read that a push named."""
DELETIONS_KEPT = timedelta(days=15)
"""How long Salesforce remembers those."""

_TIMES = ("at", "made", "gone", "back")


@dataclass(frozen=True, slots=True)
class Cursor:
    """
    The place after which a stream goes on: all of `at` (whole seconds hold many rows) whose id is greater, and later.

    An empty `id` includes all of `at`; an empty `at` is the very start.
    """

    at: str = ""
    id: str = ""
    pages: int = 0
    """Full pages in a row so far."""
    job: str = ""
    """The Bulk job that reads all after the place; empty where REST does."""
    locator: str = ""
    """Salesforce's own mark of the job's next page; empty for its first."""
    made: str = ""
    """When the job was made, by the org's clock: what changed later is not in it."""
    lost: int = 0
    """Jobs that came to nothing since the last end."""
    gone: str = ""
    """Until when deletions are known, and milestones that time alone has violated."""
    again: bool = False
    """Whether the stream has been at its end before."""
    back: str = ""
    """Where to go back to at the end: a page before it was read while its time could still get rows."""

    def encode(self) -> str:
        """Return it as text for the store."""
        return json.dumps({name: v for name, v in asdict(self).items() if v or name in ("at", "id")})

    @classmethod
    def decode(cls, text: str) -> "Cursor":
        """
        Read what `encode` wrote.

        Raises:
            CursorExpiredError: it is of another release; the stream must be read again.
        """
        try:
            row = json.loads(text)
            cursor = cls(**{"at": row["at"], "id": row["id"], **row})
            known = all(not name or is_id(name) for name in (cursor.id, cursor.job))
            known = known and all(type(n) is int for n in (cursor.pages, cursor.lost)) and type(cursor.locator) is str
            for name in _TIMES:
                _ = getattr(cursor, name) and parse_time(getattr(cursor, name))
        except (ValueError, TypeError, KeyError):
            known = False
        if not known:
            raise CursorExpiredError("A stored Salesforce cursor cannot be read; the stream is read again.")
        return cursor

    @classmethod
    def start(cls, since: datetime | None) -> "Cursor":
        """Return the cursor of a first page."""
        return cls(format_time(since)) if since else cls()

    def begin(self, now: datetime) -> "Cursor":
        """
        Return the cursor to read a page at: deletions are asked for from the stream's very first page on.

        Raises:
            CursorExpiredError: deletions of before now are forgotten; the stream must be read again.
        """
        if not self.gone:
            # a push may have let a case be read before, and it may be gone by now
            return replace(self, gone=format_time(now - DELETIONS_BEFORE))
        if now - parse_time(self.gone) > DELETIONS_KEPT - OVERLAP:
            raise CursorExpiredError("Salesforce has forgotten what was deleted since; the stream is read again.")
        return self

    def after(self, rows: Sequence[Mapping[str, Any]], time_field: str, *, more: bool, now: datetime) -> "Cursor":
        """
        Return where the next call goes on after `rows`.

        At the end of a stream it steps back by OVERLAP, from the first page since the last end whose time could still
        get rows. Once the last row is older than SETTLED_AFTER nothing of its time can be missing, and the stream rests
        on it.
        """
        counted = replace(self, pages=self.pages + 1) if more else replace(self, pages=0, lost=0, again=True)
        if not more and self.back:
            return replace(counted, at=self.back, id="", back="")
        if not rows and not self.id:
            return counted
        at, row_id = (rows[-1][time_field], rows[-1]["Id"]) if rows else (self.at, self.id)
        last = parse_time(at)
        settled = now - last > SETTLED_AFTER
        if more:
            # whoever goes on from here may come when the time of this page has long settled
            back = self.back if settled or self.back else format_time(last - OVERLAP)
            return replace(counted, at=format_time(last), id=row_id, back=back)
        if settled:
            return replace(counted, at=format_time(last), id=row_id)
        return replace(counted, at=format_time(last - OVERLAP), id="")

    def wants_job(self, now: datetime) -> bool:
        """Whether so much lies ahead that a Bulk job is to read it."""
        behind = bool(self.at) and now - parse_time(self.at) > BULK_BEHIND
        return behind and self.pages >= REST_PAGES and self.lost < MOST_JOBS

    def with_job(self, job: str, made: str) -> "Cursor":
        """Return the same place, read by a job from here on."""
        return replace(self, job=job, locator="", made=format_time(parse_time(made)))

    def without_job(self) -> "Cursor":
        """Return the same place after a job that came to nothing: all that it was to read is still to be read."""
        return replace(self, job="", locator="", made="", lost=self.lost + 1)

    def after_job_page(self, locator: str) -> "Cursor":
        """Return where the next call goes on after a page of the job; an empty locator is its end."""
        if locator:
            return replace(self, locator=locator)
        # what was still being committed when the job began is not in it
        since = max(parse_time(self.made) - SETTLED_AFTER, parse_time(self.at))
        return replace(self, at=format_time(since), id="", pages=0, job="", locator="", made="", lost=0)

    def deletions_due(self, now: datetime) -> bool:
        """Whether it is time to ask what was deleted."""
        return bool(self.gone) and now - parse_time(self.gone) >= DELETIONS_EVERY
