"""What a template uses, however deep: its files, and the names that stand in any of them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from jinja2 import Environment, nodes
from jinja2.meta import find_undeclared_variables


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateUse:
    """A template with everything it extends, includes and imports; `names` is None when that cannot be known."""

    digest: bytes
    names: frozenset[str] | None
    names_in_order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """One template file by itself; `needs` is None when it names another one only as it runs."""

    digest: bytes
    names: frozenset[str]
    needs: tuple[str, ...] | None


class TemplateUses:
    """Answers what each template uses; `known` keeps what was learned of each file from build to build."""

    def __init__(self, env: Environment, known: dict[bytes, _File]) -> None:
        self._env = env
        self._known = known
        self._files: dict[str, _File] = {}
        self._uses: dict[str, TemplateUse] = {}

    def of(self, name: str) -> TemplateUse:
        """Return what a template uses, by its name with its ending."""
        if name not in self._uses:
            self._uses[name] = self._closure(name)
        return self._uses[name]

    def _closure(self, name: str) -> TemplateUse:
        found: dict[str, _File] = {}
        waiting = [name]
        is_open = False
        while waiting:
            one = waiting.pop()
            if one not in found:
                found[one] = self._file(one)
                is_open = is_open or found[one].needs is None
                waiting += found[one].needs or ()
        digest = hashlib.blake2b(b"".join(found[one].digest for one in sorted(found)), digest_size=16).digest()
        names = frozenset().union(*(file.names for file in found.values()))
        return TemplateUse(digest=digest, names=None if is_open else names, names_in_order=tuple(sorted(names)))

    def _file(self, name: str) -> _File:
        if name not in self._files:
            self._files[name] = self._read(name)
        return self._files[name]

    def _read(self, name: str) -> _File:
        if self._env.loader is None:
            raise TypeError(name)
        source = self._env.loader.get_source(self._env, name)[0]
        digest = hashlib.blake2b(f"{name}\0{source}".encode(), digest_size=16).digest()
        if digest not in self._known:
            self._known[digest] = _parsed(self._env, source, digest)
        return self._known[digest]


def _parsed(env: Environment, source: str, digest: bytes) -> _File:
    tree = env.parse(source)
    return _File(digest=digest, names=frozenset(find_undeclared_variables(tree)), needs=_needs(tree))


def _needs(tree: nodes.Template) -> tuple[str, ...] | None:
    found: list[str] = []
    for node in tree.find_all((nodes.Extends, nodes.FromImport, nodes.Import, nodes.Include)):
        named = getattr(node, "template", None)
        if not isinstance(named, nodes.Const) or not isinstance(named.value, str):
            return None
        found.append(named.value)
    return tuple(found)
