"""Several shows in one project, and who a show is."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest
from lxml import etree

from podcaster.episode import read_episodes
from podcaster.errors import PodcasterError, UsageError
from podcaster.feed import homeless, write_feeds
from podcaster.feed.identity import NAMESPACE, STATE, show_guid
from podcaster.feed.rss import NAMESPACES
from podcaster.project import Project, load_project
from tests import making


def project(folder: Path, text: str) -> Project:
    """A project with this podcaster.toml."""
    folder.mkdir(exist_ok=True)
    (folder / "podcaster.toml").write_text(text, encoding="utf-8")
    return load_project(folder, {})


TWO = """
[show]
title = "Alles"
author = "Redaktion"
base_url = "https://pod.example"

[shows.politik]
link = "https://müller.example/ä"
title = "Politik"
category = "News > Politics"
"""


def test_each_show_has_a_feed_of_its_own_episodes(tmp_path: Path) -> None:
    """[shows.politik] is feeds/politik.xml, with what it sets and, for the rest, what [show] sets."""
    here = project(tmp_path, TWO)
    making.episode(here.audio)
    making.episode(here.audio, making.article(url="https://z.example/2"), slug="zwei", show_key="politik")
    write_feeds(here, read_episodes(here.audio))
    titles = {}
    for key in ("podcast", "politik"):
        channel = etree.parse(str(here.feeds / f"{key}.xml")).getroot()[0]
        titles[channel.findtext("title")] = [item.findtext("guid") for item in channel.iter("item")]
        assert channel.findtext("itunes:author", "", NAMESPACES) == "Redaktion"
        assert (here.feeds / f"{key}.jpg").exists()
    assert titles == {
        "Alles": ["https://zeitung.example/wirtschaft/kohle-1"],
        "Politik": ["https://z.example/2"],
    }
    rows = etree.parse(str(here.feeds / "podcasts.opml")).getroot().findall("body/outline")
    assert [(row.get("text"), row.get("xmlUrl")) for row in rows] == [
        ("Alles", "https://pod.example/feeds/podcast.xml"),
        ("Politik", "https://pod.example/feeds/politik.xml"),
    ]
    assert rows[1].get("htmlUrl") == "https://xn--mller-kva.example/%C3%A4"


def test_the_main_feed_goes_where_all_episodes_are_elsewhere(tmp_path: Path) -> None:
    """With several shows and none in [show], nobody is offered an empty feed."""
    here = project(tmp_path, TWO)
    making.episode(here.audio, show_key="politik")
    write_feeds(here, read_episodes(here.audio))
    assert not (here.feeds / "podcast.xml").exists()
    assert (here.feeds / "politik.xml").exists()


def test_an_episode_of_a_show_that_is_not_set_is_known_as_homeless(tmp_path: Path) -> None:
    """A show taken out of podcaster.toml takes its episodes out of the feeds; they are not forgotten."""
    here = project(tmp_path, TWO)
    lost = making.episode(here.audio, show_key="sport")
    write_feeds(here, read_episodes(here.audio))
    assert homeless(here, read_episodes(here.audio)) == [lost]


@pytest.mark.parametrize("key", ["podcast", "Politik", "../x", "a b", ""])
def test_a_shows_key_must_do_as_a_file_name(tmp_path: Path, key: str) -> None:
    """A key that is no plain name, or the main show's, is refused with its table."""
    with pytest.raises(UsageError, match="shows"):
        project(tmp_path, f'[shows."{key}"]\ntitle = "x"\n')


def test_an_unknown_key_of_a_show_is_named(tmp_path: Path) -> None:
    """A typing error in [shows.politik] names the key."""
    with pytest.raises(UsageError, match="titel"):
        project(tmp_path, '[shows.politik]\ntitel = "x"\n')


def test_a_shows_guid_is_assigned_once(tmp_path: Path) -> None:
    """The first address gives the guid; it stays when the address changes, and when feeds/ is deleted."""
    first = show_guid(tmp_path, "podcast", "https://pod.example/feeds/podcast.xml")
    assert first == str(uuid.uuid5(NAMESPACE, "pod.example/feeds/podcast.xml"))
    assert show_guid(tmp_path, "podcast", "https://elsewhere.example/feeds/podcast.xml") == first
    assert show_guid(tmp_path, "podcast", None) == first
    assert show_guid(tmp_path, "politik", "https://pod.example/feeds/politik.xml") != first


def test_a_show_without_an_address_has_a_passing_guid(tmp_path: Path) -> None:
    """Before base_url is set the guid is its own, and the lasting one comes with the address."""
    passing = show_guid(tmp_path / "a", "podcast", None)
    assert uuid.UUID(passing).version == 5
    assert show_guid(tmp_path / "b", "podcast", None) != passing
    lasting = show_guid(tmp_path / "a", "podcast", "https://pod.example/feeds/podcast.xml")
    assert lasting == str(uuid.uuid5(NAMESPACE, "pod.example/feeds/podcast.xml"))


@pytest.mark.parametrize("content", ["", "{", "[]", '{"podcast": "no guid"}', '{"podcast": 3}'])
def test_a_damaged_record_of_guids_stops_the_feed(tmp_path: Path, content: str) -> None:
    """A new guid would make another show of it: the damage is named, and how to mend it."""
    (tmp_path / STATE).write_text(content)
    with pytest.raises(PodcasterError, match=r"\.shows\.json: is damaged"):
        show_guid(tmp_path, "podcast", "https://pod.example/feeds/podcast.xml")
