"""What in a request to a helpdesk a customer could read: known from the vendors' own words, not from our code."""

import json
from urllib.parse import unquote, urlsplit

SPEAKING = ("EmailMessage", "FeedItem", "FeedComment")
"""What Salesforce sends or shows to others than agents, however it is made."""


def find_public(method, url, body):
    """Return what is wrong with a request, one text each; an empty list where nothing is."""
    if method in ("GET", "HEAD", "DELETE") or not body:
        return []
    path = unquote(urlsplit(url).path)
    where = f"{method} {path}"
    try:
        told = json.loads(body)
    except ValueError:
        # tokens are asked for in forms; nothing else that we send is no JSON
        return [] if "/oauth" in path else [f"{where}: no JSON, so that nobody can look through it"]
    return [f"{where}: {wrong}" for wrong in _look_through(told, path)]


def _look_through(value, path):
    if isinstance(value, list | tuple):
        return [wrong for part in value for wrong in _look_through(part, path)]
    if not isinstance(value, dict):
        return []
    found = []
    for name, part in value.items():
        if name in ("comment", "voice_comment", "comments") and not _is_private(part):
            found.append(f"{name} does not say that it is private")
        found += _look_through(part, path)
    if "CommentBody" in value and value.get("IsPublished") is not False:
        found.append("a CaseComment does not say that it is unpublished")
    kind = (value.get("attributes") or {}).get("type") if isinstance(value.get("attributes"), dict) else None
    named = {str(kind), *str(value.get("url") or path).split("/")}
    return found + [f"makes a {name}" for name in SPEAKING if name in named]


def _is_private(comment):
    if isinstance(comment, list):
        return all(_is_private(one) for one in comment)
    return isinstance(comment, dict) and comment.get("public") is False
