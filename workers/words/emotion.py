"""Words of frustration and thanks in the six languages; folded."""

# ruff: noqa: E501, ISC004 - tables: one line a thought, however many words it has

ANGRY = {
    "en": (
        "furious|livid|outrag\\w+|disgust\\w+|disgrace\\w*|appalling|scandal\\w*|pathetic|ombudsman|trading standards|legal action|sue you|small claims|(?:see|take|taking|sue) (?:\\w+ ){0,3}?(?:in|to) court"
        "|(?:hear from|calling|instruct\\w*|speak\\w* (?:to|with)|contact\\w*) (?:my|our|a) (?:lawyer|solicitor)s?|(?:my|our) (?:lawyer|solicitor)s? (?:will|is going|are going)"
        "|(?:you(?:'re| are| lot| people| guys)?|your \\w+ (?:is|are)|(?:this|that|it)(?:'s| is)|the \\w+ is|what|such|bunch of|nothing but|pure|sheer|utter|absolute|total|complete) (?:(?:are|is|all|just|nothing but|an?|the|total|complete|absolute|utter|bunch of|such|pure|sheer|bloody|clearly) )*(?:scam(?:s|mers?|med)?|frauds?|crooks?|thie(?:f|ves)|liars?|rip-?off|daylight robbery|joke)(?! (?:e-?mails?|mails?|calls?|texts?|sms|messages?|reports?|alerts?|cases?|checks?|teams?|department|attempts?|sites?|links?|charges?|warnings?))"
        "|(?:is|was) (?:this|that) (?:a|some kind of|some sort of|some) (?:\\w+ )?joke|beyond a joke|(?:you(?:'re| are)|are you|must be) (?:\\w+ )?(?:joking|kidding)"
        "|absolutely sick|sick (?:and tired )?of|fed up|rubbish(?! (?:bins?|bags?|collect\\w*|chute|tip|truck))|useless|incompetent|never again|cancel the whole|wtf|bullshit|shambles"
        "|(?:what|why|how|where|who|bloody|go to) (?:the )?(?:bloody )?hell|(?:your|this|how|is|are|you) (?:\\w+ )?stupid(?! (?:question|mistake|of me))|idiots?|insult\\w*|(?:i'll|i will|going to|i'm) (?:\\w+ ){0,3}?chargeback",
    ),
    "es": (
        "indignad[oa]|indignante|(?<!da )(?<!dio )verguenza|vergonzos[oa]|tomadura de pelo|(?:es|son|sois|menud[oa]|vaya|panda de|sarta de|pur[oa]) (?:(?:una?|unos|todos|pur[oa]|autentic[oa]|verdader[oa]) )*(?:estaf\\w+|ladron\\w*|timo|timadores|mentiros\\w+|burla)|me (?:habeis|han|estais|estan) (?:estafa|menti|minti)\\w+|inaceptable|inadmisible|(?:llam|habl|acud|contact|consult|pond|manos de)\\w*(?: \\w+){0,4}? abogad[oa]s?|mi abogad[oa] (?:se|les|os|va)|(?:os|les) (?:voy a |pienso )?denunci\\w+|denunciar(?:os|les)|(?:voy a|pienso|pondre|presentare)(?: \\w+){0,3}? (?:denuncia|reclamacion)(?! (?:por|de) (?:robo|hurto|perdida))|(?:oficina|organizacion|asociacion|defensa) (?:\\w+ ){0,2}?consum\\w+|omic|hojas? de reclamacion\\w*|hart[oa]|furios[oa]|asco"
        "|impresentable\\w*|desastre|reclamacion oficial",
    ),
    "de": (
        "frechheit|unverschamt\\w*|stinksauer|wutend|verbraucherzentrale|abzocke|saftladen|lacherlich|katastrophe|zumutung|(?:jetzt|nun) reicht(?:'?s| es| das)?|mir reicht'?s|mir reicht es(?!,? (?:wenn|dass|schon|aus|vollig|so|danke))|(?:es|das) reicht(?: mir)? (?:jetzt|nun|endgultig)|es reicht(?=[!.]|$)|(?:(?:das|es) ist|sie sind|ihr seid|rein(?:er|e)?|purer?|so ein|was fur ein|nur|alles) (?:(?:ein|eine|doch|ja|reiner?|purer?|alles|nur|einfach) )*(?:betrug|betruger|diebstahl|gauner|lugner|verbrecher)|(?:zum|von meinem|mit meinem|an (?:meinen|einen)|uber meinen|(?:schalte|beauftrage|nehme) (?:mir )?(?:\\w+ )?)(?: |(?<= ))anwalt|anwalt (?:einschalten|beauftragen|nehmen|eingeschaltet|wird sich|meldet)|dann kundige ich(?! (?:hiermit|\\w+ zum|zum))|kundige (?:ich )?(?:sofort|fristlos|alles|endgultig)"
        "|kann doch nicht wahr sein|schnauze voll|skandal|inkompetent\\w*|emport",
    ),
    "fr": (
        "inadmissible|scandaleu\\w+|honteu\\w+|(?:quelle|une|la|avez|avoir) honte(?! de)|inacceptable|furieu\\w+|en colere|ras le bol|marre|moquez|foutez|lamentable|(?:c'est|est|sont|quelle|bande de?|vous etes|que) (?:(?:une|des|de la|du|de|vraie?|pure?|belle|veritable|tous|que) )*(?:de l'|d'|qu'une )?(?:arnaque\\w*|arnaqueurs?|voleurs?|du vol|escrocs?|escroquerie|menteurs?)|vous (?:m'avez|nous avez|m') ?(?:arnaque|vole|escroque|menti)\\w*|(?:mon|notre) avocate? (?:va|prendra|vous)|(?:contacte\\w*|saisi\\w*|voir|consulte\\w*|prend\\w*|appele\\w*|a) (?:mon|un|notre) avocat|dgccrf|(?:au|devant le|saisir le|saisirai le) tribunal|ridicule"
        "|mise en demeure|excede\\w*|se moque|se fiche",
    ),
    "pt": (
        "(?<!tenho )vergonha|vergonhos[oa]|inaceitavel|inadmissivel|furios[oa]|indignad[oa]|ridicul[oa]|palhacada|fart[oa]|livro de reclamacoes|procon|(?:queixa (?:a|na)|contactar a|recorrer a|pela) deco|deco proteste|(?:(?:isto|isso) e|voces sao|sao uns|bando de|cambada de|que|autentic[oa]|verdadeir[oa]|pur[oa]) (?:(?:uma?|uns|pur[oa]|verdadeir[oa]|autentic[oa]|todos|bando de) )*(?:burla|burloes|roubo|ladroes|vigarice|vigaristas|aldrabice|aldraboes|golpe|mentirosos)|(?:meu|minha|nosso) advogad[oa] (?:vai|ira)|(?:falar|contactar|recorrer|meter|passar|entreg\\w+)(?: \\w+){0,3}? advogad[oa]|escandal\\w+"
        "|gozar comigo|nojo|lamentavel|(?:ao|em|para o) tribunal",
    ),
    "it": (
        "vergogna|vergognos[oa]|inaccettabile|inammissibile|furios[oa]|indignat[oa]|ridicol[oa]|presa in giro|(?:sono|siamo) (?:\\w+ )?stuf[oaie]|^stuf[oa] (?:di|che)|schifo|scandalos[oa]|(?:ora|adesso|davvero) basta|basta(?: con| scuse| promesse| prese)|^basta(?=\\W*$)|(?:(?:questa|questo) e|^e|siete|banda di|manica di|pur[oa]|ver[oa]) (?:(?:una?|dei|tutti|ver[oa]|pur[oa]|proprio|solo) )*(?:truffa|truffatori|ladri|furto|ladrocinio|bugiardi)|mi avete (?:truffat|mentit|derubat)\\w+|(?:mio|nostro) avvocato (?:vi|si|le)|(?:dal|al|sentir\\w*|rivolger\\w*|contatter\\w*|parler\\w*)(?: \\w+){0,3}? avvocato"
        "|pagliacciata|associazione consumatori|incompetenti|prendete in giro",
    ),
}

MARVELS = {
    "en": ("unbelievable|incredible|madness",),
    "es": ("increible|absurd[oa]",),
    "de": ("unfassbar|unglaublich|wahnsinn|(?<!mir )(?<!mich )unmoglich",),
    "fr": (
        "incroyable|(?:c'est|ce n'est) (?:juste |vraiment |tout simplement )?pas possible(?! (?:de|d'|pour|avec|sur|que|en|dans|\\?))",
    ),
    "pt": ("incrivel|absurd[oa]|nao e possivel(?= ?[!.]|$)",),
    "it": ("incredibile|assurd[oa]|non e possibile(?= ?[!.]|$)",),
}
"""What delight and anger both say: angry only where the message as a whole sounds so."""

FRUSTRATED = {
    "en": (
        "frustrat\\w+|unacceptable|ridiculous|annoy(?:ed|ing)|angry|upset|(?:terrible|awful)(?! (?:pity|shame|weather|storm|rain|headache|cold|accident|loss|tragedy|handwriting|at (?:this|these|computers|technology)))|worst (?:\\w+ )?(?:service|support|company|shop|experience|help|hotline|customer)|waste of (?:my )?time|(?:third|3rd|fourth|4th|fifth|5th) time|(?:second|third|3rd|fourth|4th|fifth|5th) (?:person|agent|one|colleague|advis[eo]r) (?:(?:who|that|i|i'm|i've|i have|i am|to) )*(?:explain|tell|told|ask|repeat|speak|spoken)\\w*|how many times|second time|not good enough"
        "|very disappoint\\w+|exactly as in my first|do you (?:people|even|guys)|(?:didn't|haven't|don't|did not|have not) even (?:read|look|bother)\\w*|again and again|still nothing|sort this out|had enough"
        "|running out of patience|losing patience|how hard can it be|how (?:hard|difficult) is it to (?:answer|reply|call|pick|read|send|refund)\\w*|(?:am|i'm|are|we're) (?:so |totally )?done with (?:you|this|your)|read (?:the|my) (?:other|email|message|ticket)|at least read|(?:every\\w*|each|person|agent|again|we|i) (?:\\w+ )?starts? (?:again )?(?:at|from) zero|(?<!it )(?<!very )seriously(?=\\?)|^seriously(?=[,?!.])|are you serious",
    ),
    "es": (
        "frustrad[oa]|frustrante|enfadad[oa]|molest[oa](?! ?s? que)|(?:tercera|cuarta|quinta|segunda) vez|(?:segunda|tercera|cuarta|quinta) persona (?:a (?:la )?que|que)|cansad[oa]|pesim[oa](?! (?:tiempo|dia|conexion))|(?:el )?peor (?:servicio|atencion|empresa|compania|experiencia|tienda)|perdida de tiempo|(?<!error )fatal(?! (?:error|exception|failure))|perder el tiempo|otra vez lo mismo|ni (?:lo )?han leido|cuantas veces"
        "|muy decepcionad[oa]|(?:mi|perd\\w+ la|pierd\\w+ la|agota\\w* la|acaba\\w* la|sin|bastante) paciencia|paciencia (?:se|tiene|ha llegado)|de nuevo lo mismo",
    ),
    "de": (
        "frustrier\\w+|verargert|argerlich|(?:bin|werde|macht mich|sind wir|werden wir) (?:\\w+ ){0,3}?sauer|(?:richtig|echt|stock|ziemlich|langsam|total) sauer|genervt|zum (?:dritten|vierten|zweiten|wiederholten) mal|(?:zweite|dritte|vierte|funfte)[nr]? (?:person|mitarbeiter\\w*|kolleg\\w+),? (?:der|dem|die) ich|enttausch\\w+|inakzeptabel|zeitverschwendung|(?:schlechte[rnms]*|miese[rnms]*|mieseste[rnms]*) (?:\\w+ )?(?:service|kundenservice|kundendienst|support|firma|laden|erfahrung)|immer dasselbe|lesen sie|textbaustein|schlimm|nervt"
        "|langsam reicht|so schwer (?:sein|ist das)|meine?r? geduld|geduld (?:ist|geht|verlier\\w*|neigt)|(?:verliere|keine) (?:\\w+ )?geduld|wie oft",
    ),
    "fr": (
        "frustr\\w+|agace\\w*|enerve\\w*|fache\\w*|decu\\w*|(?:troisieme|quatrieme|deuxieme|seconde|3e|2e|4e) fois|(?:deuxieme|seconde|troisieme|quatrieme|cinquieme|[2-5]e|enieme) (?:personne|agent|interlocut\\w+|conseill\\w+|collegue) (?:a qui|auquel|a laquelle|que)|perte de temps|(?:pire|plus mauvais) (?:\\w+ )?(?:service|experience|entreprise|support|boutique|site)|(?:ma|perd\\w*|plus de|a bout de) patience|patience (?:a des|est|atteint)|(?<!merci )encore une fois(?!,? merci)|toujours rien|combien de fois|mecontent\\w*|si complique de (?:repondre|lire|rappeler|rembourser)|penible|desagreable"
        "|lisez[- ]vous|vous lisez",
    ),
    "pt": (
        "frustrad[oa]|chatead[oa]|irritad[oa]|desiludid[oa]|decepcionad[oa]|(?:terceira|quarta|segunda|quinta) vez|(?:segunda|terceira|quarta|quinta) pessoa a quem|perda de tempo|pior (?:\\w+ )?(?:servico|atendimento|empresa|experiencia|apoio|loja)|(?:minha|perd\\w+ a|sem|esgot\\w+ a|acab\\w+ a) paciencia|paciencia (?:esta a|tem limites|acabou|esgot\\w+)|quantas vezes|pessim[oa]|cansad[oa]|aborrecid[oa]|desapontad[oa]"
        "|ninguem (?:le|responde)",
    ),
    "it": (
        "frustrat[oa]|frustrante|arrabbiat[oa]|delus[oa]|deludente|(?:terza|quarta|seconda|quinta) volta|(?:seconda|terza|quarta|quinta) persona a cui|perdita di tempo|peggior[ei]? (?:\\w+ )?(?:servizio|assistenza|azienda|esperienza|negozio)|(?:mia|perd\\w+ la|perso la|senza) pazienza|pazienza (?:ha un|e finita|sta)|quante volte|pessim[oa]|stanc[oa]|infastidit[oa]|seccat[oa]|non leggete"
        "|nessuno (?:legge|risponde)",
    ),
}

DENIED = {
    "en": (
        "(?:not|never|(?:are|is|was|were|do|does|did|would|have|has|ai|wo)n't|cannot|without|nothing|no need) (?:(?:at all|in the least|in any way|really|actually|even|that|so|too|very|particularly|especially|terribly|been|being|be|feel|feeling|get|getting|to be|to get|to feel|saying i'm) )*(?:upset|angry|annoy(?:ed|ing)|frustrat(?:ed|ing)|furious|livid|disgusted|fed up|disappoint(?:ed|ing)|outraged|unhappy|worried|concerned|terrible|awful|bad|sick of|confus(?:ed|ing))(?: about)?",
    ),
    "es": (
        "(?:no|ni|nunca|sin) (?:(?:me|es que|estoy|estaba|estamos|este|estar|siento|sentir|muy|nada|tan|es|especialmente|realmente) )*(?:enfadad[oa]s?|enojad[oa]s?|molest[oa]s?|frustrad[oa]s?|frustrante|decepcionad[oa]s?|indignad[oa]s?|furios[oa]s?|hart[oa]s?|cansad[oa]s?|preocupad[oa]s?)",
    ),
    "de": (
        "(?:nicht|nie|niemals|keineswegs|keinesfalls|weder) (?:(?:mehr|wirklich|besonders|sehr|etwa|so|im geringsten|ernsthaft|allzu|uberhaupt|gar) )*(?:sauer|wutend|verargert|argerlich|genervt|frustriert|enttauscht|bose|stinksauer|emport|unzufrieden|besorgt|schlimm)",
    ),
    "fr": (
        "(?:pas|jamais|nullement|aucunement|sans etre) (?:(?:du tout|vraiment|tres|trop|non plus|forcement|particulierement|si|en|etre) )*(?:fache\\w*|enerve\\w*|agace\\w*|frustre\\w*|decu\\w*|furieu\\w+|colere|mecontent\\w*|exceder?\\w*|inquiet\\w*|penible)",
    ),
    "pt": (
        "(?:nao|nem|nunca|sem) (?:(?:me|e que|estou|estava|estamos|estar|esteja|sinto|fiquei|muito|nada|tao|propriamente|realmente) )*(?:frustrad[oa]s?|chatead[oa]s?|irritad[oa]s?|zangad[oa]s?|desiludid[oa]s?|decepcionad[oa]s?|furios[oa]s?|fart[oa]s?|aborrecid[oa]s?|indignad[oa]s?|cansad[oa]s?|preocupad[oa]s?|desapontad[oa]s?)",
    ),
    "it": (
        "(?:non|ne|mai|senza) (?:(?:mi|e che|sono|siamo|ero|essere|sento|affatto|molto|cosi|per niente|certo|davvero|particolarmente) )*(?:arrabbiat[oaie]|delus[oaie]|frustrat[oaie]|frustrante|infastidit[oaie]|seccat[oaie]|furios[oaie]|stuf[oaie]|indignat[oaie]|stanc[oaie]|preoccupat[oaie])",
    ),
}
"""A feeling that the writer says they do not have."""

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
        "plumber|rail\\w*|train|airline|neighbou?rs?|landlord|(?:my|his|her|the) bank|post office|my (?:boss|ex|husband|wife|insurer)|(?:my|our) (?:old|last|previous|other|former) (?:supplier|provider|company|shop|store|landlord|employer|carrier|insurer|bank)|builder|roofer|council|that (?:man|company|guy)|courier|phishing|spam|sms|text message|hackers?|fraudsters?|scammers? (?:who|that|called|phoned|sent)|burglars?|police|upstairs|downstairs|next door|(?:with|at) (?:him|her)",
    ),
    "es": (
        "vecin[oa]s?|fontanero|mi (?:banco|jef[ea]|seguro|aseguradora)|(?:mi|nuestr[oa]) (?:anterior|antigu[oa]) (?:proveedor\\w*|compania|empresa|tienda|casero|banco)|tren|renfe|aerolinea|casero|seguro del|phishing|sms|policia|delincuentes",
    ),
    "de": (
        "nachbar\\w*|klempner|bahn|meine (?:bank|versicherung|krankenkasse)|(?:mein|unser)\\w* (?:alte|fruhere|vorherige|letzte)\\w* (?:anbieter|versicherung|firma|lieferant|bank|laden|versorger)|vermieter|fluggesellschaft|handwerker|mein chef|phishing|sms|polizei|einbrecher",
    ),
    "fr": (
        "voisin\\w*|plombier|sncf|train|ma banque|mon (?:assurance|assureur)|(?:mon|notre) (?:ancien\\w*|precedente?) (?:fournisseur|operateur|banque|magasin|assureur|entreprise)|proprietaire|mon (?:patron|chef)|artisan|hameconnage|phishing|sms|police|cambrioleurs?",
    ),
    "pt": (
        "vizinh[oa]s?|canalizador|encanador|comboio|meu banco|senhorio|meu chefe|minha seguradora|(?:meu|minha|noss[oa]) (?:anterior|antig[oa]) (?:fornecedor\\w*|operadora|empresa|loja|banco)|companhia aerea|phishing|sms|policia|assaltantes?",
    ),
    "it": (
        "vicin[oi]|idraulico|treno|trenitalia|mia (?:banca|assicurazione)|(?:mi[oa]|nostr[oa]) (?:vecchi[oa]|precedente) (?:fornitore|operatore|gestore|banca|negozio|azienda)|padrone di casa|mio capo|compagnia aerea|condominio|phishing|sms|polizia|carabinieri",
    ),
}
"""Whom the anger may be at instead of us."""

AT_US = {
    "en": ("you|your(?! name)|yours|service|support|agents?|colleague",),
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
        "(?:vielen |besten |herzlichen |lieben )?dank|danke(?:schon)?|prima|super|perfekt|top|wunderbar|alles klar|passt|sehr gut|reicht mir(?! jetzt| nicht| langsam)|in ordnung|gut|ok|klasse|toll|jo|genau das",
    ),
    "fr": (
        "merci(?: beaucoup| bien)?(?! (?:de |d')(?:(?:ne|pas|plus|bien|me|nous|vous|le|la|les|lui|leur|y|en|l'|m'|s'|vouloir) ?)*(?!avoir|etre|votre|notre|autre)\\w+(?:er|ir|re|oir)(?!\\w))|parfait|super|tres bien|d'accord|genial|entendu|ca marche|ok|excellent|impeccable|nickel|c'est note|c'est clair|top",
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
        "shout ?out|well done|kudos|great (?:job|service|team)|best (?:service|support)|you (?:guys )?rock|you(?:'ve| have)? (?:all )?(?:been|were|are) (?:so |very |really )?(?:kind|patient|amazing|brilliant|fantastic|lovely|nice|a star)|compliments? to|impressed|made my day|thank you (?:all )?for (?:the|your)|wanted to say",
    ),
    "es": ("enhorabuena|felicit\\w+|gran (?:servicio|trabajo|equipo)|gracias por (?:la|su|el|todo)",),
    "de": ("lob|hut ab|toller service|grossartig\\w*|gro(?:ß|ss)es lob|danke fur (?:die|den|ihre)",),
    "fr": ("bravo|felicitations|excellent (?:service|travail)|chapeau|merci pour (?:le|la|votre|tout)",),
    "pt": ("parabens|excelente (?:servico|trabalho|atendimento)|elogio|obrigad[oa] (?:por|pela|pelo)",),
    "it": ("complimenti|bravi\\w*|ottimo (?:servizio|lavoro)|grazie per (?:il|la|l'|tutto)",),
}
