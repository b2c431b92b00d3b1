import { afterEach, expect } from 'vitest';
import type { Account } from '../../../core/model/account.ts';
import type { CallBudget } from '../../../main/agenda/callBudget.ts';
import { type AnswerLimits, createLimitedRequest } from '../../../main/services/limitedRequest.ts';
import { findService } from '../../../main/services/registry.ts';
import type { AgendaSource, FetchedAgenda, TimeWindow } from '../../../main/services/service.ts';
import { officeDomains } from '../../../simulator/pexip/aliases.ts';
import type { LoggedRequest } from '../../../simulator/requestLog.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../simulator/simulator.ts';
import { noCalendars } from '../../helpers/noCalendars.ts';

/** A room that asks a simulator, over real sockets and the program's own way to the network. */
export interface PexipRoom {
  readonly simulator: Simulator;
  readonly fetch: (window?: TimeWindow) => Promise<FetchedAgenda>;
  /** What was asked since the last look: endpoint and status. */
  readonly asked: () => readonly string[];
}

/** How a room differs from the boardroom with good credentials and all the calls it wants. */
export interface RoomOptions extends SimulatorOptions {
  readonly clientId?: string;
  readonly secret?: string;
  readonly budget?: CallBudget;
  readonly limits?: AnswerLimits;
}

/** The day and week around the simulator's office day, as the program asks for it. */
export const week: TimeWindow = windowAround(Date.now());

const opened: PexipRoom[] = [];
const choices: string[] = [];

/** Whatever the test was about: every request carried a tracking id of its own, and none made the simulator guess. */
afterEach(async () => {
  const rooms = opened.splice(0);
  const requests = rooms.flatMap(({ simulator }) => simulator.pexip.requests());
  await Promise.all(rooms.map(({ simulator }) => simulator.close()));
  const ids = requests.map(({ trackingIds }) => trackingIds['x-trackingid'] ?? 'none');
  expect(requests.map(({ trackingIds }) => trackingIds['x-tracking-id'])).toEqual(ids);
  expect(ids.filter((id) => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(requests.filter(({ formFields }) => formFields.length > 0 && formFields.join() !== 'grant_type')).toEqual([]);
  expect(choices.splice(0)).toEqual([]);
});

/** Opens the room; its simulator is closed, and its requests checked, after the test. */
export async function openRoom(options: RoomOptions = {}): Promise<PexipRoom> {
  const { clientId = 'boardroom-7', secret = `${clientId}-secret`, budget, limits, ...simulatorOptions } = options;
  const simulator = await startSimulator({
    ...simulatorOptions,
    pexip: { limits: { calls: 1_000 }, ...simulatorOptions.pexip },
  });
  const source = createSource(simulator.endpoints, { clientId, secret, budget, limits });
  let seen = 0;
  const room: PexipRoom = {
    simulator,
    fetch: (window = week) => source.fetchMeetings(window),
    asked: () => {
      const requests = simulator.pexip.requests().slice(seen);
      seen += requests.length;
      return requests.map((request) => `${endpointOf(request)} ${request.status}`);
    },
  };
  opened.push(room);
  return room;
}

/** A source of the program for the boardroom, which asks these addresses. */
export function createSource(
  endpoints: object,
  parts: {
    readonly clientId?: string | undefined;
    readonly secret?: string | undefined;
    readonly budget?: CallBudget | undefined;
    readonly limits?: AnswerLimits | undefined;
  } = {},
): AgendaSource {
  const { clientId = 'boardroom-7', secret = 'secret', budget = { take: () => 0, wait: () => 0 }, limits } = parts;
  const face = findService('pexip')?.agenda;
  if (face === undefined) {
    throw new Error('the service is not registered');
  }
  const domains = {
    teamsDomains: officeDomains.teams,
    meetDomains: officeDomains.meet,
    pexipDomains: officeDomains.pexip,
  };
  const account: Account = { id: 'room-1', serviceId: 'pexip', name: 'Boardroom', fields: { clientId, ...domains } };
  return face.createSource({
    account,
    secrets: { clientSecret: secret },
    endpoints: { ...endpoints },
    readCalendar: noCalendars,
    request: createLimitedRequest(fetchAndNote, budget, limits ?? { patience: 10_000, longestBody: 1_000_000 }),
  });
}

/** The window that the program asks for at an instant (ms since 1970). */
export function windowAround(now: number): TimeWindow {
  const hour = 3_600_000;
  return { from: new Date(now - 12 * hour).toISOString(), to: new Date(now + 7 * 24 * hour).toISOString() };
}

const fetchAndNote: typeof globalThis.fetch = async (input, init) => {
  const response = await fetch(input, init);
  const choice = response.headers.get('x-simulator-choice');
  if (choice !== null) {
    choices.push(choice);
  }
  return response;
};

function endpointOf({ origin }: LoggedRequest): string {
  return origin === 'pexipAuth' ? 'token' : 'meetings';
}
