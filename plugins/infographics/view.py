"""An infographic as templates see it: everything that it is, where its page is, its drawings and its prose."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.infographics.draw_blocks import Part, parts_of
from plugins.infographics.infographic import Infographic
from plugins.infographics.model import Chart
from plugins.kernel.later import Later, text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class InfographicView:
    """An infographic and its page; `image` is the address of its square picture, or empty."""

    infographic: Infographic
    address: str
    text: str | Later[str]
    charts: tuple[Chart, ...]
    summary: str
    image: str = ""

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return prose and drawings in their order, as HTML."""
        return parts_of(text_of(self.text))

    def __getattr__(self, name: str) -> object:
        return getattr(self.infographic, name)
