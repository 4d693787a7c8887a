"""The pages in a real browser: sound, keys, small screens, accessibility."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selenium.webdriver import ActionChains, Keys

from tests.web.browser import Browser, chromium
from tests.web.conftest import Site, serving

#: A real article, with four chapters, voiced by Pico.
ARTICLE = Path(__file__).parents[2] / "articles" / "nachtzug.txt"


@pytest.fixture(scope="module")
def podcast(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Build a real article with the program, and serve it."""
    folder = tmp_path_factory.mktemp("real")
    command = [sys.executable, "-m", "podcaster", "--project", str(folder), "build", "--voice", "pico"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / ".cache")}
    subprocess.run([*command, str(ARTICLE)], check=True, capture_output=True, timeout=120, env=environment)
    with serving(folder) as site:
        yield site


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start one browser for all tests of this file."""
    with chromium(tmp_path_factory.mktemp("browser")) as found:
        yield found


@pytest.fixture
def browser(window: Browser) -> Browser:
    """Give the browser as a desktop screen that remembers nothing."""
    window.driver.execute_cdp_cmd("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})
    window.size(1200, 900)
    window.driver.get("about:blank")
    window.complaints()
    window.requests()
    return window


@pytest.fixture
def page(podcast: Site) -> str:
    """Give the address of the episode's page."""
    (name,) = (p.name for p in (podcast.folder / "feeds").glob("*nachtzug*.html"))
    return f"{podcast.url}feeds/{name}"


def starts(browser: Browser) -> list[float]:
    """Give the chapters' starts, in seconds."""
    return [float(link.get_attribute("data-t") or "") for link in browser.all(".chapters a")]


def forget(browser: Browser) -> None:
    """Remove what the page remembers of this listener."""
    browser.js("localStorage.clear()")


def test_play_and_pause(browser: Browser, page: str) -> None:
    """The button plays and pauses the sound; time, slider and its own name follow."""
    browser.open(page)
    button = browser.find("[data-do=play]")
    assert button.accessible_name == "Abspielen"
    browser.do("play")
    browser.until(lambda: browser.time > 1, "the sound plays")
    assert button.accessible_name == "Anhalten"
    browser.until(lambda: browser.find(".now").text != "0:00", "the time shows")
    browser.do("play")
    browser.until(lambda: browser.js("document.querySelector('audio').paused"), "the sound stops")
    assert "von 3:" in (browser.find("input[type=range]").get_attribute("aria-valuetext") or "")
    assert browser.complaints() == []
    forget(browser)


def test_a_chapter_seeks(browser: Browser, page: str) -> None:
    """A chapter's link plays from its start, is marked, and stands in the address."""
    browser.open(page)
    times = starts(browser)
    assert len(times) == 4
    browser.all(".chapters a")[2].click()
    browser.until(lambda: browser.time > times[2], "the chapter plays")
    assert browser.time < times[2] + 5
    current = browser.all(".chapters [aria-current]")
    assert [float(link.get_attribute("data-t") or "") for link in current] == [times[2]]
    assert browser.driver.current_url == f"{page}#t={current[0].get_attribute('data-t')}"
    browser.do("next")
    browser.until(lambda: times[3] <= browser.time < times[3] + 2, "the next chapter plays")
    browser.do("previous")
    browser.until(lambda: times[2] <= browser.time < times[2] + 2, "the one before plays")
    forget(browser)


def test_the_text_follows(browser: Browser, page: str) -> None:
    """The sentence that is heard is marked and in view, and a click on a sentence plays it."""
    browser.open(page)
    sentences = browser.all(".text p span[data-t]")
    assert len(sentences) > 25
    last = sentences[-3]
    browser.js("arguments[0].scrollIntoView({block: 'center'})", last)
    last.click()
    start = float(last.get_attribute("data-t") or "")
    browser.until(lambda: "heard" in (last.get_attribute("class") or ""), "the sentence is marked")
    assert start - 0.1 <= browser.time
    browser.js("document.querySelector('audio').playbackRate = 4")
    after = sentences[-2]
    browser.until(lambda: "heard" in (after.get_attribute("class") or ""), "the next one is, too")
    assert len(browser.all(".heard")) == 1
    # the text was scrolled away: with Mitlesen pressed again, it comes back
    browser.js("scrollTo(0, 0)")
    if browser.find("[data-do=follow]").get_attribute("aria-pressed") == "true":
        browser.do("follow")
    browser.do("follow")
    box = "document.querySelector('.heard').getBoundingClientRect()"
    bar = "document.querySelector('.player').getBoundingClientRect()"
    inside = f"{box}.top > {bar}.bottom && {box}.bottom < innerHeight"
    browser.until(lambda: browser.js(inside), "the heard sentence is in view")
    forget(browser)


def test_speed(browser: Browser, page: str) -> None:
    """The speed is as chosen, and is kept for the next episode."""
    browser.open(page)
    browser.find("[data-do=speed] option[value='1.5']").click()
    assert browser.js("document.querySelector('audio').playbackRate") == 1.5
    browser.open(page)
    assert browser.js("document.querySelector('audio').playbackRate") == 1.5
    assert browser.find("[data-do=speed]").get_property("value") == "1.5"
    forget(browser)


def test_addresses_with_a_time(browser: Browser, page: str) -> None:
    """#t= begins there, in seconds or minutes; the page makes such links; nonsense harms nothing."""
    for mark, seconds in (
        ("#t=75", 75),
        ("#t=1:15", 75),
        ("#t=0%3A01%3A15.5", 75.5),
        ("#t=99999", None),
        ("#t=x", 0),
        ("#t=5%", 5),
    ):
        browser.open(page + mark)
        length = "document.querySelector('audio').duration || 0"
        browser.until(lambda: browser.js(length) > 0, "the length is known")  # noqa: B023
        place = length if seconds is None else str(seconds)
        browser.until(lambda p=place: browser.at(browser.js(p), 0.5), f"{mark} is sought")  # type: ignore[misc]
    browser.open(page + "#t=75")
    browser.until(lambda: browser.at(75, 0.5), "the place is found")
    assert browser.find(".heard").text
    browser.do("on")
    browser.until(lambda: browser.at(105), "30 seconds on")
    browser.do("back")
    browser.until(lambda: browser.at(90), "15 seconds back")
    browser.do("link")
    browser.until(lambda: browser.find(".status").text != "", "it says what it did")
    assert browser.driver.current_url == f"{page}#t=90"
    forget(browser)


def test_a_phone_on_its_side(browser: Browser, page: str) -> None:
    """On a low screen the player takes less than a quarter of it, and the sentence sought is read below."""
    browser.size(740, 360)
    browser.open(page + "#t=150")
    seen = "document.querySelector('.heard').getBoundingClientRect()"
    bar = "document.querySelector('.player').getBoundingClientRect()"
    browser.until(lambda: browser.all(".heard"), "the sentence is marked")
    browser.until(lambda: browser.js(f"{seen}.top > {bar}.bottom && {seen}.bottom < 360"), "it is seen whole")
    assert browser.js(f"{bar}.bottom") < 90


def test_it_goes_on_where_it_stopped(browser: Browser, page: str) -> None:
    """Who comes back is where they were."""
    browser.open(page)
    browser.js("localStorage.setItem('podcaster:' + document.querySelector('main').dataset.guid, '47')")
    browser.open(page)
    browser.until(lambda: browser.at(47, 0.5), "the place is found again")
    forget(browser)


def test_keyboard_only(browser: Browser, page: str) -> None:
    """Every control is reached with Tab in the order it is seen, shows its focus, and works with keys."""
    browser.open(page)
    keys = ActionChains(browser.driver)
    seen = []
    for _ in range(40):
        keys.send_keys(Keys.TAB).perform()
        focus = browser.driver.switch_to.active_element
        if focus.tag_name == "body":
            break
        seen.append(focus.get_attribute("data-do") or focus.get_attribute("data-t") or focus.tag_name)
        assert browser.js("getComputedStyle(document.activeElement).outlineStyle") != "none", seen[-1]
        box = "arguments[0].getBoundingClientRect()"
        assert browser.js(f"{box}.bottom > 0 && {box}.top < innerHeight", focus), seen[-1]
    do = ["previous", "back", "play", "on", "next", "input", "speed", "follow", "link"]
    assert seen[: 2 + len(do)] == ["a", "a", *do]
    assert (
        len([s for s in seen if re.fullmatch(r"[\d.]+", s)]) == 4 + 3
    )  # chapters, and times at their headings
    slider = browser.find("input[type=range]")
    slider.send_keys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
    browser.until(lambda: browser.at(10), "the slider goes 5 seconds a key")
    browser.find("[data-do=play]").send_keys(Keys.SPACE)
    browser.until(lambda: browser.time > 10.5, "space presses the button once")
    browser.js("document.activeElement.blur()")
    keys.send_keys(Keys.SPACE).perform()
    browser.until(lambda: browser.js("document.querySelector('audio').paused"), "space pauses from anywhere")
    at = browser.time
    keys.send_keys(Keys.ARROW_RIGHT).perform()
    browser.until(lambda: browser.at(at + 30), "the arrow goes on")
    browser.all(".chapters a")[1].send_keys(Keys.ENTER)
    browser.until(lambda: browser.time >= starts(browser)[1], "a chapter plays by Enter")
    follow = browser.find("[data-do=follow]")
    assert follow.get_attribute("aria-pressed") == "true"
    keys.send_keys(Keys.PAGE_DOWN).perform()  # who scrolls reads elsewhere, and is left there
    assert follow.get_attribute("aria-pressed") == "false"
    browser.do("play")
    forget(browser)


@pytest.mark.parametrize(("width", "height"), [(320, 640), (390, 844), (820, 1180), (1200, 900)])
@pytest.mark.parametrize("dark", [False, True])
def test_screens_and_accessibility(
    browser: Browser, podcast: Site, page: str, width: int, height: int, dark: bool
) -> None:
    """On every width, light and dark, nothing is cut off, buttons are large enough, axe finds no fault."""
    browser.size(width, height, dark=dark)
    for name, url in (("index", f"{podcast.url}feeds/"), ("episode", f"{page}#t=80")):
        browser.open(url)
        if name == "episode":
            browser.until(lambda: browser.all(".heard"), "the sentence is marked")
        browser.screenshot(f"{name}-{width}-{'dark' if dark else 'light'}")
        assert browser.js("document.documentElement.scrollWidth <= innerWidth"), (
            "the page is wider than the screen"
        )
        inside = "[...document.querySelectorAll('.controls')].every((e) => e.scrollWidth <= e.clientWidth)"
        assert browser.js(inside), "a control sticks out of the player"
        small = (
            "[...document.querySelectorAll('button, select, .button, .chapters a')]"
            ".filter((e) => e.offsetParent && Math.min(e.offsetHeight, e.offsetWidth) < 32)"
            ".map((e) => e.outerHTML)"
        )
        assert browser.js(small) == []
        assert browser.axe() == []
    forget(browser)


def test_nothing_comes_from_elsewhere(browser: Browser, podcast: Site, page: str) -> None:
    """Pages load only their own files, under a policy that they never break."""
    for url in (f"{podcast.url}feeds/", page):
        browser.open(url)
        browser.until(lambda: browser.js("document.readyState === 'complete'"), "it is loaded")
    hosts = {
        urlsplit(url).netloc
        for url in browser.requests()
        if not url.startswith(("data:", "about:", "chrome"))
    }
    assert hosts == {urlsplit(podcast.url).netloc}
    assert browser.complaints() == []


def test_hostile_words_are_words(browser: Browser, site: Site) -> None:
    """A title that looks like markup is shown as it is, and runs nothing; long words break no screen."""
    title = 'Wer hat </script><script>alert("Angst")</script> & warum?'
    for path in ("feeds/", "feeds/angst.html"):
        browser.open(site.url + path)
        assert title in browser.find("main").text
        assert len(browser.all("script")) == 1
    assert browser.find("h1").text == title
    browser.size(320, 640)
    browser.js("document.querySelector('h1').textContent = 'Donaudampfschiff'.repeat(20)")
    assert browser.js("document.documentElement.scrollWidth <= innerWidth")
    hyphens = "['h1', '.text', '.chapters'].map((s) => getComputedStyle(document.querySelector(s)).hyphens)"
    assert browser.js(hyphens) == ["auto"] * 3  # where the browser knows German syllables
    assert browser.complaints() == []


def test_subscribing(browser: Browser, podcast: Site) -> None:
    """The box has the feed's full address, links that open apps with it, and a code for the camera."""
    browser.open(f"{podcast.url}feeds/")
    host = urlsplit(podcast.url).netloc
    assert browser.find(".copy input").get_property("value") == podcast.feed
    links = [a.get_attribute("href") for a in browser.all(".apps a")]
    schemes = ("podcast", "antennapod-subscribe", "pcast", "http")
    assert links == [f"{scheme}://{host}/feeds/podcast.xml" for scheme in schemes]
    assert browser.find(".qr svg").get_attribute("aria-label") == f"QR-Code: {podcast.url}feeds/"
    browser.find("[data-copy]").click()
    browser.until(lambda: browser.find("[data-copy]").text == "Kopiert", "it was copied")
    forget(browser)


def test_the_feed_itself_is_a_page(browser: Browser, podcast: Site) -> None:
    """Who opens the feed in a browser reads the show's title and how to subscribe, not a heap of tags."""
    browser.open(podcast.feed)
    shown = "getComputedStyle(document.querySelector('channel > title')).fontSize"
    assert float(browser.js(shown).removesuffix("px")) > 24
    say = "getComputedStyle(document.querySelector('channel > link[rel=self]'), '::before').content"
    assert "abonnieren" in browser.js(say)
    assert browser.js("getComputedStyle(document.querySelector('guid')).display") == "none"
    browser.size(390, 844)
    browser.open(podcast.feed)
    browser.js("document.querySelector('item > title').append('Donaudampfschiff'.repeat(20))")
    assert browser.js("[innerWidth, document.documentElement.scrollWidth]") == [390, 390]
    browser.screenshot("feed")
    # on a page of older episodes, the feed's own address takes the place of that page's
    browser.js(
        "(() => { const self = document.querySelector('channel > link[rel=self]');"
        "self.after(self.cloneNode()); self.nextSibling.setAttribute('rel', 'current'); })()"
    )
    shown = "[...document.querySelectorAll('channel > link[rel]')].map((e) => getComputedStyle(e).display)"
    assert browser.js(shown) == ["none", "block"]
    browser.find("a").click()
    browser.until(lambda: browser.js("location.pathname") == "/feeds/index.html", "the link leads on")


def test_from_the_file_system(browser: Browser, podcast: Site, tmp_path: Path) -> None:
    """The folder works without a server too, wherever it is copied to."""
    shutil.copytree(podcast.folder, tmp_path / "copy", ignore=shutil.ignore_patterns(".*"))
    browser.open((tmp_path / "copy" / "feeds" / "index.html").as_uri())
    browser.find(".episodes h3 a").click()
    browser.until(lambda: browser.all(".controls:not([hidden])"), "the player is there")
    browser.do("play")
    browser.until(lambda: browser.time > 0.5, "the sound plays")
    assert browser.complaints() == []


def test_without_script(podcast: Site, page: str, tmp_path: Path) -> None:
    """Without JavaScript there are the browser's own player, the text, and links from chapters to it."""
    with chromium(tmp_path, script=False) as browser:
        browser.size(1200, 900)
        browser.open(page)
        assert browser.find("audio").is_displayed()
        assert not browser.find("[data-do=play]").is_displayed()
        assert "Nach 17 Jahren Pause" in browser.find(".text").text
        browser.all(".chapters a")[2].click()
        target = browser.find(f"section[id='t={browser.all('.chapters a')[2].get_attribute('data-t')}']")
        assert target.location["y"] > 500
        browser.screenshot("no-script")
        browser.open(f"{podcast.url}feeds/")
        assert browser.find(".copy input").get_property("value") == podcast.feed
