"""An article becomes an episode, and episodes a feed. Top to bottom, this is the life of the program.

    read -> script -> voice -> mix -> tag -> list

The only module that knows every room. Articles are built side by side; what one of them meets stops no other.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence, Set
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec

from podcaster.article import Timeouts, fetch, read_article
from podcaster.cleaning import clean_up
from podcaster.episode import read_catalogue
from podcaster.errors import PodcasterError, UsageError
from podcaster.feed import Listed, listed_episodes
from podcaster.files import UNFINISHED
from podcaster.identity import Place, Register, article_hash, sketch_of, text_of
from podcaster.language import foreign_language
from podcaster.lock import project_lock
from podcaster.model import Article, Episode, Mix, Script
from podcaster.outcome import Outcome, Report, Request
from podcaster.progress import Progress
from podcaster.project import MAIN_SHOW, Project
from podcaster.sound import sound_fingerprint
from podcaster.sources.memory import Memory, read_memory, write_memory
from podcaster.speaker import AUTO, Speaker
from podcaster.speech import load_lexicon, write_script
from podcaster.voices import ClipCache, VoiceGoneError, open_cache, roles_fingerprint

if TYPE_CHECKING:
    from podcaster.episode import Catalogue
    from podcaster.voices import Voice

#: Seconds: an episode does not wait long for its picture.
_FOR_PICTURES = Timeouts(connect=4, silence=5, whole=10)
#: Seconds that articles under way get to put away what they have begun when the run is stopped.
_GRACE = 2.0
#: Bytes; larger pictures are not fetched.
_LARGEST_PICTURE = 20_000_000


def build(
    project: Project,
    requests: Sequence[Request],
    *,
    voice: str | None = None,
    again: bool = False,
    progress: Progress | None = None,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    wait: bool = False,
) -> Report:
    """Build all `requests` in `project`, then write feeds and pages.

    `voice` overrides the setting; `again` builds what has not changed, too. Raises UsageError for a voice
    that is not there and for folders that cannot be written, TryLaterError where another run is at work
    (with `wait`, its end is waited for); what goes wrong with one article stands in the report.
    """
    make_folders(project)
    with project_lock(project.state, wait=wait):
        memory = read_memory(project.state)
        report = build_locked(project, requests, memory, voice=voice, again=again, progress=progress, now=now)
        write_memory(project.state, memory)
    return report


def build_locked(
    project: Project,
    requests: Sequence[Request],
    memory: Memory,
    *,
    voice: str | None = None,
    again: bool = False,
    progress: Progress | None = None,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Report:
    """Do as `build` does, for a caller that has the project's lock and keeps its memory."""
    started = time.monotonic()
    progress = progress or Progress()
    left_over = clean_up(project)
    catalogue = read_catalogue(project.audio)
    _refuse_newer(catalogue)
    damaged = {problem.episode.guid: problem.episode for problem in catalogue.problems if problem.episode}
    register = Register([*damaged.values(), *catalogue.episodes], gone=partial(_is_gone, project))
    progress.begin(len(requests))
    with (
        open_cache(project.settings.voices, project.folder) as cache,
        Speaker(voice or project.settings.voices.default, project.settings.voices, progress) as speaker,
    ):
        moment = _moment(catalogue, now())
        listed = listed_episodes(project.feeds) if left_over else {}
        run = _Run(project, speaker, register, frozenset(damaged), listed, progress, again, moment, cache)
        pool = ThreadPoolExecutor(max_workers=_side_by_side(len(requests)))
        futures = [pool.submit(run.outcome, *numbered) for numbered in enumerate(requests)]
        try:
            outcomes = _results(futures)
        except BaseException:  # Ctrl-C above all: what is being said ends at once, what was said is kept
            speaker.close()
            pool.shutdown(wait=False, cancel_futures=True)
            wait_for(futures, timeout=_GRACE)
            raise
        pool.shutdown()
    from podcaster.publishing import publish_episodes

    for outcome in outcomes:
        if outcome.episode:
            memory.gone.pop(outcome.episode.guid, None)  # whoever removed it once wants it back
    published = publish_episodes(project, memory, now())
    return Report(outcomes, published, time.monotonic() - started)


def _results(futures: Sequence[Future[Outcome]]) -> tuple[Outcome, ...]:
    """Wait for all, or for the first that raises an exception.

    Wakes up twice a second: Python takes notice of Ctrl-C in this thread alone, and the system may have
    told another.
    """
    left: Set[Future[Outcome]] = frozenset(futures)
    while left:
        done, left = wait_for(left, timeout=0.5, return_when=FIRST_EXCEPTION)
        for future in done:
            future.result()
    return tuple(future.result() for future in futures)


@dataclass
class _Run:
    """What the articles of one run have in common.

    Attributes:
        damaged: Guids of the episodes whose files are missing or not as their manifests say.
        listed: What the feeds know of episodes, by guid: a date outlives the manifest that somebody deletes.
    """

    project: Project
    speaker: Speaker
    register: Register
    damaged: Set[str]
    listed: Mapping[str, Listed]
    progress: Progress
    again: bool
    started: datetime
    cache: ClipCache

    def outcome(self, number: int, request: Request) -> Outcome:
        """Build one article; what is wrong with it becomes its outcome, wrong usage ends the run."""
        outcome = None
        try:
            outcome = self._walk(number, request)
        except UsageError:
            raise
        except PodcasterError as error:
            outcome = Outcome(request, "failed", error=error)
        except Exception as error:  # a fault of the program's own costs this article, no other
            outcome = Outcome(request, "failed", error=_fault(request.source, error))
        finally:
            self.progress.finish(outcome)
        return outcome

    def _walk(self, number: int, request: Request) -> Outcome:
        settings = self.project.settings
        self.progress.step(request.source, "read")
        article = _read(request)
        if not request.force and (language := foreign_language(text_of(article))):
            reason = f"{request.source}: seems to be {language}, not German; --force builds it all the same."
            return Outcome(request, "skipped", error=PodcasterError(reason))
        place = self.register.claim(article, _source(request, self.project))
        if place.relation == "duplicate":
            return Outcome(request, "unchanged", place.episode, twin=True)

        self.progress.step(article.title, "script")
        script = write_script(article, settings.speech, settings.pauses, load_lexicon(self.project.folder))
        manner = sound_fingerprint(settings.sound, self.project.folder) + roles_fingerprint(settings.voices)
        digest = script_hash(article, script, manner)

        def is_current() -> bool:
            known = place.episode
            return bool(known and not self.again and self._is_current(known, digest, request.show))

        if is_current():
            return Outcome(request, "unchanged", place.episode)

        unfinished = self.project.audio / f".{place.slug}.{os.getpid()}{UNFINISHED}"
        try:
            sound = self._sound(article, script, unfinished, is_current)
            if sound is None:
                return Outcome(request, "unchanged", place.episode)
            from podcaster.episode import write_episode

            voice, mixed = sound
            self.speaker.check_open()
            self.progress.step(article.title, "tag")
            episode = write_episode(
                self.project.audio,
                article,
                script,
                mixed,
                unfinished,
                self.project.show(self._show(request, place)),
                **self._particulars(number, request, article, place, voice, digest),
            )
        finally:
            unfinished.unlink(missing_ok=True)
        return Outcome(request, "built", episode)

    def _sound(
        self, article: Article, script: Script, path: Path, is_current: Callable[[], bool]
    ) -> tuple[Voice, Mix] | None:
        """Voice and mix the script; where the voice is lost half-way, all of it is said by the stand-in.

        None where the stand-in has said it before: then the episode is good enough.
        """
        self.progress.script(len(script.utterances))
        while True:
            voice = self.speaker.voice
            from podcaster.sound import mix  # while the voice starts
            from podcaster.voices import voice_script

            with self.cache.in_use():
                self.progress.step(article.title, "voice")
                try:
                    clips = voice_script(script, voice, self.cache, self.progress.clip)
                except VoiceGoneError as error:
                    self.speaker.replace(voice, error)
                    if is_current():
                        return None
                    continue
                self.progress.step(article.title, "mix")
                _import_the_rest()
                return voice, mix(script, clips, path, self.project.settings.sound, self.project.folder)

    def _is_current(self, episode: Episode, digest: str, show: str | None) -> bool:
        """Whether the episode says just this, in a voice that will do, and is in the right show."""
        if show not in (None, episode.show):
            return False
        if episode.script_hash != digest or episode.guid in self.damaged:
            return False
        if self.speaker.wanted != AUTO:
            return episode.voice == self.speaker.wanted
        stand_in = episode.wanted_voice not in (None, episode.voice)
        return (
            not (stand_in and self.project.settings.voices.revoice)
            or episode.voice == self.speaker.voice.name
        )

    def _particulars(
        self, number: int, request: Request, article: Article, place: Place, voice: Voice, digest: str
    ) -> dict[str, Any]:
        """What the episode keeps of its former self, and what is new."""
        before = place.episode
        text_hash = article_hash(article)
        updated = before.updated if before else None
        if before and before.article_hash != text_hash:
            updated = self.started
        # articles of one run come out a second apart, so that apps list them in the order they were named
        now = self.started + timedelta(seconds=number)
        known = before or self.listed.get(place.guid)
        return {
            "guid": place.guid,
            "slug": place.slug,
            "voice": voice.name,
            "engine": voice.label,
            "wanted_voice": self.speaker.preferred,
            "script_hash": digest,
            "article_hash": text_hash,
            "sketch": sketch_of(article),
            "source": _source(request, self.project),
            "published": known.published if known else now,
            "updated": updated,
            "revision": known.revision + 1 if known else 1,
            "kept": before.kept if before else False,
            "show_key": self._show(request, place),
            "fetch": partial(_fetch_picture, request) if "://" in request.source else None,
        }

    @staticmethod
    def _show(request: Request, place: Place) -> str:
        """Name the show of an episode: as asked for, else as it was."""
        return request.show or (place.episode.show if place.episode else MAIN_SHOW)


def _fault(source: str, error: Exception) -> PodcasterError:
    """Say that podcaster itself went wrong over an article; --debug shows where."""
    fault = PodcasterError(
        f"{source}: podcaster itself failed over this article ({type(error).__name__}: {error}); please "
        "report it, with what --debug shows."
    )
    fault.__cause__ = error
    return fault


@cache
def _import_the_rest() -> None:
    """Import what is needed after the mix, in a thread, once: Python is idle while LAME encodes."""

    def imports() -> None:
        from podcaster.episode import write_episode  # noqa: F401
        from podcaster.publishing import publish_episodes  # noqa: F401

    threading.Thread(target=imports, daemon=True, name="imports").start()


def script_hash(article: Article, script: Script, sound: str) -> str:
    """Give the SHA-256 (hex) of what an episode is made of, bar the voice; `sound` says how it is mixed, and
    who speaks for which role."""
    words = msgspec.to_builtins(script)
    for said, utterance in zip(words["utterances"], script.utterances, strict=True):
        del said["respelled"]
        said["spoken"] = utterance.plain  # one reading stands for both
    parts = (words, article_hash(article), article.url, article.publisher, article.picture, sound)
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()


def _read(request: Request) -> Article:
    return read_article(
        request.source,
        title=request.title,
        authors=request.authors,
        published=request.published,
        publisher=request.publisher,
        url=request.url,
        force=request.force,
        trusted=request.trusted,
    )


def _fetch_picture(request: Request, url: str) -> bytes:
    """Get an article's picture; from the own network only where the user has named the article there."""
    trusted = request.trusted and urlsplit(url).netloc == urlsplit(request.source).netloc
    answer = fetch(url, trusted=trusted, limit=_LARGEST_PICTURE, timeouts=_FOR_PICTURES)
    return answer.data if answer else b""


def _source(request: Request, project: Project) -> str:
    """Write a source as the manifest keeps it: a path as seen from the project, so that both can move."""
    if request.source == "-" or "://" in request.source:
        return request.source
    try:
        return Path(os.path.relpath(request.source, project.folder)).as_posix()
    except ValueError:  # another drive
        return Path(request.source).resolve().as_posix()


def _is_gone(project: Project, source: str) -> bool:
    """Whether a source is a file that is there no more: it was renamed, moved or deleted."""
    return source != "-" and "://" not in source and not (project.folder / source).exists()


def make_folders(project: Project) -> None:
    """Make the folders that are written to. Raises UsageError that names one that cannot be written."""
    for folder in (project.audio, project.feeds, project.state):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                pass
        except OSError as error:
            raise UsageError(
                f"{folder}: cannot be written ({error.strerror or error}); make room or give the right to."
            ) from error


def _refuse_newer(catalogue: Catalogue) -> None:
    """Leave a project alone that a newer program has written: this one would not know what it overwrites."""
    for problem in catalogue.problems:
        if problem.newer:
            raise UsageError(str(problem))


def _moment(catalogue: Catalogue, now: datetime) -> datetime:
    """Give the time at which new episodes come out: `now`, but after the newest that is there.

    Apps order by it; a clock that was set back by up to a day shall not hide what is new.
    """
    newest = max((episode.published for episode in catalogue.episodes), default=now)
    return newest + timedelta(seconds=1) if now <= newest <= now + timedelta(days=1) else now


def _side_by_side(articles: int) -> int:
    """How many articles are built at once: enough that no core waits while another is mixed."""
    return max(1, min(articles, (os.cpu_count() or 1) + 1))
