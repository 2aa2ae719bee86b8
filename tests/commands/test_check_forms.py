"""What `check` found, in each form: whatever stands in a name or a text comes out on the other side as it was."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote

import pytest

from plugins.commands.check_sarif import render_sarif
from plugins.commands.check_texts import render_github, render_json, render_text
from plugins.commands.findings import Finding, finder
from plugins.kernel.problems import Problem, note, warning

ODD = warning("links.odd", "Odd.")
SMALL = note("images.small", "Small.")
COUNTS = {"posts": {"read": 2, "published": 2, "waiting": 0, "drafts": 0, "left_out": 0}}


def found(root: Path, *problems: Problem) -> list[Finding]:
    return [*map(finder(root, root / "content"), problems)]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    posts = tmp_path / "content/posts"
    posts.mkdir(parents=True)
    (posts / "50%, a: b.md").write_text("one\n¿Café: two?\n", encoding="utf-8")
    return tmp_path


def odd(value: str = "two", line: int | None = 2) -> Problem:
    file = "posts/50%, a: b.md"
    return ODD.at(file, line=line, column="title", value=value, what="100% odd:\r\n, really.", cure="Mend it.")


def test_signs_that_mean_something_to_github_are_escaped(project: Path):
    said = render_github(found(project, odd()), COUNTS, notes=False).splitlines()
    assert said[0] == (
        "::warning file=content/posts/50%25%2C a%3A b.md,line=2,col=8,endColumn=11,title=links.odd::"
        "title: 100%25 odd:%0D%0A, really.%0AA link that leads nowhere costs readers their way, and their trust."
        "%0AMend it."
    )
    assert said[1:] == ["Read 2 posts. Nothing stops publishing; 1 thing to look at."]


@pytest.mark.parametrize(
    ("problem", "head"),
    [
        (odd(line=None), "::warning file=content/posts/50%25%2C a%3A b.md,title=links.odd::"),
        (odd(value="not there"), "::warning file=content/posts/50%25%2C a%3A b.md,line=2,title=links.odd::"),
        (odd(line=99), "::warning file=content/posts/50%25%2C a%3A b.md,line=99,title=links.odd::"),
        (ODD.at("", what="A.", cure="B."), "::warning title=links.odd::"),
        (ODD.at("events/gone.csv", line=3, what="A.", cure="B."), "::warning line=3,title=links.odd::"),
    ],
)
def test_a_remark_names_what_is_known_of_its_place(project: Path, problem: Problem, head: str):
    assert render_github(found(project, problem), COUNTS, notes=False).startswith(head)


def test_notes_are_left_out_of_a_pull_request_unless_asked_for(project: Path):
    small = found(project, SMALL.at("posts/50%, a: b.md", what="Small.", cure="Take another."))
    assert "notice" not in render_github(small, COUNTS, notes=False)
    assert render_github(small, COUNTS, notes=True).startswith("::notice file=content/posts/50%25%2C a%3A b.md,")


def test_sarif_names_files_as_uris_and_counts_letters(project: Path):
    (run,) = json.loads(render_sarif(found(project, odd(), SMALL.at("", what="A.", cure="B.")), COUNTS))["runs"]
    first, second = run["results"]
    place = first["locations"][0]["physicalLocation"]
    assert unquote(place["artifactLocation"]["uri"]) == "content/posts/50%, a: b.md"
    assert place["region"] == {"startLine": 2, "startColumn": 8, "endColumn": 11}
    assert "locations" not in second
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["images.small", "links.odd"]
    assert [first["ruleIndex"], second["ruleIndex"]] == [1, 0]


def test_the_same_remark_on_several_lines_is_said_once_to_people_and_each_time_to_programs(project: Path):
    same = found(project, odd(line=1), odd(line=2))
    assert "lines 1, 2, title: 100% odd:" in render_text(same, COUNTS, notes=False)
    assert render_text(same, COUNTS, notes=False).count("[links.odd]") == 1
    assert [one["line"] for one in json.loads(render_json(same, COUNTS))["problems"]] == [1, 2]


def test_notes_are_counted_and_named_on_request(project: Path):
    small = found(project, SMALL.at("posts/50%, a: b.md", what="Small.", cure="Take another."))
    counted = render_text(small, COUNTS, notes=False)
    assert counted == ("1 note on what could be better: add --notes to read them.\n\nRead 2 posts. All is well.\n")
    assert "Small.\n      Readers miss a picture" in render_text(small, COUNTS, notes=True)
