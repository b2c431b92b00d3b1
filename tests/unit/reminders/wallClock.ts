import type { DayTimes } from '../../../core/model/choices.ts';

/** A clock on a wall somewhere; looking twice in a minute costs nothing. */
export class WallClock {
  readonly #seen = new Map<string, string>();

  /** Whether it shows a time between two others, the end left out; the same twice is never. */
  isWithin(times: DayTimes | null, instant: number, timeZone: string): boolean {
    if (times === null || times.from === times.to) {
      return false;
    }
    const { from, to } = times;
    const time = this.#timeAt(instant, timeZone);
    return from < to ? time >= from && time < to : time >= from || time < to;
  }

  /** "09:07". */
  #timeAt(instant: number, timeZone: string): string {
    const name = `${timeZone} ${Math.floor(instant / 60_000)}`;
    const time =
      this.#seen.get(name) ??
      new Date(instant).toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
    this.#seen.set(name, time);
    return time;
  }
}
