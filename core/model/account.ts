import * as z from 'zod/mini';
import type { MessageKey } from '../texts/catalog.ts';
import type { SignInFailure } from './signIn.ts';

/** A connection to a service, without its secrets; those live in the vault under the account's id. */
export const accountSchema = z.readonly(
  z.object({
    id: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)),
    serviceId: z.string(),
    /** What the user calls it: for a room, the room's name. */
    name: z.string(),
    /** Values of the connect form's fields that are not secret. */
    fields: z.readonly(z.record(z.string(), z.string())),
  }),
);

/** See {@link accountSchema}. */
export type Account = z.infer<typeof accountSchema>;

/** What a person typed into a connect form; an empty secret of an existing account means "keep it". */
export interface AccountDraft {
  /** Null for a new account. */
  readonly accountId: string | null;
  readonly serviceId: string;
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What a service itself has to say of a status: more than there is to say of its kind for all services. */
export interface StatusWords {
  /** What is wrong, in a sentence. */
  readonly title: MessageKey;
  /** What to do about it. */
  readonly advice: MessageKey;
}

/** Why an account shows what it shows. Every kind but `current` and `waiting` has a text that says what to do. */
export type AccountStatus = { readonly words?: StatusWords } & StatusKind;

type StatusKind =
  /** No answer yet in this run. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'current' }
  /** The machine has no network. */
  | { readonly kind: 'offline' }
  /** There is a network, but the service does not answer. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'serverError'; readonly httpStatus: number }
  /** It answered with something that is no list of meetings. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'limited' }
  /** The service does not accept the credentials. */
  | { readonly kind: 'refused' }
  /** Accepted, but nothing is set up behind the credentials. */
  | { readonly kind: 'notSetUp' }
  /** The stored secret is missing or cannot be read any more: connect again. */
  | { readonly kind: 'secretLost' };

/** Where an account's secret is kept. */
export type SecretStorage = 'encrypted' | 'unprotected' | 'memory';

/** An account as windows see it. */
export interface AccountView extends Account {
  readonly status: AccountStatus;
  /** Instant of the last good answer, ISO 8601 UTC, also from an earlier run; null if there was none. */
  readonly lastSuccessAt: string | null;
  /** Instant of the next attempt, ISO 8601 UTC, or null when none is planned. */
  readonly nextAttemptAt: string | null;
  /** Id of the last failed request, to quote to the service's support. */
  readonly trackingId: string | null;
  /** How far this machine's clock is ahead of the service's, in ms; null when unknown or within two minutes. */
  readonly clockSkew: number | null;
  readonly secretStorage: SecretStorage;
}

/** The outcome of "Test connection" and of saving: saved or fine, or one reason a person can act on. */
export type ConnectResult =
  /** `meetingCount` is null for a service without an agenda. */
  | { readonly kind: 'connected'; readonly meetingCount: number | null; readonly account: Account | null }
  | { readonly kind: 'invalid'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'duplicate'; readonly name: string }
  /** The browser did not bring back what signs in. */
  | { readonly kind: 'notSignedIn'; readonly reason: SignInFailure }
  | {
      readonly kind: 'failed';
      readonly status: AccountStatus;
      readonly trackingId: string | null;
      /** Instant from which another try makes sense, ISO 8601 UTC, or null. */
      readonly retryAt: string | null;
    };

/** One field of a connect form that cannot be accepted as it is. */
export interface FieldProblem {
  readonly field: string;
  /** What is wrong and how it should look. */
  readonly message: MessageKey;
}
