"""What each kind of fact is called, in notes and in flags. A test holds the table to the kinds that are found."""

from typing import Final

from integration.saying import Saying

FACT_NAMES: Final = {
    "address": "address",
    "amount": "amount",
    "booking_number": "booking number",
    "browser": "browser",
    "card_last4": "last four digits of the card",
    "card_number": "card number",
    "claim_number": "case number",
    "code": "security code",
    "contract_number": "contract number",
    "customer_number": "customer number",
    "date": "date",
    "date_of_birth": "date of birth",
    "day": "day",
    "decision": "decision",
    "description": "what the problem is",
    "device": "device",
    "doctor": "doctor",
    "document": "document",
    "email": "e-mail address",
    "end_time": "until when",
    "error_message": "error",
    "host": "host",
    "iban": "bank account number",
    "invoice_number": "invoice number",
    "item": "product or page",
    "location": "where it is",
    "mileage": "mileage",
    "name": "name",
    "national_id": "number of an identity document",
    "number": "number",
    "order_number": "order number",
    "other": "the same question",
    "password": "password",
    "phone": "phone number",
    "photo": "photo",
    "pin": "PIN",
    "place": "place",
    "place_from": "where from",
    "place_to": "where to",
    "postcode": "postcode",
    "price_range": "price range",
    "quantity": "how many",
    "reference": "reference",
    "room_number": "room number",
    "security_answer": "answer to a security question",
    "serial_number": "serial number",
    "step_tried": "steps tried",
    "symptom": "symptoms",
    "time": "time",
    "tracking_number": "tracking number",
    "version": "version",
    "when": "when",
}


def fact_name(saying: Saying, kind: str) -> str:
    """Return what a kind of fact is called; one that an older reading left, by its code."""
    known = FACT_NAMES.get(kind)
    return saying.say(known) if known else kind.replace("_", " ")
