import type { ConnectResult } from '../../core/model/account.ts';
import type { AgendaSource, FetchedAgenda, RoomHost } from '../services/service.ts';

/** The service accepted an account. */
export interface Tried {
  readonly kind: 'accepted';
  /** Null when it was not tried by its agenda. */
  readonly fetched: FetchedAgenda | null;
  readonly meetingCount: number | null;
}

const week = 7 * 86_400_000;

/** Asks the service whether it accepts an account: for its agenda if it has one, else in a way that changes nothing. */
export async function tryAccount(
  { source, host }: { readonly source?: AgendaSource; readonly host?: RoomHost },
  now: number,
): Promise<Tried | Extract<ConnectResult, { kind: 'failed' }>> {
  if (source !== undefined) {
    const window = { from: new Date(now - week / 14).toISOString(), to: new Date(now + week).toISOString() };
    const fetched = await source.fetchMeetings(window);
    return fetched.kind === 'failed'
      ? toFailed(fetched, now)
      : { kind: 'accepted', fetched, meetingCount: fetched.meetings.length };
  }
  if (host === undefined) {
    throw new RangeError('a service has an agenda, rooms, or both');
  }
  const probed = await host.probe();
  return probed.kind === 'failed' ? toFailed(probed, now) : { kind: 'accepted', fetched: null, meetingCount: null };
}

/** What a service's failure is to somebody who connects. */
export function toFailed(
  {
    status,
    trackingId,
    retryAfter,
  }: Pick<Extract<FetchedAgenda, { kind: 'failed' }>, 'status' | 'trackingId' | 'retryAfter'>,
  now: number,
): Extract<ConnectResult, { kind: 'failed' }> {
  const retryAt = retryAfter === null ? null : new Date(now + retryAfter).toISOString();
  return { kind: 'failed', status, trackingId, retryAt };
}
