"""The field in which agents speak of flags: made, read, left alone by writes, emptied only on leaving. Both vendors."""

from datetime import timedelta

import pytest

from integration.connectors.salesforce.soql import FEEDBACK_FIELD
from integration.model import FIELD_NAMES, FieldValues, FlagFeedback, Outcome, TicketRef, Write
from tests.connectors import salesforce_org
from tests.connectors.salesforce_org import read_stream, running_org
from tests.connectors.zendesk_account import HARBOURLANE, calls, connected
from tests.sandbox.zendesk_server import NOW, running_zendesk

AGENT = ("joe@harbourlane.example/token", "loopback-api-token")
SAID_AT = NOW - timedelta(hours=1)
TEXT = f"8801 rushed-u@{int(SAID_AT.timestamp())}"
WORD = FlagFeedback("rushed", right=False, at=SAID_AT, by="8801", reason="u")
VALUES = FieldValues(headline="Third time", flags=("rushed",), annotation="{}")
KEY = "0123456789abcdef"


def write_to(connection, ticket_id, fields=VALUES):
    return Write(TicketRef(connection, str(ticket_id)), KEY, fields)


class TestZendesk:
    @pytest.fixture
    def zendesk(self):
        with running_zendesk() as running:
            yield running

    @pytest.fixture
    def connector(self, zendesk):
        with connected(zendesk) as connector:
            connector.provision(None)
            yield connector

    def field(self, zendesk):
        rows = zendesk.read("/ticket_fields")["ticket_fields"]
        return next((row for row in rows if row["title"] == "Sidelight feedback"), None)

    def speak(self, zendesk, name="mail", text=TEXT):
        """Write the field as an agent's sidebar does."""
        body = {"ticket": {"custom_fields": [{"id": self.field(zendesk)["id"], "value": text}]}}
        url = f"{zendesk.url}/api/v2/tickets/{zendesk.id(name)}.json"
        headers = {"Authorization": None}
        answered = zendesk.session.put(url, json=body, auth=AGENT, headers=headers, timeout=5)
        assert answered.ok, answered.text

    def said(self, zendesk, name="mail"):
        return zendesk.value(name, self.field(zendesk)["id"])

    def take_away(self, zendesk):
        """Make the account one that was connected before there was such a field."""
        assert zendesk.call("DELETE", f"/ticket_fields/{self.field(zendesk)['id']}").ok

    @pytest.mark.usefixtures("connector")
    def test_it_is_made_with_the_others_and_no_customer_sees_it(self, zendesk):
        made = self.field(zendesk)
        assert (made["type"], made["active"], made["required"]) == ("text", True, False)
        assert not made["visible_in_portal"]
        assert not made["editable_in_portal"]

    def test_what_an_agent_writes_is_read_by_name_and_in_the_stream(self, zendesk, connector):
        self.speak(zendesk)
        # exports hold back the last minute
        zendesk.call("POST", "/control/clock", json={"advance_s": 90})
        ticket_id = str(zendesk.id("mail"))
        (by_name,) = connector.fetch_tickets([ticket_id]).tickets
        page = connector.fetch_page("tickets", None)
        assert by_name.feedback == (WORD,)
        assert [t.feedback for t in page.tickets if t.ref.id == ticket_id] == [(WORD,)]
        assert {t.feedback for t in page.tickets if t.ref.id != ticket_id} == {()}
        assert by_name.fields == ()

    @pytest.mark.parametrize("fields", [VALUES, FieldValues(), FieldValues(written=FIELD_NAMES | {"feedback"})])
    @pytest.mark.parametrize("batch", [False, True])
    def test_no_write_touches_it(self, zendesk, connector, fields, batch):
        self.speak(zendesk)
        names = ["mail", "call"] if batch else ["mail"]
        results = connector.write([write_to(HARBOURLANE, zendesk.id(name), fields) for name in names])
        assert {result.outcome for result in results} == {Outcome.DONE}
        assert self.said(zendesk) == TEXT

    def test_purging_empties_it_and_leaving_removes_it(self, zendesk, connector):
        connector.write([write_to(HARBOURLANE, zendesk.id("mail"))])
        self.speak(zendesk)
        assert "field Sidelight feedback" in {step.subject.removeprefix("remove ") for step in connector.leave()}
        assert connector.purge([str(zendesk.id("mail"))], []).emptied == 1
        assert self.said(zendesk) is None
        for step in connector.leave():
            step.do()
        assert self.field(zendesk) is None

    @pytest.mark.usefixtures("connector")
    def test_an_account_that_was_connected_before_is_read_and_written_without_it(self, zendesk):
        self.take_away(zendesk)
        with connected(zendesk) as other:
            (ticket,) = other.fetch_tickets([str(zendesk.id("mail"))]).tickets
            zendesk.call("DELETE", "/control/stats")
            results = [other.write([write_to(HARBOURLANE, zendesk.id("mail"))])[0].outcome for _ in range(3)]
        assert ticket.feedback == ()
        assert results == [Outcome.DONE] * 3
        assert "GET /api/v2/ticket_fields" not in calls(zendesk), "what is not ours to write is not looked for again"

    def test_connecting_again_makes_the_missing_field_and_only_that(self, zendesk, connector):
        self.take_away(zendesk)
        missing = [found for found in connector.check() if found.says == "Missing."]
        assert [found.subject for found in missing] == ["field Sidelight feedback"]
        assert missing[0].remedy == "Run sidelight connect zendesk."
        planned = {step.subject: step.stands for step in connector.preview(None)}
        assert planned["field Sidelight feedback"] == "will be created (text)"
        findings, _ = connector.provision(None)
        assert [f.subject for f in findings if f.says.startswith("Created")] == ["field Sidelight feedback"]
        self.speak(zendesk)


class TestSalesforce:
    @pytest.fixture
    def org(self):
        with running_org() as org:
            yield org

    def speak(self, org, text=TEXT):
        org.control("change", id=org.case("mail"), values={FEEDBACK_FIELD: text}, by="Joe")

    def test_what_an_agent_writes_is_read_by_name_and_in_the_stream(self, org):
        connector = org.connect()
        _, cursor = read_stream(connector, "Case")
        self.speak(org)
        (page,), _ = read_stream(connector, "Case", cursor)
        in_stream = {t.ref.id: t for t in page.tickets}[org.case("mail")]
        (by_name,) = connector.fetch_tickets([org.case("mail")]).tickets
        assert in_stream.feedback == by_name.feedback == (WORD,)
        assert not any(name.startswith("Sidelight_") for name, _ in by_name.fields)

    def test_no_write_touches_it(self, org):
        connector = org.connect()
        self.speak(org)
        for names in (["mail"], ["mail", "web"]):
            writes = [write_to(salesforce_org.NAME, org.case(name)) for name in names]
            assert {result.outcome for result in connector.write(writes)} == {Outcome.DONE}
        assert org.row("mail")[FEEDBACK_FIELD] == TEXT

    def test_where_our_user_does_not_see_it_all_else_is_read(self, org):
        self.speak(org)
        org.control("fls", hide=[f"Case.{FEEDBACK_FIELD}"])
        connector = org.connect()
        (pages, _) = read_stream(connector, "Case")
        tickets = [t for page in pages for t in page.tickets]
        assert len(tickets) == 5
        assert {t.feedback for t in tickets} == {()}
        bad = [found.subject for found in connector.check() if not found.ok]
        assert bad == [f"field {FEEDBACK_FIELD}"]
