"""What the agent's page may load and do, as its Content-Security-Policy."""

_COMMON = "base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'"
_NOTES = "require-trusted-types-for 'script'; trusted-types desk-notes"

PAGE = f"default-src 'self'; frame-src 'none'; {_COMMON}; {_NOTES}"


def page_with_frame(origin: str) -> str:
    """Return the policy of a page that shows an app of another origin in a frame."""
    return f"default-src 'self'; frame-src {origin}; {_COMMON}; {_NOTES}"


def page_with_script() -> str:
    """
    Return the policy of a page in which an app's script runs, as Lightning's own: styles may be inline, images data.

    Lightning components put their compiled templates into the page as HTML, by no policy that could be named here.
    """
    return f"default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-src 'none'; {_COMMON}"
