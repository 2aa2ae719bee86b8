"""From Markdown to the HTML of a page: what stays, what is taken out, and the line each problem names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.tools import body
from plugins.tools.content_files import ContentFiles
from plugins.tools.source import Source

# The picture of tests/tools/conftest.py: black, and smaller than any column.
STEM = "/images/beans-DIGEST-40"
IMG = (
    f'<picture><source type="image/avif" srcset="{STEM}.avif"><source type="image/webp" srcset="{STEM}.webp">'
    f'<img class="tint r-0 g-0 b-0" src="{STEM}.png" alt="{{}}" width="40" height="30" loading="lazy" decoding="async">'
    "</picture>"
)
NO_WORDS = "images.no-alt"
PDF = '<small class="file-kind">(PDF, 26.9 KB)</small>'


def said(made):
    return [(problem.rule, problem.line, problem.value) for problem in made.problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plain *words* and **more**.", "<p>Plain <em>words</em> and <strong>more</strong>.</p>"),
        ("A < B & C", "<p>A &lt; B &amp; C</p>"),
        (
            "<https://a.example/?b=1&c=2>",
            '<p><a href="https://a.example/?b=1&amp;c=2">https://a.example/?b=1&amp;c=2</a></p>',
        ),
        ("[call](tel:5550100)", '<p><a href="tel:5550100">call</a></p>'),
        ("[write](mailto:ask@a.example)", '<p><a href="mailto:ask@a.example">write</a></p>'),
        ("[card](../get-a-card/#who)", '<p><a href="../get-a-card/#who">card</a></p>'),
        ("[down](#below)", '<p><a href="#below">down</a></p>'),
        ("[about]({tag}Local history)", '<p><a href="{tag}Local history">about</a></p>'),
        ("[by]({author}Ann)", '<p><a href="{author}Ann">by</a></p>'),
        ("<!-- a remark -->\n\nText", "<p>Text</p>"),
        ("H<sub>2</sub>O <kbd>F1</kbd>", "<p>H<sub>2</sub>O <kbd>F1</kbd></p>"),
        ('<p lang="fr" dir="ltr">Oui</p>', '<p lang="fr" dir="ltr">Oui</p>'),
        ("*[ILL]: Interlibrary loan\n\nILL", '<p><abbr title="Interlibrary loan">ILL</abbr></p>'),
        ("2026-10-17\n: The day", "<dl>\n<dt>2026-10-17</dt>\n<dd>The day</dd>\n</dl>"),
        ("7. seven\n8. eight", '<ol start="7">\n<li>seven</li>\n<li>eight</li>\n</ol>'),
        ("<details><summary>Who?</summary>You.</details>", "<details><summary>Who?</summary>You.</details>"),
    ],
)
def test_what_may_be_published_stays(render, text, expected):
    made = render(text)
    assert (made.html.strip(), said(made)) == (expected, [])


def test_the_alignment_of_a_table_becomes_a_class(render):
    made = render("|a|b|c|\n|:--|--:|:-:|\n|1|2|3|")
    for side in ("left", "right", "center"):
        assert f'<th class="align-{side}">' in made.html
        assert f'<td class="align-{side}">' in made.html
    assert said(made) == []


@pytest.mark.parametrize(
    ("text", "html", "what"),
    [
        ("One.\n\n<script>\nalert(1)\n</script>\n\nTwo.", "<p>One.</p>\n\n<p>Two.</p>", [(7, "<script>")]),
        ("One.\n\n<SCRIPT src=x></SCRIPT>", "<p>One.</p>", [(7, "<script>")]),
        ("style matters.\n\n<style>p {}</style>", "<p>style matters.</p>", [(7, "<style>")]),
        (
            'style matters.\n\n<p style="color: red">Red</p>',
            "<p>style matters.</p>\n\n<p>Red</p>",
            [(7, 'style="color: red"')],
        ),
        ("<b onclick='a()'>x</b>", "<p><b>x</b></p>", [(5, 'onclick="a()"')]),
        ("a\n\n<b onmouseover=a()>x</b>", "<p>a</p>\n<p><b>x</b></p>", [(7, 'onmouseover="a()"')]),
        ("a\n\n[x](javascript:alert(1))", "<p>a</p>\n<p><a>x</a></p>", [(7, 'href="javascript:alert(1)"')]),
        ("[x](JavaScript:alert)", "<p><a>x</a></p>", [(5, 'href="JavaScript:alert"')]),
        ('<a href="&#106;avascript:alert">x</a>', "<p><a>x</a></p>", [(5, 'href="javascript:alert"')]),
        ("[x](vbscript:a)", "<p><a>x</a></p>", [(5, 'href="vbscript:a"')]),
        ("[x](data:text/html,a)", "<p><a>x</a></p>", [(5, 'href="data:text/html,a"')]),
        ("a\n\n<iframe src='https://v.example'></iframe>", "<p>a</p>", [(7, "<iframe>")]),
        ("<object data=x></object>", "", [(5, "<object>")]),
        ("<form action=/x>\n<input>\n</form>", "", [(5, "<form>"), (6, "<input>")]),
        ("<video src=a.mp4></video>", "", [(5, "<video>")]),
        ("a <svg onload=a()><path></svg>", "<p>a </p>", [(5, "<svg>"), (5, "<path>")]),
        ("<base href='https://evil.example/'>", "<p></p>", [(5, "<base>")]),
        ('<meta http-equiv="refresh" content="0">', "<p></p>", [(5, "<meta>")]),
        ('<p id="a" data-module="x">b</p>', '<p id="a">b</p>', [(5, 'data-module="x"')]),
    ],
)
def test_what_may_not_be_published_is_taken_out_and_named_by_its_line(render, text, html, what):
    made = render(text)
    assert made.usable
    assert " ".join(made.html.split()) == " ".join(html.split())
    assert said(made) == [("text.html-removed", line, value) for line, value in what]
    assert all(problem.severity == "warning" and problem.cure for problem in made.problems)


@pytest.mark.parametrize(
    "text",
    [
        "a javascript: scheme is named, a <b>`<script>`</b> shown",
        "```\n<script>alert(1)</script>\n```",
        "    <iframe>",
        "`onclick=x`",
    ],
)
def test_code_that_is_shown_is_not_run_nor_taken_out(render, text):
    made = render(text)
    assert said(made) == []
    assert "<script" not in made.html
    assert "<iframe" not in made.html


@pytest.mark.parametrize(
    ("text", "line", "value"),
    [
        ("One.\n\n{% image 'a_b_c.jpg' %}", 7, "{% image 'a_b_c.jpg' %}"),
        ('{% include "x" %}\n', 5, '{% include "x" %}'),
        ('{{< ref "other.md" >}}', 5, '{{< ref "other.md" >}}'),
        ("{{% notice %}}", 5, "{{% notice %}}"),
        ('[go]({{ "/x" | url }})', 5, '{{ "/x" | url }}'),
        ('One\n\n<a href="{{ site.baseurl }}/x">y</a>', 7, "{{ site.baseurl }}"),
        ("a\n\n![x]({{ site.baseurl }}/x.png)", 7, "{{ site.baseurl }}"),
        ("`{{ fine }}` but {{ this }} is not", 5, "{{ this }}"),
        ("a\n\n{% one *two* three %}", 7, None),
    ],
)
def test_a_template_tag_leaves_the_text_out(render, text, line, value):
    made = render(text)
    assert (made.usable, made.html) == (False, "")
    problem = made.problems[-1]
    assert (problem.rule, problem.severity, problem.line) == ("text.template-tag", "error", line)
    assert value in (None, problem.value)
    assert "backticks" in problem.cure


@pytest.mark.parametrize(
    "text",
    [
        "`{% image %}`",
        "``{{< ref >}}``",
        '```\n{{ "/x" | url }}\n```',
        "~~~ jinja\n{% for %}\n{% endfor %}\n~~~",
        "    {% image %}\n    {{ x }}",
        "- a list\n\n        {{ x }}",
        "<pre>{{ x }}</pre>",
        "one { two } and { { three } }",
    ],
)
def test_a_template_tag_within_code_is_shown(render, text):
    made = render(text)
    assert made.usable
    assert said(made) == []


@pytest.mark.parametrize(
    ("text", "html", "problems"),
    [
        ("![Broad beans](images/beans.png)", f'<figure class="wide">{IMG.format("Broad beans")}</figure>', []),
        ("![Broad beans](/images/beans.png)", f'<figure class="wide">{IMG.format("Broad beans")}</figure>', []),
        ("![Broad beans]({static}/images/beans.png)", f'<figure class="wide">{IMG.format("Broad beans")}</figure>', []),
        ("![Broad beans](../images/beans.png)", f'<figure class="wide">{IMG.format("Broad beans")}</figure>', []),
        (
            '![Broad beans](images/beans.png "Beans in May. Credit: Ann Lee")',
            (
                f'<figure class="wide">{IMG.format("Broad beans")}<figcaption>Beans in May. '
                '<small class="credit">Ann Lee</small></figcaption></figure>'
            ),
            [],
        ),
        (
            '![Broad beans](images/beans.png "Credit: Ann & Co")',
            (
                f'<figure class="wide">{IMG.format("Broad beans")}<figcaption>'
                '<small class="credit">Ann &amp; Co</small></figcaption></figure>'
            ),
            [],
        ),
        (
            '![Broad beans](images/beans.png "<script>alert(1)</script>")',
            (
                f'<figure class="wide">{IMG.format("Broad beans")}<figcaption>&lt;script&gt;alert(1)&lt;/script&gt;'
                "</figcaption></figure>"
            ),
            [],
        ),
        ("A ![bean](images/beans.png) here", f"<p>A {IMG.format('bean')} here</p>", []),
        ('![a > "b"](images/beans.png)', f'<figure class="wide">{IMG.format("a &gt; &quot;b&quot;")}</figure>', []),
        (
            "![Two](images/two%20words.svg)",
            (
                '<figure class="wide"><img src="/images/two%20words.svg" alt="Two" width="12" height="8" '
                'loading="lazy" decoding="async"></figure>'
            ),
            [],
        ),
        (
            "One.\n\n![](images/beans.png)",
            "<p>One.</p>",
            [(NO_WORDS, 7, "images/beans.png")],
        ),
        ("![decorative](images/beans.png)", f'<figure class="wide">{IMG.format("")}</figure>', []),
        ("Two ![photo](images/beans.png) here", "<p>Two  here</p>", [(NO_WORDS, 5, "images/beans.png")]),
        ('![Beans in May](images/beans.png "Beans in May. Credit: Ann")', "", [(NO_WORDS, 5, "images/beans.png")]),
        (
            "[![decorative](images/beans.png)](https://b.example/)",
            '<p><a href="https://b.example/"></a></p>',
            [(NO_WORDS, 5, "images/beans.png")],
        ),
        ("![decorative](images/none.png)", "", [("images.missing", 5, "images/none.png")]),
        ("![Cut off](images/cut.jpg)", "<p><em>Cut off</em></p>", [("images.unusable", 5, "images/cut.jpg")]),
        ("![A script](images/bad.svg)", "<p><em>A script</em></p>", [("images.unusable", 5, "images/bad.svg")]),
        ("![From a phone](images/a.heic)", "<p><em>From a phone</em></p>", [("images.unusable", 5, "images/a.heic")]),
        (
            "[large](images/beans.png)",
            f'<p><a href="{STEM}.png">large <small class="file-kind">(PNG)</small></a></p>',
            [],
        ),
        ("[large](images/cut.jpg)", "<p>large</p>", [("images.unusable", 5, "images/cut.jpg")]),
        (
            "One.\n\n![Gone](images/none.png)",
            "<p>One.</p>\n<p><em>Gone</em></p>",
            [("images.missing", 7, "images/none.png")],
        ),
        ("![](images/none.png)", "", [("images.missing", 5, "images/none.png")]),
        ("![Up](../../etc/passwd.png)", "<p><em>Up</em></p>", [("images.missing", 5, "../../etc/passwd.png")]),
        ("![Beside](beside.png)", "<p><em>Beside</em></p>", [("images.missing", 5, "beside.png")]),
        (
            "![Far](https://a.example/x.png)",
            '<p><a href="https://a.example/x.png">Far</a></p>',
            [("images.remote", 5, "https://a.example/x.png")],
        ),
        (
            "![](//a.example/x.png)",
            "<p>//a.example/x.png</p>",
            [("images.remote", 5, "//a.example/x.png")],
        ),
        (
            "[![Far](https://a.example/x.png)](https://b.example/)",
            '<p><a href="https://b.example/">Far</a></p>',
            [("images.remote", 5, "https://a.example/x.png")],
        ),
        (
            "[link](https://b.example/) and ![Far](https://a.example/x.png)",
            '<p><a href="https://b.example/">link</a> and <a href="https://a.example/x.png">Far</a></p>',
            [("images.remote", 5, "https://a.example/x.png")],
        ),
    ],
)
def test_a_picture_is_shown_with_its_size_or_said_to_be_missing(render, text, html, problems):
    made = render(text)
    found = re.sub("-[0-9a-f]{10}-", "-DIGEST-", made.html.strip())
    assert (found, said(made)) == (html, problems)


@pytest.mark.parametrize(
    ("text", "html", "problems"),
    [
        ("[form](files/form.pdf)", f'<p><a href="/files/form.pdf">form {PDF}</a></p>', []),
        ("[form](/files/form.pdf#page=2)", f'<p><a href="/files/form.pdf#page=2">form {PDF}</a></p>', []),
        ("[form]({static}/files/form.pdf)", f'<p><a href="/files/form.pdf">form {PDF}</a></p>', []),
        ("[form](%7Bstatic%7D/files/form.pdf)", f'<p><a href="/files/form.pdf">form {PDF}</a></p>', []),
        (
            "[all](files/big.zip)",
            '<p><a href="/files/big.zip">all <small class="file-kind">(ZIP, 3 MB)</small></a></p>',
            [],
        ),
        (
            "[few](files/tiny.csv)",
            '<p><a href="/files/tiny.csv">few <small class="file-kind">(CSV, 1 KB)</small></a></p>',
            [],
        ),
        ("[far](https://a.example/form.pdf)", '<p><a href="https://a.example/form.pdf">far</a></p>', []),
        ("a\n\n[form](files/none.pdf)", "<p>a</p>\n<p>form</p>", [("links.missing", 7, "files/none.pdf")]),
        ("[rows](events/private.csv)", "<p>rows</p>", [("links.missing", 5, "events/private.csv")]),
        ("[out](../../secret.txt)", "<p>out</p>", [("links.missing", 5, "../../secret.txt")]),
        ("[other](other.md)", '<p><a href="{filename}/posts/other.md">other</a></p>', []),
        ("[other](posts/other.md#part)", '<p><a href="{filename}/posts/other.md#part">other</a></p>', []),
        ("[other]({filename}other.md)", '<p><a href="{filename}/posts/other.md">other</a></p>', []),
        ("[other](|filename|/posts/other.md)", '<p><a href="{filename}/posts/other.md">other</a></p>', []),
        ("[gone](gone.md)", "<p>gone</p>", [("links.missing", 5, "gone.md")]),
    ],
)
def test_a_link_to_a_file_says_its_type_and_size_and_leads_somewhere(render, text, html, problems):
    made = render(text)
    assert (made.html, said(made)) == (html, problems)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## One\n\n### Two", ['<h2 id="one">', '<h3 id="two">']),
        ("# One\n\n## Two", ['<h2 id="one">', '<h3 id="two">']),
        ("## One\n\n#### Two\n\n## Three", ['<h2 id="one">', '<h3 id="two">', '<h2 id="three">']),
        ("### One\n\n## Two", ['<h2 id="one">', '<h2 id="two">']),
        ("## Same\n\n## Same", ['<h2 id="same">', '<h2 id="same_1">']),
        ("## Main", ['<h2 id="main-2">']),
        ("## Ça va\n\n## 中文", ['<h2 id="ça-va">', '<h2 id="中文">']),
    ],
)
def test_headings_go_down_one_level_at_a_time_and_have_ids_of_their_own(render, text, expected):
    made = render(text)
    assert [f"{start}>" for start in made.html.replace("\n", "").split(">") if start.startswith("<h")] == expected


def test_moved_headings_are_a_note(render):
    assert [(problem.rule, problem.severity) for problem in render("# One").problems] == [
        ("text.heading-level", "note")
    ]
    assert render("## One").problems == ()


@pytest.mark.parametrize(
    ("text", "line", "value"),
    [
        ("## One\n\n#### Two *and* three\n\n## Four", 7, "Two and three"),
        ("Hi\n\n# One\n\n## Two", 7, "One"),
        ("## One\n\nHi\n\n#### A & B", 9, "A & B"),
    ],
)
def test_the_first_heading_that_jumps_is_named_on_its_line(render, text, line, value):
    (problem,) = render(text).problems
    assert (problem.line, problem.value) == (line, value)


def test_an_id_stands_once_whoever_wrote_it(render):
    made = render('<p id="a">1</p>\n\n<p id="a">2</p>\n\n## A\n\n<p id="notice">3</p>')
    assert [part.split('"')[0] for part in made.html.split(' id="')[1:]] == ["a", "a-2", "a-3", "notice-2"]


@pytest.mark.parametrize(
    ("text", "html", "line", "value"),
    [
        ("a\n\nb\x0bc", "<p>a</p>\n<p>bc</p>", 7, "U+000B"),
        ("a\x00b", "<p>ab</p>", 5, "U+0000"),
        ("a\x1bb", "<p>ab</p>", 5, "U+001B"),
        ("a\ufffeb", "<p>ab</p>", 5, "U+FFFE"),
    ],
)
def test_a_character_nobody_can_see_is_left_out_and_said(render, text, html, line, value):
    made = render(text)
    assert (made.html, said(made)) == (html, [("text.unseen-character", line, value)])


@pytest.mark.parametrize("text", ["a&#1;b", "a&#x1F;b", "a&#xFFFE;b"])
def test_nor_does_it_come_in_by_its_number(render, text):
    assert render(text).html == "<p>ab</p>"


@pytest.mark.parametrize("text", ["soft\u00adhyphen", "zero\u200bwidth", "שלום\u200f", "👩\u200d🌾"])
def test_characters_that_languages_need_stay(render, text):
    made = render(text)
    assert (made.html, said(made)) == (f"<p>{text}</p>", [])


@pytest.mark.parametrize(
    ("text", "opening", "words"),
    [
        ("## Head\n\nThe *first* words.\n\nMore.", "The first words.", 5),
        ("![x](images/beans.png)\n\nAfter a picture.", "After a picture.", 3),
        ("Tea &amp; toast", "Tea & toast", 3),
        ("- only\n- a list", "", 3),
        ("", "", 0),
    ],
)
def test_the_opening_is_the_first_paragraph_as_plain_text(render, text, opening, words):
    made = render(text)
    assert (made.opening, made.words) == (opening, words)


def test_a_long_opening_is_cut_between_words(render):
    assert len(render("word " * 200).opening) <= 300
    assert render("word " * 200).opening.endswith("word…")


def test_nothing_of_one_text_is_left_over_for_the_next(render):
    render("[a]: https://a.example/\n\n*[ILL]: x\n\na[^1]\n\n[^1]: note")
    assert render("[a] ILL").html == "<p>[a] ILL</p>"


@given(
    st.text(st.sampled_from("abÉ字ß .,;:!?'\"()-–…\n\t\r\x00\x07\x7f\x85\xa0\xad\u200b\u2028\ufeff\ufffd<>&{}%[]|#/=;"))
)
def test_a_paragraph_of_words_alone_is_what_the_long_way_makes_of_it(tmp_path_factory, text):
    source, made = Source(text=text, file="events.csv", line=2), f"<p>{body.words.without_unseen(text)}</p>"
    files = ContentFiles(root=tmp_path_factory.getbasetemp())
    short = body.render(source, convert=lambda seen: f"<p>{seen}</p>", files=files)
    long = body._mended(source, made, list(short.problems), files, None)
    assert (short.html, short.usable) == (long.html, long.usable)
