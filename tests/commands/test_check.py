"""`check` says all that a build says, and more, in four forms, and its exit code tells what came of it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plugins.commands.asked import spread
from plugins.commands.why import REASONS, why
from tests.conftest import ROOT, Built
from tests.documents import rules

NOW = ("--now", "2026-10-08T14:20")
PROBLEM = ("rule", "severity", "file", "line", "column", "value", "what", "cure")
BAD_DATE = "---\ntitle: Jazz\ndate: Satturday\n---\n\nCome.\n"
FINE = "---\ntitle: Chess\ndate: 2026-10-01\n---\n\nTwelve boards.\n"


def check(*options: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "tasks.py"), "check", *NOW, *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


def found(*options: str) -> list[dict[str, Any]]:
    done = check("--format", "json", *options)
    assert done.stderr == ""
    problems: list[dict[str, Any]] = json.loads(done.stdout)["problems"]
    return problems


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a content folder with a post that is fine and one whose date is none."""
    posts = tmp_path / "content/posts"
    posts.mkdir(parents=True)
    (posts / "jazz.md").write_text(BAD_DATE, encoding="utf-8")
    (posts / "chess.md").write_text(FINE, encoding="utf-8")
    return tmp_path / "content"


@pytest.mark.parametrize("name", ["hostile", "messy", "one-branch", "arabic", "newsroom"])
def test_it_says_all_that_a_build_says(site: Callable[..., Built], name: str):
    built = site(name).report["problems"]
    said = found("--content", str(ROOT / "tests/sites" / name / "content"))
    short = [{key: one[key] for key in PROBLEM} for one in said]
    assert [one for one in built if one not in short] == []


@pytest.mark.slow
def test_it_says_all_that_a_build_says_of_posts_from_elsewhere(build: Callable[..., Built]):
    posts = ("--posts", str(ROOT / "tests/sites/foreign/posts"))
    short = [{key: one[key] for key in PROBLEM} for one in found(*posts)]
    assert [one for one in build(*posts, *NOW).report["problems"] if one not in short] == []


def test_it_says_all_that_a_build_of_the_demo_says(demo: Built):
    short = [{key: one[key] for key in PROBLEM} for one in found()]
    assert [one for one in demo.report["problems"] if one not in short] == []


def test_nothing_is_built(content: Path):
    before = sorted(content.parent.rglob("*"))
    check("--content", str(content), folder=content.parent)
    assert sorted(content.parent.rglob("*")) == before


def test_people_are_told_where_what_why_and_the_cure(content: Path):
    done = check("--content", str(content))
    assert done.returncode == 1
    assert (
        "To mend (1 error)\n"
        "  posts/jazz.md\n"
        '    line 3, date: "Satturday" is not a date.\n'
        "      The page says less than you wrote, or nothing at all.\n"
        "      Write it as date: 2026-10-17 (year, month, day).  [facts.wrong-value]\n"
    ) in done.stdout
    assert done.stdout.endswith("Read 2 posts. 1 error to mend before this can be published.\n")


def test_the_line_and_the_letters_are_named_for_programs(content: Path):
    (one,) = [one for one in found("--content", str(content)) if one["severity"] == "error"]
    assert (one["line"], one["first"], one["last"]) == (3, 7, 16)
    assert one["path"] == str(content / "posts/jazz.md")
    assert one["why"] == "The page says less than you wrote, or nothing at all."


def test_a_pull_request_has_the_remark_on_its_line(content: Path):
    done = check("--content", str(content), "--format", "github")
    file = str(content / "posts/jazz.md").replace(":", "%3A").replace(",", "%2C")
    assert done.stdout.splitlines()[0] == (
        f"::error file={file},line=3,col=7,endColumn=16,title=facts.wrong-value::"
        'date: "Satturday" is not a date.%0AThe page says less than you wrote, or nothing at all.%0A'
        "Write it as date: 2026-10-17 (year, month, day)."
    )


def test_only_the_files_named_are_spoken_of(content: Path):
    chess = check("--content", str(content), str(content / "posts/chess.md"))
    assert (chess.returncode, "jazz" in chess.stdout) == (0, False)
    jazz = check(str(content / "posts/chess.md"), "--content", str(content), "--", str(content / "posts/jazz.md"))
    assert (jazz.returncode, "jazz" in jazz.stdout) == (1, True)
    folder = check("--content", str(content), str(content / "posts"))
    assert (folder.returncode, "jazz" in folder.stdout) == (1, True)


def test_who_names_library_toml_is_told_of_everything(content: Path):
    (content / "library.toml").write_text('name = "Our Library"\n', encoding="utf-8")
    done = check("--content", str(content), str(content / "library.toml"))
    assert (done.returncode, "jazz" in done.stdout) == (1, True)


def test_editors_are_told_in_sarif(content: Path):
    done = check("--content", str(content), "--format", "sarif", folder=content.parent)
    log = json.loads(done.stdout)
    assert (done.returncode, log["version"]) == (1, "2.1.0")
    (run,) = log["runs"]
    (result,) = [one for one in run["results"] if one["level"] == "error"]
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert (rule["id"], rule["defaultConfiguration"]) == (result["ruleId"], {"level": "error"})
    assert result["message"]["text"].startswith('date: "Satturday" is not a date.')
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "content/posts/jazz.md"}
    assert place["region"] == {"startLine": 3, "startColumn": 7, "endColumn": 16}


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--format", "xml"], 2, "--format xml is none we know: write text, json, github or sarif."),
        (["posts/none.md"], 2, "There is no file posts/none.md: name one that exists, or none at all for all of them."),
        (["--content", "nowhere"], 2, "--content names nowhere, and there is no such folder: name one that exists."),
    ],
)
def test_what_cannot_be_found_out_ends_with_two(options: list[str], code: int, said: str):
    done = check(*options)
    assert (done.returncode, done.stderr.strip()) == (code, said)


def test_a_warning_stops_only_the_strict(content: Path):
    (content / "posts/jazz.md").unlink()
    (content / "posts/chess.md").write_text(f"{FINE}\n![A chess board](images/none.png)\n", encoding="utf-8")
    assert check("--content", str(content)).returncode == 0
    assert check("--content", str(content), "--strict").returncode == 1


def test_a_broken_file_hides_nothing_of_another(content: Path):
    (content / "posts/broken.md").write_bytes(b"---\ntitle: [never closed\ndate: x\n---\n\xff\xfe")
    (content / "library.toml").write_text('name = "Our Library\n', encoding="utf-8")
    (content / "events").mkdir()
    (content / "events/all.csv").write_text("no list at all\n", encoding="utf-8")
    files = {one["file"] for one in found("--content", str(content)) if one["severity"] == "error"}
    assert files == {"posts/broken.md", "library.toml", "events/all.csv", "posts/jazz.md"}


def test_every_rule_has_a_reason_and_every_reason_a_rule():
    names = {rule.name for rule in rules(ROOT)}
    assert all(why(name).endswith(".") for name in names)
    families = {f"{name.partition('.')[0]}." for name in names}
    assert set(REASONS) - families <= names


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("build a.md", "build a.md"),
        ("check", "check"),
        ("check a.md b.md", "check --file a.md --file b.md"),
        ("check --format github a.md --strict", "check --format github --file a.md --strict"),
        ("check --format=github a.md", "check --format=github --file a.md"),
        ("check --strict -- --odd.md b.md", "check --strict --file --odd.md --file b.md"),
    ],
)
def test_the_names_of_files_need_no_option(typed: str, understood: str):
    assert spread(typed.split()) == understood.split()
