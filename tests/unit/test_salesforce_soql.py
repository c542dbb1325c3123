from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration.connectors.salesforce.cursors import OVERLAP, Cursor
from integration.connectors.salesforce.faults import build_error
from integration.connectors.salesforce.soql import (
    build_ids_query,
    build_page_query,
    format_time,
    is_id,
    list_fields,
    long_id,
    parse_time,
    read_object,
)
from integration.errors import CursorExpiredError

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
ROW_ID = "500WK000001AbCdYAK"


def described(name, *fields, children=()):
    rows = [{"name": f, "type": "string", "updateable": False} if isinstance(f, str) else f for f in fields]
    links = [{"relationshipName": child} for child in children] + [{"relationshipName": None}]
    return read_object({"name": name, "createable": True, "fields": rows, "childRelationships": links})


def lookup(name, relationship, *targets):
    return {"name": name, "type": "reference", "relationshipName": relationship, "referenceTo": list(targets)}


# the first pair stands in the vendor's own documentation of its REST API
@pytest.mark.parametrize(
    ("short", "long"),
    [("001D000000IRFma", "001D000000IRFmaIAH"), ("000000000000000", "000000000000000AAA"), (ROW_ID, ROW_ID)],
)
def test_an_ids_checksum_tells_its_capitals(short, long):
    assert long_id(short) == long


@pytest.mark.parametrize(
    "text", ["", "500", "500WK000001AbCd' OR", "500WK000001AbCdYA", "500WK000001AbCdYAK\n", "é" * 15]
)
def test_what_is_no_id_is_known_as_none(text):
    assert not is_id(text)


def test_times_keep_their_moment_both_ways():
    moment = parse_time("2026-10-02T09:12:00.000+0000")
    assert moment == datetime(2026, 10, 2, 9, 12, tzinfo=UTC)
    assert format_time(moment) == "2026-10-02T09:12:00.000Z"
    assert parse_time("2026-10-02T11:12:00.000+0200") == moment
    with pytest.raises(ValueError, match="no zone"):
        parse_time("2026-10-02T09:12:00")


@given(st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - hypothesis adds the zone
def test_a_cursor_survives_the_store(moment):
    for cursor in (Cursor(), Cursor(format_time(moment)), Cursor(format_time(moment), ROW_ID)):
        assert Cursor.decode(cursor.encode()) == cursor


@pytest.mark.parametrize(
    "text",
    ["", "x", "[]", "{}", '{"at": 5, "id": ""}', '{"at": "", "id": "\' OR"}', '{"at": "1 OR Id != null", "id": ""}'],
)
def test_a_cursor_that_cannot_be_read_asks_for_the_stream_again(text):
    with pytest.raises(CursorExpiredError):
        Cursor.decode(text)


def test_a_page_goes_on_after_the_last_row_of_the_same_second():
    soql = build_page_query("Case", ["Id", "Subject"], "2026-10-02T09:12:00.000Z", ROW_ID)
    assert soql == (
        "SELECT Id, Subject FROM Case"
        f" WHERE (SystemModstamp = 2026-10-02T09:12:00.000Z AND Id > '{ROW_ID}')"
        " OR SystemModstamp > 2026-10-02T09:12:00.000Z"
        " ORDER BY SystemModstamp, Id LIMIT 2000"
    )


def test_a_first_page_starts_where_it_is_told():
    assert build_page_query("Case", ["Id"], "", "") == "SELECT Id FROM Case ORDER BY SystemModstamp, Id LIMIT 2000"
    assert " WHERE SystemModstamp >= 2026-11-20T12:00:00.000Z ORDER" in build_page_query(
        "Case", ["Id"], Cursor.start(NOW).at, ""
    )


def test_history_is_ordered_by_its_creation_as_it_has_no_stamp():
    soql = build_page_query("CaseHistory", ["Id"], Cursor.start(NOW).at, "")
    assert "SystemModstamp" not in soql
    assert "CreatedDate >= 2026-11-20T12:00:00.000Z ORDER BY CreatedDate, Id" in soql


def test_rows_are_asked_by_each_id_once():
    soql = build_ids_query("CaseComment", ["Id"], "ParentId", [ROW_ID, ROW_ID])
    assert soql == f"SELECT Id FROM CaseComment WHERE ParentId IN ('{ROW_ID}') ORDER BY SystemModstamp, Id"


def rows_at(*times):
    return [{"Id": ROW_ID[:-1] + str(i), "SystemModstamp": format_time(t)} for i, t in enumerate(times)]


def test_within_a_stream_the_cursor_is_the_last_row():
    rows = rows_at(NOW - timedelta(minutes=2), NOW)
    assert Cursor().after(rows, "SystemModstamp", more=True, now=NOW) == Cursor(
        format_time(NOW), rows[1]["Id"], pages=1, back=format_time(NOW - OVERLAP)
    )


def test_a_page_read_while_its_time_could_still_get_rows_is_read_again_however_late_its_end_comes():
    rows = rows_at(NOW)
    within = Cursor().after(rows, "SystemModstamp", more=True, now=NOW)
    end = within.after([], "SystemModstamp", more=False, now=NOW + timedelta(hours=1))
    assert (end.at, end.id, end.back) == (format_time(NOW - OVERLAP), "", "")
    again = end.after(rows, "SystemModstamp", more=False, now=NOW + timedelta(hours=2))
    assert (again.at, again.id, again.back) == (format_time(NOW), rows[0]["Id"], "")


def test_at_the_end_of_a_stream_the_next_call_looks_back_for_late_commits():
    rows = rows_at(NOW - timedelta(seconds=5))
    after = Cursor().after(rows, "SystemModstamp", more=False, now=NOW)
    assert after == Cursor(format_time(NOW - timedelta(seconds=5) - OVERLAP), again=True)
    # an end that only an empty page shows looks back as well
    last = Cursor(format_time(NOW - timedelta(seconds=5)), ROW_ID)
    assert last.after([], "SystemModstamp", more=False, now=NOW) == after


def test_a_stream_that_has_rested_is_not_read_twice():
    rows = rows_at(NOW - timedelta(hours=1))
    after = Cursor().after(rows, "SystemModstamp", more=False, now=NOW)
    assert after == Cursor(format_time(NOW - timedelta(hours=1)), rows[0]["Id"], again=True)
    assert after.after([], "SystemModstamp", more=False, now=NOW) == after
    assert Cursor().after([], "SystemModstamp", more=False, now=NOW) == Cursor(again=True)


def test_only_fields_that_are_seen_are_asked_for():
    user = described("User", "Id", "Name", "UserType")
    comment = described("CaseComment", "Id", "CommentBody", lookup("CreatedById", "CreatedBy", "User"))
    known = {"CaseComment": comment, "User": user}
    assert list_fields("CaseComment", known.get) == [
        "Id",
        "CommentBody",
        "CreatedById",
        "CreatedBy.Name",
        "CreatedBy.UserType",
    ]
    assert list_fields("EmailMessage", known.get) == []


def test_an_owner_of_several_kinds_is_asked_for_its_name_alone():
    case = described(
        "Case", "Id", lookup("OwnerId", "Owner", "Group", "User"), lookup("ParentId", "Parent", "Case"), "Type"
    )
    assert list_fields("Case", {"Case": case}.get) == ["Id", "Type", "OwnerId", "Owner.Name", "ParentId", "Parent.Type"]


def test_an_orgs_own_short_fields_are_asked_for_and_ours_and_long_ones_not():
    long_text = {"name": "Essay__c", "type": "textarea"}
    case = described("Case", "Id", "Team__c", "Region__c", "Sidelight_Headline__c", long_text)
    assert list_fields("Case", {"Case": case}.get) == ["Id", "Region__c", "Team__c"]


def test_a_describe_tells_rights_values_and_children():
    flags = {"name": "F__c", "type": "multipicklist", "updateable": True}
    flags["picklistValues"] = [{"value": "a", "active": True}, {"value": "b", "active": False}]
    info = described("Case", flags, children=("EmailMessages",))
    assert (info.fields["F__c"].updateable, info.fields["F__c"].values) == (True, ("a",))
    assert info.children == {"EmailMessages"}


def error(status, text, retry_after=None):
    found = build_error(status, text, retry_after)
    return found.permanent, found.retry_after_s


LIMIT = '[{"errorCode":"REQUEST_LIMIT_EXCEEDED","message":"%s"}]'


@pytest.mark.parametrize(
    ("status", "text", "permanent", "wait_s"),
    [
        (403, LIMIT % "TotalRequests Limit exceeded.", False, 3600.0),
        (403, LIMIT % "ConcurrentPerOrgLongTxn Limit exceeded.", False, 5.0),
        (403, LIMIT % "ConcurrentRequests (Concurrent API Requests) Limit exceeded.", False, 5.0),
        (503, "<html>Down for maintenance</html>", False, None),
        (500, '[{"errorCode":"UNKNOWN_EXCEPTION","message":"oops"}]', False, None),
        (429, "", False, None),
        (420, "", False, None),
        (403, "<html>a proxy says no</html>", False, None),
        (400, '[{"errorCode":"UNABLE_TO_LOCK_ROW","message":"m"}]', False, None),
        (401, '[{"errorCode":"INVALID_SESSION_ID","message":"Session expired or invalid"}]', False, 60.0),
        (401, '[{"errorCode":"INVALID_SESSION_ID","message":"not valid for use with the REST API"}]', True, None),
        (403, '[{"errorCode":"INSUFFICIENT_ACCESS","message":"m"}]', True, None),
        (403, '[{"errorCode":"TXN_SECURITY_METERING_ERROR","message":"m"}]', True, None),
        (400, '[{"errorCode":"MALFORMED_QUERY","message":"m"}]', True, None),
    ],
)
def test_an_error_says_whether_to_wait_or_to_act(status, text, permanent, wait_s):
    assert error(status, text) == (permanent, wait_s)


def test_an_answer_that_says_how_long_to_wait_is_believed():
    assert error(503, "", "120") == (False, 120.0)
    assert error(503, "", "Wed, 21 Oct 2026 07:28:00 GMT") == (False, None)


def test_a_hidden_field_is_named_with_the_remedy_and_no_row_text():
    text = '[{"errorCode":"INVALID_FIELD","message":"No such column \'Team__c\' WHERE Name = \'Ana Ruiz\'"}]'
    found = build_error(400, text)
    assert found.fields == ("Team__c",)
    assert "Sidelight_Integration" in str(found)
    assert "Ana" not in str(found)


def test_the_field_that_agents_write_is_selected_where_our_user_sees_it_and_no_other_of_ours():
    ours = ("Sidelight_Annotation__c", "Sidelight_Flags__c")
    case = described("Case", "Id", "Team__c", *ours, "Sidelight_Feedback__c")
    assert list_fields("Case", {"Case": case}.get) == ["Id", "Sidelight_Feedback__c", "Team__c"]
    hidden = described("Case", "Id", "Team__c", *ours)
    assert list_fields("Case", {"Case": hidden}.get) == ["Id", "Team__c"]
