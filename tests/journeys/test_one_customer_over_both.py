"""One person with tickets in both helpdesks: what happens in one is seen in the other, as far as the setting lets it."""

import json

import pytest
import requests

from tests.journeys.estate import ago, customer, says, ticket
from tests.journeys.stories import third_contact

HELPDESKS = ("zendesk", "salesforce")
SAID_THERE = "Invoice INV-4411 still charges me twice for the lamp, please correct it."
PLAIN_WORDS = "still charges me twice for the lamp"
SOLVED = {"zendesk": {"status": "solved"}, "salesforce": {"status": "Closed", "by": "agent:Joe"}}


def other(system):
    return HELPDESKS[1 - HELPDESKS.index(system)]


def one_in_each(here):
    """Build somebody who has an open ticket in each helpdesk, about the same, and an earlier one beside."""
    return customer(
        ticket(
            "earlier",
            says("Hello, invoice INV-4411 charges me twice for the lamp. Please correct it.", ago(days=9)),
            says("Thank you, I have corrected invoice INV-4411 today.", ago(days=9, hours=-2), by="agent:Joe"),
            system=here,
            status="solved",
        ),
        ticket(
            "there",
            says("Invoice INV-4411 still charges me twice for the lamp.", ago(days=2)),
            system=other(here),
            subject="Invoice INV-4411 again",
        ),
        ticket(
            "here",
            says("Invoice INV-4411 is wrong again: the lamp is charged twice on INV-4411.", ago(hours=3)),
            system=here,
            subject="Still invoice INV-4411",
        ),
    )


def act(house, world_id, name, **given):
    _, base = house.base(world_id)
    body = {"id": house.ref(world_id).id, **given}
    requests.post(f"{base}/control/do/{name}", json=body, timeout=5).raise_for_status()


@pytest.fixture(params=HELPDESKS)
def here(request):
    return request.param


def test_a_change_in_one_is_seen_on_the_other_with_its_next_look(estate, here):
    house = estate(one_in_each(here))
    house.drain()

    def told():
        (entry,) = [
            c for c in house.results()["here"]["annotation"]["history"] if c["ticket"] == str(house.ref("there"))
        ]
        return entry

    assert told()["status"] != "solved"
    act(house, "there", "edit", **SOLVED[other(here)])
    house.pull()
    assert told()["status"] == "solved"


def test_words_said_in_one_are_judged_on_the_other_with_its_next_look(estate, here):
    house = estate(one_in_each(here))
    house.drain()
    before = house.results()["here"]["fields"]["effort"]
    house.reply("there", "I have already told you the invoice number, and nobody has answered me!")
    house.pull()
    result = house.results()["here"]
    assert str(house.ref("there")) in json.dumps(result["annotation"])
    assert result["fields"]["effort"] > before


@pytest.mark.parametrize("quotes", ["full", "redacted", "off"])
def test_quotes_cross_as_the_setting_says_in_field_note_and_headline(estate, here, quotes):
    house = estate(third_contact(first_system=other(here), system=here), more={"cross_system_quotes": quotes})
    house.drain()
    third = house.results()["third"]
    assert "repeat_contact" in third["fields"]["flags"]
    note = " ".join(third["notes"][0].split())
    document = json.dumps(third["annotation"], ensure_ascii=False)
    shown = (document, note, third["fields"]["headline"])
    assert third["fields"]["headline"]
    assert [PLAIN_WORDS in text for text in shown[:2]] == [quotes != "off"] * 2
    assert [SAID_THERE in text for text in shown[:2]] == [quotes == "full"] * 2
    if quotes != "full":
        assert not any(SAID_THERE in text for text in shown)
    if quotes == "off":
        assert not any(PLAIN_WORDS in text for text in shown)
    # that there were earlier contacts, and where, is told in any case
    assert str(house.ref("second")) in document
