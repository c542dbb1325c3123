"""
What was deleted and is in no recycle bin any more: getDeleted alone tells of it.

All else that was deleted comes as a row with IsDeleted, by its stamp. Asked for only where a deletion changes what
anybody reads. Not for people: a merged Contact leaves the recycle bin after some days as well, and what it has been
merged into must stay known. CaseMilestone and CaseHistory cannot be asked.
"""

from collections.abc import Mapping
from datetime import datetime

from integration.connectors.salesforce.client import SalesforceClient
from integration.connectors.salesforce.cursors import OVERLAP
from integration.connectors.salesforce.faults import SalesforceCallError
from integration.connectors.salesforce.mapping import description_id
from integration.connectors.salesforce.soql import format_time, is_id, long_id, parse_time
from integration.model import Page, TicketRef

PREFIXES: Mapping[str, str] = {"CaseComment": "comment:", "EmailMessage": "email:", "FeedItem": "feed:"}
ASKED = ("Case", *PREFIXES)


def read_deletions(
    client: SalesforceClient, connection: str, stream: str, since: str, now: datetime
) -> tuple[Page, str]:
    """Return what was deleted of `stream` since a time, and until when that is known. One call."""
    start, end = format_time(parse_time(since) - OVERLAP), format_time(now)
    try:
        answer = client.send("GET", f"sobjects/{stream}/deleted/", params={"start": start, "end": end}).json()
    except SalesforceCallError as error:
        if not error.permanent or error.code == "INVALID_SESSION_ID":
            raise
        return Page(), end  # not told for this object in this org
    ids = [long_id(str(row.get("id"))) for row in answer.get("deletedRecords") or ()]
    ids = [row_id for row_id in ids if is_id(row_id)]
    covered = str(answer.get("latestDateCovered") or end)
    known = format_time(min(parse_time(covered), now))
    if stream == "Case":
        refs = tuple(TicketRef(connection, row_id) for row_id in ids)
        return Page(missing_tickets=refs, removed_comments=tuple(map(description_id, ids))), known
    return Page(removed_comments=tuple(PREFIXES[stream] + row_id for row_id in ids)), known
