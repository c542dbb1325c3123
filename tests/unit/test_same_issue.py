from datetime import timedelta

import pytest

from integration.model import Channel, Role, Status
from tests.unit.thinking_samples import START, comment, later, ref, ticket
from workers import same_issue


def trace(name, text, days=0, subject="", minutes=0, connection="zendesk:a", **values):
    at = later(days=days, minutes=minutes)
    role = values.pop("role", Role.CUSTOMER)
    return same_issue.trace(
        ticket(name, at, connection, subject=subject, **values),
        [comment(text, role, at, ref(name, connection), public=role == Role.CUSTOMER)],
    )


def chains(*traces):
    return [[r.id for r in chain] for chain in same_issue.chains(traces)]


def test_the_same_order_number_makes_one_issue_in_any_language():
    assert chains(trace("a", "Order KL-20418 has no lid."), trace("b", "Bei KL-20418 fehlt etwas anderes.", 5)) == [
        ["a", "b"]
    ]


def test_another_number_of_the_same_series_makes_another_issue_whatever_the_words():
    assert chains(trace("a", "Please cancel order KL-20418."), trace("b", "Please cancel order KL-20977.", 5)) == [
        ["a"],
        ["b"],
    ]


def test_a_number_of_the_customer_says_nothing_about_the_issue():
    a = trace("a", "Member number MB-40071, the invoice is wrong.")
    b = trace("b", "Member number MB-40071, how do I change my photo?", 5)
    assert chains(a, b) == [["a"], ["b"]]


def test_a_precise_amount_in_a_call_note_joins():
    a = trace("a", "You owe me 148.50 for the pottery course.")
    b = trace(
        "b",
        "Customer rang, refund 148,50 pottery course.",
        6,
        channel=Channel.PHONE,
        role=Role.AGENT,
        connection="salesforce:a",
    )
    assert chains(a, b) == [["a", "b"]]


@pytest.mark.parametrize("link", ["follow_up_of", "merged_into", "problem"])
def test_a_link_of_the_helpdesk_joins_whatever_the_words(link):
    a = trace("a", "The picture is black.")
    b = trace("b", "Completely different words here.", 5, **{link: ref("a")})
    assert chains(a, b) == [["a", "b"]]


def test_an_answer_by_subject_joins():
    assert chains(
        trace("a", "Here is the first message.", subject="Garden gate"),
        trace("b", "And another thing.", 3, subject="Re: Garden gate"),
    ) == [["a", "b"]]


def test_chat_titles_are_no_subjects():
    assert chains(
        trace("a", "hello, opening hours?", subject="Chat with Sam"),
        trace("b", "my invoice is missing", 3, subject="Chat with Sam"),
    ) == [["a"], ["b"]]


def test_long_ago_counts_against():
    near = same_issue.likeness(a := trace("a", "The printer jams."), b := trace("b", "The printer jams.", 5), [a, b])
    far = same_issue.likeness(a, c := trace("c", "The printer jams.", 200), [a, c])
    assert far < near


def test_a_chain_goes_on_through_its_middle():
    a = trace("a", "Order KL-20418 has a cracked lid.")
    b = trace("b", "KL-20418: the lid again, and now the claim WX-3310.", 5)
    c = trace("c", "WX-3310 is not settled.", 10)
    assert chains(a, b, c) == [["a", "b", "c"]]


def test_the_order_of_the_input_does_not_matter():
    traces = [trace("a", "Order KL-20418."), trace("b", "KL-20418 again.", 5), trace("c", "Opening hours?", 7)]
    assert chains(*traces) == chains(*reversed(traces))


def test_the_same_text_within_ten_minutes_is_an_accidental_second():
    a, b = (
        trace("a", "Please send me the invoice of October."),
        trace("b", "Please send me the invoice of October.", minutes=4),
    )
    assert same_issue.is_duplicate(a, b)
    assert not same_issue.is_duplicate(a, trace("c", "Please send me the invoice of October.", minutes=11))
    assert not same_issue.is_duplicate(a, trace("d", "My door does not close any more.", minutes=4))


def test_greetings_are_alike_by_chance():
    assert not same_issue.is_duplicate(trace("a", "hello"), trace("b", "hello", minutes=4))


def test_likeness_is_judged_at_the_start_of_time_too():
    one = trace("a", "")
    assert same_issue.chains([one]) == [[ref("a")]]
    assert one.opened_at == START + timedelta(0)


def test_a_new_request_of_the_same_kind_is_another_issue():
    a = trace("a", "Hi, could you book me a taxi from the museum to the harbour?", status=Status.SOLVED)
    b = trace("b", "Hi, could you book me a taxi from the museum to the station?", 2, status=Status.SOLVED)
    c = trace("c", "Hi, could you book me a taxi from the museum to the harbour?", 4, status=Status.SOLVED)
    assert chains(a, b, c) == [["a"], ["b"], ["c"]]


def test_a_fault_that_is_reported_again_is_the_same_issue():
    a = trace("a", "The dishwasher does not drain and stops halfway.", status=Status.SOLVED)
    b = trace("b", "The dishwasher stops halfway again and does not drain.", 9)
    assert chains(a, b) == [["a", "b"]]


def test_words_that_point_back_do_not_join_what_is_not_alike():
    a = trace("a", "The dishwasher does not drain and stops halfway.", status=Status.SOLVED)
    b = trace("b", "As I wrote, my invoice of March still shows the wrong name.", 9)
    assert chains(a, b) == [["a"], ["b"]]


def test_what_is_said_further_down_a_chat_does_not_point_back_to_an_earlier_ticket():
    said = ["Could you find me a quiet table for six people on Friday evening?", "As I wrote, for six people."]
    a = trace("a", said[0], status=Status.SOLVED)
    at = later(days=3)
    comments = [comment(text, Role.CUSTOMER, at, ref("b"), id=f"comment:b-{n}") for n, text in enumerate(said)]
    assert chains(a, same_issue.trace(ticket("b", at, status=Status.SOLVED), comments)) == [["a"], ["b"]]


def test_a_chain_does_not_wander_from_neighbour_to_neighbour():
    a = trace("a", "The garden chair wobbles, a leg is not straight.", status=Status.SOLVED)
    b = trace("b", "Garden chair wobbles again, and the parasol does not open.", 5, status=Status.SOLVED)
    c = trace("c", "The parasol does not open again, its crank is stuck.", 10)
    assert ["a", "b", "c"] not in chains(a, b, c)


def test_a_number_that_comes_for_months_is_the_customers_own():
    said = (
        "Where is the manual?",
        "Please pause my plan.",
        "New address for the invoices.",
        "Is the shop open on Sunday?",
    )
    months = [trace(f"{n}", f"GX-77120: {text}", 40 * n, status=Status.SOLVED) for n, text in enumerate(said)]
    assert chains(*months) == [["0"], ["1"], ["2"], ["3"]]


def test_a_secret_in_common_says_nothing():
    a = trace("a", "My PIN is 6142, what is my balance?", status=Status.SOLVED)
    assert "6142.00" not in a.numbers


def test_the_next_invoice_with_the_same_fault_goes_on():
    a = trace("a", "Invoice INV-7701 shows the wrong company name, please correct it.", status=Status.SOLVED)
    b = trace("b", "Invoice INV-7833 shows the wrong company name again, the same error again.", 20)
    c = trace("c", "Invoice INV-7990, may I have a copy?", 25)
    assert chains(a, b, c) == [["a", "b"], ["c"]]


def test_a_copy_with_an_apology_for_it_is_an_accidental_second():
    a = trace("a", "Can I order a spare key for the green locker?")
    b = trace(
        "b", "Can I order a spare key for the green locker? Sorry if this comes twice, my phone froze.", minutes=5
    )
    assert same_issue.is_duplicate(a, b)


def test_the_title_of_a_chat_with_a_name_is_no_subject():
    assert trace("a", "hello", subject="Conversation with Dora Lind").subject == ""


@pytest.mark.parametrize(
    "said",
    [
        "Order {} has not arrived.",
        "Order {} still hasn't arrived, where is it?",
        "My parcel with order {} never came and I have received nothing.",
        "El pedido {} no ha llegado.",
        "El pedido {} todavía no ha llegado, sigo esperando.",
        "Meine Bestellung {} ist noch nicht angekommen.",
        "Die Bestellung {} ist immer noch nicht da.",
        "Ma commande {} n'est toujours pas arrivée.",
        "A encomenda {} ainda não chegou.",
        "O pedido {} não chegou.",
        "L'ordine {} non è ancora arrivato.",
        "Il pacco dell'ordine {} non è arrivato.",
    ],
)
@pytest.mark.parametrize("subject", ["", "Order problem"])
def test_the_same_trouble_with_another_number_is_another_issue_though_the_first_is_open(said, subject):
    a = trace("a", said.format("61077"), subject=subject)
    assert chains(a, trace("b", said.format("73450"), 6, subject=subject)) == [["a"], ["b"]]
    assert chains(a, trace("b", said.format("61077"), 6, subject=subject)) == [["a", "b"]]


@pytest.mark.parametrize(
    "text",
    [
        "Invoice FX-833 has the wrong name, the same error again.",
        "Third time I write: invoice FX-833 has the wrong name too.",
        "Invoice FX-833 has the wrong name, just like the other one, FX-701.",
        "As I wrote, invoice FX-833 has the wrong name too, please correct it.",
    ],
)
def test_another_number_goes_on_where_the_customer_says_so(text):
    a = trace("a", "Invoice FX-701 has the wrong name, please correct it.", status=Status.SOLVED)
    assert chains(a, trace("b", text, 12)) == [["a", "b"]]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("The washing machine has not arrived.", "The washing machine still has not arrived."),
        ("La lavadora no ha llegado.", "La lavadora sigue sin llegar."),
        ("Die Waschmaschine ist nicht angekommen.", "Die Waschmaschine ist immer noch nicht angekommen."),
        ("Le lave-linge n'est pas arrivé.", "Le lave-linge n'est toujours pas arrivé."),
        ("A máquina de lavar não chegou.", "A máquina de lavar ainda não chegou."),
        ("La lavatrice non è arrivata.", "La lavatrice non è ancora arrivata."),
    ],
)
def test_what_is_still_so_goes_on_where_no_number_speaks_against_it(first, then):
    assert chains(trace("a", first), trace("b", then, 6)) == [["a", "b"]]
