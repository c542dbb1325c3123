"""The first sentence: what it says, when there is none, and how the brand shapes it."""

from dataclasses import replace

import pytest

from integration.model import Role, Status
from integration.saying import LOCALES
from tests.unit.opening_samples import KINDS, OTHERS, SAID, flag, issue, promise, write
from tests.unit.thinking_samples import annotated
from workers import opening, pledges
from workers.brand import Brand, Voice

IN_LANGUAGES = {
    ("de", "formal"): (
        "Ich sehe, dass Sie sich wegen Rechnung 4411 zum dritten Mal an uns wenden und dass Joe Ihnen bis "
        "zum 23. November die Korrektur zugesagt hatte. Das habe ich bisher herausgefunden:"
    ),
    ("de", "informal"): (
        "Ich sehe, dass du dich wegen Rechnung 4411 zum dritten Mal an uns wendest und dass Joe dir bis "
        "zum 23. November die Korrektur zugesagt hatte. Das habe ich bisher herausgefunden:"
    ),
    ("es", "formal"): (
        "Veo que es la tercera vez que nos contacta por la factura 4411 y que Joe le había prometido la "
        "corrección para el 23 de noviembre. Esto es lo que he averiguado hasta ahora:"
    ),
    ("fr", "formal"): (
        "Je vois que c'est la troisième fois que vous nous contactez concernant la facture 4411 et que "
        "notre collègue Joe vous avait promis la correction pour le 23 novembre. Voici ce que j'ai trouvé "
        "jusqu'ici :"
    ),
    ("pt", "informal"): (
        "Vejo que é a terceira vez que nos contactas sobre a fatura 4411 e que Joe te tinha prometido a "
        "correção para 23 de novembro. Eis o que apurei até agora:"
    ),
    ("it", "formal"): (
        "Vedo che è la terza volta che ci contatta per la fattura 4411 e che Joe le aveva promesso la "
        "correzione per lunedì 23 novembre. Ecco che cosa ho trovato finora:"
    ),
}


class TestWhatItSays:
    def test_the_third_time_and_the_promise(self):
        found = write("repeat_contact", "promise_overdue")
        assert found.text == (
            "I see that this is the third time you have contacted us about invoice 4411 and that Joe had promised you "
            "the correction by 23 November. Here is what I have found so far:"
        )
        assert [clause.flag for clause in found.clauses] == ["repeat_contact", "promise_overdue"]

    @pytest.mark.parametrize(("language", "formality"), IN_LANGUAGES)
    def test_it_is_in_the_customers_language_and_form(self, language, formality):
        voice = Brand(Voice(formality=formality))
        assert (
            write("repeat_contact", "promise_overdue", language=language, voice=voice).text
            == IN_LANGUAGES[language, formality]
        )

    def test_what_was_promised_is_said_by_its_kind(self):
        said = {kind: write("promise_overdue", given=(promise(kind),)).text for kind in KINDS}
        assert "Joe had promised you a call by 23 November" in said["call"]
        assert "Joe had promised you a visit on 23 November" in said["visit"]
        assert "Joe had given you 23 November as the date" in said["action"]
        assert len(set(said.values())) == len(KINDS)

    def test_a_time_that_is_only_counted_back_to_is_not_called_the_third(self):
        view = issue(contacts=4)
        flags = (replace(flag("repeat_contact", view), evidence=flag("repeat_contact", view).evidence[1:]),)
        assert "several times" in opening.write(view, flags, (), "en", Brand()).text

    def test_who_has_been_answered_is_not_said_to_be_waiting(self):
        assert "waiting since" in write("left_waiting").text
        assert "had to ask us again" in write("left_waiting", view=issue(said_last=Role.AGENT)).text

    def test_that_we_asked_again_is_said_only_where_we_did(self):
        view = issue()
        by_us = opening.write(view, (flag("asked_again", view, role=Role.AGENT),), (), "en", Brand())
        assert "what we asked for" in by_us.text
        assert "already explained this" in write("asked_again").text

    def test_the_annotation_holds_it(self):
        found = annotated()
        assert found.opening.startswith("I see that you have contacted us about order KL-20418 before and that Tim had")
        assert [clause.flag for clause in found.opening_from] == ["repeat_contact", "promise_overdue"]
        stated = {piece for one in found.flags for piece in one.evidence}
        told = {fact.value for fact in found.told}
        for piece in (piece for clause in found.opening_from for piece in clause.evidence):
            assert piece in stated or piece.quote in told


class TestWhenThereIsNone:
    def test_nothing_to_acknowledge_is_none(self):
        assert write() is None
        assert write(*OTHERS) is None

    @pytest.mark.parametrize("status", [Status.SOLVED, Status.CLOSED])
    def test_a_done_ticket_has_none(self, status):
        assert write(*SAID, view=issue(status=status)) is None

    def test_a_language_that_is_not_ours_has_none(self):
        assert write(*SAID, language="fi") is None

    def test_an_unknown_language_is_the_accounts(self):
        assert write("unanswered_question", language=None).text.startswith("I see")

    @pytest.mark.parametrize("state", ["open", "kept", "withdrawn"])
    def test_a_promise_that_is_not_overdue_is_not_said(self, state):
        assert write("promise_overdue", given=(promise(state=state),)) is None

    def test_a_promise_that_the_flag_does_not_state_is_not_said(self):
        assert write("promise_overdue", given=(promise(ticket_id="1"),)) is None


class TestBrand:
    def test_a_forbidden_phrase_never_appears(self):
        voice = Brand(Voice(forbidden=("FOUND so far",)))
        assert write(*SAID, voice=voice) is None
        other = Brand(Voice(forbidden=("the third time",)))
        found = write("repeat_contact", "promise_overdue", voice=other)
        assert "third time" not in found.text
        assert "Joe had promised" in found.text

    def test_required_sentences_are_always_there_or_there_is_none(self):
        voice = Brand(Voice(required=("Thank you for writing.",), sign_off="Harbour Lane"))
        assert write("left_waiting", voice=voice).text.endswith("so far: Thank you for writing.\nHarbour Lane")
        assert write("left_waiting", voice=voice, language="de") is None
        long = Brand(Voice(required=("Thank you. " * 14, "Thanks again. " * 11)))
        assert write("left_waiting", voice=long) is None

    def test_what_is_written_for_a_language_is_followed_there(self):
        german = Voice(examples=("Danke. Ich sehe, {what}. Weiter geht es so:",), required=("Bis gleich.",))
        voice = Brand(Voice(examples=("Thanks! I see {what}. Next:",)), {"de": german})
        assert write("left_waiting", voice=voice).text.startswith("Thanks! I see that you have been")
        assert write("left_waiting", voice=voice, language="de").text.startswith("Danke. Ich sehe, dass Sie")
        assert write("left_waiting", voice=voice, language="fr").text.startswith("Je vois")

    def test_an_apology_comes_only_after_something_that_we_did(self):
        voice = Brand(Voice(apology="when_we_failed"))
        assert write("left_waiting", voice=voice).text.startswith("I am sorry that this has taken")
        assert write("repeat_contact", voice=voice).text.startswith("I see")
        assert write("left_waiting").text.startswith("I see")

    def test_with_an_apology_in_any_language_nothing_is_promised_or_admitted(self):
        for language in LOCALES:
            text = write(*SAID, language=language, voice=Brand(Voice(apology="when_we_failed"))).text
            assert pledges.find(text) is None
