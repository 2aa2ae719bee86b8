"""Every color of the site, worked out from one hue, with the contrast that we promise between any two of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from plugins.kernel.color import contrast, oklch_to_hex

Oklch = tuple[float, float, float]

SPARK_HUE = 34.0
OTHER_SPARK_HUE = 255.0
# A brand hue nearer to the spark than this would make "now" look like everything else.
SPARK_DISTANCE = 40.0
CHROMA_STEP = 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ink:
    """A lightness that never moves, and a chroma that is fixed, or a share of the brand's."""

    lightness: float
    chroma: float = 0.0
    share: float = 0.0
    spark: bool = False

    def oklch(self, hue: float, chroma: float, spark_hue: float) -> Oklch:
        return self.lightness, self.chroma + self.share * chroma, spark_hue if self.spark else hue


def _fixed(lightness: float, chroma: float) -> _Ink:
    return _Ink(lightness=lightness, chroma=chroma)


def _brand(lightness: float, share: float) -> _Ink:
    return _Ink(lightness=lightness, share=share)


def _spark(lightness: float, chroma: float) -> _Ink:
    return _Ink(lightness=lightness, chroma=chroma, spark=True)


# Token: by day, by night. The same numbers stand in the theme's tokens.css (a test compares them).
_TOKENS: Mapping[str, tuple[_Ink, _Ink]] = MappingProxyType(
    {
        "paper": (_fixed(0.967, 0.011), _fixed(0.185, 0.016)),
        "card": (_fixed(0.99, 0.005), _fixed(0.235, 0.018)),
        "stock": (_brand(0.875, 0.78), _brand(0.31, 0.55)),
        "stock-2": (_brand(0.77, 1.05), _brand(0.40, 0.7)),
        "ink": (_fixed(0.2, 0.025), _fixed(0.945, 0.012)),
        "ink-2": (_fixed(0.35, 0.028), _fixed(0.84, 0.018)),
        "line": (_fixed(0.76, 0.02), _fixed(0.43, 0.02)),
        "edge": (_fixed(0.53, 0.03), _fixed(0.66, 0.03)),
        "brand": (_brand(0.385, 1.0), _brand(0.84, 1.1)),
        "on-brand": (_fixed(0.985, 0.006), _fixed(0.185, 0.016)),
        "spark": (_spark(0.65, 0.21), _spark(0.74, 0.165)),
        "spark-ink": (_spark(0.415, 0.15), _spark(0.83, 0.11)),
        "spark-wash": (_spark(0.935, 0.04), _spark(0.29, 0.06)),
        "on-spark": (_spark(0.17, 0.03), _spark(0.17, 0.03)),
        "black": (_fixed(0.2, 0.025), _fixed(0.13, 0.014)),
        "on-black": (_fixed(0.967, 0.011), _fixed(0.945, 0.012)),
    }
)

# What is drawn on what, and the least contrast we promise for it (WCAG 2.2: 1.4.6, 1.4.3 for large type, 1.4.11).
_DRAWN_ON: Mapping[tuple[str, float], tuple[str, ...]] = MappingProxyType(
    {
        ("ink", 7): ("paper", "card", "stock", "stock-2", "spark-wash"),
        ("ink-2", 7): ("paper", "card", "stock"),
        ("brand", 7): ("paper", "card"),
        ("brand", 4.5): ("stock",),
        ("on-brand", 7): ("brand",),
        ("edge", 3): ("paper", "card"),
        ("spark", 3): ("paper", "card", "black"),
        ("spark-ink", 7): ("paper", "card", "spark-wash"),
        ("on-spark", 4.5): ("spark",),
        ("on-black", 7): ("black",),
    }
)
PROMISES = tuple((ink, ground, least) for (ink, least), grounds in _DRAWN_ON.items() for ground in grounds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colors of one library as "#rrggbb", by token, for light and dark; `adjusted` says what had to give way."""

    hue: float
    chroma: float
    spark_hue: float
    light: Mapping[str, str]
    dark: Mapping[str, str]
    adjusted: str = ""

    @property
    def theme_light(self) -> str:
        """Return the color of the browser's own frame by day."""
        return self.light["paper"]

    @property
    def theme_dark(self) -> str:
        """Return the color of the browser's own frame by night."""
        return self.dark["paper"]


def spark_hue_for(hue: float) -> float:
    """Return the hue that means "now": it moves away from the brand, never towards it."""
    apart = abs((hue - SPARK_HUE + 180) % 360 - 180)
    return OTHER_SPARK_HUE if apart < SPARK_DISTANCE else SPARK_HUE


def colors(hue: float, chroma: float, spark_hue: float) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return every token's color by day, and by night."""
    by_day = {name: oklch_to_hex(*day.oklch(hue, chroma, spark_hue)) for name, (day, _) in _TOKENS.items()}
    by_night = {name: oklch_to_hex(*night.oklch(hue, chroma, spark_hue)) for name, (_, night) in _TOKENS.items()}
    return MappingProxyType(by_day), MappingProxyType(by_night)


def broken_promises(tokens: Mapping[str, str]) -> tuple[tuple[str, str, float], ...]:
    """Return what is drawn on what with less contrast than promised, and how much it has."""
    measured = ((ink, ground, contrast(tokens[ink], tokens[ground]), least) for ink, ground, least in PROMISES)
    return tuple((ink, ground, ratio) for ink, ground, ratio, least in measured if ratio < least)


def palette(hue: float, chroma: float) -> Palette:
    """Return the colors of a brand hue in degrees, with less chroma than asked for where contrast needs it."""
    hue = hue % 360
    spark_hue = spark_hue_for(hue)
    kept = max(chroma, 0.0)
    light, dark = colors(hue, kept, spark_hue)
    while kept > 0 and (broken_promises(light) or broken_promises(dark)):
        kept = max(0.0, round(kept - CHROMA_STEP, 6))
        light, dark = colors(hue, kept, spark_hue)
    return Palette(
        hue=hue, chroma=kept, spark_hue=spark_hue, light=light, dark=dark, adjusted=_adjustment(hue, chroma, kept)
    )


def _adjustment(hue: float, asked: float, kept: float) -> str:
    if asked == kept:
        return ""
    return (
        f"The brand's chroma was changed from {asked:g} to {kept:g}: with more, some text in hue {hue:g} "
        "would be too hard to read."
    )


def tokens_css(palette: Palette) -> str:
    """Return the only lines of the stylesheet that differ between libraries; they come after the theme's own tokens.

    The fixed colors are for browsers without light-dark(): inside @supports they cannot cover what the theme works out.
    """
    fixed = "".join(f"--{name}:{color};" for name, color in palette.light.items())
    chosen = f"--brand-h:{palette.hue:g};--brand-c:{palette.chroma:g};--spark-h:{palette.spark_hue:g}"
    return f"@layer tokens{{:root{{{chosen}}}@supports not (color:light-dark(#000,#fff)){{:root{{{fixed}}}}}}}\n"
