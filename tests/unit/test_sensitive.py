import pytest

from workers import sensitive


def kinds(text):
    return [secret.kind for secret in sensitive.find(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("card 4111 1111 1111 1111", "card_number"),
        ("card 5555-5555-5555-4444 please", "card_number"),
        ("IBAN DE89 3704 0044 0532 0130 00", "iban"),
        ("ES9121000418450200051332", "iban"),
        ("my password is hunter22!", "password"),
        ("Mein Passwort lautet geheim123", "password"),
        ("contraseña: abc123", "password"),
        ("mot de passe : azerty9", "password"),
        ("la mia password: abc123", "password"),
        ("the security code is 482913", "code"),
        ("PIN: 4821", "code"),
        ("153531981 pin 3941", "code"),
        ("i know my pin its 3941", "code"),
        ("OTP 482913", "code"),
        ("the code you sent is 482913", "code"),
        ("el código de verificación es 482913", "code"),
        ("password hunter22", "password"),
        ("la contraseña es abc123", "password"),
        ("iban de89 3704 0044 0532 0130 00 danke", "iban"),
        ("IBAN is GB82 WEST 1234 5698 7654 32.", "iban"),
        ("mi DNI es 12345678Z", "national_id"),
        ("12.345.678-Z", "national_id"),
        ("X1234567L", "national_id"),
        ("codice fiscale RSSMRA85T10A562S", "national_id"),
        ("my mother's maiden name is Wong", "security_answer"),
        ("childhood pet Charlie", "security_answer"),
        ("my SSN is 123-45-6789", "national_id"),
        ("1 85 05 78 006 084 91", "national_id"),
        ("Steuer-ID 86 095 742 719", "national_id"),
        ("529.982.247-25", "national_id"),
        ("o NIF 999 999 990 na fatura", "national_id"),
        ("AB 12 34 56 C", "national_id"),
        ("passport number C01X00T47", "national_id"),
        ("meu CPF é 52998224725", "national_id"),
    ],
)
def test_a_secret_is_recognised(text, kind):
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "order 4111 1111 1111 1112",
        "parcel 1234567890123",
        "reference DE00 3704 0044 0532 0130 00",
        "error code is 5520",
        "I forgot my password and need a reset",
        "postcode is 46003",
        "call +44 20 7946 0133",
        "0000 0000 0000 0000",
        "12345678A",
        "RSSMRA85T10A562T",
        "529.982.247-26",
        "1 85 05 78 006 084 92",
        "account 84318931431",
        "order HL-104417, invoice 2026-17",
        "passport renewal 2026 and 2027",
        "nie wieder 123456",
        "my voucher code is 4821",
        "password reset please",
        "your senha page is empty",
        "what is a maiden name?",
    ],
)
def test_what_only_looks_like_a_secret_is_none(text):
    assert kinds(text) == []


def test_the_place_of_a_secret_is_the_value_alone():
    text = "my password is hunter22 ok"
    secret = sensitive.find(text)[0]
    assert text[secret.start : secret.end] == "hunter22"


def test_where_two_kinds_claim_a_place_it_is_one_secret():
    text = "my DNI is 12345678Z"
    assert [(s.kind, text[s.start : s.end]) for s in sensitive.find(text)] == [("national_id", "12345678Z")]
