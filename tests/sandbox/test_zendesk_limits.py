import pytest


def test_every_answer_says_how_many_calls_are_left(start_zendesk):
    zendesk = start_zendesk(requests_per_minute=200)
    first, second = zendesk.get("/groups"), zendesk.get("/groups")
    assert first.headers["X-Rate-Limit"] == first.headers["RateLimit-Limit"] == "200"
    left = int(first.headers["X-Rate-Limit-Remaining"]), int(second.headers["X-Rate-Limit-Remaining"])
    assert left[0] - left[1] == 1
    assert 0 < int(first.headers["RateLimit-Reset"]) <= 60


def test_a_plan_that_is_used_up_answers_429_and_says_how_long_to_wait(start_zendesk):
    zendesk = start_zendesk(requests_per_minute=3)
    codes = [zendesk.get("/groups").status_code for _ in range(4)]
    assert codes == [200, 200, 200, 429]
    assert 0 < int(zendesk.get("/groups").headers["Retry-After"]) <= 60


def test_exports_have_a_limit_of_their_own(start_zendesk):
    zendesk = start_zendesk(requests_per_minute=700)
    path = "/incremental/tickets/cursor"
    answers = [zendesk.get(path, start_time=0) for _ in range(11)]
    assert [a.status_code for a in answers] == [200] * 10 + [429]
    assert answers[-1].json() == {
        "error": "APIRateLimitExceeded",
        "description": "Number of allowed incremental export API requests per minute exceeded",
    }
    assert answers[0].headers["Zendesk-RateLimit-incremental-exports"].startswith("total=10; remaining=9;")
    assert zendesk.get("/incremental/users/cursor", start_time=0).status_code == 200


def test_one_ticket_takes_thirty_updates_in_ten_minutes(start_zendesk):
    zendesk = start_zendesk(requests_per_minute=700, high_volume=True)
    answers = [zendesk.put_ticket("mail", subject=f"{n}") for n in range(31)]
    assert [a.status_code for a in answers] == [200] * 30 + [429]
    assert int(answers[-1].headers["Retry-After"]) > 60
    assert zendesk.put_ticket("call", subject="another").status_code == 200


@pytest.mark.parametrize(("high_volume", "total"), [(False, "total=100"), (True, "total=300")])
def test_updates_are_limited_over_all_tickets(start_zendesk, high_volume, total):
    zendesk = start_zendesk(requests_per_minute=700, high_volume=high_volume)
    headers = zendesk.put_ticket("mail", subject="x").headers
    assert headers["Zendesk-RateLimit-tickets-update"].startswith(total)
    assert headers["Zendesk-RateLimit-per-ticket-updates"].startswith("total=30; remaining=29")
