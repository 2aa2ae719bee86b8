"""Reads files of content for Pelican's generators: once, on all processors, and not again while nothing has changed.

What reading one file comes to (Pelican's object, the problems, the address it asks for) is a KnownDocument. It depends
on nothing but the file, the settings, what was asked of the library, of now and of the content folder; who gets an
address that two files want is decided afterwards, in order.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import Any

from pelican.contents import Content, SkipStub
from pelican.generators import Generator

from plugins.bridge.addresses import taken
from plugins.bridge.build import Build, Outcome, build_of
from plugins.bridge.course import timed
from plugins.bridge.digest import hashed
from plugins.bridge.lazy_content import ADDRESSES, PLAIN, LazyContent
from plugins.bridge.ledger import KnownDocument, Told
from plugins.bridge.logs import listen
from plugins.bridge.workers import hands, share
from plugins.kernel.later import Later

ReadFile = Callable[..., Content]
# What is not kept of a content: it belongs to one build, or is kept elsewhere.
_NOT_KEPT = frozenset({"settings", "_context", "body", "translations"})
# What changes with the text, and stands in no list.
_ASIDE = frozenset({"words", "lines", "charts"})


@dataclass(kw_only=True)
class Documents:
    """The files of one kind that one of Pelican's generators reads; `ahead` are those already read, by file."""

    generator: Generator
    kind: str
    read_file: ReadFile
    endings: tuple[str, ...]
    content_class: type[LazyContent]
    ahead: dict[str, KnownDocument] = field(default_factory=dict)
    _answers: dict[tuple[str, ...], Told] = field(default_factory=dict)

    @property
    def build(self) -> Build:
        """Return the build they belong to."""
        return build_of(self.generator.settings)

    def read_ahead(self, paths: Sequence[str]) -> None:
        """Find out what became of many files, by their full paths: from the ledger or on all processors."""
        if self.build.memory.is_whole:
            return
        unknown: list[tuple[str, str, bytes]] = []
        for path in paths:
            file = self.build.shown(path)
            key = self._key(path, file)
            known = self.build.memory.document(file, key) if key else None
            if known is not None and known.told == self._told(name for name, _ in known.told):
                self.ahead[file] = known
            elif key:
                unknown.append((path, file, key))
        if unknown:
            self._read_now(unknown)

    def _read_now(self, unknown: Sequence[tuple[str, str, bytes]]) -> None:
        """Read files, each with its name and key, on all processors that are not at something larger."""
        self.build.take_ahead()
        busy = self.build.memory.results.under_way
        if hands(len(unknown), busy=busy) > 1:
            self.build.memory.folder.ready()
        course, stage = self.build.course, f"reading {self.kind}"
        with course.many(stage, len(unknown)) as done:
            found = share(unknown, lambda one: timed(self._read_alone, one[0], one[2]), itemgetter(0), done, busy=busy)
        for (_, file, _), (made, seconds) in zip(unknown, found, strict=True):
            course.took(stage, file, seconds)
            self.build.read_anew.add(file)
            if made is not None:
                self.build.memory.texts.add(made[1])
                self.ahead[file] = made[0]

    def read(self, base_path: str, path: str, content_class: type[Content], **rest: Any) -> Content:
        """Return Pelican's object for a file, as Pelican's own read_file does."""
        del content_class  # of which ours is a lazy kind
        full = os.path.abspath(os.path.join(base_path, path))
        file = self.build.shown(full)
        known = self.ahead.pop(file, None)
        if known is None:
            made = self.read_file(base_path=base_path, path=path, content_class=self.content_class, **rest)
            return self._claimed(made, file, self.build.wanted.pop(file, ""))
        self.build.memory.remember(file, known)
        self.build.problems += known.problems
        self.build.record(self.kind, file, Outcome(known.outcome))
        if not known.state:
            return SkipStub("")
        return self._claimed(self._restored(known, full, rest["context"]), file, known.address)

    def _claimed(self, content: Content, file: str, address: str) -> Content:
        """Return a content that has got its address, or a stub and a problem when somebody else has it."""
        problem = None if isinstance(content, SkipStub) else taken(self.build, address, file)
        if problem is None:
            if charts := getattr(content, "charts", ()):
                self.build.charts[address] = charts
            return content
        self.build.problems.append(problem)
        self.build.record(self.kind, file, Outcome.LEFT_OUT)
        return SkipStub("")

    def _key(self, path: str, file: str) -> bytes:
        if os.path.splitext(path)[1][1:] not in self.endings:
            return b""
        digest = self.build.memory.survey.texts.get(path)
        if digest is None:
            try:
                digest = hashed(Path(path).read_bytes())
            except OSError:
                return b""
        named = f"{self.kind}\0{file}\0".encode(errors="surrogateescape")
        return hashed(self.build.memory.reading + self.build.memory.words + named + digest)

    def _told(self, asked: Iterable[str]) -> Told:
        """Return what the library says in some of its fields; the same answer again for the same question."""
        names = tuple(asked)
        if names not in self._answers:
            library, digests = self.build.library, self.build.memory.digests
            self._answers[names] = tuple((name, digests.of(getattr(library, name))) for name in names)
        return self._answers[names]

    def _read_alone(self, path: str, key: bytes) -> tuple[KnownDocument, str] | None:
        """Return what reading one file comes to, and its text; None where it must be read in its turn."""
        build, said = self.build, listen()
        problems, records, file = len(build.problems), len(said.records), build.shown(path)
        try:
            read = partial(build.memory.asking.attended, partial(self._content_of, path))
            ((content, state, aside), validity), asked = build.library.attended(read)
        except Exception:  # noqa: BLE001 - whatever it is, it comes up again when the file is read in its turn
            return None
        if len(said.records) > records or (state and not content.is_valid()):
            return None
        text = content.body if state else ""
        known = KnownDocument(
            key=key,
            told=self._told(asked),
            state=state,
            facts=hashed(state),
            aside=aside,
            mark=self._mark(state, aside),
            text=hashed(text.encode(errors="surrogatepass")),
            outcome=str(build.outcome(self.kind, file)),
            address=build.wanted.pop(file, ""),
            problems=tuple(build.problems[problems:]),
            validity=validity,
        )
        del build.problems[problems:]
        return known, text

    def _content_of(self, path: str) -> tuple[Content, bytes, dict[str, Any]]:
        """Return what a file is read as, with its state as below."""
        base, context = self.generator.path, self.generator.context
        content = self.read_file(base_path=base, path=path, content_class=self.content_class, context=context)
        return content, *((b"", {}) if isinstance(content, SkipStub) else self._state(content))

    def _state(self, content: Content) -> tuple[bytes, dict[str, Any]]:
        """Return what is kept of a content, and what stands in no list."""
        kept = {name: value for name, value in vars(content).items() if name not in _NOT_KEPT}
        aside = {name: kept.pop(name) for name in _ASIDE & kept.keys()}
        kept["metadata"] = {name: value for name, value in content.metadata.items() if name not in aside}
        kept[ADDRESSES] = {"url": content.url, "save_as": content.save_as}
        kept[PLAIN] = not content._get_intrasite_link_regex().search(content.body)  # noqa: SLF001 - Pelican's own way
        state = self.build.memory.pickling.dump(kept)
        self.build.memory.pickling.know(state, kept)
        return state, aside

    def _mark(self, state: bytes, aside: dict[str, Any]) -> bytes:
        """Return the digest of all that is kept of a content; of what is drawn in it, of what is compared alone."""
        memory = self.build.memory
        told = memory.digests.of(aside) if aside.get("charts") else memory.pickling.dump(aside)
        return hashed(state + told)

    def _restored(self, known: KnownDocument, path: str, context: Any) -> Content:
        content = self.content_class.__new__(self.content_class)
        content.__dict__.update(self.build.memory.pickling.load(known.state))
        content.__dict__.update(known.aside)
        content.metadata.update(known.aside)
        content.settings, content._context, content.translations = self.generator.settings, context, []  # noqa: SLF001
        content.mark, content.facts = known.mark, known.facts
        content.body = Later(known.text, lambda: self._text(known, path))
        return content

    def _text(self, known: KnownDocument, path: str) -> str:
        text = self.build.memory.texts.get(known.text)
        if text is None:
            again = self._read_alone(path, known.key)
            text = again[1] if again else ""
        return str(text)
