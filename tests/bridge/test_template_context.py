"""Our context calls what a template calls as Jinja's own does, and a template names its line when it fails."""

from __future__ import annotations

from traceback import extract_tb
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, pass_context, pass_environment, pass_eval_context
from jinja2.runtime import Context

from plugins.bridge.template_context import DirectContext, rendered


class Thing:
    def plain(self, *values: Any, **named: Any) -> str:
        return f"{values}{named}"

    @pass_context
    def knowing(self, context: Context, value: str) -> str:
        return f"{context['name']} {context.get('set_name', '')} {value}"

    def __call__(self, value: str) -> str:
        return f"called with {value}"


class Knowing:
    @pass_context
    def __call__(self, context: Context, value: str) -> str:
        return f"{context['name']} {value}"


def _stops() -> str:
    raise StopIteration


NAMES = {
    "name": "a",
    "thing": Thing(),
    "Thing": Thing,
    "knowing": Knowing(),
    "add": lambda one, two=2: one + two,
    "eval": pass_eval_context(lambda context, value: f"{context.autoescape} {value}"),
    "env": pass_environment(lambda environment, value: f"{type(environment).__name__} {value}"),
    "stops": _stops,
}
TEMPLATES = {
    "base": "<{% block main %}{% endblock %}>{{ add(1) }}",
    "macros": "{% macro twice(value) %}{{ value }}{{ value }}{% endmacro %}",
    "page": "{% extends 'base' %}{% block main %}{% for loop_name in 'xy' %}{% set within = loop_name %}"
    "{{ thing.knowing('b') }} {{ thing.plain(1, within=within) }} {{ add(1, two=3) }} {{ knowing('c') }} "
    "{% include 'part' %}{% endfor %}{% endblock %}",
    "part": "{% import 'macros' as macros %}{{ macros.twice('&') }} {{ thing('d') }} {{ eval('e') }} {{ env('f') }} "
    "{{ Thing().plain() }} {{ 'g'.upper() }} {{ dict(a=1) }} {{ range(3)|list }}[{{ stops() }}]",
    "wrong": "one\n{{ thing.none() }}",
}


def _environment(kind: type[Context]) -> Environment:
    environment = Environment(loader=DictLoader(TEMPLATES), autoescape=True)
    environment.context_class = kind
    return environment


def test_a_template_calls_everything_as_with_jinja_itself():
    ours, theirs = _environment(DirectContext).get_template("page"), _environment(Context).get_template("page")
    made = rendered(ours, {**ours.globals, **NAMES})
    assert made == theirs.render(NAMES)
    assert "<a  b (1,)" in made
    assert made.endswith(">3")


def test_what_a_function_wants_from_jinja_it_gets():
    with pytest.raises(TypeError, match="unexpected"):
        _environment(DirectContext).from_string("{{ add(1, three=3) }}").render(NAMES)


def test_an_error_names_the_line_of_the_template():
    template = _environment(DirectContext).get_template("wrong")
    with pytest.raises(Exception, match="none") as failure:
        rendered(template, {**template.globals, **NAMES})
    assert ("top-level template code", 2) in [(one.name, one.lineno) for one in extract_tb(failure.tb)]
