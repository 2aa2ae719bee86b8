"""The short way to read plain front matter gives what the parser gives, and leaves alone whatever it is not sure of."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.tools.flat_yaml import read_flat
from plugins.tools.front_matter import FrontMatterError, _read_yaml
from plugins.tools.parse_yaml import parse_yaml

BLOCK = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)
PIECES = st.sampled_from(
    [
        "title",
        "tags",
        ":",
        ": ",
        "-",
        "- ",
        " ",
        "  ",
        "\n",
        '"',
        "'",
        "#",
        " #",
        "a",
        "no",
        "12:30",
        "012",
        "null",
        "~",
        "[",
        "]",
        "{",
        "}",
        ",",
        "&a",
        "*a",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        "\\",
        "\t",
        "é",
        "2026-01-01",
        "?",
        "---",
        "x y",
        '"a, b"',
        "['a', \"b\"]",
        "''",
        '\\"',
        "# c",
        ">-\n  a\n  b\n",
        "|\n a\n",
        "a: ",
        "\nb: ",
    ]
)


def lined(value):
    """Return a value with the line of each text in it, since equal texts may stand on different lines."""
    if isinstance(value, str):
        return (str(value), value.line)
    if isinstance(value, list):
        return [lined(item) for item in value]
    return {name: lined(item) for name, item in value.items()}


@pytest.mark.parametrize(
    "text",
    [
        "title: A day",
        "title: A day\ndate: 2026-10-17\nat: 14:30\ncode: 012\nopen: no",
        "tags:\n- one\n- two words\ntitle: x",
        "tags:\n  - one\n  - 'two'\ntitle: \"Tea: a history\"",
        "a-b: x\nA_b2: y",
        "title: null\nother: 'null'",
        "tags: [one]\ntopics: [making, two words, a-b, null, 12, it's]",
        "tags: [ one ,two ]",
        "title: it's here",
        "title: é “quoted” – dash",
        "title: a:b c",
        "a: 'it''s'",
        r'a: "say \"yes\", and\_\\ \/ \n\t"',
        r"""tags: ["a b", 'it''s', "a, \"b\"", plain, null, "null", "", '']""",
        'tags: [ "a" ,b ] # c ] "d"',
        'a: "x" # c',
        "a: x # c # d",
        "# c\n\na: x\n\n# d\nb: y\n\n",
        "a:\nb: y",
        "a:\n\n# c\n\nb: y\nc:",
        "a:",
        "a:\n\n",
        "title: >-\n  one line\n  and: more # text\nb: y",
        "title: >\n  one line\n  more\n\nb: y",
        "title: |\n    one line\n    - more\n",
        "title: |-\n one line\n more",
        "title: |\n one line",
    ],
)
def test_plain_facts_come_out_as_the_parser_has_them(text):
    assert read_flat(text, 3) is not None
    assert lined(_read_yaml(text, 3)[0]) == lined(parse_yaml(text, 3)[0])
    assert _read_yaml(text, 3)[1] == parse_yaml(text, 3)[1]


@pytest.mark.parametrize(
    "text",
    [
        "title: [a, b, ]",
        "title: [a: b]",
        "title: [[a]]",
        "title: []",
        "title: a: b",
        "title: x\n  y",
        "a: &x y",
        "a: *x",
        "a: # c",
        "a:\n- b: c",
        "a: {}",
        "a: - b",
        "- a",
        "a: !!str x",
        "a:\tb",
        "? a\n: b",
        "",
        "a: ~",
        r'a: "\x41"',
        r'a: "\u00e9"',
        'a: "one\n  two"',
        "a: [x]\n- y",
        "a:\n- x\n  - y",
        "a:\n# c\n- b",
        "a: |\n  x\n   y",
        "a: |\n  x\n\n  y",
        "a: |+\n  x",
        "a: >-",
        "a: x\u2028y",
        "a: 'x' # \x07",
        'a: ["\x07"]',
    ],
)
def test_anything_else_is_left_to_the_parser(text):
    assert read_flat(text, 1) is None


@settings(max_examples=600, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_what_is_read_the_short_way_is_what_the_parser_reads(text):
    if read_flat(text, 1) is None:
        return
    try:
        expected = parse_yaml(text, 1)
    except FrontMatterError as error:
        with pytest.raises(FrontMatterError, match=re.escape(str(error))):
            _read_yaml(text, 1)
        return
    found = _read_yaml(text, 1)
    assert (lined(found[0]), found[1]) == (lined(expected[0]), expected[1])


def test_real_front_matter_comes_out_the_same(samples):
    short = 0
    for path in sorted((samples / "posts").rglob("*.md")):
        block = BLOCK.match(path.read_text("utf-8-sig").replace("\r\n", "\n"))
        if block and read_flat(block[1], 2) is not None:
            short += 1
            assert (path, lined(_read_yaml(block[1], 2)[0])) == (path, lined(parse_yaml(block[1], 2)[0]))
    assert short > 700
