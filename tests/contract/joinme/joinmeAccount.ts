import { afterEach } from 'vitest';
import type { Account, AccountDraft, ConnectResult } from '../../../core/model/account.ts';
import { AccountBook } from '../../../main/accounts/accountBook.ts';
import type { ReadyAccount } from '../../../main/accounts/accountOpenings.ts';
import { SignInDesk } from '../../../main/accounts/signInDesk.ts';
import { listenForSignIn } from '../../../main/accounts/signInListener.ts';
import type { AnswerVerdict } from '../../../main/accounts/signInState.ts';
import { CallBudgets } from '../../../main/agenda/callBudget.ts';
import { createLimitedRequest } from '../../../main/services/limitedRequest.ts';
import type { Scheduler } from '../../../main/services/scheduler.ts';
import type { AgendaSource, RoomHost, TimeWindow } from '../../../main/services/service.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../simulator/simulator.ts';
import { createFakeProfile, type FakeProfile } from '../../helpers/fakeProfile.ts';
import { noCalendars } from '../../helpers/noCalendars.ts';

/** The person who signs in unless told. */
export const iris = 'iris.vega@corp.example';

/** The program's accounts and sign-in at a simulator, over real sockets; a stand-in for the browser follows redirects. */
export interface JoinmeDesk {
  readonly simulator: Simulator;
  readonly profile: FakeProfile;
  readonly accounts: AccountBook;
  readonly signIn: SignInDesk;
  /** Addresses that the browser was sent to. */
  readonly opened: readonly string[];
  /** What the browser does with an address: by default it goes there and on to wherever it is sent. */
  browse: (address: string) => Promise<void>;
  /** What came of each answer that the browser brought back on the own scheme. */
  readonly verdicts: readonly AnswerVerdict[];
  readonly strays: () => number;
  /** Of the account, as it was made ready last. */
  readonly source: () => AgendaSource;
  readonly host: () => RoomHost;
  readonly scheduler: () => Scheduler;
  /** What was asked since the last look: method, path and status. */
  readonly asked: () => readonly string[];
  /** Another run of the program with what is on the disk. */
  readonly restart: () => Promise<ReadyAccount>;
}

/** How a desk is opened. */
export interface JoinmeDeskOptions {
  readonly simulator?: SimulatorOptions;
  readonly wall?: () => number;
}

const closing: Simulator[] = [];
/** Ms; a fault that never answers is waited for this long. */
const patience = 500;

afterEach(async () => {
  await Promise.all(closing.splice(0).map((simulator) => simulator.close()));
});

/** Opens a desk; its simulator is closed after the test. Iris allows everything. */
export async function openDesk({ simulator: options, wall = Date.now }: JoinmeDeskOptions = {}): Promise<JoinmeDesk> {
  const simulator = await startSimulator(options);
  closing.push(simulator);
  simulator.joinme.setRules({ autoConsent: iris });
  const profile = createFakeProfile();
  const opened: string[] = [];
  const verdicts: AnswerVerdict[] = [];
  let strays = 0;
  let seen = 0;
  let ready: ReadyAccount | null = null;
  const signIn: SignInDesk = new SignInDesk({
    clock: { wall, uptime: () => performance.now(), after: startTimer },
    openBrowser: async (url) => {
      opened.push(url);
      void desk.browse(url);
      return true;
    },
    copyText: async () => undefined,
    listen: (at) =>
      listenForSignIn({ ...at, pageFor: (verdict) => ({ language: 'en', title: verdict, text: 'a < b' }) }),
    randomText: () => crypto.randomUUID() + crypto.randomUUID(),
    challengeOf: () => Promise.reject(new Error('the service knows no PKCE')),
    onChanged: () => undefined,
    onAnswered: () => undefined,
    onStray: () => {
      strays += 1;
    },
  });
  const accounts = new AccountBook({
    store: profile.accounts,
    vault: profile.vault,
    budgets: new CallBudgets({ uptime: () => performance.now(), read: () => ({}), write: () => undefined }),
    requestWith: () =>
      createLimitedRequest(fetch, { take: () => 0, wait: () => 0 }, { patience, longestBody: 1_000_000 }),
    endpointsOf: () => ({ ...simulator.endpoints }),
    readCalendar: noCalendars,
    wall,
    region: () => 'CH',
    signIn: (order) => signIn.signIn(order),
    onReady: (made) => {
      ready = made;
    },
    onRemoved: () => {
      ready = null;
    },
  });
  const desk: JoinmeDesk = {
    simulator,
    profile,
    accounts,
    signIn,
    opened,
    verdicts,
    strays: () => strays,
    browse: async (address) => {
      const location = await redirectOf(address);
      if (location?.startsWith('http:')) {
        await fetch(location);
      } else if (location !== null) {
        verdicts.push(signIn.answer(location));
      }
    },
    source: () => present(ready?.source),
    host: () => present(ready?.host),
    scheduler: () => present(ready?.scheduler),
    asked: () => {
      const requests = simulator.joinme.requests().slice(seen);
      seen += requests.length;
      return requests.map(({ method, url, status }) => `${method} ${pathOf(url)} ${status}`);
    },
    restart: async () => {
      const [account] = profile.accounts.value.accounts;
      ready = await accounts.open(present(account));
      return present(ready ?? undefined);
    },
  };
  return desk;
}

/** The draft of a new account with the application that comes back on the own scheme. */
export function buildJoinmeDraft(more: Partial<AccountDraft> = {}): AccountDraft {
  const { fields, ...others } = more;
  return {
    accountId: null,
    serviceId: 'joinme',
    name: 'My meetings',
    fields: { apiKey: 'foyer-joinme-key', apiSecret: 'foyer-joinme-secret', ...fields },
    ...others,
  };
}

/** Connects an account; throws when that fails. */
export async function connect(desk: JoinmeDesk, draft: AccountDraft = buildJoinmeDraft()): Promise<Account> {
  const result: ConnectResult = await desk.accounts.save(draft);
  if (result.kind !== 'connected' || result.account === null) {
    throw new Error(`not connected: ${JSON.stringify(result)}`);
  }
  return result.account;
}

/** Where a page sends the browser at once, or null. */
export async function redirectOf(address: string): Promise<string | null> {
  const answer = await fetch(address, { redirect: 'manual' });
  return answer.headers.get('location');
}

/** What the program asks for. */
export function week(): TimeWindow {
  const now = Date.now();
  return { from: new Date(now - 12 * 3_600_000).toISOString(), to: new Date(now + 7 * 86_400_000).toISOString() };
}

function startTimer(delay: number, run: () => void): () => void {
  const timer = setTimeout(run, delay);
  return () => clearTimeout(timer);
}

function pathOf(url: string): string {
  return url.replace(/\?.*/, '').replace(/^(https?:\/\/[^/]+)?(\/api\/public\/v1\/auth|\/v1)?/, '');
}

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) {
    throw new Error('nothing is connected');
  }
  return value;
}
