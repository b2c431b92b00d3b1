import * as z from 'zod/mini';
import type { RoomFailure, ServiceAccess, SignInFace } from '../service.ts';
import type { CodeRefused, Tokens } from '../signInFlow.ts';
import { type Answered, failure, parseJson, readAnswer } from './answer.ts';

/** What Foyer asks for: who signed in, their meetings, and starting some (join.me, "Authorization", scopes). */
const scope = 'user_info scheduler start_meeting';

/** An access token's life, which an answer need not tell (join.me, "Authorization"; seen in clients). */
const usualLifetime = 24 * 3_600_000;

const token = z.string().check(z.regex(/^[\x21-\x7e]{1,4000}$/));
const tokens = z.object({
  access_token: token,
  refresh_token: z.catch(z.nullable(token), null),
  expires_in: z.catch(z.nullable(z.coerce.number().check(z.gt(0))), null),
});
const user = z.object({ email: z.string().check(z.regex(/^[^\s@]{1,200}@[^\s@]{1,200}$/)) });
const complaint = z.object({ error: z.string() });

/** Signing in to join.me. It knows no PKCE; the secret of the API key says who exchanges a code. */
export const signIn: SignInFace = {
  // A day, and no renewal (join.me, "Implicit grant").
  implicit: { isChosen: (fields) => fields['implicit'] === 'true', lifetime: usualLifetime },
  hasPkce: false,
  issuerOf: (endpoints) => authOf(endpoints),
  addressOf: ({ account, endpoints }, { flow, redirectUri, state }) => {
    const query = new URLSearchParams({
      response_type: flow,
      client_id: account.fields['apiKey'] ?? '',
      scope,
      redirect_uri: redirectUri,
      state,
    });
    // The pages write the blank between scopes as %20.
    return `${authOf(endpoints)}/oauth2?${query.toString().replaceAll('+', '%20')}`;
  },
  exchange: async (access, { code, redirectUri }) => {
    const answer = await post(access, 'token', { code, redirect_uri: redirectUri, grant_type: 'authorization_code' });
    return isAbout(answer, ['invalid_authorization_code', 'invalid_grant']) ? codeRefused : readTokens(answer);
  },
  renew: async (access, refreshToken) => {
    const answer = await post(access, 'token', { refresh_token: refreshToken, grant_type: 'refresh_token' });
    return isAbout(answer, ['invalid_grant', 'invalid_authorization_code']) ? refused : readTokens(answer);
  },
  // The e-mail address is the login (join.me, "Users").
  personOf: async ({ endpoints, request }, accessToken) => {
    const answer = readAnswer(
      await request({
        method: 'GET',
        url: `${endpoints['joinmeApi']}/v1/user`,
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          authorization: `Bearer ${accessToken}`,
        },
      }),
    );
    const parsed = z.safeParse(user, answer.kind === 'good' ? parseJson(answer.text) : undefined);
    return parsed.success ? parsed.data.email.toLowerCase() : null;
  },
  // Published as a testing aid, which takes the secret; it may take the service ten minutes.
  signOut: async (access, accessToken) => {
    if (access.secrets['apiSecret'] !== undefined) {
      await post(access, 'expireaccess', { access_token: accessToken });
    }
  },
};

const codeRefused: CodeRefused = { kind: 'codeRefused' };
const refused = failure({ kind: 'refused' });

function authOf(endpoints: Readonly<Record<string, string>>): string {
  return `${endpoints['joinmeAuth']}/api/public/v1/auth`;
}

/** A code and a refresh token may be good once, so that nothing here may arrive twice. */
async function post(
  { account, secrets, endpoints, request }: ServiceAccess,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<Answered> {
  const client = { client_id: account.fields['apiKey'] ?? '', client_secret: secrets['apiSecret'] ?? '' };
  return readAnswer(
    await request({
      method: 'POST',
      url: `${authOf(endpoints)}/${path}`,
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ ...client, ...fields }),
      isOnce: true,
    }),
  );
}

/** The names of errors are those of RFC 6749 but for one (seen in a client's recorded answers). */
function isAbout(answer: Answered, errors: readonly string[]): boolean {
  const parsed = z.safeParse(complaint, 'text' in answer ? parseJson(answer.text) : undefined);
  return parsed.success && errors.includes(parsed.data.error);
}

function readTokens(answer: Answered): Tokens | RoomFailure {
  if (isAbout(answer, ['invalid_client', 'unauthorized_client'])) {
    return refused;
  }
  if (answer.kind !== 'good') {
    return answer.failure;
  }
  const parsed = z.safeParse(tokens, parseJson(answer.text));
  if (!parsed.success) {
    return failure({ kind: 'unreadable' });
  }
  const { access_token, refresh_token, expires_in } = parsed.data;
  const lifetime = expires_in === null ? usualLifetime : expires_in * 1_000;
  return { kind: 'tokens', accessToken: access_token, refreshToken: refresh_token, lifetime };
}
