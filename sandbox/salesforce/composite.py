"""The composite resource: up to 25 requests in one, each of which may refer to the answers of those before it."""

import json
import re
from typing import Any

import flask

from sandbox.salesforce.batches import MOST_SUBREQUESTS
from sandbox.salesforce.dml import check_body, request_json
from sandbox.salesforce.errors import Refusal, answer
from sandbox.salesforce.state import Org

_REFERENCE = re.compile(r"@\{(\w+)((?:\.\w+|\[\d+\])*)\}")
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")
_HALTED = {
    "errorCode": "PROCESSING_HALTED",
    "message": "The transaction was rolled back since another operation in the same transaction failed.",
}


def blueprint(org: Org) -> flask.Blueprint:
    """Return the resource."""
    pages = flask.Blueprint("composite", __name__)

    @pages.post("/services/data/v<version>/composite")
    @pages.post("/services/data/v<version>/composite/")
    def composite(version: str) -> flask.Response:
        del version
        body = check_body(request_json())
        requests = body.get("compositeRequest")
        if not isinstance(requests, list) or not requests or len(requests) > MOST_SUBREQUESTS:
            says = f"compositeRequest must hold between 1 and {MOST_SUBREQUESTS} requests"
            raise Refusal("INVALID_INPUT", says)
        return answer({"compositeResponse": _run(org, requests, all_or_none=body.get("allOrNone") is True)})

    return pages


def _run(org: Org, requests: list[Any], *, all_or_none: bool) -> list[dict[str, Any]]:
    answers: dict[str, Any] = {}
    results: list[dict[str, Any]] = []
    with org.transaction() as transaction:
        # one after the other: each may refer to the answers before it
        results.extend(_call(entry, answers) for entry in requests)
        if all_or_none and any(result["httpStatusCode"] >= 400 for result in results):  # noqa: PLR2004 - HTTP's own
            transaction.rollback()
            for result in results:
                if result["httpStatusCode"] < 400:  # noqa: PLR2004 - HTTP's own
                    result |= {"body": [_HALTED], "httpStatusCode": 400}
    return results


def _call(entry: Any, answers: dict[str, Any]) -> dict[str, Any]:
    """Answer one of the requests through the same resources as if it had come alone, by the same user."""
    reference = str(check_body(entry).get("referenceId", ""))
    outer = flask.request
    app = flask.current_app
    url, body = (_filled(entry.get(name), answers) for name in ("url", "body"))
    headers = {"Authorization": outer.headers.get("Authorization", ""), **(entry.get("httpHeaders") or {})}
    if "Sforce-Auto-Assign" in outer.headers:
        headers.setdefault("Sforce-Auto-Assign", outer.headers["Sforce-Auto-Assign"])
    user_id = flask.g.user_id
    if not str(url).startswith("/services/data/"):
        raise Refusal("INVALID_INPUT", f"{reference}: url must start with /services/data/")
    with app.test_request_context(str(url), method=str(entry.get("method")), headers=headers, json=body):
        flask.g.user_id = user_id
        try:
            response = app.make_response(app.dispatch_request())
        except Exception as error:  # noqa: BLE001 - the application's own handler decides
            response = app.make_response(app.handle_user_exception(error))
        content = json.loads(response.get_data()) if response.get_data() else None
    answers[reference] = content
    return {
        "body": content,
        "httpHeaders": {"Location": response.headers["Location"]} if "Location" in response.headers else {},
        "httpStatusCode": response.status_code,
        "referenceId": reference,
    }


def _filled(value: Any, answers: dict[str, Any]) -> Any:
    if isinstance(value, dict):
        return {name: _filled(item, answers) for name, item in value.items()}
    if isinstance(value, list):
        return [_filled(item, answers) for item in value]
    return _REFERENCE.sub(lambda m: str(_look_up(answers, m[1], m[2])), value) if isinstance(value, str) else value


def _look_up(answers: dict[str, Any], reference: str, path: str) -> Any:
    value: Any = answers.get(reference)
    for name, index in _STEP.findall(path):
        try:
            value = value[name] if name else value[int(index)]
        except (KeyError, IndexError, TypeError) as error:
            says = f"Invalid reference specified. No value for {reference}{path} found"
            raise Refusal("PROCESSING_HALTED", says) from error
    return value
