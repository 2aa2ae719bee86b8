"""Calendars: what is on as iCalendar files that phones subscribe to, and as data for a partner's site."""
