import type { HealthReport, TestAlert } from '../../core/model/health.ts';
import type { Translate } from '../../core/texts/translator.ts';
import { writeDiagnostics } from './diagnostics.ts';
import type { HealthFacts } from './healthFacts.ts';
import { healthReport } from './healthReport.ts';

/** What the desk works with. */
export interface HealthDeskParts {
  readonly translate: Translate;
  readonly home: string;
  /** Looks at everything, now. `lastTest` is what came of the last test alert. */
  readonly lookAround: (lastTest: HealthFacts['alerts']['lastTest']) => Promise<HealthFacts>;
  readonly readLog: () => Promise<readonly string[]>;
  readonly sendAlert: () => Promise<TestAlert>;
  /** Opens the folder of the log. Returns whether the system did. */
  readonly openLogs: () => Promise<boolean>;
  readonly wall: () => number;
}

/** Answers whoever wants to know how the program is. */
export class HealthDesk {
  readonly #parts: HealthDeskParts;
  #lastTest: HealthFacts['alerts']['lastTest'] = null;

  constructor(parts: HealthDeskParts) {
    this.#parts = parts;
  }

  async report(): Promise<HealthReport> {
    return healthReport(await this.#parts.lookAround(this.#lastTest));
  }

  /** Shows an alert, and remembers for reports what the system said of it. */
  async sendTestAlert(): Promise<TestAlert> {
    const outcome = await this.#parts.sendAlert();
    this.#lastTest = { at: new Date(this.#parts.wall()).toISOString(), outcome };
    return outcome;
  }

  /** The report and the end of the log as one text without secrets. */
  async diagnostics(): Promise<string> {
    const { translate, home, readLog } = this.#parts;
    return writeDiagnostics(await this.report(), { translate, home, log: await readLog() });
  }

  openLogs(): Promise<boolean> {
    return this.#parts.openLogs();
  }
}
