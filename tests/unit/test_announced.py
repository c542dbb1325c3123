import pytest

from workers import sensitive


def found(text):
    return [(secret.kind, text[secret.start : secret.end]) for secret in sensitive.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "the password I chose last week is otter77",
        "my password for the members' page was otter77",
        "Password:\notter77",
        "pw: otter77",
        "pwd otter77",
        "pass = otter77",
        "I use otter77 as my password",
        "otter77 is my password",
        "log-in sam / otter77",
        "user: sam, password: otter77",
        "I changed my password to otter77",
        "la contraseña que puse ayer es otter77",
        "uso otter77 como contraseña",
        "mi clave, la de siempre, es otter77",
        "das Passwort, das ich gesetzt habe, heißt otter77",
        "ich benutze otter77 als Kennwort",
        "Zugangsdaten: sam / otter77",
        "le mot de passe que j'ai choisi est otter77",
        "j'utilise otter77 comme mot de passe",
        "identifiants sam / otter77",
        "a senha que eu criei é otter77",
        "uso otter77 como palavra-passe",
        "la password che ho scelto è otter77",
        "uso otter77 come password",
        "credenziali: sam / otter77",
        "my password otter77 does not work",
        "i typed otter77 as the password and it says no",
        "Mit dem Passwort otter77 komme ich nicht rein",
        "pongo otter77 y la contraseña falla",
        "a palavra-passe nova ficou otter77",
        "password-> otter77",
        "passwort habe ich auf otter77 geändert",
    ],
)
def test_a_password_is_known_by_a_word_before_or_behind_it(text):
    assert found(text) == [("password", "otter77")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("my password is abc,def123 since May", "abc,def123"),
        ("Passwort: 'Blauer Otter 77'", "'Blauer Otter 77'"),
        ("password = blue otter river", "blue otter river"),
        ("my password is otter.", "otter"),
        ("my password is otter and it fails", "otter"),
        ("password is otter 544", "otter 544"),
        ("my password is 741852", "741852"),
    ],
)
def test_all_of_a_password_is_hidden(text, value):
    assert found(text) == [("password", value)]


def test_each_of_two_tries_is_hidden():
    assert found("my password is otter77 or otter78") == [("password", "otter77"), ("password", "otter78")]
    assert found("The PIN is 5521 or maybe 5522.") == [("code", "5521"), ("code", "5522")]


@pytest.mark.parametrize(
    "text",
    [
        "My password is not accepted",
        "my password was reset on 3 May",
        "the password is wrong, order KL-20418",
        "My password has expired and I was charged 12.50 EUR",
        "the password page is down since 18 October",
        "I forgot my password for order KL-20418",
        "Mi contraseña es rechazada",
        "la contraseña está bloqueada desde ayer",
        "Das Passwort ist falsch",
        "Mein Kennwort ist abgelaufen",
        "Le mot de passe est refusé",
        "mon mot de passe est incorrect depuis 2 jours",
        "A senha é recusada",
        "minha senha está errada",
        "La password è sbagliata",
        "la password era scaduta",
        "the password link in the mail of 12:30 is broken",
        "How do I change my password?",
        "Password reset email never came",
        "the key is that the token ring fits",
        "login with Windows11 fails",
        "WARN password=******** promised by 2026-11-01",
        "the password needs 8 letters and 2 digits",
        "My password keeps being rejected by version 12.4.1",
        "Since I changed my password on 12 May the app crashes",
        "mot de passe oublié, facture 20418",
        "la contraseña no es válida según la web",
        "das Passwort war bisher immer gültig",
        "la password è giusta",
    ],
)
def test_how_a_password_is_tells_none(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I received the code 771204 by text", "771204"),
        ("771204 is the code I got", "771204"),
        ("your verification code, 771204, is refused", "771204"),
        ("the code you texted is 771 204", "771 204"),
        ("OTP 771-204", "771-204"),
        ("The three digits on the back are 737", "737"),
        ("el código que me llegó por SMS es el 771204", "771204"),
        ("771204 es el código que recibí", "771204"),
        ("Der Code aus der SMS lautet 771204", "771204"),
        ("Meine TAN ist 771204", "771204"),
        ("Ich habe den Code 771204 erhalten", "771204"),
        ("le code reçu est le 771204", "771204"),
        ("mon code secret c'est 7712", "7712"),
        ("o código que chegou é o 771204", "771204"),
        ("recebi o código 771204 no telemóvel", "771204"),
        ("il codice arrivato via SMS è il 771204", "771204"),
        ("il codice di verifica 771204 non va", "771204"),
        ("my pin otter77 is refused", "otter77"),
        ("on m'a envoyé le code 55 12 08 par texto", "55 12 08"),
        ("they sent me 330912 as a verification code", "330912"),
        ("Ich habe 330912 als Code bekommen", "330912"),
        ("me llegó un código, el 330912, y no vale", "330912"),
        ("il pin della carta è 4471", "4471"),
    ],
)
def test_a_code_is_known_by_a_word_before_or_behind_it(text, value):
    kinds = {kind for kind, _ in found(text)}
    assert [said for _, said in found(text)] == [value]
    assert kinds == {"code"}


@pytest.mark.parametrize(
    "text",
    [
        "My customer code is 448213",
        "article code is 77812",
        "discount code SUMMER24 is refused",
        "the code of the article is 77812",
        "error code 4032 appears",
        "el código de error es 4032",
        "mi código de cliente es 448213",
        "Fehlercode 4032 erscheint",
        "mein Rabattcode ist 2026",
        "le code de réduction est 4032",
        "o código de erro é 4032",
        "o código do artigo é 77812",
        "il codice cliente è 448213",
        "il codice articolo è 77812",
        "the security code was never sent to me in 2026",
        "the zip code is 90210",
        "my order code is 448213",
        "the pin of the plug broke after 12 days",
        "I got two codes",
        "4032 is the error code",
        "PIN pad model 4821 broke",
        "Der Gutscheincode lautet 20418",
        "il codice prodotto è 55123",
        "code barre 4006381333931",
        "o código da encomenda é 77120",
        "our dress code is formal since 2019",
    ],
)
def test_a_code_for_something_else_is_no_secret(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("o NIF é o 123 456 789", "123 456 789"),
        ("mi pasaporte es el PAB882110", "PAB882110"),
        ("driver license F1200345", "F1200345"),
        ("BSN 111222333", "111222333"),
        ("mój PESEL 44051401458", "44051401458"),
        ("AVS 756.1234.5678.97", "756.1234.5678.97"),
        ("NIR 2690549588157", "2690549588157"),
        ("mein Führerschein ist B072RRE2I55", "B072RRE2I55"),
        ("numéro de sécurité sociale : 2690549588157", "2690549588157"),
        ("la mia tessera sanitaria è la 80380000700123456789", "80380000700123456789"),
    ],
)
def test_a_number_behind_a_document_s_name_is_an_id(text, value):
    assert found(text) == [("national_id", value)]
