"""Names of files are found where they are meant as such, and only there."""

from __future__ import annotations

import pytest

from plugins.commands.publishing.references import Place, named_in, with_names

PLACE = Place(address="https://library.example/x/")
NAMES = {
    "theme/css/site.css": "theme/css/site.1.css",
    "theme/fonts/a.woff2": "theme/fonts/a.2.woff2",
    "theme/js/page.js": "theme/js/page.3.js",
    "theme/icons/icons.svg": "theme/icons/icons.4.svg",
    "theme/icons/icon-192.png": "theme/icons/icon-192.5.png",
    "feeds/feed.css": "feeds/feed.6.css",
}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("index.html", '<link href="theme/css/site.css">', '<link href="theme/css/site.1.css">'),
        ("a/b/index.html", '<link href="../../theme/css/site.css">', '<link href="../../theme/css/site.1.css">'),
        ("404.html", '<link href="/x/theme/css/site.css">', '<link href="/x/theme/css/site.1.css">'),
        ("a/index.html", "<link href='../theme/css/site.css?1'>", "<link href='../theme/css/site.1.css?1'>"),
        ("a/index.html", '<use href="../theme/icons/icons.svg#dot"/>', '<use href="../theme/icons/icons.4.svg#dot"/>'),
        (
            "a/index.html",
            '<meta content="https://library.example/x/theme/icons/icon-192.png">',
            '<meta content="https://library.example/x/theme/icons/icon-192.5.png">',
        ),
        (
            "a/index.html",
            '<script type="application/ld+json">{"logo": "https://library.example/x/theme/icons/icon-192.png"}</script>',
            '<script type="application/ld+json">{"logo": "https://library.example/x/theme/icons/icon-192.5.png"}</script>',
        ),
        (
            "a/index.html",
            '<img srcset="../theme/icons/icon-192.png 1x, ../theme/icons/icon-192.png 2x">',
            '<img srcset="../theme/icons/icon-192.5.png 1x, ../theme/icons/icon-192.5.png 2x">',
        ),
        ("theme/css/site.css", "src: url(../fonts/a.woff2) format()", "src: url(../fonts/a.2.woff2) format()"),
        ("theme/css/site.css", 'src: url("../fonts/a.woff2")', 'src: url("../fonts/a.2.woff2")'),
        ("theme/js/modules/b.js", 'import { a } from "../page.js";', 'import { a } from "../page.3.js";'),
        ("theme/js/site.js", 'import("./page.js")', 'import("./page.3.js")'),
        ("feeds/all.atom.xml", 'href="../feeds/feed.css"?>', 'href="../feeds/feed.6.css"?>'),
        (
            "feeds/all.atom.xml",
            "<icon>https://library.example/x/theme/icons/icon-192.png</icon>",
            "<icon>https://library.example/x/theme/icons/icon-192.5.png</icon>",
        ),
        ("site.webmanifest", '"src": "theme/icons/icon-192.png"', '"src": "theme/icons/icon-192.5.png"'),
    ],
)
def test_a_name_is_written_anew(file: str, old: str, new: str):
    assert with_names(old, file, NAMES, PLACE) == new


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("index.html", "<p>Look at theme/css/site.css, or (theme/css/site.css).</p>"),
        ("index.html", '<pre>&lt;link href="theme/css/site.css"&gt;</pre>'),
        ("a/index.html", '<link href="theme/css/site.css">'),
        ("index.html", '<link href="https://elsewhere.example/x/theme/css/site.css">'),
        ("index.html", '<link href="/theme/css/site.css">'),
        ("index.html", '<link href="../theme/css/site.css">'),
        ("theme/js/a.js", 'say("page.js")'),
        ("theme/js/a.js", 'say("theme/css/site.css")'),
        ("index.html", '<link href="theme/css/site.css.map">'),
    ],
)
def test_what_only_looks_like_one_stays(file: str, text: str):
    assert with_names(text, file, NAMES, PLACE) == text


def test_files_that_a_text_names_are_told():
    text = 'import "./a.js"; import("../b.js"); say("c.js");'
    assert named_in(text, "theme/js/site.js", PLACE) == {"theme/js/a.js", "theme/b.js"}
