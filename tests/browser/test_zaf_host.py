"""A Zendesk app in the loopback's page: the vendor's own SDK and the loopback's find the same there."""

import pytest
from playwright.sync_api import expect

from tests.browser.waiting import wait_until
from tests.browser.zaf_page import TINY_APP, open_ticket, serve_vendors_sdk
from tests.sandbox.zendesk_server import running_zendesk

pytestmark = pytest.mark.browser


def is_complaint(said):
    # the browser notes each answer of 400 and above by itself
    return said.type in ("error", "warning") and not said.text.startswith("Failed to load resource")


@pytest.fixture(params=["ours", "vendors"])
def opened(request, page):
    """The page of the ticket `mail`, whose app has spoken; whatever the browser complains about fails the test."""
    complaints = []
    page.on("console", lambda said: complaints.append(said.text) if is_complaint(said) else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    if request.param == "vendors":
        serve_vendors_sdk(page)
    with running_zendesk(app=TINY_APP, vendors_sdk=request.param == "vendors") as zendesk:
        zendesk.field = zendesk.add_field("text", "Sidelight headline")
        zendesk.mood = zendesk.add_field(
            "tagger", "Sidelight mood", custom_field_options=[{"name": "Calm", "value": "calm"}]
        )
        yield open_ticket(page, zendesk, "mail")
    assert complaints == []


def agent_of(app):
    return app.does("client.request('/api/v2/users/me.json')")["user"]


def test_the_app_is_of_another_origin_and_is_told_once_where_it_is(opened):
    assert opened.frame.evaluate("location.origin") == f"http://localhost:{opened.zendesk.served.port}"
    assert opened.does("client.context()") == {
        "instanceGuid": opened.frame.evaluate("new URLSearchParams(location.search).get('app_guid')"),
        "product": "support",
        "account": {"subdomain": "harbourlane"},
        "location": "ticket_sidebar",
        "ticketId": opened.ticket_id,
    }
    metadata = opened.does("client.metadata()")
    assert (metadata["name"], metadata["version"]) == ("Tiny", "1.2.3")
    assert metadata["settings"] == {"greeting": "hello"}
    # though it shakes hands a second time while it loads
    assert opened.frame.evaluate("registered") == 1
    assert opened.hears("app.activated") == {"firstLoad": True}
    assert opened.count("app.activated") == 1


def test_paths_of_the_ticket_and_the_agent_are_what_the_account_has(opened):
    opened.zendesk.put_ticket("mail", custom_fields=[{"id": opened.zendesk.field, "value": "Third contact."}])
    ticket = opened.zendesk.ticket("mail")
    custom = f"ticket.customField:custom_field_{opened.zendesk.field}"
    got = opened.get(
        "ticket.id", "ticket.status", "ticket.subject", "ticket.updatedAt", "ticket.form.id", "ticket.comment", custom
    )
    assert got == {
        "errors": {},
        "ticket.id": opened.ticket_id,
        "ticket.status": "open",
        "ticket.subject": ticket["subject"],
        "ticket.updatedAt": ticket["updated_at"],
        "ticket.form.id": None,
        "ticket.comment": {"text": "", "type": "publicReply"},
        custom: "Third contact.",
    }
    user = opened.get("currentUser")
    assert (user["name"], user["role"], user["locale"]) == ("Joe", "agent", "en-US")
    assert user["timeZone"]["ianaName"] == "Europe/Madrid"
    assert opened.get("currentUser.locale") == "en-US"
    assert opened.get("colorScheme") == "light"


def test_the_conversation_has_mails_notes_and_who_wrote_them(opened):
    said = opened.get("ticket.conversation")
    assert [one["author"]["role"] for one in said] == ["end-user", "agent", "agent", "bot"]
    assert said[0]["author"]["name"] == "Ana Ruiz"
    assert "I was charged twice." in said[0]["message"]["content"]
    assert said[0]["attachments"][0]["filename"] == "bill.pdf"


def test_fields_are_listed_with_their_options(opened):
    fields = {field["name"]: field for field in opened.get("ticketFields")}
    mood = fields[f"custom_field_{opened.zendesk.mood}"]
    assert (mood["label"], mood["optionValues"]) == ("Sidelight mood", [{"label": "Calm", "value": "calm"}])
    assert (mood["isVisible"], mood["isEnabled"]) == (True, True)


def test_a_path_that_is_not_there_fails_alone_and_at_once(opened):
    assert opened.does("client.get('ticket.nothing')")["rejected"] == '"ticket.nothing" No such Api'
    got = opened.get("ticket.id", "ticket.nothing", "ticket.customField:custom_field_1")
    assert got["ticket.id"] == opened.ticket_id
    assert set(got["errors"]) == {"ticket.nothing", "ticket.customField:custom_field_1"}
    assert got["errors"]["ticket.nothing"]["path"] == "ticket.nothing"
    assert opened.invoke("ticket.explode")["rejected"] == '"ticket.explode" No such Api'
    assert opened.does("client.set('ticket.subject', 'x')")["rejected"] == '"ticket.subject" No such Api'


def test_an_unknown_kind_of_request_is_refused_at_once_and_strangers_are_not_heard(opened):
    ask = """given => new Promise(done => {
      const guid = given.guid ?? new URLSearchParams(location.search).get('app_guid');
      const hear = event => { const said = JSON.parse(event.data); if (said.id === 999) done(said); };
      addEventListener('message', hear);
      parent.postMessage(JSON.stringify({id: 999, request: given.verb, params: given.params, appGuid: guid}), '*');
      setTimeout(() => done('silence'), given.ms); })"""
    told = opened.frame.evaluate(ask, {"verb": "explode", "params": [], "ms": 5000})
    assert told["error"]["message"] == "No such request: explode"
    told = opened.frame.evaluate(ask, {"verb": "get", "params": {"not": "a list"}, "ms": 5000})
    assert told["error"]["name"] == "APIError"
    assert opened.frame.evaluate(ask, {"verb": "get", "params": ["ticket.id"], "guid": "else", "ms": 600}) == "silence"
    forged = """given => postMessage(JSON.stringify({id: 1, request: 'invoke', appGuid: given,
                params: {notify: ['forged']}}), '*')"""
    opened.page.evaluate(forged, opened.does("client.context()")["instanceGuid"])
    opened.invoke("notify", "real")
    expect(opened.page.locator(".toast")).to_have_text("real")


def test_requests_go_to_the_account_s_api_as_the_agent(opened):
    path = f"/api/v2/tickets/{opened.ticket_id}.json"
    assert opened.does("client.request(given)", path)["ticket"]["id"] == opened.ticket_id
    shown = opened.does("client.request({url: given, data: {include: 'users'}})", path)
    assert {user["name"] for user in shown["users"]} >= {"Ana Ruiz", "Joe"}
    change = {"ticket": {"custom_fields": [{"id": opened.zendesk.field, "value": "useful"}]}}
    put = (
        "client.request({url: given[0], type: 'PUT', contentType: 'application/json', data: JSON.stringify(given[1])})"
    )
    assert opened.does(put, [path, change])["audit"]["author_id"] == agent_of(opened)["id"]
    assert opened.zendesk.value("mail", opened.zendesk.field) == "useful"


def test_a_request_that_fails_rejects_with_the_answer(opened):
    assert opened.does("client.request('/api/v2/tickets/999999.json')")["status"] == 404
    assert opened.does("client.request('/api/v2/incremental/tickets/cursor.json?start_time=1')")["status"] == 403
    for address in (
        "/control/stats",
        "/agent/tickets.json",
        "https://elsewhere.example/api/v2/x",
        "/api/../control/ids",
    ):
        assert opened.does("client.request(given)", address)["status"] == 403
    reason = opened.does("client.request('/api/v2/tickets/999999.json').catch(e => e.responseText)")
    assert "RecordNotFound" in reason


def test_the_frame_takes_its_height_within_bounds(opened):
    frame = opened.page.locator("iframe.app-frame")
    expect(frame).to_have_css("height", "240px")
    for asked, given in (("338px", "338px"), (99_999, "2000px"), (-5, "0px")):
        opened.invoke("resize", {"width": "100%", "height": asked})
        expect(frame).to_have_css("height", given)
    assert "pixels" in opened.invoke("resize", {"height": "tall"})["rejected"]
    opened.invoke("resize", {"height": 200})
    opened.invoke("hide")
    expect(frame).to_be_hidden()
    opened.invoke("show")
    expect(frame).to_be_visible()
    assert opened.invoke("track", {"type": "click"}) == {"errors": {}, "track": None}


def test_text_goes_into_the_agent_s_draft_and_nowhere_else(opened):
    draft = opened.page.get_by_role("textbox", name="Reply as agent")
    opened.invoke("ticket.comment.appendText", "Hello Ana.")
    opened.invoke("comment.appendText", "<b>Kind regards</b>")
    expect(draft).to_have_value("Hello Ana.\n<b>Kind regards</b>")
    draft.evaluate("box => box.setSelectionRange(5, 5)")
    opened.invoke("ticket.editor.insert", " there")
    expect(draft).to_have_value("Hello there Ana.\n<b>Kind regards</b>")
    assert opened.get("ticket.comment.text") == "Hello there Ana.\n<b>Kind regards</b>"
    opened.does("client.set('ticket.comment.text', 'Anew')")
    expect(draft).to_have_value("Anew")
    assert [c["body"] for c in opened.zendesk.read(f"/tickets/{opened.ticket_id}/comments")["comments"]][-1] != "Anew"


def test_what_the_agent_sends_is_the_agent_s_public_comment(opened):
    opened.invoke("ticket.editor.insert", "It is refunded.")
    opened.page.get_by_role("button", name="Reply", exact=True).click()
    expect(opened.page.locator("#draft-state")).to_have_text("Sent to the customer.")
    said = opened.zendesk.read(f"/tickets/{opened.ticket_id}/comments")["comments"][-1]
    assert (said["body"], said["public"], said["author_id"]) == ("It is refunded.", True, agent_of(opened)["id"])
    assert said["via"]["channel"] == "web"
    expect(opened.page.locator("#draft-text")).to_have_value("")
    assert opened.zendesk.helpdesk.written_comments() == []


def test_a_field_of_the_form_is_hidden_and_greyed(opened):
    name = f"custom_field_{opened.zendesk.field}"
    box = opened.page.locator(f'[data-key="field:{opened.zendesk.field}"]')
    opened.invoke(f"ticketFields:{name}.hide")
    expect(box).to_be_hidden()
    opened.invoke(f"ticketFields:{name}.show")
    opened.invoke(f"ticketFields:{name}.disable")
    expect(box).to_be_visible()
    expect(box).to_have_attribute("aria-disabled", "")
    shown = {field["name"]: field for field in opened.get("ticketFields")}[name]
    assert (shown["isVisible"], shown["isEnabled"]) == (True, False)
    opened.invoke(f"ticketFields:{name}.enable")
    assert not box.get_attribute("aria-disabled")
    assert "no such field" in opened.invoke("ticketFields:custom_field_1.hide")["rejected"]


def test_the_page_goes_where_the_app_leads(opened):
    other = opened.zendesk.id("chat")
    assert "no way" in opened.invoke("routeTo", "nav_bar", "tiny")["rejected"]
    opened.frame.evaluate("given => void client.invoke('routeTo', 'ticket', given)", str(other))
    expect(opened.page.locator("#crumb-number")).to_have_text(f"#{other}")


def test_changes_reach_the_app_that_asked_for_them(opened):
    field = opened.zendesk.field
    names = (
        "ticket.updated",
        "ticket.status.changed",
        "ticket.conversation.changed",
        f"ticket.custom_field_{field}.changed",
    )
    for name in names:
        opened.listen(name)
    opened.zendesk.put_ticket("mail", custom_fields=[{"id": field, "value": "Fourth contact."}])
    assert opened.hears(names[3]) == "Fourth contact."
    opened.hears("ticket.updated")
    assert opened.count("ticket.status.changed") == opened.count("ticket.conversation.changed") == 0
    opened.zendesk.put_ticket("mail", status="pending", comment={"body": "Any news?", "public": False})
    assert opened.hears("ticket.status.changed") == "pending"
    assert "Any news?" in opened.hears("ticket.conversation.changed")[-1]["message"]["content"]


def test_what_is_no_longer_asked_for_is_not_sent(opened):
    opened.frame.evaluate("() => { window.once = note('ticket.updated'); client.on('ticket.updated', once); }")
    opened.listen("ticket.status.changed")
    opened.zendesk.put_ticket("mail", priority="low")
    opened.hears("ticket.updated")
    opened.frame.evaluate("() => { client.off('ticket.updated', once); seen.length = 0; }")
    assert opened.frame.evaluate("client.has('ticket.updated', once)") is False
    opened.get("ticket.id")
    opened.zendesk.put_ticket("mail", status="pending")
    opened.hears("ticket.status.changed")
    assert opened.count("ticket.updated") == 0


def test_an_event_that_the_app_triggers_comes_back_to_it(opened):
    opened.listen("tiny.happened")
    opened.frame.evaluate("client.trigger('tiny.happened', {well: true})")
    assert opened.hears("tiny.happened") == {"well": True}


def test_dark_and_hidden_pages_are_told(opened):
    opened.listen("colorScheme.changed")
    opened.listen("app.deactivated")
    opened.page.emulate_media(color_scheme="dark")
    assert opened.hears("colorScheme.changed") == "dark"
    assert opened.get("colorScheme") == "dark"
    see = """given => { Object.defineProperty(document, 'visibilityState', {configurable: true, get: () => given});
                      document.dispatchEvent(new Event('visibilitychange')); }"""
    opened.page.evaluate(see, "hidden")
    opened.hears("app.deactivated")
    opened.page.evaluate(see, "visible")
    wait_until(opened.frame, "seen.filter(([name]) => name === 'app.activated').length === 2")
    assert opened.hears("app.activated") == {"firstLoad": False}


@pytest.mark.parametrize(
    ("returned", "says"), [("'Say who you are.'", "Say who you are."), ("false", "Tiny stopped it.")]
)
def test_an_app_may_stop_the_agent_s_reply(opened, returned, says):
    opened.frame.evaluate(f"() => {{ window.may = {returned}; client.on('ticket.save', () => may); }}")
    opened.get("ticket.id")
    opened.page.locator("#draft-text").fill("Done.")
    opened.page.get_by_role("button", name="Reply", exact=True).click()
    expect(opened.page.locator("#draft-state")).to_have_text(says)
    expect(opened.page.locator("#draft-text")).to_have_value("Done.")
    opened.frame.evaluate("() => { window.may = true; }")
    opened.page.get_by_role("button", name="Reply", exact=True).click()
    expect(opened.page.locator("#draft-state")).to_have_text("Sent to the customer.")
