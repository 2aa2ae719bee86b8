"""Writes the benchmark's figures as tables: seconds, memory, ratios with their spread, growth, and the targets."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.commands.bench_clock import Cell
from plugins.commands.bench_peers import CACHED, OURS, STOCK
from plugins.commands.bench_saves import Saves
from plugins.commands.bench_sites import BUILDS, Mode

TITLES: dict[Mode, str] = {
    "cold": "Cold: no output, no cache",
    "nothing": "Nothing changed",
    "post": "One post edited",
    "event": "One event moved",
    "template": "The template of posts touched",
}
_SAVED: dict[Mode, str] = {
    "post": "a post",
    "event": "a row of the spreadsheet",
    "template": "the template of the open page",
    "style": "a style",
    "library": "the library's name",
}
_NAMES = {STOCK: "stock Pelican", CACHED: "Pelican with its caches", "hugo": "Hugo", "eleventy": "Eleventy"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What we want to be at most: our median divided by another's, in one run."""

    mode: Mode
    posts: int
    events: int
    against: str
    most: float


TARGETS = (
    Target(mode="cold", posts=1000, events=0, against=STOCK, most=0.45),
    Target(mode="cold", posts=1000, events=0, against="eleventy", most=0.85),
    Target(mode="cold", posts=1000, events=0, against="hugo", most=3.3),
    Target(mode="cold", posts=5000, events=0, against="hugo", most=2.5),
    Target(mode="nothing", posts=1000, events=0, against="hugo", most=0.45),
    Target(mode="post", posts=1000, events=0, against="hugo", most=0.75),
    Target(mode="post", posts=5000, events=0, against="hugo", most=0.45),
    Target(mode="cold", posts=1000, events=10000, against="hugo", most=1.5),
)
# Of Hugo's time from a save to the changed file; of others it is to be less.
SAVE_TARGETS: dict[Mode, float] = {"post": 0.6}
GROWTH_TARGET = 1.15


def ratio(one: Cell, other: Cell) -> str:
    """Return the ratio of two medians, and the least and the greatest ratio of any round."""
    pairs = [a.wall / b.wall for a, b in zip(one.runs, other.runs, strict=True)]
    return f"{one.wall / other.wall:.2f} ({min(pairs):.2f}–{max(pairs):.2f})"


def render(cells: Sequence[Cell], saves: Sequence[Saves]) -> str:
    """Return every table, as Markdown."""
    parts = [*_all_times(cells), *_growth(cells), *_saves(saves), *_targets(cells, saves)]
    return "\n\n".join(parts) + "\n"


def _table(heads: str, rows: Sequence[Sequence[str]]) -> str:
    names = heads.split("|")
    lines = [names, ["---"] + ["---:"] * (len(names) - 1), *rows]
    return "\n".join(f"| {' | '.join(cell.strip() for cell in line)} |" for line in lines)


def _all_times(cells: Sequence[Cell]) -> Iterator[str]:
    for size in dict.fromkeys((cell.site.posts, cell.site.events) for cell in cells):
        for mode in BUILDS:
            rows = [cell for cell in cells if (cell.site.posts, cell.site.events) == size and cell.mode == mode]
            if rows:
                yield f"### {TITLES[mode]}, {_size(*size)}"
                yield _times(rows)


def _size(posts: int, events: int) -> str:
    return f"{posts:,} posts" + (f" and {events:,} events" if events else "")


def _times(cells: Sequence[Cell]) -> str:
    by_name = {cell.site.peer.name: cell for cell in cells}
    bases = [name for name in ("hugo", STOCK) if name in by_name]
    heads = "|".join(["generator|seconds|processors|peak MiB|pages", *(f"of {_NAMES[base]}" for base in bases)])
    rows = [
        [
            cell.site.peer.title,
            f"{cell.wall:.2f} ({min(run.wall for run in cell.runs):.2f}–{max(run.wall for run in cell.runs):.2f})",
            f"{cell.cpu:.2f}",
            f"{cell.peak:.0f}",
            f"{cell.pages:,}",
            *("" if cell is by_name[base] else ratio(cell, by_name[base]) for base in bases),
        ]
        for cell in cells
    ]
    return _table(heads, rows)


def _growth(cells: Sequence[Cell]) -> Iterator[str]:
    rows = [_grown(small, large) for small, large in _pairs(cells)]
    if rows:
        yield "### Growth, cold"
        yield _table("generator|pages|seconds|of a straight line|more memory, KB a page", rows)


def _pairs(cells: Sequence[Cell]) -> Iterator[tuple[Cell, Cell]]:
    """Yield each generator's smallest and largest site, cold."""
    for name in dict.fromkeys(cell.site.peer.name for cell in cells):
        found = [cell for cell in cells if cell.site.peer.name == name and cell.mode == "cold"]
        found.sort(key=lambda cell: cell.pages)
        if found and found[0].pages < found[-1].pages:
            yield found[0], found[-1]


def _straightness(small: Cell, large: Cell) -> float:
    return (large.wall / small.wall) / (large.pages / small.pages)


def _grown(small: Cell, large: Cell) -> list[str]:
    more = (large.peak - small.peak) * 2**20 / 1000 / (large.pages - small.pages)
    return [
        small.site.peer.title,
        f"{small.pages:,} → {large.pages:,}",
        f"{small.wall:.2f} → {large.wall:.2f}",
        f"{_straightness(small, large):.2f}",
        f"{more:.1f}",
    ]


def _saves(saves: Sequence[Saves]) -> Iterator[str]:
    rows = [
        [
            f"{one.site.peer.title}, {_SAVED[one.mode]}",
            f"{one.site.posts:,}",
            _seconds(one.seconds),
            _against(one, saves),
        ]
        for one in saves
    ]
    if rows:
        yield "### From a save to the changed file, while serving and with the page open"
        yield _table("generator, what was saved|posts|seconds|of Hugo", rows)


def _seconds(found: Sequence[float]) -> str:
    return f"{statistics.median(found):.2f} ({min(found):.2f}–{max(found):.2f})"


def _hugos(one: Saves, saves: Sequence[Saves]) -> Saves | None:
    """Return Hugo's time for the same save on the same site."""
    same = (saved for saved in saves if saved.site.peer.name == "hugo" and saved.mode == one.mode)
    return next((saved for saved in same if saved.site.posts == one.site.posts), None)


def _against(one: Saves, saves: Sequence[Saves]) -> str:
    other = _hugos(one, saves)
    if other is None or other is one:
        return ""
    pairs = [a / b for a, b in zip(one.seconds, other.seconds, strict=True)]
    whole = statistics.median(one.seconds) / statistics.median(other.seconds)
    return f"{whole:.2f} ({min(pairs):.2f}–{max(pairs):.2f})"


def _targets(cells: Sequence[Cell], saves: Sequence[Saves]) -> Iterator[str]:
    rows = [row for target in TARGETS for row in _met(target, cells)]
    rows += [
        [
            f"Save to file, {_SAVED[one.mode]}, {_size(one.site.posts, one.site.events)}",
            "Hugo's server",
            str(SAVE_TARGETS.get(one.mode, "less than 1")),
            _against(one, saves),
        ]
        for one in saves
        if one.site.peer.name == OURS and _against(one, saves)
    ]
    rows += [
        [
            f"Growth from {small.pages:,} to {large.pages:,} pages",
            "a straight line",
            str(GROWTH_TARGET),
            f"{_straightness(small, large):.2f}",
        ]
        for small, large in _pairs(cells)
        if small.site.peer.name == OURS
    ]
    if rows:
        yield "### Targets"
        yield _table("what|against|at most|measured", rows)


def _met(target: Target, cells: Sequence[Cell]) -> Iterator[list[str]]:
    same = {
        cell.site.peer.name: cell
        for cell in cells
        if (cell.mode, cell.site.posts, cell.site.events) == (target.mode, target.posts, target.events)
    }
    if OURS in same and target.against in same:
        what = f"{TITLES[target.mode].partition(':')[0]}, {_size(target.posts, target.events)}"
        yield [what, _NAMES[target.against], str(target.most), ratio(same[OURS], same[target.against])]
