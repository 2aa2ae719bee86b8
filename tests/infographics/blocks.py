"""Draws one block of a text as a page does, from tables in a folder of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from html import unescape
from pathlib import Path

from plugins.infographics.drawer import Drawer
from plugins.infographics.faces import chart_faces
from plugins.infographics.model import Chart
from plugins.kernel.library import Library
from plugins.kernel.problems import Problem
from plugins.tools.body import Body, render
from plugins.tools.content_files import ContentFiles
from plugins.tools.interface import read_interface
from plugins.tools.markdown import DEFAULTS, Converter
from plugins.tools.source import Source

ROOT = Path(__file__).resolve().parents[2]
SAID = "source: Us\ndated: 2025\n"


def draw_text(
    text: str, content: Path, language: str = "en", library: Library | None = None, *, own: bool = True
) -> Body:
    """Return what a text becomes on a page of an infographic; `own` is false for what others wrote."""
    library = library or Library(name="Juniper Library", languages=("en", "es", "ar"))
    files = ContentFiles(root=content)
    drawer = Drawer(ROOT / "theme", library, files)
    # Words and fonts are read once for all tests, and not once for each.
    vars(drawer).update(_shared())
    draw = drawer.draw({"lang": language}, "infographics/x/")
    source = Source(text=text, file="infographics/x.md", line=1, folder="infographics", own=own)
    return render(source, convert=_converter(), files=files, draw=draw)


@cache
def _shared() -> dict[str, object]:
    return {"_interface": read_interface(ROOT / "theme/translations"), "_faces": chart_faces(ROOT / "theme/fonts-ttf")}


@cache
def _converter() -> Converter:
    return Converter(DEFAULTS)


def write_tables(content: Path, tables: Mapping[str, str | bytes]) -> None:
    """Write tables into content/data/."""
    (content / "data").mkdir(parents=True, exist_ok=True)
    for name, text in tables.items():
        (content / "data" / name).write_bytes(text.encode() if isinstance(text, str) else text)


def block(kind: str, options: str, said: str = SAID) -> str:
    """Return a block as it stands in a text."""
    return f"```{kind}\n{options.strip()}\n{said}```\n"


def draw(
    kind: str, options: str, table: str | bytes, content: Path, *, language: str = "en", library: Library | None = None
) -> Chart:
    """Return the chart of one block that names the table t.csv; there must be one, and no error."""
    write_tables(content, {"t.csv": table})
    body = draw_text(block(kind, f"table: t.csv\n{options}"), content, language, library)
    assert not [one for one in body.problems if one.severity == "error"], body.problems
    (chart,) = body.charts
    assert isinstance(chart, Chart)
    return chart


def problems(kind: str, options: str, table: str | bytes, content: Path, said: str = SAID) -> tuple[Problem, ...]:
    """Return what is wrong with one block that names the table t.csv, from which nothing is drawn."""
    write_tables(content, {"t.csv": table})
    body = draw_text(block(kind, f"table: t.csv\n{options}", said), content)
    assert not body.charts
    assert "A drawing is missing here" in body.html
    return body.problems


def words_of(html: str) -> str:
    """Return the words of a piece of HTML."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
