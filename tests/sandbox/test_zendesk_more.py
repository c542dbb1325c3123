"""Ratings, surveys, organizations, follow-ups, options and what is gone for good, by the vendor's endpoints."""

import time


def act(zendesk, act_name, /, **given):
    answered = zendesk.call("POST", f"/control/do/{act_name}", json=given)
    assert answered.status_code == 200, answered.text
    return answered.json()


def test_ratings_are_listed_filtered_and_shown(zendesk):
    chat = zendesk.id("chat")
    act(zendesk, "rate", id=chat, score="bad", comment="no help")
    (rating,) = zendesk.read("/satisfaction_ratings", score="bad_with_comment")["satisfaction_ratings"]
    assert (rating["ticket_id"], rating["comment"]) == (chat, "no help")
    assert zendesk.read("/satisfaction_ratings", score="good")["satisfaction_ratings"] == []
    assert zendesk.read("/satisfaction_ratings", end_time=1)["satisfaction_ratings"] == []
    shown = zendesk.read(f"/satisfaction_ratings/{rating['id']}")["satisfaction_rating"]
    assert shown == rating
    assert zendesk.ticket("chat")["satisfaction_rating"]["score"] == "bad"


def test_survey_responses_are_found_by_their_ticket_and_stand_in_the_audits(zendesk):
    chat = zendesk.id("chat")
    told = act(zendesk, "survey", id=chat, score=2, comment="slow")
    wanted = {"filter[subject_zrns]": f"zen:ticket:{chat}"}
    (row,) = zendesk.read("/guide/survey_responses", **wanted)["survey_responses"]
    assert [a.get("rating_category") or a.get("value") for a in row["answers"]] == ["bad", "slow"]
    assert row["subjects"][0]["id"] == str(chat)
    assert zendesk.read(f"/guide/survey_responses/{told['survey_response_id']}")["survey_response"] == row
    assert zendesk.read("/guide/survey_responses", **{"filter[created_at_end]": 1})["survey_responses"] == []
    event = zendesk.read(f"/tickets/{chat}/audits")["audits"][-1]["events"][0]
    assert (event["type"], event["survey_response_id"]) == ("SurveyResponseSubmitted", row["id"])


def test_organizations_are_exported_and_new_users_join_by_their_domain(zendesk):
    made = int(act(zendesk, "organization", name="Example Ltd", domains=["example.net"])["id"])
    act(zendesk, "create", requester_email="eve@example.net", text="hello")
    assert [u["email"] for u in zendesk.read(f"/organizations/{made}/users")["users"]] == ["eve@example.net"]
    zendesk.call("POST", "/control/clock", json={"advance_s": 70})
    body = zendesk.read("/incremental/organizations", start_time=0)
    assert ([o["name"] for o in body["organizations"]], body["end_of_stream"]) == (["Example Ltd"], True)


def test_a_follow_up_names_its_closed_ticket_and_only_closed_ones_have_them(zendesk):
    closed = zendesk.id("closed")
    given = {"comment": {"body": "again"}, "via_followup_source_id": closed}
    made = zendesk.call("POST", "/tickets", json={"ticket": given}).json()["ticket"]
    assert made["via"]["source"] == {"from": {"ticket_id": closed, "channel": "api"}, "to": {}, "rel": "follow_up"}
    assert zendesk.ticket("closed")["followup_ids"] == [made["id"]]
    open_one = given | {"via_followup_source_id": zendesk.id("mail")}
    assert zendesk.call("POST", "/tickets", json={"ticket": open_one}).status_code == 422


def test_a_ticket_that_is_gone_for_good_cannot_be_restored_and_its_words_are_scrubbed(zendesk):
    mail = zendesk.id("mail")
    zendesk.call("DELETE", f"/tickets/{mail}")
    job = zendesk.call("DELETE", f"/deleted_tickets/{mail}").json()["job_status"]["id"]
    for _ in range(200):
        if zendesk.read(f"/job_statuses/{job}")["job_status"]["status"] == "completed":
            break
        time.sleep(0.02)
    assert zendesk.call("PUT", f"/deleted_tickets/{mail}/restore").status_code == 404
    assert zendesk.read("/deleted_tickets")["deleted_tickets"] == []
    zendesk.call("POST", "/control/clock", json={"advance_s": 70})
    rows = {t["id"]: t for t in zendesk.read("/incremental/tickets/cursor", start_time=0)["tickets"]}
    assert (rows[mail]["status"], rows[mail]["subject"], rows[mail]["tags"]) == ("deleted", "SCRUBBED", [])
    events = zendesk.read("/incremental/ticket_events", start_time=0, include="comment_events")["ticket_events"]
    assert mail not in {e["ticket_id"] for e in events}


def test_who_was_merged_or_deleted_is_inactive_in_the_export_and_not_in_the_list(zendesk):
    act(zendesk, "merge_users", source_email="ana.ruiz@example.org", target_email="ana@example.com")
    zendesk.call("POST", "/control/clock", json={"advance_s": 70})
    rows = zendesk.read("/incremental/users/cursor", start_time=0)["users"]
    gone = [u for u in rows if not u["active"]]
    assert [u["name"] for u in gone] == ["Ana Ruiz"]
    assert gone[0]["id"] not in {u["id"] for u in zendesk.read("/users")["users"]}
    kept = next(u for u in rows if u["email"] == "ana@example.com")
    values = {i["value"] for i in zendesk.read(f"/users/{kept['id']}/identities")["identities"]}
    assert values >= {"ana@example.com", "ana.ruiz@example.org"}


def test_options_are_added_changed_and_removed_one_by_one(zendesk):
    options = [{"name": "One", "value": "one"}, {"name": "Two", "value": "two"}]
    field = zendesk.add_field("tagger", custom_field_options=options)
    path = f"/ticket_fields/{field}/options"
    made = zendesk.call("POST", path, json={"custom_field_option": {"name": "Three", "value": "three"}})
    assert made.status_code == 201
    number = made.json()["custom_field_option"]["id"]
    changed = zendesk.call("POST", path, json={"custom_field_option": {"id": number, "name": "Drei", "value": "three"}})
    assert (changed.status_code, changed.json()["custom_field_option"]["id"]) == (200, number)
    assert zendesk.call("DELETE", f"{path}/{number}").status_code == 204
    assert [o["value"] for o in zendesk.read(path)["custom_field_options"]] == ["one", "two"]
    twice = zendesk.call("POST", path, json={"custom_field_option": {"name": "Again", "value": "two"}})
    assert twice.status_code == 422


def test_changing_tags_counts_as_an_update(start_zendesk):
    zendesk = start_zendesk(requests_per_minute=700)
    answered = zendesk.call("PUT", f"/tickets/{zendesk.id('mail')}/tags", json={"tags": ["a"]})
    assert answered.headers["Zendesk-RateLimit-per-ticket-updates"].startswith("total=30; remaining=29")
