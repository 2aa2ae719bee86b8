"""Killed at any moment, the site is the old one or the new one, never between; the next command makes the new one."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no process can be copied there")
SUMMARY = "what has changed at the library since the last of the news"
POST = "---\ntitle: News of the week\ndate: 2026-10-0{day}\nsummary: {word} is " + SUMMARY + "\n---\n\n{word}.\n"


@pytest.mark.parametrize("count", [3, pytest.param(20, marks=pytest.mark.slow)])
def test_killed_at_any_moment_the_site_is_the_old_one_or_the_new_one(tmp_path: Path, count: int):
    content = shutil.copytree(ROOT / "tests/sites/one-branch/content", tmp_path / "content")
    (content / "posts/a.md").write_text(POST.format(day=1, word="This"), encoding="utf-8")
    output = tmp_path / "old/output"
    options = ["--content", str(content), "--output", str(output), "--now", "2026-10-08T14:20"]
    subprocess.run([sys.executable, str(ROOT / "tasks.py"), "publish", *options], check=True, capture_output=True)
    (content / "posts/a.md").write_text(POST.format(day=1, word="That"), encoding="utf-8")
    (content / "posts/b.md").write_text(POST.format(day=2, word="More"), encoding="utf-8")
    (tmp_path / "work").mkdir()
    command = [sys.executable, "-m", "tests.commands.publish_killer", str(content), str(tmp_path / "old")]
    command += [str(tmp_path / "work"), str(count)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["status"], found["differ"]) == (0, True)
    tried = found["tried"]
    assert len(tried) > count
    assert {one["ended"] for one in tried} == {signal.SIGKILL}, tried
    assert {one["found"] for one in tried} == {"old", "new"}, tried
    # Once it is new it stays so, and what comes after a stop always ends well.
    assert [one["found"] for one in tried] == sorted((one["found"] for one in tried), reverse=True)
    assert {(one["again"], one["mended"]) for one in tried} == {(0, "new")}, tried
