"""The files of the sidebar app that the page was handed, served beside it as they are."""

import mimetypes
from collections.abc import Mapping
from pathlib import Path

from flask import Response, request

FRAME = "assets/iframe.html"
"""What a Zendesk app shows in its frame."""

SCRIPT, STYLE = "sidelight.js", "sidelight.css"
"""What the Case page of a Salesforce org loads: a script that sets `mountSidelight`, and its style."""

VENDORS_SDK = b"https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js"
_VENDORS_HOST = b"https://static.zdassets.com"

# the machine's own table may say otherwise, and browsers run no script that is not called one
_TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".json": "application/json"}
_OTHER_NAMES = {"127.0.0.1": "localhost", "localhost": "127.0.0.1"}


def read_app(folder: Path) -> dict[str, bytes]:
    """Return the files below `folder` by their path within it, with slashes; none where there is no such folder."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def frame_origin() -> str | None:
    """
    Return the origin from which the present request's page takes its frame, which must be another than its own.

    The same server answers there under its other name. None where the page was not opened under either.
    """
    name, colon, port = request.host.partition(":")
    other = _OTHER_NAMES.get(name)
    return None if other is None else f"{request.scheme}://{other}{colon}{port}"


def send_file(app: Mapping[str, bytes], path: str, sdk: str | None) -> Response | None:
    """
    Return one file of the app, None where it has none of this path.

    Pages ask the vendor's own server for its SDK. `sdk` is the address of ours, which they then ask for instead; with
    None they stay as they are.
    """
    body = app.get(path)
    if body is None:
        return None
    suffix = Path(path).suffix.lower()
    if suffix == ".html" and sdk is not None:
        # the page's own policy names the vendor's server too
        body = body.replace(VENDORS_SDK, sdk.encode()).replace(_VENDORS_HOST, b"'self'")
    kind = _TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    answer = Response(body, mimetype=kind)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "no-store"
    return answer
