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
        output.parent.mkdir(parents=True, exist_ok=True)
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


def tree_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="session")
def tree() -> Callable[[Path], dict[str, bytes]]:
    """Return what reads every file below a folder."""
    return tree_of


@pytest.fixture(scope="session")
def assert_same() -> Callable[[Path, Path], None]:
    """Return what compares two folders byte for byte, and names the files that differ."""

    def compare(one: Path, other: Path) -> None:
        ours, theirs = tree_of(one), tree_of(other)
        assert sorted(ours) == sorted(theirs)
        assert [name for name in ours if ours[name] != theirs[name]] == []

    return compare
