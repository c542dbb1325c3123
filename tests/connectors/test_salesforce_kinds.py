"""Posts, accounts, milestones, and what was deleted for good: read as they are, told once, and not invented."""

import json
from datetime import timedelta

import pytest

from integration.errors import CursorExpiredError
from integration.model import Role, TicketRef
from tests.connectors.salesforce_org import NAME, read_stream, running_org


@pytest.fixture
def org():
    with running_org() as org:
        yield org


def comments_of(connector, stream, cursor=None):
    return [c for page in read_stream(connector, stream, cursor)[0] for c in page.comments]


def test_a_post_on_a_case_is_internal_unless_all_users_see_it(org):
    org.control("do/post", id=org.case("web"), text="Ask the depot", by="agent:Joe", visibility="InternalUsers")
    org.control("do/post", id=org.case("web"), text="On its way", by="agent:Joe", visibility="AllUsers")
    org.control("do/post", id=org.case("web"), text="Parcel found", by="bot:Robbie", visibility="AllUsers")
    found = {c.text: (c.role, c.public) for c in comments_of(org.connect(), "FeedItem")}
    assert found == {
        "Ask the depot": (Role.AGENT, False),
        "On its way": (Role.AGENT, True),
        "Parcel found": (Role.BOT, True),
    }
    fetched = org.connect().fetch_tickets([org.case("web")])
    assert set(found) <= {c.text for c in fetched.comments}


def test_a_post_moves_no_case_and_is_found_all_the_same(org):
    connector = org.connect()
    cursors = {stream: read_stream(connector, stream)[1] for stream in connector.streams}
    org.now += timedelta(minutes=30)
    org.control("do/post", id=org.case("web"), text="Ask the depot", by="agent:Joe")
    assert [t for page in read_stream(connector, "Case", cursors["Case"])[0] for t in page.tickets] == []
    assert [c.text for c in comments_of(connector, "FeedItem", cursors["FeedItem"])] == ["Ask the depot"]


def test_accounts_are_told_with_their_names_and_a_merged_one_as_gone():
    with running_org(cases=60) as org:
        connector = org.connect()
        pages, cursor = read_stream(connector, "Account")
        accounts = {a.id: a for p in pages for a in p.accounts}
        named = {c.account_id for p in read_stream(connector, "Contact")[0] for c in p.contacts}
        assert len(accounts) >= 3
        assert named - {None} <= set(accounts)
        assert all(a.name and not a.deleted for a in accounts.values())
        kept, merged, *_ = sorted(accounts)
        org.now += timedelta(minutes=30)
        org.control("do/merge_accounts", source=merged, target=kept)
        later = {a.id: a for p in read_stream(connector, "Account", cursor)[0] for a in p.accounts}
        assert later[merged].deleted
        assert kept not in later or not later[kept].deleted


def test_a_person_accounts_case_is_the_persons_even_where_it_names_the_account_alone():
    with running_org(person_accounts=True) as org:
        connector = org.connect()
        ticket = connector.fetch_tickets([org.case("web")]).tickets[0]
        org.control("do/convert_to_person_account", id=ticket.requester.id)
        account = org.client.rows(f"SELECT AccountId FROM Contact WHERE Id = '{ticket.requester.id}'")[0]["AccountId"]
        held, case = org.app.config["helpdesk"], org.case("web")
        with held.lock:
            row = held.rows("Case")[case]
            held.change("Case", row, {"ContactId": None, "AccountId": account})
        page = org.connect().fetch_tickets([org.case("web")])
        assert page.tickets[0].requester == ticket.requester
        assert ticket.requester in {c.ref for c in page.contacts}


def outcomes(connector, cursor=None):
    pages, cursor = read_stream(connector, "CaseMilestone", cursor)
    events = {e.id: e for page in pages for e in page.events}
    return sorted((e.before, e.after.partition(" ")[0]) for e in events.values()), cursor


def test_a_milestone_is_told_with_its_target_and_then_as_met_or_breached():
    with running_org(entitlements=True) as org:
        connector = org.connect()
        case = org.case("web")
        org.control("do/milestone", id=case, name="First Response", minutes=30)
        org.control("do/milestone", id=case, name="Resolution", minutes=60)
        told, cursor = outcomes(connector)
        assert told == [("First Response", "due"), ("Resolution", "due")]
        org.now += timedelta(minutes=20)
        org.control("do/milestone", id=case, name="First Response", minutes=30, completed=True)
        told, cursor = outcomes(connector, cursor)
        assert ("First Response", "met") in told
        org.now += timedelta(minutes=90)
        told, cursor = outcomes(connector, cursor)
        assert ("Resolution", "breached") in told, "that time violates a milestone moves no stamp"
        events = connector.fetch_tickets([case]).events
        sla = {(e.before, e.after.partition(" ")[0]) for e in events if e.field == "sla"}
        assert sla == {
            ("First Response", "due"),
            ("First Response", "met"),
            ("Resolution", "due"),
            ("Resolution", "breached"),
        }


def test_an_org_without_entitlements_or_feeds_has_no_calls_for_them(org):
    connector = org.connect()
    read_stream(connector, "CaseMilestone")
    before = org.counts()["requests"]
    assert connector.fetch_page("CaseMilestone", None).events == ()
    assert org.counts()["requests"] == before


def test_what_left_even_the_recycle_bin_is_told_as_gone(org):
    connector = org.connect()
    cursors = {stream: read_stream(connector, stream)[1] for stream in ("Case", "CaseComment", "EmailMessage")}
    comment = org.comments("phone")[0]["Id"]
    mail = org.client.rows(f"SELECT Id FROM EmailMessage WHERE ParentId = '{org.case('mail')}'")[0]["Id"]
    org.now += timedelta(minutes=30)
    for gone in (comment, mail, org.case("chat")):
        org.control("do/delete", id=gone)
        org.control("do/purge", id=gone)
    org.now += timedelta(seconds=1)
    (page,), _ = read_stream(connector, "Case", cursors["Case"])
    assert page.missing_tickets == (TicketRef(NAME, org.case("chat")),)
    (page,), _ = read_stream(connector, "CaseComment", cursors["CaseComment"])
    assert f"comment:{comment}" in page.removed_comments
    (page,), _ = read_stream(connector, "EmailMessage", cursors["EmailMessage"])
    assert f"email:{mail}" in page.removed_comments


def test_deletions_are_asked_for_a_few_times_an_hour_and_each_is_told(org):
    connector = org.connect()
    _, cursor = read_stream(connector, "CaseComment")
    begun = org.counts()["requests"]
    for _ in range(60):
        org.now += timedelta(minutes=1)
        _, cursor = read_stream(connector, "CaseComment", cursor)
    assert org.counts()["requests"] - begun == 60 + 4
    comment = org.comments("phone")[0]["Id"]
    org.control("do/delete", id=comment)
    org.control("do/purge", id=comment)
    gone = set()
    for _ in range(20):
        org.now += timedelta(minutes=1)
        pages, cursor = read_stream(connector, "CaseComment", cursor)
        gone |= {name for page in pages for name in page.removed_comments}
    assert f"comment:{comment}" in gone


def test_after_a_pause_longer_than_deletions_are_known_the_stream_is_read_again(org):
    connector = org.connect()
    _, cursor = read_stream(connector, "CaseComment")
    org.now += timedelta(days=14)
    _, cursor = read_stream(connector, "CaseComment", cursor)
    org.now += timedelta(days=15)
    with pytest.raises(CursorExpiredError):
        connector.fetch_page("CaseComment", cursor)
    pages, cursor = read_stream(connector, "CaseComment")
    assert pages[0].comments
    assert json.loads(cursor)["gone"]


def test_portal_users_are_left_to_the_contacts_behind_them(org):
    users = [c for page in read_stream(org.connect(), "User")[0] for c in page.contacts]
    assert {c.role for c in users} <= {Role.AGENT, Role.BOT}
    assert {"Joe", "Kim", "Robbie"} <= {c.name for c in users}
