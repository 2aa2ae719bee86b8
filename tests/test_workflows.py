"""What runs by itself is what people run: workflows fit their schema, and their commands are those of the README."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from invoke import Collection
from ruamel.yaml import YAML

import tasks

ROOT = Path(__file__).resolve().parents[1]
TASKS = Collection.from_module(tasks).tasks
FILES = [*sorted((ROOT / ".github/workflows").glob("*.yml")), ROOT / ".gitlab-ci.yml"]
COMMAND = re.compile(r"python3 tasks\.py ([a-z-]+)([^\n;|&]*)")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_fits_its_schema(path: Path):
    schema = (
        ["vendor.gitlab-ci", "--data-transform", "gitlab-ci"] if "gitlab" in path.name else ["vendor.github-workflows"]
    )
    command = [str(Path(sys.executable).with_name("check-jsonschema")), "--builtin-schema", *schema, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_runs_commands_of_the_readme_with_options_that_are_there(path: Path):
    readme = (ROOT / "README.md").read_text("utf-8")
    found = COMMAND.findall(path.read_text("utf-8"))
    assert found or ".ci/run" in path.read_text("utf-8")
    for task, rest in found:
        assert task in TASKS
        assert f"python3 tasks.py {task}" in readme
        known = {f"--{name}" for argument in TASKS[task].get_arguments() for name in argument.names}
        for option in re.findall(r"--[a-z-]+", rest):
            assert option in known, f"{task} {option}"
            assert f"| `{option}` | `python3 tasks.py {task} {option}" in readme


def test_the_site_is_published_at_each_change_and_each_hour_one_after_another():
    said = YAML(typ="safe").load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))
    assert said["on"]["push"]["branches"] == ["main"]
    assert re.fullmatch(r"\d+ \* \* \* \*", said["on"]["schedule"][0]["cron"])
    assert said["concurrency"]["cancel-in-progress"] is False
    steps = [step["run"] for step in said["jobs"]["publish"]["steps"] if "run" in step]
    assert [
        next(word for word in ("fetch-events", "--due", "publish", "deploy") if word in step) for step in steps
    ] == [
        "fetch-events",
        "--due",
        "publish",
        "deploy",
    ]


def test_what_is_proposed_is_looked_at_and_can_change_nothing():
    said = YAML(typ="safe").load((ROOT / ".github/workflows/check.yml").read_text("utf-8"))
    assert list(said["on"]) == ["pull_request"]
    assert said["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_secret_is_written_into_any(path: Path):
    text = path.read_text("utf-8")
    assert not re.search(r"(?i)(password|token|secret)\s*[:=]\s*[\"']?[a-z0-9]{8}", text)
