"""Small pages and sites, as the checks see them."""

from __future__ import annotations

from typing import Any

from plugins.commands.checks.model import Site
from plugins.commands.checks.page_facts import read_page

ADDRESS = "https://library.example/x/"
DESCRIPTION = "What is on at the library this week, for everybody who likes to know."


def page(body: str = "", head: str = "", *, lang: str = ' lang="en"', title: str = "<title>The library</title>") -> str:
    """Return a page that keeps every promise, but for what is put into it."""
    described = f'<meta name="description" content="{DESCRIPTION}">'
    return f"<!doctype html><html{lang}><head>{title}{described}{head}</head><body><h1>Hello</h1>{body}</body></html>"


def site(pages: dict[str, str], *files: str, **known: Any) -> Site:
    """Return a site of these pages, by file, and of files that nobody reads."""
    read = {file: read_page(html.encode()) for file, html in pages.items()}
    sizes = {file: len(html) for file, html in pages.items()} | dict.fromkeys(files, 100)
    return Site(**{"address": ADDRESS, "sizes": sizes, "packed": {}, "pages": read} | known)
