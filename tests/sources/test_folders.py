"""Folders and lists as sources."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from podcaster.errors import PodcasterError
from podcaster.sources.folders import offers_of_folder, offers_of_list


def names(folder: Path) -> list[str]:
    return [offer.place for offer in offers_of_folder(folder, folder.parent)]


def test_texts_and_pages_are_offered(tmp_path: Path) -> None:
    """Texts, Markdown and pages are offered in order of their names; hidden files and other kinds are not."""
    folder = tmp_path / "a"
    for name in (
        "b.txt",
        "A.MD",
        "c.html",
        "d.htm",
        ".x.txt",
        "~y.txt",
        "e.pdf",
        "f",
        "sub/g.txt",
        ".git/h.txt",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")
    assert names(folder) == ["a/A.MD", "a/b.txt", "a/c.html", "a/d.htm", "a/sub/g.txt"]


def test_links_do_not_lead_out(tmp_path: Path) -> None:
    """Links to elsewhere, in a circle or to nothing, and what is no plain file, are left out."""
    folder = tmp_path / "a"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("geheim")
    (folder / "real.txt").write_text("x")
    (folder / "inside.txt").symlink_to("real.txt")
    (folder / "out.txt").symlink_to("../secret.txt")
    (folder / "passwd.txt").symlink_to("/etc/passwd")
    (folder / "circle.txt").symlink_to("circle.txt")
    (folder / "broken.txt").symlink_to("nothing")
    (folder / "up").symlink_to("..")
    (folder / "dir.txt").mkdir()
    os.mkfifo(folder / "pipe.txt")
    assert names(folder) == ["a/inside.txt", "a/real.txt"]


def test_odd_names(tmp_path: Path) -> None:
    """The longest names, with line ends and quotes, are offered; bytes that are no text are not."""
    folder = tmp_path / "a"
    folder.mkdir()
    odd = ["x" * 251 + ".txt", "a\nb.txt", "a'\"$(rm).txt", "-rf.txt", "ü.txt"]
    for name in odd:
        (folder / name).write_text("x")
    (folder / os.fsdecode(b"\xff.txt")).write_text("x")
    assert sorted(names(folder)) == sorted(f"a/{name}" for name in odd)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A missing folder is a sentence."""
    with pytest.raises(PodcasterError, match="no such folder"):
        offers_of_folder(tmp_path / "nirgends", tmp_path)


def test_a_list(tmp_path: Path) -> None:
    """Addresses stand on lines of their own; comments, blank lines and repetitions do not count."""
    path = tmp_path / "liste.txt"
    path.write_bytes(
        b"\xef\xbb\xbf# Liste\r\n\r\nhttps://a.example/1\r\n  HTTP://a.example/2\r\nhttps://a.example/1\r\n"
    )
    assert [offer.place for offer in offers_of_list(path)] == ["https://a.example/1", "HTTP://a.example/2"]


@pytest.mark.parametrize("line", ["file:///etc/passwd", "/etc/passwd", "../x", "Hallo Welt", "https://a b"])
def test_a_wrong_line_is_named(tmp_path: Path, line: str) -> None:
    """A line that is no address is named with its number; the user mends it."""
    path = tmp_path / "liste.txt"
    path.write_text(f"https://a.example\n{line}\n")
    with pytest.raises(PodcasterError, match="line 2 is no web address"):
        offers_of_list(path)


def test_a_list_without_end(tmp_path: Path) -> None:
    """What is too large for a list is not read whole."""
    path = tmp_path / "liste.txt"
    with path.open("wb") as file:
        file.truncate(10_000_000_000)
    with pytest.raises(PodcasterError, match="larger than"):
        offers_of_list(path)
