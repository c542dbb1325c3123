"""
Which contacts are the same customer: what identifies a person, and nothing that only describes one.

Two contacts are one customer if they share a key; the store unites them. Names are never keys, since two people share
them; neither are shared mailboxes, nor what belongs to a team.
"""

import re
from dataclasses import dataclass
from typing import Final

import phonenumbers

from integration.model import Contact, Role
from workers.words.mailboxes import FORWARDED, PLACEHOLDER_DOMAINS, REGIONS, SHARED_MAILBOXES


@dataclass(frozen=True, slots=True, order=True)
class IdentityKey:
    """
    One thing that identifies a person; `value` is normalised.

    `kind` is email, phone or external_id; or merged, and `value` the contact that the helpdesk merged this one into.
    """

    kind: str
    value: str


_EMAIL: Final = re.compile(r"[^@\s<>\"',;]+@[^@\s<>\"',;]+\.[^@\s<>\"',;.]{2,}")
_REWRITTEN: Final = re.compile(FORWARDED)
_MIN_PHONE_DIGITS: Final = 7
_COMPANY_NUMBERS: Final = frozenset(
    {
        phonenumbers.PhoneNumberType.TOLL_FREE,
        phonenumbers.PhoneNumberType.PREMIUM_RATE,
        phonenumbers.PhoneNumberType.SHARED_COST,
        phonenumbers.PhoneNumberType.UAN,
        phonenumbers.PhoneNumberType.VOICEMAIL,
    }
)
"""Kinds of numbers that no person has."""


def identity_keys(contact: Contact) -> tuple[IdentityKey, ...]:
    """
    Return what identifies a customer, sorted; nothing for agents, bots and deleted contacts.

    One that was merged into another is that other's, by nothing but the merge: its own addresses went with it.

    An external id counts across connections: it is the company's own number for the person.
    """
    if contact.role != Role.CUSTOMER:
        return ()
    if contact.merged_into is not None:
        return (IdentityKey("merged", str(contact.merged_into)),)
    if contact.deleted:
        return ()
    keys = {IdentityKey("email", e) for e in map(normal_email, contact.emails) if e}
    region = REGIONS.get((contact.language or "").lower())
    keys |= {IdentityKey("phone", p) for p in (normal_phone(p, region) for p in contact.phones) if p}
    keys |= {IdentityKey("external_id", x.strip()) for x in contact.external_ids if x.strip()}
    return tuple(sorted(keys))


def normal_email(address: str) -> str | None:
    """
    Return an address in the form in which two spellings are one; None where it is nobody's own.

    Nobody's own are shared mailboxes, and what a mail server writes in the place of a sender whose mail it forwards.

    Case never matters in practice; a "+tag" is the owner's own label. Dots are kept: only one provider ignores them,
    and a wrong union of two people is worse than a missed one.
    """
    address = address.strip().removeprefix("mailto:").casefold()
    if not _EMAIL.fullmatch(address):
        return None
    local, _, domain = address.rpartition("@")
    if _REWRITTEN.match(local):
        return None
    local = local.partition("+")[0]
    if not local or _is_shared(local) or domain in PLACEHOLDER_DOMAINS:
        return None
    return f"{local}@{domain}"


def normal_phone(number: str, region: str | None) -> str | None:
    """
    Return a number in E.164, with ";ext=" where it has an extension; None where it cannot be a person's.

    It cannot where it is no number, its country cannot be told, or nobody but a company has such numbers (free calls).

    Args:
        number: As the helpdesk has it.
        region: ISO 3166 code of the country that a number without "+" belongs to; None where it is unknown.
    """
    digits = "".join(c for c in number if c.isdigit())
    if len(digits) < _MIN_PHONE_DIGITS or len(set(digits)) <= 2:  # noqa: PLR2004 - 0000000, 1212121: placeholders
        return None
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(parsed) or phonenumbers.number_type(parsed) in _COMPANY_NUMBERS:
        return None
    number = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    # behind a switchboard the extension is the person
    return f"{number};ext={parsed.extension}" if parsed.extension else number


def _is_shared(local: str) -> bool:
    words = re.split(r"[._-]", local)
    return local in SHARED_MAILBOXES or (len(words) > 1 and all(w in SHARED_MAILBOXES or w.isdigit() for w in words))
