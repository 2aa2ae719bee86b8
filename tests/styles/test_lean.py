"""What is taken out of styles and scripts, and what must stay as it is."""

from __future__ import annotations

import pytest

from plugins.styles.lean import lean_script, lean_style


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a {\n  color: red;\n}\n", "a{color: red}\n"),
        ("/* why */ a,\n/* and\n why */\nb { top: 0; }", "a,b{top: 0}\n"),
        ("a\n  b :hover { x: calc(1px + 2px) }", "a b :hover{x: calc(1px + 2px)}\n"),
        (
            'a::after { content: "+" / ""; content: " / " counter(pages); }',
            'a::after{content: "+" / "";content: " / " counter(pages)}\n',
        ),
        (
            "@layer a, b;\n@media (min-width: 1px) and (hover: hover) { a { x: y } }",
            "@layer a,b;@media (min-width: 1px) and (hover: hover){a{x: y}}\n",
        ),
    ],
)
def test_styles(text: str, expected: str):
    assert lean_style(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("// Why.\n//\nconst a = 1;\n", "const a = 1;\n"),
        ("/** What. */\nexport function a() {\n  // Why.\n  return b;\n}\n", "export function a() {\nreturn b;\n}\n"),
        ('const a = "https://a.example"; // Why.\n', 'const a = "https://a.example"; // Why.\n'),
        ("a\n\n\nb\n", "a\nb\n"),
    ],
)
def test_scripts(text: str, expected: str):
    assert lean_script(text) == expected
