import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration.connectors.salesforce.outgoing import (
    MAX_NOTE_BYTES,
    build_case,
    build_case_record,
    build_fields,
    build_note_record,
    build_single,
    cut_note,
    read_refusal,
    read_single,
)
from integration.connectors.salesforce.soql import OUR_FIELDS
from integration.model import NOTE_KEY, FieldValues, Frustration, Note, Outcome, TicketRef, Write

KEY = "0123456789abcdef"
TICKET = TicketRef("salesforce:harbourlane", "500WK000001AbCdYAK")
ROOT = "/services/data/v67.0/"
VALUES = FieldValues(
    headline="Third contact about the same charge.",
    flags=("repeat_contact", "asked_again"),
    contacts=3,
    frustration=Frustration.FRUSTRATED,
    effort=40,
    promise_due=date(2026, 10, 9),
    annotation='{"version": "sidelight/1"}',
)


def write_of(text="Look. sidelight:0123456789abcdef", stamp=None, *, note=True):
    return Write(TICKET, KEY, VALUES, Note(KEY, text, "<p>unused</p>") if note else None, stamp)


def test_the_fields_are_written_as_salesforce_wants_them():
    assert build_fields(VALUES) == {
        "Sidelight_Headline__c": "Third contact about the same charge.",
        "Sidelight_Flags__c": "repeat_contact;asked_again",
        "Sidelight_Contacts__c": 3,
        "Sidelight_Frustration__c": "frustrated",
        "Sidelight_Effort__c": 40,
        "Sidelight_Promise_Due__c": "2026-10-09",
        "Sidelight_Annotation__c": '{"version": "sidelight/1"}',
    }
    assert set(build_fields(VALUES)) == set(OUR_FIELDS)


def test_no_value_empties_its_field_and_zero_is_a_value():
    assert set(build_fields(FieldValues()).values()) == {None}
    zeros = build_fields(FieldValues(contacts=0, effort=0, frustration=Frustration.CALM))
    assert (zeros["Sidelight_Contacts__c"], zeros["Sidelight_Effort__c"]) == (0, 0)
    assert zeros["Sidelight_Frustration__c"] == "calm"


def test_what_is_too_long_for_a_field_is_cut():
    fields = build_fields(FieldValues(headline="x" * 300, contacts=12345))
    assert (len(fields["Sidelight_Headline__c"]), fields["Sidelight_Contacts__c"]) == (255, 9999)


def test_only_fields_that_may_be_edited_are_sent():
    assert build_case(write_of(), {"Sidelight_Effort__c", "Subject"}) == {"Sidelight_Effort__c": 40}


def test_a_single_write_is_one_call_with_both_parts_guarded_by_its_stamp():
    requests = build_single(write_of(stamp="2026-10-03T10:00:05.000+0000"), OUR_FIELDS, ROOT)
    case, note = requests
    assert (case["method"], case["url"]) == ("PATCH", f"{ROOT}sobjects/Case/{TICKET.id}")
    assert case["httpHeaders"] == {
        "Sforce-Auto-Assign": "FALSE",
        "If-Unmodified-Since": "Sat, 03 Oct 2026 10:00:05 GMT",
    }
    assert (note["method"], note["url"]) == ("POST", f"{ROOT}sobjects/CaseComment")
    assert note["body"]["ParentId"] == TICKET.id


def test_a_write_without_note_or_stamp_has_neither():
    (case,) = build_single(write_of(note=False), OUR_FIELDS, ROOT)
    assert case["httpHeaders"] == {"Sforce-Auto-Assign": "FALSE"}


@given(st.text(max_size=200), st.booleans(), st.sampled_from([None, "2026-10-03T10:00:05.000+0000"]))
def test_no_payload_can_publish_a_comment(text, with_note, stamp):
    write = write_of(text, stamp, note=with_note)
    payloads = [*build_single(write, OUR_FIELDS, ROOT), build_case_record(write, OUR_FIELDS)]
    if write.note:
        payloads.append(build_note_record(write.note, TICKET))
    comments = [p for p in walk(payloads) if "CommentBody" in p]
    assert len(comments) == (2 if with_note else 0)
    assert all(comment["IsPublished"] is False for comment in comments)
    assert all(p.get("IsPublished", False) is False for p in walk(payloads))


def walk(value):
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from walk(item)
    elif isinstance(value, list):
        for item in value:
            yield from walk(item)


@given(st.text(alphabet=st.sampled_from("aé€😀. \n!"), min_size=0, max_size=6000))
def test_a_note_fits_in_bytes_and_keeps_its_key(body):
    cut = cut_note(f"{body}\n\nsidelight:{KEY}", KEY)
    assert len(cut.encode()) <= MAX_NOTE_BYTES
    assert NOTE_KEY.search(cut)[1] == KEY


def test_a_long_note_ends_with_a_whole_sentence_and_a_mark():
    cut = cut_note("This is a sentence of the note. " * 300 + f"sidelight:{KEY}", KEY)
    assert cut.endswith(f"of the note.\n[…]\n\nsidelight:{KEY}")
    assert len(cut.encode()) > MAX_NOTE_BYTES - 100


def test_a_note_that_fits_is_not_touched():
    text = "é" * 1985 + f" sidelight:{KEY}"
    assert len(text.encode()) == 3997
    assert cut_note(text, KEY) == text


def ok():
    return [
        {"referenceId": "case", "httpStatusCode": 204, "body": None, "httpHeaders": {}},
        {"referenceId": "note", "httpStatusCode": 201, "body": {"id": "00aX", "success": True, "errors": []}},
    ]


def failed(status, code, message="m"):
    first = {"referenceId": "case", "httpStatusCode": status, "body": [{"errorCode": code, "message": message}]}
    second = {"referenceId": "note", "httpStatusCode": 400, "body": [{"errorCode": "PROCESSING_HALTED", "message": ""}]}
    return [first, second]


def test_a_write_that_went_through_names_its_note():
    result = read_single(write_of(), ok())
    assert (result.outcome, result.note_id, result.ticket) == (Outcome.DONE, "comment:00aX", TICKET)


@pytest.mark.parametrize(
    ("status", "code", "message", "outcome"),
    [
        (400, "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access", Outcome.RETRY),
        (400, "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "trigger: UNABLE_TO_LOCK_ROW", Outcome.RETRY),
        (404, "ENTITY_IS_DELETED", "entity is deleted", Outcome.GONE),
        (404, "NOT_FOUND", "not found", Outcome.GONE),
        (412, "PRECONDITION_FAILED", "changed", Outcome.CONFLICT),
        (400, "ENTITY_IS_LOCKED", "locked", Outcome.CLOSED),
        (403, "INSUFFICIENT_ACCESS_OR_READONLY", "no", Outcome.REFUSED),
        (400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "no", Outcome.REFUSED),
        (500, "UNKNOWN_EXCEPTION", "oops", Outcome.RETRY),
    ],
)
def test_an_error_of_one_part_decides_the_outcome(status, code, message, outcome):
    result = read_single(write_of(), failed(status, code, message))
    assert result.outcome is outcome
    assert result.retry_after_s is None, "Salesforce names no time for one record"


def test_a_note_that_failed_decides_although_it_stands_second():
    note = {"referenceId": "note", "httpStatusCode": 400, "body": [{"errorCode": "UNABLE_TO_LOCK_ROW", "message": ""}]}
    case = {"referenceId": "case", "httpStatusCode": 400, "body": [{"errorCode": "PROCESSING_HALTED", "message": ""}]}
    assert read_single(write_of(), [case, note]).outcome is Outcome.RETRY


def test_an_empty_answer_is_no_success():
    assert read_single(write_of(), []).outcome is Outcome.RETRY
    assert read_single(write_of(), ok()[:1]).outcome is Outcome.RETRY
    assert read_single(write_of(note=False), ok()[:1]).outcome is Outcome.DONE


def test_a_refusal_names_the_field_and_the_remedy_and_no_customer_text():
    item = {
        "success": False,
        "errors": [
            {
                "statusCode": "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                "message": "Flags: bad value for restricted picklist field: secret words",
                "fields": ["Sidelight_Flags__c"],
            }
        ],
    }
    result = read_refusal(TICKET, item)
    assert result.outcome is Outcome.REFUSED
    assert "Sidelight_Flags__c" in result.reason
    assert "manifest/salesforce" in result.reason
    assert "secret words" not in result.reason


def test_a_refusal_without_a_list_of_fields_finds_the_field_in_the_message():
    body = [{"errorCode": "INVALID_FIELD", "message": "No such column 'Sidelight_Effort__c' on sobject of type Case"}]
    assert "Sidelight_Effort__c" in read_refusal(TICKET, body).reason


def test_payloads_are_plain_json():
    assert json.loads(json.dumps(build_single(write_of(), OUR_FIELDS, ROOT)))[1]["body"]["IsPublished"] is False
