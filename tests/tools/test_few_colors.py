"""A drawing with few colors looks as it did, and weighs less."""

from __future__ import annotations

import io

from PIL import Image, ImageChops, ImageDraw

from plugins.tools.few_colors import steps, with_few_colors


def test_the_steps_between_two_colors_begin_and_end_with_them():
    assert steps("#000000", "#ff8000", 3) == [(0, 0, 0), (128, 64, 0), (255, 128, 0)]


def test_a_drawing_looks_the_same_and_weighs_less():
    large = Image.new("RGB", (1200, 1200), "#c0e0c8")
    for at in range(0, 1200, 40):
        ImageDraw.Draw(large).ellipse((at, at // 2, at + 300, at // 2 + 500), outline="#0d1710", width=20)
    drawn = large.resize((300, 300), Image.Resampling.BOX)
    png = io.BytesIO()
    drawn.save(png, "PNG")
    made = with_few_colors(png.getvalue(), [("#c0e0c8", "#0d1710", 24)])
    few = Image.open(io.BytesIO(made))
    assert few.mode == "P"
    assert len(made) < len(png.getvalue())
    apart = ImageChops.difference(few.convert("RGB"), drawn).getextrema()
    assert max(highest for _, highest in apart) <= 8
    assert made == with_few_colors(png.getvalue(), [("#c0e0c8", "#0d1710", 24)])
