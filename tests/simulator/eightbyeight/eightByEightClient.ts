import { officeAccount } from '../../../simulator/eightbyeight/account.ts';
import type { Simulator, SimulatorOptions } from '../../../simulator/simulator.ts';
import { clockAt, type HandClock, start } from '../pexipClient.ts';

/** When the clock of {@link startStill} stands. */
const begin = '2026-01-14T09:12:44.850Z';

/** A simulator whose clock only moves when told. */
export async function startStill(options: SimulatorOptions = {}): Promise<{ simulator: Simulator; clock: HandClock }> {
  const clock = clockAt(begin);
  return { simulator: await start({ now: clock.now, ...options }), clock };
}

/** What `POST /tokens` answers with. */
export interface TokenAnswer {
  readonly auth_token: string;
  readonly guest_link: string;
  readonly call_reference: string;
}

/** Asks for a token as the documentation describes it; `init` replaces parts of the request. */
export function requestToken(simulator: Simulator, body?: unknown, init: RequestInit = {}): Promise<Response> {
  return fetch(`${simulator.endpoints.eightByEight}/api/v1/tokens`, {
    method: 'POST',
    headers: { authorization: `Bearer ${officeAccount.apiKey}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...init,
  });
}

/** Makes a room. */
export async function makeRoom(simulator: Simulator, fields: Record<string, unknown> = {}): Promise<TokenAnswer> {
  const response = await requestToken(simulator, { create_room: true, ...fields });
  if (response.status !== 200) throw new Error(`no room came: ${response.status}`);
  return response.json();
}

/** A token without a room. */
export async function plainToken(simulator: Simulator): Promise<string> {
  const answer: TokenAnswer = await (await requestToken(simulator)).json();
  return answer.auth_token;
}

/** Asks one of the reporting calls. */
export function report(simulator: Simulator, token: string, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { 'x-token': token, 'content-type': 'application/json' };
  return fetch(`${simulator.endpoints.eightByEight}${path}`, { headers, ...init });
}

/** A page as far as tests look at it. */
export interface ShownPage {
  readonly status: number;
  readonly text: string;
  readonly heading: string | undefined;
  /** The seat that the page holds. */
  readonly seat: string | undefined;
  /** To be sent with the next request of the same browser. */
  readonly cookie: string;
  readonly location: string | null;
}

/** Opens a page; redirections are not followed. */
export async function open(url: string, init: RequestInit = {}): Promise<ShownPage> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  return {
    status: response.status,
    text,
    heading: /<h1[^>]*>([^<]*)<\/h1>/.exec(text)?.[1],
    seat: /data-seat="([^"]+)"/.exec(text)?.[1],
    cookie: response.headers.get('set-cookie')?.split(';', 1)[0] ?? '',
    location: response.headers.get('location'),
  };
}

/** Address of the agent portal. */
export function portalUrl(simulator: Simulator, token: string, parameters: Record<string, string> = {}): string {
  const query = new URLSearchParams({ user: 'agent@office.example', token, ...parameters });
  return `${simulator.endpoints.eightByEight}/?${query}`;
}

/** Joins as a guest, as the lobby's form does. */
export function joinLink(link: string, name = 'Mara Lind', init: RequestInit = {}): Promise<ShownPage> {
  return open(link, { method: 'POST', body: new URLSearchParams({ name }), ...init });
}

/** What a page's script asks for its seat. */
export async function seatView(simulator: Simulator, page: ShownPage, path = '', body?: unknown): Promise<unknown> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const url = `${simulator.endpoints.eightByEight}/simulated/seats/${page.seat ?? ''}${path}`;
  return (await fetch(url, init)).json();
}
