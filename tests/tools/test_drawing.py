"""What a drawing says of its size, and what makes it unsafe (tests/files has the whole list)."""

from __future__ import annotations

import pytest

from plugins.tools.drawing import drawing_size, unsafe_part


@pytest.mark.parametrize(
    ("svg", "expected"),
    [
        ('<svg width="120" height="80">', (120, 80)),
        ("<svg width='12.6px' height='8pt'>", (13, 8)),
        ('<svg viewBox="0 0 300 150.5">', (300, 150)),
        ('<?xml version="1.0"?><!-- a -->\n<svg\n viewBox="0,0,30,15">', (30, 15)),
        ('<svg width="100%" height="100%" viewBox="0 0 30 15">', (30, 15)),
        ('<svg width="10em" height="5em" viewBox="0 0 30 15">', (30, 15)),
        ('<svg viewBox="0 0">', None),
        ('<svg viewBox="">', None),
        ('<svg width="." height=".">', None),
        ("<svg>", None),
        ("no drawing", None),
    ],
)
def test_the_size_of_a_drawing(tmp_path, svg, expected):
    path = tmp_path / "a.svg"
    path.write_text(svg, encoding="utf-8")
    assert drawing_size(path) == expected


@pytest.mark.parametrize(
    ("data", "part"),
    [(b"<svg><script>", "<script"), (b"<svg ONLOAD = 'a()'>", "ONLOAD ="), (b"<svg><rect/></svg>", "")],
)
def test_what_makes_a_drawing_unsafe_is_named(data, part):
    assert unsafe_part(data) == part
