"""Words that commit the company: promises, guarantees, admissions of fault, compensation; folded."""

# ruff: noqa: E501 - tables: one line a thought, however many words it has

PLEDGES = {
    "en": (
        "(?:i|we)(?:'ll| will| shall| are going to|'re going to| promise| guarantee)|(?:guarantee|warrant)(?:ed|s)?|(?:our|my) (?:fault|mistake|error|responsibility|negligence)|(?:liable|liability|compensat\\w+|damages)|(?:you will|you'll) (?:get|receive|hear|be)|refund you|free of charge",
    ),
    "es": (
        "(?:vamos|voy) a|(?:prometemos|prometo|garantiz\\w+|aseguramos)|(?:nuestra|mi) (?:culpa|responsabilidad|negligencia)|nuestro error|(?:indemniz|compens)\\w+|(?:recibira|le devolveremos|le reembolsaremos|lo solucionaremos|le llamaremos)|gratis",
    ),
    "de": (
        "(?:ich|wir) (?:werden?|verspreche\\w*|garantiere\\w*|sichern)|(?:werde|werden) (?:ich|wir)|garantier\\w+|(?:unser|mein) (?:fehler|verschulden|versaumnis)|unsere schuld|haft\\w+|(?:entschadig|schadenersatz|schadensersatz)\\w*|sie (?:erhalten|bekommen) (?:ihr|das|den|die|eine?n?) (?:geld|ersatz|gutschrift)|kostenlos",
    ),
    "fr": (
        "(?:je|nous) (?:vais|allons|promet\\w*|garanti\\w*|m'engage|nous engageons)|(?:notre|ma) (?:faute|erreur|responsabilite|negligence)|(?:indemnis|dedommag|compens)\\w+|vous (?:recevrez|serez rembourse\\w*|aurez)|gratuitement",
    ),
    "pt": (
        "(?:vamos|vou) \\w+r|(?:prometemos|prometo|garant\\w+|asseguramos)|(?:nossa|minha) (?:culpa|responsabilidade|falha|negligencia)|(?:o )?nosso erro|(?:indemniz|compens)\\w+|(?:recebera|vai receber|sera reembolsad\\w+)|gratuit\\w+",
    ),
    "it": (
        "(?:le |vi )?(?:promettiamo|prometto|garant\\w+|assicuriamo)|(?:nostra|mia) (?:colpa|responsabilita|negligenza)|(?:nostro|mio) errore|(?:risarc|indennizz|compens)\\w+|(?:ricevera|avra il|sara rimborsat\\w+|la richiameremo|risolveremo)|gratis|gratuitamente",
    ),
}
