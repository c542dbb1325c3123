import pytest

from tests.unit.thinking_samples import comment, message
from workers import questions
from workers.questions import Substance


def asked(text):
    return [q.evidence.quote for q in questions.find(message(text), comment(text), None) if q.confidence >= 0.6]


def substance(text):
    return questions.substance(message(text), None)


@pytest.mark.parametrize(
    "text",
    [
        "Why was I charged twice?",
        "how do I add a seat",
        "¿Cuándo llega el paquete?",
        "Warum steht das zweimal da?",
        "Est-ce que le chien peut rester ?",
        "A que horas abre ao domingo?",
        "Quando arriva il tecnico?",
    ],
)
def test_a_question_is_recognised(text):
    assert asked(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Could you move the booking to Friday?",
        "Any news?",
        "Do you even look at these?",
        "Lesen Sie überhaupt?",
        "Thank you.",
        "?",
        "I wonder.",
    ],
)
def test_what_wants_no_answer_in_words_is_none(text):
    assert asked(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "We understand your frustration. Thank you for contacting us.",
        "Lamentamos las molestias. Agradecemos su comprensión.",
        "Wir bitten die Unannehmlichkeiten zu entschuldigen.",
        "Nous vous prions de nous excuser pour la gêne occasionnée.",
        "Lamentamos o incómodo.",
        "Ci scusiamo per il disagio.",
    ],
)
def test_a_formula_says_nothing(text):
    assert substance(text) == Substance.FORMULA


@pytest.mark.parametrize(
    "text",
    [
        "Your case has been passed to the responsible team.",
        "Hemos trasladado su consulta al departamento correspondiente.",
        "Ihr Anliegen wird geprüft.",
        "Votre demande est en cours de traitement.",
    ],
)
def test_putting_off_is_no_answer_either(text):
    assert substance(text) == Substance.STALL


@pytest.mark.parametrize(
    "text",
    [
        "Yes.",
        "The fee covers the second driver.",
        "We apologise for the inconvenience. The second charge was the room deposit.",
        "Am Samstag von 10 bis 14 Uhr.",
    ],
)
def test_what_says_something_is_full(text):
    assert substance(text) == Substance.FULL


def test_the_same_question_in_other_words_shares_its_stems():
    first, second = (
        questions.stems(t)
        for t in ("how do i relink the 14 rules without rebuilding", "relinking 14 rules, not rebuilding")
    )
    assert len(first & second) >= 3
