"""How heavy pages are, by kind: what a reader's first visit costs, compressed as web hosts do."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from plugins.commands.checks.budgets import BUDGETS
from tests.site.kinds import DEMO, HOSTILE, Kind
from tests.site.reading import Reading

LIMITS = {part: budget.limit_bytes for part, budget in BUDGETS.items()}


def weight(file: Path) -> int:
    return len(brotli.compress(file.read_bytes()))


def page_file(kind: Kind) -> str:
    return kind.address if kind.address.endswith(".html") else f"{kind.address}index.html"


def scripts_of(page: Reading, scripts: Path) -> set[Path]:
    """Return the scripts that a page loads: the first, the modules it names, and what each of these imports."""
    modules = {name for one in page.elements for name in one["data-module"].split()}
    waiting = [scripts / "site.js", *(scripts / f"modules/{name}.js" for name in modules)]
    found: set[Path] = set()
    while waiting:
        script = waiting.pop()
        if script not in found:
            found.add(script)
            imported = re.findall(r'^import [^;]*from "([^"]+)"', script.read_text(encoding="utf-8"), re.MULTILINE)
            waiting += [(script.parent / name).resolve() for name in imported]
    return found


def test_no_page_loads_more_scripts_than_its_budget(
    folder: Callable[[str], Path], readings: Callable[[str], dict[str, Reading]], capsys: pytest.CaptureFixture[str]
):
    scripts, pages = (folder("demo") / "theme/js").resolve(), readings("demo")
    weights = {kind.name: sum(map(weight, scripts_of(pages[page_file(kind)], scripts))) for kind in DEMO}
    with capsys.disabled():
        sys.stdout.write("\n" + "".join(f"{size:>7,} bytes of scripts  {name}\n" for name, size in weights.items()))
    assert {name: size for name, size in weights.items() if size > LIMITS["scripts"]} == {}
    assert weights["what's on"] > weights["past events"] > 0


def test_every_kind_of_page_is_light(folder: Callable[[str], Path], capsys: pytest.CaptureFixture[str]):
    weights = {kind: weight(folder(kind.site) / page_file(kind)) for kind in (*DEMO, *HOSTILE)}
    with capsys.disabled():
        sys.stdout.write("\n" + "".join(f"{weights[kind]:>7,} bytes  {kind.name}\n" for kind in DEMO))
    limits = {kind: LIMITS["home page" if kind.name.startswith("home") else "other page"] for kind in weights}
    assert {str(kind): size for kind, size in weights.items() if size > limits[kind]} == {}


def test_style_and_fonts_stay_in_their_budgets(
    folder: Callable[[str], Path], readings: Callable[[str], dict[str, Reading]], capsys: pytest.CaptureFixture[str]
):
    theme = folder("demo") / "theme"
    home = readings("demo")["index.html"]
    preloaded = [folder("demo") / one["href"] for one in home.all("link") if one["rel"] == "preload"]
    parts = {
        "style": (weight(theme / "css/site.css"), LIMITS["styles"]),
        "fonts, preloaded": (sum(font.stat().st_size for font in preloaded), LIMITS["fonts"]),
    }
    with capsys.disabled():
        sys.stdout.write(
            "\n" + "".join(f"{size:>7,} bytes  {name}, of {limit:,}\n" for name, (size, limit) in parts.items())
        )
    assert {name: sizes for name, sizes in parts.items() if sizes[0] > sizes[1]} == {}
    assert [font.suffix for font in preloaded] == [".woff2"] * 3
