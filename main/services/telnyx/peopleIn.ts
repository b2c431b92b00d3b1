import * as z from 'zod/mini';
import type { RoomSight } from '../service.ts';
import type { ParticipantRecord } from './roomRecord.ts';

/** What a client comes in with: free text, in which the service's sample application and Foyer write a name. */
const contextSchema = z.object({ username: z.string() });
/** Longer than any name that fits where names are shown. */
const longestName = 80;

/** A room with these people in it; those who left are not. */
export function sightOf(people: readonly ParticipantRecord[]): RoomSight {
  const present = people.filter(isPresent);
  return {
    kind: 'sight',
    phase: present.length > 0 ? 'entered' : 'open',
    peopleCount: present.length,
    // In which order the service lists people is not documented; so that it does not change from look to look.
    peopleNames: present.flatMap(({ context }) => nameIn(context ?? '') ?? []).toSorted((a, b) => a.localeCompare(b)),
    note: null,
  };
}

/** Whether somebody of a session is still in it. */
export function isPresent({ left_at: leftAt }: ParticipantRecord): boolean {
  return !leftAt;
}

/** The name in what somebody came in with, or null. */
function nameIn(context: string): string | null {
  try {
    const { username } = z.parse(contextSchema, JSON.parse(context));
    const name = username.replaceAll(/[\s\p{C}]+/gu, ' ').trim();
    return name === '' ? null : name.slice(0, longestName).toWellFormed();
  } catch {
    return null;
  }
}
