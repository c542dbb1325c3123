"""One connected helpdesk account: where it is and what signs us in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Connection:
    """
    One connected helpdesk account.

    Args:
        id: `zendesk:SUBDOMAIN` or `salesforce:MY_DOMAIN`.
        kind: `zendesk` or `salesforce`.
        address: The account's own https address, without a path.
        credential: What signs us in; names depend on the kind (see each connector's docs page).
        webhook_secrets: Valid signing secrets, the newest first; two while one is being replaced.
        old_secrets_until: From then on only the newest of `webhook_secrets` is valid; None: all of them are, for good.
        backfill_from: Tickets changed before this are not read.
    """

    id: str
    kind: str
    address: str
    credential: Mapping[str, str] = field(repr=False)
    webhook_secrets: tuple[str, ...] = field(default=(), repr=False)
    old_secrets_until: datetime | None = None
    backfill_from: datetime | None = None

    def valid_secrets(self, now: datetime) -> tuple[str, ...]:
        """Return the signing secrets that a push may have at this moment."""
        ended = self.old_secrets_until is not None and now >= self.old_secrets_until
        return self.webhook_secrets[:1] if ended else self.webhook_secrets
