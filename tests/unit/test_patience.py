from integration.model import Role
from tests.unit.thinking_samples import comment, known, later, ref, ticket
from workers import patience


def felt(*texts):
    """Return how patience went in a talk whose texts the customer and the agent say in turn."""
    roles = (Role.CUSTOMER, Role.AGENT)
    said = [comment(text, roles[n % 2], later(minutes=n)) for n, text in enumerate(texts)]
    return patience.of(known(ticket(), *said).view(ref()))


CALM = ("A room for two, please.", "For which day?", "For Friday.", "It is booked.", "Thank you, goodbye.")
TRIED = (
    "A room for two, please.",
    "What is your name?",
    "I already told you my name, are you stupid?",
    "What is your name?",
    "This is ridiculous!! You people are useless, I hate this!!",
)


def test_a_talk_that_turns_sour_is_likelier_annoyed_than_a_pleasant_one():
    assert felt(*TRIED).chance > 3 * felt(*CALM).chance


def test_the_path_has_each_of_the_customers_messages_in_order():
    path = felt(*TRIED).path
    assert len(path) == 3
    assert path[0] < path[1] < path[2]


def test_the_evidence_is_what_the_customer_said_verbatim():
    evidence = felt(*TRIED).evidence
    assert evidence
    assert all(piece.role == Role.CUSTOMER and any(piece.quote in text for text in TRIED) for piece in evidence)
    assert felt(*CALM).evidence == ()


def test_what_agents_say_does_not_make_a_customer_angry():
    rude = tuple("I hate this, you stupid idiot!" if n % 2 else text for n, text in enumerate(CALM))
    assert felt(*rude).path == felt(*CALM).path
    assert felt(*rude).evidence == ()


def test_annoyance_is_heard_in_other_languages_too():
    sour = (
        "Quiero una habitación.",
        "¿Su nombre?",
        "Ya se lo he dicho, es una vergüenza, estoy harta, son unos inútiles.",
    )
    kind = ("Quiero una habitación.", "¿Su nombre?", "Me llamo Ana, muchas gracias, son muy amables.")
    assert felt(*sour).chance > felt(*kind).chance


def test_without_a_message_nothing_is_claimed():
    silent = patience.judge([])
    assert (silent.path, silent.evidence) == ((), ())
    assert silent.chance < 0.3
