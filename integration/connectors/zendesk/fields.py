"""Sidelight's own ticket fields in Zendesk: what each is called, and how it is recognised on an account; pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from integration.errors import ConnectorError
from integration.model import FLAG_KINDS, Frustration

TAG_PREFIX = "sidelight_"
"""Every option value of ours begins so; Zendesk shows option values as tags of the ticket."""


@dataclass(frozen=True, slots=True)
class OurField:
    """One ticket field of ours. `options` are (label, value) and exist for multiselect and tagger only."""

    name: str
    title: str
    type: str
    purpose: str
    options: tuple[tuple[str, str], ...] = ()

    @property
    def marker(self) -> str:
        """What in the field's description tells it from others, whatever an admin renames it to."""
        return f"[sidelight:{self.name}]"

    @property
    def description(self) -> str:
        """The field's description as it is created."""
        return f"{self.purpose} Written by Sidelight; do not edit. {self.marker}"


def flag_value(flag: str) -> str:
    """Return the option value, and so the tag, of a flag kind."""
    return TAG_PREFIX + flag


def frustration_value(level: Frustration) -> str:
    """Return the drop-down value of a frustration level."""
    return TAG_PREFIX + level.name.lower()


_LABELS = {"good_score_bad_experience": "Fine on paper"}
"""Names of flags that their kind does not spell; the sidebars call them the same."""


def _label(name: str) -> str:
    return _LABELS.get(name) or name.replace("_", " ").capitalize()


OUR_FIELDS = (
    OurField("headline", "Sidelight headline", "text", "What the customer has lived through, in one sentence."),
    OurField(
        "flags",
        "Sidelight flags",
        "multiselect",
        "Where the figures look fine and the customer lived through something else.",
        tuple((_label(flag), flag_value(flag)) for flag in FLAG_KINDS),
    ),
    OurField("contacts", "Sidelight contacts", "integer", "How often the customer has got in touch about this issue."),
    OurField(
        "frustration",
        "Sidelight frustration",
        "tagger",
        "How frustrated the customer was last.",
        tuple((_label(level.name.lower()), frustration_value(level)) for level in Frustration),
    ),
    OurField("effort", "Sidelight effort", "integer", "What the issue has cost the customer so far, 0 to 100."),
    OurField("promise_due", "Sidelight promise due", "date", "When the next thing promised to the customer is due."),
    OurField("annotation", "Sidelight annotation", "textarea", "What the Sidelight sidebar reads."),
    OurField("feedback", "Sidelight feedback", "text", "What agents say of the flags, written by the sidebar."),
)
"""All of ours, in the order in which they are created. `feedback` is the agents': we read it, and write all others."""


@dataclass(frozen=True, slots=True)
class FieldIds:
    """The ids that our fields have on one account, by our name; a field that the account lacks is not in it."""

    by_name: Mapping[str, int]

    def require(self, name: str) -> int:
        """Return the id of one field of ours; a permanent ConnectorError names it where the account lacks it."""
        field_id = self.by_name.get(name)
        if field_id is None:
            title = next(field.title for field in OUR_FIELDS if field.name == name)
            raise ConnectorError(
                f"The Zendesk account has no active ticket field “{title}”; run sidelight connect zendesk.",
                permanent=True,
            )
        return field_id


def find_field(field: OurField, rows: Iterable[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """
    Return the account's row for one field of ours, or None.

    The option values come first (they are the tags that others' views rely on), then the marker in the description,
    then the title: so a renamed field is still ours, and one made by hand with our title is taken over.
    """
    same_type = [row for row in rows if row.get("type") == field.type]
    values = {value for _, value in field.options}
    for row in same_type:
        if values & {str(option.get("value")) for option in row.get("custom_field_options") or ()}:
            return row
    for row in same_type:
        if field.marker in f"{row.get('raw_description') or ''} {row.get('description') or ''}":
            return row
    return next((row for row in same_type if field.title in (row.get("raw_title"), row.get("title"))), None)


def read_field_ids(rows: Iterable[Mapping[str, Any]]) -> FieldIds:
    """Return the ids of those of our fields that are among the account's ticket fields and active."""
    listed = list(rows)
    found = {}
    for field in OUR_FIELDS:
        row = find_field(field, listed)
        if row is not None and row.get("active", True):
            found[field.name] = int(row["id"])
    return FieldIds(found)
