import type { App } from 'electron';
import { services } from '../services/registry.ts';

/**
 * Knows which of the services' schemes some program of this machine handles. Asking the system takes a moment (on Linux
 * a process is started), so it is done ahead, not at a press on Join.
 */
export class HandlerCheck {
  readonly #app: Pick<App, 'getApplicationNameForProtocol'>;
  readonly #handled = new Set<string>();

  constructor(app: Pick<App, 'getApplicationNameForProtocol'>) {
    this.#app = app;
  }

  /** Asks the system again. */
  refresh(): void {
    this.#handled.clear();
    for (const scheme of new Set(services.flatMap(({ schemes }) => schemes))) {
      if (this.#app.getApplicationNameForProtocol(`${scheme}://`) !== '') {
        this.#handled.add(scheme);
      }
    }
  }

  readonly hasHandlerFor = (scheme: string): boolean => this.#handled.has(scheme);
}
