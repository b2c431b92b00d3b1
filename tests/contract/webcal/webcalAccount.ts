import { join } from 'node:path';
import { afterAll, afterEach } from 'vitest';
import { meetingServices } from '../../../core/invites/meetingServices.ts';
import type { Account } from '../../../core/model/account.ts';
import type { Clock } from '../../../main/clock.ts';
import { readMeetings } from '../../../main/invites/calendarMeetings.ts';
import { CalendarReader } from '../../../main/invites/calendarReader.ts';
import { createLimitedRequest } from '../../../main/services/limitedRequest.ts';
import { findService } from '../../../main/services/registry.ts';
import type { AgendaSource, FetchedAgenda, TimeWindow } from '../../../main/services/service.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../simulator/simulator.ts';
import { officeToken } from '../../../simulator/webcal/officeCalendar.ts';
import { calendarPath } from '../../../simulator/webcal/webcalWorld.ts';

/** The machine's own time. */
export const realClock: Clock = {
  wall: () => Date.now(),
  uptime: () => performance.now(),
  after: (delay, run) => {
    const timer = setTimeout(run, delay);
    return () => clearTimeout(timer);
  },
};

const workerPath = join(import.meta.dirname, '../../../main/invites/calendarWorker.ts');
/** Reads in a thread, as the program does. */
export const reader = new CalendarReader({ clock: realClock, workerPath, rules: meetingServices });

const closing: Simulator[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((simulator) => simulator.close()));
});
afterAll(() => reader.stop());

/** A calendar of the simulator, as the program subscribes to it over real sockets. */
export interface SubscribedCalendar {
  readonly simulator: Simulator;
  readonly address: string;
  readonly source: AgendaSource;
  /** Asks for the week around now. */
  readonly fetch: () => Promise<FetchedAgenda>;
  /** Statuses of what was asked since the last look. */
  readonly asked: () => readonly (number | null)[];
}

/** Starts a simulator; it is closed after the test. */
export async function openSimulator(options?: SimulatorOptions): Promise<Simulator> {
  const simulator = await startSimulator(options);
  closing.push(simulator);
  return simulator;
}

/** Where the simulator publishes a calendar. */
export function addressOf(simulator: Simulator, token = officeToken): string {
  return `${simulator.endpoints.webcal}${calendarPath(token)}`;
}

/** Subscribes to a calendar, of one person unless told. */
export async function subscribe(
  parts: { readonly address?: string; readonly standIn?: string; readonly patience?: number } = {},
): Promise<SubscribedCalendar> {
  const simulator = await openSimulator();
  const address = parts.address ?? addressOf(simulator);
  const account: Account = { id: 'calendar-1', serviceId: 'webcal', name: 'Mine', fields: {} };
  const request = createLimitedRequest(fetch, { take: () => 0, wait: () => 0 });
  const { patience } = parts;
  const source = findService('webcal')?.agenda?.createSource({
    account,
    secrets: { address },
    endpoints: { webcal: parts.standIn ?? simulator.endpoints.webcal },
    request: ({ limits, ...asked }) =>
      request({ ...asked, ...(limits && { limits: { ...limits, ...(patience && { patience }) } }) }),
    readCalendar: (...asked) => readMeetings(reader, account.id, ...asked),
  });
  if (source === undefined) {
    throw new Error('the service has no agenda');
  }
  let seen = 0;
  return {
    simulator,
    address,
    source,
    fetch: () => source.fetchMeetings(week()),
    asked: () => {
      const requests = simulator.webcal.requests().slice(seen);
      seen += requests.length;
      return requests.map(({ status }) => status);
    },
  };
}

/** What the program asks for. */
export function week(now = Date.now()): TimeWindow {
  return { from: new Date(now - 12 * 3_600_000).toISOString(), to: new Date(now + 7 * 86_400_000).toISOString() };
}

/** The title and the subjects of an answer that is good; else the words of the failure. */
export function toldBy(fetched: FetchedAgenda): readonly string[] {
  return fetched.kind === 'meetings'
    ? fetched.meetings.map(({ subject }) => subject)
    : [fetched.status.words?.title ?? fetched.status.kind];
}
