"""Words of frustration and thanks in the six languages; folded."""

# ruff: noqa: E501, ISC004 - tables: one line a thought, however many words it has

ANGRY = {
    "en": (
        "furious|livid|outrag\\w+|disgust\\w+|disgrace\\w*|appalling|scandal\\w*|unbelievable|pathetic|joke|lawyers?|solicitors?|ombudsman|trading standards|legal action|sue you|court"
        "|scam\\w*|fraud\\w*|crooks?|thieves|liars?|absolutely sick|sick (?:and tired )?of|fed up|rubbish|useless|incompetent|never again|cancel the whole|what the hell|wtf|bullshit|shambles"
        "|hell|stupid|idiots?|insult\\w*|chargeback",
    ),
    "es": (
        "indignad[oa]|indignante|verguenza|vergonzos[oa]|tomadura de pelo|estaf\\w+|increible|inaceptable|abogad[oa]s?|denuncia\\w*|consumo|inadmisible|hart[oa]|furios[oa]|asco"
        "|ladrones|mentiros\\w+|impresentable\\w*|burla|desastre|reclamacion oficial",
    ),
    "de": (
        "frechheit|unverschamt\\w*|stinksauer|wutend|unfassbar|anwalt|verbraucherzentrale|betrug|abzocke|unmoglich|saftladen|lacherlich|kundige|katastrophe|zumutung|reicht(?: es)? mir|wahnsinn"
        "|kann doch nicht wahr sein|schnauze voll|skandal|inkompetent\\w*|emport",
    ),
    "fr": (
        "inadmissible|scandaleu\\w+|honteu\\w+|honte|inacceptable|furieu\\w+|colere|avocat|arnaque\\w*|ras le bol|marre|moquez|foutez|incroyable|voleurs?|lamentable|dgccrf|tribunal|ridicule"
        "|mise en demeure|excede\\w*|se moque|se fiche",
    ),
    "pt": (
        "vergonha|vergonhos[oa]|inaceitavel|inadmissivel|furios[oa]|indignad[oa]|ridicul[oa]|absurdo|advogad[oa]|palhacada|burla|roubo|fart[oa]|livro de reclamacoes|procon|deco|escandal\\w+"
        "|gozar comigo|incrivel|nojo|lamentavel|ladroes|tribunal",
    ),
    "it": (
        "vergogna|vergognos[oa]|inaccettabile|inammissibile|furios[oa]|indignat[oa]|ridicol[oa]|assurd[oa]|avvocato|truffa\\w*|presa in giro|stuf[oa]|schifo|scandalos[oa]|incredibile|basta|ladri"
        "|pagliacciata|associazione consumatori|incompetenti|prendete in giro",
    ),
}

FRUSTRATED = {
    "en": (
        "frustrat\\w+|unacceptable|ridiculous|annoy(?:ed|ing)|angry|upset|terrible|awful|waste of (?:my )?time|(?:third|3rd|fourth|4th|fifth|5th) time|how many times|second time|not good enough"
        "|very disappoint\\w+|exactly as in my first|do you (?:people|even|guys)|(?:didn't|haven't|don't|did not|have not) even (?:read|look|bother)\\w*|again and again|still nothing|sort this out|had enough"
        "|running out of patience|losing patience|read (?:the|my) (?:other|email|message|ticket)|at least read|starts? (?:at|from) zero|seriously",
    ),
    "es": (
        "frustrad[oa]|frustrante|enfadad[oa]|molest[oa](?! ?s? que)|(?:tercera|cuarta|quinta|segunda) vez|cansad[oa]|pesim[oa]|fatal|perder el tiempo|otra vez lo mismo|ni (?:lo )?han leido|cuantas veces"
        "|muy decepcionad[oa]|paciencia|de nuevo lo mismo",
    ),
    "de": (
        "frustrier\\w+|verargert|argerlich|sauer|genervt|zum (?:dritten|vierten|zweiten|wiederholten) mal|enttausch\\w+|inakzeptabel|zeitverschwendung|immer dasselbe|lesen sie|textbaustein|schlimm|nervt"
        "|langsam reicht|geduld|wie oft",
    ),
    "fr": (
        "frustr\\w+|agace\\w*|enerve\\w*|decu\\w*|(?:troisieme|quatrieme|deuxieme|seconde|3e|2e|4e) fois|perte de temps|patience|encore une fois|toujours rien|combien de fois|mecontent\\w*|penible|desagreable"
        "|lisez[- ]vous|vous lisez",
    ),
    "pt": (
        "frustrad[oa]|chatead[oa]|irritad[oa]|desiludid[oa]|decepcionad[oa]|(?:terceira|quarta|segunda|quinta) vez|perda de tempo|paciencia|quantas vezes|pessim[oa]|cansad[oa]|aborrecid[oa]|desapontad[oa]"
        "|ninguem (?:le|responde)",
    ),
    "it": (
        "frustrat[oa]|frustrante|arrabbiat[oa]|delus[oa]|deludente|(?:terza|quarta|seconda|quinta) volta|perdita di tempo|pazienza|quante volte|pessim[oa]|stanc[oa]|infastidit[oa]|seccat[oa]|non leggete"
        "|nessuno (?:legge|risponde)",
    ),
}

UNEASY = {
    "en": (
        "still (?:not|no|waiting|haven't|hasn't|isn't|doesn't|black|broken|the same|there|nothing)|again|disappoint\\w+|worried|concern\\w*|any (?:news|update)|not happy|unhappy|unfortunately|confus\\w+"
        "|doesn't help|does not help|hello\\?|anyone there|already",
    ),
    "es": (
        "sigo sin|sigue sin|todavia no|aun no|otra vez|de nuevo|decepcionad[oa]|preocupad[oa]|no entiendo|se sabe algo|hay alguien|alguna novedad|ya (?:lo|se lo|les)",
    ),
    "de": (
        "immer noch|noch immer|noch nicht|schon wieder|wieder|leider|unzufrieden|besorgt|gibt es (?:etwas )?neues|verwirrt|ratlos|bis heute|schon",
    ),
    "fr": (
        "toujours pas|pas encore|encore|malheureusement|inquiet\\w*|des nouvelles|personne|je ne comprends pas|deja",
    ),
    "pt": (
        "ainda nao|continuo sem|continua sem|outra vez|de novo|novamente|preocupad[oa]|novidades|alguem ai|nao entendo|infelizmente|ja (?:vos|lhe|disse)",
    ),
    "it": (
        "ancora|non ho ancora|di nuovo|preoccupat[oa]|novita|c'e qualcuno|non capisco|purtroppo|sempre lo stesso|gia",
    ),
}

THIRD_PARTY = {
    "en": (
        "plumber|rail\\w*|train|airline|neighbou?rs?|landlord|(?:my|his|her|the) bank|post office|my (?:boss|ex|husband|wife|insurer)|builder|roofer|council|that (?:man|company|guy)|courier",
    ),
    "es": ("vecin[oa]s?|fontanero|mi banco|mi jef[ea]|tren|renfe|aerolinea|casero|seguro del",),
    "de": ("nachbar\\w*|klempner|bahn|meine bank|vermieter|fluggesellschaft|handwerker|mein chef",),
    "fr": ("voisin\\w*|plombier|sncf|train|ma banque|proprietaire|mon (?:patron|chef)|artisan",),
    "pt": ("vizinh[oa]s?|canalizador|encanador|comboio|meu banco|senhorio|meu chefe|companhia aerea",),
    "it": ("vicin[oi]|idraulico|treno|trenitalia|mia banca|padrone di casa|mio capo|compagnia aerea|condominio",),
}
"""Whom the anger may be at instead of us."""

AT_US = {
    "en": ("you|your|yours|service|support|agents?|colleague",),
    "es": ("ustedes|les|os|vosotros|su servicio|servicio|atencion|me (?:cerraron|contestan|deben|devuelven)",),
    "de": ("sie|ihr|ihre[mnrs]?|ihnen|euch|service|support|kundendienst",),
    "fr": ("vous|votre|vos|service|support",),
    "pt": ("voces|vos|vosso|vossa|servico|apoio|atendimento",),
    "it": ("voi|vi|vostr[oaie]|servizio|assistenza",),
}

THANKS = {
    "en": (
        "thanks?(?: you| u)?(?! for nothing)|thx|ty|cheers|brill(?:iant)?|lovely|perfect|great|wonderful|legend|much appreciated|appreciated|ta|smashing|excellent|bless you|how kind|works for me|that's fine"
        "|all good|sorted|makes sense|got it|will do|very good|sounds good|fine|helpful|love it|clear|understood|yes please|ok(?:ay)?|goodnight|great stuff|awesome",
    ),
    "es": (
        "(?:muchas |muchisimas |mil )?gracias|perfecto|genial|estupendo|de acuerdo|muy bien|aclarado|vale|ok|recibido|listo|fenomenal|buenisimo",
    ),
    "de": (
        "(?:vielen |besten |herzlichen |lieben )?dank|danke(?:schon)?|prima|super|perfekt|top|wunderbar|alles klar|passt|sehr gut|reicht mir(?:,)?|in ordnung|gut|ok|klasse|toll|jo|genau das",
    ),
    "fr": (
        "merci(?! de (?:bien vouloir |(?:m'|me |nous |le |la |les |lui |y )*\\w+(?:er|ir|re)\\b))(?: beaucoup| bien)?|parfait|super|tres bien|d'accord|genial|entendu|ca marche|ok|excellent|impeccable|nickel|c'est note|c'est clair|top",
    ),
    "pt": (
        "(?:muito )?obrigad[oa]|perfeito|otimo|optimo|excelente|certo|combinado|de acordo|esta bem|ok|valeu|agradeco|maravilha|fixe|beleza|tudo bem|impecavel|show",
    ),
    "it": (
        "(?:grazie|mille grazie|tante grazie)(?: mille)?|perfetto|ottimo|benissimo|va bene|d'accordo|ok|gentilissim[oa]|bene|chiaro|tutto chiaro|capito|fantastico|eccellente",
    ),
}

PRAISE = {
    "en": (
        "shout ?out|well done|kudos|great (?:job|service|team)|best (?:service|support)|you guys rock|compliments? to|impressed|made my day|thank you (?:all )?for (?:the|your)|wanted to say",
    ),
    "es": ("enhorabuena|felicit\\w+|gran (?:servicio|trabajo|equipo)|gracias por (?:la|su|el|todo)",),
    "de": ("lob|hut ab|toller service|grossartig\\w*|gro(?:ß|ss)es lob|danke fur (?:die|den|ihre)",),
    "fr": ("bravo|felicitations|excellent (?:service|travail)|chapeau|merci pour (?:le|la|votre|tout)",),
    "pt": ("parabens|excelente (?:servico|trabalho|atendimento)|elogio|obrigad[oa] (?:por|pela|pelo)",),
    "it": ("complimenti|bravi\\w*|ottimo (?:servizio|lavoro)|grazie per (?:il|la|l'|tutto)",),
}
