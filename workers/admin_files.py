"""
The admin's files as they are now: the rules and the brand's guidelines, and with the language all that they choose.

A file that changes takes effect without a restart: whoever asks for the thinking's settings looks at the files first.
What differs from what was last applied is applied in the store, once over all workers. A file that cannot be read
changes nothing: what was read before stays in force, after a restart too.
"""

import threading
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final, Generic, TypeVar

import structlog

from integration.errors import SettingsError
from integration.saying import Saying
from integration.settings import Settings
from integration.store import Choices, Store
from workers import brand, rules
from workers.brand import Brand
from workers.context import ThinkingSettings
from workers.flags import MODULES
from workers.rules import Rules

log = structlog.get_logger()

T = TypeVar("T")

SETTLED_S: Final = 1.0
"""A file that changed less than this ago may be half written: it is read at a later look."""
ACTOR: Final = "admin's files"
"""Who is named in the audit log: nobody can tell who wrote a file."""


def read_rules(text: str) -> Rules:
    """Return the rules of a file's text; SettingsError names table, key, what is wrong and what to write."""
    return rules.read(text, MODULES)


def check_file(path: Path, read: Callable[[str], T], *, must_be: bool) -> T:
    """Return what a file says; SettingsError names the file, and where in it something is wrong and what to write."""
    try:
        return read(_text(path, must_be=must_be))
    except SettingsError as error:
        raise SettingsError(f"{path}: {error}") from error


def spell(rules_now: Rules, brand_now: Brand, language: str, time_zone: str) -> dict[str, str]:
    """Return all that is chosen, defaults too, by what it is, as the audit log names it."""
    return {
        "SIDELIGHT_LANGUAGE": language,
        "SIDELIGHT_TIME_ZONE": time_zone,
        **{f"rules {key}": value for key, value in rules.spell(rules_now, MODULES).items()},
        **{f"brand {key}": value for key, value in brand.spell(brand_now).items()},
    }


def switched_off(chosen: Choices | None) -> list[str]:
    """Return the flags that are off, of what was applied last."""
    values = chosen.values if chosen is not None else {}
    return rules.switched_off({key.removeprefix("rules "): value for key, value in values.items()})


class AdminFiles:
    """What the admin has chosen, for one process; safe to ask from several threads."""

    def __init__(self, settings: Settings, store: Store, clock: Callable[[], datetime]) -> None:
        self._settings, self._store, self._clock = settings, store, clock
        self._lock = threading.Lock()
        self._rules = _File("rules", settings.rules_file, read_rules, must_be=bool(settings.rules))
        self._brand = _File("brand", settings.brand_file, brand.read, must_be=bool(settings.brand))
        self._applied: Mapping[str, str] | None = None
        self._changed = True
        self._thinking = ThinkingSettings()

    def thinking(self) -> ThinkingSettings:
        """Return the settings of the thinking as they are now; where they changed, everybody is due for assessing."""
        with self._lock:
            if self._applied is None:
                self._applied = self._recall()
            for file in (self._rules, self._brand):
                self._changed |= file.look()
            if self._changed:
                self._apply()
                self._changed = False  # only now: where the database is away, the next look applies it
            return self._thinking

    def _recall(self) -> Mapping[str, str]:
        """Begin with what was applied last, and return it."""
        last = self._store.load_choices()
        if last is None:
            return {}
        self._rules.recall(last.texts)
        self._brand.recall(last.texts)
        return last.values

    def _apply(self) -> None:
        chosen = self._settings
        values = spell(self._rules.value, self._brand.value, chosen.language, chosen.time_zone)
        if values != self._applied:
            texts = {"rules": self._rules.text, "brand": self._brand.text}
            defaults = spell(read_rules(""), Brand(), "en", chosen.time_zone)
            changes = self._store.apply_choices(Choices(values, texts), defaults, ACTOR, self._clock())
            if changes:
                log.info("rules_applied", changes=len(changes))
            self._applied = values
        self._thinking = ThinkingSettings(
            time_zone=chosen.time_zone,
            rules=self._rules.value,
            saying=Saying(chosen.language),
            brand=self._brand.value,
        )


class _File(Generic[T]):
    """One file, as it was last read."""

    def __init__(self, name: str, path: Path, read: Callable[[str], T], *, must_be: bool) -> None:
        self._name, self._path, self._read, self._must_be = name, path, read, must_be
        self._stamp: object = None
        self.text = ""
        self.value = read("")

    def recall(self, texts: Mapping[str, str]) -> None:
        """Begin with what was applied before; where this version can no longer read that, with the defaults."""
        text = texts.get(self._name, "")
        try:
            self.text, self.value = text, self._read(text)
        except SettingsError as error:
            log.warning("rules_outdated", file=self._name, reason=str(error))

    def look(self) -> bool:
        """Read the file where it changed; return whether it says something else now."""
        changed_at, stamp = _stamp(self._path)
        # what changed a moment ago is told by the file's own time, which is the same for all processes that look
        if stamp == self._stamp or 0 <= time.time() - changed_at < SETTLED_S:
            return False
        self._stamp = stamp
        try:
            text = _text(self._path, must_be=self._must_be)
            value = self._read(text)
        except SettingsError as error:
            log.warning("rules_refused", file=str(self._path), reason=str(error))
            return False
        changed = text != self.text
        self.text, self.value = text, value
        return changed


def _stamp(path: Path) -> tuple[float, object]:
    """Return when a file changed, and what is another once it has; of one that is not there, when its folder did."""
    try:
        found = path.stat()
    except OSError as error:
        try:
            return path.parent.stat().st_mtime, type(error)
        except OSError:
            return 0.0, type(error)
    return found.st_mtime, (found.st_mtime_ns, found.st_size, found.st_ino)


def _text(path: Path, *, must_be: bool) -> str:
    """Return a file's text; one that is not there, and need not be, says nothing."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise SettingsError(f"it is not UTF-8 at byte {error.start}; save it as UTF-8.") from error
    except FileNotFoundError as error:
        if not must_be:
            return ""
        raise SettingsError("it is not there; put it back, or point to another.") from error
    except OSError as error:
        raise SettingsError(f"it cannot be read ({error.strerror}); give Sidelight's user the right to.") from error
