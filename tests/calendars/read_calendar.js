// Returns [uid, start, end, summary] of every time that a calendar holds, as ical.js reads it.
(text) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents("vevent");
  const uid = (event) => event.getFirstPropertyValue("uid");
  const isException = (event) => event.hasProperty("recurrence-id");
  const found = [];
  const add = (event, start, end) => found.push([event.uid, said(start), said(end), event.summary]);
  const said = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  for (const one of events.filter((event) => !isException(event))) {
    const exceptions = events.filter((event) => isException(event) && uid(event) === uid(one));
    const event = new ICAL.Event(one, { exceptions });
    if (!event.isRecurring()) {
      add(event, event.startDate, event.endDate);
      continue;
    }
    const times = event.iterator();
    for (let time = times.next(); time; time = times.next()) {
      const { item, startDate, endDate } = event.getOccurrenceDetails(time);
      add(item, startDate, endDate);
    }
  }
  ICAL.TimezoneService.reset();
  return found.sort();
}
