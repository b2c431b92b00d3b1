import { type LinkRule, type MeetingLink, matchRules } from './linkRule.ts';
import { unwrapLink } from './unwrapLink.ts';
import { parseWebAddress } from './webAddress.ts';

/** More text than any invite has that people wrote; what follows is not looked at. */
const longestText = 200_000;
/** More ways than fit into a menu that somebody would read. */
const mostLinks = 8;

const token = /[^\s<>"`{}|\\^\p{Cc}]+/gu;
const uri = /(?:https?|[a-z]{3,8}):(?=[^\s:])/i;
const bareAddress = /^(?:[a-z0-9-]+\.){1,6}[a-z]{2,12}\/\S/i;
const longestToken = 8_192;

/** Whether this machine-readable text is one meeting link, wrapped or not. Null when it is none. Total. */
export function recogniseLink(address: string, rules: readonly LinkRule[]): MeetingLink | null {
  return matchRules(unwrapLink(address), rules);
}

/**
 * The meeting links of an invite or a text, best first: in the order of the texts given (the more a text is made for
 * links, the earlier it is), the web before programs, and the longer of two addresses of one meeting, since it carries
 * the password. Total, and linear in the length of the texts.
 */
export function collectLinks(texts: readonly string[], rules: readonly LinkRule[]): readonly MeetingLink[] {
  const found = new Map<string, MeetingLink>();
  for (const text of texts) {
    const links = linksIn(text, rules);
    const isWeb = ({ url }: MeetingLink): boolean => url.startsWith('https:');
    for (const link of [...links.filter(isWeb), ...links.filter((one) => !isWeb(one))]) {
      const meeting = meetingOf(link);
      const known = found.get(meeting);
      if (known === undefined ? found.size < mostLinks : link.url.length > known.url.length) {
        found.set(meeting, link);
      }
    }
  }
  return [...found.values()];
}

function linksIn(text: string, rules: readonly LinkRule[]): readonly MeetingLink[] {
  const links: MeetingLink[] = [];
  for (const [word] of unescapeHtml(text.slice(0, longestText)).matchAll(token)) {
    const link = word.length > longestToken ? null : linkIn(word, rules);
    if (link !== null) {
      links.push(link);
    }
  }
  return links;
}

/** A link may have words before it ("Join:https://…") and a full stop or a bracket after it. */
function linkIn(word: string, rules: readonly LinkRule[]): MeetingLink | null {
  const start = uri.exec(word)?.index;
  if (start !== undefined) {
    const address = trimEnd(word.slice(start).replace(/^http:/i, 'https:'));
    return recogniseLink(address, rules) ?? (start < word.length - 1 ? retry(word, start, rules) : null);
  }
  const bare = word.replace(/^[^a-z0-9]+/i, '');
  return bareAddress.test(bare) ? recogniseLink(`https://${trimEnd(bare)}`, rules.filter(isOfKnownHosts)) : null;
}

/** "Meeting:https://…": what looked like a scheme was a word. */
function retry(word: string, start: number, rules: readonly LinkRule[]): MeetingLink | null {
  const web = word.toLowerCase().indexOf('https://', start + 1);
  return web === -1 ? null : recogniseLink(trimEnd(word.slice(web)), rules);
}

/** Without "https" in front, only a host that is known by name makes an address of a word. */
function isOfKnownHosts(rule: LinkRule): boolean {
  return 'hosts' in rule && !rule.hosts.includes('*');
}

/** What ends a sentence does not belong to the address; a closing bracket only if the address opened it. */
function trimEnd(address: string): string {
  const opened: Readonly<Record<string, number>> = { ')': address.indexOf('('), ']': address.indexOf('[') };
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1);
    const opening = opened[last];
    const isStray = opening === undefined ? ".,;:!'*>…’”".includes(last) : opening === -1 || opening >= end;
    if (!isStray) {
      break;
    }
  }
  return address.slice(0, end);
}

/** Two addresses lead into one meeting when only what follows the path differs. */
function meetingOf({ url, badge }: MeetingLink): string {
  const web = parseWebAddress(url);
  const path = web === null ? '' : web.path.replace(/\/+$/, '');
  // Where the path says too little (`/join?key=…`, `/j.php?MTID=…`), the rest tells the meetings apart.
  return web === null || !/\d{4}|[a-z]-[a-z]/i.test(path) ? `${badge} ${url}` : `${badge} ${web.host}${path}`;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  '#38': '&',
  '#x26': '&',
  quot: '"',
  lt: '<',
  gt: '>',
  nbsp: ' ',
};

/** Descriptions are often HTML, in the text as well. `&amp;` is no part of any meeting link's own text. */
function unescapeHtml(text: string): string {
  return text.replaceAll(
    /&(amp|#38|#x26|quot|lt|gt|nbsp);/gi,
    (entity, name: string) => entities[name.toLowerCase()] ?? entity,
  );
}
