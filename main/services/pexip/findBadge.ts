import { splitDomains } from '../../accounts/connectFields.ts';

/** Hosts that belong to one brand wherever they occur (seen in a public client of this API; none is customer specific). */
const knownHosts: readonly (readonly [host: string, badge: string])[] = [
  ['zoomcrc.com', 'Zoom'],
  ['webex.com', 'Webex'],
  ['pex.ms', 'Teams'],
];

/**
 * The brand behind an address. Teams, Meet and Pexip addresses lie in domains of the customer's choice, so they are
 * told by the domains that the account names; null when none fits.
 */
export function findBadge(address: string, fields: Readonly<Record<string, string>>): string | null {
  const host = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  if (!address.includes('@')) {
    return null;
  }
  const named = (field: string, badge: string) =>
    splitDomains(fields[field] ?? '').map((domain) => [domain, badge] as const);
  const domains = [
    ...named('teamsDomains', 'Teams'),
    ...named('meetDomains', 'Meet'),
    ...named('pexipDomains', 'Pexip'),
    ...knownHosts,
  ];
  return domains.find(([domain]) => host === domain || host.endsWith(`.${domain}`))?.[1] ?? null;
}
