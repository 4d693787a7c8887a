"""What holds for any text."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from podcaster.speech import cut, sentences, spoken
from podcaster.speech.rules.shortened import is_abbreviation
from tests.processor import measured

#: What numbers, signs and words of news are made of, so that rules meet each other in ways nobody thought of.
PIECES = st.sampled_from(
    "1 3. 12 24. 1989 2.400 0316 12,5 ½ 2/3 90er '68 4:3 18.30 1.11.2022 2022-11-01 XIV. II I. § §§ Abs. Nr. z. B. usw. Dr. "
    "St. € $ Mio. Mrd. % ‰ °C km/h m² kWh l Uhr h Mai Jänner am im der die den dem ein Euro Frau Platz – - — / + = & * @ # : , ; . ! ? "
    "( ) „ “ » « … http://a.de www.b.at x@y.de @z #w 😀 🎉 <b> </b> &amp; -jährig -Jahre er Bürger:innen Ludwig Karls und bis von "
    "m2 km3 (at) [at] (un) (r) (Wieder-)Wahl :-) ;D 1.) (2.) geb. * † 12:30 ISBN Az i.S.d. 0f 1&1 (c) Ã¼ "
    "A9 G20 F-16 5G CO2 Привет Αθήνα 北京 ́ \u00ad \u200b".split(" ")
)
MIXED = st.lists(PIECES, max_size=14).flatmap(
    lambda parts: st.sampled_from([" ".join(parts), "".join(parts), "\n".join(parts)])
)
ANY = st.one_of(st.text(max_size=80), MIXED, st.text(alphabet="0123456789.,:/-– €%IVX§()'°", max_size=30))


@settings(max_examples=400, deadline=None)
@given(ANY)
@example("\ud800")
@example("369'847,5-Zimmer und 12.500,5%ige und 1.250,5-fach")
def test_any_text_gives_speakable_text(text: str) -> None:
    """Whatever comes, the answer is text without digits, signs, markup, control characters or halves of characters."""
    said = spoken(text)
    assert not re.search(r"[\d<>&@#§%€$£°½²³/\\|{}\[\]()*+=~^_\x00-\x1f\ud800-\udfff]", said), said


@settings(max_examples=400, deadline=None)
@given(ANY)
def test_what_is_spoken_stays(text: str) -> None:
    """Saying it twice changes nothing."""
    said = spoken(text)
    assert spoken(said) == said


@given(st.lists(st.from_regex(r"[a-zäöüß]{5,12}", fullmatch=True), min_size=1, max_size=12))
def test_letters_that_need_nothing_are_untouched(words: list[str]) -> None:
    """A sentence of words comes out as it went in."""
    sentence = " ".join(words).capitalize() + "."
    assume(not is_abbreviation(sentence.rsplit(" ", 1)[-1]))  # "Aaabf." is a station
    assert spoken(sentence) == sentence


@settings(deadline=None)
@given(st.text(max_size=400), st.integers(1, 120))
def test_cut_loses_nothing(text: str, limit: int) -> None:
    """The pieces are short enough, and together they are the text."""
    pieces = cut(text, limit)
    assert all(0 < len(piece) <= limit for piece in pieces)
    assert "".join(" ".join(pieces).split()) == "".join(text.split())


@settings(deadline=None)
@given(MIXED)
def test_sentences_lose_nothing(text: str) -> None:
    """The sentences together are the text."""
    assert "".join(" ".join(sentences(text)).split()) == "".join(text.split())


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "Am 3. Mai 2020 kamen 1.500 Menschen, z. B. aus Wien, um 18.30 Uhr. ",
        "a",
        "1 ",
        "1",
        "(",
        "§ ",
        "1.",
        "- ",
        "I. ",
        "<",
        "1/",
        "Der ",
        "1° ",
        "1:",
        "1–",
        "\n1",
        "http://",
        "я",
    ],
)
def test_a_million_characters_take_seconds(unit: str) -> None:
    """Time grows with the text, not faster: a megabyte of anything is done in seconds."""
    text = (unit * (1_000_000 // len(unit) + 1))[:1_000_000]
    with measured() as work:
        spoken(text)
    assert work.jobs < 16  # 8


@pytest.mark.slow
def test_a_million_characters_of_news_full_of_numbers_take_seconds() -> None:
    """So does text in which every sentence differs and has numbers, dates, sums and abbreviations."""
    text = "".join(
        f"Am {n % 28 + 1}. Mai {1900 + n % 120} kamen {n} Menschen, z. B. aus Wien, um {n % 24}.30 Uhr; "
        f"es kostete {n},50 Euro, {n % 100} Prozent mehr als im Jahr davor. "
        "Danach blieb es dort ruhig, wie der Bürgermeister der Stadt am Abend vor vielen Gästen sagte. "
        for n in range(4700)
    )
    assert len(text) > 1_000_000
    with measured() as work:
        spoken(text)
    assert work.jobs < 40  # 20
