"""What tests of social cards share: the theme's own faces, a ruler, and the colors of the demo."""

from __future__ import annotations

import pytest

from plugins.social_cards.model import Colors
from plugins.social_cards.paint_card import TEMPLATE, Faces
from plugins.tools.palette import palette
from plugins.tools.typesetting import Press
from tests.conftest import ROOT

FONTS = ROOT / "theme" / "fonts-ttf"


@pytest.fixture(scope="session")
def faces() -> Faces:
    return Faces(FONTS)


@pytest.fixture(scope="session")
def press() -> Press:
    return Press(TEMPLATE, FONTS)


def colors_of(hue: float, chroma: float) -> Colors:
    found = palette(hue, chroma).light
    return Colors(ground=found["stock"], ink=found["ink"], spark=found["spark"], on_spark=found["on-spark"])


@pytest.fixture(scope="session")
def colors() -> Colors:
    return colors_of(152, 0.065)
