import * as z from 'zod/mini';
import { type Account, accountSchema } from '../../core/model/account.ts';
import { type Meeting, meetingSchema } from '../../core/model/meeting.ts';
import { type StoredRooms, storedRoomSchema } from './storedRooms.ts';

/** A value read from outside, and whether nothing of it had to be given up. */
export interface Parsed<Value> {
  readonly value: Value;
  readonly isWhole: boolean;
  /** Names of the parts that were given up, where they have names. */
  readonly lost?: readonly string[];
}

/** One JSON file of the profile: its name, what it holds at first, and how to make sense of what is found in it. */
export interface ProfileFile<Value> {
  readonly name: string;
  readonly fresh: Value;
  /** Total: saves what can be saved of any JSON value. */
  readonly parse: (found: unknown) => Parsed<Value>;
  /** The same for a file that may be long: gives whatever else waits its turn in between. */
  readonly parseInTurns?: (found: unknown, giveTurn: () => Promise<void>) => Promise<Parsed<Value>>;
}

/** The version written into every file. A change of form raises it and brings the step that lifts the old form. */
export const profileVersion = 1;

/** The last good list of one account. */
export interface CachedAgenda {
  /** ISO 8601 UTC. */
  readonly lastSuccessAt: string;
  /** ISO 8601 UTC: how far into the future the list reaches. */
  readonly knownUntil: string;
  readonly meetings: readonly Meeting[];
}

const instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/));
const versioned = z.object({ version: z.literal(profileVersion) });

/** The accounts, without their secrets. A broken one is left out alone. */
export const accountsFile: ProfileFile<{ readonly accounts: readonly Account[] }> = {
  name: 'accounts',
  fresh: { accounts: [] },
  parse: (found) => {
    const list = z.safeParse(z.extend(versioned, { accounts: z.array(z.unknown()) }), found);
    if (!list.success) {
      return { value: { accounts: [] }, isWhole: false };
    }
    const accounts = parseEach(list.data.accounts, accountSchema);
    return { value: { accounts }, isWhole: accounts.length === list.data.accounts.length };
  },
};

const cachedAgenda = z.object({ lastSuccessAt: instant, knownUntil: instant, meetings: z.array(z.unknown()) });

interface Agendas {
  readonly agendas: Readonly<Record<string, CachedAgenda>>;
}

/** So many meetings are read in a few milliseconds. */
const meetingsAtOnce = 500;

/** The last good lists, by account. A broken meeting is left out alone. */
export const agendaFile: ProfileFile<Agendas> = {
  name: 'agenda',
  fresh: { agendas: {} },
  parse: (found) => {
    const steps = parseAgendas(found);
    let step = steps.next();
    while (step.done !== true) {
      step = steps.next();
    }
    return step.value;
  },
  parseInTurns: async (found, giveTurn) => {
    const steps = parseAgendas(found);
    let step = steps.next();
    while (step.done !== true) {
      await giveTurn();
      step = steps.next();
    }
    return step.value;
  },
};

/** Pauses after every few meetings. */
function* parseAgendas(found: unknown): Generator<void, Parsed<Agendas>> {
  const lists = z.safeParse(z.extend(versioned, { agendas: z.record(z.string(), z.unknown()) }), found);
  if (!lists.success) {
    return { value: { agendas: {} }, isWhole: false };
  }
  const agendas: Record<string, CachedAgenda> = {};
  let isWhole = true;
  for (const [accountId, list] of Object.entries(lists.data.agendas)) {
    const agenda = z.safeParse(cachedAgenda, list);
    const items = agenda.success ? agenda.data.meetings : [];
    const meetings: Meeting[] = [];
    for (let from = 0; from < items.length; from += meetingsAtOnce) {
      meetings.push(...parseEach(items.slice(from, from + meetingsAtOnce), meetingSchema));
      yield;
    }
    if (agenda.success) {
      agendas[accountId] = { ...agenda.data, meetings };
    }
    isWhole &&= agenda.success && meetings.length === items.length;
  }
  return { value: { agendas }, isWhole };
}

/** When each client called its service, so that a restart cannot be used to call more often. In ms of system uptime. */
export const callsFile: ProfileFile<{ readonly calls: Readonly<Record<string, readonly number[]>> }> = {
  name: 'calls',
  fresh: { calls: {} },
  parse: (found) => {
    const times = z.array(z.number().check(z.gte(0))).check(z.maxLength(1_000));
    const log = z.safeParse(z.extend(versioned, { calls: z.record(z.string(), times) }), found);
    return log.success ? { value: { calls: log.data.calls }, isWhole: true } : { value: { calls: {} }, isWhole: false };
  },
};

/** The rooms opened from here and who opened one last, without what lets anybody in. A broken room is left out alone. */
export const roomsFile: ProfileFile<StoredRooms> = {
  name: 'rooms',
  fresh: { rooms: [], usedHosts: [], lastGood: {} },
  parse: (found) => {
    const list = z.safeParse(z.extend(versioned, { rooms: z.array(z.unknown()) }), found);
    if (!list.success) {
      return { value: roomsFile.fresh, isWhole: false };
    }
    const rooms = parseEach(list.data.rooms, storedRoomSchema);
    const rest = z.parse(hostsOrNone, found);
    const isWhole = rooms.length === list.data.rooms.length && z.safeParse(hosts, found).success;
    return { value: { rooms, ...rest }, isWhole };
  },
};

const usedHosts = z.array(z.string().check(z.maxLength(64))).check(z.maxLength(1_000));
const lastGood = z.record(z.string(), instant);
const hosts = z.object({ usedHosts, lastGood });
const hostsOrNone = z.object({ usedHosts: z.catch(usedHosts, []), lastGood: z.catch(lastGood, {}) });

function parseEach<Value>(items: readonly unknown[], schema: z.ZodMiniType<Value>): readonly Value[] {
  return items.flatMap((item) => {
    const parsed = z.safeParse(schema, item);
    return parsed.success ? [parsed.data] : [];
  });
}
