"""
Structured logs: one JSON object a line, an event with ids.

Never customer text: events are named in the code and carry ids, counts and reasons of ours. Exceptions are logged by
class and place, because their messages may quote what they failed on.
"""

import logging
import sys

import structlog


def set_up(level: str) -> None:
    """Send all logs of this process to stderr as JSON, from `level` (debug, info, warning, error) up."""
    number = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False, default=str),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_LibraryFormatter())
    # Libraries speak only where something is wrong; at lower levels some of them print what they carry.
    logging.basicConfig(level=max(number, logging.WARNING), handlers=[handler], force=True)


class _LibraryFormatter(logging.Formatter):
    """A library's record as JSON with its template only: the arguments may hold what a customer wrote."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line of JSON."""
        render = structlog.processors.JSONRenderer(ensure_ascii=False)
        error = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else None
        fields = {"event": "library", "logger": record.name, "level": record.levelname.lower(), "says": str(record.msg)}
        return str(render(None, "", fields | ({"error": error} if error else {})))
