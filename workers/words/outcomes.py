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

DONE = {
    "en": (
        r"(?:sent|delivered|refunded|credited|posted|done|completed|kept|visited|resolved|sorted|issued|fixed|paid|released|collected|shipped|dispatched|received|arrived|processed|cancelled|activated|corrected|replaced|repaired|is on its way|on the way|here (?:is|are)|attached)",
    ),
    "es": (
        r"(?:enviad[oa]|envie|enviamos|hecho|devuelt[oa]|reembolsad[oa]|abonad[oa]|resuelt[oa]|entregad[oa]|tramitad[oa]|corregid[oa]|reparad[oa]|cambiad[oa]|cancelad[oa]|activad[oa]|adjunt[oa]|en camino|aqui (?:tiene|tienes))",
    ),
    "de": (
        r"(?:gesendet|gesandt|versandt|verschickt|geschickt|erledigt|erstattet|uberwiesen|gutgeschrieben|geklart|geliefert|repariert|behoben|korrigiert|storniert|aktiviert|ausgetauscht|unterwegs|im anhang|anbei)",
    ),
    "fr": (
        r"(?:envoyee?s?|faite?|remboursee?|creditee?|reglee?|livree?|transmise?|expediee?|corrigee?|reparee?|annulee?|activee?|en route|ci-joint|voici)",
    ),
    "pt": (
        r"(?:enviei|enviad[oa]|feito|devolvid[oa]|reembolsad[oa]|resolvid[oa]|entregue|corrigid[oa]|reparad[oa]|cancelad[oa]|ativad[oa]|a caminho|em anexo|aqui (?:tem|esta))",
    ),
    "it": (
        r"(?:inviat[oa]|mandat[oa]|fatto|rimborsat[oa]|accreditat[oa]|risolt[oa]|consegnat[oa]|spedit[oa]|corrett[oa]|riparat[oa]|annullat[oa]|attivat[oa]|sostituit[oa]|in viaggio|in allegato|ecco)",
    ),
}
"""What a note or a message says when something other than a call was done."""

NOT_DONE = {
    "en": (
        r"not (?:yet |been )?(?:\w+ )?(?:called|sent|done|reached|able|refunded|delivered|shipped|informed|told|arrived|received)|no answer|nobody|still (?:need|to|waiting|no)|to[- ]do|todo:|needs? to|must|has to be|to be|unable|couldn't|could not|didn't|don't|hasn't|haven't|forgot\w*|never|tomorrow|will|going to|should|if|once|when",
    ),
    "es": (
        r"no (?:he|se ha|contesta|esta|ha)|sin (?:respuesta|contestar)|pendiente|falta|aun no|todavia no|olvid\w+|hay que|cuando|manana",
    ),
    "de": (
        r"nicht|noch (?:nicht|offen)|keine antwort|niemand|muss|mussen|offen|ausstehend|vergessen|wird|werden|sobald|wenn|morgen",
    ),
    "fr": (
        r"pas (?:encore|de reponse|repondu|pu)|en attente|a faire|reste a|oubli\w+|personne|sera|seront|des que|demain|faut",
    ),
    "pt": (r"nao|sem resposta|pendente|falta|ainda|esquec\w+|ninguem|sera|assim que|amanha",),
    "it": (r"non|senza risposta|in attesa|da fare|manca|ancora|dimenticat\w+|nessuno|sara|appena|domani",),
}
"""What takes it back in the same sentence: "not yet called", "wird morgen verschickt"."""

TAKEN_BACK = {
    "en": (
        r"(?:won't|will not|can't|cannot|not|unable to|(?:isn't|not) going to) (?:be able to |going to |now )?(?:call|ring|make|manage|keep|deliver|arrive|send|happen|refund|meet|come|hold|be (?:with you|there|ready|possible|delivered))"
        r"|(?:has|have|had) (?:to be|been) (?:moved|postponed|rescheduled|delayed|pushed|cancelled|put back)|(?:move|postpone|reschedule|push back|put off) (?:our|the|your|it)|instead of (?:today|tomorrow|monday|tuesday|wednesday|thursday|friday)"
        r"|(?:another|a few|more|a bit more|a little more) (?:more )?(?:days?|time|hours?)|(?:taking|take|takes) longer|running late|no longer",
    ),
    "es": (
        r"no (?:podre|podremos|puedo|podemos|va a poder|sera posible|llegara|vamos a poder)|aplaz\\w+|retras\\w+|pospon\\w+|cambiar (?:la|el) (?:cita|fecha|visita)|mas tiempo|en lugar del? (?:lunes|martes|miercoles|jueves|viernes|hoy)",
    ),
    "de": (
        r"(?:schaffe|schaffen|kann|konnen|wird|klappt) (?:ich |wir |es |das |leider |\\w+ ){0,6}?(?:nicht|nichts)|verschieb\\w*|verschoben|verzoger\\w*|verspat\\w*|mehr zeit|dauert (?:leider )?(?:noch|langer)|statt (?:heute|morgen|montag|dienstag|mittwoch|donnerstag|freitag)",
    ),
    "fr": (
        r"(?:ne|n') ?(?:pourrai|pourrons|pouvons|peux|sera|seront|pourra) pas|report(?:e|ee|er|ons|es)|retard\\w*|decal\\w+|plus de temps|au lieu de (?:lundi|mardi|mercredi|jeudi|vendredi|demain)",
    ),
    "pt": (
        r"nao (?:vou|vamos|poderei|poderemos|posso|podemos|sera|consigo|conseguimos)|adi(?:ar|ad[oa]|ei|amos)|atras\\w+|remarc\\w+|mais tempo|em vez de (?:segunda|terca|quarta|quinta|sexta|hoje|amanha)",
    ),
    "it": (
        r"non (?:potro|potremo|posso|possiamo|sara|riusciro|riusciremo|riesco|riusciamo)|rimand\\w+|rinvi\\w+|post?icip\\w+|spostare|spostat\\w+|ritard\\w+|piu tempo|invece (?:di|che) (?:lunedi|martedi|mercoledi|giovedi|venerdi|oggi|domani)",
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
        r"(?:hat|haben) sich (?:\\w+ )?erledigt|(?:ist|hat sich) erledigt|nicht mehr (?:notig|notwendig|erforderlich|gebraucht)|(?:brauche|brauchen|benotige|benotigen) (?:\\w+ ){0,4}?(?:nicht mehr|keinen?)|vergessen sie es|(?:anruf|termin|bestellung|auftrag) (?:bitte )?(?:stornieren|absagen)"
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
