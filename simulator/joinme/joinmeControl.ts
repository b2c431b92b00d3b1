import { createFaultSwitches, type FaultSwitches } from '../faultSwitches.ts';
import type { LoggedRequest } from '../requestLog.ts';
import { type Application, applicationSchema } from './application.ts';
import { type Fault, type FaultInput, type FaultPlace, parseFault } from './fault.ts';
import { formatInstant } from './instant.ts';
import { changeRules, type JoinmeWorld, knownUser, parseUser, planMeetings } from './joinmeWorld.ts';
import type { PlannedMeeting } from './meetingStore.ts';
import type { Run } from './runStore.ts';
import type { ServiceRules } from './serviceRules.ts';
import type { IssuedToken } from './tokenStore.ts';
import type { User, UserInput } from './user.ts';

/** Both tokens of a code flow, in plain text. */
export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** A scheduled meeting as it stands, with its id. */
export type StoredMeeting = Required<PlannedMeeting> & { readonly meetingId: number };

/** Steers the simulated join.me; faults sit on `api` unless told. Unknown ids and misshapen input throw a RangeError. */
export interface JoinmeControl extends FaultSwitches<Fault, FaultInput, FaultPlace> {
  /** Applications without their secrets. */
  applications(): readonly Omit<Application, 'secret'>[];
  /** Adds an application, in place of an earlier one with the same key. */
  addApplication(application: Application): void;
  users(): readonly User[];
  /** Adds a user, in place of an earlier one with the same address. */
  addUser(user: UserInput): void;
  /** All scheduled meetings of a user by their start, also those that are over. */
  meetings(email: string): readonly StoredMeeting[];
  /** Replaces a user's whole calendar. */
  setMeetings(email: string, meetings: readonly PlannedMeeting[]): void;
  /** Every meeting ever started, oldest first: its length tells what a lost answer left behind. */
  runs(): readonly Run[];
  endRun(id: number): void;
  /** All tokens ever issued, without their text. */
  tokens(): readonly IssuedToken[];
  /** Signs a user in without a browser, by default with the three scopes of a desktop program. */
  issueTokens(email: string, key: string, scopes?: readonly string[]): TokenPair;
  /** Ends access tokens as their age would: of one user, or all. Refresh tokens stay. */
  expireTokens(email?: string): void;
  /** Ends access and refresh tokens: of one user, or all. */
  revokeTokens(email?: string): void;
  /** Forgets the calls that count against the limits. */
  resetCounts(): void;
  rules(): ServiceRules;
  /** Changes some rules, for codes, tokens and links made from now on. */
  setRules(changes: Partial<ServiceRules>): void;
  /** How far the servers' clock is ahead of the real one, in milliseconds: which meetings are upcoming goes by it. */
  setClockOffset(milliseconds: number): void;
  /** The requests received so far, oldest first. */
  requests(): readonly LoggedRequest[];
  clearRequests(): void;
}

/** Builds the controls of a world; `service` is its name in the request log. */
export function createJoinmeControl(world: JoinmeWorld, service: string): JoinmeControl {
  const defaultTimes = ({ name }: Fault) => (name === 'tokenEnded' ? 1 : null);
  return {
    ...createFaultSwitches(world.faults, { parse: parseFault, defaultEndpoint: 'api', defaultTimes }),
    ...directoryControl(world),
    ...tokenControl(world),
    runs: () => world.runs.list(),
    endRun: (id) => {
      const run = world.runs.find(id);
      if (run === null) throw new RangeError(`No meeting was started with the id ${id}`);
      world.runs.end(run);
    },
    resetCounts: () => {
      world.callsPerSecond.reset();
      world.callsPerDay.reset();
    },
    rules: () => world.rules,
    setRules: (changes) => changeRules(world, changes),
    setClockOffset: (milliseconds) => world.clock.setOffset(milliseconds),
    requests: () => world.log.list(service),
    clearRequests: () => world.log.clear(service),
  };
}

type DirectoryControl = Pick<
  JoinmeControl,
  'applications' | 'addApplication' | 'users' | 'addUser' | 'meetings' | 'setMeetings'
>;

function directoryControl(world: JoinmeWorld): DirectoryControl {
  return {
    applications: () => [...world.applications.values()].map(({ secret: _, ...application }) => application),
    addApplication: (input) => {
      const parsed = applicationSchema.safeParse(input);
      if (!parsed.success) throw new RangeError(`Misshapen application: ${parsed.error.message}`);
      world.applications.set(parsed.data.key, parsed.data);
    },
    users: () => [...world.users.values()],
    addUser: (input) => {
      const user = parseUser(input);
      world.users.set(user.email.toLowerCase(), user);
    },
    meetings: (email) =>
      world.meetings
        .listOf(knownUser(world, email).email)
        .map(({ id, name, start, end, isAtPersonalUrl, participants }) => ({
          meetingId: id,
          meetingName: name,
          meetingStart: formatInstant(start),
          meetingEnd: formatInstant(end),
          startWithPersonalUrl: isAtPersonalUrl,
          participants: [...participants],
        })),
    setMeetings: (email, meetings) => planMeetings(world, email, meetings),
  };
}

type TokenControl = Pick<JoinmeControl, 'tokens' | 'issueTokens' | 'expireTokens' | 'revokeTokens'>;

function tokenControl(world: JoinmeWorld): TokenControl {
  const end = (email: string | undefined, kinds: readonly IssuedToken['kind'][]): void => {
    for (const token of world.tokens.list()) {
      const isMeant = kinds.includes(token.kind) && (email === undefined || token.email === email);
      if (isMeant && world.tokens.isLive(token)) world.tokens.limit(token, 0);
    }
  };
  return {
    tokens: () => world.tokens.list(),
    issueTokens: (email, key, scopes = ['user_info', 'scheduler', 'start_meeting']) => {
      if (!world.applications.has(key)) throw new RangeError(`No application with the key ${key}`);
      const grant = { key, email: knownUser(world, email).email, scopes, flow: 'code' } as const;
      return {
        accessToken: world.tokens.issue({ ...grant, kind: 'access' }, world.rules.tokenSeconds),
        refreshToken: world.tokens.issue({ ...grant, kind: 'refresh' }, world.rules.refreshSeconds),
      };
    },
    expireTokens: (email) => end(email, ['access']),
    revokeTokens: (email) => end(email, ['access', 'refresh']),
  };
}
