"""Where a template's names are looked up, and how it calls what it finds there."""

from __future__ import annotations

from types import FunctionType, MethodType
from typing import Any

from jinja2 import Template
from jinja2.runtime import Context


class DirectContext(Context):
    """Jinja's context, which calls plain functions and methods at once; what comes of it is what Jinja's own returns.

    That one looks twice whether the called wants to be given the context, which takes longer than most calls.
    """

    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Return what a function returns, with the context before its arguments where it wants that."""
        function = called.__func__ if type(called) is MethodType else called
        # One that wants the context says so by an attribute, which its method has as well.
        if type(function) is not FunctionType or hasattr(function, "jinja_pass_arg"):
            return super().call(called, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        try:
            return called(*args, **kwargs)
        except StopIteration:
            return self.environment.undefined(f"{function.__name__} raised StopIteration")


def rendered(template: Template, names: dict[str, Any]) -> str:
    """Return what a template makes of names with its globals; its own `render` would copy hundreds of them thrice."""
    environment = template.environment
    context = environment.context_class(environment, names, template.name, template.blocks)
    try:
        return environment.concat(template.root_render_func(context))
    except Exception:  # noqa: BLE001 - Jinja raises it again, with the line of the template
        environment.handle_exception()
