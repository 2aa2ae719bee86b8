"""Front matter and Markdown, read once and remembered: a text that is what it was is not read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from plugins.bridge.build import Build
from plugins.bridge.decode import decode
from plugins.bridge.digest import hashed
from plugins.bridge.workers import share
from plugins.tools import body
from plugins.tools.body import Body
from plugins.tools.content_files import ContentFiles, Question
from plugins.tools.front_matter import FrontMatter, FrontMatterError, split
from plugins.tools.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownBody:
    """What a text became, and what was answered of the files it names: it holds while the answers are the same."""

    body: Body
    answers: tuple[tuple[Question, str], ...]


def front_matter(build: Build, text: str) -> FrontMatter:
    """Return the facts and the text of a file; raises FrontMatterError."""
    key = hashed(b"front matter\0" + text.encode(errors="surrogatepass"))
    known: FrontMatter | None = build.memory.recall(key)
    if known is None:
        known = split(text)
        build.memory.remember(key, known)
    return known


def render(build: Build, text: str, *, file: str, line: int) -> Body:
    """Return the HTML of a text of this build, and report what is wrong with it."""
    made = _render(build, _source(text, file, line))
    build.problems += made.problems
    return made


def read_ahead(build: Build, paths: Sequence[Path]) -> None:
    """Read files on all processors, so that reading them one by one finds all of it known."""
    unknown = [path for path in paths if not _is_known(build, path)]
    for found in share(unknown, partial(_read, build), str):
        for key, value in found.items():
            build.memory.remember(key, value)


def _is_known(build: Build, path: Path) -> bool:
    try:
        return bool(build.memory.recall(_file_key(path.read_bytes())))
    except OSError:
        return True


def _read(build: Build, path: Path) -> dict[bytes, Any]:
    """Return what was learned of one file, for the process that asked; mistakes are left for it to find."""
    try:
        data = path.read_bytes()
        file = build.shown(path)
        text = decode(data, file)[0]
        with build.memory.learning() as learned:
            front = front_matter(build, text)
            _render(build, _source(front.body, file, front.body_line))
            learned[_file_key(data)] = True
            found: dict[bytes, Any] = learned
    except (OSError, FrontMatterError):
        return {}
    return found


def _file_key(data: bytes) -> bytes:
    return hashed(b"file\0" + data)


def _source(text: str, file: str, line: int) -> Source:
    folder = Path(file).parent.as_posix() if not Path(file).is_absolute() else ""
    return Source(text=text, file=file, line=line, folder="" if folder == "." else folder)


def _render(build: Build, source: Source) -> Body:
    written = f"{build.memory.language}\0{build.files.folders}\0{source.file}\0{source.line}\0{source.text}"
    key = hashed(b"body\0" + written.encode(errors="surrogatepass"))
    known: KnownBody | None = build.memory.recall(key)
    if known is not None and all(build.memory.answer(asked) == answer for asked, answer in known.answers):
        return known.body
    files: ContentFiles = replace(build.files, asked=[])
    made = body.render(source, convert=build.convert, files=files)
    answers = tuple((asked, build.memory.answer(asked)) for asked in dict.fromkeys(files.asked or ()))
    build.memory.remember(key, KnownBody(body=made, answers=answers))
    return made
