"""
What is usual in a team: its own distribution of handle times and waits, from the tickets that it solved.

*Usual* is the median, *beyond the norm* the 90th percentile. A team with fewer than LEAST_TICKETS has no norm:
the flags then take their own floor.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from integration.model import Norm, SolvedTicket
from workers.context import TicketView

LEAST_TICKETS: Final = 30
USUAL: Final = 0.5
BEYOND: Final = 0.9


def figures(view: TicketView) -> SolvedTicket | None:
    """Return what a solved ticket tells of its team; None where it is not solved, or nobody wrote to the customer."""
    ticket = view.ticket
    if not ticket.status.is_done or ticket.solved_at is None or not view.replies:
        return None
    took = ticket.solved_at - ticket.created_at
    team = ticket.group or ""
    return SolvedTicket(ticket.ref, team, ticket.solved_at, max(0.0, took.total_seconds()), _longest_wait_s(view))


def norms(solved: Iterable[SolvedTicket]) -> tuple[tuple[str, Norm], ...]:
    """Return what is usual, by team, sorted by the team's name."""
    by_team: dict[str, list[SolvedTicket]] = defaultdict(list)
    for one in solved:
        by_team[one.team].append(one)
    found = []
    for team, of_team in sorted(by_team.items()):
        waits = [one.wait_s for one in of_team if one.wait_s is not None]
        if len(of_team) >= LEAST_TICKETS and len(waits) >= LEAST_TICKETS:
            handle = percentile([one.handle_time_s for one in of_team], USUAL)
            found.append((team, Norm(handle, percentile(waits, BEYOND))))
    return tuple(found)


def percentile(values: list[float], share: float) -> float:
    """Return the value below which `share` of the values lie: the nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def _longest_wait_s(view: TicketView) -> float | None:
    waits: list[timedelta] = []
    since = None
    for comment in view.said:
        if comment.role.value == "customer":
            since = since or comment.at
        elif since is not None:
            waits.append(view.worked(since, comment.at))
            since = None
    return max(waits).total_seconds() if waits else None
