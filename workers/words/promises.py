"""How an agent commits to something, and what makes a sentence with a time no commitment; folded."""

# ruff: noqa: E501, ISC004 - tables: one line a thought, however many words it has

CONTACT = {
    "en": (
        "(?:i|we)(?:'ll| will| shall| am going to| are going to|'m going to|'re going to)(?: \\w+ly| also| then| personally)? (?:\\w+ ){0,3}?"
        "(?:call|ring|phone|write|e-?mail|mail|contact|get back|come back|let you know|update|inform|reply|answer|respond|confirm|tell|send|follow up|be in touch"
        "|have (?:an|the) (?:answer|update|decision)|report back|text|message|give you|keep you|chase|share|provide|post|ship|refund|credit|transfer|issue"
        "|fix|correct|check|look|review|finish|complete|process|resolve|release|activate|book|arrange|forward|reissue|deliver|collect|replace|cancel|pay|raise"
        "|escalate|get|have|do|put|make)\\b",
        "you(?:'ll| will| shall) (?:hear|have (?:an|the|my|our|it|a)|get (?:an|the|my|our|a)|receive (?:an|the|my|our|a))",
        "expect (?:a call|an answer|my|our|to hear)",
        "i promise",
        "(?:someone|a colleague|my colleague|the team|our team|\\w+ from (?:my|our) team|(?:a|our|the) (?:engineer|technician|manager|supervisor|specialist|surveyor|fitter|driver|courier))"
        "(?:'ll| will) (?:\\w+ ){0,2}?(?:call|ring|phone|write|e-?mail|contact|get back|come|visit|be with|be in touch|reply|let you|look|collect|pick)",
    ),
    "es": (
        "(?:le|les|te|os|lo|la|se lo|te lo|se la|nos)? ?(?:voy a|vamos a) (?:\\w+)",
        "(?:(?:le|les|te|os|lo|la|se lo|te lo|se la|me|nos) )+(?:\\w+(?:are|ere|ire|aremos|eremos|iremos)|dire|diremos|hare|haremos|tendre|tendra|tendran|tendremos|pondre|pondremos)",
        "(?:\\w{3,}(?:aremos|eremos|iremos)|enviare|llamare|escribire|contestare|respondere|avisare|confirmare|informare|revisare|mandare|tramitare|hare|tendra|recibira|tendras"
        "|recibiras|le llegara|te llegara)",
        "(?:le|les|te|os|se lo|te lo|lo|la) (?:llamo|escribo|envio|mando|confirmo|digo|contesto|respondo|aviso|informo|llamamos|escribimos|enviamos|mandamos|avisamos|confirmamos)",
        "(?:le|te|la|lo) (?:llamara|escribira|contactara|contactaran|avisaran|llamaran|visitara|contestara|respondera)",
        "(?:ira|iran|pasara|vendra|acudira) (?:el|un|una|nuestro|la|manana|a)",
    ),
    "de": (
        "(?:ich|wir) (?:werden?|rufe?n?|melden?|schreiben?|schicken?|senden?|geben?|sagen?|teilen?|informieren?|antworten?|prufen?|erstatten?|klaren?|kummern?|bestatigen?"
        "|uberweisen?|liefern?|versenden?|kommen?|erledigen?|veranlassen?|tauschen?|bringen?|haben?)\\b",
        "(?:rufe?n?|melden?|schreiben?|schicken?|senden?|geben?|sagen?|teilen?|informieren?|antworten?|werden?|prufen?|erstatten?|uberweisen?) (?:ich|wir)\\b",
        "(?:sie|du) (?:erhalten|horen|bekommen|haben|bekommst|horst|hast) (?:\\S+ ){0,8}?(?:von|eine|einen|die|den|bescheid|antwort|ruckmeldung|ruckruf|nachricht|ergebnis)",
        "(?:meldet|melden|ruft|rufen) (?:sich )?(?:\\w+ ){0,4}?(?:bei ihnen|an|sie)",
        "(?:kollege|kollegin|techniker|monteur|gutachter|fachabteilung|team) (?:\\w+ )?(?:wird|ruft|meldet|kommt|schreibt)",
        "versprochen",
        "(?:bekommen|erhalten|horen) sie\\b",
    ),
    "fr": (
        "(?:je|nous|on) (?:(?:vous|te|le|la|l'|m'|y) ?)*(?:\\w+(?:erai|irai|rai|erons|irons|rons|era))\\b",
        "je (?:vous|te|lui) (?!remercie|prie|rappelle que|ai\\b|souhaite|invite)(?:\\w+e|\\w+s)\\b",
        "nous (?:vous|te|lui) (?!remercions|prions|rappelons que|avons|souhaitons|invitons)\\w+ons\\b",
        "(?:je|nous) (?:vais|allons) (?:\\w+)",
        "vous (?:recevrez|aurez|serez|obtiendrez)",
        "(?:reviens|revenons|reviendrai|reviendrons) vers (?:vous|toi)",
        "(?:un|une|le|la|notre|mon|ma) (?:collegue|technicien|technicienne|responsable|conseiller|conseillere|expert|livreur|equipe) (?:vous |te )?(?:\\w+ra)\\b",
        "promis",
    ),
    "pt": (
        "(?:vou|vamos|iremos|irei|ira) (?:lhe |te |-lhe )?(?:\\w+r)\\b",
        "(?:\\w+(?:arei|erei|irei|aremos|eremos|iremos)|direi|farei|terei|teremos|faremos|diremos|trarei)\\b",
        "(?:\\w{2,}-lhe-(?:ei|emos)|\\w+-lhe|\\w+-te)\\b",
        "(?:eu )?(?:lhe|te) (?:ligo|escrevo|envio|mando|confirmo|respondo|aviso|informo|digo|dou)",
        "(?:ligo|ligamos|escrevo|escrevemos|envio|enviamos|aviso|avisamos|respondo|respondemos|confirmo|confirmamos|volto|voltamos|dou|damos|mando|mandamos)(?:-lhe|-te)?",
        "(?:recebera|recebe|tera|terao|receberas|vai (?:receber|ter))",
        "(?:um|uma|o|a|nosso|nossa|meu|minha) (?:colega|tecnico|tecnica|gestor|gestora|equipa|equipe|perito) (?:\\w+ )?(?:vai|ira|\\w+ra|entra)\\b",
        "prometo",
    ),
    "it": (
        "(?:(?:le|la|ti|lo|vi|gliel[oa]|ve lo|te lo|ci) )*(?:\\w+(?:ero|iro|eremo|iremo)|faro|faremo|daro|daremo|diro|diremo|avro|avremo|saro|saremo|sapro|sapremo)\\b",
        "(?:la|ti|le|vi) (?:chiamo|richiamo|scrivo|mando|invio|aggiorno|confermo|rispondo|contatto|faccio|dico|do|chiamiamo|richiamiamo|scriviamo|inviamo|aggiorniamo|ricontatto"
        "|ricontattiamo|mandiamo|contattiamo|facciamo)",
        "(?:ricevera|avra|riceverete|avrete|sara|verra) (?:\\w+)",
        "(?:un|una|il|la|l'|nostro|nostra|mio|mia) ?(?:collega|tecnico|responsabile|perito|corriere|ufficio|team|squadra) (?:la |le |ti )?(?:\\w+ra)\\b",
        "prometto",
    ),
}
"""The agent, or somebody on the team, will do something that the customer will notice."""

DELIVERY = {
    "en": (
        "(?:will|shall|'ll) (?:be|arrive|reach|appear|show|come|leave|go out|ship|have|land|take place|start|happen)",
        "(?:arrives?|is (?:scheduled|due|booked|planned)|due to)",
    ),
    "es": (
        "(?:llegara|llegaran|estara|estaran|saldra|saldran|aparecera|sera|se realizara|se abonara|quedara|se hara)",
    ),
    "de": (
        "(?:wird|werden|kommt|geht|trifft|ist|sind)\\b",
        "(?:angekommen|verschickt|ausgeliefert|gutgeschrieben) sein",
    ),
    "fr": ("(?:sera|seront|arrivera|arriveront|partira|apparaitra|aura lieu|devrait)",),
    "pt": ("(?:chegara|chega|estara|sera|saira|sai|vai (?:chegar|estar|ser|sair)|aparecera|ficara)",),
    "it": ("(?:arrivera|arriva|sara|partira|parte|comparira|avverra|verra)",),
}
"""Something will be there; whether it came cannot be seen from the helpdesk, so these count for less."""

NO_PROMISE = {
    "en": (
        "if|unless|in case|should you|once (?:you|the|we)|as soon as|provided|when you|whenever|after you",
        "usually|normally|typically|generally|in general|as a rule|on average|most|often|standard|can take|may take|could take|might|may be|up to you|could be|banks?",
        "try|hope|aim|should|expect(?:ed)? to|ideally|possibly|probably|perhaps|maybe|estimated",
        "you (?:can|could|may|need|must|have to|should|pay)|please (?:reply|send|call|contact|return|let us|allow)",
        "won't|will not|cannot|can't|not be able|opening hours|we(?:'re| are) (?:open|closed)|open (?:from|until|till)",
        "guaranteed|will hold|stays?|remains?|valid|expires?|renews?|until further|your next (?:payment|bill|invoice)",
    ),
    "es": (
        "si|salvo|en caso de|cuando (?:usted|tu|lo|reciba)|en cuanto|una vez|siempre que|a partir de",
        "normalmente|habitualmente|generalmente|por lo general|suele[n]?|de media|puede[n]? tardar|podria[n]?|los bancos|el banco",
        "intentare|intentaremos|espero|esperamos|deberia[n]?|quizas?|tal vez|probablemente|aproximadamente",
        "puede[s]? (?!estar)\\w+|debe[s]?|tiene que|por favor|no (?:podre|podemos|podremos|sera)|abrimos|cerramos|horario",
    ),
    "de": (
        "wenn|falls|sofern|sobald|im falle|vorausgesetzt|nachdem|ab dem",
        "normalerweise|ublicherweise|in der regel|meist(?:ens)?|gewohnlich|generell|im schnitt|erfahrungsgemass|kann (?:\\w+ )*dauern|dauert|brauchen|banken|die bank",
        "versuchen?|hoffen?|sollten?|voraussichtlich|vermutlich|wahrscheinlich|vielleicht|moglicherweise|konnte[n]?|wurden? (?:gern|sich)",
        "konnen sie|sie konnen|mussen sie|sie mussen|bitte|nicht|offnungszeiten|geoffnet|gultig|gelten|gilt|haben (?:ihr|ihre|alle)",
        "(?:habe|haben|wurde|wurden|hat) (?:\\w+ )*(?:ge\\w+t|ge\\w+en|\\w+iert|versandt|verschickt|erhalten|erstattet|uberwiesen|bestatigt)",
    ),
    "fr": (
        "si|s'il|sauf|en cas de|des que|une fois|lorsque|quand vous|a condition",
        "generalement|habituellement|en general|normalement|d'habitude|en moyenne|peut prendre|peuvent prendre|pourrait|les banques|la banque|comptez",
        "essaierai|essayerai|essaierons|esperons|espere|devrait|devraient|peut-etre|probablement|environ|estime",
        "vous (?:pouvez|devez|pourrez|devrez)|merci de|veuillez|ne (?:\\w+ )?pas|horaires|ouvert\\w*|valable|(?:ai|avons|a|avez) (?:bien )?(?:ete )?(?:envoye|recu|transmis)",
    ),
    "pt": (
        "se|caso|a nao ser|assim que|quando (?:voce|o|a|receber)|logo que|uma vez|desde que",
        "normalmente|geralmente|habitualmente|em geral|costuma[m]?|em media|pode[m]? demorar|pode[m]? levar|poderia|os bancos|o banco",
        "tentarei|tentaremos|espero|esperamos|deve(?:ra|ria|m)?|talvez|provavelmente|aproximadamente",
        "voce (?:pode|deve)|pode[s]? \\w+r|por favor|nao|horario|aberto[s]?|valid[oa]|(?:enviei|recebi|enviamos|recebemos|foi)",
    ),
    "it": (
        "se|salvo|qualora|nel caso|appena|una volta|quando (?:lei|riceve)|a condizione",
        "di solito|normalmente|generalmente|solitamente|in genere|di norma|in media|puo richiedere|possono richiedere|potrebbe|potrebbero|le banche|la banca",
        "provero|proveremo|cerchero|spero|speriamo|dovrebbe|dovrebbero|forse|probabilmente|circa",
        "puo \\w+re|deve|dovra|per favore|cortesemente|non|orari|aperti|valid[oa]|(?:ho|abbiamo|ha) (?:gia )?(?:\\w+to)\\b",
    ),
}
"""Conditional, general, past, hedged or somebody else's: no promise."""

DONE = {
    "en": (
        "(?:called|rang|phoned|spoke|spoken|talked|emailed|e-mailed|wrote|written|texted|informed|told|sent|confirmed|delivered|refunded|posted|gave|done|completed|kept"
        "|visited|resolved|sorted|replied|answered|issued|fixed|paid|released|collected|shipped|received|arrived|left (?:a )?(?:voicemail|message|vm))",
    ),
    "es": (
        "(?:llamad[oa]|llame|hablad[oa]|hable|escrito|escribi|enviad[oa]|envie|informad[oa]|confirmad[oa]|hecho|devuelt[oa]|abonad[oa]|resuelt[oa]|contestad[oa]|avisad[oa]|entregad[oa]|dicho)",
    ),
    "de": (
        "(?:angerufen|telefoniert|gesprochen|geschrieben|gemailt|gesendet|gesandt|versandt|verschickt|geschickt|informiert|bestatigt|erledigt|erstattet|uberwiesen|beantwortet"
        "|mitgeteilt|besprochen|geklart|geliefert|gesagt|zuruckgerufen|erreicht)",
    ),
    "fr": (
        "(?:appelee?|rappelee?|parle|ecrit|envoyee?|informee?|prevenue?|confirmee?|faite?|remboursee?|reglee?|repondu|livree?|dite?|transmise?|jointe?)",
    ),
    "pt": (
        "(?:liguei|ligado|ligou-se|falei|falado|escrevi|enviei|enviad[oa]|informad[oa]|informei|avisad[oa]|avisei|confirmad[oa]|confirmei|feito|devolvid[oa]|resolvid[oa]|respondi|respondido|entregue"
        "|contactad[oa]|contactei)",
    ),
    "it": (
        "(?:chiamat[oa]|richiamat[oa]|parlato|scritto|inviat[oa]|mandat[oa]|informat[oa]|avvisat[oa]|confermat[oa]|fatto|rimborsat[oa]|risolt[oa]|risposto|consegnat[oa]|sentit[oa])",
    ),
}
"""What an internal note says when a promise was kept."""

NOT_DONE = {
    "en": (
        "not (?:yet |been )?(?:\\w+ )?(?:called|sent|done|reached|able)|no answer|nobody|still (?:need|to|waiting)|to ?do|needs? to|must|has to be|unable|couldn't|could not|didn't|forgot\\w*|never",
    ),
    "es": ("no (?:he|se ha|contesta|esta|ha)|sin (?:respuesta|contestar)|pendiente|falta|aun no|todavia no|olvid\\w+",),
    "de": ("nicht|noch (?:nicht|offen)|keine antwort|niemand|muss|mussen|offen|ausstehend|vergessen",),
    "fr": ("pas (?:encore|de reponse|repondu|pu)|en attente|a faire|reste a|oubli\\w+|personne",),
    "pt": ("nao|sem resposta|pendente|falta|ainda|esquec\\w+|ninguem",),
    "it": ("non|senza risposta|in attesa|da fare|manca|ancora|dimenticat\\w+|nessuno",),
}
"""What takes it back: "not yet called", "noch nicht verschickt"."""
