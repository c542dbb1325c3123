"""
Connections and their credentials, encrypted at rest.

The key comes from the environment and is never stored. Several keys may be given: the first one encrypts, all of them
decrypt, so a key is replaced by putting the new one in front and running `sidelight rotate`.
"""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from sqlalchemy import Connection as Tx
from sqlalchemy import delete, select, update

from integration.connection import Connection
from integration.errors import CredentialError
from integration.store.sql import upsert
from integration.store.tables import connection


class _Secrets(msgspec.Struct, frozen=True):
    credential: dict[str, str]
    webhook_secrets: tuple[str, ...] = ()


def new_key() -> str:
    """Return a fresh key for SIDELIGHT_KEYS."""
    return Fernet.generate_key().decode()


class Vault:
    """Encrypts and decrypts what signs us in."""

    def __init__(self, keys: Sequence[str]) -> None:
        try:
            self._fernet = MultiFernet([Fernet(key) for key in keys]) if keys else None
        except ValueError as error:
            raise CredentialError("SIDELIGHT_KEYS: is no list of keys; make one with `sidelight key`.") from error

    def save(self, tx: Tx, noun: Connection, now: datetime) -> None:
        """Store a connection; what was stored for it before is replaced."""
        secrets = _Secrets(dict(noun.credential), noun.webhook_secrets)
        row = {
            "id": noun.id,
            "kind": noun.kind,
            "address": noun.address,
            "secrets": self._cipher().encrypt(msgspec.json.encode(secrets)),
            "backfill_from": noun.backfill_from,
            "created_at": now,
        }
        upsert(tx, connection, [row])

    def load(self, tx: Tx) -> list[Connection]:
        """Return all connections, in the order of their ids."""
        rows = tx.execute(select(connection).order_by(connection.c.id)).all()
        found = []
        for row in rows:
            secrets = self._open(row.id, row.secrets)
            found.append(
                Connection(
                    id=row.id,
                    kind=row.kind,
                    address=row.address,
                    credential=secrets.credential,
                    webhook_secrets=secrets.webhook_secrets,
                    backfill_from=row.backfill_from,
                )
            )
        return found

    def rotate(self, tx: Tx) -> int:
        """Encrypt every connection's secrets again with the first key; return how many."""
        rows = tx.execute(select(connection.c.id, connection.c.secrets)).all()
        for row in rows:
            self._open(row.id, row.secrets)
            fresh = self._cipher().rotate(row.secrets)
            tx.execute(update(connection).where(connection.c.id == row.id).values(secrets=fresh))
        return len(rows)

    def _open(self, connection_id: str, secrets: bytes) -> _Secrets:
        try:
            return msgspec.json.decode(self._cipher().decrypt(secrets), type=_Secrets)
        except InvalidToken as error:
            raise CredentialError(
                f"{connection_id}: its credential was encrypted with a key that is not in SIDELIGHT_KEYS;"
                " add that key, or connect again."
            ) from error

    def _cipher(self) -> MultiFernet:
        if self._fernet is None:
            raise CredentialError("SIDELIGHT_KEYS: is not set; make a key with `sidelight key` and keep it safe.")
        return self._fernet


def connection_ids(tx: Tx) -> list[str]:
    """Return the ids of all connections; needs no key."""
    return list(tx.execute(select(connection.c.id).order_by(connection.c.id)).scalars())


def forget(tx: Tx, connection_id: str) -> None:
    """Remove a connection's row with its secrets."""
    tx.execute(delete(connection).where(connection.c.id == connection_id))
