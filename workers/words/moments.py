"""How people name a time, in the six languages; folded."""

# ruff: noqa: E501, ISC004, SIM905 - tables: one line a thought, however many words it has

MONTHS = {
    1: "jan(?:uary|uar|vier|eiro)?|enero|gennaio|janner|gen",
    2: "feb(?:ruary|ruar|rero|braio)?|fev(?:rier|ereiro)?|feber",
    3: "mar(?:ch|s|zo|co)?|marz",
    4: "apr(?:il|ile)?|abr(?:il)?|avril|avr",
    5: "may|mayo|mai|maio|maggio|mag",
    6: "june?|juni|junio|juin|junho|giugno|giu",
    7: "july?|juli|julio|juillet|juil|julho|luglio|lug",
    8: "aug(?:ust)?|ago(?:sto)?|aout",
    9: "sept?(?:ember|iembre|embre)?|setembro|settembre",
    10: "oct(?:ober|ubre|obre)?|okt(?:ober)?|out(?:ubro)?|ott(?:obre)?",
    11: "nov(?:ember|iembre|embre|embro)?",
    12: "dec(?:ember|embre)?|dez(?:ember|embro)?|dic(?:iembre|embre)?",
}

_ENGLISH_BEFORE = r"(?:(?<=\bon )|(?<=\bby )|(?<=\bthis )|(?<=\bnext )|(?<=\bbefore )|(?<=\buntil )|(?<=\bend of ))"
_PORTUGUESE_BEFORE = r"(?:(?<=\dh de )|(?<=\d de )|(?<=horas de )|(?<=\bna )|(?<=\bate )|(?<=\bate a )|(?<=\bnesta )|(?<=\bproxima )|(?<=\bpara )|(?<=\bdesta ))"
_PORTUGUESE_AFTER = r"(?=,? (?:entre as|as \d|de manha|a tarde|a noite|pelas|ate as|antes das|por volta das))"
_NOT_COUNTED = r"(?! (?:vez|tentativa|via|parte|opcao|fase|linha|feira|pessoa|encomenda|fatura|mensagem|vice))"
_PART_AFTER = "(?:s?(?:abends?|morgens?|vormittags?|nachmittags?|mittags?|fruh))?"
"""German writes the part of the day onto the weekday: "Dienstagabend"."""
WEEKDAYS = {
    0: rf"monday|{_ENGLISH_BEFORE}mon|lunes|montag{_PART_AFTER}|lundi|segunda-feira|{_PORTUGUESE_BEFORE}segunda{_NOT_COUNTED}|segunda{_PORTUGUESE_AFTER}|lunedi",
    1: rf"tuesday|{_ENGLISH_BEFORE}tues?|martes|dienstag{_PART_AFTER}|mardi|terca-feira|{_PORTUGUESE_BEFORE}terca{_NOT_COUNTED}|terca{_PORTUGUESE_AFTER}|martedi",
    2: rf"wednesday|{_ENGLISH_BEFORE}wed|miercoles|mittwoch{_PART_AFTER}|mercredi|quarta-feira|{_PORTUGUESE_BEFORE}quarta{_NOT_COUNTED}|quarta{_PORTUGUESE_AFTER}|mercoledi",
    3: rf"thursday|{_ENGLISH_BEFORE}thu(?:rs?)?|jueves|donnerstag{_PART_AFTER}|jeudi|quinta-feira|{_PORTUGUESE_BEFORE}quinta{_NOT_COUNTED}|quinta{_PORTUGUESE_AFTER}|giovedi",
    4: rf"friday|{_ENGLISH_BEFORE}fri|viernes|freitag{_PART_AFTER}|vendredi|sexta-feira|{_PORTUGUESE_BEFORE}sexta{_NOT_COUNTED}|sexta{_PORTUGUESE_AFTER}|venerdi",
    5: rf"saturday|{_ENGLISH_BEFORE}sat|sabado|samstag{_PART_AFTER}|sonnabend|samedi|sabato",
    6: rf"sunday|{_ENGLISH_BEFORE}sun|domingo|sonntag{_PART_AFTER}|dimanche|domenica",
}
"""Short forms only where a word before them shows that a day is meant: "mon" and "segunda" are other words, too."""

NEXT = "next|nachste[nrms]?|naechste[nrms]?|prochaine?"
"""Words by a weekday that may mean the one after: the later one is taken. "El próximo viernes" is the one to come."""
THIS = "this|diese[nrms]?|este|esta|ce|questo|questa|nesta|neste|desta|today|heute|hoy|aujourd'hui|hoje|oggi"

LAST_BEFORE = "last|since|of|from|vom|von|seit|letzten?|letzter|vergangenen|el pasado|pasado|desde(?: el)?|depuis|passe|desde|ultim[oa]|scors[oa]|da"
LAST_AFTER = "last|pasado|passado|passad[oa]|derniere?|passee?|scors[oa]|ultim[oa]"
"""Words by a weekday that lies in the past: "your chat of Thursday", "vom Donnerstag", "lundi dernier"."""

TOMORROW = "tomorrow|manana|morgen|morgigen|demain|amanha|domani|the next day|tmrw|tmr"
NOT_TOMORROW = "(?:por|de|en|a) la manana|esta manana|media manana|guten morgen|(?:heute|gestern|jeden) morgen|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag) morgen"
"""Where the word for tomorrow says "morning" instead."""
DAY_AFTER = "(?:the )?day after tomorrow|pasado manana|ubermorgen|apres-demain|depois de amanha|dopodomani"
TODAY = (
    "today|tonight|this(?= (?:afternoon|evening|morning))|later on|hoy|esta(?= (?:tarde|manana|mesma tarde|misma tarde))|esta (?:noche|noite)|heute|(?:noch )?am selben tag"
    "|aujourd'hui|ce(?= (?:matin|midi))|cet(?:te)?(?= (?:apres-midi|matinee))|ce soir|hoje|ainda hoje|oggi|stasera|stamattina|quest[ao](?= (?:mattina|pomeriggio))|questa sera|in (?:giornata|serata)"
    "|(?:by |before )?(?:the )?end of (?:the |my )?(?:day|shift)|eod|(?:bis )?(?:zum )?(?:ende des tages|tagesende)|im laufe des tages|(?:a |al )?(?:final(?:es)?|fin) del dia|(?:a lo largo|en el transcurso|durante el resto) del dia"
    "|(?:d'ici )?(?:la )?fin de (?:la )?journee|dans la journee|en fin de journee|(?:ate )?(?:ao |o )?f(?:im|inal) do dia|(?:ao longo|no decorrer) do dia|(?:entro )?(?:la )?fine (?:della )?giornata|nel corso della giornata"
)
IN_PART = "in the|this|by|before|until|by the|esta|por la|a|antes del?|hasta el|a primera|am|im laufe des|bis|bis zum|gegen|vor|vor dem|dans la|dans l'|avant|d'ici|au cours de l[a']|de|da parte da|pela|durante a|antes do|ate ao?|in|nel|entro|entro la|prima di|prima del|prima"
"""Words that make a part of the day a time by themselves: "in the morning", "before noon"; "good morning" is none."""
CLOSE = (
    "(?:end|close) of (?:business|play|work|trading)(?: hours)?|c\\.?o\\.?b|e\\.?o\\.?b|closing time|(?:the )?end of (?:the |our )?(?:working|business) day|(?:before|when|until) we close"
    "|(?:geschafts|dienst|buro|laden)schluss|feierabend|ende (?:der geschaftszeit|des (?:arbeits|geschafts|werk)tages)|(?:al |del )?(?:cierre|final de la jornada|fin de la jornada|final del dia laborable)|antes de cerrar"
    "|(?:la )?fermeture(?: des bureaux)?|fin de (?:la )?journee de travail|fin des heures de bureau|(?:o |ao )?(?:fecho|final do expediente|fim do expediente|fim do dia util)|(?:la |orario di )?chiusura(?: degli uffici)?|fine (?:della )?giornata lavorativa|fine (?:dell')?orario d'ufficio"
)
"""The end of the team's own day."""

# When a week or month is named instead of a day: the earlier entries are the more exact ones.
_EARLY = "early|(?:at |by )?(?:the )?(?:beginning|start) of|anfang|(?:zu )?beginn(?: der)?|(?:a )?principios de(?: la)?|(?:al |a )?(?:inicio|comienzo)s? de(?: la)?|(?:en |au )?debut(?: de)?(?: la)?|(?:no )?(?:inicio|comeco) da|(?:all'|a )?inizio(?: della)?"
_MIDDLE = "(?:in )?(?:the )?(?:middle of|mid-?)|mitte(?: der)?|(?:a )?mediados de(?: la)?|(?:en |au )?milieu(?: de)?(?: la)?|(?:a |em )?mead?os da|(?:a )?meta(?: della)?"
_LATE = "late|(?:by )?(?:the )?end of|(?:bis )?ende(?: der)?|(?:a )?fin(?:al|ales|es)? de(?: la)?|fin(?: de)?(?: la)?|(?:ate )?(?:ao |o )?f(?:im|inal) da|(?:entro )?(?:la )?fine(?: della)?"
_NEXT_WEEK = "next week|(?:la )?(?:proxima semana|semana (?:que viene|proxima|que entra))|(?:nachste[rn]?|kommende[rn]?) woche|(?:la )?semaine prochaine|(?:na )?(?:proxima semana|semana que vem)|(?:la )?(?:prossima settimana|settimana prossima)"
WEEKS = (
    (rf"(?:{_EARLY}) ?(?:{_NEXT_WEEK})", 9),
    (rf"(?:{_MIDDLE}) ?(?:{_NEXT_WEEK})", 10),
    (rf"(?:{_LATE}) ?(?:{_NEXT_WEEK})", 13),
    (rf"(?:{_NEXT_WEEK})", 11),
    (
        rf"(?:{_MIDDLE}) ?(?:(?:the |this )?week|(?:dieser )?woche|(?:esta )?semana|(?:cette )?semaine|(?:questa )?settimana)",
        3,
    ),
    (
        "(?:before|ahead of) (?:the |this )?weekend|vor dem wochenende|antes del fin de semana|avant le week-?end|antes do fim de semana|prima del (?:fine settimana|weekend)",
        4,
    ),
    (
        "(?:by |until |until after |over )?(?:the |this )?weekend|(?:zum|am|ubers|dieses) wochenende|(?:el|este|del|proximo) fin de semana|(?:ce|le|d'ici le) week-?end|(?:no|este|neste|proximo) fim de semana|(?:nel|questo|il) (?:fine settimana|weekend)",
        6,
    ),
    (
        rf"(?:{_LATE}) ?(?:(?:the |this )?week|(?:dieser )?woche|(?:esta )?semana|(?:cette )?semaine|(?:questa )?settimana)"
        "|(?:later )?this week|esta (?:misma |mesma )?semana|(?:acabe|termine|finalice) la semana|acabe a semana|diese[rn]? woche|wochenende|im laufe der woche|cette semaine|(?:dans|courant|en cours de) (?:la )?semaine|nesta semana|questa settimana|in settimana"
        "|(?:a lo largo|en el transcurso) de la semana|(?:ao longo|no decorrer) da semana|nel corso della settimana|within the week",
        6,
    ),
)
"""What is meant, and its last day, counted from this week's Monday."""
_MONTH = "month|monats?|mes|mois|mese"
_NEXT_MONTH = "next month|(?:nachste[nrs]?|kommende[nrs]?) monats?|(?:el )?(?:proximo mes|mes que viene)|(?:le )?mois prochain|(?:no )?(?:proximo mes|mes que vem)|(?:il )?(?:prossimo mese|mese prossimo)"
END_OF_MONTH = (
    "(?:by )?(?:the )?end of (?:the|this) month|(?:a )?(?:final|fin)(?:es|ales)? de(?:l| este)? mes|(?:bis )?(?:zum )?ende (?:des|dieses) monats|monatsende|(?:la )?fin (?:du|de ce) mois"
    "|(?:ate )?(?:ao |o )?f(?:im|inal) d[oe](?:ste)? mes|(?:la )?fine (?:del |di questo )?mese|(?:later )?this month|este mes|(?:noch )?diesen monat|ce mois-ci|questo mese|neste mes"
)
EARLY_NEXT_MONTH = rf"(?:early|(?:the )?(?:beginning|start) of|anfang|(?:a )?principios de|(?:au |en )?debut(?: du)?|(?:no )?inicio d[oe]|(?:all'|a )?inizio(?: del)?) ?(?:{_NEXT_MONTH})"
NEXT_MONTH = _NEXT_MONTH
END_OF_YEAR = "(?:the )?end of (?:the|this) year|year(?:'s)? end|jahresende|ende des jahres|(?:a )?(?:final|fin)(?:es|ales)? de(?:l)? ano|(?:la )?fin de l'annee|(?:o |ao )?f(?:im|inal) do ano|(?:la )?fine (?:dell')?anno"
EARLY_IN = "early|(?:the )?(?:beginning|start) of|anfang|(?:a )?principios de|(?:au |en |le )?debut|(?:no )?inicio de|(?:a |all')?inizio(?: di)?"
MIDDLE_OF = "mid-?|(?:the )?middle of|mitte|(?:a )?mediados de|(?:a la )?mi-|(?:em )?meados de|(?:a )?meta(?: di)?"
END_OF = (
    "late|(?:the )?end of|ende|(?:a )?(?:final|fin)(?:es|ales)? de|fin|(?:o |ao )?f(?:im|inal) de|(?:la )?fine(?: di)?"
)

MORNING = "morning|(?:por|de|en|a) la manana|(?<=esta )manana|media manana|(?<!guten )(?:vormittags?|morgens|fruh)|(?<=heute )morgen|(?<=tag )morgen|(?<=tag)morgen|(?<=woch )morgen|(?<=woch)morgen|(?:dans la )?matinee|matin|(?:de|pela|da|durante a) manha|(?:in )?mattinata|mattina|first thing|primera hora|a la premiere heure|primeira hora|prima mattina"
AFTERNOON = "afternoon|(?:por|de|a) la tarde|(?<=esta )tarde|(?<=misma )tarde|(?<=mesma )tarde|nachmittags?|apres-midi|(?:de|a|pela|da) tarde|(?:nel |di |del )?pomeriggio"
EVENING = (
    "evening|tonight|abends?|(?:por|de) la noche|soir|soiree|(?:a|da|de|pela) noite|(?:di|la|in|questa) sera|serata"
)
NOON = "noon|midday|lunch ?time|lunch|mediodia|mittags?|midi|meio-dia|mezzogiorno|pranzo"
MIDNIGHT = "midnight|mitternacht|medianoche|minuit|meia-noite|mezzanotte"

UNITS = {
    "minutes": "minutes?|mins?|minut[oi]s?|minuten|minut[oi]",
    "working_hours": "(?:working|business|office) hours?|horas? (?:laborables?|habil(?:es)?|uteis|util)|(?:geschafts|arbeits|buro)stunden?|heures? (?:ouvrees?|ouvrables?|de bureau)|or[ae] lavorativ[ae]",
    "hours": "hours?|hrs?|horas?|stunden?|std|heures?|or[ae]|h",
    "working_days": (
        "(?:full )?(?:working|business|week|office) ?days?|dias? (?:laborables?|habiles|habil|uteis|util)|(?:werk|arbeits|geschafts)tage?n?s?|jours? (?:ouvres?|ouvrables?)|giorn[oi] (?:lavorativ[oi]|feriali)"
    ),
    "days": "(?:calendar )?days?|dias?(?: naturales| corridos)?|(?:kalender)?tage?n?|jours?|giorn[oi]",
    "weeks": "weeks?|semanas?|wochen?|semaines?|settiman[ae]",
}

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "twenty-four": 24, "forty-eight": 48, "a couple of": 3, "a few": 5, "couple of": 3,
    "few": 5,
    "un": 1, "una": 1, "un'": 1, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
    "once": 11, "doce": 12, "quince": 15, "veinte": 20, "treinta": 30, "veinticuatro": 24, "cuarenta y ocho": 48,
    "ein": 1, "eins": 1, "eine": 1, "einem": 1, "einer": 1, "eines": 1, "zwei": 2, "drei": 3, "vier": 4, "funf": 5, "sechs": 6, "sieben": 7, "acht": 8,
    "neun": 9, "zehn": 10, "elf": 11, "zwolf": 12, "vierzehn": 14, "funfzehn": 15, "zwanzig": 20, "dreißig": 30, "vierundzwanzig": 24,
    "achtundvierzig": 48,
    "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "quinze": 15,
    "vingt": 20, "trente": 30, "vingt-quatre": 24, "quarante-huit": 48,
    "um": 1, "uma": 1, "dois": 2, "duas": 2, "quatro": 4, "sete": 7, "oito": 8, "nove": 9, "dez": 10, "doze": 12, "vinte": 20, "trinta": 30,
    "vinte e quatro": 24, "quarenta e oito": 48,
    "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6, "sette": 7, "otto": 8, "dieci": 10, "undici": 11, "dodici": 12, "quindici": 15,
    "venti": 20, "trenta": 30, "ventiquattro": 24, "quarantotto": 48,
}  # fmt: skip

WITHIN = (
    "within(?: the next)?|in(?: the next| under| less than| about| around| no more than| at most)?|over the next|inside|after"
    "|(?:en|dentro de)(?: (?:un|el) plazo (?:maximo )?de| un maximo de| los proximos| las proximas| menos de| unos| unas)?|antes de"
    "|(?:innerhalb|binnen)(?: von| der nachsten| der kommenden)?|in(?: den nachsten| den kommenden| spatestens| rund| etwa| ca\\.?)|spatestens in|nach"
    "|dans(?: un delai (?:maximum )?de| les(?: prochain[e]?s)?| moins de| les (?=\\w+ prochain))?|sous|d'ici(?: a)?|en moins de"
    "|(?:no|num) prazo (?:maximo )?de|em(?: ate| menos de)?|dentro de|ate|nas proximas|nos proximos"
    "|entro(?: le prossime| i prossimi| le| i)?|tra|fra|in meno di|nelle prossime|nei prossimi|nel giro di|nell'arco di"
)
IN_THE_NEXT = (
    "(?:with)?in the (?:next )?(?P<hour>hour)|(?:in|innerhalb) der (?:nachsten |kommenden )(?P<hour_de>stunde)|(?:en|dentro de) la proxima (?P<hour_es>hora)"
    "|dans (?:l'|la prochaine )(?P<hour_fr>heure)|(?:na|dentro da) proxima (?P<hour_pt>hora)|(?:nella|entro la) prossima (?P<hour_it>ora)"
)
"""One hour without a number."""
HALF_AN_HOUR = "half an hour|(?:einer|eine|der nachsten) halben? stunde|(?:la proxima )?media hora|(?:une|la prochaine) demi-heure|meia hora|(?:una )?mezz'?\\s?ora"
FIXED_SPANS = {
    "sous huitaine": 8,
    "sous quinzaine": 15,
    "in a fortnight": 14,
    "within a fortnight": 14,
    "sous peu de jours": 7,
}
FROM_NOW = "from (?:now|today)|ab heute|a partir de (?:hoy|hoje|ahora|agora)|a compter d'aujourd'hui|a partire da oggi"

AT = (
    "at|by|before|until|til|till|about|around|between|from|no later than|um|bis|vor|gegen|ab|zwischen|von|a|a las?|antes de(?: las?)?|hasta las?|sobre las?|hacia las?|de las?|entre las?|de|vers|avant|jusqu'a|entre|d'ici"
    "|as|ate as|antes das|pelas|entre as|das|a volta das|por volta das|cerca das|ate|(?:alle|entro le|prima delle|per le|verso le|intorno alle|tra le|dalle)(?: ore)?|ore|all'|dall'|@"
)
"""Words before an hour."""
ABOUT = "spatestens|etwa|ca\\.|circa|about|around|roughly|exactly|the latest|environ|al massimo|como maximo|aproximadamente|genau|punkt"
"""What may stand between."""
BARE_AT = "at|before|by|until|around|between|um|bis|vor|gegen|zwischen|a las?|antes de las?|hasta las?|sobre las?|hacia las?|alrededor de las?|entre las?|las|as|ate as|antes das|entre as|pelas|volta das|cerca das|alle|all'|entro le|prima delle|verso le|per le|intorno alle|tra le|le|ore|and|und|y(?: las?)?|et|e(?: le| as)?|or|to|bis"
"""Words after which a bare number is an hour."""
COUNTED = (
    "st|nd|rd|th|days?|hours?|min\\w*|dias?|tage?n?|jours?|giorn[oi]|horas?|heures|ore|working|business|people|rooms?|items?|weeks?|semanas?|wochen?|semaines?|x|of|de(?! la (?:manana|tarde|noche)| (?:manha|amanha|manana|hoje|hoy|segunda|terca|quarta|quinta|sexta|sabado))|del(?! (?:mattino|pomeriggio|lunes|martes|miercoles|jueves|viernes|\\d))|di(?! (?:sera|mattina|pomeriggio|notte|domani|oggi|lunedi|martedi|mercoledi|giovedi|venerdi|sabato))|"
    + "|".join(MONTHS.values())
)
"""What makes a bare number a count or a date, not an hour."""
HOUR_WORDS = "o'clock|uhr|h|hs|hrs|horas|heures?|ore"
NOT_BEFORE = "after|nach|ab|von|from|not before|despues de(?: las?)?|a partir de(?: las?)?|desde(?: las?)?|(?<!antes )(?<!alrededor )(?<!eso )(?<!cerca )de(?: las?)?|apres|des|depois das|(?<!antes )(?<!volta )(?<!cerca )das|dopo le|a partire dalle|dalle|dall'"
"""Words before an hour at which something only begins: "nach 16 Uhr", "from 9 to 11"."""
ONE = "(?<=\\bla )una|(?<=all')una|(?<=\\bum )eins|(?<=\\ba )une(?= heure)|(?<=\\ba )uma(?= (?:hora|da tarde))|(?<=\\bat )one(?! of)|(?<=\\bby )one(?! of)"
"""One o'clock: the word is an article elsewhere."""
MARK_BEFORE = "ore"
"""What makes the number after it an hour: "alle ore 15"."""
BY_AN_HOUR = "d'ici(?: a)?|ate|entro le|antes de"
"""Before hours either a span ("até 2 horas") or a time of the day ("até 17h")."""
HALF_PAST = "y media|et demie?|e meia|e mezz[ao]|e trenta|y treinta|e trinta"
QUARTER_PAST = "y cuarto|et quart|e quinze|e un quarto"
QUARTER_TO = "menos cuarto|moins le quart|moins un quart|menos (?:um )?quarto|meno un quarto"
OFF_THE_HOUR = {
    "half past": 30,
    "halb": -30,
    "quarter past": 15,
    "a quarter past": 15,
    "viertel nach": 15,
    "quarter to": -15,
    "a quarter to": -15,
    "viertel vor": -15,
    "dreiviertel": -15,
    "um quarto para as": -15,
    "quinze para as": -15,
}
"""Minutes that a word before the hour adds: "halb drei" is half past two."""
SO_SAID = frozenset(
    """
    mismo misma same very noch still ainda mesmo mesma encore meme stesso stessa ancora proprio tarde latest spatestens mas tardar at by before around
    about until between um bis vor gegen zwischen von a las la antes de del hasta sobre hacia entre vers avant as ate das pelas volta por cerca alle
    desde from von dalle dall das du como muy no later than mais al piu tardi o all entro le prima delle verso per intorno tra ore environ circa etwa ca aproximadamente the am plus au dalle eso alrededor horas hora uhr
    """.split()
)
"""Words that lie between a day and its hour without parting them: "hoy mismo antes de las 18:00"."""

ON_THE = {
    "en": "(?:on|by|before|until|for) the",
    "es": "el(?: dia)?|al|del|antes del(?: dia)?|dia",
    "de": "(?:bis )?(?:zum|am)",
    "fr": "le|d'ici le|avant le",
    "pt": "dia|(?:no|ate ao?|ao|do) dia",
    "it": "il(?: giorno)?|(?:entro il|per il|al|del|dal)(?: giorno)?|giorno",
}
"""Words before a day of the month that stands alone: "on the 14th", "am 14."; "le 14" is an hour in Italian."""

UNITED_STATES = "america/(?:new_york|chicago|denver|los_angeles|phoenix|detroit|boise|anchorage|juneau|indiana|kentucky|north_dakota)|us/|pacific/honolulu"
"""Zones where English writes the month first."""

WEEKDAY_WORDS = frozenset(
    """
    monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun lunes martes miercoles jueves viernes sabado
    domingo montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche segunda terca quarta
    quinta sexta lunedi martedi mercoledi giovedi venerdi sabato domenica
    """.split()
) | frozenset(
    f"{day}{part}"
    for day in "montag dienstag mittwoch donnerstag freitag samstag sonntag".split()
    for part in "abend abends morgen morgens vormittag vormittags nachmittag nachmittags mittag mittags fruh".split()
)
MONTH_WORDS = frozenset(
    """
    january january jan februar february feb march april june july august september october november december januar marz mai juni juli oktober dezember
    enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre janvier fevrier mars avril juin juillet aout
    septembre octobre novembre decembre janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro gennaio febbraio aprile maggio giugno
    luglio settembre ottobre dicembre apr aug sept sep oct nov dec dez may mar abr jun jul ago out dic fev avr juil gen mag giu ott okt
    """.split()
)
PERIOD_WORDS = frozenset(
    """
    week weeks weekend wochenende woche wochen semana semanas semaine semaines settimana settimane month monat monats monatsende mes mois mese year
    jahresende jahres ano annee anno
    """.split()
)
UNIT_WORDS = frozenset(
    """
    day days week weeks minute minutes min mins hour hours hr hrs h hs dia dias semana semanas minuto minutos hora horas tag tage tagen tages woche wochen
    minuten stunde stunden std jour jours semaine semaines heure heures giorno giorni settimana settimane minuti ora ore mezz workday workdays werktag
    werktage werktagen werktags arbeitstag arbeitstage arbeitstagen geschaftstag geschaftstage geschaftstagen geschaftsstunden arbeitsstunden burostunden
    kalendertage kalendertagen huitaine quinzaine fortnight mezzora
    """.split()
)
TRIGGERS = (
    WEEKDAY_WORDS
    | MONTH_WORDS
    | (UNIT_WORDS - {"h", "hs"})
    | PERIOD_WORDS
    | frozenset(
        """
    tomorrow tmrw tmr manana morgen morgigen demain amanha domani ubermorgen dopodomani today tonight hoy heute aujourd hoje oggi stasera stamattina
    giornata serata morning afternoon evening later noche noite tarde manha matin midi soir matinee soiree mattina mattinata pomeriggio sera vormittag
    vormittags nachmittags abends nachmittag abend mittag mittags fruh noon midday lunchtime lunch mediodia meio mezzogiorno midnight mitternacht
    medianoche minuit mezzanotte
    eod cob eob business play shift close closing tagesende journee
    geschaftsschluss dienstschluss buroschluss ladenschluss feierabend arbeitstages cierre jornada cerrar fermeture fecho expediente chiusura
    uhr clock half halb viertel dreiviertel
        """.split()
    )
)
"""A message without any of these words, and without a number written like a date or an hour, names no time."""
