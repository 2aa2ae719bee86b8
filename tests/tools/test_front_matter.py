"""The block of facts at the head of a file: YAML 1.2 as it was written, or Key: value lines, and what is wrong."""

from __future__ import annotations

import copy

import pytest

from plugins.bridge.decode import decode
from plugins.tools.front_matter import FrontMatterError, Text, split


def yaml(*lines: str) -> str:
    return "\n".join(["---", *lines, "---", "The text."])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("start: 14:30", {"start": "14:30"}),
        ("start: 12:30:45", {"start": "12:30:45"}),
        ("call: 012", {"call": "012"}),
        ("call: 0o17", {"call": "0o17"}),
        ("call: 1_000", {"call": "1_000"}),
        ("call: 635.10", {"call": "635.10"}),
        ("cost: no", {"cost": "no"}),
        ("cost: Yes", {"cost": "Yes"}),
        ("draft: true", {"draft": "true"}),
        ("date: 2026-10-17", {"date": "2026-10-17"}),
        ("date: 2026-10-17T14:00:00-06:00", {"date": "2026-10-17T14:00:00-06:00"}),
        ("tags:", {"tags": ""}),
        ("tags: ~", {"tags": ""}),
        ("tags: null", {"tags": ""}),
        ('tags: "null"', {"tags": "null"}),
        ('title: "Tea: a history"', {"title": "Tea: a history"}),
        ("title: 'It''s late'", {"title": "It's late"}),
        (r'title: "A \"quoted\" word"', {"title": 'A "quoted" word'}),
        ("title: plain words  # a remark", {"title": "plain words"}),
        ("title: C# for all", {"title": "C# for all"}),
        ("title: café ☕", {"title": "café ☕"}),
        ("Translation-Key: a", {"translation_key": "a"}),
        ("Image alt: a", {"image_alt": "a"}),
        ("tags: [a, b]", {"tags": ["a", "b"]}),
        ("tags: []", {"tags": []}),
        ("tags:\n- a\n- b\ntitle: after a list", {"tags": ["a", "b"], "title": "after a list"}),
        ("tags:\n  - a\n  - 'b: c'", {"tags": ["a", "b: c"]}),
        ("image: {src: a.jpg, alt: b}", {"image": {"src": "a.jpg", "alt": "b"}}),
        ("join: |\n  One.\n\n  Two.", {"join": "One.\n\nTwo."}),
        ("summary: >\n  One\n  two.", {"summary": "One two."}),
        ("", {}),
        ("# only a remark", {}),
    ],
)
def test_yaml_stays_as_it_was_written(line, expected):
    front = split(yaml(line))
    assert front.fields == expected
    assert front.body == "The text."


@pytest.mark.parametrize(
    ("text", "what", "line", "cure"),
    [
        ("---\ntitle: A\ndate: 2026-10-17\n\nThe text.", "opened with --- but never closed", 1, "three hyphens"),
        ("\n\n---\ntitle: A", "opened with --- but never closed", 3, "three hyphens"),
        (yaml("title: Tea: a history"), "YAML: mapping values are not allowed", 2, "quotation marks"),
        (yaml("title: A", "\tdate: 2026-10-17"), "YAML: ", 3, "with spaces, not with tabs"),
        (yaml("title: @home"), "YAML: ", 2, "quotation marks"),
        (yaml('title: "never closed'), "YAML: ", None, "quotation marks"),
        (yaml("title: A", "date: 2026-10-17", "title: B"), '"title" is given twice.', 4, "Keep one"),
        (yaml("title: A", "Title: B"), '"Title" is given twice.', 3, "Keep one"),
        (yaml("a:", "  b: 1", "  b: 2"), '"b" is given twice.', 4, "Keep one"),
        (yaml("tags: &all [a, b]", "topics: *all"), "aliases", 2, "Write the value out again."),
        (yaml("- a", "- b"), "not a list of facts", 2, "title: My title"),
        (yaml("just words"), "not a list of facts", 2, "title: My title"),
        ('+++\ntitle = "A"\n+++\nText', "in TOML", 1, "between lines of ---"),
        ("title: A\ntitle: B\n\nText", '"title" is given twice.', 2, "Keep one"),
    ],
)
def test_a_block_that_cannot_be_read_is_named_by_line_with_the_cure(text, what, line, cure):
    with pytest.raises(FrontMatterError) as raised:
        split(text)
    assert what in str(raised.value)
    assert line in (None, raised.value.line)
    assert cure in raised.value.cure


def test_an_alias_that_would_swell_is_not_read():
    lines = ["a: &a [x, x, x, x]", *(f"b{n}: &b{n} [*{'a' if not n else f'b{n - 1}'}]" for n in range(30))]
    with pytest.raises(FrontMatterError, match="aliases"):
        split(yaml(*lines))


@pytest.mark.parametrize(
    ("text", "expected", "body"),
    [
        ("Title: A\nDate: 2026-10-17\n\nText", {"title": "A", "date": "2026-10-17"}, "\nText"),
        ("Title: A: b, at 14:30\n\nText", {"title": "A: b, at 14:30"}, "\nText"),
        ("Summary: One\n    two\n    three\nTags: a\n\nText", {"summary": "One\ntwo\nthree", "tags": "a"}, "\nText"),
        ("Tags:\nTitle: A\n\nText", {"tags": "", "title": "A"}, "\nText"),
        ("Title: A", {"title": "A"}, ""),
        ("Just text.\n\nMore.", {}, "Just text.\n\nMore."),
        ("https://example.com is our address\n\nMore.", {}, "https://example.com is our address\n\nMore."),
        ("Title: A\n# Heading at once\n\nText", {"title": "A"}, "# Heading at once\n\nText"),
        ("", {}, ""),
    ],
)
def test_key_and_value_lines_as_pelican_has_them(text, expected, body):
    front = split(text)
    assert (dict(front.fields), front.body) == (expected, body)


@pytest.mark.parametrize(
    ("text", "field", "line"),
    [
        (yaml("title: A", "date: B"), "date", 3),
        ("\n\n" + yaml("title: A", "date: B"), "date", 5),
        ("Title: A\nDate: B\n\nText", "date", 2),
    ],
)
def test_a_fact_knows_its_line(text, field, line):
    assert split(text).lines[field] == line


@pytest.mark.parametrize("copied", [copy.deepcopy, copy.copy])
def test_a_value_may_be_copied_into_a_report_or_a_cache(copied):
    value = copied(Text("central", 7))
    assert (value, value.line) == ("central", 7)


@pytest.mark.parametrize(
    ("text", "line"),
    [(yaml("title: A"), 4), ("\n" + yaml("title: A"), 5), ("Title: A\n\nText", 2), ("Text", 1)],
)
def test_the_text_knows_the_line_it_begins_on(text, line):
    front = split(text)
    assert front.body_line == line
    assert text.split("\n")[line - 1 :] == front.body.split("\n")


@pytest.mark.parametrize("close", ["---", "----", "...", "---  "])
def test_ways_to_close_the_block(close):
    assert split(f"---\ntitle: A\n{close}\nText").body == "Text"


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (b"\xef\xbb\xbf---\ntitle: A\n---\nText", "A"),
        (b"---\r\ntitle: A\r\n---\r\nText", "A"),
        (b"---\rtitle: A\r---\rText", "A"),
        (b"---\ntitle: caf\xe9\n---\nText", "café"),
        ("---\ntitle: café\n---\nText".encode("utf-16"), "café"),
    ],
)
def test_bytes_of_any_editor_are_read(data, title):
    text, problems = decode(data, "posts/a.md")
    front = split(text)
    assert (front.fields["title"], front.body) == (title, "Text")
    assert bool(problems) is (title == "café")


def test_a_file_that_is_not_utf_8_is_named_by_line():
    _, (problem,) = decode(b"---\ntitle: A\n---\n\nCaf\xe9", "posts/a.md")
    assert (problem.rule, problem.severity, problem.line) == ("text.encoding", "warning", 5)
    assert "UTF-8" in problem.cure
