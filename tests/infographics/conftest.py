"""What tests of drawings share: the words of each language, measured in the theme's own fonts."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

import pytest

from plugins.infographics.chart_words import ChartWords
from plugins.infographics.faces import chart_faces
from plugins.tools.interface import read_interface
from tests.conftest import ROOT

THEME = ROOT / "theme"


@pytest.fixture(scope="session")
def words_of() -> Callable[[str], ChartWords]:
    """Return what gives the words of a language."""
    interface, faces = read_interface(THEME / "translations"), chart_faces(THEME / "fonts-ttf")

    @cache
    def words(language: str) -> ChartWords:
        return ChartWords(spoken=language, say=partial(interface.say, language), width_em=faces.width_em)

    return words


@pytest.fixture(scope="session")
def words(words_of: Callable[[str], ChartWords]) -> ChartWords:
    return words_of("en")
