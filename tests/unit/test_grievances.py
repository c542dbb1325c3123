"""Complaints, leaving, silence and thanks-but; and what sounds like them and is none."""

import pytest

from integration.model import Frustration
from tests.unit.thinking_samples import comment, message
from workers import emotion, reading

SAID = {
    "complaint": (
        "I am writing to make an official complaint about the fitter.",
        "Deseo presentar una queja por la instalación.",
        "Hiermit lege ich Beschwerde ein.",
        "Je tiens à me plaindre du livreur.",
        "Gostaria de apresentar uma reclamação sobre o atendimento.",
        "Vorrei fare un reclamo sulla consegna.",
    ),
    "cancel": (
        "Otherwise I'll cancel my subscription.",
        "Si no, me doy de baja.",
        "Sonst kündige ich.",
        "Je vais passer chez la concurrence.",
        "Senão, cancelo.",
        "Altrimenti disdico.",
    ),
    "nobody_answers": (
        "No one ever picks up.",
        "Nadie coge el teléfono.",
        "Keiner geht ran.",
        "Personne ne décroche.",
        "Ninguém atende.",
        "Nessuno mi ha richiamato.",
    ),
    "thanks_but": (
        "Thanks for the tip, but it didn't do anything.",
        "Gracias por la respuesta, pero no me aclara nada.",
        "Danke, aber das löst mein Problem nicht.",
        "Merci, mais ça ne m'aide pas.",
        "Obrigada, mas isso não responde à minha dúvida.",
        "Grazie, ma questo non funziona.",
    ),
}


def kinds(text):
    return {kind for kind, _ in emotion.cues(message(text), None)}


def level(text):
    return emotion.frustration(message(text), None)[0]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in SAID.items() for text in texts])
def test_a_grievance_is_a_cue_of_its_own_kind_and_never_calm(kind, text):
    assert kind in kinds(text)
    assert level(text) >= (Frustration.FRUSTRATED if kind == "complaint" else Frustration.UNEASY)


def test_nobody_answers_with_three_question_marks_is_more_than_unease():
    assert level("You still have no answer for me???") == Frustration.FRUSTRATED


@pytest.mark.parametrize(
    "text",
    [
        "I will leave a bad review.",
        "We go to consumer protection next.",
        "Dejaré una reseña muy negativa.",
        "Dann eben eine schlechte Bewertung.",
        "Je laisse un avis très négatif.",
        "Vou ao Portal da Queixa.",
        "Scriverò una recensione negativa.",
    ],
)
def test_a_threat_with_the_public_is_a_complaint(text):
    assert "complaint" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Please cancel my order.",
        "How do I cancel?",
        "I'd like to cancel my contract because we are moving to Spain.",
        "Could you cancel the second parcel because I have two?",
        "¿Cómo doy de baja la cuenta?",
        "Quiero cancelar la cita del martes.",
        "Ich möchte die Bestellung stornieren.",
        "Wie kann ich kündigen?",
        "Comment résilier mon contrat ?",
        "Je résilie, car je déménage.",
        "Quero cancelar a encomenda.",
        "Cancelo o plano porque vou mudar de casa.",
        "Vorrei annullare la prenotazione.",
        "Come si disdice?",
        "I changed my bank account, where do I enter it?",
    ],
)
def test_a_plain_request_to_cancel_says_nothing_of_leaving(text):
    assert "cancel" not in kinds(text)
    assert level(text) == Frustration.CALM


@pytest.mark.parametrize(
    "text",
    [
        "Is there a complaints department?",
        "I don't want to complain, I just wonder how it works.",
        "No complaints so far!",
        "Which field of the complaint form holds my name?",
        "No me quejo, va muy bien.",
        "Ich kann mich nicht beschweren.",
        "Je n'ai pas à me plaindre.",
        "Não me queixo de nada.",
        "Non mi lamento, anzi.",
        "My neighbour wants to file a complaint with the council.",
    ],
)
def test_who_does_not_complain_is_not_heard_to(text):
    assert "complaint" not in kinds(text)
    assert level(text) == Frustration.CALM


@pytest.mark.parametrize(
    "text",
    [
        "Thanks, but it is not urgent.",
        "Thanks, but I found it.",
        "Gracias, pero no hace falta.",
        "Danke, aber das ist nicht nötig.",
        "Merci, mais ce n'est pas urgent.",
        "Obrigado, mas não é necessário.",
        "Grazie, ma non c'è fretta.",
    ],
)
def test_thanks_that_decline_are_thanks(text):
    assert "thanks_but" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sorry to trouble you again, which size is it?",
        "Perdonen que les moleste otra vez, ¿qué talla es?",
        "Entschuldigung, dass ich schon wieder störe.",
        "Désolé d'insister encore, quelle taille ?",
        "Desculpem incomodar novamente.",
        "Scusate se disturbo di nuovo.",
        "Unfortunately I ordered the wrong colour.",
        "Leider habe ich mich vertippt.",
        "Malheureusement j'ai oublié mon code.",
        "Infelizmente enganei-me na morada.",
        "Purtroppo ho dimenticato la password.",
        "I'm such an idiot, it was switched off.",
        "Soy un desastre con estas cosas.",
        "Ich bin wohl zu inkompetent dafür.",
        "Je suis nulle en informatique, pardon.",
        "Sou mesmo burro, desculpem.",
        "Sono proprio imbranata.",
    ],
)
def test_own_faults_and_apologies_are_no_sign_of_patience_running_out(text):
    assert level(text) == Frustration.CALM
    assert reading.read(comment(text), "UTC").frustration == Frustration.CALM


def test_an_apology_before_anger_takes_nothing_of_it_back():
    assert level("Sorry to bother you again, but this is a disgrace.") == Frustration.ANGRY
    assert level("I made a mistake, and your useless hotline laughed at me.") == Frustration.ANGRY


@pytest.mark.parametrize(
    "text",
    [
        "Where is the word 'disgusting' in the contract?",
        "¿Qué significa «inaceptable» en el punto 3?",
        "In den AGB steht „unverschämt“, warum?",
        "Que veut dire « inadmissible » ici ?",
        "O que quer dizer 'inaceitável' aqui?",
        "Cosa vuol dire “inaccettabile” nel modulo?",
        "We play Furious Seven in the shop.",
        "Do you carry the new Angry Nerds box?",
        "What a terrible storm, the shed is gone.",
    ],
)
def test_words_that_are_spoken_of_and_names_are_no_anger(text):
    assert level(text) == Frustration.CALM


def test_a_german_noun_keeps_its_capital_and_its_anger():
    assert level("Das ist doch Ihre Frechheit Nummer zwei.") == Frustration.ANGRY


@pytest.mark.parametrize(
    "text",
    [
        "My landlord is useless, but you have been lovely.",
        "Mi banco es un desastre, pero ustedes son geniales.",
        "Meine Bank ist eine Katastrophe, aber Ihr Service ist super.",
        "Ma banque est lamentable, mais vous êtes super.",
        "O meu banco é uma vergonha, mas vocês são excelentes, obrigado.",
        "La mia banca è una vergogna, ma il vostro servizio è ottimo.",
    ],
)
def test_praise_of_us_leaves_the_blame_with_the_other(text):
    assert level(text) == Frustration.CALM


def test_blame_of_us_beside_blame_of_another_stays_ours():
    assert level("My bank is useless, but you are a disgrace as well.") == Frustration.ANGRY
    assert level("My bank is useless, but you are not exactly great.") == Frustration.ANGRY


@pytest.mark.parametrize(
    "text",
    [
        "Worst company I have dealt with.",
        "El peor servicio de mi vida.",
        "So ein schlechter Kundenservice.",
        "Le pire service de la ville.",
        "O pior atendimento de sempre.",
        "Il peggior servizio del mondo.",
    ],
)
def test_the_worst_service_is_frustration(text):
    assert level(text) >= Frustration.FRUSTRATED


def test_what_sounds_angry_as_a_whole_is_not_calm():
    text = "I hate this crap, what a horrible stupid company, horrible people"
    sounds = emotion.chance(message(text), "en")
    assert sounds > 0.65
    assert emotion.frustration(message(text), "en", sounds)[0] >= Frustration.UNEASY
    assert emotion.frustration(message("And where is the lamp now"), "en", 0.7)[0] == Frustration.UNEASY


@pytest.mark.parametrize(
    "text", ["no nope", "Ya no hace falta, gracias.", "No longer needed by anybody here, thank you"]
)
def test_a_slight_or_thankful_message_is_not_told_by_its_sound(text):
    assert emotion.frustration(message(text), None, 0.7)[0] == Frustration.CALM


@pytest.mark.parametrize("text", SAID["nobody_answers"])
def test_that_nobody_answers_says_of_no_question_that_it_stands(text):
    assert "not_answered" not in kinds(text)
