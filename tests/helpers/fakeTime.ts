import { vi } from 'vitest';
import type { Clock } from '../../main/clock.ts';

/** Time that stands still until it is moved; the program's clock, and every timer of the libraries, follow it. */
export interface FakeTime {
  readonly clock: Clock;
  /** Ms since 1970 as they really are, whatever the machine's date says. */
  readonly now: () => number;
  /** Moves on, running every timer at its moment and everything that follows from it. */
  readonly advance: (milliseconds: number) => Promise<void>;
  /** Time goes by without a timer: the machine was suspended. */
  readonly skip: (milliseconds: number) => void;
  /** The process is gone, and with it every timer. */
  readonly endRun: () => void;
  /** The same, and the uptime starts anew. */
  readonly reboot: () => void;
  /** The user or a time server sets the date. */
  readonly setDateAhead: (milliseconds: number) => void;
}

const uptimeAtStart = 1_000_000;

/** Takes timers and date over; give them back with `vi.useRealTimers()` after the test. */
export function startFakeTime(start = '2026-04-14T08:41:00.000Z'): FakeTime {
  vi.useFakeTimers({ now: Date.parse(start), toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  let bootedAt = Date.now() - uptimeAtStart;
  let dateAhead = 0;
  return {
    clock: {
      wall: () => Date.now() + dateAhead,
      uptime: () => Date.now() - bootedAt,
      after: (delay, run) => {
        const timer = setTimeout(run, delay);
        return () => clearTimeout(timer);
      },
    },
    now: () => Date.now(),
    advance,
    skip: (milliseconds) => vi.setSystemTime(Date.now() + milliseconds),
    endRun,
    reboot: () => {
      endRun();
      bootedAt = Date.now();
    },
    setDateAhead: (milliseconds) => {
      dateAhead = milliseconds;
    },
  };
}

function endRun(): void {
  const now = Date.now();
  vi.clearAllTimers();
  // Clearing also set the time back to its start.
  vi.setSystemTime(now);
}

async function advance(milliseconds: number): Promise<void> {
  let isThere = false;
  setTimeout(() => {
    isThere = true;
  }, milliseconds);
  await settle();
  while (!isThere) {
    vi.advanceTimersToNextTimer();
    await settle();
  }
}

/** Lets everything happen that needs no time. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
