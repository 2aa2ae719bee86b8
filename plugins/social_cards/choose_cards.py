"""Chooses which pages have a card of their own, and says where each card is."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.kernel.entry import Entry
from plugins.social_cards.model import HEIGHT_PX, WIDTH_PX, Card

DRAWN, PICTURED = "card.png", "card.jpg"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedCard:
    """A card that is to be made: from words, or of a picture of the library's own (its name in the content folder).

    `source` is the file whose author hears of it, `file` where the card goes.
    """

    file: str
    card: Card
    source: str
    picture: str = ""
    picture_alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SocialCard:
    """A card as its page names it: its address, with a mark that changes when the card does, and what it shows."""

    address: str
    alt: str
    type: str
    width: int = WIDTH_PX
    height: int = HEIGHT_PX


def has_own_card(entry: Entry) -> bool:
    """Tell whether a page has a card of its own; nobody is invited to what is over."""
    return entry.announced is None or bool(entry.next_dates)


def plan_card(entry: Entry, card: Card, *, has_picture: bool) -> PlannedCard:
    """Return where an entry's card goes; other sites draw no SVG, and nobody can show a picture that is not there."""
    image, alt = entry.shared_image if entry.shared_image and has_picture else ("", "")
    name = PICTURED if image else DRAWN
    return PlannedCard(file=f"{entry.address}{name}", card=card, source=entry.source, picture=image, picture_alt=alt)


def link_to(planned: PlannedCard, mark: str) -> SocialCard:
    """Return a card's link. Other sites keep a picture by its address, so another picture needs another address."""
    kind = "image/jpeg" if planned.picture else "image/png"
    return SocialCard(address=f"{planned.file}?{mark}", alt=planned.picture_alt or planned.card.words, type=kind)
