"""One page to be made: its template, and every value the template may show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jinja2 import Template

from plugins.bridge.asked_now import AskedNow
from plugins.bridge.content_view import ContentView
from plugins.bridge.digest import Digests, UnknownValueError
from plugins.bridge.page import Page
from plugins.bridge.template_use import TemplateUse

# Names whose value says nothing by itself: functions of the page (they follow from its language and from `fixed`), now
# (which remembers whether it was asked), and Pelican's own bookkeeping.
_NOT_SHOWN = frozenset({"w", "link", "absolute", "asset", "now"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PageJob:
    """A page to be made, or to be taken over from the last site."""

    page: Page
    template: Template
    names: dict[str, Any]

    @property
    def file(self) -> str:
        """Return the file the page is written to, below the output folder."""
        return self.page.file

    @property
    def has_leaked(self) -> bool:
        """Tell whether the template asked Pelican's own objects for something that the key does not hold."""
        views = (self.names.get(name) for name in ("article", "page"))
        return any(view.asked for view in views if isinstance(view, ContentView))

    def key(self, use: TemplateUse, digests: Digests, fixed: bytes) -> bytes | None:
        """Return the digest of everything the page may show but now; None when that cannot be told."""
        if use.names is None:
            return None
        shown = sorted(name for name in use.names if name in self.names and name not in _NOT_SHOWN)
        try:
            values = digests.of([(name, self.names[name]) for name in shown])
        except UnknownValueError:
            return None
        page = self.page
        return digests.of(fixed, use.digest, page.file, page.language, page.reading, page.localized, values)

    def render(self) -> tuple[str, frozenset[str]]:
        """Return the page's HTML, and how much of now it looked at."""
        now = AskedNow.of(self.page.build.now)
        html = self.page.finish(self.template.render(self.names | {"now": now}))
        return html, frozenset(now.asked)
