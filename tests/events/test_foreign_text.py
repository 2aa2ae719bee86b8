"""Descriptions of other systems, and the Markdown they become."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.events.foreign_text import to_markdown
from plugins.tools.cells import clean


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plain words.", "Plain words."),
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<p>A <strong>bold </strong>word.</p>", "A **bold** word."),
        ("One<br>two", "One<br>\ntwo"),
        ('and a link to <a href="https://nyc.gov">nyc.gov</a>', "and a link to [nyc.gov](https://nyc.gov)"),
        ("<ul><li>One</li><li>Two</li></ul>Then", "- One\n- Two\n\nThen"),
        ("<ol><li>One</li><li>Two</li></ol>", "1. One\n2. Two"),
        ("<h1>Head</h1><p>Body</p>", "## Head\n\nBody"),
        ("Q&amp;A", "Q&A"),
        ("Q&amp;amp;A", "Q&A"),
        ("&lt;p&gt;Hello &amp;amp; welcome&lt;/p&gt;", "Hello & welcome"),
        ("<p>Tom &amp;amp; Jerry</p>", "Tom & Jerry"),
        ("5 < 6 and 7 > 2", "5 < 6 and 7 > 2"),
        ("one\ntwo\n\nthree", "one<br>\ntwo\n\nthree"),
        ("one\n<b>two</b>\n\nthree", "one<br>\n**two**\n\nthree"),
        ("one<br>\ntwo", "one<br>\ntwo"),
        ("Bring:\n• a pen\n• paper", "Bring:\n\n- a pen\n- paper"),
        ("<b></b>Word", "Word"),
        ("**Markdown** stays", "**Markdown** stays"),
    ],
)
def test_a_description_becomes_markdown(text: str, expected: str):
    assert to_markdown(text) == (expected, ())


def test_what_may_not_be_published_is_taken_out_and_named():
    made, removed = to_markdown('<p onclick="x()">Hi</p><script>alert(1)</script><iframe src="https://x"></iframe>')
    assert made == "Hi"
    assert removed == ('onclick="x()"', "<script>", "<iframe>")


def test_a_table_stays_html():
    assert to_markdown("<table><tr><td>A</td></tr></table>")[0] == "<table><tbody><tr><td>A</td></tr></tbody></table>"


@given(
    st.lists(
        st.sampled_from("<p> </p> <ul> <li> </ul> <b> </b> <a href='x'> </a> <br> &amp; &lt; text * \n".split(" "))
    ).map("".join)
)
def test_any_text_becomes_markdown_that_stays_the_same(text: str):
    made, _ = to_markdown(clean(text))
    assert "\0" not in made
    assert clean(made) == made
