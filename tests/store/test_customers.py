"""Which contacts are one customer: those that a chain of shared keys joins, over both helpdesks."""

import itertools

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integration.model import ContactRef
from tests.store.build import (
    SALESFORCE,
    ZENDESK,
    comment,
    contact,
    customers_in,
    forget_jobs,
    history_of,
    jobs_in,
    page,
    save,
    ticket,
    while_uncommitted,
)


def groups_in(store):
    """Return the sets of contacts that are one customer."""
    customers = customers_in(store)
    return {frozenset(c for c in customers if customers[c] == customer_id) for customer_id in customers.values()}


def test_contacts_that_share_a_key_become_one_customer_over_both_helpdesks(store):
    save(store, contact("ana", "ana@example.com"), ticket(), comment())
    theirs = contact("003", "ana@example.com", connection=SALESFORCE)
    save(store, theirs, ticket("500", "003", connection=SALESFORCE), connection=SALESFORCE)
    assert groups_in(store) == {frozenset({(ZENDESK, "ana"), (SALESFORCE, "003")})}
    history = history_of(store)
    assert history == history_of(store, "003", SALESFORCE)
    assert [t.ref.connection for t in history.tickets] == [SALESFORCE, ZENDESK]


def test_contacts_that_share_nothing_stay_apart(store):
    save(store, contact("ana", "ana@example.com"), contact("bo", "bo@example.com"), contact("cy"), contact("dee"))
    assert all(len(group) == 1 for group in groups_in(store))


def test_a_key_of_another_kind_with_the_same_value_joins_nobody(store):
    wanted = page(contact("ana", "1"), contact("bo", "2"))
    keys = {wanted.contacts[0].ref: [("email", "1")], wanted.contacts[1].ref: [("phone", "1")]}
    store.save_sync(ZENDESK, wanted, keys, ticket().created_at)
    assert len(groups_in(store)) == 2


def test_three_contacts_in_a_chain_are_one_customer_and_part_again_when_the_key_goes(store):
    save(store, contact("a", "one"), contact("c", "two"), ticket("1", "a"), ticket("3", "c"))
    forget_jobs(store)
    save(store, contact("b", "one", "two"))
    assert groups_in(store) == {frozenset({(ZENDESK, "a"), (ZENDESK, "b"), (ZENDESK, "c")})}
    joined = customers_in(store)[ZENDESK, "a"]
    assert ("assess", joined) in jobs_in(store)

    forget_jobs(store)
    save(store, contact("b", "two"))
    assert groups_in(store) == {frozenset({(ZENDESK, "a")}), frozenset({(ZENDESK, "b"), (ZENDESK, "c")})}
    customers = customers_in(store)
    assert {("assess", customers[ZENDESK, "a"]), ("assess", customers[ZENDESK, "c"])} <= set(jobs_in(store))
    assert [t.ref.id for t in history_of(store, "a").tickets] == ["1"]
    assert [t.ref.id for t in history_of(store, "c").tickets] == ["3"]


def test_the_contact_that_gave_the_customer_its_id_can_leave(store):
    save(store, *(contact(name, "shared") for name in "abc"))
    save(store, contact("a", "own"))
    assert groups_in(store) == {frozenset({(ZENDESK, "a")}), frozenset({(ZENDESK, "b"), (ZENDESK, "c")})}


def test_a_customer_keeps_its_id_while_others_come_and_go(store):
    save(store, contact("a", "shared"))
    before = customers_in(store)[ZENDESK, "a"]
    save(store, contact("b", "shared"), contact("c", "shared"))
    save(store, contact("b", "own"))
    assert customers_in(store)[ZENDESK, "a"] == before


def test_a_ticket_without_requester_is_a_customer_of_its_own(store):
    save(store, ticket("1", requester=None), ticket("2", requester=None))
    assert len(jobs_in(store)) == 2
    histories = store.load_histories([key for _, key in jobs_in(store)])
    assert [[t.ref.id for t in h.tickets] for h in histories] == [["1"], ["2"]]


def test_a_requester_whom_nobody_described_yet_joins_their_customer_once_they_are(store):
    save(store, contact("003", "ana@example.com", connection=SALESFORCE), connection=SALESFORCE)
    save(store, ticket())
    forget_jobs(store)
    save(store, contact("ana", "ana@example.com"))
    customer_id = customers_in(store)[SALESFORCE, "003"]
    assert customers_in(store)[ZENDESK, "ana"] == customer_id
    assert ("assess", customer_id) in jobs_in(store)
    assert len(history_of(store, "003", SALESFORCE).tickets) == 1


def test_contacts_that_share_a_key_and_arrive_at_the_same_moment_become_one_customer(store):
    theirs = contact("003", "ana@example.com", connection=SALESFORCE)
    mine = contact("ana", "ana@example.com")
    while_uncommitted(store, [mine], lambda: save(store, theirs, connection=SALESFORCE))
    assert groups_in(store) == {frozenset({(ZENDESK, "ana"), (SALESFORCE, "003")})}


def test_a_ticket_that_arrives_at_the_same_moment_as_its_requester_does_not_blot_them_out(store):
    while_uncommitted(store, [contact("ana", "ana@example.com")], lambda: save(store, ticket()))
    assert history_of(store).contacts == (contact("ana", "ana@example.com"),)
    save(store, contact("003", "ana@example.com", connection=SALESFORCE), connection=SALESFORCE)
    assert len(groups_in(store)) == 1


def grouped(keys):
    """Return the groups of contacts, worked out the slow way: join two that share a key until nothing changes."""
    groups = [{name} for name in keys]
    joined = True
    while joined:
        joined = False
        for one, other in itertools.combinations(groups, 2):
            if any(keys[a] & keys[b] for a in one for b in other):
                one.update(other)
                groups.remove(other)
                joined = True
                break
    return {frozenset(group) for group in groups}


NAMES = st.tuples(st.sampled_from([ZENDESK, SALESFORCE]), st.sampled_from("abcd"))
STEPS = st.lists(st.dictionaries(NAMES, st.frozensets(st.sampled_from("1234"), max_size=3), max_size=4), max_size=7)
EXAMPLE = itertools.count()


@settings(
    max_examples=60,
    deadline=None,
    # every example has names of its own, so that they share one database
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS)
def test_customers_are_what_a_naive_union_of_shared_keys_says_after_any_sequence_of_changes(store, steps):
    example = next(EXAMPLE)
    known = {}
    for step in steps:
        before = {name: group for group in grouped(known) for name in group}
        told = set()
        for connection in (ZENDESK, SALESFORCE):
            mine = {name: keys for name, keys in step.items() if name[0] == connection}
            known |= mine
            nouns = [described(name, keys, example) for name, keys in mine.items()]
            told |= save(store, *nouns, connection=connection).customers
        customers = {
            (connection, contact_id.partition("-")[2]): customer_id
            for (connection, contact_id), customer_id in customers_in(store).items()
            if contact_id.startswith(f"{example}-")
        }
        found = {frozenset(c for c in customers if customers[c] == customer_id) for customer_id in customers.values()}
        assert found == grouped(known)
        for group in found:
            for name in group:
                if name in before and before[name] != group:
                    assert customers[name] in told, "a customer that gained or lost a contact is not due"


def described(name, keys, example):
    connection, letter = name
    return contact(f"{example}-{letter}", *(f"{example}-{key}" for key in sorted(keys)), connection=connection)


def test_a_customer_of_more_contacts_than_one_list_of_values_holds_is_joined_and_parted_whole(store):
    save(store, *(contact(f"c{n:04}", "shared") for n in range(700)))
    assert len(groups_in(store)) == 1
    save(store, *(contact(f"c{n:04}", f"own{n}") for n in range(700)))
    assert len(groups_in(store)) == 700
    assert len(store.load_histories(sorted(set(customers_in(store).values())))) == 700


def test_contact_references_with_a_slash_stay_distinct(store):
    odd = contact("x/y")
    save(store, odd, ticket("1", "x/y"))
    assert history_of(store, "x/y").contacts[0].ref == ContactRef(ZENDESK, "x/y")
