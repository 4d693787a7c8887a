"""What all tests may ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of real articles and hand-checked cases beside the project; skip without it."""
    folder = Path(os.environ.get("PODCASTER_SHARED", Path(__file__).parents[2] / "shared"))
    if not folder.is_dir():
        pytest.skip("needs ../shared")
    return folder
