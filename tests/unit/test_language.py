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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Router FritzBox 7590 AX startet nach dem Update auf FRITZ!OS 7.57 nicht mehr", "de"),
        ("Mein iPhone 15 Pro zeigt in der App nur noch Error 0x80070005 an", "de"),
        ("La Nespresso Vertuo Next ne chauffe plus, code E-04, commande FR-99812", "fr"),
        ("El pedido SKU-88123 (Samsung Galaxy Tab S9) llegó roto", "es"),
        ("O meu AirPods Max não liga ao MacBook Pro, pedido PT-2231", "pt"),
        ("Il mio Kindle Paperwhite non si accende, ordine 405-2231", "it"),
        ("My Das Keyboard arrived with a German layout, order KL-20418", "en"),
        ("bestelling 20418 nog steeds niet binnen, kan iemand kijken?", "nl"),
    ],
)
def test_product_names_and_codes_do_not_decide(text, expected):
    assert language.detect(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mera order abhi tak nahi aaya hai",
        "bhai refund kab milega, 10 din ho gaye",
        "App open nahi ho raha hai please check karo",
        "मेरा ऑर्डर अभी तक नहीं आया है",
    ],
)
def test_hindi_is_known_in_either_script(text):
    assert language.detect(text) == "hi"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("My name is Abhi and the parcel is late", "en"),
        ("Hello, I am Jane Doe from Bhai Traders", "en"),
        ("Where do you need to go to, and when?", "en"),
        ("Hai mai ricevuto il mio ordine? Io no", "it"),
        ("Mein Paket ist mir so lange nicht gebracht worden", "de"),
    ],
)
def test_a_name_or_a_word_that_hindi_shares_makes_no_hindi(text, expected):
    assert language.detect(text) == expected


def test_where_the_model_is_unsure_a_language_of_our_tables_goes_first():
    assert language.detect("San Francisco to NY.") == "en"


def test_three_words_and_a_number_are_a_sentence_but_numbers_alone_are_none():
    assert language.detect("Wo bleibt Bestellung 20418?") == "de"
    assert language.detect("20418 20419 20420 20421 ok") is None
