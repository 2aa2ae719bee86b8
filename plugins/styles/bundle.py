"""Puts the theme's stylesheets together into one lean one, and the library's own hue at its end."""

from __future__ import annotations

from pathlib import Path

from plugins.styles.lean import lean_style

FIRST = "site.css"
# Styles that pages do not load: feed.css is for people who open a feed.
APART = frozenset({"feed.css"})


def bundle(folder: Path, tokens: str) -> str:
    """Return site.css (which holds the order of the layers), every other stylesheet by its path, and the tokens."""
    others = sorted(path for path in folder.rglob("*.css") if path.name != FIRST and path.name not in APART)
    parts = [(folder / FIRST).read_text("utf-8"), *(path.read_text("utf-8") for path in others), tokens]
    return lean_style("\n".join(parts))


# What an infographic needs that other sites frame: a third of what pages load.
FRAMED = (
    "fonts",
    "reset",
    "tokens",
    "base",
    "utilities",
    "em",
    "components/bill",
    "components/chart",
    "components/poster",
    "print",
)


def bundle_framed(folder: Path, tokens: str) -> str:
    """Return what is loaded by infographics that other sites frame; "" for a theme that has no style for them."""
    own = folder.parent / "embed" / "infographic.css"
    if not own.is_file():
        return ""
    files = (folder / f"{name}.css" for name in ("site", *FRAMED, "forced-colors"))
    parts = [path.read_text("utf-8") for path in (*files, own) if path.is_file()]
    return lean_style("\n".join([*parts, tokens]))
