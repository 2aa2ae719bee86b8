"""Two commands on one folder take turns, and a killed one holds up nobody."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from plugins.commands.locks import only_one

HOLD = """
import sys, time
from pathlib import Path
from plugins.commands.locks import only_one
with only_one(Path(sys.argv[1]), "waiting"):
    print("has it", flush=True)
    if len(sys.argv) == 2:
        time.sleep(60)
"""


def holder(root: Path, lock: Path, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLD, str(lock), *more]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_the_second_says_that_it_waits_and_has_its_turn_when_the_first_is_killed(root: Path, tmp_path: Path):
    lock = tmp_path / "lock"
    first = holder(root, lock)
    assert first.stdout
    assert first.stdout.readline() == "has it\n"
    second = holder(root, lock, "briefly")
    assert second.stderr
    assert second.stderr.readline() == "waiting\n"
    first.kill()
    assert second.communicate(timeout=20) == ("has it\n", "")
    first.communicate()


def test_a_free_lock_is_taken_without_a_word(tmp_path: Path, capsys):
    for _ in range(2):
        with only_one(tmp_path / "lock", "waiting"):
            pass
    assert capsys.readouterr().err == ""
