"""What agents write that matters to more than one flag: scripts, empathy by formula, articles, what shows knowledge; folded."""

# ruff: noqa: E501 - tables: one line a thought, however many words it has

EMPATHY = {
    "en": (
        "(?:truly |very |so |really |deeply |extremely )?sorry (?:to hear|for (?:any|the|this|all)|about (?:this|that|any|your)|(?:that )?you)|(?:sincere(?:ly)?|deepest|our|my) apolog\\w+|apologi[sz]e (?:for|sincerely)|apologies for",
        "(?:fully |completely |totally |certainly |do )?(?:understand|appreciate|realise|realize) (?:how|your|that this|the) (?:\\w+ ){0,4}?(?:upset\\w*|frustrat\\w+|annoy\\w+|inconvenien\\w+|feel\\w*|concern\\w*|disappoint\\w+|difficult|must)",
        "(?:concern|satisfaction|feedback|experience|business|case|request) (?:is|are) (?:very |extremely |so |really )?important to us|rest assured|be assured|(?:value|appreciate) (?:you as|your (?:patience|loyalty|business|understanding))|patience (?:is|and understanding)",
    ),
    "es": (
        "(?:lamentamos|sentimos|siento|lamento) (?:mucho |profundamente |de veras |sinceramente )?(?:lo (?:ocurrido|sucedido)|las? (?:molestias?|situacion)|los inconvenientes|que|el)|disculp\\w+ (?:por|las)|pedimos disculpas",
        "(?:entendemos|comprendemos|entiendo|comprendo) (?:perfectamente |muy bien )?(?:su|tu|lo|como|que) ?(?:malestar|frustracion|enfado|molesto|preocupacion|situacion|disgusto)?|muy importante para nosotros|puede estar segur[oa]|agradecemos su (?:paciencia|comprension)",
    ),
    "de": (
        "(?:wir )?(?:verstehen|konnen) (?:ihren?|gut|nachvollziehen|vollkommen)(?: \\w+)? ?(?:unmut|arger|frust\\w*|enttauschung|verargerung|nachvollziehen)?|bedauern (?:\\w+ ){0,6}?(?:unannehmlichkeiten|umstande|vorfall|sehr)|(?:tut|tun) (?:uns|mir) (?:\\w+ ){0,2}?leid|entschuldig\\w+ (?:\\w+ ){0,3}?(?:unannehmlichkeiten|umstande|bitte)|bitten (?:\\w+ ){0,5}?(?:zu entschuldigen|um entschuldigung|um verzeihung)",
        "(?:ihr anliegen|ihre zufriedenheit) (?:\\w+ ){0,3}?(?:wichtig|am herzen)|seien sie versichert|(?:danken|dank) (?:\\w+ ){0,2}?fur (?:ihre geduld|ihr verstandnis)",
    ),
    "fr": (
        "(?:sommes|suis) (?:sincerement |vraiment |tres |profondement )?(?:desolee?s?|navree?s?)|(?:prions|prie|presentons|veuillez) (?:\\w+ ){0,4}?(?:excus\\w+)|regrettons (?:\\w+ ){0,3}?(?:situation|desagrement|gene)",
        "(?:comprenons|comprends) (?:\\w+ )?(?:parfaitement |tout a fait |bien )?(?:votre|que|combien|la) ?(?:mecontentement|frustration|deception|agacement|inquietude|situation)?|(?:votre (?:satisfaction|demande|cas)) (?:est|nous) (?:\\w+ ){0,3}?(?:importante?|priorite|coeur)|soyez assuree?|merci (?:de|pour) votre (?:patience|comprehension)",
    ),
    "pt": (
        "lament(?:amos|o) (?:imenso |muito |sinceramente |profundamente )?(?:o|a|os|as|que|pelo) ?\\w*|pedimos (?:imensa |sinceras )?desculpas?|(?:sentimos|sinto) muito",
        "(?:compreendemos|entendemos|compreendo|entendo) (?:perfeitamente |bem )?(?:a sua|o seu|a tua|que) ?(?:frustracao|desagrado|descontentamento|preocupacao|insatisfacao)?|(?:muito )?importante para nos|pode (?:estar|ficar) (?:certo|certa|descansad[oa]|segur[oa])|agradecemos a sua (?:paciencia|compreensao)",
    ),
    "it": (
        "(?:ci|mi) (?:dispiace|scusiamo|scuso|rammarichiamo|rincresce) ?(?:molto |davvero |sinceramente |profondamente )?(?:per|di|che|del)?|siamo (?:sinceramente |davvero |molto )?(?:spiacenti|dispiaciuti|desolati)",
        "(?:comprendiamo|capiamo|comprendo|capisco) (?:perfettamente |bene )?(?:il suo|la sua|il tuo|la tua|che) ?(?:disappunto|frustrazione|disagio|delusione|malcontento|preoccupazione)?|(?:molto )?importante per noi|(?:stia|puo stare) (?:certo|certa|tranquill[oa]|sicur[oa])|(?:ringraziamo|grazie) (?:per|della) (?:la )?(?:sua )?(?:pazienza|comprensione)",
    ),
}
"""Empathy as one writes it to anybody."""

THANKS = r"(?:\w+,? )?(?:thanks?|thank you|gracias|danke|(?:\w+ )?dank|merci|obrigad[oa]|grazie) (?:\w+ )?(?:for|por|fur|pour|d|per)\b"
"""A sentence that begins with thanks may go on with what matters."""

SALUTATION = (
    r"(?:(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|estimad[oa]s?|hola|buen[oa]s (?:dias|tardes|noches)"
    r"|sehr geehrte[rs]?|hallo|guten (?:tag|morgen|abend)|liebe[r]?|bonjour|bonsoir|chere?|madame|monsieur|ola|bom dia"
    r"|boa (?:tarde|noite)|car[oa]|prezad[oa]|gentile|buongiorno|buonasera|salve|ciao|egregi[oa])"
    r"(?: [^\s,:;!.]+){0,4}[,:!] *){1,2}"
)
"""How a reply addresses the customer; the name differs where the rest is word for word the same."""

SCRIPT_OPENING = {
    "en": (
        "(?<!you're )(?<!you are )(?<!always )welcome to|thank(?:s| you) (?:so much |very much )?for (?:contacting|reaching out|getting in touch|writing to|choosing|your (?:message|e-?mail|enquiry|inquiry|request))|my name is \\w+|how (?:can|may) (?:i|we) (?:help|assist)|what can (?:i|we) do for you|(?:delighted|happy|glad|pleased) to (?:help|assist)|so that (?:i|we) (?:may|can) assist|to (?:help|assist) you (?:with|further|better)|please (?:describe|tell (?:me|us) (?:what|about)) (?:your|the|what)|what (?:is|seems to be|was|exactly is) (?:the|your) (?:issue|problem|matter|trouble|enquiry|query)|what (?:the|your) (?:issue|problem|matter|trouble|enquiry|query) (?:is|was)|what(?:'s| is) going on|what (?:this|it) is (?:all )?about|(?:get|bring me|be) up to speed|(?:briefly )?(?:describe|explain|summari[sz]e) (?:the|your) (?:issue|problem|matter|situation)",
    ),
    "es": (
        "bienvenid[oa]s?|gracias por (?:contactar|escribir|ponerse|comunicarse|dirigirse|su (?:mensaje|consulta|correo))|(?:mi nombre es|me llamo|soy) \\w+(?: y|,| del| de)|en que (?:puedo|podemos|le puedo|te puedo) (?:ayudar|servir)|(?:con mucho gusto|encantad[oa] de|sera un placer)|(?:expliqueme|cuenteme|cuentame|indiqueme|describa) (?:\\w+ )?(?:en que|que|su|el motivo)|cual es (?:el|su|tu) (?:problema|incidencia|motivo|consulta)|(?:que problema|de que se trata)|(?:explicar|contar|describir)(?:me|nos)? (?:\\w+ )?(?:el problema|la incidencia|su caso|que (?:ha pasado|ocurre|sucede))",
    ),
    "de": (
        "willkommen|(?:vielen |herzlichen )?dank fur (?:ihre|deine|die) (?:nachricht|anfrage|kontaktaufnahme|mail|e-mail)|danke,? dass sie sich|mein name ist|(?:wie|womit) (?:kann|darf) ich (?:ihnen|dir)? ?(?:\\w+ )?(?:helfen|behilflich|weiterhelfen)|was kann ich fur sie tun|(?:bitte )?schildern sie|(?:worum|um was) geht es|(?:was|welches) (?:genau )?ist (?:denn )?(?:das|ihr) (?:problem|anliegen)|(?:das|ihr) (?:problem|anliegen) (?:\\w+ ){0,3}?(?:schildern|beschreiben|erklaren)|um ihnen (?:\\w+ )?(?:helfen|weiterhelfen) zu konnen|worum (?:es )?(?:geht|bei)",
    ),
    "fr": (
        "bienvenue|merci (?:de|d'avoir) (?:nous )?(?:avoir )?(?:contacter?|contacte\\w*|ecrit|joint|sollicite\\w*)|merci pour votre (?:message|demande|mail)|(?:je m'appelle|mon nom est)|(?:que|en quoi|comment) (?:puis-je|pouvons-nous|je peux) (?:faire pour vous|vous (?:aider|etre utile))|(?:ravie?|heureu\\w+) de vous (?:aider|accueillir)|(?:veuillez|merci de) (?:nous |me )?(?:decrire|expliquer|preciser la nature)|quel(?:le)? est (?:le|votre|la) (?:probleme|souci|demande)|de quoi s'agit-il|(?:expliquer|decrire|dire) (?:\\w+ )?(?:le|votre|quel est le) (?:probleme|souci|situation)",
    ),
    "pt": (
        "bem-?vind[oa]s?|obrigad[oa] (?:por|pelo) (?:contactar|nos contactar|entrar em contacto|seu contacto|contacto|escrever)|(?:o meu nome e|chamo-me|sou [oa])|em que (?:posso|podemos) (?:ajudar|ser util)|como posso ajudar|(?:descreva|explique|diga)(?:-me|-nos)? (?:\\w+ )?(?:o motivo|a situacao|o problema|em que)|para (?:o|a) podermos? ajudar|qual e (?:o|a) (?:seu |sua )?(?:problema|questao|motivo|situacao)|de que se trata|o que se passa|(?:descrever|explicar|contar)(?:-me|-nos)? (?:\\w+ )?(?:o problema|a situacao|o que (?:se passa|aconteceu))",
    ),
    "it": (
        "benvenut[oaie]|grazie per (?:averci|aver) (?:contattat\\w+|scritto)|grazie (?:per|di) (?:il|la) (?:suo|sua|messaggio|richiesta)|(?:mi chiamo|il mio nome e|sono) \\w+(?: e|,| del)|(?:come|in cosa|in che modo) (?:posso|possiamo) (?:aiutar\\w+|essere)|(?:mi|ci) (?:descriva|spieghi|illustri)|per poter(?:la|vi)? (?:aiutare|assistere)|qual e il (?:suo )?(?:problema|motivo)|di cosa si tratta|(?:spiegar\\w+|descriver\\w+|raccontar\\w+|dir\\w+) (?:\\w+ )?(?:il (?:suo )?problema|la situazione|qual e|cosa (?:succede|e successo))",
    ),
}
"""How somebody begins who has not looked at what came before."""

REFERS = {
    "en": (
        "(?:(?:e-?)?mail|chat|call|message|letter|ticket|case) (?:of|from|dated|on) (?:\\d+\\w*|(?:mon|tue|wed|thu|fri|sat|sun)\\w*|the \\d+\\w*|yesterday|last \\w+)|as (?:discussed|agreed|arranged|promised|mentioned)|(?:filled me in|brought me up to (?:speed|date)|briefed me|(?:tells|told|informed) me)|(?:we|you|i) (?:booked|spoke|arranged|agreed|talked|discussed|chatted) (?:\\w+ ){0,3}?(?:on the phone|by (?:phone|chat|mail|e-?mail)|last \\w+|yesterday|in (?:the|our) chat)",
        "(?:i|we)(?:'ve)? (?:can |do |now |just |have |already )?(?:see|saw|read|have read|found|looked (?:at|through)|have here|'ve got|have got)\\b.{0,60}?\\b(?:your|you|earlier|previous|last|history|thread|messages?|chats?|calls?|notes?|e-?mails?|tickets?|already)",
        "(?:as|what|which) (?:you|\\w+) (?:told|wrote|said|explained|mentioned|described|promised|agreed|discussed|reported)|(?:your|the) (?:earlier|previous|last|first|original|other) (?:\\w+ )?(?:message|chat|call|e-?mail|letter|ticket|contact|conversation|report|case)|my colleague|(?:second|third|fourth|fifth) (?:time|contact|message|call)|(?:spoke|spoken|chatted|wrote|written|talked) (?:to|with) (?:\\w+ )?(?:on|last|yesterday|already|before|us|\\w+)",
        "(?:since|from|on|of) (?:your|the|our) (?:call|chat|e-?mail|message|letter|visit|conversation)(?: (?:on|of|from))?|(?:already|had|has) (?:\\w+ )?(?:written|called|rung|phoned|emailed|mailed|chatted|contacted|reported) (?:to|us|on|about|in|with|last|yesterday)|you (?:have |'ve |had )?(?:already |previously )(?:told|sent|given|explained|tried|written|called)|no need to (?:repeat|explain|send)|(?:took|taken) over from|reported (?:it|this|that) (?:on|last)|called (?:on|last|about)|(?:rang|wrote|emailed|mailed|chatted) (?:on|last|in|about|before)",
    ),
    "es": (
        "(?:correo|chat|llamada|mensaje|e-?mail|consulta) (?:del? (?:dia )?(?:\\d+|lunes|martes|miercoles|jueves|viernes|sabado|domingo)|de (?:ayer|anteayer|la semana))|(?:como|segun lo) (?:hablamos|hablado|acordamos|acordado|comentamos|quedamos)|me ha (?:contado|explicado|dejado|dicho|puesto al (?:dia|corriente))",
        "(?:veo|he visto|he leido|leo|vemos|tengo (?:delante|aqui))\\b.{0,60}?\\b(?:su|tu|sus|que|mensajes?|correos?|chats?|llamadas?|historial|notas?|ya|anterior\\w*)|(?:como|lo que|segun) (?:nos |me |le )?(?:dijo|conto|explico|escribio|indico|comento|comunico|prometio)",
        "(?:su|tu|la|el) (?:anterior|ultim[oa]|primer[oa]?|otr[oa]) (?:mensaje|correo|chat|llamada|consulta|caso)|(?:mi|su) companer[oa]|ya (?:nos |me )?(?:habia )?(?:escribio|escrito|llamo|llamado|conto|contado|envio|enviado|dijo|dicho)|(?:segunda|tercera|cuarta) vez|(?:su|tu) (?:llamada|chat|correo|mensaje|visita) del|no (?:hace falta|tiene) que (?:repetir|lo repita|enviar)|(?:llamo|escribio|chateo|hablo) (?:el|con|la|ayer)",
    ),
    "de": (
        "(?:mail|e-mail|chat|anruf|nachricht|gesprach|ticket|schreiben) (?:vom (?:\\d+|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|von (?:gestern|vorgestern|letzte\\w+))|wie (?:\\w+ ){0,3}?(?:besprochen|vereinbart|abgesprochen)|hat mi(?:ch|r) (?:\\w+ ){0,3}?(?:erzahlt|berichtet|geschildert|informiert|eingeweiht|hinterlassen)",
        "(?:ich sehe|sehe ich|habe (?:\\w+ ){0,4}?(?:gelesen|gesehen|durchgesehen|vor mir)|liegt mir vor|mir liegt|lese)\\b|(?:wie|was) (?:sie|du) (?:\\w+ ){0,4}?(?:geschrieben|gesagt|erklart|geschildert|mitgeteilt|berichtet|beschrieben|schrieben|schilderten)",
        "(?:ihr|ihre|ihrem|ihren|ihrer|dein\\w*) (?:letzt\\w+|erst\\w+|vorherig\\w+|fruher\\w+|bisherig\\w+) (?:\\w+)|(?:mein|meine|unser|unsere)\\w* kolleg\\w+|(?:ihr|ihre|ihrem|ihren|ihrer) (?:anruf|chat|mail|e-mail|nachricht|gesprach|schreiben|besuch) (?:vom|von|am)|zum (?:zweiten|dritten|vierten) mal|(?:schon|bereits) (?:\\w+ ){0,3}?(?:geschrieben|angerufen|gemeldet|geschickt|geschildert|mitgeteilt|versucht)|(?:rief|schrieb|meldete|hat|hatte) (?:\\w+ ){0,3}?(?:am|schon|bereits|letzte\\w*)",
    ),
    "fr": (
        "(?:mail|e-?mail|chat|tchat|appel|message|courrier|demande) (?:(?:du|de) (?:\\d+|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|d'(?:hier|avant-hier))|comme (?:convenu|discute|evoque|vu (?:ensemble|hier))|m'a (?:\\w+ )?(?:explique|raconte|dit|laisse|mise? au courant|informee?)",
        "(?:je vois|j'ai (?:bien )?(?:lu|vu|relu|repris|sous les yeux)|nous voyons)\\b|(?:comme|ce que) vous (?:l'|nous |m')?(?:avez|aviez|expliqu\\w+|ecri\\w+|dit\\w*|indiqu\\w+)|(?:votre|vos) (?:precedent\\w*|dernier\\w*|premier\\w*|autres?) \\w+",
        "(?:mon|ma|notre) (?:collegue|confrere)|(?:votre|l') ?(?:appel|chat|tchat|mail|message|echange|visite|courrier) (?:du|avec|de)|(?:deuxieme|troisieme|quatrieme) fois|vous (?:nous )?avez deja|inutile de (?:repeter|renvoyer|tout)|(?:a|avait) (?:deja )?(?:appele|ecrit|signale|contacte)|suite a votre",
    ),
    "pt": (
        "(?:e-?mail|chat|chamada|mensagem|conversa|pedido) d[eo] (?:(?:dia )?\\d+|ontem|anteontem|segunda|terca|quarta|quinta|sexta|sabado|domingo)|(?:como|conforme) (?:combinado|falado|falamos|acordado|conversado|conversamos)|(?:contou|explicou|disse|deixou)-me|(?:mesmo|mesma) (?:assunto|questao|pedido|problema) d[oa]",
        "(?:vejo|estou a ver|vi|li|tenho (?:aqui|a frente))\\b.{0,60}?\\b(?:sua|seu|suas|seus|que|mensage\\w+|chats?|chamadas?|historico|notas?|ja|e-?mails?)|(?:como|o que|conforme) (?:nos |me )?(?:disse|escreveu|explicou|indicou|contou|referiu)",
        "(?:a sua|o seu|a tua|o teu) (?:ultim[oa]|primeir[oa]|anterior|outr[oa]) \\w+|(?:o meu|a minha|o nosso|a nossa) coleg[ao]|(?:a sua|o seu) (?:chamada|chat|mensagem|e-?mail|conversa|visita) (?:de|do|com)|(?:segunda|terceira|quarta) vez|ja (?:nos )?(?:tinha )?(?:escreveu|escrito|ligou|ligado|contou|contado|enviou|enviado|disse|dito)|nao precisa de (?:repetir|enviar)|(?:ligou|escreveu|falou) (?:a|no|na|em|com|ontem)",
    ),
    "it": (
        "(?:mail|e-?mail|chat|chiamata|messaggio|richiesta) (?:(?:del|dell'|di) ?\\d+|di (?:ieri|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica))|come (?:d'accordo|concordato|anticipato|discusso|eravamo)|mi ha (?:\\w+ )?(?:spiegato|raccontato|detto|lasciato|informat[oa]|aggiornat[oa])",
        "(?:vedo|ho (?:letto|visto|riletto|davanti|sotto)|leggo)\\b.{0,60}?\\b(?:sua|suo|sue|suoi|che|messaggi\\w*|chat|chiamat\\w+|storico|note|gia|mail)|(?:come|quello che|quanto) (?:ci |mi )?(?:ha|aveva) (?:\\w+ )?(?:detto|scritto|spiegato|indicato|raccontato|segnalato)",
        "(?:la sua|il suo|la tua|il tuo) (?:ultim[oa]|prim[oa]|precedente|altr[oa]) \\w+|(?:il mio|la mia|il nostro|la nostra) colleg[ah]|(?:la sua|il suo) (?:chiamata|chat|messaggio|mail|conversazione|visita) (?:del|con|di)|(?:seconda|terza|quarta) volta|ci ha gia|gia (?:scritto|chiamato|telefonato|segnalato|contattat\\w+)|non (?:serve|occorre|deve) (?:ripetere|rispiegare|inviare)|(?:ha )?(?:chiamato|scritto|telefonato) (?:il|la|ieri|gia)",
    ),
}
"""The agent shows that they know of an earlier contact."""

NOTHING_FOUND = {
    "en": (
        "(?:can't|cannot|could not|couldn't|can not|no|nothing|not|didn't) (?:\\w+ ){0,4}?(?:see|find|found|record|records|on file|history|trace|anything)|no (?:record|history|trace|case)|nothing on file",
    ),
    "es": (
        "no (?:\\w+ ){0,3}?(?:veo|encuentro|consta|aparece|hay (?:nada|registro|constancia))|nada registrado|sin (?:registro|antecedentes|historial)",
    ),
    "de": (
        "(?:nichts|kein\\w*|nicht) (?:\\w+ ){0,4}?(?:gefunden|hinterlegt|vorgang|eintrag|verzeichnet|im system|zu finden|bekannt)|finde (?:\\w+ ){0,3}?(?:nichts|kein\\w*)",
    ),
    "fr": (
        "(?:rien|aucun\\w*|pas de|ne (?:trouve|vois)) (?:\\w+ ){0,4}?(?:trouve|dossier|trace|historique|enregistre|fichier|chez nous)",
    ),
    "pt": ("(?:nao|nada|sem) (?:\\w+ ){0,4}?(?:encontr\\w+|consta|vejo|registo|historico|registado|aparece)",),
    "it": ("(?:non|nulla|niente|nessun\\w*) (?:\\w+ ){0,4}?(?:trov\\w+|risulta|vedo|registrat\\w+|storico|pratica)",),
}
"""The agent looked and knows of nothing: the opposite of REFERS, in the same words."""

ARTICLE = {
    "en": (
        "(?:this|our|the|following|help|knowledge[- ]base|support) (?:article|guide|faq|help (?:cent(?:re|er)|page)|tutorial|how-to)s?|(?:troubleshooting|set-?up|installation|user|step-by-step|getting[- ]started) guides?|(?:all|everything|information) (?:\\w+ ){0,4}?(?:on our website|in our help|here:|in the (?:faq|help))",
    ),
    "es": (
        "(?:este|el|nuestro|siguiente) (?:tutorial|guia)|nuestro articulo|(?:siguiente )?articulo (?:de ayuda|siguiente|sobre|donde|que explica)|(?:en|consult\\w+|le(?:a|er)|vea|ver|siga|seguir) (?:el|este) (?:siguiente )?articulo|(?:esta|la|nuestra) (?:guia|pagina de ayuda|seccion de ayuda)|centro de ayuda|preguntas frecuentes",
    ),
    "de": (
        "(?:diese[rmn]?|unser\\w*|folgende[rmn]?|die|den|der|im|dem) (?:hilfeartikel|anleitung|faq|hilfeseite|hilfebereich)|hilfe-?(?:center|artikel)|(?:in (?:diesem|dem|unserem|folgendem)|im|unser|folgende[rn]) artikel|artikel (?:zum thema|uber|\\d+)",
    ),
    "fr": (
        "(?:notre|ce|le) (?:guide|tutoriel)|notre article|article (?:d'aide|suivant|sur|intitule|qui explique)|(?:dans|consulte[rz]|lire|lisez|voir|suivre|suivez) (?:cet |l'|notre )article|(?:notre|la) (?:faq|page d'aide|fiche)|centre d'aide|foire aux questions",
    ),
    "pt": (
        "(?:este|o|nosso|neste|no) (?:guia|tutorial)|nosso artigo|(?:neste|no|deste|consult\\w+ (?:este|o)|ler (?:este|o)|veja (?:este|o)|siga (?:este|o)) artigo|artigo (?:de ajuda|sobre|seguinte|que explica)|(?:centro|pagina) de ajuda|perguntas frequentes|nossas? faqs?",
    ),
    "it": (
        "(?:questo|il|nostro|seguente|nel) tutorial|nostro articolo|(?:nell'|in questo |consult\\w+ (?:l'|il |questo )|legg\\w+ (?:l'|questo )|segu\\w+ (?:l'|questo ))articolo|articolo (?:di aiuto|seguente|su|che spiega)|(?:seguente|nostra) guida|(?:questa|la|nostra) guida|centro assistenza|pagina di aiuto|domande frequenti|nostre faq",
    ),
}
"""What a customer can read by themselves."""

ARTICLE_ASIDE = {
    "en": (
        "(?:added|updated|corrected|changed|fixed|amended|rewrit\\w+|reported) (?:\\w+ ){0,6}?(?:article|guide|faq|page)s?",
        "(?:thanks?|thank you) (?:\\w+ )?for (?:trying|reading|following|going through|checking)",
    ),
    "es": (
        "(?:anadido|actualizado|corregido|cambiado|completado) (?:\\w+ ){0,6}?(?:articulo|guia|pagina)",
        "gracias por (?:haber )?(?:probar|probado|seguir|seguido|leer|leido|consultar|consultado)",
    ),
    "de": (
        "(?:artikel|anleitung|faq|hilfeseite) (?:\\w+ ){0,6}?(?:erganzt|korrigiert|geandert|aktualisiert|angepasst|berichtigt)",
        "dank\\w* (?:\\w+ ){0,5}?(?:gelesen|ausprobiert|probiert|versucht|befolgt|durchge\\w+)",
    ),
    "fr": (
        "(?:ajoute|corrige|complete|modifie|mis a jour) (?:\\w+ ){0,6}?(?:l')?(?:article|guide|page|faq)",
        "merci d'avoir (?:\\w+ )?(?:essaye|suivi|lu|consulte)",
    ),
    "pt": (
        "(?:acrescent\\w+|corrigi\\w+|atualiz\\w+|alter\\w+) (?:\\w+ ){0,6}?(?:artigo|guia|pagina)",
        "obrigad[oa] por (?:ter )?(?:tentar|tentado|seguir|seguido|ler|lido|consultar|consultado)",
    ),
    "it": (
        "(?:aggiunto|corretto|aggiornato|modificato) (?:\\w+ ){0,6}?(?:(?:l|nell|all)')?(?:articolo|guida|pagina)",
        "grazie per aver (?:\\w+ )?(?:provato|seguito|letto|consultato)",
    ),
}
"""Talks of an article and sends nobody there: it is put right, or was tried."""

ARTICLE_ADDRESS = r"(?:help|hilfe|aide|ayuda|ajuda|aiuto|support|kb|faq|docs|knowledge|hc)\b|/(?:articles?|artikel|articulos?|artigos?|articoli|faq|kb|hc|help|support|guide|docs|knowledge)\b"
"""In an address: it leads to an article."""

KNOWN = {
    "en": (
        "known (?:\\w+ )?(?:issue|problem|fault|bug|error|defect)|(?:aware of|we know about) (?:\\w+ ){0,4}?(?:issue|problem|fault|bug|this|it|error|outage)|(?:other|many|several|some|a number of|more) (?:customers|people|users|households|guests|members)(?: \\w+){0,4}? (?:too|same|also|affected|report\\w*|have|are|see\\w*)|(?:affects|affecting|hits|hitting) (?:\\w+ ){0,3}?(?:customers|users|everyone|others|all|many)|(?:you are|you're) not (?:alone|the only)|(?:general|wider|current|ongoing) (?:outage|disruption|incident|problem|fault)|(?:our|the) (?:engineers|developers|team|technicians) (?:are|is|have) (?:already )?(?:working|identified|found)|(?:faulty|bad) (?:batch|update|lot)|(?:fix|patch|update) (?:is|will be|comes|rolls|rolling|planned|out)",
        "(?:many|several|a number of|all) (?:\\w+ )?(?:customers|users|owners|accounts|members|households)(?: \\w+){0,3}? (?:affected|wrote|written|told|contacted|reported|had)|(?:that|which) we (?:\\w+ ){0,2}?know (?:of|about)|(?:engineers|developers|technicians) (?:already )?know|(?:is|was) an? (?:fault|bug|error|defect) (?:of|in|with) (?:\\w+ )?(?:update|version|release|app|batch)",
    ),
    "es": (
        "(?:fallo|problema|error|incidencia|averia) (?:\\w+ )?(?:conocid[oa]|general|identificad[oa])|(?:conocemos|somos conscientes|sabemos|estamos al tanto)|(?:otros|muchos|varios|mas) (?:clientes|usuarios)|no es (?:el|la) unic[oa]|afecta a (?:\\w+ )?(?:clientes|usuarios|todos|varios)|(?:lote|remesa) (?:defectuos[oa]|mal[oa])|(?:nuestros|los) (?:tecnicos|ingenieros) (?:ya )?(?:estan|trabajan)",
        "(?:otras|muchas|varias|mas) (?:personas|cuentas|clientas|usuarias)|ya (?:lo |la )?(?:conocemos|hemos (?:identificado|detectado|localizado))|es un (?:fallo|error|defecto) (?:de la|del) (?:\\w+ )?(?:actualizacion|version|aplicacion|lote)",
    ),
    "de": (
        "bekannte[rsnm]? (?:\\w+ )?(?:fehler|problem|storung|thema|defekt)|(?:ist|sind) (?:uns )?(?:\\w+ )?bekannt|(?:andere|viele|mehrere|weitere) (?:kund\\w+|nutzer\\w*|haushalte)|(?:nicht|kein) (?:der|die|das)? ?(?:einzige[rnsm]?|einzelfall)|(?:allgemeine|aktuelle|grossere) storung|betrifft (?:\\w+ ){0,3}?(?:kunden|nutzer|alle|viele|mehrere)|(?:fehlerhafte|schlechte) (?:charge|lieferung|aktualisierung)|(?:unsere )?techniker (?:arbeiten|sind)",
        "(?:andere|viele|mehrere|weitere) (?:konten|gerate|besitzer\\w*|mitglieder)|(?:wir kennen|kennen wir) (?:\\w+ ){0,2}?(?:fehler|problem|storung)|(?:davon|das) wissen wir|(?:fehler|storung) (?:im|in der|des|der|von) (?:\\w+ )?(?:update|version|app|charge)",
    ),
    "fr": (
        "(?:probleme|defaut|panne|incident|bug|anomalie) (?:deja |bien )?(?:connue?|general\\w*|identifiee?|recensee?)|(?:nous avons connaissance|nous savons|est connue?)|(?:d'autres|plusieurs|de nombreux|beaucoup de) (?:clients|clientes|utilisateurs|foyers)|pas (?:le seul|la seule|un cas isole)|touche (?:\\w+ ){0,3}?(?:clients|utilisateurs)|lot (?:defectueux|concerne)|nos (?:techniciens|equipes|ingenieurs) (?:\\w+ )?(?:travaillent|sont|ont)",
        "(?:d'autres|plusieurs|de nombreux|beaucoup de) (?:comptes|joueurs|personnes|abonnes)|de nombreuses personnes|(?:avons|est) deja (?:identifie|connu|repere)\\w*|est un (?:defaut|bug) (?:de la|de l'|du) ?(?:\\w+ )?(?:mise a jour|version|appli\\w*|lot)",
    ),
    "pt": (
        "(?:problema|erro|falha|avaria|defeito) (?:ja |bem )?(?:conhecid[oa]|geral|identificad[oa])|(?:temos conhecimento|sabemos|estamos a par|ja conhecemos)|(?:outros|muitos|varios|mais) (?:clientes|utilizadores)|nao e (?:o unico|a unica|caso unico)|afeta (?:\\w+ ){0,3}?(?:clientes|utilizadores|todos)|lote (?:defeituoso|com defeito|com problema)|(?:os nossos )?tecnicos (?:ja )?(?:estao|trabalham)",
        "(?:outras|muitas|varias) (?:contas|pessoas|clientes)|(?:outros|muitos|varios) (?:usuarios|jogadores)|que ja (?:identific|conhec|detet|detect)\\w+|e um (?:erro|defeito) da (?:\\w+ )?(?:atualizacao|versao|aplicacao)",
    ),
    "it": (
        "(?:problema|guasto|errore|difetto|anomalia|disservizio) (?:gia |ben )?(?:not[oa]|conosciut[oa]|generale|segnalat[oa]|identificat[oa])|(?:siamo a conoscenza|sappiamo|ci e noto)|(?:altri|molti|diversi|piu|parecchi) (?:clienti|utenti)|non e (?:l'unic[oa]|il solo|la sola|un caso)|(?:riguarda|interessa|colpisce) (?:\\w+ ){0,3}?(?:clienti|utenti|tutti|diversi)|(?:lotto|partita) difettos[oa]|i (?:nostri )?tecnici (?:\\w+ )?(?:stanno|lavorano)",
        "(?:altre|molte|diverse|parecchie) (?:persone|utenze)|(?:altri|molti|diversi|parecchi) (?:account|giocatori)|che (?:abbiamo gia|gia abbiamo) (?:individuat|identificat)\\w+|e un (?:difetto|errore) (?:dell'|della|del) ?(?:\\w+ )?(?:aggiornamento|versione|app|lotto)",
    ),
}
"""The customer is told that this is known, or that others have it too."""

CLOSES = {
    "en": (
        "(?:we|i)(?: are|'m|'re| am| will|'ll|'ve| have)?(?: now| therefore)? clos(?:e|ed|ing) (?:this|your|the) (?:ticket|case|request|enquiry|file)",
    ),
    "es": ("(?:cerramos|cierro|procedemos a cerrar|damos por (?:cerrad|resuelt)\\w+) (?:\\w+ )?(?:su|el|la|este|tu)",),
    "de": (
        "(?:schlie(?:ss|ß)en|schlie(?:ss|ß)e) (?:\\w+ ){0,3}?(?:ticket|fall|vorgang|anfrage|anliegen)|(?:ticket|fall|vorgang|anfrage) (?:\\w+ ){0,3}?(?:geschlossen|abgeschlossen)",
    ),
    "fr": ("(?:cloturons|cloture|fermons|ferme) (?:\\w+ )?(?:votre|le|ce|la) (?:dossier|ticket|demande)",),
    "pt": (
        "(?:encerramos|encerro|fechamos|fecho|damos por (?:encerrad|conclu)\\w+) (?:\\w+ )?(?:o|a|este) ?(?:seu|sua)? ?(?:pedido|processo|caso|ticket)",
    ),
    "it": (
        "(?:chiudiamo|chiudo) (?:\\w+ )?(?:la|il|questa|questo) (?:sua|suo)? ?(?:pratica|richiesta|ticket|caso|segnalazione)",
    ),
}
"""The agent says that they close it."""
