"""What the org answers when it refuses: a status, and a list of `{errorCode, message}`."""

import json
from collections.abc import Sequence
from typing import Any

import flask


class Refusal(Exception):  # noqa: N818 - named after what it is to the caller, as the vendor's answers are
    """
    A request, or one record of it, that the org refuses.

    Args:
        code: The vendor's error code.
        message: The vendor's words.
        status: HTTP status, where the refusal is the whole answer.
        fields: API names of the fields that caused it.
    """

    def __init__(self, code: str, message: str, *, status: int = 400, fields: Sequence[str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.status = status
        self.fields = fields

    def body(self) -> list[dict[str, Any]]:
        """Return the body of a whole answer. Errors of a write name their fields, others do not."""
        entry: dict[str, Any] = {"message": self.message, "errorCode": self.code}
        if self.fields is not None:
            entry["fields"] = list(self.fields)
        return [entry]

    def item(self) -> dict[str, Any]:
        """Return the entry of a failed record in a collection."""
        return {"statusCode": self.code, "message": self.message, "fields": list(self.fields or ())}


def answer(body: Any, status: int = 200) -> flask.Response:
    """Return `body` as JSON, the way the vendor sends it: compact, UTF-8."""
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return flask.Response(text, status=status, content_type="application/json;charset=UTF-8")


def refuse(refusal: Refusal) -> flask.Response:
    """Return the answer that tells `refusal`."""
    return answer(refusal.body(), refusal.status)


def not_found(message: str = "The requested resource does not exist") -> Refusal:
    """Return the refusal of an address or record that is not there."""
    return Refusal("NOT_FOUND", message, status=404)


def missing_record(record_id: str) -> Refusal:
    """Return the refusal of a record id that names nothing we may see."""
    return not_found(f"Provided external ID field does not exist or is not accessible: {record_id}")
