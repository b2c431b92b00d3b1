import type { Notice } from '../../core/model/foyerState.ts';
import type { RoomCreation } from '../../core/model/room.ts';
import type { MessageKey } from '../../core/texts/catalog.ts';

type Trouble = Exclude<RoomCreation, { readonly kind: 'created' }>;

/** Why there is no room, for the agenda; said when the press was outside of it, where the button for it tells otherwise. */
export function noticeOfCreation(result: Trouble, service: string): Notice {
  const code = result.kind === 'failed' && result.status.kind === 'serverError' ? `${result.status.httpStatus}` : '';
  return { id: 'room-not-opened', tone: 'warning', message: messageOf(result), values: { service, code } };
}

function messageOf(result: Trouble): MessageKey {
  if (result.kind === 'uncertain') {
    return 'shell:tray.uncertain';
  }
  if (result.kind === 'invalid') {
    return 'agenda:newRoom.failed';
  }
  const { kind } = result.status;
  return kind === 'waiting' || kind === 'current' ? 'agenda:newRoom.failed' : `agenda:newRoom.${kind}`;
}
