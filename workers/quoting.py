"""Evidence from comments and tickets: verbatim, short, and never a secret."""

import functools

from integration.model import Comment, Evidence, Ticket
from workers import cleaning
from workers.context import TicketView
from workers.timeline import Kind

LEAST_WORDS = 4


def opening_words(comment: Comment) -> str | None:
    """Return the first sentence that says something, verbatim; a mere greeting is skipped."""
    return _opening_words(comment.text)


@functools.lru_cache(maxsize=1024)  # each later contact of an issue quotes the ones before
def _opening_words(text: str) -> str | None:
    message = cleaning.read(text)
    for sentence in message.sentences:
        quote = message.quote(sentence.start, sentence.end)
        # "Good morning Mrs Kemp", "Sehr geehrte Damen und Herren,": a greeting says nothing
        if len(sentence.folded.split()) >= LEAST_WORDS and quote and not quote.rstrip().endswith(","):
            return quote
    return message.quote(0, len(message.body.rstrip())) if message.sentences else None


def sentence_with(comment: Comment, words: str) -> str | None:
    """Return the sentence of a comment that holds some of its words, verbatim."""
    message = cleaning.read(comment.text)
    place = message.body.find(words)
    for sentence in message.sentences:
        if sentence.start <= place < sentence.end:
            quote = message.quote(sentence.start, sentence.end)
            return quote if quote and words in quote else message.quote(place, place + len(words))
    return None


def of_comment(comment: Comment, quote: str | None) -> Evidence:
    """Return a comment as evidence."""
    return Evidence(comment.ticket, comment.at, quote, comment.id, comment.role)


def of_ticket(view: TicketView, ticket: Ticket) -> Evidence:
    """Return a ticket of the view's issue as evidence, with what it opened with."""
    entries = view.issue.entries_of(ticket.ref)
    said = [e.comment for e in entries if e.comment and e.kind == Kind.CUSTOMER]
    said = said or [e.comment for e in entries if e.comment and e.kind == Kind.NOTE]
    if not said:
        return Evidence(ticket.ref, ticket.created_at)
    return Evidence(ticket.ref, ticket.created_at, opening_words(said[0]), said[0].id, said[0].role)
