"""The tasks are listed with what they do, and their names and options are those that the documents give."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from plugins.commands import browser
from plugins.commands.plainly import PlainError
from plugins.commands.test import as_absolute, side_by_side

TASKS = (
    "bench",
    "build",
    "check",
    "deploy",
    "fetch-events",
    "hook",
    "hosting",
    "import-events",
    "lock",
    "new",
    "preview",
    "publish",
    "schemas",
    "serve",
    "status",
    "test",
)


def test_the_list_says_what_each_task_does(root, run):
    listed = run(root, "--list").stdout
    assert re.findall(r"^  (\w[\w-]*)   +[A-Z]", listed, re.MULTILINE) == list(TASKS)


@pytest.mark.parametrize("name", TASKS)
def test_help_explains_every_option(root, run, name):
    said = run(root, name, "--help").stdout
    assert f"Usage: python3 tasks.py [--core-opts] {name}" in said
    options = said.partition("Options:\n")[2]
    assert re.findall(r"^  (--\S+)\s*$(?!\n {4})", options, re.MULTILINE) == []


@pytest.mark.parametrize("arguments", [["bild"], ["build", "--strickt"]])
def test_a_wrong_word_is_one_sentence(root, run, arguments):
    done = run(root, *arguments)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["chek"], 1, 'There is no command "chek". Did you mean "check"? Known: bench, build, check,'),
        (["build", "foo"], 1, 'build can do nothing with "foo": python3 tasks.py build --help says what it takes.'),
        (["check", "--nope"], 2, 'check can do nothing with "--nope": python3 tasks.py check --help says'),
        (["serve", "--port"], 1, "--port needs something after it: python3 tasks.py serve --help says"),
        (["new"], 1, "One word is missing. After new comes: post, program, event, infographic or page."),
        (["import-events"], 1, "One word is missing. After import-events comes: the spreadsheet of another system."),
    ],
)
def test_words_that_cannot_be_meant_are_told_with_what_to_do(root, run, arguments, code, sentence):
    done = run(root, *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith(sentence)


def test_the_documents_name_tasks_that_exist(root: Path):
    documents = [*root.glob("*.md"), *(root / "docs").rglob("*.md"), *(root / "content").glob("*.md")]
    commands = {
        (path.name, command)
        for path in documents
        for command in re.findall(r"python3 tasks\.py ([a-z][a-z-]*)", path.read_text(encoding="utf-8"))
    }
    assert [found for found in sorted(commands) if found[1] not in TASKS] == []


def test_paths_for_pytest_are_meant_from_where_the_person_stands(tmp_path, monkeypatch):
    (tmp_path / "test_a.py").touch()
    monkeypatch.chdir(tmp_path)
    assert as_absolute("test_a.py::test_b[x]") == f"{tmp_path}/test_a.py::test_b[x]"
    assert as_absolute("-k") == "-k"
    assert as_absolute("color and not slow") == "color and not slow"


def test_the_browser_is_the_one_that_is_named(tmp_path, monkeypatch):
    (tmp_path / "chrome").touch()
    monkeypatch.setenv("CHROME_PATH", str(tmp_path / "chrome"))
    assert browser.find_or_install(Path("python")) == str(tmp_path / "chrome")


def test_no_browser_and_no_way_to_one_is_one_sentence(monkeypatch):
    monkeypatch.setattr(browser, "find", lambda _: "")
    monkeypatch.setattr(browser, "_by_apt", lambda _: False)
    monkeypatch.setattr(browser, "_by_playwright", lambda _: False)
    with pytest.raises(PlainError, match="install Chromium or Google Chrome, or set CHROME_PATH"):
        browser.find_or_install(Path("python"))


@pytest.mark.parametrize(("codes", "expected"), [((0, 0), 0), ((0, 3), 3), ((2, 0), 2), ((2, 3), 2)])
def test_two_halves_of_the_tests_run_at_once_and_speak_one_after_the_other(tmp_path, capfd, codes, expected):
    # Each waits for the other to have begun.
    script = (
        "import pathlib, sys, time\nmine, other, code = sys.argv[1:]\npathlib.Path(mine).touch()\n"
        "while not pathlib.Path(other).exists(): time.sleep(0.01)\n"
        "print('said by', mine, flush=True)\nsys.exit(int(code))"
    )
    pairs = (("one", "two", codes[0]), ("two", "one", codes[1]))
    commands = [[sys.executable, "-c", script, mine, other, str(code)] for mine, other, code in pairs]
    assert side_by_side(tmp_path, dict(os.environ), commands) == expected
    assert capfd.readouterr().out.split() == ["said", "by", "one", "said", "by", "two"]
