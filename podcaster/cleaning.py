"""What a run that was killed has left behind. Only for a run that has the project's lock."""

from __future__ import annotations

from pathlib import Path

from podcaster.errors import PodcasterError
from podcaster.files import UNFINISHED
from podcaster.project import Project

#: An episode's files in the order in which they are written; where the first of them is, a run has begun one.
_SUFFIXES = ("vtt", "srt", "html", "chapters.json", "jpg", "mp3")


def clean_up(project: Project) -> list[Path]:
    """Remove files that were never finished, and episodes that were: give what is gone.

    An unfinished file ends in `.part`. An unfinished episode has a transcript and no manifest; its sound is
    taken only with it, so that a file which somebody else has put into audio/ stays.
    """
    going = [
        path
        for folder in (project.audio, project.feeds, project.state)
        for path in folder.glob(f".*{UNFINISHED}")
    ]
    for transcript in project.audio.glob("*.vtt"):
        slug = transcript.name.removesuffix(".vtt")
        if not (project.audio / f"{slug}.json").exists():
            parts = [project.audio / f"{slug}.{suffix}" for suffix in _SUFFIXES]
            # the transcript goes last: as long as it is there, the rest is known to be ours
            going += [path for path in [*parts[1:], parts[0]] if path.exists()]
    for path in going:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise PodcasterError(f"{path}: cannot be removed: {error.strerror or error}.") from error
    return going
