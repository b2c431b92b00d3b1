import type { AskHandlers } from './ipcRouter.ts';

/** Knows whether the window waits for an answer: of a service, a browser, or a dialog of the system. */
export class PendingAsks {
  #count = 0;
  readonly #waiting: (() => void)[] = [];

  /** The same handlers, counted from now on. */
  watch(handlers: AskHandlers): AskHandlers {
    const counted = Object.entries(handlers).map(([channel, handler]) => [channel, this.#counted(handler)]);
    // Closing waits for the others, not for itself.
    return { ...(Object.fromEntries(counted) as AskHandlers), closePanel: handlers.closePanel };
  }

  /** Everything that was asked for is answered. */
  async settled(): Promise<void> {
    while (this.#count > 0) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #counted(handler: (argument: never) => unknown): (argument: never) => Promise<unknown> {
    return async (argument) => {
      this.#count += 1;
      try {
        return await handler(argument);
      } finally {
        this.#count -= 1;
        for (const resolve of this.#count === 0 ? this.#waiting.splice(0) : []) {
          resolve();
        }
      }
    };
  }
}
