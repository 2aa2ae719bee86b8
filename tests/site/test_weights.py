"""How heavy pages are, by kind: what a reader's first visit costs, compressed as web hosts do."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from tests.site.kinds import DEMO, HOSTILE, Kind
from tests.site.reading import Reading

HTML_LIMIT = 15_000
HOME_LIMIT = 12_000
CSS_LIMIT = 14_000
JS_LIMIT = 8_000
FONTS_LIMIT = 70_000


def weight(file: Path) -> int:
    return len(brotli.compress(file.read_bytes()))


def page_file(kind: Kind) -> str:
    return kind.address if kind.address.endswith(".html") else f"{kind.address}index.html"


def test_every_kind_of_page_is_light(folder: Callable[[str], Path], capsys: pytest.CaptureFixture[str]):
    weights = {kind: weight(folder(kind.site) / page_file(kind)) for kind in (*DEMO, *HOSTILE)}
    with capsys.disabled():
        sys.stdout.write("\n" + "".join(f"{weights[kind]:>7,} bytes  {kind.name}\n" for kind in DEMO))
    limits = {kind: HOME_LIMIT if kind.name.startswith("home") else HTML_LIMIT for kind in weights}
    assert {str(kind): size for kind, size in weights.items() if size > limits[kind]} == {}


def test_style_scripts_and_fonts_stay_in_their_budgets(
    folder: Callable[[str], Path], readings: Callable[[str], dict[str, Reading]], capsys: pytest.CaptureFixture[str]
):
    theme = folder("demo") / "theme"
    home = readings("demo")["index.html"]
    preloaded = [folder("demo") / one["href"] for one in home.all("link") if one["rel"] == "preload"]
    parts = {
        "style": (weight(theme / "css/site.css"), CSS_LIMIT),
        "scripts": (sum(weight(script) for script in theme.rglob("*.js")), JS_LIMIT),
        "fonts, preloaded": (sum(font.stat().st_size for font in preloaded), FONTS_LIMIT),
    }
    with capsys.disabled():
        sys.stdout.write(
            "\n" + "".join(f"{size:>7,} bytes  {name}, of {limit:,}\n" for name, (size, limit) in parts.items())
        )
    assert {name: sizes for name, sizes in parts.items() if sizes[0] > sizes[1]} == {}
    assert [font.suffix for font in preloaded] == [".woff2"] * 3
