import * as z from 'zod/mini';
import type { FaultTaker } from '../faultBoard.ts';
import { createFaultCatalog } from '../faultCatalog.ts';
import { bodyFaults, connectionFaults, retryAfter, statusFaults } from '../sharedFaults.ts';

/** The calls of the REST API. */
const apiEndpoints = [
  'user',
  'listMeetings',
  'getMeeting',
  'createMeeting',
  'editMeeting',
  'cancelMeeting',
  'startScheduled',
  'startNow',
] as const;

/** One call of the REST API. */
export type ApiEndpoint = (typeof apiEndpoints)[number];

/** The addresses of the authorization server. */
const authEndpoints = ['authorize', 'token', 'expire', 'renew'] as const;

/** Where requests arrive: a call of the API, an address of the authorization server, or the pages that links lead to. */
export type Endpoint = ApiEndpoint | (typeof authEndpoints)[number] | 'page';

/** Where a fault can sit: on one endpoint, or on all of the API (`api`) or of the authorization server (`auth`). */
export const faultPlaceSchema = z.enum(['api', 'auth', ...apiEndpoints, ...authEndpoints, 'page']);

/** See {@link faultPlaceSchema}. */
export type FaultPlace = z.infer<typeof faultPlaceSchema>;

/** The group of endpoints that one belongs to. */
export function groupOf(endpoint: Endpoint): FaultPlace {
  if (apiEndpoints.some((each) => each === endpoint)) return 'api';
  return authEndpoints.some((each) => each === endpoint) ? 'auth' : endpoint;
}

/** Everything that can go wrong, as data. Several can be active at once; see README for how they combine. */
export const faultSchema = z.discriminatedUnion('name', [
  ...connectionFaults,
  /** The work is done (the token is rotated, the meeting is made), then the connection is reset without a byte. */
  z.strictObject({ name: z.literal('answerLost') }),
  ...statusFaults,
  /** The caller's access token ends before its time, as if expired; a refreshed one is good. Once unless told. */
  z.strictObject({ name: z.literal('tokenEnded') }),
  /** 401 or 403 with `stale_token` although the token is good; a missing `ErrorCode` leaves the status alone to tell. */
  z.strictObject({
    name: z.literal('staleToken'),
    status: z._default(z.union([z.literal(401), z.literal(403)]), 401),
  }),
  /** The proxy's 403 "Account Inactive", no JSON, with the challenge `invalid_token`. */
  z.strictObject({ name: z.literal('accountInactive') }),
  /** The proxy's throttling, no JSON: a 403 that is no word about the token. */
  z.strictObject({
    name: z.literal('throttled'),
    as: z._default(z.enum(['queriesPerSecond', 'rate']), 'queriesPerSecond'),
    retryAfter,
  }),
  /** 400, whatever was sent. */
  z.strictObject({ name: z.literal('badRequest') }),
  ...bodyFaults,
  /** Errors of the API lack their `ErrorCode`. */
  z.strictObject({ name: z.literal('errorCodeMissing') }),
  /** Only what nobody can do without is left: of a token answer the tokens, of a meeting its id, name and times. */
  z.strictObject({ name: z.literal('minimalAnswer') }),
  /** A good answer lacks that field at every level. */
  z.strictObject({ name: z.literal('missingField'), field: z._default(z.string(), 'viewerLink') }),
  /** Fields nobody documented, at every level of a good answer and in redirects. */
  z.strictObject({ name: z.literal('extraFields') }),
  /** Fields of wrong types in a good answer; in a list, unusable elements among the good ones. */
  z.strictObject({ name: z.literal('wrongTypes') }),
  /** Times of meetings lack their `Z`, as the one of `registrationDate` does in the published sample. */
  z.strictObject({ name: z.literal('timesWithoutZone') }),
  /** 200 in place of 201 and 204. */
  z.strictObject({ name: z.literal('plainStatus') }),
  /** Booleans that are sent as text get 400; the vendor's own sample sends them so. */
  z.strictObject({ name: z.literal('textBooleansRefused') }),
  /** The authorization ends in an error that is told by redirect, in fields of OAuth's or of the API's names. */
  z.strictObject({
    name: z.literal('redirectError'),
    error: z._default(z.string(), 'access_denied'),
    as: z._default(z.enum(['oauth', 'api']), 'oauth'),
  }),
  /** The redirect lacks the state, or has another one. */
  z.strictObject({ name: z.literal('stateSpoiled'), as: z._default(z.enum(['missing', 'other']), 'missing') }),
  /** The redirect has neither a result nor an error. */
  z.strictObject({ name: z.literal('resultMissing') }),
  /** The fragment takes the result of the code flow, the query that of the implicit grant. */
  z.strictObject({ name: z.literal('resultElsewhere') }),
  /** The error page is the 500 with JSON that was once recorded. */
  z.strictObject({ name: z.literal('jsonErrorPage') }),
]);

/** See {@link faultSchema}. */
export type Fault = z.infer<typeof faultSchema>;

/** See {@link FaultTaker}. */
export type TakeFault = FaultTaker<Fault>;

/** A fault as callers may write it: parameters with a default can be left out. */
export type FaultInput = z.input<typeof faultSchema>;

/** What a fault is called, in code, over HTTP and on the command line. */
export type FaultName = Fault['name'];

/** Every fault's name, and the way to read one. */
export const { names: faultNames, parse: parseFault } = createFaultCatalog<Fault>(faultSchema);
