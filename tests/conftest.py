"""What all tests may ask for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.google import Google


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the slow ones: at the end, one of them would keep all processors but one waiting."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of real articles and hand-checked cases beside the project; skip without it."""
    folder = Path(os.environ.get("PODCASTER_SHARED", Path(__file__).parents[2] / "shared"))
    if not folder.is_dir():
        pytest.skip("needs ../shared")
    return folder


@pytest.fixture
def google(monkeypatch: pytest.MonkeyPatch) -> Iterator[Google]:
    """Serve a stand-in for Google that this process, and those that it starts, reach instead of Google."""
    with Google() as standing_in:
        for name, value in standing_in.environment.items():
            monkeypatch.setenv(name, value)
        for name in ("SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
            monkeypatch.delenv(name, raising=False)
        yield standing_in
