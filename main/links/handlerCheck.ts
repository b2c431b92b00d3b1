import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { App } from 'electron';
import { services } from '../services/registry.ts';

/** Tells whether some program handles URIs of a scheme. */
export type FindHandler = (scheme: string) => Promise<boolean>;

/**
 * Knows which of the services' schemes some program of this machine handles. Asked ahead and remembered, so that a press
 * on Join waits for nothing.
 */
export class HandlerCheck {
  readonly #findHandler: FindHandler;
  #handled: Promise<ReadonlySet<string>> | null = null;

  constructor(findHandler: FindHandler) {
    this.#findHandler = findHandler;
  }

  /** Asks the system again: programs come and go while Foyer runs. Until it has answered, the earlier answer holds. */
  async refresh(): Promise<void> {
    const asked = this.#ask();
    this.#handled ??= asked;
    await asked;
    this.#handled = asked;
  }

  /** The schemes that are handled, as of the last answer. */
  handledSchemes(): Promise<ReadonlySet<string>> {
    this.#handled ??= this.#ask();
    return this.#handled;
  }

  async #ask(): Promise<ReadonlySet<string>> {
    const schemes = [...new Set(services.flatMap((service) => service.schemes))];
    const answers = await Promise.all(schemes.map((scheme) => this.#findHandler(scheme)));
    return new Set(schemes.filter((_scheme, index) => answers[index]));
  }
}

/** Asks the system that Foyer runs on. */
export function createFindHandler(
  app: Pick<App, 'getApplicationNameForProtocol'>,
  platform: NodeJS.Platform,
): FindHandler {
  if (platform === 'linux') {
    // Electron would run the same tool, but wait for it and hold up everything else.
    return async (scheme) => (await askDesktop(scheme)) !== '';
  }
  return async (scheme) => app.getApplicationNameForProtocol(`${scheme}://`) !== '';
}

async function askDesktop(scheme: string): Promise<string> {
  try {
    const query = ['query', 'default', `x-scheme-handler/${scheme}`];
    return (await promisify(execFile)('xdg-mime', query, { timeout: 5_000 })).stdout.trim();
  } catch {
    return '';
  }
}
