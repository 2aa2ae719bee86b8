"""What a block is drawn with: the tables of this build, the words of its page, and who is named as the source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from plugins.infographics.block import Block
from plugins.infographics.find_sheet import Sheets
from plugins.infographics.label import Teller
from plugins.infographics.model import Drawing, Measure, ShownTable, Source
from plugins.infographics.worked import Worked
from plugins.tools.content_files import ContentFiles


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """All that the blocks of one text share; `source` is what its front matter says for all of them."""

    sheets: Sheets
    files: ContentFiles
    teller: Teller
    source: Source
    address: str = ""
    names: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The numbers of a block, ready to be drawn, and what is counted."""

    block: Block
    worked: Worked
    measure: Measure
    noun: str
    teller: Teller
    focus: int | None = None

    @property
    def measure_of_whole(self) -> Measure:
        """Return how the whole is written of which shares are shown."""
        noticed = self.worked.noticed
        return Measure(form=noticed.whole_form, currency=noticed.whole_currency, noun=self.noun)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a block came to: the drawing, what is said of it, all its numbers, and a title where the block has none."""

    drawing: Drawing
    sentence: str
    remarks: tuple[str, ...]
    table: ShownTable
    numbers: tuple[tuple[str, ...], ...]
    title: str = ""
    noun: str = ""
    source: Source | None = None


# Draws one kind of block; raises NoDrawingError.
Maker = Callable[[Block, Desk], Made]
