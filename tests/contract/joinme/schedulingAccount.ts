import type { MeetingPlan, ScheduledDetails } from '../../../core/model/schedule.ts';
import { connect, iris, type JoinmeDesk, openDesk } from './joinmeAccount.ts';

/** A free account, and a paid one without a personal URL. */
export const mara = 'mara.quist@corp.example';
export const oto = 'oto.lind@corp.example';
const hour = 3_600_000;
/** The same for a whole run, whichever hour begins meanwhile. */
const start = Math.ceil(Date.now() / hour) * hour + hour;

/** Opens a desk with an empty calendar of somebody who signed in. */
export async function openCalendar(person = iris): Promise<JoinmeDesk> {
  const desk = await openDesk();
  desk.simulator.joinme.setRules({ autoConsent: person });
  desk.simulator.joinme.setMeetings(person, []);
  await connect(desk);
  desk.asked();
  return desk;
}

/** A meeting that is ahead. */
export function plan(changes: Partial<MeetingPlan> = {}): MeetingPlan {
  return {
    subject: 'Budget review',
    start: new Date(start).toISOString(),
    end: new Date(start + hour / 2).toISOString(),
    participants: ['oto.lind@corp.example', 'ada@reading.example'],
    fields: { personal: '' },
    ...changes,
  };
}

/** Schedules one; throws when that fails. */
export async function schedule(desk: JoinmeDesk, changes?: Partial<MeetingPlan>): Promise<ScheduledDetails> {
  const made = await desk.scheduler().schedule(plan(changes));
  if (made.kind !== 'details') {
    throw new Error(`not scheduled: ${JSON.stringify(made)}`);
  }
  return made;
}

/** What the service has of one; throws when it does not tell. */
export async function details(desk: JoinmeDesk, meetingId: string): Promise<ScheduledDetails> {
  const found = await desk.scheduler().details(meetingId);
  if (found.kind !== 'details') {
    throw new Error(`no details: ${JSON.stringify(found)}`);
  }
  return found;
}

/** The calendar as the service has it. */
export const stored = (desk: JoinmeDesk, person = iris) => desk.simulator.joinme.meetings(person);
