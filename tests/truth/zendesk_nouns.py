"""
The table of nouns of a Zendesk account.

Left out, with the reason:
  tickets    `solved_at`, `outbound`, `external_id`, `custom_status`: derived or not in the truth, and held by tests of
             their own; tags that begin with `sidelight_` are taken for ours, also where they are not
  comments   words in chats and messages of a ticket that is deleted: no call gives them any more; they may be known
             from before, but then as they are. Redacted comments of such a ticket, likewise. Which bot wrote. Roles and
             channels, which are the mapping's judgement
  events     changes of fields that nothing is concluded from (tags, custom fields, types), and the values that a ticket
             is created with
  users      languages and time zones; who is a placeholder for a user that Zendesk no longer gives
  all        what was deleted for good: only that nothing of its words is kept
"""

from integration.store import tables
from tests.truth.nouns import Noun, documents

EVENT_FIELDS = {
    "status": "status",
    "assignee_id": "assignee",
    "group_id": "group",
    "priority": "priority",
    "subject": "subject",
    "requester_id": "requester",
    "problem_id": "problem",
    "satisfaction_score": "satisfaction",
}
CHANNELS = {
    "email": "email",
    "web": "web",
    "chat": "chat",
    "native_messaging": "messaging",
    "voice": "phone",
    "facebook": "social",
    "api": "api",
}
SCORES = {1: "bad", 2: "bad", 3: None, 4: "good", 5: "good"}
"""Of the five steps of a survey's scale; what is less is bad."""


def zendesk_nouns(store, truth, account):
    """Return the nouns; `account` gives the names that the truth only numbers."""
    tickets = {str(row["id"]): row for row in truth["tickets"]}
    forgotten = {key for key, row in tickets.items() if row["scrubbed"]}
    deleted = {key for key, row in tickets.items() if row["status"] == "deleted"}
    kept = [row for row in truth["comments"] if str(row["ticket_id"]) not in forgotten]
    return (
        Noun("ticket", lambda: _tickets(truth, account, forgotten), lambda: _stored_tickets(store, forgotten)),
        Noun(
            "comment",
            lambda: {_comment_key(row): _comment(row) for row in kept},
            lambda: {key: _stored_comment(row) for key, row in documents(store, tables.comment).items()},
            lambda: frozenset(
                _comment_key(row)
                for row in kept
                if str(row["ticket_id"]) in deleted and (_is_message(row) or "▇" in row["body"])
            ),
        ),
        Noun("event", lambda: _events(truth, account, forgotten), lambda: _stored_events(store, forgotten)),
        Noun("user", lambda: _users(truth), lambda: _stored_users(store)),
        Noun("organization", lambda: _organizations(truth), lambda: _stored_organizations(store)),
        Noun("survey response", lambda: _responses(truth, forgotten), lambda: _stored_responses(store)),
    )


def _tickets(truth, account, forgotten):
    rated = {row["ticket_id"]: row for row in truth["ratings"]}
    return {
        str(row["id"]): {
            "subject": row["subject"],
            "status": "closed" if row["status"] == "deleted" else row["status"],
            "deleted": row["status"] == "deleted",
            "priority": row["priority"],
            "channel": CHANNELS[row["via"]["channel"]],
            "requester": _text(row["requester_id"]),
            "assignee": _text(row["assignee_id"]),
            "group": account.groups[row["group_id"]].name if row["group_id"] else None,
            "account_id": _text(row["organization_id"]),
            "problem": _text(row["problem_id"]),
            "follow_up_of": _text(row["followup_source_id"]),
            "is_problem": row["type"] == "problem",
            "tags": sorted(tag for tag in row["tags"] if not tag.startswith("sidelight_")),
            "satisfaction": rated.get(row["id"], {}).get("score"),
            "satisfaction_comment": rated.get(row["id"], {}).get("comment"),
            "created_at": row["created_at"],
            "updated_at": row["updated_at"],
        }
        for row in truth["tickets"]
        if str(row["id"]) not in forgotten
    }


def _stored_tickets(store, forgotten):
    return {
        key: {
            **{name: row[name] for name in ("subject", "status", "deleted", "priority", "channel", "group")},
            **{name: row[name] for name in ("account_id", "is_problem", "satisfaction", "satisfaction_comment")},
            **{name: _ref(row[name]) for name in ("requester", "assignee", "problem", "follow_up_of")},
            "tags": sorted(row["tags"]),
            "created_at": row["created_at"],
            "updated_at": row["updated_at"],
        }
        for key, row in documents(store, tables.ticket).items()
        if key not in forgotten
    }


def _is_message(row):
    return row["type"] == "Messaging::ConversationMessage"


def _comment_key(row):
    return f"{'conversation' if _is_message(row) else 'comment'}:{row['id']}"


def _comment(row):
    return {
        "ticket": str(row["ticket_id"]),
        "text": row["body"],
        "public": row["public"],
        "author": _person(row["author_id"]),
        "attachments": row["attachments"],
        "at": row["created_at"],
    }


def _stored_comment(row):
    return {
        **{name: row[name] for name in ("text", "public", "attachments", "at")},
        "ticket": _ref(row["ticket"]),
        # a bot has an id of messaging's own, which nobody else knows
        "author": None if (author := _ref(row["author"])) and author.startswith("sunco:") else author,
    }


def _events(truth, account, forgotten):
    def value(name, given):
        if given in (None, ""):
            return None
        return account.groups[int(given)].name if name == "group_id" else str(given)

    return {
        f"event:{row['id']}": {
            "ticket": str(row["ticket_id"]),
            "field": EVENT_FIELDS[row["field_name"]],
            "before": value(row["field_name"], row["previous_value"]),
            "after": value(row["field_name"], row["value"]),
            "at": row["created_at"],
        }
        for row in truth["events"]
        if row["type"] == "Change" and row["field_name"] in EVENT_FIELDS and str(row["ticket_id"]) not in forgotten
    }


def _stored_events(store, forgotten):
    return {
        key: {**{name: row[name] for name in ("field", "before", "after", "at")}, "ticket": _ref(row["ticket"])}
        for key, row in documents(store, tables.event).items()
        if key.startswith("event:") and _ref(row["ticket"]) not in forgotten
    }


def _users(truth):
    found = {}
    for row in truth["users"]:
        emails = {row["email"]} | {i["value"] for i in row["identities"] if i["type"] == "email"}
        phones = {row["phone"]} | {i["value"] for i in row["identities"] if i["type"] == "phone_number"}
        found[str(row["id"])] = {
            "name": row["name"],
            "emails": sorted(emails - {None}),
            "phones": sorted(phones - {None}),
            "role": "customer" if row["role"] == "end-user" else "agent",
            "account_id": _text(row["organization_id"]),
            "deleted": not row["active"],
        }
    return found


def _stored_users(store):
    return {
        key: {
            **{name: row[name] for name in ("name", "role", "account_id", "deleted")},
            "emails": sorted(row["emails"]),
            "phones": sorted(row["phones"]),
        }
        for key, row in documents(store, tables.contact).items()
    }


def _organizations(truth):
    return {
        str(row["id"]): {"name": row["name"], "domains": sorted(row["domain_names"])} for row in truth["organizations"]
    }


def _stored_organizations(store):
    rows = documents(store, tables.account)
    return {key: {"name": row["name"], "domains": sorted(row["domains"])} for key, row in rows.items()}


def _responses(truth, forgotten):
    return {
        f"survey:{row['id']}": {
            "ticket": str(row["ticket_id"]),
            "score": SCORES[row["score"]],
            "comment": row["comment"],
            "at": row["updated_at"],
        }
        for row in truth["survey_responses"]
        if str(row["ticket_id"]) not in forgotten
    }


def _stored_responses(store):
    return {
        key: {**{name: row[name] for name in ("score", "comment", "at")}, "ticket": _ref(row["ticket"])}
        for key, row in documents(store, tables.rating).items()
    }


def _text(value):
    return None if value is None else str(value)


def _person(user_id):
    return str(user_id) if isinstance(user_id, int) and user_id > 0 else None


def _ref(value):
    return value["id"] if value else None
