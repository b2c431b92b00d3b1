import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

const addresses = z.record(z.string(), z.string().check(z.regex(/^https?:\/\/[^\s/?#@]+(?:\/[^\s/?#@]+)*$/)));

/**
 * Other base URLs for services, from the JSON file that FOYER_ENDPOINTS names: for development and tests. A packaged
 * program looks at neither. Throws when the file is named but no good, since a test must not reach the real services.
 */
export function readEndpoints(isPackaged: boolean, environment: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  const path = isPackaged ? undefined : environment['FOYER_ENDPOINTS'];
  return path === undefined ? {} : z.parse(addresses, JSON.parse(readFileSync(path, 'utf8')));
}
