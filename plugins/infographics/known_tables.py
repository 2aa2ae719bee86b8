"""Tables known by their headers, so that a block need say nothing of their columns: what each column of them is.

The schemas of public library data of the United Kingdom (https://schema.librarydata.uk), and the activity data of
English authorities that follow them.
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins.infographics.sheet import Sheet
from plugins.tools.front_matter import field_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A kind of table: the headers that tell it, and which of its columns are label, period and value, of what."""

    headers: tuple[str, ...]
    label: str
    value: str
    noun: str
    period: str = ""
    until: str = ""


KNOWN = (
    Known(
        headers=("Local authority", "Library name", "Count start", "Count end", "Type", "Loans"),
        label="Library name",
        value="Loans",
        noun="loans",
        period="Count start",
        until="Count end",
    ),
    Known(
        headers=("Local authority", "Library name", "Count start", "Count end", "Visits"),
        label="Library name",
        value="Visits",
        noun="visits",
        period="Count start",
        until="Count end",
    ),
    Known(
        headers=("Local authority", "Count date", "Area code", "Members"),
        label="Area code",
        value="Members",
        noun="members",
        period="Count date",
    ),
    Known(
        headers=("Local authority", "Library name", "Event date", "Outcome", "Attendees"),
        label="Library name",
        value="Attendees",
        noun="attendees",
        period="Event date",
    ),
    Known(
        headers=("Authority", "Event type", "Age group", "Period", "Count"),
        label="Age group",
        value="Count",
        noun="events",
        period="Period",
    ),
    Known(
        headers=("Authority", "Location", "Period", "Count"),
        label="Location",
        value="Count",
        noun="visits",
        period="Period",
    ),
    Known(
        headers=("Local authority", "Library name", "Postcode", "Type of library"),
        label="Type of library",
        value="",
        noun="libraries",
    ),
)
NONE = Known(headers=(), label="", value="", noun="")
# Names that columns of places in degrees have.
LATITUDES, LONGITUDES = ("latitude", "lat", "y", "latitud"), ("longitude", "lon", "lng", "long", "x", "longitud")


def known_table(sheet: Sheet) -> Known:
    """Return what kind of table a sheet is; NONE for one that is of no known kind."""
    names = {field_name(name) for name in sheet.names}
    return next((one for one in KNOWN if {field_name(name) for name in one.headers} <= names), NONE)
