"""Works out where each old address leads in the end, and says which cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from urllib.parse import unquote, urlsplit

from plugins.hosting import rules
from plugins.hosting.model import HEADERS_FILE, REDIRECTS_FILE
from plugins.hosting.redirect import Redirect, Wish
from plugins.kernel.problems import Problem, Rule
from plugins.tools.old_address import OldAddress, UnusableAddressError, parse_old_address
from plugins.tools.web_address import is_web_address

# What the site keeps for itself, whether it is there or not.
_OWN = ("theme", HEADERS_FILE, REDIRECTS_FILE)
_PATH_CURE = "Write what stood in the browser after the name of the site, such as /news/2019/opening/ or /node/12."

Known = dict[OldAddress, tuple[Wish, str]]


class Plan:
    """Takes wishes one after another; `has` tells whether an address ("news/a/") is one of the site."""

    def __init__(self, site: str, has: Callable[[str], bool]) -> None:
        self._site, self._has = site, has
        self._known: Known = {}
        self.problems: list[Problem] = []

    def take(self, wishes: Iterable[Wish]) -> None:
        """Take each wish that can be met, or say why it cannot."""
        for wish in wishes:
            target = self._target(wish.target)
            old = self._old(wish, target)
            if old is not None:
                self._add(old, wish, target)

    def redirects(self) -> tuple[Redirect, ...]:
        """Return every address that leads on, each straight to where it ends, in order."""
        found = [self._end(old, wish, target) for old, (wish, target) in self._known.items()]
        return tuple(sorted((one for one in found if one), key=lambda one: (one.path, one.query)))

    def _old(self, wish: Wish, target: str) -> OldAddress | None:
        try:
            old = parse_old_address(wish.written, self._site)
        except UnusableAddressError as reason:
            self._say(rules.BAD_FROM, wish, f'The old address "{wish.written}" {reason}.', _PATH_CURE)
            return None
        if not old.query and (self._page(target) or "").strip("/") == old.path:
            return None  # A list of all old addresses has those that have stayed as well.
        if not old.query and self._is_in_use(old.path):
            what = f'The site has something at "{old.path}" today, so that address cannot lead elsewhere.'
            self._say(rules.IN_USE, wish, what, "Take this line out, or give the page of today another address.")
            return None
        return old

    def _is_in_use(self, path: str) -> bool:
        parts = path.split("/")
        # Below a file there is no room for a page.
        above = ("/".join(parts[:length]) for length in range(1, len(parts) + 1))
        return parts[0] in _OWN or self._has(f"{path}/") or any(map(self._has, above))

    def _add(self, old: OldAddress, wish: Wish, target: str) -> None:
        before = self._known.get(old)
        if before is None:
            self._known[old] = (wish, target)
        elif self._place(before[1]) != self._place(target):
            what = f'"{wish.written}" is said to lead to "{before[0].target}" already, in {before[0].file}.'
            self._say(rules.TWO_TARGETS, wish, what, "Keep one of the two.")

    def _target(self, written: str) -> str:
        """Return an address of this site without its first slash, or one elsewhere as it is."""
        is_ours = written.startswith(self._site) or "://" not in written
        return unquote(written.removeprefix(self._site).lstrip("/")) if is_ours else written

    def _end(self, old: OldAddress, wish: Wish, target: str) -> Redirect | None:
        seen = {old}
        while (following := self._following(target)) is not None:
            if following in seen:
                what = f'"{wish.written}" comes back to itself and leads to no page.'
                self._say(rules.CIRCLE, wish, what, "Let one of these addresses lead to a page that is there.")
                return None
            seen.add(following)
            target = self._known[following][1]
        found = self._page(target)
        if found is None:
            what = f'"{wish.target}" is no page of this site, and no whole address on the web.'
            cure = "Write the address of a page that is there, such as /news/opening/."
            self._say(rules.NOWHERE, wish, what, cure, column="to")
            return None
        return Redirect(path=old.path, query=old.query, target=found)

    def _following(self, target: str) -> OldAddress | None:
        if "://" in target or self._page(target) is not None:
            return None
        parts = urlsplit(target)
        found = OldAddress(path=parts.path.strip("/"), query=parts.query)
        return found if found in self._known else None

    def _place(self, target: str) -> str:
        return self._page(target) or target

    def _page(self, target: str) -> str | None:
        """Return an address that is there, with its last slash; None for one that is not."""
        if "://" in target:
            return target if is_web_address(target) else None
        path, mark, place = target.partition("#")
        found = next((one for one in (path, f"{path}/") if not one or self._has(one)), None)
        return None if found is None else f"{found}{mark}{place}"

    def _say(self, rule: Rule, wish: Wish, what: str, cure: str, *, column: str = "from") -> None:
        named = column if wish.file.endswith(".csv") else "old_addresses"
        said = rule.at(wish.file, line=wish.line, column=named, value=wish.written, what=what, cure=cure)
        self.problems.append(said)


def pages_of(redirects: Iterable[Redirect]) -> tuple[Redirect, ...]:
    """Return those that get a page which leads on: one of several whose files no computer could tell apart."""
    found: dict[str, Redirect] = {}
    for one in redirects:
        file = one.file.casefold()
        parts = file.split("/")
        above = {"/".join(parts[:length]) for length in range(1, len(parts))}
        if file and not above & set(found) and not any(known.startswith(f"{file}/") for known in found):
            found.setdefault(file, one)
    return tuple(found.values())
