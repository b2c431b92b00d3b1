import { smoothLevel, unknownLevel } from './loudness.ts';

/**
 * Chooses whose sound each listener hears. A real server mixes; this one passes packets on as they are, so that of three
 * or more people the loudest other one is heard, and of two simply the other.
 */
export interface AudioMix {
  /** A packet came from `source`; says which listeners are to have it. */
  hear(source: number, level: number | null, time: number): readonly number[];
  addListener(id: number): void;
  /** Neither listens nor speaks any more. */
  remove(id: number): void;
}

/** How much louder somebody must be to be heard instead. */
const margin = 6;
/** Who has sent nothing for so long has stopped. */
const staleMs = 400;
/** A choice holds at least so long: words are not cut to pieces. */
const holdMs = 600;

interface Speaker {
  level: number;
  heardAt: number;
}

interface Choice {
  source: number;
  since: number;
}

/** Builds a mix without people. */
export function createAudioMix(): AudioMix {
  const speakers = new Map<number, Speaker>();
  const choices = new Map<number, Choice | null>();

  const isBetter = (source: Speaker, choice: Choice, time: number): boolean => {
    const current = speakers.get(choice.source);
    if (current === undefined || time - current.heardAt > staleMs) return true;
    return time - choice.since > holdMs && source.level + margin < current.level;
  };

  return {
    hear: (source, level, time) => {
      const before = speakers.get(source)?.level ?? level ?? unknownLevel;
      const speaker = { level: smoothLevel(before, level ?? unknownLevel), heardAt: time };
      speakers.set(source, speaker);
      const hearers: number[] = [];
      for (const [listener, choice] of choices) {
        if (listener === source) continue;
        if (choice?.source !== source && (choice === null || isBetter(speaker, choice, time))) {
          choices.set(listener, { source, since: time });
        }
        if (choices.get(listener)?.source === source) hearers.push(listener);
      }
      return hearers;
    },
    addListener: (id) => {
      choices.set(id, null);
    },
    remove: (id) => {
      speakers.delete(id);
      choices.delete(id);
      for (const [listener, choice] of choices) if (choice?.source === id) choices.set(listener, null);
    },
  };
}
