"""What customers say of articles that did not help, and of the language that they want; folded."""

# ruff: noqa: E501 - tables: one line a thought, however many words it has

ARTICLE_NAMED = {
    "en": (
        "(?:\\w+ )?articles?(?: \\d+)?|guides?|links?|faqs?|help (?:cent(?:re|er)|pages?|section)|instructions|tutorial|manual|(?:all of |did |done )?\\d{2,4}|page",
    ),
    "es": ("articulos?(?: \\d+)?|enlaces?|guias?|tutorial(?:es)?|pagina|preguntas frecuentes|link|ayuda",),
    "de": ("artikels?(?: \\d+)?|links?|anleitung(?:en)?|hilfeseite\\w*|seite|faq",),
    "fr": ("articles?(?: \\d+)?|liens?|guides?|tutoriels?|page|faq|fiche",),
    "pt": ("artigos?(?: \\d+)?|links?|guias?|tutorial|pagina|perguntas frequentes",),
    "it": ("articol[oi](?: \\d+)?|links?|guid[ae]|tutorial|pagina|faq",),
}

FAILED = {
    "en": (
        "(?:did|does|do|has|have|is|was)(?:n't| not|nt) (?:\\w+ ){0,2}?(?:help\\w*|work\\w*|answer\\w*|say|cover|mention|apply|exist|solve\\w*|fix\\w*|match|fit)|(?:no|not any|zero) help|(?:not|isn't) (?:helpful|useful|about|there|what)|(?:useless|pointless)|says nothing|nothing (?:about|in it|there)|no use|(?:already|have|'ve|i) (?:read|tried|followed|did|done|gone through|been through|seen|know)|(?:same|very) (?:link|article|page|one)|to no avail|without success|(?:can't|cannot) (?:do|find) (?:it|that|this)|only (?:lets|says|tells)",
    ),
    "es": (
        "no (?:me )?(?:\\w+ )?(?:sirve|sirvio|vale|ayuda|funciona|resuelve|dice|habla|explica|sale|aparece|ha servido|soluciona)|ya (?:lo |la |he |habia )?(?:\\w+ )?(?:lei|leid[oa]|segui\\w*|probe|probado|hice|hecho|visto|conozco)|(?:el|la) mism[oa]|inutil|he seguido",
    ),
    "de": (
        "(?:hilft|half|geholfen|funktioniert\\w*|steht|passt|bringt|gebracht) (?:\\w+ ){0,3}?(?:nicht|nichts|nix|kein\\w*)|(?:nicht|nichts|kein\\w*) (?:\\w+ ){0,3}?(?:geholfen|hilft|hilfreich|funktioniert|gebracht|drin|dazu)|(?:schon|bereits) (?:\\w+ ){0,3}?(?:gelesen|probiert|versucht|gemacht|durch\\w*|befolgt)|(?:derselbe|dieselbe|denselben|gleiche|genau diesen)|nutzlos|durchgearbeitet|(?:gemacht|gelesen|probiert)",
    ),
    "fr": (
        "(?:n'|ne )(?:\\w+ ){0,2}?(?:aide|sert|marche|fonctionne|dit|parle|repond|explique|resout|correspond|a) (?:\\w+ )?(?:pas|rien|plus|aucun\\w*)|n'a (?:\\w+ )?(?:pas|rien) (?:\\w+ )?(?:aide|resolu|change|donne|servi)|(?:deja|j'ai) (?:\\w+ )?(?:lu|suivi|essaye|fait|consulte)|(?:le|la) meme|inutile",
    ),
    "pt": (
        "nao (?:me )?(?:\\w+ )?(?:ajuda|ajudou|serve|serviu|funciona|resolve|resolveu|diz|fala|explica|aparece|adiantou)|ja (?:o |a |tinha )?(?:\\w+ )?(?:li|lido|segui|seguido|tentei|fiz|vi|experimentei)|(?:o|a) mesm[oa]|inutil",
    ),
    "it": (
        "non (?:mi )?(?:\\w+ )?(?:aiuta|aiutato|serve|servito|funziona|risolve|risolto|dice|parla|spiega|c'e|e servito)|(?:gia|ho) (?:\\w+ )?(?:lett\\w+|seguit\\w+|provat\\w+|fatt\\w+|vist\\w+)|(?:lo|la) stess[oa]|stesso|inutile",
    ),
}

ASKS_FOR_LANGUAGE = {
    "en": (
        "(?:reply|answer|write|respond|continue|speak|read|understand|prefer|please)(?: \\w+){0,3}?(?: in)? (?:english|spanish|german|french|portuguese|italian)|(?:english|spanish|german|french|portuguese|italian) (?:is|are|would be) (?:fine|ok|okay|no problem|good|better|great)|in (?:english|spanish|german|french|portuguese|italian),? please",
    ),
    "es": (
        "(?:respond\\w*|escrib\\w+|contest\\w+|hablo|hablamos|entiendo|prefiero|por favor)(?: \\w+){0,3}?(?: en)? (?:ingles|espanol|castellano|aleman|frances|portugues|italiano)|en (?:ingles|espanol|castellano|aleman|frances|portugues|italiano),? por favor|(?:ingles|espanol|castellano|aleman|frances|portugues|italiano) (?:esta|va) bien",
    ),
    "de": (
        "(?:antwort\\w*|schreib\\w*|spreche|sprechen|verstehe|gerne?|bitte)(?: \\w+){0,3}?(?: auf)? (?:englisch|spanisch|deutsch|franzosisch|portugiesisch|italienisch)|auf (?:englisch|spanisch|deutsch|franzosisch|portugiesisch|italienisch),? bitte|(?:englisch|spanisch|deutsch|franzosisch|portugiesisch|italienisch) ist (?:ok|okay|in ordnung|kein problem)",
    ),
    "fr": (
        "(?:repond\\w*|ecri\\w+|parle|comprends|prefere|merci de)(?: \\w+){0,3}?(?: en)? (?:anglais|espagnol|allemand|francais|portugais|italien)|en (?:anglais|espagnol|allemand|francais|portugais|italien),? (?:svp|s'il vous plait|merci)|(?:anglais|espagnol|allemand|francais|portugais|italien) me convient",
    ),
    "pt": (
        "(?:respond\\w*|escrev\\w+|falo|entendo|percebo|prefiro|por favor)(?: \\w+){0,3}?(?: em)? (?:ingles|espanhol|alemao|frances|portugues|italiano)|em (?:ingles|espanhol|alemao|frances|portugues|italiano),? por favor|pode ser em (?:ingles|espanhol|alemao|frances|portugues|italiano)",
    ),
    "it": (
        "(?:rispond\\w*|scriv\\w+|parlo|capisco|preferisco|per favore)(?: \\w+){0,3}?(?: in)? (?:inglese|spagnolo|tedesco|francese|portoghese|italiano)|in (?:inglese|spagnolo|tedesco|francese|portoghese|italiano),? per favore|(?:inglese|spagnolo|tedesco|francese|portoghese|italiano) va bene",
    ),
}
"""The customer names a language that they want to be written to in."""

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
