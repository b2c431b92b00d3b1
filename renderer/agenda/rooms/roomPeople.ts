import type { RoomView } from '../../../core/model/room.ts';
import { listText, text } from '../../common/texts.ts';

/** What is known of the people in a room. */
export type RoomPeople = Pick<RoomView, 'peopleCount' | 'peopleNames'>;

// More of them would be a list, not a line.
const mostNames = 8;

/** How many are in a room, and who as far as they said ("3 in the room: Ana, Ben and 1 other"); empty when it is not known. */
export function peopleText({ peopleCount: count, peopleNames }: RoomPeople): string {
  if (count === null) {
    return '';
  }
  const names = peopleNames.slice(0, Math.min(mostNames, count));
  const people = text('agenda:rooms.people', { count });
  return names.length === 0
    ? people
    : text('agenda:rooms.peopleNamed', { people, names: listText([...names, ...othersText(count - names.length)]) });
}

function othersText(count: number): readonly string[] {
  return count === 0 ? [] : [text('agenda:rooms.others', { count })];
}
