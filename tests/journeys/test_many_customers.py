"""Several customers at once: people whom a helpdesk merges, and an outbreak over both helpdesks as it happens."""

import requests

from tests.journeys.build import ago, customer, says, ticket

OVEN = (
    "Our Halden H9 oven shows F-31 since the update, and the door is locked.",
    "F-31 on the Halden H9 since last night's update, the oven door will not open.",
    "El horno Halden H9 se actualizó anoche, ahora pone F-31 y no abre la puerta.",
    "Since the update the Halden oven says F-31 and its door is locked.",
)


def people(count):
    """Build customers who have nothing in common, each with an everyday ticket of three weeks ago."""
    return [
        customer(
            ticket(f"old{n}", says("Where is my parcel with the lamp?", ago(days=21)), **by(n)),
            name=f"Person {n}",
            emails=(f"p{n}@example.com",),
            phones=(f"+44770090020{n}",),
        )
        for n in range(count)
    ]


def by(n):
    return {"requester_email": f"p{n}@example.com", "system": ("zendesk", "salesforce")[n % 2]}


def known(house, world_id):
    """Return what a ticket has in common with other customers' tickets."""
    (history,) = house.store.load_histories([house.customer_of(world_id)])
    return next((found for found in history.known_issues if found.ticket == house.ref(world_id)), None)


def do(house, world_id, path, **given):
    _, base = house.base(world_id)
    requests.post(f"{base}/control/{path}", json=given, timeout=5).raise_for_status()


def requester(house, world_id):
    ref = house.ref(world_id)
    return house.store.load_tickets([ref])[ref].requester


def test_people_whom_zendesk_merges_are_one_customer_with_both_histories(estate):
    house = estate(*people(3))
    house.drain()
    assert house.customer_of("old0") != house.customer_of("old2")
    do(house, "old0", "do/merge_users", source_email="p0@example.com", target_email="p2@example.com")
    # the exports leave out the last minute
    do(house, "old0", "clock", advance_s=130)
    house.later(seconds=130)
    house.pull()
    (history,) = house.store.load_histories([house.customer_of("old2")])
    assert {t.ref for t in history.tickets} == {house.ref("old0"), house.ref("old2")}


def test_people_whom_salesforce_merges_are_one_customer_with_both_histories(estate):
    house = estate(*people(4))
    house.drain()
    before = house.customer_of("old1")
    merged, kept = requester(house, "old1"), requester(house, "old3")
    do(house, "old1", "merge", **{"from": merged.id, "into": kept.id})
    house.pull()
    found = house.store.find_customers([merged, kept])
    assert found[merged] == found[kept]
    assert found[kept] in (before, str(kept))
    (history,) = house.store.load_histories([found[kept]])
    assert {t.ref for t in history.tickets} == {house.ref("old1"), house.ref("old3")}


def test_four_customers_who_write_the_same_know_of_each_other_and_the_next_one_too(estate):
    story = people(6)
    for n, said in enumerate(OVEN):
        new = ticket(f"oven{n}", says(said, ago(hours=9 - n)), subject="Oven", tags=(), **by(n))
        story[n] = customer(*story[n].tickets, new, name=f"Person {n}", emails=story[n].emails, phones=story[n].phones)
    house = estate(*story)
    house.drain()
    for n in range(4):
        found = known(house, f"oven{n}")
        assert found.customers == 4
        assert "F-31" in found.words
        assert len(found.others) == 3
    assert known(house, "old4") is None
    assert not house.store.status(house.house.clock()).parked


FORMULA = "We understand how frustrating this must be and apologise for any inconvenience caused."


def test_a_sentence_that_stands_in_a_third_ticket_is_told_on_the_first_ones_as_well(estate):
    story = people(3)
    for n in range(3):
        answer = (says(FORMULA, ago(hours=5), by="agent:Kim"),) if n < 2 else ()
        new = ticket(f"lamp{n}", says("Is the lamp in stock in blue?", ago(hours=9)), *answer, **by(n))
        story[n] = customer(new, name=f"Person {n}", emails=story[n].emails, phones=story[n].phones)
    house = estate(*story)
    house.drain()
    assert not any("scripted_empathy" in house.flags(f"lamp{n}") for n in range(3))
    house.agent_writes("lamp2", FORMULA)
    house.wait_and_drain(lambda: all("scripted_empathy" in house.flags(f"lamp{n}") for n in range(3)))
