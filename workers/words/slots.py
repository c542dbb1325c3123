"""How days, times, numbers of things, places and people stand in a sentence; folded, one pattern for all languages."""

# ruff: noqa: E501 - tables: one line a thought, however many words it has

DAYS = (
    "(?:(?:this|next|on|coming) )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow|today|tonight|this weekend|next week"
    "|lunes|martes|miercoles|jueves|viernes|sabado|domingo|hoy|pasado manana|manana(?! por)|esta noche"
    "|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|heute|ubermorgen|(?<!guten )morgen"
    "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|aujourd'hui|apres-demain|demain|ce soir"
    "|(?:segunda|terca|quarta|quinta|sexta)(?:-feira)|hoje|amanha|depois de amanha"
    "|lunedi|martedi|mercoledi|giovedi|venerdi|domenica|oggi|dopodomani|domani|stasera"
)
"""Weekdays and days told from today."""
TODAY = "today|tonight|hoy|heute|aujourd'hui|hoje|oggi|the week|next week|this weekend"
"""Days that are named in passing ("how are you today?")."""
PAST = "yesterday|ayer|gestern|hier|ontem|ieri|was|were|had|came|called|ago|since|last|arrived|ordered|bought|war|wurde|kam|hatte|seit|letzte[nrs]?|fue|llego|llame|desde|pasad[oa]|etait|depuis|derniere?|foi|chegou|passad[oa]|era|e stat[oa]|scors[oa]|remembered|forgot"
"""A day or time beside such a word is no wish."""
NOT_WISHED = "hates?|hated|dislikes?|not|\\w+n't|except|anything but|no longer|never|instead of|no (?:quier\\w+|puedo)|nicht|kein\\w*|ausser|pas|sauf|nao|exceto|non|tranne"
"""A place, day or time in such a sentence is not the one that is wanted."""
PLACE_GROUPS = {
    "hotel": "hotel|inn|hostel|motel|resort|lodge|suites|albergo|pension|gasthof|hostal|pousada|auberge",
    "apartment": "apartments?|flat|apartamento|piso|wohnung|appartement|appartamento",
    "restaurant": "restaurant|cafe|bistro|bar|grill|pizzeria|trattoria|osteria|ristorante|restaurante",
    "venue": "venue|hall|sala|saal|salle",
    "shop": "store|shop|branch|filiale|tienda|laden|magasin|loja|negozio",
}
"""Kinds of places: the name of one is no answer to the question for another."""

ORDINAL_DAYS = r"(?:the )?\d{1,2}(?:st|nd|rd|th)(?! (?:and|&|street|st|avenue|ave|time|floor|party|century|grade|year|attempt|ticket|message|of the month)\b)"

TIMES = (
    r"\d{1,2}(?:[:.h]\d\d)? ?(?:am|pm|a\.m\.?|p\.m\.?|uhr|h\d\d|heures?|o'?clock)(?!\w)|(?<![\d.,:/-])\d{1,2}[:h]\d\d(?![\d:])|(?:noon|midnight|midday|mediodia|medianoche|mittags?|mitternacht|midi|minuit|meio-dia|meia-noite|mezzogiorno|mezzanotte)"
    r"|(?:at|around|by|a las?|um|gegen|as|alle?|verso le|vers|para las) \d{1,2}(?: (?:de|da|del|di|in|in the|im) (?:la )?(?:manana|tarde|noche|manha|noite|mattina|sera|morning|afternoon|evening))?(?![\w:.,/%-]|\d)(?! (?:\w+ )?(?:street|road|avenue|percent|euros?|pounds?|dollars?|people|days|weeks|months|years))"
    r"|(?:half an|an) hour(?:'s)? time|in (?:\d{1,2}|half an|an|two|three) (?:hours?|minutes?)"
)

NUMBERS = (
    "\\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a couple of|a dozen|un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez"
    "|ein[es]?|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|deux|trois|quatre|cinq|sept|huit|neuf|dix|dois|duas|quatro|sete|oito|nove|dez"
    "|due|tre|quattro|cinque|sei|sette|otto|dieci"
)

PEOPLE = (
    "(?:people|persons?|guests?|adults?|of us|diners?|seats?|friends|personas|invitados|comensales|adultos|personen|gaste|leute|erwachsene|personnes"
    "|invites|convives|adultes|pessoas|convidados|persone|ospiti|invitati|adulti|attendees|pax)"
)
"""What is counted when people are."""

THINGS = (
    "(?:nights?|rooms?|bedrooms?|tickets?|chairs?|tables?|items?|pieces|units|boxes|licen[cs]es|seats?|users?|copies|bottles|packs?|noches|habitaciones|piezas|unidades|cajas|licencias"
    "|sillas|nachte|zimmer|stuck|stuhle|lizenzen|kartons|nuits|chambres|pieces|chaises|licences|noites|quartos|unidades|cadeiras|licencas|caixas|bancos|notti|camere|pezzi|sedie|licenze|scatole)"
)

COUNT_ALONE = (
    "(?:party|group|table|reservation|mesa|tisch|table|tavolo|reserva) (?:of|for|de|para|fur|pour|per) (?:{numbers})|(?:just|only) (?:me|myself|us two|the two of us)"
    "|(?:there will be|we are|we will be|we're|will bring|bringing|somos|seremos|wir sind|nous sommes|nous serons|siamo|saremo) (?:about |around |probably )?(?:{numbers})"
)

PLACE_FROM = "(?:leaving|departing|depart|starting|coming|ride|directions|flight|travel\\w*|fly\\w*|going|get)(?: \\w+){0,2}? from|pick(?:ing)? (?:me|us) up (?:from|at)|from|desde|salgo de|von|ab|depuis|au depart de|saindo de|partindo de|partenza da|parto da"
HERE = "(?:i'?m|i am|we are|we're)(?: (?:currently|now|right now|still))? (?:at|in)|estoy en|ich bin (?:am|im|in|bei)|je suis (?:a|au|chez)|estou (?:em|no|na)|sono (?:a|in|al)"
PLACE_TO = "(?:going|go|travel\\w*|fly\\w*|head\\w*|ride|get|directions|drive|walk\\w*|destination|(?:arrival|drop-?off)(?: location)?|take me|arrive|flight)(?: \\w+){0,2}? (?:to|near|is|at)|to|hasta|hacia|nach|jusqu'a|vers|ate|verso|a destino"
JOURNEY = (
    "(?:flight|ride|directions|trip|journey|train|bus|taxi|cab|travel\\w*|fly\\w*|go|going|way|get|vuelo|viaje|tren|flug|fahrt|zug|vol|trajet|voo|viagem|comboio|volo|viaggio|treno)(?: \\w+){0,2}? (?:from|de|von|da) "
    "(?P<start>[^\\W\\d][\\w' ]{1,24}?) (?:to|a|nach|para|per) (?P<goal>[^\\W\\d]\\w{2,20}(?: and \\w+)?)"
)
"""Both ends of a journey, which may be written small."""
COMMON_PLACES = (
    "(?:the |my |our |el |la |mi |der |dem |den |zum |mein(?:em)? |l'|le |ma |mon |o |a |minha |il |lo |mia )?(?:(?:train|bus|central|railway) station|airport|home|house|hospital|university|hotel|office|station|school|aeropuerto|casa|hospital|universidad|estacion|oficina"
    "|flughafen|bahnhof|krankenhaus|universitat|hauptbahnhof|hause|buro|aeroport|gare|maison|hopital|universite|bureau|aeroporto|estacao|escritorio|stazione|ospedale|ufficio)"
)

VENUES = (
    "apartments?|hotel|inn|hostel|motel|resort|lodge|suites|venue|hall|restaurant|cafe|bistro|bar|grill|club|pizzeria|trattoria|osteria|ristorante|restaurante"
    "|albergo|pension|gasthof|hostal|pousada|auberge|clinic|hospital|store|branch|filiale|center|centre|plaza|mall|tower|house"
)
"""What the names of places end with, or begin with in Romance languages."""
PLACE_BEFORE = "at|@|reserve|bei|im|en|chez|au|no|na|al|da|presso|ristorante|restaurante|restaurant|hotel|albergo|prefer\\w*|view(?:ing)?|visit(?:ing)?|venue is"

ROOM = "(?:room|zimmer|habitacion|chambre|quarto|camera|stanza|suite|apt\\.?|unit)(?: (?:number|no\\.?|nr\\.?|is|numero|n[o°]))*:? ?#?(?P<room>\\d{1,4}[a-z]?)"

DOCTOR = "(?:dr\\.?a?|doctor|doctora|doktor|docteur|dottor|dottoressa|dott\\.|dra\\.)"
HOST = "(?:host(?:ed by)?(?: is|:)?|anfitrion(?: es)?|gastgeber(?:in)?(?: ist)?|hote(?: est)?|anfitriao(?: e)?)"
PARTY = "(?:birthday |surprise |graduation )?(?:party|wedding|event|fiesta|boda|feier|fete|festa)"

SYMPTOMS = (
    "(?:cough|fever|headaches?|migraine|sore throat|cold|flu|nausea|rash|(?:back|stomach|chest|tooth|knee|ear) ?(?:pain|ache)s?|dizz\\w+|vomit\\w+|bod(?:y|ies) aches|sprain\\w*|tos|fiebre|dolor de \\w+"
    "|husten|fieber|kopfschmerzen|\\w+schmerzen|toux|fievre|mal (?:a|au) \\w+|tosse|febre|dor de \\w+|febbre|mal di \\w+)"
)
PRICES = "(?:cheap|inexpensive|affordable|moderate(?:ly priced)?|expensive|luxur\\w+|barat[oa]|car[oa]|gunstig|teuer|pas cher|economico)"
PRICE_LIMIT = "(?:under|below|up to|at most|no more than|max(?:imum)?|less than|anything below|hasta|como maximo|bis zu|hochstens|unter|jusqu'a|moins de|maximum|ate|no maximo|fino a|al massimo|meno di|budget(?: is| of)?|presupuesto(?: es)?) (?:[€$£] ?)?\\d[\\d.,]*"
MILEAGE = r"\d{1,3}(?:[., ]\d{3}){1,2} ?(?:km|kilomet\w+|miles|mi)(?!\w)|\d{4,6} ?(?:km|kilomet\w+|miles)(?!\w)"
