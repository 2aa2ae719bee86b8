"""Advice in Pelican: gives it when a site has been read, where it is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from pelican import signals
from pelican.writers import Writer

from plugins.advice.advise import Material, advise
from plugins.advice.judge_pictures import judge_picture
from plugins.advice.model import AvoidedWord, Piece, Whole
from plugins.advice.pieces import KINDS, piece_of_event, piece_of_file
from plugins.advice.read_words import FILE, read_words
from plugins.advice.rules import NO_ACCESS
from plugins.bridge.decode import decode
from plugins.bridge.generators import SiteGenerator
from plugins.bridge.links import lead
from plugins.bridge.texts import render
from plugins.events.model import Event
from plugins.kernel.entry import Entry
from plugins.kernel.problems import Problem
from plugins.tools.photograph import PictureError
from plugins.tools.rules import IMAGE_NO_ALT
from plugins.tools.shown_picture import stem_of

_COPY = re.compile(r"/([a-z0-9/_-]+-[0-9a-f]{10})-")
_THEME_ID = re.compile(r'\bid="([a-z][a-z-]*)"')


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(generators)


def generators(pelican: object) -> type[AdviceGenerator]:
    """Return the generator of advice."""
    del pelican
    return AdviceGenerator


class AdviceGenerator(SiteGenerator):
    """Writes nothing: looks at all that was read, and adds to what is said of it."""

    def generate_context(self) -> None:
        """Take the list of words, which is a file of content, whether or not it is looked at."""
        self.build.use(FILE)

    def generate_output(self, writer: Writer) -> None:
        """Give advice; all addresses are known by now."""
        del writer
        if self.settings["BROADSIDE_ADVICE"]:
            self.build.problems += [*self._advice()]

    def _advice(self) -> Iterator[Problem]:
        build, texts, rows = self.build, [*self._texts()], [*self._rows()]
        pieces = [piece for piece, _ in (*texts, *rows)]
        whole = Whole(
            by_address={piece.address: piece for piece in pieces},
            home=build.library.address,
            has=build.has,
            frame_ids=self._frame_ids(),
        )
        yield from advise(
            Material(
                texts=texts,
                rows=rows,
                whole=whole,
                agenda=self.context["agenda"],
                now=build.now,
                avoided=self._avoided(),
                library=build.library,
                ask=self.settings["BROADSIDE_ASK"],
            )
        )
        yield from self._of_pictures(pieces)

    def _texts(self) -> Iterator[tuple[Piece, Entry]]:
        for entry in self.build.entries:
            path = self._path(entry)
            if entry.kind in KINDS and path.is_file():
                file = self.build.shown(path)
                text, _ = decode(path.read_bytes(), file)
                yield piece_of_file(entry, KINDS[entry.kind], file, text, partial(self._html, file)), entry

    def _path(self, entry: Entry) -> Path:
        elsewhere = self.settings["BROADSIDE_POSTS"] if entry.kind == "post" else ""
        return Path(elsewhere) / entry.source.removeprefix("posts/") if elsewhere else self.build.content / entry.source

    def _rows(self) -> Iterator[tuple[Piece, Event]]:
        """Yield the events that are still to come; those of a web source, and the archive, are not ours to mend."""
        for event in self.context["agenda"].events:
            if event.is_off or self.build.is_lenient(event.source, NO_ACCESS.name):
                continue
            if self.context["agenda"].upcoming(self.build.now, 1, uid=event.uid):
                yield self._row(event), event

    def _row(self, event: Event) -> Piece:
        build, html = self.build, self._html(event.source, event.description, event.line)
        own = not build.is_lenient(event.source, IMAGE_NO_ALT.name)
        return piece_of_event(event, html, build.library.languages[0], build.now.date(), own=own)

    def _html(self, file: str, text: str, line: int) -> str:
        """Return the HTML of a Markdown text; what is wrong with it has been said by whoever shows it."""
        before = len(self.build.problems)
        made = render(self.build, text, file=file, line=line)
        html = lead(made.html, self.build, self.context["generated_content"], file=file, line=line)
        del self.build.problems[before:]
        return html

    def _avoided(self) -> tuple[AvoidedWord, ...]:
        path = self.build.content / FILE
        if not path.is_file():
            return ()
        text, problems = decode(path.read_bytes(), FILE)
        words, wrong = read_words(text)
        self.build.problems += [*problems, *wrong]
        return words

    def _frame_ids(self) -> frozenset[str]:
        templates = (Path(self.theme) / "templates").rglob("*.html")
        return frozenset(name for path in templates for name in _THEME_ID.findall(path.read_text("utf-8")))

    def _of_pictures(self, pieces: list[Piece]) -> Iterator[Problem]:
        """Yield what could be better about the photographs that these pages show."""
        stems = {stem for piece in pieces for stem in _COPY.findall(piece.html)}
        named = {piece.facts.get("image", "").lstrip("/") for piece in pieces}
        for path, file in self.build.pictures.offered.items():
            try:
                photograph, digest = self.build.pictures.look(path)
            except PictureError:
                continue  # whoever shows it has said so
            if file in named or stem_of(path.name, digest) in stems:
                yield from judge_picture(file, photograph.width, photograph.height, path.stat().st_size)
