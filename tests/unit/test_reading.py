import time

import pytest

from integration.model import Frustration, Role
from tests.unit.thinking_samples import comment
from workers import reading


def read(text, role=Role.CUSTOMER, **values):
    return reading.read(comment(text, role, **values), "Europe/London")


def test_a_customers_comment_has_facts_and_questions_and_no_promises():
    found = read("Order KL-20418 has not come. When will it be sent? I will call you tomorrow.")
    assert [f.kind for f in found.facts if f.value == "KL-20418"] == ["order_number"]
    assert [q.evidence.quote for q in found.questions] == ["When will it be sent?"]
    assert (found.requests, found.promises) == ((), ())


def test_an_agents_public_comment_has_requests_and_promises_and_no_facts():
    found = read("Could you send me the order number? I will call you tomorrow at 10:00.", Role.AGENT)
    assert [r.kind for r in found.requests] == ["order_number"]
    assert [p.due.isoformat() for p in found.promises] == ["2026-11-19T10:00:00+00:00"]
    assert (found.facts, found.questions) == ((), ())


def test_an_internal_note_asks_and_promises_nothing():
    found = read("Could you send the order number? I will call you tomorrow.", Role.AGENT, public=False)
    assert (found.requests, found.promises) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        "Automatic reply: I am away",
        "Respuesta automática: ausente",
        "Abwesenheitsnotiz: bin bis Montag im Urlaub",
        "Réponse automatique",
        "Resposta automática",
        "Risposta automatica",
    ],
)
def test_mail_that_nobody_wrote_says_nothing(text):
    found = read(f"{text}. Order KL-20418. When will you answer?")
    assert found.automatic
    assert (found.facts, found.questions, found.frustration) == ((), (), Frustration.CALM)


@pytest.mark.parametrize("role", [Role.BOT, Role.AUTOMATION, Role.SIDELIGHT])
def test_what_no_person_wrote_is_automatic(role):
    assert read("I will call you tomorrow.", role).automatic


def test_a_message_that_is_nearly_all_quotation_is_in_the_language_of_the_quotation():
    said = "« Nous construisons la France des énergies renouvelables, moins dépendante aux hydrocarbures et au gaz. »"
    assert read(f"Alice Martin: {said}").language == "fr"
    assert read(f"Why do you write this to me in a language like that? {said}").language == "en"


def test_a_reading_carries_version_connection_words_and_language():
    found = read(
        "Das Paket ist nicht angekommen und niemand antwortet mir\n\n> The parcel has been sent to your address"
    )
    assert (found.version, found.connection, found.words, found.language) == (reading.VERSION, "zendesk:a", 9, "de")


def test_reading_the_same_comment_twice_gives_the_same():
    text = "Order KL-20418 is late, I am fed up. Why?"
    assert read(text) == read(text)


def test_every_piece_of_evidence_is_verbatim():
    text = "Guten Tag,\nmeine Bestellung KL-20418 über 1.380 € kam am 9. November beschädigt an. Warum?\n\nSam"
    found = read(text)
    quotes = [x.evidence.quote for x in (*found.facts, *found.questions)]
    assert quotes
    assert all(quote in text for quote in quotes)


@pytest.mark.parametrize(
    "text",
    ["a " * 9000, "1" * 19000, "1.000." * 3000, "a@" * 9000, "x" * 19000, "ich habe " * 2200, "order number " * 1500],
)
@pytest.mark.parametrize("role", [Role.CUSTOMER, Role.AGENT])
def test_hostile_text_is_read_in_good_time(text, role):
    begun = time.process_time()
    read(text, role)
    assert time.process_time() - begun < 3
