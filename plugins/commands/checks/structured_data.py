"""Checks what pages tell search engines (JSON-LD): what breaks a rule is thrown away there, without a word."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from plugins.commands.checks.model import Site, shown_address
from plugins.commands.checks.structured_types import ADDRESSES, DATES, TIMES, TYPES, WORDS
from plugins.commands.rules import STRUCTURED, UNKNOWN_TYPE
from plugins.kernel.problems import Problem

Node = Mapping[str, Any]
_CONTEXT = re.compile(r"https?://schema\.org/?")
# ISO 8601, as schema.org has it: a day, or a moment with the way to UTC.
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d))?)?)?")
_TIME = re.compile(r"(?:[01]\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d\d:\d\d)?")
_WHOLE = re.compile(r"(?:https?|mailto|tel):.+")
_CURE = "It follows from what the page says: complete that, or mend plugins/structured_data."


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one script of JSON-LD tells: the types it uses, and what is wrong with it, each as the end of a sentence."""

    kinds: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


def check_structured_data(site: Site) -> Iterator[Problem]:
    """Yield what is wrong with the structured data of pages."""
    unknown: dict[str, str] = {}
    for file, page in site.pages.items():
        for text in page.structured:
            told = read_script(text)
            for fault in told.faults:
                what = f"What the page {shown_address(file)} tells search engines {fault}."
                yield STRUCTURED.at(site.shown(file), what=what, cure=_CURE)
            for kind in told.kinds:
                if kind not in TYPES:
                    unknown.setdefault(kind, file)
    # Each is said once, with a page that uses it.
    for kind, file in unknown.items():
        what = f'The page {shown_address(file)} uses the type "{kind}", whose rules are not in the table.'
        cure = "Add them to plugins/commands/checks/structured_types.py."
        yield UNKNOWN_TYPE.at(site.shown(file), value=kind, what=what, cure=cure)


def read_script(text: str) -> Told:
    """Read one script of JSON-LD."""
    try:
        said = json.loads(text)
    except ValueError as failure:
        return Told(faults=(f"is not JSON ({failure})",))
    nodes = [*_nodes(said)]
    kinds = (kind for node in nodes for kind in _kinds(node))
    faults = [*_context_faults(said), *(fault for node in nodes for fault in _node_faults(node))]
    return Told(faults=tuple(dict.fromkeys(faults)), kinds=tuple(dict.fromkeys(kinds)))


def _context_faults(said: object) -> Iterator[str]:
    for top in said if isinstance(said, list) else [said]:
        if not isinstance(top, dict) or not _CONTEXT.fullmatch(str(top.get("@context", ""))):
            yield "does not say that its words are those of schema.org (@context)"


def _nodes(said: object) -> Iterator[Node]:
    if isinstance(said, list):
        for one in said:
            yield from _nodes(one)
    elif isinstance(said, dict):
        if "@type" in said or not {"@id", "@graph", "@value"} & set(said):
            yield said
        for one in said.values():
            yield from _nodes(one)


def _kinds(node: Node) -> list[str]:
    kind = node.get("@type", "")
    return [str(one) for one in kind] if isinstance(kind, list) else [str(kind)] if kind else []


def _node_faults(node: Node) -> Iterator[str]:
    kinds = _kinds(node)
    if not kinds:
        yield f"holds something without a type ({', '.join(sorted(node))})"
    # A node that is told of in full elsewhere is named here by its @id.
    if "@id" not in node or len(node) > len({"@id", "@type"} & set(node)):
        for kind in kinds:
            yield from _lacking(kind, node)
    for name, value in node.items():
        for one in value if isinstance(value, list) else [value]:
            yield from _value_faults(name, one)
    if "BreadcrumbList" in kinds or "ItemList" in kinds:
        yield from _order_faults(node)
    if {"Event", "EventSeries"} & set(kinds):
        yield from _event_faults(node)


def _lacking(kind: str, node: Node) -> Iterator[str]:
    rule = TYPES.get(kind)
    if rule is None:
        return
    for name in rule.needs:
        if node.get(name) in (None, "", [], {}):
            yield f"lacks {name}, which {kind} must have"
    if rule.needs_one and not any(node.get(name) not in (None, "", []) for name in rule.needs_one):
        yield f"has none of {', '.join(rule.needs_one)}, of which {kind} must have one"


def _value_faults(name: str, value: object) -> Iterator[str]:
    if not isinstance(value, str):
        return
    if name in WORDS and value.rpartition("/")[2] not in WORDS[name]:
        yield f'says {name} "{value}", which is no word of schema.org'
    if name in DATES and not _DATE.fullmatch(value):
        yield f'says {name} "{value}", which is no date'
    if name in TIMES and not _TIME.fullmatch(value):
        yield f'says {name} "{value}", which is no time'
    if name in ADDRESSES and not _WHOLE.fullmatch(value):
        yield f'says {name} "{value}", which is not a whole address'


def _order_faults(node: Node) -> Iterator[str]:
    items = node.get("itemListElement", [])
    places = [item.get("position") for item in items if isinstance(item, dict) and "position" in item]
    if places and places != list(range(1, len(places) + 1)):
        yield "counts the items of a list otherwise than 1, 2, 3"


def _event_faults(node: Node) -> Iterator[str]:
    starts, ends = str(node.get("startDate", "")), str(node.get("endDate", ""))
    if starts and ends and ends[:10] < starts[:10]:
        yield f"lets an event end ({ends}) before it begins ({starts})"
    is_moved = str(node.get("eventStatus", "")).endswith("EventRescheduled")
    if is_moved and not node.get("previousStartDate"):
        yield "says that an event has moved (EventRescheduled), and not when it was to be (previousStartDate)"
