import { writeFoyerLink } from '../../core/links/writeFoyerLink.ts';
import { buildCalendarFile } from '../invites/calendarFile.ts';
import type { StoredRoom } from '../settings/storedRooms.ts';

/** What an invite says beside the room's own facts. */
export interface InviteWords {
  readonly summary: string;
  readonly description: string;
  /** The room's service; null when it is not known any more. */
  readonly serviceId: string | null;
}

const usualLength = 30 * 60_000;

/** An invite to a room that is open now, as a calendar file: half an hour from `now`. */
export function buildInviteFile(room: StoredRoom, words: InviteWords, now: number): Promise<string> {
  const { summary, description, serviceId } = words;
  const foyerLink = serviceId === null ? null : writeFoyerLink({ kind: 'joinRoom', serviceId, room: room.id });
  const uid = `${room.id}@foyer.app`;
  return buildCalendarFile(
    { uid, start: now, end: now + usualLength, summary, description, link: room.link, foyerLink },
    now,
  );
}
