import { smoothLevel, unknownLevel } from './loudness.ts';

/** Tells from the levels of sound packets when somebody begins and stops to talk. */
export interface TalkDetector {
  /** `level` is RFC 6464's (127 for silence), null if the packet did not tell. */
  hear(level: number | null, time: number): 'talking' | 'stopped-talking' | null;
}

const loud = 50;
const quiet = 60;
const pauseMs = 1000;

/** Builds a detector of somebody silent. */
export function createTalkDetector(): TalkDetector {
  let average = 127;
  let isTalking = false;
  let heardAt = 0;
  return {
    hear: (level, time) => {
      if (time - heardAt > pauseMs) {
        average = 127;
        isTalking = false;
      }
      heardAt = time;
      average = smoothLevel(average, level ?? unknownLevel);
      const wasTalking = isTalking;
      isTalking = isTalking ? average < quiet : average < loud;
      if (isTalking === wasTalking) return null;
      return isTalking ? 'talking' : 'stopped-talking';
    },
  };
}
