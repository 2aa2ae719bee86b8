"""Descriptions as plain text."""

from __future__ import annotations

import pytest

from plugins.calendars.plain_text import plain_text

SITE = "https://juniper.example/"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("Plain &amp; simple", "Plain & simple"),
        ("<p>One.</p>\n<p>Two\nlines.</p>", "One.\n\nTwo lines."),
        ("<p>A<br>B</p>", "A\nB"),
        ("<p>Bring:</p>\n<ul>\n<li>paper</li>\n<li>glue</li>\n</ul>\n<p>Go.</p>", "Bring:\n\n- paper\n- glue\n\nGo."),
        ('<p>See <a href="https://a.example/x">there</a>.</p>', "See there (https://a.example/x)."),
        ('<p>See <a href="/programs/chess/">chess</a>.</p>', "See chess (https://juniper.example/programs/chess/)."),
        ('<p><a href="https://a.example/">https://a.example/</a></p>', "https://a.example/"),
        ('<p><a href="https://a.example/">a.example</a></p>', "a.example"),
        (
            '<p><a href="mailto:ask@a.example">Write</a> or <a href="tel:5550100">ring</a></p>',
            "Write (ask@a.example) or ring (5550100)",
        ),
        ('<p><a href="{filename}/posts/a.md">A post</a></p>', "A post"),
        ('<p><img src="/images/a.svg" alt="A lantern"> here</p>', "[A lantern] here"),
        ("<p><em>Very</em> <strong>good</strong></p>", "Very good"),
        ("<h3>Before</h3><p>you come</p>", "Before\n\nyou come"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "ab"),
    ],
)
def test_html_becomes_text_in_paragraphs(html: str, text: str):
    assert plain_text(html, SITE) == text
