"""World files: read strictly, undone to any moment; and what the default world holds."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sandbox.world import WorldError, read_world

WORLDS = Path(__file__).parents[2] / "sandbox" / "worlds"
START = datetime(2026, 10, 2, 9, 0, tzinfo=UTC)


def hours(count):
    return START + timedelta(hours=count)


def text_of(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def ticket_row(ticket_id="t1", **more):
    return {
        "id": ticket_id,
        "system": "zendesk",
        "subject": "Cobro duplicado",
        "channel": "email",
        "status": "open",
        "created_at": text_of(START),
        "solved_at": None,
        "group": "Billing",
        "assignee": "Joe",
        "tags": ["billing"],
        "csat": None,
        "problem_id": None,
        "requester_email": "ana@example.com",
        "comments": [comment_row()],
    } | more


def comment_row(**more):
    return {"at": text_of(START), "by": "customer", "text": "Hola"} | more


def event_row(**more):
    return {"at": text_of(hours(1)), "field": "status", "from": "new", "to": "open"} | more


def customer_row(*tickets, **more):
    customer = {"name": "Ana", "emails": ["ana@example.com"], "phones": ["+34600111222"], "language": "es"}
    return {"customer": customer | more, "tickets": list(tickets)}


@pytest.fixture
def world_of(tmp_path):
    """Give a way to read rows (or raw lines) as a world file."""

    def read(*rows):
        path = tmp_path / "w.jsonl"
        lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
        path.write_text("\n".join(lines), encoding="utf-8")
        return read_world(path)

    return read


def test_a_world_comes_back_as_it_was_written(world_of):
    late = comment_row(at="2026-10-02T13:00:00+02:00", by="agent:Joe", public=False, attachments=["a.jpg"])
    row = ticket_row(comments=[late, comment_row()], events=[event_row()], solved_at=text_of(hours(3)), csat="good")
    (customer,) = world_of(customer_row(row)).customers
    (ticket,) = customer.tickets
    assert (customer.name, customer.emails, customer.language) == ("Ana", ("ana@example.com",), "es")
    assert (ticket.id, ticket.created_at, ticket.solved_at, ticket.csat) == ("t1", START, hours(3), "good")
    assert [(c.at, c.role, c.name, c.public) for c in ticket.comments] == [
        (START, "customer", None, True),
        (hours(2), "agent", "Joe", False),
    ]
    assert ticket.comments[1].attachments == ("a.jpg",)
    assert [(e.field, e.before, e.after) for e in ticket.events] == [("status", "new", "open")]


def test_empty_lines_are_skipped_and_odd_line_separators_belong_to_the_text(world_of):
    odd = customer_row(ticket_row(comments=[comment_row(text="one\u2028two\x85three")]))
    world = world_of("", json.dumps(odd, ensure_ascii=False), "  ", customer_row(name="Bo"), "")
    assert [c.name for c in world.customers] == ["Ana", "Bo"]
    assert world.customers[0].tickets[0].comments[0].text == "one\u2028two\x85three"


def test_tickets_can_be_listed_by_system(world_of):
    world = world_of(customer_row(ticket_row("t1"), ticket_row("t2", system="salesforce")))
    assert [t.id for _, t in world.tickets()] == ["t1", "t2"]
    assert [(c.name, t.id) for c, t in world.tickets("salesforce")] == [("Ana", "t2")]


@pytest.mark.parametrize(
    ("row", "where"),
    [
        (customer_row() | {"ticket": []}, ": unknown"),
        (customer_row(phone="+34"), ": customer: unknown"),
        (customer_row(ticket_row(ticket="x")), ": tickets[0]: unknown"),
        (customer_row(ticket_row(), ticket_row("t2", comments=[comment_row(), comment_row(Text="x")])), "comments[1]:"),
        (customer_row(ticket_row(events=[event_row(form="x")])), "tickets[0].events[0]: unknown"),
    ],
)
def test_an_unknown_key_is_refused_with_the_line_number_and_its_place(world_of, row, where):
    with pytest.raises(WorldError) as raised:
        world_of(customer_row(name="Bo"), "", row)
    says = str(raised.value)
    assert says.startswith("w.jsonl, line 3: ")
    assert where in says
    assert says.endswith("; remove it or correct its spelling.")


MISTAKES = {
    "not JSON": ("{", "is not JSON"),
    "no object": ("[]", "must be an object"),
    "no customer": ({"tickets": []}, "customer: is missing"),
    "customer is a text": ({"customer": "Ana", "tickets": []}, "customer: must be an object"),
    "no tickets": ({"customer": customer_row()["customer"]}, "tickets: is missing"),
    "tickets no list": (customer_row() | {"tickets": {}}, "tickets: must be a list"),
    "ticket no object": (customer_row("t1"), "tickets[0]: must be an object"),
    "name empty": (customer_row(name=""), "customer.name: must be a text that is not empty"),
    "name a number": (customer_row(name=7), "customer.name: must be a text"),
    "emails a text": (customer_row(emails="ana@example.com"), "customer.emails: must be a list of texts"),
    "an email null": (customer_row(emails=[None]), "customer.emails: must be a list of texts"),
    "language a number": (customer_row(language=1), "customer.language: must be a text or null"),
    "unreachable": (
        customer_row(ticket_row(requester_email=None), emails=[], phones=[]),
        "customer: has neither an email nor a phone; give at least one",
    ),
    "system": (customer_row(ticket_row(system="freshdesk")), '"freshdesk" is none of zendesk, salesforce'),
    "status": (customer_row(ticket_row(status="done")), '"done" is none of new, open'),
    "status null": (customer_row(ticket_row(status=None)), "null is none of new, open"),
    "channel": (customer_row(ticket_row(channel=["email"])), "is none of email, web"),
    "csat": (customer_row(ticket_row(csat="fine")), '"fine" is none of good, bad'),
    "time": (customer_row(ticket_row(created_at="yesterday")), '"yesterday" must be a time with a zone, such as'),
    "no zone": (customer_row(ticket_row(created_at="2026-10-02T09:12:00")), "must be a time with a zone"),
    "time a number": (customer_row(ticket_row(created_at=1)), "1 must be a time with a zone"),
    "solved at": (customer_row(ticket_row(solved_at="soon")), "tickets[0].solved_at"),
    "tags": (customer_row(ticket_row(tags="billing")), "tags: must be a list of texts"),
    "comments": (customer_row(ticket_row(comments=None)), "tickets[0].comments: must be a list"),
    "events": (customer_row(ticket_row(events={})), "tickets[0].events: must be a list"),
    "stranger": (
        customer_row(ticket_row(requester_email="bo@example.com")),
        "requester_email: is none of the customer's emails; add it to them",
    ),
    "author": (customer_row(ticket_row(comments=[comment_row(by="Joe")])), 'must be "customer", "agent:NAME"'),
    "agent without name": (customer_row(ticket_row(comments=[comment_row(by="agent:")])), 'by: "agent:" must be'),
    "named customer": (customer_row(ticket_row(comments=[comment_row(by="customer:Ana")])), "must be"),
    "secret customer": (
        customer_row(ticket_row(comments=[comment_row(public=False)])),
        "public: a customer's comment is always public",
    ),
    "public a text": (customer_row(ticket_row(comments=[comment_row(public="yes")])), "must be true or false"),
    "text missing": (
        customer_row(ticket_row(comments=[{"at": text_of(START), "by": "customer"}])),
        "tickets[0].comments[0].text: is missing",
    ),
    "event field": (customer_row(ticket_row(events=[event_row(field="colour")])), '"colour" is none of status'),
    "problem missing": (
        customer_row(ticket_row(problem_id="p1")),
        'tickets.t1.problem_id: there is no ticket "p1"; name an existing one or null',
    ),
    "problem elsewhere": (
        customer_row(ticket_row(problem_id="p1"), ticket_row("p1", system="salesforce")),
        "the problem ticket is in another helpdesk",
    ),
    "id twice": (customer_row(ticket_row(), ticket_row()), 'ticket id "t1" is used already on line 2'),
}


@pytest.mark.parametrize(("row", "says"), MISTAKES.values(), ids=MISTAKES)
def test_each_kind_of_mistake_is_named_with_its_line(world_of, row, says):
    with pytest.raises(WorldError) as raised:
        world_of(customer_row(name="Bo"), row)
    assert str(raised.value).startswith("w.jsonl, line 2")
    assert says in str(raised.value)


def test_an_id_that_two_customers_use_is_named_with_both_lines(world_of):
    with pytest.raises(WorldError, match=r'line 3: ticket id "t1" is used already on line 1; give each'):
        world_of(customer_row(ticket_row()), "", customer_row(ticket_row(), name="Bo"))


def test_a_file_that_is_missing_empty_or_in_another_encoding_is_refused(tmp_path):
    with pytest.raises(WorldError, match=r"cannot be read .*; name an existing world file"):
        read_world(tmp_path / "none.jsonl")
    (tmp_path / "empty.jsonl").write_text("\n \n", encoding="utf-8")
    with pytest.raises(WorldError, match=r"empty\.jsonl: holds no customer"):
        read_world(tmp_path / "empty.jsonl")
    (tmp_path / "latin.jsonl").write_bytes('{"é'.encode("latin-1"))
    with pytest.raises(WorldError, match="is not UTF-8 at byte 2; save it as UTF-8"):
        read_world(tmp_path / "latin.jsonl")


STORY = ticket_row(
    status="closed",
    subject="Now: double charge",
    assignee="Kim",
    group="Escalations",
    csat="bad",
    solved_at=text_of(hours(8)),
    comments=[comment_row(), comment_row(at=text_of(hours(5)), by="agent:Kim")],
    events=[
        event_row(at=text_of(hours(1)), **{"from": "new", "to": "open"}),
        event_row(at=text_of(hours(2)), field="assignee", **{"from": "Joe", "to": "Kim"}),
        event_row(at=text_of(hours(3)), field="group", **{"from": "Billing", "to": "Escalations"}),
        event_row(at=text_of(hours(4)), field="subject", **{"from": "Help", "to": "Now: double charge"}),
        event_row(at=text_of(hours(8)), **{"from": "open", "to": "solved"}),
        event_row(at=text_of(hours(9)), **{"from": "solved", "to": "closed"}),
    ],
)


@pytest.mark.parametrize(
    ("hour", "expected"),
    [
        (0, ("new", "Joe", "Billing", "Help", None, 1, 0)),
        (1, ("open", "Joe", "Billing", "Help", None, 1, 1)),
        (2, ("open", "Kim", "Billing", "Help", None, 1, 2)),
        (3.5, ("open", "Kim", "Escalations", "Help", None, 1, 3)),
        (7, ("open", "Kim", "Escalations", "Now: double charge", None, 2, 4)),
        (8, ("solved", "Kim", "Escalations", "Now: double charge", "bad", 2, 5)),
        (9, ("closed", "Kim", "Escalations", "Now: double charge", "bad", 2, 6)),
    ],
)
def test_a_world_at_a_moment_has_later_changes_undone(world_of, hour, expected):
    ((_, t),) = world_of(customer_row(STORY)).at(hours(hour)).tickets()
    assert (t.status, t.assignee, t.group, t.subject, t.csat, len(t.comments), len(t.events)) == expected
    assert t.solved_at == (hours(8) if hour >= 8 else None)


def test_a_ticket_that_does_not_exist_yet_is_left_out_and_its_customer_stays(world_of):
    world = world_of(customer_row(STORY)).at(START - timedelta(seconds=1))
    assert [(c.name, c.tickets) for c in world.customers] == [("Ana", ())]


def test_a_solve_without_an_event_is_undone_as_well(world_of):
    row = ticket_row(status="solved", solved_at=text_of(hours(8)))
    ((_, ticket),) = world_of(customer_row(row)).at(hours(7)).tickets()
    assert (ticket.status, ticket.solved_at) == ("open", None)


def test_a_world_at_its_end_is_the_world(world_of):
    world = world_of(customer_row(STORY))
    assert world.at(hours(100)) == world


# The default world


@pytest.fixture(scope="module")
def default_world():
    return read_world(WORLDS / "default.jsonl")


@pytest.fixture(scope="module")
def expected():
    return json.loads((WORLDS / "default.expect.json").read_text(encoding="utf-8"))


def test_the_default_world_holds_enough_of_everything(default_world):
    assert len(default_world.customers) >= 40
    assert len(list(default_world.tickets())) >= 150
    for system in ("zendesk", "salesforce"):
        assert len(list(default_world.tickets(system))) >= 30
    assert {"en", "es", "de", "fr", "pt"} <= {customer.language for customer in default_world.customers}


def test_every_ticket_of_the_default_world_has_an_expectation_and_no_other_has(default_world, expected):
    assert set(expected["tickets"]) == {ticket.id for _, ticket in default_world.tickets()}


def test_no_ticket_is_expected_to_have_a_flag_and_not_to_have_it(expected):
    both = {name for name, row in expected["tickets"].items() if set(row["must"]) & set(row["must_not"])}
    assert both == set()


def test_a_third_of_the_customers_of_the_default_world_live_through_nothing_worth_a_flag(default_world, expected):
    quiet = [c for c in default_world.customers if not any(expected["tickets"][t.id]["must"] for t in c.tickets)]
    assert len(quiet) * 3 >= len(default_world.customers)


def test_the_default_world_has_all_happened_at_its_now(default_world, expected):
    now = datetime.fromisoformat(expected["now"])
    assert default_world.at(now) == default_world
