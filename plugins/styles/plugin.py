"""Styles in Pelican: writes theme/css/site.css and copies fonts, scripts and icons."""

from __future__ import annotations

from pathlib import Path

from pelican import signals
from pelican.writers import Writer

from plugins.bridge.generators import SiteGenerator
from plugins.styles import rules
from plugins.styles.bundle import bundle, bundle_framed
from plugins.styles.lean import lean_script
from plugins.tools.palette import palette, tokens_css

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

    def generate_output(self, writer: Writer) -> None:
        """Write the stylesheet and the files beside it."""
        del writer
        library = self.build.library
        colors = palette(library.hue, library.chroma)
        if colors.adjusted:
            cure = "Nothing to do; set chroma in library.toml to this value to keep the build quiet."
            self.build.problems.append(
                rules.HUE_ADJUSTED.at(
                    "library.toml", column="brand.chroma", value=str(library.chroma), what=colors.adjusted, cure=cure
                )
            )
        static = Path(self.theme) / "static"
        self.write_text("theme/css/site.css", bundle(static / "css", tokens_css(colors)))
        framed = bundle_framed(static / "css", tokens_css(colors))
        if framed:
            self.write_text("theme/css/embed.css", framed)
        for folder in COPIED:
            for path in sorted((static / folder).rglob("*")):
                if path.is_file() and not path.name.startswith("."):
                    is_script = path.suffix == ".js"
                    data = lean_script(path.read_text("utf-8")) if is_script else path.read_bytes()
                    self.write_text(f"theme/{path.relative_to(static).as_posix()}", data)
