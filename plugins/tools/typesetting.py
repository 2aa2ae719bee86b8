"""Sets type and draws what is to be seen outside the browser, such as social cards and posters (by typst)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typst import Compiler

# At this many dots an inch, one point of the template is one pixel.
_POINT_IS_PIXEL = 72.0


class Press:
    """Draws one template (typst's language) with the theme's own fonts, whatever fonts the machine has."""

    def __init__(self, template: Path, fonts: Path) -> None:
        self._template, self._fonts = template, fonts

    @cached_property
    def source(self) -> bytes:
        """Return the template."""
        return self._template.read_bytes()

    @cached_property
    def _compiler(self) -> Compiler:
        import typst

        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(self._fonts)])
        return typst.Compiler(self.source, root=str(self._template.parent), font_paths=fonts, ignore_system_fonts=True)

    def png(self, data: Mapping[str, Any]) -> bytes:
        """Return the template's one page as PNG; it finds the data as JSON, none of which can be an instruction."""
        said = json.dumps(data, ensure_ascii=False)
        made = self._compiler.compile(self.source, format="png", ppi=_POINT_IS_PIXEL, sys_inputs={"data": said})
        if not isinstance(made, bytes):
            raise TypeError("The template has more than one page.")
        return made

    def pdf(self, data: Mapping[str, Any]) -> bytes:
        """Return the template as PDF/UA-1: typst refuses a drawing without words, and a letter that no font has."""
        said = json.dumps(data, ensure_ascii=False)
        made = self._compiler.compile(self.source, format="pdf", pdf_standards=["ua-1"], sys_inputs={"data": said})
        if not isinstance(made, bytes):
            raise TypeError("The template made more than one file.")
        return made
