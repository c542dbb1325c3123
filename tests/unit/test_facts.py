import pytest

from integration.model import Role
from tests.unit.thinking_samples import comment, message
from workers import facts, requests


def given(text, **values):
    return {(f.kind, f.value) for f in facts.given(message(text), comment(text, **values))}


def asked(text):
    return {r.kind for r in requests.asked(message(text), comment(text, Role.AGENT), None)}


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("order number KL-20418", "order_number", "KL-20418"),
        ("meine Bestellung KL-20418", "order_number", "KL-20418"),
        ("ma commande n° KL-20418", "order_number", "KL-20418"),
        ("pedido KL-20418", "order_number", "KL-20418"),
        ("invoice INV-2026-0412 is wrong", "invoice_number", "INV-2026-0412"),
        ("la factura F-31907", "invoice_number", "F-31907"),
        ("my booking GH-2280", "booking_number", "GH-2280"),
        ("Aktenzeichen AB/0417/26", "claim_number", "AB/0417/26"),
        ("member number MB-40071", "customer_number", "MB-40071"),
        ("card ending 4471", "card_last4", "4471"),
        ("it is KL-20418", "reference", "KL-20418"),
        ("write to sam@example.com", "email", "sam@example.com"),
        ("ring +44 20 7946 0133", "phone", "+44 20 7946 0133"),
        ("you charged £12.99", "amount", "£12.99"),
        ("son 96,40 € de más", "amount", "96,40 €"),
        ("since 18 October", "date", "18 October"),
        ("am 9. November", "date", "9. November"),
        ("el 14 de octubre", "date", "14 de octubre"),
        ("with Firefox 141 as well", "browser", "Firefox 141"),
        ("My name is Sam Field.", "name", "Sam Field"),
        ("Ich heiße Uta Brandt", "name", "Uta Brandt"),
        ("it says ERR-4410", "error_message", "ERR-4410"),
        ("born 3 May 1971", "date_of_birth", "3 May 1971"),
    ],
)
def test_what_a_customer_gives_is_recognised(text, kind, value):
    assert (kind, value) in given(text)


def test_attachments_are_photos_or_documents():
    assert given("here", attachments=("roof.JPG", "quote.pdf")) == {("photo", "roof.JPG"), ("document", "quote.pdf")}


@pytest.mark.parametrize("text", ["in 2026", "12:30", "room 412", "3 chairs", "Q1 board"])
def test_years_times_and_counts_are_no_codes(text):
    assert not {kind for kind, _ in given(text)} & {"reference", "order_number", "number"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("my card is 4111 1111 1111 1111", "card_number"),
        ("IBAN DE89 3704 0044 0532 0130 00", "iban"),
        ("password: hunter22", "password"),
    ],
)
def test_a_secret_is_known_to_be_given_and_its_value_is_kept_nowhere(text, kind):
    found = facts.given(message(text), comment(text))
    secret = next(f for f in found if f.kind == kind)
    assert (secret.value, secret.sensitive, secret.evidence.quote) == ("", True, None)
    assert not any(f.value and any(c.isdigit() for c in f.value) for f in found)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Could you give me your order number?", {"order_number"}),
        ("Please send us photos of the damage and the invoice number.", {"photo", "invoice_number"}),
        ("¿Podría indicarnos su número de pedido?", {"order_number"}),
        ("Bitte nennen Sie uns Ihre Kundennummer.", {"customer_number"}),
        ("Pouvez-vous nous envoyer une capture d'écran ?", {"photo"}),
        ("Pode enviar-nos o número da encomenda?", {"order_number"}),
        ("Ci può mandare una foto e il numero d'ordine?", {"photo", "order_number"}),
        ("Which browser do you use?", {"browser"}),
        ("To get started, could you describe the problem?", {"description"}),
    ],
)
def test_what_an_agent_asks_for_is_recognised(text, kinds):
    assert asked(text) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "No photo needed.",
        "Thank you for the photos.",
        "I have your order number.",
        "The photo is blurred, could you send a sharper picture?",
        "Could you confirm that your order number is KL-20418?",
        "Ein Foto ist nicht nötig.",
        "No hace falta que envíe una foto.",
    ],
)
def test_what_is_no_request_is_none(text):
    assert asked(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "For your security, please confirm your date of birth.",
        "Por seguridad necesito su fecha de nacimiento.",
        "Aus Sicherheitsgründen benötige ich Ihr Geburtsdatum.",
        "Pour votre sécurité, pouvez-vous confirmer votre date de naissance ?",
        "Por segurança, pode confirmar a data de nascimento?",
        "Per sicurezza, può confermare la data di nascita?",
    ],
)
def test_an_identity_check_is_marked_as_one(text):
    assert asked(text) == {"date_of_birth", requests.IDENTITY_CHECK}
