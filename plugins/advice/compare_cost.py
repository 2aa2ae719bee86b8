"""Compares a text that says it is free with the cost in its facts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.advice import rules
from plugins.advice.model import Piece
from plugins.advice.plain import said, sentences
from plugins.kernel.problems import Problem

_PRICE = re.compile(r"[$€£]\s?\d|\d\s?[$€£]|\d\s?(?:dollars?|euros?|pesos|usd|eur)\b", re.IGNORECASE)
_OFFERS = "event|workshop|class|concert|course|session|program|programme|show|screening|film|talk|tour|trip"
_FREE = {
    "en": re.compile(
        rf"\bfree (?:{_OFFERS}|admission|entry|of charge|to attend|to all|to everyone|and open to)\b"
        rf"|\b(?:it[’']s|it is|this is|(?:{_OFFERS}|admission|entry) is)"
        r"\s(?:completely |always |totally )?free\b(?!\s(?:for|of|to|from|time|parking))"
        r"|\bno (?:charge|fee)\b|\bat no cost\b",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\b(?:gratis|gratuit[oa]s?|entrada libre|sin cost[eo])\b(?!\s(?:para|el estacionamiento))", re.IGNORECASE
    ),
}
_SAYS_FREE = re.compile(r"\b(?:free|gratis|gratuit[oa]s?|no charge)\b", re.IGNORECASE)
# Who is free of what has a price for others, and what else may be free.
_PARTLY = re.compile(
    r"\b(?:members?|parking|estacionamiento|children under|under \d|materials?|socios)\b", re.IGNORECASE
)


def compare_cost(piece: Piece) -> Iterator[Problem]:
    """Yield a problem where a text says free and the cost names a price, for everybody."""
    cost = piece.facts.get("cost", "")
    pattern = _FREE.get(piece.base_language)
    if pattern is None or not _PRICE.search(cost) or _SAYS_FREE.search(cost):
        return
    for text in said(piece):
        for sentence in sentences(text):
            found = pattern.search(sentence)
            if found and not _PARTLY.search(sentence):
                yield piece.say(
                    rules.FREE,
                    f'The text says "{found[0]}", and the cost is "{cost}".',
                    "Mend whichever is wrong; if only some need not pay, say in the cost who.",
                    found[0],
                    value=found[0],
                )
                return
