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
    ],
)
def test_a_secret_is_recognised(text, kind):
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "order 4111 1111 1111 1112",
        "parcel 1234567890123",
        "IBAN DE00 3704 0044 0532 0130 00",
        "error code is 5520",
        "I forgot my password and need a reset",
        "postcode is 46003",
        "call +44 20 7946 0133",
        "0000 0000 0000 0000",
    ],
)
def test_what_only_looks_like_a_secret_is_none(text):
    assert kinds(text) == []


def test_the_place_of_a_secret_is_the_value_alone():
    text = "my password is hunter22 ok"
    secret = sensitive.find(text)[0]
    assert text[secret.start : secret.end] == "hunter22"
