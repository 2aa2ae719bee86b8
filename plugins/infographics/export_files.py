"""The files in which an infographic leaves the site: pictures at two sizes, a square, and a poster as PDF."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path

from plugins.infographics.chart_words import ChartWords
from plugins.infographics.faces import font_files
from plugins.infographics.marks import Fill
from plugins.infographics.poster import Poster, Sheet
from plugins.infographics.render_sheet import press_data, render_sheet
from plugins.infographics.render_svg import ByColor
from plugins.infographics.set_poster import set_poster, set_sheet
from plugins.infographics.set_square import set_square
from plugins.tools.few_colors import Meeting, with_few_colors
from plugins.tools.painting import paint_svg
from plugins.tools.typesetting import Press

TEMPLATE = Path(__file__).with_name("poster.typ")
# A3 and all its sisters are so many times as high as wide.
A3 = 420 / 297
PNG, PDF = "image/png", "application/pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFile:
    """One file to be made: `words` names what it is to readers, `made_of` is all that it follows from.

    `make` is given now, as all that makes files is, and does not look at it. `mark` changes when the file does.
    """

    address: str
    words: str
    type: str
    made_of: str
    make: Callable[[datetime], bytes]
    width_px: int = 0
    height_px: int = 0

    @property
    def mark(self) -> str:
        """Return what tells this file from an earlier one at the same address."""
        return hashlib.blake2b(self.made_of.encode(), digest_size=4).hexdigest()


class Exporter:
    """Makes files of posters in a library's colors with a theme's fonts."""

    def __init__(self, fonts: Path, colors: Mapping[str, str], author: str) -> None:
        self._fonts, self._author = fonts, author
        inks: dict[Fill, str] = {one: colors[one] for one in ("ink", "brand", "spark", "card")}
        self._inking = ByColor(colors={**inks, "tint": colors["stock-2"], "none": "none"}, ground=colors["stock"])

    @property
    def is_able(self) -> bool:
        """Tell whether the theme has the fonts that posters are set in."""
        return bool(font_files(self._fonts))

    @cached_property
    def _press(self) -> Press:
        return Press(TEMPLATE, self._fonts)

    def unset(self, poster: Poster, words: ChartWords) -> tuple[str, ...]:
        """Return what is on a poster that the fonts have no letters for: then it leaves the site in no file."""
        sheet = set_poster(poster, words)
        found = [text for voice, text in sheet.texts if words.width_em(voice, _as_set(voice, text)) is None]
        return tuple(dict.fromkeys(found))

    def files(self, poster: Poster, words: ChartWords) -> tuple[ExportFile, ...]:
        """Return every file of a poster; what is painted is worked out now, and painted when it is asked for."""
        whole, square = set_poster(poster, words), set_square(poster, words)
        pdf = ExportFile(
            address=f"{poster.address}poster.pdf",
            words="infographic.poster",
            type=PDF,
            made_of=self._said(poster, words),
            make=partial(self._pdf, poster, words),
        )
        return (
            pdf,
            self._png(poster, whole, "poster.png", "infographic.image", 1),
            self._png(poster, whole, "poster-2x.png", "infographic.image_large", 2),
            self._png(poster, square, "square.png", "infographic.square", 1),
        )

    def _png(self, poster: Poster, sheet: Sheet, name: str, words: str, zoom: int) -> ExportFile:
        svg = render_sheet(sheet, self._inking)
        return ExportFile(
            address=f"{poster.address}{name}",
            words=words,
            type=PNG,
            made_of=f"{zoom} {svg}",
            make=partial(self._paint, svg, zoom),
            width_px=round(sheet.width * zoom),
            height_px=round(sheet.height * zoom),
        )

    def _paint(self, svg: str, zoom: int, now: datetime) -> bytes:
        del now
        return with_few_colors(paint_svg(svg, font_files(self._fonts), zoom), self._meetings)

    def _said(self, poster: Poster, words: ChartWords) -> str:
        """Return what the press is told, as text."""
        sheet = set_sheet(poster, words, ratio=A3)
        said = press_data(sheet, self._inking, title=poster.title, author=self._author, language=poster.language)
        return json.dumps(said, ensure_ascii=False)

    def _pdf(self, poster: Poster, words: ChartWords, now: datetime) -> bytes:
        del now
        return self._press.pdf(json.loads(self._said(poster, words)))

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


def _as_set(voice: str, text: str) -> str:
    return text.upper() if voice == "wood" else text
