"""Answers to the customer satisfaction survey: a list, by the time at which each was made, and no export."""

from typing import Any

import flask

from sandbox.zendesk.answers import answer
from sandbox.zendesk.auth import need_admin
from sandbox.zendesk.errors import bad_request
from sandbox.zendesk.pages import page
from sandbox.zendesk.rows import Survey
from sandbox.zendesk.state import Account
from sandbox.zendesk.text import iso

_GOOD_FROM, _NEUTRAL = 4, 3
_SURVEY_ID = "01J58KJ9RAE0D2EK7HRVM7Z8F2"


def surveys_blueprint(account: Account) -> flask.Blueprint:
    """Return the endpoints of `/guide` that surveys have. They are for admins."""
    surveys = flask.Blueprint("surveys", __name__, url_prefix="/api/v2/guide")
    surveys.before_request(need_admin)

    @surveys.get("/survey_responses")
    def responses() -> flask.Response:
        start, end = _moment("created_at_start"), _moment("created_at_end")
        about = set(filter(None, flask.request.args.get("filter[subject_zrns]", "").split(",")))
        rows = [
            row
            for row in sorted(account.surveys.values(), key=lambda s: (s.created_at, s.id))
            if (start is None or row.created_at.timestamp() * 1000 >= start)
            and (end is None or row.created_at.timestamp() * 1000 <= end)
            and (not about or f"zen:ticket:{row.ticket_id}" in about)
        ]
        return answer(page(rows, "survey_responses", _shown, account.options.address, cursor_only=True))

    return surveys


def _moment(name: str) -> int | None:
    text = flask.request.args.get(f"filter[{name}]")
    if text is None:
        return None
    if not text.isdigit():
        raise bad_request("InvalidValue", f"{name} must be a Unix time in milliseconds")
    return int(text)


def _shown(row: Survey) -> dict[str, Any]:
    times = {"created_at": iso(row.created_at), "updated_at": iso(row.updated_at)}
    category = "good" if row.score >= _GOOD_FROM else ("neutral" if row.score == _NEUTRAL else "bad")
    rated = {"id": "01GFYBENPDGN1R6NAA4WRDNVFR", "type": "rating_scale_numeric", "sub_type": "customer_satisfaction"}
    asked = {"id": "01JQ6E6V6SQ9P0KB16GFZN61VK", "type": "open_ended", "alias": "comment"}
    words = {"type": "open_ended", "value": row.comment} if row.comment else {"type": "skipped"}
    return {
        "id": row.id,
        "responder_id": row.responder_id,
        "answers": [
            {"type": "rating_scale", "rating": row.score, "rating_category": category, "question": rated, **times},
            {**words, "question": asked, **times},
        ],
        "expires_at": iso(row.created_at.replace(year=row.created_at.year + 1)),
        "subject_zrns": [f"zen:ticket:{row.ticket_id}"],
        "subjects": [{"id": str(row.ticket_id), "type": "ticket", "zrn": f"zen:ticket:{row.ticket_id}"}],
        "survey": {"id": _SURVEY_ID, "version": 3, "state": "enabled"},
    }
