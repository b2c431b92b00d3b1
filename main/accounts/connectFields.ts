import { domainToASCII } from 'node:url';
import type { ConnectField } from '../../core/model/service.ts';

/** Domains out of what a person typed: separated by commas, spaces or semicolons, an @ in front forgiven. */
export function splitDomains(typed: string): readonly string[] {
  return typed
    .split(/[\s,;]+/)
    .map((domain) => domain.replace(/^@/, '').toLowerCase())
    .filter((domain) => domain !== '');
}

/** Turns a phone number as people write it into E.164; null when it cannot be one. */
export type ReadPhone = (typed: string) => string | null;

/**
 * The value of a field in the form it is stored in; null when it cannot be what the field asks for. Phone numbers need
 * somebody who can read them (`phoneNumbers.ts`, a large package): whoever passes none knows that there are none.
 */
export function normalizeField(field: ConnectField, typed: string, readPhone: ReadPhone = () => null): string | null {
  const trimmed = typed.trim();
  if (trimmed === '') {
    return '';
  }
  switch (field.kind) {
    case 'email':
      return isEmail(trimmed) ? trimmed : null;
    case 'phone':
      return readPhone(trimmed);
    case 'code':
      return /^[A-Za-z0-9]+$/.test(trimmed) && isWithin(field, trimmed.length) ? trimmed : null;
    case 'count':
      return /^\d{1,9}$/.test(trimmed) && isWithin(field, Number(trimmed)) ? String(Number(trimmed)) : null;
    case 'switch':
      return trimmed === 'true' ? trimmed : null;
    case 'host':
      return normalizeHost(trimmed);
    case 'domains':
      return normalizeDomains(trimmed);
    case 'text':
    case 'secret':
      return isPrintable(trimmed) ? trimmed : null;
  }
}

function isWithin({ limits }: ConnectField, value: number): boolean {
  return limits === undefined || (value >= limits.least && value <= limits.most);
}

/** An address that can be put into a link: what stands before the @ is up to its mail server, blanks and quotes aside. */
function isEmail(typed: string): boolean {
  const [, host = ''] = /^[^\s@"<>()[\]\\,;:]{1,64}@([^@]+)$/.exec(typed) ?? [];
  return isDomain(domainToASCII(host)) && isPrintable(typed);
}

/** "https://Meet.Example.com/webapp3/" is what people copy; the host, and a port if there is one, is what is meant. */
function normalizeHost(typed: string): string | null {
  const withoutScheme = typed.replace(/^https?:\/\//i, '');
  // Of another scheme the platform would take the name for the host.
  const url = withoutScheme.includes('://') ? null : URL.parse(`https://${withoutScheme}`);
  if (url === null || url.username !== '' || url.password !== '' || !isDomain(url.hostname)) {
    return null;
  }
  return url.host;
}

// What follows these would be cut off in silence.
const endsHost = /[/\\?#:@%]/;

function normalizeDomains(typed: string): string | null {
  const domains = splitDomains(typed).map((domain) => (endsHost.test(domain) ? '' : domainToASCII(domain)));
  return domains.every(isDomain) ? domains.join(', ') : null;
}

function isDomain(host: string): boolean {
  return /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/.test(host);
}

/** Credentials are sent in a header: nothing but visible ASCII can be one. */
function isPrintable(value: string): boolean {
  return /^[\x21-\x7e]{1,2000}$/.test(value);
}
