"""Shares work between the processors of this machine, where it pays and the system can copy a running process."""

from __future__ import annotations

import multiprocessing
import os
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from typing import Any, Generic, NamedTuple, TypeVar

# Copying the process costs some 20 ms; below this many pieces of work it does not pay.
LEAST_WORK = 24


class Pieces(NamedTuple):
    """How work is cut: from how many pieces on another process pays, and how many one takes at a time."""

    least: int
    at_a_time: int


# Few at a time, so that all end together, and not one, which would be asking all day.
SMALL = Pieces(LEAST_WORK, 4)
# Pieces that take a second each.
LARGE = Pieces(2, 1)
Work = TypeVar("Work")
Result = TypeVar("Result")


class WorkerError(RuntimeError):
    """A worker stopped; the message names what it was working on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table(Generic[Work, Result]):
    """The work that lies on the table: `taken` counts what is taken of it, `at` says what each process has in hand."""

    work: Sequence[Work]
    do: Callable[[Work], Result]
    at_a_time: int
    taken: Any
    at: Any

    def take(self, who: int) -> Iterator[int]:
        """Yield the numbers of pieces that nobody else has."""
        while True:
            with self.taken.get_lock():
                start = self.taken.value
                self.taken.value = start + self.at_a_time
            if start >= len(self.work):
                return
            for index in range(start, min(start + self.at_a_time, len(self.work))):
                self.at[who] = index
                yield index


def hands(count: int, pieces: Pieces = SMALL, busy: int = 0) -> int:
    """Return how many processes would share so many pieces of work: 1 where this one does it alone.

    `busy` is how many processors have something else to do meanwhile.
    """
    if "fork" not in multiprocessing.get_all_start_methods() or os.name == "nt":
        return 1
    return min(max(1, (os.cpu_count() or 1) - busy), count // pieces.least + 1)


def share(
    work: Sequence[Work],
    do: Callable[[Work], Result],
    name: Callable[[Work], str],
    done: Callable[[int], None] = lambda _: None,
    pieces: Pieces = SMALL,
    busy: int = 0,
) -> list[Result]:
    """Return what `do` makes of each piece of work, in order; `name` is what a failure is reported under.

    `done` is told now and then how many pieces are done; `busy` is as in `hands`. Raises WorkerError when a worker
    stops, with the trace of what it met.
    """
    count = hands(len(work), pieces, busy)
    if count == 1:
        return _alone(work, do, done)
    context = multiprocessing.get_context("fork")
    taken, at = context.Value("q", 0), context.RawArray("q", count)
    table = _Table(work=work, do=do, at_a_time=pieces.at_a_time, taken=taken, at=at)
    pipes = [context.Pipe(duplex=False) for _ in range(1, count)]
    received = [receiving for receiving, _ in pipes]
    workers = [
        context.Process(target=_work, args=(table, who, received, sending), daemon=True)
        for who, (_, sending) in enumerate(pipes, 1)
    ]
    for worker in workers:
        worker.start()
    for _, sending in pipes:
        sending.close()
    results: dict[int, Result] = {}
    for index in table.take(0):
        results[index] = do(work[index])
        done(min(table.taken.value, len(work)))
    for who, (receiving, _) in enumerate(pipes, 1):
        results |= _received(receiving, partial(_name_at, table, who, name))
    for worker in workers:
        worker.join()
    return [results[index] for index in range(len(work))]


def _alone(work: Sequence[Work], do: Callable[[Work], Result], done: Callable[[int], None]) -> list[Result]:
    results: list[Result] = []
    for piece in work:
        results.append(do(piece))
        done(len(results))
    return results


def _work(table: _Table[Any, Any], who: int, received: Sequence[Connection], sending: Connection) -> None:
    # While it could still be read here, nothing would tell that nobody else is left to read it.
    for receiving in received:
        receiving.close()
    try:
        sending.send(("done", {index: table.do(table.work[index]) for index in table.take(who)}))
    except BrokenPipeError:
        return
    except Exception:  # noqa: BLE001 - whatever it is, the build that started us must hear of it
        sending.send(("failed", traceback.format_exc()))
    sending.close()


def _name_at(table: _Table[Any, Any], who: int, name: Callable[[Any], str]) -> str:
    return name(table.work[table.at[who]])


def _received(receiving: Connection, at: Callable[[], str]) -> dict[int, Any]:
    try:
        kind, value = receiving.recv()
    except EOFError:
        raise WorkerError(f"The process that worked on {at()} stopped without a word.") from None
    if kind == "failed":
        raise WorkerError(f"{at()} could not be made: {value.strip().splitlines()[-1]}\n{value}")
    found: dict[int, Any] = value
    return found
