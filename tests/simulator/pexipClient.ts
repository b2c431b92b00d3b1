import { afterEach } from 'vitest';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/simulator.ts';

const running: Simulator[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((simulator) => simulator.close()));
});

/** Starts a simulator that is closed after the test. */
export async function start(options: SimulatorOptions = {}): Promise<Simulator> {
  const simulator = await startSimulator(options);
  running.push(simulator);
  return simulator;
}

/** A clock that only moves when told. */
export interface HandClock {
  readonly now: () => number;
  advance(milliseconds: number): void;
}

/** A clock that stands at the instant until it is moved. */
export function clockAt(instant: string): HandClock {
  let time = Date.parse(instant);
  return {
    now: () => time,
    advance: (milliseconds) => {
      time += milliseconds;
    },
  };
}

/** The Authorization header of a client of the default fixture. */
export function basic(id: string, secret = `${id}-secret`): string {
  return `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
}

/** Asks for a token as the documentation describes it; `init` replaces parts of the request. */
export function requestToken(simulator: Simulator, id = 'boardroom-7', init: RequestInit = {}): Promise<Response> {
  return fetch(`${simulator.endpoints.pexipAuth}/oauth/token`, {
    method: 'POST',
    headers: { authorization: basic(id), 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
    ...init,
  });
}

/** A live token of a client of the default fixture. */
export async function tokenOf(simulator: Simulator, id = 'boardroom-7'): Promise<string> {
  const response = await requestToken(simulator, id);
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null || !('access_token' in body)) throw new Error('no token came');
  return String(body.access_token);
}

/** Asks for meetings. */
export function requestMeetings(
  simulator: Simulator,
  token: string,
  query: Readonly<Record<string, string>> = {},
  init: RequestInit = {},
): Promise<Response> {
  const url = new URL(`${simulator.endpoints.pexipApi}/v1/meetings`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return fetch(url, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });
}

/** The elements of a list of meetings, as they came. */
export async function meetingsOf(response: Response): Promise<readonly Record<string, unknown>[]> {
  const body = await response.json();
  return body.meetings;
}

/** Gets a token and then meetings. */
export async function listMeetings(
  simulator: Simulator,
  query: Readonly<Record<string, string>> = {},
): Promise<readonly Record<string, unknown>[]> {
  return meetingsOf(await requestMeetings(simulator, await tokenOf(simulator), query));
}
