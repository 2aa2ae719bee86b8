"""Cleaning HTML by one list, and the words of HTML as plain text."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.tools.html import _removed_from_plain, _Scan, as_text, clean, count_words

PIECES = st.sampled_from(
    """<p> </p> <em> </em> <a∙href="x"> </a> <a∙href="javascript:x"> <a∙href="JAVA&#x73;cript:x"> <a∙href="∙ftp://x">
<a∙style="x"∙class="y"> <script> </script> <style> <textarea> <title> <iframe> <br> <br/> <br∙/> <BR>
<img∙src="a"∙alt="b>c"> <img∙src="data:x"∙alt="<p>"> <li> <pre> </pre> <td∙align="left">
<th∙abbr="x"∙align="right"> <ol∙reversed> <ol∙start=3> <h2∙id="a"> </h2> <p∙title='x'> <!--∙x∙--> <!-- -->
<![CDATA[ ]]> <?x?> < > & &amp; &lt; &#60; &nbsp; a b∙c " ' <p-x> <px> <x> </x> </∙p> <∙p> <p <a∙href=" </ <>
</> <a∙onclick="&quot;x"> <svg><a∙href="x"> é <a∙href="x"style="y"> <a∙∙href="x"> <a∙href="x"∙/>
<q∙cite="x:y"> <time∙datetime="a"/∙> ∙ \u2028 \x00 \xa0""".replace("\n", " ").split(" ")
).map(lambda piece: piece.replace("∙", " "))
BLOCKS = re.compile(r"</?(?:p|div|li|ul|ol|h[1-6]|br|tr|td|th|table|blockquote|figure|figcaption|pre|dd|dt)\b[^>]*>")


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


@settings(max_examples=500, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_the_short_way_finds_what_the_parser_finds(source):
    found = _removed_from_plain(source)
    scan = _Scan()
    scan.feed(source)
    scan.close()
    assert found is None or list(dict.fromkeys(found)) == list(dict.fromkeys(scan.removed))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('<h2 id="a">b</h2><p>c &amp; <br /><a href="https://d.example/" onclick="e">f</a></p>', ['onclick="e"']),
        ("<p><script></p>", None),
        ("<p title='a'>", None),
        ("a < b", None),
        ("<!-- a -->", None),
        ("<P>", None),
        ('<p title="<a onclick=b>">', None),
    ],
)
def test_what_is_odd_is_left_to_the_parser(source, found):
    assert _removed_from_plain(source) == found


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_words_are_what_is_left_without_tags(source):
    without = re.sub(r"<[^>]*>", "", BLOCKS.sub(" ", source))
    expected = re.sub(r"\s+", " ", html.unescape(without)).strip()
    assert as_text(source) == expected
    assert count_words(source) == len(expected.split())
