import pytest

from workers import feelings, folding
from workers.words import LANGUAGES


def kinds(text, language):
    return {hit.kind for hit in feelings.hear(text, folding.fold(text), language).hits}


def test_the_table_has_every_kind_in_every_language_and_is_folded():
    kinds, kind = {}, ""
    for line in feelings.TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            kind = line[2:]
        elif line and not line.startswith("#"):
            assert line == folding.fold(line), line
            kinds.setdefault(kind, []).append(line[:2])
    assert set(feelings.PLEASANT) | set(feelings.UNPLEASANT) <= set(kinds)
    assert all(sorted(languages) == sorted(LANGUAGES) for languages in kinds.values())


def test_a_word_means_what_it_means_in_its_language():
    assert "violence" not in kinds("die Katze", "de")
    assert "violence" in kinds("they die", "en")
    assert "illness" not in kinds("le pain est bon", "fr")


def test_a_hit_is_where_its_words_stand():
    text = "Sono STUFA: è una vergogna!"
    felt = feelings.hear(text, folding.fold(text), "it")
    assert {text[hit.start : hit.end] for hit in felt.hits} >= {"STUFA", "vergogna"}


def test_a_phrase_is_heard_as_a_whole_and_with_endings():
    assert "annoyance" in kinds("I am fed up", "en")
    assert "annoyance" not in kinds("I fed the cat and got up", "en")
    assert "waiting" in kinds("senza risposta da giorni", "it")


def test_not_undoes_what_follows_it_closely():
    text = "this is not at all good"
    (good,) = [hit for hit in feelings.hear(text, text, "en").hits if hit.kind == "good"]
    assert good.undone
    text = "not today but the new one will be good"
    (good,) = [hit for hit in feelings.hear(text, text, "en").hits if hit.kind == "good"]
    assert not good.undone


def test_drawn_out_letters_are_the_same_word():
    assert "hate" in kinds("I haaaaate it", "en")


@pytest.mark.parametrize(
    ("text", "language"), [("estoy harta de esperar", "es"), ("das ist eine frechheit", "de"), ("ho paura", "it")]
)
def test_without_a_language_the_tables_guess(text, language):
    assert feelings.hear(text, text, None).language == language
