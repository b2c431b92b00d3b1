import * as z from 'zod/mini';

const seconds = z.int().check(z.nonnegative());
const calls = z.nullable(z.int().check(z.positive()));

/**
 * What the service decides by itself. Published (join.me developer pages) are the 24 hours of an access token, the ten
 * minutes of a presenter link and of an expiry; seen in third-party clients is the minute of a code. All else is not
 * published: the first value of each choice is the assumption to start with, the others are for clients to bear.
 */
export const serviceRulesSchema = z.strictObject({
  /** Life of an authorization code. */
  codeSeconds: seconds,
  /** Life of an access token of either flow. */
  tokenSeconds: seconds,
  /** Life of a refresh token; null has no end. */
  refreshSeconds: z.nullable(seconds),
  /** A refresh gives a new refresh token and ends the old one, gives the old one again, or gives none. */
  refreshTokens: z.enum(['rotate', 'stay', 'omitted']),
  /** How long `expireaccess` takes to act; up to 600 is published. */
  expireDelaySeconds: seconds,
  /** E-mail address of the user who allows every application at once; null shows the page and asks. */
  autoConsent: z.nullable(z.string()),
  /** Status of an expiry that did not work. */
  expiryFailureStatus: z.union([z.literal(400), z.literal(200)]),
  /**
   * How the token endpoint refuses: a bad code as `invalid_authorization_code` and a bad secret with 401, or a bad code as
   * `invalid_grant` and a bad secret with 400; a bad refresh token is `invalid_grant` with 400, or with 401.
   */
  tokenErrors: z.enum(['seen', 'oauth']),
  /** What becomes of a `code_challenge`: S256 is checked, it is ignored, or it is an unknown parameter. */
  pkce: z.enum(['checked', 'ignored', 'refused']),
  /** Whether a callback on 127.0.0.1 fits only with the registered port. */
  loopbackPort: z.enum(['registered', 'any']),
  /** An ended token gets 401 and an unknown one the proxy's 403; or all get 401 as JSON, or all the proxy's 403. */
  badTokens: z.enum(['apart', 'api', 'proxy']),
  /** Who refuses a scope too few with 403. */
  scopes: z.enum(['api', 'proxy', 'unchecked']),
  /** Whether a call without `Content-Type: application/json` gets 400, as the pages ask for it with every call. */
  needsContentType: z.boolean(),
  /** Until when a meeting is upcoming. */
  upcoming: z.enum(['untilEnd', 'untilStart']),
  /** Whether `endDate` counts in query, header and body alike, or nowhere. */
  endDate: z.enum(['anywhere', 'ignored']),
  /** Whether elements of the list lack participants, conference and viewer link. */
  listElements: z.enum(['reduced', 'full']),
  /** What a user without a personal URL gets who asks for it: 400, or a link with a code. */
  missingPersonalUrl: z.enum(['refused', 'code']),
  /** Whether free users have an audio conference. */
  freeUsersHaveAudio: z.boolean(),
  /** Life of a presenter link. */
  presenterSeconds: seconds,
  /** Where presenter, viewer and dial-in links lead, without a slash at the end; null is the simulator's own address. */
  linkBase: z.nullable(z.string().check(z.regex(/^https?:\/\/[^\s/?#@]+$/))),
  /** Calls of the API that one application may make; null has no limit. */
  callsPerSecond: calls,
  callsPerDay: calls,
  throttleStatus: z.union([z.literal(403), z.literal(429)]),
  /** What a throttled call is told of the time to wait. */
  retryAfter: z.enum(['none', 'seconds', 'httpDate']),
});

/** See {@link serviceRulesSchema}. */
export type ServiceRules = z.infer<typeof serviceRulesSchema>;

/** The rules the simulator starts with; no limit of calls is published, this one is wide. */
export const usualRules: ServiceRules = {
  codeSeconds: 60,
  tokenSeconds: 86_400,
  refreshSeconds: null,
  refreshTokens: 'rotate',
  expireDelaySeconds: 0,
  autoConsent: null,
  expiryFailureStatus: 400,
  tokenErrors: 'seen',
  pkce: 'checked',
  loopbackPort: 'registered',
  badTokens: 'apart',
  scopes: 'api',
  needsContentType: true,
  upcoming: 'untilEnd',
  endDate: 'anywhere',
  listElements: 'reduced',
  missingPersonalUrl: 'refused',
  freeUsersHaveAudio: false,
  presenterSeconds: 600,
  linkBase: null,
  callsPerSecond: 20,
  callsPerDay: 20_000,
  throttleStatus: 403,
  retryAfter: 'none',
};
