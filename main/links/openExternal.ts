import { stat } from 'node:fs/promises';
import { shell } from 'electron';
import { services } from '../services/registry.ts';

/**
 * Schemes that may be handed to the system: the web over TLS, and what the services' own programs handle. Everything
 * else is refused, whoever asks (point 15 of Electron's security list).
 */
const allowedSchemes: ReadonlySet<string> = new Set(['https', ...services.flatMap(({ schemes }) => schemes)]);

/**
 * The form in which a URI is handed to the system: parsed and written anew; null when it may not be. `standIns` are the
 * addresses put in the place of services while Foyer is developed, which may be without TLS; a packaged program has none.
 */
export function externalUrl(uri: string, standIns: readonly string[] = []): string | null {
  const url = URL.parse(uri);
  if (url?.protocol === 'http:' && standIns.some((standIn) => URL.parse(standIn)?.origin === url.origin)) {
    return url.href;
  }
  if (url === null || !allowedSchemes.has(url.protocol.slice(0, -1))) {
    return null;
  }
  const hasCredentials = url.username !== '' || url.password !== '';
  return url.protocol === 'https:' && hasCredentials ? null : url.href;
}

/** Opens a folder of Foyer's own with the system's file manager. False when there is no such folder, or nothing took it. */
export async function openFolder(path: string): Promise<boolean> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder && (await shell.openPath(path)) === '';
}

/** Opens a URI with the program that the system has for it. False when it may not be opened or nothing took it. */
export async function openExternal(uri: string, standIns?: readonly string[]): Promise<boolean> {
  const url = externalUrl(uri, standIns);
  if (url === null) {
    return false;
  }
  try {
    await shell.openExternal(url);
    return true;
  } catch {
    return false;
  }
}
