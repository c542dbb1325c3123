"""What a code is where no word in front of it says what it numbers; folded."""

# ruff: noqa: E501 - tables: one line a thought, however many words it has

PREFIXES = {
    "invoice_number": "inv|invoice|factura|fact|facture|rechnung|rech|fatura|fattura|fatt",
    "order_number": "ord|order|pedido|bestellung|auftrag|commande|cmd|encomenda|ordine",
}
"""Letters in front of a number that are a word for what it numbers."""

VOUCHERS = (
    "vouchers?|coupons?|promo(?:tion(?:al)?)? codes?|promo|discount codes?|gift ?cards?"
    "|cupon(?:es)?|codigo promocional|codigo (?:de )?(?:descuento|desconto)|vale (?:de )?(?:descuento|desconto|regalo|compra)|tarjeta (?:de )?regalo"
    "|gutschein\\w*|rabatt-?code|aktions-?code"
    "|code promo(?:tionnel)?|code (?:de )?(?:reduction|remise)|bon (?:d'achat|de reduction|de remise)|carte[- ]cadeau|cheque[- ]cadeau"
    "|cupom|cupao|cupoes|cartao (?:de )?(?:oferta|presente)"
    "|buon[oi](?: sconto| regalo)?|codice (?:sconto|promo(?:zionale)?)|carta regalo"
)
"""What takes something off a price: it numbers nothing that an agent would ask for."""

SHOWS = (
    "shows?|showing|showed|says|saying|displays?|displaying|reads|flash(?:es|ing)|gives|throws|stuck (?:on|at|with)|back to|still|comes? up with"
    "|muestra|marca|pone|dice|sale|aparece|tira|me da|parpadea|sigue (?:en|con)|se queda en"
    "|zeigt|meldet|blinkt|erscheint|steht|wirft|bleibt (?:bei|auf)|hangt (?:bei|auf)|immer noch"
    "|affiche|indique|montre|clignote|reste (?:sur|en)|bloquee? sur|toujours"
    "|mostra|indica|diz|pisca|apresenta|fica em|continua (?:em|com)|ainda"
    "|segna|compare|lampeggia|appare|resta su|bloccat[oa] su|ancora"
)
"""What a machine does with a code; or how somebody says that it is there yet."""
BETWEEN = "the|a|now|again|only|just|code|el|la|un|codigo|ahora|otra vez|solo|solamente|den|einen|nur|jetzt|wieder|le|un|encore|seulement|maintenant|o|um|so|agora|outra vez|il|lo|codice|ora|di nuovo"
DISPLAYS = "display|screen|panel|pantalla|bildschirm|anzeige|bedienfeld|ecran|afficheur|visor|ecra|tela|painel|schermo|pannello"
