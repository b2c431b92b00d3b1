import { parentPort, workerData } from 'node:worker_threads';
import type { LinkRule } from '../../core/invites/linkRule.ts';
import type { OccurrenceWindow } from './expandSeries.ts';
import { readCalendar } from './readCalendar.ts';

/** What the worker is asked, one question at a time. */
export interface WorkerQuestion {
  readonly text: string;
  readonly window: OccurrenceWindow;
  readonly localZone: string;
}

/** What the worker is started with. */
export interface WorkerStart {
  readonly rules: readonly LinkRule[];
}

const { rules } = workerData as WorkerStart;

parentPort?.on('message', (question: WorkerQuestion) => {
  parentPort?.postMessage(readCalendar({ ...question, rules }));
});
