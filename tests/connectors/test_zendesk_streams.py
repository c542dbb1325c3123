"""The exports in full: organizations, surveys, merges, deletions, late rows, many rows of one second, lost cursors."""

from dataclasses import replace

import pytest

from integration.connectors.zendesk import streams
from integration.connectors.zendesk.cursors import ExportCursor
from integration.model import Role, Score
from sandbox.world import World
from tests.connectors.test_zendesk_reading import read_all, together
from tests.connectors.zendesk_account import calls, connected, plant
from tests.sandbox.zendesk_server import running_zendesk, said, small_world, ticket


@pytest.fixture
def zendesk():
    with running_zendesk() as running:
        yield running


def act(zendesk, what, **body):
    """Let somebody of the account do something, and let more than the withheld minute pass."""
    answered = zendesk.call("POST", f"/control/do/{what}", json=body)
    assert answered.status_code == 200, answered.text
    zendesk.call("POST", "/control/clock", json={"advance_s": 130})
    return answered.json()


def truth(zendesk, kind):
    return zendesk.read("/control/truth")[kind]


def one_second(count):
    """Build a world in which so many tickets were made in the same second."""
    many = tuple(ticket(f"t{n}", 3, (said(3, 0, "customer", f"words {n}"),)) for n in range(count))
    return World((replace(small_world().customers[0], tickets=many),))


def test_organizations_are_accounts_and_people_belong_to_them(zendesk):
    act(zendesk, "organization", name="Harbour Lamps", domains=["lamps.example"])
    act(zendesk, "join", email="ana@example.com", organization="Harbour Lamps")
    with connected(zendesk) as connector:
        (account,) = together(read_all(connector, "organizations"), "accounts")
        people = together(read_all(connector, "users"), "contacts")
    assert (account.name, account.domains) == ("Harbour Lamps", ("lamps.example",))
    assert [p.emails[0] for p in people if p.account_id == account.id] == ["ana@example.com"]


@pytest.mark.parametrize(("score", "read"), [(5, Score.GOOD), (1, Score.BAD), (3, None)])
def test_answers_to_surveys_are_ratings(zendesk, score, read):
    act(zendesk, "survey", id=str(zendesk.id("chat")), score=score, comment="Third time lucky")
    with connected(zendesk) as connector:
        (rating,) = together(read_all(connector, "survey_responses"), "ratings")
    assert (rating.ticket.id, rating.score, rating.comment) == (str(zendesk.id("chat")), read, "Third time lucky")


def test_an_answer_that_is_changed_is_read_again(zendesk):
    act(zendesk, "survey", id=str(zendesk.id("chat")), score=5)
    with connected(zendesk) as connector:
        first = read_all(connector, "survey_responses")[-1]
        act(zendesk, "survey", id=str(zendesk.id("chat")), score=1)
        (again,) = connector.fetch_page("survey_responses", first.cursor).ratings
    assert again.score is Score.BAD


def test_an_account_without_surveys_has_no_ratings(zendesk):
    plant(zendesk, match="/guide/survey_responses", kind="status", status=403)
    with connected(zendesk) as connector:
        (page,) = read_all(connector, "survey_responses")
    assert page.ratings == ()


def test_a_merge_is_told_by_the_events_and_its_comments_are_nobodys_words(zendesk):
    source, target = str(zendesk.id("incident")), str(zendesk.id("problem"))
    act(zendesk, "merge", source=source, target=target)
    with connected(zendesk) as connector:
        pages = read_all(connector, "ticket_events")
        named = connector.fetch_tickets([source, target])
    merges = [(e.ticket.id, e.after) for e in together(pages, "events") if e.field == "merged"]
    assert merges == [(source, target)]
    assert [e for e in named.events if e.field == "merged"] == [
        e for e in together(pages, "events") if e.field == "merged"
    ]
    told = [c for c in together(pages, "comments") if "merged" in c.text]
    assert {(c.ticket.id, c.role) for c in told} == {(source, Role.AUTOMATION), (target, Role.AUTOMATION)}


def test_a_deleted_ticket_can_come_back_and_a_forgotten_one_cannot(zendesk):
    mail = str(zendesk.id("mail"))
    with connected(zendesk) as connector:
        cursor = read_all(connector, "tickets")[-1].cursor
        seen = []
        for name in ("delete", "restore", "forget"):
            act(zendesk, name, id=mail)
            page = connector.fetch_page("tickets", cursor)
            cursor = page.cursor
            seen.append(([t.deleted for t in page.tickets if t.ref.id == mail], [r.id for r in page.forgotten_tickets]))
    assert seen == [([True], []), ([False], []), ([True], [mail])]


def test_a_follow_up_names_the_closed_ticket(zendesk):
    made = act(zendesk, "create", requester_email="ana@example.com", subject="Again", text="It is back.",
               follow_up_of=str(zendesk.id("closed")))  # fmt: skip
    with connected(zendesk) as connector:
        tickets = {t.ref.id: t for t in together(read_all(connector, "tickets"), "tickets")}
    assert tickets[made["id"]].follow_up_of == tickets[str(zendesk.id("closed"))].ref


def test_a_redaction_reaches_comments_that_were_read_long_before(zendesk):
    mail = str(zendesk.id("mail"))
    first = next(row for row in truth(zendesk, "comments") if str(row["ticket_id"]) == mail)
    with connected(zendesk) as connector:
        cursor = read_all(connector, "ticket_events")[-1].cursor
        act(zendesk, "redact", id=mail, comment_id=str(first["id"]), text="4711")
        page = connector.fetch_page("ticket_events", cursor)
    (comment,) = [c for c in page.comments if c.id == f"comment:{first['id']}"]
    assert comment.redacted
    assert "4711" not in comment.text


def test_a_redacted_message_comes_with_its_ticket(zendesk):
    chat = str(zendesk.id("chat"))
    message = next(r for r in truth(zendesk, "comments") if str(r["ticket_id"]) == chat and "invoice" in r["body"])
    with connected(zendesk) as connector:
        cursor = read_all(connector, "tickets")[-1].cursor
        act(zendesk, "redact", id=chat, comment_id=message["id"], text="invoice")
        page = connector.fetch_page("tickets", cursor)
    assert [c.text for c in page.comments if c.redacted] == ["My ▇▇▇▇▇▇▇ again"]


def test_more_rows_of_one_second_than_a_page_are_all_read_and_the_stream_ends(monkeypatch):
    monkeypatch.setattr(streams, "PAGE_SIZE", 10)
    with running_zendesk(one_second(1300)) as zendesk, connected(zendesk) as connector:
        comments = together(read_all(connector, "ticket_events"), "comments")
        tickets = []
        cursor = None
        while True:
            page = connector.fetch_page("tickets", cursor)
            tickets += page.tickets
            cursor = page.cursor
            if not page.has_more:
                break
    assert {c.text for c in comments} == {f"words {n}" for n in range(1300)}
    assert len(tickets) == len({t.ref for t in tickets}) == 1300


def test_a_page_of_events_that_does_not_move_on_is_passed(zendesk, monkeypatch):
    with connected(zendesk) as connector:
        whole = {c.id for c in together(read_all(connector, "ticket_events"), "comments")}
        real = connector._client.get_as
        stuck = []

        def get_as(kind, path, query=None, **more):
            answer = real(kind, path, query, **more)
            if path == "incremental/ticket_events" and answer.rows() and not stuck:
                stuck.append(path)
                answer.end_time, answer.end_of_stream = query["start_time"], False
            return answer

        monkeypatch.setattr(connector._client, "get_as", get_as)
        assert {c.id for c in together(read_all(connector, "ticket_events"), "comments")} == whole
    assert stuck


@pytest.mark.parametrize("stream", ["tickets", "users"])
def test_a_row_that_appears_late_is_found(zendesk, stream):
    """A row of half a minute before the newest one that was read, which nobody had seen then."""
    with connected(zendesk) as connector:
        first = read_all(connector, stream)
        place = ExportCursor.parse(first[-1].cursor)
        rows = zendesk.helpdesk.account.tickets if stream == "tickets" else zendesk.helpdesk.account.users
        late = min(rows.values(), key=lambda row: row.updated_at)
        moment = late.updated_at.fromtimestamp(place.newest_s - 30, tz=late.updated_at.tzinfo)
        late.updated_at = moment
        if stream == "tickets":
            late.generated_at = moment
        again = connector.fetch_page(stream, first[-1].cursor)
    named = again.tickets if stream == "tickets" else again.contacts
    assert str(late.id) in {row.ref.id for row in named}


def test_a_cursor_that_zendesk_forgot_goes_on_by_time(zendesk):
    with connected(zendesk) as connector:
        last = read_all(connector, "tickets")[-1]
        place = replace(ExportCursor.parse(last.cursor), vendor="bm9uc2Vuc2U=", look_until_s=None)
        page = connector.fetch_page("tickets", str(place))
    assert not page.has_more
    assert page.tickets


def test_a_backfill_page_costs_no_look_up_of_its_people(monkeypatch):
    monkeypatch.setattr(streams, "PAGE_SIZE", 50)
    with running_zendesk(one_second(200)) as zendesk, connected(zendesk) as connector:
        read_all(connector, "users")
        connector.fetch_page("tickets", None)
        zendesk.call("DELETE", "/control/stats")
        connector._lookup._others.clear()
        page = connector.fetch_page("tickets", None)
        assert page.has_more
        assert calls(zendesk) == {"GET /api/v2/incremental/tickets/cursor": 1}
