"""Mailboxes that many people share, addresses that helpdesks make up, and the country that a language stands for."""

# ruff: noqa: E501, SIM905 - tables: one line a thought, however many words it has

SHARED_MAILBOXES = frozenset(
    """
    customer customers client clients desk shop store online web info information contact contacts hello hi
    office admin administration administrator support help helpdesk service services customerservice
    customercare care sales billing accounts accounting accountspayable accountsreceivable ap ar invoice
    invoices finance payments orders order purchasing procurement marketing press media jobs hr careers
    reception frontdesk bookings booking reservations team mail email postmaster webmaster hostmaster abuse
    noreply no-reply donotreply do-not-reply mailer-daemon mailerdaemon notifications notification alerts
    newsletter security privacy legal root it itsupport servicedesk enquiries enquiry inquiries inquiry feedback
    complaints returns shipping logistics warehouse dispatch contacto contacta informacion ventas facturacion
    administracion soporte ayuda pedidos reservas recepcion contabilidad atencionalcliente atencion clientes
    kontakt buero buro rechnung rechnungen buchhaltung verkauf vertrieb kundenservice kundendienst bestellung
    bestellungen einkauf empfang zentrale verwaltung contactez accueil facturation comptabilite ventes commandes
    commande serviceclient secretariat direction assistance contato geral faturacao faturamento vendas
    encomendas suporte apoio financeiro rececao atendimento contatti informazioni fatturazione amministrazione
    ufficio vendite ordini assistenza segreteria contabilita prenotazioni
    """.split()
)

FORWARDED = r"srs[01][=+-]|prvs=|btv1=|bounces?[+=-]|(?:fwd?|forward(?:ed|ing)?|weiterleitung|reenvio|transfert)(?:[.+_-]|$)|.*caf_=|.*="
"""What a local part begins with, or holds, that a server has made of another address; or that mail is forwarded from."""

PLACEHOLDER_DOMAINS = frozenset(
    {"noemail.invalid", "invalid", "example.invalid", "noemail.com", "none.com", "no-email.com"}
)

REGIONS = {
    "en-gb": "GB", "en-us": "US", "en-ca": "CA", "en-au": "AU", "en-ie": "IE", "en-nz": "NZ", "es": "ES", "es-es": "ES", "es-mx": "MX", "es-ar": "AR",
    "es-co": "CO", "es-cl": "CL", "de": "DE", "de-de": "DE", "de-at": "AT", "de-ch": "CH", "fr": "FR", "fr-fr": "FR", "fr-be": "BE", "fr-ca": "CA",
    "fr-ch": "CH", "pt": "PT", "pt-pt": "PT", "pt-br": "BR", "it": "IT", "it-it": "IT", "nl": "NL", "nl-nl": "NL", "nl-be": "BE", "pl": "PL", "sv": "SE",
    "da": "DK", "fi": "FI", "ja": "JP",
}  # fmt: skip
"""Where a number without "+" is dialled; plain English stands for no one country."""
