"""Reads a column of numbers as people write them, and finds out from the whole column what its marks mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plugins.infographics.model import Form, Value

# What people write where there is no number: not known, not counted, or kept back so that nobody can be recognized.
BLANKS = frozenset("- – — . .. ... : * x c n/a na n.a. n/d nd s/d sd null none ?".split()) | {""}
CURRENCIES = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "US$": "USD", "C$": "CAD", "A$": "AUD"}
_CODE = r"USD|GBP|EUR|JPY|INR|CAD|AUD|NZD|CHF|MXN|SEK|NOK|DKK|PLN|SAR|AED|EGP"
# The longest first: "US$" holds "$". What is none of these, such as "A£", is no money.
_SIGN = "|".join(re.escape(sign) for sign in sorted(CURRENCIES, key=len, reverse=True))
_MONEY = re.compile(rf"(?P<sign>{_SIGN})|\b(?P<code>{_CODE})\b")
# What stands between thousands and is no mark of decimals anywhere.
_GAPS = re.compile("[ \u00a0\u2009\u202f'’_]")
_MINUS = re.compile("^[-−–]|[-−]$")
_SHAPE = re.compile(r"\d+(?:[.,]\d+)*|[.,]\d+")
_PERCENT = re.compile(r"\s*(?:%|٪|percent|per cent|por ciento)\s*")
_ARABIC = str.maketrans("٠١٢٣٤٥٦٧٨٩٫٬", "0123456789.'")
_GROUP = 3
# Nothing that is counted has more digits, and sums of millions of such numbers are still exact.
_MOST_DIGITS = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The numbers of a column: None where there is none; by position, what is no number; how the rest is written.

    `mixed` is the position of a number that is written in the other way than most; `is_unclear` where nothing told.
    """

    values: tuple[Value, ...]
    strange: tuple[int, ...] = ()
    form: Form = Form.NUMBER
    currency: str = ""
    decimals: int = 0
    mixed: int | None = None
    is_unclear: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """A number as it is written, without its sign, and what stood around it."""

    digits: str
    is_negative: bool = False
    is_percent: bool = False
    currency: str = ""


def read_numbers(cells: Sequence[str], delimiter: str = ",") -> Column:
    """Return the numbers of a column; `delimiter` of its table tells where nothing else does what a mark means."""
    if all(cell.isdigit() and cell.isascii() and len(cell) <= _MOST_DIGITS for cell in cells):
        return Column(values=tuple(map(Decimal, cells)))
    known = {cell: _written(cell) for cell in dict.fromkeys(cells)}
    written = [known[cell] for cell in cells]
    found = [one for one in known.values() if one is not None]
    commas, points = _tellers(found, ","), _tellers(found, ".")
    mark, mixed = _mark(commas, points, delimiter), None
    if commas and points:
        wrong = points if mark == "," else commas
        mixed = next(at for at, one in enumerate(written) if one is not None and one.digits in wrong)
    numbers = {cell: None if one is None else _number(one, mark) for cell, one in known.items()}
    return Column(
        values=tuple(numbers[cell] for cell in cells),
        strange=tuple(at for at, cell in enumerate(cells) if numbers[cell] is None and not is_blank(cell)),
        form=_form(found),
        currency=_currency(found),
        decimals=max((_decimals(one.digits, mark) for one in found), default=0),
        mixed=mixed,
        is_unclear=not commas and not points and any(mark in one.digits for one in found),
    )


def is_blank(cell: str) -> bool:
    """Tell whether a cell says that there is no number, which is not the same as zero."""
    return cell.casefold() in BLANKS


def parse_number(text: str) -> Decimal:
    """Return the number that one text is, as it stands in an option; raises ValueError."""
    column = read_numbers([text])
    if column.values[0] is None:
        raise ValueError(text)
    return column.values[0]


def _written(cell: str) -> _Written | None:
    """Return a number taken apart; None for what is none."""
    text = cell.translate(_ARABIC).strip()
    money = _MONEY.search(text)
    currency = "" if money is None else money["code"] or CURRENCIES[money["sign"]]
    text = _MONEY.sub("", text, count=1).strip()
    plain = _PERCENT.sub("", text)
    is_percent, text = plain != text, plain
    is_bracketed = text.startswith("(") and text.endswith(")")
    text = text[1:-1].strip() if is_bracketed else text
    unsigned = _MINUS.sub("", text, count=1).strip()
    digits = _GAPS.sub("", unsigned.removeprefix("+"))
    if not _SHAPE.fullmatch(digits):
        return None
    return _Written(
        digits=digits, is_negative=is_bracketed or unsigned != text, is_percent=is_percent, currency=currency
    )


def _tellers(found: Iterable[_Written], mark: str) -> frozenset[str]:
    """Return the numbers in which a mark can only be that of the decimals."""
    return frozenset(one.digits for one in found if _tells(one.digits, mark))


def _tells(digits: str, mark: str) -> bool:
    other = "." if mark == "," else ","
    if digits.count(mark) == 0:
        # Two marks of thousands leave the other for decimals.
        return digits.count(other) > 1
    if digits.count(mark) > 1 or digits.rfind(other) > digits.rfind(mark):
        return False
    whole, _, rest = digits.partition(mark)
    return len(rest) != _GROUP or other in whole or whole in ("", "0") or len(whole) > _GROUP


def _mark(commas: frozenset[str], points: frozenset[str], delimiter: str) -> str:
    """Return the mark of decimals: by what most numbers tell, else by the manner of the table."""
    if len(commas) != len(points):
        return "," if len(commas) > len(points) else "."
    return "," if delimiter == ";" else "."


def _number(one: _Written, mark: str) -> Value:
    """Return the number that is written; None for one that is too long to be one, such as a key."""
    other = "." if mark == "," else ","
    digits = one.digits.replace(other, "")
    if digits.count(mark) > 1:
        digits = digits.replace(mark, "")
    value = Decimal(digits.replace(mark, "."))
    if value.adjusted() >= _MOST_DIGITS:
        return None
    return -value if one.is_negative else value


def _decimals(digits: str, mark: str) -> int:
    rest = digits.partition(mark)[2]
    return 0 if mark in rest or not rest else len(rest.rstrip("0"))


def _form(found: Sequence[_Written]) -> Form:
    if not found:
        return Form.NUMBER
    if sum(one.is_percent for one in found) * 2 > len(found):
        return Form.PERCENT
    return Form.MONEY if sum(bool(one.currency) for one in found) * 2 > len(found) else Form.NUMBER


def _currency(found: Sequence[_Written]) -> str:
    named = Counter(one.currency for one in found if one.currency)
    return named.most_common(1)[0][0] if named else ""
