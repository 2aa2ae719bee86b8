"""The files in which an infographic leaves the site: pictures at two sizes, a square, and a poster as PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path

from plugins.infographics.chart_words import ChartWords
from plugins.infographics.faces import font_files
from plugins.infographics.find_unset import no_letters, unset_letters
from plugins.infographics.marks import Fill
from plugins.infographics.poster import Poster, Sheet
from plugins.infographics.render_sheet import press_data, render_sheet
from plugins.infographics.render_svg import ByColor
from plugins.infographics.set_poster import set_poster, set_sheet
from plugins.infographics.set_square import set_square
from plugins.kernel.library import Library
from plugins.kernel.problems import Problem
from plugins.tools.few_colors import Meeting, with_few_colors
from plugins.tools.painting import paint_svg
from plugins.tools.palette import palette
from plugins.tools.typesetting import Press

TEMPLATE = Path(__file__).with_name("poster.typ")
# A3 and all its sisters are so many times as high as wide.
A3 = 420 / 297
PNG, PDF = "image/png", "application/pdf"
SQUARE = "square.png"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFile:
    """One file to be made: `words` is the key of what it is to readers, `made_of` is all but the interface's words.

    `make` is given now, as all that makes files is, and does not look at it.
    """

    address: str
    words: str
    type: str
    made_of: tuple[object, ...]
    make: Callable[[datetime], bytes]


def square_of(files: Sequence[ExportFile]) -> str:
    """Return the address of the square picture among some files, or nothing."""
    return next((one.address for one in files if one.address.endswith(SQUARE)), "")


class Exporter:
    """Makes files of posters in a library's colors with a theme's fonts; nothing is worked out before it is made."""

    def __init__(self, fonts: Path, library: Library) -> None:
        self._fonts, self._author = fonts, library.name
        colors = palette(library.hue, library.chroma).light
        inks: dict[Fill, str] = {"ink": colors["ink"], "brand": colors["brand"], "spark": colors["spark"]}
        inks |= {"card": colors["card"], "tint": colors["stock-2"], "none": "none"}
        self._inking = ByColor(colors=inks, ground=colors["stock"])

    @cached_property
    def made_with(self) -> tuple[bytes, ...]:
        """Return the bytes of the template and the fonts; nothing where a theme does not have all of our fonts."""
        fonts = font_files(self._fonts)
        return tuple(file.read_bytes() for file in (TEMPLATE, *fonts)) if fonts else ()

    @cached_property
    def _press(self) -> Press:
        return Press(TEMPLATE, self._fonts)

    def files(self, poster: Poster, words: ChartWords) -> tuple[tuple[ExportFile, ...], tuple[Problem, ...]]:
        """Return every file of a poster, the one for paper first; none, and why, where letters are missing."""
        unset = unset_letters(poster, words)
        if unset or not poster.charts:
            return (), (no_letters(poster.address, unset),) if unset else ()
        made_of = (poster, self._author, sorted(self._inking.colors.items()), self._inking.ground, self.made_with)

        def file(name: str, said: str, type_: str, make: Callable[[datetime], bytes]) -> ExportFile:
            address = f"{poster.address}{name}"
            return ExportFile(address=address, words=said, type=type_, made_of=(name, made_of), make=make)

        def picture(set_: Callable[[Poster, ChartWords], Sheet], zoom: int) -> Callable[[datetime], bytes]:
            return partial(self._png, set_, poster, words, zoom)

        return (
            file("poster.pdf", "poster", PDF, partial(self._pdf, poster, words)),
            file("poster.png", "image", PNG, picture(set_poster, 1)),
            file("poster-2x.png", "image_large", PNG, picture(set_poster, 2)),
            file(SQUARE, "square", PNG, picture(set_square, 1)),
        ), ()

    def _png(
        self, set_: Callable[[Poster, ChartWords], Sheet], poster: Poster, words: ChartWords, zoom: int, now: datetime
    ) -> bytes:
        del now
        svg = render_sheet(set_(poster, words), self._inking)
        return with_few_colors(paint_svg(svg, font_files(self._fonts), zoom), self._meetings)

    def _pdf(self, poster: Poster, words: ChartWords, now: datetime) -> bytes:
        del now
        sheet = set_sheet(poster, words, ratio=A3)
        said = press_data(sheet, self._inking, title=poster.title, author=self._author, language=poster.language)
        return self._press.pdf(said)

    @property
    def _meetings(self) -> tuple[Meeting, ...]:
        """Return the colors that meet in a poster, and the steps between each two."""
        ink, brand, spark, card = (self._inking.colors[one] for one in ("ink", "brand", "spark", "card"))
        ground, tint = self._inking.ground, self._inking.colors["tint"]
        return (
            (ground, ink, 32),
            (ground, brand, 20),
            (card, ink, 24),
            (ground, spark, 12),
            (spark, ink, 12),
            (tint, brand, 10),
            (ground, tint, 8),
            (tint, ink, 16),
            (brand, ink, 8),
            (card, spark, 8),
            (card, brand, 12),
        )
