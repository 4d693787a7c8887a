"""What is no article is refused with one sentence that names it and says what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from podcaster.article import read_article
from podcaster.errors import PodcasterError

BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n\t\n", "empty"),
    "mark.txt": (b"\xef\xbb\xbf\r\n", "empty"),
    "office.txt": (b"PK\x03\x04\x14", "Office file, not an article's text; save it as plain text"),
    "menu.txt": ("Startseite\nPolitik\nSport\nAnmelden\nÜber uns\nImpressum\n".encode(), "no sentences"),
    "picture.txt": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01", "JPEG"),
    "print.txt": (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    "binary.txt": (bytes(range(256)) * 20, "not text"),
    "numbers.txt": (b"1 2 3\n\n4 5 6\n", "no sentences"),
    "rule.txt": (b"-----\n\n*****\n", "no sentences"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_have_their_sentence(name: str, tmp_path: Path) -> None:
    """The message names the file and its fault, and is one sentence."""
    data, fault = BAD[name]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(PodcasterError, match=fault) as error:
        read_article(path)
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)


def test_missing_file_is_named(tmp_path: Path) -> None:
    """A wrong name is the commonest mistake: the path is repeated."""
    with pytest.raises(PodcasterError, match=r"gone\.txt: there is no such file"):
        read_article(tmp_path / "gone.txt")


def test_folder_is_no_article(tmp_path: Path) -> None:
    """A folder is refused as such, not as an unreadable file."""
    with pytest.raises(PodcasterError, match="folder"):
        read_article(tmp_path)
