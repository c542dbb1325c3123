"""Outbreaks and problem tickets: what many customers say at the same time, and what is none."""

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from integration.model import Channel, Comment, Outbreak, Role, Status, Text, Ticket, TicketRef
from workers import known_issues
from workers.known_texts import Texts

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
OVEN = (
    "My Halden oven shows F-31 since the update and the door is locked",
    "Oven door locked after last night's update, display says F-31",
    "F-31 on the Halden oven, the door will not open since the update",
    "Since the update my oven is stuck with F-31 and a locked door",
)
EVERYDAY = (
    "Where is my parcel, it should have come on Monday",
    "I would like to change the delivery address of my sofa",
    "Can I pay the invoice in two parts",
    "The lamp arrived with a broken shade",
    "Please cancel my newsletter",
)
NUMBERS = itertools.count(1)


def text(said, hours=0.0, customer=None, **more):
    """Return one ticket's text, opened so many hours after NOW, of a customer of its own."""
    number = next(NUMBERS)
    ref, at = TicketRef("zendesk:acme", str(number)), NOW + timedelta(hours=hours)
    ticket = Ticket(ref, f"#{number}", "", Status.OPEN, Channel.EMAIL, at, at, **more)
    comment = Comment(ref, f"comment:{number}", at, None, Role.CUSTOMER, public=True, text=said)
    return Text(number, customer or f"customer {number}", known_issues.read(ticket, [comment]))


def arrive(texts, *new, running=()):
    """Let texts come one after the other; return the outbreaks, and what was found of the last one."""
    outbreaks, found = list(running), None
    for one in sorted(new, key=lambda t: t.signature.opened_at):
        texts.add([one])
        found = known_issues.judge(one, texts, outbreaks)
        if found.begins:
            outbreaks.append(Outbreak(len(outbreaks) + 1, found.first_at, frozenset(found.begins)))
        elif found.outbreak is not None:
            outbreaks = [
                replace(o, tickets=o.tickets | {found.ticket}) if o.id == found.outbreak else o for o in outbreaks
            ]
    return outbreaks, found


@pytest.fixture
def month():
    """Give texts of four weeks before, in which everyday things were said."""
    texts = Texts()
    texts.add([text(EVERYDAY[n % len(EVERYDAY)], -24 * 28 + 5 * n) for n in range(120)])
    return texts


def test_four_customers_who_say_the_same_within_two_days_are_an_outbreak_named_by_their_own_words(month):
    told = [text(said, hours=8 * n) for n, said in enumerate(OVEN)]
    outbreaks, found = arrive(month, *told)
    assert [o.tickets for o in outbreaks] == [{t.signature.ticket for t in told}]
    assert found.words[0] == "F-31"
    assert {"oven", "door", "locked", "update"} >= set(found.words[1:])
    assert found.first_at == NOW


def test_three_customers_are_none(month):
    assert arrive(month, *(text(said) for said in OVEN[:3]))[0] == []


def test_one_customer_who_writes_four_times_is_none(month):
    assert arrive(month, *(text(said, customer="the same") for said in OVEN))[0] == []


def test_four_customers_over_four_days_are_none(month):
    assert arrive(month, *(text(said, hours=30 * n) for n, said in enumerate(OVEN)))[0] == []


def test_whoever_says_the_same_in_the_next_days_joins_and_others_do_not(month):
    outbreaks, _ = arrive(month, *(text(said) for said in OVEN))
    later, other = text("the oven's door is locked, F-31 after the update", hours=40), text(EVERYDAY[3], hours=41)
    outbreaks, _ = arrive(month, later, other, running=outbreaks)
    (only,) = outbreaks
    assert later.signature.ticket in only.tickets
    assert other.signature.ticket not in only.tickets


def test_whoever_says_the_same_after_two_weeks_joins_no_more(month):
    outbreaks, _ = arrive(month, *(text(said) for said in OVEN))
    late = text(OVEN[0], hours=24 * 15)
    assert late.signature.ticket not in arrive(month, late, running=outbreaks)[0][0].tickets


def test_a_topic_that_always_comes_is_none_even_on_a_busy_day():
    texts = Texts()
    ways = ("I forgot my password, how can I reset it", "password reset does not work", "please reset my password")
    texts.add([text(ways[n % 3], -24 * 28 + 12 * n) for n in range(56)])
    assert arrive(texts, *(text(ways[n % 3], hours=n) for n in range(9)))[0] == []


def test_four_times_the_usual_number_and_more_of_an_everyday_topic_is_one():
    texts = Texts()
    texts.add([text("I forgot my password, how can I reset it", -24 * 28 + 96 * n) for n in range(7)])
    texts.add([text(EVERYDAY[n % len(EVERYDAY)], -24 * 28 + 9 * n) for n in range(74)])
    outbreaks, _ = arrive(texts, *(text("password reset: I cannot reset my password", hours=n) for n in range(9)))
    assert len(outbreaks) == 1


def test_while_nobody_knows_what_is_usual_four_alike_are_not_enough():
    plain = [said.replace("F-31", "a fault") for said in OVEN]
    assert arrive(Texts(), *(text(said) for said in plain))[0] == []
    assert len(arrive(Texts(), *(text(plain[n % 4], hours=n) for n in range(10)))[0]) == 1
    assert len(arrive(Texts(), *(text(said) for said in OVEN))[0]) == 1, "an error that all of them name is enough"


def test_an_error_that_nobody_had_named_before_joins_customers_of_several_languages(month):
    told = (
        "Seit dem Update auf 6.2 komme ich nicht mehr in die App: weißer Bildschirm, wieder Anmeldeseite",
        "Mit der App 6.2 lande ich nach dem Anmelden sofort auf der Anmeldeseite, alles weiß",
        "Depuis la version 6.2 de l'appli : écran blanc puis retour à la page de connexion",
        "L'appli 6.2 me déconnecte, écran blanc et retour à la page de connexion",
    )
    outbreaks, found = arrive(month, *(text(said, hours=n) for n, said in enumerate(told)))
    assert len(outbreaks) == 1
    assert found.words[0] == "6.2"


def test_a_model_that_was_named_before_joins_nobody_by_itself(month):
    arrive(month, text("Does the X9 mixer come in red", hours=-200))
    told = (
        "When will the X9 be in stock",
        "X9: la tapa llegó rota",
        "Die Anleitung vom X9 fehlt",
        "X9 è troppo rumoroso",
    )
    assert arrive(month, *(text(said, hours=n) for n, said in enumerate(told)))[0] == []


def test_customers_who_have_nothing_but_a_new_model_in_common_are_none(month):
    told = (
        "When will the X9 be in stock",
        "X9: la tapa llegó rota",
        "Die Anleitung vom X9 fehlt",
        "X9 è troppo rumoroso",
    )
    assert arrive(month, *(text(said, hours=n) for n, said in enumerate(told)))[0] == []


def test_numbers_of_orders_amounts_and_addresses_are_not_compared():
    words = text("Order HL-112950 for £212.50 or 12.50 EUR, ana@example.com, +44 7700 900111").signature.words
    assert not [word for word in words if any(map(str.isdigit, word))]


def test_what_the_helpdesk_calls_every_chat_is_nothing_in_common():
    chat = Ticket(
        TicketRef("zendesk:acme", "1"), "#1", "Conversation with Ana Ruiz", Status.OPEN, Channel.CHAT, NOW, NOW
    )
    assert known_issues.read(chat, []).words == ()


def test_a_text_belongs_to_the_open_problem_ticket_that_says_the_same_in_the_teams_words(month):
    problem = text("Problem: voucher PLUS-12 rejected at checkout since the shop release", -30, is_problem=True)
    month.add([problem])
    _, found = arrive(month, text("El cupón PLUS-12 no funciona en el carrito, voucher rejected"))
    assert found.problem == problem.signature.ticket
    _, other = arrive(month, text(EVERYDAY[0]))
    assert other.problem is None


def test_a_problem_ticket_that_comes_later_finds_the_tickets_that_are_there(month):
    told = text("The checkout rejects my voucher PLUS-12", -5)
    month.add([told])
    _, found = arrive(month, text("Problem: voucher PLUS-12 rejected at checkout", is_problem=True))
    assert found.incidents == (told.signature.ticket,)


def test_a_problem_ticket_is_no_customer_of_an_outbreak(month):
    told = [text(said) for said in OVEN[:3]]
    assert arrive(month, *told, text(OVEN[3], is_problem=True))[0] == []


def test_the_order_in_which_texts_are_read_does_not_change_what_is_found(month):
    told = [text(said, hours=8 * n) for n, said in enumerate(OVEN)]
    month.add(told)
    for order in itertools.permutations(told):
        found = [known_issues.judge(one, month, []) for one in order]
        assert all(set(one.begins) == {t.signature.ticket for t in told} for one in found)


def test_texts_that_went_are_found_no_more_and_their_room_is_used_again():
    texts = Texts()
    for round_ in range(30):
        texts.add(held := [text(f"{said} {round_}") for said in OVEN for _ in range(100)])
        texts.drop(t.signature.ticket for t in held)
    assert len(texts) == 0
    one = text(OVEN[0])
    texts.add([one])
    assert texts.like(text(OVEN[1]), 0.1)[0].size == 1
    assert texts.get(one.signature.ticket) == one


QUESTIONS = {
    "en": (
        "Is the {} dishwasher safe?",
        "How loud is the {}?",
        "Which colours does the {} come in?",
        "{} and my old plug",
    ),
    "es": ("¿La {} cabe en 60 cm?", "¿Cuánto consume la {}?", "Color negro para la {}", "¿Trae cable la {}?"),
    "de": ("Passt die {} unter die Platte?", "Wie laut ist die {}?", "Gibt es die {} in Rot?", "Hat die {} ein Kabel?"),
    "fr": ("La {} passe au four ?", "Quel bruit fait la {} ?", "La {} existe en rouge ?", "Quelle prise pour la {} ?"),
    "pt": ("A {} cabe em 60 cm?", "Quanto gasta a {}?", "Há a {} em preto?", "Que tomada usa a {}?"),
    "it": ("La {} entra in 60 cm?", "Quanto consuma la {}?", "Esiste la {} in nero?", "Che presa usa la {}?"),
}


@pytest.mark.parametrize("language", QUESTIONS)
@pytest.mark.parametrize("product", ["Nordvik Q7", "Arlo Pro M12"])
def test_questions_about_a_new_product_are_no_outbreak_for_its_name(month, language, product):
    told = [text(said.format(product), hours=3 * n) for n, said in enumerate(QUESTIONS[language])]
    assert arrive(month, *told)[0] == []


@pytest.mark.parametrize(
    "told",
    [
        ("My oven shows F-77", "oven shows F-77 and stops", "The oven shows F-77", "F-77, the oven shows F-77"),
        ("Mein Ofen zeigt F-77", "Der Ofen zeigt F-77", "Ofen zeigt F-77 seit heute", "Ofen zeigt F-77, was tun"),
        ("error F-77", "Error F-77", "I get error F-77", "error F-77 on it"),
        ("How do I rollover 401k", "rollover 401k please", "can you rollover 401k", "do a rollover 401k"),
    ],
)
def test_a_code_of_an_error_or_of_no_brand_needs_nothing_beside_what_all_say_with_it(month, told):
    assert len(arrive(month, *(text(said, hours=n) for n, said in enumerate(told)))[0]) == 1


def test_a_fault_of_a_new_product_is_one_beside_its_name(month):
    told = (
        "The Nordvik Q7 smells of burning after ten minutes",
        "Burning smell from my Nordvik Q7",
        "Nordvik Q7: it smells like burning plastic",
        "My new Nordvik Q7 has a burning smell",
    )
    outbreaks, found = arrive(month, *(text(said, hours=n) for n, said in enumerate(told)))
    assert len(outbreaks) == 1
    assert "burning" in {word.lower() for word in found.words}


@pytest.mark.parametrize(
    ("told", "words", "grammar"),
    [
        (
            ("Anmeldung geht nicht, Dienst nicht verfügbar", "Ich kann mich nicht anmelden: Dienst nicht verfügbar")
            * 2,
            {"Dienst", "verfügbar"},
            {"mich", "geht"},
        ),
        (
            ("Depuis la mise à jour l'appli plante au démarrage", "L'appli plante au démarrage, mise à jour faite") * 2,
            {"plante", "démarrage", "mise"},
            {"depuis"},
        ),
        (
            ("La aplicación se cierra sola al pagar, qué pasó", "Al pagar la aplicación se cierra sola cuando confirmo")
            * 2,
            {"aplicación", "cierra"},
            {"cuando"},
        ),
        (("A atualização apagou as receitas", "Receitas que a atualização apagou") * 2, {"atualização"}, {"que"}),
        (("Il caffè esce freddo e la pressione è bassa", "Caffè freddo, pressione bassa") * 2, {"pressione"}, {"esce"}),
        (
            ("Café machine leaks from the valve", "Leaks at the valve of the Café machine") * 2,
            {"Café", "valve"},
            {"the"},
        ),
    ],
)
def test_an_outbreak_is_named_as_its_customers_write_without_words_of_grammar(month, told, words, grammar):
    _, found = arrive(month, *(text(said, hours=n) for n, said in enumerate(told)))
    assert words <= set(found.words)
    assert not grammar & set(found.words)


def test_spelling_with_and_without_accents_is_one_word():
    texts = Texts()
    texts.add([text("démarrage bloqué"), text("DEMARRAGE bloque")])
    assert len(texts.holding("Démarrage")) == 2
