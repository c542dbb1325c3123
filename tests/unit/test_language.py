import pytest

from workers import language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The parcel has not arrived and nobody answers my messages", "en"),
        ("El paquete no ha llegado y nadie contesta mis mensajes", "es"),
        ("Das Paket ist nicht angekommen und niemand antwortet mir", "de"),
        ("Le colis n'est pas arrivé et personne ne répond à mes messages", "fr"),
        ("A encomenda não chegou e ninguém responde às minhas mensagens", "pt"),
        ("Il pacco non è arrivato e nessuno risponde ai miei messaggi", "it"),
        ("荷物がまだ届いていません。確認してください。", "ja"),
    ],
)
def test_a_sentence_is_recognised(text, expected):
    assert language.detect(text) == expected


@pytest.mark.parametrize(
    "text", ["", "ok", "danke", "TR-8812, 24/10", "https://help.example.com/articles/12 KL-20418", "👍👍👍👍👍"]
)
def test_what_is_too_short_to_tell_is_unknown(text):
    assert language.detect(text) is None


def test_addresses_and_codes_do_not_mislead():
    text = "Bitte prüfen Sie die Bestellung KL-20418 https://shop.example.com/orders/this/is/english/text heute noch"
    assert language.detect(text) == "de"
