/** How far the clocks of a zone are ahead of UTC at an instant; all in ms. */
export type ZoneOffset = (instant: number) => number;

/** The offsets of a zone of the time zone database; null for a name that it does not have. */
export function findZoneOffset(zone: string): ZoneOffset | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'iso8601',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
  return (instant) => wallAt(format, instant) - Math.floor(instant / 1_000) * 1_000;
}

/** What the clocks show, written as if it were UTC. */
function wallAt(format: Intl.DateTimeFormat, instant: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) {
    parts[type] = Number(value);
  }
  const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, date, hour, minute, second);
}
