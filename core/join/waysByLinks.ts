import type { MeetingLink } from '../invites/linkRule.ts';
import type { WayIn, WayInKind } from '../model/wayIn.ts';

/**
 * The ways into a meeting by the links of its invite, in their order, and copying the first. Which of them was taken is no
 * habit: the second link of another meeting leads to something else.
 */
export function waysByLinks(links: readonly MeetingLink[]): readonly WayIn[] {
  const [first] = links;
  const ways = links.map(({ url }, index): WayIn => {
    const scheme = url.slice(0, url.indexOf(':'));
    const kind = kindOf(scheme);
    const common = { label: `services:links.${kind}`, target: url, isForOnce: true } as const;
    const way = { id: `link-${index}`, kind, ...common };
    return kind === 'web' ? way : { ...way, needsHandlerFor: scheme };
  });
  return first === undefined
    ? []
    : [...ways, { id: 'copy', kind: 'copy', label: 'services:links.copy', target: first.url }];
}

function kindOf(scheme: string): Exclude<WayInKind, 'copy' | 'window'> {
  if (scheme === 'https') {
    return 'web';
  }
  return scheme === 'sip' ? 'sip' : 'app';
}
