"""What customers say of articles that did not help, and of the language that they want; folded."""

# ruff: noqa: E501 - tables: one line a thought, however many words it has

ARTICLE_NAMED = {
    "en": (
        "articles?(?: \\d+)?|guides?|faqs?|help (?:cent(?:re|er)|pages?|section)|your (?:web)?(?:page|site|link)|instructions|tutorial|manual|(?:all of|did|done|read|followed) \\d{2,4}",
    ),
    "es": ("articulos?(?: \\d+)?|guias?|tutorial(?:es)?|pagina de ayuda|preguntas frecuentes|centro de ayuda",),
    "de": ("artikels?(?: \\d+)?|anleitung(?:en)?|hilfe(?:seite|bereich|artikel|center)\\w*|faq",),
    "fr": ("articles?(?: \\d+)?|guides?|tutoriels?|page d'aide|faq|fiche",),
    "pt": ("artigos?(?: \\d+)?|guias?|tutorial|pagina de ajuda|perguntas frequentes",),
    "it": ("articol[oi](?: \\d+)?|guid[ae]|tutorial|pagina di aiuto|faq",),
}
"""What customers call what they can read by themselves."""

READ = {
    "en": ("read|tried|follow\\w*|steps?|says?|went through|gone through|been through|described|according to",),
    "es": ("lei|leid[oa]|segu\\w+|pasos?|probad\\w+|dice|explica|consultad\\w+",),
    "de": ("gelesen|befolgt|gefolgt|schritte?n?|probiert|ausprobiert|durch\\w*|laut|nach",),
    "fr": ("lu|suivi\\w*|etapes?|essaye\\w*|consulte\\w*|selon|dit|explique",),
    "pt": ("li|lido|segui\\w*|passos?|tentei|diz|explica|consultei",),
    "it": ("lett\\w+|seguit\\w+|passi|passaggi|provat\\w+|dice|spiega|consultat\\w+",),
}
"""It was read: an "article" that was bought, and does not work, is none to read."""

OUT_OF_ORDER = {
    "en": (
        "(?:do|does|did|is|was|has|have|are)(?:n't| not|nt) (?:\\w+ ){0,2}?(?:work\\w*|match|fit|solve\\w*|fix\\w*|there|exist|apply)",
    ),
    "es": ("no (?:\\w+ )?(?:funciona|vale|sirve|aparece|sale)|(?:el|la) mism[oa]",),
    "de": (
        "(?:funktioniert\\w*|passt|steht) (?:\\w+ ){0,3}?(?:nicht|nichts|kein\\w*)|nicht (?:\\w+ ){0,3}?funktioniert|(?:derselbe|dieselbe|denselben|gleiche)",
    ),
    "fr": (
        "(?:n'|ne )(?:\\w+ ){0,2}?(?:marche|fonctionne|correspond|sert|a) (?:\\w+ )?(?:pas|rien|plus)|(?:le|la) meme|j'ai fait",
    ),
    "pt": ("nao (?:\\w+ )?(?:funciona|serve|aparece)|(?:o|a) mesm[oa]",),
    "it": ("non (?:\\w+ )?(?:funziona|serve|c'e)|(?:lo|la) stess[oa]|stesso|ho (?:\\w+ )?(?:fatt|vist)\\w+",),
}
"""What is said of goods as well as of articles."""

FAILED = {
    "en": (
        "(?:did|does|do|has|have|is|was)(?:n't| not|nt) (?:\\w+ ){0,2}?(?:help\\w*|work\\w*|answer\\w*|say|cover|mention|apply|exist|solve\\w*|fix\\w*|match|fit)|(?:no|not any|zero) help|(?:not|isn't) (?:helpful|useful|about|there|what)|(?:useless|pointless)|says nothing|nothing (?:about|in it|there|on)|no use|(?:already|have|'ve|i'?ve|i) (?:read|tried|followed|did|done|gone through|been through|seen|know)|(?:same|very) (?:link|article|page|one)|to no avail|without success|no (?:difference|luck|change|effect|joy)|(?:read|tried|did|done) (?:it|that|them) (?:all|already|twice|,)|instead of (?:\\w+ ){0,3}?(?:links?|articles?)|(?:page|article|guide|link|that|it) is (?:only |all |just )?(?:about|for)|only (?:covers|explains|describes)|(?:another|a different|the old|the wrong) (?:model|version|device)|(?:can't|cannot) (?:do|find) (?:it|that|this)|only (?:lets|says|tells)",
    ),
    "es": (
        "no (?:me )?(?:\\w+ )?(?:pone|viene|menciona|sirve|sirvio|vale|ayuda|funciona|resuelve|dice|habla|explica|sale|aparece|ha servido|soluciona)|ya (?:lo |la |he |habia )?(?:\\w+ )?(?:lei|leid[oa]|segui\\w*|probe|probado|hice|hecho|visto|conozco)|(?:el|la) mism[oa]|inutil|(?:he|habia) (?:\\w+ )?(?:seguido|leido|probado|visto|mirado|hecho)|sin (?:exito|resultado)|otr[oa] (?:modelo|version|aparato)|sigue igual|nada cambia|(?:en vez|en lugar) de (?:\\w+ ){0,3}?(?:enlaces?|articulos?)|solo (?:habla|explica|dice)",
    ),
    "de": (
        "(?:hilft|half|geholfen|funktioniert\\w*|steht|passt|bringt|gebracht) (?:\\w+ ){0,3}?(?:nicht|nichts|nix|kein\\w*)|(?:nicht|nichts|kein\\w*) (?:\\w+ ){0,3}?(?:geholfen|hilft|hilfreich|funktioniert|gebracht|drin|dazu)|(?:schon|bereits) (?:\\w+ ){0,3}?(?:gelesen|probiert|versucht|gemacht|durch\\w*|befolgt)|(?:derselbe|dieselbe|denselben|gleiche|genau diesen)|nutzlos|durchgearbeitet|(?:gemacht|gelesen|probiert|befolgt)|ohne erfolg|(?:ein )?ander(?:es|en|e) (?:modell|gerat|version)|nicht weiter|kein(?:en)? (?:unterschied|erfolg)|(?:statt|anstatt) (?:\\w+ ){0,3}?links?|(?:da|dort|darin|hier) steht nur|steht (?:da|dort|darin|hier) nur",
    ),
    "fr": (
        "(?:n'|ne )(?:\\w+ ){0,2}?(?:mentionne|precise|aide|sert|marche|fonctionne|dit|parle|repond|explique|resout|correspond|a) (?:\\w+ )?(?:pas|rien|plus|aucun\\w*)|n'a (?:\\w+ )?(?:pas|rien) (?:\\w+ )?(?:aide|resolu|change|donne|servi)|(?:deja|j'ai) (?:\\w+ )?(?:lu|suivi|essaye|fait|consulte)|(?:le|la) meme|inutile|sans (?:succes|resultat|effet)|autre (?:modele|version|appareil)|m'avance|aucun (?:changement|resultat|effet)|ca ne change rien|au lieu de (?:\\w+ ){0,3}?(?:liens?|articles?)|(?:parle|explique|dit) (?:seulement|uniquement|juste)",
    ),
    "pt": (
        "nao (?:me )?(?:\\w+ )?(?:menciona|refere|ajuda|ajudou|serve|serviu|funciona|resolve|resolveu|diz|fala|explica|aparece|adiantou)|ja (?:o |a |tinha )?(?:\\w+ )?(?:li|lido|segui|seguido|tentei|fiz|vi|experimentei)|(?:o|a) mesm[oa]|inutil|sem (?:sucesso|resultado|efeito)|outr[oa] (?:modelo|versao|aparelho)|(?:continua|esta|ficou) (?:tudo )?na mesma|(?:em vez|em lugar) de (?:\\w+ ){0,3}?(?:links?|artigos?)|so (?:fala|explica|diz)",
    ),
    "it": (
        "non (?:mi )?(?:\\w+ )?(?:menziona|riporta|aiuta|aiutato|serve|servito|funziona|risolve|risolto|dice|parla|spiega|c'e|e servito)|(?:gia|ho) (?:\\w+ )?(?:lett\\w+|seguit\\w+|provat\\w+|fatt\\w+|vist\\w+)|(?:lo|la) stess[oa]|stesso|inutile|senza (?:successo|risultato|esito)|altr[oa] (?:modello|versione)|nessun (?:cambiamento|risultato|effetto)|non cambia (?:nulla|niente)|(?:invece|anziche) (?:di )?(?:\\w+ ){0,3}?(?:links?|articoli)|(?:parla|spiega|dice) solo",
    ),
}

ASKS_FOR_LANGUAGE = {
    "en": (
        "(?:reply|answer|write|respond|continue|speak|read|understand|prefer|please)(?: \\w+){0,3}?(?: in)? (?:english|spanish|german|french|portuguese|italian)|(?:english|spanish|german|french|portuguese|italian) (?:is|are|would be|works) (?:also |totally |perfectly |just )?(?:fine|ok|okay|no problem|good|better|great|too)|in (?:english|spanish|german|french|portuguese|italian),? please",
    ),
    "es": (
        "(?:respond\\w*|escrib\\w+|contest\\w+|hablo|hablamos|entiendo|prefiero|por favor)(?: \\w+){0,3}?(?: en)? (?:ingles|espanol|castellano|aleman|frances|portugues|italiano)|en (?:ingles|espanol|castellano|aleman|frances|portugues|italiano),? por favor|(?:ingles|espanol|castellano|aleman|frances|portugues|italiano) (?:tambien )?(?:esta|va|me (?:va|parece)) (?:tambien )?bien|(?:ingles|aleman|frances|portugues|italiano|espanol) tambien (?:me )?(?:vale|sirve)",
    ),
    "de": (
        "(?:antwort\\w*|schreib\\w*|spreche|sprechen|verstehe|gerne?|bitte)(?: \\w+){0,3}?(?: auf)? (?:englisch|spanisch|deutsch|franzosisch|portugiesisch|italienisch)|auf (?:englisch|spanisch|deutsch|franzosisch|portugiesisch|italienisch),? bitte|(?:englisch|spanisch|deutsch|franzosisch|portugiesisch|italienisch) (?:ist|ware|geht) (?:\\w+ ){0,2}?(?:ok|okay|in ordnung|kein problem|auch|fein|recht)",
    ),
    "fr": (
        "(?:repond\\w*|ecri\\w+|parle|comprends|prefere|merci de)(?: \\w+){0,3}?(?: en)? (?:anglais|espagnol|allemand|francais|portugais|italien)|en (?:anglais|espagnol|allemand|francais|portugais|italien),? (?:svp|s'il vous plait|merci)|(?:anglais|espagnol|allemand|francais|portugais|italien) (?:me |nous )?(?:convient|va (?:aussi|tres bien)|est aussi possible|ne (?:me |nous )?(?:pose|derange) pas)",
    ),
    "pt": (
        "(?:respond\\w*|escrev\\w+|falo|entendo|percebo|prefiro|por favor)(?: \\w+){0,3}?(?: em)? (?:ingles|espanhol|alemao|frances|portugues|italiano)|em (?:ingles|espanhol|alemao|frances|portugues|italiano),? por favor|(?:ingles|espanhol|alemao|frances|italiano|portugues) (?:tambem )?(?:esta (?:otimo|bem)|serve|nao e problema)|pode ser em (?:ingles|espanhol|alemao|frances|portugues|italiano)",
    ),
    "it": (
        "(?:rispond\\w*|scriv\\w+|parlo|capisco|preferisco|per favore)(?: \\w+){0,3}?(?: in)? (?:inglese|spagnolo|tedesco|francese|portoghese|italiano)|in (?:inglese|spagnolo|tedesco|francese|portoghese|italiano),? per favore|(?:inglese|spagnolo|tedesco|francese|portoghese|italiano) (?:mi )?(?:va (?:anche )?(?:bene|benissimo)|non e un problema)",
    ),
}
"""The customer names a language that they want to be written to in."""

NOT_IN = {
    "en": ("not|no|don't|do not|can't|cannot|never|barely|hardly",),
    "es": ("no|tampoco|nunca|apenas",),
    "de": ("nicht|kein|keine|kaum|wenig|leider nur",),
    "fr": ("ne|pas|n'|peu|guere|mal",),
    "pt": ("nao|nunca|mal|pouco",),
    "it": ("non|poco|male",),
}
"""Beside such a name: it is the language that they do not want."""

LEAVES = {
    "en": (
        "that(?:'s| is|s) (?:it|all|everything|fine|perfect|great)|that(?:'ll| will) (?:be all|do)|no,? (?:thanks|thank you|that's|nothing)|nothing (?:else|more)|(?:good ?)?bye|see (?:you|ya)|all (?:set|good|sorted|done)|never ?mind|have a (?:nice|good|great)|cheers|got it|perfect",
    ),
    "es": (
        "eso es todo|nada mas|no,? gracias|adios|hasta (?:luego|pronto)|todo (?:bien|listo|claro)|perfecto|buen dia|dejelo",
    ),
    "de": (
        "das (?:ist|war) alles|das war's|nichts weiter|nein,? danke|tschuss|auf wiedersehen|alles (?:klar|gut|erledigt)|perfekt|schonen tag|hat sich erledigt",
    ),
    "fr": (
        "c'est (?:tout|bon|parfait)|rien d'autre|non,? merci|au revoir|a bientot|parfait|bonne (?:journee|soiree)|laissez tomber",
    ),
    "pt": (
        "e tudo|e so isso|mais nada|nao,? obrigad[oa]|adeus|ate (?:logo|breve)|tudo (?:bem|certo)|perfeito|bom dia|deixe estar",
    ),
    "it": (
        "e tutto|nient'altro|no,? grazie|arrivederci|a presto|tutto (?:bene|chiaro|a posto)|perfetto|buona (?:giornata|serata)|lasci perdere",
    ),
}
"""The customer leaves: nothing is wanted any more."""

NAMES = {
    "en": "english|ingles|englisch|anglais|inglese",
    "es": "spanish|espanol|castellano|spanisch|espagnol|espanhol|spagnolo",
    "de": "german|aleman|deutsch|allemand|alemao|tedesco",
    "fr": "french|frances|franzosisch|francais|francese",
    "pt": "portuguese|portugues|portugiesisch|portugais|portoghese",
    "it": "italian|italiano|italienisch|italien",
}
"""What each language is called in the six."""
