"""Markdown with shortcuts comes out, byte for byte, as Python-Markdown makes it; anything unknown has none."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTextInlineProcessor
from markdown.serializers import to_html_string

from plugins.tools.markdown import DEFAULTS, Converter
from plugins.tools.quick_blocks import QuickBlocks
from plugins.tools.quick_markdown import quicken
from plugins.tools.quick_serializer import to_html

ROOT = Path(__file__).parents[2]
PLAIN = Markdown(**DEFAULTS)
QUICK = Converter(DEFAULTS)
# Everything that means something in Markdown, and enough plain text between.
PIECES = """
* ** *** **** _ __ ___ ` `` ``` ```` ~~~ [ ] ( ) ![ ]( ][ ]: [^ [^1] [^1]: [a] [a]: [A] *[ *[A]: < > << </ /> <> &
&& &amp; &#65; &#65 &#x41; &lt; &nbsp &copy; \\ \\\\ \\* \\_ \\` \\[ \\< \\| \\{ # ## ### #### - + 1. 2. 10. 1) : >
>> | |- :-: --- - --- === == { } {: {#x {.y {:.y} {#x} {#id} { x=y } {x} { } ! !! " ' "t" 't' . , ; a b c word two A
B x é 中 ٣ 3 0 http://a.example <http://a.example> <a@b.example> https://b.example/x_y_z (/x) (</x>) (/x "t") [a](b)
![a](b) [a](b "c") **b** *i* _i_ __b__ `c` ``c`d`` ***bi*** *__x__* a_b_c a*b*c <b> </b> <br> <br/> <i>x</i> <div>
</div> <p> </p> <span> </span> <script> </script> <style> </style> <!-- --> <!--x--> <? ?> <![CDATA[ ]]> <!DOCTYPE
<pre> </pre> <code> </code> <hr> <h2> </h2> <table> <td> <li> <img <div∙markdown="1"> <div∙markdown="block">
<p∙markdown="span"> <span∙markdown="1"> <details> <summary> <section∙markdown=1> [TOC] ///Footnotes∙Go∙Here///
klzzwxh:0000 wzxhzdk:0 \x02klzzwxh:0000\x03 \x02 \x03 \x02amp\x03 \x0242\x03 = == \ufffe \u2028 \xa0
""".split()
PIECES = [piece.replace("∙", " ") for piece in PIECES]
SEPARATORS = [
    "\n",
    "\n\n",
    "\n\n\n",
    " ",
    "  ",
    "  \n",
    "\n    ",
    "\n\n    ",
    "\n        ",
    "\t",
    "\n\t",
    "\r\n",
    "\r",
    "",
    "",
]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(SEPARATORS)), max_size=24).map("".join)
LINES = st.lists(
    st.sampled_from(
        """a|b
--|--
|a|b|
|---|:-:|
|`x|y`|z\\||
a \\| b | c
* item
- item
    - nested
    1. nested
1. one
2. two
2.5 no
  text of an item
    more of an item

> quote
> > deeper
# Title
## Same {#own}
## Same
Same
====
---
***
* * *
term
:   what it is
: short
[a]: /b "t"
[ref]: <http://a.example>
[^1]: A note.
    More of the note.
*[HTML]: Hyper
HTML and [a] and [ref][] and [x][a] and[^1].
![alt][ref] ![a] ![p](/p.png "t")
A *b _c **d** e_ f* g.
**bold *both*** and __x__y__
snake_case_word and 2 * 3 * 4
<div markdown="1">
</div>
<div>raw *html*</div>
<b>bold</b> & &amp; &copy; AT&T
<!-- a comment -->
```python
~~~ {.x #y}
```
~~~
    code & <tag>
para {: .cls }
{: #para .b key=v }
`code` and ``a`b`` {.x}
ends with two spaces\x20\x20
[TOC]
a\\*b \\_c \\[d\\] \\{ \\\\
<http://a.example/?a=1&b=2> <me@a.example>
[link](http://a.example/(x) "a 'title'") [l](<a b>) [l](a b)""".split("\n")
    ),
    max_size=14,
).map("\n".join)

MARKS = st.lists(
    st.sampled_from(
        """
*a* **b∙c** `d` ``∙e∙`` _f_ __g∙h__ [i](j) [k∙l](http://m.example/n_o*p?q=r&s=t) [u](v∙"w") * ** _ __ ` [ ] ( )
word two∙words . , ! ∙ ∙∙ ⏎ ⏎-∙ ⏎⏎ ⏎∙∙∙∙ & &amp; ; x é *x y* **x y** _x y_ #∙ <b> </b> ![z](a) \\* A [a] {.x} |
⏎--|--⏎ ⏎⏎[a]:∙/b⏎ ⏎⏎*[A]:∙c⏎
""".split()
    ).map(lambda piece: piece.replace("∙", " ").replace("⏎", "\n")),
    max_size=20,
).map("".join)


def outcome(convert, text):
    """Return what a text became, or how it failed: a few texts are too much for Python-Markdown."""
    try:
        return convert(text)
    except Exception as error:  # noqa: BLE001 - whichever it is, it must be the same
        return repr(error)


def plainly(text):
    PLAIN.reset()
    return PLAIN.convert(text)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_any_mix_of_special_characters_comes_out_the_same(text):
    assert outcome(QUICK, text) == outcome(plainly, text)


@settings(max_examples=100, deadline=None)
@given(LINES)
def test_any_mix_of_lines_comes_out_the_same(text):
    assert outcome(QUICK, text) == outcome(plainly, text)


@settings(max_examples=300, deadline=None)
@given(
    st.text(st.characters(exclude_categories=("Cs",)), max_size=30),
    st.sampled_from(["", "A", "a b. ", "é", "1. ", "- "]),
)
def test_a_line_of_plain_words_comes_out_the_same(text, start):
    assert outcome(QUICK, start + text) == outcome(plainly, start + text)


@pytest.mark.parametrize(
    "text",
    [
        "Songs and rhymes for babies; tea afterwards.",
        'It\'s "free" (and fun!) - bring $5, #1 fans at 10:30?',
        "https://library.example/a?b=c is an address",
        "a  b   c",
        "Ends with a space ",
        "Ends with two  ",
        "e\u0301a\u00a0b\u2003c",
        "a\u2028b\x85c",
        "Überall 5% ^up^ ~down~ =eq= +1 @me /x/ —",
        "a: b",
        "Setext === ---",
        "a.",
        "1. one",
        "5 things",
        "",
        " a",
    ],
)
def test_what_people_write_into_a_cell_comes_out_the_same(text):
    assert Converter(DEFAULTS)(text) == Markdown(**DEFAULTS).convert(text)


@pytest.mark.parametrize(
    ("name", "config", "html"),
    [
        ("abbr", {"glossary": {"RFID": "radio"}}, '<p>Our <abbr title="radio">RFID</abbr> tags</p>'),
        ("toc", {"marker": "Our RFID tags"}, '<div class="toc">\n<ul></ul>\n</div>'),
    ],
)
def test_settings_that_look_for_words_find_them_in_plain_lines(name, config, html):
    convert = Converter({"extensions": ["extra", name], "extension_configs": {name: config}, "output_format": "html5"})
    assert convert("Our RFID tags") == html


@settings(max_examples=200, deadline=None)
@given(MARKS)
def test_any_mix_of_marks_within_a_line_comes_out_the_same(text):
    assert outcome(QUICK, text) == outcome(plainly, text)


def test_every_markdown_file_of_the_project_comes_out_the_same():
    found = [
        path for folder in ("content", "docs", "tests", "plugins", "theme") for path in (ROOT / folder).rglob("*.md")
    ]
    assert len(found) > 20
    assert [path for path in found if QUICK(read(path)) != plainly(read(path))] == []


@pytest.mark.slow
def test_every_real_post_comes_out_the_same(samples):
    found = sorted((samples / "posts").rglob("*.md"))
    assert len(found) > 900
    assert [path for path in found if QUICK(read(path)) != plainly(read(path))] == []


def read(path):
    """Return the text of a file without its front matter."""
    return re.sub(r"\A---\n.*?\n---\n", "", path.read_text("utf-8", errors="replace"), flags=re.DOTALL)


@pytest.mark.parametrize(
    "text",
    [
        # Each was once made wrongly, or is where a shortcut would go wrong if it were taken.
        "[a](b\\|c)",
        '[a](b "c\\_d")',
        '<div markdown="1">\n<style>x',
        '<div title="a&#2;42&#3;b" markdown="1">x</div>',
        '<div class="footnote" markdown="1">\n1. a\n</div>',
        "a[^1]\n\n[^1]: b\n\n[TOC]\n\n# a [^1] & `b`",
        "# a {data-toc-label='b'}\n\n# a {#a}\n\n# a\n\n# a {id}",
        "Title\n---\n\n[TOC]",
        "٣. three\n\n3. three",
        "a | b\n- | -\n\\| | `|`\n|",
        "*[A]: \n\nA\n\n*[A]: title\n\nA *A* `A`",
        "[x][]\n\n[x]: y\n\n![x] ![y][x]",
        "a  \nb\\\nc",
        "- a\n- b {.c}\n{: .d}\n\n> e\n{: .f}",
        "AT&T &amp; &#38 &#x26; <b>",
        "\x02klzzwxh:0000\x03 *a* \x0242\x03",
        "a\n: b\n\n: c\n\n:   d\n    e",
        "* " * 60 + "a",
        ">" * 90 + "a",
        "*a " * 300 + "b*" * 300,
        "*a* **b** `c` [d](e) _f_ __g__ h",
        "*a*b **c**. `d`*e* [f](g)_h_ i_j_ k * l ** m",
        # Python-Markdown stumbles over these, and shows the number of what it marked up: the number must be the same.
        "`d`A\n\n;*a**a*[k](l)# ",
        "*a*\n\nx&[****b c**\n\n **b c**__*x(_[**x]y*`` e ``_f_",
    ],
)
def test_what_could_go_wrong_comes_out_the_same(text):
    assert outcome(Converter(DEFAULTS), text) == outcome(Markdown(**DEFAULTS).convert, text)


class Shout(Extension):
    """Somebody's extension: a pattern, which makes QUIET of what stands between percent signs."""

    def extendMarkdown(self, md):  # noqa: N802 - Python-Markdown's name
        md.inlinePatterns.register(SimpleTextInlineProcessor(r"%(.*?)%"), "shout", 55)


def test_with_the_extension_of_somebody_else_there_are_no_shortcuts():
    convert = Converter({**DEFAULTS, "extensions": [*DEFAULTS["extensions"], Shout()]})
    assert convert("a %b% *c*") == "<p>a b <em>c</em></p>"


@pytest.mark.parametrize(
    ("options", "is_quick"),
    [
        (DEFAULTS, True),
        ({**DEFAULTS, "extensions": DEFAULTS["extensions"][:2], "extension_configs": {}}, True),
        ({**DEFAULTS, "extensions": [*DEFAULTS["extensions"], "smarty"]}, False),
        ({**DEFAULTS, "extensions": [*DEFAULTS["extensions"], "nl2br"]}, False),
        ({**DEFAULTS, "extensions": [*DEFAULTS["extensions"], "codehilite"]}, False),
        ({**DEFAULTS, "extensions": ["legacy_em"]}, False),
        ({**DEFAULTS, "output_format": "xhtml"}, False),
        ({**DEFAULTS, "tab_length": 2}, False),
        ({}, False),
    ],
)
def test_only_a_parser_of_known_parts_gets_shortcuts(options, is_quick):
    made = Markdown(**options)
    assert quicken(made) is is_quick
    assert (type(made.parser) is QuickBlocks) is is_quick
    text = "# A\n\n*b* 'c' -- d\ne\n\n- f\n\n    g\n\n| h | i |\n|---|---|\n| j | k |"
    assert made.convert(text) == Markdown(**options).convert(text)


@pytest.mark.parametrize(
    "config",
    [
        {"anchorlink": True},
        {"permalink": True},
        {"permalink": "#"},
        {"baselevel": 3},
        {"toc_depth": "2-3"},
        {"marker": ""},
    ],
)
def test_the_contents_follow_their_settings(config):
    options = {
        "extensions": ["extra", "sane_lists", "toc"],
        "extension_configs": {"toc": config},
        "output_format": "html",
    }
    text = "[TOC]\n\n# A\n\n## *B* & c\n\n### A\n\n#### A"
    assert quicken(made := Markdown(**options))
    assert made.convert(text) == Markdown(**options).convert(text)


def test_a_tree_that_is_odd_is_written_by_the_original():
    tree = ET.Element(ET.QName("{http://a.example}b"))
    tree.append(ET.Comment("c"))
    deep = ET.Element("p")
    for _ in range(3000):
        outer = ET.Element("i")
        outer.append(deep)
        deep = outer
    assert to_html(tree) == to_html_string(tree)
    assert to_html(deep) == to_html_string(deep)
