"""Reading a loopback Zendesk: pages, named tickets, and what goes wrong on the way."""

import time
from dataclasses import replace
from datetime import timedelta

import pytest

from integration.connectors.zendesk import streams
from integration.errors import ConnectorError, CursorExpiredError
from integration.model import Channel, Role, Score, Status, TicketRef
from sandbox.world import World
from tests.connectors.zendesk_account import HARBOURLANE, calls, connected, plant
from tests.sandbox.zendesk_server import NOW, at, running_zendesk, said, small_world, ticket


@pytest.fixture(scope="module")
def quiet():
    """A loopback Zendesk that tests only read."""
    with running_zendesk() as running:
        yield running


@pytest.fixture
def zendesk():
    with running_zendesk() as running:
        yield running


def read_all(connector, stream):
    pages, cursor = [], None
    while not pages or pages[-1].has_more:
        pages.append(connector.fetch_page(stream, cursor))
        cursor = pages[-1].cursor
        assert len(pages) < 50, "the stream does not end"
    return pages


def together(pages, name):
    return [row for page in pages for row in getattr(page, name)]


def chats(count):
    world = small_world()
    many = tuple(
        ticket(f"chat{n}", 2 - n / 100, (said(2 - n / 100, 0, "customer", f"words {n}"),), channel="messaging")
        for n in range(count)
    )
    return World((replace(world.customers[0], tickets=many),))


def test_a_customers_addresses_are_users_with_all_their_phones(quiet):
    with connected(quiet) as connector:
        (page,) = read_all(connector, "users")
    ana = {contact.emails: contact for contact in page.contacts if contact.name == "Ana Ruiz"}
    assert set(ana) == {("ana@example.com",), ("ana.ruiz@example.org",)}
    assert ana["ana@example.com",].phones == ("+34600111222", "+34600111333")
    roles = {contact.name: contact.role for contact in page.contacts}
    assert (roles["Joe"], roles["Ana Ruiz"]) == (Role.AGENT, Role.CUSTOMER)


def test_tickets_are_read_with_what_the_helpdesk_shows(quiet):
    with connected(quiet) as connector:
        (page,) = read_all(connector, "tickets")
    by_id = {int(t.ref.id): t for t in page.tickets}
    mail, chat, call = (by_id[quiet.id(name)] for name in ("mail", "chat", "call"))
    assert (mail.subject, mail.status, mail.channel, mail.group) == (
        "Subject of mail",
        Status.OPEN,
        Channel.EMAIL,
        "Billing",
    )
    assert mail.tags == ("billing",)
    assert chat.solved_at == at(5, 20)
    assert chat.satisfaction is Score.GOOD
    assert call.channel is Channel.PHONE
    assert not call.outbound
    assert by_id[quiet.id("incident")].problem == TicketRef(HARBOURLANE, str(quiet.id("problem")))
    assert by_id[quiet.id("problem")].is_problem
    assert by_id[quiet.id("closed")].status is Status.CLOSED


def test_messaging_text_comes_with_the_tickets_and_all_else_with_the_events(quiet):
    with connected(quiet) as connector:
        tickets, events = read_all(connector, "tickets"), read_all(connector, "ticket_events")
    chat = [c for c in together(tickets, "comments") if c.ticket.id == str(quiet.id("chat"))]
    assert [(c.role, c.public, c.text) for c in chat if c.role is not Role.AUTOMATION] == [
        (Role.BOT, True, "Hello, what is it about?"),
        (Role.CUSTOMER, True, "My invoice again"),
        (Role.AGENT, True, "Your order number, please?"),
        (Role.AGENT, False, "Third contact."),
    ]
    mail = [c for c in together(events, "comments") if c.ticket.id == str(quiet.id("mail"))]
    assert [(c.role, c.public, c.text) for c in mail][:3] == [
        (Role.CUSTOMER, True, "I was charged twice.\n\nOrder 4711 <twice>"),
        (Role.AGENT, True, "I am looking into it."),
        (Role.AGENT, False, "Looks like our fault."),
    ]
    assert mail[0].attachments == ("bill.pdf",)
    changes = [e for e in together(events, "events") if e.ticket.id == str(quiet.id("mail"))]
    assert [(e.field, e.before, e.after) for e in changes if e.field in ("status", "priority")] == [
        ("status", "new", "open"),
        ("priority", None, "high"),
    ]


def test_a_ticket_reads_the_same_by_name_and_in_the_streams(quiet):
    ids = [str(quiet.id(name)) for name in ("mail", "chat", "call", "closed", "problem", "incident")]
    with connected(quiet) as connector:
        pages = [page for stream in connector.streams for page in read_all(connector, stream)]
    with connected(quiet) as connector:
        named = connector.fetch_tickets(ids)
    by_stream = {comment.id: comment for comment in together(pages, "comments")}
    assert {comment.id: comment for comment in named.comments} == by_stream
    assert set(named.events) == set(together(pages, "events"))
    assert set(named.tickets) == set(together(pages, "tickets"))
    assert set(named.contacts) <= set(together(pages, "contacts"))


def test_named_tickets_bring_everybody_they_name(quiet):
    with connected(quiet) as connector:
        page = connector.fetch_tickets([str(quiet.id("chat")), str(quiet.id("mail"))])
    people = {contact.ref for contact in page.contacts}
    authors = {c.author for c in page.comments if c.author and not c.author.id.startswith("sunco:")}
    assert authors | {t.requester for t in page.tickets} | {t.assignee for t in page.tickets} <= people


def test_what_is_not_there_is_named_as_missing(quiet):
    with connected(quiet) as connector:
        page = connector.fetch_tickets(["99999999", "no-id", str(quiet.id("mail"))])
    assert page.missing_tickets == (TicketRef(HARBOURLANE, "99999999"), TicketRef(HARBOURLANE, "no-id"))
    assert len(page.tickets) == 1


def test_a_deleted_ticket_is_missing_by_name(zendesk):
    ticket_id = str(zendesk.id("mail"))
    assert zendesk.call("DELETE", f"/tickets/{ticket_id}").status_code == 204
    with connected(zendesk) as connector:
        assert connector.fetch_tickets([ticket_id]).missing_tickets == (TicketRef(HARBOURLANE, ticket_id),)


def test_after_the_end_only_what_changed_since_comes_and_the_minute_before(zendesk):
    with connected(zendesk) as connector:
        first = read_all(connector, "tickets")
        again = connector.fetch_page("tickets", first[-1].cursor)
    newest = max(together(first, "tickets"), key=lambda t: t.updated_at)
    assert again.tickets == (newest,)
    assert not again.has_more


def test_events_repeat_the_last_second_and_end(quiet):
    with connected(quiet) as connector:
        first = read_all(connector, "ticket_events")[-1]
        again = connector.fetch_page("ticket_events", first.cursor)
    assert not again.has_more
    assert again.cursor == first.cursor
    assert {c.id for c in again.comments} <= {c.id for c in first.comments}


def test_nothing_older_than_the_backfill_is_read(quiet):
    with connected(quiet, backfill_from=at(20)) as connector:
        ids = {t.ref.id for t in together(read_all(connector, "tickets"), "tickets")}
    assert str(quiet.id("closed")) not in ids
    assert str(quiet.id("mail")) in ids


def test_a_backfill_that_begins_now_is_no_error(quiet):
    with connected(quiet, backfill_from=NOW + timedelta(hours=1)) as connector:
        for stream in connector.streams:
            assert not connector.fetch_page(stream, None).has_more


def test_pages_are_walked_to_the_end(quiet, monkeypatch):
    monkeypatch.setattr(streams, "PAGE_SIZE", 2)
    monkeypatch.setattr(streams, "SMALL_PAGE_SIZE", 2)
    with connected(quiet) as connector:
        for stream, name, count in (("users", "contacts", 6), ("tickets", "tickets", 6)):
            pages = read_all(connector, stream)
            assert len(pages) >= 3
            assert len({row.ref for row in together(pages, name)}) == count


def test_a_page_with_too_many_conversations_is_cut_and_goes_on(monkeypatch):
    monkeypatch.setattr(streams, "MOST_CONVERSATIONS", 3)
    with running_zendesk(chats(8)) as zendesk, connected(zendesk) as connector:
        pages = read_all(connector, "tickets")
    assert [len(page.tickets) for page in pages] == [3, 3, 2]
    assert [row.ref.id for row in together(pages, "tickets")] == sorted({r.ref.id for r in together(pages, "tickets")})
    said_by_customer = [c.text for c in together(pages, "comments") if c.role is Role.CUSTOMER]
    assert sorted(said_by_customer) == sorted(f"words {n}" for n in range(8))


def test_a_page_that_fails_half_way_keeps_what_it_has():
    with running_zendesk(chats(4)) as zendesk, connected(zendesk) as connector:
        third = sorted(zendesk.helpdesk.ids().values())[2]
        plant(zendesk, match=f"/tickets/{third}/conversation_log", kind="status", status=503, times=2)
        first = connector.fetch_page("tickets", None)
        assert len(first.tickets) == 2
        assert first.has_more
        with pytest.raises(ConnectorError, match="503"):
            connector.fetch_page("tickets", first.cursor)
        second = connector.fetch_page("tickets", first.cursor)
        assert len(second.tickets) == 2
        assert not second.has_more


def test_a_redaction_is_read_back(zendesk):
    (first,) = zendesk.read(f"/tickets/{zendesk.id('mail')}/comments")["comments"][:1]
    redacted = zendesk.call(
        "PUT", f"/tickets/{zendesk.id('mail')}/comments/{first['id']}/redact", json={"text": "4711"}
    )
    assert redacted.status_code == 200, redacted.text
    with connected(zendesk) as connector:
        page = connector.fetch_tickets([str(zendesk.id("mail"))])
    comment = next(c for c in page.comments if c.id == f"comment:{first['id']}")
    assert comment.redacted
    assert "4711" not in comment.text


def test_a_merged_ticket_names_where_it_went(zendesk):
    source, target = zendesk.id("incident"), zendesk.id("problem")
    merging = zendesk.call("POST", f"/tickets/{target}/merge", json={"ids": [source]}).json()["job_status"]
    for _ in range(100):
        if zendesk.read(f"/job_statuses/{merging['id']}")["job_status"]["status"] == "completed":
            break
    with connected(zendesk) as connector:
        page = connector.fetch_tickets([str(source)])
    assert [t.status for t in page.tickets] == [Status.CLOSED]
    assert [(e.ticket.id, e.after) for e in page.events if e.field == "merged"] == [(str(source), str(target))]


@pytest.mark.parametrize("kind", ["cut", "garbage"])
def test_a_broken_page_is_worth_trying_again_and_then_complete(zendesk, kind):
    plant(zendesk, match="/incremental/tickets", kind=kind)
    with connected(zendesk) as connector:
        with pytest.raises(ConnectorError) as caught:
            connector.fetch_page("tickets", None)
        assert not caught.value.permanent
        assert len(connector.fetch_page("tickets", None).tickets) == 6


def test_a_rate_limit_is_told_at_once(zendesk):
    plant(zendesk, match="/incremental/tickets", kind="status", status=429, retry_after=17)
    with connected(zendesk) as connector, pytest.raises(ConnectorError) as caught:
        connector.fetch_page("tickets", None)
    assert caught.value.retry_after_s == 17


def test_bulk_stays_in_its_share_of_the_limit():
    with running_zendesk(requests_per_minute=40) as zendesk, connected(zendesk, share=0.25) as connector:
        zendesk.call("DELETE", "/control/stats")
        with pytest.raises(ConnectorError) as caught:
            [connector.fetch_page("users", None) for _ in range(30)]
        assert 0 < caught.value.retry_after_s <= 60
        assert sum(calls(zendesk).values()) <= 14


def test_an_expired_token_is_renewed_on_the_way():
    with running_zendesk(token_lifetime_s=0.2) as zendesk, connected(zendesk) as connector:
        connector.fetch_page("users", None)
        time.sleep(0.3)
        assert connector.fetch_page("users", None).contacts


def test_people_are_looked_up_once_and_not_for_every_page(quiet):
    with connected(quiet) as connector:
        for stream in connector.streams:
            read_all(connector, stream)
        quiet.call("DELETE", "/control/stats")
        connector.fetch_page("ticket_events", None)
        assert calls(quiet) == {"GET /api/v2/incremental/ticket_events": 1}


def test_an_unknown_stream_and_a_broken_cursor_are_refused(quiet):
    with connected(quiet) as connector:
        with pytest.raises(ValueError, match="no stream"):
            connector.fetch_page("macros", None)
        with pytest.raises(CursorExpiredError):
            connector.fetch_page("tickets", "nonsense")


def test_a_share_of_1000_tickets_is_read_in_few_calls():
    world = small_world()
    many = tuple(ticket(f"t{n}", 3, (said(3, 0, "customer", f"words {n}"),)) for n in range(1001))
    world = World((replace(world.customers[0], tickets=many),))
    with running_zendesk(world) as zendesk, connected(zendesk) as connector:
        zendesk.call("DELETE", "/control/stats")
        pages = [page for stream in connector.streams for page in read_all(connector, stream)]
        made = sum(calls(zendesk).values())
    assert len(together(pages, "tickets")) == 1001
    assert {c.text for c in together(pages, "comments")} == {f"words {n}" for n in range(1001)}
    # a token; our fields, groups, statuses, who we are, agents and admins; one page of organizations, of users, of
    # surveys, two of tickets, two of events
    assert made <= 14
