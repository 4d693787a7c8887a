"""Where a long sentence is cut."""

from __future__ import annotations

import pytest

from podcaster.speech import cut, sentences

#: A sentence, and what must stay whole in it at every limit at which it fits.
WHOLE = [
    ("Am Sonntag sprach in Wien Eva-Maria Mustermann mit den Leuten.", "Eva-Maria Mustermann"),
    ("Gestern unterschrieb schließlich Prof. Dr. Karl Huber das Papier.", "Prof. Dr. Karl Huber"),
    ("Danach sprach in Brüssel auch Ursula von der Leyen mit allen.", "Ursula von der Leyen"),
    ("Heute kam bei gutem Wetter der neue Präsident nach Wien.", "der neue Präsident"),
    ("Es kam gestern ein sehr alter Mann mit seinem Hund.", "ein sehr alter Mann"),
    ("Rund zwei Millionen dreihunderttausend Menschen kamen heute.", "zwei Millionen dreihunderttausend"),
    ("Das waren gestern rund drei Komma vier fünf Prozent mehr.", "drei Komma vier fünf Prozent"),
    ("Sie kamen gestern am zwanzigsten November alle nach Wien.", "am zwanzigsten November"),
    ("Sie kamen gestern am 20. November alle nach Wien.", "am 20. November"),
    ("Das stand heute auf Seite 12 der Zeitung.", "Seite 12"),
    ("Dort verloren gestern alle Teilnehmerinnen und Teilnehmer ihr Geld.", "Teilnehmerinnen und Teilnehmer"),
    ("Das war heute im Juni zweitausendvierundzwanzig ganz anders.", "Juni zweitausendvierundzwanzig"),
    ("Sie starben gestern alle kurz vor dem Ende des Krieges.", "kurz vor"),
    ("Sie arbeitet heute als Geschichts- und Politiklehrerin dort.", "Geschichts- und Politiklehrerin"),
    ("Es stieg damals zwischen Januar und April um drei Prozent.", "zwischen Januar und April"),
    ("Das war gestern vor mehr als neun Monaten und Tagen.", "mehr als neun Monaten"),
    ("Es gilt als eine mögliche, seltene Wirkung und mehr nicht.", "eine mögliche, seltene Wirkung"),
    ("Heute sprach dort Doktor Huber mit ihnen.", "Doktor Huber"),
]


@pytest.mark.parametrize(("text", "whole"), WHOLE)
def test_what_belongs_together_stays_together(text: str, whole: str) -> None:
    """No limit tears a name, a number or a noun with its article that would fit with room to spare."""
    for limit in range(len(whole) + 15, len(text)):
        pieces = cut(text, limit)
        assert any(whole in piece for piece in pieces), (limit, pieces)


@pytest.mark.parametrize(
    ("text", "limit", "pieces"),
    [
        (
            "Er ging am Abend heim; danach blieb es still im Haus.",
            40,
            ["Er ging am Abend heim;", "danach blieb es still im Haus."],
        ),
        (
            "Er ging am Abend heim, danach blieb es still im Haus.",
            40,
            ["Er ging am Abend heim,", "danach blieb es still im Haus."],
        ),
        (
            "Er ging am Abend heim – danach blieb es still im Haus.",
            40,
            ["Er ging am Abend heim –", "danach blieb es still im Haus."],
        ),
        (
            "Er ging am Abend heim und danach blieb es still im Haus.",
            45,
            ["Er ging am Abend heim", "und danach blieb es still im Haus."],
        ),
        (
            "Er ging am Abend heim in das stille Haus.",
            35,
            ["Er ging am Abend heim", "in das stille Haus."],
        ),
        (
            "Er sagte es am Abend, danach ging er heim; es blieb still.",
            50,
            ["Er sagte es am Abend, danach ging er heim;", "es blieb still."],
        ),
    ],
)
def test_clauses_end_pieces(text: str, limit: int, pieces: list[str]) -> None:
    """A sentence is cut at a semicolon, a comma, a dash, before `und`, before a preposition."""
    assert cut(text, limit) == pieces


def test_the_better_place_wins_over_the_longer_piece() -> None:
    """A semicolon is taken although a comma would give a longer piece."""
    assert cut("Es blieb hier lange still; er kam, sah und ging dann.", 40)[0] == "Es blieb hier lange still;"


def test_where_nothing_else_is_left_anything_is_cut() -> None:
    """A word longer than the limit is cut in itself, a name longer than it between its words."""
    assert cut("Donaudampfschiff", 6) == ["Donaud", "ampfsc", "hiff"]
    assert cut("Eva-Maria Mustermann", 12) == ["Eva-Maria", "Mustermann"]


def test_a_short_text_is_one_piece() -> None:
    """What fits is not cut."""
    assert cut("Er kam, sah und ging.", 100) == ["Er kam, sah und ging."]


def test_a_range_of_days_is_no_end() -> None:
    """The period of a range of days ends no sentence."""
    text = "Die Klasse fuhr vom 12.–16. Juni nach Wien."
    assert sentences(text) == [text]
