import type { Clock } from './clock.ts';
import type { RequestLog } from './requestLog.ts';

/** What the simulator lends to each service. */
export interface SimulationContext {
  readonly clock: Clock;
  readonly log: RequestLog;
  /** Aborted when the simulator closes: whoever waits, stops. */
  readonly closing: AbortSignal;
}
