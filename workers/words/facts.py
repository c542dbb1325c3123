"""What customers give and agents ask for: the nouns of each kind; folded."""

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

_NUMBER = "(?:numbers?|no\\.?|id|ids|references?|ref|codes?)"

ASKED = {
    "order_number": (
        f"order {_NUMBER}|which order|numero (?:de|del|do|da|di|d'|dell'|dell) ?(?:su |tu |votre |ta |seu |sua |suo )?"
        "(?:pedido|encomenda|commande|ordine)|bestellnummer|auftragsnummer|bestell-?nr|n[o°] de commande|numero ordine"
    ),
    "invoice_number": (
        f"invoice {_NUMBER}|receipt {_NUMBER}|which invoice|numero (?:de|de la|da|della|di) ?(?:su )?(?:factura|facture|fatura|fattura)"
        "|rechnungsnummer|rechnungs-?nr|numero fattura"
    ),
    "booking_number": (
        f"(?:booking|reservation|confirmation|flight) {_NUMBER}|numero de (?:la |su |votre |sua )?(?:reserva|reservation|vuelo|vol|voo)"
        "|localizador|buchungsnummer|reservierungsnummer|buchungscode|numero (?:di|della) prenotazione|codice (?:di )?prenotazione"
    ),
    "contract_number": (
        f"(?:rental )?(?:agreement|contract|policy) {_NUMBER}|numero de (?:contrato|poliza|contrat|police|apolice)"
        "|vertragsnummer|mietvertragsnummer|versicherungsnummer|policennummer|numero (?:di|del|della) (?:contratto|polizza)"
    ),
    "customer_number": (
        f"(?:member(?:ship)?|customer|client|account|user|workspace) {_NUMBER}|workspace name|username|user name"
        "|numero de (?:cliente|socio|cuenta|client|compte|adherent|conta)|kundennummer|mitgliedsnummer|kontonummer|benutzername"
        "|(?:numero|codice) cliente|nombre de usuario|nom d'utilisateur|nome utente|nome de utilizador|nome de usuario"
    ),
    "claim_number": (
        f"(?:claim|case|ticket) {_NUMBER}|numero de (?:parte|siniestro|caso|incidencia|sinistre|dossier|processo|sinistro)"
        "|aktenzeichen|schadennummer|schadensnummer|vorgangsnummer|ticketnummer|numero (?:di|della) (?:pratica|sinistro|segnalazione)"
    ),
    "tracking_number": (
        f"tracking {_NUMBER}|parcel {_NUMBER}|numero de (?:seguimiento|suivi|rastreio|envio)|sendungsnummer|paketnummer"
        "|numero di (?:tracking|spedizione)"
    ),
    "serial_number": (
        f"serial {_NUMBER}|imei|numero de serie|seriennummer|geratenummer|numero di serie|numero seriale|matricola"
    ),
    "reference": f"reference {_NUMBER}|the reference|your reference|(?:numero de )?referencia|referenznummer|reference du dossier",
    "card_last4": (
        "last (?:four|4) digits|ultimos (?:cuatro|quatro|4) digitos|ultimas (?:cuatro|4) cifras"
        "|letzten? (?:vier|4) (?:ziffern|stellen)|(?:quatre|4) derniers chiffres|ultime (?:quattro|4) cifre"
    ),
    "date": (
        "(?:the |which |what |purchase |return |exact |on which |on what )?dates?(?! of birth)(?: (?:of|on|when))?|when did|since when|which day|what day"
        "|(?:la |que )?fecha(?! de nacimiento)|cuando (?:ocurrio|paso|empezo|devolvio|compro|fue)|desde cuando"
        "|(?:kauf|rechnungs|rueckgabe|ruckgabe|schadens)?datum|wann (?:ist|war|haben|hat|trat|wurde)|seit wann"
        "|quand (?:avez|est|cela)|depuis quand|quelle date|date (?:d'achat|de la|du|de livraison|exacte)"
        "|(?:a|que|em que) data|quando (?:aconteceu|comprou|fez|foi|ha|e successo)|in che data|la data(?! di nascita)|da quando"
    ),
    "photo": (
        "photos?|photographs?|pictures?|screenshots?|screen shots?|images?|fotos?|fotografias?|capturas?(?: de pantalla)?|imagenes"
        "|bilder|bild|bildschirmfotos?|captures? d'ecran|imagens|foto|immagini|schermate?"
    ),
    "document": (
        "har files?|log files?|logs|receipts?|proof of (?:purchase|payment|delivery)|quotation|quotes?|(?:copy|copies) of"
        "|invoices? (?:copy|copies)|bank (?:statement|letter)|documents?|pdf|recibos?|comprobantes?|justificantes?|tickets? de compra"
        "|presupuesto|documentos?|(?:copia|scan) d\\w+|(?:die |der )?rechnungen|rechnungskopie|kaufbeleg|quittung(?:en)?|belege?|nachweise?"
        "|unterlagen|kontoauszug|justificatifs?|recu|devis|facture d'achat|releve|comprovativos?|comprovantes?|faturas?"
        "|ricevut[ae]|scontrino|preventivo|documentazione|documenti|giustificativ[oi]"
    ),
    "email": (
        "e-?mail(?: address)?|direccion de correo|correo electronico|e-?mail-?adresse|adresse (?:e-?mail|mail|electronique)"
        "|endereco de e-?mail|indirizzo (?:e-?mail|di posta)"
    ),
    "phone": (
        "(?:tele)?phone number|contact number|mobile number|(?:numero de |num\\. )?telefono|telefonnummer|handynummer|ruckrufnummer"
        "|numero de telephone|telefone|numero di (?:telefono|cellulare)"
    ),
    "address": (
        "(?:(?:delivery|postal|shipping|home|billing|your|the full|full) )address|first line of (?:your|the) address"
        "|direccion(?: de (?:entrega|envio))?(?! de correo)|(?:liefer|post|ihre |rechnungs)?(?:adresse|anschrift)"
        "|adresse (?:postale|de livraison)|morada|endereco(?! de e)|indirizzo(?! (?:e-?mail|di posta))"
    ),
    "postcode": ("post ?code|zip code|codigo postal|postleitzahl|code postal|cap\\b"),
    "name": (
        "your (?:full |first |last )?name|(?:full|last|first) name|su nombre|nombre (?:completo|y apellidos)|ihren (?:vollstandigen )?namen"
        "|vollstandigen namen|votre nom|nom complet|(?:o )?seu nome|nome completo|il suo nome|nome e cognome"
    ),
    "date_of_birth": (
        "date of birth|birth ?date|dob|fecha de nacimiento|geburtsdatum|geburtstag|date de naissance|data de nascimento|data di nascita"
    ),
    "amount": (
        "(?:the |what |which |exact )?amounts?(?: charged| paid)?|how much (?:was|were|did)|importe|cantidad cobrada|betrag|(?:le )?montant"
        "|(?:o )?(?:montante|valor) (?:cobrado|pago|exato)|importo"
    ),
    "browser": (
        "(?:which|what|your|the) browser|que navegador|navegador|welche[nrs]? browser|ihr(?:en)? browser|quel navigateur|votre navigateur"
        "|qual (?:o )?navegador|quale browser|che browser"
    ),
    "device": (
        "(?:which|what|your) (?:device|model|phone|tv|set|computer)|(?:device|phone|tv|model) (?:model|name|number|you)"
        "|que (?:dispositivo|modelo|aparato|equipo)|(?:modelo|marca) d\\w+|welche[sn]? (?:gerat|modell)|quel (?:appareil|modele)"
        "|(?:le )?modele (?:de|d')|(?:qual|que) (?:o |e o )?(?:aparelho|dispositivo|modelo|equipamento)|quale (?:dispositivo|modello|apparecchio)"
    ),
    "version": (
        "(?:which|what|app|software|your|the) version|que version|welche version|app-?version|quelle version|qual (?:a |e a )?versao|quale versione"
    ),
    "error_message": (
        "error (?:message|code)|exact error|mensaje de error|codigo de error|fehlermeldung|fehlercode|message d'erreur|code d'erreur"
        "|mensagem de erro|codigo de erro|messaggio (?:di|d') ?errore|codice (?:di )?errore"
    ),
    "description": (
        "(?:describe|explain) (?:to (?:us|me) )?(?:(?:the|your) (?:\\w+ )?(?:problem|issue|situation|error|fault|request)|what (?:happen\\w*|is|was|the|went))|(?:more )?details (?:of|about|on) (?:the|your)|what (?:the problem is|happened|seems to be)"
        "|(?:describ\\w+|expli\\w+)(?:me|nos|le)? (?:el|su|tu|lo|que|o|a|la|le|il|cosa|votre)\\b[^.?!]{0,12}(?:problem\\w*|inciden\\w*|sucedido|ocurre|pasa|situacao|situation|probleme|succede)?"
        "|beschreiben sie|schildern sie|(?:decrire|decrivez|expliquer|expliquez) (?:le|votre|ce)"
    ),
    "iban": "iban|bank (?:account )?details|datos bancarios|bankverbindung|rib\\b|coordonnees bancaires|dados bancarios|coordinate bancarie",
}
"""What an agent calls each kind when asking for it; one pattern for all languages, since the words do not collide."""

MONTHS = (
    "jan(?:uary|uar|vier|eiro)?|ener[oa]|gennaio|feb(?:ruary|ruar|rero|braio)?|fev(?:rier|ereiro)?|mar(?:ch|s|zo|co)|marz|apr(?:il|ile)?|abril|avril"
    "|may|mayo|mai|maio|maggio|june?|juni[o]?|juin|junho|giugno|july?|juli[o]?|juillet|julho|luglio|aug(?:ust)?|agosto|aout"
    "|sep(?:t|tember|tiembre|tembre)?|setembro|settembre|oct(?:ober|ubre|obre)?|okt(?:ober)?|outubro|ottobre"
    "|nov(?:ember|iembre|embre|embro)?|dec(?:ember|embre)?|dez(?:ember|embro)?|dic(?:iembre|embre)?|decembre"
)
"""Month names of the six languages, folded."""

NAME_INTRODUCTION = (
    r"(?:my name is|my name's|this is|name:|mi nombre es|me llamo|soy|mein name ist|ich hei(?:ß|ss)e|je m'appelle|mon nom est|meu nome e|chamo-me"
    r"|me chamo|mi chiamo|il mio nome e)[ :]+"
)

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

ONLY_IF = (
    "(?:and |und |y |et |e )?(?:(?:if|in case)(?! you(?:'d)? (?:don't mind|would|could|can|have|like|want))"
    "|should(?! (?:you|i|we))|falls(?! sie)|wenn(?! sie)|sollten?(?! (?:sie|ich|wir))|si(?! (?:usted|le|no le|vous|puede))|s'il (?!vous)"
    "|se(?! (?:puder|possivel|puo|non le))|caso|en caso|au cas|nel caso)\\b[^,]*,"
)
"""How a sentence begins that asks only for the case that something happens: nothing is asked for now."""

ANOTHER = (
    "\\b(?:another|a further|one more|ein(?:e|en)? weitere[snm]?|noch ein(?:e|en)?|otr[ao]s?|(?:une?|d') ?autres?|outr[ao]s?"
    "|un'altra|un altro)\\b"
)
"""What is asked for is not what was given before."""
