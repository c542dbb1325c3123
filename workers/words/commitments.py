"""How an agent commits to something, in the six languages; folded."""

# ruff: noqa: E501, ISC004 - tables: one line a thought, however many words it has

CONTACT = {
    "en": (
        "(?:i|we)(?:'ll| will| shall| am going to| are going to|'m going to|'re going to)(?: \\w+ly| also| then| personally)? (?:\\w+ ){0,3}?"
        "(?:call|ring|phone|write|e-?mail|mail|contact|get back|come back|let you know|update|inform|reply|answer|respond|confirm|tell|send|follow up|be in touch"
        "|have (?:an|the) (?:answer|update|decision)|report back|text|message|give you|keep you|chase|share|provide|post|ship|refund|credit|transfer|issue"
        "|fix|correct|check|look|review|finish|complete|process|resolve|release|activate|book|arrange|forward|reissue|deliver|collect|replace|cancel|pay|raise"
        "|escalate|get|have|do|put|make)\\b",
        "you(?:'ll| will| shall) (?:\\w+ly )?(?:hear|have (?:an|the|my|our|it|a)|get (?:an|the|my|our|a)|receive (?:an|the|my|our|a))|you should (?:\\w+ly )?(?:hear|receive)",
        "(?:i|we)(?:'ll| will| shall)(?: \\w+ly)? (?!not|be (?:able|unable|open|closed|away|out|happy|glad|sorry|honest|on|assisting|helping|your|looking after)|need|miss|understand|require|have to|never|always|see you|happily|gladly|love|like|wait|keep (?:this|it|the)|stay|accept|only|assume|then|also|personally)\\w+",
        "(?:somebody|someone|(?:my |a |our |the )(?:\\w+ )?(?:colleague|team|department|manager|supervisor|warehouse|depot|workshop|engineer|technician|specialist|driver|courier)|\\w+ (?:from|in|at) (?:our |the )?\\w+)(?:'ll| will| is going to) (?!not|be (?:able|unable|open|closed|away|out)|need|require|have to|never|always|usually)\\w+",
        "(?:we|i|\\w+ (?:from|in|at) (?:our |the )?\\w+|team|department|warehouse|depot|workshop|colleague|manager|engineer|technician|accounts|finance|billing) (?:is|are) (?:issuing|calling|sending|emailing|posting|shipping|refunding|crediting|processing|reissuing|releasing|replacing|preparing|fixing|repairing|testing|transferring|coming)",
        "expect (?:(?:a|an|my|our) (?:\\w+ )?(?:call|answer|e-?mail|update|reply|message|visit|decision|callback)|to hear)",
        "i promise|you have my word|(?:you can )?count on",
        "(?:i|we)(?:'m|'re| am| are) (?:calling|ringing|sending|emailing|posting|shipping|refunding|crediting|processing|reissuing|releasing|replacing|getting (?:this|it|that|your)|putting|booking|raising)",
        "let me (?:check|look|see|find out|ask|speak|talk|get back|come back|call|ring|update|chase|investigate|dig)",
        "(?:they|he|she|\\w+)(?:'ll| will) (?:\\w+ )?(?:be in touch|get back to you|(?:call|ring|phone|contact|email|e-mail|write to|reach|send|visit|update|text|message|refund) you)",
        "let you know|keep you (?:posted|updated|informed)",
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
        "(?:ira|iran|pasara|pasaran|vendra|vendran|acudira|acudiran) (?:el|un|una|nuestro|la|manana|a|por|hoy|entre|antes|su)",
        "(?:me pondre|nos pondremos|se pondran?) en contacto",
        "(?:gestionare|solicitare|comprobare|consultare|devolvere|reembolsare|repondre|resolvere|corregire|cancelare|cambiare|pasare|volvere|preparare|recogere|abonare|dire|le tendre)",
        "(?:(?:me|nos|te|le|les|os|lo|la|los|las|se) )+(?!propon|agradezc|agradecemos|pid|pedimos|rueg|rogamos|recuerd|recordamos|dese|sient|lament|puedo|podemos|debo|debemos|hemos|tenemos|entiend|entendemos|recomend|como\\b|mismo|dicho|hecho|proximo|ultimo|primero|segundo|numero|correo|banco|tecnico|dinero|plazo|articulo|pedido|reembolso|precio|caso|producto|envio\\b|foto\\b|mano\\b|radio\\b|moto\\b)\\w+(?:o|amos|emos|imos)",
        "(?!hemos|estamos|somos|tenemos|abrimos|cerramos|solemos|podemos|debemos|esperamos|sabemos|queremos|lamentamos|sentimos|agradecemos|pedimos|rogamos|necesitamos|vemos|entendemos|recomendamos|recibimos|ramos|tramos|extremos|ultimos|proximos|minimos|maximos|mismos)\\w{3,}(?:amos|emos|imos)",
        "(?:hablo|miro|llamo|escribo|envio|mando|compruebo|pregunto|reviso|gestiono|tramito|hago|dejo|preparo|consulto|solicito) (?:a|al|con|el|la|los|las|lo|en|su|tu|yo|esto|todo|un|una)\\b",
        "(?:companer[oa]|colega|tecnic[oa]|taller|equipo|departamento|agente|comercial|transportista|repartidor|gestora?|perito|responsable) (?:\\w+ ){0,3}?\\w+(?:ara|era|ira|aran|eran|iran)\\b",
        "(?:tecnic[oa]|perito|repartidor|fontanero|electricista|instalador|companer[oa]) (?:va|viene|pasa)\\b",
        "se (?:lo|la|los|las) \\w+(?:o|amos|emos)",
    ),
    "de": (
        "(?:ich|wir) (?:werden?|rufe?n?|melden?|schreiben?|schicken?|senden?|geben?|sagen?|teilen?|informieren?|antworten?|prufen?|erstatten?|klaren?|kummern?|bestatigen?"
        "|uberweisen?|liefern?|versenden?|kommen?|korrigiere?n?|andere?n?|storniere?n?|buche?n?|bestelle?n?|repariere?n?|aktiviere?n?|schalte?n?|frage?n?|spreche?n?|sprechen|leiten?|hole?n?|lasse?n?|mache?n?|bespreche?n?|reiche?n?|setze?n?|stelle?n?|sorge?n?|erledigen?|veranlassen?|tauschen?|bringen?)\\b",
        "(?:rufe?n?|melden?|schreiben?|schicken?|senden?|geben?|sagen?|teilen?|informieren?|antworten?|werden?|prufen?|erstatten?|uberweisen?) (?:ich|wir)\\b",
        "(?:sie|du) (?:erhalten|horen|bekommen|haben|bekommst|horst|hast) (?:\\S+ ){0,8}?(?:von|eine|einen|die|den|bescheid|antwort|ruckmeldung|ruckruf|nachricht|ergebnis)",
        "(?:meldet|melden|ruft|rufen) (?:sich )?(?:\\w+ ){0,4}?(?:bei ihnen|an|sie)",
        "(?:kollege|kollegin|techniker|monteur|gutachter|fachabteilung|team) (?:\\w+ )?(?:wird|ruft|meldet|kommt|schreibt)",
        "versprochen|verspreche",
        "ich (?!habe|hoffe|wurde|konnte|mochte|sollte|bitte|danke|verstehe|sehe|glaube|denke|freue|hatte|ware|wunsche|bedaure|nehme an|vermute|empfehle|rate|biete|brauche|benotige|gehe davon|musste)\\w+e\\b",
        "(?!habe|hoffe|wurde|konnte|mochte|sollte|bitte|danke|verstehe|sehe|glaube|denke|freue|hatte|ware|wunsche|bedaure|vermute|empfehle|biete|brauche|benotige|da\\b|musste|heute|ende|woche|gerne?\\b|die\\b|eine\\b)\\w+e ich\\b",
        "wir (?!haben|hoffen|wurden|konnen|konnten|mochten|sollten|mussen|bitten|danken|verstehen|sehen|waren|bedauern|freuen|benotigen|brauchen|wunschen|bieten|empfehlen|wollen|hatten|glauben|denken)\\w+en\\b",
        "(?!haben|hoffen|wurden|konnen|konnten|mochten|sollten|mussen|bitten|danken|verstehen|sehen|waren|bedauern|freuen|benotigen|brauchen|wunschen|bieten|empfehlen|wollen|hatten|wochen|tagen|stunden)\\w+en wir\\b",
        "haben sie (?:eine|einen|die|den|das|ihr|ihre|ihren)",
        "(?:bekommen|erhalten|horen) sie\\b",
        "(?:melde mich|melden uns|rufe (?:sie|dich|zuruck|an)|schreibe (?:ihnen|dir)|gebe (?:ihnen|dir)|sage (?:ihnen|dir)|schicke (?:ihnen|dir)|sende ihnen|kummere mich|kummern uns)",
        "sie werden (?:\\S+ ){0,8}?(?:angerufen|kontaktiert|informiert|benachrichtigt)",
    ),
    "fr": (
        "(?:je|nous|on) (?:(?:vous|te|le|la|l'|m'|y) ?)*(?:\\w+(?:erai|irai|rai|erons|irons|rons|era))\\b",
        "(?:je |j')(?:(?:vous|te|t'|m'en|m'|me|le|la|l'|les|lui|leur|y|en) ?)*(?!remercie|prie|comprends|vois|suis|ai\\b|regrette|souhaite|pense|crois|espere|sais|peux|dois|voudrais|invite|rappelle que|propose|confirme que|constate|veux|note que|demande|prends (?:la suite|le relais|note|connaissance)|aimerais|conseille|recommande|vous|te\\b|les?\\b|la\\b)\\w+(?:e|s|ts|x)\\b",
        "nous (?:(?:vous|te|lui|leur|en|y|le|la|les) )*(?!avons|sommes|remercions|regrettons|comprenons|esperons|prions|souhaitons|proposons|invitons|pouvons|devons|voulons|rappelons que|demandons|conseillons|recommandons|fermons|ouvrons|savons|constatons)\\w+ons\\b",
        "comptez sur (?:moi|nous)",
        "(?:je|nous) (?:vais|allons) (?:\\w+)",
        "vous (?:recevrez|recevez|aurez|serez|obtiendrez)",
        "(?:reviens|revenons|reviendrai|reviendrons) vers (?:vous|toi)",
        "on (?:vous|te|s'en) \\w+e",
        "(?:vous|te) (?!sera\\b)\\w+(?:era|ira|dra|eront|iront|dront)\\b",
        "vous (?:rappelle|rappelons|envoie|envoyons|ecris|ecrivons|tiens|tenons|confirme|recontacte|contacte)\\b",
        "(?:un|une|le|la|notre|mon|ma) (?:collegue|technicien|technicienne|responsable|conseiller|conseillere|expert|livreur|equipe) (?:vous |te )?(?:\\w+ra)\\b",
        "(?:technicien|technicienne|expert|livreur|plombier|electricien|equipe|collegue) (?:vient|passe|arrive)\\b",
        "promis",
    ),
    "pt": (
        "(?:vou|vamos|iremos|irei|ira) (?:lhe |te |-lhe )?(?:\\w+r)\\b",
        "(?:\\w+(?:arei|erei|irei|aremos|eremos|iremos)|direi|farei|terei|teremos|faremos|diremos|trarei)\\b",
        "(?:\\w{2,}-lhe-(?:ei|emos)|\\w+-lhe|\\w+-te)\\b",
        "(?:eu )?(?:lhe|te) (?:ligo|escrevo|envio|mando|confirmo|respondo|aviso|informo|digo|dou)",
        "(?:ligo|ligamos|escrevo|escrevemos|envio|enviamos|aviso|avisamos|respondo|respondemos|confirmo|confirmamos|volto|voltamos|dou|damos|mando|mandamos)(?:-lhe|-te)?",
        "(?:recebera|recebe|tera|terao|receberas|vai (?:receber|ter))",
        "(?:um|uma|o|a|nosso|nossa|meu|minha) (?:colega|tecnico|tecnica|gestor|gestora|equipa|equipe|perito) (?:\\w+ )?(?:vai|vem|passa|ira|\\w+ra|entra)\\b",
        "prometo|(?:trato|retorno|falo|verifico|resolvo|faco|devolvo|trago|peco|vejo|ligo|consulto|pergunto|reembolso) (?:disso|disto|isso|isto|o|a|os|as|ao|com|lhe|te|ja|tudo|na|no|de|ainda)\\b",
        "(?!temos|estamos|somos|esperamos|podemos|devemos|costumamos|lamentamos|agradecemos|abrimos|fechamos|sabemos|vemos|queremos|precisamos|pedimos|recebemos|ultimos|proximos|mesmos|termos|recebermos|ramos|vamos|pode?remos)\\w{3,}(?:amos|emos|imos)(?:-lhe)?",
        "(?:a gente|nos) (?:te |lhe )?(?:liga|ligamos|escreve|escrevemos|envia|enviamos|avisa|avisamos|responde|respondemos|volta|voltamos)",
        "fic(?:o|amos) de|(?:te|lhe) (?!proponho|agradeco|peco|rogo|lembro|desejo)\\w+o\\b",
        "(?:entra|entrara|entrarao) em contac?to",
    ),
    "it": (
        "(?:(?:le|la|ti|lo|vi|gliel[oa]|ve lo|te lo|ci) )*(?:(?!numero|davvero|intero|libero|sincero|severo|leggero|vero\\b|ero\\b|zero|estero|mistero|ministero|pensiero)\\w+(?:ero|iro|eremo|iremo)|verro|verremo|terro|terremo|faro|faremo|daro|daremo|diro|diremo|avro|avremo|saro|saremo|sapro|sapremo)\\b",
        "(?:la|ti|le|vi) (?:chiamo|richiamo|scrivo|mando|invio|aggiorno|confermo|rispondo|contatto|faccio|dico|do|chiamiamo|richiamiamo|scriviamo|inviamo|aggiorniamo|ricontatto"
        "|ricontattiamo|mandiamo|contattiamo|facciamo)",
        "(?:le|la|ti|vi|lo|li|me ne|ce ne|gliel[oa]|glieli|te lo|ve lo) (?!propong|proponiamo|ringrazi|chied|preg|ricord|augur|sono|posso|devo|possiamo|dobbiamo|consigli|suggeri|ho\\b|stesso|ultimo|prossimo|primo|scorso|numero|anno|\\w+mento\\b|nostro|suo|tuo|mio|tecnico|ritiro|reso|rimborso|sconto|prodotto|pacco|ordine|foto\\b|auto\\b|mano\\b|moto\\b|s[bcdfgmpqrtv])\\w+(?:o|iamo)\\b",
        "(?!abbiamo|siamo|possiamo|dobbiamo|speriamo|vogliamo|ringraziamo|sappiamo|chiediamo|preghiamo|consigliamo|vediamo se|andiamo d)\\w{3,}iamo\\b",
        "(?:la|le|ti|vi|lo) (?!sera|primavera|camera|lettera|tessera|bandiera|maniera|fiera|intera|vera|mattina)\\w+(?:era|ira)\\b",
        "(?:annullo|cambio|correggo|sblocco|attivo|spedisco|prenoto|passo|apro|giro|inoltro|sistemo|sollecito|accredito|ordino|chiamo|sento|scrivo|verifico|controllo|parlo|mando|invio|chiedo|preparo|procedo) (?:io|subito|il|la|lo|con|al|alla|l'|i|un|una)\\b|promesso",
        "(?:ricevera|avra|riceverete|avrete|sara|verra) (?:\\w+)",
        "(?:un|una|il|la|l'|nostro|nostra|mio|mia) ?(?:collega|tecnico|responsabile|perito|corriere|ufficio|team|squadra) (?:la |le |ti )?(?:\\w+ra)\\b",
        "(?:tecnico|tecnica|perito|corriere|idraulico|elettricista|installatore|squadra) (?:viene|passa|arriva|vengono|passano)\\b",
        "prometto",
    ),
}
"""The agent, or somebody on the team, will do something that the customer will notice."""

DELIVERY = {
    "en": (
        "(?:will|shall|\\w*'ll) (?:be|arrive|reach|appear|show|come|leave|go out|ship|have|land|take place|start|happen)",
        "(?:i|we)(?:'ve| have) (?:now |just |already )?(?:booked|arranged|scheduled|requested|set up|asked for) (?:a|an|your|the|someone|them|him|her)",
        "you (?:can|may) expect (?:a|an|the|your|our|my|it|this|delivery|payment)",
        "(?:arrives?|is (?:scheduled|due|booked|planned)|due to|delivered (?:by|on)|(?:is|are) (?:confirmed|set|coming) (?:for|on)|goes (?:out|back|to)|go out|leaves|is going out|comes to you|gets to you|ships)",
    ),
    "es": (
        "(?:llegara|llegaran|estara|estaran|saldra|saldran|aparecera|sera|se realizara|se abonara|quedara|se hara|va (?:el|la|un|una|manana|hoy)|(?:sigue|esta|queda) previst[oa]|trae|sale|salen|llega|llegan|queda|quedan|tiene (?:el|la|su|usted|los|las)|tienes (?:el|la|tu|los)|recibe)",
    ),
    "de": (
        "(?:sie (?:konnen|durfen)|(?:konnen|durfen) sie) (?:\\S+ ){0,8}?rechnen",
        "(?:wird|werden|kommt|geht|trifft|verlasst|erreicht|erfolgt)\\b",
        "(?:bis|am|morgen) .{0,60}(?:ist|sind) (?:\\S+ ){0,3}?(?:erledigt|behoben|repariert|fertig)",
        "(?:ist|sind) (?:\\S+ ){0,7}?(?:da|bei ihnen|fertig|unterwegs|zuruck|auf (?:ihrem|dem) konto)",
        "(?:angekommen|verschickt|ausgeliefert|gutgeschrieben) sein",
    ),
    "fr": (
        "(?:sera|seront|part|partent|passe|est (?:prevue?|fixee?|confirmee?) (?:le|pour|au)|arrive|quitte|vous parviendra|arrivera|arriveront|partira|apparaitra|aura lieu|devrait)",
    ),
    "pt": (
        "(?:chegara|chega|entregam?|passam?|segue|seguem|cai|estara|sera|saira|saem|sai|vai (?:chegar|estar|ser|sair)|aparecera|ficara)",
    ),
    "it": (
        "(?:arrivera|arriva|(?:e|resta|rimane) (?:previst[oa]|fissat[oa]|confermat[oa])|sara|partira|parte|comparira|avverra|verra)",
    ),
}
"""Something will be there; whether it came cannot be seen from the helpdesk, so these count for less."""

ELIDED = {
    "en": (
        "(?:(?:and|but|then|so|also|we|i) )*(?:will |shall )?(?:then |also |personally |definitely )?(?:call|ring|phone|write to|email|e-mail|get back|come back|let you know|send you|update you|be in touch|confirm|refund|reply|follow up|keep you|report back|text|message|contact you|send it|post it|ship|have (?:it|this|an))",
    ),
}
"""A commitment whose subject was said before, or goes without saying: "raised it, and will email you by Thursday"."""
