import type { AgendaFailure } from '../service.ts';

/** What can be wrong with a calendar's address, told apart as far as it takes to mend it. */
export type Trouble =
  | 'unreachable'
  | 'signIn'
  | 'gone'
  | 'page'
  | 'notACalendar'
  | 'cutShort'
  | 'tooLarge'
  | 'tooHard'
  | 'insecure'
  | 'leadsAstray'
  | 'roundabout';

/** `notSetUp` is asked for again four times an hour, `unreadable` sooner, `refused` not before somebody changed something. */
const kinds = {
  unreachable: 'unreachable',
  signIn: 'refused',
  gone: 'notSetUp',
  page: 'unreadable',
  notACalendar: 'unreadable',
  cutShort: 'unreadable',
  tooLarge: 'notSetUp',
  tooHard: 'notSetUp',
  insecure: 'notSetUp',
  leadsAstray: 'notSetUp',
  roundabout: 'notSetUp',
} as const;

/** A failure in words of its own. */
export function troubled(trouble: Trouble): AgendaFailure {
  const title = `services:webcal.troubles.${trouble}.title` as const;
  const advice = `services:webcal.troubles.${trouble}.advice` as const;
  return failed({ kind: kinds[trouble], words: { title, advice } });
}

/** A failure; nothing is told of the server's clock, which is nobody's business, and may be that of a cache. */
export function failed(status: AgendaFailure['status'], retryAfter: number | null = null): AgendaFailure {
  return { kind: 'failed', status, retryAfter, serviceTime: null, trackingId: null };
}
