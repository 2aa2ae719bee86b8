"""One page to be made: its template, and every value the template may show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Template

from plugins.bridge.content_view import ContentView
from plugins.bridge.digest import UnknownValueError
from plugins.bridge.head import Head, LateHead
from plugins.bridge.memory import Memory
from plugins.bridge.page import FRAME_NAMES, Page
from plugins.bridge.template_context import rendered
from plugins.kernel.later import Later, settled

# Pelican's names for the way from a page to the site's root, which follows from the page's place.
_ROOT_NAMES = frozenset({"SITEURL", "localsiteurl"})
_NOT_SHOWN = FRAME_NAMES | _ROOT_NAMES


@dataclass(frozen=True, slots=True, kw_only=True)
class PageJob:
    """A page to be made, or to be taken over from the last site; `names` go before the `context` that all share.

    `shared` is that context with the globals of the template.
    """

    page: Page
    head: Head | LateHead
    template: Template
    names: Mapping[str, Any]
    context: Mapping[str, Any]
    shared: Mapping[str, Any]

    @property
    def file(self) -> str:
        """Return the file the page is written to, below the output folder."""
        return self.page.file

    @property
    def is_known(self) -> bool:
        """Tell whether the template asked Pelican's own objects for nothing that the key does not hold."""
        named = (self.names.get(name) for name in ("article", "page"))
        views = (one.made if isinstance(one, Later) else one for one in named)
        return not any(view.asked for view in views if isinstance(view, ContentView))

    def key(self, memory: Memory) -> bytes | None:
        """Return the digest of everything the page may show but now; None when that cannot be told.

        The names of the frame are not in it: they follow from the page's place and language, and from `memory.fixed`.
        """
        page, use = self.page, memory.uses.of(str(self.template.name))
        if use.names is None:
            return None
        values = [(name, self._value(name)) for name in use.names_in_order if name not in _NOT_SHOWN]
        try:
            return memory.digests.of(
                memory.fixed, use.digest, page.file, page.language, memory.addresses(page.reading), self.head, values
            )
        except UnknownValueError:
            return None

    def _value(self, name: str) -> Any:
        if name in self.names:
            return self.names[name]
        tell = self.page.build.on_pages.get(name)
        return self.context.get(name) if tell is None else tell(self.page.address, self.page.language)

    def make(self) -> bytes:
        """Return the page as UTF-8."""
        head = self.head.make() if isinstance(self.head, LateHead) else self.head
        root = dict.fromkeys(_ROOT_NAMES, self.page.root)
        used = self.page.build.memory.uses.of(str(self.template.name)).names
        frame, own = settled(self.page.names(head, used)), settled(self.names)
        html = rendered(self.template, {**self.shared, **root, **frame, **own, "head": head})
        return self.page.finish(html).encode(errors="xmlcharrefreplace")
