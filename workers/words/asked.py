"""What agents ask for: what they call each kind of fact when asking for it; folded."""

# ruff: noqa: E501 - tables: one line a thought, however many words it has

_NUMBER = "(?:numbers?|no\\.?|id|ids|references?|ref|codes?)"

ASKED = {
    "order_number": (
        f"order {_NUMBER}|which order|numero (?:de la|de|del|do|da|della|di|d'|dell'|dell) ?(?:su |tu |votre |ta |seu |sua |suo )?"
        "(?:pedido|encomenda|commande|ordine)|bestellnummer|nummer (?:der|ihrer) bestellung|auftragsnummer|bestell-?nr|n[o°] de commande|numero ordine"
    ),
    "invoice_number": (
        f"invoice {_NUMBER}|receipt {_NUMBER}|which invoice|numero (?:de|de la|da|della|di) ?(?:su )?(?:factura|facture|fatura|fattura)"
        "|rechnungsnummer|nummer (?:der|ihrer) rechnung|rechnungs-?nr|numero fattura"
    ),
    "booking_number": (
        f"(?:booking|reservation|confirmation|flight) {_NUMBER}|numero (?:d[eao]) (?:la |su |votre |sua )?(?:reserva|reservation|vuelo|vol|voo)"
        "|localizador|buchungsnummer|nummer (?:der|ihrer) buchung|reservierungsnummer|buchungscode|numero (?:di|della) prenotazione|codice (?:di )?prenotazione"
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
        "(?:the |which |what |purchase |return |exact |on which |on what )?dates?(?! of birth)(?: (?:of|on|when))?|when did|since when|(?:which|what) day (?:did(?! you have in mind)|was|were)"
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
        "your (?:full |first |last |own )?name(?! of)|(?:full|last|first) name|(?:what|which|whose|under what) name|name for the (?:booking|reservation|order|appointment)|who am i (?:speaking|chatting|talking) (?:to|with)|su nombre|nombre (?:completo|y apellidos)|ihren (?:vollstandigen )?namen"
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
        "(?:which|what|your) (?:device|model|phone(?! n)|tv|set|computer)|(?:device|phone|tv|model) (?:model|name|number|you)"
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
    "iban": "iban|bank (?:account )?(?:details|number)|(?:numero de )?cuenta bancaria|bankkonto(?:nummer)?|compte bancaire|conta bancaria|conto (?:bancario|corrente)|sort code|routing number|datos bancarios|bankverbindung|rib\\b|coordonnees bancaires|dados bancarios|coordinate bancarie",
    "card_number": (
        "(?<!gift )(?<!member )(?<!loyalty )(?<!membership )(?:credit |debit |bank )?card (?:number|no)|numero de (?:la |su |tu |votre )?(?:tarjeta|carte)(?! d')"
        "|numero d[oe] (?:seu )?cartao(?! de cidadao)|numero (?:della|di) (?:sua |tua )?carta(?! d')|(?:kredit)?kartennummer"
    ),
    "password": (
        "pass ?words?|pass ?phrase|login (?:data|details|credentials)|contrasena|clave (?:de acceso|secreta)|passwort|kennwort|zugangsdaten|mot de passe|vos identifiants"
        "|senha|palavra-passe|parola d'ordine|credenziali|credenciales|credenciais"
    ),
    "code": (
        "(?:security|verification|one-time|one time|access|sms|login|log-in|sign-in|authentication|authenticator|secret) codes?|passcode|otp|m?tan(?!k)|cvv2?|cvc2?"
        "|(?:three|3) digits (?:on|at) the back|code (?:(?:that )?(?:we|i) (?:have |'ve |just )*(?:texted|sent|mailed|e-?mailed)|(?:you )?(?:just )?(?:received|got)|from (?:the|your) (?:text|sms|app|e-?mail|message))"
        "|codigo (?:de (?:verificacion|seguridad|acceso|un solo uso)|(?:del|por) sms|que (?:le|te|acaba|acabas|ha|has|hemos|recibio|recibiste|llego)\\b)"
        "|(?:sicherheits|verifizierungs|bestatigungs|zugangs|einmal|anmelde|geheim|freischalt|sms-)code|code(?:,)? (?:aus der|per sms|den (?:wir|sie|ich))|prufziffer"
        "|code (?:de (?:verification|securite|validation|connexion)|d'acces|secret|(?:recu|envoye) par|que (?:nous|vous)|par sms)|code a usage unique"
        "|codigo (?:de (?:verificacao|seguranca|acesso)|(?:que )?(?:lhe |te )?(?:enviamos|enviado|recebeu|recebido)|(?:do|por) sms)"
        "|codice (?:di (?:verifica|sicurezza|accesso)|(?:che )?(?:le |ti )?(?:abbiamo inviato|ricevuto|inviato)|(?:via|dell') ?sms|segreto|che ha ricevuto)"
    ),
    "national_id": (
        "(?:passport|social security|social insurance|national insurance|national id|identity card|id card|identity document|driver'?s?'? licen[cs]e|driving licen[cs]e|tax id) (?:number|no)"
        "|ssn|nino|dni|nie|nif|(?:numero de(?:l| su| tu)? )?(?:pasaporte|documento de identidad|seguridad social)|cedula|(?:reise)?pass-?nummer|(?:personal)?ausweisnummer|nummer (?:ihres|des) (?:personal|reise)\\w+|steuer-?id\\w*"
        "|(?:sozialversicherungs|rentenversicherungs|fuhrerschein)nummer|numero de (?:(?:votre |la )?(?:passeport|piece d'identite|carte d'identite)|securite sociale)"
        "|numero d[oea] (?:(?:seu |sua )?(?:passaporte|cartao de cidadao|bilhete de identidade|contribuinte)|seguranca social)|cpf|contribuinte|codice fiscale"
        "|numero (?:di|del|della) (?:(?:suo |sua )?(?:passaporto|carta d'identita|documento)|tessera sanitaria)|bsn|pesel|(?:numero )?avs|ahv-?nummer"
    ),
    "pin": "(?:your |the )?pin(?: (?:number|code))?(?! (?:board|point))|(?:su|tu|ihre?n?|votre|seu|il suo) pin|codigo pin|pin-?nummer|code pin",
    "security_answer": (
        "maiden name|(?:first|childhood|favou?rite) pet|pet (?:that )?(?:you|u) had|name of (?:your|the) (?:first )?pet|security (?:question|answer|word)"
        "|pregunta de seguridad|apellido de soltera|sicherheits(?:frage|wort)|madchenname|question (?:de securite|secrete)|nom de jeune fille"
        "|pergunta de seguranca|nome de solteira|domanda di sicurezza|cognome da nubile"
    ),
    "day": (
        "(?:which|what) day(?! (?:did(?! you have in mind)|was|were|is (?:it|today)))|what date (?:would|do|did you have|should)|(?:que|cual) dia|welche[nmr]? (?:wochen)?tag|quel jour|(?:che|quale) giorno"
    ),
    "end_time": (
        "when (?:\\w+ ){1,6}?(?:end|wrap up|finish|over|leav\\w+|check(?:ing)? out|return\\w*|depart\\w*)|(?:what|which|end(?:ing)?) time (?:\\w+ ){0,6}?(?:end|wrap up|finish|leave)|end(?:ing)? time|until (?:what|which|when)|hasta (?:cuando|que)"
        "|bis wann|jusqu'a (?:quand|quelle)|ate (?:quando|que)|fino a (?:quando|che)"
    ),
    "time": (
        "when (?:\\w+ ){1,6}?(?:start|begin|kick off|commence)|what time|which time|what hour|time (?:slot|would|of day)|start(?:ing)? time|arrival time|(?:a |para )?que hora|horario"
        "|um wie ?viel uhr|uhrzeit|welche zeit|(?:a )?quelle heure|(?:a |para )?que horas|(?:a )?che ora|orario"
    ),
    "when": (
        "when(?: exactly)? (?:would|will|do|are|is|can|could|should|shall|might)(?! (?:i|we)\\b)|cuando (?:quiere|desea|prefiere|llega|sale|le (?:viene|va)|puede|podria|quisiera)"
        "|wann (?:mochten|wollen|kommen|reisen|konnen|konnten|passt|soll|sollen|sind)|quand (?:voulez|souhaitez|arrivez|partez|pouvez|desirez)"
        "|quando (?:quer|deseja|chega|parte|pode|prefere|gostaria|vuole|desidera|arriva|preferisce)"
    ),
    "quantity": (
        "how many|(?:party|group) size|number of (?:people|guests|persons|nights|items|units)|(?:que|en que|la) cantidad|cuant[ao]s|wie ?viele|(?:welche|die) (?:menge|anzahl|stuckzahl)"
        "|combien (?:de|d')|(?:quelle|la) quantite|quant[ao]s|(?:que|em que|a) quantidade|quant[ie] \\w+|(?:quale|la|che) quantita"
    ),
    "place_from": (
        "where (?:\\w+ ){1,5}?(?:from|leav\\w+|depart\\w+)|departure (?:location|point|city|airport|place)|pick-? ?up (?:location|address|point|place)|starting point"
        "|(?:desde|de) donde|lugar de (?:salida|recogida)|von wo|abfahrtsort|abflugh?afen|startpunkt|d'ou (?:partez|venez)|lieu de depart"
        "|de onde|local de partida|da dove|luogo di partenza"
    ),
    "place_to": (
        "where (?:\\w+ ){1,4}?(?:go|going|travel\\w*|fly\\w*|head\\w*|arriv\\w+)(?! from)|(?<!reach )(?<!reaching )(?<!to )(?:the |your |what |which )destination(?! (?:will|is on))|drop-? ?off (?:location|address|point|place)|arrival (?:location|city|airport|place)"
        "|a ?donde|(?:su|el|que) destino|wohin|reiseziel|zielort|ou (?:allez|souhaitez|voulez|desirez)[- ]vous|votre destination"
        "|para onde|(?:o seu|qual o|o) destino|dove (?:vuole|deve|desidera) andare|(?:la sua|la) destinazione"
    ),
    "place": (
        "(?:what|which) (?:\\w+ )?(?:hotel|restaurant|venue|apartments?|flat|store|shop|branch|clinic|property)s?|name of (?:the|your) (?:hotel|restaurant|venue|apartment|store|shop|branch|property)"
        "|(?:que|cual) (?:hotel|restaurante|tienda|local|sucursal|apartamento|piso)|welche[snmr]? (?:hotel|restaurant|filiale|geschaft|laden|wohnung)"
        "|quel(?:le)? (?:hotel|restaurant|magasin|agence|appartement|salle)|(?:que|qual) (?:o |e o |a |e a )?(?:hotel|restaurante|loja|apartamento|espaco|agencia)|(?:quale|che) (?:hotel|albergo|ristorante|negozio|appartamento|filiale)"
    ),
    "location": "(?:what|which) (?:\\w+ )?(?:location|city|town|area|part of town|site|office|building|country)|(?:que|cual) (?:ciudad|zona|oficina)|welche[snmr]? (?:stadt|standort|ort|gegend)|quelle? (?:ville|quartier|lieu)|(?:que|qual) (?:cidade|zona)|(?:quale|che) (?:citta|zona|sede)",
    "room_number": "room number|(?:which|what) room|numero de (?:la |su )?habitacion|zimmernummer|numero de (?:la )?chambre|numero do quarto|numero (?:di|della) (?:camera|stanza)",
    "doctor": (
        "(?:what|which) (?:doctor|physician|dentist|specialist|gp|therapist)|who(?:'s| is) your (?:doctor|dentist|gp|therapist)|name of (?:the|your) (?:doctor|dentist|gp)|(?:que|cual) (?:medic[oa]|doctora?|dentista)"
        "|welche[nmr]? (?:arzt|arztin)|quel (?:medecin|docteur)|(?:que|qual) (?:o |e o )?(?:seu )?medic[oa]|(?:quale|che) (?:medico|dottore|dottoressa)"
    ),
    "host": (
        "name of (?:the|your) host|who(?:'s| is) (?:the host|hosting)|host'?s? name|nombre del anfitrion|name(?:n)? des gastgebers|nom de l'hote|nome do anfitriao|nome del padrone di casa"
    ),
    "symptom": "symptoms?|sintomas?|symptome|symptomes?|sintomi|beschwerden",
    "price_range": "price range|budget|how much (?:would|do|can) you (?:like to |want to )?(?:spend|pay)|rango de precios?|presupuesto maximo|preis(?:klasse|spanne|rahmen)|gamme de prix|faixa de preco|fascia di prezzo",
    "mileage": "mileage|odometer|kilometraje|kilometerstand|kilometrage|quilometragem|chilometraggio",
    "item": (
        "(?:which|what) (?:item|article|product|programme|program|series|show|course)s?|que (?:articulo|producto|serie|programa)|welche[nrsm]? (?:artikel|produkt|sendung|serie|kurs)"
        "|quel(?:le)? (?:article|produit|serie|emission)|(?:que|qual) (?:o )?(?:artigo|produto|serie|curso)|(?:quale|che) (?:articolo|prodotto|serie|corso)|bei welcher sendung"
    ),
}
"""What an agent calls each kind when asking for it; one pattern for all languages, since the words do not collide."""

ONLY_IF = (
    "(?:and |und |y |et |e )?(?:(?:if|in case)(?! you(?:'d)? (?:don't mind|would|could|can|have|like|want))"
    "|should(?! (?:you|i|we))|falls(?! sie)|wenn(?! sie)|sollten?(?! (?:sie|ich|wir))|si(?! (?:usted|le|no le|vous|puede))|s'il (?!vous)"
    "|se(?! (?:puder|possivel|puo|non le))|caso|en caso|au cas|nel caso)\\b[^,]*,"
)
"""How a sentence begins that asks only for the case that something happens: nothing is asked for now."""

ANOTHER = (
    "\\b(?:another|any other|a further|one more|ein(?:e|en)? weitere[snm]?|noch ein(?:e|en)?|(?:der|die|das|des|den|dem) anderen?|otr[ao]s?|(?:une?|d') ?autres?|outr[ao]s?"
    "|un'altra|un altro)\\b"
)
"""What is asked for is not what was given before."""

BARE = r"(?:\w+[ ']){0,3}\w+[\s?.:!]*"
"""A message so short that it may be nothing but a noun: "Party size?"."""
BARE_KINDS = {
    "name": "(?:and )?(?:your |full |first |last )*name(?: please)?|nombre|nom|nome",
    "time": "(?:and )?(?:what |start |arrival )?time(?: please)?|hora|uhrzeit|heure|ora",
    "date": "(?:and )?(?:what |which )?(?:day|date)(?: please)?|fecha|datum|data",
    "quantity": "(?:and )?(?:guests|party size|how many(?: people| guests)?|number of (?:people|guests))(?: please)?",
    "pin": "(?:and )?(?:your |the )*pin(?: please)?",
    "password": "(?:and )?(?:your |the )*password(?: please)?|passwort|kennwort|contrasena|mot de passe|senha|palavra-passe",
    "code": "(?:and )?(?:your |the )*(?:security |verification |sms )code(?: please)?|sicherheitscode|cvv|cvc|otp",
    "national_id": "(?:and )?(?:your |the )*(?:passport number|ssn|social security number)(?: please)?|dni|nif|cpf|codice fiscale",
    "customer_number": "(?:and )?(?:your |the )*account number(?: please)?",
    "order_number": "(?:and )?(?:your |the )*order (?:number|id|no)(?: please)?",
    "booking_number": "(?:and )?(?:your |the )*(?:booking|reservation|ride|flight) (?:number|id|no|code)(?: please)?",
}
"""What is asked for by its name alone."""

BY_THEMSELVES = (
    "\\b(?:reset\\w*|chang\\w+|updat\\w+|forg[eo]t\\w*|recover\\w*|creat\\w+|choose|set(?:ting)? (?:up|a|your)|try|trying|tried|enter\\w*|typ(?:e|ing)|log(?:ged|ging)? ?in|sign(?:ed|ing)? ?in|never|not share|request\\w*|received? (?:the|a|an|any|your) (?!code)"
    "|zuruck\\w*|ander[ne]\\w*|vergessen|neues|anmelden|einloggen|einzugeben|eingeben|geben sie (?:\\w+ ){1,3}ein|restablec\\w+|cambi\\w+|olvid\\w+|crear|introduc\\w+|iniciar sesion|nunca"
    "|reinitialis\\w+|modifi\\w+|chang\\w+|oubli\\w+|creer|saisi\\w*|connecter|jamais|redefin\\w+|alter\\w+|esquec\\w+|criar|introduz\\w+|inser\\w+|iniciar sessao|reimpost\\w+|dimentic\\w+|creare|accedere|mai)\\b"
)
"""What customers do with their password or code themselves: then an agent does not ask to be told it."""
WAITS = "\\b(?:sure|yes|no|ok\\w*|one|moment|wait|hold|sec|second|minute|thanks|thank|hi|hello|hello|sorry|why|again|done|fine|right|great|si|claro|vale|momento|ja|nein|danke|gern\\w*|einen|augenblick|oui|non|merci|instant|sim|nao|claro|obrigad\\w+|certo|grazie|attimo)\\b"
"""Words of a short reply that only says it is coming, or thanks: no password."""

OPEN_QUESTION = (
    "\\b(?:what|which|who|whom|whose|where|when|how many|how much|que|cual|quien|donde|adonde|cuando|cuant[oa]s?|was|welche[nrsm]?|wer|wem|wo|wohin|woher|wann|wie ?viele?"
    "|quel(?:le)?s?|qui|ou|quand|combien|qual|quais|quem|onde|quando|quant[oaie]s?|quale|quali|chi|dove)\\b"
)
FORMULA_QUESTION = (
    "(?:how|what) (?:can|may|could|else|would you like (?:me|us) to)\\b|help you|assist|anything else|something else|else can|algo mas|en que puedo|was kann ich|wie kann ich|kann ich (?:sonst|ihnen)|que puis-je|comment puis-je"
    "|autre chose|em que posso|como posso|mais alguma|in cosa posso|come posso|altro|do you think|would (?:that|this|it) |does (?:that|this|it) |is (?:that|this|it) |how (?:are|is|was) |what about|how about|why not|would you like (?:me|us|to (?:change|continue|hear))|continue playing|proceed|instead|different|still need"
)
"""Questions that every agent asks everybody, or that only wait for a yes."""
