"""The library's inks as custom properties, by day and by night, for what is no page: lists in frames, feeds."""

from __future__ import annotations

from collections.abc import Mapping

INKS = ("paper", "ink", "ink-2", "edge", "brand")


def inked_style(style: str, light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    """Return a stylesheet with the inks it uses in front."""
    return f":root{{{_inks(light)}}}\n@media (prefers-color-scheme:dark){{:root{{{_inks(dark)}}}}}\n{style}"


def _inks(colors: Mapping[str, str]) -> str:
    return ";".join(f"--{name}:{colors[name]}" for name in INKS)
