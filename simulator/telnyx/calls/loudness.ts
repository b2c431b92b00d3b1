/**
 * How loud somebody is by their packets so far: quickly up, so that a short sound counts, and slowly down, so that the
 * pause between two words is none. Levels are RFC 6464's: decibels below the loudest, 127 for silence.
 */
export function smoothLevel(before: number, level: number): number {
  const weight = level < before ? 0.6 : 0.04;
  return before + (level - before) * weight;
}

/** What a packet counts as that does not tell its level. */
export const unknownLevel = 40;
