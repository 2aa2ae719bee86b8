"""Reads the facts of a program: who it is for, where, what it costs, how to join, what people ask."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any

from plugins.kernel.library import Library
from plugins.kernel.problems import Problem, Rule
from plugins.kernel.text import slug as slug_of
from plugins.programs import rules
from plugins.programs.model import Deadline, Deadlines, Program, Question
from plugins.tools.facts import Facts, language_and_name
from plugins.tools.front_matter import FrontMatter
from plugins.tools.html import as_text
from plugins.tools.old_address import ALSO as OLD
from plugins.tools.old_address import read_old_addresses
from plugins.tools.parse_moment import parse_moment
from plugins.tools.rules import UNUSED_VALUE

# The facts a program may hold (content/README.md has the same list; a test compares).
FIELDS = frozenset(
    (
        "title slug lang translation_key call summary audiences branches topics cost join since run_by phone "
        "cover order questions deadlines image image_alt image_credit updated reviewed status old_addresses"
    ).split()
)
# Words that mean one of the above, as posts and spreadsheets have them.
ALSO = frozenset("audience branch topic".split())
LAST = 1000
_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,9}")
_DATES_CURE = "Write dates: and below it one - {date: 2026-10-15, text: What is due} a line."


def read_program(
    front: FrontMatter, file: str, path: PurePosixPath, library: Library
) -> tuple[Program | None, bool, tuple[Problem, ...]]:
    """Return the program of a file's facts (or None), whether it is a draft, and what is wrong with them."""
    facts = Facts(front=front, file=file, library=library)
    language, name = language_and_name(facts, path)
    title = as_text(facts.required("title", "The Seed Library"))
    slug = slug_of(facts.text("slug") or name)
    is_draft = facts.choice("status", ("published", "draft"), "published") == "draft"
    facts.moment("reviewed", UNUSED_VALUE)
    facts.say_unknown_fields(FIELDS | ALSO | OLD)
    program = Program(
        title=title,
        language=language,
        slug=slug,
        key=facts.text("translation_key") or slug,
        summary=as_text(facts.required("summary", "Borrow a packet in spring, bring a few seeds back in autumn.")),
        call=facts.text("call"),
        audiences=facts.audiences(),
        branches=facts.branches(),
        topics=facts.topics(),
        cost=facts.text("cost"),
        join=facts.block("join"),
        since=facts.text("since"),
        run_by=facts.text("run_by"),
        phone=facts.text("phone"),
        cover=facts.text("cover"),
        order=_order(facts),
        questions=_questions(facts),
        deadlines=_deadlines(facts),
        image=facts.text("image"),
        image_alt=facts.text("image_alt"),
        image_credit=facts.text("image_credit"),
        updated=facts.moment("updated", UNUSED_VALUE),
        old_addresses=read_old_addresses(facts),
    )
    return (None if facts.has_error else program), is_draft, tuple(facts.problems)


def _order(facts: Facts) -> int:
    written = facts.text("order")
    if written and not _WHOLE_NUMBER.fullmatch(written):
        cure = "Write a number: order: 10"
        facts.say(UNUSED_VALUE, "order", f'"{written}" is not a whole number.', cure)
    return int(written) if _WHOLE_NUMBER.fullmatch(written) else LAST


def _items(facts: Facts, name: str, found: object, rule: Rule, cure: str) -> list[dict[str, Any]]:
    """Return the items of a list of pairs; a problem when there are others in it, or it is no list at all."""
    items = found if isinstance(found, list) else []
    pairs = [item for item in items if isinstance(item, dict)]
    if found and (not items or len(pairs) < len(items)):
        facts.say(rule, name, f'"{name}" is not a list of pairs.', cure)
    return pairs


def _questions(facts: Facts) -> tuple[Question, ...]:
    found: list[Question] = []
    cure = "Give each one both a line question: and a line answer:"
    for item in _items(facts, "questions", facts.front.fields.get("questions"), rules.QUESTION, cure):
        question, answer = str(item.get("question", "")), str(item.get("answer", ""))
        if question and answer:
            found.append(Question(question=question, answer=answer))
        else:
            what = f'"{question or answer}" is only half of a question and its answer.'
            facts.say(rules.QUESTION, "questions", what, cure)
    return tuple(found)


def _deadlines(facts: Facts) -> Deadlines | None:
    given = facts.front.fields.get("deadlines")
    if not isinstance(given, dict):
        _items(facts, "deadlines", given, rules.DEADLINE, _DATES_CURE)
        return None
    found: list[Deadline] = []
    for item in _items(facts, "deadlines", given.get("dates"), rules.DEADLINE, _DATES_CURE):
        try:
            day = parse_moment(str(item.get("date", "")), facts.library).date()
        except ValueError:
            what = f'"{item.get("date", "")}" is not a date.'
            facts.say(rules.DEADLINE, "deadlines", what, "Write it as date: 2026-10-15 (year, month, day).")
            continue
        found.append(Deadline(date=day, text=str(item.get("text", ""))))
    title, of = str(given.get("title", "")), str(given.get("of", ""))
    return Deadlines(title=title, of=of, dates=tuple(sorted(found, key=lambda one: one.date)))
