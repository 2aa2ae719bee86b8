"""Work that a copy of the process does comes back, is done again where the copy fails, and never outlives who asked."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plugins.bridge.elsewhere import Elsewhere, Gate
from tests.bridge.forks import needs_fork

ROOT = Path(__file__).parents[2]
# More than a pipe holds: the copy waits until somebody reads it.
MUCH = 10_000_000


def test_what_comes_of_it_is_what_the_work_returns():
    assert Elsewhere(lambda: {"a": b"x" * MUCH}).result == {"a": b"x" * MUCH}


def test_work_that_fails_there_is_done_here_and_says_why():
    with pytest.raises(ZeroDivisionError):
        Elsewhere(lambda: 1 // 0).wait()


@needs_fork
def test_work_whose_copy_was_killed_is_done_here():
    here = os.getpid()
    assert Elsewhere(lambda: "here" if os.getpid() == here else os._exit(9)).result == "here"


@needs_fork
def test_one_that_is_dropped_is_no_more():
    reading, writing = os.pipe()
    work = Elsewhere(lambda: (os.write(writing, str(os.getpid()).encode()), time.sleep(600)))
    copy = int(os.read(reading, 20))
    work.drop()
    with pytest.raises(ProcessLookupError):
        os.kill(copy, 0)


@needs_fork
def test_a_copy_ends_when_nobody_is_left_to_read_its_answer():
    """A build that stops half-way leaves no process behind, which would hold the lock of the site for ever."""
    script = f"""
import os
from plugins.bridge.elsewhere import Elsewhere
kept = [Elsewhere(lambda: (os.write(1, f"{{os.getpid()}} ".encode()), b"x" * {MUCH})) for _ in range(3)]
os._exit(1)
"""
    # The copies have the pipe that is read here as well: it ends when the last of them does.
    left = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, timeout=30, check=False)
    assert len(left.stdout.split()) == 3


@needs_fork
def test_a_copy_behind_a_gate_works_when_that_opens(tmp_path):
    gate, place = Gate(), tmp_path / "made"
    copies = [Elsewhere(place.exists, gate) for _ in range(3)]
    place.touch()
    gate.open()
    assert [copy.result for copy in copies] == [True] * 3


@needs_fork
def test_a_copy_behind_a_gate_that_never_opens_ends_with_who_made_it():
    script = """
import os
from plugins.bridge.elsewhere import Elsewhere, Gate
gate = Gate()
kept = [Elsewhere(lambda: os.write(1, b"worked"), gate) for _ in range(3)]
os._exit(0)
"""
    left = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, timeout=30, check=False)
    assert left.stdout == b""
