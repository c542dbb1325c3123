"""One person with tickets in both helpdesks: what happens in one is seen in the other, as the setting lets it."""

import json
from dataclasses import replace

import pytest
import requests

from tests.journeys.build import ago, customer, says, ticket
from tests.journeys.stories import third_contact

HELPDESKS = ("zendesk", "salesforce")
NUMBER = "INV-4411"
SAID_THERE = f"Hello, invoice {NUMBER} charges me twice for the lamp."
PLAIN_WORDS = "charges me twice for the lamp"
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


def number_only_there(here):
    """Build somebody who has given the invoice's number in the other helpdesk alone."""
    said = third_contact(first_system=other(here), system=here)
    *earlier, third = said.tickets
    words = "The invoice for the lamp is wrong again: I am charged twice for the lamp, please correct it."
    (first,) = third.comments
    again = replace(third, subject="Lamp charged twice again", comments=(replace(first, text=words),))
    return replace(said, tickets=(*earlier, again))


@pytest.mark.parametrize("quotes", ["full", "redacted", "off"])
def test_quotes_cross_as_the_setting_says_in_field_note_and_headline(estate, here, quotes):
    house = estate(number_only_there(here), more={"cross_system_quotes": quotes})
    house.drain()
    third = house.results()["third"]
    assert "repeat_contact" in third["fields"]["flags"]
    note = " ".join(third["notes"][0].split())
    document = json.dumps(third["annotation"], ensure_ascii=False)
    headline = third["fields"]["headline"]
    shown = (document, note, headline)
    assert [PLAIN_WORDS in text for text in shown] == [quotes != "off", quotes != "off", False]
    assert [SAID_THERE in text for text in shown] == [quotes == "full", quotes == "full", False]
    assert [NUMBER in text for text in shown] == [quotes == "full"] * 3, headline
    # that there were earlier contacts, and where, is told in any case
    assert str(house.ref("second")) in document
