"""Shares work between the processors of this machine, where it pays and the system can copy a running process."""

from __future__ import annotations

import multiprocessing
import os
import traceback
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any, TypeVar

# Copying the process costs some 20 ms; below this many pieces of work it does not pay.
LEAST_WORK = 24
Work = TypeVar("Work")
Result = TypeVar("Result")


class WorkerError(RuntimeError):
    """A worker stopped; the message names what it was working on."""


def share(work: Sequence[Work], do: Callable[[Work], Result], name: Callable[[Work], str]) -> list[Result]:
    """Return what `do` makes of each piece of work, in order; `name` is what a failure is reported under.

    Raises WorkerError when a worker stops, with the trace of what it met.
    """
    count = min(os.cpu_count() or 1, len(work) // LEAST_WORK + 1)
    if count < 2 or "fork" not in multiprocessing.get_all_start_methods() or os.name == "nt":  # noqa: PLR2004
        return [do(piece) for piece in work]
    context = multiprocessing.get_context("fork")
    shares = [range(start, len(work), count) for start in range(count)]
    pipes = [context.Pipe(duplex=False) for _ in shares[1:]]
    workers = [
        context.Process(target=_work, args=(work, part, do, name, sending), daemon=True)
        for part, (_, sending) in zip(shares[1:], pipes, strict=True)
    ]
    for worker in workers:
        worker.start()
    for _, sending in pipes:
        sending.close()
    results: dict[int, Result] = {index: do(work[index]) for index in shares[0]}
    for receiving, _ in pipes:
        results |= _received(receiving)
    for worker in workers:
        worker.join()
    return [results[index] for index in range(len(work))]


def _work(
    work: Sequence[Any], part: range, do: Callable[[Any], Any], name: Callable[[Any], str], sending: Connection
) -> None:
    found: dict[int, Any] = {}
    for index in part:
        sending.send(("at", name(work[index])))
        try:
            found[index] = do(work[index])
        except Exception:  # noqa: BLE001 - whatever it is, the build that started us must hear of it
            sending.send(("failed", traceback.format_exc()))
            return
    sending.send(("done", found))
    sending.close()


def _received(receiving: Connection) -> dict[int, Any]:
    at = ""
    while True:
        try:
            kind, value = receiving.recv()
        except EOFError:
            raise WorkerError(f"The process that worked on {at or 'a page'} stopped without a word.") from None
        if kind == "done":
            found: dict[int, Any] = value
            return found
        if kind == "failed":
            raise WorkerError(f"{at} could not be made: {value.strip().splitlines()[-1]}\n{value}")
        at = value
