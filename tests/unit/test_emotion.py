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
