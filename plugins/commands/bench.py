"""Compares how fast this project and others build the same made-up library site, and writes the figures as tables."""

from __future__ import annotations

import os
import platform
import re
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from plugins.commands.bench_clock import Say, take_all
from plugins.commands.bench_peers import CACHED, NAMES, STOCK, Found, Peer, find_peers
from plugins.commands.bench_pictures import compare
from plugins.commands.bench_saves import take_saves
from plugins.commands.bench_sites import BUILDS, MODES, Mode, make_site
from plugins.commands.bench_stages import take_stages
from plugins.commands.bench_tables import render
from plugins.commands.plainly import PlainError
from plugins.commands.report import many

_MOST_POSTS = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The options as they were typed."""

    posts: str = "1000"
    events: str = "0"
    runs: str = "5"
    peers: str = ",".join(NAMES)
    modes: str = ",".join(MODES)
    save: bool = False
    stages: bool = False
    pictures: str = ""
    write: str = ""


def run(root: Path, wanted: Wanted) -> None:
    """Make the sites, take the times, print the tables, and write them down where that is asked for."""
    if wanted.pictures:
        _publish(wanted, [compare(root, _number(wanted.pictures, "--pictures", least=1))])
        return
    sizes = [_number(one, "--posts", least=2) for one in wanted.posts.split(",")]
    events, rounds = _number(wanted.events, "--events", least=0), _number(wanted.runs, "--runs", least=1)
    modes = _modes(wanted.modes)
    found = find_peers(root, wanted.peers.split(","))
    able, unable = _able(found, has_events=bool(events))
    with tempfile.TemporaryDirectory(prefix="broadside-bench-") as folder:
        sites = [
            make_site(root, peer, Path(folder) / f"{peer.name}-{posts}", posts=posts, events=events)
            for posts in dict.fromkeys(sizes)
            for peer in able
        ]
        cells = take_all(sites, [mode for mode in BUILDS if mode in modes], rounds, _say())
        saves = take_saves(sites, modes, rounds, _say()) if wanted.save else ()
        stages = take_stages(root, Path(folder) / "stages", _say()) if wanted.stages else ""
    head = _circumstances(able, [*found.missing, *unable], rounds)
    text = f"{heading(sizes, events)}\n\n{head}\n\n{render(cells, saves)}"
    _publish(wanted, [text, stages])


def _publish(wanted: Wanted, parts: Sequence[str]) -> None:
    for part in filter(None, parts):
        print(part, end="")
        if wanted.write:
            write(Path(wanted.write), part)


def _number(typed: str, option: str, *, least: int) -> int:
    if not typed.isascii() or not typed.isdigit() or not least <= int(typed) <= _MOST_POSTS:
        raise PlainError(f"{option} {typed} cannot be meant: write whole numbers from {least} to {_MOST_POSTS}.")
    return int(typed)


def _modes(typed: str) -> list[Mode]:
    names = typed.split(",")
    unknown = [name for name in names if name not in MODES]
    if unknown:
        raise PlainError(f"--modes names {unknown[0]}, which is not one of {', '.join(MODES)}.")
    return [mode for mode in MODES if mode in names]


def _able(found: Found, *, has_events: bool) -> tuple[list[Peer], list[str]]:
    """Part the peers into those that can make this content into pages, and a sentence for each that cannot."""
    unable = [peer for peer in found.peers if has_events and peer.name in (STOCK, CACHED)]
    said = [f"{peer.title}, was left out: it makes no pages of a spreadsheet." for peer in unable]
    return [peer for peer in found.peers if peer not in unable], said


def _say() -> Say:
    """Return what tells people how far it is; nothing where nobody watches."""
    if not sys.stderr.isatty():
        return lambda _: None
    return lambda words: print(words, file=sys.stderr)


def _circumstances(peers: list[Peer], missing: list[str], rounds: int) -> str:
    named = ", ".join(f"{peer.title} ({peer.version})" for peer in peers)
    busy = f", load {os.getloadavg()[1]:.1f}" if hasattr(os, "getloadavg") else ""
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores{busy}"
    turns = many(rounds, "round")
    first = f"Measured {datetime.now(UTC):%Y-%m-%d} in {turns} on {machine}, Python {platform.python_version()}."
    return "\n\n".join([f"{first}\nGenerators and versions: {named}.", *missing])


def heading(sizes: Sequence[int], events: int) -> str:
    """Return the heading of a run's tables: the same sizes have the same."""
    posts = " and ".join(f"{size:,}" for size in dict.fromkeys(sizes))
    return f"## {posts} posts" + (f", {events:,} events" if events else "")


def write(path: Path, text: str) -> None:
    """Put a run's tables into a document, in place of an earlier run's of the same sizes; the rest stays as it is."""
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    title = re.escape(text.partition("\n")[0])
    old = re.search(rf"^{title}\n.*?(?=^## |\Z)", before, re.MULTILINE | re.DOTALL)
    start, end = old.span() if old else (len(before), len(before))
    parts = (before[:start].strip(), text.strip(), before[end:].strip())
    path.write_text("\n\n".join(part for part in parts if part) + "\n", encoding="utf-8")
