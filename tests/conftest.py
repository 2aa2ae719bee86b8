"""What several test packages share: the project, real samples, a browser, and builds in a process of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from plugins.commands.browser import find
from plugins.commands.locks import only_one
from plugins.commands.test import BUILT_ONCE

ROOT = Path(__file__).resolve().parents[1]
NOW = "2026-10-08T14:20"


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """One finished `tasks.py build`: its exit code, what it printed, its report and its folder."""

    code: int
    said: str
    report: dict[str, Any]
    output: Path

    def read(self, address: str) -> str:
        """Return a built file's text; an address that ends with a slash means its index.html."""
        file = f"{address}index.html" if address.endswith("/") or not address else address
        return (self.output / file).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def samples() -> Path:
    """Real files of libraries and civic sites; the one permitted skip."""
    found = os.environ.get("BROADSIDE_SAMPLES", "")
    if not found:
        pytest.skip("BROADSIDE_SAMPLES is not set")
    return Path(found)


def build_site(output: Path, *options: str) -> Built:
    """Build with these options in a process of its own, as people do."""
    report = output.with_name(f"{output.name}-report.json")
    report.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, str(ROOT / "tasks.py"), "build", "--output", str(output), "--report", str(report)]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    found = json.loads(report.read_text(encoding="utf-8")) if report.exists() else {}
    return Built(code=done.returncode, said=done.stdout + done.stderr, report=found, output=output)


def built_once(name: str, place: Path, *options: str) -> Built:
    """Build a site, or take it as another process has built it that runs tests at the same time (`tasks.py test`)."""
    shared = Path(os.environ.get(BUILT_ONCE) or place)
    known, output = shared / f"{name}.json", shared / name / "output"
    with only_one(shared / f"{name}.lock", f"Another process builds {name} for the tests; waiting for it."):
        if not known.is_file():
            made = build_site(output, *options)
            known.write_text(json.dumps({"code": made.code, "said": made.said, "report": made.report}), "utf-8")
    return Built(**json.loads(known.read_text("utf-8")), output=output)


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., Built]:
    """Return what builds into a folder of this test, with options such as "--content", str(folder)."""
    return lambda *options: build_site(tmp_path / "output", *options)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the demo, built once for all tests at one moment."""
    return built_once("demo", tmp_path_factory.mktemp("demo"), "--now", NOW)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Built]:
    """Return what builds the miniature site of a name in tests/sites/, once for all tests, at the demo's moment."""

    @cache
    def built(name: str, *options: str) -> Built:
        content = str(ROOT / "tests/sites" / name / "content")
        mark = sha256(repr((name, options)).encode()).hexdigest()[:8]
        place = tmp_path_factory.mktemp(name)
        return built_once(f"{name}-{mark}", place, "--content", content, "--now", NOW, *options)

    return built


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark the tests that open a page, so that they run in one process and share its browser."""
    for item in items:
        if "browser" in item.fixturenames:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the Chromium that `tasks.py test` finds, for all tests together; it opens no connection of its own."""
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=find(Path(sys.executable)) or None,
            args=[*quiet, "--disable-component-update", "--no-first-run"],
        )
        yield chromium
        chromium.close()
