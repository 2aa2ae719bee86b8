"""Says what went wrong in one plain sentence with its cure, for people who will never read a traceback."""

from __future__ import annotations

import errno
import io
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn


class PlainError(Exception):
    """Something a person can mend; its text is one sentence for them, cure included."""


def _taken(_: OSError) -> str:
    return "The port is taken by another program: stop that one, or name another port with --port."


def _full(_: OSError) -> str:
    return "The disk is full: free some space and run the same command again."


def _denied(failure: OSError) -> str:
    return (
        f"Permission denied for {_file_of(failure)}: make the file or folder yours, or work in a folder that you own."
    )


def _unheard(_: OSError) -> str:
    return (
        "Not all of it was said, because what reads along (after the |) has stopped: leave that out to see everything."
    )


def _read_only(failure: OSError) -> str:
    return f"{_file_of(failure)} is on a read-only disk: copy the project to a folder that you can write to."


_SENTENCES: dict[int, Callable[[OSError], str]] = {
    errno.EADDRINUSE: _taken,
    errno.ENOSPC: _full,
    errno.EDQUOT: _full,
    errno.EACCES: _denied,
    errno.EPERM: _denied,
    errno.EPIPE: _unheard,
    errno.EROFS: _read_only,
}


def _file_of(failure: OSError) -> str:
    return str(failure.filename) if failure.filename else "a file"


def sentence_for(failure: BaseException) -> str | None:
    """Return the sentence for a failure that people can mend, or None for one that is ours to mend."""
    if isinstance(failure, PlainError):
        return str(failure)
    if isinstance(failure, KeyboardInterrupt):
        return "Stopped; nothing was changed by the unfinished part."
    if isinstance(failure, OSError) and failure.errno in _SENTENCES:
        return _SENTENCES[failure.errno](failure)
    return None


def complain(sentence: str, code: int = 1) -> NoReturn:
    """End the program with a sentence on the error stream and an exit code that says that it failed."""
    print(sentence, file=sys.stderr)
    raise SystemExit(code)


@contextmanager
def plainly(*, debug: bool = False, code: int = 1) -> Iterator[None]:
    """Turn whatever goes wrong inside into one sentence and an exit code; with debug, the traceback comes first."""
    for stream in (sys.stdout, sys.stderr):
        # A title in any script may be named; a terminal that cannot show it gets question marks, not a failure.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        yield
    except (Exception, KeyboardInterrupt) as failure:
        if debug:
            traceback.print_exc()
        complain(sentence_for(failure) or _unexpected(failure), code)


def _unexpected(failure: BaseException) -> str:
    said = " ".join(str(failure).split())
    return (
        f"Something went wrong that we did not foresee ({type(failure).__name__}: {said}). "
        "Run it again with --debug and report what it says."
    )
