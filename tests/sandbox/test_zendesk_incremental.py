import base64
from datetime import timedelta

from sandbox.clock import clock_from
from sandbox.world import World, WorldCustomer
from tests.sandbox.zendesk_server import NOW, at, said, ticket

TICKETS = "/incremental/tickets/cursor"


def read_all(zendesk, path=TICKETS, name="tickets", **params):
    rows, body = [], zendesk.read(path, start_time=0, **params)
    while True:
        rows += body[name]
        if body["end_of_stream"]:
            return rows, body
        body = zendesk.read(path, cursor=body["after_cursor"], **params)


def move_clock(zendesk, **by):
    zendesk.helpdesk.account.clock = clock_from(NOW + timedelta(**by))


def test_pages_follow_the_generated_timestamp_and_the_cursor_says_where(zendesk):
    rows, last = read_all(zendesk, per_page=2)
    keys = [(t["generated_timestamp"], t["id"]) for t in rows]
    assert len(keys) == 6
    assert keys == sorted(keys)
    assert base64.b64decode(last["after_cursor"]).decode() == f"{keys[-1][0]}.0||{keys[-1][1]}|"
    assert (last["before_cursor"], last["before_url"]) == (None, None)
    assert "per_page=2" in last["after_url"]


def test_an_empty_page_gives_back_the_cursor_that_it_was_asked_with(zendesk):
    _, last = read_all(zendesk)
    empty = zendesk.read(TICKETS, cursor=last["after_cursor"])
    assert (empty["tickets"], empty["end_of_stream"], empty["after_cursor"]) == ([], True, last["after_cursor"])
    nothing = zendesk.read(TICKETS, start_time=int(NOW.timestamp()) - 120)
    assert (nothing["tickets"], nothing["after_cursor"]) == ([], None)


def test_changes_of_the_last_minute_are_held_back(zendesk):
    _, last = read_all(zendesk)
    zendesk.put_ticket("mail", subject="New")
    assert zendesk.read(TICKETS, cursor=last["after_cursor"])["tickets"] == []
    move_clock(zendesk, seconds=70)
    assert [t["subject"] for t in zendesk.read(TICKETS, cursor=last["after_cursor"])["tickets"]] == ["New"]


def test_a_touch_by_the_system_brings_a_ticket_back_with_its_old_updated_at(zendesk):
    before = zendesk.ticket("mail")
    _, last = read_all(zendesk)
    zendesk.call("POST", "/control/touch", json={"id": str(before["id"])})
    move_clock(zendesk, seconds=70)
    (row,) = zendesk.read(TICKETS, cursor=last["after_cursor"])["tickets"]
    assert (row["id"], row["updated_at"]) == (before["id"], before["updated_at"])


def test_deleted_tickets_are_in_the_export_as_deleted(zendesk):
    zendesk.call("DELETE", f"/tickets/{zendesk.id('mail')}")
    move_clock(zendesk, seconds=70)
    rows, _ = read_all(zendesk)
    assert {t["id"]: t["status"] for t in rows}[zendesk.id("mail")] == "deleted"
    kept, _ = read_all(zendesk, exclude_deleted="true")
    assert zendesk.id("mail") not in [t["id"] for t in kept]


def test_a_start_in_the_last_minute_and_a_broken_cursor_are_400(zendesk):
    recent = zendesk.get(TICKETS, start_time=int(NOW.timestamp()) - 5)
    assert (recent.status_code, recent.json()["error"]) == (400, "StartTimeTooRecent")
    assert zendesk.get(TICKETS, cursor="broken").status_code == 400
    assert zendesk.get(TICKETS).status_code == 400


def test_sideloads_stand_beside_and_inside_the_rows(zendesk):
    body = zendesk.read(TICKETS, start_time=0, include="users,groups,metric_sets,dates,comment_count")
    assert {m["ticket_id"] for m in body["metric_sets"]} == {t["id"] for t in body["tickets"]}
    assert {u["name"] for u in body["users"]} >= {"Ana Ruiz", "Joe"}
    assert all("solved_at" in t["dates"] and t["comment_count"] >= 1 for t in body["tickets"])


def test_users_are_exported_once_each(zendesk):
    rows, _ = read_all(zendesk, "/incremental/users/cursor", "users", per_page=2)
    assert sorted(u["id"] for u in rows) == sorted(u["id"] for u in zendesk.read("/users")["users"])


def test_ticket_events_hold_words_only_where_they_are_asked_for(zendesk):
    plain = zendesk.read("/incremental/ticket_events", start_time=0)["ticket_events"]
    children = [c for e in plain for c in e["child_events"] if c["event_type"] == "Comment"]
    assert children
    assert all(c["comment_present"] and "body" not in c for c in children)
    full = zendesk.read("/incremental/ticket_events", start_time=0, include="comment_events")["ticket_events"]
    bodies = [c["body"] for e in full for c in e["child_events"] if c["event_type"] == "Comment"]
    assert "I am looking into it." in bodies
    changes = [c for e in full for c in e["child_events"] if c.get("priority")]
    assert (changes[0]["priority"], changes[0]["previous_value"]) == ("high", None)


def test_a_time_based_page_never_splits_a_second_and_the_next_one_repeats_it(start_zendesk):
    crowd = tuple(ticket(f"s{n}", 3, (said(3, 0, "customer", "same second"),)) for n in range(7))
    later = ticket("later", 2, (said(2, 0, "customer", "later"),))
    zendesk = start_zendesk(world=World((WorldCustomer("Cy", ("cy@example.com",), (), "en", (*crowd, later)),)))
    first = zendesk.read("/incremental/ticket_events", start_time=0, per_page=1)
    assert (first["count"], first["end_of_stream"]) == (7, False)
    assert first["end_time"] == int(at(3).timestamp())
    again = zendesk.read("/incremental/ticket_events", start_time=first["end_time"])
    assert (again["count"], again["end_of_stream"]) == (8, True)
