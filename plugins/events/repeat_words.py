"""The words in which people say how often something repeats: one table for each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

# A sign for each kind of word; parse_repeat.py says which rows of signs mean something.
#   E every   A every other   N a number   L first, last   O second, third ... 15th   x times
#   d day   w week   m month   y year   D daily   K weekly   M monthly   Y yearly
#   W a day of the week   B Monday to Friday   V the weekend   R from ... to
#   - stands for nothing   ? could mean two things   0 does not repeat
Sign = tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One language: days Monday first, ordinals from first to fifth, numbers from one; spellings parted by a bar."""

    weekdays: tuple[str, ...]
    ordinals: tuple[str, ...]
    last: str
    numbers: str
    signs: Mapping[str, str]
    until: str

    def table(self) -> Mapping[tuple[str, ...], tuple[Sign, ...]]:
        """Return what each word, or row of words, stands for."""
        found: dict[tuple[str, ...], tuple[Sign, ...]] = {}
        for sign, phrases in self.signs.items():
            found |= {tuple(phrase.split()): (_SHORT.get(sign) or ((sign, 0),)) for phrase in _parts(phrases)}
        for number, spellings in enumerate(self.weekdays):
            found |= {(word,): (("W", number),) for word in _parts(spellings)}
        for number, spellings in enumerate(self.ordinals, start=1):
            found |= {(word,): (ordinal(number),) for word in _parts(spellings)}
        found |= {(word,): (ordinal(-1),) for word in _parts(self.last)}
        return found | {(word,): (("N", number),) for number, word in enumerate(self.numbers.split(), start=1)}


def ordinal(number: int) -> Sign:
    """Return the sign of "2nd"; first and last have one of their own, as no interval is called so."""
    return ("L" if number in {1, -1} else "O"), number


def _parts(phrases: str) -> list[str]:
    return [phrase.strip() for phrase in phrases.split("|")]


# Signs that stand for several.
_SHORT: Mapping[str, tuple[Sign, ...]] = MappingProxyType({"F": (("E", 0), ("N", 2), ("w", 0))})

ENGLISH = Words(
    weekdays=(
        "monday | mondays | mon",
        "tuesday | tuesdays | tue | tues",
        "wednesday | wednesdays | wed | weds",
        "thursday | thursdays | thu | thur | thurs",
        "friday | fridays | fri",
        "saturday | saturdays | sat",
        "sunday | sundays | sun",
    ),
    ordinals=("first", "second", "third", "fourth", "fifth"),
    last="last",
    numbers="one two three four five six seven eight nine ten eleven twelve",
    signs={
        "E": "every | each | all | on every | on each",
        "A": "other | alternate | alternating",
        "d": "day | days",
        "w": "week | weeks",
        "m": "month | months",
        "y": "year | years",
        "D": "daily",
        "K": "weekly | once a week",
        "F": "fortnightly | every fortnight",
        "M": "monthly | once a month",
        "Y": "yearly | annually | annual | once a year",
        "B": "weekday | weekdays | working day | working days | business days",
        "V": "weekend | weekends",
        "R": "to | through | thru",
        "x": "times | time | occurrences | sessions | dates",
        "-": "the | of | on | in | a | and | for | recurring | recurs | repeats | repeating | repeat | occurs | held",
        "?": "biweekly | bi-weekly | bimonthly | bi-monthly | semiweekly | semi-weekly | semimonthly | semi-monthly",
        "0": "never | no | none | once | single | does not repeat | not recurring | one time | one-time",
    },
    until="until | till | ending on | ending | ends on | ends | through | thru",
)

SPANISH = Words(
    weekdays=(
        "lunes | lun",
        "martes | mar",
        "miércoles | miercoles | mié | mie",
        "jueves | jue",
        "viernes | vie",
        "sábado | sábados | sabado | sabados | sáb | sab",
        "domingo | domingos | dom",
    ),
    ordinals=(
        "primer | primero | primera | primeros",
        "segundo | segunda | segundos",
        "tercer | tercero | tercera | terceros",
        "cuarto | cuarta | cuartos",
        "quinto | quinta | quintos",
    ),
    last="último | última | últimos | ultimo | ultima | ultimos",
    numbers="un dos tres cuatro cinco seis siete ocho nueve diez once doce",
    signs={
        "E": "cada | todos los | todas las | todo",
        "A": "alterno | alternos | alternas",
        "d": "día | días | dia | dias",
        "w": "semana | semanas",
        "m": "mes | meses",
        "y": "año | años",
        "D": "diario | diariamente | diaria | a diario",
        "K": "semanal | semanalmente | una vez por semana | una vez a la semana",
        "M": "mensual | mensualmente | una vez al mes | una vez por mes",
        "Y": "anual | anualmente | una vez al año",
        "B": "entre semana | días de semana | dias de semana | laborables | días laborables | dias laborables",
        "V": "fin de semana | fines de semana",
        "R": "a | hasta",
        "x": "veces | sesiones | fechas",
        "-": "el | los | la | las | del | de | en | y | e | al | por | durante | se repite",
        "?": "quincenal | quincenalmente | bisemanal | bimensual | bimestral | cada quincena",
        "0": "nunca | no | ninguno | ninguna | única vez | una vez | una sola vez | no se repite",
    },
    until="hasta el | hasta",
)

# Every language whose words we know: another is one more table.
LANGUAGES: Mapping[str, Words] = MappingProxyType({"en": ENGLISH, "es": SPANISH})
