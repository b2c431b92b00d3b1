import { roomAlias, teamsAlias } from './aliases.ts';
import { bookMeeting, type Person } from './bookMeeting.ts';
import type { SimulatedMeeting } from './simulatedMeeting.ts';

const people: readonly Person[] = ['Iris Vega', 'Oto Lind', 'Mara Quist', 'Tessa Hale', 'Nils Aro'];
const subjects = [
  'Project review',
  'Customer call',
  'Planning',
  'One to one',
  'Workshop',
  'Interview',
  'Retrospective',
];

/**
 * That many half-hour meetings, evenly over the seven days from `now` (milliseconds since the epoch), earliest first:
 * the same ones each time, a third Teams, a third Pexip rooms, a third without video.
 */
export function manyMeetings(count: number, now: number): readonly SimulatedMeeting[] {
  const firstStart = Math.ceil(now / 60_000) * 60_000;
  const spacing = (7 * 24 * 60 * 60_000) / Math.max(count, 1);
  return Array.from({ length: count }, (_, index) => {
    const start = firstStart + Math.floor((index * spacing) / 1000) * 1000;
    const alias = [teamsAlias(String(100_000_000 + index)), roomAlias(`room.${index}`)][index % 3];
    return bookMeeting('many', {
      key: `meeting ${index}`,
      subject: `${subjects[index % subjects.length] ?? ''} ${index + 1}`,
      organizer: people[index % people.length] ?? 'Iris Vega',
      start,
      minutes: 30,
      ...(alias === undefined ? {} : { alias }),
    });
  });
}
