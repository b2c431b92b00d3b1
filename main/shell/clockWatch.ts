import { type ClockJump, type ClockReading, findClockJump } from '../../core/time/clockJump.ts';
import type { Clock } from '../clock.ts';

/** Told of a date or time zone that was set, or of sleep; timers that aim at a date are to be set anew. */
export type OnClockJump = (jump: ClockJump) => void;

/** No system tells every program that its date was set, and timers that wait for a date do not notice. */
const lookEvery = 30_000;

/** Compares the date with the uptime from time to time, and whenever it is asked to, and tells of what does not fit. */
export class ClockWatch {
  readonly #clock: Clock;
  readonly #timeZone: () => string;
  readonly #listeners = new Set<OnClockJump>();
  #last: ClockReading;
  #cancelLook: (() => void) | null = null;

  /** `timeZone` gives the IANA name of the system's zone as it is now. */
  constructor(clock: Clock, timeZone: () => string) {
    this.#clock = clock;
    this.#timeZone = timeZone;
    this.#last = this.#read();
  }

  /** Has a listener called after each jump, at most half a minute late. Returns the way to stop. */
  readonly onClockJump = (listener: OnClockJump): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Looks now: for moments at which something happens anyway, and at which a wrong time would be seen. */
  readonly look = (): void => {
    const now = this.#read();
    const jump = findClockJump(this.#last, now, lookEvery);
    this.#last = now;
    this.#cancelLook?.();
    this.#cancelLook = this.#clock.after(lookEvery, this.look);
    for (const listener of jump === null ? [] : this.#listeners) {
      listener(jump as ClockJump);
    }
  };

  stop(): void {
    this.#cancelLook?.();
    this.#cancelLook = null;
    this.#listeners.clear();
  }

  #read(): ClockReading {
    return { wall: this.#clock.wall(), uptime: this.#clock.uptime(), timeZone: this.#timeZone() };
  }
}

/** The system's time zone as it is now. V8 remembers the one it found first until the environment variable is touched. */
export function readTimeZone(environment: NodeJS.ProcessEnv): string {
  const { TZ } = environment;
  if (TZ === undefined) {
    delete environment['TZ'];
  } else {
    environment['TZ'] = TZ;
  }
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
