"""How agents word a request, what makes it none, and what makes it an identity check; folded."""

# ruff: noqa: E501, ISC004 - tables: one line a thought, however many words it has

ASK = {
    "en": (
        "(?:could|can|would|will) (?:you|u)",
        "(?:may|can|could|might) (?:i|we) (?:please )?(?:have|get|ask|take|know)",
        "please(?! (?:note|see|find|be|do not|don't|visit|rest|accept|allow|bear)\\b)",
        "kindly",
        "(?:i|we)(?:'ll|'d| will| would| do| also| still| just)* (?:need|require|like to know|ask (?:you )?for)",
        "(?:let|tell|give|send) (?:us|me)",
        "send over",
        "what(?:'s| is| was| are| were)",
        "which",
        "do you (?:have|know|remember)",
        "when did",
        "since when",
        "how much (?:was|were|did)",
    ),
    "es": (
        "(?:podria|puede|podrias|puedes|podriais|podeis|seria tan amable|me (?:puede|podria|da|dice|indica|facilita|pasa)s?)",
        "por favor",
        "(?:necesito|necesitamos|necesitaria|necesitariamos|precisamos|requerimos)",
        "(?:indiquenos|indiqueme|indicanos|indique|faciliteme|facilitenos|facilitanos|facilite|envieme|envienos|enviame|enviar(?:nos|me)|mandeme"
        "|mandenos|digame|diganos|dime|proporcione(?:nos|me)?|adjunte|confirme(?:me|nos)?|remitanos)",
        "(?:cual|cuales) (?:es|son|era|fue)",
        "que (?:dispositivo|modelo|navegador|version|aparato)",
        "desde cuando",
        "cuando (?:ocurrio|paso|empezo|devolvio|compro|fue)",
    ),
    "de": (
        "(?:konnen|konnten|wurden) sie",
        "(?:kannst|konntest|wurdest) du",
        "(?:bitte|bitten wir|benotigen|benotige|brauchen|brauche|brauchten|brauchte)",
        "(?:teilen|nennen|senden|schicken|geben|sagen|ubersenden|ubermitteln|bestatigen|beschreiben|schildern) sie",
        "(?:wie lautet|wie lauten|wie ist|was ist|welche[nrsm]?|wann (?:ist|war|haben|hat|trat|wurde)|seit wann)",
        "durfte ich|darf ich",
    ),
    "fr": (
        "(?:pouvez|pourriez|pourrais|peux)[- ](?:vous|tu)",
        "(?:merci (?:de|d')|veuillez|s'il vous plait|svp|je vous prie|je vous remercie de)",
        "(?:j'ai|j'aurais|nous avons|nous aurions|il (?:me|nous) faut|il (?:me|nous) faudrait|nous aurons)(?: besoin)?",
        "(?:quel|quelle|quels|quelles) (?:est|sont|etait|etaient|navigateur|appareil|modele|version|date)",
        "(?:indiquez|envoyez|communiquez|transmettez|donnez|precisez|confirmez|fournissez|decrivez|expliquez)(?:[- ](?:moi|nous))?",
        "(?:quand (?:avez|est|cela)|depuis quand)",
    ),
    "pt": (
        "(?:pode|poderia|podia|consegue|poderiam|podes|me (?:diz|envia|informa|passa))",
        "(?:por favor|por gentileza|se faz favor)",
        "(?:preciso|precisamos|necessito|necessitamos|precisava|precisavamos|solicitamos)",
        "(?:indique|envie|informe|diga|forneca|confirme|anexe|descreva|explique)(?:-(?:nos|me))?",
        "(?:qual|quais) (?:e|o|a|os|as|sao|foi|era)",
        "(?:quando (?:aconteceu|comprou|fez|foi)|em que data|desde quando)",
    ),
    "it": (
        "(?:puo|potrebbe|puoi|potresti|potete|potreste|mi (?:da|dice|indica|invia|manda|conferma)|ci (?:da|dice|indica|invia|manda))",
        "(?:per favore|per cortesia|cortesemente|gentilmente|la prego|la preghiamo)",
        "(?:ho bisogno|abbiamo bisogno|avrei bisogno|avremmo bisogno|(?:mi|ci) (?:serve|servono|servirebbe|servirebbero|occorre|occorrono)|necessitiamo)",
        "(?:indichi|invii|mandi|fornisca|comunichi|confermi|descriva|spieghi|inviare|fornirci|inviarci|indicarci|mandarci|inviarmi|mandarmi|indicarmi)(?:ci|mi)?",
        "(?:qual|quale|quali) (?:e|sono|era|dispositivo|modello|browser|versione)",
        "(?:in che data|da quando|quando e successo)",
    ),
}
"""How a request begins."""

NOT_ASKED = {
    "en": (
        "(?:no|not|don't|doesn't|without|never|nothing|needn't)(?: need| needed| necessary| require| have to)",
        "no (?:photo|picture|receipt|proof|documents?)",
        "if you (?:need|want|wish|like|prefer|have any)",
        "(?:blurred|blurry|unreadable|too dark|too small|sharper|closer|clearer|cut off|corrupt\\w*|could not open|couldn't open|can't open)",
        "(?:anything|something) else",
        "which (?:of (?:the|those|these)|pin|one)",
        "next time",
        "in (?:the )?future",
    ),
    "es": (
        "no (?:hace falta|es necesari[oa]|necesit\\w+)",
        "(?:borros[oa]s?|ilegibles?)",
        "algo mas",
        "la proxima vez",
    ),
    "de": (
        "nicht (?:notig|notwendig|erforderlich)",
        "brauchen (?:wir|sie) (?:nicht|kein\\w*)",
        "(?:unscharf\\w*|unleserlich\\w*)",
        "nachstes mal",
    ),
    "fr": (
        "(?:n'est|n'avez|n'avons) pas (?:necessaire|besoin)",
        "inutile de",
        "(?:floue?s?|illisibles?)",
        "la prochaine fois",
    ),
    "pt": ("nao (?:e preciso|e necessario|precis\\w+)", "(?:desfocad[oa]s?|ilegive\\w+)", "da proxima vez"),
    "it": ("non (?:serve|servono|occorre|e necessari[oa])", "(?:sfocat[oaei]|illeggibil[ei])", "la prossima volta"),
}
"""What makes it no request, or one with a new reason (the photo was blurred)."""

IDENTITY = {
    "en": (
        "(?:for|as a) (?:your )?(?:security|data protection|verification)",
        "security (?:check|questions?|reasons|purposes)",
        "(?:verify|confirm|check|validate) (?:your|the account holder's) identity",
        "(?:verify|confirm) (?:that )?(?:it is|it's|i am speaking (?:to|with))",
        "to verify (?:you|your account)",
        "(?:before i can|so that i can) (?:discuss|access|open) (?:the|your) (?:account|claim|details)",
        "identity (?:check|verification)",
        "(?:to|gdpr|data protection).{0,20}identify you",
    ),
    "es": (
        "por (?:su )?seguridad",
        "verificar (?:su|tu) identidad",
        "verificacion de identidad",
        "proteccion de datos",
        "confirmar su identidad",
    ),
    "de": (
        "(?:aus|zur|zu ihrer) (?:sicherheit\\w*|verifizierung|legitimation|identifikation)",
        "sicherheits(?:abfrage|frage|prufung)",
        "(?:ihre )?identitat (?:zu )?(?:prufen|bestatigen|uberprufen)",
        "datenschutz\\w*",
    ),
    "fr": (
        "(?:pour (?:votre|des raisons de)|par mesure de) securite",
        "(?:verifier|confirmer) votre identite",
        "protection des donnees",
    ),
    "pt": (
        "por (?:motivos de |razoes de )?seguranca",
        "(?:verificar|confirmar) a (?:sua )?identidade",
        "protecao de dados",
    ),
    "it": (
        "per (?:motivi di |ragioni di |la sua )?sicurezza",
        "(?:verificare|confermare) la sua identita",
        "protezione dei dati",
    ),
}
"""Words that make a request an identity check."""

IDENTITY_KINDS = (
    "name",
    "date_of_birth",
    "address",
    "postcode",
    "email",
    "phone",
    "card_last4",
    "customer_number",
    "contract_number",
)
"""Kinds that identity checks ask for."""

REFUSALS = {
    "en": (
        "(?:don't|do not|dont|can't|cannot|cant|won't|not|no) (?:\\w+ ){0,2}?(?:know|have|remember|recall|find|want|sure|idea)|forgot\\w*|no|sorry|wait|later|what|huh|hm+|one (?:moment|sec\\w*)|hold on|ok(?:ay)?|yes|sure|done|hello|hi",
    ),
    "es": ("no (?:\\w+ )?(?:se|tengo|recuerdo|encuentro)|no|espere?|un momento|olvid\\w+|si|vale|hecho|hola",),
    "de": (
        "(?:weiss|weiß|habe|finde|kenne) (?:\\w+ )*?(?:nicht|keine?n?)|nein|vergessen|moment|ja|gut|erledigt|hallo",
    ),
    "fr": (
        "(?:ne |n'|j')?(?:sais|ai|trouve|connais) (?:plus|pas)|non|oublie\\w*|un instant|attendez|oui|d'accord|bonjour",
    ),
    "pt": ("nao (?:\\w+ )?(?:sei|tenho|lembro|encontro)|nao|esqueci|um momento|espere|sim|ola",),
    "it": ("non (?:\\w+ )?(?:so|ho|ricordo|trovo)|no|dimenticat\\w+|un attimo|aspetti|si|va bene|ciao",),
}
"""Short replies that give nothing."""

DOUBT = (
    "(?:can't|cannot|can not|couldn't|could not|unable to|not able to|don't|doesn't|does not|do not|didn't|no|not) (?:\\w+ ){0,3}?(?:find|found|locate|see any|match\\w*|exist\\w*|recogni[sz]e|valid)|there is no one (?:of|with) that name"
    "|d(?:ou|o)b(?:le|ule)[ -]?check|(?:seems?|appears?|is|was|looks) (?:to be )?(?:invalid|incorrect|wrong|incomplete|missing a digit)|check (?:it|the number|that|them) again|mistyped"
    "|(?:not|no longer|isn't|aren't) (?:\\w+ )?available|unavailable|sold out|no (?:esta |estan )?disponibles?|nicht (?:mehr )?verfugbar|plus disponible|indisponivel|non (?:piu )?disponibile"
    "|no (?:lo |la |los )?(?:encuentro|encontramos|localizo|localizamos|aparece|coincide|existe)|(?:es|parece) (?:incorrect[oa]|invalid[oa]|erroneo)"
    "|nicht (?:finden|gefunden|zuordnen|vorhanden|gultig)|stimmt (?:leider )?nicht|ungultig|unvollstandig"
    "|ne (?:le |la )?(?:trouve|trouvons|retrouve|retrouvons|correspond) pas|(?:introuvable|invalide|erronee?|incorrecte?)"
    "|nao (?:o |a )?(?:encontro|encontramos|localizo|corresponde|existe)|(?:incorret[oa]|invalid[oa])|non (?:lo |la )?(?:trovo|troviamo|risulta|corrisponde|esiste)|(?:errato|non valido|sbagliato)"
)
"""In an agent's comment: what was given does not do, so asking again has a reason."""

NEW_ERRAND = (
    "instead|another|different|change (?:it|my|the)|chang(?:e|ing) (?:\\w+ ){0,2}(?:booking|reservation|order|date|day|time)|second (?:one|order|booking|ticket|reservation)|other (?:one|order|booking|ticket)"
    "|(?:now|next|also|then|by the way|oh and)[, ]+(?:i|can|could|please|we) (?:\\w+ )?(?:need|want|would|help|you|also|like)|i(?:'d| would)? also (?:like|need|want)|one more thing|not (?:on |at )?\\w+day|changed my mind|reschedul\\w+|remembered|reali[sz]ed|(?:can't|cannot|can not|won't) (?:make|be)|busy|conflict|have plans|interview|commitment|have (?:a|an|my) (?:\\w+ )?(?:date|appointment|wedding|meeting|shift|class|exam)|(?:on|at) that (?:date|time|day)|(?:following|next) day"
    "|otr[oa]|ademas|tambien (?:quiero|necesito)|cambiar|ander(?:e|en|er|es)|ausserdem|andern|stattdessen|autre|aussi (?:besoin|je)|changer|plutot|outr[oa]|tambem (?:quero|preciso)|mudar|altr[oa]|anche (?:bisogno|vorrei)|cambiare"
)
"""In a customer's message: what was given before may not be for this."""

WHOLE_NAME = "full name|last name|surname|family name|nombre completo|apellidos?|vollstandigen namen|nachnamen?|nom complet|nom de famille|nome completo|apelido|cognome"

TO_THEM = "gli|lui|leur|ihm"
"""Whom something was told, in front of the verb: to him, to them; where "le", "lhe" and "ihnen" may be us."""

OTHER_PERSON = " (?:him|her|them|my (?:wife|husband|partner|boss|son|daughter|mother|father|friend|colleague|mum|dad|bank|landlord)|the (?:driver|courier|nurse|waiter|host|engineer|technician))"
"""After "I told": whom, if not us."""

NEXT_ERRAND = "anything else|something else|else (?:can|i can|we can)|would you like (?:me|us)|shall i|should i|algo mas|sonst noch|noch etwas|autre chose|mais alguma|altro|qualcos'altro"
"""In an agent's question: one errand is done, or about to be."""
