"""Estates for journeys; each test gets its own, and all of them are ended."""

import pytest

from sandbox.world import World
from tests.journeys.estate import Estate


@pytest.fixture
def estate(tmp_path):
    opened = []

    def build(*customers, **more):
        made = Estate(World(customers), tmp_path / f"home{len(opened)}", **more)
        opened.append(made)
        return made.connect()

    yield build
    # also what worker processes wrote: only Joe, whom the stories let answer, says what customers read
    public = [row for made in opened for row in made.written_comments() if row["public"] and row["author"] != "Joe"]
    moved = [run for made in opened for run in made.assignments()]
    for made in opened:
        made.close()
    assert not public
    assert not moved, "a write of ours let the org give a case to somebody else"
