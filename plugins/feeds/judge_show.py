"""Looks at the recordings and the cover of a show as podcast apps will, and says what they would not take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from plugins.feeds import rules
from plugins.feeds.find_files import Cover, Finder
from plugins.feeds.model import COVERS, Feed
from plugins.feeds.read_seconds import read_seconds
from plugins.kernel.entry import Entry
from plugins.kernel.problems import Problem

# What Apple asks of a cover, and all others follow: square, of this many pixels.
LEAST_PX, MOST_PX = 1400, 3000
_CURE = (
    f"Make a square JPG or PNG of {LEAST_PX} to {MOST_PX} pixels, and name it in its program: cover: images/show.jpg"
)


def judge_recording(path: Path, file: str) -> tuple[int, tuple[Problem, ...]]:
    """Return the seconds of a recording, and what is wrong with it."""
    seconds = read_seconds(path)
    if seconds:
        return seconds, ()
    what = "This recording cannot be read; podcast apps offer it without its length."
    return 0, (rules.UNREADABLE.at(file, what=what, cure="Play it from beginning to end, and save it again as MP3."),)


def judge_cover(feed: Feed, finder: Finder, cover: str, episodes: Sequence[Entry]) -> tuple[Feed, tuple[Problem, ...]]:
    """Return a show with its cover, its program's or else the picture of an episode, and what is wrong with it."""
    for name in (cover, *(one.image for one in episodes)):
        found = finder.cover(name)
        if found and found.file.type in COVERS:
            return replace(feed, cover=found.file), _size_problem(found, name)
    file = episodes[0].source if episodes else ""
    what = f'The podcast "{feed.name}" has no cover that podcast apps take.'
    return feed, (rules.COVER.at(file, value=cover, what=what, cure=_CURE),)


def _size_problem(cover: Cover, name: str) -> tuple[Problem, ...]:
    if cover.width == cover.height and LEAST_PX <= cover.width <= MOST_PX:
        return ()
    what = f"This cover of a podcast is {cover.width} by {cover.height} pixels."
    return (rules.COVER.at(name, what=what, cure=_CURE),)
