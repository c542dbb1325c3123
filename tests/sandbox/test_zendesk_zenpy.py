import time

import pytest
import requests
from requests.adapters import HTTPAdapter
from zenpy import Zenpy
from zenpy.lib.api_objects import Comment, TicketField
from zenpy.lib.exception import APIException

from tests.sandbox.zendesk_server import ADDRESS


class Loopback(HTTPAdapter):
    """Sends what is meant for the account to the loopback server."""

    def __init__(self, target):
        self._target = target
        super().__init__()

    def send(self, request, *args, **kwargs):
        routed = request.copy()
        routed.url = request.url.replace(ADDRESS, self._target, 1)
        answered = super().send(routed, *args, **kwargs)
        answered.request, answered.url = request, request.url  # zenpy looks for the account's address in it
        return answered


@pytest.fixture
def client(zendesk):
    session = requests.Session()
    session.mount(ADDRESS, Loopback(zendesk.url))
    session.headers.update(zendesk.session.headers)
    yield Zenpy(subdomain="harbourlane", session=session, anonymous=True, disable_cache=True)
    session.close()


def test_zenpy_reads_tickets_with_their_comments_and_audits(zendesk, client):
    found = client.tickets(id=zendesk.id("mail"))
    assert found.requester.email == "ana@example.com"
    assert [c.public for c in client.tickets.comments(ticket=found)] == [True, True, False, True]
    assert len(list(client.tickets.audits(ticket=found))) >= 3


def test_zenpy_follows_the_cursor_export_to_its_end(zendesk, client):
    export = client.tickets.incremental(start_time=0, paginate_by_time=False, per_page=2)
    assert len({t.id for t in export}) == 6
    assert export.after_cursor


def test_zenpy_writes_a_private_note_and_fields_in_one_call(zendesk, client):
    field = client.ticket_fields.create(TicketField(type="text", title="Headline"))
    found = client.tickets(id=zendesk.id("mail"))
    found.custom_fields = [{"id": field.id, "value": "Third time"}]
    found.comment = Comment(html_body="<p>note</p>", public=False)
    audit = client.tickets.update(found)
    assert audit.ticket.id == found.id
    assert zendesk.value("mail", field.id) == "Third time"
    assert [c["public"] for c in zendesk.read("/control/comments")] == [False]


def test_zenpy_sees_a_conflict_of_a_safe_update(zendesk, client):
    found = client.tickets(id=zendesk.id("mail"))
    found.subject, found.safe_update, found.updated_stamp = "x", True, "2020-01-01T00:00:00Z"
    with pytest.raises(APIException) as caught:
        client.tickets.update(found)
    assert caught.value.response.status_code == 409


def test_zenpy_polls_a_batch_to_its_results(zendesk, client):
    rows = [client.tickets(id=zendesk.id(id_)) for id_ in ("mail", "closed")]
    for row in rows:
        row.subject = "Changed"
    status = client.tickets.update(rows)
    for _ in range(200):
        if status.status == "completed":
            break
        time.sleep(0.02)
        status = client.job_status(id=status.id)
    assert [result.success for result in status.results] == [True, False]
