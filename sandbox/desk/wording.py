"""What each vendor calls things, so that the page reads like the product that it stands for."""

import re
from dataclasses import dataclass

_PREFIX = re.compile(r"^sidelight(?:[\s_:\-\u2013]+|$)", re.IGNORECASE)
_NOT_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Wording:
    """One vendor's words. `form` is the order of the ticket's own fields, `highlights` those on top of the ticket."""

    product: str
    one: str
    many: str
    requester: str
    number: str
    note: str
    conversation: str
    form: tuple[tuple[str, str], ...]
    highlights: tuple[str, ...]


WORDINGS = {
    "zendesk": Wording(
        product="Loopback Zendesk",
        one="ticket",
        many="tickets",
        requester="Requester",
        number="ID",
        note="Internal note",
        conversation="Conversation",
        form=(
            ("requester", "Requester"),
            ("assignee", "Assignee"),
            ("tags", "Tags"),
            ("priority", "Priority"),
            ("channel", "Channel"),
            ("created_at", "Created"),
            ("updated_at", "Updated"),
            ("satisfaction", "Satisfaction"),
        ),
        highlights=(),
    ),
    "salesforce": Wording(
        product="Loopback Salesforce",
        one="case",
        many="cases",
        requester="Contact Name",
        number="Case No.",
        note="Internal comment",
        conversation="Feed",
        form=(
            ("number", "Case Number"),
            ("status", "Status"),
            ("requester", "Contact Name"),
            ("assignee", "Case Owner"),
            ("priority", "Priority"),
            ("channel", "Case Origin"),
            ("tags", "Topics"),
            ("created_at", "Opened"),
            ("updated_at", "Last Modified"),
            ("satisfaction", "Satisfaction"),
        ),
        highlights=("number", "status", "priority", "requester", "assignee"),
    ),
}

_STATUS_KINDS = {
    "new": "new",
    "open": "open",
    "working": "open",
    "in progress": "open",
    "escalated": "open",
    "pending": "pending",
    "waiting on customer": "pending",
    "hold": "hold",
    "on hold": "hold",
    "on-hold": "hold",
    "solved": "solved",
    "resolved": "solved",
    "closed": "closed",
}


def company_name(company: str) -> str:
    """Return how the house writes itself; a desk knows its company by the subdomain."""
    return {"harbourlane": "Harbour Lane"}.get(company, company)


def channel_name(channel: str) -> str:
    """Return a channel in words: `native_messaging` is Messaging, `voice` is Phone."""
    words = " ".join({"voice": "phone", "native_messaging": "messaging"}.get(channel, channel).split("_"))
    return words[:1].upper() + words[1:]


def status_kind(status: str) -> str:
    """Return which of new, open, pending, hold, solved or closed a vendor's status looks like; `other` for none."""
    return _STATUS_KINDS.get(status.strip().lower(), "other")


def slug(text: str) -> str:
    """Return `text` as lower-case words joined by underscores, so that a label and its value compare equal."""
    return _NOT_WORD.sub("_", text.lower()).strip("_")


def without_prefix(text: str) -> str:
    """Return `text` without the leading `sidelight_`, `Sidelight:` or the like."""
    return _PREFIX.sub("", text.strip())


def flag_name(option: str) -> str:
    """Return an option's label or value as words: `sidelight_repeat_contact` becomes "Repeat contact"."""
    words = " ".join(without_prefix(option).replace("_", " ").split())
    return words[:1].upper() + words[1:]
