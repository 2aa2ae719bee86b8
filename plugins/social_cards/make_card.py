"""Makes the bytes of one card, and says what could not be shown on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from plugins.kernel.problems import Problem
from plugins.social_cards import rules
from plugins.social_cards.choose_cards import PlannedCard
from plugins.social_cards.crop_picture import as_jpeg_bytes, crop_picture
from plugins.social_cards.model import Card, Colors, Drawing
from plugins.social_cards.paint_card import TEMPLATE, Faces, paint_card
from plugins.social_cards.plain_words import plain_words
from plugins.social_cards.set_card import set_card
from plugins.tools.photograph import PictureError
from plugins.tools.typesetting import Press


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeCard:
    """A card's bytes, and what its page's author should know."""

    data: bytes
    problems: tuple[Problem, ...] = ()


class CardMaker:
    """Makes cards in a library's colors with a theme's fonts; both are opened when the first card is made."""

    def __init__(self, fonts: Path, colors: Colors) -> None:
        self._fonts, self._colors = fonts, colors

    @cached_property
    def faces(self) -> Faces:
        """Return what measures text."""
        return Faces(self._fonts)

    @cached_property
    def _press(self) -> Press:
        return Press(TEMPLATE, self._fonts)

    def make(self, planned: PlannedCard, picture: Path | None) -> MadeCard:
        """Return the card; that of a picture which cannot be opened is drawn like any other."""
        if picture is None:
            return self._drawn(planned)
        try:
            return MadeCard(data=crop_picture(picture, self._colors.ground))
        except PictureError:
            drawn = self._drawn(planned)
            said = no_picture(planned.source, planned.picture)
            return MadeCard(data=as_jpeg_bytes(drawn.data), problems=(*drawn.problems, said))

    def judge(self, planned: PlannedCard) -> tuple[Problem, ...]:
        """Return what a drawn card could not show, without drawing it."""
        return () if planned.picture else _unset(planned, self._set(planned))

    def _drawn(self, planned: PlannedCard) -> MadeCard:
        drawing = self._set(planned)
        return MadeCard(data=paint_card(drawing, self._colors, self._press), problems=_unset(planned, drawing))

    def _set(self, planned: PlannedCard) -> Drawing:
        return set_card(self._plain(planned.card), self.faces.width_em)

    def _plain(self, card: Card) -> Card:
        measure = self.faces.width_em
        return replace(
            card,
            title=plain_words(card.title, measure),
            place=plain_words(card.place, measure),
            library=plain_words(card.library, measure),
            motto=plain_words(card.motto, measure),
        )


def _unset(planned: PlannedCard, drawing: Drawing) -> tuple[Problem, ...]:
    return tuple(_no_letters(planned, text) for text in drawing.unset)


def _no_letters(planned: PlannedCard, text: str) -> Problem:
    return rules.NO_LETTERS.at(
        planned.source or planned.file,
        value=text,
        what="The type of the site has no letters for this, or no room, so the page's social card does not show it.",
        cure="Nothing to do: the card shows the library, and of an event when and where. The page shows all.",
    )


def no_picture(source: str, picture: str) -> Problem:
    """Return that a picture cannot be a card."""
    return rules.NO_PICTURE.at(
        source,
        column="image",
        value=picture,
        what="This cannot be shown where the post is shared: it is no photograph, is not there, or cannot be opened.",
        cure="Name a JPEG, PNG, WebP or AVIF file of content/images/, or take the line card: picture out.",
    )


def no_letters_for_library(name: str) -> Problem:
    """Return that the library's name cannot be set."""
    return rules.NO_CARDS.at(
        "library.toml",
        column="name",
        value=name,
        what="The type of the site has no letters for the name of the library, so only some pages have a social card.",
        cure="Nothing to do; where the library has a name in Latin letters too, write both into name.",
    )
