"""What other systems call our columns: each name in lower case, without spaces, hyphens and underscores."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# By our column: the names in English (systems and people), then those in other languages.
_NAMES = {
    "id": "eventid uid externalid recordid uuid guid iduid detailid childid",
    "title": (
        "subject name eventname eventtitle event headline eventtitletext titel veranstaltung veranstaltungstitel"
        " título titulo titre titolo evento nombre nombredelevento nom évènement événement evenement activity"
        " programname programtitle stop"
    ),
    "date": (
        "startdate eventstartdate eventdate datefrom begindate startdatelocal fromdate datestart firstdate day1"
        " dateofevent eventday dates eventdates startingdate begindatum startdatum datum fecha fechainicio"
        " fechadeinicio data datainizio datadiinizio datedébut datededébut datedebut datededebut datainício"
    ),
    "start": (
        "starttime eventstarttime time begins begintime timeeventstart rawstarttime dtstart eventstart"
        " startdatetime timefrom fromtime eventtime timestart startsat starts begin times when datetime dateandtime"
        " startdateandtime startdatetimelocal startingtime arrival from startdatetimeutc uhrzeit zeit beginn"
        " startzeit hora horainicio horadeinicio horario heure heuredébut heurededébut heuredebut heurededebut ora"
        " orario orainizio aanvang"
    ),
    "end_date": (
        "eventenddate dateto todate finishdate dateend lastdate enddatelocal enddatum endedatum fechafin"
        " fechadefin fechafinal datafine datadifine datefin datedefin datafim einddatum"
    ),
    "end": (
        "endtime eventendtime ends finish finishtime timeeventend rawendtime dtend eventend enddatetime timeto"
        " totime timeend endsat enddateandtime departure to ende endzeit endezeit horafin horadefin heurefin"
        " heuredefin orafine eindtijd endingtime"
    ),
    "all_day": "alldayevent isalldayevent isallday ganztägig ganztaegig todoeldía todoeldia",
    "time_zone": "eventtimezone timezoneid tz tzid timezonename",
    "repeat": (
        "recurrence rrule repeats recurring recurrencerule frequency recurs recurrent daysofweek repeatdays"
        " recurrencedays recurringdays"
    ),
    "until": "repeatuntil recurrenceend recurrenceenddate recurrenceuntil repeatend",
    "except": (
        "exceptions exdate exceptdates excluded excludeddates exclusions excludedays excludedates excludedweekdays"
    ),
    "also": "rdate additionaldates extradates",
    "branch": "librarybranch library campus branchname zweigstelle biblioteca bibliothèque bibliotheek",
    "room": "locationname rooms venues roomname space raum saal sala salle",
    "place": (
        "location venue eventvenuename venuename address eventlocation offsiteaddress lugar where locationtext"
        " eventvenue locationdetails locationdisplayname locationaddress eventaddress sitelocationname"
        " locationdescription eventplace venueaddress ort veranstaltungsort ubicación ubicacion lieu luogo sede"
        " plaats local"
    ),
    "online": "onlinelink meetinglink zoomlink joinurl streamurl webinarlink conferenceurl virtualeventurl livestream",
    "audience": (
        "audiences agegroup agegroups age targetgroup targetaudience intendedaudience agerange zielgruppe público"
        " publico public_cible"
    ),
    "topics": (
        "categories category eventcategory eventcategories eventtype eventtypes programtype tags keywords"
        " eventtags tag subjects topic type types typeofevent kategorie kategorien categoría categoria categorías"
        " catégorie recurrentcategory"
    ),
    "description": (
        "eventdescription descr details about longdescription postcontent body notes descriptiontext desc"
        " programdescription eventdetails beschreibung descripción descripcion descrizione descrição"
    ),
    "summary": "excerpt eventexcerpt teaser deck postexcerpt shortdescription subtitle kicker untertitel",
    "cost": (
        "eventcost price eventticketprice registrationcost ticketprice admission fee costdescription preis"
        " eintritt precio prix"
    ),
    "registration": "registrationrequired requiresregistration bookingrequired allowreg registrationtype",
    "registration_link": (
        "ticketurl registrationurl signup signupurl bookingurl bookinglink registerurl ticketlink tickets"
        " registrationlink ticketsurl anmeldung"
    ),
    "opens": "registrationopens registrationstart bookingopens",
    "closes": "registrationcloses registrationend bookingcloses registrationdeadline",
    "places": "inpersonseats seats maxattendees capacity maximumattendees maximumattendeecapacity mainspotsavailable",
    "status": "eventstatus estado stato statut",
    "language": "languages sprache idioma langue",
    "access": "accessibility accessibilityinformation captions",
    "partners": "sponsor sponsors partner presentedby host",
    "image": "featuredimage eventfeaturedimage photourl featuredimageurl imageurl primaryimage photo imagen bild",
    "image_alt": "imagealt alttext imagealttext",
    "link": (
        "url website eventwebsite eventurl weblink webpage eventlink moreinformation locationurl moreinfo"
        " permalink sitioweb web webseite eventpage timetable websiteurl eventwebsiteurl linkurl infourl"
        " moreinfourl infolink homepage site lien enlace eventhomepage detailsurl"
    ),
    "updated": "lastupdatedon changed lastmodified modified updatedat dateupdated lastupdated",
    "cancelled": "canceled iscancelled iscanceled eventcancelled eventcanceled",
    "cancelled_because": "cancellationnote cancellationreason cancelreason changedreason",
    "duration": "eventduration length eventlength dauer duración duracion durée duree durata",
    "duration_minutes": "durationminutes durationmins durationmin lengthminutes minutes",
    "duration_hours": "durationhours lengthhours durationhrs",
    "repeat_interval": "interval recurrenceinterval",
    "full": "isfull registrationisfull soldout issoldout",
    "hidden": "private hide hideeventfromeventlistings privateevent hidden draft",
    "published": "publishingstatus published visibility public postpublishstatus flags poststatus",
    "year": "jahr año anno année",
    "month": "monat mes mese mois",
    "day": "dayofmonth tag día giorno jour",
}
# What other systems have columns for and we do not.
ONLY_ELSEWHERE = (
    *("cancelled", "cancelled_because", "full", "hidden", "published"),
    *("duration", "duration_minutes", "duration_hours", "repeat_interval", "year", "month", "day"),
)
ELSEWHERE: Mapping[str, str] = MappingProxyType(
    {
        **{name.replace("_", ""): name for name in ONLY_ELSEWHERE},
        **{name.replace("_", ""): ours for ours, names in _NAMES.items() for name in names.split()},
    }
)

# Names of people, and how to reach them, and how many came: none of it is for the public.
_PRIVATE = """
    attendees requiredattendees optionalattendees meetingorganizer eventorganizer eventorganizername organizer
    organizername eventorganizernamesorids organizeremail organizerphone registrations confirmedregistrations
    waitinglistregistrations cancelledregistrations actualattendanceinperson actualattendanceonline confirmedattendance
    anticipatedattendance attendance email contactemail mail phone telephone mobilephone contact contactname
    contactphone billinginformation internaltags internalnotes staffnotes createdby modifiedby owner registrants
    participants participant firstname lastname fullname surname barcode cardnumber patron patronid studentid
    studentname patronname attendeename participantname eventorganiser staff staffcontact notesinternal
    checkin checkout timein timeout signin signout checkedin attended dateofbirth teilnehmer kontakt contacto
    registered waitlist waitlisted numberattended headcount
"""
PRIVATE = frozenset(_PRIVATE.split())
PRIVATE_PARTS = ("attendee", "attendance", "email", "phone", "registrant", "organizer", "organiser", "birth")
# Where one of these stands, each row is a person, or a visit, and not an event.
OF_PEOPLE = frozenset(
    """
    firstname lastname fullname surname barcode cardnumber patron patronid patronname studentid studentname
    attendeename participantname checkin checkout timein timeout signin signout checkedin attended dateofbirth
    """.split()
)

# What the title stands under where nothing is called so: of a list of concerts, films, lessons.
LAST_TITLES = frozenset(
    """
    session workshop class course show performance film movie artist band act talk lecture conference festival what
    programme program group club meeting match fixture exhibition tour walk
    """.split()
)

# Settings of other systems that say nothing about the event itself.
_DROPPED = """
    eventstickyinmonthview sticky featureevent featured eventshowmaplink eventshowmap showmap showmaplink
    eventisocurrencycode eventcurrencysymbol eventcurrencyposition eventallowcomments
    eventallowtrackbacksandpingbacks commentstatus pingstatus reminderonoff reminderdate remindertime mileage priority
    sensitivity showtimeas setup teardown allowsreviews allowuseractivity allowuserinterest isrecurring
    registrationclosed hashtag facebookurl featuredtabs sponsored venuepageonly widgetonly channelsonly
    excludefromtrending parentid formatteddate
"""
DROPPED = frozenset(_DROPPED.split())
