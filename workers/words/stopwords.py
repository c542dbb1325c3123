"""Words that tell nothing about an issue: function words of the six languages, greetings, and what every ticket says."""

# ruff: noqa: E501, SIM905 - tables: one line a thought, however many words it has

STOPWORDS = frozenset(
    """
    a about after again all already also am an and any anyone are as at back be because been before being but by
    can cannot cant could did didn didnt do does doesn doesnt doing don dont down during each else ever every
    few for from further get gets getting give go going got had has hasn hasnt have haven havent having he hello
    hi her here hey him his how i if im in into is isn isnt it its itself ive just know last let like made make
    many may me mine more most much must my need never new no nor not now of off on once one only or other our
    out over own per please pls put s same see she should since so some still such t take tell than thank thanks
    that thats the their them then there these they thing things this those through to today told too try trying
    two under until up us use used using ve very via want wanted was wasn way we well went were what whats when
    where which while who whole why will with within won wont would yes yet you your yours dear team regards
    kind best sincerely sir madam good morning afternoon evening help issue problem question ticket support
    customer service email mail message chat call called phone contact number el la los las lo un una unos unas
    de del al y o u e que en con por para su sus mi mis tu tus se te le les nos os es son era fue ser esta estan
    estoy esto ese esa este estos estas eso como cuando donde cual quien pero si ni ya mas muy tan tambien
    porque sin sobre entre hasta desde hay ha han hola buenos buenas dias tardes noches gracias favor todo todos
    nada algo cada uno dos tres otra otro vez sigo sigue correo llamada consulta cliente ayuda problema der die
    das den dem des ein eine einen einem einer eines und oder aber nicht kein keine ist sind war waren wird
    werden wurde hat haben habe hatte ich du er sie wir ihr ihnen ihre ihren ihrer mein meine meinen meiner sich
    mit bei nach von vom zu zum zur auf aus fur uber unter vor durch ohne um als wie wenn dass weil noch schon
    nur auch da dann hier dort bitte danke hallo guten tag morgen abend sehr geehrte damen herren frau herr moin
    mal immer mehr wer wo warum wann welche welcher welches kann konnen soll muss bin bis seit heute jetzt
    anfrage anruf kunde kundin hilfe dank viele grusse une au aux et ou mais ne pas plus qui quoi est sont etait
    suis ai avons avez ont je il elle nous vous ils elles mon ma mes ton ta tes sa ses notre votre vos leur
    leurs ce cet cette ces dans sur sous avec sans pour par chez vers depuis encore toujours deja bien bonjour
    bonsoir merci cordialement madame monsieur svp plait oui non comme quand comment pourquoi tout tous toute
    faire fait avoir etre peut appel client aide probleme uma uns umas na nas ao aos pelo pela nao quem qual
    quando onde ja muito tambem sem com meu minha meus minhas seu sua seus suas voce voces eu ele ela eles elas
    isto isso aquilo esse essa foi estar estou tem tenho ter ola bom boa dia tarde noite obrigado obrigada ainda
    sim ajuda chamada contacto gli di dello della dei degli delle allo alla alle dal dalla nel nella sul sulla
    tra fra piu che chi cui cosa come dove perche ti ci vi mio mia miei mie tuo tua suo nostro vostro io lui lei
    noi voi loro sono sei siamo siete ho hai abbiamo avete hanno stato stata essere avere questo questa questi
    queste quello quella ancora gia sempre molto buongiorno buonasera salve ciao grazie prego favore cordiali
    saluti gentile signora signor aiuto chiamata anche ed cust rang caller says said asked
    """.split()
)
"""Folded."""

REFERS_BACK = {
    "en": (
        "again|already|still|last (?:time|week|month)|(?:second|third|fourth|fifth|2nd|3rd|4th) (?:time|attempt|try|email|message|contact)|(?:my|your|the|our) (?:first|last|previous|earlier|other|original) "
        "(?:\\w+ )?(?:email|e-?mail|mail|message|chat|call|ticket|request|two|one)|follow(?:ing)?[- ]?up|as (?:agreed|promised|discussed|mentioned)|(?:i|we) (?:wrote|called|telephoned|phoned|rang|contacted|emailed)"
        "|not (?:been )?back|once more|came back|your colleague|our chat|reopen\\w*|any (?:news|update)|promised|told me|no answer"
    ),
    "es": (
        "otra vez|de nuevo|sigo|sigue|aun|todavia|(?:segunda|tercera|cuarta|quinta) vez|ya (?:les|os|te|lo|me)|la semana pasada|el mes pasado|su compañer\\w+|su companer\\w+|me dijeron|me dijo|prometi\\w+"
        "|quedaron|(?:mi|el) (?:primer|anterior|ultimo) (?:correo|mensaje|chat)|como (?:les|os|le) (?:dije|comente)|sin respuesta|no (?:ha|han) llamado"
    ),
    "de": (
        "immer noch|noch immer|noch nicht|schon wieder|wieder|erneut|nochmals?|(?:zweiter|dritter|vierter) (?:versuch|anlauf|mal)|zum (?:zweiten|dritten|vierten|wiederholten) mal|wie (?:am telefon|besprochen|vereinbart|gewunscht)"
        "|(?:ihr|mein)e? (?:chat|letzt\\w+|erst\\w+|anruf|kolleg\\w+|mail)|letzte woche|bis heute|zugesagt|versprochen|nachfrage|trotz"
    ),
    "fr": (
        "encore|toujours|(?:deuxieme|troisieme|quatrieme|seconde|2e|3e|4e) (?:fois|demande|message|relance)|relance|de nouveau|nouveau|a nouveau|deja|(?:mon|ma|votre|notre) (?:premier|premiere|dernier|derniere|precedent|precedente|echange|appel|mail|message|collegue)"
        "|la semaine derniere|comme convenu|on m'a|vous m'aviez|promis|suite a"
    ),
    "pt": (
        "outra vez|de novo|novamente|ainda|continuo|continua|(?:segunda|terceira|quarta) vez|ja (?:vos|lhe|me|falei|escrevi|liguei)|(?:minha|meu) (?:ultima?|primeir[oa]|anterior) (?:\\w+)|a semana passada|na semana passada"
        "|o (?:vosso|seu) colega|a (?:vossa|sua) colega|prometeram|disseram|conforme combinado"
    ),
    "it": (
        "ancora|di nuovo|nuovamente|(?:seconda|terza|quarta|ennesima) volta|(?:mia|mio|vostr[oa]|suo|sua) (?:precedente|ultim[oa]|prim[oa]|mail|chat|chiamata|collega|messaggio)|la settimana scorsa|come (?:d'accordo|promesso|concordato|detto)|gia"
        "|mi (?:avevate|hanno|avete) (?:detto|promesso)|sollecito|continua|tuttora"
    ),
}
"""Words by which a ticket points back to an earlier contact."""

SUBJECT_PREFIX = r"^(?:\s*(?:re|aw|wg|fw|fwd|rv|tr|rif|res|enc|sv|antw|r|i)\s?(?:\[\d+\])?:\s*)+"
SUBJECT_NOISE = (
    r"^(?:(?:chat|conversation|call|anruf|llamada|appel|chamada|chiamata|message|nachricht|mensaje|mensagem|messaggio) (?:with|from|by|mit|von|con|de|del|da|avec|com)\b.*|chat|call|anruf|llamada|appel|chamada|telefonema|chiamata|telefonata|inbound call|outbound|mention|ticket|web form|contact form|no subject)\b"
    r"[ :-]*"
)
"""What subjects begin with that is no subject."""

OUTBOUND = (
    r"outbound|scheduled (?:\w+ )?call|planned (?:\w+ )?call|call (?:as )?planned|we called as (?:agreed|planned)|llamada (?:saliente|programada|concertada)|(?:geplanter|vereinbarter|ausgehender) (?:an|ruck)ruf|ausgehend\w*"
    r"|appel (?:sortant|programme|prevu|planifie)|chamada (?:de saida|agendada|programada|efetuada por nos)|chiamata (?:in uscita|programmata|concordata|pianificata)|llamamos nosotros|rufruf wie vereinbart"
)
"""A call that we scheduled or made: in the subject or the note."""
