import type { SimulatedMeeting } from './simulatedMeeting.ts';

/** The people of the made-up office. */
export type Person = 'Iris Vega' | 'Oto Lind' | 'Mara Quist' | 'Tessa Hale' | 'Nils Aro';

/** A booking as fixtures write it. */
export interface Booking {
  /** Names the booking within its calendar; occurrences of a series share it. */
  readonly key: string;
  readonly subject: string;
  readonly organizer: Person;
  /** Milliseconds since the epoch. */
  readonly start: number;
  readonly minutes: number;
  /** Left out for a meeting without video. */
  readonly alias?: string;
}

/** Turns a booking into a meeting with a long opaque id, the same one for the same key each time. */
export function bookMeeting(calendar: string, booking: Booking): SimulatedMeeting {
  const { key, subject, organizer, start, minutes, alias } = booking;
  return {
    id: Buffer.from(`simulated calendar of ${calendar}: ${key}`).toString('base64'),
    subject,
    organizerName: organizer,
    organizerEmail: `${organizer.toLowerCase().replace(' ', '.')}@corp.example`,
    startTime: new Date(start).toISOString(),
    endTime: new Date(start + minutes * 60_000).toISOString(),
    ...(alias === undefined ? {} : { alias }),
  };
}
