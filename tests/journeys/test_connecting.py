"""`sidelight connect` as a person runs it, against the loopback helpdesks."""

import pytest

from demo.stage import SALESFORCE_CLIENT, ZENDESK_CLIENT
from tests.journeys.stories import content
from tests.processes import run_command

HELPDESKS = {
    "zendesk": ("--subdomain", ZENDESK_CLIENT),
    "salesforce": ("--domain", SALESFORCE_CLIENT),
}


@pytest.fixture
def connect(tmp_path):
    """Run `sidelight connect` without a terminal: the secret is read from what is typed."""

    def run(house, system):
        option, client = HELPDESKS[system]
        command = ["connect", system, option, "harbourlane", "--client-id", client["client_id"]]
        answer = run_command(*command, environment=house.settings.environment(), typed=client["client_secret"] + "\n")
        assert answer.returncode == 0, answer.stderr
        assert client["client_secret"] not in answer.stdout + answer.stderr
        return answer.stdout.splitlines()

    return run


def secrets_of(house, name):
    return next(found.webhook_secrets for found in house.store.load_connections() if found.id == name)


def test_salesforces_secret_is_shown_to_be_pasted_whole_on_its_line(estate, connect):
    house = estate(content())
    (secret,) = secrets_of(house, "salesforce:harbourlane")
    shown = connect(house, "salesforce")
    assert f"Secret for the Flow's named credential: {secret}" in shown
    assert secrets_of(house, "salesforce:harbourlane") == (secret,), "connecting again keeps it"


def test_zendesk_keeps_its_secret_itself_and_none_is_shown(estate, connect):
    house = estate(content())
    shown = "\n".join(connect(house, "zendesk"))
    assert "zendesk:harbourlane is connected." in shown
    assert not any(secret in shown for secret in secrets_of(house, "zendesk:harbourlane"))
