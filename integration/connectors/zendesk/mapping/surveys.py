"""Answers to Zendesk's customer satisfaction surveys, which it keeps apart from the tickets."""

from collections.abc import Mapping
from typing import Any

from integration.connectors.zendesk.mapping.directory import Directory, read_time
from integration.model import Rating, Score

_SATISFACTION = "customer_satisfaction"
_SCORES = {"good": Score.GOOD, "bad": Score.BAD}


def map_survey_response(row: Mapping[str, Any], directory: Directory) -> Rating | None:
    """
    Return a survey response as a rating; None where nothing was answered, or it is about no ticket.

    Source: developer.zendesk.com, "CSAT Survey Responses". The rating's own words (bad, neutral, good) are Zendesk's
    reading of a scale that each account chooses.
    """
    ticket_id = _ticket_id(row)
    answers = [answer for answer in row.get("answers") or () if answer.get("type") != "skipped"]
    rated = next((answer for answer in answers if _rates_satisfaction(answer)), None)
    words = next((answer.get("value") for answer in answers if answer.get("type") == "open_ended"), None)
    times = [str(answer["updated_at"]) for answer in answers if answer.get("updated_at")]
    if ticket_id is None or not times or (rated is None and not words):
        return None
    return Rating(
        ticket=directory.ticket(ticket_id),
        id=f"survey:{row['id']}",
        at=max(read_time(time) for time in times),
        score=_SCORES.get(str(rated.get("rating_category"))) if rated else None,
        comment=str(words) if words else None,
    )


def _rates_satisfaction(answer: Mapping[str, Any]) -> bool:
    question = answer.get("question")
    about = question.get("sub_type", _SATISFACTION) if isinstance(question, dict) else _SATISFACTION
    return answer.get("type") == "rating_scale" and about == _SATISFACTION


def _ticket_id(row: Mapping[str, Any]) -> str | None:
    names = [str(name) for name in row.get("subject_zrns") or ()]
    names += [str(subject.get("zrn")) for subject in row.get("subjects") or () if isinstance(subject, dict)]
    ids = (name.rpartition(":")[2] for name in names if name.rpartition(":")[0].endswith(":ticket"))
    return next((ticket_id for ticket_id in ids if ticket_id.isdigit()), None)
