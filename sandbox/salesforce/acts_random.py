"""Random acts, the same for the same org and seed."""

import random
from typing import Any

from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record

_SAYS = (
    "I still have no answer. What happens with my order?", "Thank you, that is solved.",
    "Grüße, das geht immer noch nicht 😡",
    "Please call me back.", "I have explained this before: the invoice was paid on Monday.",
)  # fmt: skip
_ANSWERS = ("We are looking into it.", "You will hear from us by tomorrow.", "Could you send the order number?")
_AGENTS = ("agent:Joe", "agent:Kim", "agent:Lea")
_STATUSES = ("Working", "Waiting on Customer", "On Hold", "Escalated", "Closed")
# a commit that comes late is backdated by less than what readers look back
_LATEST_S = 60
_WEIGHTS = {
    "reply": 30, "answer": 20, "note": 8, "post": 5, "edit": 15, "own": 6, "create": 6, "rename_contact": 3,
    "merge_cases": 2, "merge_contacts": 2, "delete": 3, "undelete": 2, "delete_message": 2, "edit_message": 2,
}  # fmt: skip


def draw_act(org: Org, dice: random.Random) -> tuple[str, dict[str, Any]] | None:
    """Return an act and what it is given; None where the one that was drawn has nothing to act upon."""
    kind = dice.choices(tuple(_WEIGHTS), tuple(_WEIGHTS.values()))[0]
    if kind in ("merge_cases", "merge_contacts"):
        rows = _live(org, "Case" if kind == "merge_cases" else "Contact")
        pair = dice.sample(rows, 2) if len(rows) > 1 else None
        return None if pair is None else (kind, {"source": pair[0]["Id"], "target": pair[1]["Id"]})
    if kind == "create":
        contacts = [c for c in _live(org, "Contact") if c.get("Email")]
        channel = dice.choice(("email", "web", "chat"))
        if not contacts:
            return None
        given = {"requester_email": dice.choice(contacts)["Email"], "channel": channel}
        return kind, {**given, "subject": "Again", "text": dice.choice(_SAYS)}
    rows = _rows_for(org, kind)
    return _on_record(kind, dice.choice(rows), dice) if rows else None


def _rows_for(org: Org, kind: str) -> list[Record]:
    if kind == "undelete":
        return [c for c in org.table("Case").kept.values() if c["IsDeleted"] and not c["MasterRecordId"]]
    if kind in ("edit_message", "delete_message"):
        cases = org.rows("Case")
        return [c for c in _live(org, "CaseComment") if not cases[c["ParentId"]]["IsDeleted"]]
    if kind == "rename_contact":
        return _live(org, "Contact")
    rows = _live(org, "Case")
    return [c for c in rows if c.get("ContactId")] if kind == "reply" else rows


def _on_record(kind: str, row: Record, dice: random.Random) -> tuple[str, dict[str, Any]]:
    given: dict[str, Any] = {"id": row["Id"]}
    late = {"back_s": dice.randrange(_LATEST_S)} if dice.random() < 0.3 else {}  # noqa: PLR2004 - three of ten
    if kind == "reply":
        return kind, given | late | {"text": dice.choice(_SAYS)}
    if kind in ("answer", "note", "post"):
        act = "reply" if kind == "answer" else kind
        return act, given | late | {"text": dice.choice(_ANSWERS), "by": dice.choice(_AGENTS)}
    if kind == "edit":
        change = dice.choice(({"status": dice.choice(_STATUSES)}, {"priority": dice.choice(("High", "Low"))}))
        return kind, given | change | {"by": dice.choice(_AGENTS)}
    if kind == "own":
        return "edit", given | {"owner": dice.choice(_AGENTS), "by": dice.choice(_AGENTS)}
    if kind == "rename_contact":
        return "edit", given | {"fields": {"LastName": f"Renamed{dice.randrange(1000)}"}}
    if kind == "edit_message":
        return kind, given | {"text": dice.choice(_ANSWERS)}
    return kind.removesuffix("_message"), given


def _live(org: Org, name: str) -> list[Record]:
    return [row for row in org.table(name).kept.values() if not row["IsDeleted"]]
