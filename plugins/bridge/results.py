"""Values that take long to work out, such as a large spreadsheet: by another process, and once for many builds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from plugins.bridge.elsewhere import Elsewhere
from plugins.bridge.ledger import KnownResult

if TYPE_CHECKING:
    from plugins.bridge.memory import Memory


class Results:
    """Finds what the last build has worked out, and keeps it for the next; `found` are those of this build.

    `under_way` is how many are being worked out by other processes.
    """

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self.found: dict[bytes, KnownResult] = {}
        self.until = float("inf")
        self.under_way = 0

    def recall(self, make: Callable[[], Any], *made_of: object) -> Callable[[], Any]:
        """Return what waits for a value: one that is known, or a copy of this process that is at it from now on.

        It may depend on the values it is `made_of`, the library, the settings, now, and what the content folder says.
        """
        key = self._memory.digests.of(self._memory.settings, made_of)
        known = self._memory.known(key)
        if known is not None:
            return partial(self._learned, key, known)
        self.under_way += 1
        return partial(self._awaited, key, Elsewhere(partial(self._worked_out, make)))

    def _awaited(self, key: bytes, elsewhere: Elsewhere[KnownResult]) -> Any:
        result = elsewhere.result
        self.under_way -= 1
        return self._learned(key, result)

    def _worked_out(self, make: Callable[[], Any]) -> KnownResult:
        value, validity = self._memory.asking.attended(make)
        return KnownResult(value=self._memory.pickling.dump(value), validity=validity)

    def _learned(self, key: bytes, result: KnownResult) -> Any:
        self.found[key] = result
        self.until = min(self.until, result.validity.until)
        return self._memory.pickling.load(result.value)
