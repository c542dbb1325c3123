import time

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
        ("Hi, I'm Ben and my lamp flickers.", "name", "Ben"),
        ("It is booked under the name Angela Ruiz", "name", "Angela Ruiz"),
        ("Hola, soy Ana Ruiz", "name", "Ana Ruiz"),
        ("hier spricht Uta Brandt", "name", "Uta Brandt"),
        ("Bonjour, je m'appelle Malik Benali", "name", "Malik Benali"),
        ("Bom dia, chamo-me João da Silva", "name", "João da Silva"),
        ("Buongiorno, mi chiamo Marco Rossi", "name", "Marco Rossi"),
        ("I live at 12 Mill Lane, Leeds, LS1 4AB", "address", "12 Mill Lane, Leeds, LS1 4AB"),
        ("vivo en Calle Mayor 12, 28013 Madrid", "address", "Calle Mayor 12, 28013 Madrid"),
        ("Lieferung an Werftstr. 8, 24143 Kiel", "address", "Werftstr. 8, 24143 Kiel"),
        ("j'habite 12 rue de la Paix, 75002 Paris", "address", "12 rue de la Paix, 75002 Paris"),
        ("moro na Rua do Almada 210, 4050-032 Porto", "address", "Rua do Almada 210, 4050-032 Porto"),
        ("abito in via Garibaldi 14, 20121 Milano", "address", "via Garibaldi 14, 20121 Milano"),
        ("call me on 020 7946 0133", "phone", "020 7946 0133"),
        ("Meine Telefonnummer ist 0221 4710163", "phone", "0221 4710163"),
        ("my number is 020 7946 0133", "phone", "020 7946 0133"),
        ("mi número es 612 345 678", "phone", "612 345 678"),
        ("Meine Nummer ist 0221 4710163", "phone", "0221 4710163"),
        ("mon numéro est 06 12 34 56 78", "phone", "06 12 34 56 78"),
        ("o meu número é 912 345 678", "phone", "912 345 678"),
        ("il mio numero è 333 1234567", "phone", "333 1234567"),
        ("the oven shows error F-31", "error_message", "F-31"),
        ("es kommt Fehler E24", "error_message", "E24"),
        ('it says "no connection to the server"', "error_message", "no connection to the server"),
        ("serial RC-7781-B", "serial_number", "RC-7781-B"),
        ("workspace northgate-ops", "customer_number", "northgate-ops"),
        ("Gerät ist eine Streambox 2.", "device", "Streambox 2"),
        ("automations on board Launch Q1 stopped", "item", "Launch Q1"),
        ("flight 172 please", "booking_number", "172"),
        ("Motore 1.6, 84.000 km", "mileage", "84.000 km"),
        ("I restarted it twice", "step_tried", "restarted"),
        ("he seguido el artículo 118 entero", "step_tried", "he seguido el artículo 118 entero"),
        ("I'd rather have the refund", "decision", "I'd rather have the refund"),
        ("prefiero el reembolso", "decision", "prefiero el reembolso"),
        ("Ich möchte lieber das Geld zurück", "decision", "Ich möchte lieber das Geld zurück"),
        ("je préfère un remboursement", "decision", "je préfère un remboursement"),
        ("prefiro o reembolso", "decision", "prefiro o reembolso"),
        ("preferisco il rimborso", "decision", "preferisco il rimborso"),
    ],
)
def test_what_a_customer_gives_is_recognised(text, kind, value):
    assert (kind, value) in given(text)


def test_attachments_are_photos_or_documents():
    assert given("here", attachments=("roof.JPG", "quote.pdf")) == {("photo", "roof.JPG"), ("document", "quote.pdf")}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("his name is John", "name"),
        ("I am Vegan and it's Friday", "name"),
        ("Ich bin Kunde bei Ihnen", "name"),
        ("I'm Sorry to hear that", "name"),
        ("it's North Heights Venue", "name"),
        ("does number 4 still stop at Mill Lane?", "address"),
        ("la calle hasta las 11", "address"),
        ("should I restart it?", "step_tried"),
        ("I have not restarted it", "step_tried"),
        ("it keeps restarting", "step_tried"),
        ("I tried to call you", "step_tried"),
        ("the code PLUS10 is refused", "error_message"),
        ("would I rather have the refund?", "decision"),
        ("I need your help1", "reference"),
        ("it is otter77", "reference"),
        ("Otter77 I think", "reference"),
        ("The booking number is 31926819", "phone"),
        ("My member number is 3192 6819", "phone"),
        ("Meine Kontonummer ist 31926819", "phone"),
        ("mon numéro de client est 31926819", "phone"),
        ("My PIN is refused and 84318931X too", "reference"),
        ("I need to RSVP to a party", "place_to"),
    ],
)
def test_what_only_sounds_like_a_fact_is_none(text, kind):
    assert kind not in {found for found, _ in given(text)}


def test_a_number_that_nothing_names_is_kept_nowhere_since_it_may_be_a_pin():
    found = facts.given(message("Sure: 4821 thanks"), comment("Sure: 4821 thanks"))
    assert [(f.kind, f.value, f.sensitive, f.evidence.quote) for f in found] == [("number", "", True, None)]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("My password is otter77, then A4821X", set()),
        ("My PIN is 5521, A4821X did not work", set()),
        ("My PIN is 5521, order number A4821X", {"A4821X"}),
        ("My PIN is 5521 and KL-20418 is late", {"KL-20418"}),
        ("My PIN is 5521. The parcel is A4821X", {"A4821X"}),
        ("I reset my password for A4821X", {"A4821X"}),
    ],
)
def test_beside_a_secret_a_code_needs_a_name_or_the_form_of_a_series(text, kept):
    assert {value for _, value in given(text) if value and " " not in value} == kept


@pytest.mark.parametrize(
    ("text", "value", "instead_of"),
    [
        ("the order number is KL-4412, not KL-4411", "KL-4412", "KL-4411"),
        ("not KL-4411 but KL-4412, order KL-4412", "KL-4412", "KL-4411"),
        ("Sorry, the order number is KL-4412", "KL-4412", ""),
        ("order KL-4412 is late", "KL-4412", None),
        ("Sorry to bother you, order KL-4412 is late too", "KL-4412", None),
        ("I have not received order KL-4412", "KL-4412", None),
    ],
)
def test_a_correction_names_what_it_takes_the_place_of(text, value, instead_of):
    found = {f.value: f.instead_of for f in facts.given(message(text), comment(text)) if f.kind != "description"}
    assert found == {value: instead_of}


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
        ("What day would you like to come?", {"day"}),
        ("When would you like the viewing to start?", {"time"}),
        ("When do you expect the meeting to end?", {"end_time"}),
        ("When are you arriving?", {"when"}),
        ("¿Para cuántas personas?", {"quantity"}),
        ("Party size?", {"quantity"}),
        ("OK, and where are you departing from?", {"place_from"}),
        ("Wohin möchten Sie?", {"place_to"}),
        ("Quel hôtel avez-vous choisi ?", {"place"}),
        ("Right, and your PIN as well please.", {"pin"}),
        ("What was your mother's maiden name?", {"security_answer"}),
        ("What doctor would you like to see?", {"doctor"}),
        ("Which colour should the cover have?", {"other"}),
    ],
)
def test_what_an_agent_asks_for_is_recognised(text, kinds):
    assert asked(text) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "No photo needed.",
        "How can I help you today?",
        "Is there anything else that I can do for you?",
        "Would you like me to book it for you?",
        "Your destination will be on the left.",
        "Do you know how to reach your destination?",
        "What time on Friday at 5 pm would be best?",
        "Which of those two numbers is it?",
        "Do you have another order number?",
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


@pytest.mark.parametrize(
    "text",
    [
        "ACGT" * 5000,
        "123 " * 5000,
        "1." * 10_000,
        "A1 " * 7000,
        "4712, not 4711, " * 1200,
        "model " + "A" * 19_000,
        "Sorry, 4712. " * 1500,
        "12-" * 6600,
        "302-1234567-1234567 " * 1000,
        "order is the " * 1500,
        "1Z9" * 6600,
        "2026/0412/" * 2000,
        "XKCDQP " * 2800,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_gives_its_facts_in_good_time(text):
    begun = time.process_time()
    given(text)
    assert time.process_time() - begun < 1


@pytest.mark.parametrize("form", ["order {}, ", "pedido KL-{}, ", "Rechnung {}, ", "it is KX-{}, "])
def test_an_export_pasted_into_a_message_is_kept_in_part_only(form):
    found = given("".join(form.format(100_200 + n) for n in range(1200)))
    assert len([f for f in found if f[0] != "description"]) == facts.MOST_OF_A_KIND


def test_what_is_said_beside_an_export_is_kept_all_the_same():
    found = given("".join(f"order {100_200 + n}, " for n in range(300)) + "write to sam@example.com")
    assert ("email", "sam@example.com") in found


def test_a_hidden_number_says_that_it_corrects_and_never_what():
    said = facts.given(message("Sorry, it is 4712 and not 4711."), comment("x"))
    assert [(f.kind, f.value, f.evidence.quote, f.sensitive, f.instead_of) for f in said] == [
        ("number", "", None, True, "")
    ]
