"""What each type of structured data must and may say: the rules of schema.org, and what search engines ask besides.

The types are those that pages of a library use. A type that is not here is said so, and its properties are left alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeRule:
    """What a type must have, and of what it must have one at least."""

    needs: tuple[str, ...] = ()
    needs_one: tuple[str, ...] = ()


_PLACED = TypeRule(needs=("name", "address"))
TYPES: Mapping[str, TypeRule] = MappingProxyType(
    {
        "AggregateOffer": TypeRule(needs=("lowPrice", "priceCurrency")),
        "Article": TypeRule(needs=("headline", "datePublished", "author")),
        "AudioObject": TypeRule(needs_one=("contentUrl", "embedUrl")),
        "BlogPosting": TypeRule(needs=("headline", "datePublished", "author")),
        "BreadcrumbList": TypeRule(needs=("itemListElement",)),
        "CollectionPage": TypeRule(needs=("name",)),
        "ContactPoint": TypeRule(needs_one=("telephone", "email", "url")),
        "DataDownload": TypeRule(needs=("contentUrl", "encodingFormat")),
        "Dataset": TypeRule(needs=("name", "description")),
        "Event": TypeRule(needs=("name", "startDate", "location")),
        "EventSeries": TypeRule(needs=("name",)),
        "EntryPoint": TypeRule(needs=("urlTemplate",)),
        "FAQPage": TypeRule(needs=("mainEntity",)),
        "GeoCoordinates": TypeRule(needs=("latitude", "longitude")),
        "ImageObject": TypeRule(needs_one=("url", "contentUrl")),
        "ItemList": TypeRule(needs=("itemListElement",)),
        "Library": _PLACED,
        "LibrarySystem": TypeRule(needs=("name",)),
        "ListItem": TypeRule(needs=("position",), needs_one=("item", "name", "url")),
        "NewsArticle": TypeRule(needs=("headline", "datePublished", "author")),
        "Offer": TypeRule(needs_one=("price", "url", "availability")),
        "OpeningHoursSpecification": TypeRule(needs_one=("dayOfWeek", "validFrom")),
        "Organization": TypeRule(needs=("name",)),
        "PeopleAudience": TypeRule(needs_one=("audienceType", "suggestedMinAge", "suggestedMaxAge")),
        "Person": TypeRule(needs=("name",)),
        "Place": TypeRule(needs_one=("name", "address", "geo")),
        "PodcastEpisode": TypeRule(needs=("name", "datePublished")),
        "PodcastSeries": TypeRule(needs=("name",)),
        "PostalAddress": TypeRule(needs_one=("streetAddress", "addressLocality", "addressCountry")),
        "PropertyValue": TypeRule(needs_one=("name", "propertyID")),
        "Question": TypeRule(needs=("name", "acceptedAnswer")),
        "Answer": TypeRule(needs=("text",)),
        "SearchAction": TypeRule(needs=("target",)),
        "VideoObject": TypeRule(needs=("name", "uploadDate"), needs_one=("contentUrl", "embedUrl")),
        "VirtualLocation": TypeRule(needs=("url",)),
        "WebPage": TypeRule(needs_one=("name", "url")),
        "WebSite": TypeRule(needs=("name", "url")),
    }
)
# Properties whose value is one of a few words, by the end of its address.
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "PublicHolidays")
WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "eventStatus": frozenset(
            ("EventScheduled", "EventCancelled", "EventMovedOnline", "EventPostponed", "EventRescheduled")
        ),
        "eventAttendanceMode": frozenset(
            ("OfflineEventAttendanceMode", "OnlineEventAttendanceMode", "MixedEventAttendanceMode")
        ),
        "availability": frozenset(
            ("InStock", "SoldOut", "OutOfStock", "PreOrder", "LimitedAvailability", "OnlineOnly")
        ),
        "dayOfWeek": frozenset(_DAYS),
    }
)
DATES = frozenset(
    "startDate endDate previousStartDate doorTime datePublished dateModified dateCreated validFrom validThrough"
    " uploadDate".split()
)
TIMES = frozenset(("opens", "closes"))
# Addresses, which must be whole: those who read the data do not know where it stood.
ADDRESSES = frozenset(
    ("url", "@id", "image", "logo", "contentUrl", "sameAs", "mainEntityOfPage", "item", "thumbnailUrl")
)
