"""Annotations, tickets and settings that the write-back's tests start from: one small story, and any story at all."""

import json
from datetime import UTC, datetime
from pathlib import Path

import jsonschema
from hypothesis import HealthCheck
from hypothesis import settings as budget
from hypothesis import strategies as st
from msgspec.structs import replace

from integration.model import (
    Annotation,
    Channel,
    Contribution,
    Effort,
    Evidence,
    Fact,
    Flag,
    Frustration,
    OpeningClause,
    Promise,
    Role,
    Severity,
    Status,
    Ticket,
    TicketRef,
    TimelinePromise,
)
from integration.writeback import WritebackSettings, plan

HERE = TicketRef("salesforce:acme", "500A")
SISTER = TicketRef("salesforce:acme", "500B")
ABROAD = TicketRef("zendesk:acme", "104")
LINKS = {
    "zendesk:acme": "https://acme.zendesk.com/agent/tickets/{id}",
    "salesforce:acme": "https://acme.my.salesforce.com/{id}",
}


def at(month, day, hour=10, minute=0, year=2026):
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


NOW = at(11, 20, 12)


def settings(*off, quotes="full", zone="Europe/London", links=LINKS):
    return WritebackSettings(frozenset(off), quotes, zone, links)


def ticket(status=Status.OPEN, **more):
    plain = Ticket(HERE, "00001026", "Sofa legs", status, Channel.EMAIL, at(11, 9), at(11, 16), stamp="stamp-1")
    return replace(plain, **more)


def said(quote, comment="email:1", where=HERE, when=None, role=Role.CUSTOMER):
    return Evidence(where, when or at(11, 10, 10, 5), quote, comment, role)


def flag(kind="asked_again", severity=Severity.HIGH, *evidence, lived=None, advice="Answer the question."):
    return Flag(
        kind,
        severity,
        0.934,
        "Script followed",
        lived or f"The customer had to say it again ({kind}).",
        advice,
        evidence or (said("I already told you this."),),
    )


def promise(state="open", due=None, quote="by Friday at noon", where=HERE, comment="email:9"):
    return TimelinePromise(Promise(due or at(11, 27, 12), said(quote, comment, where, role=Role.AGENT)), state, "Abena")


def annotation(*flags, **more):
    return Annotation(HERE, flags=flags, headline="Third time about the same legs." if flags else None, **more)


PROBLEM = TicketRef("salesforce:acme", "500P")
STORY = annotation(
    flag("asked_again", Severity.HIGH, said("I have now described these legs to three of you.", "email:2")),
    flag("left_waiting", Severity.MEDIUM, said("Six days, and not a word.", "email:3")),
    opening="You have told three of us about the walnut legs on order HL-104417.",
    opening_from=(
        OpeningClause("asked_again", (said("I have now described these legs to three of you.", "email:2"),)),
    ),
    contacts=3,
    frustration=Frustration.ANGRY,
    effort=Effort(62, (("repeats", 30, 2), ("waits", 32, 3))),
    told=(
        Fact("order_number", "HL-104417", said("order HL-104417", "comment:1", ABROAD)),
        Fact("card_number", "", said(None, "email:0"), sensitive=True),
    ),
    promises=(promise("overdue", at(11, 4, 18), "they will reach you by 4 November", ABROAD, "comment:2"),),
    history=(
        Contribution(ABROAD, at(10, 27), "HL-104417 wrong legs", Status.SOLVED, Channel.EMAIL, "#104"),
        Contribution(HERE, at(11, 9), "Oak legs", Status.OPEN, Channel.EMAIL),
    ),
    language="en",
    read_to=at(11, 16, 9, 30),
    problem=PROBLEM,
    numbers=((PROBLEM, "00001007"),),
)

few = budget(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""Stories are large, and the machines that make them slow."""

# Any story: texts are what customers, their programs and their enemies type.

NASTY = (
    "<script>alert(1)</script>",
    "https://evil.example/a?b=c www.evil.example evil.example mailto:a@evil.example javascript:alert(1)",
    "@joe @all [x](https://evil.example) ![x](y) [x][y] **b** `c` {{ticket.requester.email}} {% assign a = 1 %}",
    "sidelight:0123456789abcdef",
    "half \ud83d a pair \x00\x1b\x07",
    "\u202egnp.exe\u202c \u200b",
    "\"quotes\" \\ and 'others' & &amp; <",
    "😀" * 80,
    "一" * 300,
    "word " * 200,
    "\n\n- line\n# head\n> quote\n",
)
texts = st.one_of(
    st.sampled_from(NASTY), st.text(max_size=300), st.lists(st.sampled_from(NASTY), max_size=4).map(" ".join)
)
moments = st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone
refs = st.sampled_from([HERE, SISTER, ABROAD, TicketRef("zendesk:unlinked", "7")])
comment_ids = st.none() | st.integers(1, 9).map("comment:{}".format)
evidence = st.builds(Evidence, refs, moments, st.none() | texts, comment_ids, st.none() | st.sampled_from(Role))
kinds = st.sampled_from(["asked_again", "left_waiting", "rushed", "known_issue", "promise_overdue", "channel_switch"])
flags = st.builds(
    Flag,
    kinds,
    st.sampled_from(Severity),
    st.floats(0, 1),
    texts,
    texts,
    texts,
    st.lists(evidence, min_size=1, max_size=4).map(tuple),
)
facts = st.builds(
    Fact,
    st.sampled_from(["order_number", "email", "iban", "step_reset", "description", "odd_kind"]),
    texts,
    evidence,
    st.just(1.0),
    st.booleans(),
)
promises = st.builds(
    TimelinePromise,
    st.builds(Promise, moments, evidence),
    st.sampled_from(["open", "kept", "withdrawn", "overdue"]),
    st.none() | texts,
)
contacts = st.builds(
    Contribution, refs, moments, texts, st.sampled_from(Status), st.sampled_from(Channel), st.none() | st.just("#104")
)
efforts = st.builds(
    Effort,
    st.integers(0, 100),
    st.lists(st.tuples(kinds, st.integers(0, 40), st.integers(0, 9)), max_size=8).map(tuple),
)


def several(strategy, most=5):
    return st.lists(strategy, max_size=most).map(tuple)


clauses = st.builds(
    OpeningClause, kinds, st.lists(evidence, min_size=1, max_size=3).map(tuple), st.none() | st.just("Abena")
)
annotations = st.builds(
    Annotation,
    st.just(HERE),
    several(flags),
    st.none() | texts,
    st.none() | texts,
    st.integers(1, 20_000),
    st.sampled_from(Frustration),
    efforts,
    several(facts),
    several(promises),
    several(contacts),
    st.none() | st.sampled_from(["en", "es"]),
    several(clauses, most=2),
    st.none() | moments,
)
tickets = st.builds(ticket, st.sampled_from(Status))
all_settings = st.builds(
    lambda off, quotes: settings(*off, quotes=quotes),
    st.sets(st.sampled_from(["headline", "flags", "contacts", "annotation", "note", "effort"]), max_size=4),
    st.sampled_from(["full", "redacted", "off"]),
)


SCHEMA = json.loads(Path("manifest/annotation.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def document_of(noun, chosen=None):
    return json.loads(plan(noun, None, ticket(), chosen or settings("note"), NOW).fields.annotation)
