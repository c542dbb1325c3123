"""The store's log of what admins do, and what they have chosen in their files: applied once, whoever sees it first."""

from collections.abc import Mapping
from datetime import datetime

from integration.store import audit, cursors, jobs
from integration.store.audit import Act, Change, Choices
from integration.store.joining import Joining
from integration.store.outbox import ASSESS_LANE
from integration.store.sql import one_changes_the_rules


class Choosing(Joining):
    """The part of the store that applies an admin's rules, and lists what admins did."""

    def audit_log(self) -> list[Act]:
        """Return what admins have done, the latest first."""
        with self._read() as tx:
            return audit.load_log(tx)

    def load_choices(self) -> Choices | None:
        """Return the rules that were applied last; None where they never differed from the defaults."""
        with self._read() as tx:
            return audit.load_choices(tx)

    def apply_choices(
        self, chosen: Choices, defaults: Mapping[str, str], actor: str, now: datetime
    ) -> tuple[Change, ...]:
        """
        Log what differs from what was applied last, and let all customers be assessed anew, in one commit.

        Returns what differed: nothing where another worker has applied the same before.
        """
        with self._write() as tx:
            one_changes_the_rules(tx)
            last = audit.load_choices(tx)
            changes = audit.differences(last.values if last is not None else defaults, chosen.values)
            if changes:
                audit.write_choices(tx, chosen, changes, actor, now)
                jobs.put_each(tx, "assess", cursors.customers_with_tickets(), ASSESS_LANE, now)
        return changes
