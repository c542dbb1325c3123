"""Customers that several journeys use."""

from tests.journeys.build import ago, customer, says, ticket


def third_contact(first_system="zendesk", system="zendesk"):
    """Build somebody who writes about the same invoice for the third time."""
    return customer(
        ticket(
            "first",
            says("Hello, invoice INV-4411 charges me twice for the lamp. Please correct it.", ago(days=12)),
            says("Thank you, I have corrected invoice INV-4411 today.", ago(days=12, hours=-2), by="agent:Joe"),
            system=first_system,
            status="solved",
        ),
        ticket(
            "second",
            says("Invoice INV-4411 still charges me twice for the lamp, please correct it.", ago(days=6)),
            says("Sorry, invoice INV-4411 is now corrected.", ago(days=6, hours=-3), by="agent:Kim"),
            system=first_system,
            status="solved",
            assignee="Kim",
        ),
        ticket(
            "third",
            says("Invoice INV-4411 is wrong again: the lamp is charged twice on INV-4411.", ago(hours=3)),
            system=system,
            subject="Again invoice INV-4411",
        ),
    )


def content():
    """Build somebody with one question, answered well."""
    return customer(
        ticket(
            "calm",
            says("Hi, which size is the Alva shelf?", ago(days=2)),
            says("Hi Tom, the Alva shelf is 80 cm wide and 30 cm deep.", ago(days=2, hours=-1), by="agent:Joe"),
            says("Perfect, thank you!", ago(days=2, hours=-2)),
            status="solved",
            subject="Size of the Alva shelf",
            requester_email="tom@example.com",
        ),
        name="Tom Hale",
        emails=("tom@example.com",),
        phones=(),
    )
