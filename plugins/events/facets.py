"""The three lines of the ledger by which a list of events is chosen: where, for whom, about what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins.events.agenda import Agenda, Kind
from plugins.kernel.languages import Phrase

KINDS: tuple[Kind, ...] = ("branch", "audience", "topic")


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice; `count` is how many times something is on in the period of the list, None for the choice of all."""

    label: str
    address: str
    count: int | None
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One line of choices."""

    kind: Kind
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What a list is about: one id of a kind, or everything."""

    kind: Kind | None = None
    id: str = ""

    @property
    def address(self) -> str:
        """Return the address of the list within its language."""
        return f"events/{self.kind}/{self.id}/" if self.kind else "events/"


EVERYTHING = Chosen()


def facets(
    agenda: Agenda,
    chosen: Chosen,
    first: date,
    last: date,
    *,
    language: str,
    prefix: str,
    labels: dict[str, tuple[str, str]],
) -> tuple[Facet, ...]:
    """Return the lines of choices; `labels` gives for each kind its heading and its word for all ("Branch", "All")."""
    return tuple(
        _facet(agenda, kind, chosen, first, last, language=language, prefix=prefix, labels=labels[kind])
        for kind in KINDS
        if len(agenda.facet_values(kind)) > 1 or chosen.kind == kind
    )


def _facet(
    agenda: Agenda,
    kind: Kind,
    chosen: Chosen,
    first: date,
    last: date,
    *,
    language: str,
    prefix: str,
    labels: tuple[str, str],
) -> Facet:
    counts = agenda.counts(kind, first, last)
    everything = Option(label=labels[1], address=f"{prefix}events/", count=None, current=chosen.kind != kind)
    options = tuple(
        Option(
            label=name_in(name, language),
            address=prefix + Chosen(kind=kind, id=id_).address,
            count=counts.get(id_, 0),
            current=chosen == Chosen(kind=kind, id=id_),
        )
        for id_, name in agenda.facet_values(kind)
    )
    return Facet(kind=kind, label=labels[0], options=(everything, *options))


def name_in(name: Phrase | str, language: str) -> str:
    """Return a name in a language; text from a foreign file is as it is."""
    return name.in_(language) if isinstance(name, Phrase) else name
