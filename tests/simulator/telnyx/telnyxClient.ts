import type { Simulator } from '../../../simulator/simulator.ts';

/** An answer of the REST API, read. */
export interface RestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON body; undefined if it is none. */
  readonly json: Readonly<Record<string, unknown>> | undefined;
}

/** Calls the REST API with the account's key; `headers` replace the usual ones. */
export async function call(
  simulator: Simulator,
  method: string,
  path: string,
  body?: unknown,
  init: RequestInit = {},
): Promise<RestAnswer> {
  const response = await fetch(`${simulator.telnyxEndpoints.telnyxApi}${path}`, {
    method,
    headers: { authorization: `Bearer ${simulator.telnyx.apiKey}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...init,
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parse(text) };
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The `data` of an answer, as an object. */
export function dataOf(answer: RestAnswer): Readonly<Record<string, unknown>> {
  const data = answer.json?.['data'];
  if (typeof data !== 'object' || data === null) throw new Error(`no data came: ${answer.status} ${answer.text}`);
  return { ...data };
}

/** The `data` of a list. */
export function listOf(answer: RestAnswer): readonly Readonly<Record<string, unknown>>[] {
  const data = answer.json?.['data'];
  if (!Array.isArray(data)) throw new Error(`no list came: ${answer.status} ${answer.text}`);
  return data;
}

/** What a test says of a token pair. */
export interface TokenPair {
  readonly token: string;
  readonly refreshToken: string;
}

/** Mints a pair of tokens for a room. */
export async function mintTokens(simulator: Simulator, roomId: string, lifetimes: object = {}): Promise<TokenPair> {
  const data = dataOf(await call(simulator, 'POST', `/rooms/${roomId}/actions/generate_join_client_token`, lifetimes));
  return { token: String(data['token']), refreshToken: String(data['refresh_token']) };
}
