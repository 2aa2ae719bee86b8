"""The lines of the ledger by which a list of events is chosen: where, for whom, about what, in which language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from plugins.events.agenda import Agenda, Facets, Kind
from plugins.kernel.languages import Phrase

# What has lists of its own, and what has a line of the ledger: of programs there may be many, and they have pages.
LISTED: tuple[Kind, ...] = ("branch", "audience", "topic", "program", "language", "access")
KINDS: tuple[Kind, ...] = ("branch", "audience", "topic", "language", "access")
# Of these, one alone is a choice already: most events are in the library's language and promise nothing.
_ONE_IS_ENOUGH = frozenset({"language", "access"})
# How many choices a line offers; a spreadsheet of somebody else's may hold hundreds of subjects.
CHOICES = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice; `count` is how many times something is on in the period of the list, None for the choice of all."""

    label: str
    address: str
    count: int | None
    current: bool
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One line of choices; `more` is the address of all there are, where the line has no room for them."""

    kind: Kind
    label: str
    options: tuple[Option, ...]
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What a list is about: one id of a kind, or everything."""

    kind: Kind | None = None
    id: str = ""

    @property
    def address(self) -> str:
        """Return the address of the list within its language."""
        return f"events/{self.kind}/{self.id}/" if self.kind else "events/"

    @property
    def facets(self) -> Facets:
        """Return the same for asking an agenda."""
        found: Facets = {}
        if self.kind:
            found[self.kind] = self.id
        return found


EVERYTHING = Chosen()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Where the lines stand: what is chosen there, the period that is counted, and the language of the words.

    `labels` gives for each kind its heading and its word for all ("Branch", "All").
    """

    agenda: Agenda
    chosen: Chosen
    first: date
    last: date
    language: str
    prefix: str
    labels: Mapping[str, tuple[str, str]]

    def lines(self) -> tuple[Facet, ...]:
        """Return the lines that leave something to choose."""
        return tuple(self._line(kind) for kind in KINDS if self._has_choice(kind))

    def _has_choice(self, kind: Kind) -> bool:
        values = len(self.agenda.facet_values(kind))
        return self.chosen.kind == kind or values > (0 if kind in _ONE_IS_ENOUGH else 1)

    def _line(self, kind: Kind) -> Facet:
        heading, word_for_all = self.labels[kind]
        counts = self.agenda.counts(kind, self.first, self.last)
        everything = Option(
            label=word_for_all, address=f"{self.prefix}events/", count=None, current=self.chosen.kind != kind
        )
        values = self.agenda.facet_values(kind)
        more = f"{self.prefix}{every_address(kind)}" if len(values) > CHOICES else ""
        shown = self._most(kind, values, counts) if more else values
        options = (self._option(Chosen(kind=kind, id=id_), name, counts) for id_, name in shown)
        return Facet(kind=kind, label=heading, options=(everything, *options), more=more)

    def every(self, kind: Kind) -> tuple[Option, ...]:
        """Return every choice of a kind, however many there are, by name."""
        counts = self.agenda.counts(kind, self.first, self.last)
        values = self.agenda.facet_values(kind)
        found = (self._option(Chosen(kind=kind, id=id_), name, counts) for id_, name in values)
        return tuple(sorted(found, key=lambda option: (option.label.casefold(), option.id)))

    def _most(
        self, kind: Kind, values: tuple[tuple[str, Phrase | str], ...], counts: Mapping[str, int]
    ) -> tuple[tuple[str, Phrase | str], ...]:
        """Return the values with the most events, what is chosen among them, in the order they have."""
        by_count = sorted(
            values, key=lambda value: (Chosen(kind=kind, id=value[0]) != self.chosen, -counts.get(value[0], 0))
        )
        kept = {id_ for id_, _ in by_count[:CHOICES]}
        return tuple(value for value in values if value[0] in kept)

    def _option(self, chosen: Chosen, name: Phrase | str, counts: Mapping[str, int]) -> Option:
        return Option(
            label=name_in(name, self.language),
            address=self.prefix + chosen.address,
            count=counts.get(chosen.id, 0),
            current=chosen == self.chosen,
            id=chosen.id,
        )


def every_address(kind: Kind) -> str:
    """Return the address of the page of everything of a kind, within its language."""
    return f"events/{kind}/"


def long_kinds(agenda: Agenda) -> tuple[Kind, ...]:
    """Return the kinds of which a line shows only some."""
    return tuple(kind for kind in KINDS if len(agenda.facet_values(kind)) > CHOICES)


def name_in(name: Phrase | str, language: str) -> str:
    """Return a name in a language; text from a foreign file is as it is."""
    return name.in_(language) if isinstance(name, Phrase) else name
