"""An agent says that a flag is wrong, on the ticket itself: it goes, stays away, and comes back when taken back."""

import json

import pytest
import requests

from tests.journeys.estate import AGENT
from tests.journeys.stories import third_contact

ALONE = 90
"""Seconds after which Zendesk's exports, too, show what was changed."""


def speak(house, world_id, *verdicts, agent="8801"):
    """Write the field as the sidebar does: through the helpdesk, as the agent Joe. Then look for changes."""
    seconds = int(house.house.clock().timestamp())
    text = " ".join([agent, *(f"{verdict}@{seconds}" for verdict in verdicts)]) if verdicts else ""
    system, base = house.base(world_id)
    ticket_id = house.ref(world_id).id
    if system == "salesforce":
        body = {"id": ticket_id, "values": {"Sidelight_Feedback__c": text}, "by": "Joe"}
        requests.post(f"{base}/control/change", json=body, timeout=5).raise_for_status()
    else:
        rows = requests.get(f"{base}/api/v2/ticket_fields.json", auth=AGENT, timeout=5).json()["ticket_fields"]
        field = next(row["id"] for row in rows if row["title"] == "Sidelight feedback")
        body = {"ticket": {"custom_fields": [{"id": field, "value": text}]}}
        requests.put(f"{base}/api/v2/tickets/{ticket_id}.json", json=body, auth=AGENT, timeout=5).raise_for_status()
    look(house)


def look(house):
    """Let some time pass everywhere, and look for changes."""
    for base in (house.zendesk, house.salesforce):
        requests.post(f"{base}/control/clock", json={"advance_s": ALONE}, timeout=5).raise_for_status()
    house.later(seconds=ALONE)
    house.pull()


def status(house):
    return house.store.status(house.house.clock())


def writes(house):
    """Return how many tickets we have written so far."""
    return sum(stage.items for stage in status(house).stages if stage.name.startswith("write"))


@pytest.fixture(params=["zendesk", "salesforce"])
def house(estate, request):
    """An estate in which a ticket is the third about the same, drained."""
    made = estate(third_contact(first_system=request.param, system=request.param))
    made.drain()
    look(made)
    assert "repeat_contact" in made.flags("third")
    return made


def test_a_flag_that_an_agent_calls_wrong_goes_everywhere_and_comes_back_when_it_is_taken_back(house):
    before = house.results()["third"]
    speak(house, "third", "repeat_contact-o")
    after = house.results()["third"]
    # what sums up two flags goes with one of them
    assert set(before["fields"]["flags"]) == {"repeat_contact", "hollow_resolution", "good_score_bad_experience"}
    assert after["fields"]["flags"] == ["hollow_resolution"]
    assert "repeat_contact" not in json.dumps([after["annotation"], after["tags"]])
    assert "Third contact" in before["fields"]["headline"]
    assert "Third contact" not in json.dumps([after["annotation"], after["fields"]["headline"]])
    assert after["fields"]["contacts"] == 3, "what happened stays what happened"

    speak(house, "third", "repeat_contact=", agent="8802")
    back = house.results()["third"]
    # the helpdesk keeps tags in the order in which they came
    assert back | {"tags": sorted(back["tags"])} == before | {"tags": sorted(before["tags"])}, "and no second note"


def test_it_stays_away_after_the_field_was_emptied_and_more_was_said(house):
    speak(house, "third", "repeat_contact-")
    speak(house, "third")
    house.reply("third", "Invoice INV-4411 again: have you found out why the lamp is charged twice?")
    look(house)
    assert house.results()["third"]["annotation"]["read_to"] > "2026-11-20T12:04:00Z", "the message was read"
    assert "repeat_contact" not in house.flags("third")
    assert [(one.kind, one.right, one.wrong) for one in status(house).feedback] == [("repeat_contact", 0, 1)]


def test_a_word_that_changes_nothing_that_is_shown_is_kept_and_writes_nothing(house):
    before, written = house.results(), writes(house)
    speak(house, "third", "repeat_contact+", "language_mismatch-")
    look(house)
    assert (house.results(), writes(house)) == (before, written)
    (mismatch, repeat) = status(house).feedback
    assert (mismatch.wrong, repeat.right) == (1, 1)


def test_taking_a_flag_off_is_one_write_and_its_echo_ends(house):
    written = writes(house)
    speak(house, "third", "repeat_contact-")
    for _ in range(2):
        look(house)
    assert writes(house) == written + 1


def test_on_a_solved_ticket_a_flag_goes_and_comes_back_too(house):
    assert "repeat_contact" in house.flags("second")
    speak(house, "second", "repeat_contact-d")
    assert "repeat_contact" not in house.flags("second")
    assert "repeat_contact" in house.flags("third"), "other tickets of the customer keep theirs"
    speak(house, "second", "repeat_contact=")
    assert "repeat_contact" in house.flags("second")


def test_a_new_message_moves_how_far_was_read_and_nothing_else_does(house):
    before, written = house.results()["third"]["annotation"]["read_to"], writes(house)
    for _ in range(2):
        look(house)
    assert writes(house) == written
    house.reply("third", "Are you there?")
    look(house)
    assert house.results()["third"]["annotation"]["read_to"] > before
    assert writes(house) == written + 1
    assert "read_to" not in (house.results()["second"]["annotation"] or {})
