from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration.model import Channel, CustomerHistory, Event, Role, Status
from tests.unit.thinking_samples import annotated, comment, history, known, later, ref, ticket
from workers import context, effort


def test_effort_is_the_sum_of_its_shown_parts():
    found = annotated().effort
    assert found.total == min(100, sum(points for _, points, _ in found.parts))
    assert {part: count for part, _, count in found.parts} == {"repeats": 1, "re_asks": 1, "channel_switches": 1}


def test_effort_has_a_ceiling_for_each_part():
    parts = []
    for n in range(9):
        at = later(days=n)
        parts += [
            ticket(str(n), at),
            comment(f"KL-20418 again, any news? That was message {n}.", at=at, ticket=ref(str(n))),
        ]
    made = known(*parts, now=later(days=10))
    view = made.view(ref("8"))
    found = effort.of(view, (), later(days=10))
    assert found.total <= 100
    assert all(points <= effort.POINTS[part][1] for part, points, _ in found.parts)
    assert ("repeats", 45, 8) in found.parts


def test_a_weekend_is_no_wait():
    friday = later(days=2)
    made = known(
        ticket("a", friday),
        comment("The lid is cracked.", at=friday, ticket=ref("a")),
        comment("It is on its way.", Role.AGENT, friday + timedelta(days=3), ref("a")),
        now=later(days=6),
    )
    assert effort.of(made.view(ref("a")), (), later(days=6)).parts == ()


def test_waiting_ends_with_the_ticket():
    done = ticket("a", status=Status.SOLVED, solved_at=later(hours=1))
    made = known(done, comment("No, nothing else.", ticket=ref("a")), now=later(days=20))
    assert effort.of(made.view(ref("a")), (), later(days=20)).parts == ()


def of(*parts, events=(), ticket_id="a", now=None):
    now = now or later(days=9)
    made = history(*parts)
    made = CustomerHistory(made.customer_id, tickets=made.tickets, comments=made.comments, events=tuple(events))
    known_now = context.build(made, now, context.ThinkingSettings())
    return effort.of(known_now.view(ref(ticket_id)), (), now)


def counts(found):
    return {part: count for part, _, count in found.parts}


def change(field, before, after, at, ticket_id="a"):
    return Event(ref(ticket_id), f"{field}-{at.isoformat()}", at, field, before, after)


ASKED = "The lid is cracked, what can I do?"


@pytest.mark.parametrize(
    ("hours", "days"),
    [
        (7, 0),  # Wednesday 10:00 to 17:00
        (24, 0),  # one business day: the first is free
        (48, 1),
        (47, 0),  # not yet two whole days
        (120, 2),  # over the weekend to Monday
        (119, 1),
    ],
)
def test_a_wait_counts_in_business_hours_beyond_the_first_day(hours, days):
    answer = comment("It is on its way.", Role.AGENT, later(hours=hours), ref("a"))
    found = of(ticket("a"), comment(ASKED, ticket=ref("a")), answer)
    assert counts(found).get("waits", 0) == days


def test_a_message_at_night_waits_from_the_morning():
    asked = comment(ASKED, at=later(hours=12), ticket=ref("a"))  # Wednesday 22:00
    on_friday = comment("Done.", Role.AGENT, later(hours=56, minutes=30), ref("a"))  # 18:30
    assert counts(of(ticket("a"), asked, on_friday)) == {"waits": 1}
    before_closing = comment("Done.", Role.AGENT, later(hours=55), ref("a"))  # Friday 17:00
    assert counts(of(ticket("a"), asked, before_closing)) == {}


def test_each_part_says_where_it_is_seen():
    chased = comment("Any news on this? I am still waiting.", at=later(days=3), ticket=ref("a"))
    reopened = change("status", "solved", "open", later(days=2))
    found = of(ticket("a"), comment(ASKED, ticket=ref("a")), chased, events=[reopened])
    seen = dict(found.evidence)
    assert set(seen) == set(counts(found)) == {"chasers", "waits", "reopenings"}
    assert seen["chasers"][0].comment_id == chased.id
    assert seen["chasers"][0].quote in chased.text
    assert seen["waits"][0].at == later()
    assert seen["reopenings"][0].at == later(days=2)


def test_a_transfer_that_shows_in_the_field_and_in_who_writes_is_one():
    parts = (
        ticket("a"),
        comment(ASKED, ticket=ref("a")),
        comment("I am looking.", Role.AGENT, later(hours=1), ref("a"), author_name="Tim"),
        comment("I am looking too.", Role.AGENT, later(hours=3), ref("a"), author_name="Kim"),
    )
    assert counts(of(*parts)) == {"transfers": 1}
    handed = change("assignee", "Tim", "Kim", later(hours=2))
    assert counts(of(*parts, events=[handed])) == {"transfers": 1}
    to_a_team = [change("group", "Lids", "Boxes", later(hours=n)) for n in (4, 5)]
    assert counts(of(*parts, events=[handed, *to_a_team])) == {"transfers": 2}


def test_the_first_assignment_is_no_transfer():
    given = change("assignee", None, "Tim", later(hours=1))
    assert counts(of(ticket("a"), comment(ASKED, ticket=ref("a")), events=[given], now=later(hours=2))) == {}


TROUBLES = (
    "chaser",
    "told",
    "reopened",
    "handed over",
    "another agent",
    "moved to chat",
)


def trouble(kind, number):
    at = later(days=1, hours=number)
    if kind in ("chaser", "told"):
        words = "Any news? I am still waiting." if kind == "chaser" else "I already told you my number."
        return [comment(words, at=at, ticket=ref("a"))], []
    if kind == "another agent":
        return [comment("I am looking.", Role.AGENT, at, ref("a"), author_name=f"Agent {number}")], []
    if kind == "moved to chat":
        new = ticket(f"0{number}", later(hours=-24 + number), channel=Channel.CHAT)
        return [new, comment("My lid KL-20418 is cracked again.", at=new.created_at, ticket=new.ref)], []
    field, before, after = ("status", "solved", "open") if kind == "reopened" else ("assignee", f"{number}", "Kim")
    return [], [change(field, before, after, at)]


@given(st.lists(st.sampled_from(TROUBLES), max_size=8), st.data())
def test_more_trouble_never_lowers_it(kinds, data):
    # An answer ends a wait, so the agents of "another agent" come after one: only silence is left to them.
    parts = [ticket("a", subject="Lid KL-20418"), comment("My lid KL-20418 is cracked.", ticket=ref("a"))]
    parts.append(comment("We are looking.", Role.AGENT, later(hours=1), ref("a"), author_name="Tim"))
    events = []
    left = data.draw(st.integers(0, len(kinds)))
    totals = []
    for number, kind in enumerate(kinds):
        if number == left:
            totals.append(of(*parts, events=events).total)
        more, changes = trouble(kind, number)
        parts += more
        events += changes
    totals.append(of(*parts, events=events).total)
    if "another agent" not in kinds[left:]:
        assert totals == sorted(totals)
    assert totals[-1] <= 100


FIRST = {
    "en": "Any news about the spring brochure?",
    "es": "¿Alguna novedad del folleto de primavera?",
    "de": "Gibt es etwas Neues zum Frühjahrsheft?",
    "fr": "Avez-vous des nouvelles de la brochure de printemps ?",
    "pt": "Há novidades sobre o folheto da primavera?",
    "it": "Ci sono novità sull'opuscolo di primavera?",
}
CHASES = {
    "en": ("Did you get my last message?", "I sent two mails and had no reply."),
    "es": ("¿Recibieron mi último mensaje?", "Sigo esperando."),
    "de": ("Haben Sie meine letzte Mail bekommen?", "Ich warte noch."),
    "fr": ("Avez-vous bien reçu mon dernier message ?", "J'attends toujours."),
    "pt": ("Receberam a minha última mensagem?", "Ainda estou à espera."),
    "it": ("Avete ricevuto la mia ultima mail?", "Sto ancora aspettando."),
}


@pytest.mark.parametrize("language", FIRST)
def test_the_first_word_of_an_issue_chases_nothing(language):
    first = comment(FIRST[language], ticket=ref("a"))
    assert "chasers" not in counts(of(ticket("a"), first, comment("In May.", Role.AGENT, later(hours=1), ref("a"))))


@pytest.mark.parametrize(("language", "which"), [(language, n) for language in CHASES for n in (0, 1)])
def test_what_asks_after_an_earlier_message_chases_it(language, which):
    again = comment(CHASES[language][which], at=later(hours=3), ticket=ref("a"))
    assert counts(of(ticket("a"), comment(ASKED, ticket=ref("a")), again)).get("chasers") == 1


def test_a_first_message_chases_what_was_said_on_an_earlier_contact_of_the_issue():
    call = comment("Reference KL-20418: the lid is cracked.", at=later(days=-2), ticket=ref("a"))
    told = comment("We will send a lid.", Role.AGENT, later(days=-2, hours=1), ref("a"))
    again = comment("Any news on KL-20418, the cracked lid?", ticket=ref("b"))
    found = of(ticket("a", at=later(days=-2)), call, told, ticket("b"), again, ticket_id="b")
    assert counts(found).get("chasers") == 1
