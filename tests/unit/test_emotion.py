import pytest

from integration.model import Frustration
from tests.unit.thinking_samples import message
from workers import emotion


def level(text):
    return emotion.frustration(message(text), None)[0]


def cues(text):
    return {kind for kind, _ in emotion.cues(message(text), None)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Could you send me the invoice?", Frustration.CALM),
        ("It is still not working.", Frustration.UNEASY),
        ("Honestly, this is getting frustrating for all of us.", Frustration.FRUSTRATED),
        ("This is a disgrace, I am furious.", Frustration.ANGRY),
        ("Sigo sin la devolución.", Frustration.UNEASY),
        ("Estoy muy decepcionada y enfadada.", Frustration.FRUSTRATED),
        ("Qué vergüenza de servicio.", Frustration.ANGRY),
        ("Das Gerät ist leider immer noch defekt.", Frustration.UNEASY),
        ("Ich bin ehrlich gesagt enttäuscht.", Frustration.FRUSTRATED),
        ("Was für eine Frechheit.", Frustration.ANGRY),
        ("Je suis vraiment déçue.", Frustration.FRUSTRATED),
        ("C'est inadmissible !", Frustration.ANGRY),
        ("Estou desiludida com isto.", Frustration.FRUSTRATED),
        ("Isto é uma vergonha.", Frustration.ANGRY),
        ("Sono molto delusa.", Frustration.FRUSTRATED),
        ("È una vergogna.", Frustration.ANGRY),
    ],
)
def test_each_language_has_its_levels(text, expected):
    assert level(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "My plumber is a crook and I am furious with him!!",
        "Mein Nachbar ist eine Frechheit.",
        "El vecino no tiene vergüenza.",
    ],
)
def test_anger_at_somebody_else_is_not_ours(text):
    assert level(text) == Frustration.CALM


def test_anger_that_names_somebody_else_and_us_is_ours():
    assert level("My bank confirms it and your service is a disgrace.") == Frustration.ANGRY


def test_shouting_makes_frustration_anger():
    assert level("I am really frustrated with this") == Frustration.FRUSTRATED
    assert level("I am really frustrated with this!!") == Frustration.ANGRY


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I already told you my number.", "already_told"),
        ("As I explained in my first email", "already_told"),
        ("It's all in my first mail.", "already_told"),
        ("Ya les he enviado las fotos.", "already_told"),
        ("Das habe ich Ihnen schon geschickt.", "already_told"),
        ("Je vous ai déjà envoyé la facture.", "already_told"),
        ("Já vos enviei a fatura.", "already_told"),
        ("Ve l'ho già mandata.", "already_told"),
        ("That's not what I was asking.", "not_answered"),
        ("Das war nicht meine Frage.", "not_answered"),
        ("Any news?", "chaser"),
        ("Gibt es etwas Neues?", "chaser"),
        ("It still doesn't work.", "not_solved"),
        ("Das Licht funktioniert immer noch nicht.", "not_solved"),
        ("Many thanks!", "thanks"),
        ("👍", "thanks"),
        ("Kudos to your team", "praise"),
        ("The parcel has arrived", "received"),
    ],
)
def test_a_cue_is_heard(text, kind):
    assert kind in cues(text)


@pytest.mark.parametrize(
    "text",
    [
        "I have already paid.",
        "I told my wife about it.",
        "Could you post the form once more?",
        "I sent the form today.",
    ],
)
def test_what_is_no_repetition_is_none(text):
    assert "already_told" not in cues(text)


def test_cues_are_verbatim():
    text = "Ich hab's satt: das HABE ICH Ihnen schon GESCHICKT."
    assert all(words in text for _, words in emotion.cues(message(text), None))


def chance(text, language=None):
    return emotion.chance(message(text), language)


@pytest.mark.parametrize(
    ("language", "angry", "calm"),
    [
        ("en", "Your service is pathetic, I hate it.", "My card was charged twice, can you help?"),
        ("es", "Estoy harta, es una vergüenza.", "¿Me pueden enviar la factura, por favor?"),
        ("de", "Ich bin wütend, das ist eine Katastrophe.", "Könnten Sie mir bitte die Rechnung schicken?"),
        ("fr", "Je suis furieuse, c'est une honte.", "Pourriez-vous m'envoyer la facture, s'il vous plaît ?"),
        ("pt", "Estou furiosa, isto é uma vergonha.", "Podem enviar a fatura, por favor?"),
        ("it", "Sono furiosa, è una vergogna.", "Potete inviarmi la fattura, per favore?"),
    ],
)
def test_anger_is_likelier_than_not_in_no_calm_request_of_any_language(language, angry, calm):
    assert chance(angry, language) > 0.5
    assert chance(calm, language) < 0.25


def test_the_chance_grows_with_the_words():
    calm, uneasy, angry = "The lamp is here.", "The lamp is bad.", "The lamp is awful, I hate this stupid thing."
    assert chance(calm, "en") < chance(uneasy, "en") < chance(angry, "en")


def test_not_happy_is_no_praise():
    assert chance("I am not happy with it", "en") > 2 * chance("I am happy with it", "en")


@pytest.mark.parametrize("text", ["The app crashes when I open it.", "How do I kill the process?"])
def test_words_of_the_trade_are_no_anger(text):
    assert chance(text, "en") < 0.25
    assert level(text) == Frustration.CALM


def test_the_chance_does_not_hear_anger_at_somebody_else():
    assert chance("My plumber is a crook and I am furious with him!!", "en") < 0.1


def test_quoted_mail_and_signatures_are_not_heard():
    assert chance("Could you send the invoice?", "en") == chance(
        "Could you send the invoice?\n> I hate your pathetic service\n-- \nAngry Birds Ltd", "en"
    )
