"""How people announce what must never be repeated, in the six languages. Searches the text as it is, ignoring case."""

# ruff: noqa: E501, RUF001, S105 - tables: one line a thought, the curly quotes that people type, and no password but its name

FILLER = r"(?:[\s,]+[^\s,;:.!?=]+)"
"""Any word between a secret's name and its value."""

PASSWORD = (
    r"pass\s?words?|pass\s?code|pass\s?phrase|pwd?|contrase[nñ]a|clave(?: de acceso| secreta| personal)?|passwort|kennwort|losungswort|mot de passe|mdp|senha|palavra[- ]passe|parola d['’]ordine|parola chiave"
    r"|api[- ]?key|api token|access token|secret key|cl[eé] api|clave api|chave api|chiave api|api-?schl[uü]ssel"
)
"""What is a password by its name alone."""
LOGIN = r"log[- ]?in|log[- ]?on|credentials?|zugangsdaten|anmeldedaten|login-daten|identifiants?|credenciales|credenciais|credenziali|dados de acesso|datos de acceso|dati di accesso"
"""What is given as a name and a password ("login ana / hunter22")."""
PASS = r"pass|passw|psw|pswd|kw|pw|token"
"""Short names of a password that mean other things too: only with ":" or "=" behind them."""
USER = r"user(?: ?name| ?id)?|login|usuario|benutzer(?:name)?|utilisateur|utilizador|utente|e-?mail"
AND = r"and|und|y|e|et|with|mit|con|avec|com"

CODE = (
    r"(?:security|verification|one[- ]time|access|sms|login|log-in|sign-in|confirmation|activation|authenticat\w+|secret|unlock|two-factor|2fa|card) codes?"
    r"|pin(?![ -](?:pad|board|holder|head)s?\b)(?:[ -]?(?:number|code|nummer))?|c[oó]digo pin|code pin|codice pin|otp|m?tan|puk|cvv2?|cvc2?|passcode"
    r"|sicherheitscode|best[aä]tigungscode|verifizierungscode|freischaltcode|einmalcode|anmeldecode|zugangscode|geheimcode|geheimzahl|sms-code|pr[uü]fziffer|pr[uü]fnummer"
    r"|c[oó]digo (?:de (?:verificaci[oó]n|seguridad|acceso|confirmaci[oó]n|activaci[oó]n|un solo uso|verifica[cç][aã]o|seguran[cç]a|acesso|confirma[cç][aã]o|ativa[cç][aã]o)|secreto|secreta|sms)"
    r"|code (?:de (?:v[eé]rification|s[eé]curit[eé]|confirmation|validation|connexion)|d['’](?:acc[eè]s|activation|authentification)|secret|confidentiel|sms)"
    r"|(?:three|3) digits (?:on|at) the back|tres (?:d[ií]gitos|n[uú]meros) (?:de atr[aá]s|del reverso|del dorso)|drei (?:ziffern|stellen|zahlen) (?:auf der r[uü]ckseite|hinten)|trois chiffres au (?:dos|verso)|tr[eê]s (?:d[ií]gitos|n[uú]meros) (?:atr[aá]s|do verso|de tr[aá]s)|tre cifre sul retro"
    r"|codice (?:di (?:verifica|sicurezza|conferma|accesso|attivazione|sblocco)|segreto|sms)"
)
"""Codes that only one person may know, by their name."""
PLAIN_CODE = r"code|c[oó]digo|codice"
"""A code of any kind: a secret only where it stands alone ("the code is") or came as a message does, and is for nothing else."""
ALONE_BEFORE = r"(?:^|[.,;:!?\n(]|\b(?:the|this|that|my|your|a|an|new|same|right|correct|and|el|un|mi|tu|su|este|ese|nuevo|der|den|dem|mein|meinen|ihr|ihren|dein|diesen|dieser|einen|neuen|le|mon|votre|ce|un|nouveau|o|um|meu|seu|este|esse|novo|il|lo|mio|suo|questo|nuovo|y|e|et|und|is|es|ist|est|as|als|como|comme|come))\s*$"
"""What stands before a code that has no other word to say what it is for: "the code", not "customer code"."""
NOT_FOR = (
    r"[\s-]+(?:cliente?s?|articolo|art[ií]culo|artigo|article|artikel|postale?|promo\w*|sconto|fiscale|err\w+|prodotto|produit|producto|produto|product|barres?|barras|qr|swift|tracking|pays|pa[ií]s|book|review|snippet|block)\b"
    r"|\s+(?:de|del|della|dello|di|da|do|of|for|para|pour|für|d['’]|dell['’])\s?(?!(?:verif|v[eé]rif|seg|s[eé]c|acc|aces|conf|act|ativ|att|sms|mi m[oó]vil))\w"
)
"""A word behind "code" that says what it is for: "código de error", "code de réduction", "codice cliente"."""
CAME = (
    r"\b(?:sms|texts?|texted|texting|whatsapp|authenticat\w+|verif\w+|2fa|two[- ]factor|received?|got|gets?|sent|arrived|came|log(?:ging)? ?in|sign(?:ing)? ?in|lleg[oó]\w*|recib\w+|enviad[oa]|enviaron|mandaron|mandado"
    r"|bekommen|erhalten|geschickt|gesendet|zugeschickt|handy|re[cç]u\w*|envoy\w+|recebi\w*|enviaram|mandaram|chegou|telem[oó]vel|ricevut\w+|arrivat\w+|inviat\w+|mandat\w+|cellulare|m[oó]vil)\b"
)
"""How a one-time code came."""

COPULA = (
    r"(?:\s*(?:[:=]+|[-=]>|→)\s*|['’]s\s+|\s+(?:is|was|are|were|its|it['’]?s|be|reads?|says|es|era|ser[ií]a|fue|son|ist|war|w[aä]re|lautet|lautete|hei(?:ß|ss)t|hie(?:ß|ss)"
    r"|est|[eé]tait|c['’]est|[eéè]|[eé]s|foi|fu|(?:set|changed|reset|updated) to|auf)\s*:?\s+)"
)
ARTICLE = r"(?:(?:still|now|simply|just|the|today|a[uú]n|ahora|el|la|immer noch|jetzt|noch|die|der|das|le|encore|toujours|maintenant|o|a|agora|ainda|il|lo|ora|ancora|l['’])\s+)?"
"""May stand between "is" and what it is: "est le 482913"."""

NO_VALUE = (
    r"(?:not?|never|always|still|no longer|already|also|too|very|only|even|just|being|been|going|getting|the|a|an|my|your|our|his|her|their|on|in|at|to|for|from|with|by|of|as|so|what|where|why|how|when|that|this|these|it|and|or|but|if|because|since|until"
    r"|wrong|right|correct|invalid|valid|fine|ok|okay|good|bad|weak|strong|safe|secure|unsafe|old|new|same|different|unknown|lost|missing|empty|blank|short|long|forgotten|stolen|gone|case-sensitive|sensitive|required|needed|reset|set|please|none|broken|blocked|locked|rejected|refused|accepted|expired|working|impossible|true|false|hidden|available|unavailable|something|nothing|everything|again|due|ready|secret|private|enough|asked"
    r"|nicht|nie|immer|noch|schon|auch|nur|zu|sehr|kein\w*|der|die|das|dem|den|ein\w*|mein\w*|falsch|richtig|korrekt|ung[uü]ltig|g[uü]ltig|weg|alt|neu|unbekannt|leer|kurz|lang|sicher|unsicher|stark|schwach|gleich|anders|abgelaufen|gesperrt|vergessen|verloren|n[oö]tig|erforderlich|bitte|und|oder|aber|so|in|im|mit|von|f[uü]r|an|am|bei"
    r"|no|nunca|siempre|todav[ií]a|muy|tan|ya|el|la|los|las|un|una|mi|tu|su|incorrect[oa]|correct[oa]|inv[aá]lid[oa]|v[aá]lid[oa]|err[oó]ne[oa]|equivocad[oa]|la misma|el mismo|igual|cort[oa]|larg[oa]|segur[oa]|nuev[oa]|viej[oa]|antigu[oa]|desconocid[oa]|mal|bien|y|o|pero|para|con|de|en|por|que|demasiado|necesari[oa]"
    r"|pas|jamais|toujours|encore|d[eé]j[aà]|tr[eè]s|trop|le|les|une|mon|ma|votre|faux|fausse|bon|bonne|mauvais\w*|invalide|valide|incorrecte?|correcte?|nouveau|nouvelle|ancien\w*|inconnu\w*|court\w*|longue?|s[uû]re?|oubli\w+|perdu\w*|et|ou|mais|pour|avec|dans|que|bloqu\w+|refus\w+|n[eé]cessaire"
    r"|n[aã]o|nem|sempre|ainda|muito|os|as|um|uma|meu|minha|sua|seu|errad[oa]|cert[oa]|corret[oa]|incorret[oa]|inv[aá]lid[oa]|nov[oa]|velh[oa]|curt[oa]|fraca|forte|segura|desconhecida|mas|para|com|em|por|recusad[oa]|preciso"
    r"|non|mai|sempre|ancora|gi[aà]|molto|troppo|lo|gli|una|mio|mia|tua|sua|sbagliat[oa]|giust[oa]|errat[oa]|corrett[oa]|nuov[oa]|vecchi[oa]|sicur[oa]|sconosciut[oa]|scadut[oa]|ma|per|con|di|che|da|rifiutat[oa]|necessari[oa])"
)
"""Words that say how a password is, or go on: "my password is not accepted" gives none."""
STATE_ENDINGS = r"\w+(?:ed|ing|able|ible|ado|ada|ido|ida|ados|adas|tion|lich|bar|iert|elt|ert|nnt|mmt|ckt|llt|gt|cht|itt|é|ée|és|ée|ato|ata|uto|uta|ito|ita|ível|ável)"
"""How words end that say in what state something is: accepted, abgelehnt, rechazada, refusé, recusada, rifiutata."""

AS = r"(?:as|als|como|comme|come|for|für|para|pour|per)"
"""Between what somebody uses and what for: "hunter22 as my password"."""
OWN = r"(?:(?:the|my|a|our|your|el|la|mi|una?|das|mein|die|meine|den|der|le|mon|un|o|a|minha|meu|il|lo|mia|la mia|il mio|a minha|o meu)\s+){0,2}"

MORE = r"(?:\s*[,/&]\s*|\s+)(?:(?:or|and|oder|und|o|y|ou|et|e)\s+)?(?:(?:maybe|perhaps|also|auch|vielleicht|quiz[aá]s?|peut-[eê]tre|talvez|forse)\s+)?"
"""Between two tries at the same secret: "1234 or 4321"."""

CARD = r"visa|card|cards|mastercard|maestro|amex|tarjeta|karte|kartennr|carte|cart[aã]o|carta|cc|mc|kk|nr|no|num"
"""Capitals right before a card number that are no code's."""
EXPIRES = r"(?:exp(?:iry|ires|iration)?|valid (?:thru|until|to)|g[uü]ltig bis|caduca|vence|vto|expire|val(?:ide|idade)|scad(?:e|enza)?)\.?:?\s?(?:date:?\s?)?"
CHECK_VALUE = r"(?:cvv2?|cvc2?|cv|code|c[oó]d\.?)[\s:]{0,2}"
"""Before the date and the three digits that stand behind a card number."""

ACCOUNT = (
    r"\b(?:bank account|account details|checking account|savings account|routing|sort code|iban|aba|bsb|bic|cuenta (?:bancaria|corriente|de ahorros?)|n[uú]mero de cuenta bancaria|bankkonto|bankkontonummer|girokonto|blz|bankleitzahl"
    r"|bankverbindung|compte (?:bancaire|courant)|rib|conta (?:banc[aá]ria|corrente|poupan[cç]a)|nib|conto (?:bancario|corrente)|cc bancario|coordinate bancarie)"
    r"(?:[ -]?(?:number|no\.?|nr\.?|nummer|num[eé]ro|n[uú]mero|n[°º]\.?|nib))?"
)
"""A bank account by its name; a number of it follows."""
ACCOUNT_TOO = r"(?:[\s,;]+(?:and|und|y|et|e)?\s*(?:the |my )?(?:account|acc\.?|acct\.?|a/c|konto(?:nummer|nr\.?)?|kto\.?(?:[- ]?nr\.?)?|cuenta|compte|conta|conto)(?:[ -]?(?:number|no\.?|nr\.?|n[°º]))?)"
"""Behind the bank's own number: the account's."""

IDENTITY_CARD = (
    r"\b(?:passport|pasaporte|reisepass|passeport|passaporto|passaporte|personalausweis|ausweis|identity card|id card|driver['’]?s?['’]? licen[cs]e|driving licen[cs]e|f[uü]hrerschein|permiso de conducir|carn[eé]t? de conducir|permis de conduire|carta de condu[cç][aã]o|cnh|patente(?: di guida)?|carta d['’]identit[aà]|cart[aã]o d[eo] cidad[aã]o|bilhete de identidade"
    r"|carte d['’]identit[eé]|documento de identidad|documento d['’]identit[aà]|c[eé]dula|dni|nie|nif|nin|nino|nir|bsn|burgerservicenummer|pesel|ahv|avs|national insurance|ni(?= (?:number|no))|social security|ssn|social insurance|sozialversicherungs(?:nummer)?|svnr|steuer-?id(?:entifikationsnummer)?|steuernummer|idnr|(?:num[eé]ro de )?s[eé]curit[eé] sociale|seguridad social|seguran[cç]a social|niss|cpf|rg|contribuinte|codice fiscale|tessera sanitaria|partita iva)"
    r"(?:[ -]?(?:number|no\.?|nr\.?|nummer|num[eé]ro|n[uú]mero|n[°º]\.?|id))?(?: de [^\W\d]{4,12})?"
    rf"(?:{COPULA}{ARTICLE}|\s+|\s*[#(]\s*)"
    r"(?P<value>[A-Z9]{5}\d{6}[A-Z0-9]{5}|(?:[A-Z]{1,3}-?)?\d[A-Z0-9]*(?:[\s./-]\d[A-Z0-9]*)*(?:[\s-][A-Z]\b)?)(?!\w)"
)
"""A document or register by name, and a number of it, which must hold digits."""

SECURITY_ANSWER = (
    r"\b(?:maiden name|(?:childhood |first )pet(?:['’]s name)?|pet['’]s name|apellido de soltera|m[aä]dchenname|nom de jeune fille|nome de solteira|cognome da nubile|security (?:question(?:['’]s)? )?(?:answer|word)|memorable word|answer to (?:my|the|your) (?:secret|security) question"
    r"|respuesta a (?:mi|la) pregunta (?:secreta|de seguridad)|antwort auf (?:meine|die) (?:sicherheits|geheim)frage|r[eé]ponse [aà] (?:ma|la) question (?:secr[eè]te|de s[eé]curit[eé])|resposta [aà] (?:minha )?pergunta (?:secreta|de seguran[cç]a)|risposta alla (?:mia )?domanda (?:segreta|di sicurezza))"
    rf"(?:{COPULA}|\s+)(?P<value>(?!is\b|was\b|i\b|and\b|or\b)[^\W\d]\w+)"
)
"""The answer to a question that banks ask to know somebody."""
