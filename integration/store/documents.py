"""Model objects to and from the JSON documents in the tables."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any, TypeVar

import msgspec

from integration.model import Ticket

T = TypeVar("T")

_encoder = msgspec.json.Encoder(order="deterministic")
_decoders: dict[type, msgspec.json.Decoder[Any]] = {}
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def encode(noun: object) -> str:
    """Return the JSON text of a model object; the same object gives the same text."""
    try:
        return _encoder.encode(noun).decode()
    except UnicodeEncodeError:
        # half of a surrogate pair, left where a vendor cut a text: no database keeps it, and the rest is worth keeping
        mended = msgspec.convert(_mended(msgspec.to_builtins(noun)), type(noun))
        return _encoder.encode(mended).decode()


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, dict):
        return {name: _mended(part) for name, part in value.items()}
    return [_mended(part) for part in value] if isinstance(value, list | tuple) else value


def decode(kind: type[T], text: str) -> T:
    """Return the model object of class `kind` that `encode` wrote."""
    decoder = _decoders.get(kind)
    if decoder is None:
        decoder = _decoders[kind] = msgspec.json.Decoder(kind)
    found: T = decoder.decode(text)
    return found


def digest(text: str) -> str:
    """Return 32 hex digits that stand for `text`."""
    return blake2b(text.encode(), digest_size=16).hexdigest()


def ticket_digest(ticket: Ticket) -> str:
    """
    Return the digest of what assessing depends on.

    The last-change stamps are left out: our own write moves them, and that must not count as news.
    """
    return digest(encode(replace(ticket, updated_at=_LONG_AGO, stamp=None)))
