"""Complaints, leaving, silence and thanks-but, and what takes such words back; folded."""

# ruff: noqa: E501 - tables: one line a thought, however many words it has

COMPLAINT = {
    "en": (
        "(?:make|making|made|file|filing|filed|lodge|lodging|lodged|raise|raising|submit|submitting|submitted|register|registering|escalate|escalating|put in|putting in) (?:an?|this|my|our|another|the) (?:(?:official|formal|serious|written|second|further|new|customer|strong) ){0,6}complaint(?!s? (?:form|department|number|procedure))",
        "(?:i|we)(?:'m| am|'re| are|'d like| would like|'ll| will| want| wish| have|'ve| need)? (?:here |writing |going |now |had |really ){0,6}(?:to )?(?:complain|complaining)(?! (?:for|on behalf of) )|(?:formal|official|written) complaint(?! (?:form|department|procedure|process))|this is a complaint",
        "(?:report|reporting|reported) (?:you|this company|your (?:company|shop|firm|service))|(?:trading standards|ombudsman|consumer (?:protection|rights|advice|agency|watchdog|affairs)|better business bureau|citizens advice)|(?:bad|negative|one[- ]star|1[- ]star|scathing|terrible|honest) review(?! (?:said|says|i read|about your competitor))",
        "(?:warn|tell(?:ing)?) (?:everyone|everybody|all my friends|others) (?:about|not to|to (?:avoid|stay))|(?:go(?:ing)?|take this) (?:to the press|to the papers|public|viral)|(?:all over|post (?:this|it) on) (?:social media|twitter|facebook|trustpilot)",
    ),
    "es": (
        "(?:poner|presentar|interponer|hacer|formular|elevar|pongo|presento|hago|pondre|presentare|puesto|presentado|tramitar) (?:una|mi|la|otra|esta) (?:\\w+ )?(?:queja|reclamacion formal|reclamacion oficial)|queja (?:formal|oficial)|reclamacion (?:formal|oficial)",
        "(?:quiero|quisiera|voy a|vengo a|deseo|necesito|tengo que) (?:quejarme|reclamar(?:les|os|le)?(?! (?:el|la|los|las|mi|un|una)))|me quejo|(?:quejarme|quejar) (?:de|por|formalmente)",
        "(?:pongo|pondre|poner|presento|presentare|presentar|interpondre)(?: \\w+){0,2}? (?:denuncia|reclamacion) (?:en|ante|a) (?:consumo|la omic|la oficina|facua|la ocu)|facua|(?:una )?(?:mala|pesima|negativa) (?:resena|opinion|valoracion) (?:en|sobre|de)|(?:resena|opinion|valoracion) (?:muy )?(?:mala|pesima|negativa)",
    ),
    "de": (
        "(?:formelle|offizielle|schriftliche|formlose|formliche) beschwerde|beschwerde (?:\\w+ ){0,3}?(?:einreichen|einlegen|einzureichen|erheben|vorbringen|fuhren|schreiben|eingereicht|eingelegt)|(?:reiche|lege) (?:\\w+ ){0,3}?beschwerde",
        "(?:ich|wir) (?:\\w+ ){0,4}?(?:mich|uns) (?:\\w+ ){0,4}?(?:beschweren|zu beschweren|beschwert)|beschwere mich|beschweren wir uns",
        "verbraucher(?:schutz|zentrale)|schlichtungsstelle|ombuds\\w+|bundesnetzagentur|(?:schlechte|negative|ein[- ]stern[- ]?|1[- ]stern[- ]?|vernichtende) ?(?:bewertung|rezension)|(?:schlecht|negativ) bewerten",
    ),
    "fr": (
        "(?:deposer|faire|porter|adresser|formuler|introduire|depose|fais|formule|adresse|deposerai|ferai) (?:une|ma|cette) (?:\\w+ )?reclamation(?! (?:aupres (?:du transporteur|de (?:l'|mon |ma |notre )assur\\w+|de la banque)|pour (?:un|mon|le) (?:bagage|sinistre)))|reclamation (?:formelle|officielle)",
        "(?:je|nous) (?:\\w+ )?(?:souhaite|souhaitons|veux|voulons|voudrais|tiens a|vais|dois|viens|me|nous) (?:me |nous )?(?:plaindre|plains|plaignons)|me plaindre|porte(?:r|rai)? plainte contre (?:vous|votre)|plainte (?:formelle|officielle)",
        "que choisir|60 millions de consommateurs|(?:association|defense) (?:de |des )?consommateurs|repression des fraudes|mediateur|(?:mauvais|negatif|tres negatif|une etoile)(?: \\w+)? avis|avis (?:tres )?(?:negatif|mauvais)|(?:signaler|signal-?conso)",
    ),
    "pt": (
        "(?:fazer|apresentar|formalizar|registar|registrar|abrir|submeter|faco|apresento|farei|apresentarei) (?:uma|a minha|minha|outra|esta) (?:\\w+ )?(?:reclamacao|queixa)(?! (?:na|a|junto da|contra a) (?:policia|transportadora|psp|gnr|seguradora))|(?:reclamacao|queixa) (?:formal|oficial)",
        "(?:quero|queria|venho|vou|gostaria de|desejo|tenho de|tenho que) (?:me )?(?:reclamar|queixar(?:-me)?)(?! (?:o|a|os|as|um|uma|meu|minha) )|(?:queixo-me|estou a reclamar|reclamo formalmente)",
        "reclame aqui|portal da queixa|defesa do consumidor|provedor do cliente|(?:ma|pessima|negativa) (?:avaliacao|critica)|(?:avaliacao|critica) (?:muito )?(?:ma|pessima|negativa)",
    ),
    "it": (
        "(?:presentare|fare|sporgere|inoltrare|aprire|presento|faccio|inoltro|presentero|faro) (?:un|il|questo|un altro) (?:\\w+ )?reclamo(?! (?:al corriere|alla compagnia aerea|all'assicurazione))|reclamo (?:formale|ufficiale|scritto)",
        "(?:voglio|vorrei|devo|desidero|vogliamo|scrivo per|intendo) (?:lamentarmi|lamentarci|reclamare(?! (?:il|la|lo|i|un|una) ))|mi lamento (?:di|del|per)|(?:fare|faccio) una lamentela",
        "(?:difesa|associazione|tutela) (?:dei |del )?consumator[ie]|altroconsumo|federconsumatori|codacons|agcm|agcom|(?:pessima|brutta|negativa) recensione|recensione (?:molto )?(?:negativa|pessima)",
    ),
}
"""That the customer complains, or will: to us, to those who watch over us, or to the public."""

_WHY_EN = "(?:because(?: of)?|due to|since|as) (?!(?:i|we)(?:'m|'re| am| are|'ve| have)? (?:\\w+ )?(?:mov\\w+|going|leaving|retir\\w+|no longer|not using|don't (?:use|need)|do not (?:use|need)|switch\\w+ to (?:your|the) (?:annual|yearly|monthly|premium|basic))|(?:my|our|the|of my|of our) (?:mother|father|husband|wife|child\\w*|son|daughter|move|health|new (?:job|flat|house|home|address|phone|laptop|computer)))\\w+"

LEAVING = {
    "en": (
        f"cancel(?:l?ing)? (?:(?:it all|everything|all of it|(?:my|our|the|this|your) (?:\\w+ )?(?:account|contract|subscription|membership|plan|policy|service|line|insurance|card|trial|tariff)) )?{_WHY_EN}",
        "(?:or|otherwise|then|else) (?:i|we)(?:'ll| will| am|'m|'re| are)? (?:going to |be |want to )?cancel(?:l?ing)? (?:my|our|the|this) (?:whole )?(?:account|contract|subscription|membership|plan|policy|service)|(?:i|we)(?:'ll| will| am going to|'m going to) cancel (?:my|our) (?:account|contract|subscription|membership|plan|policy) (?:if|unless)",
        "(?:switch(?:ing)?|mov(?:e|ing)|chang(?:e|ing)|going|go|defect(?:ing)?) (?:over )?to (?:a|another|your|one of your|some other|a different) (?:competitors?|competition|rival|provider|supplier|company|carrier|insurer)|(?:switch(?:ing)?|chang(?:e|ing)) (?:provider|supplier|carrier|company|companies)s?",
        "(?:take|taking) (?:my|our) (?:business|custom|money) elsewhere|(?:you(?:'ve| have)|you just) (?:just )?lost (?:a|another|me as a|us as a) (?:\\w+ )?customer|(?:never|not|won't|don't) (?:ever )?(?:be )?(?:order\\w*|buy\\w*|shop\\w*|book\\w*|com\\w+ back|us\\w+) (?:\\w+ ){0,3}?(?:from|with|to) you (?:again|ever|any ?more)|(?:last|final) time (?:that )?(?:i|we)(?:'ll| will| ever)? (?:ever )?(?:order|buy|shop|book|use)",
        "(?:i|we)(?:'m|'re| am| are) leaving (?:you|your (?:company|service|bank|network))|(?:i|we)(?:'m|'re| am| are) (?:so )?out of here|(?:am|are|'m|'re) (?:so |totally )?done with (?:you|this company|your (?:company|service|shop))",
    ),
    "es": (
        "(?:cancelar|cancelo|cancelare|dar(?:me|nos)? de baja|me doy de baja|me dare de baja|nos damos de baja|rescindir|rescindo)(?: (?!pedido|cita|reserva|vuelo|paquete|articulo|compra|envio)\\w+){0,4}?,? (?:porque|por culpa|ya que|visto que|vista|debido a|estoy hart[oa])(?! (?:me|nos) (?:mudo|mudamos|voy|vamos|jubilo)| (?:ya )?no (?:lo|la|los|las) (?:uso|usamos|necesit)\\w*| (?:de )?(?:una |la |mi )?(?:mudanza|traslado)| (?:vou|vamos|me|nos) (?:mudar|mudo|mudamos)| (?:ja )?nao (?:uso|usamos|precis\\w+))",
        "(?:o|si no|entonces|de lo contrario),? (?:\\w+ )?(?:me doy de baja|me dare de baja|cancelo|cancelare|me voy|me cambio)|(?:me cambio|me cambiare|me voy|me paso|cambiarme|irme|pasarme|nos cambiamos|nos vamos|cambiar) (?:de|a) (?:la |otra |una |vuestra |su )?(?:compania|competencia|proveedor|operador[a]?|empresa)",
        "(?:han|habeis|acaban de|acabais de) (?:perder|perdido) (?:a )?un(?:a)? client[ea]|no (?:volvere|vuelvo|volveremos) a (?:comprar|pedir|contratar|confiar)\\w*|(?:es la )?ultima vez que (?:les |os )?(?:compro|pido|contrato|compramos)",
    ),
    "de": (
        "(?:kundige|storniere|beende) (?:ich )?(?:\\w+ ){0,4}?,? ?(?:weil|wegen|da)(?! (?:ich|wir) (?:um)?zieh\\w*| (?:ich|wir) (?:\\w+ )?(?:nicht mehr|kein\\w*|wegzieh\\w*|umzieh\\w*)| (?:des |eines |meines )?umzugs?)|(?:sonst|ansonsten|oder|andernfalls) (?:kundige|wechs(?:le|ele)|kundigen|wechseln|bin ich weg|sind wir weg)",
        "(?:wechs(?:le|ele|eln)|gehe|gehen) (?:\\w+ ){0,4}?(?:den anbieter|zur konkurrenz|zu einem anderen anbieter|zu einer anderen firma|den versorger|zum mitbewerber)|(?:anbieter|versorger) wechseln|zur konkurrenz",
        "(?:haben|habt) (?:\\w+ ){0,3}?(?:einen|eine|mich als) kund\\w+ (?:weniger|verloren)|(?:einen )?kunden verloren|nie wieder (?:\\w+ ){0,3}?(?:bestell\\w*|kauf\\w*|buch\\w*)|(?:das )?letzte mal,? dass ich|(?:bestelle|kaufe|buche) (?:\\w+ ){0,3}?nie wieder",
    ),
    "fr": (
        "(?:resilier?|resilie|annuler|annule|cloturer|cloture|quitter|me desabonner)(?: (?!commande|rendez|reservation|vol|colis|article|livraison)\\w+){0,4}?,? (?:parce que?|car|puisque?|vu|a cause)(?! (?:je|nous) (?:demenage\\w*|pars|partons|n'en ai plus|ne m'en sers)| (?:de |d'un |du |mon )?demenagement)",
        "(?:sinon|ou alors|ou bien|dans ce cas|faute de quoi),? (?:je|nous) (?:\\w+ )?(?:resilie\\w*|pars|partons|change\\w*|quitte\\w*)|(?:je|nous|vais|allons) (?:\\w+ )?(?:change(?:r|ons|rai)?|passe(?:r|rai)?|pars|partir|aller|vais) (?:d'operateur|de (?:fournisseur|prestataire|compagnie)|(?:chez|a) (?:la concurrence|un concurrent|un autre (?:fournisseur|operateur)))",
        "(?:avez|venez de|viennent de) (?:perdre|perdu) une? (?:\\w+ )?cliente?|(?:plus jamais|ne) (?:\\w+ )?(?:commanderai|acheterai|reviendrai) (?:plus|jamais|chez vous)|(?:c'est la )?derniere fois que je (?:commande|passe|achete)",
    ),
    "pt": (
        "(?:cancelar|cancelo|rescindir|rescindo|encerrar|encerro|desistir)(?: (?!encomenda|pedido|reserva|voo|consulta|artigo|compra|envio)\\w+){0,4}?,? (?:porque|por causa|ja que|visto que|devido a)(?! (?:vou|vamos) mudar de (?:casa|morada|cidade)| (?:ja )?nao (?:uso|usamos|precis\\w+)| (?:da |de |a )?(?:minha |uma )?mudanca| (?:vou|vamos|me|nos) (?:mudar|mudo|mudamos)| (?:ya )?no (?:lo|la|los|las) )",
        "(?:ou|senao|caso contrario|entao),? (?:eu )?(?:cancelo|rescindo|mudo|vou mudar|vou cancelar|vou-me embora)|(?:vou|vamos|quero|mudo|mudar|mudamos|passo|passar) (?:mudar )?(?:de|para) (?:a |outra |outro )?(?:operadora|fornecedor|empresa|companhia|concorrencia)(?! (?:o|a) (?:endereco|morada|plano))",
        "(?:acabaram de|acabam de) perder um(?:a)? clientes?|perderam (?:um(?:a)? cliente|me como cliente)|(?:nunca mais|nao volto a) (?:\\w+ ){0,2}?(?:compro|comprar|encomendo|encomendar|contrato)|ultima vez que (?:vos )?(?:compro|encomendo|contrato)",
    ),
    "it": (
        "(?:disdire|disdico|annullare|annullo|recedere|recedo|chiudere|chiudo|cancellare|cancello)(?: (?!ordine|appuntamento|prenotazione|volo|pacco|articolo|acquisto)\\w+){0,4}?,? (?:perche|a causa|visto che|dato che|vista la|per colpa)(?! (?:mi trasferisco|ci trasferiamo|cambio casa|vado all'estero|non (?:lo|la) (?:uso|usiamo))| (?:di |del )?(?:un |mio )?trasloco)",
        "(?:o|altrimenti|senno|oppure|in caso contrario),? (?:io )?(?:disdico|cambio|me ne vado|passo alla|recedo)|(?:cambio|cambiero|cambiamo|passo|passero|passiamo|cambiare|passare) (?:gestore|operatore|fornitore|compagnia|(?:a|ad) (?:un altro|un'altra) (?:gestore|operatore|fornitore|azienda|compagnia)|alla concorrenza)",
        "(?:avete|state) (?:appena )?(?:perso|perdendo) un(?:a)? client[ei]|(?:mai piu|non) (?:\\w+ ){0,2}?(?:comprero|ordinero|acquistero) (?:piu|mai|da voi)|ultima volta che (?:compro|ordino|acquisto)",
    ),
}
"""That the customer goes away from us, for a cause or as a threat; to cancel an order, or ask how to, is a plain request."""

SILENCE = {
    "en": (
        "(?:nobody|no ?one|not a single person|none of you) (?:(?:ever|even|bothers to|bothered to|seems to|there|has|had|will|at your \\w+) ){0,6}(?:answer(?:s|ed|ing)?|repl(?:y|ies|ied|ying)|respon(?:ds?|ded|ding)|picks? up|gets? back|got back|reacts?|reacted|cares?)(?! (?:the|my|our) door)",
        "no (?:reply|response|answer) (?:at all )?(?:to|on) (?:my|any of my|any|our|either of my|all my)|(?:still|never|yet|have|has|had|got|received|been|with|getting|get) (?:(?:had|have|has|got|been|received|with|getting|still) ){0,6}(?:no|without an?|without any|without) (?:reply|response|answer)(?! (?:key|sheet|from (?:my|the) (?:bank|insurer|courier)))",
        "(?:you|your (?:team|support|colleagues?|service)|they) (?:(?:still|just|simply|have|has) ){0,6}(?:never|don't|do not|didn't|doesn't|won't|haven't|hasn't) (?:(?:ever|even|bother to|bothered to|been) ){0,6}(?:answer|answered|reply|replied|respond|responded|answering|replying|responding)(?! the door)|(?:being|been|am|are) ignored|ignor(?:e|es|ed|ing) (?:me|my|us|all my)",
    ),
    "es": (
        "nadie (?:(?:me|nos|se|ha|han|os|le|les|ni|siquiera|absolutamente) ){0,6}(?:contesta|contesto|contestado|responde|respondio|respondido|coge|atiende|atendio|atendido|hace caso)|(?:no|nunca) (?:(?:me|nos|se) ){0,6}(?:contesta|contestan|contestais|responden|respondeis|cogen)(?: (?:al telefono|los correos|mis|a mis|nadie))|(?:me|nos) (?:ignora|ignoran|ignorais|estan ignorando|estais ignorando)",
    ),
    "de": (
        "(?:niemand|keiner|kein mensch) (?:(?:hat|mir|uns|sich|da|bisher|von ihnen|bei ihnen|auf meine \\w+|es fur notig) ){0,6}(?:antwortet|geantwortet|reagiert|meldet|gemeldet|geht ran|beantwortet|hebt ab|kummert|ruft zuruck|zuruckgerufen)|(?:es )?(?:antwortet|reagiert|meldet sich|geht) (?:(?:mir|einfach|bei ihnen|sich|da|dort|auf meine \\w+) ){0,6}(?:niemand|keiner|kein mensch)(?: ran)?|(?:werde|werden|wurde|wurden) (?:\\w+ ){0,2}?ignoriert|ignorier(?:en|t) (?:sie |ihr )?(?:mich|uns|meine)",
        "(?:noch immer|immer noch|bis heute|nach wie vor|wieder|weiterhin) keine (?:antwort|reaktion|ruckmeldung)|keine (?:antwort|reaktion|ruckmeldung) auf (?:meine|unsere)",
    ),
    "fr": (
        "personne (?:(?:ne|n'a|n'|me|m'a|nous|nous a|jamais|chez vous) ?){0,6}(?:repond|repondu|rappelle|rappele|decroche|reagit|reagi|s'en occupe)|(?:aucune|pas de|sans|toujours pas de|jamais de|jamais eu de) (?:reponse|nouvelles|retour) (?:a|de) (?:mes|mon|ma|nos|vous|votre|tous mes)|(?:vous|on) (?:m'|nous |me )?ignore[zs]?",
    ),
    "pt": (
        "ninguem (?:(?:me|nos|la|ai|ainda|sequer|ha-de) ){0,6}(?:responde|respondeu|atende|atendeu|liga|ligou|quer saber|diz nada|disse nada)|(?:sem|nenhuma|nao (?:tive|tenho|recebi|obtive)(?: qualquer| nenhuma)?) (?:resposta|retorno) (?:a|aos|as|ao) (?:meus?|minhas?|nossos?)|(?:sou|estou a ser|fui|sendo) ignorad[oa]|ignoram-me|(?:voces )?(?:nunca|nao) respondem",
    ),
    "it": (
        "nessuno (?:(?:mi|ci|ha|ancora|mai|si|da voi|sembra|che) ){0,6}(?:risponde|risposto|rispondera|richiama|richiamato|degnato|si fa vivo|reagisce)|(?:senza|nessuna) (?:risposta|riscontro) (?:a|alle|ai|alla) (?:mie|miei|mia|nostre)|(?:mi|ci) (?:state |sta )?ignora(?:te|ndo|no)?|(?:vengo|venire|sono stat[oa]) ignorat[oa]|non (?:mi |ci )?rispondete",
    ),
}
"""That nobody of ours answers."""

THANKS_BUT = {
    "en": (
        "(?:thanks|thank you|thx|cheers|appreciated?)(?: \\w+){0,6}?\\W{1,3}(?:but|however|though|unfortunately|yet)\\W+(?:(?:that|this|it|those|these|none of (?:this|that|it)|the \\w+|your \\w+)(?:'s| is| are| was| were| really| just| actually| still| simply| does| did)* ?(?:not|doesn't|didn't|isn't|wasn't|won't|no|never)|(?:doesn't|didn't|isn't|not) )(?! (?:urgent|necessary|needed|important|required|a (?:problem|big deal)|matter|be necessary|your fault))",
    ),
    "es": (
        "gracias(?: \\w+){0,5}?\\W{1,3}pero\\W+(?:(?:eso|esto|lo|la|el|su|esa|ese|\\w+mente|respuesta|solucion) ){0,6}(?:no|ni|tampoco) (?!(?:es|era|hace|corre|hay) (?:urgente|necesari[oa]|falta|prisa)|importa|se preocupe)(?:(?:me|nos|se|es|ha|lo) ){0,6}(?:ayuda\\w*|sirv\\w+|soluciona\\w*|resuelv\\w+|resuelt\\w+|respond\\w+|contest\\w+|funciona\\w*|arregl\\w+|lo que|aclar\\w+|vale|basta)",
    ),
    "de": (
        "(?:danke|dank)(?: \\w+){0,5}?\\W{1,3}(?:aber|jedoch|leider|doch)\\W+(?:(?:das|dies|es|die|der|ihre?|diese[rs]?|antwort|losung|hinweis|anleitung|artikel|link|mir|uns|hat|ist|war|leider|so|auch|immer|noch|gar|uberhaupt|genau|meine|frage|problem) ){0,6}(?:hilft|half|lost|bringt|geholfen|gelost|beantwortet|funktioniert|klappt|geht|passt|nicht|nichts)(?! (?:dringend|eilig|notig|schlimm|wichtig|mehr notig|gewusst))(?=(?: \\w+){0,4}?(?: nicht| nichts|$|[.!,]))",
    ),
    "fr": (
        "merci(?: \\w+){0,5}?\\W{1,3}(?:mais|cependant|toutefois)\\W+(?:(?:cela|ca|ce|c'est|cette|votre|la|le|reponse|solution|lien|article) ){0,6}(?:ne |n'|pas )(?!(?:est|c'est) pas (?:urgent|necessaire|grave))(?:(?:me|m'|nous|est|a|se) ?){0,6}(?:aide\\w*|resou\\w+|resol\\w+|regle\\w*|sert|repond\\w*|fonctionne\\w*|marche\\w*|change|ce que|suffi\\w+|pas (?:ce que|ma question|la question|aide|resolu|marche|fonctionne|repondu))",
    ),
    "pt": (
        "(?:obrigad[oa]|agradeco)(?: \\w+){0,5}?\\W{1,3}(?:mas|porem|contudo)\\W+(?:(?:isso|isto|o|a|essa|esse|vossa|sua|resposta|solucao) ){0,6}(?:nao|nem|tampouco) (?!(?:e|era|ha) (?:urgente|preciso|necessari[oa]|pressa)|faz mal)(?:(?:me|nos|se|foi|e|ajudou-me) ){0,6}(?:ajud\\w+|resolv\\w+|respond\\w+|funcion\\w+|serv\\w+|adiant\\w+|o que|esclarec\\w+|cheg\\w+)",
    ),
    "it": (
        "grazie(?: \\w+){0,5}?\\W{1,3}(?:ma|pero|tuttavia)\\W+(?:(?:questo|cio|la|il|vostra|sua|risposta|soluzione|cosi|purtroppo) ){0,6}non (?!(?:e|era|c'e) (?:urgente|necessari[oa]|fretta)|importa|fa niente)(?:(?:mi|ci|si|e|ha|lo) ){0,6}(?:aiut\\w+|risol\\w+|rispond\\w+|risposto|funzion\\w+|serv\\w+|quello|basta|chiari\\w+|va)",
    ),
}
"""Thanks that are followed by what they were not for."""

NO_GRIEVANCE = {
    "en": (
        "(?:not|never|n't|no|without) (?:(?:want|wish|wanting|here|going|trying|mean|meaning|intend|really|to|a|an|any|be|have|had|make|making|file|filing|leave|leaving|like|formal|one|reason) ){0,6}(?:complain\\w*|(?:bad|negative) reviews?|ignor\\w+)|(?:can't|cannot|can not|couldn't) complain|no complaints?|nothing to complain|(?:nobody|no ?one) (?:else )?cares? (?:about|for) (?:my|the) (?:colou?r|size)",
    ),
    "es": (
        "(?:no|ni|sin|nunca) (?:(?:me|es|una|mi|para|por|que|quiero|puedo|tengo|vengo|a|voy|intencion|de|poner|presentar) ){0,6}quej\\w+|ninguna queja|nada de que quejar\\w+",
    ),
    "de": (
        "(?:nicht|kein\\w*|nichts|ohne) (?:(?:mich|uns|zu|daruber|hier|als|eine|grund) ){0,6}(?:beschwer\\w+)|(?:mich|uns) (?:\\w+ ){0,2}?(?:nicht|nie) (?:\\w+ )?beschwer\\w+",
    ),
    "fr": (
        "(?:pas|jamais|sans|aucune?|rien) (?:(?:de|a|me|nous|une|pour|vous|du|tout) ){0,6}(?:plain\\w+|reclamation|plainte)",
    ),
    "pt": (
        "(?:nao|nem|sem|nunca|nada) (?:(?:me|e|uma|quero|posso|tenho|venho|a|de|que|para|para me|estou) ){0,6}(?:queix\\w+|reclam\\w+)|nenhuma (?:queixa|reclamacao)",
    ),
    "it": (
        "(?:non|ne|senza|nulla|niente) (?:(?:mi|ci|e|un|una|voglio|posso|di|da|cui|per|vorrei|sto|ho) ){0,6}(?:lament\\w+|reclam\\w+)|nessun (?:reclamo|lamentela)",
    ),
}
"""That there is nothing to complain of."""

APOLOGY = {
    "en": (
        "(?:i am|i'm|im|i was|i feel|i felt|i've been|makes? me feel|call me|silly|stupid) (?:(?:such|being|so|just|really|a bit|a bit of|a|an|like|total|complete|absolute|right|old|bloody|clearly) ){0,6}(?:idiots?|stupid|useless|incompetent|pathetic|rubbish|ridiculous|hopeless|moron|dumb|silly)(?: me)?|(?<!not )(?<!n't )(?:my own|my) (?:\\w+ )?(?:stupid\\w*|idiocy|incompetence|mistake|fault|error|bad)(?=\\s*(?:$|[,.!;:)]))|stupid (?:of )?me|(?:sorry|apolog\\w+)(?: (?:to|for|about|that|if|i'm|i am|i have to|i must|again|once|more|all|the|my|this|so|very|much|for the|any))* (?:bother|bothering|trouble|troubling|disturb|disturbing|pester|pestering|ask|asking|late|delay|confusion|mix-?up|mistake|write|writing|chase|chasing|inconvenience|being)",
    ),
    "es": (
        "(?:soy|fui|he sido|estoy hech[oa]|que) (?:(?:un|una|muy|tan|mas|una verdadera|un verdadero) ){0,6}(?:idiota|tont[oa]|inutil|desastre|burr[oa]|torpe|estupid[oa]|ridicul[oa])(?: soy)?|(?:perdon\\w*|disculp\\w+|siento|lamento|lo siento)(?: \\w+){0,3}? (?:molest\\w+|moles\\w+|retraso|la confusion|el lio|insist\\w+|volver a)",
    ),
    "de": (
        "ich (?:bin|war|habe mich) (?:(?:ja|doch|so|wohl|zu|echt|ein|eine|einfach|manchmal|halt|absolut\\w*|vollig) ){0,6}(?:idiot\\w*|dumm|blod|trottel|inkompetent|katastrophe|lacherlich|depp|doof|vertan|geirrt|verklickt)|ich (?:idiot|depp|trottel|dussel)|(?:entschuldig\\w+|sorry|verzeihung|tut mir leid|verzeihen sie)(?:[ ,]+\\w+){0,5}? (?:stor\\w+|belastig\\w+|nerv\\w+|verspat\\w+|verwirrung|nachfrag\\w+|umstande|bemuh\\w+)",
    ),
    "fr": (
        "je (?:suis|me sens|me suis sentie?) (?:(?:un|une|vraiment|tellement|trop|bien|tout|completement|si) ){0,6}(?:idiote?|bete|nulle?|ridicule|stupide|boulet|incompetente?|gourde)|(?:j'ai|quelle|la) honte de moi|(?:desolee?s?|pardon\\w*|excus\\w+|navree?s?)(?:[ ']\\w+){0,3}?[ '](?:derang\\w+|embet\\w+|insist\\w+|retard|la confusion|relanc\\w+|solliciter|importun\\w+|encore vous)",
    ),
    "pt": (
        "(?:sou|fui|que) (?:(?:um|uma|muito|tao|mesmo|mesmo um|mesmo uma) ){0,6}(?:idiota|burr[oa]|estupid[oa]|inutil|desastre|ridicul[oa]|desastrad[oa])(?: sou)?|(?:desculp\\w+|perdao|lamento|peco desculpa)(?: \\w+){0,3}? (?:incomod\\w+|insist\\w+|atraso|confusao|chatear|maca[rd]\\w+|perturb\\w+)",
    ),
    "it": (
        "(?:sono|mi sento|che) (?:(?:un|uno|una|proprio|davvero|cosi|stat[oa]|un vero|una vera) ){0,6}(?:idiota|stupid[oa]|ridicol[oa]|disastro|incompetente|imbranat[oa]|scem[oa]|sciocc[oa])(?: sono)?|(?:scus\\w+|mi dispiace|perdon\\w+|spiacente)(?: \\w+){0,3}? ?(?:disturb\\w+|insist\\w+|ritardo|la confusione|di nuovo il disturbo|il disturbo|scocciar\\w+|importun\\w+)",
    ),
}
"""A word against oneself, or an apology for asking: no sign of patience that runs out."""

OWN_FAULT = {
    "en": (
        "(?:i|we)(?:'ve| have)? (?:just |accidentally |mistakenly |stupidly |wrongly |unfortunately |unfortunately also |also ){0,6}(?:(?:made|make) (?:a|an|the|another) (?:\\w+ )?(?:mistake|error|typo)|(?:ordered|chose|picked|bought|entered|typed|selected|booked|sent) (?:\\w+ )?the wrong|(?:forgot|misread|mistyped|overlooked|messed up|mixed up|misplaced|lost my|broke))|(?:i|we) (?:\\w+ ){1,6}by mistake",
    ),
    "es": (
        "(?:me (?:he )?(?:equivoqu\\w+|equivocado|confund\\w+)|por error (?:mio|he)|fue (?:un )?(?:error|culpa|fallo) mi[oa]|culpa mia|(?:mi|nuestro) (?:error|despiste)(?=\\s*(?:$|[,.!;:)]))|(?:he )?(?:olvide|olvidado|perdi|perdido) (?:mi|la|el|las))",
    ),
    "de": (
        "mir (?:ist|sind|war) (?:(?:da|leider|wohl|auch|jetzt|nun) ){0,6}(?:ein|eine|der|dieser) (?:\\w+ )?(?:fehler|irrtum|versehen|missgeschick|panne|tippfehler)|(?:habe|haben) (?:ich |wir )?(?:(?:mich|uns|leider|da|wohl|aus versehen|versehentlich|das|den|die|mein\\w*|es|einen) ){0,6}(?:vertan|geirrt|verklickt|vertippt|verlesen|verwechselt|vergessen|verlegt|verloren|verpasst|ubersehen|(?:falsche[nrs]? )\\w+ (?:bestellt|gewahlt|angegeben|eingegeben|gekauft))|ich (?:\\w+ ){0,6}(?:aus versehen|versehentlich)|meine? (?:fehler|schuld|versehen)(?=\\s*(?:$|[,.!;:)]))",
    ),
    "fr": (
        "(?:je me suis|nous nous sommes|me suis) (?:\\w+ )?tromp\\w+|(?:j'ai|nous avons|je) (?:\\w+ ){0,6}par erreur|(?:mon|notre) erreur(?=\\s*(?:$|[,.!;:)]))|(?:c'est )?(?:de )?ma faute|(?:j'ai|nous avons) (?:\\w+ )?(?:oublie|egare|perdu|confondu|mal (?:lu|compris|saisi)|fait une (?:\\w+ )?erreur)",
    ),
    "pt": (
        "(?:enganei-me|enganamo-nos|me enganei|(?:fiz|comprei|pedi|escolhi|encomendei|cliquei|eu) (?:\\w+ ){0,5}por engano|(?:foi )?(?:erro|culpa|falha) (?:meu|minha|nosso)|(?:meu|nosso) (?:erro|engano)(?=\\s*(?:$|[,.!;:)]))|(?:esqueci|perdi|confundi|troquei)(?:-me)?(?: (?:de|do|da|o|a|os|as|me))* )",
    ),
    "it": (
        "(?:ho|abbiamo|mi sono|ci siamo) (?:\\w+ )?(?:sbagliat\\w+|confus\\w+|dimenticat\\w+|smarrit\\w+|pers\\w+ (?:il|la|le|i|lo) (?!pazienza)|fatto (?:un )?(?:errore|confusione))|ho (?:\\w+ ){0,6}per (?:errore|sbaglio)|(?:e )?(?:colpa|errore) mi[ao]|(?:mio|nostro) errore(?=\\s*(?:$|[,.!;:)]))",
    ),
}
"""The writer's own mistake or loss: what they regret is none of ours."""

BUT = {
    "en": ("but|whereas|luckily you|unlike you",),
    "es": ("pero|mientras que",),
    "de": ("aber|doch|dagegen|wahrend",),
    "fr": ("mais|alors que",),
    "pt": ("mas|enquanto",),
    "it": ("ma|mentre|invece",),
}
"""What turns a sentence."""

GOOD = {
    "en": ("great|good|lovely|brilliant|kind|helpful|fantastic|wonderful|excellent|amazing|patient|a star",),
    "es": ("genial(?:es)?|estupend[oa]s?|excelentes?|fenomenal(?:es)?|amables?|maravillos[oa]s?|encantador[ae]?s?",),
    "de": ("super|toll|klasse|prima|nett|freundlich|hilfsbereit|grossartig|wunderbar|spitze|lieb",),
    "fr": ("super|geniaux|genials?|formidables?|excellents?|gentils?|adorables?|parfaits?|au top",),
    "pt": ("otim[oa]s?|excelentes?|fantastic[oa]s?|impecave(?:l|is)|simpatic[oa]s?|maravilhos[oa]s?|cinco estrelas",),
    "it": ("ottim[oaie]|gentil(?:e|i|issim[oaie])|fantastic[oaie]|bravissim[oaie]|eccellent[ei]|grand[ei]|super",),
}
"""What is said of us where the blame is another's."""
