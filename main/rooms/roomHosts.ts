import type { Account, AccountStatus, AccountView } from '../../core/model/account.ts';
import type { ReadyAccount } from '../accounts/accountOpenings.ts';
import { findService } from '../services/registry.ts';
import type { RoomFailure, RoomHost } from '../services/service.ts';

/** What the hosts are kept with. */
export interface RoomHostsParts {
  readonly lastGood: (accountId: string) => string | null;
  readonly rememberGood: (accountId: string) => void;
}

interface Standing {
  readonly status: AccountStatus;
  readonly trackingId: string | null;
}

const current: Standing = { status: { kind: 'current' }, trackingId: null };

/** The accounts that can open rooms, and how their services took them last. */
export class RoomHosts {
  readonly #parts: RoomHostsParts;
  readonly #hosts = new Map<string, RoomHost>();
  readonly #standings = new Map<string, Standing>();

  constructor(parts: RoomHostsParts) {
    this.#parts = parts;
  }

  get accountIds(): readonly string[] {
    return [...this.#hosts.keys()];
  }

  find(accountId: string): RoomHost | undefined {
    return this.#hosts.get(accountId);
  }

  follow({ account, host, isProven }: ReadyAccount): void {
    if (host === undefined) {
      return;
    }
    this.#hosts.set(account.id, host);
    if (isProven) {
      this.noteGood(account.id);
    }
  }

  forget(accountId: string): void {
    this.#hosts.delete(accountId);
    this.#standings.delete(accountId);
  }

  noteGood(accountId: string): void {
    this.#standings.delete(accountId);
    this.#parts.rememberGood(accountId);
  }

  /**
   * A press says by itself what became of it. What only a person can mend stays with the account; the rest passes, and
   * since nothing asks again by itself, nothing would take it back.
   */
  noteFailure(accountId: string, { status, trackingId }: RoomFailure): void {
    if (status.kind === 'refused' || status.kind === 'notSetUp') {
      this.#standings.set(accountId, { status, trackingId });
    }
  }

  /** Completes what is said of accounts that have no agenda to be judged by. */
  judge(views: readonly AccountView[]): readonly AccountView[] {
    return views.map((view) => {
      const hasHost = this.#hosts.has(view.id);
      const standing = this.#standings.get(view.id) ?? current;
      return hasHost ? judgeHost(view, this.#parts.lastGood(view.id), standing) : view;
    });
  }
}

/** An account as it stands when it has no agenda: what is not known to be wrong is taken to be right. */
export function judgeHost(view: AccountView, lastGood: string | null, standing: Standing = current): AccountView {
  const isHostOnly = hasNoAgenda(view);
  return isHostOnly && view.status.kind === 'waiting' ? { ...view, ...standing, lastSuccessAt: lastGood } : view;
}

function hasNoAgenda({ serviceId }: Account): boolean {
  return findService(serviceId)?.view.hasAgenda === false;
}
