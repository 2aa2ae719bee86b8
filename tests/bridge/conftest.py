"""What the tests of the bridge share: builds of folders of their own, at one moment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

NOW = ("--now", "2026-10-08T14:20")


@pytest.fixture(scope="session")
def run_build() -> Callable[..., SimpleNamespace]:
    """Return what runs tasks.py of a project into a folder, with options and variables of its own."""

    def build(project: Path, output: Path, *options: str, env: dict[str, str] | None = None) -> SimpleNamespace:
        report = output.with_name(f"{output.name}-report.json")
        report.unlink(missing_ok=True)
        command = [sys.executable, str(project / "tasks.py"), "build", "--output", str(output), "--report", str(report)]
        done = subprocess.run(
            [*command, *NOW, *options], capture_output=True, text=True, check=False, env=os.environ | (env or {})
        )
        return SimpleNamespace(
            code=done.returncode,
            said=done.stdout + done.stderr,
            report=json.loads(report.read_text(encoding="utf-8")) if report.exists() else {},
            output=output,
            read=lambda address: (output / address / "index.html").read_text(encoding="utf-8"),
        )

    return build


@pytest.fixture(scope="session")
def build_into(root: Path, run_build: Callable[..., SimpleNamespace]) -> Callable[..., SimpleNamespace]:
    """Return what builds into a folder with our own project."""
    return lambda output, *options, **more: run_build(root, output, *options, **more)
