"""Rows of every object and every way of reading as nouns; and the cursor between the ways."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from integration.connectors.salesforce.bulk import LostJobError, read_csv
from integration.connectors.salesforce.conversation import map_feed_item, repeated_descriptions
from integration.connectors.salesforce.cursors import BULK_BEHIND, MOST_JOBS, REST_PAGES, SETTLED_AFTER, Cursor
from integration.connectors.salesforce.mapping import map_account, requester_of
from integration.connectors.salesforce.milestones import map_milestones
from integration.connectors.salesforce.soql import build_job_query, format_time, list_fields, read_object
from integration.errors import ConnectorError, CursorExpiredError
from integration.model import ContactRef, Role

NAME = "salesforce:acme"
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
CASE = "500WK000001AbCdYAK"
POST = {
    "Id": "0D5000000000001AAA",
    "ParentId": CASE,
    "Body": "Hello",
    "IsRichText": False,
    "Visibility": "AllUsers",
    "CreatedDate": "2026-11-20T09:00:00.000+0000",
    "CreatedById": "005000000000001AAA",
    "CreatedBy": {"Name": "Joe", "UserType": "Standard", "ContactId": None},
    "IsDeleted": False,
}


def info(*fields):
    rows = [{"name": name, "type": kind} for name, kind in fields]
    return read_object({"name": "Case", "createable": True, "fields": rows})


CASE_INFO = info(
    ("Id", "id"), ("Subject", "string"), ("IsClosed", "boolean"), ("Score__c", "double"), ("CreatedDate", "datetime")
)
HEAD = '"Id","Subject","IsClosed","Score__c","CreatedDate","Owner.Name"\n'
LINE = f'"{CASE}","Twice, ""again""\nand é","true","5.0","2026-11-20T09:00:00.000Z","Joe"\n'
ROW = {
    "Id": CASE,
    "Subject": 'Twice, "again"\nand é',
    "IsClosed": True,
    "Score__c": 5.0,
    "CreatedDate": "2026-11-20T09:00:00.000+0000",
    "Owner": {"Name": "Joe"},
}
COLUMNS = ("Id", "Subject", "IsClosed", "Score__c", "CreatedDate", "Owner.Name")


@pytest.mark.parametrize("text", [HEAD + LINE, LINE, "\ufeff" + HEAD + LINE])
def test_a_page_of_csv_is_read_with_a_head_line_and_without(text):
    rows = read_csv(text.encode(), CASE_INFO, COLUMNS)
    assert [list(row.values()) for row in rows] == [list(ROW.values())]


def test_cells_without_a_value_are_none_and_a_parent_without_any_is_none():
    empty = f'"{CASE}","","false","","",""\n'
    assert read_csv((HEAD + empty).encode(), CASE_INFO, ()) == [
        {"Id": CASE, "Subject": None, "IsClosed": False, "Score__c": None, "CreatedDate": None, "Owner": None}
    ]


def test_an_empty_page_holds_no_rows():
    assert read_csv(b"", CASE_INFO, COLUMNS) == []
    assert read_csv(HEAD.encode(), CASE_INFO, COLUMNS) == []


def test_a_page_of_other_columns_is_no_page_of_ours():
    with pytest.raises(LostJobError):
        read_csv(f'"{CASE}","Twice"\n'.encode(), CASE_INFO, COLUMNS)


def test_a_page_that_is_cut_within_a_cell_is_read_again():
    with pytest.raises(ConnectorError) as cut:
        read_csv((HEAD + LINE[:-30]).encode(), CASE_INFO, COLUMNS)
    assert cut.value.permanent is False or isinstance(cut.value, LostJobError)


@pytest.mark.parametrize(
    ("change", "role", "public"),
    [
        ({}, Role.AGENT, True),
        ({"Visibility": "InternalUsers"}, Role.AGENT, False),
        ({"Visibility": None}, Role.AGENT, False),
        ({"CreatedBy": {"UserType": "AutomatedProcess"}}, Role.BOT, True),
        ({"CreatedBy": {"UserType": "AutomatedProcess"}, "Visibility": "InternalUsers"}, Role.AUTOMATION, False),
        ({"CreatedBy": {"UserType": "CspLitePortal", "ContactId": "003000000000001AAA"}}, Role.CUSTOMER, True),
    ],
)
def test_a_post_is_public_only_where_all_users_see_it(change, role, public):
    comment = map_feed_item(POST | change, NAME)
    assert (comment.role, comment.public, comment.id) == (role, public, f"feed:{POST['Id']}")


def test_a_portal_users_post_is_the_contacts():
    row = POST | {"CreatedBy": {"UserType": "CspLitePortal", "ContactId": "003000000000001AAA"}}
    assert map_feed_item(row, NAME).author == ContactRef(NAME, "003000000000001AAA")


def test_rich_text_is_read_as_text_and_what_is_no_post_on_a_case_is_left_out():
    assert map_feed_item(POST | {"Body": "<p>Hi <b>you</b></p>", "IsRichText": True}, NAME).text == "Hi you"
    for change in ({"IsDeleted": True}, {"Body": None}, {"Body": " "}, {"ParentId": "003000000000001AAA"}):
        assert map_feed_item(POST | change, NAME) is None


def test_the_mail_that_made_a_case_takes_its_description_back_and_a_later_one_does_not():
    mail = {"ParentId": CASE, "Incoming": True, "IsDeleted": False, "CreatedDate": "2026-11-20T09:00:30.000+0000"}
    mail["Parent"] = {"CreatedDate": "2026-11-20T09:00:00.000+0000"}
    assert repeated_descriptions([mail]) == [f"description:{CASE}"]
    later = {"CreatedDate": "2026-11-20T11:00:00.000+0000"}
    for change in (later, {"Incoming": False}, {"IsDeleted": True}, {"Parent": None}):
        assert repeated_descriptions([mail | change]) == []


def milestone(**change):
    row = {
        "Id": "555000000000001AAA",
        "CaseId": CASE,
        "MilestoneType": {"Name": "First Response"},
        "StartDate": "2026-11-20T09:00:00.000+0000",
        "TargetDate": "2026-11-20T10:00:00.000+0000",
        "CompletionDate": None,
        "IsCompleted": False,
        "IsViolated": False,
    }
    return [(e.at.hour, e.field, e.before, e.after) for e in map_milestones([row | change], NAME)]


def test_a_milestone_tells_its_target_and_its_outcome():
    due = (9, "sla", "First Response", "due 2026-11-20T10:00:00.000Z")
    done = {"IsCompleted": True, "CompletionDate": "2026-11-20T11:00:00.000+0000"}
    assert milestone() == [due]
    assert milestone(**done) == [due, (11, "sla", "First Response", "met")]
    assert milestone(IsViolated=True) == [due, (10, "sla", "First Response", "breached")]
    assert milestone(**done, IsViolated=True) == [due, (10, "sla", "First Response", "breached")]
    assert milestone(IsDeleted=True) == milestone(TargetDate=None) == []


def test_an_account_that_was_merged_away_is_deleted():
    row = {"Id": "001000000000001AAA", "Name": "Acme", "IsDeleted": False, "MasterRecordId": None}
    assert not map_account(row, NAME).deleted
    assert map_account(row | {"MasterRecordId": "001000000000002AAA"}, NAME).deleted


def test_a_case_of_a_person_account_alone_is_that_persons():
    row = {"ContactId": None, "Account": {"PersonContactId": "003000000000001AAA"}, "SuppliedEmail": "x@example.com"}
    assert requester_of(row, NAME) == ContactRef(NAME, "003000000000001AAA")
    assert requester_of(row | {"ContactId": "003000000000002AAA"}, NAME).id == "003000000000002AAA"


def test_of_feeds_only_what_was_written_on_cases_is_asked_for_and_the_place_binds_it_all():
    soql = build_job_query("FeedItem", ["Id"], "2026-11-20T12:00:00.000Z", CASE)
    _, _, where = soql.partition(" WHERE ")
    assert where.startswith("Type IN ('ContentPost', 'LinkPost', 'TextPost') AND Parent.Type = 'Case' AND ((")
    assert "ORDER BY" not in soql
    assert soql.count("(") == soql.count(")")


def test_users_with_a_contact_are_left_out_where_the_org_knows_such():
    plain = read_object({"name": "User", "fields": [{"name": "Id", "type": "id"}]})
    portal = read_object({"name": "User", "fields": [{"name": "Id"}, {"name": "ContactId"}]})
    for seen, expected in ((plain, "SELECT Id FROM User"), (portal, "FROM User WHERE ContactId = null")):
        fields = list_fields("User", {"User": seen}.get)
        assert build_job_query("User", fields, "", "").endswith(expected)


BEHIND = Cursor(format_time(NOW - timedelta(days=9)), CASE, pages=REST_PAGES)


def test_a_job_is_wanted_for_many_pages_that_lie_behind():
    assert BEHIND.wants_job(NOW)
    assert not replace(BEHIND, pages=REST_PAGES - 1).wants_job(NOW)
    assert not replace(BEHIND, at=format_time(NOW - BULK_BEHIND / 2)).wants_job(NOW)
    assert not replace(BEHIND, lost=MOST_JOBS).wants_job(NOW)
    assert not Cursor(pages=REST_PAGES).wants_job(NOW)


def test_a_job_keeps_its_beginning_until_its_last_page_is_stored():
    made = BEHIND.with_job("750000000000001AAA", "2026-11-20T11:00:00.000+0000")
    second = made.after_job_page("MjAwMA")
    assert (second.at, second.id, second.locator) == (BEHIND.at, BEHIND.id, "MjAwMA")
    assert Cursor.decode(second.encode()) == second
    lost = second.without_job()
    assert (lost.at, lost.id, lost.job, lost.lost) == (BEHIND.at, BEHIND.id, "", 1)
    end = second.after_job_page("")
    assert (end.at, end.id, end.job) == (format_time(NOW - timedelta(hours=1) - SETTLED_AFTER), "", "")


def test_a_stream_goes_back_at_its_end_also_where_nothing_more_came():
    late = Cursor(at=format_time(NOW), back=format_time(NOW - timedelta(hours=2)), again=True)
    gone_back = late.after([], "SystemModstamp", more=False, now=NOW + timedelta(hours=1))
    assert (gone_back.at, gone_back.id, gone_back.back) == (late.back, "", "")


def test_deletions_are_known_from_the_first_page_and_not_for_ever():
    begun = Cursor().begin(NOW)
    assert begun.gone == format_time(NOW - timedelta(days=1)), "a case that a push named may be gone before it is read"
    assert begun.deletions_due(NOW)
    assert begun.begin(NOW + timedelta(days=13)) == begun
    with pytest.raises(CursorExpiredError):
        begun.begin(NOW + timedelta(days=14))
