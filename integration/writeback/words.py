"""Every word that a note says of its own accord, in one language."""

from dataclasses import dataclass
from datetime import datetime

from babel.dates import format_skeleton, format_time

from integration.fact_names import fact_name
from integration.saying import LOCALES, Saying


@dataclass(frozen=True, slots=True)
class Words:
    """A note's own words."""

    saying: Saying

    @property
    def to_do(self) -> str:
        """What stands before the advice."""
        return self.saying.say("To do:")

    @property
    def do_not_ask(self) -> str:
        """What stands before the facts that the customer gave."""
        return self.saying.say("Already given, please do not ask again:")

    @property
    def shortened(self) -> str:
        """What stands where a note was cut."""
        return self.saying.say("… (shortened)")

    @property
    def signature(self) -> str:
        """Who wrote the note, and who can read it."""
        return self.saying.say("Written by Sidelight for your team only; the customer cannot see it.")

    @property
    def this_ticket(self) -> str:
        """The ticket that the note stands on."""
        return self.saying.say("this ticket")

    @property
    def other_ticket(self) -> str:
        """A ticket of which nothing is known that could name it."""
        return self.saying.say("another ticket")

    def ticket(self, number: str) -> str:
        """Return how a ticket is called by its number."""
        return self.saying.say("ticket {number}", number=number)

    def ticket_about(self, subject: str) -> str:
        """Return how a ticket is called by its subject."""
        return self.saying.say("ticket “{subject}”", subject=subject)

    def said_by(self, role: str) -> str | None:
        """Return who says a quote; None where it is nobody who speaks."""
        say = self.saying.say
        speakers = {
            "customer": say("customer"),
            "agent": say("agent"),
            "bot": say("bot"),
            "automation": say("automatic message"),
        }
        return speakers.get(role)

    def promised(self, when: str, *, overdue: bool) -> str:
        """Return what stands before a promise."""
        if overdue:
            return self.saying.say("Promised by {when}, overdue", when=when)
        return self.saying.say("Promised by {when}", when=when)

    def and_more(self, count: int) -> str:
        """Return what stands for what is left out of a list."""
        return self.saying.say("and {n} more", n=count)

    def fact_name(self, kind: str) -> str:
        """Return what a kind of fact is called."""
        return fact_name(self.saying, kind)

    def fact(self, name: str, values: str) -> str:
        """Return a fact with its values."""
        return self.saying.say("{name}: {values}", name=name, values=values)

    def fact_hidden(self, name: str) -> str:
        """Return a fact that was given and is not shown."""
        return self.saying.say("{name} (given, hidden)", name=name)

    def step_tried(self, values: str) -> str:
        """Return what the customer has tried."""
        return self.saying.say("has tried “{values}”", values=values)

    def day(self, local: datetime, *, year: bool) -> str:
        """Return a day, short: "6 Nov"."""
        return str(format_skeleton("yMMMd" if year else "MMMd", local, locale=LOCALES[self.saying.language]))

    def moment(self, local: datetime, *, year: bool, whole_day: bool = False) -> str:
        """Return a day with its weekday, and the time unless the whole of the day is meant."""
        locale = LOCALES[self.saying.language]
        day = str(format_skeleton("yMMMEd" if year else "MMMEd", local, locale=locale))
        return day if whole_day else f"{day}, {format_time(local.time(), 'HH:mm', locale=locale)}"

    def quoted(self, words: str) -> str:
        """Return somebody's words in the language's quotation marks."""
        return self.saying.say("“{subject}”", subject=words)
