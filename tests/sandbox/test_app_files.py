"""The files of the sidebar app, as the desk serves them."""

import pytest
from flask import Flask

from sandbox.desk.app_files import VENDORS_SDK, read_app
from sandbox.desk.page import desk_blueprint
from tests.sandbox.memory_desk import MemoryDesk, ticket

PAGE = (
    b'<meta http-equiv="Content-Security-Policy" content="script-src https://static.zdassets.com">'
    b'<script src="' + VENDORS_SDK + b'"></script>'
)
APP = {
    "manifest.json": b'{"name": "Tiny"}',
    "assets/iframe.html": PAGE,
    "assets/main.js": b"1;",
    "assets/look.css": b"p{}",
    "assets/logo.svg": b"<svg/>",
    "assets/logo.png": b"\x89PNG",
    "assets/odd.thing": b"?",
    "sidelight.js": b"window.mountSidelight = () => ({});",
    "sidelight.css": b"p{}",
}


def web(vendor="zendesk", app=APP, **more):
    root = Flask("loopback")
    root.register_blueprint(desk_blueprint(MemoryDesk([ticket(1)], vendor), None, app, **more))
    return root.test_client()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("manifest.json", "application/json"),
        ("assets/iframe.html", "text/html; charset=utf-8"),
        ("assets/main.js", "text/javascript; charset=utf-8"),
        ("assets/look.css", "text/css; charset=utf-8"),
        ("assets/logo.svg", "image/svg+xml; charset=utf-8"),
        ("assets/logo.png", "image/png"),
        ("assets/odd.thing", "application/octet-stream"),
    ],
)
def test_a_file_is_served_as_what_it_is_and_by_the_app_s_policy_alone(path, kind):
    answer = web().get(f"/agent/app/{path}")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, kind)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Content-Security-Policy" not in answer.headers
    assert "Set-Cookie" not in answer.headers


def test_the_page_of_the_app_asks_our_server_for_the_sdk():
    html = web().get("/agent/app/assets/iframe.html").text
    assert '<script src="/agent/static/zaf_client.js"></script>' in html
    assert "script-src 'self'" in html
    assert "zdassets" not in html


def test_the_page_of_the_app_stays_as_it_is_where_the_desk_is_told_so():
    assert web(vendors_sdk=True).get("/agent/app/assets/iframe.html").data == PAGE


@pytest.mark.parametrize(
    "path",
    ["nothing.js", "assets/", "assets", "../page.py", "..%2fpage.py", "assets/../../page.py", "/etc/passwd", "%00"],
)
def test_what_the_app_does_not_hold_is_not_there(path):
    answer = web().get(f"/agent/app/{path}")
    assert answer.status_code in (308, 404)
    assert "desk_blueprint" not in answer.text
    assert web(app=None).get("/agent/app/manifest.json").status_code == 404


@pytest.mark.parametrize(
    ("host", "frame"),
    [
        ("127.0.0.1:8123", "http://localhost:8123"),
        ("localhost:8123", "http://127.0.0.1:8123"),
        ("localhost", "http://127.0.0.1"),
    ],
)
def test_the_frame_is_the_same_server_s_other_name_and_nothing_else_may_be_framed(host, frame):
    answer = web().get("/agent/tickets/1", headers={"Host": host})
    policy = answer.headers["Content-Security-Policy"]
    assert f"frame-src {frame};" in policy
    assert "require-trusted-types-for 'script'" in policy
    assert "unsafe" not in policy
    assert f'data-frame="{frame}"' in answer.text


def test_where_the_server_has_no_other_name_no_app_is_shown():
    answer = web().get("/agent/tickets/1", headers={"Host": "desk.example:8123"})
    assert "No app is installed." in answer.text
    assert "frame-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_case_page_loads_the_component_and_only_scripts_of_its_own():
    answer = web("salesforce").get("/agent/tickets/1")
    assert '<script src="/agent/app/sidelight.js" defer></script>' in answer.text
    assert 'href="/agent/app/sidelight.css"' in answer.text
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'self'; style-src 'self' 'unsafe-inline';")
    assert "script-src" not in policy


def test_an_app_of_the_other_kind_is_none_here():
    frameless = {name: body for name, body in APP.items() if not name.startswith("assets/")}
    assert "No app is installed." in web("zendesk", frameless).get("/agent/tickets/1").text
    scriptless = {"sidelight.css": b"p{}"}
    assert "No app is installed." in web("salesforce", scriptless).get("/agent/tickets/1").text


def test_a_folder_is_read_whole_and_a_missing_one_is_empty(tmp_path):
    (tmp_path / "assets").mkdir()
    (tmp_path / "manifest.json").write_bytes(b"{}")
    (tmp_path / "assets" / "iframe.html").write_bytes(b"<p>")
    assert read_app(tmp_path) == {"assets/iframe.html": b"<p>", "manifest.json": b"{}"}
    assert read_app(tmp_path / "nowhere") == {}
