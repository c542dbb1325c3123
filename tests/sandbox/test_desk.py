"""The agent's page over HTTP: what it lists, shows, refuses and lets through."""

import json
import time

import pytest
from flask import Flask

from sandbox.desk import DeskField
from sandbox.desk.note_html import safe_html
from sandbox.desk.page import LONGEST_REPLY, desk_blueprint
from sandbox.desk.sidelight_fields import part_of, read_flags, read_sidelight
from sandbox.desk.wording import flag_name
from tests.sandbox.memory_desk import ANNOTATION, KINDS, NOTE, START, MemoryDesk, comment, fields, ticket

ORIGIN = {"Origin": "http://localhost"}


def page_of(desk, other=None):
    app = Flask("loopback")
    app.register_blueprint(desk_blueprint(desk, other))
    return app.test_client()


@pytest.fixture
def desk():
    return MemoryDesk([ticket(1), ticket(2, fields=fields(flags=["sidelight_asked_again"], headline="Asked twice."))])


@pytest.fixture
def web(desk):
    return page_of(desk)


def reply(web, text, ticket_id="1", headers=None):
    return web.post(f"/agent/tickets/{ticket_id}/reply", json={"text": text}, headers=headers or ORIGIN)


def test_the_list_names_each_ticket_with_its_headline_and_flags(web):
    listed = web.get("/agent/tickets.json").json
    assert (listed["tickets"], listed["flagged"], listed["whole"]) == (2, 1, True)
    row = next(row for row in listed["rows"] if row["id"] == "2")
    assert row["headline"] == "Asked twice."
    assert row["flags"] == [{"kind": "asked_again", "name": "Asked again"}]
    assert row["status"] == {"label": "Open", "kind": "open", "done": False}


def test_a_page_that_has_the_list_is_told_only_what_changed(web, desk):
    first = web.get("/agent/tickets.json").json
    desk.change("1", subject="Now another")
    address = f"/agent/tickets.json?boot={first['boot']}&since={first['version']}"
    news = web.get(address).json
    assert ([row["subject"] for row in news["rows"]], news["whole"]) == (["Now another"], False)
    desk.delete("1")
    assert web.get(address).json["removed"] == ["1"]


def test_a_page_from_before_a_restart_gets_the_whole_list(web):
    assert web.get("/agent/tickets.json?boot=other&since=99").json["whole"] is True


def test_an_unchanged_desk_is_not_listed_again(web, desk):
    for _ in range(5):
        web.get("/agent/version")
    assert desk.listed == 1


def test_the_version_moves_with_every_change_and_counts_flagged_tickets(web, desk):
    before = web.get("/agent/version").json
    desk.change("1", fields=fields(flags=["repeat_contact"]))
    after = web.get("/agent/version").json
    assert after["version"] > before["version"]
    assert (before["flagged"], after["flagged"]) == (1, 2)


@pytest.mark.parametrize("vendor", ["zendesk", "salesforce"])
def test_a_ticket_carries_its_form_and_its_conversation(vendor):
    shown = fields(vendor, KINDS, "Third contact.", contacts=3.0, frustration="angry", effort=72, annotation=ANNOTATION)
    desk = MemoryDesk([ticket(1, fields=shown, conversation=(comment(1, START, "Ana", "customer", "Hola"),))], vendor)
    body = page_of(desk).get("/agent/tickets/1.json").json["ticket"]
    ours = {field["ours"]: field["value"] for field in body["form"] if field.get("ours")}
    assert [flag["kind"] for flag in ours["flags"]] == list(KINDS)
    assert (ours["headline"], ours["frustration"]) == ("Third contact.", "Angry")
    assert (ours["contacts"], ours["effort"]) == ("3", "72")
    long = [field for field in body["form"] if field["kind"] == "long"]
    assert [(field["name"], field["size_bytes"]) for field in long] == [("annotation", len(ANNOTATION.encode()))]
    assert body["comments"][0]["text"] == "Hola"


def test_an_unchanged_ticket_is_answered_without_a_body(web, desk):
    first = web.get("/agent/tickets/1.json")
    tag = {"If-None-Match": first.headers["ETag"]}
    assert web.get("/agent/tickets/1.json", headers=tag).status_code == 304
    desk.change("2", subject="Another one's business")
    assert web.get("/agent/tickets/1.json", headers=tag).status_code == 304
    desk.change("1", status="solved")
    assert web.get("/agent/tickets/1.json", headers=tag).status_code == 200


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        '<a href="javascript:alert(1)">x</a>',
        '<a href="/agent/version">x</a>',
        '<p style="position:fixed" onclick="alert(1)">x</p>',
        "<svg><a href='javascript:alert(1)'>x</a></svg>",
        "<iframe src='https://example.com'></iframe>",
        "<form action='https://example.com'><input name=x></form>",
    ],
)
def test_a_note_keeps_nothing_that_could_act(html):
    clean = safe_html(html)
    for piece in ("alert(1)", "javascript", "onerror", "onclick", "style", "src", "href=", "<form", "<input", "<svg"):
        assert piece not in clean


def test_a_note_keeps_its_paragraphs_lists_and_web_links():
    clean = safe_html(NOTE)
    for piece in ("<p><strong>Third contact", "<ul><li>", "<small>sidelight:", 'href="https://harbourlane.example/'):
        assert piece in clean
    assert 'rel="noopener noreferrer nofollow"' in clean


@pytest.mark.parametrize(("role", "public"), [("customer", True), ("customer", False), ("agent", True), ("bot", True)])
def test_html_of_customers_and_of_public_replies_is_never_passed_on(role, public):
    said = comment(1, START, "Ana", role, "plain", public=public, html="<b>bold</b>")
    desk = MemoryDesk([ticket(1, conversation=(said,))])
    shown = page_of(desk).get("/agent/tickets/1.json").json["ticket"]["comments"][0]
    assert (shown["html"], shown["text"]) == (None, "plain")


def test_what_a_customer_wrote_cannot_leave_the_page_s_state():
    wicked = "</script><script>alert(1)</script>"
    desk = MemoryDesk([ticket(1, subject=wicked, requester=wicked)])
    for path in ("/agent/", "/agent/tickets/1"):
        assert "<script>alert" not in page_of(desk).get(path).text


def test_a_reply_is_added_as_the_customer(web, desk):
    answer = reply(web, "  One\r\ntwo \n")
    assert (answer.status_code, answer.json["version"]) == (201, desk.version())
    said = desk.read_ticket("1").conversation[-1]
    assert (said.role, said.public, said.text) == ("customer", True, "One\ntwo")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:81"},
        {"Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"},
        {"Referer": "http://localhost/agent/tickets/1"},
    ],
)
def test_a_reply_from_another_site_is_refused(web, desk, headers):
    assert reply(web, "Hello", headers=headers).status_code == 403
    assert desk.read_ticket("1").conversation == ()


def test_an_empty_or_too_long_reply_is_refused_with_a_reason(web, desk):
    assert reply(web, " \n ").json == {"error": "Write something first."}
    assert reply(web, "x" * (LONGEST_REPLY + 1)).status_code == 413
    assert reply(web, "x" * LONGEST_REPLY).status_code == 201
    assert web.post("/agent/tickets/1/reply", data={"text": "a form"}, headers=ORIGIN).status_code == 400
    assert web.post("/agent/tickets/1/reply", json=["text"], headers=ORIGIN).status_code == 400
    assert len(desk.read_ticket("1").conversation) == 1


def test_a_ticket_without_a_customer_says_that_nobody_can_write():
    class Ownerless(MemoryDesk):
        def reply_as_customer(self, ticket_id, _text):
            raise KeyError(ticket_id)

    answer = reply(page_of(Ownerless([ticket(1)])), "Hello")
    assert (answer.status_code, answer.json) == (409, {"error": "This ticket has no customer who could write."})


def test_whoever_mounts_the_page_may_look_at_the_body_of_every_answer(desk):
    app = Flask("loopback")
    app.register_blueprint(desk_blueprint(desk))
    seen = []
    app.after_request(lambda answer: seen.append(len(answer.get_data())) or answer)
    with app.test_client().get("/agent/static/list.js") as answer:
        assert answer.status_code == 200
    assert seen[0] > 1000


@pytest.mark.parametrize(
    ("channel", "name"), [("native_messaging", "Messaging"), ("voice", "Phone"), ("email", "Email"), ("", None)]
)
def test_a_channel_is_shown_in_words(channel, name):
    shown = page_of(MemoryDesk([ticket(1, channel=channel)])).get("/agent/tickets/1.json").json["ticket"]
    assert next(field["value"] for field in shown["form"] if field["key"] == "channel") == name


def test_an_unknown_ticket_is_a_page_of_the_same_look_and_a_404(web):
    answer = web.get("/agent/tickets/999")
    assert answer.status_code == 404
    assert "Loopback Zendesk" in answer.text
    assert "tickets/999" in answer.text
    assert web.get("/agent/tickets/999.json").json == {"error": "There is no ticket 999."}
    assert web.get("/agent/nowhere/at/all").status_code == 404
    assert reply(web, "Hello", "999").status_code == 404


def test_every_answer_carries_a_policy_that_allows_only_this_server(web):
    for path in ("/agent/", "/agent/tickets/1", "/agent/tickets/1.json", "/agent/static/list.js", "/agent/tickets/9"):
        with web.get(path) as answer:
            assert answer.headers["Content-Security-Policy"].startswith("default-src 'self';")
            assert "unsafe" not in answer.headers["Content-Security-Policy"]
            assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_page_asks_nothing_of_other_servers_and_holds_no_inline_script_or_style(web):
    for path in ("/agent/", "/agent/tickets/1", "/agent/tickets/9"):
        html = web.get(path).text
        assert "http://" not in html.replace("http://www.w3.org/", "")
        assert "https://" not in html
        assert "style=" not in html
        assert "<style" not in html


def test_the_header_links_to_the_other_helpdesk_where_its_address_is_known(desk):
    assert 'href="http://127.0.0.1:9/agent/"' in page_of(desk, "http://127.0.0.1:9/agent/").get("/agent/").text
    assert "Loopback Salesforce" not in page_of(desk).get("/agent/").text
    assert "javascript" not in page_of(desk, "javascript:alert(1)").get("/agent/").text


@pytest.mark.parametrize(
    ("option", "name"),
    [
        ("sidelight_repeat_contact", "Repeat contact"),
        ("repeat_contact", "Repeat contact"),
        ("Repeat contact", "Repeat contact"),
        ("Sidelight: Repeat contact", "Repeat contact"),
        ("Sidelight::Good score, bad experience", "Good score, bad experience"),
    ],
)
def test_a_flag_is_named_in_words(option, name):
    assert flag_name(option) == name


def test_flags_are_read_from_labels_values_and_joined_values_each_once():
    assert [flag.kind for flag in read_flags(("Repeat contact", "sidelight_repeat_contact"))] == ["repeat_contact"]
    assert [flag.name for flag in read_flags("rushed;asked_again")] == ["Rushed", "Asked again"]
    assert read_flags(None) == ()


@pytest.mark.parametrize(
    ("key", "title", "part"),
    [
        ("360001", "Sidelight headline", "headline"),
        ("360002", "Sidelight: next promise due", "promise"),
        ("Sidelight_Flags__c", "Flags", "flags"),
        ("annotation", "Annotation", "annotation"),
        ("promise_due", "Due", "promise"),
        ("360003", "Number of contacts", None),
        ("sidelight_other", "Sidelight other", None),
    ],
)
def test_sidelight_s_fields_are_found_by_key_or_title(key, title, part):
    assert part_of(DeskField(key, title, None)) == part


@pytest.mark.parametrize(
    ("value", "level"), [("Angry", 3), (("sidelight_uneasy",), 1), (2, 2), ("0", 0), ("", None), (9, None)]
)
def test_frustration_is_read_from_a_word_an_option_or_a_number(value, level):
    assert read_sidelight([DeskField("frustration", "Sidelight frustration", value)]).frustration == level


def test_three_thousand_tickets_are_listed_within_a_second():
    desk = MemoryDesk([ticket(n, fields=fields(flags=KINDS, headline="Third contact.")) for n in range(3000)])
    web = page_of(desk)
    web.get("/agent/version")
    desk.change("7", subject="One change")
    start = time.process_time()
    known = web.get("/agent/version").json
    answer = web.get("/agent/")
    assert time.process_time() - start < 1
    assert known["tickets"] == 3000
    state = answer.text.partition('id="first">')[2].partition("</script>")[0]
    assert len(json.loads(state)["rows"]) == 3000
