"""How a visitor subscribes: the feed's address, links that open an app, and a QR code for the phone."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import urlsplit

_PLACE = re.compile(rb"<!--subscribe ([\w.-]+)-->.*?<!--/subscribe-->", re.DOTALL)


def subscribe_links(key: str, base: str | None) -> str:
    """Write the box for the show `key`, between two marks.

    Without `base` (the address of the folder that holds feeds/ and audio/, with a slash at its end) it leaves
    to the page's script what needs a full address.
    """
    return f"<!--subscribe {escape(key)}-->{_box(key, base)}<!--/subscribe-->"


def fill_subscribe(page: bytes, base: str | None) -> bytes:
    """Write the boxes of a page for the address at which it is reached; with None, leave them as they are."""
    if base is None:
        return page
    return _PLACE.sub(lambda found: subscribe_links(found[1].decode(), base).encode(), page)


def link_feed(feed: bytes, url: str) -> bytes:
    """Put links into the feed at `url` as a browser shows it: CSS makes none, and XSLT is leaving browsers.

    An element of XHTML works in any XML document: a link, and the word that keeps a phone from showing a
    desktop's width. Feeds on disk have none: the W3C's validator warns of XHTML in a channel, and an app
    might show it.
    """
    apps = "".join(f'<a href="{escape(_link(scheme, url))}">{app}</a>' for scheme, app in _APPS.items())
    page = '<a href="index.html">Anhören und abonnieren</a>'
    phone = '<meta name="viewport" content="width=device-width, initial-scale=1"/>'
    links = f'<nav xmlns="http://www.w3.org/1999/xhtml">{phone}{page}{apps}</nav>'
    return feed.replace(b"<channel>", f"<channel>{links}".encode(), 1)


def _box(key: str, base: str | None) -> str:
    name = f"{key}.xml"
    url = f"{base}feeds/{name}" if base else name
    hrefs = {scheme: escape(_link(scheme, url) if base else name) for scheme in _APPS}
    links = "\n".join(
        f'<a class="button" data-scheme="{scheme}" href="{hrefs[scheme]}">{app}</a>'
        for scheme, app in _APPS.items()
    )
    return f"""
<div class="subscribe" data-feed="{escape(name)}">
<div class="subscribe-text">
<p class="apps"{"" if base else " hidden"}>{links}
<a class="button" type="application/rss+xml" href="{escape(name)}">RSS-Feed</a></p>
<p class="copy"><label>Adresse des Feeds, zum Einfügen in jede Podcast-App
<input type="text" readonly value="{escape(url)}"></label>
<button type="button" class="button" data-copy hidden>Kopieren</button></p>
</div>
{_qr(f"{base}feeds/") if base else ""}
</div>
"""


#: Scheme of an app's links -> what the link says. All three take the feed's address without its own scheme.
_APPS = {
    "podcast": "Apple Podcasts",
    "antennapod-subscribe": "AntennaPod",
    "pcast": "Andere App",
}


def _link(scheme: str, url: str) -> str:
    """Write the feed's address with an app's scheme; pages of the web have no other way to open an app."""
    parts = urlsplit(url)
    return f"{scheme}://{parts.netloc}{parts.path}"


def _qr(url: str) -> str:
    """Draw the page's address for a phone's camera, as SVG within the page."""
    import segno

    code = segno.make(url, error="m", micro=False)
    drawing = code.svg_inline(border=4, dark="#000", light="#fff", omitsize=True)
    drawing = drawing.replace("<svg ", f'<svg role="img" aria-label="QR-Code: {escape(url)}" ', 1)
    return f'<figure class="qr">{drawing}<figcaption>Mit dem Telefon öffnen</figcaption></figure>'
