import type { ServiceAccess } from '../service.ts';

/** What belongs to a meeting for others: where they get in, and where the phone numbers are. */
export interface MeetingLinks {
  readonly viewerLink?: string;
  readonly phoneUrl?: string;
}

/** The page with the phone numbers of a conference (join.me, "Users"). */
const phonePath = '/api/public/intphone.aspx';

/** A link of the service, written anew; null for anything else, since links of answers are opened and handed on. */
export function checkLink(link: string | null, { endpoints }: Pick<ServiceAccess, 'endpoints'>): string | null {
  const url = link === null || link.length > 2_000 ? null : URL.parse(link);
  if (url === null || url.username !== '' || url.password !== '') {
    return null;
  }
  const isOwn = url.protocol === 'https:' && /(^|\.)join\.me$/.test(url.hostname);
  const isStandIn = url.origin === URL.parse(endpoints['joinmeAuth'] ?? '')?.origin;
  return isOwn || isStandIn ? url.href : null;
}

/** The links that are good for something. */
export function meetingLinks(
  viewerLink: string | null,
  conferenceId: string | null,
  access: Pick<ServiceAccess, 'endpoints'>,
): MeetingLinks {
  const checked = checkLink(viewerLink, access);
  const origin = URL.parse(access.endpoints['joinmeAuth'] ?? '')?.origin;
  return {
    ...(checked !== null && { viewerLink: checked }),
    ...(conferenceId !== null && { phoneUrl: `${origin}${phonePath}?conferenceId=${conferenceId}` }),
  };
}

/** What people dial: the code or the personal name at the end of a viewer link; null when it is none. */
export function viewerCode(viewerLink: string | undefined): string | null {
  return /\/([A-Za-z0-9][\w-]{0,99})$/.exec(viewerLink ?? '')?.[1] ?? null;
}
