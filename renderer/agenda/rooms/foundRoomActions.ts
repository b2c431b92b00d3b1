import type { FoundRoomView } from '../../../core/model/room.ts';
import { foyerBridge } from '../../common/foyerBridge.ts';
import { text } from '../../common/texts.ts';
import { announce } from '../windowActions.ts';
import { enterRoom, notEndedText } from './roomActions.ts';
import { useRoomsStore } from './roomsStore.ts';

/** Gets into a room that was found, which is then one of Foyer's. Returns what is wrong, or null. */
export async function joinFoundRoom(accountId: string, room: FoundRoomView): Promise<string | null> {
  const roomKey = await keep(accountId, room);
  if (roomKey === null) {
    return text('agenda:foundRooms.gone');
  }
  await enterRoom(roomKey, null);
  return null;
}

/** Takes a room that was found among those of Foyer. Returns what is wrong, or null. */
export async function keepFoundRoom(accountId: string, room: FoundRoomView): Promise<string | null> {
  const roomKey = await keep(accountId, room);
  if (roomKey === null) {
    return text('agenda:foundRooms.gone');
  }
  announce(text('agenda:foundRooms.kept', { title: room.title }));
  return null;
}

/** Ends a room that was found, for everybody. Returns why that did not work, or null. */
export async function endFoundRoom(accountId: string, { roomId, title }: FoundRoomView): Promise<string | null> {
  const result = await foyerBridge.endFoundRoom({ accountId, roomId });
  if (result.kind === 'failed') {
    return notEndedText(accountId, result);
  }
  announce(text('agenda:rooms.ended', { title }));
  return null;
}

/** The room moves to the others, and the focus goes with it. */
async function keep(accountId: string, { roomId }: FoundRoomView): Promise<string | null> {
  const focusKey = await foyerBridge.keepFoundRoom({ accountId, roomId });
  useRoomsStore.setState({ focusKey });
  return focusKey;
}
