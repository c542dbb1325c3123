"""`sidelight connect salesforce`, `doctor` and `disconnect salesforce` as a person runs them."""

import pytest
import requests

from demo.stage import SALESFORCE_CLIENT
from tests.journeys.stories import third_contact
from tests.processes import run_command

NAME = "salesforce:harbourlane"


@pytest.fixture
def sidelight():
    """Run one of our commands without a terminal."""

    def run(house, *arguments, typed="", fails=False):
        answer = run_command(*arguments, environment=house.settings.environment(), typed=typed, timeout_s=120)
        assert (answer.returncode != 0) == fails, answer.stdout + answer.stderr
        return answer.stdout + answer.stderr

    return run


@pytest.fixture
def house(estate):
    made = estate(third_contact(first_system="salesforce", system="salesforce"))
    made.drain()
    return made


def test_leaving_with_purge_empties_the_fields_and_a_connection_again_begins_anew(house, sidelight):
    assert house.results()["third"]["fields"]["flags"]
    notes = house.notes("third")
    told = sidelight(house, "disconnect", "salesforce", "--purge", "--forget", "--yes")
    assert "Emptied" in told
    assert "Modify All Data" in told
    assert "salesforce:harbourlane is disconnected." in told
    third = house.results()["third"]
    assert third["fields"] == {**dict.fromkeys(third["fields"]), "flags": []}
    assert third["annotation"] is None
    assert house.notes("third") == notes, "comments stay"
    assert NAME not in house.store.connection_ids()
    assert "connected are: none" in sidelight(house, "disconnect", "salesforce", "--yes", fails=True)
    options = ("--domain", "harbourlane", "--client-id", SALESFORCE_CLIENT["client_id"])
    sidelight(house, "connect", "salesforce", *options, typed=SALESFORCE_CLIENT["client_secret"] + "\n")
    house.drain()
    assert house.results()["third"]["fields"]["flags"]


def test_leaving_without_purge_says_what_stays(house, sidelight):
    before = house.results()
    told = sidelight(house, "disconnect", "salesforce", "harbourlane", "--yes")
    assert "--purge empties the fields" in told
    assert house.results() == before


def test_a_new_secret_is_valid_beside_the_old_one_for_a_day(house, sidelight):
    (old,) = next(c for c in house.store.load_connections() if c.id == NAME).webhook_secrets
    told = sidelight(house, "connect", "salesforce", "--domain", "harbourlane", "--new-secret")
    connection = next(c for c in house.store.load_connections() if c.id == NAME)
    new = connection.webhook_secrets[0]
    assert connection.valid_secrets(house.house.clock()) == (new, old)
    assert f"Secret for the Flow's named credential: {new}" in told
    assert f"/webhooks/salesforce/harbourlane/{new}" in told
    assert "is valid until" in told


def test_a_preview_of_a_connected_org_needs_no_secret_and_makes_nothing(house, sidelight):
    told = sidelight(house, "connect", "salesforce", "--domain", "harbourlane", "--preview")
    assert "Nothing is changed." in told
    assert "field Case.Sidelight_Headline__c: is there and can be written" in told
    assert "right Case: read, View All" in told
    assert "a secret is known" in told


def test_a_user_name_without_a_key_is_refused_and_the_end_of_passwords_named(house, sidelight):
    options = ("--domain", "harbourlane", "--client-id", "x", "--username", "u@example.com")
    told = sidelight(house, "connect", "salesforce", *options, fails=True)
    assert "--key-file" in told
    assert "2027-06-01" in told


def test_doctor_names_a_hidden_field_and_the_remedy(house, sidelight):
    requests.post(f"{house.salesforce}/control/fls", json={"hide": ["Case.Description"]}, timeout=5).raise_for_status()
    told = sidelight(house, "doctor", fails=True)
    assert "salesforce:harbourlane, field Case.Description: is hidden" in told
    assert "Sidelight_Integration" in told


def test_a_spent_share_is_told_in_status_with_the_time_at_which_it_goes_on(estate, sidelight):
    house = estate(third_contact(first_system="salesforce", system="salesforce"), more={"salesforce_share": 0.0001})
    house.drain()
    told = sidelight(house, "status")
    assert "Put off until" in told
    assert "of this org's 100000 API calls of 24 hours; or raise its share" in " ".join(told.split())
