import { createFaultBoard, type FaultBoard } from '../faultBoard.ts';
import type { SimulationContext } from '../simulationContext.ts';
import { createSlidingWindow, type SlidingWindow } from '../slidingWindow.ts';
import type { Application } from './application.ts';
import type { Fault, FaultPlace } from './fault.ts';
import { parseInstant } from './instant.ts';
import { createMeetingStore, type MeetingStore, type PlannedMeeting, plannedMeetingSchema } from './meetingStore.ts';
import { createRunStore, presenterTokenPattern, type RunStore } from './runStore.ts';
import { type ServiceRules, serviceRulesSchema, usualRules } from './serviceRules.ts';
import { createTokenStore, type TokenStore } from './tokenStore.ts';
import { type User, type UserInput, userSchema } from './user.ts';

/** All that the simulated service knows, shared by its pages, its API and those who steer it. */
export interface JoinmeWorld extends SimulationContext {
  /** By their keys. */
  readonly applications: Map<string, Application>;
  /** By their e-mail addresses in lower case. */
  readonly users: Map<string, User>;
  readonly meetings: MeetingStore;
  readonly runs: RunStore;
  readonly tokens: TokenStore;
  readonly callsPerSecond: SlidingWindow;
  readonly callsPerDay: SlidingWindow;
  readonly faults: FaultBoard<Fault, FaultPlace>;
  rules: ServiceRules;
  /** Where the authorization server and the pages are served, without a slash at the end. */
  ownAddress: string;
}

/** How the world starts. */
export interface JoinmeOptions {
  readonly applications: readonly Application[];
  readonly users: readonly UserInput[];
  /** Scheduled meetings by the e-mail address of whose they are. */
  readonly meetings: Readonly<Record<string, readonly PlannedMeeting[]>>;
  readonly rules: Partial<ServiceRules>;
}

/** Builds the world. Throws a RangeError if a user, a meeting or a rule is misshapen. */
export function createJoinmeWorld(context: SimulationContext, options: JoinmeOptions): JoinmeWorld {
  const users = options.users.map(parseUser);
  const world: JoinmeWorld = {
    ...context,
    applications: new Map(options.applications.map((application) => [application.key, application])),
    users: new Map(users.map((user) => [user.email.toLowerCase(), user])),
    meetings: createMeetingStore(),
    runs: createRunStore(context.clock),
    tokens: createTokenStore(context.clock),
    callsPerSecond: createSlidingWindow(),
    callsPerDay: createSlidingWindow(),
    faults: createFaultBoard(),
    rules: usualRules,
    ownAddress: '',
  };
  changeRules(world, options.rules);
  for (const [email, meetings] of Object.entries(options.meetings)) planMeetings(world, email, meetings);
  return world;
}

/** Completes a user. Throws a RangeError if it is misshapen. */
export function parseUser(input: unknown): User {
  const parsed = userSchema.safeParse(input);
  if (!parsed.success) throw new RangeError(`Misshapen user: ${parsed.error.message}`);
  return parsed.data;
}

/** Changes some rules. Throws a RangeError if one is misshapen or names nobody. */
export function changeRules(world: JoinmeWorld, changes: Partial<ServiceRules>): void {
  const parsed = serviceRulesSchema.safeParse({ ...world.rules, ...changes });
  if (!parsed.success) throw new RangeError(`Misshapen rules: ${parsed.error.message}`);
  const { autoConsent } = parsed.data;
  if (autoConsent !== null) knownUser(world, autoConsent);
  world.rules = parsed.data;
}

/** Finds a user by the login. */
export function userOf(world: JoinmeWorld, email: string): User | null {
  return world.users.get(email.toLowerCase()) ?? null;
}

/** Finds a user by the login. Throws a RangeError if there is none. */
export function knownUser(world: JoinmeWorld, email: string): User {
  const user = userOf(world, email);
  if (user === null) throw new RangeError(`No user with the address ${email}`);
  return user;
}

/** Replaces a user's whole calendar. Throws a RangeError if the user is unknown or a meeting misshapen. */
export function planMeetings(world: JoinmeWorld, email: string, meetings: readonly PlannedMeeting[]): void {
  const user = knownUser(world, email);
  const planned = meetings.map((meeting) => {
    const parsed = plannedMeetingSchema.safeParse(meeting);
    if (!parsed.success) throw new RangeError(`Misshapen meeting: ${parsed.error.message}`);
    return parsed.data;
  });
  for (const { id } of world.meetings.listOf(user.email)) world.meetings.remove(id);
  for (const { meetingName, meetingStart, meetingEnd, startWithPersonalUrl, participants } of planned) {
    world.meetings.add(user.email, {
      name: meetingName,
      start: parseInstant(meetingStart) ?? 0,
      end: parseInstant(meetingEnd) ?? 0,
      isAtPersonalUrl: startWithPersonalUrl,
      participants,
    });
  }
}

/** Where links of the service lead, without a slash at the end. */
export function linkBase(world: JoinmeWorld): string {
  return world.rules.linkBase ?? world.ownAddress;
}

const secretParameters = /([?&](?:code|token|access_token|refresh_token|client_secret|code_verifier)=)[^&#]*/gi;

/** The text with every secret, code, token and presenter link in it replaced: logs may then keep it. */
export function withoutSecrets(world: JoinmeWorld, text: string): string {
  let result = world.tokens.withoutTokens(text);
  result = result.replaceAll(presenterTokenPattern, '$1[token]').replaceAll(secretParameters, '$1[secret]');
  for (const { secret } of world.applications.values()) {
    result = result.replaceAll(secret, '[secret]').replaceAll(encodeURIComponent(secret), '[secret]');
  }
  return result;
}
