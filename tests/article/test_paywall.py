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


def _page(
    folder: Path, paragraphs: int, below: str = "", end: str = "", amid: str = "", **said: object
) -> Path:
    data = {"@type": "NewsArticle", "headline": "Brücke", **said}
    lines = [f"<p>Zum {i}. Mal: {SENTENCE * 3}</p>" for i in range(paragraphs)]
    text = lines[0] + amid + "".join(lines[1:])
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
LINK = "<a href='/a'><span>{}</span> Was der Umbau der Brücke kostet</a>"
#: Where papers put what says that another article is paid for.
BADGES = {
    "in a link": f"<section><article>{LINK}</article></section>",
    "in a link with a heading": "<div><a href='/lokal/a'><i>{}</i><h3>Was der Umbau kostet</h3></a></div>",
    "above a link": "<ul><li><div><p>{}</p></div><h3><a href='/a'>Was der Umbau kostet</a></h3></li></ul>",
    "below a link": "<div><h3><a href='/plus/was-der-umbau-kostet'>Was er kostet</a></h3><p>{}</p></div>",
    "in the margin": "<aside><div>{} <a href='/a'>Umbau</a></div></aside>",
    "in the footer": "<footer><a href='/abo'>{}</a></footer>",
    "in a menu": "<div><nav><a href='/abo'>{}</a></nav></div>",
}
SAYINGS = [
    "Exklusiv für Abonnenten",
    "Nur für Mitglieder",
    "Jetzt weiterlesen",
    "Weiterlesen mit Plus",
    "Mit einem Abo lesen Sie alle Artikel",
]
ADBLOCKER = "<p>Bitte deaktivieren Sie Ihren Adblocker, um unsere Seite weiter lesen zu können.</p>"
ASIDE = "<aside><p>Exklusiv für Abonnenten</p><a href='/abo'>Zu unseren Angeboten hier</a></aside>"
TEASERS = {
    "an offer that is a link": {
        "paragraphs": 2,
        "end": "<a href='/plus/kaufen'>Jetzt weiterlesen mit Plus</a>",
    },
    "an offer with all its terms in a link": {
        "paragraphs": 2,
        "end": "<a href='/angebot'>Jetzt weiterlesen und vier Wochen lang testen</a>",
    },
    "an offer above a link to the shop": {"paragraphs": 2, "end": ASIDE},
    "an offer above a few last words": {"paragraphs": 3, "amid": OFFER, "below": OFFER},
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
    "short, and what follows an offer": {"paragraphs": 4, "amid": OFFER},
    "short, with a word to those who block advertisements": {"paragraphs": 3, "below": ADBLOCKER},
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


@pytest.mark.parametrize("saying", SAYINGS)
@pytest.mark.parametrize("place", BADGES)
def test_labels_of_other_articles_refuse_nothing(place: str, saying: str, tmp_path: Path) -> None:
    """What says that another article is paid for is not held against a short one, wherever it stands."""
    badge = BADGES[place].format(saying)
    assert read_article(_page(tmp_path, 3, below=badge)).sections
    if place not in ("in the margin", "in the footer"):  # of the page, not of the article
        assert read_article(_page(tmp_path, 3, end=badge)).sections
    assert read_article(_page(tmp_path, 4, amid=badge)).sections


@pytest.mark.parametrize("case", WHOLE)
def test_whole_articles_are_read(case: str, tmp_path: Path) -> None:
    """Neither an offer in the head of the page nor the word that the article is paid for keeps it out."""
    assert read_article(_page(tmp_path, **WHOLE[case])).sections  # type: ignore[arg-type]
