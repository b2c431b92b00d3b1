/** How one person's system writes times and days. Instants are milliseconds since the epoch. */
export interface TimeFormat {
  readonly timeZone: string;
  /** True when the half of the day is written, which takes more room. */
  readonly isTwelveHour: boolean;
  /** "13:00", "1:00 PM". */
  formatTime(instant: number): string;
  /** "13:00 – 14:30", with the half of the day only once where it is the same. */
  formatTimeRange(start: number, end: number): string;
  /** "Tuesday, 14 April". */
  formatDay(instant: number): string;
  /** "Tue". */
  formatWeekday(instant: number): string;
  /** "14 Apr, 13:00", for an instant that is not today. */
  formatDayAndTime(instant: number): string;
}

/** What a {@link TimeFormat} depends on. */
export interface TimeFormatOptions {
  /** BCP 47 tag; one that is not understood falls back to British English. */
  readonly locale: string;
  /** Undefined leaves the choice to the locale. */
  readonly isTwelveHour: boolean | undefined;
  /** IANA name; left out, the system's. */
  readonly timeZone?: string;
}

/** Formats with cached `Intl` formatters: making one costs more than a thousand uses of it. */
export function createTimeFormat(options: TimeFormatOptions): TimeFormat {
  const locale = supportedLocale(options.locale);
  const timeZone = options.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const hours = hourOptions(locale, options.isTwelveHour);
  const time = new Intl.DateTimeFormat(locale, { timeZone, minute: '2-digit', ...hours });
  const day = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long', day: 'numeric', month: 'long' });
  const weekday = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short' });
  const dayAndTime = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: 'numeric',
    month: 'short',
    minute: '2-digit',
    ...hours,
  });
  return {
    timeZone,
    isTwelveHour: time.resolvedOptions().hour12 === true,
    formatTime: (instant) => evenSpaces(time.format(instant)),
    // A range over midnight would repeat the full date, which the surfaces say in their own way.
    formatTimeRange: (start, end) => evenSpaces(joinRange(time, start, end)),
    formatDay: (instant) => day.format(instant),
    formatWeekday: (instant) => weekday.format(instant),
    formatDayAndTime: (instant) => evenSpaces(dayAndTime.format(instant)),
  };
}

/** Two digits where a day has 24 hours, so that times stand in one column; locales alone would write 9:00 above 10:00. */
function hourOptions(locale: string, isTwelveHour: boolean | undefined): Intl.DateTimeFormatOptions {
  const cycle = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hourCycle;
  const isTwelve = isTwelveHour ?? (cycle === 'h11' || cycle === 'h12');
  return isTwelve ? { hour: 'numeric', hourCycle: 'h12' } : { hour: '2-digit', hourCycle: 'h23' };
}

function joinRange(time: Intl.DateTimeFormat, start: number, end: number): string {
  const first = time.formatToParts(start);
  const last = time.formatToParts(end);
  const half = (parts: readonly Intl.DateTimeFormatPart[]) => parts.find((part) => part.type === 'dayPeriod')?.value;
  const isHalfLast = first.at(-1)?.type === 'dayPeriod';
  const isSameHalf = half(first) !== undefined && half(first) === half(last) && end - start < 12 * 3_600_000;
  const shown = isSameHalf && isHalfLast ? first.filter((part) => part.type !== 'dayPeriod') : first;
  const text = (parts: readonly Intl.DateTimeFormatPart[]) => parts.map((part) => part.value).join('');
  return `${text(shown).trim()} – ${text(last)}`;
}

/** Locales put a narrow space before AM and PM, which few fonts have: another one's stands out. */
function evenSpaces(text: string): string {
  return text.replaceAll('\u202f', '\u00a0');
}

function supportedLocale(locale: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}
