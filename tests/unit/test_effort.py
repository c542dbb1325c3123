from datetime import timedelta

from integration.model import Role, Status
from tests.unit.thinking_samples import annotated, comment, known, later, ref, ticket
from workers import effort


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
