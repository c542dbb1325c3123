from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from integration.errors import ConnectorError, CursorExpiredError
from integration.model import Channel, ContactRef, Role, Score, Status, TicketRef
from tests.connectors.salesforce_org import NAME, place_of, read_all, read_stream, running_org
from tests.sandbox.salesforce_server import NOW, many


@pytest.fixture(scope="module")
def seen():
    """Everything that the streams of the story's org tell, and its org."""
    with running_org() as org:
        yield org, read_all(org.connect())


@pytest.fixture
def org():
    with running_org() as org:
        yield org


def ticket_of(seen, name):
    org, page = seen
    return next(t for t in page.tickets if t.ref.id == org.case(name))


def comments_of(seen, name):
    org, page = seen
    return sorted((c for c in page.comments if c.ticket.id == org.case(name)), key=lambda c: c.at)


def test_a_mailed_case_is_read_whole(seen):
    ticket = ticket_of(seen, "mail")
    assert (ticket.status, ticket.custom_status, ticket.channel) == (Status.SOLVED, "Closed", Channel.EMAIL)
    assert (ticket.group, ticket.tags, ticket.satisfaction) == ("Billing", ("billing", "vip"), Score.GOOD)
    assert ticket.solved_at == datetime(2026, 11, 3, 9, tzinfo=UTC)
    assert ticket.problem == ticket_of(seen, "problem").ref
    assert ticket_of(seen, "problem").is_problem


def test_a_mail_that_made_a_case_is_counted_once(seen):
    comments = comments_of(seen, "mail")
    assert [(c.role, c.public, c.text) for c in comments] == [
        (Role.CUSTOMER, True, "Charged twice <again>"),
        (Role.AGENT, True, "We look into it."),
        (Role.AGENT, False, "Checked the ledger"),
    ]
    assert comments[0].author == ticket_of(seen, "mail").requester
    assert [c.attachments for c in comments] == [(), ("form.pdf",), ()]


def test_a_web_case_starts_with_its_description_and_knows_bot_from_customer(seen):
    comments = comments_of(seen, "web")
    assert [(c.role, c.public) for c in comments] == [
        (Role.CUSTOMER, True),
        (Role.BOT, True),
        (Role.CUSTOMER, True),
    ]
    assert comments[0].id.startswith("description:")
    assert {c.author for c in comments if c.role is Role.CUSTOMER} == {ticket_of(seen, "web").requester}


def test_a_case_of_a_queue_has_a_group_and_no_assignee(seen):
    ticket = ticket_of(seen, "chat")
    assert (ticket.assignee, ticket.group) == (None, "Unassigned")


def test_an_agents_call_log_is_an_internal_comment(seen):
    (comment,) = comments_of(seen, "phone")
    assert (comment.role, comment.public, comment.channel) == (Role.AGENT, False, Channel.PHONE)


def test_people_come_with_their_addresses_and_roles(seen):
    people = {c.name: c for c in seen[1].contacts if c.role is not Role.CUSTOMER}
    assert people["Joe"].role is Role.AGENT
    assert people["Robbie"].role is Role.BOT
    requester = ticket_of(seen, "mail").requester
    ana = next(c for c in seen[1].contacts if c.ref == requester)
    assert (ana.name, ana.emails, ana.phones) == ("Ana Ruiz", ("ana@example.com",), ("+34600111222",))


def test_changes_are_told_once_each_with_the_agents_ids(seen):
    org, page = seen
    agents = {c.name: c.ref.id for c in page.contacts if c.role is Role.AGENT}
    events = [(e.field, e.before, e.after) for e in page.events if e.ticket.id == org.case("mail")]
    assert events == [("assignee", agents["Kim"], agents["Joe"]), ("status", "open", "solved")]


def test_fetching_cases_tells_the_same_as_the_streams(seen):
    org, page = seen
    ids = [t.ref.id for t in page.tickets]
    fetched = org.connect().fetch_tickets(ids)
    assert set(fetched.tickets) == set(page.tickets)
    assert set(fetched.comments) == set(page.comments)
    assert set(fetched.events) == set(page.events)
    named = {c.author for c in page.comments} | {t.requester for t in page.tickets} | {t.assignee for t in page.tickets}
    assert named - {None} <= {c.ref for c in fetched.contacts}


def test_cases_that_are_not_there_are_told_as_missing(seen):
    org, _ = seen
    there = org.case("mail")
    page = org.connect().fetch_tickets([there[:15], "500000000000000AAA", "no id"])
    assert [t.ref.id for t in page.tickets] == [there]
    assert page.missing_tickets == (TicketRef(NAME, "500000000000000AAA"), TicketRef(NAME, "no id"))
    assert org.connect().fetch_tickets([]).tickets == ()


def test_one_fetch_is_a_few_calls_however_many_cases():
    with running_org(world=many(100)) as org:
        connector = org.connect()
        ids = [t.ref.id for p in read_stream(connector, "Case")[0] for t in p.tickets]
        connector.fetch_tickets(ids[:1])
        before = org.counts()["requests"]
        assert len(connector.fetch_tickets(ids).tickets) == 100
        assert org.counts()["requests"] - before <= 6


def test_a_stream_of_ties_is_read_whole_and_in_pages():
    with running_org(world=many(190), page_size=40) as org:
        pages, _ = read_stream(org.connect(), "Case")
        ids = [t.ref.id for page in pages for t in page.tickets]
        assert len(pages) == 5
        assert len(ids) == len(set(ids)) == 190


def test_a_killed_sync_goes_on_from_the_stored_cursor_with_a_new_connector():
    with running_org(world=many(100), page_size=40) as org:
        first = org.connect().fetch_page("Case", None)
        assert first.has_more
        org.control("expire", what="locators")
        rest, _ = read_stream(org.connect(), "Case", first.cursor)
        ids = [t.ref.id for page in (first, *rest) for t in page.tickets]
        assert len(ids) == len(set(ids)) == 100


def test_what_changes_later_is_seen_from_the_last_cursor(org):
    connector = org.connect()
    _, cursor = read_stream(connector, "Case")
    org.now += timedelta(minutes=5)
    org.control("change", id=org.case("web"), values={"Status": "Escalated"}, by="Joe")
    pages, cursor = read_stream(connector, "Case", cursor)
    assert [(t.ref.id, t.custom_status) for p in pages for t in p.tickets] == [(org.case("web"), "Escalated")]
    again, _ = read_stream(connector, "Case", cursor)
    assert [t.ref.id for p in again for t in p.tickets] == [org.case("web")], "no look back for late commits"
    org.now += timedelta(hours=1)
    _, cursor = read_stream(connector, "Case", cursor)
    rested, _ = read_stream(connector, "Case", cursor)
    assert [t for p in rested for t in p.tickets] == []


def test_a_transaction_committed_late_is_not_lost(org):
    connector = org.connect()
    org.now += timedelta(minutes=5)
    early = org.now - timedelta(seconds=60)
    org.control("change", id=org.case("web"), values={"Priority": "High"}, by="Joe")
    _, cursor = read_stream(connector, "Case")
    held, chat = org.app.config["helpdesk"], org.case("chat")
    with held.lock:  # a change that was stamped a minute ago, and committed only now
        held.change("Case", held.rows("Case")[chat], {"SystemModstamp": early, "Subject": "Late"})
    pages, _ = read_stream(connector, "Case", cursor)
    assert "Late" in [t.subject for p in pages for t in p.tickets]


def test_a_customers_reply_is_in_the_streams_of_comments(org):
    connector = org.connect()
    cursors = {stream: read_stream(connector, stream)[1] for stream in connector.streams}
    org.now += timedelta(minutes=30)
    for name in ("mail", "chat"):
        org.control("reply", id=org.case(name), text=f"Anybody there on {name}?")
    found = {}
    for stream in ("CaseComment", "EmailMessage"):
        for page in read_stream(connector, stream, cursors[stream])[0]:
            found |= {c.ticket.id: c for c in page.comments}
    assert found[org.case("mail")].role is found[org.case("chat")].role is Role.CUSTOMER
    assert found[org.case("chat")].text == "Anybody there on chat?"


def test_backfill_starts_where_the_connection_says_and_people_are_read_whole(org):
    connector = org.connect(backfill_from=datetime(2026, 11, 4, tzinfo=UTC))
    tickets = {t.ref.id for p in read_stream(connector, "Case")[0] for t in p.tickets}
    assert tickets == {org.case(name) for name in ("web", "phone", "chat")}
    assert len([c for p in read_stream(connector, "Contact")[0] for c in p.contacts]) == 3


def test_a_mail_with_only_html_is_read_by_one_more_call(org):
    held, case = org.app.config["helpdesk"], org.case("mail")
    with held.lock:
        row = next(r for r in held.rows("EmailMessage").values() if r["ParentId"] == case and r["Incoming"])
        held.change("EmailMessage", row, {"TextBody": None})
    comments = org.connect().fetch_tickets([case]).comments
    assert comments[0].text == "Charged twice <again>"


def test_a_deleted_case_and_a_deleted_comment_are_told(org):
    connector = org.connect()
    _, cases = read_stream(connector, "Case")
    _, comments = read_stream(connector, "CaseComment")
    comment = org.comments("phone")[0]["Id"]
    org.now += timedelta(minutes=30)
    org.control("delete", id=comment)
    org.control("delete", id=org.case("chat"))
    (page,), _ = read_stream(connector, "Case", cases)
    assert [(t.ref.id, t.deleted) for t in page.tickets] == [(org.case("chat"), True)]
    (page,), _ = read_stream(connector, "CaseComment", comments)
    assert f"comment:{comment}" in page.removed_comments
    assert page.comments == ()
    assert f"comment:{comment}" in connector.fetch_tickets([org.case("phone")]).removed_comments
    assert connector.fetch_tickets([org.case("chat")]).tickets[0].deleted


def test_a_merged_case_and_contact_name_what_is_left(org):
    connector = org.connect()
    page = connector.fetch_tickets([org.case("web"), org.case("phone")])
    web, phone = (next(t for t in page.tickets if t.ref.id == org.case(n)) for n in ("web", "phone"))
    org.now += timedelta(minutes=30)
    org.control("merge", **{"from": web.ref.id, "into": phone.ref.id})
    org.control("merge", **{"from": web.requester.id, "into": phone.requester.id})
    merged = connector.fetch_tickets([web.ref.id]).tickets[0]
    assert (merged.merged_into, merged.deleted) == (phone.ref, True)
    contacts = {c.ref: c for p in read_stream(connector, "Contact")[0] for c in p.contacts}
    assert contacts[web.requester].merged_into == phone.requester


def test_one_hidden_field_costs_that_field_and_not_the_sync(org):
    connector = org.connect()
    org.control("fls", hide=["Case.CSAT__c", "Case.Description"])
    tickets = [t for p in read_stream(connector, "Case")[0] for t in p.tickets]
    assert len(tickets) == 5
    assert {t.satisfaction for t in tickets} == {None}


def test_a_field_hidden_while_we_run_costs_one_more_look(org):
    connector = org.connect()
    assert connector.fetch_tickets([org.case("mail")]).tickets[0].satisfaction is Score.GOOD
    org.control("fls", hide=["Case.CSAT__c"])
    assert connector.fetch_tickets([org.case("mail")]).tickets[0].satisfaction is None


def test_an_org_without_mail_or_history_is_read_for_what_it_has(org):
    schema = org.app.config["helpdesk"].schema
    for name in ("emailmessage", "casehistory"):
        del schema[name]
    left = tuple(child for child in schema["case"].children if child[1] not in ("EmailMessage", "CaseHistory"))
    schema["case"] = replace(schema["case"], children=left)
    connector = org.connect()
    page = connector.fetch_tickets([org.case("phone")])
    assert (len(page.tickets), page.events) == (1, ())
    assert not connector.fetch_page("EmailMessage", None).has_more
    assert connector.fetch_page("CaseHistory", None).events == ()


def test_a_broken_cursor_asks_for_the_stream_again(org):
    with pytest.raises(CursorExpiredError):
        org.connect().fetch_page("Case", '{"after": 5}')


def test_an_unknown_stream_is_refused(org):
    with pytest.raises(ValueError, match="no stream"):
        org.connect().fetch_page("Opportunity", None)


def test_rows_that_come_twice_harm_nothing(org):
    connector = org.connect()
    connector.fetch_page("Case", None)
    org.fault("queryAll", "duplicate_rows", method="GET")
    page = connector.fetch_page("Case", None)
    assert len({t.ref for t in page.tickets}) == 5
    assert place_of(page.cursor)[1] or place_of(page.cursor)[0]


def test_the_portal_users_words_are_the_contacts(seen):
    (comment,) = comments_of(seen, "chat")
    assert comment.author == ticket_of(seen, "chat").requester
    assert isinstance(comment.author, ContactRef)


def test_a_page_cut_off_half_way_is_an_error_and_is_read_again(org):
    connector = org.connect()
    connector.fetch_page("Contact", None)
    # the session itself asks once more for what only reads
    org.fault("queryAll", "cut", times=2)
    with pytest.raises(ConnectorError) as cut:
        connector.fetch_page("Contact", None)
    assert not cut.value.permanent
    org.client.call("DELETE", "/control/faults")
    assert len(connector.fetch_page("Contact", None).contacts) == 3
    assert org.clock() == NOW
