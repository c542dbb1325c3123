"""After many random acts, what the exports say is what the truth says: nothing lost, twice or invented."""

import pytest


def export(zendesk, resource, **params):
    rows, position = {}, {"start_time": 0}
    while True:
        body = zendesk.read(f"/incremental/{resource}/cursor", per_page=7, **position, **params)
        for row in body[resource]:
            assert row["id"] not in rows, "a cursor export shows each row once where nothing changes"
            rows[row["id"]] = row
        if body["end_of_stream"]:
            return rows
        position = {"cursor": body["after_cursor"]}


def events(zendesk):
    rows, start = {}, 0
    while True:
        body = zendesk.read("/incremental/ticket_events", start_time=start, per_page=9, include="comment_events")
        rows |= {row["id"]: row for row in body["ticket_events"]}
        if body["end_of_stream"]:
            return rows.values()
        # a second with more rows than a page is told whole, and again and again to whoever goes on in it
        start = max(body["end_time"], start + 1)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_exports_and_truth_are_the_same_sets(zendesk, seed):
    done = zendesk.call("POST", "/control/do/many", json={"count": 150, "seed": seed})
    assert done.status_code == 200, f"seed {seed}: {done.text}"
    zendesk.call("POST", "/control/clock", json={"advance_s": 120})
    truth = zendesk.read("/control/truth")

    tickets = export(zendesk, "tickets")
    names = ("subject", "description", "status", "priority", "requester_id", "updated_at", "generated_timestamp")
    assert {i: [row[n] for n in names] for i, row in tickets.items()} == {
        row["id"]: [row[n] for n in names] for row in truth["tickets"]
    }, f"seed {seed}"
    assert {i: sorted(row["tags"]) for i, row in tickets.items()} == {r["id"]: r["tags"] for r in truth["tickets"]}

    users = export(zendesk, "users")
    named = ("name", "email", "active", "organization_id", "updated_at")
    assert {i: [row[n] for n in named] for i, row in users.items()} == {
        row["id"]: [row[n] for n in named] for row in truth["users"]
    }, f"seed {seed}"

    told = {
        (c["id"], c["body"], c["html_body"], c["public"])
        for e in events(zendesk)
        for c in e["child_events"]
        if c["event_type"] == "Comment"
    }
    said = [c for c in truth["comments"] if c["type"] != "Messaging::ConversationMessage"]
    assert told == {(c["id"], c["body"], c["html_body"], c["public"]) for c in said}, f"seed {seed}"
    messages = {c["id"]: c["body"] for c in truth["comments"] if c["type"] == "Messaging::ConversationMessage"}
    logged = {}
    for number in {c["ticket_id"] for c in truth["comments"] if c["id"] in messages}:
        if tickets[number]["status"] != "deleted":
            for entry in zendesk.read(f"/tickets/{number}/conversation_log", **{"page[size]": 100})["events"]:
                if entry["type"] == "Messaging::ConversationMessage":
                    logged[entry["id"]] = entry["content"]["text"]
    assert logged.items() <= messages.items(), f"seed {seed}"
    assert logged
