import { decodeText, isHost, parseWebAddress, readQuery, type WebAddress } from './webAddress.ts';

// MeetingBar, which sees more calendars than anybody, goes this deep.
const mostWrappers = 32;

interface Wrapper {
  readonly hosts: readonly string[];
  readonly path: RegExp;
  readonly unwrap: (address: WebAddress) => string | null;
}

const byKey =
  (...keys: readonly string[]) =>
  (address: WebAddress): string | null =>
    keys.map((key) => readQuery(address, key)).find((value) => value !== null) ?? null;

/**
 * What mail systems and chats put around links. Those that keep the target for themselves (Mimecast) cannot be undone and
 * are left alone.
 */
const wrappers: readonly Wrapper[] = [
  {
    hosts: ['.safelinks.protection.outlook.com', '.safelinks.protection.office365.us', '.safelinks.o365.cn'],
    path: /^/,
    unwrap: byKey('url'),
  },
  { hosts: ['.teams.cdn.office.net'], path: /safelinks/i, unwrap: byKey('url') },
  { hosts: ['www.google.com', 'google.com'], path: /^\/url\?/, unwrap: byKey('q', 'url') },
  { hosts: ['slack-redir.net'], path: /^\/link\?/, unwrap: byKey('url') },
  { hosts: ['l.facebook.com', 'lm.facebook.com', 'l.instagram.com'], path: /^\//, unwrap: byKey('u') },
  { hosts: ['.linkedin.com'], path: /^\/(?:redir|safety)\//, unwrap: byKey('url') },
  { hosts: ['linkprotect.cudasvc.com'], path: /^\/url\?/, unwrap: byKey('a') },
  { hosts: ['urldefense.proofpoint.com'], path: /^\/v1\//, unwrap: byKey('u') },
  { hosts: ['urldefense.proofpoint.com', 'urldefense.com'], path: /^\/v2\//, unwrap: unwrapProofpoint2 },
  {
    hosts: ['urldefense.com', 'urldefense.us', 'urldefense.proofpoint.com'],
    path: /^\/v3\//,
    unwrap: unwrapProofpoint3,
  },
  {
    hosts: ['.protect.checkpoint.com'],
    path: /^\/v2\//,
    unwrap: ({ path, rest }) => between(path + rest, '___', '___.'),
  },
];

/** The address inside of wrappers, however many; the address itself when it is not wrapped. Total. */
export function unwrapLink(address: string): string {
  let current = address;
  for (let depth = 0; depth < mostWrappers; depth += 1) {
    const inner = unwrapOnce(current);
    if (inner === null || inner === current) {
      return current;
    }
    current = inner;
  }
  return current;
}

function unwrapOnce(address: string): string | null {
  const web = parseWebAddress(address);
  const wrapper = wrappers.find(
    ({ hosts, path }) => web !== null && hosts.some((name) => isHost(web.host, name)) && path.test(web.path + web.rest),
  );
  return web === null ? null : (wrapper?.unwrap(web)?.trim() ?? null);
}

/** Version 2 writes `-` for `%` and `_` for `/` (Proofpoint, "URL Defense encoding"). */
function unwrapProofpoint2(address: WebAddress): string | null {
  const encoded = readQuery(address, 'u');
  return encoded === null ? null : decodeText(encoded.replaceAll('-', '%').replaceAll('_', '/'));
}

/**
 * Version 3 puts `*` for each character it changed and lists those after the address, in Base64; `**` and a letter stand
 * for a run of them, "A" for two (as in Proofpoint's published decoder).
 */
function unwrapProofpoint3({ path, rest }: WebAddress): string | null {
  const [, marked, changed] = /^\/v3\/__(.*)__;([\w-]*)/.exec(path + rest) ?? [];
  if (marked === undefined || changed === undefined) {
    return null;
  }
  const characters = [...decodeBase64(changed)];
  let next = 0;
  const restored = marked
    .replace(/^([a-z]+):\/(?!\/)/i, '$1://')
    .replaceAll(/\*(?:\*([\w-]))?/g, (mark, run: string | undefined) => {
      const count = run === undefined ? 1 : digits.indexOf(run) + 2;
      const taken = characters.slice(next, next + count).join('');
      next += count;
      return taken === '' ? mark : taken;
    });
  return restored;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64 for URLs, of UTF-8; the ground floor has no platform to ask. Empty when it is broken. */
function decodeBase64(text: string): string {
  let bits = 0;
  let held = 0;
  let encoded = '';
  for (const character of text) {
    held = (held << 6) | digits.indexOf(character);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      encoded += `%${((held >> bits) & 0xff).toString(16).padStart(2, '0')}`;
      held &= (1 << bits) - 1;
    }
  }
  return decodeText(encoded) ?? '';
}

function between(text: string, from: string, to: string): string | null {
  const start = text.indexOf(from);
  const end = text.indexOf(to, start + from.length);
  return start === -1 || end === -1 ? null : text.slice(start + from.length, end);
}
