"""Taking Sidelight out of a Zendesk account: the account is as it was before, and nothing is left with us."""

import pytest
import requests

from commands.connections import establish
from demo.stage import ZENDESK, ZENDESK_CLIENT
from integration.connection import Connection
from tests.journeys.stories import content, third_contact
from tests.processes import run_command

OWNER = ("admin@harbourlane.example/token", "loopback-api-token")
NAME = "zendesk:harbourlane"


class Account:
    """The loopback account, read as its admin would."""

    def __init__(self, house):
        self.base = house.zendesk

    def get(self, path):
        answer = requests.get(f"{self.base}{path}", auth=OWNER, timeout=10)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def set_up(self):
        """What an admin could have made: nothing of it is anybody's work on tickets."""
        return {
            "fields": self.get("/api/v2/ticket_fields")["ticket_fields"],
            "webhooks": self.get("/api/v2/webhooks")["webhooks"],
        }

    def tickets(self):
        """Every ticket with its values and tags, and what was said on it."""
        rows = self.get("/api/v2/tickets?per_page=100")["tickets"]
        return {
            row["id"]: {
                "tags": sorted(row["tags"]),
                "values": {f["id"]: f["value"] for f in row["custom_fields"] if f["value"] not in (None, [], "")},
                "comments": [
                    (c["author_id"], c["public"], c["body"])
                    for c in self.get(f"/api/v2/tickets/{row['id']}/comments")["comments"]
                ],
            }
            for row in rows
        }


def run(house, *words, typed=""):
    answer = run_command(*words, environment=house.settings.environment(), typed=typed, timeout_s=120)
    assert "Traceback" not in answer.stderr, answer.stderr
    return answer


@pytest.fixture
def house(estate):
    return estate(third_contact(), content())


def remove_all(account):
    """Take out what the estate's own connecting made, so that the account is as one that never saw us."""
    for field in account.set_up()["fields"]:
        if field["title"].startswith("Sidelight"):
            requests.delete(f"{account.base}/api/v2/ticket_fields/{field['id']}", auth=OWNER, timeout=10)
    for hook in account.set_up()["webhooks"]:
        requests.delete(f"{account.base}/api/v2/webhooks/{hook['id']}", auth=OWNER, timeout=10)


def test_after_disconnecting_the_account_is_as_before_connecting(house):
    account = Account(house)
    remove_all(account)
    made_before, tickets_before = account.set_up(), account.tickets()
    establish(house.house, Connection(NAME, "zendesk", ZENDESK, ZENDESK_CLIENT))
    house.drain()
    assert account.set_up() != made_before
    assert any("sidelight_repeat_contact" in row["tags"] for row in account.tickets().values())

    said = run(house, "disconnect", "zendesk", "--purge", "--forget", "--yes")
    assert said.returncode == 0, said.stderr
    assert "found nothing of ours on the account" in said.stdout
    assert account.set_up() == made_before
    blacked = 0
    for ticket_id, row in account.tickets().items():
        before = tickets_before[ticket_id]
        assert (row["tags"], row["values"]) == (before["tags"], before["values"])
        for comment in row["comments"]:
            if comment not in before["comments"]:
                # nobody can delete a comment; not one word of ours is left in it
                assert not set(comment[2]) - set("▇ \n")
                blacked += 1
    assert blacked == 1
    assert house.store.connection_ids() == ["salesforce:harbourlane"]
    status = house.store.status(house.house.clock())
    assert {row.connection for row in status.streams} == {"salesforce:harbourlane"}
    assert house.store.load_tokens(NAME).access is None


def test_without_purging_what_stands_on_tickets_stays_and_connecting_again_tells_nothing_twice(house):
    house.drain()
    notes = len(house.notes("third"))
    before = Account(house).tickets()
    said = run(house, "disconnect", "zendesk", "harbourlane", "--yes")
    assert said.returncode == 0, said.stderr
    assert "--purge takes them off" in said.stdout
    after = Account(house).tickets()
    assert {name: row["comments"] for name, row in after.items()} == {n: r["comments"] for n, r in before.items()}
    assert house.store.load_tickets([house.ref("third")]), "what was read stays, unless it is to be forgotten"

    establish(house.house, Connection(NAME, "zendesk", ZENDESK, ZENDESK_CLIENT))
    house.store.restart_backfill(NAME, house.house.clock())
    house.wait_and_drain(lambda: "repeat_contact" in house.flags("third"))
    assert len(house.notes("third")) == notes == 1


def test_a_preview_comes_first_and_no_changes_nothing(house):
    before = Account(house).set_up()
    said = run(house, "disconnect", "zendesk", typed="n\n")
    assert said.returncode == 130
    assert "remove field Sidelight headline" in said.stdout
    assert "remove webhook Sidelight" in said.stdout
    assert Account(house).set_up() == before
    assert NAME in house.store.connection_ids()


def test_where_it_fails_half_way_it_is_said_and_can_be_run_again(house):
    house.fault("zendesk", match="/ticket_fields/", method="DELETE", kind="status", status=503, skip=3, times=1)
    first = run(house, "disconnect", "zendesk", "--yes")
    assert first.returncode == 1
    assert "503" in first.stderr
    assert NAME not in house.store.connection_ids(), "no worker works for it any more"
    doctor = run(house, "doctor")
    assert "It is being disconnected, and that has not ended" in doctor.stdout
    second = run(house, "disconnect", "zendesk", "--yes")
    assert second.returncode == 0, second.stderr
    assert house.store.leaving_ids() == []


def test_a_preview_of_connecting_names_everything_with_its_reason_and_changes_nothing(house):
    account = Account(house)
    remove_all(account)
    before = account.set_up()
    said = run(house, "connect", "zendesk", "--subdomain", "harbourlane", "--preview")
    assert said.returncode == 0, said.stderr
    assert account.set_up() == before
    for words in (
        "read: ",
        "write: ",
        "field Sidelight flags: will be created",
        "sidelight_repeat_contact",
        "webhook:",
    ):
        assert words in said.stdout


def test_a_new_secret_leaves_the_old_one_valid_for_a_day(house):
    (old,) = (c.webhook_secrets for c in house.store.load_connections() if c.id == NAME)
    said = run(house, "connect", "zendesk", "--subdomain", "harbourlane", "--new-secret")
    assert said.returncode == 0, said.stderr
    (changed,) = (c for c in house.store.load_connections() if c.id == NAME)
    assert changed.webhook_secrets[1:] == old
    assert not any(secret in said.stdout for secret in changed.webhook_secrets)
    now = house.house.clock()
    assert changed.valid_secrets(now) == changed.webhook_secrets
    assert changed.valid_secrets(changed.old_secrets_until) == changed.webhook_secrets[:1]
    # what Zendesk signs with the new one is taken at once, by a web part that has not heard of it
    house.reply("third", "Is anybody there?")
    house.wait_for_push("Is anybody there?")
    assert house.store.status(now).counters.get(f"push refused {NAME}", 0) == 0
