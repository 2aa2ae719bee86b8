"""Every page has what every page must have."""

from __future__ import annotations

import pytest

from plugins.commands.checks.promises import check_promises
from tests.commands.checks.pages import DESCRIPTION, page, site


def said(html: str) -> list[str]:
    return [problem.what for problem in check_promises(site({"a/index.html": html}))]


def test_a_page_that_keeps_its_promises_is_fine():
    assert said(page('<img src="a.png" alt=""><h2 id="a">A</h2>')) == []


@pytest.mark.parametrize(
    ("html", "what"),
    [
        (page(title=""), "has no title for the browser's tab, or several"),
        (page(title="<title> </title>"), "has no title for the browser's tab, or several"),
        (page(title=f"<title>{'a' * 71}</title>"), "has a title of 71 characters for the browser's tab"),
        (page().replace(DESCRIPTION, "Too short."), "has a description of 10 characters"),
        (page().replace(DESCRIPTION, "a" * 171), "has a description of 171 characters"),
        (page(head='<meta name="description" content="again">'), "has no description, or several"),
        (page(lang=""), "does not say in which language it is"),
        (page(lang=' lang="English"'), "does not say in which language it is"),
        (page("<h1>Again</h1>"), "has 2 first headings (h1)"),
        (page().replace("<h1>Hello</h1>", ""), "has no first headings (h1)"),
        (page().replace("Hello", ""), "has an empty first heading"),
        (page('<img src="cat.png">'), 'shows the picture "cat.png" without words for those who cannot see it'),
        (page('<p id="a"></p><p id="a"></p>'), 'has 2 places of the name "a"'),
        (page('<p style="color: red"></p>'), "holds a <p> with a style, which the site's own policy forbids"),
        (page("<script>alert()</script>"), "holds a script, which the site's own policy forbids"),
        (page('<p onclick="alert()"></p>'), "holds an onclick on a <p>, which the site's own policy forbids"),
    ],
)
def test_what_a_page_lacks_is_said(html: str, what: str):
    assert said(html) == [f"The page /a/ {what}."]


def test_titles_of_drawings_and_what_waits_in_templates_do_not_count():
    assert said(page("<svg><title>A door</title></svg><template><h1>Later</h1></template>")) == []


def test_a_page_that_only_leads_on_is_let_off():
    assert said('<html><head><meta http-equiv="refresh" content="0; url=../b/"></head></html>') == []
