"""Describes the way from the first page to this one, as the pages show it at their head."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from plugins.kernel.entry import Entry
from plugins.structured_data.model import Node, Speaker, filled

# Where pages of a kind are kept.
_LISTS: Mapping[str, str] = MappingProxyType({"post": "news/", "program": "programs/", "event": "events/"})
_BRANCHES = "branches/"


def crumbs_node(address: str, speaker: Speaker, entries: Mapping[str, Entry]) -> Node | None:
    """Return the way to a page; None for one that stands beside the first page, or of which nothing is known."""
    entry, branch, prefix = entries.get(address), speaker.branch_at(address), speaker.prefix_of(address)
    above = _BRANCHES if branch else _LISTS.get(entry.kind, "") if entry else ""
    if not above and not (entry and entry.kind == "page"):
        return None
    name = branch.name.in_(speaker.language) if branch else entry.title if entry else ""
    steps = [(speaker.say("site.home", {}), prefix)]
    if above:
        steps.append((speaker.say(f"menu.{above.strip('/')}", {}), prefix + above))
    return _list([*steps, (name, address)], speaker)


def _list(steps: list[tuple[str, str]], speaker: Speaker) -> Node:
    items = [
        filled(at_type="ListItem", position=place, name=name, item=speaker.absolute(address))
        for place, (name, address) in enumerate(steps, 1)
    ]
    return filled(at_type="BreadcrumbList", itemListElement=items)
