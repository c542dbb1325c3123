"""A helpdesk in memory, with tickets as Harbour Lane has them, for the tests of the agent's page."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sandbox.desk import DeskAgent, DeskComment, DeskField, DeskTicket

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
KINDS = ("repeat_contact", "asked_again", "hollow_resolution", "left_waiting", "rising_frustration")
NOTE = (
    "<p><strong>Third contact about the duplicate charge in 19 days.</strong></p>"
    "<ul><li>2 Nov: &ldquo;Me habéis cobrado dos veces el pedido HL-20418&rdquo; (ticket #4)</li>"
    "<li>9 Nov, by phone: gave order number and card digits</li></ul>"
    "<p>Next: confirm the refund date in writing; do not ask for the order number.</p>"
    '<p><a href="https://harbourlane.example/orders/HL-20418">HL-20418</a></p><small>sidelight:0123456789abcdef</small>'
)
ANNOTATION = json.dumps({"schema": "sidelight/1", "headline": "…", "flags": [{"kind": kind} for kind in KINDS]})


def fields(vendor="zendesk", flags=(), headline=None, **more):
    """Sidelight's fields as the vendor names them."""
    values = {"headline": headline, "flags": tuple(flags), "contacts": None, "frustration": None, "effort": None}
    values |= {"promise_due": None, "annotation": None} | more
    titles = {"promise_due": "next promise due", "frustration": "frustration", "annotation": "annotation (JSON)"}
    if vendor == "salesforce":
        names = {"promise_due": "Promise_Due"}
        return tuple(
            DeskField(f"Sidelight_{names.get(k, k.capitalize())}__c", f"Sidelight {k.replace('_', ' ').title()}", v)
            for k, v in values.items()
        )
    return tuple(
        DeskField(str(36000 + i), f"Sidelight {titles.get(k, k)}", v) for i, (k, v) in enumerate(values.items())
    )


def comment(number, at, author, role, text, *, public=True, html=None, attachments=()):
    return DeskComment(str(number), at, author, role, public, text, html, attachments)


def ticket(count, /, **changes):
    """One plain open ticket; `changes` replace what the test is about."""
    base = DeskTicket(
        id=str(count),
        number=f"#{count}",
        subject=f"Question {count}",
        status="open",
        channel="email",
        priority="normal",
        requester="Ana Ruiz",
        requester_contact="ana@example.com",
        assignee="Joe",
        group="Billing",
        created_at=START,
        updated_at=START,
        tags=(),
        fields=fields(),
    )
    return replace(base, **changes)


class MemoryDesk:
    """Holds tickets in a dictionary; `save` is how something else changes one."""

    company = "Harbour Lane"

    def __init__(self, tickets=(), vendor="zendesk"):
        self.vendor = vendor
        self.tickets = {one.id: one for one in tickets}
        self.count = 1
        self.listed = 0

    def list_tickets(self):
        self.listed += 1
        ordered = sorted(self.tickets.values(), key=lambda one: one.updated_at, reverse=True)
        return [replace(one, conversation=()) for one in ordered]

    def read_ticket(self, ticket_id):
        return self.tickets[ticket_id]

    def reply_as_customer(self, ticket_id, text):
        before = self.tickets[ticket_id]
        at = before.updated_at + timedelta(minutes=1)
        said = comment(f"reply-{self.count}", at, before.requester, "customer", text)
        self.save(replace(before, conversation=(*before.conversation, said), updated_at=at))

    def agent(self):
        return DeskAgent("77", "Joe", "en-GB", "Europe/Madrid")

    def reply_as_agent(self, ticket_id, text):
        before = self.tickets[ticket_id]
        if before.status == "closed":
            raise ValueError("This ticket is closed.")
        self.say(ticket_id, comment(f"answer-{self.count}", before.updated_at, "Joe", "agent", text))

    def now(self):
        return START

    def version(self):
        return self.count

    def save(self, changed):
        self.tickets[changed.id] = changed
        self.count += 1

    def delete(self, ticket_id):
        del self.tickets[ticket_id]
        self.count += 1

    def change(self, ticket_id, **changes):
        self.save(replace(self.tickets[ticket_id], **changes))

    def say(self, ticket_id, said):
        self.change(ticket_id, conversation=(*self.tickets[ticket_id].conversation, said))
