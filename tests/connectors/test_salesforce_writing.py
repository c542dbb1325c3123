"""What a write does to an org, and what an org may say to it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from integration.connectors.salesforce.soql import OUR_FIELDS
from integration.model import FieldValues, Frustration, Note, Outcome, Role, TicketRef, Write
from tests.connectors.salesforce_org import NAME, running_org
from tests.sandbox.salesforce_server import many

VALUES = FieldValues(
    headline="Second contact about the same charge.",
    flags=("repeat_contact", "asked_again"),
    contacts=2,
    frustration=Frustration.FRUSTRATED,
    effort=40,
    promise_due=date(2026, 11, 21),
    annotation='{"version":"sidelight/1"}',
)


@pytest.fixture
def org():
    with running_org() as org:
        yield org


def write_of(org, name="web", *, note=None, values=VALUES, stamp=None, number=1):
    key = f"{number:016x}"
    ticket = TicketRef(NAME, name if name.startswith("500") else org.case(name))
    text = None if note is None else f"{note}\n\nsidelight:{key}"
    return Write(ticket, key, values, Note(key, text, "") if text else None, stamp)


def test_fields_and_note_arrive_with_one_call(org):
    connector = org.connect()
    connector.write([write_of(org, "mail")])
    before = org.counts()["requests"]
    (result,) = connector.write([write_of(org, note="Asked for the order number twice.")])
    assert org.counts()["requests"] - before == 1
    assert result.outcome is Outcome.DONE
    row = org.row("web")
    assert row["Sidelight_Headline__c"] == "Second contact about the same charge."
    assert set(row["Sidelight_Flags__c"].split(";")) == {"repeat_contact", "asked_again"}
    assert (row["Sidelight_Contacts__c"], row["Sidelight_Effort__c"]) == (2, 40)
    assert (row["Sidelight_Frustration__c"], row["Sidelight_Promise_Due__c"]) == ("frustrated", "2026-11-21")
    assert row["Sidelight_Annotation__c"] == '{"version":"sidelight/1"}'
    note = org.comments("web")[-1]
    assert result.note_id == f"comment:{note['Id']}"
    assert (note["IsPublished"], note["CreatedById"]) == (False, org.counts()["runAsId"])


def test_a_write_runs_no_assignment_rule_and_keeps_the_owner(org):
    owner = org.row("web")["OwnerId"]
    connector = org.connect()
    connector.write([write_of(org, note="One.")])
    connector.write([write_of(org, name) for name in ("web", "mail")])
    org.expire_sessions()
    connector.write([write_of(org, name) for name in ("web", "mail")])
    assert org.counts()["assignment_rules_run"] == 0
    assert org.row("web")["OwnerId"] == owner


def test_no_value_empties_its_field(org):
    connector = org.connect()
    connector.write([write_of(org)])
    connector.write([write_of(org, values=FieldValues())])
    assert {value for name, value in org.row("web").items() if name.startswith("Sidelight_")} == {None}


def test_a_note_comes_back_as_ours_and_private(org):
    connector = org.connect()
    (result,) = connector.write([write_of(org, note="One.")])
    comment = next(c for c in connector.fetch_tickets([org.case("web")]).comments if c.id == result.note_id)
    assert (comment.role, comment.public) == (Role.SIDELIGHT, False)


def test_a_long_note_fits_in_the_comment(org):
    (result,) = org.connect().write([write_of(org, note="Ein Satz über Gebühren. " * 400)])
    assert result.outcome is Outcome.DONE
    body = org.comments("web")[-1]["CommentBody"]
    assert len(body.encode()) <= 4000
    assert body.endswith("Gebühren.\n[…]\n\nsidelight:0000000000000001")


def test_a_case_that_changed_meanwhile_is_a_conflict_and_gets_neither_fields_nor_note(org):
    connector = org.connect()
    stamp = connector.fetch_tickets([org.case("web")]).tickets[0].stamp
    org.now += timedelta(minutes=1)
    org.control("change", id=org.case("web"), values={"Priority": "High"}, by="Joe")
    before = len(org.comments("web"))
    (result,) = connector.write([write_of(org, note="One.", stamp=stamp)])
    assert result.outcome is Outcome.CONFLICT
    assert org.row("web")["Sidelight_Headline__c"] is None
    assert len(org.comments("web")) == before


def test_a_case_as_it_was_is_written_with_its_stamp(org):
    connector = org.connect()
    tickets = connector.fetch_tickets([org.case("web"), org.case("mail")]).tickets
    stamps = {t.ref.id: t.stamp for t in tickets}
    (result,) = connector.write([write_of(org, stamp=stamps[org.case("web")])])
    assert result.outcome is Outcome.DONE


def test_in_a_batch_only_the_case_that_changed_is_a_conflict(org):
    connector = org.connect()
    stamps = {t.ref.id: t.stamp for t in connector.fetch_tickets([org.case("web"), org.case("mail")]).tickets}
    org.now += timedelta(minutes=1)
    org.control("change", id=org.case("web"), values={"Priority": "High"}, by="Joe")
    writes = [write_of(org, n, note="One.", stamp=stamps[org.case(n)], number=i) for i, n in enumerate(("web", "mail"))]
    assert [r.outcome for r in connector.write(writes)] == [Outcome.CONFLICT, Outcome.DONE]
    assert org.row("web")["Sidelight_Headline__c"] is None
    assert org.row("mail")["Sidelight_Headline__c"] is not None


def test_a_hundred_writes_with_notes_are_three_calls():
    with running_org(world=many(100)) as org:
        connector = org.connect()
        ids = [t.ref.id for t in connector.fetch_page("Case", None).tickets]
        before = org.counts()["requests"]
        results = connector.write([write_of(org, i, note=f"Note {n}.", number=n) for n, i in enumerate(ids)])
        assert org.counts()["requests"] - before == 3
        assert {r.outcome for r in results} == {Outcome.DONE}
        assert [r.ticket.id for r in results] == ids
        assert len({r.note_id for r in results}) == 100


def test_what_hits_a_lock_is_sent_again_alone_after_a_pause_that_varies(org):
    connector = org.connect()
    connector.write([write_of(org, "chat")])
    org.control("locks", id=org.case("web"), times=2)
    sent = org.sent("composite/sobjects")
    results = connector.write([write_of(org, "web", note="One."), write_of(org, "mail", note="Two.", number=2)])
    assert [result.outcome for result in results] == [Outcome.DONE, Outcome.DONE]
    web, mail = org.case("web"), org.case("mail")
    assert [sorted(ids) for ids in sent] == [sorted((web, mail)), [web], [web], sorted((web, mail))]
    assert len(org.waits) == len(set(org.waits)) == 2
    assert len(org.comments("web")) == len({row["CommentBody"] for row in org.comments("web")})


def test_a_note_that_hits_a_lock_is_sent_again_alone_and_stands_once(org):
    connector = org.connect()
    connector.write([write_of(org, "web"), write_of(org, "mail")])
    sent = org.sent("composite/sobjects", before=lambda number: number == 1 and lock(org, "mail", 1))
    results = connector.write([write_of(org, "web", note="One."), write_of(org, "mail", note="Two.", number=2)])
    assert [result.outcome for result in results] == [Outcome.DONE, Outcome.DONE]
    assert sent[2:] == [[org.case("mail")]]
    assert [sum(word in row["CommentBody"] for row in org.comments("mail")) for word in ("One.", "Two.")] == [0, 1]


def lock(org, name, times):
    org.control("locks", id=org.case(name), times=times)


def test_a_row_that_stays_locked_is_to_be_tried_again_later_and_the_others_are_done(org):
    connector = org.connect()
    lock(org, "web", 4)
    web, mail = connector.write([write_of(org, "web", note="One."), write_of(org, "mail", note="Two.", number=2)])
    assert (web.outcome, mail.outcome) == (Outcome.RETRY, Outcome.DONE)
    assert web.retry_after_s is None
    # alone, case and note are two parts of one call, and each of them meets the lock
    lock(org, "web", 8)
    assert connector.write([write_of(org, note="One.")])[0].outcome is Outcome.RETRY
    lock(org, "web", 6)
    assert connector.write([write_of(org, note="One.")])[0].outcome is Outcome.DONE
    assert sum("One." in row["CommentBody"] for row in org.comments("web")) == 1


def test_what_was_refused_at_its_second_try_leaves_the_others_done(org):
    connector = org.connect()
    connector.write([write_of(org, "chat")])
    lock(org, "web", 1)
    body = [{"errorCode": "REQUEST_LIMIT_EXCEEDED", "message": "TotalRequests Limit exceeded."}]
    org.fault("composite/sobjects", "status", method="PATCH", status=403, body=body, skip=1)
    web, mail = connector.write([write_of(org, "web"), write_of(org, "mail")])
    assert (web.outcome, mail.outcome) == (Outcome.RETRY, Outcome.DONE)


def test_cases_are_sent_in_the_order_of_their_accounts_and_contacts(org):
    connector = org.connect()
    rows = {row["Id"]: row for row in org.client.rows("SELECT Id, AccountId, ContactId FROM Case")}

    def locks(case):
        return rows[case]["AccountId"] or "", rows[case]["ContactId"] or ""

    sent = org.sent("composite/sobjects")
    connector.write([write_of(org, case) for case in sorted(rows, key=locks, reverse=True)])
    assert len({locks(case) for case in sent[0]}) > 1
    assert list(map(locks, sent[0])) == sorted(map(locks, sent[0]))


def test_a_deleted_and_an_unknown_case_are_gone(org):
    connector = org.connect()
    gone = org.case("chat")
    org.control("delete", id=gone)
    assert connector.write([write_of(org, gone, note="One.")])[0].outcome is Outcome.GONE
    writes = [write_of(org, i) for i in (gone, "5005g0000000099AAA", "500 no id")] + [write_of(org, "mail")]
    assert [r.outcome for r in connector.write(writes)] == [Outcome.GONE, Outcome.GONE, Outcome.GONE, Outcome.DONE]


def test_a_value_that_the_org_does_not_know_is_refused_with_the_field(org):
    wrong = FieldValues(headline="x", flags=("flag_of_a_later_release",))
    one = org.connect().write([write_of(org, values=wrong)])[0]
    many_ = org.connect().write([write_of(org, values=wrong), write_of(org, "mail")])
    for result in (one, many_[0]):
        assert result.outcome is Outcome.REFUSED
        assert "Sidelight_Flags__c" in result.reason
        assert "manifest/salesforce" in result.reason
    assert many_[1].outcome is Outcome.DONE


def test_a_field_that_may_not_be_edited_costs_that_field_alone(org):
    org.control("fls", read_only=["Case.Sidelight_Effort__c"], hide=["Case.Sidelight_Annotation__c"])
    (result,) = org.connect().write([write_of(org)])
    assert result.outcome is Outcome.DONE
    assert (org.row("web")["Sidelight_Effort__c"], org.row("web")["Sidelight_Contacts__c"]) == (None, 2)


@pytest.mark.parametrize("right", ["read_only", "hide"])
@pytest.mark.parametrize("names", [("web",), ("web", "mail")])
def test_a_right_taken_away_while_we_run_costs_that_field_alone_and_doctor_names_it(org, right, names):
    connector = org.connect()
    connector.write([write_of(org, name) for name in names])
    org.control("fls", **{right: ["Case.Sidelight_Effort__c"]})
    fresh = replace(VALUES, contacts=3, effort=80)
    results = connector.write([write_of(org, n, values=fresh, note="One.", number=i) for i, n in enumerate(names)])
    assert {result.outcome for result in results} == {Outcome.DONE}
    assert {org.row(name)["Sidelight_Contacts__c"] for name in names} == {3}
    assert all(sum("One." in row["CommentBody"] for row in org.comments(name)) == 1 for name in names)
    wrong = [finding for finding in org.connect().check() if not finding.ok]
    assert any("Sidelight_Effort__c" in finding.subject for finding in wrong), wrong


def test_rights_that_are_all_gone_are_refused_with_the_remedy(org):
    connector = org.connect()
    connector.write([write_of(org)])
    org.control("fls", read_only=[f"Case.{name}" for name in OUR_FIELDS])
    (result,) = connector.write([write_of(org)])
    assert result.outcome is Outcome.REFUSED
    assert "Sidelight_Integration" in result.reason


def test_without_the_permission_set_every_write_is_refused_with_the_remedy():
    with running_org(permission_sets=()) as org:
        (result,) = org.connect().write([write_of(org)])
        assert result.outcome is Outcome.REFUSED
        assert "Sidelight_Integration" in result.reason


def test_nothing_to_write_makes_no_call(org):
    assert org.connect().write([]) == []
    assert org.counts()["requests"] == 0


def test_nothing_that_was_written_is_public(org):
    connector = org.connect()
    connector.write([write_of(org, note="One.")])
    connector.write([write_of(org, "web", note="Two.", number=2), write_of(org, "mail", note="Three.", number=3)])
    written = org.client.call("GET", "/control/comments").json()
    assert len(written) == 3
    assert not any(comment["public"] for comment in written)
