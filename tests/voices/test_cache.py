"""The cache of clips."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from podcaster.cli import podcaster
from podcaster.errors import UsageError
from podcaster.model import Clip
from podcaster.settings import Voices
from podcaster.voices import ClipCache, choose_voice, open_cache, voice_script
from tests.scripts import script


def clip(value: int, samples: int = 1000) -> Clip:
    """A clip that is told from others by its samples."""
    return Clip(np.full(samples, value, np.int16), 16000)


def test_a_clip_comes_back_as_it_was(tmp_path: Path) -> None:
    """Samples and rate are kept; another voice's clip of the same text is another."""
    with ClipCache(tmp_path) as cache:
        cache.put(cache.key("pico", "Ja."), clip(7))
        kept = cache.get(cache.key("pico", "Ja."))
        assert kept is not None
        assert (kept.rate, kept.samples.tolist()) == (16000, [7] * 1000)
        assert cache.get(cache.key("gtts", "Ja.")) is None


@pytest.mark.parametrize("damage", [b"", b"x", b"PCL2" + bytes(2000)], ids=["empty", "tiny", "zeros"])
def test_a_damaged_clip_is_voiced_again(tmp_path: Path, damage: bytes) -> None:
    """Damage is noticed, and the clip replaced."""
    with choose_voice("pico") as voice, ClipCache(tmp_path) as cache:
        whole = [c.duration for c in voice_script(script(), voice, cache)]
        for path in tmp_path.glob("??/*.clip"):
            path.write_bytes(damage)
        again = [c.duration for c in voice_script(script(), voice, cache)]
        assert again == pytest.approx(whole, rel=0.4)


@pytest.mark.parametrize("place", [0, 5, 9, 500], ids=["magic", "rate", "sum", "samples"])
def test_a_flipped_bit_is_noticed(tmp_path: Path, place: int) -> None:
    """A clip that changed on disk counts as missing, and is removed."""
    with ClipCache(tmp_path) as cache:
        key = cache.key("pico", "Ja.")
        cache.put(key, clip(7))
        (path,) = tmp_path.glob("??/*.clip")
        data = bytearray(path.read_bytes())
        data[place] ^= 1
        path.write_bytes(data)
        assert cache.get(key) is None
        assert not path.exists()


def test_a_home_that_is_not_there_is_named() -> None:
    """A folder in the home of nobody is wrong usage, said in a sentence."""
    with pytest.raises(UsageError, match="~niemand/clips"):
        open_cache(Voices(cache="~niemand/clips"), Path())


def test_the_least_recently_used_goes_first(tmp_path: Path) -> None:
    """On close, the cache is brought down to its limit; what was used last stays."""
    with ClipCache(tmp_path) as cache:
        for i in range(4):
            cache.put(str(i) * 64, clip(i))
            (path,) = tmp_path.glob(f"{i}{i}/*.clip")
            os.utime(path, (i, i))
        assert cache.get("0" * 64) is not None  # now it is the latest
        cache.limit = 5000
    left = ClipCache(tmp_path)
    assert [left.get(str(i) * 64) is not None for i in range(4)] == [True, False, False, True]


def test_a_run_leaves_another_runs_clips_alone(tmp_path: Path) -> None:
    """What another run needs for its script is kept, read or written; the last one cleans up."""
    first, second = ClipCache(tmp_path, limit=0), ClipCache(tmp_path, limit=3000)
    second.put("1" * 64, clip(1))
    with second.in_use():
        assert second.get("1" * 64)
        second.put("2" * 64, clip(2))
        first.put("3" * 64, clip(3))
        first.close()
        assert second.get("1" * 64)
        assert second.get("2" * 64)
    first.put("4" * 64, clip(4))
    first.close()
    second.close()
    assert second.use().clips == 0
    assert not list(tmp_path.glob("in-use/*"))


def test_a_killed_run_needs_nothing(tmp_path: Path) -> None:
    """Clips that a process needed are free to go soon after it was killed."""
    program = (
        "import sys; from pathlib import Path; from podcaster.voices import ClipCache\n"
        "with ClipCache(Path(sys.argv[1])).in_use(): print('in use', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "in use\n"
        (mark,) = tmp_path.glob("in-use/*")
        os.utime(mark, (1000, 1000))
        with ClipCache(tmp_path, limit=0) as cache:
            cache.put("1" * 64, clip(1))
        assert cache.use().clips == 1
        process.kill()
    with cache:
        cache.put("2" * 64, clip(2))
    assert cache.use().clips == 0
    assert not mark.exists()


def test_a_long_run_stays_near_the_bound(tmp_path: Path) -> None:
    """While it writes thirty times as much as the bound, no more than an eighth above it is ever on disk."""
    cache = ClipCache(tmp_path, limit=100_000)
    sizes = []
    for number in range(1500):
        cache.put(f"{number:064}", clip(number))
        if number % 10 == 0:
            sizes.append(cache.use().size)
    assert 50_000 < max(sizes) <= 112_500
    assert cache.get(f"{1499:064}")


def test_a_script_larger_than_the_bound_is_voiced_once(tmp_path: Path) -> None:
    """Nothing that a script needs goes while it is in use, however small the cache; all goes after that."""
    with choose_voice("pico") as voice, ClipCache(tmp_path, limit=50_000) as cache:
        with cache.in_use():
            clips = voice_script(script(), voice, cache)
            assert cache.use().clips == len(clips)
            assert cache.use().size > 200_000
        cache.put("1" * 64, clip(1))
    assert cache.use().size <= 50_000


def test_a_cache_smaller_than_the_article_still_serves_it(tmp_path: Path) -> None:
    """With no room at all, the script is voiced, and nothing is left."""
    with choose_voice("pico") as voice, ClipCache(tmp_path, limit=0) as cache:
        assert all(c.duration > 0.5 for c in voice_script(script(), voice, cache))
    assert cache.use().clips == 0


def test_the_command_shows_and_clears(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`podcaster cache` counts the clips; `--clear` removes them."""
    monkeypatch.setenv("PODCASTER_VOICES_CACHE", str(tmp_path / "clips"))
    with ClipCache(tmp_path / "clips") as cache:
        cache.put("1" * 64, clip(1))
    shown = CliRunner().invoke(podcaster, ["--project", str(tmp_path), "cache"])
    assert "1 clips kept" in shown.output
    cleared = CliRunner().invoke(podcaster, ["--project", str(tmp_path), "cache", "--clear"])
    assert "1 clips removed" in cleared.output
    assert cache.use().clips == 0
