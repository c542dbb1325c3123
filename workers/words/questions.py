"""How questions begin, what is no question that wants an answer, and what agents write that answers none; folded."""

# ruff: noqa: E501, ISC004 - tables: one line a thought, however many words it has

INTERROGATIVES = {
    "en": ("why|how (?:do|does|can|could|should|long|much|many|come)|what|when|where|which|who|whose|is|are|was|were|do|does|did|can|could|will|would|has|have|should|may|am i",),
    "es": ("por que|como|que|cuando|donde|cual(?:es)?|quien|cuant[oa]s?|en que (?:fecha|momento|plazo)|a que|se puede|puedo|puede[ns]?|podeis|hay|es|esta|tengo|tiene[ns]?",),
    "de": ("warum|wieso|weshalb|wie|was|wann|wo|woran|wohin|welche[rsmn]?|wer|wem|gibt es|ist|sind|kann|konnen|darf|muss|wird|werden|habe[n]?|hat|gilt|geht",),
    "fr": ("pourquoi|comment|quand|ou|quel(?:le)?s?|qui|combien|que|qu'|est-ce|puis-je|peut-on|pouvez-vous|y a-t-il|faut-il|dois-je",),
    "pt": ("porque|por que|porque e que|como|quando|onde|qual|quais|quem|quant[oa]s?|o que|posso|pode[m]?|ha|e possivel|sera que|tem",),
    "it": ("perche|come|quando|dove|qual[ei]?|chi|quant[oaie]|cosa|che|posso|si puo|puo|e possibile|c'e|devo|potete",),
}  # fmt: skip
"""At the start of a sentence."""

CHAT_QUESTION = {
    "en": (
        "why (?:is|are|do|does|did|was|were|can)\\b.+|how (?:do|can|does|long|much) .+|when (?:will|do|does|is|can) .+|where (?:is|do|can) .+",
    ),
    "es": ("(?:por que|en que fecha|a que hora|cuando|donde|cuanto) .+",),
    "de": ("(?:warum|wieso|wann|wo|wie lange|wie viel) .+",),
    "fr": ("(?:pourquoi|quand|combien|est-ce que) .+",),
    "pt": ("(?:porque e que|por que|quando|quanto|onde) .+",),
    "it": ("(?:perche|quando|quanto|dove) .+",),
}
"""Questions that chat writers leave without a question mark: nothing but this in the sentence."""

ACTION_REQUESTS = {
    "en": (
        "(?:can|could|would|will) (?:you|someone|somebody|u)\\b(?! (?:tell|explain|say|confirm whether|let me know))",
    ),
    "es": (
        "(?:puede[ns]?|podria[ns]?|podeis|podriais) (?:me |nos )?(?!decir|explicar|forzar|indicar|confirmar|contestar)\\w+(?:r|rme|rlo|rla|rnos)\\b",
        "me (?:puede|podria)[ns]? (?!decir|explicar|indicar|confirmar)\\w+r",
    ),
    "de": ("(?:konnen|konnten|wurden) sie (?!mir sagen|sagen|erklaren)",),
    "fr": (
        "(?:pouvez|pourriez)[- ]vous (?:me |nous |m'|le |la )?(?!dire|expliquer|indiquer|confirmer|preciser)\\w+r\\b",
    ),
    "pt": ("(?:pode[m]?|poderia[m]?|podiam?) (?:me |-me )?(?!dizer|explicar|indicar|confirmar|informar)\\w+r\\b",),
    "it": ("(?:puo|potrebbe|potete|potreste|puoi) (?:mi )?(?!dir|spiegar|indicar|confermar)\\w+r(?:e|mi|lo|la)\\b",),
}
"""Polite imperatives: answered by doing, not by words."""

RHETORICAL = {
    "en": (
        "do you (?:people|guys|even|ever|actually|read|keep|listen)|have you\\?$|are you (?:kidding|serious|joking)|any (?:news|update|chance|luck)|anyone|anybody|hello\\?|is that (?:all|it|clear|too much)|seriously\\?"
        "|what kind of|how (?:hard|difficult) (?:can|is)|who (?:cares|does that)|isn't it\\?|right\\?|ok\\?|how many times|what's the point|am i (?:invisible|talking to)|how are you"
        "|have you (?:ever|been to)|do you (?:like|have (?:kids|children|a (?:dog|cat|wife|husband))|know what)|(?:do|are|is|would|have|did)n't (?:you|it|they|we)\\?|would you believe|huh\\?|what would i do|isn't (?:that|this|he|she)|are you (?:a (?:robot|bot|human|person)|human|real|there)|who are you",
    ),
    "es": ("hay alguien|se sabe algo|alguna novedad|(?:lo )?(?:han|has) leido|me (?:toman|tomais) el pelo|en serio|que tal|verdad\\?|(?<!\\bo )no\\?|cuantas veces",),
    "de": ("lesen sie|ist da jemand|gibt es (?:schon )?(?:etwas )?neu\\w*|ernst\\?|im ernst|oder\\?|wie oft (?:noch|soll)|was soll das|geht's noch|soll das ein",),
    "fr": ("il y a quelqu'un|vous (?:lisez|me lisez|moquez|plaisantez)|lisez-vous|des nouvelles|serieusement|n'est-ce pas|combien de fois|c'est une blague|ca va",),
    "pt": ("alguem ai|ha novidades|alguma novidade|(?:estao|esta) a (?:gozar|brincar)|a serio|leram|quantas vezes|tudo bem\\?|certo\\?|ta\\?",),
    "it": ("c'e (?:nessuno|qualcuno)|(?:ci sono )?novita|(?:ma )?(?:leggete|scherzate|avete letto)|mi prendete|sul serio|vero\\?|quante volte|come va",),
}  # fmt: skip
"""Question marks that want no answer, or only a sign of life."""

CONNECTIVE = (
    r"^(?:so|and|but|ok|okay|well|um|hi|hello|hey|yes|no|y|pero|entonces|hola|und|aber|also|hallo|et|mais|alors|donc|bonjour|e|mas|entao"
    r"|ola|ma|allora|quindi|ciao)[,:]?\s+"
)
"""What may stand before a question's first word."""

OR_NOT = {
    "en": ("or not|yes or no",),
    "es": ("o no|si o no",),
    "de": ("oder nicht|ja oder nein",),
    "fr": ("ou (?:pas|non)|oui ou non",),
    "pt": ("ou nao|sim ou nao",),
    "it": ("o no|si o no",),
}
"""Wants a plain yes or no."""

FORMULAS = {
    "en": (
        "(?:we|i) (?:fully |completely |do )?(?:understand|appreciate|realise|realize) (?:how|your|that this|the|you)(?!.{0,40}\\b(?:because|since)\\b)",
        "(?:sincerely |deeply |truly )?apologi[sz]e (?:for (?:any|the|this|all)|sincerely)|sorry (?:for (?:any|the|this)|to hear|about (?:this|that|any))|apologies for (?:any|the)",
        "(?:thank you|thanks)(?: so much| again)? for (?:your|contacting|reaching|writing|getting|the|being|bringing|letting|confirming|waiting)",
        "rest assured|bear with us|(?:value|appreciate) (?:you|your)|your (?:satisfaction|feedback|opinion|request|patience) (?:is|are|has been (?:noted|received))|doing (?:everything|all) we can",
        "(?:please )?(?:do not|don't) hesitate|(?:is|if) there (?:is )?anything else|have a (?:great|nice|good|lovely|wonderful)|let me know how you get on|happy to help|we are here|best possible",
        "we (?:would like to )?remind you|all (?:the )?information|(?:available |found )?on our website|in accordance with|(?:our|the) terms and conditions|(?:our|company|standard) policy|usual procedure|general information|as per our",
        "(?:dear|hi|hello|good (?:morning|afternoon|evening))(?: \\S+){0,3}[,!.]?$",
        "(?:customer|guest|member) satisfaction|very important to us|take (?:this|your|all) \\w+ (?:very )?seriously",
    ),
    "es": (
        "lamentamos|sentimos (?:mucho |profundamente )?(?:las|los|la|que|lo)|disculp(?:e|en|as|amos|enos|ar)|entendemos|comprendemos|agradecemos|gracias por (?:su|tu|ponerse|contactar|escribir|la|avisar|contact)",
        "(?:le |les )?recordamos que|toda la informacion|en nuestra (?:pagina )?web|quedamos a su disposicion|no dude en|que tenga|un saludo|estimad[oa]|(?:buenos|buenas) (?:dias|tardes|noches)(?:, \\w+)?[.!:,]?$|^hola[,!. ]*\\w*[!.,]?$|su (?:opinion|satisfaccion) es|procedimiento habitual|terminos y condiciones|condiciones generales",
        "haciendo todo lo posible|trabajamos para|su paciencia|su comprension",
    ),
    "de": (
        "wir verstehen|(?:ich|wir) (?:bitten|entschuldigen) |entschuldigung|bedauern|tut (?:uns|mir) leid|unannehmlichkeiten|(?:vielen |herzlichen )?dank(?:e)? fur|sehr geehrte|^(?:guten (?:tag|morgen|abend)|hallo)(?: \\S+){0,2}[,!.]?$",
        "(?:wir )?(?:mochten sie )?(?:daran erinnern|weisen (?:sie )?darauf hin)|alle informationen|auf unserer (?:website|webseite|homepage)|schonen tag|zogern sie nicht|jederzeit gern|stehen (?:wir )?ihnen|ihre zufriedenheit|ihr(?:e)? (?:geduld|verstandnis)|unser moglichstes|agb|allgemeinen (?:geschafts)?bedingungen|preisliste|mit freundlichen",
    ),
    "fr": (
        "nous (?:comprenons|regrettons|sommes (?:sincerement )?desoles|vous prions|vous remercions|mettons tout)|je (?:comprends|suis (?:sincerement )?desolee?|vous prie|vous remercie)|veuillez (?:nous )?excuser|desolee?s? pour|merci (?:de|pour) (?:votre|nous|l'interet|avoir)",
        "(?:nous vous |je vous )rappel(?:ons|le) que|toutes les informations|(?:disponibles?|consultables?|sur) (?:sur )?notre site|n'hesitez pas|bonne (?:journee|soiree)|cordialement|gene occasionnee|desagrement|^(?:bonjour|bonsoir|cher|chere)(?: \\S+){0,3}[,!.]?$|votre (?:patience|comprehension|satisfaction|fidelite)|conditions generales|conformement a|tout notre possible|restons a votre",
    ),
    "pt": (
        "lamentamos|pedimos (?:imensa )?desculpas?|peco desculpas?|compreendemos|entendemos|agradecemos|obrigad[oa] (?:por|pelo|pela)|sentimos muito|incomodo|transtorno|inconveniente",
        "(?:relembramos|lembramos|recordamos) que|todas as informacoes|(?:disponive\\w+ |consultar )?no nosso site|nao hesite|disponha|tenha um|bom dia[,.!]?$|^(?:ola|car[oa]|bom dia|boa tarde|boa noite|prezad[oa]|estimad[oa])(?: \\S+){0,3}[,!.]?$|a sua (?:satisfacao|paciencia|compreensao|opiniao)|termos e condicoes|condicoes gerais|de acordo com|tudo o que (?:podemos|esta ao)|ficamos ao dispor|estamos a(?:o)? (?:seu )?dispor",
    ),
    "it": (
        "(?:ci|mi) (?:scusiamo|scuso|dispiace|rammarich\\w+)|siamo (?:sinceramente |davvero )?(?:spiacenti|dispiaciuti)|comprendiamo|capiamo|(?:la )?ringraziamo|grazie (?:per|di) (?:averci|aver|la|il)|disagi[o]?|inconveniente",
        "(?:le |vi )?ricordiamo che|tutte le informazioni|(?:disponibili |consultabili )?sul nostro sito|non esiti|buona (?:giornata|serata)|resto a disposizione|restiamo a|^(?:gentile|salve|buongiorno|buonasera|ciao|egregio)(?: \\S+){0,3}[,!.]?$|la sua (?:soddisfazione|pazienza|comprensione|opinione)|condizioni generali|termini e condizioni|facendo (?:tutto il|del nostro)|in conformita",
    ),
}
"""Sentences that fit every ticket, and so say nothing about this one."""

STALLS = {
    "en": (
        "(?:has been|have|is being|was|i have|we have|i've|i'm|i am|we are|we're) (?:\\w+ )?(?:forward|pass|escalat|transfer|hand)\\w*|(?:relevant|appropriate|responsible|specialist|concerned) (?:department|team)",
        "(?:is|are|being|still|currently) (?:\\w+ )?(?:review\\w*|investigat\\w*|look\\w* into|process\\w*|under review)|continuing to (?:investigate|look)|(?:is |it's |ticket is )?(?:still )?with (?:our |the )?(?:engineer\\w*|team|developers|department|finance)",
        "(?:will|'ll) (?:look|check|get back|review|investigate)|looking into|let me check|one moment|understood|noted|in the meantime|as soon as possible|shortly|keep you (?:posted|updated)",
    ),
    "es": (
        "(?:hemos|he) (?:trasladad|pasad|remitid|enviad|escalad|derivad)o|tom(?:o|amos) nota|(?:lo |la |le )?(?:revis|mir|pregunt|consult|estudi)(?:o|amos|ando)|(?:departamento|equipo) correspondiente|en breve|lo antes posible|esta (?:siendo|en) (?:revis|estudi|tramit)\\w+|seguimos|un momento",
    ),
    "de": (
        "(?:weiter(?:ge)?leit\\w+|weitergegeben)|fachabteilung|zustandige|wird (?:\\w+ )?(?:gepruft|bearbeitet)|(?:ich|wir) (?:prufe?n?|klaren?|schauen?|kummern?)|in bearbeitung|schnellstmoglich|so schnell wie|einen moment|zur kenntnis|eingegangen|arbeiten daran|(?:haben|hat) ihr anliegen",
    ),
    "fr": (
        "(?:avons|ai|a ete|est) (?:bien )?(?:transmis\\w*|transfer\\w*|remont\\w*|pris\\w* (?:bonne )?note)|prenons (?:bonne )?note|service (?:concerne|competent)|en cours (?:de traitement|d'analyse|d'examen|d'etude)|(?:dans les plus brefs|au plus vite|des que possible)|un instant|je (?:regarde|verifie|me renseigne)|nous (?:regardons|verifions|etudions)",
    ),
    "pt": (
        "(?:foi|encaminh|reencaminh|transmit|pass)\\w* (?:\\w+ ){0,4}?(?:departamento|equipa|equipe|setor|area)|(?:esta|estamos|encontra-se) (?:em |a (?:ser )?|sendo )?(?:analis|verific|anali|trat|avali)\\w*|tomamos nota|com a maior brevidade|assim que possivel|brevemente|um momento|vou verificar|vamos verificar|encaminh\\w+",
    ),
    "it": (
        "(?:abbiamo|ho|e stat[oa]) (?:\\w+ )?(?:inoltrat|trasmess|passat|girat|segnalat)[oa]|(?:reparto|ufficio|team) (?:competente|preposto|tecnico)|(?:stiamo|sto) (?:verificando|controllando|valutando|esaminando|lavorando)|in (?:lavorazione|fase di verifica|corso di)|al piu presto|prendiamo (?:atto|nota)|il prima possibile|un attimo|(?:controllo|verifico)",
    ),
}
"""Sentences that put off: somebody looks at it, somewhere, some time."""

SHORT_ANSWERS = frozenset(
    {"yes", "no", "yep", "nope", "sure", "done", "si", "hecho", "claro", "sim", "nao", "feito", "certo"}
    | {"ja", "nein", "doch", "erledigt", "oui", "non", "fait", "fatto"}
)
"""A sentence that begins so is an answer, however short."""
