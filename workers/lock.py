"""The lock of an embedded worker: at its start it takes back every job, so it must be the only one."""

import fcntl
from pathlib import Path

from integration.errors import SettingsError


class WorkerLock:
    """Held as long as the object lives and is not closed; the system lets go of it when the process ends."""

    def __init__(self, home: Path, refusal: str | None = None) -> None:
        """
        Take the lock of a home folder.

        Raises:
            SettingsError: another process holds it; `refusal` is what it says, where that is no worker.
        """
        home.mkdir(parents=True, exist_ok=True)
        self._file = (home / "worker.lock").open("w")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            self._file.close()
            raise SettingsError(
                refusal
                or f"Another worker uses {home}; end it, or give this one its own SIDELIGHT_HOME,"
                " or set SIDELIGHT_BROKER_URL to run several."
            ) from error

    def close(self) -> None:
        """Let go."""
        self._file.close()
