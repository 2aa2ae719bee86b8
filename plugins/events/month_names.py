"""The names of months and of days of the week, as spreadsheets in the languages we have seen spell them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# English; Spanish, Catalan; French; German; Italian; Portuguese; Dutch; Danish, Norwegian, Swedish.
_MONTHS = (
    "january jan enero ene gener gen janvier janv januar jänner jän gennaio janeiro januari",
    "february feb febrero febrer février fevrier févr fév februar febbraio fevereiro fev februari feber",
    "march mar marzo març mars märz maerz mär mrz março maart mrt marts",
    "april apr abril abr avril avr aprile",
    "may mayo maig mai maggio mag maio mei maj",
    "june jun junio juny juin juni giugno giu junho",
    "july jul julio juliol juillet juil juli luglio lug julho",
    "august aug agosto ago agost août aout agosto augustus augusti",
    "september sept sep septiembre setiembre setembre septembre settembre set setembro",
    "october oct octubre octobre oktober okt ottobre ott outubro out",
    "november nov noviembre novembre novembro",
    "december dec diciembre dic desembre décembre decembre déc dezember dez dicembre dezembro desember des",
)
_WEEKDAYS = (
    "monday mon lunes lun dilluns lundi montag mo lunedì lunedi segunda maandag mandag måndag",
    "tuesday tue tues martes dimarts mardi dienstag di martedì martedi terça dinsdag tirsdag tisdag",
    "wednesday wed weds miércoles miercoles dimecres mercredi mittwoch mi mercoledì mercoledi quarta woensdag onsdag",
    "thursday thu thur thurs jueves jue dijous jeudi donnerstag do giovedì giovedi quinta donderdag torsdag",
    "friday fri viernes vie divendres vendredi freitag fr venerdì venerdi sexta vrijdag fredag",
    "saturday sat sábado sabado sáb dissabte samedi samstag sonnabend sa sabato zaterdag lørdag lördag",
    "sunday sun domingo dom diumenge dimanche sonntag so domenica zondag søndag söndag",
)
MONTHS: Mapping[str, int] = MappingProxyType(
    {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
)
WEEKDAYS: Mapping[str, int] = MappingProxyType(
    {name: number for number, names in enumerate(_WEEKDAYS) for name in names.split()}
)
# The names that people are offered when they have misspelt one.
FULL_NAMES = tuple(names.split()[0] for names in _MONTHS)
