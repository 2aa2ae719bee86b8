"""Social cards in Pelican: draws a picture for each page that is published, and tells the page where it is."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property, partial
from pathlib import Path

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.bridge.digest import hashed
from plugins.bridge.generators import SiteGenerator
from plugins.kernel.entry import Entry
from plugins.social_cards.choose_cards import DRAWN, PlannedCard, SocialCard, has_own_card, link_to, plan_card
from plugins.social_cards.crop_picture import ENDINGS
from plugins.social_cards.make_card import CardMaker, no_letters_for_library, no_picture
from plugins.social_cards.model import Colors
from plugins.social_cards.paint_card import files_of
from plugins.social_cards.plain_words import has_face, plain_words
from plugins.social_cards.say_card import card_of, library_card
from plugins.tools.palette import palette


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(generators)
    signals.all_generators_finalized.connect(plan)


def generators(pelican: object) -> type[SocialCardsGenerator]:
    """Return the generator of social cards."""
    del pelican
    return SocialCardsGenerator


def plan(generators: list[Generator]) -> None:
    """Be asked by every page when it is written."""
    for generator in generators:
        if isinstance(generator, SocialCardsGenerator) and generator.is_on:
            generator.build.on_pages["social_card"] = generator.tell


class SocialCardsGenerator(SiteGenerator):
    """Writes card.png beside each page that has something to say for itself, and one for all other pages."""

    @property
    def is_on(self) -> bool:
        """Tell whether cards are drawn: nobody shares a preview, and a theme without our fonts has none."""
        return bool(self.settings["SOCIAL_CARDS"] and not self.build.drafts_shown and self._drawn_with)

    @property
    def _fonts(self) -> Path:
        return Path(self.theme) / "fonts-ttf"

    @cached_property
    def _drawn_with(self) -> tuple[bytes, ...]:
        """Return the digests of the template and the fonts."""
        return tuple(hashed(file.read_bytes()) for file in files_of(self._fonts))

    @cached_property
    def _colors(self) -> Colors:
        library = self.build.library
        colors = palette(library.hue, library.chroma).light
        return Colors(ground=colors["stock"], ink=colors["ink"], spark=colors["spark"], on_spark=colors["on-spark"])

    @cached_property
    def _maker(self) -> CardMaker:
        return CardMaker(self._fonts, self._colors)

    @cached_property
    def _names_library(self) -> bool:
        measure = self._maker.faces.width_em
        return has_face(plain_words(self.build.library.name, measure), measure)

    @cached_property
    def entry_cards(self) -> dict[str, PlannedCard]:
        """Return the card of each entry that has one, by the address of its page."""
        cards = {entry.address: self._card_of(entry) for entry in self.build.entries if has_own_card(entry)}
        return {address: card for address, card in cards.items() if self._shows_something(card)}

    @cached_property
    def library_cards(self) -> dict[str, PlannedCard]:
        """Return the library's own card in each of its languages, for pages that have none; nothing without letters."""
        library = self.build.library
        cards = {
            language: PlannedCard(
                file=f"{self.prefix(language)}{DRAWN}", card=library_card(library, language), source="library.toml"
            )
            for language in self.languages
        }
        return cards if self._names_library else {}

    def _card_of(self, entry: Entry) -> PlannedCard:
        library, interface = self.build.library, self.build.writer.interface
        language = entry.language if interface.knows(entry.language) else library.languages[0]
        card = card_of(entry, library, language, partial(interface.say, language))
        picture = self._picture(entry.shared_image)
        if entry.shared_image and picture is None:
            self.build.problems.append(no_picture(entry.source, entry.shared_image[0]))
        return plan_card(entry, card, has_picture=picture is not None)

    def _picture(self, image: tuple[str, str] | None) -> Path | None:
        found = self.build.files.offered(image[0]) if image else None
        return found.path if found and found.path.suffix.lower() in ENDINGS else None

    def _shows_something(self, planned: PlannedCard) -> bool:
        """Tell whether there is anything to draw: where the library's name cannot be set, the title must be."""
        measure = self._maker.faces.width_em
        return (
            self._names_library or bool(planned.picture) or has_face(plain_words(planned.card.title, measure), measure)
        )

    def tell(self, address: str, language: str) -> SocialCard | None:
        """Return the card of a page: its own, or the library's."""
        general = self.library_cards.get(language) or self.library_cards.get(self.languages[0])
        planned = self.entry_cards.get(address) or general
        if planned is None:
            return None
        mark = self.build.memory.digests.of(self._made_of(planned))
        return link_to(planned, mark.hex()[:8])

    def _made_of(self, planned: PlannedCard) -> tuple[object, ...]:
        picture = self.build.memory.asking.answer((planned.picture, "")) if planned.picture else ""
        return (planned, picture, self._colors, self._drawn_with)

    def generate_output(self, writer: Writer) -> None:
        """Draw every card that is not drawn yet."""
        if not self.is_on:
            return
        if not self._names_library:
            self.build.problems.append(no_letters_for_library(self.build.library.name))
        for planned in (*self.library_cards.values(), *self.entry_cards.values()):
            if self.build.only_read:
                self.build.problems += self._maker.judge(planned)
            self.write_drawn(writer, planned.file, partial(self._make, planned), *self._made_of(planned))

    def _make(self, planned: PlannedCard, now: datetime) -> bytes:
        del now
        picture = self._picture((planned.picture, "")) if planned.picture else None
        made = self._maker.make(planned, picture)
        self.build.problems += made.problems
        return made.data
