import type { Account } from '../../core/model/account.ts';
import type { CallBudget, CallBudgets } from '../agenda/callBudget.ts';
import type { Scheduler } from '../services/scheduler.ts';
import type { AgendaSource, FetchedAgenda, RoomHost, Service, ServiceAccess } from '../services/service.ts';
import { TokenKeeper } from './tokenKeeper.ts';
import type { Secrets, Vault } from './vault.ts';

/** What it takes to ask for an account's agenda, to open its rooms, or both. */
export interface ReadyAccount {
  readonly account: Account;
  readonly source?: AgendaSource;
  readonly host?: RoomHost;
  readonly scheduler?: Scheduler;
  readonly budget: CallBudget;
  /** The tokens of an account that was signed in. */
  readonly tokens?: TokenKeeper;
  /** What the service answered when the account was tried by its agenda, if it just was. */
  readonly fetched?: FetchedAgenda;
  /** The service just accepted the account. */
  readonly isProven?: boolean;
}

/** What opening accounts works with. */
export interface AccountOpeningsParts {
  readonly vault: Pick<Vault, 'read' | 'keep' | 'forget'>;
  readonly budgets: CallBudgets;
  /** Turns a budget into the way to the network. */
  readonly requestWith: (budget: CallBudget) => ServiceAccess['request'];
  readonly endpointsOf: (service: Service) => Readonly<Record<string, string>>;
  /** Reads a calendar file as meetings of an account. */
  readonly readCalendar: (
    accountId: string,
    ...asked: Parameters<ServiceAccess['readCalendar']>
  ) => ReturnType<ServiceAccess['readCalendar']>;
  /** The machine's clock in ms since 1970. */
  readonly wall: () => number;
  /** Whether this is an account that is stored. */
  readonly isKnown: (accountId: string) => boolean;
}

/** Makes accounts ready, and sees to it that renewed tokens are kept: of the accounts that are followed, no others. */
export class AccountOpenings {
  readonly #parts: AccountOpeningsParts;
  readonly #keepers = new Map<string, TokenKeeper>();

  constructor(parts: AccountOpeningsParts) {
    this.#parts = parts;
  }

  /** What a service is given to speak for an account that nobody is signed in to yet. */
  access(service: Service, account: Account, secrets: Secrets): Omit<ServiceAccess, 'tokens'> {
    const request = this.#parts.requestWith(this.#budgetOf(service, account));
    const { endpointsOf, readCalendar } = this.#parts;
    return {
      account,
      secrets,
      request,
      endpoints: endpointsOf(service),
      readCalendar: (text, window) => readCalendar(account.id, text, window),
    };
  }

  /** Makes an account ready; `known` are its tokens if they are in use already. */
  open(service: Service, account: Account, secrets: Secrets, known?: TokenKeeper): ReadyAccount {
    const untied = this.access(service, account, secrets);
    const tokens = known ?? this.#createKeeper(service, untied);
    const access = { ...untied, ...(tokens && { tokens }) };
    return {
      account,
      budget: this.#budgetOf(service, account),
      ...(tokens && { tokens }),
      ...(service.agenda && { source: service.agenda.createSource(access) }),
      ...(service.rooms && { host: service.rooms.createHost(access) }),
      ...(service.createScheduler && { scheduler: service.createScheduler(access) }),
    };
  }

  tokensOf(accountId: string): TokenKeeper | undefined {
    return this.#keepers.get(accountId);
  }

  /** From now on, what these tokens are renewed to is kept; what others of the account are renewed to is not. */
  follow({ account, tokens }: ReadyAccount): void {
    if (tokens !== undefined) {
      this.#keepers.set(account.id, tokens);
    }
  }

  /** Signs out. Nobody waits for a service to say goodbye, and nothing hangs on it. */
  close(accountId: string): void {
    const tokens = this.#keepers.get(accountId);
    this.#keepers.delete(accountId);
    void tokens?.signOut();
  }

  #budgetOf(service: Service, { fields }: Account): CallBudget {
    const client = service.clientOf(fields) ?? service.limitedBy?.(fields) ?? '';
    return this.#parts.budgets.budgetFor(`${service.view.id}/${client}`, service.callLimit);
  }

  #createKeeper({ signIn }: Service, access: ServiceAccess): TokenKeeper | undefined {
    if (signIn === undefined) {
      return undefined;
    }
    const { id } = access.account;
    const keeper: TokenKeeper = new TokenKeeper({
      secrets: access.secrets,
      wall: this.#parts.wall,
      renew: (refreshToken) => signIn.renew(access, refreshToken),
      signOut: (accessToken) => signIn.signOut(access, accessToken),
      keep: (secrets) => this.#keep(id, keeper, secrets),
    });
    return keeper;
  }

  async #keep(accountId: string, keeper: TokenKeeper, secrets: Secrets): Promise<void> {
    if (this.#keepers.get(accountId) !== keeper) {
      return;
    }
    await this.#parts.vault.keep(accountId, secrets);
    // The account may have been removed while the disk was busy.
    if (!this.#parts.isKnown(accountId)) {
      await this.#parts.vault.forget(accountId);
    }
  }
}
