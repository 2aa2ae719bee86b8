"""The environment makes itself, once, from wherever the person stands, and says plainly when it cannot."""

from __future__ import annotations

import ast
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import invoke
import pytest

from plugins.commands.setup import SITE, TESTS, Home, explain, is_ready

SYSTEM_PYTHON = getattr(sys, "_base_executable", sys.executable)
# A package index that nobody answers for, and none of this machine's own.
NO_NETWORK = {
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
    "PIP_RETRIES": "1",
    "PIP_NO_CACHE_DIR": "1",
    "PIP_FIND_LINKS": "",
    "PIP_EXTRA_INDEX_URL": "",
}


def ran_in(project: Path) -> str:
    """Return the environment that the one page says it was built in."""
    page = (project / "output/index.html").read_text(encoding="utf-8")
    return page.partition("<p>in ")[2].partition("</p>")[0]


def test_an_old_python_can_read_tasks_py(root: Path):
    ast.parse((root / "tasks.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_old_python_is_told_so_in_one_sentence(root: Path, tmp_path: Path):
    text = (root / "tasks.py").read_text(encoding="utf-8")
    (tmp_path / "tasks.py").write_text(text.replace("sys.version_info", "(3, 6)"), encoding="utf-8")
    done = subprocess.run(
        [SYSTEM_PYTHON, str(tmp_path / "tasks.py"), "build"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("This needs Python 3.11 or newer, and this is Python 3.6: install one from https://")
    assert done.stderr.count("\n") == 1


def test_the_systems_python_goes_over_to_the_environment(project, run, tmp_path):
    done = run(project, "build", python=SYSTEM_PYTHON, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert Path(ran_in(project)) == project / ".venv"


def test_invoke_from_another_environment_builds_in_ours(project, tmp_path):
    theirs = tmp_path / "theirs"
    subprocess.run([SYSTEM_PYTHON, "-m", "venv", "--without-pip", str(theirs)], check=True)
    python = Home(root=tmp_path / "x").python.relative_to(tmp_path / "x/.venv")
    packages = next(theirs.rglob("site-packages"))
    for installed in Path(invoke.__file__).parent.parent.glob("invoke*"):
        shutil.copytree(installed, packages / installed.name)
    variables = os.environ | {"VIRTUAL_ENV": str(theirs), "PYTHONPATH": str(tmp_path)}
    (project / "content/deep").mkdir()
    for place in (project, project / "content/deep"):
        shutil.rmtree(project / "output", ignore_errors=True)
        command = [str(theirs / python), "-c", "from invoke.main import program; program.run()", "build"]
        done = subprocess.run(command, cwd=place, env=variables, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        assert Path(ran_in(project)) == project / ".venv"


def test_a_half_made_environment_is_not_taken_for_one(bare: Path):
    home = Home(root=bare)
    assert not is_ready(home, SITE)
    home.python.parent.mkdir(parents=True)
    home.python.touch()
    assert not is_ready(home, SITE)
    home.stamp(SITE).write_text("3.11 0000", encoding="ascii")
    assert not is_ready(home, SITE)


def test_another_lock_makes_another_environment(root: Path, project: Path):
    assert is_ready(Home(root=root), SITE)
    assert is_ready(Home(root=project), SITE)
    with (project / "requirements-test.txt").open("a", encoding="utf-8") as lock:
        lock.write("# newer\n")
    assert (is_ready(Home(root=project), SITE), is_ready(Home(root=project), TESTS)) == (True, False)
    with (project / "requirements.txt").open("a", encoding="utf-8") as lock:
        lock.write("# newer\n")
    assert not is_ready(Home(root=project), SITE)


def test_line_endings_of_a_checkout_do_not_matter(project: Path):
    lock = project / "requirements.txt"
    lock.write_bytes(lock.read_bytes().replace(b"\n", b"\r\n"))
    assert is_ready(Home(root=project), SITE)


@pytest.mark.slow
def test_a_set_up_without_a_network_is_one_sentence_and_can_be_done_again(bare, run):
    for _ in range(2):
        done = run(bare, "build", python=SYSTEM_PYTHON, env=NO_NETWORK)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.splitlines()[-1].startswith("The packages could not be fetched: connect to")
        assert "Traceback" not in done.stderr
        assert not is_ready(Home(root=bare), SITE)


def test_a_python_that_cannot_make_environments_is_one_sentence(bare, run, tmp_path):
    """Debian's python3 without python3-venv has no ensurepip."""
    hide = tmp_path / "hide"
    hide.mkdir()
    (hide / "sitecustomize.py").write_text(
        "import sys, importlib.abc\n"
        "class Hide(importlib.abc.MetaPathFinder):\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'ensurepip': raise ModuleNotFoundError(name)\n"
        "import importlib.util as util\n"
        "found = util.find_spec\n"
        "util.find_spec = lambda name, package=None: None if name == 'ensurepip' else found(name, package)\n",
        encoding="utf-8",
    )
    done = run(bare, "build", python=SYSTEM_PYTHON, env={"PYTHONPATH": str(hide)})
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1].startswith("This Python cannot make a virtual environment: install its venv")
    assert not (bare / ".venv").exists()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("ERROR: Could not install: [Errno 28] No space left on device", "The disk is full"),
        (
            "WARNING: Retrying after NewConnectionError('...')\nERROR: No matching distribution",
            "The packages could not",
        ),
        ("ERROR: No matching distribution found for lxml==6.1.3", "A package in requirements.txt is not published"),
        ("[Errno 13] Permission denied: '/x/.venv'", "Permission denied while making .venv"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "A package that was downloaded"),
        ("because ensurepip is not available.  On Debian", "This Python cannot make a virtual environment"),
        ("WARNING: old pip\nERROR: something new\n", "Setting up .venv failed: ERROR: something new."),
        ("", "Setting up .venv failed: pip gave no reason."),
    ],
)
def test_what_pip_says_becomes_one_sentence(said, sentence):
    assert explain(said).startswith(sentence)
    assert "\n" not in explain(said)


@pytest.mark.slow
def test_a_wrong_hash_is_refused(bare, run):
    lock = bare / "requirements-build.txt"
    lock.write_text(re.sub(r"sha256:\w+", f"sha256:{'0' * 64}", lock.read_text(encoding="utf-8")), encoding="utf-8")
    done = run(bare, "--list", python=SYSTEM_PYTHON)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(("A package that was downloaded", "The packages could not be"))


@pytest.mark.slow
def test_a_fresh_clone_sets_itself_up_after_an_interruption_and_with_two_at_once(bare, run):
    home = Home(root=bare)
    first = subprocess.Popen(
        [SYSTEM_PYTHON, str(bare / "tasks.py"), "--list"], stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    deadline = time.monotonic() + 60
    while not home.python.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(first.pid, signal.SIGINT)
    said = first.communicate()[1]
    assert first.returncode == 1
    assert "Stopped; nothing was changed" in said
    assert "Traceback" not in said
    assert not is_ready(home, SITE)

    done: list[subprocess.CompletedProcess[str]] = []
    both = [
        threading.Thread(target=lambda: done.append(run(bare, "--list", python=SYSTEM_PYTHON, cwd=bare.parent)))
        for _ in range(2)
    ]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert [one.returncode for one in done] == [0, 0]
    assert sorted("waiting for it" in one.stderr for one in done) == [False, True]
    assert is_ready(home, SITE)

    again = run(bare, "--list", python=SYSTEM_PYTHON)
    assert (again.returncode, again.stderr) == (0, "")
    assert "build" in again.stdout
