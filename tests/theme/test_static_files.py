"""Promises of the static half of the theme: its tables, its fonts, its weight, and that files do not lean on order."""

from __future__ import annotations

import re
from pathlib import Path

import brotli
import pytest
from fontTools.ttLib import TTFont

THEME = Path(__file__).resolve().parents[2] / "theme"
CSS = THEME / "static" / "css"
SHEETS = sorted(CSS.rglob("*.css"))
LAYERS = ("reset", "tokens", "base", "layout", "components", "utilities")
DRAWN = {
    ('"Atkinson Next"', "normal"): "atkinson-next-400",
    ('"Atkinson Next"', "italic"): "atkinson-next-italic",
    ("Besley", "normal"): "besley-800",
    ('"League Gothic"', "normal"): "league-gothic",
    ('"Courier Prime"', "normal"): "courier-prime-700",
}


def weight(text: str) -> int:
    return len(brotli.compress(text.encode()))


def faces() -> list[tuple[tuple[str, str], Path, set[int]]]:
    found = []
    for rule in re.findall(r"@font-face \{(.*?)\}", (CSS / "fonts.css").read_text(encoding="utf-8"), re.DOTALL):
        if "url(" not in rule:
            continue
        family = re.search(r"font-family: (.*?);", rule)[1]
        slant = "italic" if "font-style: italic" in rule else "normal"
        file = CSS.parent / "css" / re.search(r"url\((.*?)\)", rule)[1]
        letters: set[int] = set()
        for run in re.search(r"unicode-range: (.*?);", rule)[1].replace("U+", "").split(", "):
            first, _, last = run.partition("-")
            letters |= set(range(int(first, 16), int(last or first, 16) + 1))
        found.append(((family, slant), file.resolve(), letters))
    return found


def test_site_css_holds_the_order_of_layers_and_nothing_else():
    assert (CSS / "site.css").read_text(encoding="utf-8") == f"@layer {', '.join(LAYERS)};\n"


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_every_rule_is_in_a_layer_and_only_fonts_are_fetched(sheet):
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    tops = re.findall(r"(?m)^([^\s}/][^{;]*)[{;]", text)
    allowed = ("@font-face",) if sheet.stem == "fonts" else tuple(f"@layer {layer}" for layer in LAYERS)
    assert [top for top in tops if not top.startswith(allowed)] == []
    assert "@import" not in text
    assert [url for url in re.findall(r"url\((.*?)\)", text) if not (CSS / url).is_file()] == []


def test_a_class_is_styled_in_one_component_file_first():
    """Two files may meet in one selector, but no selector stands in two files: then nothing depends on their order."""
    seen: dict[str, str] = {}
    for sheet in sorted((CSS / "components").glob("*.css")):
        text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
        for selector in set(re.findall(r"(?m)^ {2}([.\w:\[][^{}@]*?) \{", text)):
            assert seen.setdefault(selector, sheet.name) == sheet.name, selector


def test_fonts_hold_what_the_stylesheet_says():
    for _, file, letters in faces():
        assert set(TTFont(file).getBestCmap()) == letters, file.name


def test_the_drawing_fonts_hold_the_same_letters_as_all_ranges_together():
    together: dict[tuple[str, str], set[int]] = {}
    for face, _, letters in faces():
        assert not together.get(face, set()) & letters
        together.setdefault(face, set()).update(letters)
    for face, letters in together.items():
        assert set(TTFont(THEME / "fonts-ttf" / f"{DRAWN[face]}.ttf").getBestCmap()) == letters, face


@pytest.mark.parametrize("name", ["atkinson-next-400", "atkinson-next-700", "atkinson-next-italic"])
def test_the_zero_has_an_outside_and_an_inside_and_no_slash(name):
    assert TTFont(THEME / "fonts-ttf" / f"{name}.ttf")["glyf"]["zero"].numberOfContours == 2


def test_the_typed_zero_keeps_its_form():
    plain = TTFont(THEME / "static" / "fonts" / "atkinson-next-400-700.woff2")
    assert plain["glyf"]["zero"].numberOfContours == 2
    assert [axis.axisTag for axis in plain["fvar"].axes] == ["wght"]


def test_weights_stay_in_the_budget():
    latin = [
        file for file in (CSS.parent / "fonts").glob("*.woff2") if not file.stem.endswith(("-latin-ext", "-vietnamese"))
    ]
    assert len(latin) == 5
    assert sum(file.stat().st_size for file in latin) < 70_000
    sheet = re.sub(
        r"/\*.*?\*/|\n\s*", "", "".join(sheet.read_text(encoding="utf-8") for sheet in SHEETS), flags=re.DOTALL
    )
    assert weight(sheet) < 14_000


def test_licenses_lie_beside_the_fonts():
    for folder in (CSS.parent / "fonts", THEME / "fonts-ttf"):
        assert len(list(folder.glob("LICENSE-OFL-*.txt"))) == 4
