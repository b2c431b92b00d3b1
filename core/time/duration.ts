const minute = 60_000;

/** A length of time in the pieces that are shown; the words come from the catalog. */
export type Duration =
  | { readonly unit: 'minutes'; readonly minutes: number }
  | { readonly unit: 'hours'; readonly hours: number }
  | { readonly unit: 'hoursAndMinutes'; readonly hours: number; readonly minutes: number }
  | { readonly unit: 'days'; readonly days: number }
  | { readonly unit: 'daysAndHours'; readonly days: number; readonly hours: number };

/** The pieces of a length of time (ms), rounded up to minutes; from a day on, minutes are left out. */
export function durationOf(length: number): Duration {
  const total = Math.max(0, Math.ceil(length / minute));
  if (total < 60) {
    return { unit: 'minutes', minutes: total };
  }
  const hours = Math.floor(total / 60);
  const minutes = total % 60;
  if (hours < 24) {
    return minutes === 0 ? { unit: 'hours', hours } : { unit: 'hoursAndMinutes', hours, minutes };
  }
  const days = Math.floor(hours / 24);
  return hours % 24 === 0 ? { unit: 'days', days } : { unit: 'daysAndHours', days, hours: hours % 24 };
}
