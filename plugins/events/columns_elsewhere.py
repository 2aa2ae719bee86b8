"""What other systems call our columns: each name in lower case, without spaces, hyphens and underscores."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# Columns that only other systems have: `cancelled` (yes or no), `cancelled_because` (a reason), `full` (yes or no),
# `hidden` (yes or no), `published` (a word).
_NAMES = {
    "id": "eventid uid externalid recordid uuid",
    "title": "subject name eventname eventtitle event headline eventtitletext título titulo",
    "date": (
        "startdate eventstartdate eventdate datefrom begindate startdatelocal fromdate datestart firstdate day1"
        " dateofevent eventday fecha"
    ),
    "start": (
        "starttime eventstarttime time begins begintime timeeventstart rawstarttime dtstart eventstart startdatetime"
        " timefrom fromtime eventtime hora timestart startsat"
    ),
    "end_date": "eventenddate dateto todate finishdate dateend lastdate",
    "end": "endtime eventendtime ends finish timeeventend rawendtime dtend eventend enddatetime timeto totime timeend",
    "all_day": "alldayevent isalldayevent isallday",
    "time_zone": "eventtimezone timezoneid tz tzid",
    "repeat": "recurrence rrule repeats recurring recurrencerule",
    "until": "repeatuntil recurrenceend recurrenceenddate",
    "except": "exceptions exdate exceptdates excluded",
    "branch": "librarybranch library campus branchname",
    "room": "locationname rooms venues roomname space",
    "place": "location venue eventvenuename venuename address eventlocation offsiteaddress lugar where",
    "online": "onlinelink meetinglink zoomlink joinurl streamurl webinarlink conferenceurl",
    "audience": "audiences agegroup agegroups age targetgroup targetaudience intendedaudience",
    "topics": (
        "categories category eventcategory eventcategories eventtype eventtypes programtype tags keywords eventtags tag"
        " subjects"
    ),
    "description": "eventdescription descr details about longdescription postcontent body notes",
    "summary": "excerpt eventexcerpt teaser deck postexcerpt shortdescription",
    "cost": "eventcost price eventticketprice registrationcost ticketprice",
    "registration": "registrationrequired requiresregistration bookingrequired",
    "registration_link": "ticketurl registrationurl signup signupurl bookingurl bookinglink registerurl ticketlink",
    "opens": "registrationopens registrationstart bookingopens",
    "closes": "registrationcloses registrationend bookingcloses registrationdeadline",
    "places": "inpersonseats seats maxattendees capacity maximumattendees maximumattendeecapacity",
    "status": "eventstatus",
    "language": "languages",
    "access": "accessibility accessibilityinformation",
    "partners": "sponsor sponsors partner presentedby host",
    "image": "featuredimage eventfeaturedimage photourl featuredimageurl imageurl primaryimage",
    "link": "url website eventwebsite eventurl weblink webpage eventlink moreinformation locationurl",
    "updated": "lastupdatedon changed lastmodified modified updatedat dateupdated",
    "cancelled": "canceled iscancelled iscanceled",
    "cancelled_because": "cancellationnote cancellationreason cancelreason changedreason",
    "full": "isfull registrationisfull soldout issoldout",
    "hidden": "private hide hideeventfromeventlistings privateevent hidden draft",
    "published": "publishingstatus published visibility public postpublishstatus",
}
# What other systems have columns for and we do not.
ONLY_ELSEWHERE = ("cancelled", "cancelled_because", "full", "hidden", "published")
ELSEWHERE: Mapping[str, str] = MappingProxyType(
    {name: ours for ours, names in _NAMES.items() for name in names.split()}
)

# Names of people, and how to reach them, and how many came: none of it is for the public.
_PRIVATE = """
    attendees requiredattendees optionalattendees meetingorganizer eventorganizer eventorganizername organizer
    organizername eventorganizernamesorids organizeremail organizerphone registrations confirmedregistrations
    waitinglistregistrations cancelledregistrations actualattendanceinperson actualattendanceonline confirmedattendance
    anticipatedattendance attendance email contactemail mail phone telephone mobilephone contact contactname
    contactphone billinginformation internaltags internalnotes staffnotes createdby modifiedby owner registrants
    participants participant firstname lastname fullname barcode cardnumber
"""
PRIVATE = frozenset(_PRIVATE.split())
PRIVATE_PARTS = ("attendee", "attendance", "email", "phone", "registrant", "organizer", "organiser", "birth")

# Settings of other systems that say nothing about the event itself.
_DROPPED = """
    eventstickyinmonthview sticky featureevent featured eventshowmaplink eventshowmap showmap showmaplink
    eventisocurrencycode eventcurrencysymbol eventcurrencyposition eventallowcomments
    eventallowtrackbacksandpingbacks commentstatus pingstatus reminderonoff reminderdate remindertime mileage priority
    sensitivity showtimeas setup teardown allowsreviews allowuseractivity allowuserinterest
"""
DROPPED = frozenset(_DROPPED.split())
