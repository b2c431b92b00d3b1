import type { Meeting } from '../../../core/model/meeting.ts';
import type { WayIn } from '../../../core/model/wayIn.ts';

/** Id of the way that starts a meeting: its link is made at the press. */
export const startWay = 'start';

/**
 * The ways into a scheduled meeting, best first: its owner starts it. The link for the others is dead until then (join.me,
 * "Manage scheduled meetings"), and is what to hand on.
 */
export function waysIn({ details = {} }: Meeting): readonly WayIn[] {
  const { viewerLink, phoneUrl } = details;
  const start: WayIn = {
    id: startWay,
    kind: 'web',
    label: 'services:joinme.ways.start',
    target: viewerLink ?? 'join.me',
    isAsked: true,
  };
  return [start, ...waysOfOthers(viewerLink, phoneUrl)];
}

/** The ways that are open to everybody. */
export function waysOfOthers(viewerLink: string | undefined, phoneUrl: string | undefined): readonly WayIn[] {
  const viewer: readonly WayIn[] =
    viewerLink === undefined
      ? []
      : [
          { id: 'viewer', kind: 'web', label: 'services:joinme.ways.viewer', target: viewerLink },
          { id: 'copy', kind: 'copy', label: 'services:joinme.ways.copy', target: viewerLink },
        ];
  const phone: readonly WayIn[] =
    phoneUrl === undefined ? [] : [{ id: 'phone', kind: 'web', label: 'services:joinme.ways.phone', target: phoneUrl }];
  return [...viewer.slice(0, 1), ...phone, ...viewer.slice(1)];
}
