"""Small nouns with sensible defaults, and the few looks at a store that many tests take."""

from concurrent.futures import ThreadPoolExecutor, wait
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from integration.model import (
    Channel,
    Comment,
    Contact,
    ContactRef,
    Event,
    Page,
    Role,
    Status,
    Ticket,
    TicketRef,
)
from integration.store import Job
from integration.store.pages import save_page
from integration.store.tables import contact as contact_table
from integration.store.tables import job as job_table
from integration.store.tables import metadata

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
ZENDESK = "zendesk:acme"
SALESFORCE = "salesforce:acme"
STREAMS = ("contacts", "tickets")
LEASE_S = 60
"""How long the leases of the fixture `store` last."""


def at(minute):
    """Return the time `minute` minutes after NOW."""
    return NOW + timedelta(minutes=minute)


def contact(contact_id="ana", *emails, connection=ZENDESK, **more):
    defaults = {"name": "Ana", "role": Role.CUSTOMER, "emails": emails}
    return Contact(ContactRef(connection, contact_id), **defaults | more)


def ticket(ticket_id="1", requester="ana", minute=0, connection=ZENDESK, **more):
    """Return a ticket that was last changed `minute` minutes after NOW; `requester` None is nobody."""
    defaults = {
        "number": f"#{ticket_id}",
        "subject": "Charged twice",
        "status": Status.OPEN,
        "channel": Channel.EMAIL,
        "created_at": NOW,
        "updated_at": at(minute),
        "requester": ContactRef(connection, requester) if requester else None,
        "stamp": at(minute).isoformat(),
    }
    return Ticket(TicketRef(connection, ticket_id), **defaults | more)


def comment(comment_id="comment:1", ticket_id="1", minute=0, connection=ZENDESK, **more):
    defaults = {
        "at": at(minute),
        "author": ContactRef(connection, "ana"),
        "role": Role.CUSTOMER,
        "public": True,
        "text": "You charged me twice.",
    }
    return Comment(TicketRef(connection, ticket_id), comment_id, **defaults | more)


def event(event_id="event:1", ticket_id="1", minute=0, connection=ZENDESK, **more):
    defaults = {"at": at(minute), "field": "status", "before": "new", "after": "open"}
    return Event(TicketRef(connection, ticket_id), event_id, **defaults | more)


def page(*nouns, **more):
    """Return a page of these nouns, each put where its kind belongs."""
    return Page(
        tickets=tuple(n for n in nouns if isinstance(n, Ticket)),
        comments=tuple(n for n in nouns if isinstance(n, Comment)),
        contacts=tuple(n for n in nouns if isinstance(n, Contact)),
        events=tuple(n for n in nouns if isinstance(n, Event)),
        **more,
    )


def keys_of(wanted):
    """Return the keys of a page's contacts: their addresses."""
    return {c.ref: [("email", email) for email in c.emails] for c in wanted.contacts}


def save(store, *nouns, connection=ZENDESK, now=NOW, **more):
    """Save a page as a push would: at once."""
    wanted = page(*nouns, **more)
    return store.save_sync(connection, wanted, keys_of(wanted), now)


def while_uncommitted(store, nouns, act):
    """Do `act` in a thread while a page of `nouns` is saved and not yet committed."""
    wanted = page(*nouns)
    with ThreadPoolExecutor(1) as pool:
        with store._write() as tx:
            save_page(tx, ZENDESK, wanted, keys_of(wanted), NOW)
            acted = pool.submit(act)
            wait([acted], 0.3)
        acted.result(20)


def pull(store, *nouns, connection=ZENDESK, stream="tickets", now=NOW, **more):
    """Save a page of a stream."""
    wanted = page(*nouns, **more)
    place = store.load_cursor(connection, stream)
    return store.save_pull(connection, STREAMS, stream, wanted, keys_of(wanted), now, read_from=place)


def backfilled(store, *nouns, connection=ZENDESK):
    """Save a first backfill that is complete, and do the work that it makes."""
    pull(store, stream="contacts", connection=connection)
    pull(store, *nouns, connection=connection)
    forget_jobs(store)


def job(key="ana", kind="assess", lane="assess", **more):
    return Job(kind, key, lane, **more)


def later(seconds):
    """Return the time `seconds` seconds after NOW."""
    return NOW + timedelta(seconds=seconds)


def started(store, now=NOW, limit=100, lane="assess"):
    """Hand out what is due and begin it."""
    begun, _ = store.begin(handed(store.claim(lane, now, limit)), now)
    return begun


def handed(claims):
    """Return what a message carries of these jobs."""
    return [(c.id, c.number) for c in claims]


def keys(claims):
    return [c.key for c in claims]


def jobs_in(store):
    """Return what waits in the outbox as (kind, key), in order."""
    with store._read() as tx:
        return sorted(tuple(row) for row in tx.execute(select(job_table.c.kind, job_table.c.key)))


def forget_jobs(store):
    with store._write() as tx:
        tx.execute(job_table.delete())


def snapshot(store):
    """Return every row of every table."""
    with store._read() as tx:
        return {
            table.name: sorted(repr(tuple(row)) for row in tx.execute(select(table)))
            for table in metadata.sorted_tables
        }


def customers_in(store):
    """Return the customer id of each contact, by (connection, contact id)."""
    with store._read() as tx:
        rows = tx.execute(select(contact_table.c.connection, contact_table.c.id, contact_table.c.customer_id))
        return {(row.connection, row.id): row.customer_id for row in rows}


def history_of(store, contact_id="ana", connection=ZENDESK):
    """Return the whole history of the customer to whom a contact belongs."""
    (found,) = store.load_histories([customers_in(store)[connection, contact_id]])
    return found
