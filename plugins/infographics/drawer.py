"""Draws the blocks of every text of a build, with what all of them share: tables, words and fonts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from plugins.infographics.chart_words import ChartWords
from plugins.infographics.desk import Desk
from plugins.infographics.draw_blocks import draw_blocks
from plugins.infographics.faces import chart_faces
from plugins.infographics.find_sheet import Sheets
from plugins.infographics.label import Teller
from plugins.infographics.marks import Voice
from plugins.infographics.model import Source
from plugins.infographics.render_chart import render_chart
from plugins.kernel.library import Library
from plugins.tools.body import Draw
from plugins.tools.content_files import ContentFiles
from plugins.tools.faces import Faces
from plugins.tools.interface import FALLBACK, Interface, read_interface

NO_SOURCE = Source(name="", dated="")


class Drawer:
    """Draws with the words and the fonts of a theme, about a library."""

    def __init__(self, theme: Path, library: Library, files: ContentFiles) -> None:
        self._theme, self._library, self._files, self._sheets = theme, library, files, Sheets()

    @cached_property
    def _interface(self) -> Interface:
        return read_interface(self._theme / "translations")

    @cached_property
    def _faces(self) -> Faces[Voice]:
        return chart_faces(self._theme / "fonts-ttf")

    def words(self, language: str) -> ChartWords:
        """Return the words of a language; the site's own where there are none of it."""
        known = (one for one in (language, self._library.languages[0]) if self._interface.knows(one))
        spoken = next(known, FALLBACK)
        return ChartWords(spoken=spoken, say=partial(self._interface.say, spoken), width_em=self._faces.width_em)

    def draw(self, metadata: Mapping[str, Any], address: str) -> Draw:
        """Return what draws the blocks of one text: its metadata say its language, and perhaps the source of all."""
        words = self.words(str(metadata.get("lang", "")))
        infographic = metadata.get("infographic")
        desk = Desk(
            sheets=self._sheets,
            files=self._files,
            teller=Teller(words=words, library=self._library),
            source=infographic.source if infographic else NO_SOURCE,
            address=address,
        )
        return partial(draw_blocks, desk=desk, render=partial(render_chart, words=words))
