import { createHash } from 'node:crypto';
import { officeApplications } from '../../../simulator/joinme/application.ts';
import type { ServiceRules } from '../../../simulator/joinme/serviceRules.ts';
import type { Simulator } from '../../../simulator/simulator.ts';
import { start } from '../pexipClient.ts';

/** Users of the default fixture. */
export const iris = 'iris.vega@corp.example';
export const oto = 'oto.lind@corp.example';
export const mara = 'mara.quist@corp.example';

/** The application of the default fixture whose callback is the custom scheme. */
export const foyer = {
  key: 'foyer-joinme-key',
  secret: 'foyer-joinme-secret',
  callbackUrl: 'app.foyer.desktop:/oauth/joinme',
} as const;

const all = 'user_info scheduler start_meeting';

/** Starts a simulator whose user Iris allows everything unasked, unless the rules say otherwise. */
export function startAllowing(rules: Partial<ServiceRules> = {}, now?: () => number): Promise<Simulator> {
  return start({ ...(now === undefined ? {} : { now }), joinme: { rules: { autoConsent: iris, ...rules } } });
}

/** An answer of any address, read; redirects are not followed. */
export interface JoinmeAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON body; empty if it is none. */
  readonly json: Readonly<Record<string, unknown>>;
}

async function read(response: Response): Promise<JoinmeAnswer> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parse(text) };
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** Opens an address without following redirects. */
export async function open(address: string, init: RequestInit = {}): Promise<JoinmeAnswer> {
  return read(await fetch(address, { redirect: 'manual', ...init }));
}

/** Parameters of a good authorization request; those that are null are left out. */
export function authorizeParameters(changes: Readonly<Record<string, string | null>> = {}): URLSearchParams {
  const usual = {
    client_id: foyer.key,
    scope: all,
    redirect_uri: foyer.callbackUrl,
    state: 'r4nd0m',
    response_type: 'code',
  };
  const sent = Object.entries({ ...usual, ...changes });
  return new URLSearchParams(sent.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

/** Opens the authorization endpoint. */
export function authorize(
  simulator: Simulator,
  changes: Readonly<Record<string, string | null>> = {},
): Promise<JoinmeAnswer> {
  return open(`${simulator.endpoints.joinmeAuth}/api/public/v1/auth/oauth2?${authorizeParameters(changes)}`);
}

/** What a redirect carries: its address without them, query and fragment. */
export function redirectOf(answer: JoinmeAnswer): {
  readonly to: string;
  readonly query: URLSearchParams;
  readonly fragment: URLSearchParams;
} {
  const location = answer.headers.get('location');
  if (answer.status !== 302 || location === null) throw new Error(`no redirect came: ${answer.status} ${answer.text}`);
  const [beforeFragment = '', fragment = ''] = location.split('#');
  const [to = '', query = ''] = beforeFragment.split('?');
  return { to, query: new URLSearchParams(query), fragment: new URLSearchParams(fragment) };
}

/** A fresh code. */
export async function codeOf(simulator: Simulator, changes: Readonly<Record<string, string>> = {}): Promise<string> {
  const code = redirectOf(await authorize(simulator, changes)).query.get('code');
  if (code === null) throw new Error('no code came');
  return code;
}

/** Posts to the token endpoint with the application's key and secret. */
export function askToken(
  simulator: Simulator,
  fields: Readonly<Record<string, unknown>>,
  encoding: 'json' | 'form' = 'json',
): Promise<JoinmeAnswer> {
  return postAuth(simulator, 'token', { client_id: foyer.key, client_secret: foyer.secret, ...fields }, encoding);
}

/** Redeems a code. */
export function redeem(
  simulator: Simulator,
  code: string,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<JoinmeAnswer> {
  const fields = { grant_type: 'authorization_code', code, redirect_uri: foyer.callbackUrl, ...changes };
  return askToken(simulator, fields);
}

/** Refreshes. */
export function refresh(
  simulator: Simulator,
  refreshToken: string,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<JoinmeAnswer> {
  return askToken(simulator, { grant_type: 'refresh_token', refresh_token: refreshToken, ...changes });
}

/** Posts to an address of the authorization server. */
export function postAuth(
  simulator: Simulator,
  name: string,
  fields: Readonly<Record<string, unknown>>,
  encoding: 'json' | 'form' = 'json',
): Promise<JoinmeAnswer> {
  const texts = Object.entries(fields).map(([field, value]) => [field, String(value)]);
  const isForm = encoding === 'form';
  return open(`${simulator.endpoints.joinmeAuth}/api/public/v1/auth/${name}`, {
    method: 'POST',
    headers: { 'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json' },
    body: isForm ? new URLSearchParams(texts).toString() : JSON.stringify(fields),
  });
}

/** A token pair of a user, without a browser. */
export function tokensOf(simulator: Simulator, email = iris, scopes?: readonly string[]) {
  const [application] = officeApplications;
  return simulator.joinme.issueTokens(email, application?.key ?? '', scopes);
}

/** Calls the API with a token; `init` replaces parts of the request. */
export function call(
  simulator: Simulator,
  token: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<JoinmeAnswer> {
  return open(`${simulator.endpoints.joinmeApi}/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

/** Calls the API as a user who has just signed in. */
export function callAs(
  simulator: Simulator,
  email: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<JoinmeAnswer> {
  return call(simulator, tokensOf(simulator, email).accessToken, method, path, body);
}

/** The elements of a list of meetings. */
export function meetingsOf(answer: JoinmeAnswer): readonly Readonly<Record<string, unknown>>[] {
  const list = answer.json['meetings'];
  if (!Array.isArray(list)) throw new Error(`no list came: ${answer.status} ${answer.text}`);
  return list;
}

/** The S256 challenge of a verifier. */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
