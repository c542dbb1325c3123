"""Settings: read from the environment once; what is wrong is named, with what to write instead."""

import os
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import ValidationError

from integration.errors import SettingsError
from integration.settings import WRITABLE, Route, Settings, read_settings

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch):
    for name in [name for name in os.environ if name.upper().startswith("SIDELIGHT_")]:
        monkeypatch.delenv(name)


def read_with(monkeypatch, **variables):
    for name, value in variables.items():
        monkeypatch.setenv(f"SIDELIGHT_{name}", value)
    return read_settings()


def test_without_any_variable_everything_has_a_default_that_needs_nothing_else(tmp_path, monkeypatch):
    settings = read_with(monkeypatch, HOME=str(tmp_path))
    assert settings.store_url == f"sqlite:///{tmp_path / 'sidelight.db'}"
    assert settings.embedded
    assert settings.web_host == "127.0.0.1"
    assert (settings.keys, settings.routes, settings.write_off, settings.public_url) == ((), (), (), "")


def test_the_admins_files_are_in_the_home_folder_unless_a_variable_says_where(tmp_path, monkeypatch):
    (tmp_path / "ours.toml").touch()
    settings = read_with(monkeypatch, HOME=str(tmp_path), RULES=str(tmp_path / "ours.toml"))
    assert settings.rules_file == tmp_path / "ours.toml"
    assert settings.brand_file == tmp_path / "brand.toml"
    assert settings.language == "en"


def test_every_field_is_read_from_the_variable_of_its_name(monkeypatch):
    settings = read_with(
        monkeypatch,
        DATABASE_URL="postgresql://db/sidelight",
        BROKER_URL="amqp://broker",
        KEYS="one, two,,",
        PUBLIC_URL="https://sidelight.example.com/",
        WEB_PORT="9000",
        ZENDESK_SHARE="0.5",
        TIME_ZONE="Europe/Madrid",
        CROSS_SYSTEM_QUOTES="off",
        WRITE_OFF="note, annotation",
        LOG_LEVEL="debug",
    )
    assert settings.store_url == "postgresql://db/sidelight"
    assert not settings.embedded
    assert settings.keys == ("one", "two")
    assert settings.public_url == "https://sidelight.example.com"
    assert (settings.web_port, settings.zendesk_share, settings.time_zone) == (9000, 0.5, "Europe/Madrid")
    assert (settings.cross_system_quotes, settings.write_off, settings.log_level) == (
        "off",
        ("note", "annotation"),
        "debug",
    )


WRONG = [
    ("WEB_PORT", "70000", "65535"),
    ("WEB_PORT", "http", "integer"),
    ("WORKER_THREADS", "0", "greater than or equal to 1"),
    ("WORKER_THREADS", "65", "less than or equal to 64"),
    ("POLL_INTERVAL_S", "0", "greater than or equal to 1"),
    ("LEASE_S", "1", "greater than or equal to 2"),
    ("MAX_ATTEMPTS", "0", "greater than or equal to 1"),
    ("ZENDESK_SHARE", "0", "greater than 0"),
    ("ZENDESK_SHARE", "1.1", "less than or equal to 1"),
    ("SALESFORCE_SHARE", "30%", "number"),
    ("LOG_LEVEL", "loud", "'debug', 'info', 'warning' or 'error'"),
    ("CROSS_SYSTEM_QUOTES", "some", "'full', 'redacted' or 'off'"),
    ("CLOCK_OFFSET_S", "later", "number"),
    ("TIME_ZONE", "Madrid", "'Madrid' is no IANA time zone; write one such as Europe/Madrid"),
    ("TIME_ZONE", "", "write one such as Europe/Madrid"),
    ("TIME_ZONE", "../../etc/passwd", "write one such as Europe/Madrid"),
    ("LANGUAGE", "nl", "'en', 'es', 'de', 'fr', 'pt' or 'it'"),
    ("LANGUAGE", "", "'en', 'es', 'de', 'fr', 'pt' or 'it'"),
    ("RULES", "nowhere/rules.toml", "`sidelight rules > nowhere/rules.toml` writes one"),
    ("BRAND", "/", "`sidelight brand > /` writes one"),
    ("PUBLIC_URL", "http://sidelight.example.com", "must start with https://"),
    ("PUBLIC_URL", "sidelight.example.com", "must start with https://"),
    ("WRITE_OFF", "note,notes", f"'notes' is none of {', '.join(WRITABLE)}"),
    ("ROUTES", "acme.zendesk.com=http://127.0.0.1:1", "must be https://HOST=http://127.0.0.1:PORT"),
    ("ROUTES", "https://acme.zendesk.com", "must be https://HOST=http://127.0.0.1:PORT"),
]


@pytest.mark.parametrize(("name", "value", "remedy"), WRONG, ids=[f"{n}={v}" for n, v, _ in WRONG])
def test_a_bad_variable_is_named_with_its_remedy(monkeypatch, name, value, remedy):
    with pytest.raises(SettingsError) as raised:
        read_with(monkeypatch, **{name: value})
    says = str(raised.value)
    assert says.startswith(f"SIDELIGHT_{name}: ")
    assert remedy in says
    assert says.endswith(".")
    assert "\n" not in says


MISTYPED = {
    "WRITE_OF": "WRITE_OFF",
    "ZENDESK_SUBDOMIAN": "ZENDESK_SHARE",
    "LANGAUGE": "LANGUAGE",
    "BROKER": "BROKER_URL",
    "DB_URL": "DATABASE_URL",
    "PORT": "WEB_PORT",
    "SERVICE_HOSTS": "WEB_HOST",
}


@pytest.mark.parametrize(("name", "nearest"), MISTYPED.items())
def test_a_name_that_is_no_setting_is_refused_with_the_nearest_that_is(monkeypatch, name, nearest):
    with pytest.raises(SettingsError) as raised:
        read_with(monkeypatch, HOME=".sidelight", **{name: "note"})
    meant = f"write SIDELIGHT_{nearest} if that is meant, or remove it"
    assert str(raised.value) == f"SIDELIGHT_{name}: is no setting; {meant}."


def test_a_mistyped_name_in_small_letters_is_refused_too(monkeypatch):
    monkeypatch.setenv("sidelight_write_of", "note")
    with pytest.raises(SettingsError, match=r"^SIDELIGHT_WRITE_OF: "):
        read_settings()


def test_what_kubernetes_says_of_services_with_our_name_is_no_mistake(monkeypatch):
    for service in ("SIDELIGHT", "SIDELIGHT_DATABASE"):
        for end in ("SERVICE_HOST", "SERVICE_PORT", "SERVICE_PORT_HTTP", "PORT", "PORT_8350_TCP", "PORT_8350_TCP_ADDR"):
            monkeypatch.setenv(f"{service}_{end}", "tcp://10.0.0.11:8350")
    assert read_settings().web_port == 8350


def test_every_variable_that_tests_and_benches_read_is_no_mistake(monkeypatch):
    code = [*(ROOT / "bench").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    read = re.compile(r"""environ(?:\.get\(|\[)\s*"(SIDELIGHT_\w+)\"""")
    names = {name for path in code for name in read.findall(path.read_text())}
    assert len(names) >= 4
    for name in names:
        monkeypatch.setenv(name, "/anywhere")
    assert read_settings().write_off == ()


def test_what_is_given_stands_instead_of_the_environment(monkeypatch):
    monkeypatch.setenv("SIDELIGHT_WEB_PORT", "9000")
    assert read_settings(web_port=9001).web_port == 9001
    with pytest.raises(SettingsError, match=r"^SIDELIGHT_WEB_PORT: "):
        read_settings(web_port=-1)


@pytest.mark.parametrize("target", ["http://127.0.0.1:9001", "http://localhost:9001", "http://[::1]:9001"])
def test_a_route_leads_to_this_machine(monkeypatch, target):
    settings = read_with(monkeypatch, ROUTES=f"https://acme.zendesk.com={target}, https://b.zendesk.com={target}")
    assert settings.routes == (Route("https://acme.zendesk.com", target), Route("https://b.zendesk.com", target))


@pytest.mark.parametrize(
    "target",
    [
        "http://192.168.0.2:9001",
        "http://example.com:9001",
        "http://localhost.example.com:9001",
        "http://127.0.0.1@example.com:9001",
        "http://127.0.0.1.example.com",
        "http://0.0.0.0:9001",
        "https://127.0.0.1:9001",
        "ftp://127.0.0.1:9001",
        "127.0.0.1:9001",
        "",
    ],
)
def test_a_route_to_anywhere_else_is_refused(monkeypatch, target):
    with pytest.raises(SettingsError, match=r"SIDELIGHT_ROUTES: .*lead only to http://127\.0\.0\.1:PORT"):
        read_with(monkeypatch, ROUTES=f"https://acme.zendesk.com={target}")


def test_settings_never_change_once_they_are_read(monkeypatch):
    settings = read_with(monkeypatch)
    with pytest.raises(ValidationError):
        settings.web_port = 1


def test_a_key_in_the_settings_is_not_part_of_an_error_about_another_variable(monkeypatch):
    with pytest.raises(SettingsError) as raised:
        read_with(monkeypatch, KEYS="hidden-key", WEB_PORT="0x50")
    assert "hidden-key" not in str(raised.value)


def test_the_clock_is_shifted_by_the_offset(monkeypatch):
    settings = read_with(monkeypatch, CLOCK_OFFSET_S="-90.5")
    assert settings.shift(datetime(2026, 11, 20, 12, 0, tzinfo=UTC)) == datetime(
        2026, 11, 20, 11, 58, 29, 500000, tzinfo=UTC
    )


def test_every_field_says_what_it_is():
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []
