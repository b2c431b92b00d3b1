import { randomInt } from 'node:crypto';

/** Letters and digits that are not taken for each other when read out or typed. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';
const places = [
  'hall',
  'yard',
  'loft',
  'quay',
  'barn',
  'deck',
  'nook',
  'lawn',
  'dome',
  'pier',
  'cove',
  'mill',
] as const;

/** A name for a room that nobody named: short enough to say, and its like is not made twice ("hall-3k9"). */
export function generateRoomName(random: (limit: number) => number = randomInt): string {
  const letters = Array.from({ length: 3 }, () => alphabet[random(alphabet.length)]);
  return `${places[random(places.length)]}-${letters.join('')}`;
}
