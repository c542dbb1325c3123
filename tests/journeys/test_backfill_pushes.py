"""A push while a large backfill runs: its ticket is read, judged and written, long before the backfill ends."""

import requests

from tests.journeys.build import ago, customer, says, ticket
from tests.journeys.stories import third_contact

CROWD = 500
BOUND_S = 45.0
"""Generous: the first judgement of a worker loads its models, and the machine may be busy with other things."""


def crowd(count):
    """Build somebody with many calm tickets, all older than the story."""
    many = (
        ticket(f"calm{n}", says(f"Which size is shelf number {n}?", ago(days=40, minutes=n)), requester_email=None)
        for n in range(count)
    )
    return customer(*many, name="Tom Hale", emails=("tom@example.com",), phones=())


def test_a_pushed_ticket_is_written_while_the_backfill_runs(estate):
    house = estate(third_contact(), crowd(CROWD))
    # every page of the exports takes its time, as with a real account
    house.fault("zendesk", match="/incremental/ticket", kind="late_reply", delay_s=25.0, times=99)
    house.start_worker()
    house.wait_for(lambda: house.calls("zendesk").get("GET /api/v2/incremental/users/cursor"), 90)
    reply = {"id": house.ref("third").id, "text": "Hello? It is wrong."}
    requests.post(f"{house.zendesk}/control/do/reply", json=reply, timeout=5).raise_for_status()
    house.wait_for(lambda: "repeat_contact" in house.flags("third"), BOUND_S)
    status = house.store.status(house.house.clock())
    assert not all(stream.complete for stream in status.streams if stream.connection.startswith("zendesk"))
    # judged on the whole history, though the backfill has not come to it
    assert house.results()["third"]["fields"]["contacts"] == 3
