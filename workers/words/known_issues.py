"""What a text is compared by, in folded text: words of letters, and the codes of errors, models and versions."""

_CODE = r"[a-z]{1,10}[-_]?\d{1,4}[a-z]?|\d{1,2}(?:\.\d{1,2}){1,3}"
"""An error ("f-31", "err_504"), a model ("h9"), a voucher ("plus-12"), a version ("6.2"); no order, no amount."""

PIECES = rf"(?<![\w.,£€$-])(?:{_CODE})(?![\w%€£$]|[.,-]\w| ?(?:eur|usd|gbp)\b)|[^\W\d_]{{3,}}"
