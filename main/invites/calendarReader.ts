import { Worker } from 'node:worker_threads';
import type { LinkRule } from '../../core/invites/linkRule.ts';
import type { Clock } from '../clock.ts';
import type { WorkerQuestion, WorkerStart } from './calendarWorker.ts';
import type { OccurrenceWindow } from './expandSeries.ts';
import type { CalendarContent } from './readCalendar.ts';

/** What came of reading a calendar file. */
export type ReadResult =
  | { readonly kind: 'read'; readonly content: CalendarContent }
  /** It is no calendar file. */
  | { readonly kind: 'notACalendar' }
  | { readonly kind: 'tooLarge' }
  /** It took too long, or too much memory: the file is broken or made to do harm. */
  | { readonly kind: 'gaveUp' };

/** What the reader works with. */
export interface CalendarReaderParts {
  readonly clock: Clock;
  /** The built `calendarWorker.ts`. */
  readonly workerPath: string;
  readonly rules: readonly LinkRule[];
}

/** Characters; some 50,000 events. */
export const longestCalendar = 24 * 1024 * 1024;
const mostMegabytes = 100;
const patience = 30_000;
const idleAfter = 10_000;

/**
 * Reads calendar files in a thread of its own: a large one would hold up everything else for seconds, and one made to do
 * harm for ever. A thread, since it can be given a limit of memory and be ended at any moment, and costs a fraction of
 * what another process would. It ends when there is nothing to read.
 */
export class CalendarReader {
  readonly #parts: CalendarReaderParts;
  #worker: Worker | null = null;
  #cancelIdle: (() => void) | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: CalendarReaderParts) {
    this.#parts = parts;
  }

  /** Reads one file for a window of time; one after the other. Never rejects. */
  read(text: string, window: OccurrenceWindow): Promise<ReadResult> {
    if (text.length > longestCalendar) {
      return Promise.resolve({ kind: 'tooLarge' });
    }
    if (!isCalendar(text)) {
      return Promise.resolve({ kind: 'notACalendar' });
    }
    const localZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const result = this.#turn.then(() => this.#ask({ text, window, localZone }));
    this.#turn = result;
    return result;
  }

  /** Ends the thread. */
  stop(): void {
    this.#cancelIdle?.();
    void this.#worker?.terminate();
    this.#worker = null;
  }

  #ask(question: WorkerQuestion): Promise<ReadResult> {
    this.#cancelIdle?.();
    const worker = this.#worker ?? this.#start();
    return new Promise((resolve) => {
      const finish = (result: ReadResult): void => {
        cancel();
        worker.removeAllListeners('message');
        this.#cancelIdle = this.#parts.clock.after(idleAfter, () => this.stop());
        resolve(result);
      };
      const giveUp = (): void => {
        this.stop();
        finish({ kind: 'gaveUp' });
      };
      const cancel = this.#parts.clock.after(patience, giveUp);
      worker.once('message', (content: CalendarContent) => finish({ kind: 'read', content }));
      worker.removeAllListeners('error').once('error', giveUp);
      worker.postMessage(question);
    });
  }

  #start(): Worker {
    const { workerPath, rules } = this.#parts;
    this.#worker = new Worker(workerPath, {
      workerData: { rules } satisfies WorkerStart,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: 8 },
    });
    return this.#worker;
  }
}

/** Whether a text is a calendar file, and not just a text that mentions one. */
export function isCalendar(text: string): boolean {
  return /^\uFEFF?\s*BEGIN:VCALENDAR\b/i.test(text.slice(0, 1_000));
}
