"""Tells which stage of a build takes how much, with the project's own theme and the demo made larger."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from plugins.commands import bench_content as content
from plugins.commands.bench_clock import Say
from plugins.commands.bench_peers import OURS, PARTS
from plugins.commands.plainly import PlainError

POSTS, SERIES = 1000, 500
_STAGE = re.compile(r"  (\S.*?) +(\d+\.\d+) s")
# Less is not worth a line.
_LEAST_SECONDS = 0.005
_WHOLE = "the whole of Pelican's work"


def take_stages(root: Path, folder: Path, say: Say) -> str:
    """Return two tables, of a build from nothing and of one that finds nothing changed."""
    say(f"{OURS}: making a site of {POSTS:,} posts and {SERIES:,} series with the project's own theme")
    _make_site(root, folder)
    cold, unchanged = _profile(folder, say, "from nothing"), _profile(folder, say, "with nothing changed")
    heading = f"## Stages: {POSTS:,} posts, {SERIES:,} series, the project's own theme"
    return f"{heading}\n\n{_table('From nothing', cold)}\n\n{_table('Nothing changed', unchanged)}\n"


def _make_site(root: Path, folder: Path) -> None:
    folder.mkdir()
    ignored = shutil.ignore_patterns("__pycache__")
    for name in (*PARTS, "theme", "content", *(path.name for path in root.glob("requirements*.txt"))):
        if (root / name).is_dir():
            shutil.copytree(root / name, folder / name, ignore=ignored)
        else:
            shutil.copy(root / name, folder / name)
    (folder / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    posts = folder / "content/posts"
    for post in content.make_posts(POSTS - len(list(posts.rglob("*.md")))):
        text = content.front_matter(post, date=f"{post.date:%Y-%m-%d %H:%M}")
        (posts / f"{post.slug}.md").write_text(text, encoding="utf-8")
    (folder / "content/events/many.csv").write_text(content.series_csv(SERIES), encoding="utf-8")


def _profile(folder: Path, say: Say, words: str) -> dict[str, float]:
    say(f"a build {words}")
    command = [str(folder / ".venv/bin/python"), "tasks.py", "build", "--now", content.NOW, "--profile"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise PlainError(f"The site for the stages could not be built: {done.stdout[-300:]}{done.stderr[-300:]}")
    told = done.stdout.partition("Where the time went")[2].partition("The slowest")[0]
    return {found[1]: float(found[2]) for found in _STAGE.finditer(told)}


def _table(title: str, stages: dict[str, float]) -> str:
    whole = stages[_WHOLE]
    lines = [f"### {title}", "", "| stage | seconds | share |", "| --- | ---: | ---: |"]
    for name, seconds in stages.items():
        if seconds >= _LEAST_SECONDS:
            lines.append(f"| {name} | {seconds:.2f} | {seconds / whole:.0%} |")
    return "\n".join(lines)
