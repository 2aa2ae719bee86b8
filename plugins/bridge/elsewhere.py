"""Work that a copy of this process does while this one goes on, where the system can copy one; else it is done late."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable
from functools import cached_property
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Gate:
    """Holds back copies of this process that were made beforehand; when it ends without having opened, so do they."""

    def __init__(self) -> None:
        self._reading, self._writing = os.pipe()
        self._held = 0

    def hold(self) -> None:
        """Count on one more copy."""
        self._held += 1

    def open(self) -> None:
        """Let all of them work."""
        os.write(self._writing, bytes(self._held))
        os.close(self._reading)
        os.close(self._writing)

    def wait(self) -> None:
        """Wait, in a copy, until it may work."""
        os.close(self._writing)
        if not os.read(self._reading, 1):
            os._exit(1)


class Elsewhere(Generic[Result]):
    """What a function returns; it runs in a copy of this process from now on, and nothing else of it is seen here.

    With a `gate`, the copy is made now and works from when that opens.
    """

    def __init__(self, work: Callable[[], Result], gate: Gate | None = None) -> None:
        self._work = work
        self._child = _begin(work, gate) if hasattr(os, "fork") else None

    @cached_property
    def result(self) -> Result:
        """Return what came of it; raises what the work raises."""
        answer = _end(*self._child) if self._child else b""
        # Where the copy stopped before it had answered, whatever was the matter comes up here.
        found: Result = pickle.loads(answer) if answer else self._work()  # noqa: S301 - from a copy of this very process
        return found

    def hurry(self) -> None:
        """Tell the copy that its answer is wanted (SIGTERM); work that does not listen is done again here."""
        if self._child:
            os.kill(self._child[0], signal.SIGTERM)

    def drop(self) -> None:
        """End the copy, of which nobody wants the answer."""
        if self._child:
            os.kill(self._child[0], signal.SIGKILL)
            _end(*self._child)

    def wait(self) -> None:
        """Wait until the work is done."""
        _ = self.result


def _begin(work: Callable[[], object], gate: Gate | None) -> tuple[int, int]:
    """Start work in a copy of this process; return its number and where its answer will be read."""
    reading, writing = os.pipe()
    if gate is not None:
        gate.hold()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    code = 1
    try:
        # While it could still be read here, nothing would tell that nobody else is left to read it.
        os.close(reading)
        if gate is not None:
            gate.wait()
        with os.fdopen(writing, "wb") as answer:
            pickle.dump(work(), answer, protocol=pickle.HIGHEST_PROTOCOL)
        code = 0
    finally:
        # Nothing of the copied process may run on: no exit handler, no output that it had not sent yet.
        os._exit(code)


def _end(child: int, reading: int) -> bytes:
    """Return what the copy answered; nothing when it stopped before it had."""
    with os.fdopen(reading, "rb") as answer:
        data = answer.read()
    return data if os.waitpid(child, 0)[1] == 0 else b""
