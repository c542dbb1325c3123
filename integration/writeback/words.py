"""Every word that a note says of its own accord, in English. A translation is another module with these names."""

TO_DO = "To do:"
DO_NOT_ASK = "Already given, please do not ask again:"
PROMISED_BY = "Promised by {when}"
PROMISED_AND_OVERDUE = "Promised by {when}, overdue"
SHORTENED = "… (shortened)"
SIGNATURE = "Written by Sidelight for your team only; the customer cannot see it."

THIS_TICKET = "this ticket"
TICKET = "ticket {number}"
TICKET_ABOUT = "ticket “{subject}”"
OTHER_TICKET = "another ticket"
SAID_BY = {"customer": "customer", "agent": "agent", "bot": "bot", "automation": "automatic message"}

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAY = "{day} {month}"
DAY_OF_OTHER_YEAR = "{day} {month} {year}"
MOMENT = "{weekday} {date}, {hour:02}:{minute:02}"

FACT_NAMES = {
    "email": "e-mail address",
    "phone": "phone number",
    "card_last4": "last four digits of the card",
    "card_number": "card number",
    "iban": "bank account number",
    "code": "security code",
    "pin": "PIN",
    "security_answer": "answer to a security question",
    "national_id": "number of an identity document",
    "error_message": "error",
    "decision": "has decided:",
    "place_from": "where from",
    "place_to": "where to",
    "quantity": "how many",
    "end_time": "until when",
    "description": "what the problem is",
}
"""Kinds of facts whose name says too little; any other kind is said as it is, with spaces."""

STEP_TRIED = "has tried “{value}”"
FACT = "{name} {values}"
FACT_HIDDEN = "{name} (given, hidden)"
AND_MORE = "and {count} more"
