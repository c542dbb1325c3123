"""What must be survived: nothing lost, nothing twice, nothing invented."""

import pytest
import requests

from integration.model import NOTE_KEY, TicketRef
from tests.journeys.build import NOW, ago, customer, says, ticket
from tests.journeys.stories import content, third_contact
from workers import steps


@pytest.mark.parametrize("system", ["zendesk", "salesforce"])
def test_a_lost_reply_makes_no_second_note(estate, system):
    house = estate(third_contact(first_system=system, system=system))
    write = {"zendesk": ("PUT", "/api/v2/tickets/"), "salesforce": ("POST", "/composite")}[system]
    house.fault(system, match=write[1], method=write[0], kind="lost_reply", times=1)
    house.drain()
    house.wait_and_drain(until=lambda: "repeat_contact" in house.flags("third"))
    house.pull()
    assert len(house.notes("third")) == 1


def test_a_webhook_delivered_twice_and_out_of_order_writes_one_note(estate):
    house = estate(third_contact())
    house.reply("third", "Is anybody there? I have told you everything already.")
    house.wait_for_push("Is anybody there?")
    house.reply("third", "Please answer, what happens with invoice INV-4411?")
    house.wait_for_push("Please answer")
    house.drain()
    pushes = list(house.pushes)
    for push in [*reversed(pushes), *pushes]:
        assert requests.post(push.url, data=push.body, headers=push.headers, timeout=5).status_code == 204
        house.drain()
    assert len(house.notes("third")) == 1
    counters = house.store.status(house.house.clock()).counters
    assert counters["push repeated zendesk:harbourlane"] >= len(pushes)


@pytest.mark.parametrize("kind", ["cut", "garbage", "status", "lost_reply"])
@pytest.mark.parametrize("system", ["zendesk", "salesforce"])
def test_a_page_that_fails_half_way_through_a_backfill_is_read_again(estate, system, kind):
    house = estate(third_contact(first_system=system, system=system), content())
    path = {"zendesk": "/incremental/", "salesforce": "/query"}[system]
    house.fault(system, match=path, kind=kind, times=3, status=503)
    house.drain()
    house.wait_and_drain(until=lambda: house.store.status(house.house.clock()).assessed == 4)
    assert "repeat_contact" in house.flags("third")
    assert not house.store.status(house.house.clock()).parked


def test_a_rate_limit_puts_off_and_loses_nothing(estate):
    house = estate(third_contact())
    house.fault("zendesk", match="/incremental/tickets", kind="status", status=429, retry_after=1, times=2)
    house.drain()
    house.wait_and_drain(until=lambda: "repeat_contact" in house.flags("third"))


@pytest.mark.parametrize("system", ["zendesk", "salesforce"])
def test_odd_tickets_arrive_whole(estate, system):
    long_text = "Grüße 👋🏽" + " all work and no play" * 3200
    texts = {
        "emoji": "Danke 🙏🏽👩‍👩‍👧 für die Lieferung 🚚",
        "rtl": "مرحبا، لم يصل طلبي رقم HL-104411 بعد. أين هو؟",
        "html": "<script>alert(1)</script> <b>why</b> & <img src=x onerror=alert(1)>",
        "long": long_text[:64_000].strip(),
        "empty": "",
    }
    tickets = [
        ticket(name, says(text, ago(days=3)), system=system, subject=f"About {name}") for name, text in texts.items()
    ]
    many = [
        says(f"Message number {n}, still waiting.", ago(days=3, minutes=-n), by="agent:Joe" if n % 2 else "customer")
        for n in range(500)
    ]
    house = estate(customer(*tickets, ticket("many", *many, system=system, subject="About many")))
    house.drain()
    assert not house.store.status(NOW).parked
    history = house.store.load_histories([house.customer_of("emoji")])[0]
    by_ticket = {}
    for comment in history.comments:
        by_ticket.setdefault(comment.ticket, []).append(comment.text)
    assert len(by_ticket[house.ref("many")]) == 500
    for name in ("emoji", "rtl", "long"):
        assert by_ticket[house.ref(name)] == [texts[name]]
    assert "<script>" in by_ticket[house.ref("html")][0]


def test_a_task_that_keeps_failing_is_parked_with_its_reason_and_the_rest_goes_on(estate, monkeypatch):
    house = estate(third_contact(), content(), more={"max_attempts": 2})

    def fails_for_tom(view, ref, now, annotate=steps.annotation.annotate):
        if any("Alva" in t.subject for t in view.history.tickets):
            raise RuntimeError("Hi, which size is the Alva shelf?")
        return annotate(view, ref, now)

    monkeypatch.setattr(steps.annotation, "annotate", fails_for_tom)
    house.drain()
    house.wait_and_drain(until=lambda: house.store.status(house.house.clock()).parked)
    (parked,) = house.store.status(house.house.clock()).parked
    assert "RuntimeError" in parked.error
    assert "Alva" not in parked.error, "an error's text may quote the customer"
    assert "repeat_contact" in house.flags("third")


def test_a_forged_push_changes_nothing_and_is_counted(estate):
    house = estate(third_contact())
    house.drain()
    url = f"{house.web}/webhooks/zendesk/harbourlane"
    body = b'{"type":"zen:event-type:ticket.comment_added","subject":"zen:ticket:1","detail":{"id":"1"}}'
    answer = requests.post(url, data=body, headers={"X-Zendesk-Webhook-Signature": "no"}, timeout=5)
    assert answer.status_code == 401
    assert requests.post(url, data=b"x" * 300_000, timeout=5).status_code == 413
    status = house.store.status(house.house.clock())
    assert status.counters["push refused zendesk:harbourlane"] == 2
    assert "sync" not in status.waiting


def test_a_ticket_that_is_gone_is_forgotten_quietly(estate):
    house = estate(third_contact())
    house.drain()
    ref = TicketRef("zendesk:harbourlane", "99999999")
    house.store.receive("zendesk:harbourlane", "one", [ref], house.house.clock())
    house.drain()
    assert not house.store.status(house.house.clock()).parked


def test_our_note_carries_its_key(estate):
    house = estate(third_contact())
    house.drain()
    assert NOTE_KEY.search(house.notes("third")[0])
