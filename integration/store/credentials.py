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
from integration.store.tables import connection, token


class _Secrets(msgspec.Struct, frozen=True):
    credential: dict[str, str]
    webhook_secrets: tuple[str, ...] = ()
    old_secrets_until: datetime | None = None


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
        secrets = _Secrets(dict(noun.credential), noun.webhook_secrets, noun.old_secrets_until)
        row = {
            "id": noun.id,
            "kind": noun.kind,
            "address": noun.address,
            "secrets": self._cipher().encrypt(msgspec.json.encode(secrets)),
            "backfill_from": noun.backfill_from,
            "created_at": now,
            "leaving": False,
        }
        upsert(tx, connection, [row])

    def load(self, tx: Tx, *, leaving: bool = False) -> list[Connection]:
        """Return all connections, or those that are being disconnected, in the order of their ids."""
        mine = connection.c.leaving.is_(leaving)
        rows = tx.execute(select(connection).where(mine).order_by(connection.c.id)).all()
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
                    old_secrets_until=secrets.old_secrets_until,
                    backfill_from=row.backfill_from,
                )
            )
        return found

    def rotate(self, tx: Tx) -> int:
        """Encrypt every connection's secrets and tokens again with the first key; return how many connections."""
        rows = tx.execute(select(connection.c.id, connection.c.secrets)).all()
        for row in rows:
            self._open(row.id, row.secrets)
            fresh = self._cipher().rotate(row.secrets)
            tx.execute(update(connection).where(connection.c.id == row.id).values(secrets=fresh))
        for row in tx.execute(select(token).with_for_update()).all():
            self.unseal(row.connection, row.secrets)
            fresh = self._cipher().rotate(row.secrets)
            tx.execute(update(token).where(token.c.connection == row.connection).values(secrets=fresh))
        return len(rows)

    def seal(self, text: str) -> bytes:
        """Encrypt a text."""
        return self._cipher().encrypt(text.encode())

    def unseal(self, connection_id: str, sealed: bytes) -> str:
        """Return a text that `seal` encrypted; CredentialError where its key is missing."""
        return self._decrypt(connection_id, sealed).decode()

    def _open(self, connection_id: str, secrets: bytes) -> _Secrets:
        return msgspec.json.decode(self._decrypt(connection_id, secrets), type=_Secrets)

    def _decrypt(self, connection_id: str, sealed: bytes) -> bytes:
        try:
            return self._cipher().decrypt(sealed)
        except InvalidToken as error:
            raise CredentialError(
                f"{connection_id}: its credential was encrypted with a key that is not in SIDELIGHT_KEYS;"
                " add that key, or connect again."
            ) from error

    def _cipher(self) -> MultiFernet:
        if self._fernet is None:
            raise CredentialError("SIDELIGHT_KEYS: is not set; make a key with `sidelight key` and keep it safe.")
        return self._fernet


def connection_ids(tx: Tx, *, leaving: bool = False) -> list[str]:
    """Return the ids of all connections, or of those that are being disconnected; needs no key."""
    mine = connection.c.leaving.is_(leaving)
    return list(tx.execute(select(connection.c.id).where(mine).order_by(connection.c.id)).scalars())


def begin_leaving(tx: Tx, connection_id: str) -> None:
    """Note that a connection is being disconnected."""
    tx.execute(update(connection).where(connection.c.id == connection_id).values(leaving=True))


def forget(tx: Tx, connection_id: str) -> None:
    """Remove a connection's row with its secrets."""
    tx.execute(delete(connection).where(connection.c.id == connection_id))
