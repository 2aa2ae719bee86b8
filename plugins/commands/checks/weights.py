"""Checks how heavy pages are on a first visit, as an old telephone gets them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plugins.commands.checks.budgets import BUDGETS, FAR, kind_of, limit_of
from plugins.commands.checks.model import Site, Target, shown_address
from plugins.commands.checks.page_facts import PageFacts, Picture
from plugins.commands.rules import HEAVY, TOO_HEAVY
from plugins.kernel.problems import Problem

# What a telephone 390 pixels wide, with two dots a pixel, asks for.
_SCREEN_DOTS = 780
_IMPORT = re.compile(
    r"""(?:^|[;\n])\s*(?:import|export)\s[^;"']*?["'](\.{1,2}/[^"']+)["']|(?:^|[;\n])import["'](\.{1,2}/[^"']+)"""
)
_IMPORT_LATER = re.compile(r"""\bimport\(\s*["'](\.{1,2}/[^"']+)["']""")
_CURE_PAGE = "Cut it into two pages, or list less on it."
_CURE_THEME = "Take out of the theme what pages do not need."
_CURE_PICTURES = "Put the picture further down, where it is loaded when somebody gets there."


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What one part of a first visit weighs, and may weigh."""

    part: str
    size_bytes: int
    limit_bytes: int


def imports_of(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the scripts that a script loads with itself, and those that it may ask for later."""
    return (
        frozenset(found[1] or found[2] for found in _IMPORT.finditer(text)),
        frozenset(found[1] for found in _IMPORT_LATER.finditer(text)),
    )


def weigh(site: Site) -> dict[str, list[Weight]]:
    """Return what the parts of a first visit to each page weigh, by the page's file."""
    return {file: weights_of(site, file, page) for file, page in site.pages.items()}


def check_weights(site: Site, weights: Mapping[str, Iterable[Weight]]) -> Iterator[Problem]:
    """Yield each part that is too heavy; what all pages load is said once."""
    said: set[tuple[str, int]] = set()
    for file, parts in weights.items():
        heavy = [weight for weight in parts if weight.size_bytes > weight.limit_bytes]
        # The whole is too heavy because a part is, as a rule: that is one thing to mend.
        for weight in heavy[:-1] or heavy:
            if (weight.part, weight.size_bytes) not in said:
                said.add((weight.part, weight.size_bytes))
                yield _heavy(site, file, weight)


def heaviest(weights: Mapping[str, Iterable[Weight]]) -> dict[str, tuple[Weight, str]]:
    """Return of each part of the table the heaviest, and the page it is of."""
    found: dict[str, tuple[Weight, str]] = {}
    for file in sorted(weights):
        for weight in weights[file]:
            if weight.part not in found or weight.size_bytes > found[weight.part][0].size_bytes:
                found[weight.part] = (weight, shown_address(file))
    return {part: found[part] for part in BUDGETS if part in found}


def weights_of(site: Site, file: str, page: PageFacts) -> list[Weight]:
    """Return what the parts of a first visit to a page weigh."""
    if page.refresh:
        return []
    kind = kind_of(file, page.events)
    loaded = _loaded(site, file, page)
    sizes = {
        kind: site.sent(file),
        "styles": sum(site.sent(one) for one in loaded if one.endswith(".css")),
        "scripts": sum(site.sent(one) for one in loaded if one.endswith((".js", ".mjs"))),
        "fonts": sum(site.sent(one) for one in loaded if one.endswith(".woff2")),
        "pictures": sum(_picture_bytes(site, file, picture) for picture in page.pictures),
    }
    whole = "first visit with pictures" if sizes["pictures"] else "first visit"
    limits = {part: BUDGETS[part].limit_bytes for part in [*sizes, whole]} | {kind: limit_of(kind, page.events)}
    sizes[whole] = sum(sizes.values())
    return [Weight(part=part, size_bytes=size, limit_bytes=limits[part]) for part, size in sizes.items()]


def _loaded(site: Site, file: str, page: PageFacts) -> set[str]:
    """Return the styles, fonts and scripts that a page loads at once, and what these load."""
    waiting = [target.file for named in page.at_once if isinstance(target := site.target(file, named), Target)]
    found: set[str] = set()
    while waiting:
        one = waiting.pop()
        if one not in found and one in site.sizes:
            found.add(one)
            waiting += _imported(site, one, page)
    return found


def _imported(site: Site, file: str, page: PageFacts) -> Iterator[str]:
    now, later = site.imports.get(file, (frozenset(), frozenset()))
    wanted = [named for named in later if named.rpartition("/")[2].partition(".")[0] in page.modules]
    for named in [*now, *wanted]:
        if isinstance(target := site.target(file, named), Target):
            yield target.file


def _picture_bytes(site: Site, file: str, picture: Picture) -> int:
    """Return the size of the copy that a telephone takes: the narrowest that is wide enough."""
    wide = sorted((choice for choice in picture.choices if choice[1] >= _SCREEN_DOTS), key=lambda choice: choice[1])
    named = (wide or sorted(picture.choices, key=lambda choice: -choice[1]))[0][0]
    target = site.target(file, named)
    return site.sent(target.file) if isinstance(target, Target) else 0


def _heavy(site: Site, file: str, weight: Weight) -> Problem:
    rule = TOO_HEAVY if weight.size_bytes > FAR * weight.limit_bytes else HEAVY
    size, limit = (f"{number / 1000:.1f} KB" for number in (weight.size_bytes, weight.limit_bytes))
    what = f"{BUDGETS[weight.part].about.capitalize()}: {size} at {shown_address(file)}, and {limit} are the budget."
    cures: Mapping[str, str] = dict.fromkeys(("styles", "scripts", "fonts"), _CURE_THEME) | {"pictures": _CURE_PICTURES}
    return rule.at(site.shown(file), value=size, what=what, cure=cures.get(weight.part, _CURE_PAGE))
