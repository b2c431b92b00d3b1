import type { Clock } from '../clock.ts';
import type { CallPass } from '../services/callPass.ts';
import type { CallHost, RoomFailure } from '../services/service.ts';

/** What keeps a pass good. */
export interface PassKeeperParts {
  readonly clock: Clock;
  readonly host: Pick<CallHost, 'mintPass' | 'renewPass'>;
  /** The token was replaced by another. */
  readonly onRenewed: (pass: CallPass) => void;
}

interface Kept {
  readonly pass: CallPass;
  /** By the clock's uptime, ms. */
  readonly goodUntil: number;
  /** Until when the pass can be renewed, by the same clock. */
  readonly renewableUntil: number;
}

/** A token with less of its life left than this is not handed out any more: joining takes a while. */
const leastLife = 15_000;
const renewalShare = 2 / 3;
const shortestWait = 1_000;
const waitAfterFailure = 5_000;

/**
 * Holds the pass to one call, and replaces it at two thirds of its life: with its renewal while that is good, with a
 * new pass after it. A renewal that fails is tried again until the token ends, and goes on after it.
 */
export class PassKeeper {
  readonly #parts: PassKeeperParts;
  #kept: Kept | null = null;
  #asking: Promise<CallPass | RoomFailure> | null = null;
  #cancel: () => void = () => undefined;
  #isStopped = false;

  constructor(parts: PassKeeperParts) {
    this.#parts = parts;
  }

  /** The pass at hand while it is good for joining, else a new one. */
  async get(isFresh: boolean): Promise<CallPass | RoomFailure> {
    const now = this.#parts.clock.uptime();
    if (!isFresh && this.#kept !== null && this.#kept.goodUntil - now > leastLife) {
      return { ...this.#kept.pass, lifetime: this.#kept.goodUntil - now };
    }
    return this.#ask(() => this.#parts.host.mintPass());
  }

  /** Nothing is renewed from now on. */
  stop(): void {
    this.#isStopped = true;
    this.#cancel();
    this.#kept = null;
  }

  /** One question at a time: two windows of time that overlap would leave two tokens. */
  #ask(question: () => Promise<CallPass | RoomFailure>): Promise<CallPass | RoomFailure> {
    this.#asking ??= question()
      .then((answer) => {
        if (answer.kind === 'pass' && !this.#isStopped) {
          this.#keep(answer);
        }
        return answer;
      })
      .finally(() => {
        this.#asking = null;
      });
    return this.#asking;
  }

  #keep(pass: CallPass): void {
    const now = this.#parts.clock.uptime();
    const isSameRenewal = pass.renewal !== null && pass.renewal.secret === this.#kept?.pass.renewal?.secret;
    this.#kept = {
      pass,
      goodUntil: now + pass.lifetime,
      renewableUntil: isSameRenewal ? (this.#kept?.renewableUntil ?? 0) : now + (pass.renewal?.lifetime ?? 0),
    };
    this.#renewIn(pass.lifetime * renewalShare);
  }

  #renewIn(wait: number): void {
    this.#cancel();
    this.#cancel = this.#parts.clock.after(Math.max(shortestWait, wait), () => void this.#renew());
  }

  async #renew(): Promise<void> {
    const answer = await this.#ask(() => this.#next());
    if (this.#isStopped) {
      return;
    }
    if (answer.kind === 'pass') {
      this.#parts.onRenewed(answer);
    } else {
      this.#renewIn(Math.max(waitAfterFailure, answer.retryAfter ?? 0));
    }
  }

  async #next(): Promise<CallPass | RoomFailure> {
    const { host, clock } = this.#parts;
    const renewal = this.#kept?.pass.renewal ?? null;
    if (renewal === null || (this.#kept?.renewableUntil ?? 0) - clock.uptime() < leastLife) {
      return host.mintPass();
    }
    const renewed = await host.renewPass(renewal);
    // What renews may end before its time; the account's credentials are the way then.
    return renewed.kind === 'failed' && renewed.status.kind !== 'unreachable' && renewed.status.kind !== 'limited'
      ? host.mintPass()
      : renewed;
  }
}
