"""What is true of every drawing, whatever is drawn: text can be read, nothing meets, colors are the page's own."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import etree

from plugins.infographics.describe import describe
from plugins.infographics.draw import draw
from plugins.infographics.icons import BOX, NAMES
from plugins.infographics.marks import BODY, WIDTH, Icon, Line, Mark, Picture, Shape, Text
from plugins.infographics.model import DotMap
from plugins.infographics.render_svg import CLASSES, ByColor, render_marks
from tests.conftest import ROOT
from tests.infographics.drawn import meetings, outside
from tests.infographics.samples import DRAWN

STYLE = (ROOT / "theme/static/css/components/chart.css").read_text(encoding="utf-8")
COLORS = ByColor(
    colors={
        "ink": "#111111",
        "brand": "#222222",
        "spark": "#333333",
        "card": "#444444",
        "tint": "#555555",
        "none": "none",
    },
    ground="#666666",
)
every = pytest.mark.parametrize("drawing", DRAWN.values(), ids=DRAWN.keys())


def elements(markup: str) -> list[etree._Element]:
    return list(etree.fromstring(f"<svg>{markup}</svg>").iter())[1:]


@every
def test_text_is_large_enough_inside_and_apart(drawing, words):
    picture = draw(drawing, words)
    assert picture.width == WIDTH
    assert min(mark.size for mark in picture.marks if isinstance(mark, Text)) >= BODY
    assert meetings(picture, words.letters) == []
    assert outside(picture, words.letters) == []


@every
def test_on_a_page_colors_are_classes_of_the_stylesheet_and_nothing_else(drawing, words):
    markup = render_marks(draw(drawing, words), "chart-x", CLASSES)
    found = elements(markup)
    known = set(re.findall(r"\.([a-z]+)\b", STYLE))
    assert {name for one in found for name in one.get("class", "").split()} <= known
    painted = {one.get(name) for one in found for name in ("fill", "stroke") if one.get(name)}
    assert {paint for paint in painted if not re.fullmatch(r"url\(#chart-x-[a-z]+\)", paint)} == set()
    assert "style=" not in markup
    ids = [one.get("id") for one in found if one.get("id")]
    assert len(ids) == len(set(ids))
    assert {paint[5:-1] for paint in painted} <= set(ids)


@every
def test_outside_of_the_page_every_color_is_srgb(drawing, words):
    markup = render_marks(draw(drawing, words), "x", COLORS)
    found = elements(markup)
    assert [one for one in found if one.get("class")] == []
    painted = {one.get(name) for one in found for name in ("fill", "stroke") if one.get(name)}
    assert {paint for paint in painted if not re.fullmatch(r"#[0-9a-f]{6}|none|url\(#x-[a-z]+\)", paint)} == set()
    assert "var(" not in markup
    assert "oklch" not in markup
    marks = [one for one in found if one.tag in ("rect", "path", "circle", "text")]
    assert [one.attrib for one in marks if not one.get("fill")] == []


@every
def test_both_ways_of_writing_draw_the_same(drawing, words):
    def shapes(inking) -> list[tuple[str, str | None]]:
        return [
            (one.tag, one.get("d") or one.get("x") or one.get("cx"))
            for one in elements(render_marks(picture, "x", inking))
        ]

    picture = draw(drawing, words)
    assert shapes(CLASSES) == shapes(COLORS)


@every
def test_at_most_one_thing_is_to_be_looked_at(drawing, words):
    """One pattern of spark a drawing: a bar, a swatch and the like of the same thing count as one."""
    marks = [mark for mark in draw(drawing, words).marks if getattr(mark, "fill", "") == "spark"]
    rows = {round(mark.y) for mark in marks if isinstance(mark, Icon)}
    assert len(marks) <= 2 or rows


@every
def test_every_drawing_is_told_in_each_language(drawing, words_of):
    for language in ("en", "es", "ar"):
        said = describe(drawing, words_of(language))
        assert said
        assert "{" not in said
        assert len(said) < 1500


@every
def test_a_page_read_from_right_to_left_is_drawn_from_right_to_left_but_not_a_map(drawing, words_of):
    here, there = draw(drawing, words_of("en")), draw(drawing, words_of("ar"))
    assert outside(_seen_from_left(there), words_of("ar").letters) == []
    if isinstance(drawing, DotMap):
        dots = [mark for mark in here.marks if not isinstance(mark, Text)]
        assert dots == [mark for mark in there.marks if not isinstance(mark, Text)]
    else:
        places = zip(there.marks, there.mirrored().mirrored().marks, strict=True)
        assert all(_left(one) == pytest.approx(_left(again)) for one, again in places)


def _left(mark: Mark) -> float:
    return mark.points[0][0] if isinstance(mark, Line | Shape) else mark.x


def _seen_from_left(picture: Picture) -> Picture:
    """Return a picture of a page that is read from right to left with its text as one from left to right has it."""
    other = {"start": "end", "end": "start", "middle": "middle"}
    marks = tuple(
        replace(mark, anchor=other[mark.anchor]) if isinstance(mark, Text) else mark for mark in picture.marks
    )
    return replace(picture, marks=marks)


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_keeps_within_its_box(name, browser):
    markup = render_marks(Picture(height=BOX, marks=(Icon(name=name, x=0, y=0, size=BOX, fill="ink"),)), "x", CLASSES)
    page = browser.new_page()
    page.set_content(f"<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'>{markup}</svg>")
    box = page.evaluate(
        "(({x, y, width, height}) => [x, y, x + width, y + height])(document.querySelector('path').getBBox())"
    )
    page.close()
    assert min(box) >= 0
    assert max(box) <= BOX
    assert (box[2] - box[0]) * (box[3] - box[1]) > 400
