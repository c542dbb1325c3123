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


@pytest.mark.parametrize(
    "text",
    [
        "I'm not upset, I only asked: £38 or £30?",
        "não estou frustrado, só queria saber se dá",
        "No estoy enfadada, de verdad.",
        "Ich bin nicht sauer, nur neugierig.",
        "Je ne suis pas fâché du tout.",
        "Non sono arrabbiato, volevo solo capire.",
    ],
)
def test_a_feeling_that_is_denied_does_not_count(text):
    assert level(text) == Frustration.CALM


@pytest.mark.parametrize(
    "text",
    [
        "I am not just upset, I am furious.",
        "Nobody answers and I'm upset",
        "No me responden y estoy harta",
        "Das geht nicht, ich bin sauer",
        "Vous ne répondez pas, je suis fâchée",
    ],
)
def test_a_not_about_something_else_takes_no_feeling_back(text):
    assert level(text) >= Frustration.FRUSTRATED


@pytest.mark.parametrize(
    "text",
    [
        "I want to file a fraud report for this order.",
        "My card was stolen, please block it.",
        "I got a scam email in your name.",
        "Is this a scam?",
        "It was a stupid wedding but the cake was fine.",
        "Can I book the tennis court?",
        "Do you sell the art deco lamp?",
        "There was a fatal error in the log.",
        "Me han robado el móvil y quiero poner una denuncia por robo.",
        "¿Cuál es mi consumo de agua?",
        "Ich kündige zum 31.12., weil wir umziehen.",
        "Mein Anwalt braucht eine Kopie der Rechnung.",
        "Sind die eher süß oder sauer?",
        "On m'a volé mon sac, puis-je bloquer la carte ?",
        "Preciso da declaração de roubo do telemóvel.",
        "La stufa non scalda.",
        "Mi basta una copia della fattura.",
    ],
)
def test_a_fact_that_is_reported_is_no_anger(text):
    assert level(text) == Frustration.CALM


@pytest.mark.parametrize(
    "text",
    [
        "This is a joke.",
        "What a shambles.",
        "You are all thieves!",
        "Your stupid app ate my order.",
        "Esto es una estafa.",
        "Das ist Betrug!",
        "C'est une arnaque !",
        "Isto é roubo.",
        "Questa è una truffa.",
        "Jetzt reicht es mir!",
    ],
)
def test_the_same_words_against_us_are_anger(text):
    assert level(text) == Frustration.ANGRY


@pytest.mark.parametrize("text", ["Reicht mir, danke.", "Das reicht mir völlig.", "Thanks for your patience."])
def test_being_content_is_no_anger(text):
    assert level(text) == Frustration.CALM


def test_a_marvel_is_anger_only_where_the_message_sounds_so():
    assert level("Unbelievable service, thank you so much!") == Frustration.CALM
    assert level("It's unbelievable that nobody answers.") == Frustration.FRUSTRATED


@pytest.mark.parametrize(
    "text",
    [
        "The third person I have explained this to.",
        "Es la tercera persona a la que se lo cuento.",
        "Sie sind der dritte Mitarbeiter, dem ich das schreibe.",
        "Troisième personne à qui je réexplique.",
        "É a terceira pessoa a quem explico.",
        "È la terza persona a cui lo spiego.",
    ],
)
def test_the_third_person_who_is_told_is_one_too_many(text):
    assert level(text) >= Frustration.FRUSTRATED
    assert "already_told" in cues(text)


def test_a_thought_goes_on_about_whom_the_one_before_was_angry_at():
    assert level("The railway is its usual pathetic self. What a joke.") == Frustration.CALM
    assert level("The railway is late. Your service is a joke.") == Frustration.ANGRY


def test_a_message_shouted_from_end_to_end_is_anger_without_a_word_for_it():
    assert level("C'EST PAS POSSIBLE !") >= Frustration.FRUSTRATED
    assert level("ICH STEHE SEIT EINER STUNDE IM REGEN, WAS SOLL DAS??!!") >= Frustration.FRUSTRATED
    assert level("My codes are UK HL GB") == Frustration.CALM
    assert level("I would like the beer, BUT NO LIME!! Ha ha") == Frustration.CALM


def test_what_a_mail_in_html_quotes_is_not_heard():
    text = "<div>The kettle is here.</div><blockquote>Owen wrote:<br>how frustrating this must be</blockquote>"
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
        ("Estou a repetir-me.", "already_told"),
        ("Je ne vais pas tout réécrire, tout est dans le dossier.", "already_told"),
        ("Les photos figurent déjà dans mes messages.", "already_told"),
        ("Ich wiederhole mich.", "already_told"),
        ("Me estoy repitiendo.", "already_told"),
        ("Mi sto ripetendo.", "already_told"),
        ("That's not what I was asking.", "not_answered"),
        ("You haven't answered either of my questions.", "not_answered"),
        ("No han contestado a ninguna de mis preguntas.", "not_answered"),
        ("Keine meiner Fragen wurde beantwortet.", "not_answered"),
        ("Vous ne répondez à aucune de mes questions.", "not_answered"),
        ("Nenhuma das minhas perguntas teve resposta.", "not_answered"),
        ("Nessuna delle mie domande ha avuto risposta.", "not_answered"),
        ("Das war nicht meine Frage.", "not_answered"),
        ("Any news?", "chaser"),
        ("Gibt es etwas Neues?", "chaser"),
        ("It still doesn't work.", "not_solved"),
        ("Das Licht funktioniert immer noch nicht.", "not_solved"),
        ("Ça fuit toujours autant.", "not_solved"),
        ("Many thanks!", "thanks"),
        ("Merci de votre réponse.", "thanks"),
        ("Merci d'avoir répondu si vite.", "thanks"),
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


@pytest.mark.parametrize(
    "text", ["Merci de me rappeler demain.", "Merci de ne pas clôturer.", "Merci de bien vouloir lire."]
)
def test_a_request_that_begins_with_merci_is_no_thanks(text):
    assert "thanks" not in cues(text)


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
