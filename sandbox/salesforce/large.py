"""Puts a generated world beneath what a world file gave: as many Cases as are asked for."""

from sandbox.salesforce import generated
from sandbox.salesforce.generated import Size
from sandbox.salesforce.people import new_user
from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record

_PREFIXES = ("Account", "Contact", "User", "Case", "CaseComment")


def reserve(org: Org, size: Size) -> None:
    """Keep the first ids of each object for the generated rows; before anything else is put into the org."""
    counts = (size.accounts, size.contacts, size.contacts, size.cases, size.cases * size.comments)
    for name, count in zip(_PREFIXES, counts, strict=True):
        org.numbers[org.schema[name.lower()].prefix] = count


def generate(org: Org, size: Size) -> None:
    """Add the agents, and lay the generated rows beneath the org's own."""
    now = org.now()
    agents = [new_user(org, f"Agent {n:02d}", "Standard", now)["Id"] for n in range(1, generated.AGENTS + 1)]
    blank: dict[str, Record] = {
        name: {f.name: f.default for f in org.schema[name.lower()].fields.values()} for name in _PREFIXES
    }
    for name, source in generated.sources(size, now, agents, org.automated_id, blank).items():
        org.table(name).generate(source)
    org.tables["Case"].last_number = generated.FIRST_CASE_NUMBER + size.cases
