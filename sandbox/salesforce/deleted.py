"""What changed and what was deleted in a span of time: getUpdated and getDeleted."""

from datetime import datetime, timedelta

import flask

from sandbox.salesforce.errors import Refusal, answer
from sandbox.salesforce.render import show_value
from sandbox.salesforce.rows import known_object
from sandbox.salesforce.schema import SObject
from sandbox.salesforce.state import Org

_BASE = "/services/data/v<version>/sobjects/<name>"
KEPT_DAYS = 15
_LOOK_BACK_DAYS = 30
MOST_IDS = 600_000


def blueprint(org: Org) -> flask.Blueprint:
    """Return the resources."""
    pages = flask.Blueprint("deleted", __name__)

    @pages.get(_BASE + "/updated")
    @pages.get(_BASE + "/updated/")
    def updated(version: str, name: str) -> flask.Response:
        del version
        sobject = _replicated(org, name)
        start, end = _span(org, _LOOK_BACK_DAYS)
        ids = org.table(sobject).changed_between(start, end)
        if len(ids) > MOST_IDS:
            raise Refusal("EXCEEDED_ID_LIMIT", f"more than {MOST_IDS} ids; ask for a shorter span")
        return answer({"ids": ids, "latestDateCovered": show_value(end)})

    @pages.get(_BASE + "/deleted")
    @pages.get(_BASE + "/deleted/")
    def deleted(version: str, name: str) -> flask.Response:
        del version
        sobject = _replicated(org, name)
        start, end = _span(org, KEPT_DAYS)
        gone = [
            {"id": row["Id"], "deletedDate": show_value(row["SystemModstamp"])}
            for row in org.table(sobject).kept.values()
            if row.get("IsDeleted") and start <= row["SystemModstamp"] < end
        ]
        gone += [
            {"id": record_id, "deletedDate": show_value(at)}
            for name, record_id, at in org.purged
            if name == sobject.name and start <= at < end
        ]
        earliest = org.now() - timedelta(days=KEPT_DAYS)
        body = {"deletedRecords": gone, "earliestDateAvailable": show_value(earliest)}
        return answer(body | {"latestDateCovered": show_value(end)})

    return pages


def _replicated(org: Org, name: str) -> SObject:
    sobject = known_object(org, name)
    if not sobject.replicateable or sobject.find("SystemModstamp") is None:
        raise Refusal("INVALID_TYPE_FOR_OPERATION", f"{sobject.name} is not replicable")
    return sobject


def _span(org: Org, days: int) -> tuple[datetime, datetime]:
    moments = []
    for name in ("start", "end"):
        try:
            moment = datetime.fromisoformat(flask.request.args[name])
        except (KeyError, ValueError) as error:
            raise Refusal("INVALID_REPLICATION_DATE", f"{name}: a date and time with its zone is required") from error
        if moment.tzinfo is None:
            raise Refusal("INVALID_REPLICATION_DATE", f"{name}: a date and time with its zone is required")
        moments.append(moment)
    start, end = moments
    if start < org.now() - timedelta(days=days):
        raise Refusal("INVALID_REPLICATION_DATE", f"startDate before org replication enabled date or {days} days")
    if end - start < timedelta(minutes=1):
        raise Refusal("INVALID_REPLICATION_DATE", "endDate must be at least one minute greater than startDate")
    # what is still being committed is not covered yet
    return start, min(end, org.now() + timedelta(seconds=1))
