import type { Application } from './application.ts';
import type { JoinmeWorld } from './joinmeWorld.ts';

/** A request to `/oauth2` that may be shown to a user. */
export interface AuthorizeRequest {
  readonly application: Application;
  readonly redirectUri: string;
  readonly responseType: 'code' | 'token';
  readonly scopes: readonly string[];
  readonly state: string | null;
  /** An S256 code challenge, or null. */
  readonly challenge: string | null;
}

/** What the published scopes allow, as the consent page says it. */
export const scopeTexts: Readonly<Record<string, string>> = {
  user_info: 'Read your account: name, e-mail address, personal link, audio conference',
  scheduler: 'See, schedule, change and cancel your meetings',
  start_meeting: 'Start meetings as you',
  provisioning: "Manage your company's presenters",
};

/** Names of the parameters that the consent page sends on. */
export const requestParameters = [
  'response_type',
  'client_id',
  'scope',
  'redirect_uri',
  'state',
  'code_challenge',
  'code_challenge_method',
] as const;

/** Checks the parameters; a text says what is wrong. They are checked before anything else (join.me, grant pages). */
export function readAuthorizeRequest(world: JoinmeWorld, parameters: URLSearchParams): AuthorizeRequest | string {
  const twice = requestParameters.find((name) => parameters.getAll(name).length > 1);
  if (twice !== undefined) return `${twice} is there more than once`;
  const responseType = parameters.get('response_type');
  if (responseType !== 'code' && responseType !== 'token') return 'response_type must be code or token';
  const application = world.applications.get(parameters.get('client_id') ?? '');
  if (application === undefined) return 'client_id is no known API key';
  const redirectUri = parameters.get('redirect_uri');
  if (redirectUri === null || !fits(world, application.callbackUrl, redirectUri)) {
    return 'redirect_uri is not the Callback URL of this API key';
  }
  const scopes =
    parameters
      .get('scope')
      ?.split(' ')
      .filter((scope) => scope !== '') ?? [];
  if (scopes.length === 0) return 'scope is missing';
  const stranger = scopes.find((scope) => !Object.hasOwn(scopeTexts, scope));
  if (stranger !== undefined) return `there is no scope ${stranger}`;
  const challenge = readChallenge(world, parameters);
  if (typeof challenge === 'object') return challenge.problem;
  const state = parameters.get('state');
  return { application, redirectUri, responseType, scopes, state, challenge: challenge === '' ? null : challenge };
}

/** Callbacks are compared as they are: a differing query already breaks the match (seen in a client). */
function fits(world: JoinmeWorld, registered: string, sent: string): boolean {
  if (sent === registered) return true;
  const portless = (uri: string) => uri.replace(/^(http:\/\/127\.0\.0\.1):\d{1,5}(?=\/|$)/, '$1');
  const isLoopback = portless(registered) !== registered;
  return world.rules.loopbackPort === 'any' && isLoopback && portless(sent) === portless(registered);
}

/** The challenge, empty if there is none to check. */
function readChallenge(world: JoinmeWorld, parameters: URLSearchParams): string | { readonly problem: string } {
  const challenge = parameters.get('code_challenge');
  const method = parameters.get('code_challenge_method');
  if (challenge === null && method === null) return '';
  if (world.rules.pkce === 'ignored') return '';
  if (world.rules.pkce === 'refused') return { problem: 'code_challenge is no known parameter' };
  if (method !== 'S256') return { problem: 'code_challenge_method must be S256' };
  if (!/^[\w-]{43}$/.test(challenge ?? '')) return { problem: 'code_challenge must be 43 characters of base64url' };
  return challenge ?? '';
}
