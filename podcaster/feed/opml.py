"""OPML 2.0: the list of a project's feeds, which apps import at one go."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from podcaster.addresses import ascii_url, base_of, feed_url, site_url
from podcaster.settings import Show
from podcaster.text import one_line


def opml(shows: Mapping[str, Show], title: str) -> bytes:
    """The feeds of `shows` as OPML."""
    root = etree.Element("opml", {"version": "2.0"})
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = one_line(title)
    body = etree.SubElement(root, "body")
    for key, show in shows.items():
        name = one_line(show.title)
        row = {
            "type": "rss",
            "text": name,
            "title": name,
            "xmlUrl": feed_url(base_of(show), key),
            "htmlUrl": ascii_url(show.link) or site_url(base_of(show)),
        }
        etree.SubElement(body, "outline", row)
    document: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return document
