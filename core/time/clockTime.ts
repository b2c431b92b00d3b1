const hour = 60;
const day = 24 * hour;

const typedTime = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(?:h|uhr)?\s*(?:([ap])\.?\s?(?:m\.?)?)?$/;

/**
 * Minutes since midnight of a time as people type it ("9", "930", "9:30", "9.30", "9h30", "9:30 pm"); null when it is none.
 * 24:00 is no start of anything, and read as none.
 */
export function readClockTime(typed: string): number | null {
  const [, hours, minutes = '0', half] = typedTime.exec(typed.trim().replaceAll(/\s+/g, ' ').toLowerCase()) ?? [];
  if (hours === undefined || Number(minutes) >= hour) {
    return null;
  }
  const shown = Number(hours);
  if (half === undefined) {
    return shown < 24 ? shown * hour + Number(minutes) : null;
  }
  return shown >= 1 && shown <= 12 ? (shown % 12) * hour + Number(minutes) + (half === 'p' ? 12 * hour : 0) : null;
}

/** "09:30" or "9:30 PM", which {@link readClockTime} reads again. `minutes` since midnight may go past the day. */
export function clockTimeText(minutes: number, isTwelveHour: boolean): string {
  const within = ((minutes % day) + day) % day;
  const [hours, rest] = [Math.floor(within / hour), String(within % hour).padStart(2, '0')];
  return isTwelveHour
    ? `${hours % 12 || 12}:${rest} ${hours < 12 ? 'AM' : 'PM'}`
    : `${String(hours).padStart(2, '0')}:${rest}`;
}
