import { resolve } from 'node:path';
import { findLink } from '../core/links/findLink.ts';
import type { Foundation } from './foundation.ts';
import { findInviteFile } from './inviteParts.ts';
import { chooseHandling } from './links/chooseHandling.ts';
import type { MeetingJoiner } from './links/joinMeeting.ts';
import { LinkDesk, type LinkTrouble } from './links/linkDesk.ts';
import type { LinkedMeetings } from './links/linkedMeetings.ts';
import type { Arrival } from './links/linkInbox.ts';
import { lookUpLink } from './links/linkLookup.ts';
import { LinkRegistrar } from './links/linkRegistrar.ts';
import type { RoomEntrance } from './rooms/roomEntrance.ts';
import type { AgendaWindow } from './shell/agendaWindow.ts';
import { onSliceReplaced, type StateStore } from './shell/stateStore.ts';

/** Whom links lead to. */
export interface LinkTargets {
  readonly store: StateStore;
  readonly window: AgendaWindow;
  readonly joiner: MeetingJoiner;
  readonly entrance: RoomEntrance;
  /** Where the joiner finds meetings that are in no agenda. */
  readonly linked: LinkedMeetings;
}

/** The parts of the links. */
export interface LinkParts {
  readonly linkDesk: LinkDesk;
  readonly registrar: LinkRegistrar;
}

/** Builds the parts, and asks the system once who opens links. */
export async function buildLinkParts(foundation: Foundation, targets: LinkTargets): Promise<LinkParts> {
  const { log, translate } = foundation;
  const registrar = new LinkRegistrar({
    handling: await chooseHandling(translate),
    onLooked: (registration) => targets.store.setState(({ links }) => ({ links: { ...links, registration } })),
    onRefused: (error) => log.error('the system did not take who opens links', error),
  });
  void registrar.look().then(({ kind }) => log.info(`who opens links: ${kind}`));
  return { registrar, linkDesk: buildLinkDesk(foundation, targets) };
}

/** Builds the desk, and has it follow what links are looked up in. */
function buildLinkDesk(foundation: Foundation, targets: LinkTargets): LinkDesk {
  const { store, window, joiner, entrance, linked } = targets;
  const { clock, choices, choiceKeeper, problems, log } = foundation;
  const lookupParts = {
    state: store.getState,
    wall: clock.wall,
    timeZone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    meetings: {
      waysInto: (key: string) => joiner.waysInto(key),
      join: (key: string, wayId: null) => joiner.join(key, wayId),
    },
    rooms: {
      waysInto: (key: string) => entrance.waysInto(key),
      join: (key: string, wayId: null) => entrance.enter(key, wayId),
    },
    noteMeeting: linked.note,
  };
  const desk = new LinkDesk({
    mayFollow: () => !choices().disabledFeatures.includes('links'),
    lookUp: (link) => lookUpLink(link, lookupParts),
    uptime: clock.uptime,
    showWindow: () => window.show(),
    showSettings: () => window.command('openSettings'),
    showTrouble: (trouble) => {
      // Its words are somebody else's: they are in no log.
      log.warn(`a link was refused: ${trouble}`);
      foundation.notices.post(noticeOf(trouble));
    },
    trusted: () => choices().trustedPlaces,
    trust: (trustedPlaces) => void choiceKeeper.choose('trustedPlaces', trustedPlaces),
    onCard: (card) => store.setState(({ links }) => ({ links: { ...links, card } })),
    onBug: problems.report,
  });
  const showTrusted = (): void =>
    store.setState(({ links }) => ({ links: { ...links, trusted: choices().trustedPlaces } }));
  showTrusted();
  choiceKeeper.follow((_choices, changed) => changed.has('trustedPlaces') && showTrusted());
  onSliceReplaced(store, ({ slice }) => {
    if (slice === 'agenda' || slice === 'rooms' || slice === 'accounts') {
      desk.lookAgain();
    }
  });
  return desk;
}

function noticeOf(trouble: LinkTrouble) {
  return { id: 'link-refused', tone: 'info', message: `shell:links.refused.${trouble}`, values: {} } as const;
}

/** Whom an arrival is passed on to. */
export interface ArrivalTakers {
  readonly linkDesk: LinkDesk;
  /** Takes a calendar file. */
  readonly openInvite: (path: string) => void;
  /** Takes an address that a browser came back to from a sign-in. */
  readonly answerSignIn: (address: string) => void;
  readonly showWindow: () => void;
}

/** Passes on what has come from outside. Being started again is a wish to see the window. */
export function takeArrival({ args, folder, origin }: Arrival, takers: ArrivalTakers): void {
  const { linkDesk, answerSignIn, openInvite, showWindow } = takers;
  const invite = findInviteFile(args);
  // Arguments come through a command line; what macOS hands over does not.
  const found = findLink(args, origin === 'system' ? 'darwin' : process.platform);
  switch (found.kind) {
    case 'link':
      linkDesk.receive(found.text);
      return;
    case 'signIn':
      answerSignIn(found.text);
      return;
    case 'refused':
      linkDesk.refuse('several');
      return;
    case 'none':
      if (invite !== null) {
        showWindow();
        openInvite(resolve(folder, invite));
      } else if (origin === 'again') {
        showWindow();
      }
  }
}
