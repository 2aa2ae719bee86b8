"""Compares what making photographs light takes, here and by pelican-image-process, on the same files."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.commands.bench_clock import Taken, run_once
from plugins.commands.bench_peers import PARTS, ours

# Those that were measured; other versions are other generators.
PROCESSOR = "3.4.0"
_SIZE = (4000, 3000)
_WIDTHS = (480, 800, 1200, 1600)
# How many points across each layer of a made-up photograph has, and its share in what lies below it.
_LAYERS = ((8, 1.0), (32, 0.35), (128, 0.35), (512, 0.12), (2000, 0.12))
_MEGA = 1_000_000
_PICTURES = frozenset([".avif", ".webp", ".jpg", ".jpeg", ".png"])
_HEAD = "| | Build | Seconds | Seconds of processors | Largest process, MiB | Pictures out, MB | Files |"
_RULE = "|---|---|---:|---:|---:|---:|---:|"
_PELICAN = f"""
SITENAME = "Pictures"
PATH = "content"
ARTICLE_PATHS = ["posts"]
STATIC_PATHS = ["images"]
PLUGINS = ["image_process"]
IMAGE_PROCESS = {{
    "photograph": {{
        "type": "responsive-image",
        "sizes": "100vw",
        "srcset": [{", ".join(f'("{width}w", ["scale_in {width} 9999 False"])' for width in _WIDTHS)}],
        "default": "1200w",
    }},
}}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """What makes a site of photographs: its folder, the command to run there, and how its posts name a picture."""

    title: str
    folder: Path
    command: tuple[str, ...]
    posts: str
    markup: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one build took, and how many bytes of pictures were on its site in how many files."""

    title: str
    mode: str
    taken: Taken
    out_bytes: int
    files: int

    def __str__(self) -> str:
        taken, out = self.taken, self.out_bytes / _MEGA
        times = f"{taken.wall:.1f} | {taken.cpu:.1f} | {taken.peak:.0f}"
        return f"| {self.title} | {self.mode} | {times} | {out:.1f} | {self.files:,} |"


def compare(root: Path, count: int) -> str:
    """Return a table: from nothing and again unchanged, time, memory, and bytes in and out."""
    with tempfile.TemporaryDirectory(prefix="broadside-pictures-") as folder:
        # Drawn by another process, whose memory would else be counted for those that follow.
        drawn = Path(folder) / "photographs"
        subprocess.run([sys.executable, "-m", __name__, str(drawn), str(count)], cwd=root, check=True)
        photographs = sorted(drawn.iterdir())
        size = sum(path.stat().st_size for path in photographs) / _MEGA
        makers = [_ours(root, Path(folder) / "broadside"), _peer(root / ".bench", Path(folder) / "pelican")]
        rows = [row for maker in makers for row in _rows(maker, photographs)]
    said = f"{count} JPEGs, {size:.0f} MB in, one in each post; {os.cpu_count()} processors."
    return "\n".join([f"## {count} photographs of 12 megapixels", "", said, "", _HEAD, _RULE, *map(str, rows), ""])


def _rows(maker: Maker, photographs: Sequence[Path]) -> Iterator[Row]:
    _fill(maker, photographs)
    for mode in ("from nothing", "unchanged"):
        taken = run_once(maker.command, maker.folder, maker.title)
        out = [path.stat().st_size for path in (maker.folder / "output").rglob("*") if path.suffix in _PICTURES]
        yield Row(title=maker.title, mode=mode, taken=taken, out_bytes=sum(out), files=len(out))


def _fill(maker: Maker, photographs: Sequence[Path]) -> None:
    images, posts = maker.folder / "content/images", maker.folder / maker.posts
    for folder in (images, posts):
        folder.mkdir(parents=True, exist_ok=True)
    for number, path in enumerate(photographs):
        os.link(path, images / path.name)
        text = f"Title: Photograph {number}\nDate: 2026-01-01\n\n{maker.markup.format(name=path.name)}\n"
        (posts / f"photograph-{number}.md").write_text(text, encoding="utf-8")


def _ours(root: Path, folder: Path) -> Maker:
    for name in (*PARTS, "publishconf.py", "requirements.txt", "requirements-build.txt", "theme"):
        source, target = root / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    (folder / "content").mkdir()
    (folder / "content/library.toml").write_text('name = "Pictures"\n', encoding="utf-8")
    (folder / ".venv").symlink_to(root / ".venv")
    command = ours(root).command
    markup = "![A landscape that was made up](images/{name})"
    return Maker(title="Broadside", folder=folder, command=command, posts="content/posts", markup=markup)


def _peer(cache: Path, folder: Path) -> Maker:
    """Return Pelican with pelican-image-process, which is installed in an environment of its own."""
    home = cache / f"pelican-image-process-{PROCESSOR}"
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        packages = ("pelican[markdown]==4.12.*", f"pelican-image-process=={PROCESSOR}")
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *packages], check=True)
    folder.mkdir()
    (folder / "pelicanconf.py").write_text(_PELICAN, encoding="utf-8")
    command = (str(python), "-m", "pelican", "-s", "pelicanconf.py", "-q")
    markup = '<img class="image-process-photograph" alt="A landscape that was made up" src="/images/{name}">'
    title = f"Pelican, pelican-image-process {PROCESSOR}"
    return Maker(title=title, folder=folder, command=command, posts="content/posts", markup=markup)


def _draw(folder: Path, count: int) -> None:
    """Draw photographs, each another: broad colors, edges, and as much grain as a phone's sensor has."""
    from PIL import Image

    folder.mkdir()
    chance = random.Random(count)  # noqa: S311 - the same photographs each time
    for number in range(count):
        made = Image.new("RGB", _SIZE)
        for across, weight in _LAYERS:
            down = across * 3 // 4
            layer = Image.frombytes("RGB", (across, down), chance.randbytes(across * down * 3)).resize(_SIZE)
            made = Image.blend(made, layer, weight)
        made.save(folder / f"landscape-{number:04}.jpg", quality=95)


if __name__ == "__main__":
    _draw(Path(sys.argv[1]), int(sys.argv[2]))
