"""
Which contacts are the same customer: what identifies a person, and nothing that only describes one.

Two contacts are one customer if they share a key; the store unites them. Names are never keys, since two people share
them; neither are shared mailboxes, nor what belongs to a team.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

import phonenumbers

from integration.model import Contact, Role
from workers.words.mailboxes import (
    ALSO_OF_PERSONS,
    FORWARDED,
    NO_VALUES,
    PLACEHOLDER_DOMAINS,
    REGIONS,
    SAME_DOMAINS,
    SHARED_MAILBOXES,
)


class IdentityKey(NamedTuple):
    """
    One thing that identifies a person; `value` is normalised.

    `kind` is email, phone or external_id; or merged, and `value` the contact that the helpdesk merged this one into.
    """

    kind: str
    value: str


_EMAIL: Final = re.compile(r"[^@\s<>\"',;]+@[^@\s<>\"',;]+\.[^@\s<>\"',;.]{2,}")
_INTERNATIONAL: Final = re.compile(r"\+[1-9][0-9]{6,14}")
_REWRITTEN: Final = re.compile(FORWARDED)
_DIALLED: Final = re.compile(r"[\s(]*0[\s)-]*0[\s)/-]*(?=[1-9])")
"""How a "+" is dialled in most countries."""
_MIN_PHONE_DIGITS: Final = 7
_MIN_ID_CHARACTERS: Final = 3
_SEPARATORS: Final = re.compile(r"[\W_]+")
_SHORTEST_HALF: Final = 4
"""Letters of a word from which it may be one half of a mailbox's name."""
_COMPANY_NUMBERS: Final = frozenset(
    {
        phonenumbers.PhoneNumberType.TOLL_FREE,
        phonenumbers.PhoneNumberType.PREMIUM_RATE,
        phonenumbers.PhoneNumberType.SHARED_COST,
        phonenumbers.PhoneNumberType.UAN,
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
    keys |= {IdentityKey("external_id", x.strip()) for x in contact.external_ids if _is_own_id(x)}
    return tuple(sorted(keys))


def normal_email(address: str) -> str | None:
    """
    Return an address in the form in which two spellings are one; None where it is nobody's own.

    Nobody's own are shared mailboxes, and what a mail server writes in the place of a sender whose mail it forwards.

    Case never matters in practice; a "+tag" is the owner's own label. Dots are kept: only one provider ignores them,
    and a wrong union of two people is worse than a missed one. A domain of other letters is written as it is looked up.
    """
    address = unicodedata.normalize("NFC", address.strip()).lower().removeprefix("mailto:")
    if not _EMAIL.fullmatch(address):
        return None
    local, _, domain = address.rpartition("@")
    if _REWRITTEN.match(local):
        return None
    local = local.partition("+")[0]
    domain = ".".join(map(_looked_up, domain.split(".")))
    if not local or _is_shared(local) or domain in PLACEHOLDER_DOMAINS:
        return None
    return f"{local}@{SAME_DOMAINS.get(domain, domain)}"


def _looked_up(label: str) -> str:
    """Return one part of a domain as servers look it up; not by Python's own codec, to which "ß" is "ss"."""
    return label if label.isascii() else f"xn--{label.encode('punycode').decode()}"


def normal_phone(number: str, region: str | None) -> str | None:
    """
    Return a number in E.164, with ";ext=" where it has an extension; None where it cannot be a person's.

    It cannot where it is no number, its country cannot be told, or nobody but a company has such numbers (free calls).

    Args:
        number: As the helpdesk has it.
        region: ISO 3166 code of the country that a number without "+" belongs to; None where it is unknown.
    """
    if _INTERNATIONAL.fullmatch(number) and (known := _international(number[1:])) is not None:
        return number if known else None
    digits = "".join(c for c in number if c.isdigit())
    if len(digits) < _MIN_PHONE_DIGITS or len(set(digits)) <= 2:  # noqa: PLR2004 - 0000000, 1212121: placeholders
        return None
    parsed = _parsed(number, region)
    if parsed is None and (dialled := _DIALLED.match(number)):
        # Many countries' numbers are "possible" at many lengths: what is only guessed to be one must be valid.
        parsed = _parsed(f"+{number[dialled.end() :]}", None)
        parsed = parsed if parsed and phonenumbers.is_valid_number(parsed) else None
    if parsed is None or phonenumbers.number_type(parsed) in _COMPANY_NUMBERS:
        return None
    number = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    # behind a switchboard the extension is the person
    return f"{number};ext={parsed.extension}" if parsed.extension else number


def _parsed(number: str, region: str | None) -> phonenumbers.PhoneNumber | None:
    """Return a number as the library reads it; None where it is no possible one."""
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None
    return parsed if phonenumbers.is_possible_number(parsed) else None


def _international(digits: str) -> bool | None:
    """
    Return whether a country code and a national number are possible together; None where the library must read them.

    Most numbers are in this form already, and reading one takes the library longer than all else that is done with its
    owner. It must where the national number may begin with a prefix that is dialled inside the country.
    """
    for length in (1, 2, 3):
        rules = _rules_of(int(digits[:length]))
        if rules is not None:
            national = digits[length:]
            if national[0] == "0" or rules.special.match(national) or len(set(digits)) <= 2:  # noqa: PLR2004 - as below
                return None
            return len(national) in rules.lengths
    return None


class _Rules(NamedTuple):
    """A country's numbers: how long they may be, and which the library itself must look at."""

    lengths: frozenset[int]
    special: re.Pattern[str]
    """A prefix that is dialled inside the country, or a whole number that no person has."""


@lru_cache(maxsize=1000)
def _rules_of(code: int) -> _Rules | None:
    """Return the rules of a country code; None where it is none."""
    regions = phonenumbers.COUNTRY_CODE_TO_REGION_CODE.get(code)
    if not regions:
        return None
    metadata = phonenumbers.PhoneMetadata.metadata_for_region_or_calling_code(code, regions[0])
    if metadata is None or metadata.general_desc is None:
        return None
    general = metadata.general_desc
    # countries share a code ("+1"), and each has company numbers of its own
    sharing = (phonenumbers.PhoneMetadata.metadata_for_region_or_calling_code(code, region) for region in regions)
    companies = [kind for one in sharing if one for kind in (one.toll_free, one.premium_rate, one.shared_cost, one.uan)]
    patterns = [f"(?:{kind.national_number_pattern})$" for kind in companies if kind and kind.national_number_pattern]
    patterns += [metadata.national_prefix_for_parsing] if metadata.national_prefix_for_parsing else []
    lengths = frozenset((*general.possible_length, *general.possible_length_local_only))
    return _Rules(lengths, re.compile("|".join(f"(?:{p})" for p in patterns) if patterns else r"(?!)"))


def _is_own_id(external_id: str) -> bool:
    """
    Whether an external id can be one person's: not too short, and nothing that is written where there is none.

    Words without a figure ("no id yet", "Ana Ruiz") are a remark, or a name, which identifies nobody.
    """
    plain = _SEPARATORS.sub("", external_id.casefold())
    if " " in external_id.strip() and not any(map(str.isdigit, plain)):
        return False
    return len(plain) >= _MIN_ID_CHARACTERS and plain not in NO_VALUES and len(set(plain)) > 1


def _is_shared(local: str) -> bool:
    """Whether a local part is a mailbox of many: its words as one or one by one, whatever figures follow them."""
    words = [word for part in re.split(r"[._-]+", local) if (word := part.strip("0123456789"))]
    plain = "".join(words)
    if not words:
        return False
    if plain in NO_VALUES or _names_a_mailbox(plain) or all(word in SHARED_MAILBOXES for word in words):
        return True
    # "info.berlin", "berlin-office": a place, a branch, or a person behind a door that others open, too
    return any(word in SHARED_MAILBOXES and word not in ALSO_OF_PERSONS for word in words)


def _names_a_mailbox(plain: str) -> bool:
    """Whether a word, or two of them in one ("salesteam"), names a mailbox of many."""
    if plain in SHARED_MAILBOXES:
        return True
    cuts = range(_SHORTEST_HALF, len(plain) - _SHORTEST_HALF + 1)
    return any(plain[:cut] in SHARED_MAILBOXES and plain[cut:] in SHARED_MAILBOXES for cut in cuts)
