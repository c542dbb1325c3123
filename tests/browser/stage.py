"""What stands on the ticket that a sidebar is opened on, whichever helpdesk holds it."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
USER = {"zendesk": "8801", "salesforce": "0055g00000AgentAAA"}


@dataclass(frozen=True)
class Stage:
    """
    One ticket and its reader.

    `access` is ok, denied (no right to the ticket), gone (there is none), missing (no fields of ours), failed (the
    helpdesk answers 500) or held (it does not answer); `customer_at` is the customer's last message.
    """

    annotation: str = ""
    feedback: str = ""
    closed: bool = False
    access: str = "ok"
    created_at: datetime = NOW - timedelta(days=3)
    changed_at: datetime = NOW - timedelta(days=2)
    customer_at: datetime = NOW - timedelta(days=2)
    locale: str = "en-GB"
    time_zone: str = "Europe/London"
    dark: bool = False
    width: int = 320
    now: datetime = NOW
    refuses_writes: int = 0
    """The status with which a write is answered; 0 lets it through."""

    def but(self, **changes: Any) -> "Stage":
        return replace(self, **changes)


def stamp(at: datetime) -> str:
    """Return a moment as both helpdesks and the annotation write it, to the second."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def annotation(vendor: str, **changes: Any) -> str:
    """Return an annotation that has something of everything; `changes` replace its parts, None takes one out."""
    own, near, far = TICKETS[vendor]
    evidence = [
        {**near, "at": "2026-11-10T16:41:00Z", "by": "agent", "quote": PROMISE},
        {**far, "at": "2026-11-03T13:05:00Z", "by": "customer", "quote": "refund for a tv"},
        {**own, "at": "2026-11-18T08:30:00Z", "by": "customer", "quote": "read the chats."},
    ]
    given = {"at": "2026-11-03T13:07:00Z", "ticket": far["ticket"]}
    whole = {
        "v": "sidelight/1",
        "ticket": own["ticket"],
        "headline": "Gus promised an answer by 12 November; it has not come · Third contact about HL-108832",
        "opening": OPENING,
        "opening_from": ["repeat_contact", "promise_overdue"],
        "language": "en",
        "contacts": 3,
        "frustration": 3,
        "effort": {"total": 80, "parts": [_part("repeats", 30, 2), _part("waits", 24, 4)]},
        "flags": [flag(kind, severity, evidence) for kind, severity in KINDS.items()],
        "told": [
            {"kind": "order_number", "value": "HL-108832", "to": "Orders", **given},
            {"kind": "card_number", "hidden": True, "to": "Ines", **given},
            *({"kind": "number", "value": f"N-{n}", **given} for n in range(5)),
        ],
        "promises": [
            _promise("2026-11-20T14:30:00Z", "open", "call", own, by="Ines"),
            _promise("2026-11-12T22:59:59Z", "overdue", "answer", near, by="Gus", quote=PROMISE),
            _promise("2026-11-05T12:00:00Z", "kept", "refund", far, settled="2026-11-04T09:00:00Z"),
        ],
        "history": [
            {**far, "at": "2026-11-03T13:05:00Z", "subject": "refund for a tv", "status": "closed", "channel": "chat"},
            {**near, "at": "2026-11-10T16:20:00Z", "subject": "still none", "status": "solved", "channel": "phone"},
            {**own, "at": "2026-11-18T08:30:00Z", "subject": "where is my £449", "status": "open", "channel": "email"},
        ],
        "read_to": "2026-11-18T12:00:00Z",
    }
    changed = {key: value for key, value in {**whole, **changes}.items() if value is not None}
    return json.dumps(changed, ensure_ascii=False)


def _part(name: str, points: int, count: int) -> dict[str, Any]:
    return {"part": name, "points": points, "count": count}


def _promise(due: str, state: str, kind: str, ticket: dict[str, str], **more: str) -> dict[str, Any]:
    return {"due": due, "state": state, "kind": kind, "ticket": ticket["ticket"], **more}


def flag(kind: str, severity: str, evidence: list[dict[str, Any]], **changes: Any) -> dict[str, Any]:
    """Return one flag of an annotation."""
    return {
        "kind": kind,
        "severity": severity,
        "confidence": 0.9,
        **dict(zip(("figure", "lived", "advice"), SENTENCES.get(kind, SENTENCES["rushed"]), strict=True)),
        "evidence": evidence,
        **changes,
    }


SENTENCES = {
    "promise_overdue": (
        "ticket on track",
        "Gus promised an answer by 12 November; it has not come.",
        "Write to the customer now: say what happened to the promise, and name a time that will hold.",
    ),
    "repeat_contact": (
        "2 earlier tickets counted as solved",
        "Third contact about the same thing. The first was 14 days before.",
        "Read the earlier two first, and start from what is known there.",
    ),
    "rising_frustration": (
        "no figure shows it",
        "Their patience is running out: angry by now.",
        "Answer the person first: say what went wrong, then what happens now, and who does it.",
    ),
    "asked_again": (
        "script followed, details verified",
        "The customer says that they had to repeat themselves.",
        "Do not ask again: what they gave stands in the evidence.",
    ),
    "left_waiting": (
        "in time",
        "Has waited since 18 November without a word.",
        "Write now, even without a result: where it stands, and when they hear next.",
    ),
    "rushed": (
        "handled in 4 minutes",
        "Solved after 4 minutes over what still stood open.",
        "Take the time now: answer what stood open before anything else.",
    ),
}
"""By flag: the figure, what the customer lived through, what to do now."""

KINDS = {
    "promise_overdue": "high",
    "repeat_contact": "high",
    "rising_frustration": "high",
    "asked_again": "medium",
    "left_waiting": "low",
}
OPENING = "I see that this is the third time you have contacted us about HL-108832. Here is what I have found so far:"
PROMISE = "I've raised it with finance and will email you by Thursday 12 November with the payment date."

AGENT_PAGE = "https://acme.zendesk.com/agent/tickets"
CASE_PAGE = "https://acme.my.salesforce.com/lightning/r/Case"
_ZENDESK = [{"ticket": f"zendesk:acme/{n}", "number": f"#{n}", "url": f"{AGENT_PAGE}/{n}"} for n in (35436, 35001)]
_SALESFORCE = [
    {"ticket": f"salesforce:acme/{i}", "number": number, "url": f"{CASE_PAGE}/{i}/view"}
    for i, number in (("5005g00000Case1AAA", "00001122"), ("5005g00000Case2AAA", "00001071"))
]
TICKETS = {
    "zendesk": (*_ZENDESK, _SALESFORCE[1]),
    "salesforce": (*_SALESFORCE, _ZENDESK[1]),
}
"""By helpdesk: the ticket itself, another of the same helpdesk, one of the other helpdesk."""
