"""How people take back what they gave, name what takes its place, and decide; folded, one pattern for all languages."""

# ruff: noqa: E501 - tables: one line a thought, however many words it has

NOT_THIS = (
    "(?:[,;(-] ?|\\b(?:and |but |y |e |et |und )?)(?:not|no|nicht|non(?: pas)?|pas|nao|instead of|rather than|en vez de|en lugar de|statt|anstatt|au lieu d[eu']|em vez d[aeo]|anziche|invece di)"
    "(?: (?:the|number|order|el|la|le|der|die|das|den|o|a|il))* ?#?$"
)
"""Right before a value: it is not this one."""

CORRECTS = (
    "(?:ignore|disregard|forget|scrap) (?:what i (?:said|wrote|sent)|(?:that|my (?:last|previous|earlier|first)|the (?:last|previous|earlier|first))(?: (?:number|one|message|e-?mail))?(?=[.,;:!-]))|i meant|i mean(?:t)? to (?:say|write)|typo|mistyped|mis-?typed|miswrote|my mistake|my bad|oops|wrong (?:order |invoice |phone |booking |account )?(?:number|date|address|name|code)|correction"
    "|(?:the )?(?:correct|right) (?:\\w+ ){0,2}?(?:is|one|number)|(?:gave|sent|told|wrote) (?:you )?(?:the|a) wrong|should (?:be|read|have been|have read)|made a mistake|made an error|got (?:it|the \\w+ ?\\w*) wrong"
    "|(?:sorry|actually|apologies)[,:;.!-]? (?:i|it'?s|it is|that'?s|(?:the|my|our) (?:\\w+ ){0,2}?(?:number|date|address|name|code|model|serial|phone|e-?mail) (?:is|was))\\b(?! (?:wrong|late|missing|still|also|too|have|had|can|could|would|am|was|don|did|do|forgot|need|want|should|not))"
    "|queria decir|quise decir|me equivoque|me he equivocado|error mio|correccion|el (?:numero |dato )?correcto es|(?:perdon|perdona|disculpe|lo siento)[,:;.!]? (?:es|(?:el|la|mi|nuestro) (?:\\w+ ){0,3}?es)\\b(?! (?:que|otro|tambien))"
    "|(?:olvide(?:n|se)?|ignore[n]?|olvida) (?:lo que (?:dije|escribi)|lo (?:anterior|de antes)|mi (?:ultimo|anterior)\\w*)"
    "|ich meinte|vertippt|verschrieben|tippfehler|korrektur|(?:richtig|korrekt) (?:ist|lautet|ware)|(?:die|der|das) (?:richtige|korrekte)|falsche (?:nummer|adresse|\\w*nummer)|mein fehler|(?:entschuldigung|sorry|verzeihung)[,:;.!]? (?:es ist|(?:die|meine|unsere) \\w+ (?:ist|lautet))(?! (?:auch|noch|so|leider|nicht|falsch))"
    "|(?:vergessen sie|vergiss|ignorieren sie) (?:bitte )?(?:das|was ich|meine letzte|die letzte|meine vorige)\\b"
    "|je voulais (?:dire|ecrire)|je me suis trompee?|erreur de ma part|faute de frappe|le bon numero|la bonne (?:adresse|date|reference)|rectification|(?:pardon|desolee?)[,:;.!]? (?:c'est|(?:le|la|mon|ma|notre) (?:\\w+ ){0,3}?est)\\b(?! (?:que|aussi|encore))"
    "|(?:oubliez|ignorez|ne tenez pas compte de) (?:ce que j'ai (?:dit|ecrit)|mon (?:dernier|precedent)|ma (?:derniere|precedente))"
    "|queria dizer|enganei-me|me enganei|correcao|erro meu|o (?:numero )?(?:correto|certo) e|(?:desculpe|perdao)[,:;.!]? (?:e|(?:o|a)(?: (?:meu|minha|nosso|nossa))? (?:\\w+ ){0,3}?e)\\b(?! (?:que|outro|outra|tambem))"
    "|(?:esqueca|ignore|esquecam|ignorem) (?:o que (?:disse|escrevi)|o anterior|a anterior|(?:o meu|a minha) ultim[oa])"
    "|volevo dire|mi sono sbagliat[oa]|ho sbagliato|errore mio|correzione|(?:quello|il numero) (?:giusto|corretto)|(?:scusi|scusa|scusate)[,:;.!]? (?:e|(?:il|la)(?: (?:mio|mia|nostro|nostra))? (?:\\w+ ){0,3}?e)\\b(?! (?:che|anche|ancora|un altro))"
    "|(?:dimentichi|ignori|dimenticate|ignorate) (?:quello che ho (?:detto|scritto)|(?:il mio|la mia) (?:ultim[oa]|precedente))"
)
"""In a sentence: what it gives takes the place of what was given before."""

WORD_BEFORE = (
    "(?:sorry|oops|whoops|ah|oh|ooh|wait|correction|actually|apologies|i mean|my mistake|perdon|perdona|disculpe?|digo|mejor dicho|correccion|entschuldigung|verzeihung|tschuldigung|ach|moment|korrektur|upps|ups"
    "|desolee?|pardon|oups|je veux dire|rectification|desculpem?|desculpa|perdao|alias|quer dizer|quero dizer|ops|scusi|scusa|scusate|anzi|cioe|correzione|(?:no|non|nein|nao)(?=[,!;]))"
    "(?: (?:sorry|perdon|desculpe|scusi|pardon|no|so|nein|yes|si|ja|oui|sim))?(?: ?[,:;!.-]+ ?| )(?:(?:it'?s|it is|that'?s|es|es ist|c'est|e|and|und|is) )?(?:(?:the|el|la|le|il|lo|o|a|die|der|das) )?"
)
"""All that stands in its sentence before a value that takes another's place."""

CHANGES_MIND = (
    "actually|after all|instead|on second thoughts?|on reflection|changed my mind|thinking about it|then (?:i|just|please)|mejor|en realidad|pensandolo bien|al final|he cambiado de (?:idea|opinion)|finalmente"
    "|doch lieber|dann lieber|stattdessen|nun doch|lieber doch|habe es mir anders|meine meinung geandert|eigentlich|finalement|plutot|en fait|reflexion faite|change d'avis|tout compte fait"
    "|afinal|pensando bem|na verdade|em vez disso|mudei de ideias?|anzi|in realta|ripensandoci|alla fine|ho cambiato idea|piuttosto|invece"
)
"""In the sentence of a decision: it takes the place of the one before."""

NEW = (
    "(?:my|our|the|a) new (?:\\w+ )?(?:address|phone|mobile|number|e-?mail|name|home)|new (?:delivery |postal |billing |e-?mail )?(?:address|phone number|number|e-?mail)(?: is|:)|(?:i|we)(?:'ve| have)? (?:just )?moved (?:to|house)|changed my (?:address|phone|number|e-?mail|name)"
    "|(?:nueva direccion|nuevo (?:telefono|numero|correo|e-?mail|movil|domicilio))|(?:me he|nos hemos|me) mudad?[oe]"
    "|neue[rsn]? (?:adresse|anschrift|telefonnummer|handynummer|nummer|e-?mail(?:-adresse)?)|umgezogen|(?:nouvelle adresse|nouveau (?:numero|telephone|mail)|nouvelle adresse (?:mail|e-?mail))|demenage"
    "|(?:nova morada|novo (?:endereco|numero|telefone|telemovel|e-?mail|contacto))|mudei(?:-me)?|nov[oa] numero|nuov[oa] (?:indirizzo|numero|telefono|cellulare|e-?mail|mail)|trasferit[oaie]|traslocat[oaie]"
)
"""In a sentence: what of a person it gives takes the place of what was given before."""

PERSONAL = ("address", "postcode", "phone", "email", "name")
"""Kinds of which a new one takes the old one's place."""
CORRECTED = (
    *PERSONAL,
    "date",
    "date_of_birth",
    "version",
    "device",
    "error_message",
    "number",
    "card_last4",
    "decision",
    "quantity",
    "day",
    "time",
    "room_number",
)
"""Kinds that are taken back, besides those of codes."""

DECIDES = (
    "i(?:'d| would) (?:rather|prefer|like to (?:keep|return|cancel))|i(?:'ll| will) (?:take|go (?:with|for)|keep|have)|i prefer|i(?:'ve| have) decided|i choose|i opt for|please (?:just )?(?:refund|replace|cancel|exchange)|i(?:'d| would)? (?:just )?(?:want|like) (?:the|a|my) (?:full )?(?:refund|replacement|money back|exchange|repair)"
    "|prefiero|preferiria|me quedo con|elijo|he decidido|quiero (?:el reembolso|que me devuelvan|una devolucion|la devolucion|un cambio|cambiarlo|devolverlo|anular|cancelar)"
    "|ich (?:mochte|hatte|nehme|wurde|will) (?:\\w+ ){0,2}?lieber|ich bevorzuge|ich entscheide mich|ich habe mich (?:\\w+ ){0,3}?entschieden|ich (?:mochte|will) (?:das geld|mein geld|eine erstattung|die erstattung|einen ersatz|einen umtausch|stornieren|zurucktreten)|dann lieber"
    "|je (?:prefere|prefererais|choisis|garde)|j'opte pour|j'ai decide|je (?:veux|souhaite|voudrais) (?:le|un|etre) (?:remboursement|remboursee?|echange|remplacement)"
    "|prefiro|preferia|fico com|escolho|decidi|(?:quero|queria) (?:o|um) (?:reembolso|meu dinheiro|troca)|preferisco|preferirei|scelgo|ho deciso|opto per|(?:voglio|vorrei) (?:il|un|essere) (?:rimborso|rimborsat[oa]|cambio|sostituzione)"
)
"""How a decision begins."""
