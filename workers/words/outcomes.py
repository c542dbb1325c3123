"""What became of a promise: how agents say that it was done or take it back, and customers that they need it no more; folded."""

# ruff: noqa: E501, ISC004 - tables: one line a thought, however many words it has

_US = r"(?:^|(?<=[\d,:;(-] )|(?<=\bi )|(?<=\bwe )|(?<=\band )|(?<=\bhave )|(?<=\bjust )|(?<=\bbeen )|(?<=\bwas )|(?<=\bthen )|(?<=\balso ))"
_THIRD = r"(?! (?:the |our |their |el |la |al |den |die |das |le |o |a |il )?(?:suppl|warehouse|courier|carrier|bank|garage|workshop|depot|manufact|shop|store|engineer|fitter|technic|proveedor|almacen|taller|tecnic|banco|lieferant|lager|werkstatt|techniker|spedition|fournisseur|entrepot|atelier|transporteur|fornecedor|armazem|oficina|fornitore|magazzino|officina|corriere)\w*)"
_CUSTOMER = "(?:the )?(?:customer|client|cust|cx|her|him|them|mr|mrs|ms|miss|caller)"

REACHED = {
    "en": (
        rf"{_US}(?:called|rang|phoned|telephoned|emailed|e-mailed|texted|informed|told|wrote|written|replied|answered){_THIRD}(?! (?:in|again)\b)",
        rf"(?:called|rang|phoned|emailed|e-mailed|texted|informed|told|updated|written to|wrote to|contacted) {_CUSTOMER}|call(?:ed)? back (?:done|made|completed)|{_CUSTOMER} (?:called back by us|informed|told|updated|notified|reached)",
        rf"(?:spoke|spoken|talked|talking) (?:to|with) {_CUSTOMER}|(?:spoke|spoken|talked) (?:to|with) (?!(?:the |our )?(?:suppl|warehouse|courier|carrier|bank|finance|team))\w+|left (?:\w+ )?(?:voicemail|message|vm)|(?:call|callback|phone call) (?:made|done|completed|logged)|as promised",
    ),
    "es": (
        rf"(?:llamad[oa]|llame|le llamo|hable|hablad[oa]|escrit[oa]|escribi|informad[oa]|avisad[oa]|contestad[oa]|dicho|contactad[oa]){_THIRD}(?! (?:otra vez|de nuevo))",
    ),
    "de": (
        r"(?<!kunde hat )(?<!kundin hat )(?:angerufen|telefoniert|gesprochen|geschrieben|gemailt|informiert|beantwortet|mitgeteilt|besprochen|zuruckgerufen|erreicht|bescheid gegeben|gesagt)",
    ),
    "fr": (
        rf"(?:r?appelee?|parle a|ecrit|informee?|prevenue?|repondu|dite?|jointe?|contactee?|eu au telephone){_THIRD}",
    ),
    "pt": (
        rf"(?:liguei|ligado|ligou-se|falei|falado|escrevi|informad[oa]|informei|avisad[oa]|avisei|respondi|respondido|contactad[oa]|contactei){_THIRD}",
    ),
    "it": (
        rf"(?:(?:ri)?chiamat[oa]|parlato|scritto|informat[oa]|avvisat[oa]|risposto|sentit[oa]|contattat[oa]){_THIRD}",
    ),
}
"""What an internal note says when the customer has heard from us; "customer called" is no call of ours."""

_TO_THIRD = r"(?! (?:back\b(?! (?:to|on|onto|into) )|(?:over |on |off )?(?:to|an|zum|zur|a|al|alla|all'|au|aux|ao|para|pour)(?: (?:the|our|el|la|los|las|den|die|das|le|les|o|os|unser\w*))? ?(?:l')?(?:suppl|warehouse|garage|workshop|depot|manufact|shop|store|engineer|technic|financ|finanz|accounts|accounting|billing|team|department|manager|proveedor|almacen|taller|contabil|lieferant|lager|werkstatt|buchhaltung|fachabteilung|fournisseur|entrepot|atelier|compta|fornec|armazem|oficina|fornitore|magazzino|officina|amministrazione|ufficio|reparto)))"
"""What goes to somebody else's desk is not with the customer: "request sent to finance"."""

DONE = {
    "en": (
        rf"(?:sent|posted|shipped|dispatched|delivered|released|issued|processed|paid){_TO_THIRD}",
        r"(?:refunded|credited|done|completed|kept|visited|resolved|sorted|fixed|collected|arrived|cancelled|activated|corrected|replaced|repaired|reimbursed|exchanged|reissued|unlocked|(?:refund|payment|transfer|credit) made|went (?:out|through)|picked up|is on its way|on the way|here (?:is|are)|attached)",
        r"received(?! (?:a|an|another|the|new|his|her|their|customer\w*|photos?|form|e?-?mail|message|reply|call|query|complaint)\b)",
    ),
    "es": (
        rf"(?:enviad[oa]|envie|enviamos|mandad[oa]|entregad[oa]|tramitad[oa]|expedid[oa]){_TO_THIRD}",
        r"(?:(?<!de )hech[oa]|devuelt[oa]|reembolsad[oa]|abonad[oa]|ingresad[oa]|emitid[oa]|realizad[oa]|efectuad[oa]|procesad[oa]|transferid[oa]|resuelt[oa]|solucionad[oa]|arreglad[oa]|sustituid[oa]|desbloquead[oa]|anulad[oa]|corregid[oa]|reparad[oa]|cambiad[oa]|cancelad[oa]|activad[oa]|adjunt[oa]|en camino|aqui (?:tiene|tienes))",
    ),
    "de": (
        rf"(?:gesendet|gesandt|versandt|verschickt|geschickt|abgeschickt|versendet|rausgeschickt|rausgegangen|geliefert|ausgeliefert|zugestellt){_TO_THIRD}",
        r"(?:erledigt|erstattet|zuruckerstattet|uberwiesen|zuruckuberwiesen|zuruckgezahlt|ausgezahlt|veranlasst|angewiesen|durchgefuhrt|ausgefuhrt|ausgestellt|gutgeschrieben|geklart|gelost|repariert|behoben|korrigiert|storniert|aktiviert|freigeschaltet|entsperrt|ersetzt|umgetauscht|ausgetauscht|unterwegs|im anhang|anbei)",
    ),
    "fr": (
        rf"(?:envoyee?s?|transmise?s?|expediee?s?|livree?s?){_TO_THIRD}",
        r"(?:(?<!en )(?<!a )faite?s?|remboursee?s?|effectuee?s?|emise?s?|versee?s?|viree?s?|traitee?s?|creditee?|reglee?|resolue?s?|remplacee?s?|echangee?s?|debloquee?s?|resiliee?s?|corrigee?|reparee?|annulee?|activee?|(?:est|sont) partie?s?|en route|ci-joint|voici)",
    ),
    "pt": (
        rf"(?:enviei|enviad[oa]|mandad[oa]|entregue|expedid[oa]|despachad[oa]){_TO_THIRD}",
        r"(?:feit[oa]|efetuad[oa]|emitid[oa]|realizad[oa]|processad[oa]|transferid[oa]|estornad[oa]|creditad[oa]|lancad[oa]|devolvid[oa]|reembolsad[oa]|resolvid[oa]|substituid[oa]|desbloquead[oa]|anulad[oa]|concluid[oa]|corrigid[oa]|reparad[oa]|cancelad[oa]|ativad[oa]|a caminho|em anexo|aqui (?:tem|esta))",
    ),
    "it": (
        rf"(?:inviat[oa]|mandat[oa]|consegnat[oa]|spedit[oa]){_TO_THIRD}",
        r"(?:(?<!di )fatt[oa]|effettuat[oa]|emess[oa]|eseguit[oa]|stornat[oa]|bonificat[oa]|evas[oa]|rimborsat[oa]|accreditat[oa]|risolt[oa]|corrett[oa]|riparat[oa]|sistemat[oa]|sbloccat[oa]|annullat[oa]|attivat[oa]|sostituit[oa]|in viaggio|in allegato|ecco)",
    ),
}
"""What a note or a message says when something other than a call was done."""

DENIED = {
    "en": (
        r"not|\w+n't|cannot|never|nobody|no ?one|none|nothing|neither|nor|unable|fail(?:ed|s|ing|ure)|refus\w+|partly|partially|no (?:\w+ ){1,2}?(?:(?:was|has|have|been|yet|were) )*(?:sent|refunded|issued|made|done|received|credited|delivered|shipped|processed|called|paid)",
        rf"{_CUSTOMER} (?:(?:has|have|had|just|already|also|now) )*(?:sent|paid|posted|returned|shipped|completed|cancelled|replaced|fixed|emailed|replied|answered|wrote|written)|by (?:the )?(?:customer|client)",
    ),
    "es": (
        r"no (?:se|ha|han|he|hemos|fue|fueron|esta|estaba|consta|hay|aparece|le|les|lo|(?:enviad|reembolsad|abonad|tramitad|devuelt|resuelt|hech|emitid|entregad|realizad|efectuad|llamad|contactad|avisad|informad)[oa])|nunca|jamas|tampoco|ningun[oa]?|nada|(?:aun|todavia) no|sin (?:enviar|reembolsar|tramitar|abonar|hacer|resolver|llamar|contestar|entregar)",
        r"cliente (?:nos |ya )*(?:(?:ha|habia) )?(?:enviado|envio|mando|mandado|pagado|devuelto|cancelado|escrito|llamado|contestado|hablado)|devuelt[oa] (?:por|al remitente|a origen)",
    ),
    "de": (
        r"nicht\w*|kein\w*|nie|niemals|niemand|weder|teilweise",
        r"(?:kunde|kundin) hat (?:\w+ ){0,6}?(?:geschickt|gesendet|gesandt|geschrieben|bezahlt|storniert|versandt|uberwiesen|angerufen|gemailt|erreicht|verschickt)|(?:vom|von der) kund\w+",
    ),
    "fr": (
        r"pas|jamais|aucune?|rien|non (?:envoye|rembourse|effectue|livre|traite|fait|regle|rappele)\w*|sans (?:rappel|envoi)|partiellement",
        r"cliente? (?:nous |l')?a (?:\w+ ){0,3}?(?:envoyee?|payee?|annulee?|transmise?|ecrit|repondu|appelee?|rappelee?|expediee?)|par (?:le|la) cliente?",
    ),
    "pt": (
        r"nao|nunca|nada|nenhum\w*|ninguem|tampouco|parcialmente",
        r"(?:pelo|pela) cliente|cliente (?:ja )?(?:tinha|tem|havia) (?:\w+ ){0,2}?(?:enviado|pago|mandado|falado|respondido)|devolvid[oa] (?:pela|pelo|ao remetente)",
    ),
    "it": (
        r"non|mai(?= \w+t[oa]\b)|nessun\w*|nulla|niente|mancat\w*|parzialmente",
        r"cliente (?:ci |l')?ha (?:\w+ ){0,3}?(?:inviato|mandato|pagato|annullato|spedito|risposto|scritto|chiamato|richiamato)|dal(?:la)? cliente",
    ),
}
"""What takes it back in the same clause: "refund not yet issued", "nicht erstattet"; or the customer did it."""

ASKED_FOR = {
    "en": (
        r"request(?:ed|s)?|chas(?:er|ers|ed|ing)|remind(?:er|ers|ed)|escalat\w+|ask(?:ed|ing)|enquir\w+|quer(?:y|ied)|wait\w*|await\w*|pending|check(?:ing|ed)? (?:if|whether|with)|promised|supposed|want(?:s|ed|ing)?|would like|wish(?:es|ed)?|needs?|needed|confirm(?:s|ing)? (?:that|when)",
    ),
    "es": (
        r"solicit\w+|peticion|pedir|pregunt\w+|consult\w+|reclam\w+|esper(?:a|amos|ando|o)|prometid[oa]|quiere[n]?|queria|desea|necesita[n]?|hace falta",
    ),
    "de": (
        r"\w*anfrage|\w*antrag|angefragt|nachgefragt|beantragt|erinner\w+|warte\w*|ruckfrage|gebeten|versprochen|will|mochte|wunscht|braucht",
    ),
    "fr": (r"demand\w+|relanc\w+|attend\w*|attente|requete|promis\w*|veut|souhaite|voudrait|besoin",),
    "pt": (
        r"solicit\w+|pedido de \w+|pergunt\w+|aguard\w+|espera|prometid[oa]|quer|queria|deseja|gostaria|precisa[m]?",
    ),
    "it": (r"richiest\w+|sollecit\w+|attes\w+|chiest\w+|promess[oa]|vuole|vorrebbe|desidera|bisogna|serve",),
}
"""What was asked of somebody before the done-word of a clause: "refund request sent", "asked to have it sent"."""

AHEAD = {
    "en": (
        r"to be|yet to|will|\w+'ll|going to|should|must|need(?:s|ed)? (?:to|a|the)|still (?:need\w*|to|no)|ha(?:s|ve) to|tomorrow|(?:can|could|may|might|would) be|being|about to|due to|to[- ]do|todo:|forgot\w*|please|ready to|in progress|shall",
    ),
    "es": (
        r"hay que|falta[n]?|(?<!esta )(?<!la )manana|(?<!ieri )(?<!questa )(?<!di )(?<!la )sera[n]?|se (?:enviara|hara|reembolsara|tramitara|abonara)|(?:va|van|voy|vamos) a|debe[n]?|tiene[n]? que|por (?:hacer|enviar|tramitar|reembolsar)|en (?:curso|tramite)|olvid\w+",
    ),
    "de": (
        r"wird|werden|muss|mussen|soll(?:en|te|ten)?|kann|konnen|zu (?:erledigen|erstatten|klaren)|(?<!heute )morgen|noch (?:offen|zu)|offen|ausstehend|vergessen|bitte|in bearbeitung",
    ),
    "fr": (
        r"(?:a|reste a) (?:faire|rembourser|envoyer|rappeler|traiter)|reste a|faut|(?<!ieri )(?<!questa )(?<!di )(?<!la )sera|seront|(?:va|vont) (?:etre )?\w+|doit|doivent|demain|en cours|oubli\w+|a ete oublie\w*",
    ),
    "pt": (
        r"falta[m]?|(?<!ieri )(?<!questa )(?<!di )(?<!la )sera|serao|vai|vao|tem de|tem que|deve|amanha|por (?:fazer|enviar)|a ser|em curso|ainda(?! hoje)|esquec\w+",
    ),
    "it": (
        r"da (?:fare|inviare|rimborsare|effettuare|richiamare|spedire)|sara|saranno|verra|va|deve|domani|in corso|manca|ancora|dimenticat\w+",
    ),
}
"""What makes it a plan, said before the done-word or with it: "to be issued", "wird morgen verschickt"."""

STALLED = {
    "en": (
        r"if|whether|once|when|unless|until|subject to|as soon as|no (?:answer|reply|response)|(?<=: )(?:no|not yet|pending|open)|undeliver\w+|bounced|rejected|declined|reversed|got lost|returned to (?:sender|us)|back to (?:us|sender)",
    ),
    "es": (
        r"si (?:se|el|la|no|ha|esta|llega|finanzas)|cuando|en cuanto|una vez|no (?:contesta|responde|coge)|sin (?:respuesta|contestar)|pendiente|(?<=: )(?:no|aun no|todavia no)|imposible|rechazad[oa]|fallid[oa]|extraviad[oa]",
    ),
    "de": (
        r"wenn|falls|sobald|ob|sofern|(?:keine|ohne) (?:antwort|ruckmeldung)|niemand(?:en)? erreicht|(?<=: )(?:nein|noch nicht|offen)|unzustellbar|zuruckgeschickt|zuruckgesandt|zuruckgekommen|retourniert|fehlgeschlagen|abgelehnt|abgewiesen",
    ),
    "fr": (
        r"des que|s'il|si (?:le|la|l'|les|on|nous|elle)|une fois|lorsque|quand|(?:pas|sans) (?:de )?reponse|n'a pas repondu|en attente|(?<=: )(?:non|pas encore)|retournee?|renvoyee? (?:par|a l'expediteur)|refusee?|rejetee?|echou\w+|echec",
    ),
    "pt": (
        r"assim que|quando|logo que|se (?:o|nao|for|recebermos)|sem resposta|nao (?:atende|atendeu|respondeu)|pendente|(?<=: )(?:nao|ainda nao)|recusad[oa]|rejeitad[oa]|falhou|extraviad[oa]",
    ),
    "it": (
        r"(?:non )?appena|quando|una volta|se (?:il|non|arriva)|senza risposta|non risponde|in attesa|(?<=: )(?:no|non ancora)|rifiutat[oa]|respint[oa]|tornat[oa] (?:indietro|al mittente)|rispedit[oa]|fallit[oa]|smarrit[oa]",
    ),
}
"""What takes it back wherever in the sentence it stands: a condition, no answer, what came back."""

CLAUSE_ENDS = r"[,:](?!\d)|[()\u2013\u2014]|\s-\s|\b(?:but|however|though|pero|aber|jedoch|mais|mas|porem|ma)\b"
"""Where a clause of a note ends."""

TAKEN_BACK = {
    "en": (
        r"(?:won't|will not|can't|cannot|not|unable to|(?:isn't|not) going to) (?:be able to |going to |now )?(?:call|ring|make|manage|keep|deliver|arrive|send|happen|refund|meet|come|hold|be (?:with you|there|ready|possible|delivered))"
        r"|(?:has|have|had) (?:to be|been) (?:moved|postponed|rescheduled|delayed|pushed|cancelled|put back)|(?:move|postpone|reschedule|push back|put off) (?:our|the|your|it)|instead of (?:today|tomorrow|monday|tuesday|wednesday|thursday|friday)"
        r"|(?:another|a few|more|a bit more|a little more) (?:more )?(?:days?|time|hours?)|(?:taking|take|takes) longer|running late|no longer",
    ),
    "es": (
        r"no (?:podre|podremos|puedo|podemos|va a poder|sera posible|llegara|vamos a poder)|aplaz\w+|se (?:ha |va a )?retras\w+|(?:hay|habra|lleva) (?:\w+ )?retraso|pospon\w+|pospuest[oa]|cambiar (?:la|el) (?:cita|fecha|visita)|mas tiempo|en lugar del? (?:lunes|martes|miercoles|jueves|viernes|hoy)",
    ),
    "de": (
        r"(?:schaffe|schaffen|kann|konnen|wird|klappt) (?:ich |wir |es |das |leider |\w+ ){0,6}?(?:nicht|nichts)|verschieb\w*|verschoben|(?:verzogert|verspatet) sich|sich (?:\w+ ){0,3}?(?:verzogern|verzogert|verspaten|verspatet)|(?:gibt|kommt) (?:\w+ ){0,4}?(?:verzogerung|verspatung)\w*|mehr zeit|dauert (?:leider )?(?:noch|langer)|statt (?:heute|morgen|montag|dienstag|mittwoch|donnerstag|freitag)",
    ),
    "fr": (
        r"(?:ne|n') ?(?:pourrai|pourrons|pouvons|peux|sera|seront|pourra) pas|report(?:e|ee|er|ons|es)|(?:a|aura|avons|prend) (?:du|un) retard|(?:est|sera|a ete) retardee?|decal\w+|plus de temps|au lieu de (?:lundi|mardi|mercredi|jeudi|vendredi|demain)",
    ),
    "pt": (
        r"nao (?:vou|vamos|poderei|poderemos|posso|podemos|sera|consigo|conseguimos)|adi(?:ar|ad[oa]|ei|amos)|(?:esta|vai|sofreu|ha um?) (?:\w+ )?atras\w+|atrasou|remarc\w+|mais tempo|em vez de (?:segunda|terca|quarta|quinta|sexta|hoje|amanha)",
    ),
    "it": (
        r"non (?:potro|potremo|posso|possiamo|sara|riusciro|riusciremo|riesco|riusciamo)|rimand\w+|rinviat[oa]|rinviare|rinviamo|post?icip\w+|spostare|spostat\w+|(?:e|sara|subira) (?:\w+ )?(?:in )?ritard\w+|piu tempo|invece (?:di|che) (?:lunedi|martedi|mercoledi|giovedi|venerdi|oggi|domani)",
    ),
}
"""The agent takes it back: "I can't call you today after all"."""

NOT_NEEDED = {
    "en": (
        r"(?:no|don't|do not|doesn't) (?:longer )?(?:need|want|have to|bother)(?:ed)? (?:to |it |the |a |your |you to |me to )?(?:call|ring|refund|visit|engineer|technician|replacement|any ?more|it|coming|send|delivery|help)"
        r"|no (?:need|longer need(?:ed)?|longer necessary)|never ?mind|forget (?:it|about it)|(?:please )?cancel (?:the|my|that|this) (?:call|visit|appointment|order|request|engineer|technician|replacement|delivery|callback)"
        r"|(?<!when )(?<!until )(?<!once )(?<!if )(?:it's|it is|it has|that's|this is|everything is|all is|i've|we've|i have) (?:now |all |been |already )*(?:sorted|resolved|fixed|solved)(?! by)|works? (?:now|again)|found it|no hurry|take your time",
    ),
    "es": (
        r"(?:ya )?no (?:hace falta|es necesari[oa]|lo necesito|la necesito|necesito)|olvid(?:elo|alo|ese|ate)|cancel(?:e|a|en|ar|o) (?:la|el|mi) (?:llamada|visita|cita|pedido|solicitud)|ya (?:esta|se ha) (?:resuelto|solucionado|arreglado)|ya funciona|no corre prisa",
    ),
    "de": (
        r"(?:hat|haben) sich (?:\w+ )?erledigt|(?:ist|hat sich) erledigt|nicht mehr (?:notig|notwendig|erforderlich|gebraucht)|(?:brauche|brauchen|benotige|benotigen) (?:\w+ ){0,4}?(?:nicht mehr|keinen?)|vergessen sie es|(?:anruf|termin|bestellung|auftrag) (?:bitte )?(?:stornieren|absagen)"
        r"|(?:geht|funktioniert|lauft) (?:jetzt |nun )?wieder|keine eile",
    ),
    "fr": (
        r"(?:plus|pas) (?:besoin|necessaire|la peine)|laissez tomber|annul(?:ez|er|e) (?:la|le|l'|mon|ma) ?(?:appel|visite|rendez-vous|commande|demande)|(?:c'est|tout est) (?:bon|regle|resolu)|(?:re)?marche (?:a nouveau|maintenant)|refonctionne|rien ne presse",
    ),
    "pt": (
        r"(?:ja )?nao (?:e (?:mais )?(?:preciso|necessari[oa])|preciso|vale a pena)|deixe (?:estar|la)|esqueca|cancel(?:e|ar|em) (?:a|o|minha|meu) (?:chamada|visita|marcacao|encomenda|pedido)|ja (?:esta|foi|ficou) (?:resolvid[oa]|arranjad[oa])|ja funciona|sem pressa",
    ),
    "it": (
        r"non (?:serve|occorre|c'e|ce n'e|ho) (?:piu|bisogno)(?: bisogno)?|(?:lasci|lascia) perdere|annull(?:i|ate|are|o) (?:la|il|l'|mio|mia) ?(?:chiamata|visita|appuntamento|ordine|richiesta)|(?:e|ho) (?:tutto |gia )?(?:risolto|a posto|sistemato)|funziona (?:di nuovo|adesso|ora)|senza fretta",
    ),
}
"""The customer cancels, or does not need it any more."""
