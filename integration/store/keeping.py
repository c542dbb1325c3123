"""
Tokens and budgets of each account, shared by all workers: one row each, changed by one worker at a time.

What a row becomes is decided by whoever asks; here it is locked, handed over, and committed before anybody uses it.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from sqlalchemy import Connection as Tx
from sqlalchemy import delete, select, update

from integration.keeping import Budget, Budgets, Tokens
from integration.store.credentials import Vault
from integration.store.documents import decode, encode
from integration.store.outbox import Outbox
from integration.store.sql import insert, upsert
from integration.store.tables import budget, token

T = TypeVar("T")


class Keeping(Outbox):
    """The part of the store that keeps what workers share about an account; it is both keepers of a connector."""

    def load_tokens(self, connection: str) -> Tokens:
        """Return the tokens of a connection as they stand; CredentialError where a key is missing."""
        with self._read() as tx:
            return _load_tokens(tx, self._vault, connection)

    def change_tokens(self, connection: str, decide: Callable[[Tokens], tuple[Tokens, T]]) -> T:
        """Replace the tokens by what `decide` makes of them; committed, encrypted, before this returns."""
        with self._write() as tx:
            _lock_tokens(tx, self._vault, connection)
            known = _load_tokens(tx, self._vault, connection)
            changed, answer = decide(known)
            if changed != known:
                sealed = self._vault.seal(encode(changed))
                tx.execute(update(token).where(token.c.connection == connection).values(secrets=sealed))
        return answer

    def change_budgets(
        self, connection: str, names: Sequence[str], decide: Callable[[Budgets], tuple[Budgets, T]]
    ) -> T:
        """Replace the named budgets by what `decide` makes of those that there are."""
        with self._write() as tx:
            known = _load_budgets(tx, connection, names)
            changed, answer = decide(known)
            upsert(
                tx,
                budget,
                [
                    {"connection": connection, "name": name, "document": encode(changed[name])}
                    for name in sorted(changed)
                    if changed[name] != known.get(name)
                ],
            )
        return answer


def _lock_tokens(tx: Tx, vault: Vault, connection: str) -> None:
    """See that there is a row, and hold it until the end of the transaction."""
    row = {"connection": connection, "secrets": vault.seal(encode(Tokens()))}
    tx.execute(insert(tx, token).values(row).on_conflict_do_nothing())
    tx.execute(select(token.c.connection).where(token.c.connection == connection).with_for_update())


def _load_tokens(tx: Tx, vault: Vault, connection: str) -> Tokens:
    sealed = tx.execute(select(token.c.secrets).where(token.c.connection == connection)).scalar_one_or_none()
    return Tokens() if sealed is None else decode(Tokens, vault.unseal(connection, sealed))


def _load_budgets(tx: Tx, connection: str, names: Sequence[str]) -> dict[str, Budget]:
    """Return the budgets, held until the end of the transaction; what is not there yet is held too."""
    # in one order, so that two who ask for several never wait for each other
    for name in sorted(names):
        row = {"connection": connection, "name": name, "document": ""}
        tx.execute(insert(tx, budget).values(row).on_conflict_do_nothing())
    mine = (budget.c.connection == connection) & budget.c.name.in_(names)
    rows = tx.execute(select(budget.c.name, budget.c.document).where(mine).order_by(budget.c.name).with_for_update())
    return {row.name: decode(Budget, row.document) for row in rows if row.document}


def forget(tx: Tx, connection: str) -> None:
    """Forget tokens and budgets of a connection."""
    tx.execute(delete(token).where(token.c.connection == connection))
    tx.execute(delete(budget).where(budget.c.connection == connection))
