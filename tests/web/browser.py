"""Debian's Chromium, driven through its own ChromeDriver; nothing is downloaded."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

AXE = Path(__file__).parents[2] / ".ci" / "node_modules" / "axe-core" / "axe.min.js"
#: Where screenshots are kept to be looked at; a test's own folder if not set.
SCREENSHOTS = os.environ.get("PODCASTER_SCREENSHOTS")
_FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage --mute-audio --hide-scrollbars "
    "--autoplay-policy=no-user-gesture-required"
).split()


class Browser:
    """A window with a page in it."""

    def __init__(self, driver: webdriver.Chrome, folder: Path) -> None:
        self.driver = driver
        self.folder = folder

    def size(self, width: int, height: int, *, dark: bool = False, still: bool = True) -> None:
        """Be a screen of that many CSS pixels; below 600 wide, a phone."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        features = [
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce" if still else "no-preference"},
        ]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def open(self, url: str) -> None:
        """Open a page anew, also if only what follows # differs."""
        self.driver.get("about:blank")
        self.driver.get(url)

    def find(self, selector: str) -> WebElement:
        """Give the first element for a CSS selector."""
        return self.driver.find_element("css selector", selector)

    def all(self, selector: str) -> list[WebElement]:
        """Give all elements for a CSS selector."""
        return self.driver.find_elements("css selector", selector)

    def do(self, name: str) -> None:
        """Press a button of the player."""
        self.find(f"[data-do={name}]").click()

    def js(self, code: str, *arguments: Any) -> Any:
        """Give the value of a JavaScript expression in the page."""
        return self.driver.execute_script(f"return {code}", *arguments)

    def until(self, condition: Callable[[], Any], what: str, seconds: float = 15) -> None:
        """Wait until something holds."""
        WebDriverWait(self.driver, seconds, poll_frequency=0.05).until(lambda _: condition(), what)

    @property
    def time(self) -> float:
        """Where the sound is, in seconds."""
        return float(self.js("document.querySelector('audio').currentTime"))

    def at(self, seconds: float, within: float = 0.3) -> bool:
        """Say whether the sound is there."""
        return abs(self.time - seconds) <= within

    def complaints(self) -> list[str]:
        """Give what the browser has complained of since it was last asked: errors, refused loads, policy."""
        return [entry["message"] for entry in self.driver.get_log("browser")]  # type: ignore[no-untyped-call]

    def requests(self) -> list[str]:
        """Give the addresses that were loaded since this was last asked."""
        entries = self.driver.get_log("performance")  # type: ignore[no-untyped-call]
        messages = (json.loads(entry["message"])["message"] for entry in entries)
        sent = (m["params"] for m in messages if m["method"] == "Network.requestWillBeSent")
        return [params["request"]["url"] for params in sent]

    def axe(self) -> list[str]:
        """Let axe-core judge the page by WCAG and its best practices; give every fault. Skips without it."""
        if not AXE.exists():
            pytest.skip("needs axe-core: npm install --no-save --prefix .ci axe-core")
        self.driver.execute_cdp_cmd("Runtime.evaluate", {"expression": AXE.read_text(encoding="utf-8")})
        script = "const done = arguments[0]; axe.run().then(done, (e) => done({error: String(e)}))"
        result = self.driver.execute_async_script(script)
        assert "violations" in result, result
        return [
            f"{fault['impact']} {fault['id']}: {node['html'][:200]} {node['failureSummary']}"
            for fault in result["violations"]
            for node in fault["nodes"]
        ]

    def screenshot(self, name: str) -> Path:
        """Keep a picture of what is seen."""
        path = Path(SCREENSHOTS or self.folder) / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        self.driver.save_screenshot(str(path))
        return path


@contextmanager
def chromium(folder: Path, *, script: bool = True) -> Iterator[Browser]:
    """Start a browser with its profile in `folder`, with JavaScript or without; skip where there is none."""
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not program or not driver:
        pytest.skip("needs Debian's chromium and chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for flag in (*_FLAGS, f"--user-data-dir={folder / 'profile'}"):
        options.add_argument(flag)
    if not script:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    window = webdriver.Chrome(options=options, service=Service(driver))
    try:
        window.set_script_timeout(60)
        yield Browser(window, folder)
    finally:
        window.quit()
