import pytest

FLAGS = [{"name": "Repeat", "value": "sidelight_repeat"}, {"name": "Promise", "value": "sidelight_promise"}]


def control_comments(zendesk):
    return zendesk.read("/control/comments")


def test_one_call_changes_fields_tags_and_adds_a_note_in_one_audit(zendesk):
    field = zendesk.add_field("text", "Headline")
    answered = zendesk.put_ticket(
        "mail",
        custom_fields=[{"id": field, "value": "Third time"}],
        additional_tags=["vip"],
        comment={"html_body": "<p>Third contact</p><p>sidelight:0123456789abcdef</p>", "public": False},
    ).json()
    assert {"id": field, "value": "Third time"} in answered["ticket"]["custom_fields"]
    assert answered["ticket"]["tags"] == ["billing", "vip"]
    kinds = [(e["type"], e.get("field_name")) for e in answered["audit"]["events"]]
    assert kinds == [("Comment", None), ("Change", "tags"), ("Change", str(field))]
    comment = zendesk.read(f"/tickets/{zendesk.id('mail')}/comments")["comments"][-1]
    assert comment["plain_body"] == "Third contact\n\nsidelight:0123456789abcdef"
    assert comment["html_body"].startswith('<div class="zd-comment"')
    assert comment["audit_id"] == answered["audit"]["id"]
    assert [c["public"] for c in control_comments(zendesk)] == [False]


def test_a_comment_that_does_not_say_is_public_on_a_public_ticket(zendesk):
    zendesk.put_ticket("mail", comment={"body": "careless"})
    zendesk.put_ticket("call", comment={"body": "on a private ticket"})
    told = [(c["world_id"], c["public"], c["body"]) for c in control_comments(zendesk)]
    assert told == [("mail", True, "careless"), ("call", False, "on a private ticket")]


def test_a_closed_ticket_cannot_be_changed(zendesk):
    answered = zendesk.put_ticket("closed", additional_tags=["x"])
    assert answered.status_code == 422
    assert answered.json() == {
        "error": "RecordInvalid",
        "description": "Record validation errors",
        "details": {"status": [{"description": "Status: closed prevents ticket update"}]},
    }


def test_a_safe_update_with_an_old_stamp_is_409_and_changes_nothing(zendesk):
    stamp = zendesk.ticket("mail")["updated_at"]
    first = zendesk.put_ticket("mail", subject="One", safe_update=True, updated_stamp=stamp)
    second = zendesk.put_ticket("mail", subject="Two", safe_update="true", updated_stamp=stamp)
    assert (first.status_code, second.status_code) == (200, 409)
    assert second.json()["error"] == "UpdateConflict"
    assert zendesk.ticket("mail")["subject"] == "One"
    tags = {"tags": ["x"], "safe_update": "true", "updated_stamp": stamp}
    assert zendesk.call("PUT", f"/tickets/{zendesk.id('mail')}/tags", json=tags).status_code == 409


def test_an_update_that_changes_nothing_moves_only_the_generated_timestamp(zendesk):
    before = zendesk.ticket("mail")
    answered = zendesk.put_ticket("mail", subject=before["subject"], description="is never changed").json()
    assert answered["audit"]["events"] == []
    assert answered["ticket"]["updated_at"] == before["updated_at"]
    assert answered["ticket"]["generated_timestamp"] > before["generated_timestamp"]
    assert answered["ticket"]["description"] == before["description"]


def test_unknown_fields_are_dropped_without_a_word_and_unknown_keys_with_a_warning(zendesk):
    answered = zendesk.put_ticket("mail", custom_fields=[{"id": 1, "value": "x"}], id=5, subjekt="y")
    assert answered.status_code == 200
    assert 1 not in [f["id"] for f in answered.json()["ticket"]["custom_fields"]]
    assert "subjekt" in answered.headers["x-zendesk-api-warn"]


def test_options_of_a_multi_select_are_the_tickets_tags_in_both_directions(zendesk):
    field = zendesk.add_field("multiselect", custom_field_options=FLAGS)
    assert zendesk.value("mail", field) is None
    zendesk.put_ticket("mail", custom_fields=[{"id": field, "value": ["sidelight_repeat", "sidelight_promise"]}])
    assert zendesk.ticket("mail")["tags"] == ["billing", "sidelight_repeat", "sidelight_promise"]
    zendesk.put_ticket("mail", remove_tags=["sidelight_repeat"])
    assert zendesk.value("mail", field) == ["sidelight_promise"]
    zendesk.put_ticket("mail", custom_fields=[{"id": field, "value": []}])
    assert zendesk.ticket("mail")["tags"] == ["billing"]
    zendesk.put_ticket("mail", tags=["sidelight_repeat"])
    assert zendesk.value("mail", field) == ["sidelight_repeat"]
    zendesk.put_ticket("mail", tags=["other"])
    assert zendesk.value("mail", field) == []


def test_a_drop_down_holds_one_option_and_its_tag(zendesk):
    options = [{"name": "Calm", "value": "mood_0"}, {"name": "Angry", "value": "mood_3"}]
    field = zendesk.add_field("tagger", custom_field_options=options)
    zendesk.put_ticket("mail", custom_fields=[{"id": field, "value": "mood_0"}])
    zendesk.put_ticket("mail", custom_fields=[{"id": field, "value": "mood_3"}])
    assert zendesk.ticket("mail")["tags"] == ["billing", "mood_3"]
    zendesk.put_ticket("mail", custom_fields=[{"id": field, "value": "no_such_option"}])
    assert (zendesk.value("mail", field), zendesk.ticket("mail")["tags"]) == (None, ["billing"])


@pytest.mark.parametrize(
    ("kind", "value", "kept"), [("integer", 3, "3"), ("date", "2026-11-25", "2026-11-25"), ("text", "", None)]
)
def test_values_are_kept_as_their_type_asks(zendesk, kind, value, kept):
    field = zendesk.add_field(kind)
    zendesk.put_ticket("mail", custom_fields=[{"id": field, "value": value}])
    assert zendesk.value("mail", field) == kept


@pytest.mark.parametrize(("kind", "value"), [("integer", "many"), ("date", "tomorrow")])
def test_a_value_of_another_type_is_422_and_nothing_of_the_update_is_done(zendesk, kind, value):
    field = zendesk.add_field(kind)
    answered = zendesk.put_ticket("mail", subject="New", custom_fields=[{"id": field, "value": value}])
    assert answered.status_code == 422
    assert zendesk.ticket("mail")["subject"] == "Subject of mail"


def test_an_option_value_belongs_to_one_field_and_a_new_list_replaces_the_old_one(zendesk):
    field = zendesk.add_field("multiselect", custom_field_options=FLAGS)
    again = {"type": "multiselect", "title": "Again", "custom_field_options": FLAGS[:1]}
    assert zendesk.call("POST", "/ticket_fields", json={"ticket_field": again}).status_code == 422
    zendesk.call("PUT", f"/ticket_fields/{field}", json={"ticket_field": {"custom_field_options": FLAGS[1:]}})
    shown = zendesk.read(f"/ticket_fields/{field}")["ticket_field"]["custom_field_options"]
    assert [option["value"] for option in shown] == ["sidelight_promise"]


def test_tags_endpoints_add_replace_and_remove(zendesk):
    path = f"/tickets/{zendesk.id('mail')}/tags"
    assert zendesk.call("PUT", path, json={"tags": ["A", "b"]}).json()["tags"] == ["billing", "a", "b"]
    assert zendesk.call("DELETE", path, json={"tags": ["a"]}).json()["tags"] == ["billing", "b"]
    replaced = zendesk.call("POST", path, json={"tags": ["c"]})
    assert (replaced.status_code, replaced.json()["tags"]) == (201, ["c"])


def test_solving_asks_for_an_assignee(zendesk):
    assert zendesk.put_ticket("problem", status="solved").status_code == 422
    joe = next(u["id"] for u in zendesk.read("/users")["users"] if u["name"] == "Joe")
    assert zendesk.put_ticket("problem", status="solved", assignee_id=joe).json()["ticket"]["status"] == "solved"


def test_a_deleted_ticket_is_gone_until_it_is_restored(zendesk):
    number = zendesk.id("mail")
    assert zendesk.call("DELETE", f"/tickets/{number}").status_code == 204
    assert zendesk.get(f"/tickets/{number}").status_code == 404
    assert [t["id"] for t in zendesk.read("/deleted_tickets")["deleted_tickets"]] == [number]
    assert zendesk.call("PUT", f"/deleted_tickets/{number}/restore").json() == {}
    assert zendesk.ticket("mail")["status"] == "open"


def test_a_customers_reply_wakes_a_solved_ticket_and_starts_a_follow_up_of_a_closed_one(zendesk):
    for id_ in ("chat", "closed", "mail"):
        body = {"id": str(zendesk.id(id_)), "text": f"again, {id_}"}
        assert zendesk.call("POST", "/control/reply", json=body).status_code == 200
    assert zendesk.ticket("chat")["status"] == "open"
    log = zendesk.read(f"/tickets/{zendesk.id('chat')}/conversation_log")["events"]
    assert log[-1]["content"]["text"] == "again, chat"
    follow_up = zendesk.read(f"/tickets/{zendesk.ticket('closed')['followup_ids'][0]}")["ticket"]
    assert follow_up["via"]["source"]["rel"] == "follow_up"
    assert follow_up["via"]["source"]["from"]["ticket_id"] == zendesk.id("closed")
    assert zendesk.read(f"/tickets/{zendesk.id('mail')}/comments")["comments"][-1]["body"] == "again, mail"
    assert control_comments(zendesk) == []


def test_redacted_words_are_black_everywhere_even_on_a_closed_ticket(zendesk):
    comment = zendesk.read(f"/tickets/{zendesk.id('closed')}/comments")["comments"][0]
    body = {"ticket_id": zendesk.id("closed"), "html_body": "<redact>Old</redact> story"}
    assert zendesk.call("PUT", f"/comment_redactions/{comment['id']}", json=body).status_code == 200
    after = zendesk.read(f"/tickets/{zendesk.id('closed')}/comments")["comments"][0]
    assert after["body"] == after["plain_body"] == "▇▇▇ story"
    assert zendesk.ticket("closed")["description"] == "▇▇▇ story"
