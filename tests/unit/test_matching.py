import phonenumbers
import pytest

from integration.model import Contact, ContactRef, Role
from workers import matching
from workers.matching import IdentityKey, identity_keys


def contact(**values):
    values = {"name": "Sam Field", "role": Role.CUSTOMER, **values}
    return Contact(ContactRef("zendesk:a", "1"), **values)


def keys(**values):
    return {(key.kind, key.value) for key in identity_keys(contact(**values))}


def test_two_spellings_of_one_address_are_one_key():
    assert keys(emails=(" Sam.Field+shop@Example.COM ",)) == keys(emails=("sam.field@example.com",))


@pytest.mark.parametrize(
    "address",
    [
        "info@example.com",
        "support@example.com",
        "Billing@example.com",
        "kontakt@example.com",
        "facturacion@example.com",
        "customer-service@example.com",
        "sales2@example.com".replace("2", ".2"),
        "no-reply@example.com",
    ],
)
def test_a_shared_mailbox_identifies_nobody(address):
    assert keys(emails=(address,)) == set()


@pytest.mark.parametrize("address", ["", "nobody", "a@b", "two@@example.com", "x y@example.com"])
def test_what_is_no_address_is_no_key(address):
    assert keys(emails=(address,)) == set()


@pytest.mark.parametrize(
    "local",
    [
        "no.reply",
        "do_not_reply",
        "info2",
        "info-2",
        "24support",
        "salesteam",
        "office.lyon",
        "dublin-sales",
        "info.brown",
        "pedidos",
        "tesoreria.norte",
        "rechnungseingang",
        "empfang3",
        "comptabilite",
        "sav.lille",
        "encomendas",
        "apoio.cliente",
        "servicioalcliente",
        "ordini",
        "segreteria-roma",
        "anonymous",
        "no-email",
        "unbekannt",
        "ninguno",
        "reply+8f3a",
    ],
)
def test_a_mailbox_of_many_is_known_whatever_stands_beside_its_name(local):
    assert keys(emails=(f"{local}@example.com",)) == set()


@pytest.mark.parametrize(
    "local",
    [
        "infobrown",
        "ap.smith",
        "joe.root",
        "a.press",
        "ana.ruiz2",
        "2fast",
        "teamann",
        "mailer.otto",
        "ordonez",
        "clienta.vidal",
        "praxmarer",
        "achatz",
        "servini",
    ],
)
def test_a_name_that_only_sounds_like_a_mailbox_is_a_persons(local):
    assert keys(emails=(f"{local}@example.com",)) == {("email", f"{local}@example.com")}


def test_a_domain_is_one_in_letters_and_as_it_is_looked_up():
    assert keys(emails=("eva@bäckerei.example",)) == keys(emails=("EVA@XN--BCKEREI-5WA.example",)) != set()
    assert keys(emails=("eva@straße.example",)) != keys(emails=("eva@strasse.example",)), "two domains, two owners"


def test_two_names_of_one_provider_are_one_address():
    assert keys(emails=("eva.lang@googlemail.com",)) == keys(emails=("eva.lang@gmail.com",)) != set()


def test_a_phone_number_is_written_in_one_way():
    assert keys(phones=("+44 20 7946 0133", "0044 (0)20 7946-0133"), language="en-GB") == {("phone", "+442079460133")}


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0034 611 222 333", "+34611222333"),
        ("00 49 30 23125140", "+493023125140"),
        ("(00)351 912 345 678", "+351912345678"),
        ("0033-6-12-34-56-78", "+33612345678"),
    ],
)
@pytest.mark.parametrize("language", [None, "en", "en-us", "de"])
def test_two_noughts_in_front_are_a_plus_in_any_language(number, expected, language):
    assert keys(phones=(number,), language=language) == {("phone", expected)}


@pytest.mark.parametrize("number", ["0012345678", "00 12 34", "0099999999999", "0000 611222333", "00 800 1234 5678"])
def test_two_noughts_in_front_of_no_number_make_none(number):
    assert keys(phones=(number,)) == set()


def test_a_national_number_needs_the_country_that_the_language_stands_for():
    assert keys(phones=("030 23125140",), language="de") == {("phone", "+493023125140")}
    assert keys(phones=("030 23125140",), language="en") == set()


def test_the_short_way_to_a_number_tells_what_the_library_tells(monkeypatch):
    kinds = range(11)
    examples = (
        phonenumbers.example_number_for_type(r, k) for r in sorted(phonenumbers.SUPPORTED_REGIONS) for k in kinds
    )
    plain = {phonenumbers.format_number(e, phonenumbers.PhoneNumberFormat.E164) for e in examples if e}
    numbers = sorted(plain | {f"{number}0" for number in plain} | {number[:-1] for number in plain})
    short = [matching.normal_phone(number, None) for number in numbers]
    assert sum(matching._international(number[1:]) is not None for number in numbers) > len(numbers) / 2
    monkeypatch.setattr(matching, "_international", lambda _: None)
    assert short == [matching.normal_phone(number, None) for number in numbers]


@pytest.mark.parametrize("number", ["", "0000000000", "12", "anonymous", "+1 555"])
def test_a_placeholder_is_no_number(number):
    assert keys(phones=(number,), language="en-US") == set()


@pytest.mark.parametrize(
    "external_id",
    [
        *("0", "00", "000", "0000000", "7", "-", "n/a", "N.A.", "none", "NULL", "unknown", "Test", "xxx", "???"),
        *("keine", "unbekannt", "ninguno", "sin datos", "aucun", "inconnu", "pas de numéro", "nenhum", "nessuno"),
        "Ana Ruiz",
    ],
)
def test_what_stands_for_no_id_is_none(external_id):
    assert keys(external_ids=(external_id,)) == set()


@pytest.mark.parametrize("external_id", ["C-17", "100", "test-4711", "none-of-yours-9", "K 20"])
def test_a_short_id_of_the_companys_own_counts(external_id):
    assert keys(external_ids=(external_id,)) == {("external_id", external_id)}


def test_an_external_id_counts_and_an_empty_one_does_not():
    assert keys(external_ids=(" C-17 ", "")) == {("external_id", "C-17")}


@pytest.mark.parametrize(
    "address",
    [
        "SRS0=HHH=TT=example.com=ana@forwarder.example",
        "prvs=1234abcd=ana@example.com",
        "bounce+4711=ana@example.com",
        "ana=example.com@lists.example",
        "acme+caf_=ana=example.com@example.com",
        "forwarding@example.com",
        "fwd.ana@example.com",
    ],
)
def test_an_address_that_a_server_made_for_forwarded_mail_identifies_nobody(address):
    assert keys(emails=(address,)) == set()


def test_a_name_that_only_begins_like_a_forwarder_is_a_person():
    assert keys(emails=("forwards@example.com", "bouncer@example.com"))


def test_an_extension_behind_a_switchboard_is_part_of_the_number():
    found = keys(phones=("+44 20 7946 0133 ext. 12", "+44 20 7946 0133"))
    assert found == {("phone", "+442079460133;ext=12"), ("phone", "+442079460133")}


@pytest.mark.parametrize("number", ["+1 800 555 0199", "0800 123 4567", "+49 800 3301000"])
def test_a_free_number_is_a_companys(number):
    assert keys(phones=(number,), language="en-GB") == set()


def test_a_contact_that_was_merged_away_is_known_by_the_merge_alone():
    merged = contact(emails=("sam@example.com",), merged_into=ContactRef("zendesk:a", "2"), deleted=True)
    assert identity_keys(merged) == (IdentityKey("merged", "zendesk:a/2"),)


def test_a_name_never_identifies():
    assert identity_keys(contact(name="Sam Field")) == ()


@pytest.mark.parametrize("role", [Role.AGENT, Role.BOT, Role.AUTOMATION, Role.SIDELIGHT])
def test_only_customers_are_matched(role):
    assert identity_keys(contact(role=role, emails=("sam@example.com",))) == ()


def test_a_deleted_contact_has_no_keys():
    assert identity_keys(contact(deleted=True, emails=("sam@example.com",))) == ()


def test_keys_come_sorted_and_once():
    found = identity_keys(contact(emails=("b@example.com", "a@example.com", "B@example.com")))
    assert found == (IdentityKey("email", "a@example.com"), IdentityKey("email", "b@example.com"))
