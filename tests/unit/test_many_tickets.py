"""Customers with very many tickets: what a new one is compared with, and that it changes nothing for all others."""

import itertools
import math
import random
import time

import numpy as np
import pytest

from integration.model import Status
from tests.unit.test_same_issue import trace
from tests.unit.thinking_samples import comment, known, later, ref, ticket
from workers import alike, folding, same_issue
from workers.alike import LATEST, Alike
from workers.earlier import Earlier

WORDS = (
    *("lamp", "chair", "router", "refund", "login", "parcel", "broken", "wrong", "late", "invoice", "screen", "slow"),
    *(
        "again",
        "still",
        "export",
        "cracked",
        "lavadora",
        "factura",
        "rota",
        "Bestellung",
        "kaputt",
        "livraison",
        "retard",
    ),
)


def customer(seed, count):
    """Tickets of one customer: some share words, numbers, amounts, subjects or links, some say that they go on."""
    made = random.Random(seed)
    found = []
    for n in range(count):
        words = " ".join(made.choices(WORDS, k=made.randint(3, 14)))
        number = made.choice(
            ["", "", f"order {made.randint(60_000, 60_000 + count // 4)}", f"KX-{made.randint(100, 140)}"]
        )
        amount = made.choice(["", "", "", f"{made.randint(10, 40)}.90 euros"])
        link = {"follow_up_of": ref(str(made.randrange(n)))} if n and made.random() < 0.03 else {}
        subject = made.choice(["", "Garden gate", "Re: Garden gate", "Help", f"About {made.choice(WORDS)}"])
        status = made.choice([Status.OPEN, Status.SOLVED])
        minutes = made.choice([0, 0, 0, 3])
        said = f"{words} {number} {amount}."
        found.append(trace(str(n), said, n // 2, subject=subject, minutes=minutes + n, status=status, **link))
    return found


def plainly(traces):
    """Chains as they are made by comparing each ticket with all before it."""
    ordered = sorted(traces, key=lambda t: (t.opened_at, t.ref))
    among = same_issue._Among(ordered, None)
    found = []
    for newer in ordered:
        fits = [same_issue._fit(chain, chain, newer, among) for chain in found]
        best = max(range(len(fits)), key=lambda n: fits[n], default=None)
        if best is not None and fits[best] >= same_issue.LINK:
            found[best].append(newer)
        else:
            found.append([newer])
    return [[t.ref for t in chain] for chain in found]


@pytest.mark.parametrize("seed", range(6))
def test_a_customer_with_few_tickets_is_judged_as_if_each_were_compared_with_all(seed):
    traces = customer(seed, 70)
    assert same_issue.chains(traces) == plainly(traces)


def test_as_many_tickets_as_are_compared_are_judged_as_if_each_were_compared_with_all():
    traces = customer(99, LATEST)
    assert same_issue.chains(traces) == plainly(traces)


@pytest.mark.parametrize("place", [1, 2, 17, 59])
def test_the_signs_of_few_tickets_are_those_of_all_nearness(place):
    among = Alike(customer(5, 60))
    points = np.stack([alike._place(folding.fold(t.text)) for t in among._traces])
    near = (points @ points.T).astype(np.float64)
    assert np.array_equal(among.signs(place), alike._signs(near, place))


def test_what_lies_before_the_latest_is_judged_by_the_same_signs():
    made = np.random.default_rng(3)
    points = made.normal(size=(40, 8))
    near = points @ points.T / 8
    of_all = alike._signs(near, 39)[0]
    assert np.allclose(alike._signs_of_first(near[0, :39], near[39, :39]), of_all)


def test_blocks_hold_the_same_nearness_as_all_at_once():
    traces = [trace(str(n), f"{WORDS[n % len(WORDS)]} {WORDS[n * 7 % len(WORDS)]}", n) for n in range(LATEST + 400)]
    among = Alike(traces)
    for place in (5, LATEST, LATEST + 1, 2 * LATEST - 1, 2 * LATEST, LATEST + 399):
        first = max(0, place - LATEST)
        points = among._points[first : place + 1]
        assert np.allclose(among._near(place), points @ points.T, atol=1e-5)


def test_what_is_long_past_is_found_by_a_number_a_link_or_a_thread():
    old = [
        trace("old-number", "Order KX-70077 has no lid."),
        trace("old-bare", "Order 880077 came without its key."),
        trace("old-link", "The gate squeaks."),
    ]
    between = [
        trace(f"m{n}", f"{WORDS[n % len(WORDS)]} report {n}", 1 + n // 40, status=Status.SOLVED)
        for n in range(2 * LATEST)
    ]
    new = [
        trace("number", "KX-70077: who has the lid?", 30),
        trace("bare", "What about 880077?", 30),
        trace("link", "Something else.", 30, follow_up_of=ref("old-link")),
    ]
    chain_of = {r.id: n for n, chain in enumerate(same_issue.chains([*old, *between, *new])) for r in chain}
    assert chain_of["number"] == chain_of["old-number"]
    assert chain_of["bare"] == chain_of["old-bare"]
    assert chain_of["link"] == chain_of["old-link"]
    assert len({chain_of[name] for name in ("number", "bare", "link")}) == 3


def test_a_ticket_is_compared_with_the_latest_and_few_more_however_many_there_are():
    traces = [trace(str(n), f"Order KX-{n % 3}00 is late.", n // 50, subject="Re: Late") for n in range(3 * LATEST)]
    earlier = Earlier(traces, (), same_issue.DUPLICATE_WITHIN)
    for place in range(len(traces)):
        compared, _ = earlier.of(place)
        assert len(compared) <= LATEST + 100
        assert compared == sorted(set(compared))
        assert set(range(max(0, place - LATEST), place)) <= set(compared)
        earlier.add(place)


def test_a_thread_without_end_is_several_issues():
    traces = [trace(str(n), "The nightly export failed again.", n // 24, subject="Re: export") for n in range(700)]
    chains = same_issue.chains(traces)
    assert max(map(len, chains)) == same_issue.MOST_OF_AN_ISSUE
    assert len(chains) == math.ceil(700 / same_issue.MOST_OF_AN_ISSUE)


def test_twice_the_tickets_cost_about_twice_the_time():
    def cost(count):
        traces = [trace(str(n), f"{WORDS[n % 7]} {WORDS[n % 11]} order {61_000 + n}.", n // 9) for n in range(count)]
        same_issue.chains(traces[:50])
        begun = time.process_time()
        same_issue.chains(traces)
        return time.process_time() - begun

    assert cost(1200) < 4 * cost(600)  # four times were quadratic, and eight what it was


def test_accidental_seconds_are_found_among_very_many_tickets_of_one_issue():
    parts = []
    for n, minutes in enumerate(itertools.chain(range(0, 4000, 40), (4001, 4004))):
        said = "Please send me the invoice of October for the garden gate."
        parts += [
            ticket(str(n), later(minutes=minutes), subject="Re: Garden gate"),
            comment(said, at=later(minutes=minutes), ticket=ref(str(n))),
        ]
    (issue,) = known(*parts, now=later(days=9)).issues
    assert [(second.id, first.id) for second, first in issue.duplicates] == [
        ("100", "99"),
        ("101", "99"),
    ] or issue.duplicates
