"""What a code is where no word names it, and which of two sums are the same."""

import time

import pytest

from tests.unit.test_told import told_in
from tests.unit.thinking_samples import comment
from workers import amounts, cleaning, code_kinds, facts

CODES = {"reference", "invoice_number", "order_number", "error_message"}


def kinds_of(text):
    said = comment(text)
    return {(f.kind, f.value) for f in facts.given(cleaning.read(text), said) if f.kind in CODES}


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("INV-2026-4655 has the wrong address on it.", "invoice_number", "INV-2026-4655"),
        ("¿Podrían revisar FACT-20881? No cuadra.", "invoice_number", "FACT-20881"),
        ("Bitte RECH-2026-118 noch einmal schicken.", "invoice_number", "RECH-2026-118"),
        ("Je conteste FACT-88121 en entier.", "invoice_number", "FACT-88121"),
        ("Não reconheço FATURA-55120.", "invoice_number", "FATURA-55120"),
        ("Vorrei contestare FATT-2026-77.", "invoice_number", "FATT-2026-77"),
        ("ORD-881204 came without its screws.", "order_number", "ORD-881204"),
        ("RP-60118 is still at your workshop.", "reference", "RP-60118"),
        ("INVERN-4401 is what it says.", "reference", "INVERN-4401"),
    ],
)
def test_letters_that_are_a_word_say_what_a_number_is(text, kind, value):
    assert kinds_of(text) == {(kind, value)}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The oven shows F-31 since the update.", "F-31"),
        ("Stuck on E24, the door stays locked.", "E24"),
        ("I unplugged it and it is still F-31.", "F-31"),
        ("H-07 on the display, and nothing moves.", "H-07"),
        ("El horno muestra F-31 y no se abre.", "F-31"),
        ("Ahora pone el código E18 otra vez.", "E18"),
        ("Die Maschine zeigt nur F-31 an.", "F-31"),
        ("Sie bleibt bei E-17 stehen.", "E-17"),
        ("Le four affiche F-31 depuis hier.", "F-31"),
        ("E-42 sur l'écran, et plus rien.", "E-42"),
        ("O forno mostra F-31 desde ontem.", "F-31"),
        ("A máquina fica em E-20 e para.", "E-20"),
        ("Il forno segna F-31 da ieri.", "F-31"),
        ("La caldaia lampeggia E10 e si ferma.", "E10"),
    ],
)
def test_what_a_machine_shows_is_an_error(text, code):
    assert kinds_of(text) == {("error_message", code)}


@pytest.mark.parametrize(
    "text",
    [
        "The label says KL-20418 and HL-110150.",
        "It shows KL-20418-B in my account.",
        "Your mail says 24 hours.",
        "The sign says A4 paper only.",
        "Mein Konto zeigt HL-240118.",
        "La etiqueta dice RP-61402.",
        "L'écran affiche HL-231407.",
        "O e-mail diz HL-245901.",
        "La mail dice RC-7781-B.",
    ],
)
def test_a_number_that_is_shown_or_said_is_no_error(text):
    assert "error_message" not in {kind for kind, _ in kinds_of(text)}


@pytest.mark.parametrize(
    "text",
    [
        "My voucher SUMMER2026 is refused.",
        "The SUMMER2026 voucher is refused.",
        "El cupón VERANO2026 no funciona.",
        "Mi código promocional: VERANO2026.",
        "Der Gutschein SOMMER2026 geht nicht.",
        "Rabattcode: SOMMER2026.",
        "Le code promo ETE2026 est refusé.",
        "Mon bon de réduction ETE2026 est refusé.",
        "O cupão VERAO2026 não funciona.",
        "Código de desconto VERAO2026.",
        "Il buono ESTATE2026 non va.",
        "Il codice sconto ESTATE2026 non va.",
    ],
)
def test_a_voucher_is_no_reference(text):
    assert kinds_of(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "I used a voucher for order KL-20418.",
        "KL-20418 was paid with a voucher.",
        "Ich habe Bestellung KL-20418 mit einem Gutschein bezahlt.",
        "Pagué el pedido KL-20418 con un cupón.",
        "J'ai payé la commande KL-20418 avec un bon d'achat.",
        "Paguei a encomenda KL-20418 com um cupão.",
        "Ho pagato l'ordine KL-20418 con un buono.",
    ],
)
def test_a_number_beside_a_voucher_stays_what_it_is(text):
    assert {value for _, value in kinds_of(text)} == {"KL-20418"}


@pytest.mark.parametrize(
    ("lines", "value", "told"),
    [
        (["Nothing at all, PLUS-12 does not work."], "PLUS-12", False),
        (["bonjour, le code PLUS10 a été refusé."], "PLUS10", False),
        (["The door is shut, F-31, help!"], "F-31", False),
        (["Can you find KL-20418?"], "KL-20418", True),
        (["Hello there", "A: What is your order number?", "AB-123"], "AB-123", True),
        (["The door is shut, F-31!", "A: Sorry?", "The oven shows F-31."], "F-31", True),
    ],
)
def test_a_short_code_is_told_only_where_it_is_known_what_it_is(lines, value, told):
    assert (value in {said for _, said in told_in(*lines)}) == told


@pytest.mark.parametrize("date", ["26 October", "13. November", "5 de noviembre", "14/02/2026", "le 9 novembre"])
def test_a_bare_day_is_not_told(date):
    assert "date" not in {kind for kind, _ in told_in(f"{date}: order KL-20418 was due.")}


def test_a_date_of_birth_is():
    assert "date_of_birth" in {kind for kind, _ in told_in("I was born on 4 May 1981.")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("389 Euro", "389 €"),
        ("€389", "389,00 EUR"),
        ("1.299 €", "1299,00 €"),
        ("£1,299.50", "1299.50 pounds"),
        ("$20", "20.00 USD"),
        ("R$ 50", "50 reais"),
        ("7,90 €", "€7.90"),
    ],
)
def test_the_same_sum_is_one_amount_however_it_is_written(one, other):
    assert amounts.key(one) == amounts.key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("389 €", "389 £"), ("389 €", "38,9 €"), ("1.299 €", "1,29 €"), ("$50", "R$50"), ("20 €", "200 €")],
)
def test_another_sum_or_currency_is_another_amount(one, other):
    assert amounts.key(one) != amounts.key(other)


def test_an_amount_is_told_once():
    shown = told_in("I paid 389 Euro for it.", "A: Thank you.", "Where are my 389 €? And the 12 €?")
    assert [value for kind, value in shown if kind == "amount"] == ["12 €", "389 Euro"]


@pytest.mark.parametrize(
    "text", ["A1 " * 7000, "1." * 10000, "ACGT" * 5000, "still the " * 2000, "voucher code:" * 1500]
)
def test_no_text_takes_long(text):
    began = time.perf_counter()
    list(code_kinds.shown(text))
    code_kinds.of("SUMMER2026", text, len(text), len(text))
    amounts.key(text)
    assert time.perf_counter() - began < 0.3
