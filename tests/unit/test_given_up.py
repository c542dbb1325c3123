import pytest

from integration.model import Role, Status
from tests.unit.thinking_samples import comment, known, later, ref, ticket
from workers.flags.hollow_resolution import hollow_resolution


def flag(*texts):
    """Return what is stated on a solved ticket whose texts the customer and the agent said in turn."""
    roles = (Role.CUSTOMER, Role.AGENT)
    said = [comment(text, roles[n % 2], later(minutes=n)) for n, text in enumerate(texts)]
    end = later(minutes=len(said))
    ctx = known(ticket(status=Status.SOLVED, solved_at=end), *said)
    return hollow_resolution(ctx.view(ref()), ctx.now)


@pytest.mark.parametrize(
    ("wish", "refusal", "gives_up"),
    [
        ("I need a refund for order 12.", "Unfortunately we are unable to refund this.", "Oh well. Too bad. Bye."),
        (
            "Please book flight 318.",
            "Sorry, but the flight with id 318 is not available any more.",
            "I guess I'll have to look somewhere else then.",
        ),
        ("Necesito la devolución.", "Lo siento, no es posible hacer la devolución.", "Déjelo, iré a otra tienda."),
        ("Ich brauche eine Erstattung.", "Leider ist das nicht möglich.", "Schade, dann gehe ich woanders hin."),
        ("Je voudrais un remboursement.", "Désolé, ce n'est pas possible.", "Tant pis, j'irai ailleurs."),
        ("Preciso do reembolso.", "Infelizmente não é possível.", "Esqueça, desisto."),
        ("Vorrei un rimborso.", "Purtroppo non è possibile.", "Lasciate perdere, cercherò altrove."),
    ],
)
def test_a_ticket_on_which_the_customer_gave_up_after_a_refusal_is_solved_only_for_us(wish, refusal, gives_up):
    stated = flag(wish, refusal, gives_up)
    assert stated is not None
    assert [piece.role for piece in stated.evidence] == [Role.CUSTOMER] * len(stated.evidence)
    assert all(piece.quote in gives_up for piece in stated.evidence)


@pytest.mark.parametrize(
    "texts",
    [
        ("Where is my parcel?", "Your parcel has been delivered to your neighbour.", "Never mind, found it!"),
        (
            "I need a refund.",
            "Unfortunately we are unable to refund this.",
            "Too bad, but thanks for the answer.",
        ),
        ("I need a refund.", "Unfortunately we are unable to refund this.", "I see."),
        ("Can you book it?", "It is booked and confirmed now.", "Oh well, that was quick."),
        (
            "Please refund order 12.",
            "Unfortunately we are unable to refund this.",
            "Too bad.",
            "I asked again: your refund is approved and has been sent successfully.",
        ),
    ],
)
def test_words_of_giving_up_alone_state_nothing(texts):
    assert flag(*texts) is None
