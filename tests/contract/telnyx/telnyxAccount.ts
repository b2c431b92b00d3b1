import { afterEach } from 'vitest';
import type { CallBudget } from '../../../main/agenda/callBudget.ts';
import { createLimitedRequest } from '../../../main/services/limitedRequest.ts';
import { findService } from '../../../main/services/registry.ts';
import type { CallHost, HostedRoom, RoomHost } from '../../../main/services/service.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../simulator/simulator.ts';
import { noCalendars } from '../../helpers/noCalendars.ts';

/** An account at a simulator, over real sockets and the program's own way to the network. */
export interface TelnyxAccount {
  readonly simulator: Simulator;
  readonly host: RoomHost;
  /** What was asked since the last look: method, path below the API and status. */
  readonly asked: () => readonly string[];
}

const opened: TelnyxAccount[] = [];
const free: CallBudget = { take: () => 0, wait: () => 0 };
/** Ms; a fault that never answers is waited for this long. */
const patience = 500;

afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ simulator }) => simulator.close()));
});

/** Opens the account; its simulator is closed after the test. */
export async function openAccount(
  options: SimulatorOptions & { readonly apiKey?: string; readonly budget?: CallBudget } = {},
): Promise<TelnyxAccount> {
  const { apiKey, budget = free, ...simulatorOptions } = options;
  const simulator = await startSimulator(simulatorOptions);
  let seen = 0;
  const account: TelnyxAccount = {
    simulator,
    host: createHost(simulator.telnyxEndpoints, apiKey ?? simulator.telnyx.apiKey, budget),
    asked: () => {
      const requests = simulator.telnyx.requests().slice(seen);
      seen += requests.length;
      return requests.map(
        ({ method, url, status }) => `${method} ${url.replace(/^\/v2/, '').replace(/\?.*/, '')} ${status}`,
      );
    },
  };
  opened.push(account);
  return account;
}

/** A host of the program for an account with this key. */
export function createHost(endpoints: object, apiKey: string, budget: CallBudget = free): RoomHost {
  const face = findService('telnyx')?.rooms;
  if (face === undefined) {
    throw new Error('the service is not registered');
  }
  return face.createHost({
    account: { id: 'account-1', serviceId: 'telnyx', name: 'Our rooms', fields: {} },
    secrets: { apiKey },
    endpoints: { ...endpoints } as Readonly<Record<string, string>>,
    readCalendar: noCalendars,
    request: createLimitedRequest(fetch, budget, { patience, longestBody: 1_000_000 }),
  });
}

/** A room of the simulator as the program stores it. */
export function hosted(roomId: string): HostedRoom {
  return {
    id: roomId,
    accountId: 'account-1',
    title: 'hall-3k9',
    createdAt: new Date(0).toISOString(),
    expiresAt: null,
    link: null,
    details: {},
    secrets: {},
  };
}

/** The call side of a room. */
export function callIn(host: RoomHost, roomId: string): CallHost {
  const call = host.call?.(hosted(roomId));
  if (call === undefined) {
    throw new Error('the host has no calls');
  }
  return call;
}
