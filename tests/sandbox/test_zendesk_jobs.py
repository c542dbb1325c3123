import time


def finished(zendesk, status):
    for _ in range(200):
        status = zendesk.read(f"/job_statuses/{status['id']}")["job_status"]
        if status["status"] == "completed":
            return status
        time.sleep(0.02)
    raise AssertionError(status)


def update_many(zendesk, query="", **body):
    return zendesk.call("PUT", f"/tickets/update_many{query}", json=body)


def test_a_batch_changes_each_ticket_and_reports_what_failed_alone(zendesk):
    rows = [
        {"id": zendesk.id("mail"), "subject": "One"},
        {"id": zendesk.id("closed"), "subject": "Two"},
        {"id": 99999, "subject": "Three"},
    ]
    first = update_many(zendesk, tickets=rows).json()["job_status"]
    assert (first["status"], first["progress"], first["results"]) == ("queued", None, None)
    results = finished(zendesk, first)["results"]
    assert [r["success"] for r in results] == [True, False, False]
    assert results[0]["status"] == "Updated"
    assert (results[1]["error"], results[1]["details"]) == ("RecordInvalid", "Status: closed prevents ticket update")
    assert zendesk.ticket("mail")["subject"] == "One"


def test_the_same_change_can_be_made_to_many_ids(zendesk):
    ids = f"?ids={zendesk.id('mail')},{zendesk.id('call')}"
    finished(zendesk, update_many(zendesk, ids, ticket={"additional_tags": ["vip"]}).json()["job_status"])
    assert "vip" in zendesk.ticket("mail")["tags"]
    assert "vip" in zendesk.ticket("call")["tags"]


def test_more_than_a_hundred_are_refused(zendesk):
    answered = update_many(zendesk, tickets=[{"id": number} for number in range(1, 102)])
    assert answered.status_code == 400
    assert (answered.json()["error"], answered.json()["max_count"]) == ("TooManyValues", 100)


def test_a_stale_stamp_fails_its_own_ticket_only(zendesk):
    stale = {"safe_update": True, "updated_stamp": "2020-01-01T00:00:00Z"}
    rows = [{"id": zendesk.id("mail"), "subject": "x"} | stale, {"id": zendesk.id("call"), "subject": "y"}]
    results = finished(zendesk, update_many(zendesk, tickets=rows).json()["job_status"])["results"]
    assert [r["success"] for r in results] == [False, True]
    assert results[0]["error"] == "UpdateConflict"


def test_thirty_jobs_at_once_are_enough(start_zendesk):
    slow = start_zendesk(job_delay_s=30)
    row = {"tickets": [{"id": slow.id("mail"), "subject": "x"}]}
    codes = [update_many(slow, **row).status_code for _ in range(31)]
    assert codes == [200] * 30 + [429]


def test_a_merge_closes_the_source_and_tells_both_privately(zendesk):
    target, source = zendesk.id("mail"), zendesk.id("incident")
    joe = next(u["id"] for u in zendesk.read("/users")["users"] if u["name"] == "Joe")
    zendesk.put_ticket("incident", assignee_id=joe)
    started = zendesk.call("POST", f"/tickets/{target}/merge", json={"ids": [source]}).json()["job_status"]
    assert finished(zendesk, started)["results"][0]["success"] is True
    merged = zendesk.ticket("incident")
    assert merged["status"] == "closed"
    assert "closed_by_merge" in merged["tags"]
    comment = zendesk.read(f"/tickets/{target}/comments")["comments"][-1]
    assert comment["public"] is False
    assert comment["via"]["source"]["from"]["ticket_id"] == source
