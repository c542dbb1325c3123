"""An admin's word on who is one customer, keys that belong to nobody, and merges: explained, kept, and taken back."""

import pytest

from integration.errors import SettingsError
from integration.model import ContactRef
from tests.store.build import (
    NOW,
    SALESFORCE,
    ZENDESK,
    contact,
    customers_in,
    forget_jobs,
    history_of,
    jobs_in,
    keys_of,
    page,
    save,
    ticket,
)
from tests.store.test_customers import groups_in

ANA, BO = ContactRef(ZENDESK, "ana"), ContactRef(ZENDESK, "bo")


def ref(name, connection=ZENDESK):
    return ContactRef(connection, name)


def people(count, *emails, first=0):
    """Return contacts of as many different people."""
    return [contact(f"p{n}", *emails, name=f"Person {n}") for n in range(first, first + count)]


def joined(store, *names):
    """Whether these contacts are one customer."""
    return len({customers_in(store)[ZENDESK, name] for name in names}) == 1


def test_contacts_that_share_nothing_are_one_customer_once_an_admin_says_so(store):
    save(store, contact("ana", "one"), contact("bo", "two"), ticket("1", "ana"), ticket("2", "bo"))
    forget_jobs(store)
    found = store.join_contacts(ANA, BO, "kim", NOW)
    assert joined(store, "ana", "bo")
    assert ("assess", found.customer_id) in jobs_in(store)
    assert [t.ref.id for t in history_of(store).tickets] == ["1", "2"]
    assert found.joined == ((ANA, BO),)


def test_contacts_that_share_an_address_are_two_customers_once_an_admin_says_so(store):
    save(store, contact("ana", "shared"), contact("bo", "shared"), ticket("1", "ana"), ticket("2", "bo"))
    forget_jobs(store)
    store.split_contact(BO, "kim", NOW)
    assert not joined(store, "ana", "bo")
    assert {key for kind, key in jobs_in(store) if kind == "assess"} == {str(ANA), str(BO)}
    assert [t.ref.id for t in history_of(store, "ana").tickets] == ["1"]


def test_what_an_admin_said_survives_later_syncs(store):
    save(store, contact("ana", "one"), contact("bo", "two"), contact("cy", "three"), contact("dee", "three"))
    store.join_contacts(ANA, BO, "kim", NOW)
    store.split_contact(ref("dee"), "kim", NOW)
    save(store, contact("ana", "one", "more"), contact("bo", "new"), contact("dee", "three", "more still"))
    save(store, contact("cy", "three", "and more"))
    assert joined(store, "ana", "bo")
    assert not joined(store, "cy", "dee")


def test_a_contact_that_was_split_is_not_brought_back_by_a_third_who_shares_keys_with_both(store):
    save(store, contact("ana", "shared"), contact("bo", "shared"))
    store.split_contact(BO, "kim", NOW)
    save(store, contact("cy", "shared"))
    assert not joined(store, "ana", "bo")


def test_joining_takes_a_split_back_and_splitting_a_join(store):
    save(store, contact("ana", "shared"), contact("bo", "shared"), contact("cy", "shared"))
    store.split_contact(BO, "kim", NOW)
    assert joined(store, "ana", "cy")
    store.join_contacts(BO, ANA, "kim", NOW)
    assert joined(store, "ana", "bo", "cy")
    store.split_contact(ANA, "lee", NOW)
    assert not joined(store, "ana", "bo")
    assert joined(store, "bo", "cy")


def test_every_act_is_in_the_log_with_who_did_it(store):
    save(store, contact("ana", "shared"), contact("bo", "shared"))
    store.split_contact(BO, "kim", NOW)
    store.join_contacts(BO, ANA, "lee", NOW)
    log = [(done.actor, done.act, done.contacts) for done in store.audit_log()]
    assert log == [("lee", "join", (BO, ANA)), ("kim", "split", (BO, ANA))]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (lambda store: store.split_contact(ANA, "kim", NOW), "is a customer alone"),
        (lambda store: store.join_contacts(ANA, ANA, "kim", NOW), "these are the same"),
        (lambda store: store.explain_customer(BO), "no contact zendesk:acme/bo is stored"),
    ],
)
def test_what_cannot_be_done_is_said_and_not_logged(store, wrong, says):
    save(store, contact("ana", "one"))
    with pytest.raises(SettingsError, match=says):
        wrong(store)
    assert store.audit_log() == []


def test_it_is_told_which_key_joins_which_contacts(store):
    wanted = page(contact("ana", "a"), contact("bo"), contact("cy"), ticket("1", "bo"))
    keys = {ANA: [("email", "a")], BO: [("email", "a"), ("phone", "+1")], ref("cy"): [("phone", "+1")]}
    store.save_sync(ZENDESK, wanted, keys, NOW)
    found = store.explain_customer(ref("cy"))
    assert [(k.kind, k.value, k.contacts, k.joins) for k in found.keys] == [
        ("email", "a", (ANA, BO), True),
        ("phone", "+1", (BO, ref("cy")), True),
    ]
    assert [person.ref.id for person in found.contacts] == ["ana", "bo", "cy"]
    assert found.tickets == (0, 1, 0)


def test_a_key_of_more_different_people_than_five_joins_nobody(store):
    save(store, *people(5, "switchboard"))
    assert joined(store, "p0", "p4")
    forget_jobs(store)
    save(store, *people(1, "switchboard", first=5))
    assert len(groups_in(store)) == 6
    assert {("assess", f"{ZENDESK}/p{n}") for n in range(5)} <= set(jobs_in(store))
    assert [k.joins for k in store.explain_customer(ref("p0")).keys] == [False]


def test_a_key_that_is_shared_by_fewer_again_joins_them_again(store):
    save(store, *people(6, "switchboard"))
    save(store, contact("p5", "own", name="Person 5"))
    assert joined(store, *(f"p{n}" for n in range(5)))


def test_one_person_who_has_many_contacts_of_one_name_stays_one(store):
    save(store, *(contact(f"p{n}", "ana@example.com", name=["Ana Ruiz", " ana  RUIZ"][n % 2]) for n in range(9)))
    assert joined(store, *(f"p{n}" for n in range(9)))


def test_contacts_that_turn_out_to_be_different_people_fall_apart(store):
    save(store, *(contact(f"p{n}", "shared", name="Reception") for n in range(6)))
    assert joined(store, "p0", "p5")
    save(store, *people(6, "shared"))
    assert len(groups_in(store)) == 6


def test_a_crowded_key_does_not_keep_apart_those_who_share_another(store):
    save(store, *people(7, "switchboard"))
    save(store, contact("p0", "switchboard", "own", name="P"), contact("p1", "switchboard", "own", name="P"))
    assert joined(store, "p0", "p1")
    assert not joined(store, "p0", "p2")


def test_a_customer_with_a_past_keeps_its_id_when_a_new_contact_joins(store):
    save(store, contact("zoe", "shared"), ticket("1", "zoe"))
    save(store, contact("003", "shared", connection=SALESFORCE), connection=SALESFORCE)
    assert set(customers_in(store).values()) == {f"{ZENDESK}/zoe"}
    save(store, contact("amy", "shared"))
    assert set(customers_in(store).values()) == {f"{ZENDESK}/zoe"}


def merged(store, *nouns):
    """Save contacts with the keys that a merge gives them."""
    wanted = page(*nouns)
    keys = keys_of(wanted)
    for noun in wanted.contacts:
        if noun.merged_into:
            keys[noun.ref] = [("merged", str(noun.merged_into))]
    store.save_sync(ZENDESK, wanted, keys, NOW)


@pytest.mark.parametrize("order", [("ana", "bo"), ("bo", "ana")])
def test_a_contact_that_the_helpdesk_merged_into_another_is_the_same_customer_whichever_is_read_first(store, order):
    nouns = {"ana": contact("ana", "one"), "bo": contact("bo", merged_into=ANA, deleted=True)}
    for name in order:
        merged(store, nouns[name])
    assert joined(store, "ana", "bo")


def test_a_merge_that_is_undone_parts_them_again_and_both_are_assessed(store):
    merged(store, contact("ana", "one"), contact("bo", merged_into=ANA), ticket("1", "ana"), ticket("2", "bo"))
    forget_jobs(store)
    merged(store, contact("bo", "two"))
    assert not joined(store, "ana", "bo")
    assert {key for kind, key in jobs_in(store) if kind == "assess"} == {str(ANA), str(BO)}


def test_a_forgotten_connection_takes_along_what_was_said_of_its_contacts(store):
    save(store, contact("ana", "one"), contact("bo", "two"))
    store.join_contacts(ANA, BO, "kim", NOW)
    store.forget_connection(ZENDESK, content=True, notes_gone=True, now=NOW)
    save(store, contact("ana", "one"), contact("bo", "two"))
    assert not joined(store, "ana", "bo")
    assert len(store.audit_log()) == 1
