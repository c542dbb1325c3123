"""Model objects to and from the JSON documents in the tables."""

from hashlib import blake2b
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

_encoder = msgspec.json.Encoder(order="deterministic")
_decoders: dict[type, msgspec.json.Decoder[Any]] = {}
_CHANGED, _STAMP = ',"updated_at":"', ',"stamp":'
"""Where a document holds when its noun was last changed. Within texts, quotes are escaped: there these cannot stand."""


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


def ticket_digest(text: str) -> str:
    """
    Return the digest of what assessing depends on in a ticket's document.

    The last-change stamps are left out: our own write moves them, and that must not count as news.
    """
    changed = text.index(_CHANGED)
    after = text.index('"', changed + len(_CHANGED))
    return digest(text[:changed] + text[after : text.rindex(_STAMP)])


def without_change_time(text: str) -> str:
    """Return a contact's document without the time of its last change, which is its last attribute."""
    found = text.rfind(_CHANGED)
    return text if found < 0 else text[:found] + ',"updated_at":null}'
