"""How mail programs and phones mark what the writer did not write. These search the text as it is, ignoring case."""

# ruff: noqa: E501 - tables: one line a thought, however many words it has

REPLY_VERBS = ("wrote", "escribi", "schrieb", "crit", "escreveu", "scritto", "schreef")
"""One of these is in every reply header; where none is, none needs to be searched for."""

REPLY_HEADER = (
    # "On Mon, 2 Nov 2026 at 10:00 Tim Lee <tim@example.com> wrote:", over one line or two, and with a figure in it
    r"^[> \t]{0,9}(?:on|el|am|le|em|il|op)\b(?=[^\n]{0,80}\d)[^\n]{4,140}(?:\n[> \t]{0,9}[^\n]{0,100})?"
    r"\b(?:wrote|escribi[oó]|a [ée]crit|escreveu|ha scritto|(?:schrieb|schreef)\b[^\n:]{0,80}(?:<[ \t]?\n[> \t]{0,9}[^\n:<>]{3,80}>[ \t]?)?)\s?:[ \t]*$"
)

SEPARATOR = (
    r"^[ \t]{0,9}(?:-{2,}[ \t]*(?:original message|mensaje original|urspr[uü]ngliche nachricht|message d'origine|message transf[ée]r[ée]"
    r"|mensagem original|messaggio (?:originale|inoltrato)|(?:forwarded|weitergeleitete|reenviado|mensaje reenviado|mensagem encaminhada)\b[^\n-]{0,20})[ \t]*-{2,}"
    r"|(?:begin forwarded message|anfang der weitergeleiteten nachricht|d[ée]but du message (?:transf[ée]r[ée]|r[ée]exp[ée]di[ée])"
    r"|inicio del mensaje reenviado|in[ií]cio da mensagem (?:re)?encaminhada|inizio messaggio inoltrato)[ \t]?:?[ \t]*$"
    r"|_{10,}[ \t]*$|##-[^\n]{5,120}-##)[^\n]*"
)
"""The last: the line that helpdesks put on top of their mails, "##- Please type your reply above this line -##"."""

_FROM = r"(?:from|de|von|da)"
_WHEN = r"(?:sent|date|enviad[oa](?: el| em)?|fecha|gesendet|datum|envoy[ée](?: le)?|data|inviato)"
_OTHER = r"(?:to|cc|subject|para|asunto|an|betreff|[àa]|objet|assunto|ogg(?:etto)?|reply-to|antwort an)"
_LINE = r"\*?[ \t]?:[^\n]*(?:\n|\Z)"
HEADER_BLOCK = (
    # an address, an hour or what it is about is in it, as in no form for a journey
    r"^(?=[* \t]{0,9}[^\W\d]{1,12}(?: el| em| an)?\*?[ \t]?:)(?=(?:[^\n]{0,300}\n){0,4}[^\n]{0,300}(?:@|\d:\d\d)|(?:[^\n]{0,300}\n){2,5}[* \t]{0,9}(?:subject|asunto|betreff|objet|assunto|oggetto)\*?[ \t]?:)"
    rf"(?:[* \t]{{0,9}}{_FROM}{_LINE}[* \t]{{0,9}}{_WHEN}{_LINE}(?:[* \t]{{0,9}}{_OTHER}{_LINE}){{0,6}}"
    rf"|(?:[* \t]{{0,9}}(?:{_FROM}|{_WHEN}|{_OTHER}){_LINE}){{3,8}})"
)
"""The head of a mail inside a mail: who and when, or any three of its lines."""

_PROGRAM = (
    r"[^\n]{0,30}\b(?:i?phone|ipad|android|galaxy|samsung|huawei|xiaomi|pixel|blackberry|smartphone|handy|tablet|telefon\w*|m[oó]vil|telem[oó]vel|cellulare"
    r"|t[ée]l[ée]phone|dispositivo|outlook|yahoo|g?mail|gmx|proton|windows|correo|correio|posta|courrier|app)\b[^\n]{0,60}$"
)
SENT_FROM = (
    rf"^[ \t]{{0,9}}(?:(?:sent (?:from|with|via)|gesendet (?:von|mit|[uü]ber)|enviado (?:desde|do|de|con|com|via|pelo|a partir)|envoy[ée] (?:d|avec|[àa] partir|via)"
    rf"|inviato (?:d[ae]|con|tramite)|provenance ?:){_PROGRAM}|von meinem .{{2,30}} gesendet|diese nachricht wurde von meinem"
    r"|(?:get|holen sie sich|t[ée]l[ée]charger|obtenir|obtener|obter|scarica|ottieni) outlook (?:for|f[uü]r|pour|para|per)\b)[^\n]*"
)
"""A phone or a program names itself: both the verb and the device, so that "sent with the wrong label" stays."""

DISCLAIMER = (
    r"^[ \t*]{0,9}(?:this (?:e-?mail|message)(?: and any| is (?:confidential|intended)| may contain| contains (?:confidential|privileged)|,? including)"
    r"|the (?:information|contents?) (?:contained )?in this (?:e-?mail|message|communication|transmission)|(?:confidentiality|disclaimer|legal notice)\b[^\n]{0,20}:"
    r"|diese (?:e-?mail|nachricht) (?:und (?:alle )?(?:etwaige )?anh|enth[aä]lt vertraulich|ist (?:ausschlie|vertraulich)|kann vertraulich)|der inhalt dieser e-?mail"
    r"|este (?:mensaje|correo)[^\n]{0,60}(?:confidencial|destinatario|anexos? puede|archivos? adjunt)|la informaci[oó]n contenida en este"
    r"|ce (?:message|courriel|mail)[^\n]{0,60}(?:confidenti|destinataire)|les informations contenues dans ce"
    r"|esta (?:mensagem|e-?mail)[^\n]{0,60}(?:confidencia|destinat)|as informa[cç][oõ]es contidas nest"
    r"|(?:questo messaggio|questa e-?mail|il presente messaggio)[^\n]{0,60}(?:riservat|confidenzial|destinat)|le informazioni contenute in quest"
    r"|(?:this (?:e-?mail|message)|diese (?:e-?mail|nachricht)|este (?:correo|mensaje)|ce (?:courriel|message)|questa e-?mail|este e-?mail) (?:has been|was|wurde|ha sido|a [ée]t[ée]|[eè] stata|foi) [^\n]{0,40}(?:virus|vir[ae]n|avast|antivir)"
    # not every law is the lawyers': "under the GDPR I ask you to delete my data" is the writer's own
    r"|(?:ai sensi d|en cumplimiento d|de conformidad con|conform[ée]ment [àa]|nos termos d|ao abrigo d|gem[äa](?:ß|ss) |pursuant to|in accordance with)[^\n]{0,160}(?:(?:quest[oa]|present[ei]|este|esta|ce|cette|present|diese[rnms]?|this) (?:messaggio|comunicazione|e-?mail|mail|mensaje|correo|mensagem|message|courriel|nachricht))\b"
    r"|avis (?:de confidentialit|important)|aviso (?:de confidencialidad|legal)|avviso di riservatezza)"
)
"""Where the lawyers begin: nothing of the writer's comes after it."""

NOTICE = (
    r"^[ \t*\[]{0,9}(?:caution|external(?: e-?mail| sender)?|warning|achtung|vorsicht|attention|atenci[oó]n|aten[cç][aã]o|attenzione|extern(?:e e-?mail)?)\b[\]:*! \t-]{1,4}"
    r"(?=[^\n]{0,120}(?:e-?mail|message|sender|nachricht|absender|courriel|exp[ée]diteur|correo|mensaje|remitente|mensagem|remetente|messaggio|mittente))"
    r"[^\n]{0,80}(?:outside|external|extern|au[sß]{1,2}erhalb|ext[ée]rieur|exterior|fuera de|esterno|fora d)[^\n]*(?:\n[ \t]{0,9}\S[^\n]*){0,3}"
    r"|^[ \t]{0,9}(?:ref:_?\w{4,20}\.?_\w{4,24}:ref|thread::[\w-]{6,40}::?)[ \t]*$"
    r"|^[^\n]{0,20}\b(?:(?:please |think |pensez |antes |prima |bitte |por favor )[^\n]{0,60}(?:before printing|avant d'imprimer|antes de imprimir|prima di stampare|bevor sie (?:diese|die) [^\n]{0,20}(?:ausdruck|druck))"
    r"|(?:before printing|avant d'imprimer|antes de imprimir|prima di stampare) (?:this|cet?t?e?|este|esta|quest[ao]) ?(?:e-?mail|mail|correo|mensaje|mensagem|messaggio|courriel|message)"
    r"|(?:this|our) (?:inbox|mailbox|address|e-?mail address) is not (?:monitored|read)|dieses postfach wird nicht"
    r"|consider the environment|virus[- ]free\.|(?:do not|don't) reply to this (?:e-?mail|message)|auf diese (?:e-?mail|nachricht) (?:kann|bitte) nicht|antworten sie (?:bitte )?nicht auf diese"
    r"|no responda a este|ne (?:pas )?r[ée]pond(?:re|ez)(?: pas)? [àa] ce|n[aã]o responda a est|non rispond\w+ a quest)[^\n]*"
    r"|^[ \t]{0,9}(?-i:(?:[A-ZÀ-Þ0-9&][\w&.'-]{0,30} ){1,5}(?:Ltd|Limited|PLC|plc|LLC|Inc|GmbH|AG|KG|SE|SA|S\.A|SAS|SARL|SL|S\.L|SRL|S\.r\.l|SpA|S\.p\.A|Lda)\b)"
    r"(?=[^\n]*\b(?:registered (?:office|in )|company (?:no|number|registration)|sitz der gesellschaft|registergericht|amtsgericht|hr[ab] \d|gesch[aä]ftsf[uü]hr"
    r"|rcs [a-z]|siret|capital (?:social|de)|registro mercantil|cif\b|p\. ?iva|partita iva|capitale sociale|sede (?:legale|social)|nipc|vat (?:no|reg|id)))[^\n]*$"
    r"|^[ \t]{0,9}(?:gesch[äa]ftsf[üu]hr(?:er(?:in)?|ung)|vorstand|vorsitzende[rn]? des aufsichtsrats|sitz der gesellschaft)[ \t]?:[^\n]{0,200}$"
    r"|^[ \t]{0,9}(?:amtsgericht|registergericht|handelsregister)\b[^\n]{0,60}\bhr[ab][ :]{0,2}\d[^\n]*$"
    r"|^[ \t]{0,9}(?:registered in (?:england|scotland|wales|ireland)\b[^\n]{0,60}(?:no|number)\b|inscrita? en el registro mercantil\b|matriculada na c|(?:sas|sarl|sa|sasu) au capital\b|rcs [a-zé]{2,20} [\d ]{9,}|capitale sociale\b[^\n]{0,80}(?:rea|iva)\b)[^\n]*$"
)
"""
What mail servers and shops add to every mail: a warning on top, a thread's mark, a plea for trees, "do not reply", and
the company's line for the register: its name first, its form, and what only a register asks for.
"""

_REGARDS = (
    r"(?:kind|best|warm|many|with kind|with best)?[ \t]*regards|yours (?:sincerely|faithfully|truly)|sincerely|best(?=,)"
    r"|cheers|best wishes|(?:un )?(?:cordial |afectuoso )?saludos?(?: cordial(?:es)?)?|atentamente|atte?\.|un abrazo|mfg|[lvb]g"
    r"|(?:mit )?(?:freundlich|viel|lieb|best|herzlich|sch[oö]n)en? gr[uü](?:ß|ss)en?(?: aus (?:de[mr] )?\w{2,20})?|einen sch[oö]nen tag(?: noch)?"
    r"|(?:bien )?cordialement|bien [aà] vous|(?:sinc[eè]res )?salutations|(?:bonne|belle) (?:journ[ée]e|soir[ée]e)"
    r"|(?:com os (?:meus )?(?:melhores )?)?cumprimentos|atenciosamente|abra[cç]os?|(?:cordiali|distinti|cari) saluti|un (?:cordiale|caro) saluto|cordialmente|buona (?:giornata|serata)"
)
_THANKS_AND = (
    r"(?:(?:many |best )?thanks (?:and|&)|(?:vielen |besten |herzlichen )?dank (?:und|&)|(?:muchas )?gracias (?:y|de antemano y)|merci (?:beaucoup |d'avance )?et"
    r"|(?:muito )?obrigad[oa] e|grazie (?:mille )?e)[ \t]+"
)
CLOSING = rf"^[ \t]{{0,9}}(?:{_THANKS_AND})?(?:{_REGARDS})(?:[ \t]*[,.!]*[ \t]*$|[,.!]*[ \t]+(?-i:[A-ZÀ-Þ][\w'.-]*(?: [A-ZÀ-Þ][\w'.-]*){{0,3}})[ \t]*$)"
"""The goodbye, alone on its line or with a name. Thanks alone are none: they may be meant."""

SIGNED = (
    r"^[ \t]{0,9}(?:many |best |vielen |muchas |mille )?(?:thanks|thank you|thx|gracias|danke|dank|merci|obrigad[oa]|grazie)(?: [^\n]{1,20})?[,.!]{0,3}[ \t]*\n"
    r"(?:[^\n]{0,60}\n){1,4}?(?P<line>[^\n|·•]{1,60}(?:[ \t][|·•][ \t][^\n|·•]{1,60}){1,6}$)"
)
"""Thanks, a name, and a line of what a company puts below its letters, with bars in it."""
REACHED = r"(?:\+|\b00?)\d[\d ()/.-]{7,20}|www\.|https?:|@\w|\.(?:com|de|es|fr|pt|it|net|org|eu|co\.uk)\b"
"""How somebody can be reached: a line with bars that holds it is no list of goods."""

POSTSCRIPT = (
    r"^[ \t]{0,9}(?:p\.s\.|p\.d\.|n\.b\.|(?:ps|pd|nb|post ?scriptum)[ \t]?[:.)-])[ \t]*(?=(?:[^\s]+[ \t]+){3}[^\s])"
)
OWN_QUESTION = r"\n[ \t]*\n[ \t]{0,9}(?P<asked>(?![^\n]{0,60}\b(?:how (?:did|was|are|do) (?:we|our|you rate)|questions\?|need (?:more )?help|did you know|happy with|satisfied|zufrieden|(?:haben sie|noch|weitere) fragen|schon gewusst|satisf\w+|preguntas\?|questions \?|d[úu]vidas\?|domande\?|besoin d'aide|necesitas ayuda|precisa de ajuda|hai bisogno))(?:[^\s?]+[ \t]+){2,40}[^\s?]+[ \t]?\?)[ \t\n]*\Z"
"""A question below the name, as the last words of a mail: the writer thought of it late; surveys ask there as well."""
