import type { Meeting } from '../../../core/model/meeting.ts';
import type { ReminderRules } from '../../../core/reminders/reminderRules.ts';
import type { Standing, Trace } from './reminderStory.ts';
import { WallClock } from './wallClock.ts';

// Written without the planner's help, from what people were told that reminders do.

const second = 1_000;
const minute = 60 * second;

/** An alert that is on the screen. */
export interface Shown {
  readonly key: string;
  readonly at: number;
  /** When its countdown ends; null when it has none. */
  readonly joinsAt: number | null;
}

/** What has happened so far, as somebody noted it who watched. */
export class ReminderWitness {
  readonly open = new Map<string, Shown>();
  readonly #rules: ReminderRules;
  readonly #hidden = new Set<string>();
  readonly #joined = new Map<string, number>();
  readonly #snoozed = new Map<string, number>();
  readonly #shownLeads = new Map<string, number>();
  readonly #nudged = new Set<string>();
  readonly #counted = new Set<string>();
  readonly #once = new Set<string>();
  readonly #series = new Set<string>();
  readonly #ids = new Set<string>();
  readonly #answered = new Set<string>();
  readonly #wallClock = new WallClock();
  #quietUntil: number | null = null;

  constructor(rules: ReminderRules) {
    this.#rules = rules;
  }

  /** Notes something, and says what is wrong with it. */
  take(trace: Exclude<Trace, Standing>, standing: Standing): readonly string[] {
    const wall = trace.at + standing.wallLead;
    switch (trace.kind) {
      case 'shown':
        return this.#takeShown(trace, standing, wall);
      case 'withdrawn':
        this.open.delete(trace.alertId);
        break;
      case 'answered':
        this.#takeAnswer(trace, wall);
        break;
      case 'joined':
        this.#joined.set(trace.key, wall);
        break;
      case 'selfJoined':
        return this.#takeSelfJoined(trace.key, standing, wall);
      case 'hidden':
        this.#hidden.add(trace.key);
        break;
      case 'unhidden':
        this.#hidden.delete(trace.key);
        break;
      case 'autoJoin':
        this.#takeWish(trace, standing);
        break;
      case 'quiet':
        this.#quietUntil = trace.until;
        break;
      case 'killed':
        this.open.clear();
    }
    return [];
  }

  /** Hidden meetings that left their place before they were over are seen again, should they return to it. */
  followMoves(before: Standing | undefined, after: Standing): void {
    if (before === undefined || before.meetings === after.meetings) {
      return;
    }
    const keys = new Set(after.meetings.map(({ key }) => key));
    for (const { key, start, end } of before.meetings) {
      if (!keys.has(key) && endOf(start, end) > after.at + after.wallLead) {
        this.#hidden.delete(key);
      }
    }
  }

  /** Whether nobody is to be called for a meeting. */
  isDone({ key, start }: Meeting, wall: number): boolean {
    const joinedAt = this.#joined.get(key);
    const startsAt = Date.parse(start);
    return this.#hidden.has(key) || (joinedAt !== undefined && (startsAt <= wall || startsAt - joinedAt <= 2 * minute));
  }

  /** What should be on the screen for a meeting that is near, and is not; null when all is well. */
  missing(meeting: Meeting, standing: Standing, wall: number): string | null {
    const { key, start } = meeting;
    const startsAt = Date.parse(start);
    const snoozedUntil = this.#snoozed.get(key);
    if (snoozedUntil !== undefined) {
      // Nobody is called earlier, also where the clock went back by a day after the press.
      const isDue = wall >= Math.max(snoozedUntil, startsAt - 15 * minute);
      return !isDue || this.#held(standing, wall) !== null ? null : 'the alert that was put off';
    }
    const isTimeToCount = wall >= startsAt - 10 * second && wall <= startsAt + 30 * second;
    if (
      isTimeToCount &&
      this.#isWished(meeting) &&
      !this.#counted.has(key) &&
      this.#mayCount(meeting, standing, wall)
    ) {
      return 'the countdown';
    }
    const shown = this.#shownLeads.get(key) ?? Number.POSITIVE_INFINITY;
    const due = this.#rules.leads.filter((lead) => wall >= startsAt - lead * minute && lead < shown);
    if (due.length > 0 && wall < startsAt + 15 * minute && this.#held(standing, wall) === null) {
      return `the alert ${Math.min(...due)} minutes before`;
    }
    return this.#isNudgeDue(meeting, standing, wall) && this.#held(standing, wall, 'nudge') === null
      ? 'the nudge'
      : null;
  }

  #takeShown({ at, view }: Extract<Trace, { kind: 'shown' }>, standing: Standing, wall: number): readonly string[] {
    const { alertId, meetingKey: key, kind } = view;
    const meeting = standing.meetings.find((candidate) => candidate.key === key);
    if (meeting === undefined) {
      return [`${alertId}: for a meeting that does not exist`];
    }
    const others = [...this.open].filter(([, open]) => open.key !== key);
    const held = this.#held(standing, wall, kind);
    const complaints = [
      this.#ids.has(alertId) && 'shown twice',
      held !== null && `shown while ${held}`,
      this.isDone(meeting, wall) && 'shown for a hidden or joined meeting',
      (this.#snoozed.get(key) ?? wall) > wall && 'shown while put off',
      kind !== 'autoJoin' && others.some(([, open]) => at - open.at < 10 * second) && 'not its turn',
      ...(kind === 'autoJoin' ? this.#judgeCountdown(meeting, view.joinsAt, standing, wall) : []),
      ...(/#\d+$/.test(alertId)
        ? this.#judgeLead(meeting, Number(alertId.slice(alertId.lastIndexOf('#') + 1)), wall)
        : []),
    ];
    this.#noteShown(meeting, { alertId, kind, at, joinsAt: view.joinsAt }, standing, wall);
    return complaints.filter((text) => text !== false).map((text) => `${alertId}: ${text}`);
  }

  #judgeLead({ key, start }: Meeting, lead: number, wall: number): readonly (string | false)[] {
    const left = (Date.parse(start) - wall) / minute;
    return [
      !this.#rules.leads.includes(lead) && 'no such lead',
      left > lead && 'too early',
      left <= -15 && 'too late to be of use',
      (this.#shownLeads.get(key) ?? Number.POSITIVE_INFINITY) <= lead && 'a later one was shown before',
      this.#rules.leads.some((other) => other < lead && left <= other) && 'a later one is due',
    ];
  }

  #judgeCountdown(
    meeting: Meeting,
    joinsAt: string | null,
    standing: Standing,
    wall: number,
  ): readonly (string | false)[] {
    const earliest = Math.max(Date.parse(meeting.start), wall + 10 * second);
    return [
      !this.#isWished(meeting) && 'nobody wished for it',
      this.#counted.has(meeting.key) && 'counts down twice',
      this.#isElsewhere(meeting, standing, wall) && 'counts down in another meeting',
      Date.parse(joinsAt ?? '') < earliest && 'no time to stop it',
    ];
  }

  #noteShown(
    meeting: Meeting,
    { alertId, kind, at, joinsAt }: { alertId: string; kind: string; at: number; joinsAt: string | null },
    standing: Standing,
    wall: number,
  ): void {
    const { key, start } = meeting;
    // One alert of a meeting takes the place of the other.
    for (const [id, open] of this.open) {
      if (open.key === key) {
        this.open.delete(id);
      }
    }
    const passed = this.#rules.leads.filter((lead) => wall >= Date.parse(start) - lead * minute);
    this.#shownLeads.set(key, Math.min(this.#shownLeads.get(key) ?? Number.POSITIVE_INFINITY, ...passed));
    if (kind === 'nudge' || this.#isNudgeDue(meeting, standing, wall)) {
      this.#nudged.add(key);
    }
    if (kind === 'autoJoin') {
      this.#counted.add(key);
    }
    this.#ids.add(alertId);
    this.#snoozed.delete(key);
    this.open.set(alertId, { key, at, joinsAt: joinsAt === null ? null : Date.parse(joinsAt) });
  }

  #takeAnswer({ alertId, answer }: Extract<Trace, { kind: 'answered' }>, wall: number): void {
    const alert = this.open.get(alertId);
    this.#answered.add(alertId);
    this.open.delete(alertId);
    if (alert !== undefined && answer.kind === 'hide') {
      this.#hidden.add(alert.key);
    } else if (alert !== undefined && answer.kind === 'snooze') {
      const start = Date.parse(alert.key.slice(alert.key.lastIndexOf('/') + 1));
      const ends = { minute: wall + minute, fiveMinutes: wall + 5 * minute, start: Math.max(start, wall) };
      this.#snoozed.set(alert.key, ends[answer.until]);
    }
  }

  #takeSelfJoined(key: string, standing: Standing, wall: number): readonly string[] {
    const meeting = standing.meetings.find((candidate) => candidate.key === key);
    const complaints = [
      !this.#counted.has(key) && 'joined without a countdown',
      this.#answered.has(`${key}#autoJoin`) && 'joined though it was stopped',
      (standing.isLocked || standing.isAsleep || !standing.isRunning) && 'joined while nobody was there',
      standing.isInCall && 'joined out of a call',
      (meeting === undefined || this.isDone(meeting, wall)) && 'joined without need',
    ];
    this.#joined.set(key, wall);
    return complaints.filter((text) => text !== false).map((text) => `${key}: ${text}`);
  }

  #takeWish({ key, which }: Extract<Trace, { kind: 'autoJoin' }>, { meetings }: Standing): void {
    const series = seriesName(meetings.find((meeting) => meeting.key === key));
    this.#once.delete(key);
    this.#series.delete(series);
    if (which === 'once') {
      this.#once.add(key);
    } else if (which === 'series') {
      this.#series.add(series);
    }
  }

  #isWished(meeting: Meeting): boolean {
    return this.#once.has(meeting.key) || this.#series.has(seriesName(meeting));
  }

  #mayCount(meeting: Meeting, standing: Standing, wall: number): boolean {
    return this.#held(standing, wall, 'autoJoin') === null && !this.#isElsewhere(meeting, standing, wall);
  }

  #isNudgeDue(next: Meeting, { meetings }: Standing, wall: number): boolean {
    if (!this.#rules.hasEndNudge || this.#nudged.has(next.key) || wall >= Date.parse(next.start)) {
      return false;
    }
    const running = meetings.filter(
      ({ key, start, end }) => this.#joined.has(key) && Date.parse(start) <= wall && wall < endOf(start, end),
    );
    const latest = Math.max(...running.map(({ key }) => this.#joined.get(key) ?? 0));
    // Of two that were joined in the same instant, the first in the list.
    const current = running.find(({ key }) => this.#joined.get(key) === latest);
    if (current === undefined) {
      return false;
    }
    const end = endOf(current.start, current.end);
    const gap = Date.parse(next.start) - end;
    return gap >= 0 && gap <= 5 * minute && wall >= end - 2 * minute;
  }

  #isElsewhere({ key, start }: Meeting, { meetings, isInCall }: Standing, wall: number): boolean {
    return (
      isInCall ||
      meetings.some(
        (other) =>
          other.key !== key &&
          this.#joined.has(other.key) &&
          endOf(other.start, other.end) > Math.max(wall, Date.parse(start)) &&
          Date.parse(other.start) - 15 * minute <= wall,
      )
    );
  }

  /** Why nothing may be shown now, in words; null when nothing stands against it. */
  #held(standing: Standing, wall: number, kind = 'before'): string | null {
    const { isRunning, isAsleep, isLocked, isInCall, timeZone } = standing;
    const isBusy = isInCall && this.#rules.isQuietInCall && kind === 'before';
    const until = this.#quietUntil;
    const isQuiet = until !== null && wall < until && until - wall <= 25 * 60 * minute;
    const reasons = [
      (!isRunning || isAsleep) && 'off',
      isLocked && 'locked',
      isBusy && 'in a call',
      isQuiet && 'quiet',
      this.#wallClock.isWithin(this.#rules.quietHours, wall, timeZone) && 'quiet hours',
    ];
    return reasons.find((reason) => reason !== false) ?? null;
  }
}

/** When a meeting ends; one without a length counts for five minutes. */
export function endOf(start: string, end: string): number {
  return end > start ? Date.parse(end) : Date.parse(start) + 5 * minute;
}

function seriesName(meeting: Meeting | undefined): string {
  return `${meeting?.organizerEmail} ${meeting?.subject} ${meeting?.address}`;
}
