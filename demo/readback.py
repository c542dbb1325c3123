"""Reading the results back from the loopback helpdesks, over their own REST APIs and with a plain client."""

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import requests

from app import House
from demo.stage import SALESFORCE_CLIENT, ZENDESK_CLIENT, Pages
from integration.model import NOTE_KEY, TicketRef
from sandbox.world import World

Result = dict[str, Any]

TITLES = {
    "Sidelight headline": "headline",
    "Sidelight flags": "flags",
    "Sidelight contacts": "contacts",
    "Sidelight frustration": "frustration",
    "Sidelight effort": "effort",
    "Sidelight promise due": "promise_due",
    "Sidelight annotation": "annotation",
}
CASE_FIELDS = {
    "Sidelight_Headline__c": "headline",
    "Sidelight_Flags__c": "flags",
    "Sidelight_Contacts__c": "contacts",
    "Sidelight_Frustration__c": "frustration",
    "Sidelight_Effort__c": "effort",
    "Sidelight_Promise_Due__c": "promise_due",
    "Sidelight_Annotation__c": "annotation",
}
FRUSTRATION = {"calm": 0, "uneasy": 1, "frustrated": 2, "angry": 3}
VERSION = "v67.0"
PIECE = 100


def read_all(pages: Pages, world: World) -> list[Result]:
    """Return one result for each ticket of the world, in its order."""
    found = {**_read_zendesk(pages.zendesk), **_read_salesforce(pages.salesforce)}
    return [found[ticket.id] for _, ticket in world.tickets() if ticket.id in found]


def write_results(path: Path, results: Sequence[Result]) -> None:
    """Write results as JSON Lines."""
    with path.open("w", encoding="utf-8") as out:
        for result in results:
            out.write(json.dumps(result, ensure_ascii=False) + "\n")


def differences(house: House, pages: Pages, world: World, results: Sequence[Result]) -> list[str]:
    """Return what was decided and is not on the ticket, or could not be done at all; empty is all well."""
    status = house.store.status(house.clock())
    wrong = [f"{job.kind} {job.key}: {job.error}" for job in status.parked]
    by_id = {result["id"]: result for result in results}
    ids = {"zendesk": _ids(pages.zendesk), "salesforce": _ids(pages.salesforce)}
    for _, ticket in world.tickets():
        ref = TicketRef(f"{ticket.system}:harbourlane", ids[ticket.system].get(ticket.id, ""))
        decided = house.store.load_annotations([ref]).get(ref)
        if ticket.id not in by_id or decided is None:
            wrong.append(f"{ticket.id} was not worked out")
            continue
        receipt = house.store.load_receipts([ref]).get(ref)
        # a solved ticket is written once: what is found out later is for reports here, and is not added there
        settled = receipt.flags if receipt is not None and receipt.solved else None
        flags = sorted({flag.kind for flag in decided.flags} if settled is None else settled)
        if ticket.status != "closed" and flags != sorted(by_id[ticket.id]["fields"]["flags"]):
            wrong.append(f"{ticket.id}: decided {flags}, on the ticket {by_id[ticket.id]['fields']['flags']}")
    return wrong


def _ids(base: str) -> dict[str, str]:
    """Return the helpdesk's id by world id."""
    answer: dict[str, str] = requests.get(f"{base}/control/ids", timeout=30).json()
    return answer


def _result(world_id: str, system: str, values: Mapping[str, Any], tags: list[str], notes: list[str]) -> Result:
    fields = {name: values.get(name) for name in TITLES.values() if name != "annotation"}
    fields["flags"] = [str(flag).removeprefix("sidelight_") for flag in fields["flags"] or ()]
    feeling = str(fields["frustration"] or "").removeprefix("sidelight_")
    fields["frustration"] = FRUSTRATION.get(feeling)
    for name in ("contacts", "effort"):
        # Zendesk gives numbers as text, Salesforce with a fraction
        value = fields[name]
        fields[name] = None if value is None else int(float(value))
    text = values.get("annotation")
    return {
        "id": world_id,
        "system": system,
        "fields": fields,
        "tags": tags,
        "notes": notes,
        "annotation": json.loads(text) if text else None,
    }


# Zendesk


def _read_zendesk(base: str) -> dict[str, Result]:
    session = requests.Session()
    grant = {"grant_type": "client_credentials", **ZENDESK_CLIENT}
    token = requests.post(f"{base}/oauth/tokens", json=grant, timeout=30).json()["access_token"]
    session.headers["Authorization"] = f"Bearer {token}"
    fields = _get(session, f"{base}/api/v2/ticket_fields.json")["ticket_fields"]
    names = {field["id"]: TITLES[field["title"]] for field in fields if field["title"] in TITLES}
    world_ids = {vendor: world for world, vendor in _ids(base).items()}
    results = {}
    for piece in _pieces(list(world_ids)):
        listed = _get(session, f"{base}/api/v2/tickets/show_many.json?ids={','.join(piece)}")["tickets"]
        for ticket in listed:
            values = {names[row["id"]]: row["value"] for row in ticket["custom_fields"] if row["id"] in names}
            # without a flag there is no note of ours, and one call less
            notes = _zendesk_notes(session, base, ticket["id"]) if values.get("flags") else []
            world_id = world_ids[str(ticket["id"])]
            results[world_id] = _result(world_id, "zendesk", values, ticket["tags"], notes)
    return results


def _zendesk_notes(session: requests.Session, base: str, ticket_id: int) -> list[str]:
    url: str | None = f"{base}/api/v2/tickets/{ticket_id}/comments.json?page[size]=100"
    notes = []
    while url:
        page = _get(session, url)
        notes += [row["plain_body"] for row in page["comments"] if not row["public"] and NOTE_KEY.search(row["body"])]
        url = page["links"]["next"] if page["meta"]["has_more"] else None
        if url and url.startswith("https://"):
            url = base + "/" + url.split("/", 3)[3]
    return notes


def _get(session: requests.Session, url: str) -> Any:
    """Return the JSON at `url`, waiting where the helpdesk asks for it."""
    while True:
        answer = session.get(url, timeout=60)
        if answer.status_code != requests.codes.too_many_requests:
            answer.raise_for_status()
            return answer.json()
        time.sleep(float(answer.headers.get("Retry-After", "5")))


# Salesforce


def _read_salesforce(base: str) -> dict[str, Result]:
    session = requests.Session()
    grant = {"grant_type": "client_credentials", **SALESFORCE_CLIENT}
    token = requests.post(f"{base}/services/oauth2/token", data=grant, timeout=30).json()["access_token"]
    session.headers["Authorization"] = f"Bearer {token}"
    world_ids = {vendor: world for world, vendor in _ids(base).items()}
    notes: dict[str, list[str]] = {}
    asked = "SELECT ParentId, CommentBody FROM CaseComment WHERE IsPublished = false ORDER BY CreatedDate, Id"
    for row in _query(session, base, asked):
        if NOTE_KEY.search(row["CommentBody"] or ""):
            notes.setdefault(row["ParentId"], []).append(row["CommentBody"])
    results = {}
    for row in _query(session, base, " ".join(["SELECT Id,", ", ".join(CASE_FIELDS), "FROM Case"])):
        values = {name: row[field] for field, name in CASE_FIELDS.items()}
        values["flags"] = (values["flags"] or "").split(";") if values["flags"] else []
        if row["Id"] in world_ids:
            world_id = world_ids[row["Id"]]
            results[world_id] = _result(world_id, "salesforce", values, [], notes.get(row["Id"], []))
    return results


def _query(session: requests.Session, base: str, soql: str) -> Iterator[dict[str, Any]]:
    answer = session.get(f"{base}/services/data/{VERSION}/query", params={"q": soql}, timeout=60)
    while True:
        answer.raise_for_status()
        page = answer.json()
        yield from page["records"]
        if page["done"]:
            return
        answer = session.get(base + page["nextRecordsUrl"], timeout=60)


def _pieces(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), PIECE):
        yield ids[start : start + PIECE]
