"""Words that commit or admit are found in six languages, and a fact is none."""

import pytest

from workers import pledges


@pytest.mark.parametrize(
    "text",
    [
        "We will refund you tomorrow.",
        "This was our mistake.",
        "You'll get it free of charge.",
        "We are liable for that.",
        "Vamos a devolverle el importe.",
        "Ha sido culpa de nuestro error.",
        "Le devolveremos el dinero.",
        "Wir werden Ihnen das erstatten.",
        "Das ist unser Fehler.",
        "Sie erhalten eine Entschädigung.",
        "Nous allons vous rembourser.",
        "C'est notre faute.",
        "Vous recevrez un avoir.",
        "Vamos devolver o valor.",
        "A responsabilidade é nossa culpa.",
        "Vai receber o reembolso.",
        "Le garantiamo il rimborso.",
        "È stata colpa nostra: nostro errore.",
        "La richiameremo domani.",
    ],
)
def test_what_commits_or_admits_is_found(text):
    assert pledges.find(text)
    assert pledges.find(text) in text


@pytest.mark.parametrize(
    "text",
    [
        "I see that you have contacted us before. Here is what I have found so far:",
        "Thank you for your message.",
        "Veo que espera desde el 6 de noviembre.",
        "Ich sehe, dass Sie warten. Danke für Ihre Nachricht.",
        "Je vois que votre question est restée ouverte.",
        "Vejo que a sua pergunta continua em aberto.",
        "Vedo che aspetta da lunedì 6 novembre.",
    ],
)
def test_what_only_states_is_not(text):
    assert pledges.find(text) is None
