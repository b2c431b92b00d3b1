/** How an attempt to fetch an agenda ended, as far as planning the next one goes. */
export type AttemptEnd = 'good' | 'failed' | 'limited' | 'notSetUp' | 'refused';

/** What is remembered of an account's attempts. Times are ms of one clock that never runs backwards. */
export interface PollMemory {
  readonly lastAttemptAt: number;
  readonly end: AttemptEnd;
  /** How many attempts in a row ended like this. */
  readonly repeats: number;
  /** How long the service asked to be left alone, in ms from the last attempt; null when it did not say. */
  readonly retryAfter: number | null;
  /** From 0 to 1, drawn once per attempt: spreads the clients of an office. */
  readonly jitter: number;
}

/** Whether anyone is there to look, and whether there is a network. */
export interface Presence {
  /** As far as the system knows. It errs, so this brings a poll forward and names a failure, but forbids nothing. */
  readonly isOnline: boolean;
  readonly isAsleep: boolean;
  /** The screen is locked. */
  readonly isAway: boolean;
  /** No power but the battery's. */
  readonly isOnBattery: boolean;
}

const second = 1_000;
const minute = 60 * second;
const maximumBackoff = 10 * minute;
const maximumRetryAfter = 24 * 60 * minute;

/** Once a minute is what services recommend to clients that cannot be told of changes. */
const usualInterval = minute;
const leastWhileAway = 5 * minute;
const leastOnBattery = 2 * minute;

/**
 * When to ask again, on the memory's clock; null to wait for an event (a wake-up, a press, new credentials). `interval` is
 * how often in ms the source is asked while all is well and somebody is there.
 */
export function planNextPoll(
  memory: PollMemory | null,
  presence: Presence,
  now: number,
  interval = usualInterval,
): number | null {
  if (presence.isAsleep) {
    return null;
  }
  if (memory === null) {
    return now;
  }
  const wait = waitAfter(memory, presence, interval);
  return wait === null ? null : memory.lastAttemptAt + wait;
}

/** Until when a service that asked for it is left alone whatever the user presses; null when it may be asked. */
export function quietUntil(memory: PollMemory | null): number | null {
  if (memory?.end === 'limited') {
    return memory.lastAttemptAt + limitedWait(memory);
  }
  return memory?.end === 'failed' && memory.retryAfter !== null ? memory.lastAttemptAt + askedWait(memory) : null;
}

/**
 * When to ask after the machine woke up, was unlocked or got its network back: soon, but not all clients of an office
 * at the same moment, not for what was good a moment ago (a third of the `interval`), and never while the service wants to
 * be left alone. Null when a return changes nothing: where nothing is set up, nobody sets it up by unlocking a screen.
 */
export function planPollAfterReturn(
  memory: PollMemory | null,
  now: number,
  jitter: number,
  interval = usualInterval,
): number | null {
  if (memory?.end === 'refused' || memory?.end === 'notSetUp') {
    return null;
  }
  const soon = now + jitter * 5 * second;
  const rested = memory?.end === 'good' ? memory.lastAttemptAt + interval / 3 : soon;
  return Math.max(soon, rested, quietUntil(memory) ?? soon);
}

/** What to remember of an attempt that ended now. */
export function rememberAttempt(earlier: PollMemory | null, attempt: Omit<PollMemory, 'repeats'>): PollMemory {
  return { ...attempt, repeats: earlier?.end === attempt.end ? earlier.repeats + 1 : 1 };
}

/** Whether a good answer is what another one now would be: then not even a press asks again. */
export function isFresh(memory: PollMemory | null, now: number, interval = usualInterval): boolean {
  return memory?.end === 'good' && now - memory.lastAttemptAt < interval / 20;
}

function leastFor({ isAway, isOnBattery }: Presence): number {
  if (isAway) {
    return leastWhileAway;
  }
  return isOnBattery ? leastOnBattery : 0;
}

function waitAfter(memory: PollMemory, presence: Presence, interval: number): number | null {
  switch (memory.end) {
    case 'good':
      return Math.max(interval, leastFor(presence)) + (memory.jitter * interval) / 6;
    case 'failed': {
      const most = Math.max(interval, maximumBackoff);
      return Math.max(backoff(30 * second, memory.repeats, most) * (0.75 + memory.jitter / 2), askedWait(memory));
    }
    case 'limited':
      return limitedWait(memory);
    case 'notSetUp':
      return 15 * minute + memory.jitter * 5 * minute;
    case 'refused':
      return null;
  }
}

function limitedWait(memory: PollMemory): number {
  const own = backoff(minute, memory.repeats) * (1 + memory.jitter / 4);
  return Math.max(own, askedWait(memory));
}

/** How long the service asked for, a little more so that its clients do not come back all at once. */
function askedWait(memory: PollMemory): number {
  return Math.min(memory.retryAfter ?? 0, maximumRetryAfter) * (1 + memory.jitter / 4);
}

function backoff(first: number, repeats: number, most = maximumBackoff): number {
  return Math.min(first * 2 ** Math.min(repeats - 1, 10), most);
}
