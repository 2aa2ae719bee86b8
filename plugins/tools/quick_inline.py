"""Marks up words within a line as Python-Markdown does, and asks each pattern only where it could apply.

Python-Markdown tries every pattern on every piece of text: fifteen searches and more for a sentence with nothing in it.
A pattern cannot match where the characters it begins with do not occur, so there it need not be asked.
"""

from __future__ import annotations

from collections import deque
from typing import Any
from xml.etree.ElementTree import Element

from markdown import inlinepatterns as patterns
from markdown.extensions.footnotes import FootnoteInlineProcessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import STX, AtomicString

from plugins.tools.quick_marks import read_marks

# What a text must hold, all of it, for a pattern of this class and expression to change anything.
_NEEDS: dict[tuple[type, str], tuple[str, ...]] = {
    (patterns.BacktickInlineProcessor, patterns.BACKTICK_RE): ("`",),
    (patterns.EscapeInlineProcessor, patterns.ESCAPE_RE): ("\\",),
    (FootnoteInlineProcessor, r"\[\^([^\]]*)\]"): ("[^", "]"),
    (patterns.ReferenceInlineProcessor, patterns.REFERENCE_RE): ("[", "]"),
    (patterns.LinkInlineProcessor, patterns.LINK_RE): ("](",),
    (patterns.ImageInlineProcessor, patterns.IMAGE_LINK_RE): ("![", "]("),
    (patterns.ImageReferenceInlineProcessor, patterns.IMAGE_REFERENCE_RE): ("![", "]"),
    (patterns.ShortReferenceInlineProcessor, patterns.REFERENCE_RE): ("[", "]"),
    (patterns.ShortImageReferenceInlineProcessor, patterns.IMAGE_REFERENCE_RE): ("![", "]"),
    (patterns.AutolinkInlineProcessor, patterns.AUTOLINK_RE): ("<", "://"),
    (patterns.AutomailInlineProcessor, patterns.AUTOMAIL_RE): ("<", "@"),
    (patterns.SubstituteTagInlineProcessor, patterns.LINE_BREAK_RE): ("  \n",),
    (patterns.HtmlInlineProcessor, patterns.HTML_RE): ("<", ">"),
    (patterns.HtmlInlineProcessor, patterns.ENTITY_RE): ("&", ";"),
    (patterns.DelimiterProcessor, r"\*|_"): (),  # one of two characters: see _is_idle
}
# These look a name up that the text itself must have defined.
_BY_REFERENCE = (patterns.ReferenceInlineProcessor,)


def are_known(found: list[Any]) -> bool:
    """Tell whether the patterns are Python-Markdown's own, all of them, and as they were; footnotes may be missing."""
    keys = {(type(pattern), pattern.pattern) for pattern in found}
    missing = {kind for kind, _ in _NEEDS.keys() - keys}
    return keys <= _NEEDS.keys() and missing <= {FootnoteInlineProcessor} and not any(map(_is_choosy, found))


def _is_choosy(pattern: patterns.Pattern) -> bool:
    return bool(pattern.ANCESTOR_EXCLUDES)


class QuickInline(InlineProcessor):
    """Python-Markdown's inline stage with shortcuts; made of its own by `quicken`."""

    _delimiters: Any
    _steps: list[tuple[patterns.Pattern, tuple[str, ...]]]

    def get_ready(self) -> None:
        """Note what each pattern needs."""
        found: list[Any] = list(self.inlinePatterns)
        self._delimiters = self.md.delimiters
        self._steps = [(one, _NEEDS[type(one), one.pattern]) for one in found]

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Mark up every text of a tree: the original's walk, without what only patterns of extensions ask for."""
        if ancestors is not None:
            return super().run(tree, ancestors)
        self.stashed_nodes = {}
        waiting = deque([tree])
        while waiting:
            self._mark_up_children(waiting.popleft(), waiting)
        return tree

    def _mark_up_children(self, parent: Element, waiting: deque[Element]) -> None:
        made: list[tuple[Element, list[Element]]] = []
        for child in parent:
            text, tail = child.text, child.tail
            if text and not _is_plain(text) and not isinstance(text, AtomicString):
                made.append((child, self._mark_up_text(child, text, waiting)))
            if tail and not _is_plain(tail):
                self._mark_up_tail(parent, child, tail)
            if len(child):
                waiting.append(child)
        for child, elements in made:
            for place, element in enumerate(elements):
                child.insert(place, element)

    def _mark_up_text(self, child: Element, text: str, waiting: deque[Element]) -> list[Element]:
        # Emphasis that was begun in one text may wait for its end in the next: then the original goes on with it.
        simple = None if self._delimiters.regions else read_marks(text)
        if simple is not None:
            child.text, elements = simple
            # The original counts what it has marked up, and now and then the number shows in a text that breaks it.
            for element in elements:
                self.stashed_nodes[f"{len(self.stashed_nodes):04d}"] = element
            return elements
        child.text = None
        elements = self._resolve(self._InlineProcessor__handleInline(text), child, is_text=True)
        waiting.extend(elements)
        return elements

    def _mark_up_tail(self, parent: Element, child: Element, tail: str) -> None:
        found = self._InlineProcessor__handleInline(tail)
        holder = Element("d")
        child.tail = None
        made = self._resolve(found, holder, is_text=False)
        if holder.tail:
            child.tail = holder.tail
        place = list(parent).index(child) + 1
        for element in reversed(made):
            parent.insert(place, element)

    def _resolve(self, data: str, parent: Element, *, is_text: bool) -> list[Element]:
        """Put a text, with elements where its placeholders are, into its parent; return the elements."""
        found = self._InlineProcessor__processPlaceholders(data, parent, is_text)  # type: ignore[attr-defined]
        return [element for element, _ in found]

    # The original's own name, by which it calls itself for what is nested.
    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        """Return a text with a placeholder for each thing that is marked up in it."""
        if isinstance(data, AtomicString):
            return data
        for index in range(patternIndex, len(self._steps)):
            pattern, needs = self._steps[index]
            if self._is_idle(pattern, needs, data):
                continue
            matched, start = True, 0
            while matched:
                data, matched, start = self._InlineProcessor__applyPattern(pattern, data, index, start)  # type: ignore[attr-defined]
        return data

    def _is_idle(self, pattern: patterns.Pattern, needs: tuple[str, ...], data: str) -> bool:
        """Tell whether a known pattern cannot change a text."""
        for need in needs:
            if need not in data:
                return True
        if not needs:
            return "*" not in data and "_" not in data
        return not self.md.references and isinstance(pattern, _BY_REFERENCE)


def _is_plain(text: str) -> bool:
    """Tell whether no known pattern can apply to a text, and no placeholder is in it."""
    return not (
        "*" in text
        or "[" in text
        or "`" in text
        or "_" in text
        or "<" in text
        or "&" in text
        or "\\" in text
        or "  \n" in text
        or STX in text
    )
