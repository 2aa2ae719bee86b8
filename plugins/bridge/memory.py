"""Which pages of the last site still stand, and which must be made: the incremental build."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache

from plugins.bridge.asked_now import NOW, YEAR
from plugins.bridge.build import Build
from plugins.bridge.digest import Digests, hashed
from plugins.bridge.ledger import Ledger, MadePage, read_ledger, version_of, write_ledger
from plugins.bridge.page_job import PageJob
from plugins.bridge.template_use import TemplateUses
from plugins.tools.content_files import Question

# Settings that decide what pages look like or where they are; a change of any of them makes every page anew.
_SETTINGS = ("MARKDOWN", "THEME", "PATH", "BROADSIDE_DRAFTS", "FORMATTED_FIELDS", "TYPOGRIFY")
ROOT = Path(__file__).resolve().parents[2]
_PLACE = re.compile(r" at 0x[0-9a-f]+")


def _stable(settings: object) -> str:
    """Return settings as text; a function among them is told by its name, since its place in memory says nothing."""
    return _PLACE.sub("", repr(settings))


class Memory:
    """Keeps and recalls pages, where a ledger is kept; one that `is_whole` lets Pelican write each page by itself."""

    def __init__(self, build: Build, settings: dict[str, Any]) -> None:
        self._build, self._settings = build, settings
        foreign = [name for name in settings["PLUGINS"] if not name.startswith("plugins.")]
        self.is_whole = bool(foreign)
        self._is_kept = bool(settings["BROADSIDE_LEDGER"]) and not foreign
        if foreign and settings["BROADSIDE_LEDGER"]:
            build.defaults += (f"Everything was made anew, because of the plugin {', '.join(foreign)}.",)
        self._output = Path(settings["OUTPUT_PATH"])
        self._last = Path(settings["BROADSIDE_LAST"]) if settings["BROADSIDE_LAST"] else None
        self._version = version_of(ROOT) if self._is_kept else b""
        self._old = read_ledger(self._ledger, self._version) if self._is_kept else Ledger()
        self._new = Ledger(templates=self._old.templates)
        self._prints: dict[Path, str] = {}
        self.digests = Digests()
        self.language = _stable(settings["MARKDOWN"])

    @property
    def _ledger(self) -> Path:
        return Path(self._settings["BROADSIDE_LEDGER"])

    @property
    def compiled(self) -> FileSystemBytecodeCache | None:
        """Return where compiled templates are kept (Jinja knows them by the digest of their source)."""
        if not self._is_kept:
            return None
        folder = self._ledger.parent / "templates"
        folder.mkdir(parents=True, exist_ok=True)
        return FileSystemBytecodeCache(str(folder))

    @cached_property
    def _fixed(self) -> bytes:
        """Return the digest of what every page may show: settings, words of the interface, the library, its colors."""
        words = sorted((Path(self._settings["THEME"]) / "translations").glob("*.toml"))
        settings = _stable([(name, self._settings.get(name)) for name in _SETTINGS])
        said = b"".join(path.name.encode() + path.read_bytes() for path in words)
        return hashed(self._version + hashed(settings.encode()) + hashed(said) + self.digests.of(self._build.library))

    @cached_property
    def _uses(self) -> TemplateUses:
        if self._build.templates is None:
            raise TypeError("no templates")
        return TemplateUses(self._build.templates, self._new.templates)

    def reuse(self, job: PageJob) -> bool:
        """Take a page over from the last site when nothing it shows has changed; tell whether that was so."""
        made = self._old.pages.get(job.file)
        if made is None or made.key != self._key(job) or not self._is_timely(made):
            return False
        if not self._link(job.file, made.content):
            return False
        self._new.pages[job.file] = made
        return True

    def make(self, job: PageJob) -> MadePage:
        """Render a page, write it, and return what is to be known of it."""
        html, asked = job.render()
        data = html.encode(errors="xmlcharrefreplace")
        self._write(job.file, data)
        key, now = (b"" if job.has_leaked else self._key(job) or b""), self._build.now
        return MadePage(key=key, content=hashed(data), asked=asked, now=now.isoformat(), year=now.year)

    def keep(self, made: dict[str, MadePage]) -> None:
        """Remember pages that were made; one of unknown inputs is forgotten, and made again next time."""
        self._new.pages |= {file: page for file, page in made.items() if page.key}

    def write(self, file: str, data: bytes) -> None:
        """Write a file that is no page; one with the same bytes as in the last site is linked from there."""
        if not self._link(file, hashed(data)):
            self._write(file, data)

    def save(self) -> None:
        """Leave what this build knew and made to the next."""
        if self._is_kept:
            write_ledger(self._ledger, self._version, self._new)

    def recall(self, key: bytes) -> Any:
        """Return what was worked out under a key by this build or the last one, or None."""
        found = self._new.results.get(key, self._old.results.get(key))
        if found is not None:
            self._new.results[key] = found
        return found

    def remember(self, key: bytes, value: Any) -> None:
        """Keep what was worked out under a key, for this build and the next."""
        self._new.results[key] = value

    @contextmanager
    def learning(self) -> Iterator[dict[bytes, Any]]:
        """Hand out all that is remembered from here on (for a process that works for another)."""
        learned: dict[bytes, Any] = {}
        before = self._new.results
        self._new.results = learned
        try:
            yield learned
        finally:
            self._new.results = before | learned

    def answer(self, question: Question) -> str:
        """Return what there is to say of a file that a text names; the same while nothing about it has changed."""
        found = self._build.files.find(*question)
        if found is None:
            return ""
        # Of another text only its being there matters; of a picture or a form, all that is in it.
        return (
            found.address if found.path.suffix in {".md", ".markdown"} else f"{found.address} {self._print(found.path)}"
        )

    def _print(self, path: Path) -> str:
        if path not in self._prints:
            self._prints[path] = hashed(path.read_bytes()).hex()
        return self._prints[path]

    def _key(self, job: PageJob) -> bytes | None:
        if not self._is_kept:
            return None
        return job.key(self._uses.of(str(job.template.name)), self.digests, self._fixed)

    def _is_timely(self, made: MadePage) -> bool:
        now = self._build.now
        if NOW in made.asked and made.now != now.isoformat():
            return False
        return YEAR not in made.asked or made.year == now.year

    def _link(self, file: str, content: bytes) -> bool:
        if self._last is None:
            return False
        old, new = self._last / file, self._output / file
        try:
            if hashed(old.read_bytes()) != content:
                return False
            new.parent.mkdir(parents=True, exist_ok=True)
            os.link(old, new)
        except OSError:
            return self._copied(old, new, content)
        return True

    def _copied(self, old: Path, new: Path, content: bytes) -> bool:
        """Copy where the file system has no links."""
        if not old.is_file() or new.exists() or hashed(old.read_bytes()) != content:
            return False
        new.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(old, new)
        return True

    def _write(self, file: str, data: bytes) -> None:
        path = self._output / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
