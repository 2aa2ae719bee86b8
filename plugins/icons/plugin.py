"""Icons in Pelican: writes the library's mark as SVG, as ICO, and as the pictures that telephones want."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property, partial
from pathlib import Path

from pelican import signals
from pelican.writers import Writer

from plugins.bridge.digest import hashed
from plugins.bridge.generators import SiteGenerator
from plugins.icons import rules
from plugins.icons.choose_icons import icon_files
from plugins.icons.draw_letter import LETTERS_LIMIT, draw_letters, first_letter
from plugins.icons.model import (
    DRAWING,
    ICO_ADDRESS,
    ICO_SIDES,
    LETTER,
    SMALL_LETTER,
    SVG_ADDRESS,
    IconFile,
    Mark,
    Shape,
)
from plugins.icons.read_drawing import UnusableDrawingError, read_drawing
from plugins.icons.render_icon import render_ico, render_svg
from plugins.icons.render_manifest import ADDRESS as MANIFEST
from plugins.icons.render_manifest import render_manifest
from plugins.tools.palette import palette
from plugins.tools.typesetting import Press

TEMPLATE = Path(__file__).with_name("icon.typ")


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(generators)


def generators(pelican: object) -> type[IconsGenerator]:
    """Return the generator of icons."""
    del pelican
    return IconsGenerator


class IconsGenerator(SiteGenerator):
    """Writes the icons of library.toml: a drawing, a letter, or the first letter of the library's name."""

    @cached_property
    def _fonts(self) -> Path:
        return Path(self.theme) / "fonts-ttf"

    @cached_property
    def _press(self) -> Press:
        return Press(TEMPLATE, self._fonts)

    def generate_context(self) -> None:
        """Say that the drawing is used, and take the address that browsers ask for."""
        self.claim(ICO_ADDRESS, MANIFEST)
        if self.build.library.icon_file:
            self.build.use(self.build.library.icon_file)

    def generate_output(self, writer: Writer) -> None:
        """Write every icon."""
        colors = palette(self.build.library.hue, self.build.library.chroma).light
        ground = colors["brand"]
        drawing = self._drawing()
        mark, shape = (drawing, DRAWING) if drawing else (self._letter(colors["on-brand"]), LETTER)
        svg = partial(self._svg, mark, colors["paper"] if drawing else ground)
        self.write_text(SVG_ADDRESS, svg(shape))
        files = icon_files(shape)
        for icon in files:
            self._write(writer, icon, svg(icon.shape))
        self.write_text(MANIFEST, render_manifest(self.build.library, files, colors))
        small = svg(DRAWING if drawing else SMALL_LETTER)
        self.write_drawn(writer, ICO_ADDRESS, partial(self._ico, small), small, ICO_SIDES, self._painter)

    def _svg(self, mark: Mark | None, ground: str, shape: Shape) -> str:
        return render_svg(self.build.library.name, mark, shape, ground)

    @cached_property
    def _painter(self) -> bytes:
        return hashed(self._press.source)

    def _write(self, writer: Writer, icon: IconFile, svg: str) -> None:
        work = partial(self._png, svg, icon.side)
        self.write_drawn(writer, icon.address, work, svg, icon.side, self._painter)

    def _png(self, svg: str, side: int, now: datetime | None = None) -> bytes:
        del now
        return self._press.png({"svg": svg, "side": side})

    def _ico(self, svg: str, now: datetime) -> bytes:
        del now
        return render_ico([(side, self._png(svg, side)) for side in ICO_SIDES])

    def _letter(self, ink: str) -> Mark | None:
        """Return the letters of library.toml, or the first of the library's name."""
        library, font = self.build.library, self._fonts / "besley-800.ttf"
        asked = "".join(library.icon_letter.split())
        if not asked:
            return draw_letters(first_letter(library.name), font, ink)
        mark = draw_letters(asked, font, ink) if len(asked) <= LETTERS_LIMIT else None
        if mark is None and font.is_file():
            what = "This cannot be the icon: it is more than two letters, or the type of the site does not have it."
            cure = 'Write one or two letters, such as letter = "J", or name a drawing as file = "images/mark.svg".'
            said = rules.BAD_LETTER.at("library.toml", column="icon.letter", value=asked, what=what, cure=cure)
            self.build.problems.append(said)
        return mark or draw_letters(first_letter(library.name), font, ink)

    def _drawing(self) -> Mark | None:
        """Return the drawing that library.toml names; None, and a problem, where it cannot be used."""
        name = self.build.library.icon_file
        try:
            return self._read(name) if name else None
        except UnusableDrawingError as reason:
            cure = "Save it again as plain SVG, with text turned into paths and nothing linked, or take the line out."
            what = f"This cannot be the icon: {reason}."
            said = rules.BAD_FILE.at("library.toml", column="icon.file", value=name, what=what, cure=cure)
            self.build.problems.append(said)
            return None

    def _read(self, name: str) -> Mark:
        found = self.build.files.find(name)
        if found is None:
            raise UnusableDrawingError("there is no such file in the content folder")
        return read_drawing(found.path.read_bytes())
