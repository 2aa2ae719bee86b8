"""A moment that remembers whether anybody asked it: a page that never did still stands when time goes by."""

from __future__ import annotations

from datetime import datetime
from typing import Any

NOW = "now"
YEAR = "year"
# What Python itself looks at, which says nothing about the time.
_SILENT = frozenset({"__class__", "asked", "__dict__", "tzinfo"})


class AskedNow(datetime):
    """Now, as one page sees it; `asked` holds "year" when it looked at the year alone, "now" for anything else."""

    asked: set[str]

    @classmethod
    def of(cls, moment: datetime) -> AskedNow:
        """Return a moment that nobody has asked yet."""
        made = cls.combine(moment.date(), moment.timetz())
        made.asked = set()
        return made

    def __getattribute__(self, name: str) -> Any:
        if name not in _SILENT:
            asked = object.__getattribute__(self, "__dict__").get("asked")
            if asked is not None:
                asked.add(YEAR if name == "year" else NOW)
        return super().__getattribute__(name)


def _asking(name: str) -> Any:
    plain = getattr(datetime, name)

    def ask(self: AskedNow, *others: Any) -> Any:
        object.__getattribute__(self, "__dict__").get("asked", set()).add(NOW)
        return plain(self, *others)

    return ask


# Python looks these up on the class, past __getattribute__.
_SPECIAL = (
    "__eq__ __ne__ __lt__ __le__ __gt__ __ge__ __hash__ __add__ __radd__ __sub__ __rsub__ __str__ __repr__ __format__"
    " __reduce__ __reduce_ex__"
).split()
for _name in _SPECIAL:
    setattr(AskedNow, _name, _asking(_name))
