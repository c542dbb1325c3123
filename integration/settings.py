"""Every setting, read from the environment once, at the roof. Nothing else looks at the environment."""

import difflib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from integration.errors import SettingsError

PREFIX = "SIDELIGHT_"
LOOPBACK = ("127.0.0.1", "localhost", "::1")
NOT_OURS_TO_READ = (f"{PREFIX}TEST_", f"{PREFIX}ZENDESK_OAS")
"""How the names begin that only tests and benches read."""
WRITABLE = ("headline", "flags", "contacts", "frustration", "effort", "promise_due", "annotation", "note")


@dataclass(frozen=True, slots=True)
class Route:
    """Send what is meant for `address` (https://…) to `target` (http://127.0.0.1:PORT) instead."""

    address: str
    target: str


class Settings(BaseSettings):
    """One frozen object; every field is an environment variable with the prefix SIDELIGHT_."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore")

    home: Path = Field(
        default=Path(".sidelight"),
        description="Folder for the embedded database, the worker's lock and the admin's files.",
    )
    database_url: str = Field(
        default="", repr=False, description="SQLAlchemy URL; empty means SQLite in the home folder."
    )
    broker_url: str = Field(
        default="memory://", repr=False, description="Celery broker; memory:// is the embedded default."
    )
    keys: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        repr=False,
        description="Fernet keys that encrypt credentials, the current one first, separated by commas.",
    )
    public_url: str = Field(
        default="", description="https address at which helpdesks reach our webhooks; empty means polling."
    )
    web_host: str = Field(default="127.0.0.1", description="Address that the web part listens on.")
    web_port: int = Field(default=8350, ge=0, le=65535, description="Port that the web part listens on.")
    worker_threads: int = Field(default=4, ge=1, le=64, description="Tasks that one worker runs at the same time.")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="Least level that is logged."
    )
    poll_interval_s: float = Field(
        default=60.0, ge=1, description="Seconds between two looks for changes at a helpdesk."
    )
    lease_s: float = Field(
        default=120.0, ge=2, description="Seconds after which a job of a lost worker is given to another."
    )
    max_attempts: int = Field(
        default=5, ge=1, le=50, description="Failures after which a job is parked with its reason."
    )
    zendesk_share: float = Field(default=0.3, gt=0, le=1, description="Share of Zendesk's rate limit that may be used.")
    salesforce_share: float = Field(
        default=0.1, gt=0, le=1, description="Share of Salesforce's daily calls that may be used."
    )
    time_zone: str = Field(default="Europe/London", description="IANA zone of the team's business hours.")
    semantic_model: str = Field(
        default="",
        description="Sentence model that helps to tell whether two tickets are about the same: a folder, an installed "
        "Python package that holds one, or a name on a hub; needs pip install 'sidelight[semantic]'. Empty: none.",
    )
    language: Literal["en", "es", "de", "fr", "pt", "it"] = Field(
        default="en", description="Language in which agents are told: en, es, de, fr, pt or it."
    )
    rules: str = Field(
        default="", description="File with the rules; empty means rules.toml in the home folder, if there is one."
    )
    brand: str = Field(
        default="", description="File with the guidelines; empty means brand.toml in the home folder, if there is one."
    )
    cross_system_quotes: Literal["full", "redacted", "off"] = Field(
        default="full", description="How quotes from one helpdesk appear on tickets of the other."
    )
    write_off: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(), description="What is never written, separated by commas: " + ", ".join(WRITABLE) + "."
    )
    routes: Annotated[tuple[Route, ...], NoDecode] = Field(
        default=(), description="For trials: https://HOST=http://127.0.0.1:PORT sends calls to a loopback helpdesk."
    )
    clock_offset_s: float = Field(
        default=0.0, description="For trials: seconds that our clock is ahead of the machine's."
    )

    @field_validator("keys", "write_off", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("write_off")
    @classmethod
    def _known(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for name in value:
            if name not in WRITABLE:
                raise ValueError(f"{name!r} is none of {', '.join(WRITABLE)}")
        return value

    @field_validator("routes", mode="before")
    @classmethod
    def _read_routes(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return tuple(_read_route(part.strip()) for part in value.split(",") if part.strip())

    @field_validator("public_url")
    @classmethod
    def _https(cls, value: str) -> str:
        if value and urlsplit(value).scheme != "https":
            raise ValueError("must start with https://, since helpdesks deliver to nothing else")
        return value.rstrip("/")

    @field_validator("time_zone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError(f"{value!r} is no IANA time zone; write one such as Europe/Madrid") from error
        return value

    @field_validator("rules", "brand")
    @classmethod
    def _file(cls, value: str, info: ValidationInfo) -> str:
        if value and not Path(value).is_file():
            raise ValueError(f"there is no file {value}; `sidelight {info.field_name} > {value}` writes one")
        return value

    @property
    def rules_file(self) -> Path:
        """Where the admin's rules are; a file that is not there says nothing."""
        return Path(self.rules or self.home / "rules.toml")

    @property
    def brand_file(self) -> Path:
        """Where the brand's guidelines are; a file that is not there says nothing."""
        return Path(self.brand or self.home / "brand.toml")

    @property
    def store_url(self) -> str:
        """The database's URL, with the default filled in."""
        return self.database_url or f"sqlite:///{self.home / 'sidelight.db'}"

    @property
    def embedded(self) -> bool:
        """Whether the broker lives inside the one worker process."""
        return self.broker_url.startswith("memory:")

    def environment(self) -> dict[str, str]:
        """Return this process's variables, changed so that a child reads the same settings."""
        return {
            **os.environ,
            **{PREFIX + name.upper(): _spell(getattr(self, name)) for name in type(self).model_fields},
        }

    def shift(self, moment: datetime) -> datetime:
        """Return `moment` of the machine's clock as our clock shows it."""
        return moment + timedelta(seconds=self.clock_offset_s)


def _spell(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(_spell(part) for part in value)
    return f"{value.address}={value.target}" if isinstance(value, Route) else str(value)


def _read_route(text: str) -> Route:
    address, equals, target = text.partition("=")
    if not equals or urlsplit(address).scheme != "https":
        raise ValueError(f"{text!r} must be https://HOST=http://127.0.0.1:PORT")
    if urlsplit(target).scheme != "http" or urlsplit(target).hostname not in LOOPBACK:
        raise ValueError(f"{target!r} is not on this machine; routes lead only to http://127.0.0.1:PORT")
    return Route(address, target)


def read_settings(**given: Any) -> Settings:
    """
    Read the settings from the environment; what is given stands instead.

    Raises:
        SettingsError: names the variable, what is wrong with it and what to write.
    """
    _refuse_unknown(os.environ)
    try:
        return Settings(**given)
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + "_".join(str(part) for part in first["loc"][:1]).upper()
        says = first["msg"].removeprefix("Value error, ")
        raise SettingsError(f"{name}: {says}.") from error


def _refuse_unknown(variables: Iterable[str]) -> None:
    """Refuse a name that is no setting: whoever mistypes SIDELIGHT_WRITE_OFF must not find notes on the tickets."""
    names = {name.upper() for name in variables if name.upper().startswith(PREFIX)}
    known = [PREFIX + field.upper() for field in Settings.model_fields]
    for name in sorted(names.difference(known)):
        if not name.startswith((*NOT_OURS_TO_READ, *_kubernetes(names))):
            nearest = difflib.get_close_matches(name, known, 1, cutoff=0)[0]
            raise SettingsError(f"{name}: is no setting; write {nearest} if that is meant, or remove it.")


def _kubernetes(names: Iterable[str]) -> list[str]:
    """Return how the names begin that Kubernetes adds for Services called sidelight, sidelight-db and so on."""
    stems = [name.removesuffix("_SERVICE_HOST") for name in names if name.endswith("_SERVICE_HOST")]
    return [stem + end for stem in stems for end in ("_SERVICE_", "_PORT")]
