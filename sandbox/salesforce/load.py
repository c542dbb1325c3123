"""
Fills a new org from a world, as it stood at the clock's time.

Where a message goes, by the ticket's channel:

- email: an EmailMessage. The first one is also the Case's Description, as Email-to-Case copies it.
- web, phone: the customer's first message, where it opens the Case, is the Description and nothing else.
- all others: a CaseComment. The customer's is created by a portal user (CspLitePortal), a bot's by an AutomatedProcess
  user, an agent's by the agent. One longer than 4,000 bytes is split into several.
- an agent's private note: an unpublished CaseComment, on every channel.
"""

from datetime import datetime

from sandbox.salesforce.conversation import add_message
from sandbox.salesforce.history import load_events
from sandbox.salesforce.people import People
from sandbox.salesforce.standard import CASE_STATUSES, PRIORITY_NAMES, STATUS_NAMES
from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record
from sandbox.world import World, WorldCustomer, WorldTicket

_FIRST_CASE_NUMBER = 1001
_DESCRIBED_CHANNELS = ("web", "phone")
_DESCRIPTION_LENGTH = 32_000


def fill(org: Org, world: World) -> None:
    """Put the world's Salesforce part into the empty org, with the people and places that the org itself has."""
    now = org.now()
    tickets = sorted(world.at(org.clock()).tickets("salesforce"), key=lambda pair: pair[1].created_at)
    started = min((t.created_at for _, t in tickets), default=now).replace(microsecond=0)
    people = People(org, min(started, now))
    for order, (name, closed) in enumerate(CASE_STATUSES, start=1):
        values = {"ApiName": name, "MasterLabel": name, "SortOrder": order, "IsDefault": order == 1, "IsClosed": closed}
        org.insert("CaseStatus", values, people.admin_id, people.started)
    problems = {ticket.problem_id for _, ticket in tickets if ticket.problem_id}
    for number, (customer, ticket) in enumerate(tickets, start=_FIRST_CASE_NUMBER):
        _load_ticket(org, people, customer, ticket, number=number, is_problem=ticket.id in problems)
    for _, ticket in tickets:
        parent = org.world_ids.get(ticket.problem_id or "")
        if parent:
            org.change("Case", org.rows("Case")[org.world_ids[ticket.id]], {"ParentId": parent})
    org.tables["Case"].last_number = _FIRST_CASE_NUMBER + len(tickets) - 1
    org.portal_users = people.portal_users
    org.written.clear()


def _load_ticket(
    org: Org, people: People, customer: WorldCustomer, ticket: WorldTicket, *, number: int, is_problem: bool
) -> None:
    created = _seconds(ticket.created_at)
    contact = people.contact(customer, ticket.requester_email, created)
    owner = people.owner(ticket.assignee, ticket.group)
    closed = _seconds(ticket.solved_at) if ticket.solved_at else None
    is_closed = ticket.status in ("solved", "closed")
    changed = max([created, *(_seconds(e.at) for e in ticket.events), *([closed] if closed else [])])
    creator = people.automated_id if ticket.channel == "email" else people.author(ticket, contact)
    priority = next((e.after for e in reversed(ticket.events) if e.field == "priority" and e.after), "normal")
    values: Record = {
        "CaseNumber": f"{number:08d}",
        "Subject": ticket.subject[:255] or None,
        "Status": STATUS_NAMES[ticket.status],
        "Origin": ticket.channel.capitalize(),
        "Priority": PRIORITY_NAMES.get(priority, "Medium"),
        "Type": "Problem" if is_problem else None,
        "ContactId": contact["Id"],
        "AccountId": contact.get("AccountId"),
        "ContactEmail": contact.get("Email"),
        "ContactPhone": contact.get("Phone"),
        "ContactMobile": contact.get("MobilePhone"),
        "OwnerId": owner,
        "IsClosed": is_closed,
        "ClosedDate": (closed or changed) if is_closed else None,
        "LastModifiedDate": changed,
        "SystemModstamp": changed,
        "LastModifiedById": people.agent(ticket.assignee) if ticket.assignee else people.automated_id,
        "Team__c": ticket.group,
        "Tags__c": ";".join(ticket.tags)[:255] or None,
        "CSAT__c": ticket.csat,
    }
    if ticket.channel in ("email", "web"):
        values |= {"SuppliedEmail": contact.get("Email"), "SuppliedName": contact["Name"][:80]}
    first = ticket.comments[0] if ticket.comments and ticket.comments[0].role == "customer" else None
    if first is not None and ticket.channel in ("email", *_DESCRIBED_CHANNELS):
        values["Description"] = first.text[:_DESCRIPTION_LENGTH] or None
    case = org.insert("Case", values, creator, created)
    org.world_ids[ticket.id] = case["Id"]
    for comment in ticket.comments:
        described = comment is first and ticket.channel in _DESCRIBED_CHANNELS
        add_message(org, people, case, contact, comment, described=described)
    load_events(org, people, case, ticket)


def _seconds(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)
