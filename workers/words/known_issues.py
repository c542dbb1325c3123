"""What a text is compared by, in folded text: words of letters, and the codes of errors, models and versions."""

# ruff: noqa: SIM905 - a table

_CODE = r"[a-z]{1,10}[-_]?\d{1,4}[a-z]?|\d{1,2}(?:\.\d{1,2}){1,3}"
"""An error ("f-31", "err_504"), a model ("h9"), a voucher ("plus-12"), a version ("6.2"); no order, no amount."""

PIECES = rf"(?<![\w.,£€$-])(?:{_CODE})(?![\w%€£$]|[.,-]\w| ?(?:eur|usd|gbp)\b)|[^\W\d_]{{3,}}"

GRAMMAR = frozenset(
    """
    says said say shows showing show getting got when while even just only since without within despite then there
    here anymore anyway always often sometimes really quite currently again back today yesterday tomorrow tonight
    able unable cannot won doing keep keeps going goes comes come
    mich mir dich dir uns euch ihm ihn sie man etwas nichts alles jeder jede jedes dieser diese dieses wieder dabei
    damit daran dazu davon darauf sobald obwohl trotz waehrend wahrend immer nie jetzt gerade heute gestern morgen
    beim ans ins vom zeigt steht stehen kommt geht gibt kann werden lasst
    conmigo nosotros vosotros ellos ellas usted ustedes cuando mientras aunque siempre nunca ahora hoy ayer manana
    despues antes dice sale pone aparece puedo puede hace tampoco luego entonces aqui alli algun alguna
    moi toi lui leur leurs eux lorsque quand pendant toujours jamais maintenant aujourd hui hier demain apres avant
    des les aux depuis dit affiche peux peut fait rien quelque puis alors ici meme dessus
    mim comigo ele ela eles elas voces vos quando enquanto sempre nunca agora hoje ontem amanha depois antes desde
    diz aparece posso pode faz sozinha sozinho aqui ali isto essa esse cada mesmo
    me mi te noi voi loro quando mentre sempre mai adesso ora oggi ieri domani dopo prima dal dalla dalle dai
    dice appare esce esci posso puo fa qui qua cosi ogni stesso viene
    """.split()
)
"""What names no outbreak, though many say it; folded. It does count when texts are compared."""

FAULTS = frozenset(
    """
    error errors code codes fault message warning alarm version update release app voucher coupon status log
    fehler fehlercode meldung fehlermeldung warnung stoerung storung fassung gutschein aktualisierung
    codigo fallo aviso mensaje alerta actualizacion cupon vale erro mensagem falha atualizacao versao cupao
    erreur message defaut panne alerte avertissement mise jour bon errore codice messaggio guasto avviso
    aggiornamento versione buono shows show showing says display screen zeigt anzeige display muestra pantalla affiche
    ecran mostra ecra schermo segna
    """.split()
)
"""What stands beside the code of an error or a version, and is no product's name; folded."""
