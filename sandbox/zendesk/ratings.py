"""Endpoints for what customers say of their tickets: legacy ratings, and the survey that replaced them."""

from datetime import timedelta
from typing import Any

import flask

from sandbox.zendesk.answers import answer
from sandbox.zendesk.errors import bad_request, not_found
from sandbox.zendesk.pages import page
from sandbox.zendesk.rows import Satisfaction, Survey, Ticket
from sandbox.zendesk.state import Account
from sandbox.zendesk.text import iso

_GOOD_FROM, _NEUTRAL = 4, 3
_EDITABLE = timedelta(days=28)


def ratings_blueprint(account: Account) -> flask.Blueprint:
    """Return the endpoints for ratings and survey responses."""
    ratings = flask.Blueprint("ratings", __name__, url_prefix="/api/v2")
    _add_legacy(ratings, account)
    _add_surveys(ratings, account)
    return ratings


def _add_legacy(ratings: flask.Blueprint, account: Account) -> None:
    def shown(pair: tuple[Ticket, Satisfaction]) -> dict[str, Any]:
        ticket, given = pair
        return {
            "id": given.id,
            "url": f"{account.options.address}/api/v2/satisfaction_ratings/{given.id}.json",
            "ticket_id": ticket.id,
            "requester_id": ticket.requester_id,
            "assignee_id": ticket.assignee_id,
            "group_id": ticket.group_id,
            "score": given.score,
            "comment": given.comment,
            "created_at": iso(given.at),
            "updated_at": iso(given.updated_at or given.at),
            "reason": None,
            "reason_id": None,
            "reason_code": None,
        }

    def given() -> list[tuple[Ticket, Satisfaction]]:
        tickets = account.tickets.kept.values()
        return [(t, t.satisfaction) for t in tickets if t.satisfaction is not None and not t.deleted]

    @ratings.get("/satisfaction_ratings")
    def list_ratings() -> flask.Response:
        start, end = _time("start_time"), _time("end_time")
        score = flask.request.args.get("score", "")
        rows = [pair for pair in given() if _within(pair[1].at.timestamp(), start, end)]
        wanted = score.removeprefix("received").removesuffix("_with_comment").removesuffix("_without_comment")
        rows = [pair for pair in rows if wanted in ("", pair[1].score)]
        if score.endswith(("_with_comment", "_without_comment")):
            rows = [pair for pair in rows if bool(pair[1].comment) == score.endswith("_with_comment")]
        return answer(page(rows, "satisfaction_ratings", shown, account.options.address))

    @ratings.get("/satisfaction_ratings/<int:rating_id>")
    def show_rating(rating_id: int) -> flask.Response:
        for pair in given():
            if pair[1].id == rating_id:
                return answer({"satisfaction_rating": shown(pair)})
        raise not_found()


def _time(name: str) -> float | None:
    text = flask.request.args.get(name)
    if text is None:
        return None
    try:
        return float(text)
    except ValueError as error:
        raise bad_request("InvalidValue", f"{name} must be a Unix time") from error


def _within(moment: float, start: float | None, end: float | None) -> bool:
    return (start is None or moment >= start) and (end is None or moment <= end)


def _category(score: int) -> str:
    return "good" if score >= _GOOD_FROM else "neutral" if score == _NEUTRAL else "bad"


def show_survey(survey: Survey) -> dict[str, Any]:
    """Return a survey response: the answer to the scale, and the words where there are some."""
    times = {"created_at": iso(survey.created_at), "updated_at": iso(survey.updated_at)}
    answers: list[dict[str, Any]] = [
        {
            "type": "rating_scale",
            "rating": survey.score,
            "rating_category": _category(survey.score),
            "question": {"id": "rating", "type": "rating_scale", "sub_type": "customer_satisfaction"},
            **times,
        }
    ]
    if survey.comment is not None:
        question = {"id": "comment", "type": "open_ended", "sub_type": "open_ended"}
        answers.append({"type": "open_ended", "value": survey.comment, "question": question, **times})
    return {
        "id": survey.id,
        "survey": {"id": "customer_satisfaction", "version": 1, "state": "ENABLED"},
        "responder_id": survey.responder_id,
        "subjects": [{"id": str(survey.ticket_id), "type": "ticket", "zrn": f"zen:ticket:{survey.ticket_id}"}],
        "answers": answers,
        "expires_at": iso(survey.created_at.replace(microsecond=0) + _EDITABLE),
        **times,
    }


def _add_surveys(ratings: flask.Blueprint, account: Account) -> None:
    @ratings.get("/guide/survey_responses")
    def list_surveys() -> flask.Response:
        arguments = flask.request.args
        start, end = _time("filter[created_at_start]"), _time("filter[created_at_end]")
        zrns = [part for part in arguments.get("filter[subject_zrns]", "").split(",") if part]
        rows = [s for s in account.surveys.values() if not zrns or f"zen:ticket:{s.ticket_id}" in zrns]
        # the filter counts in milliseconds
        rows = [s for s in rows if _within(s.created_at.timestamp() * 1000, start, end)]
        return answer(page(rows, "survey_responses", show_survey, account.options.address, cursor_only=True))

    @ratings.get("/guide/survey_responses/<survey_id>")
    def show(survey_id: str) -> flask.Response:
        if survey_id not in account.surveys:
            raise not_found()
        return answer({"survey_response": show_survey(account.surveys[survey_id])})
