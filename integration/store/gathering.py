"""What the store keeps over all customers: their texts, what was found with them, and what is usual."""

from collections.abc import Collection, Sequence
from datetime import datetime

from integration.model import Match, Outbreak, SolvedTicket, Text
from integration.store import formulas, jobs, outbreaks, solved
from integration.store.jobs import Job
from integration.store.leaving import Leaving
from integration.store.outbox import ASSESS_LANE


class Gathering(Leaving):
    """The part of the store that keeps what is compared over all customers."""

    def load_texts(self, after: int) -> tuple[list[Text], int]:
        """Return the texts with a greater id, and how many texts there are in all, in one consistent look."""
        with self._read() as tx:
            return outbreaks.load_texts(tx, after)

    def text_ids(self) -> set[int]:
        """Return the ids of all texts."""
        with self._read() as tx:
            return outbreaks.text_ids(tx)

    def load_texts_of(self, ids: Collection[int]) -> list[Text]:
        """Return the texts with these ids."""
        with self._read() as tx:
            return outbreaks.load_texts_of(tx, ids)

    def load_waiting(self, limit: int) -> list[Text]:
        """Return texts that were not compared yet, the earliest ticket first."""
        with self._read() as tx:
            return outbreaks.load_waiting(tx, limit)

    def load_outbreaks(self, since: datetime) -> list[Outbreak]:
        """Return the outbreaks that began after a moment."""
        with self._read() as tx:
            return outbreaks.load_outbreaks(tx, since)

    def save_matches(self, found: Sequence[tuple[Text, Match]], now: datetime) -> set[str]:
        """
        Save what was found of texts; the customers whose tickets have something in common with others' become due.

        Returns those customers.
        """
        with self._write() as tx:
            concerned = outbreaks.save_matches(tx, found)
            jobs.put(tx, [Job("assess", customer, ASSESS_LANE) for customer in sorted(concerned)], now)
        return concerned

    def known_formulas(self, keys: Collection[str]) -> frozenset[str]:
        """Return the keys of those sentences of empathy that stand in so many tickets that they are formulas."""
        with self._read() as tx:
            return formulas.known(tx, keys)

    def load_solved(self, now: datetime) -> list[SolvedTicket]:
        """Return what the tickets that each team solved lately tell, the latest of them where they are many."""
        with self._read() as tx:
            return solved.load(tx, now)

    def forget_texts(self, before: datetime) -> None:
        """Forget the texts of tickets that are done and were opened before a moment."""
        with self._write() as tx:
            outbreaks.forget_old(tx, before)
