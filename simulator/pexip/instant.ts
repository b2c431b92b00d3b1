const pattern = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d+)?([Zz]|[+-](\d\d):(\d\d))$/;

/** Reads an RFC 3339 date-time into milliseconds since the epoch; null if it is none or names no real day or time. */
export function parseInstant(text: string): number | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const calendarDay = new Date(Date.UTC(year, month - 1, day));
  const isRealDay = calendarDay.getUTCMonth() === month - 1 && calendarDay.getUTCDate() === day;
  const isRealTime = hour < 24 && minute < 60 && second < 60;
  const isRealOffset = Number(match[9] ?? 0) < 24 && Number(match[10] ?? 0) < 60;
  return isRealDay && isRealTime && isRealOffset ? Date.parse(text.toUpperCase()) : null;
}

/** How times are written: minutes east of UTC (null writes `Z`), and whether with seven fraction digits. */
export interface InstantStyle {
  readonly offsetMinutes: number | null;
  readonly hasFraction: boolean;
}

/** Writes milliseconds since the epoch as RFC 3339; whole seconds unless the style or the value asks for more. */
export function formatInstant(milliseconds: number, style: InstantStyle): string {
  const offset = style.offsetMinutes ?? 0;
  const iso = new Date(milliseconds + offset * 60_000).toISOString();
  const fraction = iso.slice(20, 23);
  const wholeSeconds = iso.slice(0, 19);
  const neededFraction = fraction === '000' ? '' : `.${fraction}`;
  return `${wholeSeconds}${style.hasFraction ? `.${fraction}0000` : neededFraction}${style.offsetMinutes === null ? 'Z' : formatOffset(offset)}`;
}

function formatOffset(minutes: number): string {
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}
