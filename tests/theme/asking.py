"""Asks a pure module of the theme's scripts for the value of an expression."""

from __future__ import annotations

from playwright.sync_api import Page


def ask(page: Page, module: str, expression: str) -> object:
    return page.evaluate(f"async () => {{ const m = await import('/js/pure/{module}.js'); return {expression}; }}")
