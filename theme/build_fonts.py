r"""Makes the site's font files from the fonts that their makers publish on npm.

Run it only when a font changes; what it makes is kept in the repository.

    npm install @fontsource/besley @fontsource/league-gothic @fontsource/courier-prime \
        @fontsource/atkinson-hyperlegible-next @fontsource-variable/atkinson-hyperlegible-next
    python theme/build_fonts.py node_modules

For each face it
1. limits Atkinson's weights to 400-700 and takes the slash out of its zero (it reads badly in times and prices);
2. writes one WOFF2 file for Latin-1, which pages preload, and one for each further range of letters that the face
   has (latin-ext, Vietnamese), which browsers fetch only when a page holds such a letter;
3. writes static/css/fonts.css with the ranges the files really hold;
4. joins the ranges into one TTF for drawing and measuring outside the browser (fonts-ttf/, which is not served).

All faces are under the SIL Open Font License 1.1 without a reserved font name; the licenses lie beside the files.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from plain_zero import take_slash_out

THEME = Path(__file__).resolve().parent
PUNCTUATION = {0x0131, 0x0152, 0x0153, 0x02C6, 0x02DA, 0x02DC, 0x2013, 0x2014, *range(0x2018, 0x201B)} | {
    *range(0x201C, 0x201F), 0x2020, 0x2022, 0x2026, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2122, 0x2212, 0x2215,
    *range(0x2190, 0x2194),
}  # fmt: skip
LATIN = frozenset({*range(0x20, 0x7F), *range(0xA0, 0x100)} | PUNCTUATION)
TYPED = frozenset(
    {*range(0x20, 0x7F), 0xA0, 0xA3, 0xB7, *range(0xC0, 0x100), 0x2013, 0x2018, 0x2019, 0x201C, 0x201D, 0x20AC}
)
NEXT = "atkinson-hyperlegible-next"


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One typeface: where it comes from, and what the stylesheet calls it."""

    name: str
    family: str
    source: str  # path in node_modules, with {range} for latin, latin-ext, vietnamese
    weight: str
    italic: bool = False
    features: tuple[str, ...] = ("kern", "liga", "ccmp", "locl", "mark", "mkmk")
    letters: frozenset[int] = LATIN
    ranges: tuple[str, ...] = ("latin", "latin-ext")
    slashed_zero: bool = False
    drawn: tuple[tuple[str, float], ...] = ()  # (name of the TTF, weight)


FACES = (
    Face(
        name="atkinson-next-400-700",
        family='"Atkinson Next"',
        source=f"@fontsource-variable/{NEXT}/files/{NEXT}-{{range}}-wght-normal.woff2",
        weight="400 700",
        features=("kern", "liga", "ccmp", "locl", "tnum", "frac", "mark", "mkmk"),
        slashed_zero=True,
        drawn=(("atkinson-next-400", 400), ("atkinson-next-700", 700)),
    ),
    Face(
        name="atkinson-next-italic",
        family='"Atkinson Next"',
        source=f"@fontsource/{NEXT}/files/{NEXT}-{{range}}-400-italic.woff2",
        weight="400",
        italic=True,
        slashed_zero=True,
        drawn=(("atkinson-next-italic", 400),),
    ),
    Face(
        name="besley-800",
        family="Besley",
        source="@fontsource/besley/files/besley-{range}-800-normal.woff2",
        weight="800",
        drawn=(("besley-800", 800),),
    ),
    Face(
        name="league-gothic",
        family='"League Gothic"',
        source="@fontsource/league-gothic/files/league-gothic-{range}-400-normal.woff2",
        weight="400",
        features=("kern", "liga", "ccmp", "locl", "mark", "mkmk"),
        ranges=("latin", "latin-ext", "vietnamese"),
        drawn=(("league-gothic", 400),),
    ),
    Face(
        name="courier-prime-700",
        family='"Courier Prime"',
        source="@fontsource/courier-prime/files/courier-prime-{range}-700-normal.woff2",
        weight="700",
        features=("kern", "ccmp", "locl"),
        letters=TYPED,
        drawn=(("courier-prime-700", 700),),
    ),
)

STAND_INS = """
/* Stand-ins from the reader's own machine, matched in width (weighted by how often English uses each letter) and
   height, so that nothing moves when the fonts arrive. */
@font-face {
  font-family: bs-body;
  src: local("Arial"), local("Liberation Sans"), local("Helvetica");
  size-adjust: 98%;
  ascent-override: 100.4%;
  descent-override: 32.2%;
  line-gap-override: 0%;
}
@font-face {
  font-family: bs-slab;
  src: local("Times New Roman Bold"), local("Liberation Serif Bold"), local("Times-Bold");
  size-adjust: 127%;
  ascent-override: 98.4%;
  descent-override: 33.5%;
  line-gap-override: 0%;
}
@font-face {
  font-family: bs-wood;
  src: local("Arial Narrow Bold"), local("Liberation Sans Narrow Bold"), local("Arial Bold");
  size-adjust: 62%;
  ascent-override: 156%;
  descent-override: 37.5%;
  line-gap-override: 0%;
}
/* For lines set to the measure: narrower than the face they stand in for, so that none wraps while it is awaited. */
@font-face {
  font-family: bs-wood-set;
  src: local("Arial Narrow Bold"), local("Liberation Sans Narrow Bold"), local("Arial Bold");
  size-adjust: 50%;
}
@font-face {
  font-family: bs-slab-set;
  src: local("Times New Roman Bold"), local("Liberation Serif Bold"), local("Times-Bold");
  size-adjust: 108%;
}
"""


def subset(font: TTFont, letters: Iterable[int], features: tuple[str, ...]) -> TTFont:
    """Return the same font with these letters and features only, without hints."""
    options = Options(layout_features=list(features), hinting=False, desubroutinize=True, notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    return font


def open_face(face: Face, letters_of: str, modules: Path) -> TTFont:
    font = TTFont(modules / face.source.format(range=letters_of), recalcTimestamp=False)
    if face.slashed_zero and letters_of == "latin":
        take_slash_out(font)
    return reopened(instantiateVariableFont(font, {"wght": (400, 700)})) if "fvar" in font else font


def reopened(font: TTFont) -> TTFont:
    """Return the font as a reader of its file sees it; after a change of its axes fontTools needs that."""
    font.flavor = None
    file = io.BytesIO()
    font.save(file)
    file.seek(0)
    return TTFont(file, recalcTimestamp=False)


def letters_by_range(face: Face, modules: Path) -> dict[str, frozenset[int]]:
    """Which letters each file holds: Latin-1 as asked, the rest as the face has them, no letter twice."""
    seen: frozenset[int] = frozenset()
    found = {}
    for name in face.ranges:
        letters = frozenset(TTFont(modules / face.source.format(range=name)).getBestCmap()) - seen
        found[name] = letters & face.letters if name == "latin" else letters - face.letters
        seen |= found[name]
    return found


def css_range(letters: Iterable[int]) -> str:
    """Write letters in the way of CSS: U+20-7E, U+A0."""
    runs: list[list[int]] = []
    for letter in sorted(letters):
        if runs and letter == runs[-1][1] + 1:
            runs[-1][1] = letter
        else:
            runs.append([letter, letter])
    return ", ".join(f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in runs)


def font_face_rule(face: Face, file: str, letters: Iterable[int]) -> str:
    slant = "  font-style: italic;\n" if face.italic else ""
    return (
        f"@font-face {{\n  font-family: {face.family};\n{slant}  font-weight: {face.weight};\n  font-display: swap;\n"
        f'  src: url(../fonts/{file}) format("woff2");\n  unicode-range: {css_range(letters)};\n}}\n'
    )


def write_web_files(face: Face, ranges: dict[str, frozenset[int]], modules: Path) -> list[str]:
    rules = []
    for name, letters in ranges.items():
        file = f"{face.name}.woff2" if name == "latin" else f"{face.name}-{name}.woff2"
        font = subset(open_face(face, name, modules), letters, face.features)
        font.flavor = "woff2"
        font.save(THEME / "static" / "fonts" / file)
        rules.append(font_face_rule(face, file, letters))
    return rules


def write_drawing_files(face: Face, ranges: dict[str, frozenset[int]], modules: Path) -> None:
    for file, weight in face.drawn:
        with tempfile.TemporaryDirectory() as folder:
            parts = []
            for name, letters in ranges.items():
                font = open_face(face, name, modules)
                if "fvar" in font:
                    font = reopened(instantiateVariableFont(font, {"wght": weight}))
                font = subset(font, letters, face.features)
                font.flavor = None
                parts.append(str(Path(folder) / f"{name}.ttf"))
                font.save(parts[-1])
            whole = Merger().merge(parts)
            dated = TTFont(parts[0])["head"].modified
        whole["head"].created = whole["head"].modified = dated  # two runs give the same bytes
        whole.recalcTimestamp = False
        whole.save(THEME / "fonts-ttf" / f"{file}.ttf")


def main(modules: Path) -> None:
    rules = [
        "/* Made by theme/build_fonts.py: change it there. The ranges are disjoint and say what each file holds. */\n"
    ]
    for face in FACES:
        ranges = letters_by_range(face, modules)
        rules += write_web_files(face, ranges, modules)
        write_drawing_files(face, ranges, modules)
    (THEME / "static" / "css" / "fonts.css").write_text("".join(rules) + STAND_INS, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "node_modules"))
