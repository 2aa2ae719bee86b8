"""Turns texts into HTML while the code of a build is still being loaded, when one processor would have nothing to do.

Nothing is known of the settings then: what comes of it is used where they turn out to say what was taken for granted
here. This module is loaded before all others, so it loads little by itself.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from plugins.bridge.elsewhere import Elsewhere


class Ahead:
    """The HTML of texts below some folders; a copy of this process is at it until `take` or `drop` is called."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._elsewhere = Elsewhere(partial(_convert_until_asked, [*folders], os.getpid()))

    def take(self) -> dict[str, str]:
        """Return the HTML of as many texts as there was time for, by the text; nothing where the copy has failed."""
        self._elsewhere.hurry()
        return self._elsewhere.result

    def drop(self) -> None:
        """Let nothing come of it."""
        self._elsewhere.drop()


def _convert_until_asked(folders: Iterable[Path], asking: int) -> dict[str, str]:
    """Return the HTML of texts until the process that asks wants it, or is no more; that one makes none itself."""
    if os.getpid() == asking:
        return {}
    over: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: over.append(number))
    return convert_all(folders, lambda: bool(over) or os.getppid() != asking)


def convert_all(folders: Iterable[Path], is_over: Callable[[], bool]) -> dict[str, str]:
    """Return the HTML of the texts in files below folders, by the text, until it `is_over`; one may be missing."""
    from plugins.bridge.decode import decode
    from plugins.tools.front_matter import FrontMatterError, split
    from plugins.tools.markdown import DEFAULTS, Converter

    convert, made = Converter(DEFAULTS), {}
    for path in _texts(folders):
        if is_over():
            break
        try:
            text = split(decode(path.read_bytes(), path.name)[0]).body
        except (OSError, FrontMatterError):
            continue
        made[text] = convert(text)
    return made


def _texts(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from folder.rglob("*.md")
