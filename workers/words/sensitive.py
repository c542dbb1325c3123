"""How people announce a password or a code, in the six languages. Searches the text as it is, ignoring case."""

# ruff: noqa: E501 - tables: one line a thought, however many words it has

ANNOUNCED = (
    r"\b(?:(?P<password>pass\s?word|passcode|contrase[nñ]a|clave de acceso|passwort|kennwort|mot de passe|senha"
    r"|palavra-passe)|(?P<code>(?<!error )(?<!zip )(?<!promo )(?<!discount )(?:security |verification |one-time |access )?code|pin|cvv|cvc|c[oó]digo(?: de [^\W\d]{3,15})?"
    r"|sicherheitscode|best[aä]tigungscode|code de [^\W\d]{3,15}|codice(?: di [^\W\d]{3,15})?))"
    r"(?:\s*[:=]\s*|\s+(?:is|es|ist|lautet|est|[eé]|era|was|war)\s*:?\s+)(?P<value>\"?[^\s,;\"]{3,40})"
)
