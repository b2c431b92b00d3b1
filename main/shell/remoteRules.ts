import type { RemotePage } from '../../core/model/wayIn.ts';
import { redact } from './redact.ts';

/** Of this machine, as a URL's parser writes them. */
const loopbackHosts: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];

/** What a page of a meeting needs; all else that it could ask for stays denied. */
const usedPermissions: ReadonlySet<string> = new Set(['media', 'display-capture', 'fullscreen', 'speaker-selection']);

const longestTitle = 80;

/**
 * The page as it may be shown, with the origins that are any good; null when it may not be. Everything is over TLS.
 * `standIns` are the addresses put in the place of services while Foyer is developed: those of this machine may be without.
 * A packaged program has none.
 */
export function checkRemotePage({ url, origins }: RemotePage, standIns: readonly string[]): RemotePage | null {
  const parsed = URL.parse(url);
  const allowed = origins.filter((origin) => isGoodOrigin(origin, standIns));
  if (parsed === null || parsed.username !== '' || parsed.password !== '' || !isAt(parsed.href, allowed)) {
    return null;
  }
  return { url: parsed.href, origins: allowed };
}

/** Whether an address is a page at one of the origins. */
export function isAt(url: string, origins: readonly string[]): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && /^https?:$/.test(parsed.protocol) && origins.includes(parsed.origin);
}

/** Whether a frame may go to an address; parts of a page also to what the page itself made. */
export function mayGo(url: string, isMainFrame: boolean, origins: readonly string[]): boolean {
  const isMadeByPage = url === 'about:blank' || url === 'about:srcdoc' || isBlobOf(url, origins);
  return isAt(url, origins) || (!isMainFrame && isMadeByPage);
}

/** What wants a permission, and in what page. */
export interface PermissionWish {
  readonly permission: string;
  readonly requestingUrl: string;
  readonly pageUrl: string;
}

/** Whether a permission is given: both to whom it is for and to the page around it. */
export function mayUse({ permission, requestingUrl, pageUrl }: PermissionWish, origins: readonly string[]): boolean {
  return usedPermissions.has(permission) && isAt(requestingUrl, origins) && isAt(pageUrl, origins);
}

/**
 * The title of a window: the host first, whatever the page calls itself, since there is no address bar. `pageTitle` is null
 * when the page has none, and Chromium would show its address.
 */
export function remoteTitle(host: string, pageTitle: string | null): string {
  const line = redact(pageTitle ?? '')
    // Nothing that is not seen, or that turns the order of what is.
    .replaceAll(/[\s\p{C}]+/gu, ' ')
    .trim();
  const letters = Array.from(line);
  const short = letters.length > longestTitle ? `${letters.slice(0, longestTitle - 1).join('')}…` : line;
  return short === '' ? host : `${host} – ${short}`;
}

/**
 * The name by which a window presents itself, without those of Foyer and Electron: pages that find Electron take it for
 * a program of their own maker and look for parts that are not there (lib-jitsi-meet does, when a screen is shared).
 */
export function browserName(userAgent: string): string {
  return userAgent.replaceAll(/\s(?!AppleWebKit\/|Chrome\/|Safari\/)[^\s()/]+\/\S+/g, '');
}

/** Why a page is not there. */
export type RemoteTrouble = 'unreachable' | 'certificate' | 'crashed' | 'elsewhere';

/** What an error code of Chromium's network stack (net_error_list.h) means to a person. */
export function troubleOf(errorCode: number): RemoteTrouble {
  return errorCode <= -200 && errorCode > -300 ? 'certificate' : 'unreachable';
}

function isGoodOrigin(origin: string, standIns: readonly string[]): boolean {
  const url = URL.parse(origin);
  if (url === null || url.origin !== origin) {
    return false;
  }
  const isStandIn = standIns.some((standIn) => URL.parse(standIn)?.origin === origin);
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.includes(url.hostname) && isStandIn);
}

function isBlobOf(url: string, origins: readonly string[]): boolean {
  const parsed = URL.parse(url);
  return parsed?.protocol === 'blob:' && origins.includes(parsed.origin);
}
