"""A build replaces the old site only when it is fine, says so, and is never in anyone's way."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from plugins.commands.build import refuse_to_lose
from plugins.commands.plainly import PlainError


def test_a_build_makes_the_site_and_says_what_next(project, run):
    done = run(project, "build")
    assert (done.returncode, done.stderr) == (0, "")
    assert "first words" in (project / "output/index.html").read_text(encoding="utf-8")
    assert done.stdout == (
        "Read\n  posts  1: 1 published\n\n"
        "Good to know\n  No time zone is named, so it is UTC.\n\n"
        "Made 1 page in output/. Next: python3 tasks.py serve shows them in a browser.\n"
    )
    assert sorted(path.name for path in project.glob(".output*")) == []


def test_paths_are_meant_from_where_the_person_stands(project, run, tmp_path):
    elsewhere = tmp_path / "elsewhere/deep"
    elsewhere.mkdir(parents=True)
    (tmp_path / "elsewhere/words").mkdir()
    done = run(project, "build", "--content", "../words", "--output", "../site", "--report", "r.json", cwd=elsewhere)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "elsewhere/site/index.html").exists()
    assert json.loads((elsewhere / "r.json").read_text(encoding="utf-8"))["published"] is True
    assert not (project / "output").exists()


@pytest.mark.parametrize(
    ("options", "now"),
    [
        (["--now", "2026-10-08T14:20"], "2026-10-08T14:20:00"),
        (["--today", "2026-10-08"], "2026-10-08T00:00"),
        ([], ""),
    ],
)
def test_now_is_one_input(project, run, options, now):
    run(project, "build", *options)
    assert f"<p>now {now}</p>" in (project / "output/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--content", "none"], "--content names none, and there is no such folder: name one that exists."),
        (["--posts", "none"], "--posts names none, and there is no such folder: name one that exists."),
        (["--events", "none.csv"], "--events names none.csv, and there is no such file: name one that exists."),
        (["--report", "none/r.json"], "--report names none/r.json, and its folder does not exist"),
        (["--timezone", "Denver"], "--timezone Denver is not the name of a time zone"),
        (["--timezone", "../etc"], "--timezone ../etc is not the name of a time zone"),
        (["--today", "tomorrow"], "tomorrow is not a moment that we can read"),
        (["--now", "2026-10-08T14:20", "--today", "2026-10-08"], "--now and --today both say when it is"),
        (["--output", "."], "which holds the content: name another folder with --output."),
        (["--output", "content/site"], "inside the content: name another folder with --output."),
        (["--output", "theme"], "holds something that is not a site of ours"),
    ],
)
def test_an_option_that_cannot_be_meant_is_one_sentence(project, run, options, sentence):
    done = run(project, "build", *options)
    assert done.returncode == 1
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1


def test_an_error_stops_a_strict_build_and_leaves_the_old_site(project, run):
    run(project, "build")
    (project / "content/error.txt").write_text("It has no title.\n", encoding="utf-8")
    (project / "theme/templates/words.html").write_text("<p>second words</p>", encoding="utf-8")

    strict = run(project, "build", "--strict")
    assert strict.returncode == 1
    assert "To mend (1 error)\n  posts/a.md\n    line 3: It has no title.\n      Mend it.  [posts.bad]" in strict.stdout
    assert "output/ was left as it is." in strict.stdout
    assert "first words" in (project / "output/index.html").read_text(encoding="utf-8")

    assert run(project, "build").returncode == 0
    assert "second words" in (project / "output/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("broken", ["<p>\n{{ nothing.at.all }}", "<p>\n{% if %}"])
def test_a_crash_names_its_file_and_line_and_leaves_the_old_site(project, run, broken):
    run(project, "build")
    (project / "theme/templates/words.html").write_text(broken, encoding="utf-8")
    done = run(project, "build", "--report", "r.json")
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    problem = json.loads((project / "r.json").read_text(encoding="utf-8"))["problems"][0]
    assert (problem["rule"], problem["file"], problem["line"]) == ("build.stopped", "theme/templates/words.html", 2)
    assert "first words" in (project / "output/index.html").read_text(encoding="utf-8")
    assert "Traceback" in run(project, "build", "--debug").stderr


def test_settings_that_are_not_python_are_named_by_line(project, run):
    (project / "pelicanconf.py").write_text("PATH = 'content'\nTHEME = \n", encoding="utf-8")
    done = run(project, "build")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("pelicanconf.py, line 2, is not Python")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_one_sentence(project, run):
    done = run(project, "build", "--report", "/dev/full")
    assert (done.returncode, done.stderr) == (
        1,
        "The disk is full: free some space and run the same command again.\n",
    )


def test_what_a_killed_build_left_behind_is_cleared_away(project, run):
    (project / ".output-new").mkdir()
    (project / ".output-old").mkdir()
    (project / ".output-old/index.html").write_text("the old site", encoding="utf-8")
    assert run(project, "build").returncode == 0
    assert "first words" in (project / "output/index.html").read_text(encoding="utf-8")
    assert not (project / ".output-old").exists()
    assert "the old site" in (project / ".output-new/index.html").read_text(encoding="utf-8")


def test_a_folder_with_other_things_is_not_replaced(tmp_path):
    (tmp_path / "out").mkdir()
    for allowed in ((), ("index.html", "404.html")):
        for name in allowed:
            (tmp_path / "out" / name).touch()
        refuse_to_lose(tmp_path / "out", tmp_path / "content", tmp_path / "root")
    (tmp_path / "out/.git").mkdir()
    for lost in (tmp_path / "out", Path.home(), Path("/"), tmp_path, tmp_path / "content"):
        with pytest.raises(PlainError, match="--output"):
            refuse_to_lose(lost, tmp_path / "content", tmp_path / "root")


def test_a_build_needs_no_environment_variable(project, run):
    bare = {"PATH": os.environ["PATH"], "HOME": str(project)}
    done = run(project, "build", python=sys._base_executable, env=dict.fromkeys(os.environ, "") | bare)
    assert (done.returncode, done.stderr) == (0, "")
