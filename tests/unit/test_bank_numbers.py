import pytest

from workers import sensitive


def found(text):
    return [(secret.kind, text[secret.start : secret.end]) for secret in sensitive.find(text)]


@pytest.mark.parametrize(
    "between",
    [" ", "  ", "\u00a0", "\u202f", "\u2009", "\t", "\n", "-", "\u2013", "\u2011", ".", "/", " - ", "_", "\u200b"],
)
@pytest.mark.parametrize(
    "groups", [("4012", "8888", "8888", "1881"), ("3714", "496353", "98431"), ("30569309", "025904")]
)
def test_a_card_is_known_however_its_groups_are_parted(between, groups):
    number = between.join(groups)
    assert found(f"charged twice on {number}, please check") == [("card_number", number)]


@pytest.mark.parametrize(
    "text",
    [
        "4012888888881881 09/28",
        "4012 8888 8888 1881 exp 09/28",
        "4012 8888 8888 1881, gültig bis 09/28, 123",
        "4012888888881881 9/2028 cvv 123",
        "4012-8888-8888-1881-123",
        "4012 8888 8888 1881 caduca 09/28",
        "4012 8888 8888 1881 expire 09/28 123",
        "4012 8888 8888 1881 validade 09/28",
        "4012 8888 8888 1881 scade 09/28",
    ],
)
def test_what_stands_behind_a_card_goes_with_it(text):
    assert found(f"Visa {text}.") == [("card_number", text)]


@pytest.mark.parametrize(
    "before",
    ["card_", "nº", "Nr.", "#", "VISA", "visa:", "tarjeta nº ", "(", "Karte-", "MC ", "carte n°", "order KL-20418 "],
)
def test_a_card_is_known_whatever_stands_right_before_it(before):
    assert ("card_number", "5555555555554444") in found(f"{before}5555555555554444 please")


@pytest.mark.parametrize(
    "text",
    [
        "IMEI 356938035643809",
        "IMEI: 35 693803 564380 9",
        "order RF-4012888888881881",
        "parcel JD4012888888881881",
        "parcel 00340434161094042557",
        "302-4567890-1234567",
        "4012 8888 8888 1882",
        "tracking 7012888888881883",
        "on 4.11.2026 and 5.11.2026 and 12.11.2026",
        "2026-11-03 2026-11-04",
        "call 0221 4710 1633 or 0221 4710 1634",
        "we are 4 5 6 3 of 12",
        "4444 4444 4444 4444",
        "amounts 4.512,00 / 5.613,00 / 5.001,20",
        "Zählerstand 412345 512345",
    ],
)
def test_a_number_that_no_issuer_gives_out_is_no_card(text):
    assert "card_number" not in [kind for kind, _ in found(text)]


@pytest.mark.parametrize("between", [" ", "\u00a0", "-", "\u2013", ".", "  ", "\n"])
@pytest.mark.parametrize(
    "iban",
    [
        "AT61 1904 3002 3457 3201",
        "NL91 ABNA 0417 1643 00",
        "CH93 0076 2011 6238 5295 7",
        "SE45 5000 0000 0583 9825 7466",
    ],
)
def test_an_iban_is_known_however_its_groups_are_parted(between, iban):
    number = iban.replace(" ", between)
    assert found(f"refund to {number} please") == [("iban", number)]


@pytest.mark.parametrize(
    "text",
    [
        "my order is AT61 1904 3002 3457 3202",
        "XX61 1904 3002 3457 3201",
        "serial NL91 ABNA 0417",
        "model GB22 and DE44 are in stock, as are 12 more of the same kind",
    ],
)
def test_what_does_not_check_out_is_no_iban(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("my bank account is 55510293", "55510293"),
        ("Routing number: 021000021", "021000021"),
        ("sort code 60-16-13", "60-16-13"),
        ("mi cuenta bancaria es 2100 0418 45 0200051332", "2100 0418 45 0200051332"),
        ("Meine Bankkontonummer lautet 1234567890", "1234567890"),
        ("BLZ 370 400 44", "370 400 44"),
        ("mon compte bancaire : 0500013M026", None),
        ("mon RIB est le 20041 01005 0500013", "20041 01005 0500013"),
        ("a minha conta bancária é a 0002 0123 1234", "0002 0123 1234"),
        ("il mio conto corrente è il 000000123456", "000000123456"),
        ("IBAN AT61 1904 3002 3457 3202", "AT61 1904 3002 3457 3202"),
    ],
)
def test_a_number_behind_a_bank_account_s_name_is_one(text, number):
    assert found(text) == ([("iban", number)] if number else [])


def test_the_account_s_number_behind_the_bank_s_is_one_too():
    assert found("sort code 60-16-13, account no 31926819") == [("iban", "60-16-13"), ("iban", "31926819")]


@pytest.mark.parametrize(
    "text",
    [
        "my account number is 84318931",
        "mi cuenta es la 84318931",
        "Kundenkonto 84318931",
        "the bank account was charged twice in 2026",
        "your contact form has 12345678 errors",
        "account 84318931 has no bank account yet",
    ],
)
def test_an_account_with_us_is_no_bank_account(text):
    assert found(text) == []
