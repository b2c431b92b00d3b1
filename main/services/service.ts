import type { CallLimit } from '../../core/agenda/callLimit.ts';
import type { Account, AccountStatus } from '../../core/model/account.ts';
import type { Meeting } from '../../core/model/meeting.ts';
import type { ServiceView } from '../../core/model/service.ts';
import type { WayIn } from '../../core/model/wayIn.ts';
import type { LimitedRequest } from './limitedRequest.ts';

/** Everything Foyer knows of a service: one declaration in one folder, and one line in the registry. */
export interface Service {
  readonly view: ServiceView;
  /** Base URLs by name, without a slash at the end. Development and tests may put others in their place. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** URI schemes of programs that its ways in may start, without the colon. */
  readonly schemes: readonly string[];
  /** Page that explains where the credentials come from. */
  readonly helpUrl: string;
  /** Which of the service's own clients the fields stand for: two accounts of one client would be the same twice. */
  readonly clientOf: (fields: Readonly<Record<string, string>>) => string;
  /** How often the service allows one client to call. */
  readonly callLimit: CallLimit;
  readonly agenda: AgendaFace;
}

/** The face of a service that has meetings to list. */
export interface AgendaFace {
  readonly createSource: (access: ServiceAccess) => AgendaSource;
  /** The ways into a meeting, best first; none without an address. Total: an address that may not be put into a URI gives only `copy`. */
  readonly waysIn: (meeting: Meeting, account: Account) => readonly WayIn[];
}

/** What a service is given to speak for one account. */
export interface ServiceAccess {
  readonly account: Account;
  /** Values of the form's secret fields. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly endpoints: Readonly<Record<string, string>>;
  /** The only way to the network; it keeps the service's call limit. */
  readonly request: LimitedRequest;
}

/** A part of time, as ISO 8601 UTC instants. */
export interface TimeWindow {
  readonly from: string;
  readonly to: string;
}

/** Fetches the meetings of one account. Keeps what it needs between calls (a token), so one object serves an account. */
export interface AgendaSource {
  readonly fetchMeetings: (window: TimeWindow) => Promise<FetchedAgenda>;
}

/** The outcome of asking for an agenda. */
export type FetchedAgenda =
  | {
      readonly kind: 'meetings';
      readonly meetings: readonly Meeting[];
      /** ISO 8601 UTC before which the list is complete, or null when all of it is. */
      readonly coveredUntil: string | null;
      /** The service's clock as of the answer (ms since 1970), or null when it did not tell. */
      readonly serviceTime: number | null;
      readonly trackingId: string;
    }
  | AgendaFailure;

/** Why there is no agenda. */
export interface AgendaFailure {
  readonly kind: 'failed';
  readonly status: Exclude<AccountStatus, { kind: 'waiting' | 'current' | 'secretLost' | 'offline' }>;
  /** How long to leave the service alone (ms), if it or our own limit said so. */
  readonly retryAfter: number | null;
  /** The service's clock as of the answer (ms since 1970), or null. */
  readonly serviceTime: number | null;
  /** Id of the request that failed, or null when none was sent. */
  readonly trackingId: string | null;
}
