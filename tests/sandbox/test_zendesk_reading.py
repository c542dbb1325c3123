import mimetypes

import pytest

from tests.sandbox.zendesk_server import NOW, at


def test_the_world_stands_as_it_was_at_the_chosen_moment(zendesk):
    assert "future" not in zendesk.helpdesk.ids()
    assert "elsewhere" not in zendesk.helpdesk.ids()
    mail = zendesk.ticket("mail")
    assert (mail["status"], mail["priority"], mail["tags"]) == ("open", "high", ["billing"])
    assert mail["description"].startswith("I was charged twice.")
    assert mail["via"]["channel"] == "email"


def test_each_address_is_a_user_and_a_shared_number_is_no_identity(zendesk):
    users = zendesk.read("/users", include="identities")
    ana = [u for u in users["users"] if u["name"] == "Ana Ruiz"]
    assert {u["email"] for u in ana} == {"ana@example.com", "ana.ruiz@example.org"}
    assert [u["phone"] for u in ana] == ["+34600111222"] * 2
    assert sorted(u["shared_phone_number"] for u in ana) == [False, True]
    phones = [i["value"] for i in users["identities"] if i["type"] == "phone_number" and i["value"].startswith("+346")]
    assert phones == ["+34600111222", "+34600111333"]


def test_a_comment_is_text_and_html_and_names_its_attachments(zendesk):
    comments = zendesk.read(f"/tickets/{zendesk.id('mail')}/comments")["comments"]
    assert [c["public"] for c in comments] == [True, True, False, True]
    first = comments[0]
    assert first["body"] == first["plain_body"] == "I was charged twice.\n\nOrder 4711 <twice>"
    assert first["html_body"].count("<p") == 2
    assert "&lt;twice&gt;" in first["html_body"]
    assert first["attachments"][0]["file_name"] == "bill.pdf"
    assert first["attachments"][0]["content_type"] == mimetypes.guess_type("bill.pdf")[0]


def test_a_bot_in_mail_is_the_system_and_no_user(zendesk):
    bot = zendesk.read(f"/tickets/{zendesk.id('mail')}/comments")["comments"][3]
    assert bot["author_id"] == -1
    assert bot["via"]["source"]["from"]["title"] == "Helper"
    assert zendesk.read("/users/show_many", ids="-1")["users"] == []


def test_the_words_of_a_conversation_are_in_its_log_and_not_in_its_comments(zendesk):
    number = zendesk.id("chat")
    comments = [c["body"] for c in zendesk.read(f"/tickets/{number}/comments")["comments"]]
    assert comments == ["Conversation with Ana Ruiz", "Third contact."]
    events = zendesk.read(f"/tickets/{number}/conversation_log")["events"]
    messages = [e for e in events if e["type"] == "Messaging::ConversationMessage"]
    assert [(e["author"]["type"], e["content"]["text"]) for e in messages] == [
        ("bot", "Hello, what is it about?"),
        ("user", "My invoice again"),
        ("agent", "Your order number, please?"),
    ]
    assert [e["created_at"] for e in events] == sorted(e["created_at"] for e in events)
    assert zendesk.ticket("chat")["from_messaging_channel"] is True


def test_the_log_of_a_mail_ticket_holds_its_comments(zendesk):
    events = zendesk.read(f"/tickets/{zendesk.id('mail')}/conversation_log")["events"]
    assert [e["type"] for e in events] == ["Comment"] * 4
    assert [e["metadata"]["public"] for e in events] == [True, True, False, True]


@pytest.mark.parametrize(("path", "name"), [("comments", "comments"), ("conversation_log", "events")])
def test_cursor_pages_give_each_row_once_and_a_full_last_page_is_followed_by_an_empty_one(zendesk, path, name):
    seen, after, pages = [], None, 0
    while True:
        cursor = {"page[after]": after} if after else {}
        body = zendesk.read(f"/tickets/{zendesk.id('mail')}/{path}", **{"page[size]": 2}, **cursor)
        pages += 1
        seen += [row["id"] for row in body[name]]
        if not body["meta"]["has_more"]:
            break
        after = body["meta"]["after_cursor"]
        assert body["links"]["next"].startswith("https://harbourlane.zendesk.com/api/v2/tickets/")
    assert len(seen) == len(set(seen)) == 4
    assert pages == 3
    assert body["meta"]["after_cursor"] is None


def test_offset_pages_end_at_ten_thousand_rows(zendesk):
    path = f"/tickets/{zendesk.id('mail')}/comments"
    body = zendesk.read(path, per_page=3)
    assert (len(body["comments"]), body["count"]) == (3, 4)
    assert "page=2" in body["next_page"]
    assert zendesk.get(path, page=101, per_page=100).status_code == 400


def test_comments_can_be_read_newest_first(zendesk):
    path = f"/tickets/{zendesk.id('mail')}/comments"
    newest = zendesk.read(path, sort="-created_at", **{"page[size]": 1})["comments"][0]
    assert newest["id"] == zendesk.read(path, sort_order="desc")["comments"][0]["id"]
    assert newest["body"] == "We have received your message."


def test_audits_tell_each_change_with_what_was_before(zendesk):
    audits = zendesk.read(f"/tickets/{zendesk.id('mail')}/audits")["audits"]
    changes = [
        (e["field_name"], e["previous_value"], e["value"]) for a in audits for e in a["events"] if e["type"] == "Change"
    ]
    names = {u["id"]: u["name"] for u in zendesk.read("/users")["users"]}
    shown = [(f, names.get(int(b), b) if f == "assignee_id" else b, v) for f, b, v in changes]
    assert [c[0] for c in shown] == ["status", "assignee_id", "priority"]
    assert shown[0] == ("status", "new", "open")
    assert shown[1][1] == "Kim"
    assert audits[0]["events"][0]["type"] == "Create"


def test_solving_is_in_the_audits_and_metrics_even_where_the_world_names_only_its_time(zendesk):
    metric = zendesk.read(f"/tickets/{zendesk.id('chat')}/metrics")["ticket_metric"]
    audits = zendesk.read(f"/tickets/{zendesk.id('chat')}/audits")["audits"]
    solved = [a["created_at"] for a in audits for e in a["events"] if e.get("value") == "solved"]
    assert solved == [metric["solved_at"]]
    assert zendesk.ticket("chat")["satisfaction_rating"]["score"] == "good"


def test_problems_and_incidents_are_linked(zendesk):
    problem, incident = zendesk.ticket("problem"), zendesk.ticket("incident")
    assert (problem["type"], problem["has_incidents"]) == ("problem", True)
    assert (incident["type"], incident["problem_id"]) == ("incident", problem["id"])
    listed = zendesk.read(f"/tickets/{problem['id']}/incidents")["tickets"]
    assert [t["id"] for t in listed] == [incident["id"]]


def test_show_many_leaves_out_what_is_not_there(zendesk):
    body = zendesk.read("/tickets/show_many", ids=f"{zendesk.id('mail')},99999", include="users")
    assert [t["id"] for t in body["tickets"]] == [zendesk.id("mail")]
    assert {u["name"] for u in body["users"]} == {"Ana Ruiz", "Joe"}
    assert zendesk.get("/tickets/99999").json() == {"error": "RecordNotFound", "description": "Not found"}
    refused = zendesk.get("/tickets/show_many", ids=",".join(map(str, range(101))))
    assert (refused.status_code, refused.json()["max_count"]) == (400, 100)


def test_several_custom_statuses_share_a_category(zendesk):
    statuses = zendesk.read("/custom_statuses")["custom_statuses"]
    opened = [s for s in statuses if s["status_category"] == "open"]
    assert [s["default"] for s in opened] == [True, False]
    answered = zendesk.put_ticket("mail", custom_status_id=opened[1]["id"])
    assert answered.json()["ticket"]["status"] == "open"
    assert zendesk.ticket("mail")["custom_status_id"] == opened[1]["id"]


def test_a_call_is_a_voice_ticket_that_may_hold_a_private_note_only(zendesk):
    call = zendesk.ticket("call")
    assert (call["via"]["channel"], call["is_public"]) == ("voice", False)
    assert call["created_at"] < NOW.isoformat()


def test_a_ticket_closes_by_a_rule_four_days_after_it_was_solved(zendesk):
    audits = zendesk.read(f"/tickets/{zendesk.id('closed')}/audits")["audits"]
    assert [e["value"] for a in audits for e in a["events"] if e.get("field_name") == "status"][1:] == [
        "solved",
        "closed",
    ]
    assert (audits[-1]["author_id"], audits[-1]["via"]["channel"]) == (-1, "rule")
    assert audits[-1]["created_at"] == at(35).strftime("%Y-%m-%dT%H:%M:%SZ")
