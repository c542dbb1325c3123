"""What kinds of question there are, and what an answer of each kind must hold; folded."""

# ruff: noqa: E501 - tables: one line a thought, however many words it has

WHEN = {
    "en": (
        "when|what (?:time|day|date)|which (?:day|date)|how (?:long|soon|quickly)|by (?:when|what)|what(?:'s| is) the (?:date|deadline)",
    ),
    "es": (
        "cuando|que (?:dia|fecha|hora)|a que hora|en que (?:fecha|plazo)|cuanto (?:tiempo|tarda\\w*|falta)|para cuando",
    ),
    "de": (
        "wann|welche[rmn]? (?:tag|datum|uhrzeit)|um wie viel uhr|wie (?:lange|schnell|bald)|bis wann|(?:ab|seit) wann",
    ),
    "fr": ("quand|quel(?:le)? (?:jour|date|heure|delai)|a quelle heure|combien de temps|dans combien|d'ici quand",),
    "pt": ("quando|que (?:dia|data)|a que horas?|em que (?:data|prazo)|quanto (?:tempo|demora\\w*)|para quando",),
    "it": ("quando|che (?:giorno|data|ora)|a che ora|entro (?:quando|che)|quanto (?:tempo|ci vuole)|per quando",),
}
HOW_MUCH = {
    "en": (
        "how (?:much|many)|what (?:price|cost|amount|rate)|what (?:do|does|did|will|would) (?:\\w+ ){1,3}?(?:cost|charge)",
    ),
    "es": ("cuant[oa]s?|que (?:precio|importe|coste)",),
    "de": ("wie ?viele?|was kostet|welche(?:r|n)? (?:preis|betrag|kosten)|wie hoch",),
    "fr": ("combien|quel(?:le)? (?:prix|montant|tarif|somme)",),
    "pt": ("quant[oa]s?|que (?:preco|valor|montante)|qual o (?:preco|valor|custo)",),
    "it": ("quant[oaie]|che (?:prezzo|importo|costo)|qual e il (?:prezzo|costo)",),
}
WHY = {
    "en": ("why|how come|what (?:caused|is the reason|went wrong)",),
    "es": ("por que|a que se debe",),
    "de": ("warum|wieso|weshalb|woran liegt",),
    "fr": ("pourquoi|comment se fait",),
    "pt": ("porque|por que|qual (?:e )?a razao",),
    "it": ("perche|come mai",),
}

TIMES = {
    "en": (
        "\\d\\S*|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|tonight|tomorrow|yesterday|week(?:s|end)?|days?|hours?|minutes?|months?|morning|afternoon|evening|noon|soon|now|immediately|already|january|february|march|april|may|june|july|august|september|october|november|december",
    ),
    "es": (
        "\\d\\S*|lunes|martes|miercoles|jueves|viernes|sabado|domingo|hoy|manana|ayer|semanas?|dias?|horas?|minutos?|mes(?:es)?|tarde|noche|mediodia|pronto|ahora|ya|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
    ),
    "de": (
        "\\d\\S*|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|heute|morgen|ubermorgen|gestern|wochen?|tage?n?|stunden?|minuten?|monate?n?|vormittag|nachmittag|abend|mittag|bald|jetzt|sofort|bereits|schon|januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember",
    ),
    "fr": (
        "\\d\\S*|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|aujourd'hui|demain|hier|semaines?|jours?|heures?|minutes?|mois|matin|apres-midi|soir|midi|bientot|maintenant|deja|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre",
    ),
    "pt": (
        "\\d\\S*|segunda|terca|quarta|quinta|sexta|sabado|domingo|hoje|amanha|ontem|semanas?|dias?|horas?|minutos?|mes(?:es)?|manha|tarde|noite|breve|agora|ja|janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro",
    ),
    "it": (
        "\\d\\S*|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|oggi|domani|ieri|settiman[ae]|giorn[oi]|or[ae]|minut[oi]|mes[ei]|mattina|pomeriggio|sera|mezzogiorno|presto|adesso|gia|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre",
    ),
}
AMOUNTS = {
    "en": ("\\S*\\d\\S*|free|nothing|no (?:charge|cost|fee)|included|one|two|three|four|five|ten|full|half|all|both|none",),
    "es": ("\\S*\\d\\S*|gratis|gratuit[oa]s?|sin (?:coste|cargo)|incluid[oa]s?|un[oa]?|dos|tres|cuatro|cinco|tod[oa]s?",),
    "de": ("\\S*\\d\\S*|kostenlos|gratis|kostenfrei|inklusive|enthalten|ein[es]?|zwei|drei|vier|funf|alle[sn]?|beide[sn]?",),
    "fr": ("\\S*\\d\\S*|gratuite?s?|sans frais|offerte?s?|comprise?s?|un|une|deux|trois|quatre|cinq|tout\\w*",),
    "pt": ("\\S*\\d\\S*|gratis|gratuit[oa]s?|sem (?:custo|encargo)s?|incluid[oa]s?|uma?|dois|duas|tres|quatro|cinco|tod[oa]s?",),
    "it": ("\\S*\\d\\S*|gratis|gratuit[oaie]|senza (?:costi|spese)|inclus[oaie]|un[oa]?|due|tre|quattro|cinque|tutt[oaie]",),
}  # fmt: skip
REASONS = {
    "en": (
        "because|since|due to|reason|caused?|as (?:the|we|our|your|it)|so that|owing to|turned? out|mistake|error|fault|wrong\\w*|(?:had|was|were|got) (?:\\w+ )?(?:not|been|set|stuck|left|taken|charged|entered|linked)",
    ),
    "es": (
        "porque|debido|ya que|puesto que|motivo|razon|caus\\w+|por (?:un|una|el|la|culpa)|error|fallo|equivoc\\w+|estaba|quedo",
    ),
    "de": (
        "weil|da|denn|grund|ursache|wegen|aufgrund|liegt (?:daran|an)|lag (?:daran|an)|fehler|versehen\\w*|irrtum\\w*|wurde",
    ),
    "fr": ("parce que|car|en raison|a cause|suite a|raison|cause|du a|erreur|puisque|vient de|etait|avait|s'agit",),
    "pt": ("porque|devido|uma vez que|ja que|motivo|razao|causa|erro|engano|lapso|estava|ficou|tinha|deve-se",),
    "it": ("perche|poiche|dato che|a causa|dovut[oa]|motivo|ragione|errore|sbagli\\w+|in quanto|era|aveva|risultava",),
}
ACTS = {
    "en": (
        "(?:i|we)(?:'ve| have| had)? (?:just |now |already )?(?:sent|changed|cancell?ed|refunded|replaced|corrected|booked|ordered|removed|added|updated|reset|fixed|arranged|moved|paid|issued|credited|confirmed|extended|unlocked|activated|checked|found|asked|spoken|put|made|taken|done|measured|attached|merged|restored|set|posted|shipped|scheduled|unblocked|renewed|waived|called)|(?:is|are|has been|have been|was|were) (?:now |all )?(?:done|sent|changed|cancell?ed|refunded|replaced|corrected|booked|ordered|removed|added|updated|reset|fixed|on (?:its|the) way|attached|ready|in stock|included|covered|possible|available|gone|off|paid)|attached|enclosed|yes|no|yep|nope|unfortunately|sure|correct|exactly|you can(?:not|'t)?|it (?:does|doesn't|is|isn't|can|can't|will|won't)|they (?:do|don't|are|aren't|can|will)|both",
    ),
    "es": (
        "(?:he|hemos|ha sido|han sido|queda|quedan|esta|estan) (?:ya )?(?:\\w+ad[oa]s?|\\w+id[oa]s?|hech[oa]s?|puest[oa]s?|list[oa]s?|en camino)|adjunt\\w+|si|no|claro|exacto|correcto|lamentablemente|puede[ns]?|hecho",
    ),
    "de": (
        "(?:habe|haben|ist|sind|wurde|wurden) (?:\\w+ ){0,6}?(?:ge\\w+t|ge\\w+en|\\w+iert|erledigt|storniert|ersetzt|bestellt|unterwegs|moglich|enthalten|dabei|da)|anbei|angehangt|ja|nein|doch|leider|genau|richtig|sie konnen|erledigt",
    ),
    "fr": (
        "(?:j'ai|nous avons|a ete|ont ete|est|sont) (?:\\w+ ){0,3}?(?:\\w+e|\\w+es|\\w+i|\\w+u|fait\\w*|mis\\w*|prevu\\w*|possible|inclus\\w*|compris\\w*)|ci-joint\\w*|oui|non|si|exact|malheureusement|vous pouvez|c'est fait",
    ),
    "pt": (
        "(?:foi|foram|esta|estao|ficou|ficaram|ja|tenho|temos) (?:\\w+ )?(?:\\w+ad[oa]s?|\\w+id[oa]s?|feit[oa]s?|post[oa]s?|a caminho|pront[oa]s?)|(?:\\w+ei|enviamos|alteramos|cancelamos|trocamos|corrigimos)|em anexo|anexo|sim|nao|claro|exato|infelizmente|pode[m]?|feito",
    ),
    "it": (
        "(?:ho|abbiamo|e stat[oa]|sono stat[oaie]|e|sono) (?:\\w+ )?(?:\\w+at[oaie]|\\w+ut[oaie]|\\w+it[oaie]|fatt[oaie]|mess[oaie]|in arrivo|pront[oaie]|compres[oaie]|inclus[oaie])|in allegato|allegat[oaie]|si|no|certo|esatto|purtroppo|puo|fatto",
    ),
}
"""A reply that does something, says yes or no, or what can be: it may well answer any question that is not of a kind."""
