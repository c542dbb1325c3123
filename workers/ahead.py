"""Reading a stream one page ahead: while a page is being stored, the next one is already on its way."""

from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor

from integration.model import Page


def read_ahead(
    fetch: Callable[[str | None], Page], cursor: str | None, is_over: Callable[[], bool]
) -> Generator[Page, None, None]:
    """
    Yield a stream's pages in order, from `cursor` on.

    Args:
        fetch: Returns the page that begins at a cursor. Called by one thread at a time: a connector stands it.
        cursor: Where the first page begins; None is the start of the stream.
        is_over: Whether the time is up: no further page is asked for.

    What `fetch` raises comes where its page would have come: after those before it. Whoever stops early must close the
    generator, which waits for the page that is on its way; it is forgotten, and read again another time.
    """
    with ThreadPoolExecutor(1, "read-ahead") as reader:
        coming = reader.submit(fetch, cursor)
        while True:
            page = coming.result()
            last = not page.has_more or is_over()
            if not last:
                coming = reader.submit(fetch, page.cursor)
            yield page
            if last:
                return
