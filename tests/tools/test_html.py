"""Cleaning HTML by one list, and the words of HTML as plain text."""

from __future__ import annotations

import pytest

from plugins.tools.html import as_text, clean


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>One</p><p>two</p>", "One two"),
        ("Tea &amp; toast", "Tea & toast"),
        ("a<br>b", "a b"),
        ("in<em>di</em>visible", "indivisible"),
        ("<ul><li>a</li><li>b</li></ul>", "a b"),
        ("  spread\n  out ", "spread out"),
        ("&lt;b&gt; is bold", "<b> is bold"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_html_as_plain_text(source, expected):
    assert as_text(source) == expected


@pytest.mark.parametrize(
    ("source", "html", "removed"),
    [
        ("<p>a</p>", "<p>a</p>", ()),
        ("<p>a<script>b</script></p>", "<p>a</p>", ("<script>",)),
        ("<script>a</script><script>b</script>", "", ("<script>",)),
        ('<p style="a" onclick="b" class="c">d</p>', '<p class="c">d</p>', ('style="a"', 'onclick="b"')),
        ('<td align="center">a</td>', None, ()),
        ("<marquee>a</marquee>", "a", ("<marquee>",)),
        ("<p>never closed", "<p>never closed</p>", ()),
        ("<!--a-->b", "b", ()),
        ('<a href="ftp://a.example/">b</a>', "<a>b</a>", ('href="ftp://a.example/"',)),
        ('<a href=" java\nscript:alert(1)">b</a>', "<a>b</a>", None),
        ('<p onclick="' + "x" * 200 + '">a</p>', "<p>a</p>", ('onclick="' + "x" * 71,)),
    ],
)
def test_what_is_not_on_the_list_is_taken_out_and_named(source, html, removed):
    cleaned = clean(source)
    assert html in (None, cleaned.html)
    assert removed in (None, cleaned.removed)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<table><tr><td align="center">a</td></tr></table>', 'class="align-center"'),
        ('<table><tr><th scope="col" align="right">a</th></tr></table>', 'class="align-right"'),
    ],
)
def test_the_alignment_of_cells_becomes_a_class(source, expected):
    cleaned = clean(source)
    assert expected in cleaned.html
    assert "align=" not in cleaned.html
    assert cleaned.removed == ()
