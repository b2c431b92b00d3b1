// RFC 3339 section 5.6; the letters may be small, the seconds 60 in a leap second.
const dateTime =
  /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))[Tt ]((?:[01]\d|2[0-3]):[0-5]\d:)([0-5]\d|60)(\.\d+)?([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** The instant (ISO 8601 UTC, with milliseconds) that an RFC 3339 date-time of any offset names; null when it is none. */
export function parseInstant(text: string): string | null {
  const [, date, hoursAndMinutes, seconds, fraction = '', offset] = dateTime.exec(text) ?? [];
  if (date === undefined || hoursAndMinutes === undefined || seconds === undefined || offset === undefined) {
    return null;
  }
  const milliseconds = fraction.slice(0, 4);
  const time = Date.parse(
    `${date}T${hoursAndMinutes}${seconds === '60' ? '59' : seconds}${milliseconds}${offset.toUpperCase()}`,
  );
  if (Number.isNaN(time) || !isOnCalendar(date)) {
    return null;
  }
  const instant = new Date(time).toISOString();
  return instant.length === 24 ? instant : null;
}

/** February 30th is read as March 2nd by the platform; here it is no date. */
function isOnCalendar(date: string): boolean {
  return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}
