import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';

/** A meeting that was started. Times are steady ones, in milliseconds since the epoch. */
export interface Run {
  readonly id: number;
  readonly email: string;
  /** Null for one started at once. */
  readonly meetingId: number | null;
  readonly name: string;
  /** Last part of its viewer link: nine digits or the personal name. */
  readonly place: string;
  readonly startedAt: number;
  /** When the presenter link was opened; null while it was not. */
  presentedAt: number | null;
  endedAt: number | null;
}

/** A run as it begins. */
export type NewRun = Pick<Run, 'email' | 'meetingId' | 'name' | 'place'>;

/** What a presenter link is worth: a first opening gives the run. */
export type PresenterOutcome = 'unknown' | 'used' | 'expired' | Run;

/** The meetings that were started, and the presenter links to them. */
export interface RunStore {
  /** Begins a run in place of one at the same address; a scheduled meeting that runs already goes on. */
  begin(run: NewRun): Run;
  /** A new presenter link's token, good once and for so many seconds. */
  issuePresenterToken(run: Run, lifetimeSeconds: number): string;
  /** Uses a presenter link up. */
  openPresenterToken(token: string): PresenterOutcome;
  /** The run at an address that is not over. */
  at(place: string): Run | null;
  end(run: Run): void;
  find(id: number): Run | null;
  list(): readonly Run[];
}

/** What a presenter link's token looks like, with enough of the link to know it by. */
export const presenterTokenPattern = /(StartMeeting\.aspx\?token=)[^&#]*/gi;

interface PresenterToken {
  readonly run: Run;
  readonly expiresAt: number;
  isUsed: boolean;
}

/** Builds a store without runs. */
export function createRunStore(clock: Clock): RunStore {
  const runs: Run[] = [];
  const tokens = new Map<string, PresenterToken>();
  const end = (run: Run): void => {
    run.endedAt ??= clock.steady();
  };
  const at = (place: string): Run | null =>
    runs.findLast((run) => run.place.toLowerCase() === place.toLowerCase() && run.endedAt === null) ?? null;
  return {
    begin: (begun) => {
      const earlier = at(begun.place);
      if (earlier !== null && begun.meetingId !== null && earlier.meetingId === begun.meetingId) return earlier;
      if (earlier !== null) end(earlier);
      const run: Run = { ...begun, id: runs.length + 1, startedAt: clock.steady(), presentedAt: null, endedAt: null };
      runs.push(run);
      return run;
    },
    issuePresenterToken: (run, lifetimeSeconds) => {
      const token = randomBytes(12).toString('hex');
      tokens.set(token, { run, expiresAt: clock.steady() + lifetimeSeconds * 1000, isUsed: false });
      return token;
    },
    openPresenterToken: (text) => {
      const token = tokens.get(text);
      if (token === undefined) return 'unknown';
      if (token.isUsed) return 'used';
      if (token.expiresAt <= clock.steady() || token.run.endedAt !== null) return 'expired';
      token.isUsed = true;
      token.run.presentedAt ??= clock.steady();
      return token.run;
    },
    at,
    end,
    find: (id) => runs.find((run) => run.id === id) ?? null,
    list: () => runs,
  };
}
