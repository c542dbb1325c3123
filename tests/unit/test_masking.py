"""No secret stands in an annotation: looked at as a whole, however it came in."""

import pytest

from integration.model import Annotation, Evidence, Fact, Flag, Role, Severity, Status
from tests.unit.thinking_samples import comment, known, later, ref, ticket
from workers import annotation, masking


def annotated(*lines, subject="Help", attachments=(), again=None):
    """Annotate a ticket of alternating lines ("A: " is the agent's), or the second one that says `again`."""
    parts = [ticket(subject=subject, **({"status": Status.SOLVED, "solved_at": later(hours=5)} if again else {}))]
    for place, line in enumerate(lines):
        role = Role.AGENT if line.startswith("A: ") else Role.CUSTOMER
        files = {"attachments": attachments} if role == Role.CUSTOMER else {}
        parts.append(comment(line.removeprefix("A: "), role, later(minutes=5 * place), id=f"c{place:02}", **files))
    if again:
        at = later(days=2)
        parts += [ticket("2", at, subject=subject), comment(again, at=at, ticket=ref("2"), id="d0")]
        parts.append(comment("What is your order number?", Role.AGENT, later(days=2, hours=1), ref("2"), id="d1"))
        parts.append(comment("I told you already!", at=later(days=2, hours=2), ticket=ref("2"), id="d2"))
    return annotation.annotate(known(*parts), ref("2" if again else "1"), later(days=9))


SECRETS = {
    "Refund to card 5105 1051 0510 5100": "5105",
    "My password is otter77": "otter77",
    "IBAN NL91ABNA0417164300": "0417164300",
    "pin 5521 refused": "5521",
    "DNI 54362315K": "54362315",
    "Mein Kennwort: otter77": "otter77",
    "code reçu par SMS: 771204": "771204",
}


@pytest.mark.parametrize("subject", SECRETS)
def test_a_subject_with_a_secret_is_left_out(subject):
    for shown in (
        annotated("Please help.", subject=subject),
        annotated("Please help.", subject=subject, again="Again!"),
    ):
        assert SECRETS[subject] not in repr(shown)
        assert shown.history[0].subject == ""
        assert shown.history[0].number == "#1"


@pytest.mark.parametrize(
    "subject", ["Order KL-20418 is late", "My password is not accepted", "Rechnung 2026-0412", "Error code 4032"]
)
def test_a_subject_without_a_secret_stays(subject):
    assert annotated("Please help.", subject=subject).history[0].subject == subject


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("visa_5105105105105100.jpg", "photo"),
        ("DNI 54362315K.pdf", "document"),
        ("dni_54362315K.pdf", "document"),
        ("passport-533380006.png", "photo"),
        ("iban_NL91ABNA0417164300.pdf", "document"),
        ("password_otter77.txt", "document"),
    ],
)
def test_a_file_whose_name_tells_a_secret_is_given_and_hidden(name, kind):
    shown = annotated("Here it is.", "A: Thanks", attachments=(name,))
    assert [(f.kind, f.value, f.sensitive) for f in shown.told] == [(kind, "", True)]
    assert name not in repr(shown)


@pytest.mark.parametrize(
    "name", ["IMG_20261103_120455.jpg", "invoice-2026-0412.pdf", "roof.JPG", "scan0001.pdf", "DSC_4471.jpg"]
)
def test_the_name_of_any_other_file_is_shown(name):
    assert [f.value for f in annotated("Here it is.", "A: Thanks", attachments=(name,)).told] == [name]


@pytest.mark.parametrize(
    "first",
    [
        "I cannot log in with sam and pwd otter77 on your site.",
        "No puedo entrar con sam y clave otter77 en su página web.",
        "Ich komme mit sam und Passwort otter77 nicht auf Ihre Seite.",
        "Je ne peux pas me connecter avec sam et mdp otter77 sur votre site.",
        "Não consigo entrar com sam e senha otter77 no vosso site.",
        "Non riesco a entrare con sam e password otter77 sul vostro sito.",
    ],
)
def test_a_password_names_no_issue_and_stands_in_no_quote(first):
    assert "otter77" not in repr(annotated(first, again=first))


def test_a_value_that_is_a_secret_somewhere_is_one_on_the_whole_issue():
    shown = annotated(
        "My password is Otter-77-x", again="Otter-77-x is refused and nobody answers me for three days now!"
    )
    assert "otter-77" not in repr(shown).lower()


@pytest.mark.parametrize(
    ("question", "reply", "secret"),
    [
        ("Could you tell me your password please?", "otter77", "otter77"),
        ("Could you tell me your password please?", "It is otter77, thanks", "otter77"),
        ("Could you tell me your password please?", "otter", "otter"),
        ("Please give me your customer number and your PIN.", "44120 4821", "4821"),
        ("Please give me your customer number and your PIN.", "44120 and 4821", "4821"),
        ("Please read me the code we texted you.", "G-482913", "482913"),
        ("Could you give me your passport number?", "YA1234567", "YA1234567"),
        ("Please tell me the last four digits of your social security number.", "6789", "6789"),
        ("What is your card number?", "4012 8888 8888 1882", "8888"),
        ("¿Me puede dar el código que le hemos enviado?", "G-482913", "482913"),
        ("¿Me indica su contraseña, por favor?", "otter77", "otter77"),
        ("¿Me puede dar su DNI, por favor?", "54362315", "54362315"),
        ("Können Sie mir bitte Ihr Passwort nennen?", "otter77", "otter77"),
        ("Nennen Sie mir bitte Ihre Ausweisnummer.", "L01X00T47", "L01X00T47"),
        ("Wie lautet der Code aus der SMS?", "B-482913", "482913"),
        ("Könnten Sie mir die TAN durchgeben?", "TX-4411", "4411"),
        ("Quel est le code de sécurité au dos de votre carte ?", "882", "882"),
        ("Qual è il numero del suo passaporto?", "AA1234567", "AA1234567"),
        ("Qual é o seu NIF?", "PT223344550", "223344550"),
        ("Please confirm your order number and password.", "84318931 and sonne7", "sonne7"),
        ("Pouvez-vous me donner votre mot de passe ?", "otter77", "otter77"),
        ("Pouvez-vous m'indiquer le code reçu par SMS ?", "A482913", "482913"),
        ("Pouvez-vous me donner votre numéro de passeport ?", "12AB34567", "12AB34567"),
        ("Pode dizer-me a sua senha, por favor?", "otter77", "otter77"),
        ("Pode indicar o código que lhe enviamos?", "B-482913", "482913"),
        ("Pode indicar o seu número de contribuinte?", "22334455", "22334455"),
        ("Può dirmi la sua password, per favore?", "otter77", "otter77"),
        ("Può indicarmi il codice che ha ricevuto?", "B-482913", "482913"),
        ("Può indicarmi il suo codice fiscale?", "RSSMRA85T10A562", "RSSMRA85"),
    ],
)
def test_the_bare_answer_to_a_secret_question_is_given_and_hidden(question, reply, secret):
    shown = annotated("I cannot get in.", f"A: {question}", reply, "A: Thank you.")
    assert secret not in repr(shown)
    assert [f for f in shown.told if f.sensitive]


def test_a_secret_may_come_in_the_message_after_the_next():
    shown = annotated("I cannot get in.", "A: Your PIN, please?", "sure", "it is B4821", "A: Thank you.")
    assert "4821" not in repr(shown)


@pytest.mark.parametrize(
    ("question", "reply", "value"),
    [
        ("Please give me your order number and your PIN.", "order KL-20418, pin 4821", "KL-20418"),
        ("Please give me your order number and your PIN.", "KL-20418 and 4821", "KL-20418"),
        ("Your name and your PIN, please?", "My name is Petra Lang and 4821", "Petra Lang"),
        ("Could you try to reset your password and tell me your order number?", "84318931", "84318931"),
        ("What is your account number?", "68318931", "68318931"),
        ("Could you please change your password and try again?", "Order KL-20418 still fails", "KL-20418"),
        ("What is your tracking code?", "DX998112", "DX998112"),
    ],
)
def test_what_its_own_name_or_form_tells_apart_from_the_secret_is_shown(question, reply, value):
    shown = annotated("I cannot get in.", f"A: {question}", reply, "A: Thank you.")
    assert value in [f.value for f in shown.told]
    assert "4821" not in repr(shown)


@pytest.mark.parametrize("reply", ["One moment please", "Sure", "why do you need it?", "I don't remember"])
def test_a_reply_without_the_password_gives_none(reply):
    shown = annotated("I cannot get in.", "A: Could you tell me your password please?", reply, "A: Thank you.")
    assert not shown.told


def test_each_string_of_an_annotation_is_looked_at():
    secret, where = "my password is otter77", ref()
    said = Evidence(where, later(), secret, "c00", Role.CUSTOMER)
    flag = Flag("rushed", Severity.LOW, 1.0, f"f {secret}", f"l {secret}", f"a {secret}", (said,))
    whole = Annotation(where, (flag,), f"h {secret}", f"o {secret}", told=(Fact("reference", secret, said),))
    shown = masking.mask(whole, known(ticket(), comment("Hello")).view(where))
    assert "otter" not in repr(shown)
    assert shown.flags[0].lived == "l my password is …"
    assert (shown.opening, shown.opening_from) == (None, ())


def test_an_annotation_without_a_secret_is_left_as_it_is():
    made = known(ticket(subject="Order KL-20418"), comment("KL-20418 is late, error code 4032, since 3 May."))
    shown = annotation.annotate(made, ref(), later(days=9))
    assert masking.mask(shown, made.view(ref())) == shown
