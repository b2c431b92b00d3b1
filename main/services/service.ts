import type { CallLimit } from '../../core/agenda/callLimit.ts';
import type { LinkRule } from '../../core/invites/linkRule.ts';
import type { Account, AccountStatus, FieldProblem } from '../../core/model/account.ts';
import type { Meeting } from '../../core/model/meeting.ts';
import type { Line, RoomPhase } from '../../core/model/room.ts';
import type { ServiceView } from '../../core/model/service.ts';
import type { KnownWay } from '../../core/model/setting.ts';
import type { WayIn } from '../../core/model/wayIn.ts';
import type { MessageKey } from '../../core/texts/catalog.ts';
import type { CallPass, CallPerson, CallSight, Moderated, Moderation } from './callPass.ts';
import type { LimitedRequest } from './limitedRequest.ts';
import type { Scheduler } from './scheduler.ts';
import type { CodeRefused, ImplicitGrant, SignInAsk, SignInGrant, Tokens } from './signInFlow.ts';

/** Everything Foyer knows of a service: one declaration in one folder, and one line in the registry. */
export interface Service {
  readonly view: ServiceView;
  /** Base URLs by name, without a slash at the end. Development and tests may put others in their place. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** URI schemes of programs that its ways in may start, without the colon. */
  readonly schemes: readonly string[];
  /** How its links are told in invites and texts, best first. */
  readonly links?: readonly LinkRule[];
  /** The ways in that can be preferred over others, best first; left out where there is no choice. */
  readonly knownWays?: readonly KnownWay[];
  /** Page that explains where the credentials come from. */
  readonly helpUrl: string;
  /**
   * Which of the service's own clients the fields stand for: two accounts of one client would be the same twice. Null when
   * only the secrets tell one client from another; all such accounts share one call limit.
   */
  readonly clientOf: (fields: Readonly<Record<string, string>>) => string | null;
  /** Where only secrets tell clients apart: which of them share one call limit; left out, all of them do. */
  readonly limitedBy?: (fields: Readonly<Record<string, string>>) => string;
  /**
   * What becomes of values that fit the form: as they are kept, with what of the secrets may be seen among the fields, or
   * what is wrong with them. Left out, they are kept as they are. Pure, and the same for what it gave already.
   */
  readonly settle?: (
    typed: Credentials,
    endpoints: Readonly<Record<string, string>>,
  ) => Credentials | readonly FieldProblem[];
  /** How often the service allows one client to call. */
  readonly callLimit: CallLimit;
  /** How a person signs in, for a service whose form alone does not let anybody in. */
  readonly signIn?: SignInFace;
  /** Its two faces; a service has one or both. */
  readonly agenda?: AgendaFace;
  readonly rooms?: RoomsFace;
  /** What changes its meetings, declared to windows by `view.scheduling`. */
  readonly createScheduler?: (access: ServiceAccess) => Scheduler;
}

/** What an account is connected with, the secrets apart from the rest. */
export interface Credentials {
  readonly fields: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

/**
 * Signing in with the browser (OAuth 2.0, authorization code), beside the fields of the connect form. The fields hold the
 * client, `view.signIn` says where the browser comes back to.
 */
export interface SignInFace {
  /** The second way of some services, for whoever has no secret to exchange a code with. */
  readonly implicit?: ImplicitGrant;
  /** Whether the service knows PKCE (RFC 7636), which is then sent with the method S256. */
  readonly hasPkce: boolean;
  /** The service as it would name itself in an answer (RFC 9207). */
  readonly issuerOf: (endpoints: Readonly<Record<string, string>>) => string;
  /** The page to sign in on. */
  readonly addressOf: (access: ServiceAccess, ask: SignInAsk) => string;
  readonly exchange: (access: ServiceAccess, grant: SignInGrant) => Promise<Tokens | RoomFailure | CodeRefused>;
  /** New tokens for old; a refresh token that is not good any more fails as `refused`. */
  readonly renew: (access: ServiceAccess, refreshToken: string) => Promise<Tokens | RoomFailure>;
  /**
   * Who signed in, by what the service calls them for good; null when it does not say now. Several people may then be
   * connected with one client; left out, a client stands for one account.
   */
  readonly personOf?: (access: ServiceAccess, accessToken: string) => Promise<string | null>;
  /** Makes the service forget a token, as far as it does that. */
  readonly signOut: (access: ServiceAccess, accessToken: string) => Promise<void>;
}

/** The tokens of an account that was signed in; whoever uses them shares them. */
export interface TokenSource {
  /** An access token that is not known to be too old. */
  readonly current: () => Promise<string | RoomFailure>;
  /** Another one, since the service did not take `refused`. */
  readonly renew: (refused: string) => Promise<string | RoomFailure>;
}

/** The face of a service that has meetings to list. */
export interface AgendaFace {
  readonly createSource: (access: ServiceAccess) => AgendaSource;
  /** The ways into a meeting, best first; none without an address. Total: an address that may not be put into a URI gives only `copy`. */
  readonly waysIn: (meeting: Meeting, account: Account) => readonly WayIn[];
}

/** The face of a service that opens rooms. */
export interface RoomsFace {
  readonly createHost: (access: ServiceAccess) => RoomHost;
  /** Where the call window reaches the service (CSP sources, as "wss://host"); nothing when it has no calls. */
  readonly callOrigins?: readonly string[];
  /** Text of an invite: values `link`, `title`, `until` (date and time, or empty), and the room's own `details`. */
  readonly inviteText: MessageKey;
  /** What to know about a room before anybody looked into it, or null; total, whatever `details` hold. */
  readonly describe?: (room: Pick<HostedRoom, 'details'>, phase: RoomPhase) => Line | null;
}

/** Opens and looks after the rooms of one account. Nothing here is repeated by itself: a repeated creation is a second room. */
export interface RoomHost {
  /** Asks, changing nothing at the service, whether the credentials are good. */
  readonly probe: () => Promise<{ readonly kind: 'good' } | RoomFailure>;
  /** `fields` are checked already. */
  readonly create: (fields: Readonly<Record<string, string>>) => Promise<
    | CreatedRoom
    | RoomFailure
    | { readonly kind: 'uncertain' }
    /** What only the service could tell about the fields. */
    | { readonly kind: 'invalid'; readonly problems: readonly FieldProblem[] }
  >;
  /** The ways in, best first; asked at the press, since some need a token of their own. */
  readonly waysIn: (room: HostedRoom) => readonly WayIn[];
  /** Turns a way into what is opened now. */
  readonly enter: (room: HostedRoom, wayId: string) => Promise<RoomEntry | RoomFailure>;
  /** How things stand in the room, if the service tells; `phase` is what is known so far. */
  readonly look?: (room: HostedRoom, phase: RoomPhase) => Promise<RoomSight | RoomFailure>;
  readonly end?: (room: HostedRoom) => Promise<{ readonly kind: 'ended' } | RoomFailure>;
  /** The rooms that are at the service already, whoever opened them; the newest first. Declared by `listsRooms`. */
  readonly list?: () => Promise<FoundRooms | RoomFailure>;
  /** What the call window needs for a room; a host whose `enter` leads to a call has it. */
  readonly call?: (room: HostedRoom) => CallHost;
}

/** The rooms of an account. */
export interface FoundRooms {
  readonly kind: 'rooms';
  readonly rooms: readonly FoundRoom[];
  /** Whether these are all. */
  readonly isWhole: boolean;
}

/** A room that is at the service, and how it looks from outside. */
export interface FoundRoom {
  readonly room: Omit<HostedRoom, 'accountId'>;
  readonly sight: RoomSight;
}

/** A room as it is stored: nothing in it lets anybody in who should not be. */
export interface HostedRoom {
  readonly id: string;
  readonly accountId: string;
  readonly title: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  /** For others; null when the service has none. */
  readonly link: string | null;
  /** What its service needs to remember of it, not secret. */
  readonly details: Readonly<Record<string, string>>;
  /** What lets its owner in; kept in the vault, and only as long as it is good for something. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** A room was made. */
export interface CreatedRoom {
  readonly kind: 'created';
  readonly room: Omit<HostedRoom, 'accountId'>;
}

/** What entering a room opens: a page (which may carry a token, so that it is recorded nowhere), or the call window. */
export type RoomEntry =
  /** `isSpent`: opening it uses up what let the owner in; it is forgotten then. */
  | { readonly kind: 'page'; readonly url: string; readonly isSpent?: boolean }
  | { readonly kind: 'call'; readonly roomId: string };

/** How a room looks from outside. */
export interface RoomSight {
  readonly kind: 'sight';
  readonly phase: RoomPhase;
  readonly peopleCount: number | null;
  /** What those call themselves who said so. */
  readonly peopleNames: readonly string[];
  readonly note: Line | null;
  /** The room is over, but there may be more to tell of it soon. */
  readonly isUnsettled?: boolean;
}

/** The service's side of one call. Nothing here is repeated by itself. */
export interface CallHost {
  readonly mintPass: () => Promise<CallPass | RoomFailure>;
  readonly renewPass: (renewal: NonNullable<CallPass['renewal']>) => Promise<CallPass | RoomFailure>;
  /** A room that is no more fails as `notSetUp`. */
  readonly look: () => Promise<CallSight | RoomFailure>;
  readonly moderate: (action: Moderation, person: CallPerson) => Promise<Moderated | RoomFailure>;
  /** Sends everybody out; the room stays. */
  readonly endForAll: () => Promise<{ readonly kind: 'ended' } | RoomFailure>;
}

/** Why something about a room did not work. */
export interface RoomFailure {
  readonly kind: 'failed';
  readonly status: AgendaFailure['status'];
  /** What the service said. */
  readonly detail: string | null;
  readonly retryAfter: number | null;
  readonly trackingId: string | null;
}

/** What a service is given to speak for one account. */
export interface ServiceAccess {
  readonly account: Account;
  /** Values of the form's secret fields. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly endpoints: Readonly<Record<string, string>>;
  /** The only way to the network; it keeps the service's call limit. */
  readonly request: LimitedRequest;
  /** Reads a calendar file (RFC 5545) as meetings of the account, off the main thread; those that overlap the window. */
  readonly readCalendar: (text: string, window: TimeWindow) => Promise<CalendarReading>;
  /** For a service that people sign in to; there is none before they did. */
  readonly tokens?: TokenSource;
}

/** What came of reading a calendar file. */
export type CalendarReading =
  /** `isWhole`: false when the window holds more than anybody's agenda, and the rest was left out. */
  | { readonly kind: 'read'; readonly meetings: readonly Meeting[]; readonly isWhole: boolean }
  /** `gaveUp`: it took too long or too much memory. */
  | { readonly kind: 'notACalendar' | 'tooLarge' | 'gaveUp' };

/** A part of time, as ISO 8601 UTC instants. */
export interface TimeWindow {
  readonly from: string;
  readonly to: string;
}

/** Fetches the meetings of one account. Keeps what it needs between calls (a token), so one object serves an account. */
export interface AgendaSource {
  /** How often it is asked while all is well, in ms; left out, once a minute. */
  readonly interval?: number;
  readonly fetchMeetings: (window: TimeWindow) => Promise<FetchedAgenda>;
  /** Asks what a way opens that is marked with `isAsked`; each time anew, and recorded nowhere. A meeting that is no more fails as `notSetUp`. */
  readonly enter?: (meeting: Meeting, wayId: string) => Promise<MeetingEntry | RoomFailure>;
  /** The token that it has at present, if it keeps one of its own; null without one. */
  readonly tokenAge?: () => TokenAge | null;
}

/** Since when a client has been let in by what it was given, and until when it is; ISO 8601 UTC, null when not known. */
export interface TokenAge {
  readonly since: string | null;
  readonly until: string | null;
}

/** A page to open; it may carry a token. */
export interface MeetingEntry {
  readonly kind: 'page';
  readonly url: string;
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
