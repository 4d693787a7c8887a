"""What the names in a page's markup say (classes, ids, roles): teaser, caption, newsletter, subheading, lead.

Names are cut into words ("c-articleTeaser__imageText" -> "c article teaser image text"), so that the habits of many
editorial systems fit few patterns. None is for one site.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.html import HtmlElement


class Sign(NamedTuple):
    """A word that says why an element's text is not the article's."""

    reason: str
    word: str


_ATTRIBUTES = (
    "class", "id", "role", "itemprop", "itemtype", "data-testid", "data-component", "data-manual", "data-qa",
    "data-area", "data-type", "data-block-type", "data-module", "data-app-hidden-type", "aria-label", "name",
)  # fmt: skip

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_VARIANT = re.compile(r"[\[\]&]|\w:[\w!-]")
_TEXT_TAGS = frozenset({"p", "h2", "h3", "h4", "h5", "h6"})
_TEXT_ATTRIBUTES = ("class", "itemprop", "role", "data-testid", "data-component", "data-manual", "data-qa")

#: Tags of HTML that hold text; others are an editorial system's own and are names themselves.
_HTML = frozenset(
    (
        "html body div section article main header nav p span a ul ol li dl dt dd h1 h2 h3 h4 h5 h6 hgroup "
        "figure picture img figcaption blockquote q aside footer form table tbody thead tr td th b strong i em "
        "u s small font center big mark sub sup time abbr cite code pre details summary address audio video "
        "source track hr br label input button fieldset legend text caption"
    ).split()
)

#: Elements that say themselves what they are.
_TAGS = {
    "figure": "picture caption",
    "figcaption": "picture caption",
    "picture": "picture caption",
    "aside": "box beside the article",
    "footer": "footer",
    "form": "form",
    "table": "table",
    "audio": "player",
    "video": "player",
    "address": "author box",
    "twitter-widget": "embedded content that is not shown",
}

#: Reason -> words of which one must be among an element's names. In order of trust.
_WORDS = {
    "picture caption": r"\w*captions?|bildunterschrift\w*|bildtext\w*|bu|bild(?:quelle|nachweis|info|zeile)\w*|"
    r"(?:image|picture|photo|foto|img|media|video|gallery) (?:\w+ )?(?:text|source|credits?|copyright|description|meta|info|title|"
    r"subtitle|subline|byline|legend|author|rights|notice|footer)|\w*credits?|copyright\w*|fotograf\w*|photographer|"
    r"(?:bilder|foto|image|media|picture)?gall?er(?:y|ie)\w*|slide(?:show|r)?s?|carousel|lightbox|fotostrecke|bildergalerie",
    "advertisement": r"(?<!with )(?<!has )(?<!no )(?<!section )ads?|ad ?block\w*|advert\w*|anzeigen?|adslot|adbox|adcontainer|werbung|sponsor\w*|commercial|native ad|affiliate|"
    r"outbrain|taboola|plista|dfp|gpt|iqd\w*|billboard|superbanner|skyscraper|shopping|box ?product\w*|product ?(?:box|guide|card|embed|teaser|tile|widget)\w*|produkt(?:box|karte|teaser|empfehlung)\w*|preisvergleich|voucher|deal",
    "newsletter or subscription": r"newsletter\w*|subscri\w*|abo|abobox|abonn\w*|paywall\w*|piano|plenigo|sign ?up\w*|offers?|registration|"
    r"login|upsell\w*|marketing|purchase|checkout|conversion|metering|premium ?box|support(?:us|box|banner)|spende\w*|donat\w*|fundraising|crowdfunding|paywahl",
    "comments": r"comments?|commenting|kommentare?|disqus|coral|forum|diskussion|discussion|userposts?|leserbrief\w*|leserkommentare|debate ?box",
    "share bar": r"shar(?:e|ing|ebar|ebuttons?)\w*|social\w*|teilen|toolbar|tools|bookmarks?|merkliste|actions?|action ?bar|"
    r"sharing\w*|feedback|rating|follow|button|buttons|btn",
    "pointer to other articles": r"teasers?|\w+teaser|teaser\w+|related\w*|recommend\w*|recirculation|read ?more|more on|readmore|mehr zum|"
    r"mehrzum|linklist\w*|link ?lists?|article ?list|crosslinks?|backlinks?|see ?also|verwandt\w*|empfehl\w*|lesetipps?|promo\w*|"
    r"most ?read|meistgelesen|trending|link ?box\w*|linkbox\w*|further ?reading|weiterlesen|themen(?:box|teaser|liste)?|"
    r"topic ?links?|topics?|tag ?list|tags|keywords?|breadcrumbs?|pagination|pager|ticker ?teaser|inline ?teaser|cross ?teaser|see ?more|next ?article|article ?link|"
    r"zusatzinfo|internal ?link|related ?article",
    "author box": r"(?:author|autoren|autor|redakteur|byline|bio|contributor|profile)(?:s|en|info|box|card|teaser|list|bio|name|names|line|portrait|description)?|"
    r"autorin|autoren\w*|vita|authors?\w*|writer|verfasser",
    "cookie notice": r"consent\w*|gdpr|dsgvo|privacy|cookies?|cmp|sp message|usercentrics|didomi|onetrust|borlabs",
    "embedded content that is not shown": r"embed\w*|opinary|tweet|twitter|instagram|facebook|youtube|tiktok|"
    r"widget\w*|external ?content|externalcontent|third ?party|iframe|podigee|spotify|quiz|poll|umfrage|voting|datawrapper|infogram|flourish|chart|karte|map",
    "player": r"(?:audio|video|podcast|media)(?:player|teaser|box|element|block|container|wrapper|item|content|article)?|player|"
    r"vorlesen|read ?aloud|text ?to ?speech|speech|listen|hören|playlist|remp|sprecher|jw",
    "box beside the article": r"info ?box\w*|infobox\w*|fact ?box\w*|factbox\w*|faktenbox|facts?|fakten|kasten|sidebar\w*|marginal\w*|margin ?column|rightcol\w*|"
    r"aside\w*|randspalte|hintergrundbox|collaps(?:e|ible) ?box|box ?info|zur ?person|glossar\w*|lexikon|toc|table ?of ?contents?|inhaltsverzeichnis|article ?toc|"
    r"additional ?info\w*|cite|citation|zitier\w*|quellen\w*|disclaimer|transparenz\w*|index ?list|sprungmarken|jump ?(?:marks?|links?)|anchors?|references?|footnotes?|fu(?:ss|ß)noten?|bibliography|literaturverzeichnis|pull ?quotes?|pullquote\w*|zitatbox|blickfang|swiper|accordion ?box",
    "date line": r"dates?|datum|time ?stamp|timestamp|publish(?:ed|ing)?(?: date| time| info)?|meta|metadata|reading ?time|lesezeit|lesedauer|"
    r"article ?info|dateline|updated|article ?meta",
    "navigation": r"nav|navi|navigation|navbar|menu|\w*foot|footer|header ?nav|skip|scroll ?to|back ?to|suche|search|ribbon|sitemap|subnav|flyout|overlay|modal|popup|toast|tooltip\w*|dialog|push",
}
_NOISE = {
    reason: re.compile(rf"(?<!\w)(?:{words.replace(' ?', ' ?')})(?!\w)") for reason, words in _WORDS.items()
}

HEADING = re.compile(
    r"(?<!\w)(?:(?:sub|cross|inter|mid|inner|section|zwischen|paragraph|abschnitt)s? ?(?:head(?:ing|line|er|s)?|titles?|titel|überschrift|ueberschrift|line|zeile|hed)|"
    r"crossheading|intertitles?|crosshead|zwi?ti|zwischentitel|zwischenzeile|zwischenüberschrift|subhed)(?!\w)"
)
LEAD = re.compile(
    r"(?<!\w)(?:leads?|lead ?(?:text|paragraph)|intro(?:duction|text)?|einleitung|vorspann|standfirst|stand first|teaser ?text|summary|abstract|dek|deck|"
    r"sub ?line|subtitle|untertitel|unterzeile|anreisser|anreißer|anlauf|excerpt|perex|introduction|description|shorttext|kurztext|article ?teaser|lede)(?!\w)"
)
KICKER = re.compile(
    r"(?<!\w)(?:kickers?|roof ?line|dachzeile|overline|eyebrow|topline|top ?line|pre ?title|pretitle|spitzmarke|superline|oberzeile|catch ?line|"
    r"upper ?title|section ?name|supertitle|hat|category|rubrik|ressort|introline|vorzeile|headline ?prefix|tagline|label|badge|flag)(?!\w)"
)


def names(element: HtmlElement) -> str:
    """The words of an element's names, in lower case: "RichText--teaserBox" -> "rich text teaser box"."""
    # the id of a heading or paragraph is made of its text
    attributes = _TEXT_ATTRIBUTES if element.tag in _TEXT_TAGS else _ATTRIBUTES
    joined = " ".join([value for attribute in attributes if (value := element.get(attribute))])
    if joined and (anchor := element.get("id")) and attributes is _ATTRIBUTES and _is_anchor(element, anchor):
        joined = joined.replace(anchor, "")
    if element.tag not in _HTML:  # a custom element, with a hyphen or without: <ad-slot>, <teaserparagraph>
        joined = f"{element.tag} {joined}"
    return words(joined)


def _is_anchor(element: HtmlElement, anchor: str) -> bool:
    """Whether an id is made of the heading that the element begins with: "tipp-der-toast-test"."""
    heading = next(element.iter("h2", "h3", "h4"), None)
    if heading is None:
        return False
    slug = re.sub(r"[\W\d_]+", "", anchor).lower()
    text = re.sub(r"[\W\d_]+", "", heading.text_content()).lower()
    plain = text.translate(_UMLAUTS)
    said = slug in text or slug in plain if len(slug) > 8 else text.startswith(slug) or plain.startswith(slug)
    return len(slug) > 3 and said


@lru_cache(maxsize=4096)
def words(joined: str) -> str:
    """Names cut into words: "RichText--teaserBox" -> "rich text teaser box"; no utility classes' variants."""
    if "[" in joined or ":" in joined:  # variants of utility classes: "md:hidden", "[h3+&]:mt-0"
        joined = " ".join([word for word in joined.split() if not _VARIANT.search(word)])
    joined = re.sub(r"([a-zäöü])([A-Z])", r"\1 \2", joined[:400])
    return re.sub(r"[\W_\d]+", " ", joined).lower().strip()


def noise_by_name(element: HtmlElement, unbelieved: Collection[Sign] = ()) -> str | None:
    """Why the text of `element` is not the article's, by its tag and its names; None where they say nothing.

    `unbelieved` are signs that mean something else on this page.
    """
    return next((sign.reason for sign in signs(element) if sign not in unbelieved), None)


def signs(element: HtmlElement) -> Iterator[Sign]:
    """What an element's tag and the words of its names say against its text, in order of trust."""
    if reason := _TAGS.get(element.tag):
        yield Sign(reason, element.tag)
    yield from _signs(names(element))


@lru_cache(maxsize=4096)
def _signs(words: str) -> tuple[Sign, ...]:
    return tuple(
        Sign(reason, match[0])
        for reason, pattern in _NOISE.items()
        for match in (pattern.finditer(words) if words else ())
    )
