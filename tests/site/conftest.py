"""The built sites on a web host of the loopback, each built and served once for all tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.site.kinds import Kind
from tests.site.reading import Reading, read_site
from tests.site.served import served
from tests.site.visit import DESKTOP, Open, Opener, new_context, opened


@pytest.fixture(scope="session")
def folder(request: pytest.FixtureRequest) -> Callable[[str], Path]:
    """Return what gives the folder of a built site: "demo", or one of tests/sites/."""

    @cache
    def built(site: str) -> Path:
        made = request.getfixturevalue("demo") if site == "demo" else request.getfixturevalue("site")(site)
        assert made.code == 0, made.said
        return made.output

    return built


@pytest.fixture(scope="session")
def readings(folder: Callable[[str], Path]) -> Callable[[str], dict[str, Reading]]:
    """Return what gives every page of a built site by its path, read once."""
    return cache(lambda site: read_site(folder(site)))


@pytest.fixture(scope="session")
def host(folder: Callable[[str], Path]) -> Iterator[Callable[[str], str]]:
    """Return what gives the address at which a site is served."""
    with ExitStack() as open_servers:
        yield cache(lambda site: open_servers.enter_context(served(folder(site))))


@pytest.fixture(scope="session")
def visit(browser: Browser, host: Callable[[str], str]) -> Iterator[Opener]:
    """Return what opens pages of a kind, for use in a with statement; those with the same options share a tab."""
    with ExitStack() as open_contexts:

        @cache
        def tab(**options: Any) -> Page:
            return open_contexts.enter_context(new_context(browser, **options)).new_page()

        def visited(kind: Kind, size: dict[str, int] = DESKTOP, **options: Any) -> AbstractContextManager[Open]:
            return opened(tab(**options), host(kind.site) + kind.address, size)

        yield visited
