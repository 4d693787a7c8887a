"""What goes wrong in the program itself over one article stops no other."""

from __future__ import annotations

from pathlib import Path

from podcaster.build import build
from podcaster.outcome import Request
from podcaster.progress import Progress
from podcaster.project import load_project

TEXT = """Der {0} fährt wieder

Nach drei Jahren Pause fährt der {0} wieder. Die Fahrt dauert elf Stunden.
"""


class Faulty(Progress):
    """A display that its caller has got wrong: it fails over one article."""

    def step(self, name: str, step: str) -> None:
        if step == "script" and "Bus" in name:
            raise KeyError(step)


def test_a_fault_over_one_article_stops_no_other(tmp_path: Path) -> None:
    """The article has failed, with a sentence and the cause; the one beside it has its episode."""
    (tmp_path / "podcaster.toml").write_text('[voices]\ndefault = "pico"\ncache = "clips"\n')
    requests = []
    for vehicle in ("Bus", "Zug"):
        (tmp_path / f"{vehicle}.txt").write_text(TEXT.format(vehicle), encoding="utf-8")
        requests.append(Request(str(tmp_path / f"{vehicle}.txt")))
    report = build(load_project(tmp_path, {}), requests, progress=Faulty())
    assert [outcome.result for outcome in report.outcomes] == ["failed", "built"]
    error = report.outcomes[0].error
    assert "Bus.txt: podcaster itself failed over this article (KeyError: 'script')" in str(error)
    assert error is not None
    assert isinstance(error.__cause__, KeyError)
    # a relative folder for clips starts in the project, wherever the run began
    assert list((tmp_path / "clips").rglob("*.*"))
