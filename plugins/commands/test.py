"""Sets up what the tests need and runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

from plugins.commands import browser
from plugins.commands.setup import TESTS, Home, environment, prepare

# The variable that names the folder in which sites are built once for all parts.
BUILT_ONCE = "TESTS_SITES_BUILT_ONCE"
# Run at once, so that no processor waits: those that build sites again and again, those that run commands, and those
# that look at pages, which share one Chromium, take about as long as all the others.
_BUILDING, _RUNNING = ("tests/bridge", "tests/hosting"), ("tests/commands",)
_PARTS = (
    ("not browser", [f"--ignore={folder}" for folder in (*_BUILDING, *_RUNNING)]),
    ("not browser", _RUNNING),
    ("not browser", _BUILDING),
    ("browser", ["tests"]),
)


def run(root: Path, *, everything: bool, selection: list[str]) -> int:
    """Run the quick set, everything, or what pytest is asked for by name; return pytest's exit code."""
    home = Home(root=root)
    prepare(home, TESTS)
    variables = environment() | {"CHROME_PATH": browser.find_or_install(home.python)}
    samples = variables.get("BROADSIDE_SAMPLES")
    if samples:
        variables["BROADSIDE_SAMPLES"] = str(Path(samples).resolve())
    command = [str(home.python), "-m", "pytest"]
    limit = [] if everything else ["not slow"]
    sys.stdout.flush()
    if selection:
        marks = ["-m", " and ".join(limit)] if limit else []
        command += [*marks, *map(as_absolute, selection)]
        return subprocess.run(command, cwd=root, env=variables, check=False).returncode
    parts = [[*command, "-m", " and ".join([*limit, mark]), *which] for mark, which in _PARTS]
    with TemporaryDirectory(prefix="broadside-tests-", ignore_cleanup_errors=True) as shared:
        return side_by_side(root, variables | {BUILT_ONCE: shared}, parts)


def side_by_side(root: Path, variables: dict[str, str], commands: Sequence[list[str]]) -> int:
    """Run several commands at once, say what each says when those before it have, and return the first failure."""
    with ExitStack() as open_files:
        said = [open_files.enter_context(TemporaryFile("w+", encoding="utf-8")) for _ in commands[1:]]
        outputs = [None, *said]
        running = [
            subprocess.Popen(command, cwd=root, env=variables, stdout=output, stderr=output)
            for command, output in zip(commands, outputs, strict=True)
        ]
        codes = [running[0].wait()]
        for process, output in zip(running[1:], said, strict=True):
            codes.append(process.wait())
            output.seek(0)
            print(output.read(), flush=True)
    return next((code for code in codes if code), 0)


def as_absolute(argument: str) -> str:
    """Return an argument for pytest; a path, which is meant from where the person stands, is made absolute."""
    path, colons, name = argument.partition("::")
    return f"{os.path.abspath(path)}{colons}{name}" if Path(path).exists() else argument  # noqa: PTH100
