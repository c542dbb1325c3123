"""Our notes on a case: changed where that is allowed, and found again where the reply was lost."""

import pytest

from integration.errors import ConnectorError
from integration.model import Outcome
from tests.connectors.salesforce_org import running_org
from tests.connectors.test_salesforce_writing import write_of


@pytest.fixture
def org():
    with running_org() as org:
        yield org


def test_that_our_comment_cannot_be_changed_is_said_with_the_case_and_what_to_do(org):
    connector = org.connect()
    (result,) = connector.write([write_of(org, note="My card number is 4111.")])
    case = org.case("web")
    with pytest.raises(ConnectorError) as refused:
        connector.redact_note(case, result.note_id, "My card number is ▇▇▇▇.")
    assert refused.value.permanent
    assert case in str(refused.value)
    assert "Modify All Data" in str(refused.value)
    assert "Let an admin delete the comment" in str(refused.value)
    assert "4111" not in str(refused.value)


def test_a_user_who_may_changes_our_comment_and_a_lock_is_waited_out(org):
    connector = org.connect()
    (result,) = connector.write([write_of(org, note="My card number is 4111.")])
    org.control("fls", modify_all=True)
    org.control("locks", id=result.note_id.removeprefix("comment:"), times=1)
    with pytest.raises(ConnectorError) as locked:
        connector.redact_note(org.case("web"), result.note_id, "My card number is ▇▇▇▇.")
    assert not locked.value.permanent
    connector.redact_note(org.case("web"), result.note_id, "My card number is ▇▇▇▇.")
    assert org.comments("web")[-1]["CommentBody"] == "My card number is ▇▇▇▇."


def test_a_note_whose_reply_was_lost_is_found_by_its_key(org):
    connector = org.connect()
    write = write_of(org, note="One.", number=7)
    assert connector.find_note(write.ticket.id, write.key) is None
    org.fault("composite", "lost_reply", method="POST")
    with pytest.raises(ConnectorError) as lost:
        connector.write([write])
    assert not lost.value.permanent
    assert connector.find_note(write.ticket.id, write.key) == f"comment:{org.comments('web')[-1]['Id']}"
    assert connector.find_note(write.ticket.id, "f" * 16) is None
    assert connector.find_note("no id", write.key) is None


def test_notes_whose_reply_was_lost_raise_rather_than_be_sent_twice(org):
    connector = org.connect()
    connector.write([write_of(org)])
    org.fault("composite/sobjects", "lost_reply", method="POST")
    with pytest.raises(ConnectorError):
        connector.write([write_of(org, "web", note="One."), write_of(org, "mail", note="Two.", number=2)])
    assert connector.find_note(org.case("web"), f"{1:016x}") is not None


def test_notes_that_may_have_arrived_although_the_server_failed_raise(org):
    connector = org.connect()
    connector.write([write_of(org)])
    org.fault("composite/sobjects", "status", method="POST", status=503)
    with pytest.raises(ConnectorError):
        connector.write([write_of(org, "web", note="One."), write_of(org, "mail", note="Two.", number=2)])


def test_notes_that_were_surely_refused_are_to_be_tried_again_and_the_rest_is_done(org):
    connector = org.connect()
    connector.write([write_of(org)])
    body = [{"errorCode": "REQUEST_LIMIT_EXCEEDED", "message": "TotalRequests Limit exceeded."}]
    org.fault("composite/sobjects", "status", method="POST", status=403, body=body)
    web, mail = connector.write([write_of(org, "web", note="One."), write_of(org, "mail")])
    assert (web.outcome, web.retry_after_s, mail.outcome) == (Outcome.RETRY, 3600.0, Outcome.DONE)
    assert org.connect().find_note(org.case("web"), f"{1:016x}") is None
