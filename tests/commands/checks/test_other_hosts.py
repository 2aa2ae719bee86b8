"""Nothing is loaded from another host."""

from __future__ import annotations

import pytest

from plugins.commands.checks.other_hosts import asked_in, check_other_hosts
from tests.commands.checks.pages import ADDRESS, page, site

CDN = "https://cdn.example/a"


@pytest.mark.parametrize(
    "body",
    [
        f'<img src="{CDN}" alt="">',
        f'<img src="a.png" srcset="{CDN} 2x" alt="">',
        f'<script src="{CDN}"></script>',
        f'<iframe src="{CDN}"></iframe>',
        f'<link rel="stylesheet" href="{CDN}">',
        f'<link rel="preconnect" href="{CDN}">',
        f'<video src="{CDN}"></video>',
        f'<object data="{CDN}"></object>',
        f'<a href="/" ping="{CDN}">to</a>',
        '<img src="//cdn.example/a" alt="">',
    ],
)
def test_what_a_page_loads_from_elsewhere_is_named(body: str):
    assert [problem.value for problem in check_other_hosts(site({"index.html": page(body)}))] == [CDN]


@pytest.mark.parametrize(
    "body",
    [
        f'<a href="{CDN}">to</a>',
        f'<form action="{CDN}"></form>',
        '<img src="a.png" alt="">',
        '<img src="data:image/png;base64,AAAA" alt="">',
        f'<img src="{ADDRESS}a.png" alt="">',
        f"<pre>&lt;img src={CDN}&gt;</pre>",
    ],
)
def test_what_is_ones_own_or_only_led_to_is_fine(body: str):
    assert list(check_other_hosts(site({"index.html": page(body)}))) == []


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("a.css", f"@import '{CDN}';"),
        ("a.css", f"p {{ background: url({CDN}) }}"),
        ("a.svg", f"<style>p {{ background: url('{CDN}') }}</style>"),
        ("a.js", f'import {{ a }} from "{CDN}";'),
        ("a.js", f'const a = await import("{CDN}");'),
        ("a.js", f"fetch('{CDN}')"),
        ("a.js", f'navigator.sendBeacon("{CDN}", 1)'),
        ("a.js", f'new Worker("{CDN}")'),
        ("a.js", f'image.src = "{CDN}"'),
        ("a.js", f'request.open("GET", "{CDN}")'),
    ],
)
def test_what_a_style_or_a_script_loads_from_elsewhere_is_named(file: str, text: str):
    assert asked_in(text, file) == {CDN}
    made = site({}, f"theme/{file}", asked={f"theme/{file}": asked_in(text, file)})
    assert [problem.value for problem in check_other_hosts(made)] == [CDN]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("a.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>'),
        ("a.js", '// see https://cdn.example/a\nimport "./b.js"; say("https://cdn.example/a");'),
        ("a.css", "p { background: url(../b.png) }"),
    ],
)
def test_an_address_that_is_only_mentioned_is_fine(file: str, text: str):
    assert asked_in(text, file) == frozenset()
