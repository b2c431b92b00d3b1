import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ServiceAnswer, ServiceRequest } from '../../../main/services/limitedRequest.ts';
import { PexipAgenda } from '../../../main/services/pexip/pexipAgenda.ts';
import { noCalendars } from '../../helpers/noCalendars.ts';

const base = Date.parse('2026-04-14T00:00:00Z');
const window = { from: new Date(base).toISOString(), to: new Date(base + 7 * 86_400_000).toISOString() };

interface Booked {
  readonly id: string;
  readonly startTime: string;
  readonly endTime: string;
}

/** Whether the window finds what overlaps it, or what starts in it, is not documented: both must work. */
type Selection = 'overlap' | 'start';

function answerLike(booked: readonly Booked[], selection: Selection, { method, url }: ServiceRequest): ServiceAnswer {
  const query = new URL(url).searchParams;
  const [from, to] = [query.get('startTime') ?? '', query.get('endTime') ?? ''];
  const meetings = booked
    .filter(({ startTime, endTime }) => startTime < to && (selection === 'start' ? startTime >= from : endTime > from))
    .slice(0, Number(query.get('limit')));
  const text = JSON.stringify(method === 'POST' ? { access_token: 'token' } : { meetings });
  return { kind: 'answered', httpStatus: 200, headers: new Headers(), text, isTooLong: false };
}

const calendars: fc.Arbitrary<readonly Booked[]> = fc
  .tuple(
    fc.integer({ min: 0, max: 650 }),
    fc.integer({ min: 1, max: 300 }),
    fc.integer({ min: 1, max: 40 }),
    fc.infiniteStream(fc.nat(1_000_000)),
  )
  .map(([count, starts, longest, luck]) =>
    Array.from({ length: count }, (_, index) => {
      const start = base + ((luck.next().value ?? 0) % starts) * 1_800_000;
      const end = start + ((luck.next().value ?? 0) % longest) * 1_800_000 + 60_000;
      return { id: `m${index}`, startTime: new Date(start).toISOString(), endTime: new Date(end).toISOString() };
    }).toSorted((one, other) => (one.startTime < other.startTime ? -1 : 1)),
  );

describe('a calendar of any shape', () => {
  test.each<Selection>(['overlap', 'start'])(
    'is complete as far as it is said to be, in five answers at most (windows select by %s)',
    async (selection) => {
      const property = fc.asyncProperty(calendars, async (booked) => {
        let calls = 0;
        const source = new PexipAgenda({
          account: { id: 'room-1', serviceId: 'pexip', name: 'Boardroom', fields: { clientId: 'room' } },
          secrets: { clientSecret: 'secret' },
          endpoints: { pexipAuth: 'http://127.0.0.1:9', pexipApi: 'http://127.0.0.1:9' },
          readCalendar: noCalendars,
          request: async (request) => {
            calls += Number(request.method === 'GET');
            return answerLike(booked, selection, request);
          },
        });
        const fetched = await source.fetchMeetings(window);
        const found = new Set(fetched.kind === 'meetings' ? fetched.meetings.map((item) => item.serviceMeetingId) : []);
        const coveredUntil = fetched.kind === 'meetings' ? fetched.coveredUntil : '';
        const promised = booked.filter(({ startTime }) => startTime < (coveredUntil ?? window.to));
        expect(promised.filter(({ id }) => !found.has(id))).toEqual([]);
        expect(calls).toBeLessThanOrEqual(5);
        expect(found.size).toBe(fetched.kind === 'meetings' ? fetched.meetings.length : -1);
      });
      await fc.assert(property, { numRuns: 60 });
    },
    20_000,
  );
});
