"""A real commit with a mistake is stopped and told why, one without passes, and what counts is what is staged."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.whole_project import ROOT, copy_project

Git = Callable[..., subprocess.CompletedProcess[str]]
GOOD = "---\ntitle: Kettles\ndate: 2026-10-01\n---\n\nText.\n"
BAD = GOOD.replace("2026-10-01", "soon")
WHO = {f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
POST = "content/posts/2026-10-01-kettles.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the whole project with a small library, as a git repository without a commit."""
    folder = tmp_path / "our library"
    folder.mkdir()
    copy_project(folder)
    shutil.copytree(ROOT / ".githooks", folder / ".githooks")
    shutil.copy(ROOT / ".gitignore", folder)
    (folder / "content/posts").mkdir(parents=True)
    (folder / "content/library.toml").write_text('name = "Ash Library"\n', encoding="utf-8")
    subprocess.run(["git", "init", "-q"], cwd=folder, env=os.environ | ALONE, check=True)
    return folder


@pytest.fixture
def git(project: Path) -> Git:
    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *words], cwd=project, env=os.environ | WHO | ALONE, capture_output=True, text=True, check=False
        )

    return run


@pytest.fixture
def hooked(project, git, run) -> Git:
    done = run(project, "hook", env=ALONE)
    assert done.returncode == 0, done.stderr
    git("add", ".gitignore", "content")
    assert git("commit", "-m", "Begin").returncode == 0
    return git


def write(project: Path, text: str, name: str = POST) -> None:
    (project / name).write_text(text, encoding="utf-8")


def test_a_commit_with_a_mistake_is_stopped_and_one_without_passes(project, hooked):
    write(project, BAD)
    hooked("add", "content")
    stopped = hooked("commit", "-m", "A post")
    assert stopped.returncode == 1
    assert 'posts/2026-10-01-kettles.md\n    line 3, date: "soon" is not a date.\n' in stopped.stderr
    assert "Nothing was committed, and nothing is lost." in stopped.stderr
    assert hooked("log", "--oneline").stdout.count("\n") == 1
    write(project, GOOD)
    hooked("add", "content")
    passed = hooked("commit", "-m", "A post")
    assert passed.returncode == 0, passed.stderr
    assert "All is well." in passed.stderr
    assert hooked("status", "--short", "content").stdout == ""


def test_what_counts_is_what_is_staged_and_not_what_is_in_the_folder_by_now(project, hooked):
    write(project, BAD)
    hooked("add", "content")
    write(project, GOOD)
    assert hooked("commit", "-m", "Mended too late").returncode == 1
    hooked("add", "content")
    write(project, BAD)
    write(project, BAD, "content/posts/never-added.md")
    passed = hooked("commit", "-m", "Mended")
    assert passed.returncode == 0, passed.stderr
    assert hooked("show", f"HEAD:{POST}").stdout == GOOD


def test_a_commit_speaks_of_its_own_files_only(project, hooked):
    write(project, GOOD + "\n<script></script>\n")
    hooked("add", "content")
    assert "<script>" in hooked("commit", "-m", "A warning passes").stderr
    write(project, GOOD, "content/posts/a name with spaces.md")
    hooked("add", "content")
    passed = hooked("commit", "-m", "Another")
    assert (passed.returncode, "<script>" in passed.stderr) == (0, False)


def test_a_post_whose_day_has_not_come_is_looked_at_as_it_will_be(project, hooked):
    write(project, GOOD.replace("2026-10-01", "2999-10-01") + "\n[Soup](/events/soup/)\n")
    hooked("add", "content")
    said = hooked("commit", "-m", "A post to come").stderr
    assert 'This link leads to "/events/soup/" on this site, and nothing is there.' in said


def test_a_file_that_goes_away_is_missed_where_it_is_needed(project, hooked):
    write(project, GOOD)
    write(project, GOOD.replace("Text.", "[Tea]({filename}/posts/2026-10-01-kettles.md)"), "content/posts/tea.md")
    hooked("add", "content")
    assert hooked("commit", "-m", "Two posts").returncode == 0
    hooked("rm", "-q", POST)
    assert "posts/tea.md" in hooked("commit", "-m", "One post").stderr


def test_other_changes_are_not_looked_at_and_no_verify_passes_by(project, hooked):
    write(project, BAD)
    write(project, "# Notes\n", "NOTES.md")
    hooked("add", "NOTES.md")
    assert hooked("commit", "-m", "Notes").stderr == ""
    hooked("add", "content")
    assert hooked("commit", "--no-verify", "-m", "All the same").returncode == 0


def test_it_is_put_out_of_work_again(project, hooked, run):
    assert "no longer asks" in run(project, "hook", "--remove", env=ALONE).stdout
    write(project, BAD)
    hooked("add", "content")
    assert hooked("commit", "-m", "A post").returncode == 0
    assert run(project, "hook", "--remove", env=ALONE).stdout == "There was nothing to remove.\n"


def test_hooks_that_are_there_are_not_lost_without_a_word(project, git, run):
    (project / ".git/hooks").mkdir(exist_ok=True)
    (project / ".git/hooks/pre-commit").touch()
    assert "There is a hook of your own" in run(project, "hook", env=ALONE).stderr
    git("config", "core.hooksPath", "elsewhere")
    assert "git takes its hooks from elsewhere" in run(project, "hook", env=ALONE).stderr


def test_without_a_repository_it_is_one_sentence(project, run):
    shutil.rmtree(project / ".git")
    done = run(project, "hook", env=ALONE)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "git init" in done.stderr


def test_the_hook_is_a_program_with_plain_line_ends(root):
    mode = subprocess.run(["git", "ls-files", "-s", ".githooks"], cwd=root, capture_output=True, text=True, check=True)
    assert mode.stdout.startswith("100755 ")
    assert b"\r" not in (root / ".githooks/pre-commit").read_bytes()


def test_pull_requests_are_checked_by_the_same_command(root):
    workflow = YAML(typ="safe").load((root / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    assert "pull_request" in workflow["on"]
    assert workflow["permissions"] == {"contents": "read"}
    commands = [step.get("run") for step in workflow["jobs"]["content"]["steps"]]
    assert "python3 tasks.py check --format github" in commands


def test_what_the_workflow_says_names_files_as_the_repository_does(project, hooked, run):
    write(project, BAD)
    done = run(project, "check", "--format", "github", env=ALONE)
    assert done.returncode == 1
    assert done.stdout.startswith(f"::error file={POST},line=3,col=7,endColumn=11,title=facts.wrong-value::")
