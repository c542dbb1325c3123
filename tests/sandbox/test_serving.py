"""The loopback's server: what its threads may still do once it is closed."""

import os

import flask

from sandbox.serving import serve


def test_a_thread_that_wakes_a_closed_server_writes_into_nobodys_file():
    """A thread that has just answered does so; the number of the closed pipe may by then be another's connection."""
    served = serve(flask.Flask("closed"))
    served.close()
    pipes = [os.pipe() for _ in range(8)]
    assert served._server.trigger.trigger in {number for pipe in pipes for number in pipe}, "the number is taken again"
    served._server.pull_trigger()
    written = []
    for reading, writing in pipes:
        os.close(writing)
        with open(reading, "rb") as file:  # noqa: PTH123 - a number, not a path
            written.append(file.read())
    assert set(written) == {b""}
