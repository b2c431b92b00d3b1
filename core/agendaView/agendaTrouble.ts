import type { AccountStatus, AccountView } from '../model/account.ts';

/** What is wrong with accounts, worst first: what only a person can mend, then what time mends, then what may irritate. */
const troubleKinds = [
  'secretLost',
  'refused',
  'notSetUp',
  'offline',
  'unreachable',
  'serverError',
  'unreadable',
  'limited',
  'clockSkew',
] as const;

/** See {@link agendaTrouble}. */
export type TroubleKind = (typeof troubleKinds)[number];

/** What the agenda says above its meetings: one thing, for as many accounts as it is true of. */
export interface AgendaTrouble {
  readonly kind: TroubleKind;
  /** The accounts concerned, never empty. */
  readonly accounts: readonly [AccountView, ...AccountView[]];
  /** How many accounts have some other trouble. */
  readonly otherCount: number;
}

/** The worst trouble among the accounts, or null: one line for all of them instead of a wall of warnings. */
export function agendaTrouble(accounts: readonly AccountView[]): AgendaTrouble | null {
  for (const kind of troubleKinds) {
    const [first, ...others] = accounts.filter((account) => troubleOf(account) === kind);
    if (first !== undefined) {
      const rest = others.filter(({ status }) => status.words?.title === first.status.words?.title);
      const troubled = accounts.filter((account) => troubleOf(account) !== null).length;
      return { kind, accounts: [first, ...rest], otherCount: troubled - rest.length - 1 };
    }
  }
  return null;
}

/** The instant (ISO 8601 UTC) that all of what is shown is at least as fresh as; null without any good answer. */
export function shownAsOf(accounts: readonly AccountView[]): string | null {
  return accounts.reduce<string | null>(
    (oldest, { lastSuccessAt }) =>
      lastSuccessAt !== null && (oldest === null || lastSuccessAt < oldest) ? lastSuccessAt : oldest,
    null,
  );
}

function troubleOf(account: AccountView): TroubleKind | null {
  const kind: AccountStatus['kind'] = account.status.kind;
  if (kind === 'waiting' || kind === 'current') {
    return account.clockSkew === null ? null : 'clockSkew';
  }
  return kind;
}
