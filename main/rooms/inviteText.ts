import type { Account } from '../../core/model/account.ts';
import { isLive } from '../../core/rooms/roomLife.ts';
import type { Translate } from '../../core/texts/translator.ts';
import type { TimeFormat } from '../../core/time/timeFormat.ts';
import { findService } from '../services/registry.ts';
import type { StoredRoom } from '../settings/storedRooms.ts';

/** A room that others can be invited to. */
export interface InvitedRoom extends StoredRoom {
  readonly link: string;
}

/** Whether there is something to invite others to. */
export function hasInvite(room: StoredRoom | undefined): room is InvitedRoom {
  return room !== undefined && room.link !== null && isLive(room.phase);
}

/** The invite to a room in the words of its service; the bare link when the service is not known any more. */
export function inviteText(
  room: InvitedRoom,
  account: Account | undefined,
  { translate, format }: { readonly translate: Translate; readonly format: TimeFormat },
): string {
  const template = account === undefined ? undefined : findService(account.serviceId)?.rooms?.inviteText;
  if (template === undefined) {
    return room.link;
  }
  const until = room.expiresAt === null ? '' : untilText(Date.parse(room.expiresAt), format);
  return translate(template, { ...room.details, link: room.link, title: room.title, until });
}

/** With the zone: whoever reads it may be elsewhere. */
function untilText(instant: number, { formatDayAndTime, timeZone }: TimeFormat): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'short' }).formatToParts(instant);
  const zone = parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  return `${formatDayAndTime(instant)} (${zone})`;
}
