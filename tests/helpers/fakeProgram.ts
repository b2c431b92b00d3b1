import type { AccountDraft } from '../../core/model/account.ts';
import { AccountBook, type AccountBookParts } from '../../main/accounts/accountBook.ts';
import { AgendaDesk } from '../../main/agenda/agendaDesk.ts';
import { CallBudgets } from '../../main/agenda/callBudget.ts';
import type { Clock } from '../../main/clock.ts';
import { createLimitedRequest } from '../../main/services/limitedRequest.ts';
import type { FakeProfile } from './fakeProfile.ts';

/** What a run of the program stands on. */
export interface FakeProgramParts {
  readonly profile: FakeProfile;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly random?: () => number;
  readonly onUnreachable?: () => void;
  readonly signIn?: AccountBookParts['signIn'];
  /** In the place of the services' own. */
  readonly endpoints?: Readonly<Record<string, string>>;
  /** There are no calendars unless told. */
  readonly readCalendar?: AccountBookParts['readCalendar'];
}

/** One run of the program between accounts and agenda: the real parts, wired as main/agendaParts.ts wires them. */
export interface FakeProgram {
  readonly accounts: AccountBook;
  readonly desk: AgendaDesk;
  /** What was reported as a bug. */
  readonly bugs: readonly unknown[];
  /** Starts asking for the accounts of earlier runs. */
  start(): Promise<void>;
}

/** Builds the parts; nothing is asked yet. */
export function buildFakeProgram(parts: FakeProgramParts): FakeProgram {
  const { profile, clock, fetch } = parts;
  const bugs: unknown[] = [];
  const accounts: AccountBook = new AccountBook({
    store: profile.accounts,
    vault: profile.vault,
    budgets: new CallBudgets({
      uptime: clock.uptime,
      read: () => profile.calls.value.calls,
      write: (calls) => profile.calls.replace({ calls }),
    }),
    requestWith: (budget) => createLimitedRequest(fetch, budget),
    endpointsOf: ({ endpoints }) => ({ ...endpoints, ...parts.endpoints }),
    readCalendar: parts.readCalendar ?? (async () => ({ kind: 'notACalendar' })),
    wall: clock.wall,
    region: () => 'CH',
    signIn: parts.signIn ?? (() => Promise.reject(new Error('nobody signs in'))),
    onReady: (ready) => desk.follow(ready),
    onRemoved: (accountId) => desk.forget(accountId),
  });
  const desk: AgendaDesk = new AgendaDesk({
    clock,
    random: parts.random ?? (() => 0.5),
    cached: profile.agenda.value.agendas,
    shown: { meetings: [], changes: [], isRefreshing: false },
    save: (agendas) => profile.agenda.replace({ agendas }),
    accounts: () => accounts.accounts,
    secretStorage: () => 'encrypted',
    onChanged: () => undefined,
    onUnreachable: parts.onUnreachable ?? (() => undefined),
    onBug: (error) => bugs.push(error),
  });
  return { accounts, desk, bugs, start: () => follow(accounts, desk) };
}

async function follow(accounts: AccountBook, desk: AgendaDesk): Promise<void> {
  for (const account of accounts.accounts) {
    const ready = await accounts.open(account);
    if (ready === null) {
      desk.markSecretLost(account.id);
    } else {
      desk.follow(ready);
    }
  }
}

/** A draft for a new room with good credentials; what matters to a test is passed in. */
export function buildDraft(
  parts: Partial<Omit<AccountDraft, 'fields'>> & { readonly fields?: Readonly<Record<string, string>> } = {},
): AccountDraft {
  const fields = { clientId: 'room-a', clientSecret: 'right', ...parts.fields };
  return { accountId: null, serviceId: 'pexip', name: 'Boardroom', ...parts, fields };
}
