"""Who opens the agent's page is signed in as an agent: what that opens, for whom, and what it leaves closed."""

import pytest
import requests

from sandbox.world import World

SAME = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def agent(zendesk):
    """A browser that has opened the page of the loopback Zendesk."""
    with requests.Session() as session:
        session.trust_env = False
        assert session.get(f"{zendesk.url}/agent/", timeout=10).status_code == 200
        session.headers.update(SAME)
        yield session


def api(zendesk, path):
    return f"{zendesk.url}/api/v2{path}"


def put(agent, zendesk, changes, **headers):
    address = api(zendesk, f"/tickets/{zendesk.id('mail')}.json")
    return agent.put(address, json={"ticket": changes}, headers={"Origin": zendesk.url, **headers}, timeout=10)


def test_the_page_signs_the_browser_in_by_a_cookie_that_no_script_and_no_other_site_has(zendesk):
    answer = requests.get(f"{zendesk.url}/agent/tickets/{zendesk.id('mail')}", timeout=10)
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert f"_{zendesk.served.port}=" in cookie
    for path in ("/agent/static/dom.js", "/agent/version", "/agent/app/manifest.json"):
        assert "Set-Cookie" not in requests.get(zendesk.url + path, timeout=10).headers


def test_the_agent_is_an_ordinary_one(zendesk, agent):
    user = agent.get(api(zendesk, "/users/me.json"), timeout=10).json()["user"]
    assert (user["role"], user["restricted_agent"]) == ("agent", True)
    assert user["id"] != zendesk.read("/users/me")["user"]["id"]


def test_an_account_without_agents_gets_one(start_zendesk):
    alone = start_zendesk(world=World(()))
    with requests.Session() as session:
        session.get(f"{alone.url}/agent/", timeout=10)
        users = [session.get(api(alone, "/users/me"), headers=SAME, timeout=10).json()["user"] for _ in range(2)]
    assert [user["role"] for user in users] == ["agent", "agent"]
    assert users[0]["id"] == users[1]["id"]


def test_the_agent_reads_the_ticket_its_comments_and_the_fields(zendesk, agent):
    number = zendesk.id("mail")
    paths = (f"/tickets/{number}.json", f"/tickets/{number}/comments", "/ticket_fields", f"/tickets/{number}/audits")
    assert [agent.get(api(zendesk, path), timeout=10).status_code for path in paths] == [200] * 4


def test_what_the_agent_writes_is_the_agent_s_and_came_by_the_page(zendesk, agent):
    field = zendesk.add_field("text", "Sidelight feedback")
    changes = {"custom_fields": [{"id": field, "value": "useful"}], "comment": {"body": "Noted.", "public": False}}
    audit = put(agent, zendesk, changes).json()["audit"]
    me = agent.get(api(zendesk, "/users/me"), timeout=10).json()["user"]["id"]
    assert (audit["author_id"], audit["via"]["channel"]) == (me, "web")
    assert zendesk.value("mail", field) == "useful"
    # what integrations write is told apart
    assert zendesk.helpdesk.written_comments() == []
    shown = requests.get(f"{zendesk.url}/agent/tickets/{zendesk.id('mail')}.json", timeout=10).json()["ticket"]
    assert next(c["role"] for c in shown["comments"] if c["text"] == "Noted.") == "agent"


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/incremental/tickets/cursor.json?start_time=1"),
        ("GET", "/webhooks"),
        ("POST", "/ticket_fields"),
        ("POST", "/triggers"),
        ("GET", "/oauth/clients"),
        ("GET", "/deleted_tickets"),
        ("DELETE", "/tickets/1001"),
    ],
)
def test_what_is_for_admins_stays_closed(zendesk, agent, method, path):
    answer = agent.request(method, api(zendesk, path), headers={"Origin": zendesk.url}, json={}, timeout=10)
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_another_site_s_request_is_nobody_s(zendesk, agent, headers):
    assert put(agent, zendesk, {"priority": "low"}, **headers).status_code == 401
    read = agent.get(api(zendesk, f"/tickets/{zendesk.id('mail')}"), headers=headers, timeout=10)
    assert read.status_code == 401
    assert zendesk.ticket("mail")["priority"] == "high"


def test_a_write_without_an_origin_is_nobody_s(zendesk, agent):
    address = api(zendesk, f"/tickets/{zendesk.id('mail')}")
    assert agent.put(address, json={"ticket": {"priority": "low"}}, timeout=10).status_code == 401


def test_a_wrong_cookie_and_none_at_all_are_nobody_s(zendesk, agent):
    address = api(zendesk, f"/tickets/{zendesk.id('mail')}")
    name = next(iter(agent.cookies)).name
    assert requests.get(address, headers=SAME, cookies={name: "guessed"}, timeout=10).status_code == 401
    assert requests.get(address, headers=SAME, timeout=10).status_code == 401


def test_a_token_that_is_sent_counts_and_not_the_cookie(zendesk, agent):
    address = api(zendesk, "/ticket_fields")
    assert agent.get(address, headers={"Authorization": "Bearer expired"}, timeout=10).status_code == 401


def test_the_agent_s_reply_needs_the_session_and_says_why_a_closed_ticket_takes_none(zendesk, agent):
    body, origin = {"text": "On its way."}, {"Origin": zendesk.url}
    address = f"{zendesk.url}/agent/tickets/{zendesk.id('mail')}/agent-reply"
    assert requests.post(address, json=body, headers=origin, timeout=10).status_code == 403
    assert agent.post(address, json=body, headers={"Origin": "https://evil.example"}, timeout=10).status_code == 403
    assert agent.post(address, json=body, headers=origin, timeout=10).status_code == 201
    said = zendesk.read(f"/tickets/{zendesk.id('mail')}/comments")["comments"][-1]
    assert (said["body"], said["public"]) == ("On its way.", True)
    closed = f"{zendesk.url}/agent/tickets/{zendesk.id('closed')}/agent-reply"
    refused = agent.post(closed, json=body, headers=origin, timeout=10)
    assert (refused.status_code, "closed" in refused.json()["error"]) == (409, True)


def test_an_answer_in_a_messaging_ticket_is_a_message(zendesk, agent):
    address = f"{zendesk.url}/agent/tickets/{zendesk.id('chat')}/agent-reply"
    assert agent.post(address, json={"text": "Hello"}, headers={"Origin": zendesk.url}, timeout=10).status_code == 201
    last = zendesk.read(f"/tickets/{zendesk.id('chat')}/conversation_log")["events"][-1]
    assert (last["type"], last["author"]["type"]) == ("Messaging::ConversationMessage", "agent")
