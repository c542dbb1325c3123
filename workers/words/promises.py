"""What makes a sentence with a commitment and a time no promise, what promises are about, and where parts of sentences end; folded."""

# ruff: noqa: E501, ISC004, SIM905 - tables: one line a thought, however many words it has

CONDITION = {
    "en": (
        "if(?! not already)|unless|in case|should you|(?<![a-z] )should (?:we|it|there|this|the|your)|otherwise|or else|failing (?:that|which|this|your)|(?<![a-z] )no (?:reply|response|answer|word) (?:from \\w+ )?(?:by|before|within|until)|(?:in the )?absen(?:ce of|t)|without (?:(?:a|an|any|your) )*(?:reply|response|answer|feedback|news|word)(?: (?:from you|by))|(?<![a-z] )without (?:(?:a|an|any|your|further) )*(?:reply|response|answer|feedback|news)|once (?:you|the|we|it|this|i|they|your)|as soon as|provided|when (?:you|the|we|it|i|they)|whenever|after you|after (?:we|the)|assuming|subject to|depending on"
        "|(?:of|from|after|upon) (?:receiving|receipt|the moment|the date|the day|getting)|until you",
    ),
    "es": (
        "si(?! bien)|salvo|en caso de|en (?:su defecto|caso contrario|ausencia de)|de (?:no|lo contrario|otro modo)|a falta de|(?<![a-z] )sin (?:respuesta|noticias|su|una|ninguna|recibir|mas)|cuando|en cuanto|una vez|siempre que|a partir de(?! (?:hoy|ahora|manana))|tras (?:recibir|la recepcion)|tan pronto como|a menos que|despues de recibir|desde (?:que|la recepcion)",
    ),
    "de": (
        "wenn|falls|sofern|(?<![a-z] )sollten? (?:wir|ich|sie|es|der|die|das|ihr|ihre|bis)|andernfalls|ansonsten|sonst|anderenfalls|(?<![a-z] )ohne (?:ihre?|eine?|weitere|antwort|ruckmeldung|nachricht)|^(?:erhalten|bekommen|horen|haben|hatten) (?:wir|ich|sie)|mangels|^(?:bleibt|bleiben|liegt|trifft|geht|kommt|melden|passt|ist|sind|wird|werden) [^,]{3,90}, \\w+ (?:wir|ich)|sobald|im falle?|vorausgesetzt|nachdem|ab dem|nach (?:eingang|erhalt|prufung|ruckerhalt)|soweit|solange",
    ),
    "fr": (
        "si(?! bien)|s'ils?|sauf|en cas d[e']|sinon|dans le cas contraire|autrement|faute d[e']|a defaut(?: d[e'])?|en l'absence|sans (?:aucune? )?(?:reponse|nouvelles?|retour|confirmation) de (?:votre|ta)|(?<![a-z] )sans (?:(?:aucune?|une?|votre|de) )*(?:reponse|nouvelles?|retour|confirmation|vos)|des (?:que|reception)|une fois|lorsque|quand|a condition|apres (?:reception|que|validation)|a (?:compter|partir) de(?! (?:demain|aujourd))|a moins que|a reception|sous reserve",
    ),
    "pt": (
        "se(?! lhe)|caso|senao|de (?:outro modo|outra forma|contrario)|n?a (?:falta|ausencia) de|(?<![a-z] )sem (?:(?:a|uma|qualquer|nenhuma|sua) )*(?:resposta|noticias|retorno|confirmacao)|a nao ser|assim que|quando|logo que|uma vez|desde que|apos (?:a|o|receber|recebermos|recepcao)|depois de receber|a partir d[ao]|mediante",
    ),
    "it": (
        "se|salvo|qualora|altrimenti|diversamente|in (?:caso contrario|assenza di|mancanza di|difetto)|(?<![a-z] )senza (?:(?:una?|alcuna?|sua|vostra|un suo) )*(?:risposta|riscontro|notizie|conferma)|nel caso|in caso di|(?:non )?appena|una volta|quando|a condizione|dal (?:ricevimento|momento)|dopo (?:il|la|aver|che)|a partire da|previo|purche",
    ),
}
"""What something hangs on that nobody knows yet: no promise, wherever in the sentence it stands before the promise."""

WHETHER = {
    "en": (
        "(?:know|see|check|tell|confirm|find out|ask|advise|update you(?: on)?|let you know|sure) (?:\\w+ ){0,6}?(?:if|when|once)(?! you (?:send|reply|return|call|give|provide|pay|confirm))",
    ),
    "es": (
        "(?:sabe|saber|dire|diremos|digo|confirmo|confirmare|confirmaremos|comprobar|comprobare|averiguar|ver|miro|avisare|avisaremos) (?:\\w+ ){0,6}?(?:si|cuando)",
    ),
    "de": ("(?:wann) (?:genau )?(?:der|die|das|es|wir|ich)",),
    "fr": (
        "(?:dire|dirai|dirons|savoir|confirme|confirmer|confirmerai|confirmerons|verifie|verifier|verifierai|informe|informerai) (?:\\w+ ){0,6}?(?:si|s'il|quand)",
    ),
    "pt": (
        "(?:dizer|digo|direi|diremos|saber|confirmo|confirmarei|confirmar|verificar|verifico|verei|ver|informo|informarei) (?:\\w+ ){0,6}?(?:se|quando)",
    ),
    "it": (
        "(?:dire|diro|diremo|sapere|confermo|confermero|confermare|verifico|verifichero|verificare|vedro|informo|faro sapere) (?:\\w+ ){0,6}?(?:se|quando)",
    ),
}
"""An "if" that means "whether": "I will tell you by Friday if it can be mended" hangs on nothing."""

AT_THE_LATEST = {
    "en": ("(?:at|by) (?:the )?(?:very )?latest|no later than|either way|in any case|whatever happens|regardless",),
    "es": ("a mas tardar|como (?:muy tarde|maximo)|en cualquier caso|en todo caso|pase lo que pase",),
    "de": ("spatestens|so oder so|in jedem fall|auf jeden fall",),
    "fr": ("au plus tard|dans tous les cas|quoi qu'il (?:arrive|en soit)",),
    "pt": ("o mais tardar|no maximo|de qualquer (?:modo|forma)|em qualquer caso",),
    "it": ("al (?:piu tardi|massimo)|in ogni caso|comunque vada",),
}
"""What makes a promise of a hope: "as soon as I know, on Friday at the latest"."""

SHOULD = {
    "en": ("should",),
    "es": ("deberian?|deberias",),
    "de": ("sollten?",),
    "fr": ("devr(?:ait|aient|iez)",),
    "pt": ("dever(?:a|ao|ia|iam)",),
    "it": ("dovrebbe(?:ro)?",),
}
"""A hope that those words make a promise too: "you should hear from us by Monday at the latest"."""

NO_PROMISE = {
    "en": (
        "had (?:been )?(?:promised|given)",
        "most (?:of|orders|parcels|refunds|people|customers|cases)|standard (?:delivery|shipping|time)|can take|may take|takes?|could take|might|may be|could be|banks?|always|every|per (?:day|week|month|hour)|policy",
        "try|hope|hoping|aim|should|expect(?:ed|s)? to|ideally|possibly|probably|perhaps|maybe|estimated|estimate|not sure|don't know|can't (?:promise|say|guarantee)|up to|between now|roughly|likely",
        "(?:if|when|that|then|and|so) you (?:can|could|may)(?! expect)|you (?:(?:can|may)(?! expect)|could|need|must|have to|should|pay|want|are able)|(?:please|just|kindly) (?:\\w+ )?(?:reply|send|call|contact|return|let us|let me|allow|bear|wait|check|give|make|keep|use)",
        "won't|will not|cannot|can't|not be able|unable|opening hours|we(?:'re| are) (?:open|closed)|(?:open|closed|available) (?:from|until|till|between|on)|out of (?:the )?office",
        "guaranteed|will hold|valid|expires?|renews?|until further|your next (?:payment|bill|invoice)|would (?:you|it|have)|yesterday|last (?:week|month|night)|ago|been (?:sent|refunded|shipped)",
        "(?:'ll|will) (?:book|check|look|reserve|schedule) (?:\\w+ ){0,4}?for(?! (?:you|this|that|it|the|a|an|your|any|him|her|updates?)\\b)|you said|you mentioned|said (?:he|she|they|that)|says",
    ),
    "es": (
        "habian? (?:prometido|dado)",
        "suele[n]?|solemos|puede[n]? tardar|tarda[n]?|podria[n]?|los bancos|(?:su|el) banco|siempre|cada",
        "agradec\\w+|rueg\\w+|rogamos|intentare|intentaremos|intento|espero|esperamos|deberia[n]?|quizas?|tal vez|probablemente|aproximadamente|previsiblemente|hasta \\d+",
        "puede[s]? (?!estar)\\w+|debe[s]?|tiene que|por favor|no (?:podre|podemos|podremos|sera|le|te|es|puedo)|abrimos|cerramos|horario|abierto[s]?|valid[oa]|caduca|vence",
        "(?:he|hemos|ha|han|fue|se envio|se hizo) (?:\\w+[ai]do|hecho|dicho|escrito|devuelto|recibido)|ayer",
    ),
    "de": (
        "(?:zugesagt|versprochen|genannt) (?:hatten?|worden)",
        "kann (?:\\w+ )*dauern|dauer[nt]|brauchen|benotigen|banken|(?:die|ihre) bank|immer|jeden|jeweils|pro",
        "versuchen?|versuche|hoffen?|hoffe|sollten?|voraussichtlich|vermutlich|wahrscheinlich|vielleicht|moglicherweise|eventuell|konnte[n]?|wurden? (?:gern|sich)|bis zu|hatten?|waren?",
        "(?!(?:haben|erhalten|bekommen) )\\w+en sie (?:uns|mich|sich|es|bitte|gern|gerne|ihn|die|das)\\b|(?:konnen sie|sie konnen)(?! (?:\\S+ ){0,8}?rechnen)|mussen sie|sie mussen|bitte|nicht|kein\\w*|nichts|offnungszeiten|geoffnet|geschlossen|erreichbar|gultig|gelten|gilt|haben (?:ihr|ihre|alle)|kann ich|kann (?:das|es)|gestern",
        "(?:habe|haben|wurde|wurden|hat|ist|sind) (?:\\w+ )*(?:ge(?!rat\\b)\\w+t|ge\\w+en|\\w+iert|versandt|verschickt|erhalten|erstattet|uberwiesen|bestatigt|eingegangen|angekommen)(?! (?:sein|werden))",
    ),
    "fr": (
        "avai(?:s|t|ent) (?:promis|indique)",
        "peut prendre|peuvent prendre|pourrait|les banques|(?:la|votre) banque|comptez(?! sur)|prend(?:re)?|prennent|toujours|chaque",
        "essaierai|essayerai|essaierons|essaie|esperons|espere|devrait|devraient|peut-etre|probablement|environ|estime|en principe|jusqu'a(?! (?:demain|lundi|mardi|mercredi|jeudi|vendredi))",
        "vous (?:pouvez|devez|pourrez|devrez)|merci de|veuillez|ne (?:\\w+ )?pas|n'\\w+ pas|horaires|ouvert\\w*|ferme\\w*|valable|expire|hier|(?:ai|avons|a|avez|ont) (?:bien )?(?:ete )?(?:envoye|recu|transmis|rembourse|fait)\\w*",
    ),
    "pt": (
        "tinham? (?:prometido|indicado)",
        "costuma[m]?|costumamos|pode[m]? demorar|pode[m]? levar|demora[m]?|poderia|os bancos|(?:o|seu) banco|sempre|cada",
        "agradec\\w+|tentarei|tentaremos|vou tentar|vamos tentar|espero|esperamos|deve(?:ra|ria|m)?|talvez|provavelmente|aproximadamente|previsivelmente",
        "voce (?:pode|deve)|pode[s]? \\w+r|por favor|nao|horario|aberto[s]?|fechado[s]?|valid[oa]|expira|(?:enviei|recebi|enviamos|recebemos|foi|foram)|ontem",
    ),
    "it": (
        "avev(?:a|ano) (?:promesso|indicato)|era stat[oa] (?:promess|indicat)[oa]",
        "puo richiedere|possono richiedere|richied(?:e|ono)|potrebbe|potrebbero|le banche|(?:la|sua) banca|sempre|ogni",
        "provero|proveremo|cerchero|cercheremo|spero|speriamo|dovrebbe|dovrebbero|forse|probabilmente|circa|fino a",
        "puo \\w+re|deve|dovra|per favore|cortesemente|non|orari|aperti|chius[io]|valid[oa]|scade|(?:ho|abbiamo|ha|hanno) (?:gia )?(?:\\w+to)\\b|e stat[oa]|ieri",
    ),
}
"""Hedged, past, asked of the customer, or somebody else's: no promise."""

GENERAL = {
    "en": (
        "usually|normally|typically|generally|ordinarily|customarily|in general|as a (?:general )?rule(?: of thumb)?|on average|often|most of the time|in (?:most|many|such|the (?:vast )?majority of) cases|as (?:usual|is customary)|(?:usual|normal|standard|customary) practice|under normal circumstances|on (?:working|business|week) ?days",
    ),
    "es": (
        "normalmente|habitualmente|generalmente|usualmente|comunmente|tipicamente|por lo (?:general|regular|comun)|en general|lo (?:habitual|normal|usual|corriente) es|por (?:regla|norma)(?: general)?|como (?:norma|regla)(?: general)?|de (?:media|ordinario|costumbre)|en promedio|a menudo|en (?:la mayoria de los|muchos|estos|tales) casos|(?:en|los) dias laborables",
    ),
    "de": (
        "normalerweise|ublich(?:erweise)?|typischerweise|grundsatzlich|in (?:aller|der) regel|im (?:normalfall|regelfall|allgemeinen|schnitt|durchschnitt)|meist(?:ens)?|(?:fur )?gewohnlich|gemeinhin|generell|durchschnittlich|erfahrungsgemass|haufig|oft|in (?:den meisten|vielen|solchen) fallen|(?:an )?werktags|an (?:werk|arbeits|wochen)tagen",
    ),
    "fr": (
        "generalement|habituellement|normalement|ordinairement|en (?:general|moyenne|temps normal|regle generale)|d'(?:habitude|ordinaire|usage)|l'usage est|de maniere generale|(?:le plus )?souvent|dans (?:la plupart|la majorite|beaucoup) des cas|dans (?:ces|de tels) cas|(?<!dans )les jours ouvr(?:es|ables)",
    ),
    "pt": (
        "normalmente|geralmente|habitualmente|usualmente|tipicamente|comumente|(?:em|no|de (?:um )?modo) geral|por (?:norma|regra|via de regra)|(?:em|via de) regra|regra geral|em media|e (?:costume|habito)|muitas vezes|n(?:a maioria dos|estes|esses|estes) casos|(?:em|nos) dias uteis",
    ),
    "it": (
        "di (?:solito|norma|regola)|normalmente|generalmente|solitamente|abitualmente|usualmente|tipicamente|ordinariamente|in (?:genere|generale|media)|e (?:nostra )?(?:abitudine|prassi|consuetudine)|per (?:prassi|lo piu)|come regola(?: generale)?|spesso|nella maggior parte dei casi|in (?:questi|molti) casi|nei giorni (?:lavorativi|feriali)",
    ),
}
"""What is so as a rule is no promise, however far before it the rule is said: "as a rule, also at weekends, we will reply …"."""

ANEW = {
    "en": ("but|however|still|anyway|nevertheless|(?:and|so|then) (?:i|my)",),
    "es": ("pero|sin embargo|no obstante|aun asi|y (?:yo|ahora)",),
    "de": ("aber|jedoch|dennoch|trotzdem|allerdings|sondern|und (?:ich|mein\\w*)",),
    "fr": ("mais|cependant|toutefois|neanmoins|et (?:je|j'\\w+|mon|ma)",),
    "pt": ("mas|porem|contudo|no entanto|ainda assim|e (?:eu|agora)",),
    "it": ("ma|pero|tuttavia|comunque|e (?:io|adesso|ora)",),
}
"""Where what was said as a rule ends, and this one case begins."""

AND_ANEW = {
    "en": (
        "(?:and|so|then) (?:we|you|he|she|they|it|the|a|an|our|your|this|that|someone|somebody|today|tomorrow)|(?<=, )(?:i|we|you|your|my|the)",
    ),
    "es": ("(?:y|asi que) (?:le|les|te|os|se|lo|la|los|las|me|nos|el|un|una|su|nuestr[oa]|voy|vamos|hoy|manana)",),
    "de": (
        "(?:und|denn) (?:wir|sie|er|es|der|die|das|ein|eine|unser\\w*|heute|morgen)|(?<=, )(?:ich|wir|sie|ihre?|heute|morgen)",
    ),
    "fr": (
        "(?:et|puis) (?:nous|on|vous|il|elle|le|la|les|un|une|notre|votre|aujourd'hui|demain)|(?<=, )(?:je|nous|vous|on|votre)",
    ),
    "pt": ("e (?:lhe|te|vou|vamos|o|a|os|as|um|uma|hoje|amanha|\\w+-lhe|\\w+-te)",),
    "it": ("e (?:le|la|ti|vi|lo|gliel[oa]|il|un|una|oggi|domani)",),
}
"""Where it ends too, unless it was said first and so of all that follows: "they usually take a day, and we will …"."""

UNTIL = {
    "en": ("(?:until|till?)(?: (?:the|at|about|around|late|early|this|next))*",),
    "es": ("hasta(?: (?:el|la|las|este|esta|proxim[oa]))*",),
    "de": ("bis(?: (?:zum?|einschliesslich|spatestens|nachste[nr]?|kommende[nr]?|diese[nr]?))*",),
    "fr": ("jusqu'(?:a|au|aux|en)(?: (?:la|l'|ce|cette))?",),
    "pt": ("ate(?: (?:a|ao|o|as|esta|este|dia|proxim[oa]))*",),
    "it": ("fin(?:o a|o al|o alla|o alle|o all'|o)(?: prossim[oa])?",),
}
"""Before a time: how long something lasts, not when it is done: "we will keep it until Friday"."""

BY_OR_UNTIL = frozenset({"de", "pt"})
"""Languages with one word for both."""

LASTS = {
    "de": (
        "(?:auf)?bewahre?n?|reserviere?n?|reserviert|(?:be|zuruck|frei|offen)?halten?|hinterlege?n?|verlanger\\w+|(?:lasse?n?|bleibt|bleiben) (?:\\w+ ){0,6}?(?:offen|stehen|liegen|aktiv|gesperrt|reserviert)|pausiere?n?|warten?|gewahre?n?|ausgesetzt",
    ),
    "pt": (
        "mant(?:emos|enho|eremos|er|erei|em)|guard\\w+|reserv(?:amos|o|aremos|ar|ado|ada|arei)|conserv\\w+|prolong\\w+|suspend\\w+|aguard\\w+|(?:deix(?:amos|o|aremos|ar|arei)|fic(?:a|ara)) (?:\\w+ ){0,4}?(?:abert|reservad|ativ|bloquead)[oa]",
    ),
}
"""Verbs that tell it there."""

NOT_OURS = {
    "en": (
        "you(?: will|'ll)? (?:arrive|land|depart)|flight|your (?:appointment|booking|reservation|flight|subscription|contract|plan|trial|payment|bill|train|trip|meeting|ride|stay|check-in)|stays?|remains?|the (?:meeting|weather|forecast|show|class|party|event|offer|sale)|it (?:will|'ll) be (?:\\w+ )?(?:sunny|cloudy|rainy|hot|cold|warm|closed|open)|closed|maintenance",
    ),
    "es": ("su (?:cita|reserva|vuelo|contrato|suscripcion|factura)|la (?:reunion|oferta)|cerrad[oa]|mantenimiento",),
    "de": (
        "ihr (?:termin|vertrag|abo|flug)|ihre (?:buchung|reservierung)|das (?:angebot|wetter)|geschlossen|wartung|feiertag",
    ),
    "fr": (
        "votre (?:rendez-vous|reservation|vol|contrat|abonnement|facture)|la (?:reunion|promotion)|ferme[e]?|maintenance",
    ),
    "pt": (
        "(?:a sua|o seu|sua|seu) (?:marcacao|reserva|voo|contrato|subscricao|fatura)|a (?:reuniao|promocao)|fechad[oa]|manutencao",
    ),
    "it": (
        "(?:il suo|la sua) (?:appuntamento|prenotazione|volo|contratto|abbonamento|fattura)|la (?:riunione|promozione)|chius[oa]|manutenzione",
    ),
}
"""What will be so without anybody's doing."""

TELLTALE = {
    "en": frozenset(
        "i we you will the to and it is be have your this that of with are my our they for can today tomorrow monday tuesday wednesday thursday friday hours days".split()
    ),
    "es": frozenset(
        "le les te lo la el los las de del que en con por para su se nos una un y es esta ha he me mi antes usted hoy manana lunes martes miercoles jueves viernes horas dias".split()
    ),
    "de": frozenset(
        "ich wir sie ihnen die der das den dem und ist mit bei bis am zum es ihre ein eine wird uns mich dir fur auf nicht heute morgen montag dienstag mittwoch donnerstag freitag stunden tagen".split()
    ),
    "fr": frozenset(
        "je vous nous le la les de du des et est d'ici dans sous votre une un on ce qui sera que pour au ai avons mon ma aujourd'hui demain lundi mardi mercredi jeudi vendredi heures jours".split()
    ),
    "pt": frozenset(
        "o a os as de do da em no na lhe vou vamos que com para uma um e ate ao sua seu nos nao consigo eu te hoje amanha segunda terca quarta quinta sexta feira horas dias".split()
    ),
    "it": frozenset(
        "la le il lo gli di del della che in con per una un e entro ho vi ti domani noi dal alle nel al si non se oggi domani lunedi martedi mercoledi giovedi venerdi ore giorni".split()
    ),
}
"""Small words by which a short sentence is told to be in a language."""

JOINTS = {
    "en": "and|but|so|then",
    "es": "y|e|pero|asi que",
    "de": "und|aber|sondern|denn|sowie",
    "fr": "et|mais|puis",
    "pt": "e|mas",
    "it": "e|ma",
}
"""Where one part of a sentence ends and the next begins, besides commas."""

KINDS = {
    "call": (
        "call|callback|ring|phone|telephone",
        "llam\\w+|telefon\\w+",
        "(?:ruf\\w*|ruckruf\\w*|anruf\\w*|anzurufen|zuruckrufen|telefon\\w*)",
        "(?:r?appel\\w+|telephon\\w+)",
        "(?:lig(?:o|ar|arei|amos|aremos|a|ara|arao)(?:-lhe|-te|-lhes)?|telefon\\w+|chamada)",
        "(?:ri)?(?:chiam\\w+)|telefon\\w+",
    ),
    "refund": (
        "refund\\w*|reimburse\\w*|credit\\w*|money|(?:pay|paid|transfer\\w*) (?:\\w+ )?back|back (?:on|in|to|into) your (?:card|account)|on your (?:card|account)|reverse the charge",
        "reembols\\w+|devol(?:ver|vere|veremos|ucion|vemos|vera)\\w*|abon(?:ar|are|aremos|o|amos|ara)\\w*|importe|dinero",
        "erstatt\\w*|ruckerstatt\\w*|gutschr\\w+|gutgeschrieben|uberweis\\w*|geld|betrag",
        "rembours\\w+|credit\\w*|avoir|vir(?:er|ement)\\w*|somme",
        "reembols\\w+|devol(?:ver|verei|veremos|ucao|vemos)\\w*|estorn\\w+|dinheiro|credit\\w+",
        "rimbors\\w+|accredit\\w+|storn\\w+|bonific\\w+",
    ),
    "visit": (
        "visit|knock (?:on|at)|engineer|technician|fitter|surveyor|electrician|plumber|come (?:out|by|round|over|to)|be with you|be (?:here|there)|driver|on site|inspect\\w*",
        "tecnico|visita\\w*|perito|instalador|pasar(?:a|an|emos)|ira[n]?|acudir\\w+",
        "techniker\\w*|monteur\\w*|handwerker|gutachter\\w*|vor ort|vorbei\\w*|besuch\\w*|kommt (?:zu|bei)",
        "technicien\\w*|passera|interviendra|intervention|visite|expert|depann\\w+",
        "tecnic[oa]|visita\\w*|perito|deslocar-se|passara|assistencia",
        "tecnico|visita|perito|passera|sopralluogo|installatore|interverra",
    ),
    "delivery": (
        "deliver\\w*|ship\\w*|dispatch\\w*|parcel|package|courier|replacement|arriv\\w+|(?:new|another) one|go(?:es)? out|post (?:it|the|you|your|out)|reach you|send (?:you )?(?:out )?(?:a|the|another|your) (?:new|replacement|parcel|part|sample|spare)\\w*|in the post|post(?:ed)|sent out|collect\\w*|pick(?:ed)? up",
        "entreg\\w+|paquete|pedido|repuesto|llegar\\w+|sald(?:ra|ran)|recog\\w+|mensajer\\w+|pieza",
        "liefer\\w*|geliefert|paket\\w*|versand\\w*|versend\\w*|verschick\\w*|ersatz\\w*|zustell\\w*|abhol\\w*|trifft|kommt (?:an|am|morgen)|kurier|bestellung|austausch|in die post",
        "livr\\w+|colis|expedi\\w+|arriver\\w+|piece|commande|coursier|part\\b|partira|enlev\\w+",
        "entreg\\w+|encomenda|pacote|chegar\\w*|expedi\\w+|peca|recolh\\w+|estafeta",
        "consegn\\w+|pacco|spedi\\w+|arriv\\w+|(?:new|another) one|corriere|ricambio|ordine|parte|partira|ritir\\w+",
    ),
    "correction": (
        "fix\\w*|correct\\w*|repair\\w*|replace|resolve\\w*|restor\\w+|reset|unlock\\w*|activat\\w+|cancel\\w*|amend\\w*|chang\\w+|remov\\w+|sorted|working again|back up|reissue|ready|live again",
        "corr(?:eg|ig)\\w+|arregl\\w+|solucion\\w+|resolv\\w+|reparar\\w*|activ\\w+|cancel\\w+|anul\\w+|modific\\w+|cambi\\w+|list[oa]s?",
        "korrig\\w+|berichtig\\w+|behob\\w*|beheb\\w*|reparier\\w*|reparatur|fertig|freischalt\\w*|aktivier\\w*|stornier\\w*|anderung|andern|tauschen?|entsperr\\w*|losch\\w+|erledig\\w+|gelost",
        "corrig\\w+|repar\\w+|resoudr\\w+|resolu\\w*|activ\\w+|annul\\w+|modifi\\w+|retabli\\w*|debloqu\\w+|regle(?:e|es|s)?|prete?s?",
        "corrig\\w+|arranj\\w+|resolv\\w+|repar\\w+|ativ\\w+|activ\\w+|cancel\\w+|anul\\w+|alter\\w+|desbloque\\w+|pront[oa]s?",
        "corregg\\w+|corre(?:tt|zion)\\w+|ripar\\w+|risolv\\w+|attiv\\w+|annull\\w+|modific\\w+|sblocc\\w+|sistem\\w+|sostitui\\w+|pront[oaie]|a posto",
    ),
    "answer": (
        "write|e-?mail|mail|contact|get back|come back|be in touch|let you know|update|inform|reply|answer|respond|confirm|tell|hear|message|text|follow up|report|send you (?:an|the|a) (?:answer|update|quote|summary|date)|feedback|quote|news|inbox",
        "escrib\\w+|correo|contact\\w+|avis\\w+|inform\\w+|respuest\\w+|respond\\w+|contest\\w+|confirm\\w+|dir(?:e|emos)|digo|noticias|mensaje|presupuesto",
        "meld\\w+|schreib\\w*|mail|antwort\\w*|bescheid|ruckmeldung|nachricht|informier\\w*|bestatig\\w*|sag\\w*|mitteil\\w*|teile?n?|hor\\w+|kontaktier\\w*|angebot",
        "reviens|revenons|reviendr\\w+|ecri\\w+|mail|(?:re)?contact\\w+|repon\\w+|inform\\w+|confirm\\w+|dir(?:ai|ons)|nouvelles|message|retour|devis|tien\\w+",
        "escrev\\w+|e-?mail|contact\\w+|respost\\w+|respond\\w+|inform\\w+|confirm\\w+|aviso|avis\\w+|dir(?:ei|emos)|digo|volt\\w+|noticias|mensagem|orcamento|feedback",
        "scriv\\w+|scriver\\w+|mail|(?:ri)?contatt\\w+|risposta|rispond\\w+|inform\\w+|aggiorn\\w+|conferm\\w+|dir(?:o|emo)|sapere|notizie|messaggio|preventivo|riscontro",
    ),
}
"""What is promised, in the order in which it counts ("I will call you about the refund" is a call); en, es, de, fr, pt, it."""
