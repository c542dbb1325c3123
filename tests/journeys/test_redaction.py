"""What the helpdesk blacks out, or deletes for good, disappears here too: from the store, and from what we wrote."""

import json

import pytest
import requests
from sqlalchemy import delete, select

from integration.store.tables import job, metadata
from tests.journeys.build import ago, customer, says, ticket

SECRET = "divorce lawyer Hanna Berg"


def told_in_confidence(system="zendesk", status="solved"):
    """Build somebody who writes for the third time, and once said too much; a note on the third ticket quotes it."""
    return customer(
        ticket(
            "first",
            says(f"My {SECRET} says that invoice INV-4411 charges me twice for the lamp.", ago(days=12)),
            says("Thank you, I have corrected invoice INV-4411 today.", ago(days=12, hours=-2), by="agent:Joe"),
            status=status,
        ),
        ticket(
            "second",
            says("Invoice INV-4411 still charges me twice for the lamp, please correct it.", ago(days=6)),
            says("Sorry, invoice INV-4411 is now corrected.", ago(days=6, hours=-3), by="agent:Kim"),
            status="solved",
        ),
        ticket(
            "third",
            says("Invoice INV-4411 is wrong again: the lamp is charged twice on INV-4411.", ago(hours=3)),
            system=system,
            subject="Again invoice INV-4411",
        ),
    )


def act(house, name, **body):
    """Let somebody of the Zendesk account do something in the product itself."""
    answered = requests.post(f"{house.zendesk}/control/do/{name}", json=body, timeout=5)
    assert answered.status_code == 200, answered.text


def first_comment(house, world_id):
    """Return the first comment of a ticket, as the account's truth has it."""
    truth = requests.get(f"{house.zendesk}/control/truth", timeout=5).json()
    return next(row for row in truth["comments"] if str(row["ticket_id"]) == house.ref(world_id).id)


def redact(house, world_id, text=SECRET):
    """Black words out of a ticket's first comment."""
    act(house, "redact", id=house.ref(world_id).id, comment_id=str(first_comment(house, world_id)["id"]), text=text)


def stored(house):
    """Return all that the store holds, as one text."""
    with house.store._read() as tx:
        rows = [[str(value) for value in row] for table in metadata.sorted_tables for row in tx.execute(select(table))]
    return json.dumps(rows, ensure_ascii=False)


def written(house):
    """Return all that stands on the tickets, as one text."""
    return json.dumps(house.results(), ensure_ascii=False)


def parked(house):
    return [(one.kind, one.key, one.error) for one in house.store.status(house.house.clock()).parked]


def lose_pushes(house, words):
    """Wait for a push, and lose what it asked for."""
    house.wait_for_push(words)
    with house.store._write() as tx:
        tx.execute(delete(job).where(job.c.kind == "sync"))


@pytest.fixture
def house(estate):
    made = estate(told_in_confidence())
    made.drain()
    assert SECRET in stored(made)
    assert SECRET in written(made)
    assert SECRET in "".join(made.notes("third"))
    return made


@pytest.mark.parametrize("way", ["push", "poll"])
def test_redacted_words_go_from_the_store_the_fields_and_the_note(house, way):
    redact(house, "first")
    if way == "poll":
        lose_pushes(house, "comment_redacted")
        requests.post(f"{house.zendesk}/control/clock", json={"advance_s": 120}, timeout=5).raise_for_status()
        house.pull()
    house.wait_and_drain(until=lambda: SECRET not in stored(house) and SECRET not in written(house))
    third = house.results()["third"]
    assert "repeat_contact" in third["fields"]["flags"]
    assert "▇" not in json.dumps([third["fields"], third["annotation"]], ensure_ascii=False)
    assert len(third["notes"]) == 1
    assert "▇" in third["notes"][0]
    assert parked(house) == []


def test_what_is_left_of_a_redacted_comment_is_quoted_no_more(house):
    redact(house, "first")
    house.wait_and_drain(until=lambda: SECRET not in written(house))
    act(house, "reply", id=house.ref("third").id, text="Nobody has answered me. Is invoice INV-4411 correct now?")
    house.wait_and_drain(until=lambda: "correct now" in stored(house) and house.is_idle())
    results = house.results().values()
    assert "▇" not in json.dumps([[r["fields"], r["annotation"]] for r in results], ensure_ascii=False)
    assert len(house.notes("third")) == 1


def test_a_refused_redaction_of_our_note_is_told_with_the_ticket(house):
    house.fault("zendesk", match="/comment_redactions", kind="status", status=403, times=99)
    redact(house, "first")
    house.wait_and_drain(until=lambda: bool(parked(house)))
    ((kind, key, error),) = parked(house)
    assert kind == "redact"
    assert str(house.ref("third")) in key
    assert "cannot be redacted" in error
    assert SECRET not in stored(house)


def test_an_interrupted_redaction_of_our_note_is_tried_again(house):
    house.fault("zendesk", match="/comment_redactions", kind="status", status=503, times=2)
    redact(house, "first")
    house.wait_and_drain(until=lambda: SECRET not in written(house), seconds=40)


def test_a_closed_ticket_whose_fields_repeat_redacted_words_is_told(house):
    act(house, "edit", id=house.ref("third").id, status="closed")
    house.wait_and_drain(until=house.is_idle)
    redact(house, "first")
    house.wait_and_drain(until=lambda: bool(parked(house)))
    ((kind, key, error),) = parked(house)
    assert (kind, key) == ("redact", f"{house.ref('third')}#fields")
    assert "closed" in error
    assert SECRET not in stored(house)
    # notes can be redacted on closed tickets as well
    assert SECRET not in "".join(house.notes("third"))


def test_a_note_that_the_other_helpdesk_does_not_let_us_change_is_told(estate):
    house = estate(told_in_confidence(system="salesforce"))
    house.drain()
    assert SECRET in "".join(house.notes("third"))
    house.pull()
    redact(house, "first")
    house.wait_and_drain(until=lambda: bool(parked(house)) and house.is_idle())
    ((kind, key, error),) = parked(house)
    assert kind == "redact"
    assert str(house.ref("third")) in key
    assert "Let an admin" in error
    assert SECRET not in stored(house)
    third = house.results()["third"]
    assert SECRET not in json.dumps([third["fields"], third["annotation"]])


def test_a_ticket_that_is_deleted_for_good_is_forgotten(house):
    act(house, "forget", id=house.ref("first").id)
    requests.post(f"{house.zendesk}/control/clock", json={"advance_s": 120}, timeout=5).raise_for_status()
    house.pull()
    house.wait_and_drain(until=lambda: SECRET not in stored(house) and SECRET not in written(house))
    third = house.results()["third"]
    assert third["fields"]["contacts"] == 2
    assert str(house.ref("first")) not in json.dumps(third)


def test_a_ticket_that_is_restored_counts_again(house):
    act(house, "delete", id=house.ref("first").id)
    house.wait_and_drain(until=lambda: house.results()["third"]["fields"]["contacts"] == 2)
    act(house, "restore", id=house.ref("first").id)
    house.wait_and_drain(until=lambda: house.results()["third"]["fields"]["contacts"] == 3)
