"""Asks in the terminal for what is missing, or takes the options; each answer is looked at on its way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from plugins.commands.new_questions import Question
from plugins.commands.new_words import Words
from plugins.commands.plainly import PlainError
from plugins.events.parse_repeat import parse_repeat
from plugins.events.parse_rule import UnreadableRepeatError
from plugins.events.parse_time import UnreadableTimeError, parse_time

Answers = Mapping[str, str]
SEVERAL = "; "
_WORDS_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What answers are looked at with: the words of the library, and which day it is."""

    words: Words
    today: date


def answers_of(questions: Sequence[Question], typed: Answers, desk: Desk, *, is_asking: bool) -> Answers:
    """Return the answers by fact: those typed as options and, where one is missing and somebody is there, those asked.

    Raises PlainError with all that is wrong with the options at once.
    """
    wrong: list[str] = []
    found: dict[str, str] = {}
    for question in questions:
        try:
            found[question.name] = answer_to(question, typed.get(question.option, ""), desk)
        except ValueError as refusal:
            wrong.append(f"--{question.option.replace('_', '-')}: {refusal}")
    missing = [question for question in questions if question.needed and not found.get(question.name)]
    if wrong:
        raise PlainError("\n".join(wrong))
    if missing and not is_asking:
        options = " ".join(f'--{question.option} "..."' for question in missing)
        raise PlainError(f"Something is missing: add {options}, or run it in a terminal, where it asks.")
    if missing:
        for question in questions:
            if question.asked and not typed.get(question.option) and _is_of_use(question, desk):
                found[question.name] = _ask(question, desk)
    return {name: answer for name, answer in found.items() if answer}


def _is_of_use(question: Question, desk: Desk) -> bool:
    return not question.words or bool(desk.words.of(question.words))


def answer_to(question: Question, typed: str, desk: Desk) -> str:
    """Return an answer as it is written into a file; raises ValueError with a sentence."""
    text = " ".join((typed.strip() or question.default).split()) if question.option != "text" else typed.strip()
    if not text:
        return ""
    checks: dict[str, Callable[[], str]] = {
        "day": lambda: _day(text, desk.today),
        "time": lambda: _time(text),
        "repeat": lambda: _repeat(text),
        "one word": lambda: desk.words.meant(question.words, text),
        "words": lambda: _several(question, text, desk),
    }
    return checks.get(question.sort, lambda: text)()


def _several(question: Question, text: str, desk: Desk) -> str:
    typed = [word.strip() for word in text.replace(";", ",").split(",") if word.strip()]
    return SEVERAL.join(dict.fromkeys(desk.words.meant(question.words, word) for word in typed))


def _day(text: str, today: date) -> str:
    near = {"today": today, "tomorrow": today + timedelta(days=1)}
    try:
        return str(near.get(text.casefold()) or date.fromisoformat(text))
    except ValueError:
        sentence = f'"{text}" is not a day that can be read for certain. Write year, month, day: {today}.'
        raise ValueError(sentence) from None


def _time(text: str) -> str:
    try:
        return f"{parse_time(text):%H:%M}"
    except UnreadableTimeError as refusal:
        raise ValueError(f"{refusal} {refusal.cure}") from None


def _repeat(text: str) -> str:
    try:
        parse_repeat(text)
    except UnreadableRepeatError as refusal:
        raise ValueError(f"{refusal} {refusal.cure}") from None
    return text


def _ask(question: Question, desk: Desk) -> str:
    """Ask until the answer can be used; nothing is an answer where none is needed."""
    while True:
        try:
            answer = answer_to(question, input(_prompt(question, desk)), desk)
        except ValueError as refusal:
            print(f"  {refusal}")
            continue
        if answer or not question.needed:
            return answer
        print("  This one is needed.")


def _prompt(question: Question, desk: Desk) -> str:
    words = list(desk.words.of(question.words))
    more = ", ..." if len(words) > _WORDS_SHOWN else ""
    several = "; several with commas between them" if question.sort == "words" else ""
    shown = f"\n  ({', '.join(words[:_WORDS_SHOWN])}{more}{several})" if words else ""
    skip = "" if question.needed else f" [{question.default}]" if question.default else " [Enter for nothing]"
    return f"{question.asks}{shown}{skip}: "
