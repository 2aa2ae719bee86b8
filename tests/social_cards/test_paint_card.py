"""A card becomes the same picture as its golden one, in the library's colors and in type that is ours."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from plugins.kernel.color import contrast
from plugins.social_cards.model import HEIGHT_PX, WIDTH_PX, Drawing, Line
from plugins.social_cards.paint_card import files_of, paint_card
from plugins.social_cards.set_card import set_card
from tests.social_cards.cases import CARDS
from tests.social_cards.conftest import FONTS, colors_of

GOLDEN = Path(__file__).parent / "golden"
# One of each layout; the others are looked at by numbers (test_set_card.py).
PAINTED = ("event", "cancelled", "series", "post", "library", "long", "Vietnamese", "markup")
# How much two pictures may differ on average, of 255: less than any letter that moves by two dots.
TOLERANCE = 0.4
WEIGHT_LIMIT = 60_000


def paint(drawing, colors, press) -> Image.Image:
    return Image.open(io.BytesIO(paint_card(drawing, colors, press))).convert("RGB")


@pytest.mark.parametrize("name", PAINTED)
def test_a_card_becomes_its_golden_picture(name, faces, press, colors):
    made = paint(set_card(CARDS[name], faces.width_em), colors, press)
    with Image.open(GOLDEN / f"{name}.png") as golden:
        assert difference(made, golden.convert("RGB")) < TOLERANCE


def test_the_tolerance_tells_one_card_from_another(faces, press, colors):
    drawing = set_card(CARDS["event"], faces.width_em)
    moved = tuple(
        Line(x=line.x + 2, y=line.y, text=line.text, voice=line.voice, size=line.size) for line in drawing.lines
    )
    one = paint(drawing, colors, press)
    assert difference(one, paint(Drawing(bars=drawing.bars, lines=moved), colors, press)) > TOLERANCE
    assert difference(one, paint(drawing, colors_of(160, 0.065), press)) > TOLERANCE


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return how far two pictures are apart on average, of 255."""
    assert one.size == other.size == (WIDTH_PX, HEIGHT_PX)
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


def test_every_golden_picture_has_its_card():
    assert {path.stem for path in GOLDEN.glob("*.png")} == set(PAINTED)


def test_the_same_card_is_the_same_bytes_and_light(faces, press, colors):
    for name in ("long post", "cancelled"):
        drawing = set_card(CARDS[name], faces.width_em)
        data = paint_card(drawing, colors, press)
        assert data == paint_card(drawing, colors, press)
        assert len(data) < WEIGHT_LIMIT


@pytest.mark.parametrize(
    "text",
    [
        '#panic("x")',
        "#strong[bold] *bold* _it_ $x^2$ `raw` = head",
        '#read("card.typ") #import "@preview/x:1.0.0"',
        '"} #set page(width: 1pt) {"',
        "\\u{41} \\ \\n // /* */ <label> @cite",
        '--- -- ... ~ a\'b "c"',
    ],
)
def test_a_title_is_letters_and_nothing_else(text, faces, press, colors):
    """What is drawn is as wide as all of its letters are: none was an instruction."""
    size = 900 / (faces.width_em("body", text) or 1)
    line = Line(x=100, y=300, text=text, voice="body", size=size)
    made = paint(Drawing(lines=(line,)), colors, press)
    left, _, right, _ = ImageChops.difference(made, Image.new("RGB", made.size, colors.ground)).getbbox() or (
        0,
        0,
        0,
        0,
    )
    assert left == pytest.approx(100, abs=0.15 * size + 2)
    assert right == pytest.approx(1000, abs=0.15 * size + 2)


@pytest.mark.parametrize("chroma", [0.0, 0.065, 0.11, 0.4])
@pytest.mark.parametrize("hue", range(0, 360, 15))
def test_everything_on_a_card_can_be_read_in_any_hue(hue, chroma):
    found = colors_of(hue, chroma)
    assert contrast(found.ink, found.ground) >= 7
    assert contrast(found.on_spark, found.spark) >= 4.5


@pytest.mark.parametrize("hue", [20, 90, 250, 320])
def test_the_picture_has_the_colors_it_was_asked_for(hue, faces, press):
    colors = colors_of(hue, 0.09)
    made = paint(set_card(CARDS["event"], faces.width_em), colors, press)
    assert "#{:02x}{:02x}{:02x}".format(*made.getpixel((5, 5))) == colors.ground
    assert "#{:02x}{:02x}{:02x}".format(*made.getpixel((26, 300))) == colors.ink


def test_a_theme_without_our_fonts_has_nothing_to_draw_with(tmp_path):
    assert len(files_of(FONTS)) == 6
    assert files_of(tmp_path) == ()
