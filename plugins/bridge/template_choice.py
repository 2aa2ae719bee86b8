"""Sees to it that a file which asks for a template of its own gets it, or the usual one and a word about it."""

from __future__ import annotations

from pelican.contents import Content
from pelican.generators import Generator, PelicanTemplateNotFound

from plugins.bridge.build import Build
from plugins.tools import rules


def choose_template(content: Content, generator: Generator, build: Build) -> None:
    """Take the usual template where a file's own does not exist; Pelican would stop the whole build there."""
    try:
        generator.get_template(content.template)
    except PelicanTemplateNotFound:
        build.problems.append(
            rules.UNUSED_VALUE.at(
                content.relative_source_path,
                line=content.lines.get("template"),
                column="template",
                value=content.template,
                what=f'There is no template "{content.template}"; the usual one was taken.',
                cure="Leave the line out, or put the template into theme/templates/.",
            )
        )
        content.template = content.default_template
