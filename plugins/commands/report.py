"""Tells what a build read, made and left out, and why: in words for people, as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from plugins.kernel.problems import Problem, Severity

_HEADINGS = {
    Severity.ERROR: ("To mend", "error"),
    Severity.WARNING: ("Worth a look", "warning"),
    Severity.NOTE: ("Good to know", "note"),
}
_WORDS = {
    "published": ("published", "published"),
    "waiting": ("waiting for its day", "waiting for their day"),
    "drafts": ("draft", "drafts"),
    "left_out": ("left out", "left out"),
}
# Errors are all named; a thousand warnings would hide them.
_WARNINGS_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build has to say. `counts` has for each kind read, published, waiting, drafts and left_out.

    `said` is what stands at its end in place of how many pages were made, once the site is in its place.
    """

    counts: Mapping[str, Mapping[str, int]]
    problems: Sequence[Problem]
    defaults: Sequence[str]
    pages: int
    is_published: bool
    output: str
    is_preview: bool = False
    sources: Mapping[str, str] = field(default_factory=dict)
    said: str = ""

    def of(self, severity: Severity) -> list[Problem]:
        """Return the problems of one severity, by file and line."""
        found = [problem for problem in self.problems if problem.severity == severity]
        return sorted(found, key=lambda problem: (problem.file, problem.line or 0, problem.rule, problem.value))


def render_json(report: Report) -> str:
    """Return the report for programs, as docs/report.md describes it."""
    ordered = [problem.as_record() for severity in Severity for problem in report.of(severity)]
    record = {
        "counts": {kind: dict(count) for kind, count in report.counts.items()},
        "problems": ordered,
        "defaults": list(report.defaults),
        "pages": report.pages,
        "published": report.is_published,
        "sources": dict(report.sources),
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def render_text(report: Report, *, notes: bool) -> str:
    """Return the report for people; the notes are only counted unless they are asked for."""
    parts = [
        _counts(report.counts),
        *(_section(report, severity, _limit(report, severity, notes=notes)) for severity in Severity),
        _defaults(report.defaults),
        _outcome(report),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _counts(counts: Mapping[str, Mapping[str, int]]) -> str:
    width = max((len(kind) for kind in counts), default=0)
    lines = [f"  {kind:<{width}}  {_count(count)}" for kind, count in counts.items() if any(count.values())]
    return "\n".join(["Read", *lines]) if lines else "Nothing was read."


def _count(count: Mapping[str, int]) -> str:
    told = [f"{count[name]} {words[count[name] != 1]}" for name, words in _WORDS.items() if count.get(name)]
    source = f" from {many(count['rows'], 'row')}" if count.get("rows") else ""
    joined = f" ({count['joined']} joined to another)" if count.get("joined") else ""
    return f"{count['read']}{source}{joined}: {', '.join(told) or 'none published'}"


def many(number: int, word: str) -> str:
    """Return "1 row" or "2 rows"."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def problem_lines(problems: Sequence[Problem], *, notes: bool) -> list[str]:
    """Return problems as people read them, the worst first; the notes are only counted unless they are asked for."""
    report = Report(counts={}, problems=problems, defaults=(), pages=0, is_published=False, output="")
    sections = (_section(report, severity, _limit(report, severity, notes=notes)) for severity in Severity)
    return [f"{section}\n" for section in sections if section]


def _limit(report: Report, severity: Severity, *, notes: bool) -> int:
    if notes or severity is Severity.ERROR:
        return len(report.problems)
    return _WARNINGS_SHOWN if severity is Severity.WARNING else 0


def _section(report: Report, severity: Severity, limit: int) -> str:
    problems = report.of(severity)
    heading, word = _HEADINGS[severity]
    if not problems:
        return ""
    if not limit:
        return f"{many(len(problems), word)}: add --notes to read them."
    shown = problems[:limit]
    lines = [f"{heading} ({many(len(problems), word)})", *_by_file(shown)]
    if len(problems) > limit:
        lines.append(f"  and {len(problems) - limit} more: add --notes to read them all.")
    return "\n".join(lines)


def _by_file(problems: Iterable[Problem]) -> list[str]:
    lines = []
    for file, of_file in groupby(problems, key=lambda problem: problem.file):
        lines.append(f"  {file or 'the site as a whole'}")
        for problem in of_file:
            lines.append(f"    {_place(problem)}{problem.what}")
            lines.append(f"      {problem.cure}  [{problem.rule}]")
    return lines


def _place(problem: Problem) -> str:
    line = f"line {problem.line}" if problem.line else ""
    place = ", ".join(part for part in (line, problem.column) if part)
    return f"{place}: " if place else ""


def _defaults(defaults: Sequence[str]) -> str:
    return "\n".join(["Good to know", *(f"  {said}" for said in defaults)] * bool(defaults))


def _outcome(report: Report) -> str:
    if report.is_published and report.said:
        return report.said
    if report.is_published:
        made = f"Made {many(report.pages, 'page')} in {report.output}."
        return made if report.is_preview else f"{made} Next: python3 tasks.py serve shows them in a browser."
    return f"{report.output} was left as it is. Next: mend what is named above and run the same command again."
