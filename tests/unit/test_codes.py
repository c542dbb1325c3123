import pytest

from tests.unit.test_facts import given
from tests.unit.test_same_issue import chains, trace
from workers import codes, telephones

CODES = {
    "reference",
    "number",
    "order_number",
    "invoice_number",
    "booking_number",
    "customer_number",
    "tracking_number",
}


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("My order number is 171-8844210-5530119.", "order_number", "171-8844210-5530119"),
        ("171-8844210-5530119 came open", "reference", "171-8844210-5530119"),
        ("Bestellung 204-118-93 fehlt", "order_number", "204-118-93"),
        ("Invoice 2025/1187 is wrong", "invoice_number", "2025/1187"),
        ("factura nº 1187/2025", "invoice_number", "1187/2025"),
        ("fatura 33/48120", "invoice_number", "33/48120"),
        ("order no 47-811", "order_number", "47-811"),
        ("parcel 1Z12345E6605272234", "tracking_number", "1Z12345E6605272234"),
        ("1Z12345E6605272234 does not move", "reference", "1Z12345E6605272234"),
        ("prenotazione 7RT3WM", "booking_number", "7RT3WM"),
        ("Buchungscode: my booking code is QWRTPX", "booking_number", "QWRTPX"),
        ("reserva QWRTPX", "booking_number", "QWRTPX"),
        ("my order is the 61077", "order_number", "61077"),
        ("mi pedido es el 61077", "order_number", "61077"),
        ("meine Rechnung ist die 61077", "invoice_number", "61077"),
        ("Bestellung mit der Nummer 61077", "order_number", "61077"),
        ("ma commande porte le numéro 61077", "order_number", "61077"),
        ("a minha encomenda é a 61077", "order_number", "61077"),
        ("la mia fattura è la 61077", "invoice_number", "61077"),
        ("Reservierungsnr. 61077", "booking_number", "61077"),
        ("0044 7700 900123 is mine", "phone", "0044 7700 900123"),
    ],
)
def test_the_common_forms_of_numbers_are_known_and_a_word_for_them_may_stand_before_an_article(text, kind, value):
    assert (kind, value) in given(text)


@pytest.mark.parametrize(
    "text",
    [
        *("on 12-04-2026", "am 3-5-26", "since 12/04/2026", "valid until 04/2026", "the 2025/26 season", "2024-2025"),
        *("invoice 10/2026 for October", "order 10-12 chairs", "order 120-150 pieces", "pedido 20-25 sillas"),
        *(
            "sort code 20-31-44",
            "account 20-31-44",
            "call 020-7946-0958",
            "555-123-4567",
            "0171-1234567",
            "912-345-678",
        ),
        *("ORDER MISSING!", "BESTELLUNG FEHLT", "BOOKING STORNO", "PEDIDO ANULADO", "order PLEASE"),
        *("a 1920x1080 screen", "order 120X80X60CM", "order 250000km", "contract of 24months", "order 15000EUR"),
        *(
            "my 55PUS8505 has no sound",
            "the 27GN850 flickers",
            "10h30-12h45",
            "version 10-2-1",
            "24/7",
            "scores 6-4 6-3",
        ),
        *("my order is the last one of 2026", "mi pedido es el de 2025", "meine Bestellung ist die letzte"),
    ],
)
def test_dates_ranges_sizes_models_telephones_and_shouting_number_nothing(text):
    found = given(text)
    assert not [value for kind, value in found if kind in CODES and value != ""]


@pytest.mark.parametrize(
    "text",
    [
        "order 4111-1111-1111-1111",
        "order 123-45-6789",
        "IMEI: 35-693803-564380-9",
        "pedido 12345678Z",
        "ES91 2100 0418 4502 0005 1332",
    ],
)
def test_what_is_a_secret_is_no_number_whatever_stands_before_it(text):
    assert not [value for kind, value in given(text) if kind in CODES and value]


def test_of_a_row_of_orders_none_is_made_from_two():
    assert [code for code, *_ in codes.codes("orders 88213/88214")] == ["88213"]


@pytest.mark.parametrize(
    ("number", "is_one"),
    [("+44 20 7946 0133", True), ("0049 221 4710163", True), ("00340434161094042557", False), ("+1 23", False)],
)
def test_a_telephone_number_is_as_long_as_its_country_has_them(number, is_one):
    assert telephones.is_international(number) is is_one


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("171-8844210-5530119", "171-9933210-4430118"),
        ("1Z12345E6605272234", "1Z12345E0205271688"),
        ("2025/1187", "2025/1290"),
    ],
)
def test_another_number_of_the_same_form_is_another_issue_and_the_same_one_is_the_same(first, other):
    said = "The lid of order {} is cracked."
    assert chains(trace("a", said.format(first)), trace("b", said.format(other), 6)) == [["a"], ["b"]]
    again = trace("b", f"About order {first}: who signed for the second box?", 6)
    assert chains(trace("a", said.format(first)), again) == [["a", "b"]]


def test_a_number_without_a_word_for_it_joins_by_its_form():
    a = trace("a", "My order 171-8844210-5530119 has a cracked lid.")
    assert chains(a, trace("b", "171-8844210-5530119, why was there a second box?", 6)) == [["a", "b"]]


@pytest.mark.parametrize("phone", ["020-7946-0958", "555-123-4567", "06-12-34-56-78", "333-123-4567"])
def test_a_telephone_number_in_a_signature_joins_nothing(phone):
    a = trace("a", f"My invoice for October is wrong.\n\nAna Ruiz\n{phone}")
    assert chains(a, trace("b", f"How do I reset my voicemail?\n\nAna Ruiz\n{phone}", 6)) == [["a"], ["b"]]


@pytest.mark.parametrize(
    "text",
    [
        "my phone is 020 7946 0133",
        "Mein Telefon ist 0221 4710163",
        "o meu telefone é 21 123 4567",
        "mon portable est 06 12 34 56 78",
    ],
)
def test_a_number_that_is_called_a_telephone_is_one(text):
    assert [kind for kind, _ in given(text)] == ["phone"]


def test_short_counts_in_a_row_number_nothing():
    assert not {kind for kind, _ in given("we meet on 10-12-14-16 daily")} & CODES
