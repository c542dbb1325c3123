"""How people announce what must never be repeated, in the six languages. Searches the text as it is, ignoring case."""

# ruff: noqa: E501, RUF001, S105 - tables: one line a thought, the curly quotes that people type, and no password but its name

_SAYS = (
    r"(?:\s*[:=]\s*|['’]s\s+|\s+(?:is|es|ist|lautet|est|c['’]est|[eéè]|era|was|war|were|its|it['’]?s|[eé]s)\s*:?\s+)"
)

ANNOUNCED = (
    r"\b(?:(?P<password>pass\s?word|passcode|pass\s?phrase|contrase[nñ]a|clave(?: de acceso)?|passwort|kennwort|mot de passe|mdp|senha"
    r"|palavra-passe|parola d['’]ordine)|(?P<code>(?<!error )(?<!zip )(?<!promo )(?<!discount )(?<!voucher )(?<!coupon )(?<!postal )(?<!country )(?<!area )(?<!sort )"
    r"(?:security |verification |one-time |access |sms )?code(?: (?:i got|i received|you sent(?: me)?|from the sms))?|pin(?: number| code)?|cvv2?|cvc|c[oó]digo(?: de [^\W\d]{3,15})?"
    r"|sicherheitscode|best[aä]tigungscode|pr[uü]fziffer|code de [^\W\d]{3,15}|codice(?: di [^\W\d]{3,15})?))"
    + _SAYS
    + r"(?P<value>\"?[^\s,;\"]{3,40})"
)
"""A password or a code, and its value. What a code is for decides whether it is one: "error code is 5520" is none."""

CODE_ALONE = r"\b(?:pin|otp|tan|mtan|puk|cvv2?|cvc|passcode)(?:[ -]?(?:number|code|no\.?|nr\.?|nummer))?[\s:=#(]{1,3}(?P<value>\d{3,8})\b"
"""Words after which digits are a code without any "is"."""

PASSWORD_ALONE = r"\b(?:pass\s?word|passwort|kennwort|contrase[nñ]a|mot de passe|senha|palavra-passe)\s+[\"'„“«]?(?P<value>(?=[^\s\"'“”»]*\d)[^\s\"'“”»,;]{5,40})"
"""A password that follows its name directly: only with a digit in it, since most words are none."""

IDENTITY_CARD = (
    r"\b(?:passport|pasaporte|reisepass|passeport|passaporto|passaporte|personalausweis|ausweis|identity card|id card|driver'?s licen[cs]e|driving licen[cs]e|carta d['’]identit[aà]|cart[aã]o d[eo] cidad[aã]o|bilhete de identidade"
    r"|carte d['’]identit[eé]|documento de identidad|documento d['’]identit[aà]|dni|nie|nif|nin|nino|national insurance|social security|ssn|sozialversicherungs(?:nummer)?|steuer-?id(?:entifikationsnummer)?|steuernummer|idnr|num[eé]ro de s[eé]curit[eé] sociale|cpf|rg|contribuinte|codice fiscale|partita iva)"
    r"(?:[ -]?(?:number|no\.?|nr\.?|nummer|num[eé]ro|n[uú]mero|n[°º]))?(?: de [^\W\d]{4,12})?"
    rf"(?:{_SAYS}|\s+)"
    r"(?P<value>[A-Z]{0,3}\d[A-Z0-9]*(?:[ .-]\d[A-Z0-9]*)*(?:[ -][A-Z]\b)?)(?!\w)"
)
"""A document or register by name, and a number of it, which must hold digits."""

SECURITY_ANSWER = (
    r"\b(?:maiden name|(?:childhood |first )pet(?:['’]s name)?|pet['’]s name|apellido de soltera|m[aä]dchenname|nom de jeune fille|nome de solteira|cognome da nubile|security (?:answer|word)|memorable word)"
    rf"(?:{_SAYS}|\s+)(?P<value>(?!is\b|was\b|i\b|and\b|or\b)[^\W\d]\w+)"
)
"""The answer to a question that banks ask to know somebody."""
