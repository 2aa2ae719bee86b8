"""What Pelican does with its articles in time that grows with the square of their number, done in a straight line."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import Any

from pelican.contents import Content
from pelican.generators import ArticlesGenerator
from pelican.utils import get_original_items, order_content

_KEY = attrgetter("translation_id")


def pair_translations(contents: list[Content]) -> tuple[list[Content], list[Content]]:
    """Return originals and translations, each linked to the others of its translation_id.

    The rules, the order and the warnings are those of pelican.utils.process_translations.
    """
    contents.sort(key=_KEY)
    originals: list[Content] = []
    for key, group in groupby(contents, _KEY):
        items = list(group)
        originals += get_original_items(items, f'with translation_id "{key}"') if len(items) > 1 else items
        for one in items:
            one.translations = [other for other in items if other is not one]
    chosen = set(map(id, originals))
    return originals, [one for one in contents if id(one) not in chosen]


def spare_work(generator: ArticlesGenerator) -> None:
    """Leave out what Pelican does for nothing: posts of tags without lists, times of files that no cache asks for."""
    if not generator.settings["TAG_SAVE_AS"]:
        generator.generate_tags = _write_nothing
    if not generator.settings["CACHE_CONTENT"]:
        generator.get_cached_data = _no_data
        generator.cache_data = _keep_nothing


def _no_data(file: str, default: Any = None) -> Any:
    """Return nothing, from a cache that is off."""
    del file
    return default


def _keep_nothing(file: str, data: object) -> None:
    """Keep nothing in a cache that is off."""


def _write_nothing(write: object) -> None:
    """Write no list of a tag."""


def pair_articles(generator: ArticlesGenerator) -> None:
    """Pair what Pelican has read, before it looks for tags and authors (its own pairing is off)."""
    order = generator.settings["ARTICLE_ORDER_BY"]
    for name, others in (
        ("articles", "translations"),
        ("hidden_articles", "hidden_translations"),
        ("drafts", "drafts_translations"),
    ):
        originals, translations = pair_translations(list(getattr(generator, name)))
        setattr(generator, name, order_content(originals, order))
        setattr(generator, others, translations)
