"""Puts the copies of every photograph that a page shows on the site, when all pages are made."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from plugins.bridge.asked_now import AskedNow
from plugins.bridge.build import Build, Outcome
from plugins.bridge.course import timed
from plugins.bridge.file_job import FileJob
from plugins.bridge.ledger import MadeFile
from plugins.bridge.picture_store import PictureStore
from plugins.bridge.workers import LARGE, share
from plugins.tools import rules
from plugins.tools.photograph import ENDINGS, Photograph, PictureError
from plugins.tools.shown_picture import stem_of

MAKING = "making pictures"
# More points than this in anything but a JPEG (which is opened smaller) take so much memory that each is made alone.
_MANY_PIXELS = 40_000_000


def publish_pictures(build: Build) -> None:
    """Make the copies that pages show and that no earlier build has made, by all processors, and count the pictures."""
    waiting: list[_Copies] = []
    asked = _asked_for(build)
    shown = _shown(build, asked)
    taken: set[str] = set()
    for path, (photograph, digest) in shown.items():
        copies = _Copies(build, path, photograph)
        stem = stem_of(path.name, digest)
        copies.jobs = [
            copies.job(f"{stem}-{copy}", copy, digest) for copy in photograph.copies if f"{stem}-{copy}" not in taken
        ]
        taken |= {job.file for job in copies.jobs}
        copies.jobs = [job for job in copies.jobs if not build.memory.reuse(job)]
        waiting += [copies] if copies.jobs else []
    _make(build, waiting)
    _count(build, asked, frozenset(shown))


def _asked_for(build: Build) -> list[Path]:
    """Return the photographs that anything on this site names, in the order of their names."""
    questions = [one for one in build.memory.questions() if _is_photograph(one[0])]
    found = (build.files.offered(*question) for question in questions)
    paths = {one.path for one in found if one and build.files.has_copies(one)} | build.pictures.used
    return sorted(path for path in paths if _is_photograph(path.name))


def _shown(build: Build, asked: list[Path]) -> dict[Path, tuple[Photograph, str]]:
    """Return those photographs that can be shown."""
    shown = {}
    for path in asked:
        try:
            shown[path] = build.pictures.look(path)
        except PictureError:
            continue  # whoever shows it has said so
    return shown


def _is_photograph(name: str) -> bool:
    return re.split("[#?]", name, maxsplit=1)[0].rpartition(".")[2].lower() in ENDINGS


class _Copies:
    """The copies of one photograph that must be written."""

    def __init__(self, build: Build, path: Path, photograph: Photograph) -> None:
        self._build, self.path, self._photograph = build, path, photograph
        self._made: dict[str, bytes] = {}
        self.jobs: list[FileJob] = []

    @property
    def is_huge(self) -> bool:
        is_jpeg = ENDINGS.get(self.path.suffix.lower().lstrip(".")) == "JPEG"
        return not is_jpeg and self._photograph.width * self._photograph.height > _MANY_PIXELS

    def job(self, file: str, copy: str, digest: str) -> FileJob:
        return FileJob(build=self._build, file=file, made_of=(digest,), work=partial(self._bytes, copy))

    def make(self) -> list[MadeFile]:
        made = [self._build.memory.make(job) for job in self.jobs]
        self._made = {}
        return made

    def _bytes(self, copy: str, now: AskedNow) -> bytes:
        del now
        store: PictureStore = self._build.pictures
        kept = store.kept(self.path, copy)
        if kept is not None:
            return kept
        self._made = self._made or store.make(self.path)
        return self._made[copy]


def _make(build: Build, waiting: list[_Copies]) -> None:
    memory, course = build.memory, build.course
    huge = [one for one in waiting if one.is_huge]
    others = [one for one in waiting if not one.is_huge]
    memory.folder.ready()
    with course.many(MAKING, len(waiting)) as done:
        made = [timed(one.make) for one in huge]
        made += share(others, lambda one: timed(one.make), lambda one: build.shown(one.path), done, LARGE)
    for one, (files, seconds) in zip([*huge, *others], made, strict=True):
        course.took(MAKING, build.shown(one.path), seconds)
        for job, file in zip(one.jobs, files, strict=True):
            memory.keep(job.file, file)
    if waiting:
        build.pictures.tidy()


def _count(build: Build, asked: list[Path], shown: frozenset[Path]) -> None:
    """Tell what became of each photograph of the content folder."""
    by_place = {path.resolve(): file for path, file in build.pictures.offered.items()}
    for path in by_place.keys() & shown:
        build.record(by_place[path].partition("/")[0], by_place[path], Outcome.PUBLISHED)
    for path in sorted(by_place.keys() - set(asked)):
        file = by_place[path]
        what = "No page shows this picture, so it is not on the site."
        cure = "Show it on a page, or leave it for later: ![what it shows](images/name.jpg)"
        build.problems.append(rules.IMAGE_UNUSED.at(file, what=what, cure=cure))
