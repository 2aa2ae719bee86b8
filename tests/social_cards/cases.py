"""Cards of every kind, and with titles of every kind, which the tests set and paint."""

from __future__ import annotations

from plugins.social_cards.model import Card

LIBRARY = "Juniper County Library"
WHEN = ("Saturday 17 October", "11:00 am to 1:00 pm")
STAMP = ("Sat", "17", "Oct")
LONG = (
    "An evening with the people who keep the river clean, the boats afloat and the children fed: stories, songs and a "
    "great deal of soup for everyone who comes, whether or not they have ever been in a boat, and for those who will "
    "never set foot in one but like to listen to others who have done so all their lives and would do so again at once"
)


def event(title: str, **more: object) -> Card:
    """Return the card of an event."""
    facts = {"library": LIBRARY, "stamp": STAMP, "when": WHEN, "place": "Central, Garden Court"}
    return Card(**(facts | {"title": title} | more))


CARDS = {
    "event": event("Autumn Seed Swap"),
    "cancelled": event("Sign Language Story Hour", status="Cancelled", is_off=True),
    "moved": event("The River in Maps, 1790–1990", status="Moved", place="Riverbend, Workshop"),
    "series": event("Toddler Time", stamp=(), when=("Every Tuesday", "10:00 to 10:45 am")),
    "several days": event("Book Sale", stamp=(), when=("Wednesday 30 December to Saturday 2 January 2027", "11:30 am")),
    "nowhere": event("Bird Walk", place=""),
    "post": Card(
        library=LIBRARY, title="What a summer of Saturday repairs taught us about kettles", label="6 Oct 2026"
    ),
    "page": Card(library=LIBRARY, title="About us"),
    "library": Card(library=LIBRARY, title=LIBRARY, motto="Four branches, one card."),
    "long": event(LONG[:300]),
    "long post": Card(library=LIBRARY, title=LONG, label="6 Oct 2026"),
    "no spaces": event("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 4),
    "one letter": event("A"),
    "markup": event("#strong[$x$] \\ @cite <label> // */ {let x} `raw`"),
    "Polish": event("Żółć i pąsowe źdźbła"),
    "Vietnamese": event("Giờ kể chuyện tiếng Việt"),
    "long Vietnamese": event("Giờ kể chuyện tiếng Việt cho trẻ em và cha mẹ, mỗi sáng thứ Bảy ở thư viện trung tâm"),
    "long names": Card(
        library="The Amalgamated Public Libraries of the Greater Metropolitan District of Northern Elsewhere",
        title="New hours",
        label="1 Oct 2026",
    ),
    "long place": event("Seed Swap", place="The old mill behind the fire station, second floor, ring the bell " * 2),
}
# No face of ours has these; the text that has to be named in a note.
UNSET = {
    "Arabic": (event("ساعة القصة"), "ساعة القصة"),
    "Hebrew": (event("שעת סיפור at noon"), "שעת סיפור at noon"),
    "Chinese": (event("故事时间"), "故事时间"),
    "a place": (event("Story Time", place="Бібліотека"), "Бібліотека"),
    "longer than a page": (event("A word and another " * 400), "A word and another " * 400),
}
