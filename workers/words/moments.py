"""How people name a time, in the six languages; folded."""

# ruff: noqa: E501 - tables: one line a thought, however many words it has

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

WEEKDAYS = {
    0: "monday|mon|lunes|montag|lundi|segunda(?:-feira)?|lunedi",
    1: "tuesday|tues?|martes|dienstag|mardi|terca(?:-feira)?|martedi",
    2: "wednesday|wed|miercoles|mittwoch|mercredi|quarta(?:-feira)?|mercoledi",
    3: "thursday|thurs?|jueves|donnerstag|jeudi|quinta(?:-feira)?|giovedi",
    4: "friday|fri|viernes|freitag|vendredi|sexta(?:-feira)?|venerdi",
    5: "saturday|sabado|samstag|sonnabend|samedi|sabato",
    6: "sunday|domingo|sonntag|dimanche|domenica",
}

NEXT = "next|kommenden?|nachsten?|proximo|proxima|que viene|prochaine?|que vem|prossim[oa]|naechsten?"
"""Words by a weekday that may mean the one after; the later one is taken."""

TOMORROW = "tomorrow|manana(?! por la manana de hoy)|morgen|demain|amanha|domani"
NOT_TOMORROW = "por la manana|de la manana|esta manana|guten morgen|(?:heute|gestern) morgen"
DAY_AFTER = "(?:the )?day after tomorrow|pasado manana|ubermorgen|apres-demain|depois de amanha|dopodomani"
TODAY = (
    "today|tonight|this (?:afternoon|evening|morning)|by (?:the )?(?:end|close) of (?:the )?(?:day|business|play)|eod|hoy|esta (?:tarde|noche)|heute"
    "|aujourd'hui|ce(?:t apres-midi| soir| matin)|hoje|esta (?:tarde|noite)|oggi|stasera|(?:questa|in) (?:sera|serata|mattina)|questo pomeriggio"
)
THIS_WEEK = (
    "(?:this|by the end of the|end of (?:the|this)) week|esta semana|(?:a |al )?final(?:es)? de (?:la )?semana|diese[rn]? woche|ende der woche|cette semaine"
    "|fin de (?:la )?semaine|(?:o )?fim da semana|questa settimana|fine (?:della )?settimana"
)
NEXT_WEEK = (
    "next week|(?:la )?(?:proxima semana|semana que viene)|(?:nachste|kommende)[nr]? woche|(?:la )?semaine prochaine"
    "|(?:na )?(?:proxima semana|semana que vem)|(?:la )?(?:prossima settimana|settimana prossima)"
)
END_OF_MONTH = (
    "(?:by )?(?:the )?end of (?:the|this) month|(?:a )?(?:final|fin)(?:es)? de(?:l| este)? mes|(?:bis )?(?:zum )?ende des monats|monatsende|fin (?:du|de ce) mois"
    "|(?:ate )?(?:ao |o )?f(?:im|inal) d[oe](?:ste)? mes|fine (?:del )?mese"
)

MORNING = "morning|por la manana|de la manana|(?<!guten )(?:vormittags?|morgens|fruh)|dans la matinee|(?:demain )?matin|(?:de|pela) manha|(?:in )?mattinata|mattina"
AFTERNOON = "afternoon|por la tarde|nachmittags?|apres-midi|(?:de|a|pela) tarde|(?:nel )?pomeriggio"
NOON = "noon|midday|mediodia|mittags?|midi|meio-dia|mezzogiorno"

UNITS = {
    "minutes": "minutes?|mins?|minut[oi]s?|minuten|minutes",
    "hours": "hours?|hrs?|horas?|stunden?|heures?|or[ae]",
    "working_days": (
        "(?:working|business|week) ?days?|dias? (?:laborables?|habiles|habil|uteis|util)|(?:werk|arbeits|geschafts)tage?n?|werktags"
        "|jours? (?:ouvres?|ouvrables?)|giorni lavorativi|giorno lavorativo"
    ),
    "days": "days?|dias?|tage?n?|jours?|giorn[oi]",
    "weeks": "weeks?|semanas?|wochen?|semaines?|settiman[ae]",
}

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "un": 1, "una": 1, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
    "ein": 1, "eine": 1, "einem": 1, "einer": 1, "eines": 1, "zwei": 2, "drei": 3, "vier": 4, "funf": 5, "sechs": 6, "sieben": 7, "acht": 8,
    "neun": 9, "zehn": 10, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
    "um": 1, "uma": 1, "dois": 2, "duas": 2, "quatro": 4, "sete": 7, "oito": 8, "nove": 9, "dez": 10,
    "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6, "sette": 7, "otto": 8, "dieci": 10, "24": 24, "48": 48, "72": 72,
}  # fmt: skip

WITHIN = (
    "within(?: the next)?|in(?: the next| less than| about)?|over the next|(?:en|dentro de)(?: un plazo de| un maximo de| los proximos| menos de| las proximas)?"
    "|(?:innerhalb|binnen)(?: von| der nachsten)?|in(?: den nachsten| spatestens)?|dans(?: un delai de| les)?|sous|d'ici|no prazo de|em(?: ate)?|dentro de"
    "|nas proximas|nos proximos|entro|tra|fra|nelle prossime|nei prossimi|en"
)

AT = "at|by|before|until|um|bis|vor|gegen|a las?|antes de las?|hasta las?|a|vers|avant|jusqu'a|as|ate as|antes das|alle|entro le|prima delle|per le|@|and|und|y|et|e"
BARE_AT = (
    "at|before|by|until|um|bis|vor|a las?|antes de las?|as|ate as|antes das|alle|entro le|prima delle|and|und|y|et|e"
)
"""Words after which a bare number is an hour."""
COUNTED = (
    "st|nd|rd|th|days?|hours?|min\\w*|dias?|tage?n?|jours?|giorn[oi]|horas?|working|business|people|rooms?|items?|x|"
    + "|".join(MONTHS.values())
)
"""What makes a bare number a count or a date, not an hour."""
HOUR_WORDS = "o'clock|uhr|h|hs|hrs|horas?|heures?|ore"
