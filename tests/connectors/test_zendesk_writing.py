"""Writing to a loopback Zendesk: private, safe, once; and what is said where it does not work."""

from dataclasses import replace
from datetime import date

import pytest

from integration.errors import ConnectorError
from integration.model import FieldValues, Frustration, Note, Outcome, Role, TicketRef, Write
from tests.connectors.zendesk_account import HARBOURLANE, calls, connected, plant
from tests.sandbox.zendesk_server import running_zendesk

KEY = "0123456789abcdef"
NOTE = Note(key=KEY, text=f"Seen before. sidelight:{KEY}", html=f"<p>Seen before.</p><p>sidelight:{KEY}</p>")
VALUES = FieldValues(
    headline="Third time about the same invoice",
    flags=("repeat_contact", "asked_again"),
    contacts=3,
    frustration=Frustration.FRUSTRATED,
    effort=62,
    promise_due=date(2026, 11, 21),
    annotation='{"format":"sidelight/1"}',
)


@pytest.fixture
def zendesk():
    with running_zendesk() as running:
        yield running


@pytest.fixture
def connector(zendesk):
    with connected(zendesk) as connector:
        connector.provision(None)
        zendesk.call("DELETE", "/control/stats")
        yield connector


def write_to(zendesk, name, *, stamp=None, note=None, fields=VALUES, key=KEY):
    return Write(TicketRef(HARBOURLANE, str(zendesk.id(name))), key, fields, note, stamp)


def values_of(zendesk, name):
    """Our fields' values by title."""
    titles = {f["id"]: f["title"] for f in zendesk.read("/ticket_fields")["ticket_fields"]}
    return {
        titles[f["id"]].removeprefix("Sidelight "): f["value"]
        for f in zendesk.ticket(name)["custom_fields"]
        if titles.get(f["id"], "").startswith("Sidelight ")
    }


def test_one_write_is_one_call_with_fields_tags_and_note(zendesk, connector):
    connector.write([])
    zendesk.call("DELETE", "/control/stats")
    stamp = zendesk.ticket("mail")["updated_at"]
    zendesk.call("DELETE", "/control/stats")
    (result,) = connector.write([write_to(zendesk, "mail", stamp=stamp, note=NOTE)])
    assert calls(zendesk).get("PUT /api/v2/tickets/{id}") == 1
    assert result.outcome is Outcome.DONE
    assert result.stamp == zendesk.ticket("mail")["updated_at"]
    values = values_of(zendesk, "mail")
    assert values["headline"] == "Third time about the same invoice"
    assert set(values["flags"]) == {"sidelight_repeat_contact", "sidelight_asked_again"}
    assert int(values["contacts"]) == 3
    assert values["frustration"] == "sidelight_frustrated"
    assert int(values["effort"]) == 62
    assert values["promise due"] == "2026-11-21"
    assert values["annotation"] == '{"format":"sidelight/1"}'
    assert set(zendesk.ticket("mail")["tags"]) == {
        "billing",
        "sidelight_repeat_contact",
        "sidelight_asked_again",
        "sidelight_frustrated",
    }


def test_the_note_is_private_found_again_and_known_as_ours(zendesk, connector):
    (result,) = connector.write([write_to(zendesk, "mail", note=NOTE)])
    assert [c["public"] for c in zendesk.read("/control/comments")] == [False]
    ticket_id = str(zendesk.id("mail"))
    assert result.note_id is not None
    assert connector.find_note(ticket_id, KEY) == result.note_id
    assert connector.find_note(ticket_id, "f" * 16) is None
    page = connector.fetch_tickets([ticket_id])
    assert [(c.id, c.role, c.public) for c in page.comments if c.role is Role.SIDELIGHT] == [
        (result.note_id, Role.SIDELIGHT, False)
    ]


def test_a_note_on_a_messaging_ticket_is_known_as_ours_too(zendesk, connector):
    (result,) = connector.write([write_to(zendesk, "chat", note=NOTE)])
    assert result.outcome is Outcome.DONE
    page = connector.fetch_tickets([str(zendesk.id("chat"))])
    assert [(c.id, c.public) for c in page.comments if c.role is Role.SIDELIGHT] == [(result.note_id, False)]


def test_our_own_fields_and_tags_do_not_come_back_as_the_tickets(zendesk, connector):
    connector.write([write_to(zendesk, "mail")])
    (ticket,) = connector.fetch_tickets([str(zendesk.id("mail"))]).tickets
    assert ticket.tags == ("billing",)
    assert ticket.fields == ()


def test_a_field_is_emptied_by_none(zendesk, connector):
    connector.write([write_to(zendesk, "mail")])
    (result,) = connector.write([write_to(zendesk, "mail", fields=FieldValues())])
    assert result.outcome is Outcome.DONE
    assert {name: value for name, value in values_of(zendesk, "mail").items() if value} == {}
    assert zendesk.ticket("mail")["tags"] == ["billing"]


def test_a_ticket_that_changed_meanwhile_is_a_conflict_and_stays_as_it_is(zendesk, connector):
    (result,) = connector.write([write_to(zendesk, "mail", stamp="2026-01-01T00:00:00Z", note=NOTE)])
    assert result.outcome is Outcome.CONFLICT
    assert zendesk.read("/control/comments") == []


def test_a_closed_ticket_says_so(zendesk, connector):
    (result,) = connector.write([write_to(zendesk, "closed")])
    assert result.outcome is Outcome.CLOSED


def test_a_ticket_that_is_gone_says_so(connector):
    (result,) = connector.write([Write(TicketRef(HARBOURLANE, "99999999"), KEY, VALUES)])
    assert result.outcome is Outcome.GONE


def test_several_writes_are_one_batch_and_fail_alone(zendesk, connector):
    gone = Write(TicketRef(HARBOURLANE, "99999999"), KEY, VALUES)
    stale = write_to(zendesk, "incident", stamp="2026-01-01T00:00:00Z")
    batch = [write_to(zendesk, "mail", note=NOTE), write_to(zendesk, "closed"), gone, stale, write_to(zendesk, "call")]
    results = connector.write(batch)
    assert [r.ticket for r in results] == [w.ticket for w in batch]
    assert [r.outcome for r in results] == [
        Outcome.DONE,
        Outcome.CLOSED,
        Outcome.GONE,
        Outcome.CONFLICT,
        Outcome.DONE,
    ]
    assert calls(zendesk).get("PUT /api/v2/tickets/update_many") == 1
    assert [c["public"] for c in zendesk.read("/control/comments")] == [False]
    assert values_of(zendesk, "call")["headline"] == VALUES.headline
    assert values_of(zendesk, "incident")["headline"] is None


def test_a_job_that_does_not_end_is_left_for_later_and_not_waited_for_for_ever():
    waits = []
    with running_zendesk(job_delay_s=30) as zendesk, connected(zendesk) as connector:
        connector.provision(None)
        connector._sleep = waits.append
        results = connector.write([write_to(zendesk, "mail"), write_to(zendesk, "call")])
    assert {r.outcome for r in results} == {Outcome.RETRY}
    assert all(r.retry_after_s for r in results)
    assert 30 < sum(waits) < 120


def test_a_rate_limit_stops_the_whole_call(zendesk, connector):
    plant(zendesk, match="/tickets/", method="PUT", kind="status", status=429, retry_after=23)
    with pytest.raises(ConnectorError) as caught:
        connector.write([write_to(zendesk, "mail")])
    assert caught.value.retry_after_s == 23


def test_after_a_lost_reply_the_note_is_found_so_nothing_is_written_twice(zendesk, connector):
    plant(zendesk, match="/tickets/", method="PUT", kind="lost_reply")
    with pytest.raises(ConnectorError) as caught:
        connector.write([write_to(zendesk, "mail", note=NOTE)])
    assert not caught.value.permanent
    assert len(zendesk.read("/control/comments")) == 1
    assert connector.find_note(str(zendesk.id("mail")), KEY) is not None


def test_a_forbidden_write_is_permanent_for_the_account(zendesk, connector):
    plant(zendesk, match="/tickets/", method="PUT", kind="status", status=403)
    with pytest.raises(ConnectorError) as caught:
        connector.write([write_to(zendesk, "mail")])
    assert caught.value.permanent


def test_what_zendesk_will_never_take_is_refused_with_its_reason(zendesk, connector):
    body = {"error": "RecordInvalid", "description": "Record validation errors", "details": {"value": []}}
    plant(zendesk, match="/tickets/", method="PUT", kind="status", status=422, body=body)
    (result,) = connector.write([write_to(zendesk, "mail")])
    assert result.outcome is Outcome.REFUSED
    assert "RecordInvalid" in result.reason


def test_without_our_fields_nothing_is_sent_and_the_remedy_is_named(zendesk):
    with (
        connected(zendesk) as connector,
        pytest.raises(ConnectorError, match="run sidelight connect zendesk") as caught,
    ):
        connector.write([write_to(zendesk, "mail", note=NOTE)])
    assert caught.value.permanent
    assert zendesk.read("/control/comments") == []


def test_no_write_of_any_kind_reaches_a_customer(zendesk, connector):
    notes = (NOTE, Note(key=KEY, text="x", html='<p>"public": true</p>'))
    for note in notes:
        for names in (("mail",), ("call", "problem"), ("chat",)):
            connector.write([write_to(zendesk, name, note=note) for name in names])
    written = zendesk.read("/control/comments")
    assert len(written) == 8
    assert [c for c in written if c["public"]] == []


def act(zendesk, name, **given):
    answered = zendesk.call("POST", f"/control/do/{name}", json=given)
    assert answered.ok, answered.text
    return answered.json()


@pytest.mark.parametrize("safe", [True, False], ids=["with stamp", "without stamp"])
def test_tags_of_others_stay_whatever_agents_do_in_between(zendesk, connector, safe):
    ticket_id = str(zendesk.id("mail"))
    for number in range(6):
        stamp = zendesk.ticket("mail")["updated_at"] if safe else None
        act(zendesk, "edit", id=ticket_id, add_tags=[f"theirs_{number}"], remove_tags=[f"theirs_{number - 2}"])
        fields = replace(VALUES, flags=VALUES.flags[: number % 3], headline=f"Number {number}")
        connector.write([write_to(zendesk, "mail", stamp=stamp, fields=fields)])
        if number % 2:
            connector.write([write_to(zendesk, "mail", fields=fields), write_to(zendesk, "call", fields=fields)])
    tags = {tag for tag in zendesk.ticket("mail")["tags"] if not tag.startswith("sidelight_")}
    assert tags == {"billing", "theirs_4", "theirs_5"}


def test_no_write_names_tags_at_all_so_that_none_can_be_overwritten(zendesk, connector):
    sent = []
    connector._client._session.hooks["response"].append(lambda response, **_: sent.append(response.request))
    connector.write([write_to(zendesk, "mail", note=NOTE)])
    connector.write([write_to(zendesk, "mail"), write_to(zendesk, "call")])
    bodies = [request.body.decode() for request in sent if request.method == "PUT"]
    assert len(bodies) == 2
    assert not any(word in body for body in bodies for word in ('"tags"', '"additional_tags"', '"remove_tags"'))


def test_too_many_jobs_under_way_are_waited_for_and_nobody_else_is_held_up(zendesk, connector):
    body = {"error": "TooManyJobs", "description": "Please wait"}
    plant(zendesk, match="update_many", method="PUT", kind="status", status=429, retry_after=5, body=body)
    batch = [write_to(zendesk, "mail"), write_to(zendesk, "call")]
    with pytest.raises(ConnectorError) as caught:
        connector.write(batch)
    assert caught.value.retry_after_s == 5
    assert {r.outcome for r in connector.write(batch)} == {Outcome.DONE}


def test_a_look_at_a_job_that_fails_is_made_again_and_the_job_is_not_given_up(zendesk, connector):
    plant(zendesk, match="job_statuses", kind="status", status=503, times=2)
    results = connector.write([write_to(zendesk, "mail", note=NOTE), write_to(zendesk, "call")])
    assert {r.outcome for r in results} == {Outcome.DONE}
    assert calls(zendesk).get("PUT /api/v2/tickets/update_many") == 1


def test_a_field_that_was_made_anew_is_found_and_nothing_is_written_into_the_void(zendesk, connector):
    connector.write([write_to(zendesk, "mail")])
    for row in zendesk.read("/ticket_fields")["ticket_fields"]:
        if row["title"].startswith("Sidelight"):
            assert zendesk.call("DELETE", f"/ticket_fields/{row['id']}").ok
    with connected(zendesk) as other:
        other.provision(None)
    (result,) = connector.write([write_to(zendesk, "mail")])
    assert result.outcome is Outcome.RETRY
    assert "made anew" in result.reason
    (result,) = connector.write([write_to(zendesk, "mail")])
    assert result.outcome is Outcome.DONE
    assert values_of(zendesk, "mail")["headline"] == VALUES.headline
