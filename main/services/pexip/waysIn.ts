import { isSafeAddress } from '../../../core/join/safeAddress.ts';
import type { Account } from '../../../core/model/account.ts';
import type { Meeting } from '../../../core/model/meeting.ts';
import type { WayIn } from '../../../core/model/wayIn.ts';

/**
 * The ways into a Pexip meeting, best first: the Pexip app, web app 3 of the configured node (its path is confirmed by
 * Pexip's own code), a SIP client, and copying the address, which always works.
 */
export function waysIn(meeting: Meeting, account: Account): readonly WayIn[] {
  const { address } = meeting;
  if (address === null) {
    return [];
  }
  const copy: WayIn = { id: 'copy', kind: 'copy', label: 'services:pexip.ways.copy', target: address };
  if (!isSafeAddress(address)) {
    return [copy];
  }
  const node = account.fields['node'];
  const app: WayIn = {
    id: 'app',
    kind: 'app',
    label: 'services:pexip.ways.app',
    target: `pexip://${address}`,
    needsHandlerFor: 'pexip',
  };
  const web: WayIn[] = node
    ? [
        {
          id: 'web',
          kind: 'web',
          label: 'services:pexip.ways.web',
          target: `https://${node}/webapp3/m/${webSegment(address)}`,
          inFoyer: { label: 'services:pexip.ways.webInFoyer', origins: [`https://${node}`] },
        },
      ]
    : [];
  const sip: WayIn = {
    id: 'sip',
    kind: 'sip',
    label: 'services:pexip.ways.sip',
    target: `sip:${address}`,
    needsHandlerFor: 'sip',
  };
  return [app, ...web, sip, copy];
}

/** One path segment; the @ may stay as it is, which keeps the address readable. */
function webSegment(address: string): string {
  return encodeURIComponent(address).replace('%40', '@');
}
