import os
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.sandbox.zendesk_server import Zendesk, running_zendesk

# the vendor's OpenAPI file is not part of the project: who has it names it
collect_ignore = [] if os.environ.get("SIDELIGHT_ZENDESK_OAS") else ["test_zendesk_spec.py"]


@pytest.fixture
def zendesk() -> Iterator[Zendesk]:
    """A loopback Zendesk with the small world and without rate limits."""
    with running_zendesk() as running:
        yield running


@pytest.fixture
def start_zendesk() -> Iterator:
    """Starts a loopback Zendesk with options of the test's choice."""
    with ExitStack() as stack:
        yield lambda **options: stack.enter_context(running_zendesk(**options))
