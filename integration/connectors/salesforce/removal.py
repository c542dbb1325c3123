"""
Leaving an org: our fields are emptied on every case that has anything in them.

All else is an admin's: the package, the app and the user are removed in Setup. Our private comments stay, as deleting a
comment needs the right Modify All Data, which we do not ask for.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from integration.connectors.salesforce.client import SalesforceClient
from integration.connectors.salesforce.faults import is_transient
from integration.connectors.salesforce.soql import PACKAGE_FIELDS, build_ids_query, is_id
from integration.errors import ConnectorError

AT_ONCE = 200
TRIES = 4
LOCKED_WAIT_S = 1.0
# a long text area cannot be asked for in a WHERE; where it is filled, the headline is too
_FINDABLE = tuple(name for name in PACKAGE_FIELDS if name != "Sidelight_Annotation__c")


@dataclass(frozen=True, slots=True)
class Purged:
    """What became of the cases that had something of ours: emptied, refused by the org; `notes` are none, ever."""

    emptied: int = 0
    refused: int = 0
    notes: int = 0


def purge(client: SalesforceClient, ticket_ids: Sequence[str], sleep: Callable[[float], None]) -> Purged:
    """
    Empty our fields on these cases, and on all others of the org in which something of ours stands.

    It can be run again at any time: what is empty already is left alone.

    Raises:
        ConnectorError: a field is there that may not be written, so that it would stay filled.
    """
    names = _writable(client)
    filled = _find_filled(client, names, ticket_ids) if names else []
    emptied = refused = 0
    for start in range(0, len(filled), AT_ONCE):
        done, failed = _empty(client, filled[start : start + AT_ONCE], names, sleep)
        emptied, refused = emptied + done, refused + failed
    return Purged(emptied, refused)


def _writable(client: SalesforceClient) -> list[str]:
    case = client.describe("Case")
    there = [case.fields[name] for name in PACKAGE_FIELDS if name in case.fields] if case else []
    locked = [field.name for field in there if not field.updateable]
    if locked:
        raise ConnectorError(
            f"The run-as user may not empty {', '.join(locked)}; assign Sidelight_Integration to it first.",
            permanent=True,
        )
    return [field.name for field in there]


def _find_filled(client: SalesforceClient, names: Sequence[str], ticket_ids: Sequence[str]) -> list[str]:
    """Return the ids of the cases in which one of these fields is filled, sorted, so that locks come in one order."""
    asked = [f"{name} != null" for name in names if name in _FINDABLE]
    rows = client.query_to_end(f"SELECT Id, IsDeleted FROM Case WHERE {' OR '.join(asked)}") if asked else []  # noqa: S608 - field names of ours
    found = {row["Id"] for row in rows if not row.get("IsDeleted")}
    others = sorted({name for name in ticket_ids if is_id(name)} - found)
    for start in range(0, len(others), AT_ONCE):
        soql = build_ids_query("Case", ["Id", "IsDeleted", *names], "Id", others[start : start + AT_ONCE])
        rows = client.query_to_end(soql)
        filled = (row for row in rows if not row.get("IsDeleted") and any(row.get(n) is not None for n in names))
        found.update(row["Id"] for row in filled)
    return sorted(found)


def _empty(
    client: SalesforceClient, ids: Sequence[str], names: Sequence[str], sleep: Callable[[float], None]
) -> tuple[int, int]:
    """Empty the fields of these cases; return how many were, and how many the org refused."""
    left, done = list(ids), 0
    for attempt in range(TRIES):
        if attempt:
            sleep(LOCKED_WAIT_S * attempt)
        records = [{"attributes": {"type": "Case"}, "Id": name, **dict.fromkeys(names)} for name in left]
        answers = list(zip(left, client.update(records), strict=True))
        done += sum(bool(answer.get("success")) for _, answer in answers)
        again = [name for name, answer in answers if not answer.get("success") and is_transient(answer)]
        if not again:
            break
        left = again
    return done, len(ids) - done
