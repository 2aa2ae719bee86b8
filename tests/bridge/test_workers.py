"""Work is shared between processes, which end with the one that asked for it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plugins.bridge.workers import WorkerError, share
from tests.bridge.forks import needs_fork

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("count", [0, 1, 23, 24, 25, 100, 1001])
def test_shared_work_comes_back_in_order_and_says_how_much_is_done(count):
    said: list[int] = []
    assert share(range(count), lambda number: number * 2, str, said.append) == [number * 2 for number in range(count)]
    assert said == sorted(said)
    assert all(0 < one <= count for one in said)


@needs_fork
def test_a_worker_that_stops_is_an_error_with_the_name_of_what_it_made(monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    ours = os.getpid()

    def stop(number: int) -> int:
        if os.getpid() != ours:
            os._exit(9)
        time.sleep(0.001)
        return number

    def fail(number: int) -> int:
        if os.getpid() != ours:
            raise ValueError(number)
        time.sleep(0.001)
        return number

    with pytest.raises(WorkerError, match=r"worked on piece \d+ stopped without a word"):
        share(range(200), stop, "piece {}".format)
    with pytest.raises(WorkerError, match=r"piece (\d+) could not be made: ValueError: \1"):
        share(range(200), fail, "piece {}".format)


@needs_fork
def test_workers_end_when_nobody_is_left_to_hear_of_them():
    """A build that was killed leaves no process behind, which would hold the lock of the site for ever."""
    script = """
import os, signal, time
from plugins.bridge import workers
os.cpu_count = lambda: 3
asking = os.getpid()
def do(number):
    os.write(1, f"{os.getpid()} ".encode())
    time.sleep(0.2)
    if os.getpid() == asking:
        os.kill(asking, signal.SIGKILL)
    return b"x" * 1_000_000
workers.share(range(9), do, str, pieces=workers.Pieces(2, 1))
"""
    # The workers have the pipe that is read here as well: it ends when the last of them does.
    left = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, timeout=30, check=False)
    assert left.returncode == -signal.SIGKILL
    assert len(set(left.stdout.split())) == 3
    assert left.stderr == b""
