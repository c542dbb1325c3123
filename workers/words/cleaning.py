"""How mail programs and phones mark what the writer did not write. These search the text as it is, ignoring case."""

# ruff: noqa: E501 - tables: one line a thought, however many words it has

REPLY_HEADER = (
    r"^[ \t]*(?:on\b.{4,120}\bwrote|el\b.{4,120}\bescribi[oó]|am\b.{4,120}\bschrieb\b.{0,80}|le\b.{4,120}\ba [ée]crit"
    r"|em\b.{4,120}\bescreveu|il\b.{4,120}\bha scritto|op\b.{4,120}\bschreef\b.{0,80})\s?:[ \t]*$"
)

ORIGINAL_MESSAGE = (
    r"^[ \t]*(?:-{2,}[ \t]*(?:original message|mensaje original|urspr[uü]ngliche nachricht|message d'origine"
    r"|mensagem original|messaggio originale|forwarded message)[ \t]*-{2,}|_{10,}[ \t]*$"
    r"|(?:from|de|von|da)[ \t]?:[^\n]*\n[ \t]*(?:sent|date|enviado|fecha|gesendet|datum|envoy[ée]|data|inviato)[ \t]?:)"
)

SENT_FROM = (
    r"^[ \t]*(?:sent from my|sent from (?:outlook|mail|yahoo)|get outlook for|enviado desde mi|enviado do meu"
    r"|von meinem .{2,30} gesendet|gesendet von mein|envoy[ée] de(?:puis)? mon|inviato da(?:l mio)?\b"
    r"|diese nachricht wurde von meinem|this (?:e-?mail|message) (?:and any|is confidential|may contain)"
    r"|(?:confidentiality|disclaimer)\b[^\n]{0,20}:)"
)

CLOSING = (
    r"^[ \t]*(?:(?:kind|best|warm|many|with kind|with best)?[ \t]*regards|yours (?:sincerely|faithfully|truly)|sincerely"
    r"|cheers|best wishes|(?:un )?(?:cordial )?saludos?(?: cordial(?:es)?)?|atentamente|(?:mit )?freundlichen gr[uü](?:ß|ss)en?"
    r"|(?:viele|liebe|beste|herzliche|sch[oö]ne) gr[uü](?:ß|ss)e|cordialement|bien cordialement|bien [aà] vous|salutations"
    r"|cumprimentos|atenciosamente|com os melhores cumprimentos|abra[cç]os?|(?:cordiali|distinti|cari) saluti|cordialmente)"
    r"[ \t]*[,.!]?[ \t]*$"
)
