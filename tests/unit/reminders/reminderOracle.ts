import type { Meeting } from '../../../core/model/meeting.ts';
import type { Standing, Story, Trace } from './reminderStory.ts';
import { endOf, ReminderWitness } from './reminderWitness.ts';

// Where the planner looks ahead from one instant, this walks through every second of the past.

const second = 1_000;
const minute = 60 * second;
/** Late by more than this (ms) is too late. */
const tolerance = 5 * second;
/** What nobody tells the program, a clock set anew above all, it finds out within so long (ms). */
const noticedWithin = 30 * second;

/** What a person would have to say about an alert, or the lack of one. */
export interface Complaint {
  readonly at: string;
  readonly text: string;
}

/** Judges all that was shown in a story, and all that was not. */
export function findComplaints(story: Story, traces: readonly Trace[]): readonly Complaint[] {
  return new Judge(story).judge(traces);
}

class Judge {
  readonly #story: Story;
  readonly #witness: ReminderWitness;
  readonly #complaints: Complaint[] = [];
  #standing: Standing | undefined;
  #excusedUntil = Number.NEGATIVE_INFINITY;
  #missingSince: number | null = null;

  constructor(story: Story) {
    this.#story = story;
    this.#witness = new ReminderWitness(story.rules);
  }

  judge(traces: readonly Trace[]): readonly Complaint[] {
    let place = 0;
    for (let now = this.#story.from; now < this.#story.to; now = this.#nextSecond(now, traces[place])) {
      for (let trace = traces[place]; trace !== undefined && trace.at <= now; trace = traces[place]) {
        place += 1;
        this.#take(trace);
      }
      if (!this.#isAllThere(now)) {
        break;
      }
    }
    return this.#complaints;
  }

  #complain(at: number, text: string): void {
    this.#complaints.push({ at: new Date(at).toISOString(), text });
  }

  #take(trace: Trace): void {
    if (trace.kind === 'standing') {
      this.#excusedUntil = trace.isUntold ? trace.at + noticedWithin : this.#excusedUntil;
      this.#witness.followMoves(this.#standing, trace);
      this.#standing = trace;
    } else if (this.#standing !== undefined) {
      for (const text of this.#witness.take(trace, this.#standing)) {
        this.#complain(trace.at, text);
      }
    }
  }

  /** False when something has been missing for too long. */
  #isAllThere(now: number): boolean {
    const missing = this.#standing === undefined ? null : findMissing(this.#witness, this.#standing, now);
    this.#missingSince = missing === null ? null : (this.#missingSince ?? now);
    const isLate = now - Math.max(this.#missingSince ?? now, this.#excusedUntil) > tolerance;
    if (missing !== null && isLate) {
      this.#complain(now, missing);
    }
    return missing === null || !isLate;
  }

  /** The next second that may matter: at night nothing does. */
  #nextSecond(now: number, next: Trace | undefined): number {
    const wall = now + (this.#standing?.wallLead ?? 0);
    const times = timesOf(this.#standing?.meetings ?? []);
    const step = now + second;
    if (times.some(({ start, end }) => start - 17 * minute <= wall && wall <= end + minute)) {
      return step;
    }
    const starts = times.map(({ start }) => now + start - 17 * minute - wall).filter((at) => at > now);
    return Math.max(step, Math.min(this.#story.to, ...starts, next?.at ?? Number.POSITIVE_INFINITY));
  }
}

/** What should be on the screen by now and is not; nothing, while an alert has its turn. */
function findMissing(witness: ReminderWitness, standing: Standing, now: number): string | null {
  const wall = now + standing.wallLead;
  const shown = [...witness.open.values()];
  if (shown.some(({ at, joinsAt }) => now - at < 10 * second || (joinsAt !== null && wall < joinsAt))) {
    return null;
  }
  for (const { meeting, start, end } of timesOf(standing.meetings)) {
    const isNear = wall >= start - 16 * minute && wall < end;
    const missing = isNear && !witness.isDone(meeting, wall) ? witness.missing(meeting, standing, wall) : null;
    if (missing !== null) {
      return `${meeting.key}: ${missing} is missing`;
    }
  }
  return null;
}

interface TimedMeeting {
  readonly meeting: Meeting;
  readonly start: number;
  readonly end: number;
}

const known = new WeakMap<readonly Meeting[], readonly TimedMeeting[]>();

function timesOf(meetings: readonly Meeting[]): readonly TimedMeeting[] {
  const times =
    known.get(meetings) ??
    meetings.map((meeting) => ({
      meeting,
      start: Date.parse(meeting.start),
      end: endOf(meeting.start, meeting.end),
    }));
  known.set(meetings, times);
  return times;
}
