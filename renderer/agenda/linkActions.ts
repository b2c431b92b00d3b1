import type { LinkCard, LinkOffer, TrustedPlace } from '../../core/model/links.ts';
import type { ServiceView } from '../../core/model/service.ts';
import type { MessageKey } from '../../core/texts/catalog.ts';
import type { JoinResult } from '../../preload/channels.ts';
import { foyerBridge } from '../common/foyerBridge.ts';
import { text } from '../common/texts.ts';
import { useAgendaStore } from './agendaStore.ts';
import { announce, openConnections } from './windowActions.ts';

/** What came of a press that left the card where it is. */
export type LinkFeedback =
  | Exclude<JoinResult, { readonly kind: 'opened' }>
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed' };

type JoinOffer = Extract<LinkOffer, { readonly kind: 'join' }>;

/** The question that the card asks. */
export function linkTitle(offer: LinkOffer): string {
  const ofJoin = { next: 'titleNext', address: 'titleAddress', room: 'titleRoom' } as const;
  const others = {
    newRoom: 'titleNewRoom',
    nothingNext: 'titleNothing',
    connect: 'titleConnect',
    gone: 'titleGone',
  } as const;
  return text(`agenda:link.${offer.kind === 'join' ? ofJoin[offer.what] : others[offer.kind]}`);
}

/** Whether there is something that a press could do; before the first account, the way to connect one is there already. */
export function canPress(offer: LinkOffer, hasAccounts: boolean): boolean {
  switch (offer.kind) {
    case 'join':
      return offer.way !== null;
    case 'newRoom':
      return true;
    case 'connect':
      return hasAccounts;
    default:
      return false;
  }
}

/** What the button says. */
export function pressLabel(offer: LinkOffer): string {
  const labels: Readonly<Record<string, MessageKey>> = {
    newRoom: 'agenda:link.openRoom',
    connect: 'agenda:link.connect',
  };
  const isCopy = offer.kind === 'join' && offer.way?.isCopy === true;
  return text(labels[offer.kind] ?? (isCopy ? 'agenda:link.copy' : 'agenda:link.join'));
}

/** Does what the card says. `tell` hears what there is to say while the card stays. */
export async function pressLink(
  card: LinkCard,
  isAlways: boolean,
  tell: (feedback: LinkFeedback) => void,
): Promise<void> {
  const { offer } = card;
  switch (offer.kind) {
    case 'join':
      return takeLink(card, offer, isAlways, tell);
    case 'newRoom': {
      await dismissLink(card);
      const { openRoomAndGoThere } = await import('./rooms/roomActions.ts');
      await openRoomAndGoThere(offer.accountId);
      return;
    }
    case 'connect':
      await dismissLink(card);
      openConnections(null);
      return;
    default:
      return dismissLink(card);
  }
}

/** Puts the link aside. */
export async function dismissLink({ id }: LinkCard): Promise<void> {
  await foyerBridge.dismissLink({ cardId: id });
}

/** What is said of a press that left the card where it is. */
export function linkFeedbackText(feedback: LinkFeedback): string {
  switch (feedback.kind) {
    case 'opening':
      return text('agenda:link.opening');
    case 'copied':
      return text('agenda:join.copied', { text: feedback.text });
    case 'refused':
      return text(feedback.message);
    case 'failed':
      return text('agenda:join.failed');
  }
}

/** What "always" stands for. */
export function trustText({ serviceId, host }: TrustedPlace, services: readonly ServiceView[]): string {
  const service = serviceName(serviceId, services);
  return host === null ? text('agenda:link.alwaysOwn', { service }) : text('agenda:link.alwaysHost', { service, host });
}

/** The name of a place that links lead to without asking. */
export function placeText({ serviceId, host }: TrustedPlace, services: readonly ServiceView[]): string {
  const service = serviceName(serviceId, services);
  return host === null
    ? text('agenda:linkSettings.trustedOwn', { service })
    : text('agenda:linkSettings.trustedHost', { service, host });
}

async function takeLink(
  { id }: LinkCard,
  { meetingKey }: JoinOffer,
  isAlways: boolean,
  tell: (feedback: LinkFeedback) => void,
): Promise<void> {
  tell({ kind: 'opening' });
  try {
    const result = await foyerBridge.takeLink({ cardId: id, isAlways });
    if (result.kind !== 'opened') {
      tell(result);
      return;
    }
    announce(text('agenda:join.opened', { way: text(result.label) }));
    if (meetingKey !== null) {
      useAgendaStore.setState(({ joinedKeys }) => ({ joinedKeys: new Set(joinedKeys).add(meetingKey) }));
    }
  } catch (error) {
    tell({ kind: 'failed' });
    throw error;
  }
}

function serviceName(serviceId: string, services: readonly ServiceView[]): string {
  const service = services.find(({ id }) => id === serviceId);
  return service === undefined ? serviceId : text(service.name);
}
