"""How a customer's message leaves a matter: well, going on, with time, with a reminder, or only with thanks; folded."""

# ruff: noqa: E501 - tables: one line a thought, however many words it has

WELL = {
    "en": (
        "(?:i|we)(?:'ve| have)? (?:fixed|solved|sorted|figured|found) (?:it|this|that)|(?:fixed|solved|sorted|found) it (?:myself|ourselves|in the end)",
        "now (?:it|they|that|everything|all)(?:'s| is| are)? (?:\\w+ ){0,2}?(?:work\\w*|fine|ok(?:ay)?|good|perfect(?:ly)?|there|solved|sorted)|(?:works?|working|runs?|fine|sorted|solved|fixed) (?:again )?now|(?:you|we) (?:can|may) close (?:this|it|the)|(?:please |can )close (?:this|the) (?:ticket|case|request)",
    ),
    "es": (
        "ya lo (?:he |hemos )?(?:arregl|solucion|resolv|encontr|consegu)\\w+|lo (?:arregle|solucione|resolvi|encontre)",
        "(?:ahora|ya) (?:si )?(?:funciona|va|anda|esta (?:resuelto|solucionado|bien))|(?:pueden?|podeis) cerrar(?:lo)? ?(?:el|la|este|esta)?",
    ),
    "de": (
        "(?:selbst|selber|doch noch|inzwischen|mittlerweile) (?:\\w+ )?(?:hinbekommen|gelost|gefunden|geschafft|behoben|erledigt)",
        "(?:jetzt|nun) (?:geht|lauft|funktioniert|klappt|passt)(?! (?:\\w+ )?(?:nicht|nix|nichts))|(?:geht|lauft|funktioniert|klappt) (?:jetzt|nun|wieder)(?! (?:\\w+ )?(?:nicht|nix|nichts))|(?:kann|konnen|darf) (?:\\w+ ){0,4}?(?:geschlossen werden|schlie(?:ss|ß)en)",
    ),
    "fr": (
        "j'ai (?:finalement |enfin )?(?:trouve|resolu|regle|reussi)|pas grave",
        "(?:maintenant|desormais) (?:\\w+ )?(?:ca|tout|il|elle) (?:re)?(?:marche|fonctionne|va)|(?:re)?(?:marche|fonctionne) (?:a nouveau|maintenant|de nouveau)|(?:vous pouvez|on peut) (?:cloturer|fermer)",
    ),
    "pt": ("(?:agora|ja) (?:funciona|esta (?:resolvido|bem|tudo|a funcionar))|podem? (?:fechar|encerrar)",),
    "it": (
        "(?:ho|abbiamo) (?:poi |gia )?(?:risolto|trovato|sistemato)|ci sono riuscit[oa]",
        "(?:adesso|ora) (?:funziona|va|e (?:risolto|a posto)|e tutto)|(?:potete|puo|puoi) (?:chiudere|chiuderl[oa])",
    ),
}
"""In the end it works, however it came to: the ticket can be closed."""

NO_HURRY = {
    "en": (
        "no (?:rush|hurry)|not (?:at all )?urgent|(?:isn't|not) in (?:a|any) (?:rush|hurry)|take your time|in your own time|whenever (?:you|it|suits)",
    ),
    "es": (
        "sin prisas?|no (?:hay|corre|tengo|me corre) prisa|no es urgente|cuando (?:puedan?|pueda usted|tengan? un (?:rato|momento))",
    ),
    "de": ("(?:keine?|ohne) eile|eilt (?:\\w+ )?nicht|nicht (?:dringend|eilig)|hat zeit|in (?:aller )?ruhe",),
    "fr": (
        "rien (?:ne presse|d'urgent)|pas (?:urgent|presse)|sans urgence|(?:prenez|prends) votre temps|quand vous (?:pourrez|aurez)",
    ),
    "pt": ("sem pressas?|nao (?:ha|tenho|e) (?:pressa|urgente)|quando (?:puderem?|tiverem? tempo)",),
    "it": ("senza fretta|non (?:c'e|ho) fretta|non e urgente|con (?:tutta )?calma|quando (?:potete|puo|avete tempo)",),
}
"""The customer does not mind to wait."""

WANTS_MORE = {
    "en": ("but|however|except|although|though|only|please|also|could|can|would|need|still|instead|want|i'd|wish",),
    "es": (
        "pero|aunque|sin embargo|solo que|por favor|tambien|falta|necesito|puede[ns]?|podria[ns]?|quiero|quisiera|aun|todavia",
    ),
    "de": (
        "aber|allerdings|jedoch|leider|nur|bitte|auch|noch|mochte|hatte gern|will|fehlt|brauche|konnen|konnten|konnte|statt",
    ),
    "fr": (
        "mais|cependant|toutefois|sauf|par contre|s'il vous plait|svp|aussi|manque|besoin|pouvez|pourriez|voudrais|souhaite|aimerais|encore",
    ),
    "pt": ("mas|porem|contudo|so que|por favor|tambem|falta|preciso|pode[m]?|podia[m]?|queria|quero|gostaria|ainda",),
    "it": (
        "ma|pero|tuttavia|solo che|per favore|anche|manca|mi serve|potete|potreste|puo|vorrei|voglio|desidero|ancora",
    ),
}
"""Beside thanks, something is said or wanted as well."""

REMINDS = {
    "en": (
        "(?:second|third|fourth|2nd|3rd) (?:time|message|e-?mail|mail|request|attempt|try)|(?:anybody|anyone|somebody|someone) (?:\\w+ )?(?:read|seen|there|here)|(?:an|any|your|a) (?:answer|reply|response|update)|update,? please|(?:nothing|no answer|no reply) (?:so far|yet|since)|wrote (?:on|last|yesterday)",
        "checking (?:in|back|up)|bump\\w*|nudg\\w+|reminder|where (?:we|things) (?:are|stand)|(?:it's|it has) been (?:\\w+ ){0,3}?(?:days?|weeks?|hours?)|anyone (?:looking|working|reading)|(?:please|can (?:you|someone)|could (?:you|someone)) (?:reply|respond|answer|get back|update me)",
    ),
    "es": (
        "(?:segundo|tercer|cuarto)o? (?:mensaje|correo|intento|aviso)|(?:segunda|tercera) vez|escribi (?:el|ayer|la)|y nada|respuesta",
        "llevo (?:\\w+ ){0,3}?(?:dias?|semanas?|horas?)|a la espera|espero (?:su|una) respuesta|reitero|recordatorio|les recuerdo|como va (?:lo|mi|el|la)",
    ),
    "de": (
        "(?:zweite|dritte|vierte)[rsn]? (?:anfrage|mail|nachricht|versuch|mal)|keine (?:reaktion|antwort|ruckmeldung)|(?:bitte )?(?:mal )?(?:melden|antworten)|seit (?:mon|diens|mittwo|donners|frei|sams|sonn)\\w+",
        "um (?:\\w+ ){0,2}?(?:ruckmeldung|antwort|nachricht|rueckmeldung)|erinner\\w+|(?:wie ist|gibt es) (?:\\w+ ){0,3}?stand|warte (?:seit|auf)|seit (?:\\w+ ){0,2}?(?:tagen|wochen)|nachhaken|nachfragen|hake nach",
    ),
    "fr": (
        "(?:deuxieme|troisieme|second|seconde) (?:message|mail|demande|fois|relance)|(?:me|nous) repondre|ecrit (?:lundi|mardi|mercredi|jeudi|vendredi|hier)|votre reponse|une reponse",
        "relanc\\w+|(?:pas|aucun|sans) (?:\\w+ ){0,2}?(?:retour|reponse|nouvelles?)|en attente|j'attends|depuis (?:\\w+ ){0,2}?(?:jours|semaines)|tenir au courant|attente de votre",
    ),
    "pt": (
        "ja (?:o |a )?(?:resolvi|consegui|encontrei|arranjei)|ja esta (?:bom|resolvido)",
        "(?:segund|terceir|quart)[oa] (?:mensagem|e-?mail|pedido|vez|tentativa)|(?:uma|alguma|vossa) resposta|escrevi (?:na|no|ontem)|ate agora nada",
        "(?:continuo|estou|fico) (?:a aguardar|a espera|aguardando)|aguardo|ja passaram|ponto (?:da|de) situacao|lembrete|relembr\\w+|ha (?:\\w+ )?(?:dias|semanas)",
    ),
    "it": (
        "(?:second|terz|quart)[oa] (?:messaggio|mail|richiesta|volta|tentativo)|rispond\\w+|(?:una|vostra) risposta|scritto (?:lunedi|martedi|mercoledi|giovedi|venerdi|ieri)",
        "in attesa|attendo|aspett(?:o|iamo|ando)|sollecit\\w+|fa(?:te|rmi|temi) sapere|riscontro|da (?:\\w+ )?(?:giorni|settimane)|promemoria",
    ),
}
"""Asks for an answer, or reminds of it; on a first message that is manners, after silence it is a chaser."""

PERSISTS = {
    "en": (
        "(?:call|consider|regard|count|mark) (?:this|it|that) (?:as )?(?:solved|resolved|closed|done|fixed)|nothing (?:works|helps|helped)|but (?:\\w+ ){0,6}?(?:\\w+n't|not)(?! (?:urgent|important|a problem|matter|bad|too))",
        "still(?! (?:need|have (?:to|some|your|the)|want|plan\\w*|going|will|think\\w*|amazed|happy|love|hop\\w+|interested|time|good|valid|fine|ok|available|best|worth|(?:have not|haven't) (?:tried|had|got|checked|looked|decided|received)))|as ever|not (?:closed|done|over|finished|settled)|don't (?:consider|see|regard) (?:this|it) (?:as )?(?:closed|solved|done|resolved)|changed nothing",
    ),
    "es": (
        "(?:dar|den|dan) (?:\\w+ )?por (?:resuelto|cerrado)|no (?:cambia|ayuda|arregla)|pero (?:\\w+ ){0,6}?no(?! (?:es urgente|importa|pasa nada|corre))",
        "sigue(?! (?:bien|todo|funcionando))|continua(?! (?:bien|todo|funcionando))|(?:otra vez|de nuevo) (?:la|el|los|las|con)|no esta (?:cerrado|resuelto|hecho|terminado)|no ha (?:servido|cambiado)",
    ),
    "de": (
        "als (?:gelost|erledigt|abgeschlossen)|andert (?:\\w+ )?nichts|nach wie vor|aber (?:\\w+ ){0,6}?(?:nicht|kein\\w*)(?! (?:schlimm|dringend|eilig|wichtig|problem|so))",
        "trotzdem(?! (?:danke|vielen|viel|besten))|noch immer|weiterhin(?! (?:viel|alles|gut\\w*|einen|beobachten|im auge))|nicht (?:erledigt|abgeschlossen|vorbei|geklart)|nichts (?:verandert|geandert)|wieder (?:rot|kaputt|defekt|ausgefallen)",
    ),
    "fr": (
        "comme (?:resolu|regle|clos|termine)e?|(?:n'|ne )(?:aide|sert|arrange|resout) (?:pas|a rien|rien)|mais (?:\\w+ ){0,4}?(?:ne|n'|ne s')(?:\\w+ ){0,3}?pas",
        "toujours(?! (?:disponible|un plaisir|aussi|interesse\\w*))|encore (?:la|le|les|en|rouge|bloque\\w*|allume\\w*|casse\\w*)|pas (?:regle|resolu|termine|fini|clos)|rien change",
    ),
    "pt": (
        "(?:como|por) (?:resolvid|fechad|concluid)[oa]|nao (?:ajuda|ajudou|muda|altera)|mas (?:\\w+ ){0,6}?nao(?! (?:e urgente|faz mal|importa|ha problema))",
        "ainda(?! (?:bem|nao (?:experimentei|testei|tentei|vi|tive|consegui ver|decidi)|tenho (?:de|que)|vou))|continua(?! (?:bem|tudo bem|a funcionar bem))|nao (?:esta|ficou) (?:fechado|resolvido|terminado)",
    ),
    "it": (
        "considerar\\w* (?:risolt|chius)[oa]|non (?:aiuta|serve|cambia)(?! piu)|ma (?:\\w+ ){0,6}?non(?! (?:importa|e urgente|fa niente|c'e fretta))",
        "ancora(?! (?:grazie|un|una|non (?:ho|l'ho)|complimenti|devo))|non (?:e|sono) (?:servit|risolt|finit|chius)[oaie]|continua(?! (?:bene|cosi))",
    ),
}
"""What was complained of goes on, said as the last word after a reply and without a word of thanks."""

PLANS = {
    "en": (
        "tomorrow|tonight|later|this (?:evening|afternoon|weekend)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|i'll|i will|warranty|guarantee",
    ),
    "es": (
        "manana|esta (?:noche|tarde)|luego|despues|mas tarde|voy a|garantia|el (?:lunes|martes|miercoles|jueves|viernes)",
    ),
    "de": (
        "morgen|heute (?:abend|nachmittag|mittag)|spater|am wochenende|garantie|am (?:mon|diens|donners|frei|sams|sonn)tag",
    ),
    "fr": (
        "demain|ce soir|cet apres-midi|plus tard|je vais|garantie|ce week-end|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi)",
    ),
    "pt": ("amanha|a noite|logo|mais tarde|a tarde|vou|garantia|na (?:segunda|terca|quarta|quinta|sexta)",),
    "it": (
        "domani|stasera|dopo|piu tardi|nel pomeriggio|devo|vado|garanzia|(?:lunedi|martedi|mercoledi|giovedi|venerdi|sabato)",
    ),
}
"""The customer has something in hand, or tells when: no complaint that something goes on."""
