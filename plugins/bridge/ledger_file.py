"""The files that ledgers are kept in; one that is not exactly ours is thrown away."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

from plugins.bridge.digest import SIZE_BYTES, hashed
from plugins.bridge.ledger import KnownDocument, KnownResult, Ledger, MadeFile, Validity

# A cut or changed file is seen by its digest before anything of it is read.
_FORMAT = b"broadside ledger 3\n"
_OF_TEMPLATES = "templates.ledger"
_KINDS: dict[str, Any] = {"files": MadeFile, "documents": KnownDocument, "results": KnownResult}


def _plain(ledger: Ledger) -> dict[str, Any]:
    """Return a ledger without names, which take as long to write and read as all else."""
    found: dict[str, Any] = {"templates": ledger.templates, "texts": ledger.texts, "prints": ledger.prints}
    for name in _KINDS:
        held = getattr(ledger, name)
        found[name] = {key: (*one[:-1], tuple(one[-1])) for key, one in held.items()}
    return found


def _named(plain: dict[str, Any]) -> Ledger:
    """Return the ledger of what _plain made."""
    found = Ledger(templates=plain["templates"], texts=plain["texts"], prints=plain["prints"])
    for name, kind in _KINDS.items():
        held = {key: kind(*one[:-1], Validity(*one[-1])) for key, one in plain[name].items()}
        setattr(found, name, held)
    return found


def read_ledger(path: Path, version: bytes) -> Ledger:
    """Return what the last build left, or an empty ledger when there is none that can be trusted."""
    try:
        data = path.read_bytes()
    except OSError:
        return Ledger()
    head = _FORMAT + version
    sealed, body = data[len(head) : len(head) + SIZE_BYTES], memoryview(data)[len(head) + SIZE_BYTES :]
    if not data.startswith(head) or sealed != hashed(body):
        return Ledger()
    try:
        return _named(pickle.loads(body))
    except (
        pickle.UnpicklingError,
        ArithmeticError,
        AttributeError,
        EOFError,
        ImportError,
        LookupError,
        TypeError,
        ValueError,
    ):
        return Ledger()


def write_ledger(path: Path, version: bytes, ledger: Ledger) -> None:
    """Keep what this build knew and made, in one step: a build that is killed leaves the old ledger or the new one."""
    body = pickle.dumps(_plain(ledger), protocol=pickle.HIGHEST_PROTOCOL)
    path.parent.mkdir(parents=True, exist_ok=True)
    staged = path.with_name(f"{path.name}.new")
    staged.write_bytes(_FORMAT + version + hashed(body) + body)
    staged.replace(path)


def read_templates(ledger: Path, version: bytes) -> dict[bytes, Any]:
    """Return what any site beside a ledger has learned of templates: the same for all dressed in them."""
    return read_ledger(ledger.with_name(_OF_TEMPLATES), version).templates


def write_templates(ledger: Path, version: bytes, templates: dict[bytes, Any]) -> None:
    """Keep what was learned of templates for other sites."""
    write_ledger(ledger.with_name(_OF_TEMPLATES), version, Ledger(templates=templates))
