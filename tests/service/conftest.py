"""One running service for the tests that leave it as it was."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from tests.service.running import Running, running


@pytest.fixture(scope="package")
def service() -> Iterator[Running]:
    with running() as found:
        yield found


@pytest.fixture
def client(service: Running) -> httpx.Client:
    return service.client
