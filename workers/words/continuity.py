"""
Words of a ticket that goes on from an earlier one, words of trouble, and month names; folded.

A fault that is reported twice is one fault; a request that is made twice is two requests.
"""

# ruff: noqa: E501 - tables: one line a thought, however many words it has

GOES_ON = {
    "en": (
        "(?:second|third|fourth|fifth|sixth|2nd|3rd|4th|5th|6th) (?:time|attempt|try|e-?mail|message|contact|request|call|letter)|(?:my|our) (?:first|last|previous|earlier|original) (?:\\w+ )?(?:e-?mail|mail|message|chat|call|ticket|request|letter|two|one)",
        "(?:as|like|what) (?:i|we) (?:already )?(?:wrote|said|explained|mentioned|told|asked)|(?:i|we)(?: have|'ve)? (?:already )?(?:wrote|written|called|telephoned|phoned|rang|rung|contacted|emailed|messaged|reported) (?:you|about|on|last|yesterday|in|before|twice|this|already|and)",
        "(?:hasn't|has not|haven't|have not|never|did not|didn't) (?:yet )?(?:been (?:answered|called|rung)|heard)",
        "no (?:answer|reply|response)|(?:any|no) (?:news|update)|once more|same (?:thing|problem|issue|fault|error|story) again|(?:problem|fault|error|issue|it)(?: is|'s|s)? (?:came|come|coming|is) back|re-?open\\w* (?:my|the|this|our) (?:ticket|case|request|claim)|(?:didn't|did not|hasn't|doesn't) help(?:ed)?(?: me)?|further to|following (?:yesterday|up on|my|our|your)|since (?:my|our|your) last|(?:yesterday|last week|monday|tuesday|wednesday|thursday|friday)'?s (?:chat|call|e-?mail|message)",
        "(?<!for )your colleagues?|you (?:said|promised|told)|(?:i|we) (?:was|were) (?:told|promised) (?!to )|(?:as|was) (?:promised|agreed|discussed)|(?:again|twice|third|another) (?:wrong|broken|failed|cracked)|(?:wrong|broken|cracked|missing|charged|failed|stopped|happened|happening|leaking) again|again the (?:same|wrong)|(?:the )?(?:second|third|fourth) (?:invoice|parcel|delivery|replacement|one)",
    ),
    "es": (
        "(?:segunda|tercera|cuarta|quinta) vez|ya (?:les|os|te|lo|le) (?:he |habia |hemos )?(?:dije|dicho|escribi|escrito|explique|explicado|llame|llamado|conte|comente|pregunte|preguntado)|(?:me|nos) (?:dijeron|dijo|prometieron|aseguraron)",
        "prometi\\w+|quedaron en|(?:mi|el|nuestro) (?:primer|anterior|ultimo) (?:correo|mensaje|chat|llamada)|como (?:les|os|le) (?:dije|comente|escribi)|sin respuesta|no (?:ha |me ha )?(?:servido|sirvio|ayudo|ayudado) (?:de|para)? ?nada|nadie (?:me )?(?:responde|contesta|llama|ha llamado)|no (?:ha|han) (?:devuelto la llamada|llamado|contestado)|(?:otra vez|de nuevo) (?:lo mismo|el mismo|la misma)|lo mismo (?:otra vez|de nuevo)|su companer\\w+|escribi el|llame el|vuelvo a escribir\\w*",
    ),
    "de": (
        "schon wieder|(?:zweiter|dritter|vierter|zweite|dritte|vierte) (?:versuch|anlauf|mal|nachfrage|mail|anfrage|nachricht)|zum (?:zweiten|dritten|vierten|wiederholten) mal|wie (?:am telefon|besprochen|vereinbart|geschrieben|gesagt|erwahnt)|bis heute|zugesagt|versprochen|versprach|nachfrage",
        "(?:ihr|mein|unser)e?[mnrs]? (?:letzt\\w+|erst\\w+|vorherig\\w+|anruf|kolleg\\w+|mail|schreiben|chat)|(?:habe|hatte|hab) (?:ich )?(?:schon|bereits|doch|am|letzte\\w*)|(?:hat|haben) (?:leider )?nicht(?:s)? (?:geholfen|gebracht)|keine (?:antwort|ruckmeldung|reaktion)|wieder (?:kaputt|defekt|falsch|dasselbe|das gleiche|doppelt|nicht)|erneut|schrieb (?:ich|am)|trotz",
    ),
    "fr": (
        "(?:deuxieme|troisieme|quatrieme|seconde|2e|3e|4e) (?:fois|demande|message|relance|courrier|mail)|relance|(?:a|de) nouveau|encore (?:une fois|la meme|le meme|en panne|rien)|deja (?:ecrit|appele|demande|explique|dit|signale|contacte)|je (?:vous )?(?:recris|retente|rappelle|relance|reviens)",
        "(?:mon|ma|votre|notre) (?:premier|premiere|dernier|derniere|precedent|precedente|echange|appel|mail|message|collegue)|comme convenu|n'a rien (?:change|donne|resolu)|on m'a|vous m'aviez|promis\\w*|suite a (?:mon|ma|notre|votre)|sans (?:reponse|nouvelles?)|(?:personne|aucune reponse)|aucune? (?:reponse|nouvelle)|plus personne|le t?chat (?:du|d'hier)|(?:mon|l') ?appel du",
    ),
    "pt": (
        "(?:segunda|terceira|quarta|quinta) vez|ja (?:vos|lhe|lhes|me|o) ?(?:disse\\w*|expliquei|escrevi|pedi|perguntei)|ja (?:falei|escrevi|liguei|perguntei|expliquei|enviei)|(?:minha|meu) (?:ultim[oa]|primeir[oa]|anterior) \\w+|o (?:vosso|seu) colega|a (?:vossa|sua) colega",
        "prometeram|disseram(?:-me)?|conforme combinado|nao (?:ajudou|adiantou|resolveu)(?: nada)?|sem resposta|ninguem (?:me )?(?:responde\\w*|ligou|liga)|outra vez (?:o mesmo|a mesma|avariad\\w+)|de novo (?:o mesmo|a mesma)|(?:escrevi|liguei) (?:a|no|na|em)|(?:estou|continuo|mes|semanas?) a espera|contactos?, (?:duas|tres)|volto a",
    ),
    "it": (
        "(?:seconda|terza|quarta|ennesima) (?:volta|richiesta|mail)|(?:mia|mio|vostr[oa]|suo|sua) (?:precedente|ultim[oa]|prim[oa]|mail|chat|chiamata|collega|messaggio)|come (?:d'accordo|promesso|concordato|detto)|gia (?:scritto|detto|chiamato|spiegato|chiesto|segnalato)|ancora (?:guast\\w+|lo stesso|la stessa)",
        "sempre (?:per|lo stesso|la stessa)|(?:mi|ci) (?:avevate|hanno|avete|aveva) (?:detto|promesso)|sollecito|non (?:e|ha) (?:servito|servita|aiutato|risolto)(?: a| per)?(?: niente| nulla)?|nessun\\w* (?:risposta|notizia|novita|mi)|di nuovo (?:lo stesso|la stessa|guast\\w+|rott\\w+)|riscrivo|(?:ho )?(?:scritto|chiamato) il",
    ),
}
"""Said only by somebody who has been here before about this."""

STILL = {
    "en": (
        "still (?:no|not|waiting|nothing|missing|haven't|hasn't|isn't|doesn't|don't|won't|can't|broken|the same|leak\\w*)|(?:hasn't|has not|haven't|have not|not) (?:\\w+ ){1,4}?yet|not yet",
    ),
    "es": (
        "sigo (?:sin|esperando)|sigue (?:sin|igual|roto|rota|fallando)|seguimos (?:sin|esperando)|todavia (?:no|nada)|aun no",
    ),
    "de": ("immer noch|noch immer|noch (?:nicht|kein\\w*|nichts)",),
    "fr": (
        "toujours (?:pas|rien|en panne|aucun\\w*|sans|casse\\w*)|(?:machine|appareil|probleme|lave\\S*|il|elle|ca) (?:\\w+ )?toujours|pas encore",
    ),
    "pt": ("continu(?:o|a) (?:sem|a|avariad\\w+|igual)|ainda (?:nao|sem|nada|estou a espera)",),
    "it": (
        "ancora (?:non|niente|nulla|in attesa|nessun\\w*)|non (?:\\w+ ){1,2}?ancora|non ancora|sto (?:ancora )?aspettando|tuttora",
    ),
}
"""It is not over: said of what was told before, and as well of what is told for the first time ("still not here")."""

TROUBLE = {
    "en": (
        "(?:does|wo|has|have|is|was|did|are|were)n'?t|(?:has|have|did|does|do) not|not (?:\\w+ing|been|there|in|arrived|received|come)|never (?:arrived|came|got|turned up|received)|no longer|nothing (?:works|happens|came)|fail\\w*|broken?|wrong\\w*|missing|faulty?|faults?|error|defect\\w*|damage\\w*|crack\\w*|leak\\w*|stuck|dead|jam(?:s|med)?|stopped|refus\\w+|reject\\w+|twice|double|complain\\w*",
    ),
    "es": (
        "no|sin|nunca|nada|falla\\w*|fallo\\w*|rot[oa]s?|averi\\w+|error\\w*|mal|falta\\w*|equivocad\\w+|defect\\w+|dan(?:o|ad\\w+)|tarde|perdid\\w+|dos veces|doble|duplicad\\w+|rechaz\\w+",
    ),
    "de": (
        "nicht|kein\\w*|nie|nichts|ohne|fehl\\w+|falsch\\w*|kaputt\\w*|defekt\\w*|storung\\w*|schaden|beschadigt\\w*|gerissen\\w*|undicht\\w*|doppelt\\w*|zu spat|verloren|abgelehnt\\w*|reklam\\w+",
    ),
    "fr": (
        "pas|plus|jamais|rien|aucun\\w*|sans|panne|casse\\w*|erreur\\w*|manqu\\w+|mauvais\\w*|defaut\\w*|defectueu\\w+|abime\\w*|fuit|fuite|bloque\\w*|retard|perdu\\w*|deux fois|double|refus\\w+",
    ),
    "pt": (
        "nao|sem|nunca|nada|avari\\w+|erro\\w*|falh\\w+|falta\\w*|errad\\w+|defeit\\w+|partid\\w+|danific\\w+|atras\\w+|perdid\\w+|duas vezes|duplicad\\w+|dobro|recus\\w+",
    ),
    "it": (
        "non|senza|mai|niente|nulla|guast\\w+|errore|rott\\w+|manca\\w*|sbagliat\\w+|difett\\w+|danneggiat\\w+|bloccat\\w+|ritardo|pers[oa]|due volte|doppi\\w+|rifiutat\\w+",
    ),
}
"""Something is wrong."""

MONTHS = (
    "jan ene gen",
    "feb fev",
    "mar mrz",
    "apr abr avr",
    "may mai mag",
    "jun juin giu",
    "jul juil lug",
    "aug ago aou",
    "sep set",
    "oct okt out ott",
    "nov",
    "dec dez dic",
)
"""How the names of each month begin, January first; the longer beginnings tell June from July in French."""
