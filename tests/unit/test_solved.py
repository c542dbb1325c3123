import pytest

from integration.model import Role
from tests.unit.thinking_samples import comment, known, later, ref, ticket
from workers import solved


def ending(*texts):
    """Return how a talk ended whose texts the customer and the agent say in turn."""
    roles = (Role.CUSTOMER, Role.AGENT)
    said = [comment(text, roles[n % 2], later(minutes=n)) for n, text in enumerate(texts)]
    return solved.of(known(ticket(), *said).view(ref()))


GOOD_AND_BAD = {
    "en": (
        (
            "I need a refund for order 12.",
            "The refund is now approved and has been sent.",
            "Perfect, thank you so much!",
        ),
        ("I need a refund for order 12.", "Unfortunately we are unable to refund this.", "Oh well. Too bad. Bye."),
    ),
    "es": (
        ("Necesito la devolución.", "La devolución ha sido tramitada con éxito.", "¡Perfecto, muchas gracias!"),
        ("Necesito la devolución.", "Lo siento, no es posible hacer la devolución.", "Qué pena. Sigue sin funcionar."),
    ),
    "de": (
        ("Ich brauche eine Erstattung.", "Der Betrag wurde erfolgreich erstattet.", "Super, vielen Dank!"),
        ("Ich brauche eine Erstattung.", "Leider ist das nicht möglich.", "Schade. Es geht immer noch nicht."),
    ),
    "fr": (
        ("Je voudrais un remboursement.", "Le montant a été remboursé avec succès.", "Parfait, merci beaucoup !"),
        ("Je voudrais un remboursement.", "Désolé, ce n'est pas possible.", "Tant pis. Ça ne marche toujours pas."),
    ),
    "pt": (
        ("Preciso do reembolso.", "O reembolso foi processado com sucesso.", "Perfeito, muito obrigada!"),
        ("Preciso do reembolso.", "Infelizmente não é possível.", "Que pena. Continua na mesma."),
    ),
    "it": (
        ("Vorrei un rimborso.", "Il rimborso è stato elaborato con successo.", "Perfetto, grazie mille!"),
        ("Vorrei un rimborso.", "Purtroppo non è possibile.", "Peccato. Non funziona ancora."),
    ),
}


@pytest.mark.parametrize("language", GOOD_AND_BAD)
def test_what_was_done_and_welcomed_is_likelier_solved_than_what_was_refused(language):
    good, bad = (ending(*talk) for talk in GOOD_AND_BAD[language])
    assert good.chance > 0.7
    assert bad.chance < 0.5


@pytest.mark.parametrize("language", GOOD_AND_BAD)
def test_each_verdict_shows_verbatim_sentences_of_the_talk(language):
    for talk in GOOD_AND_BAD[language]:
        evidence = ending(*talk).evidence
        assert evidence
        assert all(any(piece.quote in text for text in talk) for piece in evidence)


def test_the_same_words_of_the_customer_do_not_solve_what_the_agent_refused():
    kept = ending("A room please", "Your room has been booked.", "Thank you.")
    refused = ending("A room please", "I'm sorry, but your booking request failed.", "Thank you.")
    assert kept.chance > refused.chance + 0.3


def test_where_nothing_speaks_nothing_is_claimed():
    assert solved.judge([]) == solved.Ending(solved.USUAL, ())
    assert ending("Ήρθε το πακέτο μου σήμερα το πρωί").evidence == ()


def test_internal_notes_are_not_heard():
    talk = [comment("A room please"), comment("Booked.", Role.AGENT, later(minutes=1))]
    note = comment("Refused, failed, not possible.", Role.AGENT, later(minutes=2), public=False)
    plain, noted = (solved.of(known(ticket(), *said).view(ref())) for said in (talk, [*talk, note]))
    assert plain == noted
