"""What can be wrong with the addresses that have moved."""

from __future__ import annotations

from plugins.kernel.problems import Rule, Severity, error, note

NOT_A_TABLE = error("hosting.not-a-table", "redirects.csv has no columns from and to, so none of it is used.")
BAD_FROM = error("hosting.bad-from", "An old address in redirects.csv is none that this site could have had.")
NOWHERE = error("hosting.leads-nowhere", "An old address leads to a page that is not there.")
IN_USE = error("hosting.address-in-use", "An old address is that of a page or file of today, which stays there.")
TWO_TARGETS = error("hosting.two-targets", "One old address leads to two places; the first was kept.")
CIRCLE = error("hosting.circle", "Old addresses lead to each other and to no page.")
NEEDS_SERVER = note("hosting.needs-server", "An old address can be led on by a server only, and not by GitHub Pages.")
TOO_MANY = Rule(
    name="hosting.too-many",
    severity=Severity.WARNING,
    kept=False,
    about="There are more old addresses than Cloudflare Pages reads; the last ones were left out there.",
)
