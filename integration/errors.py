"""What can go wrong, in words that name the remedy. Every message is one sentence a person can act on."""


class SidelightError(Exception):
    """Base of all errors that Sidelight raises on purpose; `str(error)` may be shown to an admin."""


class SettingsError(SidelightError):
    """A setting is missing or wrong; names the variable and the remedy."""


class ConnectorError(SidelightError):
    """
    A helpdesk could not do what was asked.

    Args:
        message: What failed, without customer text.
        retry_after_s: Seconds that the helpdesk asked us to wait; None where it did not say.
        permanent: True where asking again cannot help (a missing right, a wrong secret).
    """

    def __init__(self, message: str, *, retry_after_s: float | None = None, permanent: bool = False) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s
        self.permanent = permanent


class CursorExpiredError(ConnectorError):
    """The helpdesk no longer knows where a page ended; the stream must be read again from its start."""


class SignatureError(SidelightError):
    """A push is not what it claims to be: forged, stale, oversized or malformed. Nothing of it may be used."""


class CredentialError(SidelightError):
    """A stored credential cannot be read; names the connection and the remedy."""
