"""Styles in Pelican: writes theme/css/site.css and copies fonts, scripts and icons."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import signals
from pelican.writers import Writer

from plugins.bridge.generators import SiteGenerator
from plugins.styles import rules
from plugins.styles.bundle import bundle, bundle_framed
from plugins.styles.lean import lean_script
from plugins.tools.palette import palette, tokens_css

STYLE = "theme/css/site.css"
COPIED = ("fonts", "icons", "js")


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(generators)


def generators(pelican: object) -> type[StylesGenerator]:
    """Return the generator of styles."""
    del pelican
    return StylesGenerator


class StylesGenerator(SiteGenerator):
    """Writes what pages load from theme/."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._static = Path(self.theme) / "static"
        self._colors = palette(self.build.library.hue, self.build.library.chroma)
        self._style = bundle(self._static / "css", tokens_css(self._colors))
        # It asks nothing of the content: who changes a style sees it before that is read.
        self.write_text(STYLE, self._style, at_once=True)

    def generate_output(self, writer: Writer) -> None:
        """Write the stylesheet and the files beside it."""
        del writer
        static, colors = self._static, self._colors
        if colors.adjusted:
            cure = "Nothing to do; set chroma in library.toml to this value to keep the build quiet."
            chroma = str(self.build.library.chroma)
            self.build.problems.append(
                rules.HUE_ADJUSTED.at(
                    "library.toml", column="brand.chroma", value=chroma, what=colors.adjusted, cure=cure
                )
            )
        self.write_text(STYLE, self._style)
        framed = bundle_framed(static / "css", tokens_css(colors))
        if framed:
            self.write_text("theme/css/embed.css", framed)
        for folder in COPIED:
            for path in sorted((static / folder).rglob("*")):
                if path.is_file() and not path.name.startswith("."):
                    is_script = path.suffix == ".js"
                    data = lean_script(path.read_text("utf-8")) if is_script else path.read_bytes()
                    self.write_text(f"theme/{path.relative_to(static).as_posix()}", data)
