import type { Clock } from '../../../main/clock.ts';

interface Timer {
  at: number;
  readonly run: () => void;
}

/** A machine whose time goes from one thing that happens to the next: months of it take no time. */
export class FakeMachine {
  readonly clock: Clock;
  /** Ms since 1970 as time really goes by. */
  now: number;
  /** How far the date was set ahead, in ms. */
  wallLead = 0;
  readonly #timers = new Set<Timer>();
  /** What comes from outside, earliest first. */
  readonly #happenings: Timer[] = [];

  constructor(from: number) {
    this.now = from;
    this.clock = {
      wall: () => this.wall,
      // As coarse as some systems tell it.
      uptime: () => Math.floor(this.now / 1_000) * 1_000,
      after: (delay, run) => {
        const timer = { at: this.now + delay, run };
        this.#timers.add(timer);
        return () => void this.#timers.delete(timer);
      },
    };
  }

  /** What the machine's clock shows, in ms since 1970. */
  get wall(): number {
    return this.now + this.wallLead;
  }

  /** Has something come from outside. */
  at(at: number, run: () => void): void {
    this.#happenings.push({ at, run });
    this.#happenings.sort((a, b) => a.at - b.at);
  }

  /** The process is gone, and with it every timer. */
  endProcess(): void {
    this.#timers.clear();
  }

  /** Timers stand still, the uptime does not; nothing happens before it is over. */
  sleep(length: number): void {
    for (const waiting of this.#timers) {
      waiting.at += length;
    }
    this.now += length;
    for (const happening of this.#happenings) {
      happening.at = Math.max(happening.at, this.now);
    }
  }

  run(to: number): void {
    for (let next = this.#next(); next !== undefined && next.at <= to; next = this.#next()) {
      this.now = Math.max(this.now, next.at);
      if (!this.#timers.delete(next)) {
        this.#happenings.splice(this.#happenings.indexOf(next), 1);
      }
      next.run();
    }
    this.now = Math.max(this.now, to);
  }

  #next(): Timer | undefined {
    let [next] = this.#happenings;
    for (const timer of this.#timers) {
      if (next === undefined || timer.at <= next.at) {
        next = timer;
      }
    }
    return next;
  }
}
