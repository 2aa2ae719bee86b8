"""Finds links whose words do not say where they lead."""

from __future__ import annotations

import html as html_module
import re
from collections.abc import Iterator

from plugins.advice import rules
from plugins.advice.model import Piece
from plugins.advice.plain import words_of
from plugins.kernel.problems import Problem

LINK = re.compile(r'<a ([^>]*?)href="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_EMPTY = {
    "en": "here|click here|right here|see here|this|this link|this page|this one|link|the link|read more|more"
    "|learn more|find out more|see more|more info|more information|more details|details|click|click this link|continue"
    "|continue reading|go|go here|website|this website|this site|page|download here|follow this link",
    "es": "aquí|aqui|acá|clic aquí|haga clic aquí|haz clic aquí|pulse aquí|pulsa aquí|ver aquí|enlace|este enlace|esto"
    "|esta página|leer más|lea más|más|ver más|saber más|más información|más info|más detalles|detalles|seguir leyendo"
    "|continuar|ir|sitio web|este sitio|página",
}
_EXAMPLES = {"en": "[the minutes of May](files/minutes.pdf)", "es": "[el acta de mayo](files/acta.pdf)"}
_AROUND = re.compile(r"^[\W_]+|[\W_]+$")


def say_links(piece: Piece) -> Iterator[Problem]:
    """Yield a problem for each link whose words say nothing; only in languages whose words we know."""
    empty = _EMPTY.get(piece.base_language, "").split("|")
    for found in LINK.finditer(piece.html):
        words = words_of(found[4])
        if _AROUND.sub("", words).casefold() in empty and words:
            yield piece.say(
                rules.LINK_WORDS,
                f'A link says only "{words}".',
                f"Let the link be the words for where it leads, such as {_EXAMPLES[piece.base_language]}.",
                f"[{words}]",
                f">{words}<",
                f"{words}](",
                f"]({html_module.unescape(found[2])}",
                value=words,
            )
