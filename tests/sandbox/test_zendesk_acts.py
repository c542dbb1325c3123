"""What the control API lets the account's people do, and what the account's truth then says."""

import pytest


def do(zendesk, act, **given):
    answered = zendesk.call("POST", f"/control/do/{act}", json=given)
    assert answered.status_code == 200, answered.text
    return answered.json()


def refused(zendesk, act, **given):
    answered = zendesk.call("POST", f"/control/do/{act}", json=given)
    assert answered.status_code in (400, 404), answered.text
    return answered.json()["error"]


def truth(zendesk, kind, **wanted):
    rows = zendesk.read("/control/truth")[kind]
    return [row for row in rows if all(row[key] == value for key, value in wanted.items())]


def only_ticket(zendesk, id_):
    (row,) = truth(zendesk, "tickets", id=int(id_))
    return row


def test_customer_and_agents_write_and_the_truth_has_their_words(zendesk):
    mail = zendesk.id("mail")
    do(zendesk, "reply", id=mail, text="Any news?")
    do(zendesk, "reply", id=mail, text="Refund is on its way", by="agent:Joe")
    do(zendesk, "note", id=mail, text="done by hand", by="Kim")
    said = {(c["body"], c["public"]) for c in truth(zendesk, "comments", ticket_id=mail)}
    assert said >= {("Any news?", True), ("Refund is on its way", True), ("done by hand", False)}
    answered = {c["body"] for c in zendesk.read(f"/tickets/{mail}/comments")["comments"]}
    assert answered == {body for body, _ in said}


def test_an_edit_is_made_by_an_agent_in_one_audit(zendesk):
    mail = zendesk.id("mail")
    do(zendesk, "edit", id=mail, priority="urgent", add_tags=["vip"], remove_tags=["billing"], group="Support")
    audit = zendesk.read(f"/tickets/{mail}/audits")["audits"][-1]
    assert {e["field_name"] for e in audit["events"]} == {"priority", "tags", "group_id"}
    assert audit["via"]["channel"] == "web"
    assert only_ticket(zendesk, mail)["tags"] == ["vip"]


@pytest.mark.parametrize("channel", ["email", "messaging", "phone"])
def test_a_new_ticket_holds_the_customers_words_where_its_channel_keeps_them(zendesk, channel):
    made = do(zendesk, "create", requester_email="new@example.com", subject="Hi", text="Hello there", channel=channel)
    (said,) = [c for c in truth(zendesk, "comments", ticket_id=int(made["id"])) if c["body"] == "Hello there"]
    kinds = {"email": "Comment", "messaging": "Messaging::ConversationMessage", "phone": "VoiceComment"}
    assert said["type"] == kinds[channel]


def test_a_follow_up_names_the_closed_ticket(zendesk):
    closed = zendesk.id("closed")
    made = do(zendesk, "create", requester_email="ana@example.com", text="Again", follow_up_of=closed)
    assert only_ticket(zendesk, made["id"])["followup_source_id"] == closed
    assert "follow_up_of" in refused(
        zendesk, "create", requester_email="a@b.c", text="x", follow_up_of=zendesk.id("mail")
    )


def test_a_merge_closes_the_source_and_tells_the_target(zendesk):
    source, target = zendesk.id("incident"), zendesk.id("call")
    do(zendesk, "edit", id=source, assignee="Joe")
    do(zendesk, "merge", source=source, target=target)
    row = only_ticket(zendesk, source)
    assert (row["status"], "closed_by_merge" in row["tags"]) == ("closed", True)
    assert any(f"#{source}" in c["body"] for c in truth(zendesk, "comments", ticket_id=target))


def test_deleted_restored_and_forgotten_tickets(zendesk):
    mail = zendesk.id("mail")
    do(zendesk, "delete", id=mail)
    assert only_ticket(zendesk, mail)["status"] == "deleted"
    do(zendesk, "restore", id=mail)
    assert only_ticket(zendesk, mail)["status"] == "open"
    do(zendesk, "forget", id=mail)
    assert (only_ticket(zendesk, mail)["subject"], truth(zendesk, "comments", ticket_id=mail)) == ("SCRUBBED", [])
    assert "restored" in refused(zendesk, "restore", id=mail)


def test_redaction_blacks_out_text_and_html_and_leaves_the_length(zendesk):
    mail = zendesk.id("mail")
    first = truth(zendesk, "comments", ticket_id=mail)[0]
    do(zendesk, "redact", id=mail, comment_id=first["id"], text="4711 <twice>")
    after = truth(zendesk, "comments", id=first["id"])[0]
    assert len(after["body"]) == len(first["body"])
    assert "4711" not in after["body"] + after["html_body"]
    assert "&lt;twice" not in after["html_body"]
    shown = zendesk.read(f"/tickets/{mail}/comments")["comments"][0]
    assert (shown["body"], shown["html_body"]) == (after["body"], after["html_body"])


def test_ratings_and_surveys(zendesk):
    closed = zendesk.id("chat")
    do(zendesk, "rate", id=closed, score="bad", comment="still broken")
    (rating,) = truth(zendesk, "ratings", ticket_id=closed)
    assert (rating["score"], rating["comment"]) == ("bad", "still broken")
    told = do(zendesk, "survey", id=closed, score=2)
    assert truth(zendesk, "survey_responses", ticket_id=closed)[0]["id"] == told["survey_response_id"]


def test_people_are_renamed_joined_merged_and_deleted(zendesk):
    do(zendesk, "rename_user", email="ana@example.com", name="Ana R.")
    do(zendesk, "add_identity", email="ana@example.com", kind="email", value="a.r@example.com")
    made = do(zendesk, "organization", name="Example", domains=["example.com"])
    do(zendesk, "join", email="a.r@example.com", organization="Example")
    ana = truth(zendesk, "users", email="ana@example.com")[0]
    assert (ana["name"], str(ana["organization_id"])) == ("Ana R.", made["id"])
    do(zendesk, "merge_users", source_email="ana.ruiz@example.org", target_email="ana@example.com")
    assert only_ticket(zendesk, zendesk.id("chat"))["requester_id"] == ana["id"]
    do(zendesk, "delete_user", email="ana@example.com")
    assert truth(zendesk, "users", id=ana["id"])[0]["active"] is False


def test_many_acts_are_the_same_for_the_same_seed(start_zendesk):
    def acts():
        return do(start_zendesk(), "many", count=80, seed=7)

    first, second = acts(), acts()
    assert [row["act"] for row in first["done"]] == [row["act"] for row in second["done"]]
    assert [row["given"] for row in first["done"]] == [row["given"] for row in second["done"]]
    assert len({row["act"] for row in first["done"]}) >= 8


def test_agents_traffic_takes_from_what_is_left(start_zendesk):
    zendesk = start_zendesk(requests_per_minute=100)
    do(zendesk, "agent_traffic", calls=60)
    assert int(zendesk.get("/groups").headers["x-rate-limit-remaining"]) == 39
    do(zendesk, "agent_traffic", calls=60)
    assert zendesk.get("/groups").status_code == 429


def test_what_is_wrong_is_named(zendesk):
    assert "text" in refused(zendesk, "reply", id=zendesk.id("mail"))
    assert "ticket 99" in refused(zendesk, "reply", id=99, text="x")
    assert "agent Nobody" in refused(zendesk, "note", id=zendesk.id("mail"), text="x", by="Nobody")
    assert "colour" in refused(zendesk, "edit", id=zendesk.id("mail"), colour="red")
    assert "closed" in refused(zendesk, "note", id=zendesk.id("closed"), text="x", by="Joe")
    assert "known are" in refused(zendesk, "dance")


def test_the_clock_moves_and_tokens_end_with_it(zendesk):
    told = zendesk.call("POST", "/control/clock", json={"advance_s": 90}).json()
    assert told["now"].startswith("2026-11-20T12:01:3")
    assert zendesk.get("/groups").status_code == 200
    zendesk.call("POST", "/control/clock", json={"now": "2026-11-23T12:00:00Z"})
    assert zendesk.get("/groups").status_code == 401
    assert zendesk.call("POST", "/control/clock", json={"advance_s": "soon"}).status_code == 400


def test_tokens_are_counted_and_killed_without_being_shown(zendesk):
    token = zendesk.session.headers["Authorization"].split()[1]
    counted = zendesk.get("/control/tokens")
    assert counted.json()["access"] == 1
    assert token not in counted.text
    assert zendesk.call("POST", "/control/tokens", json={"expire": token}).json() == {"expired": 1}
    assert zendesk.get("/groups").json()["error"] == "invalid_token"
