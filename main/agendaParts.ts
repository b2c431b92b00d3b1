import { setImmediate as nextTurn } from 'node:timers/promises';
import { app, net, session } from 'electron';
import { AccountBook } from './accounts/accountBook.ts';
import type { SignInDesk } from './accounts/signInDesk.ts';
import { createSystemCipher } from './accounts/systemCipher.ts';
import { Vault } from './accounts/vault.ts';
import { AgendaDesk } from './agenda/agendaDesk.ts';
import { type CallBudget, CallBudgets } from './agenda/callBudget.ts';
import { buildCalendarParts, type CalendarParts } from './calendarParts.ts';
import { readEndpoints } from './endpoints.ts';
import { fetchStep } from './fetchStep.ts';
import type { Foundation } from './foundation.ts';
import { requestNoter } from './health/noteRequests.ts';
import { buildRoomParts, type RoomParts, systemRegion } from './roomParts.ts';
import type { createLimitedRequest as CreateLimitedRequest } from './services/limitedRequest.ts';
import type { Service } from './services/service.ts';
import type { AgendaWindow } from './shell/agendaWindow.ts';
import { PresenceWatch } from './shell/presence.ts';
import { StatePublisher } from './shell/statePublisher.ts';
import type { StateStore } from './shell/stateStore.ts';
import { answerSignIn, buildSignIn, followSignInEnds } from './signInParts.ts';

/** The parts between the accounts and the state that is drawn. */
export interface AgendaParts extends RoomParts {
  readonly calendars: CalendarParts;
  readonly vault: Vault;
  readonly accounts: AccountBook;
  readonly desk: AgendaDesk;
  readonly presence: PresenceWatch;
  readonly publisher: StatePublisher;
  readonly signIn: SignInDesk;
  /** Takes an address that a browser came back to from a sign-in. */
  readonly answerSignIn: (address: string) => void;
  /** Addresses that stand in for services while Foyer is developed; none in a packaged program. */
  readonly standIns: readonly string[];
}

/** Chromium's network stack knows the system's proxies and certificates; a session in memory leaves no cache or cookies. */
const request: typeof globalThis.fetch = (input, init) =>
  input instanceof Request && input.redirect === 'manual'
    ? fetchStep(input, session.fromPartition('services', { cache: false }))
    : session.fromPartition('services', { cache: false }).fetch(input as string | Request, init as RequestInit);

let onceCount = 0;

/**
 * For what must not be done twice: each time over a connection of its own (see `createLimitedRequest`). The sessions take
 * turns, so that closing the connections of one does not end a request that is still under way.
 */
const requestOnce: typeof globalThis.fetch = async (input, init) => {
  onceCount += 1;
  const once = session.fromPartition(`services-once-${onceCount % 4}`, { cache: false });
  await once.closeAllConnections();
  return once.fetch(input as string | Request, init as RequestInit);
};

/**
 * Builds the parts; nothing is asked of a service yet. The slow ones (the system's keyring, Node's fetch classes) are taken
 * one at a time, so that a press in between does not wait for all of them.
 */
export async function buildAgendaParts(
  foundation: Foundation,
  store: StateStore,
  window: Pick<AgendaWindow, 'isSeen' | 'show'>,
): Promise<AgendaParts> {
  const { clock, profile, problems, choices } = foundation;
  const cipher = await createSystemCipher();
  await nextTurn();
  const { createLimitedRequest } = await import('./services/limitedRequest.ts');
  await nextTurn();
  const vault = new Vault(profile.folder, cipher, () => choices().isPlaintextAllowed);
  const replaced = readEndpoints(app.isPackaged, process.env);
  const standIns = Object.values(replaced);
  const signIn = buildSignIn(foundation, {
    standIns,
    showWindow: () => window.show(),
    onChanged: () => publisher.publishSoon(),
  });
  const { calendars, ...reach } = buildReach(foundation, replaced, createLimitedRequest);
  const accounts: AccountBook = new AccountBook({
    store: profile.accounts,
    vault,
    ...reach,
    wall: clock.wall,
    region: systemRegion,
    signIn: (order) => signIn.signIn(order),
    onReady: (ready) => {
      desk.follow(ready);
      rooms.roomDesk.follow(ready);
    },
    onRemoved: (accountId) => {
      signIn.forget(accountId);
      desk.forget(accountId);
      void rooms.roomDesk.forgetAccount(accountId).catch(problems.report);
    },
  });
  const desk: AgendaDesk = new AgendaDesk({
    clock,
    random: Math.random,
    cached: profile.agenda.value.agendas,
    shown: store.getState().agenda,
    save: (agendas) => profile.agenda.replace({ agendas }),
    accounts: () => accounts.accounts,
    secretStorage: () => vault.storage,
    onChanged: () => publisher.publishSoon(),
    onUnreachable: () => presence.checkNetwork(),
    onBug: problems.report,
  });
  const presence = new PresenceWatch(net, clock);
  presence.onChange((found) => desk.setPresence(found));
  const rooms = buildRoomParts(foundation, {
    accounts: () => accounts.accounts,
    vault,
    isWatched: () => window.isSeen,
    onChanged: () => publisher.publishSoon(),
    onUnreachable: () => presence.checkNetwork(),
  });
  const publisher: StatePublisher = new StatePublisher({ store, desk, ...rooms, signIn, cipher, choices });
  followSignInEnds(foundation, accounts, store);
  const answer = (address: string): void => answerSignIn(signIn, address);
  return { ...rooms, vault, accounts, calendars, desk, presence, publisher, signIn, answerSignIn: answer, standIns };
}

/** What accounts reach services with, and read what comes of it. What becomes of each request is noted in the log. */
function buildReach(
  foundation: Foundation,
  replaced: Readonly<Record<string, string>>,
  createLimitedRequest: typeof CreateLimitedRequest,
) {
  const { log, clock } = foundation;
  const calendars = buildCalendarParts(clock);
  const note = requestNoter(log, clock.uptime);
  return {
    calendars,
    readCalendar: calendars.readCalendar,
    budgets: buildBudgets(foundation),
    endpointsOf: ({ endpoints }: Service) => ({ ...endpoints, ...replaced }),
    requestWith: (budget: CallBudget) => createLimitedRequest(note(request), budget, undefined, note(requestOnce)),
  };
}

function buildBudgets({ clock, profile }: Foundation): CallBudgets {
  return new CallBudgets({
    uptime: clock.uptime,
    read: () => profile.calls.value.calls,
    write: (calls) => profile.calls.replace({ calls }),
  });
}

/** Starts asking for every account of an earlier run; one whose secret cannot be read says so. */
export async function followAccounts({ accounts, desk, roomDesk }: AgendaParts): Promise<void> {
  for (const account of accounts.accounts) {
    const ready = await accounts.open(account);
    if (ready === null) {
      desk.markSecretLost(account.id);
    } else {
      desk.follow(ready);
      roomDesk.follow(ready);
    }
  }
  await roomDesk.start();
}
