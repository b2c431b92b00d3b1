import { isSafeAddress } from '../join/safeAddress.ts';
import { isHost, parseWebAddress } from './webAddress.ts';

/** How the links of one meeting service are told from all others: data, so that a service more is a line more. */
export type LinkRule =
  | {
      /** The brand that people know the meeting by. */
      readonly badge: string;
      /** Exact hosts, or with a dot in front also all below; "*" for software that people run on hosts of their own. */
      readonly hosts: readonly string[];
      /** Fits path, query and fragment of what leads into a meeting, from its beginning. */
      readonly path: RegExp;
    }
  | {
      readonly badge: string;
      /** A URI scheme followed by an address, without the colon. */
      readonly scheme: string;
    };

/** A way into a meeting that was found in an invite, a text or on the clipboard. */
export interface MeetingLink {
  /** https, or a scheme that a rule names. */
  readonly url: string;
  readonly badge: string;
}

/** The meeting link that an address is by the first rule that fits; null when none does. Total. */
export function matchRules(address: string, rules: readonly LinkRule[]): MeetingLink | null {
  const web = parseWebAddress(address);
  for (const rule of rules) {
    if ('scheme' in rule) {
      const url = web === null ? schemeAddress(address, rule.scheme) : null;
      if (url !== null) {
        return { url, badge: rule.badge };
      }
    } else if (
      web !== null &&
      rule.hosts.some((name) => name === '*' || isHost(web.host, name)) &&
      rule.path.test(`${web.path}${web.rest}`)
    ) {
      return { url: web.href, badge: rule.badge };
    }
  }
  return null;
}

/** With two slashes or without is the same to the programs that take such URIs; what follows the address is left out. */
function schemeAddress(text: string, scheme: string): string | null {
  const prefix = `${scheme}:`;
  if (text.slice(0, prefix.length).toLowerCase() !== prefix) {
    return null;
  }
  const slashes = text.startsWith('//', prefix.length) ? '//' : '';
  const [address = ''] = text.slice(prefix.length + slashes.length, 600).split(/[/?;]/);
  return isSafeAddress(address) ? `${prefix}${slashes}${address}` : null;
}
