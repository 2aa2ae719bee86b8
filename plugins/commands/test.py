"""Sets up what the tests need and runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from plugins.commands import browser
from plugins.commands.setup import TESTS, Home, environment, prepare


def run(root: Path, *, everything: bool, selection: list[str]) -> int:
    """Run the quick set, everything, or what pytest is asked for by name; return pytest's exit code."""
    home = Home(root=root)
    prepare(home, TESTS)
    variables = environment() | {"CHROME_PATH": browser.find_or_install(home.python)}
    samples = variables.get("BROADSIDE_SAMPLES")
    if samples:
        variables["BROADSIDE_SAMPLES"] = str(Path(samples).resolve())
    marks = [] if everything else ["-m", "not slow"]
    command = [str(home.python), "-m", "pytest", *marks, *map(as_absolute, selection)]
    sys.stdout.flush()
    return subprocess.run(command, cwd=root, env=variables, check=False).returncode


def as_absolute(argument: str) -> str:
    """Return an argument for pytest; a path, which is meant from where the person stands, is made absolute."""
    path, colons, name = argument.partition("::")
    return f"{os.path.abspath(path)}{colons}{name}" if Path(path).exists() else argument  # noqa: PTH100
