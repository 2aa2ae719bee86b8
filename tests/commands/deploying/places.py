"""A small published site, and a way to deploy it as people do."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.commands.publishing.manifest import FILE, Manifest, render_manifest

ROOT = Path(__file__).resolve().parents[3]
FILES = {
    "index.html": "<a href='news/'>News</a>",
    "index.html.br": "packed",
    "index.html.gz": "packed",
    "news/index.html": "News",
    "theme/css/site.1111111111.css": "a{}",
    "theme/css/site.1111111111.css.br": "packed",
    "events/calendar.ics": "BEGIN:VCALENDAR",
    "images/a b é.svg": "<svg/>",
    ".well-known/security.txt": "Contact: mailto:a@b.example",
}


def write_site(folder: Path, files: Mapping[str, str]) -> Path:
    """Write a site with its list, as `publish` leaves it."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    plain = {name: text for name, text in files.items() if not name.endswith((".br", ".gz"))}
    digests = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in plain.items()}
    (folder / FILE).write_bytes(render_manifest(Manifest(files=digests)))
    return folder


def edited(files: Mapping[str, str]) -> dict[str, str]:
    """Return the site after a post was edited, the style with it, and a page taken away."""
    left = {name: text for name, text in files.items() if not name.startswith(("theme/", "events/"))}
    return left | {"index.html": "Edited", "theme/css/site.2222222222.css": "b{}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deploying:
    """The site and where it goes; each run is a process of its own."""

    site: Path
    to: str
    variables: Mapping[str, str]

    def run(self, *options: str) -> subprocess.CompletedProcess[str]:
        command = [
            sys.executable,
            str(ROOT / "tasks.py"),
            "deploy",
            "--site",
            str(self.site),
            "--to",
            self.to,
            *options,
        ]
        variables = os.environ | dict(self.variables)
        return subprocess.run(command, capture_output=True, text=True, check=False, env=variables)


def content_of(folder: Path, *, packed: bool = True) -> dict[str, str]:
    """Return what is in a folder, but the list of everything."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {
        name: path.read_text("utf-8")
        for name, path in found.items()
        if name != FILE and (packed or not name.endswith((".br", ".gz")))
    }
