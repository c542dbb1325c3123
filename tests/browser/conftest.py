import shutil

import pytest

from tests.browser.salesforce_sidebar import SalesforceSidebar
from tests.browser.sidebar_fixtures import axe, garden, zendesk_sdk  # noqa: F401 - the first two are fixtures
from tests.browser.stage import Stage, annotation
from tests.browser.zendesk_sidebar import ZendeskSidebar

VENDORS = ("zendesk", "salesforce")

CHROMIUMS = ("chromium-headless-shell", "chromium")
"""The same engine; the first without the parts of a window that nobody sees here, in half the time."""

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """The machine's own Chromium, without its calls home."""
    chromium = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if chromium is None:
        pytest.fail(f"Chromium is not on this machine; install it (Debian: apt-get install {CHROMIUMS[0]})")
    return {**browser_type_launch_args, "executable_path": chromium, "args": list(QUIET)}


@pytest.fixture(scope="session")
def base_url():
    """None: every test names its own server. Also keeps pytest-base-url's own fixture out, which pytest warns of."""
    return


@pytest.fixture
def quiet_page(page):
    """A page on which anything that the browser complains about, or asks of another server, fails the test."""
    complaints = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    # the app's frame has the same server's other name
    ours = ("http://127.0.0.1:", "http://localhost:")
    page.on("request", lambda sent: None if sent.url.startswith(ours) else complaints.append(sent.url))
    yield page
    assert complaints == []


@pytest.fixture(params=VENDORS)
def sidebar(request, context):
    """A sidebar as it is installed, in a browser whose network ends at the tests."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    return ZendeskSidebar(context, zendesk_sdk()) if request.param == "zendesk" else SalesforceSidebar(context)


@pytest.fixture
def full(sidebar):
    """A ticket on which everything has something to say."""
    return Stage(annotation=annotation(sidebar.vendor))


@pytest.fixture
def opened(sidebar):
    """Opens the sidebar on a ticket; whatever the browser complains of fails the test."""
    opened = []

    def open_on(stage, **more):
        opened.append(sidebar.open(stage, **more))
        return opened[-1]

    yield open_on
    assert [one.complaints for one in opened if one.complaints] == []
