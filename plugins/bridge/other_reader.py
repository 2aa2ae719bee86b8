"""Reads files in other markups (reStructuredText, HTML): their text as Pelican does, their facts our way."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from pelican.readers import BaseReader

from plugins.bridge.build import Build, build_of
from plugins.bridge.load_pelican import whole
from plugins.bridge.reader import Interpret, cannot_read, publish
from plugins.bridge.texts import checked
from plugins.tools.body import Body
from plugins.tools.front_matter import FrontMatter, Text, Value
from plugins.tools.rules import IMAGE_NO_ALT
from plugins.tools.source import Source


class OtherReader:
    """One of Pelican's readers, whose files are dated, counted, listed and kept back like those in Markdown."""

    def __init__(self, inner: BaseReader, kind: str, interpret: Interpret) -> None:
        self._inner, self._kind, self._interpret = inner, kind, interpret

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return the HTML and the metadata of a file; a file that is left out is skipped, and the report says why."""
        build, path = build_of(self._inner.settings), Path(source_path)
        file = build.shown(path)
        try:
            self._inner = whole(self._inner)
            html, metadata = self._inner.read(source_path)
        except Exception as failure:  # noqa: BLE001 - whatever a reader of others stumbles over, the rest is published
            return cannot_read(build, self._kind, file, str(failure))
        read = self._interpret(_front_of(metadata), path)
        return publish(build, self._kind, file, read, lambda: _checked(build, html or "", file))


def _checked(build: Build, html: str, file: str) -> Body:
    """Return HTML of another reader after the same checks as ours: by one list of what may stay, and link by link."""
    own = not build.is_lenient(file, IMAGE_NO_ALT.name)
    source = Source(text=html, file=file, line=1, folder=PurePosixPath(file).parent.as_posix(), own=own)
    return checked(build, source, str)


def _front_of(metadata: dict[str, Any]) -> FrontMatter:
    """Return what a reader of Pelican's made of a file's facts as they were before: text and lists of text."""
    fields = {name.lower(): _as_written(value) for name, value in metadata.items()}
    return FrontMatter(fields=fields, lines=dict.fromkeys(fields, 1), body="", body_line=1)


def _as_written(value: Any) -> Value:
    if isinstance(value, list | tuple):
        return [Text(str(item), 1) for item in value]
    return Text(value.isoformat(" ") if isinstance(value, datetime) else str(value), 1)
