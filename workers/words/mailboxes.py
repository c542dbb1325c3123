"""Mailboxes that many people share, what stands for no value, addresses that helpdesks make up, countries of languages."""

# ruff: noqa: E501, SIM905 - tables: one line a thought, however many words it has

SHARED_MAILBOXES = frozenset(
    """
    customer customers client clients desk shop store online web info infos information contact contacts contactus hello hi
    office admin administration administrator support help helpdesk helpline service services customerservice
    customercare care sales presales billing accounts accounting accountspayable accountsreceivable ap ar invoice
    invoices invoicing finance payment payments payroll orders order purchase purchasing procurement marketing press pr
    media jobs job hr careers recruiting recruitment reception frontdesk bookings booking reservation reservations team
    mail email mailbox post postmaster webmaster hostmaster abuse noreply donotreply dontreply reply replies
    mailerdaemon notifications notification notify alerts alert newsletter news security privacy dpo legal root it
    itsupport servicedesk enquiries enquiry inquiries inquiry feedback complaints claims returns refunds shipping
    delivery logistics warehouse dispatch tech technical tickets ticket cases case comments system sysadmin server
    bot robot api management manager ceo director owner secretary secretariat headoffice hq general all everyone staff
    servicio servicios servico servicos humanresources recursoshumanos contas cuentas public library school clinic surgery studio pharmacy restaurant hotel family
    contacto contacta contactanos informacion ventas venta facturas factura facturacion compras comercial
    administracion gerencia direccion soporte ayuda pedidos pedido reservas recepcion contabilidad tesoreria pagos
    cobros proveedores envios devoluciones reclamaciones quejas empleo rrhh prensa correo buzon tienda oficina
    secretaria taller almacen logistica postventa posventa tecnico clinica consulta farmacia restaurante colegio familia
    servicioalcliente servicocliente servicoaocliente atencionalcliente atencioncliente atencion cliente clientes socios equipo
    kontakt buero buro rechnung rechnungen rechnungseingang buchhaltung verkauf vertrieb kunde kunden kundenservice
    kundendienst kundenbetreuung kundencenter bestellung bestellungen auftrag auftraege einkauf beschaffung empfang
    rezeption anmeldung zentrale verwaltung sekretariat geschaeftsfuehrung geschaeftsleitung leitung hallo post
    personal bewerbung bewerbungen presse datenschutz technik werkstatt lager versand retouren reklamation mahnung
    zahlung termine termin anfrage anfragen auskunft filiale laden praxis kanzlei apotheke klinik schule verein
    vorstand familie mitarbeiter redaktion
    contactez accueil facturation facture factures comptabilite compta ventes vente achats achat commandes commande
    commercial serviceclient serviceclients sav apresvente secretariat direction gestion livraison livraisons
    expedition retours reclamation reclamations presse recrutement emploi rh bonjour courrier bureau boutique magasin
    atelier cabinet pharmacie clinique ecole mairie famille equipe technique paiement reservation
    assistance contato geral faturacao faturamento fatura faturas financeiro tesouraria pagamentos vendas encomendas
    encomenda compra comercial suporte apoio rececao recepcao atendimento cliente loja escritorio secretaria direcao
    diretoria gerencia contabilidade logistica entregas devolucoes reclamacoes imprensa emprego oficina armazem equipa
    equipe farmacia escola
    contatti contatto informazioni fattura fatture fatturazione amministrazione ufficio ufficioacquisti
    ufficiocommerciale vendite vendita acquisti acquisto ordini ordine assistenza segreteria contabilita pagamenti
    prenotazioni prenotazione commerciale servizio servizi clienti servizioclienti spedizioni resi reclami stampa
    lavoro personale direzione gestione magazzino negozio officina posta pec studio farmacia scuola famiglia
    """.split()
)
"""Written without full stops, hyphens and figures: "no.reply", "no-reply-2" and "noreply" are one."""

ALSO_OF_PERSONS = frozenset(
    """
    ap ar hi pr rh root press care order post desk client store shop bot case cases news all staff job clinic school
    laden lager leitung kunde kunden vorstand termin kanzlei cabinet magasin bureau correo oficina taller consulta
    posta stampa officina loja general public legal post
    """.split()
)
"""Of these the ones that are initials or surnames as well: beside another name ("joe.root", "ap.smith") they are a person's."""

NO_VALUES = frozenset(
    """
    na nan nil none null undefined unknown unknow unk test tests testing tester tbd tba todo void empty blank default
    dummy example sample placeholder anonymous anonym anonymus anonimo anonyme guest user nobody noone nouser noemail
    nomail nophone noid noname notavailable notapplicable notprovided notset notknown invalid missing deleted removed
    redacted false true yes no abc asdf qwerty unbekannt keine keiner kein nichtvorhanden leer gast inconnu aucun aucune
    vide invite desconocido ninguno ninguna vacio sindatos invitado desconhecido nenhum nenhuma vazio semdados
    sconosciuto nessuno nessuna vuoto ospite
    """.split()
)
"""What stands in the place of an address or an id that nobody knows; written as the mailboxes are."""

SAME_DOMAINS = {"googlemail.com": "gmail.com"}
"""Domains whose addresses are the same mailboxes."""

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
