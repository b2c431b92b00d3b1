/** An https address taken apart. */
export interface WebAddress {
  /** The whole of it, as it may be opened. */
  readonly href: string;
  /** In small letters, without a port. */
  readonly host: string;
  /** Begins with a slash. */
  readonly path: string;
  /** What follows the path, with its `?` and `#`; empty when nothing does. */
  readonly rest: string;
}

const longestAddress = 4_096;

// Narrower than what browsers take: no name or password, no port but the usual one, a host of plain labels, and nothing
// that a browser would read in another way than it is read here.
const webPattern =
  /^https:\/\/((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z0-9][a-z0-9-]{0,61}[a-z0-9])(?::443)?(\/[^?#\s\\\p{Cc}<>"`]*)?([?#][^\s\\\p{Cc}<>"`]*)?$/iu;

/** Reads an https address; null when it is none, longer than 4,096 characters, or written in a way that hides where it leads. */
export function parseWebAddress(text: string): WebAddress | null {
  const [, host, path = '/', rest = ''] = text.length > longestAddress ? [] : (webPattern.exec(text) ?? []);
  return host === undefined
    ? null
    : { href: `https://${host.toLowerCase()}${path}${rest}`, host: host.toLowerCase(), path, rest };
}

/** The value of a query key, decoded; null when it is not there or cannot be decoded. */
export function readQuery({ rest }: WebAddress, key: string): string | null {
  const [query = ''] = rest.replace(/^\?/, '').split('#');
  for (const pair of query.split('&')) {
    const [name, ...value] = pair.split('=');
    if (name === key) {
      return decodeText(value.join('=').replaceAll('+', ' '));
    }
  }
  return null;
}

/** Undoes percent-encoding; null when it is broken. */
export function decodeText(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Whether a host is the one named, or lies below it where the name begins with a dot (".zoom.us" takes "zoom.us" too). */
export function isHost(host: string, name: string): boolean {
  return name.startsWith('.') ? host === name.slice(1) || host.endsWith(name) : host === name;
}
