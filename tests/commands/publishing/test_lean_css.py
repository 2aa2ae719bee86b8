"""Stylesheets say the same in fewer bytes."""

from __future__ import annotations

import pytest

from plugins.commands.publishing.lean_css import StyleError, lean_css, style_problems


@pytest.mark.parametrize(
    ("text", "lean"),
    [
        ("a {\n  color: #ff0000;\n}\n", "a{color:red}"),
        ("/* why */ a { margin: 0px 0px 0px 0px }", "a{margin:0}"),
        ("@layer a, b; @layer b { p { color: red } }", "@layer a;@layer b{p{color:red}}"),
        ("p { color: light-dark(red, oklch(50% 0.1 20)) }", "p{color:light-dark(red,oklch(50% .1 20))}"),
        ("p { & b { color: red } }", "p{& b{color:red}}"),
        ("p { inset-inline: 1px; margin-block: 2px }", "p{margin-block:2px;inset-inline:1px}"),
    ],
)
def test_nothing_is_lost_and_nothing_is_translated_for_older_browsers(text: str, lean: str):
    assert lean_css(text, "a.css") == lean


@pytest.mark.parametrize("text", ["a { color: red", "a{color:red}\nb{ {{ }", "}"])
def test_what_cannot_be_read_is_refused(text: str):
    if text == "a { color: red":
        # A brace that is missing at the very end is put there, as browsers do.
        assert lean_css(text, "a.css") == "a{color:red}"
        return
    with pytest.raises(StyleError):
        lean_css(text, "a.css")


def test_it_is_named_by_the_file_that_people_write_and_the_line(tmp_path):
    folder = tmp_path / "our-theme/static/css"
    folder.mkdir(parents=True)
    (folder / "fine.css").write_text("a { color: red }", encoding="utf-8")
    (folder / "broken.css").write_text("a { color: red }\n\n}\nb { color: red }\n", encoding="utf-8")
    found = list(style_problems(tmp_path / "our-theme"))
    assert [(one.file, one.line, one.rule) for one in found] == [
        ("our-theme/static/css/broken.css", 3, "publish.style")
    ]
