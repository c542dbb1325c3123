"""What customers give: the words in front of it, and what names it; folded."""

# ruff: noqa: E501 - tables: one line a thought, however many words it has

REFERENCE_KINDS = (
    "order_number",
    "invoice_number",
    "booking_number",
    "contract_number",
    "customer_number",
    "claim_number",
    "tracking_number",
    "serial_number",
    "reference",
)
"""Kinds whose values are codes. `reference` is a code whose owner did not say what it numbers."""

LABELS = {
    "order_number": "orders?|purchase|pedido|encomenda|bestellung|bestellnummer|auftrag|auftragsnummer|commande|ordine",
    "invoice_number": "invoice|bill|receipt|factura|recibo|rechnung|rechnungsnummer|facture|fatura|fattura",
    "booking_number": "booking|reservation|reserva|buchung|buchungsnummer|reservierung|prenotazione|stay|flight|vol|vuelo",
    "contract_number": (
        "agreement|contract|policy|contrato|poliza|vertrag|vertragsnummer|mietvertrag|police|contrat|apolice|contratto|polizza"
    ),
    "customer_number": (
        "account|customer|member|membership|client|workspace|user|cuenta|cliente|socio|kundennummer|kunden|mitgliedsnummer"
        "|konto|compte|adherent|conta|socio|conto|codice cliente|cliente"
    ),
    "claim_number": (
        "claim|case|ticket|parte|siniestro|caso|incidencia|schaden|schadennummer|vorgang|aktenzeichen|sinistre|dossier"
        "|processo|sinistro|pratica|segnalazione"
    ),
    "tracking_number": "tracking|parcel|shipment|seguimiento|envio|sendung|sendungsnummer|paket|suivi|colis|rastreio|spedizione",
    "serial_number": "serial|serie|seriennummer|imei|matricola",
    "card_last4": "ending(?: in| with)?|last (?:four|4)(?: digits)?|acabada en|terminada en|endet auf|endend auf|finissant par"
    "|se terminant par|terminado em|final|che finisce con|terminante",
}
"""The word in front of a code that says what it numbers ("order KL-20418", "Rechnung 2026-17")."""

MONTHS = (
    "jan(?:uary|uar|vier|eiro)?|ener[oa]|gennaio|feb(?:ruary|ruar|rero|braio)?|fev(?:rier|ereiro)?|mar(?:ch|s|zo|co)|marz|apr(?:il|ile)?|abril|avril"
    "|may|mayo|mai|maio|maggio|june?|juni[o]?|juin|junho|giugno|july?|juli[o]?|juillet|julho|luglio|aug(?:ust)?|agosto|aout"
    "|sep(?:t|tember|tiembre|tembre)?|setembro|settembre|oct(?:ober|ubre|obre)?|okt(?:ober)?|outubro|ottobre"
    "|nov(?:ember|iembre|embre|embro)?|dec(?:ember|embre)?|dez(?:ember|embro)?|dic(?:iembre|embre)?|decembre"
)
"""Month names of the six languages, folded."""

SHORT_LABELS = "flight|ride|booking|reservation|vuelo|vol|flug|volo|voo|buchung|reserva|prenotazione"
"""What may be numbered with two or three digits."""

BROWSERS = r"(?:google )?chrome|firefox|safari|(?:microsoft )?edge|opera|brave"

DEVICES = (
    r"iphone(?: \d+)?(?: pro| max| mini| plus| se)*|ipad(?: air| pro| mini)?|galaxy [a-z]?\d+\w*|pixel \d+\w*|macbook(?: air| pro)?|imac"
    r"|(?:windows|ios|ipados|android|macos|ubuntu) ?\d*(?:\.\d+)*|chromebook|playstation|xbox|apple tv|fire ?stick|chromecast"
)

STEPS = {
    "restart": r"restart\w*|reboot\w*|turned it off|reinici\w+|neu ?gestartet|neugestartet|redemarr\w+|riavviat\w+|reiniciei",
    "reinstall": r"re-?install\w*|uninstall\w*|reinstal\w+|neu ?installiert|reinstall\w+|desinstal\w+|disinstallat\w+",
    "clear_cache": r"cleared (?:the |my )?(?:cache|cookies)|cache geleert|vide le cache|borr\w+ (?:la )?cache|limpei (?:o )?cache|svuotato la cache",
    "reset": r"factory reset|reset (?:it|the)|zuruckgesetzt|restablec\w+|reinitialis\w+|ripristinat\w+",
    "update": r"updated (?:the|it|my)|aktualisiert|actualizad\w+|actualice|mis a jour|atualizei|aggiornat\w+",
}
"""Steps that a customer says they have tried; the key is what the fact's value says."""

TRIED = (
    "(?:(?:i|we)(?:'ve| have)? )?(?:already |also |even |now )?tried(?! to (?:get|reach|call|contact|find|ask|talk|speak|tell|explain|write|e-?mail|order|buy|pay))|he (?:probado|intentado|hecho)|hemos (?:probado|intentado)|ya (?:probe|intente)|habe ich (?:schon |bereits )?(?:versucht|probiert|gemacht)"
    "|(?:ich )?habe (?:\\w+ ){0,4}?(?:versucht|probiert|ausprobiert)|j'ai (?:deja |aussi )?(?:essaye|tente|suivi)|(?:ja )?(?:tentei|experimentei|segui)|ho (?:gia )?(?:provato|tentato|seguito)|(?:i|we) (?:have |already )?followed|he seguido|befolgt|schritt fur schritt gemacht"
)
"""How a customer begins to say what they have tried."""

NOT_DONE = "(?:not|n't|never|without|cannot|can't|should i|do i|if i|before|nicht|nie|ohne|kann ich|soll ich|no (?:he|puedo|quiero)|sin|si|debo|n'ai pas|sans|faut-il|dois-je|nao|sem|devo|non|senza|keeps?|kept|please|bitte|por favor|merci de|it|sich|se|to)(?: \\w+){0,2} ?$"
"""Right before a step: it was not done by the customer, or not yet."""

SAYS_ERROR = "(?:error|message|says?|saying|said|shows?|showing|displays?|reads?|pops? up|mensaje|dice|sale|aparece|pone|fehler\\w*|meldung|meldet|zeigt|steht|erscheint|erreur|affiche|indique|dit|erro|mensagem|diz|mostra|errore|messaggio|dice|appare|compare)"
"""What comes before the words of an error, in quotation marks."""
ERROR_CODE = '(?:error|fault|err|fehler(?:code|meldung)?|storung|erreur|panne|erro|errore|avaria|averia|fallo)(?: (?:code|message|number|codigo|codice|is|es|ist|est|e)(?!\\w))*:? ?["“„«]?(?P<code>[a-z]{1,4}-?\\d{1,6}|0x[0-9a-f]{4,10}|\\d{2,6})(?![\\w-])'
ACCOUNT_NAMES = "(?:workspace|user ?name|login|log-in|user id|benutzername|usuario|identifiant|nom d'utilisateur|utilizador|nome utente|tenant|subdomain|site name|team name|project|board|tablero|proyecto|projekt|projet|projeto|progetto)(?: (?:name|is|id|es|ist|est|called|heisst|e)(?!\\w))*:? ?[\"“„«']?(?P<value>[a-z][\\w]*[-_.][\\w.-]*\\w|[a-z]+\\d[\\w.-]*)"
"""A name that a machine knows the customer by: only where it looks like one."""
NAMED_DEVICE = (
    "(?:model|device|machine|unit|box|set|gerat|modell|modelo|aparato|equipo|appareil|modele|aparelho|apparecchio|modello|fernseher|drucker|printer|router|lave-linge|waschmaschine|lavadora|lavatrice|oven|fridge|kettle|dishwasher|toaster|maquina|macchina|fritadeira|freidora|friteuse)"
    "(?: (?:is|a|an|the|my|es|un|una|ist|ein|eine|est|une|e|um|uma|number|no|nr)(?!\\w))*:? ?"
)
"""Before the name of a device, which is capitalised and often ends in a number."""

PHONE_BEFORE = (
    *(
        "phone ",
        "phone: ",
        "phone is ",
        "mobile is ",
        "mobile ",
        "mobile: ",
        "tel ",
        "tel. ",
        "tel: ",
        "tel.: ",
        "call me on ",
        "call me at ",
        "reach me on ",
        "reach me at ",
    ),
    *(
        "telefono ",
        "telefono: ",
        "telefono es ",
        "movil ",
        "movil: ",
        "movil es ",
        "telefon ",
        "telefon: ",
        "telefonnummer ",
        "handy ",
        "handy: ",
        "handy ist ",
        "telefon ist ",
        "handynummer ",
    ),
    *(
        "telephone ",
        "portable ",
        "portable: ",
        "portable est ",
        "telephone est ",
        "telefone e ",
        "joindre au ",
        "telefone ",
        "telefone: ",
        "telemovel ",
        "telemovel: ",
        "telemovel e ",
        "cellulare ",
        "cellulare: ",
        "cellulare e ",
    ),
)
"""Right before a telephone number that is written without its country."""
NUMBER_IS = (
    "(?<!\\w)(?:(?:my|our|the|his|her|this|new|correct|right|work|home|office|(?:tele)?phone|mobile|cell|contact|whatsapp) number is"
    "|(?:mi|su|el|nuestro) numero es|(?:meine|unsere|die|neue|ihre) nummer ist|(?:telefon|handy|mobil|ruckruf|ruf)nummer ist"
    "|(?:mon|notre|le|son) numero (?:de telephone |de portable )?est|(?:o )?(?:meu|nosso|seu) numero e|(?:il )?(?:mio|nostro|suo) numero e'?)(?: now| jetzt| ahora)?:? $"
)
"""The same, by "my number is": "bank account number is" names no telephone, nor does "Kontonummer ist"."""

NAMED_ITEM = "(?:board|workspace|project|series?|show|episode|course|lesson|plan|tablero|proyecto|serie|curso|leccion|projekt|folge|kurs|sendung|serie|episode|cours|projet|curso|serie|projeto|corso|lezione|progetto|modello|module|modulo|modul)(?: (?:is|called|named|llamado|namens|appele|chamado|chiamato)(?!\\w))*:? "
"""Before the name of what somebody uses or follows, which is capitalised or a number."""
