"""The first sentence: no word in it without its source, and none that commits or harms anybody."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration.model import Channel, Evidence, Flag, Promise, Role, Severity, Status, TimelinePromise
from integration.saying import LOCALES, Saying
from tests.unit.thinking_samples import annotated, comment, known, later, ref, story, ticket
from workers import annotation, brand, cleaning, opening, pledges, promises
from workers.brand import Brand, Voice
from workers.opening import MOST_CLAUSES

KINDS = ("call", "refund", "visit", "delivery", "correction", "answer", "action")
SAID = (
    "repeat_contact",
    "promise_overdue",
    "unanswered_question",
    "asked_again",
    "left_waiting",
    "deflected_again",
    "hollow_resolution",
)
OTHERS = ("rushed", "language_mismatch", "channel_switch", "rising_frustration", "good_score_bad_experience")
DUE = later(days=5)


def issue(subject="Wrong invoice", number="invoice number 4411", contacts=3, said_last=Role.CUSTOMER, **values):
    """Return the view of the last of some contacts about one thing."""
    parts = []
    for n in range(contacts):
        opened, name = later(days=2 * n), str(n)
        parts += [
            ticket(name, opened, subject=subject if n == 0 else "Again", **values),
            comment(f"My {number} is still wrong.", at=opened, ticket=ref(name)),
        ]
    last = parts[-2].created_at
    if said_last != Role.CUSTOMER:
        parts.append(comment("We look into it.", said_last, last + timedelta(hours=1), ref(str(contacts - 1))))
    made = known(*parts)
    assert len(made.issues) == 1
    return made.view(ref(str(contacts - 1)))


def promise(kind="correction", by="Joe", state="overdue", ticket_id="0", due=DUE):
    evidence = Evidence(ref(ticket_id), later(hours=2), "it will be right by Monday", "comment:9", Role.AGENT)
    return TimelinePromise(Promise(due, evidence, 0.9, kind), state, by)


def flag(kind, view, *more, role=Role.CUSTOMER):
    earlier = [t for t in view.issue.tickets if t.ref != view.ticket.ref]
    evidence = (Evidence(view.ticket.ref, later(days=4), "It is still wrong.", "comment:1", role), *more)
    if kind == "repeat_contact":
        evidence = tuple(Evidence(t.ref, t.created_at) for t in earlier)
    if kind == "promise_overdue":
        evidence = tuple(p.promise.evidence for p in more) or (promise().promise.evidence,)
    return Flag(kind, Severity.HIGH, 0.9, "fine", "lived", "do", evidence)


LATE = (promise(),)


def write(*kinds, view=None, given=LATE, language="en", voice=None, **names):
    view = view or issue()
    flags = tuple(flag(kind, view) for kind in kinds)
    return opening.write(view, flags, given, language, voice or Brand(**names))


def everything():
    """Yield every sentence there is, with its language: each clause, in both forms, in six languages."""
    third, second, many, nameless = issue(), issue(contacts=2), issue(contacts=4), issue("", "order")
    answered = issue(said_last=Role.AGENT)
    for language in LOCALES:
        for formality in brand.FORMALITIES:
            voice = Brand(Voice(formality=formality))
            views = (third, second, many, nameless, issue("", "order", 2), issue("Garden gate", "gate"))
            for view in views:
                yield language, write("repeat_contact", view=view, language=language, voice=voice)
            for kind in KINDS:
                for by in ("Joe", None):
                    yield language, write("promise_overdue", given=(promise(kind, by),), language=language, voice=voice)
            yield language, write("left_waiting", view=answered, language=language, voice=voice)
            yield language, opening.write(third, (flag("asked_again", third, role=Role.AGENT),), (), language, voice)
            for kind in SAID[2:]:
                yield language, write(kind, language=language, voice=voice)
            yield language, write("repeat_contact", "promise_overdue", language=language, voice=voice)


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


class TestSources:
    @settings(max_examples=150, deadline=None, derandomize=True)
    @given(
        st.sets(st.sampled_from(SAID + OTHERS)),
        st.sampled_from(sorted(LOCALES)),
        st.sampled_from(KINDS),
        st.booleans(),
    )
    def test_no_clause_appears_without_its_fact(self, kinds, language, kind, promised):
        view = VIEW
        flags = tuple(flag(one, view) for one in sorted(kinds))
        given = (promise(kind),) if promised else ()
        found = opening.write(view, flags, given, language, Brand())
        if found is None:
            possible = kinds & set(SAID) - (set() if promised else {"promise_overdue"})
            assert possible <= ({"hollow_resolution"} if "repeat_contact" in kinds else set())
            return
        assert 1 <= len(found.clauses) <= MOST_CLAUSES
        evidence = {one.kind: set(one.evidence) for one in flags}
        for clause in found.clauses:
            assert clause.flag in kinds
            assert clause.evidence
            named = {piece for piece in clause.evidence if piece not in evidence[clause.flag]}
            assert {piece.quote for piece in named} <= {"4411"}
            without = tuple(one for one in flags if one.kind != clause.flag)
            again = opening.write(view, without, given, language, Brand())
            assert again is None or clause.flag not in {one.flag for one in again.clauses}

    def test_every_number_name_and_day_stands_in_the_evidence(self):
        for _, found in everything():
            pieces = [piece for clause in found.clauses for piece in clause.evidence]
            moments = [piece.at for piece in pieces]
            if any(clause.flag == "promise_overdue" for clause in found.clauses):
                moments.append(DUE)
            left = found.text
            for language in LOCALES:
                for moment in moments:
                    left = left.replace(Saying(language).day(moment), "")
            for quote in (piece.quote for piece in pieces if piece.quote):
                left = left.replace(quote, "")
            assert not re.search(r"\d", left), found.text
            names = [clause.name for clause in found.clauses if clause.name]
            assert ("Joe" in found.text) == (names == ["Joe"])


class TestHarmless:
    def test_nothing_is_promised_and_nothing_admitted(self):
        count = 0
        for language, found in everything():
            count += 1
            assert pledges.find(found.text) is None, found.text
            said = comment(found.text, Role.AGENT)
            for heard in (None, language):
                assert promises.find(cleaning.read(found.text), said, heard, "Europe/London") == (), found.text
        assert count == 12 * 28

    def test_every_sentence_is_short(self):
        assert max(len(found.text) for _, found in everything()) <= opening.LONGEST

    @pytest.mark.parametrize(
        "subject",
        [
            "<b>Gate</b>",
            "https://evil.example now",
            "see evil.example",
            "javascript:alert(1)",
            "@joe look",
            "[x](https://evil.example)",
            "{{ticket.requester.email}}",
            "\u202egnp.exe",
            "שלום",
            "two\nlines",
            "`code`",
            "card 4111 1111 1111 1111",
            "&lt;gate&gt;",
            "x" * 61,
            "“quoted” thing",
            "■■■■ and more",
        ],
    )
    def test_a_subject_that_could_do_harm_names_nothing(self, subject):
        found = write("repeat_contact", view=issue(subject, "gate"))
        assert "about the same thing several times" in found.text

    def test_a_subject_is_said_without_the_marks_of_replies(self):
        replied = issue("Re: AW: Garden gate", "gate", 4)
        assert "about “Garden gate” several" in write("repeat_contact", view=replied).text

    def test_a_subject_that_promises_or_admits_names_nothing(self):
        assert "the same thing" in write("repeat_contact", view=issue("Our mistake says your colleague", "gate")).text
        assert "the same thing" in write("repeat_contact", view=issue("compensation please", "gate")).text

    def test_a_subject_that_the_team_gave_is_not_said_to_the_customer(self):
        phoned = issue("Call: angry again", "gate", channel=Channel.PHONE)
        assert "angry" not in write("repeat_contact", view=phoned).text

    @pytest.mark.parametrize(
        "name", ["<b>Joe</b>", "joe@example.com", "Joe {{x}}", "evil.example", "J" * 60, "Agent 007"]
    )
    def test_what_is_no_persons_name_is_left_out(self, name):
        found = write("promise_overdue", given=(promise(by=name),))
        assert name not in found.text
        assert "you had been promised the correction" in found.text

    def test_it_names_no_customer(self):
        parts = [
            replace_author(part, "Maria Customer") if getattr(part, "role", None) == Role.CUSTOMER else part
            for part in story()
        ]
        made = known(*parts)
        found = annotation.annotate(made, ref("b", "salesforce:a"), later(days=9))
        assert "Maria" not in found.opening
        assert "Tim" in found.opening


def replace_author(said, name):
    return comment(said.text, said.role, said.at, said.ticket, id=said.id, author_name=name)


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


VIEW = issue()
