import type { RoomView } from '../model/room.ts';
import { plainText } from './searchMeetings.ts';

/** Rooms by words of their titles and of the people in them, in the order they came in; all where nothing is searched for. */
export function searchRooms<Room extends Pick<RoomView, 'title' | 'peopleNames'>>(
  rooms: readonly Room[],
  query: string,
): readonly Room[] {
  const words = plainText(query).split(/\s+/).filter(Boolean);
  return rooms.filter(({ title, peopleNames }) => {
    const text = plainText([title, ...peopleNames].join('\n'));
    return words.every((word) => text.includes(word));
  });
}
