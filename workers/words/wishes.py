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
        "(?:in|speak|write|reply|answer|use) (?:\\w+ ){0,3}?(?:english|spanish|german|french|portuguese|italian)|(?:english|spanish|german|french|portuguese|italian) (?:is|are|would be) (?:fine|ok|okay|no problem|good|better|great)",
    ),
    "es": (
        "(?:en|hablo|hablar|escrib\\w+|entiendo) (?:\\w+ ){0,3}?(?:ingles|espanol|castellano|aleman|frances|portugues|italiano)",
    ),
    "de": (
        "(?:auf|in|spreche|verstehe) (?:\\w+ ){0,3}?(?:englisch|spanisch|deutsch|franzosisch|portugiesisch|italienisch)",
    ),
    "fr": ("(?:en|parle|ecri\\w+|comprends) (?:\\w+ ){0,3}?(?:anglais|espagnol|allemand|francais|portugais|italien)",),
    "pt": (
        "(?:em|falo|falar|escrev\\w+|entendo|percebo) (?:\\w+ ){0,3}?(?:ingles|espanhol|alemao|frances|portugues|italiano)",
    ),
    "it": ("(?:in|parlo|scriv\\w+|capisco) (?:\\w+ ){0,3}?(?:inglese|spagnolo|tedesco|francese|portoghese|italiano)",),
}
"""The customer names a language that they can be written to in."""

NAMES = {
    "en": "english|ingles|englisch|anglais|inglese",
    "es": "spanish|espanol|castellano|spanisch|espagnol|espanhol|spagnolo",
    "de": "german|aleman|deutsch|allemand|alemao|tedesco",
    "fr": "french|frances|franzosisch|francais|francese",
    "pt": "portuguese|portugues|portugiesisch|portugais|portoghese",
    "it": "italian|italiano|italienisch|italien",
}
"""What each language is called in the six."""
