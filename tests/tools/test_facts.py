"""Facts of every kind, and for each that is wrong its line, its value and how to mend it."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

import pytest

from plugins.kernel.library import Library
from plugins.tools.facts import Facts, language_and_name, unknown_program
from plugins.tools.front_matter import split


@pytest.fixture
def facts(library):
    """Return the facts of some lines of YAML; the first of them is line 2 of posts/a.md."""

    def of(*lines, own=True, library=library):
        return Facts(front=split("\n".join(["---", *lines, "---"])), file="posts/a.md", library=library, own=own)

    return of


def only(found):
    (problem,) = found.problems
    return problem


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("title: A title", "A title"),
        ("title:   spread   out", "spread out"),
        ("title: >\n  over\n  lines", "over lines"),
        ("title: 012", "012"),
        ("title: no", "no"),
        ("title:", ""),
        ("other: x", ""),
    ],
)
def test_a_text_is_one_line_as_it_was_written(facts, line, expected):
    found = facts(line)
    assert (found.text("title"), found.problems) == (expected, [])


def test_a_list_where_a_text_belongs_is_said(facts):
    found = facts("title: A", "summary: [a, b]")
    assert found.text("summary") == ""
    problem = only(found)
    assert (problem.rule, problem.severity, problem.line, problem.column) == (
        "facts.unused-value",
        "warning",
        3,
        "summary",
    )
    assert problem.value == "['a', 'b']"
    assert problem.cure == "Write it as summary: some words"


def test_a_block_keeps_its_lines(facts):
    assert facts("join: |", "  One.", "  ", "  * two").block("join") == "One.\n\n* two"


def test_a_fact_that_must_be_there(facts):
    found = facts("date: 2026-10-17")
    assert found.required("title", "My title") == ""
    problem = only(found)
    assert (problem.rule, problem.severity, problem.line, problem.column) == ("facts.missing", "error", 1, "title")
    assert problem.cure == "Add a line such as: title: My title"
    assert found.has_error


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["tags: [a, b]"], ["a", "b"]),
        (["tags:", "- a", "- b"], ["a", "b"]),
        (["tags: a, b"], ["a", "b"]),
        (["tags: a; b, c"], ["a", "b, c"]),
        (["tags: one word"], ["one word"]),
        (["tags: [a, A, a ]"], ["a"]),
        (["tags: [' ', '']"], []),
        (["tags: []"], []),
        (["tags:"], []),
        (["tags: a,, b,"], ["a", "b"]),
        (["tags: [12, 3.10]"], ["12", "3.10"]),
        (["tags: [a]", "tag: b"], ["a", "b"]),
        (["other: a"], []),
    ],
)
def test_a_list_may_be_written_in_many_ways(facts, lines, expected):
    found = facts(*lines)
    assert (list(found.texts("tags", "tag")), found.problems) == (expected, [])


@pytest.mark.parametrize("line", ["tags: [[a, b], c]", "tags: {a: b}", "tags: [{a: b}]"])
def test_a_list_of_lists_is_said(facts, line):
    found = facts(line)
    assert found.texts("tags") == ()
    assert (only(found).rule, only(found).cure) == ("facts.unused-value", "Write it as tags: one, another")


def test_a_word_of_a_list_knows_its_own_line(facts):
    found = facts("branches:", "- central", "- nowhere")
    assert [branch.id for branch in found.branches()] == ["central"]
    assert (only(found).line, only(found).value) == (4, "nowhere")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-10-17", "2026-10-17T00:00:00-06:00"),
        ("2026/10/17", "2026-10-17T00:00:00-06:00"),
        ("2026-1-7", "2026-01-07T00:00:00-07:00"),
        ("2026-10-17 14:30", "2026-10-17T14:30:00-06:00"),
        ("2026-10-17T14:30:15.123", "2026-10-17T14:30:15-06:00"),
        ("2026-10-17T14:30Z", "2026-10-17T08:30:00-06:00"),
        ("2026-10-17 14:30 UTC", "2026-10-17T08:30:00-06:00"),
        ("2026-10-17 14:30:00 +0200", "2026-10-17T06:30:00-06:00"),
        ("2026-10-17T14:30:00+02:00", "2026-10-17T06:30:00-06:00"),
        ("2026-10-17T14:30:00-4", "2026-10-17T12:30:00-06:00"),
        ("2024-02-29", "2024-02-29T00:00:00-07:00"),
        ("2026-11-01 01:30", "2026-11-01T01:30:00-06:00"),
        ("2026-03-08 02:30", "2026-03-08T03:30:00-06:00"),
    ],
)
def test_a_date_is_a_moment_in_the_library_s_zone(facts, written, expected):
    found = facts(f"date: {written}")
    moment = found.moment("date")
    assert moment
    assert (moment.isoformat(), str(moment.tzinfo), found.problems) == (expected, "America/Denver", [])


@pytest.mark.parametrize(
    "written",
    [
        "tomorrow",
        "17 October 2026",
        "10/17/2026",
        "2026-13-01",
        "2026-02-30",
        "2026-10-17 25:00",
        "2026-10-17 14:30 Denver",
        "2026-10-17T14:00+99:00",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-12:00",
        "2026",
    ],
)
def test_a_date_that_is_none_says_how_to_write_one(facts, written):
    found = facts("title: A", f"date: {written}")
    assert found.moment("date") is None
    problem = only(found)
    assert (problem.rule, problem.severity, problem.line, problem.column) == ("facts.wrong-value", "error", 3, "date")
    assert (problem.value, problem.what) == (written, f'"{written}" is not a date.')
    assert "date: 2026-10-17" in problem.cure


def test_a_day_is_a_moment_without_its_time(facts):
    assert facts("since: 2026-10-17 23:00").day("since") == date(2026, 10, 17)
    assert facts().day("since") is None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("yes", True),
        ("True", True),
        ("on", True),
        ("1", True),
        ("no", False),
        ("FALSE", False),
        ("off", False),
        ("", True),
    ],
)
def test_yes_and_no(facts, written, expected):
    found = facts(f"draft: {written}")
    assert (found.yes("draft", default=True), found.problems) == (expected, [])


def test_neither_yes_nor_no(facts):
    found = facts("draft: maybe")
    assert found.yes("draft", default=False) is False
    assert (only(found).rule, only(found).value, only(found).cure) == ("facts.wrong-value", "maybe", "Write draft: yes")


@pytest.mark.parametrize(("own", "rule"), [(True, "facts.wrong-value"), (False, "facts.unused-value")])
def test_one_of_a_few_words(facts, own, rule):
    statuses = ("published", "draft")
    assert facts("status: Draft").choice("status", statuses, "published") == "draft"
    assert facts("title: A").choice("status", statuses, "published") == "published"
    found = facts("status: drafted", own=own)
    assert found.choice("status", statuses, "published") == "published"
    assert (only(found).rule, only(found).value, only(found).line) == (rule, "drafted", 2)
    assert only(found).cure == 'Did you mean "draft"? Known: draft, published.'


@pytest.mark.parametrize(
    ("line", "kind", "expected"),
    [
        ("branches: central", "branches", ["central"]),
        ("branches: [central, mill-street]", "branches", ["central", "mill-street"]),
        ("branches: Mill Street", "branches", ["mill-street"]),
        ("branch: Central Library", "branches", ["central"]),
        ("branches: CENTRAL, Central", "branches", ["central"]),
        ("audiences: Adults", "audiences", ["adults"]),
        ("audience: adults", "audiences", ["adults"]),
        ("topics: Stories; music", "topics", ["stories", "music"]),
        ("topic: stories", "topics", ["stories"]),
        ("title: A", "topics", []),
    ],
)
def test_what_the_library_has_is_found_by_id_or_name(facts, line, kind, expected):
    found = facts(line)
    assert ([one.id for one in getattr(found, kind)()], found.problems) == (expected, [])


@pytest.mark.parametrize(
    ("line", "kind", "what", "cure"),
    [
        (
            "branches: centrall",
            "branches",
            'There is no branch "centrall".',
            'Did you mean "central"? Known: central, mill-street.',
        ),
        ("audiences: adult", "audiences", 'There is no audience "adult".', 'Did you mean "adults"? Known: adults.'),
        ("topics: xyz", "topics", 'There is no topic "xyz".', "Use one of: music, stories."),
    ],
)
def test_a_word_the_library_does_not_have_is_an_error_at_home(facts, line, kind, what, cure):
    found = facts("title: A", line)
    assert getattr(found, kind)() == ()
    problem = only(found)
    assert (problem.rule, problem.severity, problem.line, problem.column) == ("facts.unknown-word", "error", 3, kind)
    assert (problem.what, problem.cure) == (what, cure)


def test_and_is_kept_as_text_with_a_note_elsewhere(facts):
    found = facts("topics: Deep Space, Stories", own=False)
    assert [(one.id, str(one.name)) for one in found.topics()] == [("deep-space", "Deep Space"), ("stories", "Stories")]
    problem = only(found)
    assert (problem.rule, problem.severity, problem.value) == ("facts.foreign-word", "note", "Deep Space")
    assert problem.cure == "Add it to library.toml if it should become a topic."


def test_a_library_without_topics_says_so(facts):
    found = facts("topics: stories", library=Library(name="New"))
    found.topics()
    assert only(found).cure == "None is set up yet in library.toml."


def test_a_fact_nobody_knows_is_a_note(facts):
    found = facts("title: A", "sumary: b")
    found.say_unknown_fields({"title", "summary"})
    problem = only(found)
    assert (problem.rule, problem.severity, problem.line, problem.column) == (
        "facts.unknown-field",
        "note",
        3,
        "sumary",
    )
    assert 'Did you mean "summary"?' in problem.cure
    assert not found.has_error


@pytest.mark.parametrize(
    ("name", "line", "expected"),
    [
        ("get-a-card.md", "title: A", ("en", "get-a-card")),
        ("get-a-card.es.md", "title: A", ("es", "get-a-card")),
        ("get-a-card.ES.md", "title: A", ("es", "get-a-card")),
        ("get-a-card.fr.md", "title: A", ("en", "get-a-card.fr")),
        ("version.2.md", "title: A", ("en", "version.2")),
        ("get-a-card.md", "lang: es", ("es", "get-a-card")),
        ("get-a-card.md", "lang: ES", ("es", "get-a-card")),
        ("deep/down/get-a-card.es.md", "title: A", ("es", "get-a-card")),
    ],
)
def test_the_language_of_a_file_is_in_its_facts_or_its_name(facts, name, line, expected):
    found = facts(line)
    assert (language_and_name(found, PurePosixPath(name)), found.problems) == (expected, [])


def test_a_language_the_site_does_not_have_is_named(facts):
    found = facts("lang: fr")
    language_and_name(found, PurePosixPath("a.md"))
    assert (only(found).rule, only(found).value, only(found).line) == ("facts.wrong-value", "fr", 2)
    assert "languages" in only(found).cure


def test_a_long_value_is_shortened_in_the_report(facts):
    found = facts(f"date: {'x' * 500}")
    found.moment("date")
    assert len(only(found).value) <= 80


@pytest.mark.parametrize(
    ("program", "known", "cure"),
    [
        ("", ["seed-library"], None),
        ("seed-library", ["seed-library"], None),
        ("seed-libary", ["seed-library"], 'Did you mean "seed-library"? Known: seed-library.'),
        ("x", [], "Describe it in a file in content/programs/, or take it out."),
    ],
)
def test_a_program_the_library_does_not_have(program, known, cure):
    found = unknown_program(program, known, file="posts/a.md", line=7)
    assert [(one.rule, one.line, one.value, one.cure) for one in found] == (
        [("facts.unknown-program", 7, program, cure)] if cure else []
    )
