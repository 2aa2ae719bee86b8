"""One hue in, every color out, and every promise of contrast kept."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from plugins.kernel.color import contrast, luminance, oklch_to_hex
from plugins.tools.palette import PROMISES, broken_promises, colors, palette, spark_hue_for, tokens_css

STYLESHEET = Path(__file__).parents[2] / "theme/static/css/tokens.css"
TOKEN = re.compile(r"--([a-z0-9-]+):\s*(?:light-dark\(\s*)?(oklch\(.*?);", re.DOTALL)
OKLCH = re.compile(
    r"oklch\(([\d.]+) (?:calc\()?(?:(var\(--brand-c\))(?: \* ([\d.]+)\))?|([\d.]+)) var\(--(brand|spark)-h\)\)"
)
HUES = range(0, 360, 5)
CHROMAS = (0.0, 0.03, 0.06, 0.085, 0.11)


@pytest.mark.parametrize(
    ("oklch", "expected"),
    [
        ((0, 0, 0), "#000000"),
        ((1, 0, 0), "#ffffff"),
        ((0.627955, 0.257683, 29.2339), "#ff0000"),  # the sRGB primaries, as CSS Color 4 gives them
        ((0.866440, 0.294827, 142.4953), "#00ff00"),
        ((0.452014, 0.313214, 264.0520), "#0000ff"),
        ((0.385, 0.065, 152), "#264e32"),  # the design's own fallback for --brand
        ((0.65, 0.21, 34), "#f44c26"),
        ((0.65, 0.4, 150), "#00c400"),  # far outside sRGB: clipped, not wrapped
    ],
)
def test_oklch_becomes_srgb(oklch, expected):
    assert oklch_to_hex(*oklch) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#000000", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#fff6f0", "#fff6f0", 1.0),
    ],
)
def test_contrast_is_wcags(one, other, expected):
    assert contrast(one, other) == pytest.approx(expected, abs=0.01)


def test_luminance_runs_from_black_to_white():
    assert luminance("#000000") == 0
    assert luminance("#ffffff") == pytest.approx(1)


@pytest.mark.parametrize(
    ("hue", "spark"),
    [(152, 34), (34, 255), (73, 255), (74, 34), (354.5, 255), (354, 34), (0, 255), (359, 255), (255, 34), (200, 34)],
)
def test_spark_moves_away_from_the_brand_round_the_circle(hue, spark):
    assert spark_hue_for(hue) == spark


@pytest.mark.parametrize("chroma", CHROMAS)
def test_every_hue_keeps_every_promise_unadjusted(chroma):
    for hue in HUES:
        made = palette(hue, chroma)
        assert not broken_promises(made.light), hue
        assert not broken_promises(made.dark), hue
        assert (made.chroma, made.adjusted) == (chroma, ""), hue


def test_every_promise_holds_with_either_spark():
    broken = [
        (hue, chroma, spark, broken_promises(tokens))
        for hue, chroma, spark in product(HUES, CHROMAS, (34, 255))
        for tokens in colors(hue, chroma, spark)
        if broken_promises(tokens)
    ]
    assert broken == []


@pytest.mark.parametrize(("hue", "chroma"), [(20, 0.2), (152, 0.4), (300, 0.3), (195, 0.25)])
def test_too_much_chroma_is_lowered_and_said(hue, chroma):
    made = palette(hue, chroma)
    assert 0.11 <= made.chroma < chroma
    assert not broken_promises(made.light)
    assert not broken_promises(made.dark)
    assert f"from {chroma:g} to {made.chroma:g}" in made.adjusted


def test_a_promise_that_is_broken_is_named_with_what_it_has():
    light, _ = colors(20, 0.2, 255)
    assert ("ink-2", "stock") in {(ink, ground) for ink, ground, _ in broken_promises(light)}


def test_the_default_palette_is_the_designs():
    made = palette(152, 0.065)
    assert made.light["paper"] == made.theme_light == "#eff6f0"
    assert made.light["stock-2"] == "#94c19f"
    assert made.light["spark-ink"] == "#8b1c00"
    assert made.dark["paper"] == made.theme_dark
    assert {name for ink, ground, _ in PROMISES for name in (ink, ground)} <= set(made.light)


def test_a_hue_may_be_written_past_the_circle():
    assert palette(512, 0.065) == palette(152, 0.065)


def test_the_stylesheet_gets_the_three_values_and_plain_fallbacks():
    css = tokens_css(palette(20, 0.05))
    assert css.startswith("@layer tokens{:root{--brand-h:20;--brand-c:0.05;--spark-h:255}")
    assert len(re.findall(r"--[a-z0-9-]+:#[0-9a-f]{6};", css)) == 16
    assert css.count("{") == css.count("}")


def _drawn(value, hue, chroma, spark_hue):
    for lightness, brand, share, fixed, which in OKLCH.findall(value):
        amount = float(share or 1) * chroma if brand else float(fixed)
        yield oklch_to_hex(float(lightness), amount, hue if which == "brand" else spark_hue)


def test_the_theme_works_out_the_same_colors():
    by_day, by_night = colors(200, 0.07, 34)
    drawn = {name: list(_drawn(value, 200, 0.07, 34)) for name, value in TOKEN.findall(STYLESHEET.read_text("utf-8"))}
    assert {name: found[0] for name, found in drawn.items()} == by_day
    assert {name: found[-1] for name, found in drawn.items()} == by_night
