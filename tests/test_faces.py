"""The rooms' faces: what is public is found, and importing a room costs nothing."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys

import pytest

import podcaster

ROOMS = [
    module.name
    for module in pkgutil.iter_modules(podcaster.__path__, "podcaster.")
    if module.ispkg and module.name != "podcaster.commands"
]


@pytest.mark.parametrize("room", ROOMS)
def test_every_public_name_is_found(room: str) -> None:
    """What a room names in `__all__` is there, comes from the room, and nothing else is made up."""
    face = importlib.import_module(room)
    for name in face.__all__:
        assert getattr(face, name).__module__.startswith(f"{room}.")
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = face.nothing


def test_importing_all_rooms_imports_no_library() -> None:
    """A room's libraries are imported when one of its names is asked for, not before."""
    code = f"import sys; old = set(sys.modules); import {', '.join(ROOMS)}; print(*(set(sys.modules) - old))"
    new = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    foreign = {name.partition(".")[0] for name in new.split()} - set(sys.stdlib_module_names)
    assert foreign == {"podcaster"}
