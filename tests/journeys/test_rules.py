"""What an admin chooses, on the tickets themselves: without a restart, once, and never from a file that is wrong."""

import os
import time

import pytest

from app import House
from commands.admin_files import check_files
from tests.journeys.stories import third_contact
from workers.relay import drain


def write(house, text, name="rules.toml"):
    """Write an admin's file as it would stand there after a few seconds."""
    path = house.folder / name
    path.write_text(text)
    house.edits = getattr(house, "edits", 0) + 1
    changed_at = time.time() - 60 + house.edits
    os.utime(path, (changed_at, changed_at))


def changed(house):
    """Return what the audit log says was changed, the latest first."""
    return [(change.what, change.before, change.after) for done in house.store.audit_log() for change in done.changes]


@pytest.mark.parametrize("system", ["zendesk", "salesforce"])
def test_a_flag_that_is_switched_off_goes_from_fields_and_tags_and_is_logged_once_by_two_workers(estate, system):
    house = estate(third_contact(first_system=system, system=system))
    other = House(house.settings).desk()
    house.drain()
    drain(other)
    assert "repeat_contact" in house.flags("third") & house.flags("second")
    write(house, "[repeat_contact]\non = false\n")
    drain(other)
    house.wait_and_drain(until=lambda: "repeat_contact" not in house.flags("third") | house.flags("second"))
    third = house.results()["third"]
    assert "sidelight_repeat_contact" not in third["tags"]
    assert changed(house) == [("rules [repeat_contact] on", "true", "false")]
    write(house, "")
    house.wait_and_drain(until=lambda: "repeat_contact" in house.flags("third"))
    drain(other)
    assert changed(house)[0] == ("rules [repeat_contact] on", "false", "true")
    other.store.close()


def test_a_wrong_edit_changes_nothing_and_doctor_names_it(estate):
    house = estate(third_contact())
    house.drain()
    before = house.results()
    write(house, '[repeat_contact]\non = false\nhigh_from = "four"\n')
    assert house.drain() == 0
    assert house.results() == before
    assert changed(house) == []
    rules, brand = check_files(house.settings)
    assert brand.ok
    assert not rules.ok
    assert '[repeat_contact] high_from is "four"; write a whole number from 2 to 20.' in rules.says
    assert "sidelight rules --check" in rules.remedy


def test_a_stricter_limit_takes_a_flag_away(estate):
    house = estate(third_contact())
    house.drain()
    assert house.results()["third"]["fields"]["contacts"] == 3
    assert "repeat_contact" in house.flags("third")
    write(house, "[repeat_contact]\nwithin_days = 5\n")
    house.wait_and_drain(until=lambda: "repeat_contact" not in house.flags("third"))
    assert changed(house) == [("rules [repeat_contact] within_days", "30", "5")]


def test_agents_are_told_in_the_accounts_language(estate):
    house = estate(third_contact(), more={"language": "de"})
    house.drain()
    third = house.results()["third"]
    assert third["fields"]["headline"].startswith("Dritter Kontakt")
    (note,) = third["notes"]
    assert "Zu tun: " in note
    assert "Kunde, 8. Nov." in note
    assert "Third contact" not in str(third)


def test_a_language_that_changes_with_a_restart_is_told_on_tickets_that_were_written_before(estate):
    house = estate(third_contact())
    house.drain()
    assert house.results()["third"]["fields"]["headline"].startswith("Third contact")
    # the former process has ended: it would say it in English
    again = House(house.settings.model_copy(update={"language": "es"})).desk()

    def is_told():
        drain(again)
        return house.results()["third"]["fields"]["headline"].startswith("Tercer contacto")

    house.wait_for(is_told)
    assert len(house.notes("third")) == 1, "the same evidence causes no second note"
    assert changed(house) == [("SIDELIGHT_LANGUAGE", "en", "es")]
    again.store.close()
