"""An article is known again, whichever way it comes."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, date, datetime

from podcaster.identity import Register, article_hash, guid_of, similarity, sketch_of, slug_of, url_key
from podcaster.model import Article, Chapter, Episode, Paragraph, Section

WORDS = (
    "Der Gemeinderat hat am Dienstag nach langer Debatte beschlossen, die alte Brücke am Mühlbach zu "
    "erneuern und dafür im kommenden Jahr Mittel bereitzustellen, wie die Bürgermeisterin erklärte. "
    "Kritik kam von der Opposition, die das Vorhaben für zu teuer hält und eine Furt vorschlägt."
)


def article(text: str = WORDS, **fields: object) -> Article:
    """Make a short article."""
    made = Article("Brücke wird erneuert", (Section(None, (Paragraph(text),)),))
    return replace(made, **fields)  # type: ignore[arg-type]


def episode(of: Article, source: str = "a.txt", slug: str = "a") -> Episode:
    """Make the episode that an article would have become."""
    return Episode(
        guid=guid_of(of),
        slug=slug,
        title=of.title,
        published=datetime(2026, 1, 1, tzinfo=UTC),
        duration=10.0,
        size=80_000,
        voice="pico",
        script_hash="x",
        source=source,
        chapters=(Chapter("Einleitung", 0, 10),),
        url=of.url,
        article_hash=article_hash(of),
        sketch=sketch_of(of),
    )


def test_a_new_article_gets_a_place() -> None:
    """Nothing is known of a new article; its slug is date and title in ASCII."""
    place = Register([]).claim(article(published=date(2026, 3, 1)), "a.txt")
    assert (place.relation, place.episode, place.slug) == ("new", None, "2026-03-01-bruecke-wird-erneuert")


def test_an_edited_file_stays_the_same_episode() -> None:
    """A file whose text was edited keeps the guid of its first version."""
    first = article()
    place = Register([episode(first)]).claim(article(WORDS + " Baubeginn ist im März."), "a.txt")
    assert place.relation == "same"
    assert place.guid == guid_of(first)


def test_another_article_in_the_same_file_is_another_episode() -> None:
    """A file that now holds another article does not overwrite the episode of the former one."""
    other = article("Im Tierpark ist ein Elch ausgebrochen und hat die Straßenbahn aufgehalten.")
    place = Register([episode(article(), slug="bruecke-wird-erneuert")]).claim(other, "a.txt")
    assert place.relation == "new"
    assert place.slug == "bruecke-wird-erneuert-2"


def test_an_address_counts_for_more_than_a_text() -> None:
    """The same canonical address is the same article, however it is written and whatever it says now."""
    known = episode(article(url="https://www.example.org/bruecke"))
    changed = article("Ganz anderer Text.", url="http://example.org/bruecke/?utm_source=rss#kommentare")
    place = Register([known]).claim(changed, "b.html")
    assert (place.relation, place.guid) == ("same", "https://www.example.org/bruecke")


def test_a_text_from_elsewhere_is_a_duplicate() -> None:
    """Nearly the same text from another source is no second episode."""
    known = episode(article(url="https://example.org/a"))
    place = Register([known]).claim(article(WORDS + " Ende."), "c.txt")
    assert place.relation == "duplicate"


def test_a_file_that_was_renamed_and_edited_stays_the_same_episode() -> None:
    """Where the file of an episode is gone, nearly its text elsewhere is what became of it."""
    first = article()
    edited = article(WORDS + " Ende.")
    moved = Register([episode(first)], gone=lambda source: source == "a.txt")
    assert moved.claim(edited, "c.txt").relation == "same"
    beside = Register([episode(first)])
    assert beside.claim(edited, "c.txt").relation == "duplicate"


def test_an_article_named_twice_is_built_once() -> None:
    """Two ways to one article in one run give one place."""
    register = Register([])
    assert register.claim(article(), "a.txt").relation == "new"
    assert register.claim(article(), "b.txt").relation == "duplicate"


def test_slugs_are_tame() -> None:
    """No title makes a path, an empty name or one too long for a file system."""
    for title in ("../../etc/passwd", "C:\\x", "…", "🚲", "ä" * 500, ".", "a/b", "CON", "-x"):
        slug = slug_of(article(title=title))
        assert slug
        assert len(slug) <= 80
        assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
        assert not slug.startswith("-")


def test_similarity_tells_edited_from_other() -> None:
    """A small change leaves texts alike; other texts have nothing in common."""
    long = " ".join(f"Satz {i} über den Bau der Brücke {i * 7}." for i in range(100))
    edited = long.replace("Satz 50 ", "Absatz fünfzig ")
    assert similarity(sketch_of(article(long)), sketch_of(article(edited))) > 0.9
    assert similarity(sketch_of(article(long)), sketch_of(article(WORDS))) < 0.1


def test_tracking_is_no_part_of_an_address() -> None:
    """Parameters that name the article stay, those that name the reader go."""
    assert url_key("https://a.org/x?id=7&utm_medium=rss") == url_key("http://www.a.org/x/?id=7#top")
    assert url_key("https://a.org/x?id=7") != url_key("https://a.org/x?id=8")


def test_many_articles_of_one_run_are_told_apart_quickly() -> None:
    """Four times the articles without an address take about four times as long, not sixteen times."""

    def seconds(count: int) -> float:
        register = Register([])
        started = time.process_time()
        for number in range(count):
            text = " ".join(f"{number} Wort {number * i} steht {i} hier" for i in range(150))
            assert register.claim(article(text), f"{number}.txt").relation == "new"
        return time.process_time() - started

    assert seconds(80) < 8 * seconds(20)
