"""
Reading answers to satisfaction surveys: `/guide/survey_responses`, which is a list and no export.

It can only be asked for what was offered since a time, and a customer may answer, or answer otherwise, for weeks after
that. So what was offered within the last weeks is read again and again: at every look where that is one page, else
once an hour. Zendesk turns the answer into the ticket's own rating as well, which comes with the ticket.
"""

from dataclasses import replace
from http import HTTPStatus

from integration.connectors.zendesk.client import RefusedError, ZendeskClient
from integration.connectors.zendesk.cursors import ExportCursor
from integration.connectors.zendesk.mapping import Directory, map_survey_response
from integration.model import Page

PAGE_SIZE = 100
"""Zendesk's most a page."""
ANSWERED_WITHIN_S = 28 * 24 * 3600
"""How long after it was offered a survey is looked at."""
AGAIN_AFTER_S = 3600
"""Time between two looks that take more than one page."""

_NO_SURVEYS = (HTTPStatus.NOT_FOUND, HTTPStatus.FORBIDDEN)
"""What Zendesk says where an account's plan has no surveys."""


def fetch_responses(client: ZendeskClient, directory: Directory, cursor: ExportCursor, now_s: int) -> Page:
    """
    Return one page of responses.

    In `cursor`, `start_s` is since when the responses of this look were offered, `vendor` the place in it, `newest_s`
    when the look began, and `small` whether it has only one page.
    """
    if cursor.newest_s is not None and cursor.vendor is None:
        if not cursor.small and now_s - cursor.newest_s < AGAIN_AFTER_S:
            return Page(cursor=str(cursor))
        cursor = replace(cursor, start_s=max(1, cursor.newest_s - ANSWERED_WITHIN_S), newest_s=now_s)
    position = {"page[after]": cursor.vendor} if cursor.vendor else {}
    query = {"filter[created_at_start]": (cursor.start_s or 1) * 1000, "page[size]": PAGE_SIZE, **position}
    try:
        answer = client.get("guide/survey_responses", query)
    except RefusedError as refusal:
        if refusal.status not in _NO_SURVEYS:
            raise
        answer = {}
    meta = answer.get("meta")
    following = meta.get("after_cursor") if isinstance(meta, dict) and meta.get("has_more") else None
    more = following is not None and following != cursor.vendor
    ratings = (map_survey_response(row, directory) for row in answer.get("survey_responses") or ())
    place = ExportCursor(
        vendor=str(following) if more else None,
        start_s=cursor.start_s,
        newest_s=now_s if cursor.newest_s is None else cursor.newest_s,
        small=cursor.vendor is None and not more,
    )
    return Page(ratings=tuple(r for r in ratings if r is not None), cursor=str(place), has_more=more)
