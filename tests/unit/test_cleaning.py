import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers import cleaning, folding


def words(text):
    return " ".join(cleaning.clean(text).split())


@given(st.text(max_size=300))
def test_cleaning_and_folding_never_move_a_character(text):
    assert len(cleaning.clean(text)) == len(text)
    assert len(folding.fold(text)) == len(text)


@given(st.text(max_size=300))
def test_every_quote_is_a_verbatim_piece_of_the_original(text):
    message = cleaning.read(text)
    for sentence in message.sentences:
        quote = message.quote(sentence.start, sentence.end)
        assert quote is None or quote in text


@pytest.mark.parametrize(
    "header",
    [
        "On Mon, 2 Nov 2026 at 10:00, Tim wrote:",
        "El 2/11/2026 a las 10:00, Tim escribió:",
        "Am 02.11.2026 um 10:00 schrieb Tim:",
        "Le 2 nov. 2026 à 10:00, Tim a écrit :",
        "Em 2 de nov. de 2026, Tim escreveu:",
        "Il giorno 2 nov 2026 Tim ha scritto:",
    ],
)
def test_the_quoted_mail_below_a_reply_header_goes(header):
    assert words(f"Still broken.\n\n{header}\n> Please restart it.") == "Still broken."
    assert words(f"Still broken.\n\n{header}\nPlease restart it.") == "Still broken."


def test_an_answer_below_the_quote_stays():
    assert words("On Mon, 2 Nov 2026 at 10:00, Tim wrote:\n> Which one?\n\nThe blue one.") == "The blue one."


@pytest.mark.parametrize(
    "closing",
    [
        "Kind regards",
        "Mit freundlichen Grüßen",
        "Cordialement,",
        "Un saludo",
        "Atenciosamente",
        "Cordiali saluti",
        "-- ",
        "Sent from my iPhone",
        "Von meinem Telefon gesendet",
    ],
)
def test_what_follows_a_closing_goes(closing):
    assert words(f"The lid is cracked.\n\n{closing}\nSam Field\nField Ltd") == "The lid is cracked."


def test_a_closing_in_the_middle_of_a_long_mail_does_not_cut_it():
    rest = "\n".join(f"Line {n} of a long story that goes on after the first goodbye." for n in range(12))
    assert "Line 11" in words(f"Hello\nKind regards\n{rest}")


def test_a_mail_that_is_only_a_closing_stays():
    assert words("Kind regards\nSam") == "Kind regards Sam"


def test_a_long_quotation_is_not_the_writers_own():
    assert (
        words(
            'Is this right? "'
            + "I am furious with you and your useless service, and I want my money back now." * 2
            + '"'
        )
        == "Is this right?"
    )


def test_folding_evens_case_accents_and_apostrophes():
    assert folding.fold("DEVOLUCIÓN d\u2019été \u2014 Größe") == "devolucion d'ete - große"


def test_sentences_are_cut_at_marks_and_breaks_but_not_at_abbreviations_and_dates():
    found = cleaning.read("Mr. Quill wrote on 9. November. Why?\nNo idea").sentences
    assert [s.folded for s in found] == ["mr. quill wrote on 9. november.", "why?", "no idea"]
    assert [s.is_question for s in found] == [False, True, False]


def test_a_line_wrapped_by_a_mail_program_is_one_sentence():
    text = "So that we can look into this for you today, please let us know\nyour order number."
    assert len(cleaning.read(text).sentences) == 1


def test_a_secret_is_never_quoted():
    message = cleaning.read("My card is 4111 1111 1111 1111, please check.")
    assert message.quote(0, len(message.text)) is None
    assert message.quote(0, 10) == "My card is"[:10]


def test_a_long_sentence_is_quoted_up_to_a_word():
    message = cleaning.read("word " * 100)
    quote = message.quote(0, 500)
    assert len(quote) <= cleaning.MAX_QUOTE
    assert quote.endswith("word")


@pytest.mark.parametrize("text", ["> " * 9000, '"' * 19000, "on x " * 4000 + "wrote:", "a." * 9000, "\n" * 19000])
def test_hostile_text_is_cleaned_in_good_time(text):
    begun = time.process_time()
    cleaning.read(text)
    assert time.process_time() - begun < 2
