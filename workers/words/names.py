"""How people give their names and addresses, in the six languages."""

# ruff: noqa: E501 - tables: one line a thought, however many words it has

SAYS_NAME = (
    r"(?:my (?:full |own |real |first |last )?name(?: is|'s|:)|(?:^|(?<=[.,!;\n] ))name(?: is|:)|mi nombre(?: completo)?(?: es|:)|me llamo|(?:^|(?<=\n))nombre:|(?:mein )?name (?:ist|lautet)|name:|ich hei(?:ß|ss)e|je m'appelle|je me nomme"
    r"|mon nom est|nom:|(?:o )?meu nome (?:completo )?e|chamo-me|me chamo|nome:|mi chiamo|il mio nome e)"
)
"""Folded; a name follows for certain."""
BOOKED_FOR = r"(?:(?:under|in|for) the name(?: of| is)?|a nombre de|auf den namen|au nom de|em nome de|a nome(?: di)?)"
"""Folded; a name follows, of whoever it is booked for."""
IS_NAME = (
    r"(?:i'?m|i am|it'?s(?: still)?|it is|this is(?: still)?|still|soy|yo soy|ich bin|hier (?:ist|spricht|schreibt)|je suis|c'est|sou (?:o|a)|sou|fala (?:o|a)|aqui (?:e|fala)(?: o| a)?|sono|qui e|habla|le habla|le escribe)"
)
"""Folded; a name may follow, or whatever else a person is."""
AFTER_NAME = r"(?:\s*(?:[.,!;:)\n/-]|$)|\s+(?:and|from|here|calling|writing|with|i|at|again|und|von|aus|y|de|desde|et|e|da|di|del|\d))"
"""What may follow a name of one word (folded)."""
NO_NAMES = frozenset(
    "about the a an not my for regarding in to is un una de el ok okay sorry sure yes no hi hello hey well still just so very really now here from at on off out up it he she we you they i and but or"
    " monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today tomorrow"
    " english british american german french spanish italian portuguese irish scottish dutch swiss austrian european indian chinese japanese aleman alemana espanol francais allemand italiano portugues deutscher deutsche"
    " kunde kundin mieter mieterin student studentin lehrer lehrerin rentner rentnerin cliente client customer member prime premium vegan vegetarian jewish muslim christian catholic"
    " oops ouch wow ah oh uh um hmm lol omg damn shit gosh jesus god ha haha whatever actually anyway would do does did is are was were have has had should may might will if this that there then my your some any all one moment wait hold forgot what why who when where nope yep yeah none nobody nothing anyone anything never maybe please can could how let great perfect cool fine nice good"
    " windows linux android chrome firefox safari iphone covid error urgent mr mrs ms dr herr frau senor senora monsieur madame signor signora"
    " guten good buenos buenas bonjour buongiorno bom boa hallo thanks thank danke gracias merci obrigado grazie".split()
)
"""Folded first words that are no names after "I am" or "this is"."""

STREET_FIRST = (
    r"(?:calle|c/|avenida|avda\.?|av\.|plaza|paseo|carretera|ronda|travesia|rua|travessa|praca|largo|estrada|alameda|via|viale|piazza|corso|vicolo)"
    r" (?:d[aeiou]l?l?[aeo]?s? |do |dos |das |della? |dei )?[^\W\d_][^\d\n,;.!?]{1,38}?,? ?(?:n[o°.]+ ?|numero )?\d{1,4}(?!\d|[.:,]\d|%)(?:[ /-]?[a-z]\b)?(?:,? ?\d{1,2}[o°a](?: ?[a-z]{1,5})?\b)?"
    r"(?:,? ?(?:\d{5}|\d{4}-\d{3})(?: [^\W\d_][\w' -]{1,25})?)?"
)
"""Street before number: Spanish, Portuguese, Italian; folded."""
NUMBER_FIRST = (
    r"\b\d{1,5}[a-z]?(?: bis| ter)?(?:,? (?:rue|avenue|boulevard|bd|place|chemin|allee|impasse|quai|cours) (?:d[eu]s? |de la |de l')?[^\W\d_][^\d\n,;.!?]{1,38}?(?=[,;.!?\n]|$| \d{5})"
    r"| (?:[^\W\d_][\w'.-]* ){1,4}?(?:street|st|road|rd|avenue|ave|lane|ln|drive|close|court|terrace|gardens|boulevard|blvd|crescent|row|mews|grove|square|way|place|hill)\b\.?)"
    r"(?:,? ?\d{5} [^\W\d_][\w' -]{1,25}|(?:,? [^\W\d_][\w' -]{1,25}){0,2}?,? [a-z]{1,2}\d[\da-z]? ?\d[a-z]{2}\b|(?:, [^\W\d_][\w' -]{1,20}){1,2},? [a-z]{2} \d{5}\b)?"
)
"""Number before street: English and French; folded."""
GERMAN_STREET = (
    r"\b[^\W\d_][\w.-]{2,28}(?:strasse|straße|str\.|weg|platz|allee|gasse|damm|ufer|ring) \d{1,4} ?[a-z]?\b(?:, ?\d{5} [^\W\d_][\w-]{1,25})?"
)
POSTCODES = (
    r"\b(?:[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2})\b"
    r"|(?i:(?<=postcode )|(?<=post code )|(?<=zip )|(?<=zip code )|(?<=codigo postal )|(?<=plz )|(?<=postleitzahl )|(?<=code postal )|(?<=cap ))\d{4,5}(?:-\d{3})?\b"
)
"""A British postcode stands for itself; others after their name. As written, not folded."""
