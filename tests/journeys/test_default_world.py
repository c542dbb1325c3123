"""The default world, the whole way: what each ticket must and must not carry, as a careful reader expects."""

import json
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from bench.annotations import faults
from bench.flags import score
from integration.saying import CATALOGUES, LOCALES, Saying
from integration.writeback import plan
from sandbox.world import read_world
from tests.journeys.build import NOW
from tests.journeys.estate import Estate
from workers import annotation, context, surroundings
from workers.flags import MODULES

WORLDS = Path(__file__).resolve().parents[2] / "sandbox" / "worlds"
KINDS = set(MODULES)
LEAST_PRECISION, LEAST_RECALL = 0.95, 0.85
LEAST_PRECISION_OF_ONE, LEAST_RECALL_OF_ONE = 0.80, 0.70
MOST_CLEAN_FLAGGED = 0.01
"""What this version must hold over its flags; the measured figures are in bench/results.md."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The default world after everything is read, thought and written; read back over both APIs."""
    estate = Estate(read_world(WORLDS / "default.jsonl"), tmp_path_factory.mktemp("default"))
    estate.connect().drain()
    # a ticket that is written twice within a moment meets a conflict, and is planned again a little later
    estate.later(minutes=1)
    estate.drain()
    yield estate, estate.results()
    estate.close()


@pytest.fixture(scope="module")
def expected():
    return json.loads((WORLDS / "default.expect.json").read_text())["tickets"]


def test_everything_is_done_and_nothing_is_parked(whole):
    estate, results = whole
    status = estate.store.status(estate.house.clock())
    assert not status.parked
    assert not {kind for kind in status.waiting if kind != "pull"}
    assert len(results) == status.assessed == 199


def test_customers_with_nothing_wrong_stay_quiet(whole, expected):
    estate, results = whole
    loud = {}
    quiet_customers = 0
    for customer in estate.world.customers:
        if any(not set(expected[t.id]["must_not"]) >= KINDS for t in customer.tickets):
            continue
        quiet_customers += 1
        for ticket in customer.tickets:
            if results[ticket.id]["fields"]["flags"]:
                loud[ticket.id] = results[ticket.id]["fields"]["flags"]
    assert quiet_customers * 3 >= len(estate.world.customers)
    assert loud == {}


def test_precision_and_recall_hold(whole, expected):
    _, results = whole
    found = score({ticket_id: result["fields"]["flags"] for ticket_id, result in results.items()}, expected)
    assert found.precision() >= LEAST_PRECISION, found.wrong
    assert found.recall() >= LEAST_RECALL, found.missed
    assert found.clean_share <= MOST_CLEAN_FLAGGED
    assert set(found.kinds) == KINDS
    assert {kind for kind in KINDS if found.precision(kind) < LEAST_PRECISION_OF_ONE} == set()
    assert {kind for kind in KINDS if found.recall(kind) < LEAST_RECALL_OF_ONE} == set()


def test_every_ticket_that_others_share_knows_so(whole, expected):
    estate, _ = whole
    refs = estate.refs()
    customers = {estate.customer_of(ticket_id) for ticket_id in refs}
    histories = estate.store.load_histories(sorted(customers))
    known = {found.ticket: found for history in histories for found in history.known_issues}
    wanted = {ticket_id for ticket_id, says in expected.items() if "known_issue" in says["must"]}
    assert wanted <= {ticket_id for ticket_id, ref in refs.items() if ref in known}
    oven, app, voucher = (known[refs[ticket_id]] for ticket_id in ("d-017", "d-201", "d-074"))
    assert (oven.customers, oven.words[0]) == (5, "F-31")
    assert (app.customers, app.words[0]) == (5, "6.2")
    assert voucher.problem == refs["d-045"]


def test_every_ticket_that_is_evidence_is_called_by_its_number_and_only_a_problem_is_called_one(whole, expected):
    estate, results = whole
    refs = estate.refs()
    written = {ticket_id: result["annotation"] for ticket_id, result in results.items() if result["annotation"]}
    for ticket_id, found in written.items():
        assert all("number" in piece for flag in found["flags"] for piece in flag["evidence"]), ticket_id
    voucher, app = written["d-074"], written["d-201"]
    assert voucher["problem"]["ticket"] == str(refs["d-045"])
    assert f"problem {voucher['problem']['number']}" in next(
        flag["lived"] for flag in voucher["flags"] if flag["kind"] == "known_issue"
    )
    assert "problem" not in app


def test_no_flag_repeats_its_own_name_and_none_sends_the_agent_to_words_that_may_be_cut(whole):
    _, results = whole
    for result in results.values():
        for flag in (result["annotation"] or {}).get("flags", []):
            assert not flag["lived"].lower().startswith(flag["kind"].replace("_", " ")), flag["lived"]
            assert "evidence" not in flag["advice"]


def test_every_quote_is_found_verbatim_in_its_ticket(whole):
    estate, results = whole
    tickets = {ticket.id: ticket for _, ticket in estate.world.tickets()}
    refs = {str(ref): ticket for ticket, ref in estate.refs().items()}
    texts = {
        ref: "\n".join(comment.text for comment in ticket.comments)
        for ref, ticket in ((ref, tickets[ticket_id]) for ref, ticket_id in refs.items())
    }
    quotes = 0
    for result in results.values():
        for flag in (result["annotation"] or {}).get("flags", []):
            for evidence in flag.get("evidence", []):
                if evidence.get("quote"):
                    quotes += 1
                    assert evidence["quote"].removesuffix("…") in texts[evidence["ticket"]], result["id"]
    assert quotes > 20


def test_nothing_that_is_written_is_public(whole):
    estate, _ = whole
    written = estate.written_comments()
    assert written
    assert not any(row["public"] for row in written)


def test_every_annotation_follows_its_schema_and_fits(whole):
    _, results = whole
    written = {key: result["annotation"] for key, result in results.items() if result["annotation"]}
    assert len(written) > 60
    assert {key: faults(found) for key, found in written.items() if faults(found)} == {}


def test_an_opening_stands_only_on_open_tickets_and_on_flags_that_are_there(whole):
    estate, results = whole
    status = {ticket.id: ticket.status for _, ticket in estate.world.tickets()}
    openings = {
        key: result["annotation"] for key, result in results.items() if "opening" in (result["annotation"] or {})
    }
    assert len(openings) > 20
    for ticket_id, found in openings.items():
        assert status[ticket_id] not in ("solved", "closed")
        assert set(found["opening_from"]) <= {flag["kind"] for flag in found["flags"]}


def thought(estate, language="en", later=timedelta()):
    """Yield (ticket, annotation, what would be written first) of every ticket, in a language, thought anew."""
    now, writing = NOW + later, replace(estate.house.writing(), saying=Saying(language))
    thinking = replace(estate.desk.thinking(), saying=Saying(language))
    customers = sorted({estate.customer_of(ticket_id) for ticket_id in estate.refs()})
    read = [context.build(history, now, thinking) for history in estate.store.load_histories(customers)]
    around = surroundings.around(estate.store, surroundings.Usual(), read, now)
    for view in (replace(one, surroundings=around) for one in read):
        for ticket in view.history.tickets:
            found = annotation.annotate(view, ticket.ref, now)
            yield ticket, found, plan(found, None, ticket, writing, now)


def test_thinking_again_gives_the_very_bytes_that_stand_on_the_tickets(whole):
    estate, results = whole
    ids = {ref: ticket_id for ticket_id, ref in estate.refs().items()}
    compared = 0
    for (ticket, _, first), (_, _, second) in zip(thought(estate), thought(estate), strict=True):
        assert first == second
        # a solved ticket was written once, with what was known then
        if first is not None and first.fields.annotation and not ticket.status.is_done:
            compared += 1
            assert json.loads(first.fields.annotation) == results[ids[ticket.ref]]["annotation"]
    assert compared > 30


def test_once_all_promises_are_due_time_alone_changes_nothing(whole):
    estate, _ = whole
    soon = [found for _, found, _ in thought(estate, later=timedelta(days=30))]
    assert sum(bool(found.flags) for found in soon) > 60
    assert [found for _, found, _ in thought(estate, later=timedelta(days=300))] == soon


def test_no_open_ticket_loses_a_contact_a_told_fact_an_open_promise_or_a_promises_words(whole):
    crowded = 0
    for ticket, found, write in thought(whole[0]):
        if write is None or ticket.status.is_done:
            continue
        written = json.loads(write.fields.annotation)
        crowded += sum(map(len, (f["evidence"] for f in written["flags"]))) < sum(len(f.evidence) for f in found.flags)
        assert len(written["history"]) == len(found.history), ticket.number
        assert len(written["told"]) == len(found.told), ticket.number
        due = [one.promise.evidence.quote for one in found.promises if one.state in ("open", "overdue")]
        assert sum(p["state"] in ("open", "overdue") for p in written["promises"]) == len(due), ticket.number
        spoken = [piece.get("quote") for f in written["flags"] for piece in f["evidence"]]
        assert set(due) <= {*spoken, *(p.get("quote") for p in written["promises"])}, ticket.number
    assert 0 < crowded <= 8


ENGLISH = re.compile(r"\b(?:the|with|that|they|again|about|been|and|customer)\b", re.IGNORECASE)


@pytest.mark.parametrize("language", sorted(set(LOCALES) - {"en"}))
def test_nothing_english_is_left_in_a_note_or_field_of_another_language(whole, language):
    with (CATALOGUES / f"{language}.po").open("rb") as source:
        known = [entry for entry in read_po(source, locale=LOCALES[language]) if entry.id]
    english = [one for entry in known for one in (entry.id if entry.pluralizable else (entry.id,))]
    pieces = [piece for one in english for piece in re.split(r"\{\w+\}", one) if len(piece) > 12]
    notes = 0
    for ticket, found, write in thought(whole[0], language):
        if write is None or ticket.status.is_done:
            continue
        ours = [text for flag in found.flags for text in (flag.figure, flag.lived, flag.advice)]
        ours += [found.headline or ""] + ([write.note.text] if write.note else [])
        notes += write.note is not None
        # names, numbers and subjects stand in our sentences; they are the customer's words, as the quotes are
        theirs = [piece.quote for flag in found.flags for piece in flag.evidence if piece.quote]
        theirs += [fact.value for fact in found.told] + [one.promise.evidence.quote or "" for one in found.promises]
        theirs += [contact.subject for contact in found.history]
        for text in ours:
            left = re.sub(r"“[^”]*”|«[^»]*»|„[^“]*“", "", text)
            for words in sorted(filter(None, theirs), key=len, reverse=True):
                left = left.replace(words, "")
            assert not ENGLISH.search(left), left
            assert not any(piece in left for piece in pieces), left
    assert notes > 10
