"""A teaser of a paid article is refused with its reason; a whole article is not, whatever its page says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from podcaster.article import read_article
from podcaster.errors import PodcasterError

SENTENCE = (
    "Die Brücke wird teurer, sagte die Sprecherin der Stadt am Montag in Dresden und verwies auf den Stahl. "
)


def _page(folder: Path, paragraphs: int, below: str = "", end: str = "", **said: object) -> Path:
    data = {"@type": "NewsArticle", "headline": "Brücke", **said}
    text = "".join(f"<p>Zum {i}. Mal: {SENTENCE * 3}</p>" for i in range(paragraphs))
    path = folder / "page.html"
    path.write_text(
        f'<!DOCTYPE html><html><head><script type="application/ld+json">{json.dumps(data)}</script></head>'
        f"<body><header><a href='/abo'>Jetzt Abo abschließen</a></header><article><h1>Brücke</h1>{text}"
        f"{f'<p>{end}</p>' if end else ''}</article>{below}</body></html>"
    )
    return path


OFFER = "<div><h3>Jetzt weiterlesen</h3><p>Testen Sie uns vier Wochen für 1 Euro.</p></div>"
GATE = "<div class='c-plusGate'><p>Sie haben schon ein Konto?</p><a href='/login'>Anmelden</a></div>"
PLUS = "<div class='x'><p>Mit F+ erhalten Sie Zugang zu diesem und vielen anderen Texten.</p></div>"
LABELLED = (
    "<div class='x'><p>Exklusiv für Abonnenten</p>"
    "<h3><a href='/a'>Warum die Brücke so teuer wird wie keine vor ihr</a></h3></div>"
)
HIDDEN = (
    "<div class='y' style='display:none'><h3>Jetzt weiterlesen</h3>"
    f"<p>{'Testen Sie uns vier Wochen für 1 Euro und lesen Sie alles. ' * 15}</p></div>"
)
TEASERS = {
    "a gate by its name": {"paragraphs": 2, "below": GATE},
    "an offer of F+": {"paragraphs": 2, "below": PLUS},
    "not free and short": {"paragraphs": 2, "isAccessibleForFree": False},
    "not free, as text": {"paragraphs": 2, "isAccessibleForFree": "False"},
    "not free in a part": {
        "paragraphs": 2,
        "hasPart": [{"@type": "WebPageElement", "isAccessibleForFree": False}],
    },
    "not free and broken off": {"paragraphs": 3, "end": SENTENCE + "Doch dann", "isAccessibleForFree": False},
    "an offer below": {"paragraphs": 2, "below": OFFER},
    "broken off": {"paragraphs": 1, "end": "Was die Stadt nun vorhat, ist …"},
    "few of its words": {"paragraphs": 5, "below": OFFER, "wordCount": 2000},
}
WHOLE = {
    "short, above another article for subscribers": {"paragraphs": 3, "below": LABELLED},
    "short, with a hidden offer": {"paragraphs": 3, "below": HIDDEN},
    "long, with a gate": {"paragraphs": 9, "below": GATE + OFFER},
    "free": {"paragraphs": 2, "isAccessibleForFree": True, "below": OFFER},
    "short": {"paragraphs": 2},
    "saved by a subscriber": {"paragraphs": 9, "isAccessibleForFree": False, "below": OFFER},
    "all of its words": {"paragraphs": 9, "isAccessibleForFree": False, "wordCount": 450},
}


@pytest.mark.parametrize("case", TEASERS)
def test_teasers_are_refused_unless_forced(case: str, tmp_path: Path) -> None:
    """The sentence says why and what to do; with force the teaser is read."""
    path = _page(tmp_path, **TEASERS[case])  # type: ignore[arg-type]
    with pytest.raises(PodcasterError, match="only the teaser of a paid article"):
        read_article(path)
    assert read_article(path, force=True).sections


@pytest.mark.parametrize("case", WHOLE)
def test_whole_articles_are_read(case: str, tmp_path: Path) -> None:
    """Neither an offer in the head of the page nor the word that the article is paid for keeps it out."""
    assert read_article(_page(tmp_path, **WHOLE[case])).sections  # type: ignore[arg-type]
