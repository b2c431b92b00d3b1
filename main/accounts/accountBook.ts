import { randomUUID } from 'node:crypto';
import type { Account, AccountDraft, ConnectResult, FieldProblem } from '../../core/model/account.ts';
import { findService } from '../services/registry.ts';
import type { Service, TokenAge } from '../services/service.ts';
import type { ProfileStore } from '../settings/profileStore.ts';
import { AccountOpenings, type AccountOpeningsParts, type ReadyAccount } from './accountOpenings.ts';
import { findTwin, isSameSecrets, personField } from './accountTwins.ts';
import { checkDraft } from './checkDraft.ts';
import { phoneReaderFor } from './phoneNumbers.ts';
import { flowOf } from './signInAnswer.ts';
import type { SignInOrder, SignInOutcome } from './signInDesk.ts';
import type { EndingSignIn } from './signInEnds.ts';
import { withoutTokens, withTokens } from './tokenKeeper.ts';
import { type Tried, toFailed, tryAccount } from './tryAccount.ts';
import type { Secrets } from './vault.ts';

/** What the book of accounts works with. */
export interface AccountBookParts extends Omit<AccountOpeningsParts, 'isKnown'> {
  readonly store: ProfileStore<{ readonly accounts: readonly Account[] }>;
  /** Where this machine is (ISO 3166, two letters, or empty): for phone numbers without a country code. */
  readonly region: () => string;
  /** Sends a person to a service to sign in, and waits for them. */
  readonly signIn: (order: SignInOrder) => Promise<SignInOutcome>;
  /** An account was connected or changed; null when it lost its secret. */
  readonly onReady: (ready: ReadyAccount) => void;
  readonly onRemoved: (accountId: string) => void;
}

interface Trial extends ReadyAccount {
  readonly key: string;
  readonly secrets: Secrets;
  readonly tried: Tried;
  /** When it was tried, on the machine's clock. */
  readonly triedAt: number;
}

type Duplicate = Extract<ConnectResult, { readonly kind: 'duplicate' }>;

/** An agenda older than this would be shown as if it had just come. */
const trialHolds = 60_000;

/** The accounts: connecting, changing and removing them. Nothing is stored that the service did not accept. */
export class AccountBook {
  readonly #parts: AccountBookParts;
  readonly #openings: AccountOpenings;
  /** The last draft that the service accepted, so that "Test connection" followed by "Connect" asks once. */
  #trial: Trial | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: AccountBookParts) {
    this.#parts = parts;
    const isKnown = (accountId: string): boolean => this.accounts.some(({ id }) => id === accountId);
    this.#openings = new AccountOpenings({ ...parts, isKnown });
  }

  get accounts(): readonly Account[] {
    return this.#parts.store.value.accounts;
  }

  /** The token of an account that was signed in; null for others. */
  tokenAge(accountId: string): TokenAge | null {
    return this.#openings.tokensOf(accountId)?.age ?? null;
  }

  /** The sign-ins that end without being renewed. */
  endingSignIns(): readonly EndingSignIn[] {
    return this.accounts.flatMap(({ id, name }) => {
      const endsAt = this.#openings.tokensOf(id)?.endsAt ?? null;
      return endsAt === null ? [] : [{ accountId: id, name, endsAt }];
    });
  }

  /** Makes an account of an earlier run ready again; null when its secret cannot be read or its service is not known. */
  async open(account: Account): Promise<ReadyAccount | null> {
    const service = findService(account.serviceId);
    const found = await this.#parts.vault.read(account.id);
    if (service === undefined || found.kind !== 'found') {
      return null;
    }
    const ready = this.#openings.open(service, account, found.secrets);
    this.#openings.follow(ready);
    return ready;
  }

  /** Tries a draft without keeping anything. */
  test(draft: AccountDraft): Promise<ConnectResult> {
    return this.#inTurn(() => this.#test(draft));
  }

  /**
   * Tries a draft and keeps it if the service accepts it; where people sign in, after they did. What does not touch the
   * credentials is kept without asking.
   */
  save(draft: AccountDraft): Promise<ConnectResult> {
    return findService(draft.serviceId)?.signIn === undefined
      ? this.#inTurn(() => this.#save(draft))
      : this.#saveSigned(draft);
  }

  /** Has a person sign in, also where the stored sign-in may still be good, and keeps what came of it. */
  async signIn(draft: AccountDraft): Promise<ConnectResult> {
    const checked = await this.#inTurn(() => this.#check(draft));
    if ('kind' in checked) {
      return checked;
    }
    const { service, account, secrets } = checked;
    const access = this.#openings.access(service, account, secrets);
    const outcome = await this.#parts.signIn({ service, access, isNew: draft.accountId === null });
    switch (outcome.kind) {
      case 'notSignedIn':
        return outcome;
      case 'failed':
        return toFailed(outcome, this.#parts.wall());
      case 'tokens':
        return this.#inTurn(() => this.#save(draft, withTokens({}, outcome, this.#parts.wall())));
    }
  }

  /** The secret goes first: should the program end in between, an account without one is seen and can be removed again. */
  async remove(accountId: string): Promise<void> {
    this.#openings.close(accountId);
    await this.#parts.vault.forget(accountId);
    this.#parts.store.replace({ accounts: this.accounts.filter((account) => account.id !== accountId) });
    this.#trial = null;
    this.#parts.onRemoved(accountId);
  }

  /** One draft at a time: two presses on Connect are one account, and a test and a connection at once are one question. */
  #inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(run, run);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #test(draft: AccountDraft): Promise<ConnectResult> {
    const outcome = await this.#try(draft);
    return 'kind' in outcome ? outcome : { kind: 'connected', meetingCount: outcome.tried.meetingCount, account: null };
  }

  /** Out of turn while the person is away: other connections do not wait for them. */
  async #saveSigned(draft: AccountDraft): Promise<ConnectResult> {
    return (await this.#inTurn(() => this.#saveWithoutTrial(draft))) ?? this.signIn(draft);
  }

  async #save(draft: AccountDraft, signedIn: Secrets | null = null): Promise<ConnectResult> {
    const renamed = signedIn === null ? await this.#saveWithoutTrial(draft) : null;
    if (renamed !== null) {
      return renamed;
    }
    const outcome = await this.#try(draft, signedIn ?? {});
    if ('kind' in outcome) {
      return outcome;
    }
    this.#trial = null;
    await this.#keep(outcome, outcome.tokens?.secrets ?? outcome.secrets, draft.accountId === null);
    return { kind: 'connected', meetingCount: outcome.tried.meetingCount, account: outcome.account };
  }

  async #try(
    draft: AccountDraft,
    signedIn: Secrets = {},
  ): Promise<Trial | Exclude<ConnectResult, { kind: 'connected' }>> {
    const checked = await this.#check(draft);
    if ('kind' in checked) {
      return checked;
    }
    const { service } = checked;
    const isAnew = Object.keys(signedIn).length > 0;
    // What is left of an earlier sign-in would be renewed in the place of this one.
    const secrets = isAnew ? { ...withoutTokens(checked.secrets), ...signedIn } : checked.secrets;
    const account = isAnew ? await this.#nameTheirs(service, checked.account, secrets) : checked.account;
    const twin = isAnew ? await this.#findTwin(service, account, secrets) : null;
    if (twin !== null) {
      return twin;
    }
    const key = JSON.stringify([account.serviceId, draft.accountId, account.fields, secrets]);
    const now = this.#parts.wall();
    if (this.#trial?.key === key && Math.abs(now - this.#trial.triedAt) < trialHolds) {
      return { ...this.#trial, account: { ...account, id: this.#trial.account.id } };
    }
    const known = isAnew ? undefined : this.#openings.tokensOf(account.id);
    const ready = this.#openings.open(service, account, secrets, known);
    const tried = await tryAccount(ready, now);
    if (tried.kind === 'failed') {
      return tried;
    }
    const { fetched } = tried;
    const answer = fetched === null ? {} : { fetched };
    this.#trial = { ...ready, ...answer, isProven: true, key, secrets, tried, triedAt: this.#parts.wall() };
    return this.#trial;
  }

  /** The draft as an account with its secrets, or why it cannot be tried. */
  async #check(
    draft: AccountDraft,
  ): Promise<{ service: Service; account: Account; secrets: Secrets } | Exclude<ConnectResult, { kind: 'connected' }>> {
    const service = findService(draft.serviceId);
    const existing = this.accounts.find((account) => account.id === draft.accountId);
    if (service === undefined || (draft.accountId !== null && existing === undefined)) {
      throw new RangeError('a draft for a service or an account that does not exist');
    }
    const kept = existing === undefined ? null : await this.#parts.vault.read(existing.id);
    const keptSecrets = kept?.kind === 'found' ? kept.secrets : {};
    const readPhone = await phoneReaderFor(service.view.fields, draft.fields, this.#parts.region());
    const checked = checkDraft(draft, service.view, new Set(Object.keys(keptSecrets)), readPhone);
    if (isProblems(checked)) {
      return { kind: 'invalid', problems: checked };
    }
    const typed = { fields: checked.fields, secrets: { ...keptSecrets, ...checked.secrets } };
    const settled = service.settle?.(typed, this.#parts.endpointsOf(service)) ?? typed;
    if (isProblems(settled)) {
      return { kind: 'invalid', problems: settled };
    }
    const person = existing?.fields[personField];
    const account: Account = {
      id: existing?.id ?? randomUUID(),
      serviceId: draft.serviceId,
      name: checked.name,
      fields: { ...settled.fields, ...(person !== undefined && { [personField]: person }) },
    };
    const { secrets } = settled;
    // Who it is, the service tells once they are signed in.
    const isKnown = service.signIn?.personOf === undefined || (existing !== undefined && person !== undefined);
    return (isKnown ? await this.#findTwin(service, account, secrets) : null) ?? { service, account, secrets };
  }

  async #findTwin(service: Service, account: Account, secrets: Secrets): Promise<Duplicate | null> {
    const others = this.accounts.filter(({ id, serviceId }) => id !== account.id && serviceId === account.serviceId);
    const twin = await findTwin(others, service, { fields: account.fields, secrets }, this.#parts.vault);
    return twin === undefined ? null : { kind: 'duplicate', name: twin.name };
  }

  /** The account of whoever has just signed in. */
  async #nameTheirs(service: Service, account: Account, secrets: Secrets): Promise<Account> {
    const access = this.#openings.access(service, account, secrets);
    const person = (await service.signIn?.personOf?.(access, secrets['accessToken'] ?? '')) ?? null;
    const { [personField]: _, ...fields } = account.fields;
    return { ...account, fields: { ...fields, ...(person !== null && { [personField]: person }) } };
  }

  async #saveWithoutTrial(draft: AccountDraft): Promise<ConnectResult | null> {
    const existing = this.accounts.find((account) => account.id === draft.accountId);
    const checked = existing === undefined ? null : await this.#check(draft);
    if (existing === undefined || checked === null || 'kind' in checked) {
      return null;
    }
    const { service, account, secrets } = checked;
    const found = await this.#parts.vault.read(existing.id);
    const isSameClient =
      service.clientOf(existing.fields) === service.clientOf(account.fields) &&
      flowOf(service, existing.fields) === flowOf(service, account.fields);
    if (found.kind !== 'found' || !isSameClient || !isSameSecrets(found.secrets, secrets)) {
      return null;
    }
    const ready = this.#openings.open(service, account, secrets, this.#openings.tokensOf(account.id));
    await this.#keep(ready, null, false);
    return { kind: 'connected', meetingCount: service.agenda === undefined ? null : 0, account };
  }

  async #keep(ready: ReadyAccount, secrets: Secrets | null, isNew: boolean): Promise<void> {
    const { account } = ready;
    // The secret first: an account without one is what a crash in between must not leave behind.
    if (secrets !== null) {
      await this.#parts.vault.keep(account.id, secrets);
    }
    if (!isNew && !this.accounts.some(({ id }) => id === account.id)) {
      await this.#parts.vault.forget(account.id);
      throw new RangeError('the account was removed in the meantime');
    }
    const others = this.accounts.map((other) => (other.id === account.id ? account : other));
    this.#parts.store.replace({ accounts: isNew ? [...others, account] : others });
    this.#openings.follow(ready);
    this.#parts.onReady(ready);
  }
}

function isProblems(checked: object | readonly FieldProblem[]): checked is readonly FieldProblem[] {
  return Array.isArray(checked);
}
