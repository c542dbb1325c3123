"""
Runs the cases in the .yml files beside it: one file a flag, one story a case, written to be reviewed by anyone.

A case names the tickets of one customer and the ticket that is looked at. A line of a ticket reads
`2026-11-02 09:15 WHO: words`, where WHO is `customer`, `agent NAME`, `note NAME` (internal) or `bot NAME`;
`[file: photo.jpg]` before the words attaches a file. Beside what is said, a ticket may have `system`, `channel`,
`status`, `solved` (else the last line's time), `team`, `score`, `sla_breached`, `outbound`, and `changes`: lines like
`2026-11-02 09:15 status: solved -> open`. A case may have `formulas`, sentences that stand in three tickets of the
account; `usual`, by team what is usual there; and `known`, what the ticket that is looked at has in common with other
customers' tickets: `customers`, `words`, `problem` (its number), in which `problem_system`, and whether it is `linked`.
Cases named `fires_…` must give the flag, those named `quiet_…` must not; `quotes` must be among its evidence.
"""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from integration.model import (
    Channel,
    Comment,
    Contact,
    ContactRef,
    CustomerHistory,
    Event,
    KnownIssue,
    Norm,
    Role,
    Score,
    Status,
    Surroundings,
    Ticket,
    TicketRef,
)
from workers import context, flags, replies

FOLDER = Path(__file__).parent
LINE = re.compile(
    r"(\d{4}-\d\d-\d\d \d\d:\d\d) (customer|agent|note|bot)(?: ([^:]+))?: ?((?:\[file: [^\]]+\] ?)*)(.*)", re.DOTALL
)
CHANGE = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d) (\w+): (.*) -> (.*)")
FILE = re.compile(r"\[file: ([^\]]+)\]")
CUSTOMER = ContactRef("zendesk:a", "customer")


def load():
    for path in sorted(FOLDER.glob("*.yml")):
        for name, case in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            yield pytest.param(path.stem, name, case, id=f"{path.stem}-{name}")


def moment(text):
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=UTC)


def comment_of(ref, place, line):
    at, who, name, files, words = LINE.fullmatch(line.strip()).groups()
    role = {"customer": Role.CUSTOMER, "bot": Role.BOT}.get(who, Role.AGENT)
    return Comment(
        ticket=ref,
        id=f"comment:{ref.id}-{place:02}",
        at=moment(at),
        author=CUSTOMER if who == "customer" else ContactRef(ref.connection, f"{who} {name}"),
        role=role,
        public=who != "note",
        text=words,
        author_name=name,
        attachments=tuple(FILE.findall(files)),
    )


def ticket_of(name, story):
    ref = TicketRef(f"{story.get('system', 'zendesk')}:a", name)
    comments = [comment_of(ref, place, line) for place, line in enumerate(story["said"])]
    opened = min(c.at for c in comments)
    status = Status(story.get("status", "open"))
    return (
        Ticket(
            ref=ref,
            number=f"#{name}",
            subject=story.get("subject", ""),
            status=status,
            channel=Channel(story.get("channel", "email")),
            created_at=opened,
            updated_at=max(c.at for c in comments),
            group=story.get("team"),
            solved_at=solved_at(story, comments) if status.is_done else None,
            satisfaction=Score(story["score"]) if "score" in story else None,
            sla_breached=story.get("sla_breached"),
            outbound=story.get("outbound", False),
            is_problem=story.get("is_problem", False),
        ),
        comments,
        [change_of(ref, place, line) for place, line in enumerate(story.get("changes", []))],
    )


def solved_at(story, comments):
    return moment(story["solved"]) if "solved" in story else max(c.at for c in comments)


def change_of(ref, place, line):
    at, field, before, after = CHANGE.fullmatch(line.strip()).groups()
    return Event(ref, f"event:{ref.id}-{place:02}", moment(at), field, before or None, after or None)


def surroundings_of(case):
    usual = case.get("usual", {})
    return Surroundings(
        norms=tuple((team, Norm(of["handle_time_s"], of["wait_s"])) for team, of in sorted(usual.items())),
        formulas=frozenset(replies.formula_key(sentence) for sentence in case.get("formulas", [])),
    )


def known_issues_of(case, tickets):
    known = case.get("known")
    if known is None:
        return ()
    ticket = next(t for t in tickets if t.ref.id == case["look_at"])
    problem = TicketRef(known.get("problem_system", "zendesk") + ":a", "problem") if "problem" in known else None
    others = range(min(known.get("customers", 0), 5))
    return (
        KnownIssue(
            ticket.ref,
            words=tuple(known.get("words", [])),
            customers=known.get("customers", 0),
            since=ticket.created_at,
            others=tuple((TicketRef("zendesk:a", f"other-{n}"), ticket.created_at) for n in others),
            problem=problem,
            problem_number=known.get("problem"),
            problem_at=ticket.created_at if problem else None,
            linked=known.get("linked", False),
        ),
    )


def history_of(case):
    made = [ticket_of(name, story) for name, story in case["tickets"].items()]
    return CustomerHistory(
        customer_id="1",
        contacts=(Contact(CUSTOMER, "A customer", Role.CUSTOMER),),
        tickets=tuple(sorted((t for t, _, _ in made), key=lambda t: t.created_at)),
        comments=tuple(sorted((c for _, comments, _ in made for c in comments), key=lambda c: (c.at, c.id))),
        events=tuple(sorted((e for _, _, changes in made for e in changes), key=lambda e: (e.at, e.id))),
        known_issues=known_issues_of(case, [t for t, _, _ in made]),
    )


@pytest.mark.parametrize(("kind", "name", "case"), list(load()))
def test_the_flag_is_stated_exactly_where_the_story_asks_for_it(kind, name, case):
    history, now = history_of(case), moment(case["now"])
    known = context.build(history, now, context.ThinkingSettings(), surroundings_of(case))
    looked_at = next(t.ref for t in history.tickets if t.ref.id == case["look_at"])
    found = next((f for f in flags.assess(known, looked_at, now) if f.kind == kind), None)
    if name.startswith("quiet_"):
        assert found is None, f"said: {found.lived} {[e.quote for e in found.evidence]}"
        return
    assert found is not None
    texts = {(c.ticket, c.id): c.text for c in history.comments}
    for piece in found.evidence:
        assert piece.quote is None or piece.quote in texts[(piece.ticket, piece.comment_id)]
    quotes = [e.quote for e in found.evidence]
    assert [q for q in case.get("quotes", []) if q not in quotes] == []
    assert str(found.severity) == case.get("severity", str(found.severity))


@pytest.mark.parametrize("flag", flags.MODULES)
def test_every_flag_has_eight_stories_that_fire_and_twelve_that_stay_quiet(flag):
    names = list(yaml.safe_load((FOLDER / f"{flag}.yml").read_text(encoding="utf-8")))
    assert sum(name.startswith("fires_") for name in names) >= 8
    assert sum(name.startswith("quiet_") for name in names) >= 12
    assert all(name.startswith(("fires_", "quiet_")) for name in names)


def test_every_file_of_cases_belongs_to_a_flag():
    assert {path.stem for path in FOLDER.glob("*.yml")} == set(flags.MODULES)
