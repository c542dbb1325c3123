"""One ticket from a helpdesk to its own fields and note, and back."""

import json

import pytest

from tests.journeys.build import ago, customer, says, ticket
from tests.journeys.stories import content, third_contact


@pytest.mark.parametrize("system", ["zendesk", "salesforce"])
def test_a_third_contact_is_told_on_the_ticket_itself(estate, system):
    house = estate(third_contact(first_system=system, system=system))
    house.drain()
    third = house.results()["third"]
    assert "repeat_contact" in third["fields"]["flags"]
    assert third["fields"]["contacts"] == 3
    assert third["fields"]["headline"]
    assert third["annotation"]["v"] == "sidelight/1"
    quoted = [e["quote"] for f in third["annotation"]["flags"] for e in f["evidence"] if e.get("quote")]
    assert any("INV-4411" in quote for quote in quoted)
    assert len(third["notes"]) == 1
    assert "repeat_contact" not in house.results()["first"]["fields"]["flags"]


def test_the_flags_are_the_tickets_tags_and_other_tags_stay(estate):
    house = estate(third_contact())
    house.drain()
    tags = house.results()["third"]["tags"]
    assert "billing" in tags
    assert "sidelight_repeat_contact" in tags


@pytest.mark.parametrize("system", ["zendesk", "salesforce"])
def test_what_is_written_comes_back_and_is_not_written_again(estate, system):
    house = estate(third_contact(first_system=system, system=system))
    house.drain()
    before = house.results()
    written = house.store.status(house.house.clock()).stages
    for _ in range(3):
        house.pull()
    assert house.results() == before
    assert [s for s in house.store.status(house.house.clock()).stages if s.name.startswith("write")] == [
        s for s in written if s.name.startswith("write")
    ]


def test_a_customer_with_nothing_wrong_is_never_written(estate):
    house = estate(content())
    house.drain()
    calm = house.results()["calm"]
    assert calm["fields"]["flags"] == []
    assert calm["annotation"] is None
    assert calm["notes"] == []
    assert not any(call.startswith("PUT") and "tickets" in call for call in house.calls("zendesk"))


def test_a_reply_travels_through_webhook_and_write_back(estate):
    house = estate(
        customer(
            ticket(
                "open",
                says("My order HL-104411 has not arrived. When will it be delivered?", ago(days=2)),
                says("Thank you for your message, we are looking into it.", ago(days=2, hours=-1), by="agent:Joe"),
                subject="Order HL-104411",
            )
        )
    )
    house.drain()
    before = house.flags("open")
    house.reply("open", "I already told you the order number twice, and nobody has answered my question!")
    house.wait_and_drain(until=lambda: "asked_again" in house.flags("open") - before)


@pytest.mark.parametrize("other", ["zendesk", "salesforce"])
def test_earlier_contacts_in_the_other_helpdesk_count(estate, other):
    here = "salesforce" if other == "zendesk" else "zendesk"
    house = estate(third_contact(first_system=other, system=here))
    house.drain()
    third = house.results()["third"]
    assert "repeat_contact" in third["fields"]["flags"]
    told = {e["ticket"].split(":")[0] for f in third["annotation"]["flags"] for e in f["evidence"]}
    assert other in told


def test_quotes_do_not_cross_where_the_setting_says_off(estate):
    house = estate(third_contact(first_system="salesforce", system="zendesk"), more={"cross_system_quotes": "off"})
    house.drain()
    third = house.results()["third"]
    assert "repeat_contact" in third["fields"]["flags"]
    assert "still charges me twice" not in json.dumps(third)


def test_a_flag_goes_when_its_reason_goes(estate):
    promise = "I will call you with the result by Wednesday 18 November."
    house = estate(
        customer(
            ticket(
                "open",
                says("My Halden oven shows F-31, what do I do?", ago(days=4)),
                says(f"Thank you for the code. {promise}", ago(days=4, hours=-1), by="agent:Joe"),
                subject="Oven shows F-31",
            )
        )
    )
    house.drain()
    assert "promise_overdue" in house.flags("open")
    house.agent_writes("open", "The technician has found it: the door switch. The part goes out today.")
    house.wait_and_drain(until=lambda: "promise_overdue" not in house.flags("open"))


def test_a_promise_that_falls_due_is_told_without_any_change(estate):
    house = estate(
        customer(
            ticket(
                "open",
                says("My Halden oven shows F-31, what do I do?", ago(days=1)),
                says("Thank you. I will write to you by 15:00 today.", ago(hours=1), by="agent:Joe"),
                subject="Oven shows F-31",
            )
        )
    )
    house.drain()
    assert "promise_overdue" not in house.flags("open")
    house.later(hours=6)
    house.drain()
    assert "promise_overdue" in house.flags("open")


def test_nothing_that_is_written_is_public(estate):
    house = estate(third_contact(), content())
    house.drain()
    written = house.written_comments()
    assert written
    assert not any(row["public"] for row in written)
