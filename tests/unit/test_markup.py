import pytest

from workers import cleaning, markup


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<div dir="ltr">Cream kettle is here, red one gone.</div>', ["Cream kettle is here, red one gone."]),
        (
            "<html><head><style>p{color:red}</style></head><body><p>Hi team,</p><p>It is <i>red</i>.</p></body></html>",
            ["Hi team,", "It is <i>red</i>."],
        ),
        ('<p>Hi,</p><p class="signed">-- <br>Ana<br>Head of all</p>', ["Hi,"]),
        (
            "<p>Thank you!</p><blockquote>On Thu, Owen wrote: never again, this is a disgrace</blockquote>",
            ["Thank you!"],
        ),
        ("<div>One</div><br><div>Two</div><!-- three", ["One", "Two"]),
    ],
)
def test_source_text_of_html_is_read_as_its_writer_meant_it(text, said):
    message = cleaning.read(text)
    assert [message.quote(s.start, s.end) for s in message.sentences] == said
    assert len(message.body) == len(text)


@pytest.mark.parametrize("text", ["The <b> button does nothing", "a < b and b > c", "Use <Enter>, then <div>?"])
def test_text_that_only_mentions_a_tag_is_left_alone(text):
    assert markup.blanked(text) == text
