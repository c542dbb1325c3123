"""A component on the loopback's Case page: mounted with the agent's session, and told of every change."""

import pytest
from playwright.sync_api import expect

from tests.sandbox import salesforce_server
from tests.sandbox.salesforce_server import BASE, PACKAGE

pytestmark = pytest.mark.browser

salesforce_servers = salesforce_server.salesforce_servers

# as Lightning's engine does it: compiled templates come as HTML, styles inline
SCRIPT = b"""
window.mountSidelight = (element, given) => {
  window.given = given;
  window.heard = [];
  element.innerHTML = '<p id="shown" style="padding: 7px"></p><button id="save">Useful</button>';
  const address = `%s/ui-api/records/${given.recordId}`;
  const draw = async () => {
    const answer = await given.fetch(`${address}?fields=Case.Subject&optionalFields=Case.Wide__c,Case.Secret__c`);
    const { fields } = await answer.json();
    element.querySelector("#shown").textContent = `${fields.Subject.value}: ${fields.Wide__c.value}`;
  };
  element.querySelector("#save").addEventListener("click", () => given.fetch(address, {
    method: "PATCH", headers: {"Content-Type": "application/json"},
    body: JSON.stringify({fields: {Wide__c: "useful"}}),
  }));
  draw();
  return { recordChanged(id) { window.heard.push(id); draw(); }, unmount() { element.replaceChildren(); } };
};
""".replace(b"%s", BASE.encode())
LED = """href => {
  const link = document.getElementById("app").appendChild(document.createElement("a"));
  link.href = href;
  link.append(document.createElement("b"));
  link.firstChild.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, composed: true }));
  return link.href;
}"""
"""Where a link leads once somebody is about to use it."""

APP = {"sidelight.js": SCRIPT, "sidelight.css": b"#shown { color: rgb(1, 2, 3); }"}


@pytest.fixture
def org(salesforce_servers):
    return salesforce_servers.start(package_folder=PACKAGE, app=APP)


def test_the_component_knows_its_record_and_user_and_lives_with_the_page(org, quiet_page):
    case = org.case("mail")
    quiet_page.goto(f"{org.url}/agent/tickets/{case}")
    shown = quiet_page.locator("#shown")
    expect(shown).to_have_text("Subject of mail: null")
    expect(shown).to_have_css("color", "rgb(1, 2, 3)")
    expect(shown).to_have_css("padding", "7px")
    given = quiet_page.evaluate("({...given, fetch: typeof given.fetch, navigate: typeof given.navigate})")
    agent = org.rows("SELECT Id FROM User WHERE Name = 'Joe'")[0]["Id"]
    acts = {"fetch": "function", "navigate": "function"}
    assert given == {"recordId": case, "userId": agent, "locale": "en-US", "timeZone": "GMT", **acts}
    assert quiet_page.evaluate("heard") == []
    org.call("PATCH", f"/sobjects/Case/{case}", json={"Wide__c": "Third contact."})
    expect(shown).to_have_text("Subject of mail: Third contact.", timeout=2000)
    assert quiet_page.evaluate("[...new Set(heard)]") == [case]


def test_what_the_component_saves_is_the_agent_s(org, quiet_page):
    case = org.case("mail")
    quiet_page.goto(f"{org.url}/agent/tickets/{case}")
    quiet_page.locator("#save").click()
    expect(quiet_page.locator("#shown")).to_have_text("Subject of mail: useful", timeout=2000)
    row = org.rows(f"SELECT LastModifiedBy.Name FROM Case WHERE Id = '{case}'")[0]
    assert row["LastModifiedBy"]["Name"] == "Joe"


def test_the_component_opens_another_case_on_its_page_here(org, quiet_page):
    case, other = org.case("mail"), org.case("chat")
    quiet_page.goto(f"{org.url}/agent/tickets/{case}")
    quiet_page.evaluate("id => given.navigate(id)", other)
    expect(quiet_page.locator("#subject")).to_have_text("Subject of chat")
    assert quiet_page.url == f"{org.url}/agent/tickets/{other}"


def test_links_to_tickets_lead_to_their_pages_here(salesforce_servers, quiet_page):
    org = salesforce_servers.start(package_folder=PACKAGE, app=APP, other_page="http://127.0.0.1:9/agent/")
    case, other = org.case("mail"), org.case("chat")
    quiet_page.goto(f"{org.url}/agent/tickets/{case}")
    expect(quiet_page.locator("#shown")).to_have_text("Subject of mail: null")
    ours, theirs = f"{org.url}/agent/tickets/{other}", "http://127.0.0.1:9/agent/tickets/1110"
    leads = {
        f"/lightning/r/Case/{other}/view": ours,
        f"https://harbourlane.my.salesforce.com/lightning/r/Case/{other}/view": ours,
        "https://harbourlane.zendesk.com/agent/tickets/1110": theirs,
        "https://elsewhere.zendesk.com/agent/tickets/1110": "https://elsewhere.zendesk.com/agent/tickets/1110",
        "https://harbourlane.zendesk.com/hc/1": "https://harbourlane.zendesk.com/hc/1",
    }
    assert {href: quiet_page.evaluate(LED, href) for href in leads} == leads


def test_a_component_that_breaks_leaves_the_page_alive(salesforce_servers, page):
    broken = {"sidelight.js": b"window.mountSidelight = () => { throw new Error('broken'); };"}
    org = salesforce_servers.start(package_folder=PACKAGE, app=broken)
    case = org.case("mail")
    page.goto(f"{org.url}/agent/tickets/{case}")
    org.call("PATCH", f"/sobjects/Case/{case}", json={"Subject": "Another"})
    expect(page.locator("#subject")).to_have_text("Another", timeout=2000)
    page.get_by_role("textbox", name="Reply as agent").fill("On its way.")
    page.get_by_role("button", name="Reply", exact=True).click()
    expect(page.locator("#draft-state")).to_have_text("Sent to the customer.")
