"""A poster as it leaves the site: what is on it, and where each part of it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from plugins.infographics.marks import Line, Picture, Rect, Voice
from plugins.infographics.model import Chart

Role = Literal["title", "heading", "text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """An infographic: `catch` is the line between two rules below its title, `foot` whose it is and where it lies.

    `address` is that of its page within the site; its files lie there, too.
    """

    title: str
    catch: str
    charts: tuple[Chart, ...]
    address: str
    foot: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Lines of type of one voice and size: `y` is the first one's baseline, `pitch` the way to the next."""

    x: float
    y: float
    lines: tuple[str, ...]
    voice: Voice
    size: float
    pitch: float
    role: Role = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A drawing at its place, so many times its own size; `told` is what it shows, `name` makes its ids."""

    x: float
    y: float
    scale: float
    picture: Picture
    name: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A poster with everything in its place, in the order in which it is read; `rules` are ink that says nothing."""

    width: float
    height: float
    parts: tuple[Words | Drawn, ...]
    rules: tuple[Rect | Line, ...]
