import { extname, join, normalize, sep } from 'node:path';
import { type Protocol, protocol } from 'electron';

/** Scheme of Foyer's own pages; nobody outside can link to it. */
const appScheme = 'foyer-app';
const appHost = 'app';

/** Address of one of Foyer's own pages. */
export function appUrl(path: string): string {
  return `${appScheme}://${appHost}/${path}`;
}

/** Whether a URL is one of Foyer's own pages. */
export function isAppUrl(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && parsed.protocol === `${appScheme}:` && parsed.host === appHost;
}

/** Must run before `ready`, or the scheme gets no origin of its own. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true } },
  ]);
}

/**
 * Pages may load what Foyer ships and nothing else, talk to nobody and be framed by nobody (points 7 and 18 of
 * Electron's security list). Style attributes are allowed to scripts only, which the policy does not touch.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page of the call window, below the folder of pages. */
export const callPage = 'call/index.html';

/**
 * A call page may also reach the signalling of the services that have calls, play the media of a call and show pictures
 * that main took of screens.
 */
function callPolicy(origins: readonly string[]): string {
  const additions = [`connect-src ${origins.join(' ')}`, "media-src 'self' blob: mediastream:"];
  return [...contentSecurityPolicy.split('; '), ...additions]
    .map((directive) => (directive.startsWith('img-src') ? `${directive} data:` : directive))
    .join('; ');
}

/** Chromium's net::ERR_FILE_NOT_FOUND. */
const fileNotFound = -6;

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * Serves the files below `folder`, and only those; scripts no sooner than main can answer them. `protocol.handle` would be
 * the newer way, but it speaks in `Request` and `Response`, and what Node loads for these holds up the first page by 20 to
 * 30 ms. `callOrigins` makes it the server of call windows: what they may reach beyond it. The page of calls is served
 * there alone, and no other page is.
 */
export function serveAppScheme(
  handler: Pick<Protocol, 'registerFileProtocol'>,
  folder: string,
  canAnswer: Promise<unknown>,
  callOrigins: readonly string[] | null = null,
): void {
  const headers = {
    'content-security-policy': callOrigins === null ? contentSecurityPolicy : callPolicy(callOrigins),
    'x-content-type-options': 'nosniff',
  };
  const callPath = join(folder, callPage);
  handler.registerFileProtocol(appScheme, ({ url, method }, respond) => {
    const path = resolveWithin(folder, url);
    const mimeType = mimeTypes[extname(path ?? '')];
    const isOthers = extname(path ?? '') === '.html' && (path === callPath) !== (callOrigins !== null);
    if (path === null || mimeType === undefined || method !== 'GET' || isOthers) {
      respond({ error: fileNotFound });
    } else if (mimeType === mimeTypes['.js']) {
      canAnswer.then(
        () => respond({ path, mimeType, headers }),
        () => respond({ error: fileNotFound }),
      );
    } else {
      respond({ path, mimeType, headers });
    }
  });
}

/** The file that a URL of the scheme means; null when it would lie outside of the folder. */
export function resolveWithin(folder: string, url: string): string | null {
  if (!isAppUrl(url)) {
    return null;
  }
  let path: string;
  try {
    path = decodeURIComponent(new URL(url).pathname);
  } catch {
    return null;
  }
  const resolved = normalize(join(folder, path));
  return resolved.startsWith(normalize(folder) + sep) && !path.includes('\0') ? resolved : null;
}
