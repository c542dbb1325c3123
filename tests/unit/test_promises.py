import pytest

from integration.model import Role
from tests.unit.thinking_samples import START, comment, message
from workers import promises


def found(text, at=START, zone="Europe/London"):
    return promises.find(message(text), comment(text, Role.AGENT, at), None, zone)


def due(text, **values):
    return [p.due.strftime("%m-%d %H:%M") for p in found(text, **values)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # It is Wednesday 18 November 2026, 10:00.
        ("I will mail you the form by Thursday 19 November, 12:00.", "11-19 12:00"),
        ("I'll ring you tomorrow at 10.", "11-19 10:00"),
        ("We will reply within two working days.", "11-20 23:59"),
        ("We'll get back to you within 24 hours.", "11-19 10:00"),
        ("You will hear from me by Friday.", "11-20 23:59"),
        ("I'll send it by 5pm today.", "11-18 17:00"),
        ("I will call you on 24 November between 9 and 11.", "11-24 11:00"),
        ("Le llamo mañana por la mañana.", "11-19 12:00"),
        ("Le enviaré la respuesta el viernes antes de las 14 h.", "11-20 14:00"),
        ("Le contestaremos en un plazo de tres días hábiles.", "11-23 23:59"),
        ("Ich rufe Sie morgen bis 12 Uhr an.", "11-19 12:00"),
        ("Wir melden uns bis Freitag.", "11-20 23:59"),
        ("Sie erhalten bis zum 24. November eine Antwort.", "11-24 23:59"),
        ("Je vous rappelle d'ici vendredi.", "11-20 23:59"),
        ("Nous reviendrons vers vous sous 48 heures.", "11-20 10:00"),
        ("Je vous envoie le devis demain matin.", "11-19 12:00"),
        ("Ligo-lhe até sexta-feira às 15h.", "11-20 15:00"),
        ("Vou enviar a resposta amanhã.", "11-19 23:59"),
        ("La richiamo domani alle 10.", "11-19 10:00"),
        ("Le scriverò entro venerdì.", "11-20 23:59"),
    ],
)
def test_a_promise_is_recognised_with_its_time(text, expected):
    assert due(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Parcels usually arrive within two days.",
        "If you send it today, we will refund you within two days.",
        "We hope to reply by Friday.",
        "Will I hear from you by Friday?",
        "I sent it to you on Monday.",
        "I will call you.",
        "Banks normally take five working days.",
        "Las devoluciones suelen tardar tres días.",
        "Si lo envía hoy, le llamaré mañana.",
        "Das dauert in der Regel zwei Tage.",
        "Wenn Sie es heute schicken, melden wir uns morgen.",
        "En général nous répondons sous 48 heures.",
        "Normalmente respondemos em dois dias.",
        "Di solito rispondiamo entro due giorni.",
        "We are open until Friday, 18:00.",
    ],
)
def test_what_is_no_promise_is_none(text):
    assert found(text) == ()


def test_tomorrow_is_the_customers_tomorrow():
    assert due("I'll ring you tomorrow at 10.", zone="America/New_York") == ["11-19 15:00"]


def test_an_unknown_zone_is_taken_as_utc():
    assert due("I'll ring you tomorrow at 10.", zone="Mars/Olympus") == ["11-19 10:00"]


def test_somebody_who_calls_counts_more_than_something_that_arrives():
    (call,), (arrival,) = found("I will call you tomorrow."), found("The door will arrive tomorrow.")
    assert call.confidence == promises.CERTAIN
    assert arrival.confidence == promises.LIKELY


def test_the_quote_is_the_sentence():
    text = "Hello Sam. I will call you tomorrow. Bye"
    assert [p.evidence.quote for p in found(text)] == ["I will call you tomorrow."]


@pytest.mark.parametrize(
    ("note", "done"),
    [
        ("Called her at ten, all clear.", True),
        ("Not yet called.", False),
        ("angerufen, geklärt", True),
        ("noch nicht angerufen", False),
        ("Customer likes tea.", False),
    ],
)
def test_a_note_says_whether_it_was_done(note, done):
    assert promises.says_done(note.lower().replace("ä", "a")) is done
