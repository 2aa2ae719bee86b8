"""An SVG of the library's own is taken when it is a drawing and nothing more."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from plugins.icons.model import DRAWING, MASKABLE
from plugins.icons.read_drawing import UnusableDrawingError, read_drawing
from plugins.icons.render_icon import render_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 24 24">'


def svg(inner: str) -> bytes:
    return f"{HEAD}{inner}</svg>".encode()


@pytest.mark.parametrize(
    "inner",
    [
        '<path d="M0 0h24v24z"/>',
        "<!-- made by hand --><circle cx='12' cy='12' r='9' fill='url(#g)'/>",
        '<defs><linearGradient id="g"/></defs><rect width="9" height="9" style="fill:url( \'#g\' )"/>',
        '<use href="#a"/><use xlink:href="#a"/>',
        "<style>.a{fill:red}</style><path class='a' d='M0 0h9'/>",
    ],
)
def test_a_plain_drawing_is_taken(inner):
    mark = read_drawing(svg(inner))
    assert (mark.x, mark.y, mark.width, mark.height) == (0, 0, 24, 24)


@pytest.mark.parametrize(
    ("head", "box"),
    [
        ('viewBox="-12 -6 24 12"', (-12, -6, 24, 12)),
        ('width="32px" height="16"', (0, 0, 32, 16)),
        ('width="100%" height="100%" viewBox="0,0,10,20"', (0, 0, 10, 20)),
    ],
)
def test_its_size_is_what_it_says(head, box):
    mark = read_drawing(f'<svg xmlns="http://www.w3.org/2000/svg" {head}><path d="M0 0h9"/></svg>'.encode())
    assert (mark.x, mark.y, mark.width, mark.height) == box


REFUSED = {
    "<script>alert(1)</script>": "it holds a script",
    '<path d="M0 0" onload="alert(1)"/>': "it holds a script",
    '<a href="javascript:alert(1)"><path d="M0 0"/></a>': "it loads something from elsewhere",
    '<use href="https://elsewhere.example/a.svg#b"/>': "it loads something from elsewhere",
    '<use xlink:href="other.svg#b"/>': "it loads something from elsewhere",
    '<path style="fill:url(https://elsewhere.example/a)"/>': "it loads something from elsewhere",
    '<path fill="url( //elsewhere.example/a)"/>': "it loads something from elsewhere",
    "<style>@import 'https://elsewhere.example/a.css';</style>": "its style loads something from elsewhere",
    '<image href="data:image/png;base64,AAAA"/>': "it holds a photograph",
    "<foreignObject><p>Hello</p></foreignObject>": "it holds a page within the drawing",
    "<text>J</text>": "it holds text, for which not every reader has the font",
    '<path d="M0 0"><animate attributeName="d"/></path>': "it moves",
}


@pytest.mark.parametrize("inner", REFUSED)
def test_what_is_more_than_a_drawing_is_refused_with_the_reason(inner):
    with pytest.raises(UnusableDrawingError, match=f"^{REFUSED[inner]}$"):
        read_drawing(svg(inner))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is no SVG"),
        (b"\xff\xd8\xff\xe0", "it is no SVG"),
        (b"<svg>", "it is no SVG"),
        (b"<html/>", "it is no SVG"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', "it says neither viewBox nor width"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg(""), "it defines entities"),
        (svg("<g>" + " " * 60_000 + "</g>"), "it is larger than 50 kB"),
    ],
)
def test_what_is_no_drawing_is_refused_with_the_reason(data, reason):
    with pytest.raises(UnusableDrawingError, match=f"^{reason}"):
        read_drawing(data)


@pytest.mark.parametrize(("shape", "room"), [(DRAWING, 64), (MASKABLE, 64 * 0.46)])
def test_a_drawing_stands_in_the_middle_as_large_as_its_room(shape, room):
    mark = read_drawing(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0h9"/></svg>')
    drawn = ET.fromstring(render_svg("A", mark, shape, "#ffffff"))  # noqa: S314 - our own
    group = drawn.find("{http://www.w3.org/2000/svg}g")
    place = [
        float(part) for part in group.get("transform").replace("(", " ").replace(")", " ").split() if part[0].isdigit()
    ]
    across, down, scale = place
    assert (scale * 20, across, down) == pytest.approx((room, (64 - room) / 2, (64 - room / 2) / 2), abs=0.01)
    assert (drawn.find("{http://www.w3.org/2000/svg}rect") is not None) == shape.has_ground
