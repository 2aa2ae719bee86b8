"""A problem is something an author can mend: where it is, what was found, and how to mend it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters (docs/problems.md says what each does to a build)."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to mend, as it stands in the report for people and in the one for programs."""

    rule: str
    severity: Severity
    file: str
    line: int | None
    column: str | None
    value: str
    what: str
    cure: str

    @property
    def place(self) -> str:
        """Return "file:line, column" as far as each is known."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}, {self.column}" if self.column else place

    def as_record(self) -> dict[str, str | int | None]:
        """Return the eight fields of the report that programs read (docs/report.md)."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What can be wrong, under a name that stays: `kept` says whether the thing is published all the same."""

    name: str
    severity: Severity
    kept: bool
    about: str

    def at(
        self, file: str, *, line: int | None = None, column: str | None = None, value: str = "", what: str, cure: str
    ) -> Problem:
        """Return this rule's problem at one place; `what` and `cure` are sentences for people."""
        return Problem(
            rule=self.name,
            severity=self.severity,
            file=file,
            line=line,
            column=column,
            value=value,
            what=what,
            cure=cure,
        )


def error(name: str, about: str) -> Rule:
    """Return a rule whose thing is left out, and which stops publishing."""
    return Rule(name=name, severity=Severity.ERROR, kept=False, about=about)


def warning(name: str, about: str) -> Rule:
    """Return a rule whose thing is kept, and which is said."""
    return Rule(name=name, severity=Severity.WARNING, kept=True, about=about)


def note(name: str, about: str) -> Rule:
    """Return a rule whose thing is kept, and which is said on request."""
    return Rule(name=name, severity=Severity.NOTE, kept=True, about=about)
