"""How a conversation ends: the agent says it is done, or that it cannot be; the customer gives up; folded."""

# ruff: noqa: E501, ISC004 - tables: one line a thought, however many words it has

DONE = {
    "en": (
        "(?:is|are|'s|'re|has been|have been|'s been|was|were|got) (?:now |all |just |been |successfully |already |hereby )*(?:booked|confirmed|reserved|scheduled|submitted|completed?|cancell?ed|refunded|fixed|resolved|solved|sorted|updated|changed|sent|shipped|dispatched|processed|done|set up|activated|unlocked|restored|issued|replaced|credited|approved|arranged|corrected|reset|removed|recovered|happy to (?:accommodate|help) you)",
        "(?:i|we)(?:'ve| have) (?:now |just |already |successfully |gone ahead and )*(?:booked|confirmed|reserved|scheduled|submitted|completed|cancell?ed|refunded|fixed|resolved|solved|sorted|updated|changed|sent|shipped|processed|set up|activated|unlocked|restored|issued|replaced|credited|approved|arranged|corrected|reset|removed|added|found (?:the|you|it))",
        "successful(?:ly)?|all (?:set|done|booked|sorted)|(?:ride|room|table|flight|appointment|meeting) (?:booked|confirmed|reserved)|you(?:'re| are) (?:booked|confirmed|in|all set)|works? again|is back (?:up|online)|your (?:balance|booking id|reference|confirmation)(?: number)? is",
    ),
    "es": (
        "(?:ha|han|esta|estan|queda|quedan|he|hemos|fue|fueron) (?:ya |sido |le |lo |la |ahora )*(?:reservad|confirmad|cancelad|reembolsad|solucionad|arreglad|actualizad|cambiad|enviad|tramitad|procesad|activad|desbloquead|repuest|abonad|aprobad|corregid|resuelt|hech|anulad|programad|agendad)[oa]s?|con exito|todo listo|ya funciona|ya esta (?:hecho|listo|solucionado|resuelto)",
    ),
    "de": (
        "(?:ist|sind|wurden?|habe|haben) (?:\\w+ ){0,6}?(?:gebucht|bestatigt|reserviert|storniert|erstattet|behoben|gelost|erledigt|aktualisiert|geandert|verschickt|versendet|versandt|gesendet|bearbeitet|aktiviert|entsperrt|freigeschaltet|ersetzt|gutgeschrieben|genehmigt|korrigiert|zuruckgesetzt|eingetragen|repariert|veranlasst|abgeschlossen)|erfolgreich|funktioniert (?:jetzt |nun )?wieder|alles (?:erledigt|fertig)",
    ),
    "fr": (
        "(?:est|sont|a ete|ont ete|ai|avons) (?:bien |maintenant |desormais |ete |deja |a present )*(?:reserve|confirme|annule|rembourse|regle|resolu|repare|actualise|modifie|change|envoye|expedie|traite|active|debloque|remplace|credite|approuve|corrige|effectue|programme|enregistre|retabli)e?s?|avec succes|c'est (?:fait|bon|regle)|fonctionne (?:a nouveau|de nouveau|maintenant)|tout est (?:pret|regle|en ordre)",
    ),
    "pt": (
        "(?:foi|foram|esta|estao|fica|ficou|ja) (?:ja |agora |sido |tudo )*(?:reservad|confirmad|cancelad|reembolsad|resolvid|arranjad|atualizad|alterad|enviad|processad|ativad|desbloquead|substituid|creditad|aprovad|corrigid|feit|tratad|agendad|estornad|concluid)[oa]s?|com sucesso|tudo (?:pronto|certo|tratado)|ja (?:esta a funcionar|funciona|resolvi|reservei|cancelei|enviei|tratei)",
    ),
    "it": (
        "(?:e|sono|e stat[oa]|sono stat[ie]|ho|abbiamo) (?:gia |ora |stat[oaie] |appena )*(?:prenotat|confermat|annullat|rimborsat|risolt|riparat|aggiornat|modificat|cambiat|inviat|spedit|elaborat|attivat|sbloccat|sostituit|accreditat|approvat|corrett|fatt|sistemat|programmat|ripristinat)[oaie]|con successo|tutto (?:pronto|fatto|a posto|sistemato)|funziona di nuovo",
    ),
}

REFUSED = {
    "en": (
        "sorry,? (?:but|we|i|the|it|there|that|to say|to hear|you are not)|unfortunately|i(?:'m| am) afraid|unable to|(?:can't|cannot|can not|couldn't|could not|(?:wasn't|was not|am not|are not|aren't|'re not) able)|not possible|(?:not|isn't|aren't|no longer|no \\w+|no \\w+ \\w+) (?:any ?more )?available|no (?:\\w+ ){0,2}(?:match\\w*|left)"
        "|failed|unsuccessful|not successful|declined|rejected|(?:don't|do not) (?:quite )?understand|only able to|not authori[sz]ed|fully booked|out of stock|sold out|has been taken|(?:no|out of) (?:warranty|refunds?)|won't be able|not (?:covered|eligible|entitled)",
    ),
    "es": (
        "lo siento|lamentablemente|lamentamos|por desgracia|desafortunadamente|no (?:es posible|podemos|puedo|ha sido posible|hay|esta disponible|esta permitido|procede)|imposible|agotad[oa]s?|rechazad[oa]|denegad[oa]|ha fallado|fuera de (?:garantia|plazo)",
    ),
    "de": (
        "leider|bedauer\\w*|tut (?:mir|uns) leid|(?:kann|konnen|konnte|konnten) (?:\\w+ ){0,6}?nicht|nicht (?:moglich|verfugbar|gestattet|vorgesehen)|unmoglich|ausgebucht|ausverkauft|abgelehnt|fehlgeschlagen|keine (?:\\w+ )?(?:verfugbar|frei)|ausserhalb der (?:garantie|frist)",
    ),
    "fr": (
        "desole\\w*|malheureusement|navre\\w*|regrett\\w*|(?:ne (?:peux|peut|pouvons|sommes|suis) pas)|n'est (?:pas|plus) (?:possible|disponible|pris|couvert)|impossible|complet|epuise|refuse\\w*|a echoue|hors (?:garantie|delai)|aucun\\w* (?:\\w+ )?disponible",
    ),
    "pt": (
        "lament\\w+|infelizmente|sinto muito|pedimos desculpa|nao (?:e possivel|podemos|posso|foi possivel|ha|esta disponivel|consigo|conseguimos)|impossivel|esgotad[oa]|recusad[oa]|falhou|fora (?:da garantia|do prazo)",
    ),
    "it": (
        "mi dispiace|ci dispiace|spiacent[ei]|purtroppo|non (?:e possibile|possiamo|posso|e stato possibile|ci sono|e disponibile|sono disponibili|riusciamo|riesco)|impossibile|esaurit[oaie]|rifiutat[oaie]|non riuscit[oa]|fuori (?:garanzia|termine)",
    ),
}

GAVE_UP = {
    "en": (
        "never ?mind|forget (?:it|about it)|oh well|too bad|that(?:'s| is) (?:a shame|unfortunate|disappointing|too bad|not good)|bummer|darn|dang|thank(?:s| you)(?: so much)? (?:anyways?|for trying|for nothing|all the same)|(?:try|call|look|go|find|check|book|ask)(?:ing)? (?:\\w+ ){0,3}?(?:elsewhere|somewhere else|someone else|another)|(?:i )?guess (?:i(?:'ll| will| have)|not)|no (?:help|use)|not helpful|give up|what a (?:shame|pity)"
        "|i(?:'ll| will) (?:just )?(?:walk|drive|wait|try again)|you(?:'re| are) (?:no help|useless)",
    ),
    "es": (
        "da igual|dejalo|dejelo|olvidalo|olvidelo|que (?:pena|lastima)|una pena|gracias de todas formas|gracias igualmente|gracias por nada|me rindo|buscare otr\\w+|ire a otr\\w+|no sirve de nada",
    ),
    "de": (
        "egal|vergessen sie(?: es)?|vergiss es|schade|trotzdem danke|danke trotzdem|danke fur nichts|ich gebe auf|woanders|dann eben nicht|bringt nichts|hilft mir nicht",
    ),
    "fr": (
        "tant pis|laissez tomber|laisse tomber|oubliez|dommage|merci quand meme|merci pour rien|j'abandonne|j'irai ailleurs|ailleurs|ca ne sert a rien|pas grave",
    ),
    "pt": (
        "deixe? (?:la|estar|pra la)|esquec[ae]|que pena|uma pena|obrigad[oa] (?:na mesma|mesmo assim|por nada)|desisto|vou procurar outr\\w+|nao adianta|nao serve de nada",
    ),
    "it": (
        "lasci(?:a|ate)? (?:perdere|stare)|non importa|fa niente|peccato|grazie (?:lo stesso|comunque|per niente)|ci rinuncio|mi arrendo|cerchero altrove|altrove|non serve a niente",
    ),
}

FAREWELL = {
    "en": ("good ?bye|bye|see you|have a (?:good|great|nice|lovely) (?:day|one|evening|weekend|night)|take care|cya",),
    "es": ("adios|hasta (?:luego|pronto)|un saludo|buen dia|que tenga(?:n)? (?:un )?buen\\w*",),
    "de": ("tschuss|auf wiedersehen|bis bald|schonen tag|schones wochenende|ciao",),
    "fr": ("au revoir|bonne (?:journee|soiree)|a bientot|bon week-?end",),
    "pt": ("adeus|ate (?:logo|breve|mais)|tchau|bom dia|boa (?:tarde|noite)",),
    "it": ("arrivederci|a presto|buona (?:giornata|serata)|ciao",),
}
