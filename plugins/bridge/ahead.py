"""Turns texts into HTML while the code of a build is still being loaded, when one processor would have nothing to do.

Nothing is known of the settings then: what comes of it is used where they turn out to say what was taken for granted
here. This module is loaded before all others, so it loads little by itself.
"""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path


class Ahead:
    """The HTML of texts below some folders; a copy of this process is at it until `take` or `drop` is called."""

    def __init__(self, folders: Iterable[Path]) -> None:
        reading, writing = os.pipe()
        parent = os.getpid()
        self._child, self._reading = os.fork(), reading
        if self._child:
            os.close(writing)
            return
        try:
            _answer(writing, lambda: os.getppid() != parent, folders)
        finally:
            # Nothing of the copied process may run on, whatever has happened.
            os._exit(0)

    def take(self) -> dict[str, str]:
        """Return the HTML of as many texts as there was time for, by the text; nothing where the copy has failed."""
        os.kill(self._child, signal.SIGTERM)
        with os.fdopen(self._reading, "rb") as answer:
            data = answer.read()
        os.waitpid(self._child, 0)
        found: dict[str, str] = pickle.loads(data) if data else {}  # noqa: S301 - from a copy of this very process
        return found

    def drop(self) -> None:
        """Let nothing come of it."""
        os.kill(self._child, signal.SIGKILL)
        os.close(self._reading)
        os.waitpid(self._child, 0)


def can_work_ahead() -> bool:
    """Tell whether there is a processor for it, and a way to copy this process."""
    return hasattr(os, "fork") and (os.cpu_count() or 1) > 1


def _answer(writing: int, is_alone: Callable[[], bool], folders: Iterable[Path]) -> None:
    """Write what `convert_all` comes to, when somebody asks for it."""
    over: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: over.append(number))
    made = convert_all(folders, lambda: bool(over) or is_alone())
    with os.fdopen(writing, "wb") as answer:
        pickle.dump(made, answer, protocol=pickle.HIGHEST_PROTOCOL)


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
