"""Numbers as people of each language write them: in full, in words, as shares and as money (by babel)."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from babel.numbers import format_compact_decimal, format_currency, format_decimal

from plugins.tools.dates import locale_of

# The spaces that CLDR puts between thousands: a plain one would break at the end of a line, and no face of ours has
# the narrow one.
_ONE_SPACE = str.maketrans({"\u202f": "\u00a0", "\u2009": "\u00a0"})
# Babel knows "1,2 M" and "1.2 million"; below this, people write numbers in full.
_COMPACT_FROM = 10_000
_MILLION = 1_000_000
_COUNTS = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte",
}


@lru_cache(maxsize=8192)
def number_words(value: Decimal, lang: str, decimals: int = 0) -> str:
    """Return "342,900", with so many decimals."""
    pattern = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
    return _set(format_decimal(value, format=pattern, locale=locale_of(lang)))


@lru_cache(maxsize=1024)
def count_words(number: int, lang: str) -> str:
    """Return "seven"; digits above twenty, and in languages whose words we do not know."""
    words = _COUNTS.get(locale_of(lang).language, "").split()
    return words[number] if 0 <= number < len(words) else number_words(Decimal(number), lang)


@lru_cache(maxsize=4096)
def compact_words(value: Decimal, lang: str) -> str:
    """Return "1.2M" or "45K", for the marks of an axis; small numbers in full, with the decimals they have."""
    if abs(value) < _COMPACT_FROM:
        return number_words(value, lang, _decimals_of(value))
    return _set(format_compact_decimal(value, locale=locale_of(lang), fraction_digits=1))


@lru_cache(maxsize=4096)
def large_words(value: Decimal, lang: str) -> str:
    """Return "1.2 million"; what is below a million in full."""
    if abs(value) < _MILLION:
        return number_words(value, lang)
    return _set(format_compact_decimal(value, format_type="long", locale=locale_of(lang), fraction_digits=1))


@lru_cache(maxsize=4096)
def percent_words(value: Decimal, lang: str, decimals: int = 0) -> str:
    """Return "49.8%" of 49.8."""
    locale = locale_of(lang)
    pattern = str(locale.percent_formats[None].pattern).replace("#,##0", f"#,##0.{'0' * decimals}".rstrip("."))
    return _set(format_decimal(value / 100, format=pattern, locale=locale))


@lru_cache(maxsize=4096)
def money_words(value: Decimal, currency: str, lang: str, decimals: int = 0) -> str:
    """Return "$1,250" or "1.250 €"."""
    locale = locale_of(lang)
    cents = f".{'0' * decimals}" if decimals else ""
    pattern = str(locale.currency_formats["standard"].pattern).replace(".00", cents)
    return _set(format_currency(value, currency, format=pattern, locale=locale, currency_digits=False))


def _decimals_of(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _set(text: str) -> str:
    return text.translate(_ONE_SPACE)
