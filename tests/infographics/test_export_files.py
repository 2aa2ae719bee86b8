"""What leaves the site: the right colors on every dot, all faces, one sheet of A3 that is tagged, the same bytes."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest
from PIL import Image

from plugins.infographics.export_files import A3, Exporter
from plugins.infographics.faces import FAMILIES, FILES
from plugins.infographics.find_unset import unset_letters
from plugins.infographics.model import Chart, Figure
from plugins.infographics.poster import Drawn, Poster, Words
from plugins.infographics.set_poster import set_poster, set_sheet
from plugins.infographics.set_square import set_square
from plugins.kernel.library import Library
from plugins.tools.painting import paint_svg
from plugins.tools.palette import palette
from tests.conftest import ROOT
from tests.infographics.samples import CHARTS, DRAWN, EVERY, chart

FONTS = ROOT / "theme/fonts-ttf"
NOW = datetime(2026, 10, 8)  # noqa: DTZ001 - what is drawn does not look at it
BY_NAME = {one.name: one for one in CHARTS}


def figure(value: int, says: str) -> Chart:
    drawing = EVERY["figure"]
    assert isinstance(drawing, Figure)
    return chart(f"figure-{value}", says, replace(drawing, value=Decimal(value), says=says, earlier=None))


def poster(*charts: Chart, title: str = "A year at the county library") -> Poster:
    return Poster(
        title=title,
        catch="September 2025 to August 2026",
        charts=charts,
        address="infographics/year/",
        foot="Juniper County Library · juniper.example/infographics/year",
        language="en",
    )


YEAR = poster(
    BY_NAME["figure"],
    figure(412306, "times somebody came through a door"),
    *(BY_NAME[name] for name in ("bars", "parts", "columns", "timeline")),
    *(figure(number, "people got their first card") for number in (9214, 1846, 38720)),
)


@pytest.fixture(scope="module")
def exporter() -> Exporter:
    return Exporter(FONTS, Library(name="Juniper County Library"))


def made(exporter: Exporter, name: str, words, shown: Poster = YEAR) -> bytes:
    files, problems = exporter.files(shown, words)
    assert problems == ()
    return next(one for one in files if one.address.endswith(f"/{name}")).make(NOW)


def picture_of(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def near(dot: tuple[int, int, int], color: str) -> bool:
    wanted = tuple(int(color[at : at + 2], 16) for at in (1, 3, 5))
    return max(abs(one - other) for one, other in zip(dot, wanted, strict=True)) <= 6


def test_dots_of_the_picture_have_the_colors_of_the_library(exporter, words):
    sheet, colors = set_poster(YEAR, words), palette(152, 0.065).light
    painted = picture_of(made(exporter, "poster.png", words))
    assert painted.size == (round(sheet.width), round(sheet.height))
    assert near(painted.getpixel((8, 8)), colors["stock"])
    assert near(painted.getpixel((28, 28)), colors["ink"])
    drawn = next(part for part in sheet.parts if isinstance(part, Drawn) and part.name == "chart-bars")
    inside = [(drawn.x + 40, drawn.y + drawn.scale * down) for down in (40, 106)]
    first, second = (painted.getpixel((round(x), round(y))) for x, y in inside)
    assert near(first, colors["spark"])
    assert near(second, colors["brand"])
    assert (0, 0, 0) not in [color for count, color in painted.getcolors(1 << 20) if count > 50]


@pytest.mark.parametrize(("hue", "chroma"), [(250, 0.09), (15, 0.1), (85, 0.0)])
def test_another_library_has_its_own_colors(hue, chroma, words):
    own = palette(hue, chroma).light
    painted = picture_of(made(Exporter(FONTS, Library(name="A", hue=hue, chroma=chroma)), "square.png", words))
    assert near(painted.getpixel((5, 5)), own["stock"])
    assert near(painted.getpixel((25, 25)), own["ink"])


@pytest.mark.parametrize("voice", FILES)
def test_every_voice_is_painted_and_no_other_font_takes_its_place(voice, words):
    """A family that resvg does not know it leaves out without a word."""
    text = f'<text x="10" y="60" font-size="50" font-family="{FAMILIES[voice]}"'
    weight = 800 if voice == "slab" else 700 if voice == "bold" else 400
    style = ' font-style="italic"' if voice == "italic" else ""
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="80">'
    svg = f'{head}{text} font-weight="{weight}"{style}>Ham</text></svg>'
    painted = Image.open(io.BytesIO(paint_svg(svg, [FONTS / FILES[voice]], 1)))
    left, _, right, _ = painted.getbbox()
    assert right - left == pytest.approx(50 * (words.width_em(voice, "Ham") or 0), abs=8)


def test_the_large_picture_has_twice_the_dots_and_the_square_is_one(exporter, words):
    once, twice = (picture_of(made(exporter, name, words)).size for name in ("poster.png", "poster-2x.png"))
    assert twice == pytest.approx((2 * once[0], 2 * once[1]), abs=1)
    assert picture_of(made(exporter, "square.png", words)).size == (1080, 1080)


def test_the_paper_is_one_sheet_of_a3_that_is_tagged(exporter, words):
    data = made(exporter, "poster.pdf", words)
    assert data.startswith(b"%PDF-1.7")
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == 1
    box = re.search(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", data)
    assert [float(side) for side in box.groups()] == pytest.approx([841.89, 1190.55], abs=0.1)
    for mark in (b"/StructTreeRoot", b"/MarkInfo", b"pdfuaid", b"/Lang"):
        assert mark in data
    # One heading for the title, one for each panel, and a figure with words for each drawing.
    assert len(re.findall(rb"/S\s*/H1\b", data)) == 1
    assert len(re.findall(rb"/S\s*/H2\b", data)) == 4
    assert len(re.findall(rb"/S\s*/Figure\b", data)) == len(re.findall(rb"/Alt\s*[(<]", data)) == 4


@pytest.mark.parametrize("name", ["poster.pdf", "poster.png", "square.png"])
def test_the_same_poster_has_the_same_bytes(name, words):
    one, other = (made(Exporter(FONTS, Library(name="A")), name, words) for _ in range(2))
    assert one == other


def test_what_a_file_is_made_of_changes_with_what_is_on_it_and_not_else(exporter, words):
    def marks(shown: Poster) -> list[object]:
        return [one.made_of for one in exporter.files(shown, words)[0]]

    assert marks(YEAR) == marks(replace(YEAR))
    assert marks(YEAR) != marks(replace(YEAR, title="Another year"))
    assert len(set(map(repr, marks(YEAR)))) == 4


@pytest.mark.parametrize("title", ["Loans", "A year at the county library", "What a library card saves " * 4])
@pytest.mark.parametrize("count", [1, 2, 5, 13, len(DRAWN)])
def test_a_sheet_fills_its_paper_with_nothing_outside_and_no_row_upon_another(title, count, words):
    charts = [chart(f"c{number}", name, drawing) for number, (name, drawing) in enumerate(DRAWN.items())][:count]
    sheet = set_sheet(poster(*charts, title=title.strip()), words, ratio=A3)
    assert sheet.height / sheet.width == pytest.approx(A3, abs=0.02)
    for part in sheet.parts:
        wide = part.scale * part.picture.width if isinstance(part, Drawn) else width_of(part, words)
        assert part.x >= 30
        assert part.x + wide <= sheet.width - 30
        assert part.y <= sheet.height - 30
    drawn = [(part.x, part.y, part.scale * part.picture.height) for part in sheet.parts if isinstance(part, Drawn)]
    for x, y, tall in drawn:
        below = [other for column, other, _ in drawn if column == x and other > y]
        assert not below or min(below) > y + tall


def test_nothing_in_a_square_lies_on_its_foot(words):
    for name, drawing in DRAWN.items():
        long = replace(chart("a", name, drawing), sentence="A sentence that takes some room on a square. " * 9)
        for shown in (poster(long), poster(BY_NAME["figure"], long)):
            *parts, foot = set_square(shown, words).parts
            bottoms = [
                part.y + part.scale * part.picture.height
                if isinstance(part, Drawn)
                else part.y + part.pitch * (len(part.lines) - 1)
                for part in parts
            ]
            assert max(bottoms) < foot.y - foot.size, name


def width_of(part: Words, words) -> float:
    return max(words.letters.width(line, part.size, part.voice) for line in part.lines)


def test_a_square_holds_a_drawing_only_where_it_can_be_read(words):
    def drawn(shown: Poster) -> list[Drawn]:
        return [part for part in set_square(shown, words).parts if isinstance(part, Drawn)]

    assert all(part.scale >= 1 for part in drawn(YEAR))
    assert len(drawn(poster(BY_NAME["bars"], BY_NAME["columns"]))) == 1
    assert drawn(poster(*(figure(number, "books " * 30) for number in (1, 2)), BY_NAME["bars"])) == []


def test_a_poster_with_letters_that_no_face_has_is_in_no_file_and_that_is_said(exporter, words):
    strange = poster(BY_NAME["bars"], title="図書館の一年")
    assert unset_letters(YEAR, words) == ""
    assert set(unset_letters(strange, words)) == set("図書館の一年")
    files, problems = exporter.files(strange, words)
    assert files == ()
    assert [one.rule for one in problems] == ["infographics.no-letters"]


def test_a_poster_without_drawings_has_no_files(exporter, words):
    assert exporter.files(poster(), words) == ((), ())
