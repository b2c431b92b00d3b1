import type { SignInFailure, SignInView } from '../../core/model/signIn.ts';
import { callbackAddress } from '../../core/signIn/callbackAddress.ts';
import type { Clock } from '../clock.ts';
import type { RoomFailure, Service, ServiceAccess, SignInFace } from '../services/service.ts';
import type { CodeRefused, Tokens } from '../services/signInFlow.ts';
import { flowOf, type Granted, type SignInRequest } from './signInAnswer.ts';
import type { ListenParts, StopListening } from './signInListener.ts';
import { type AnswerVerdict, isUnderWay, type SignInEvent, type SignInState, stepSignIn } from './signInState.ts';

/** Who is to be signed in. */
export interface SignInOrder {
  readonly service: Service;
  readonly access: ServiceAccess;
  /** Whether there is an account yet that is signed in again. */
  readonly isNew: boolean;
}

/** What came of it. */
export type SignInOutcome = Tokens | RoomFailure | { readonly kind: 'notSignedIn'; readonly reason: SignInFailure };

/** What signing in works with. */
export interface SignInDeskParts {
  readonly clock: Clock;
  /** False when nothing took the address. */
  readonly openBrowser: (url: string) => Promise<boolean>;
  readonly copyText: (text: string) => Promise<void>;
  readonly listen: (parts: Omit<ListenParts, 'pageFor'>) => Promise<StopListening | null>;
  /** Random text that nobody guesses, 128 bits or more; new at each call. */
  readonly randomText: () => string;
  /** The S256 challenge of a PKCE verifier. Rejects when it cannot be made: nothing goes on without it. */
  readonly challengeOf: (verifier: string) => Promise<string>;
  /** What is shown changed: ask for `view`. */
  readonly onChanged: () => void;
  /** A browser came back to the sign-in that was waited for: people go on in Foyer. */
  readonly onAnswered: () => void;
  /** A browser came back though nobody waits: Foyer may have been started anew in between. */
  readonly onStray: () => void;
}

interface Pending {
  readonly order: SignInOrder;
  readonly face: SignInFace;
  readonly request: SignInRequest;
  readonly verifier: string | null;
  readonly finished: PromiseWithResolvers<SignInOutcome>;
  readonly cancelTimer: () => void;
  readonly endsAt: string;
  stopListening: StopListening | null;
  address: string | null;
  isBrowserOpen: boolean;
}

/** Ms that a person has for a page with a password and a second factor. */
const timeLimit = 10 * 60_000;

/** Signs people in with their browser: one sign-in at a time, over the rules of `signInState.ts`. */
export class SignInDesk {
  readonly #parts: SignInDeskParts;
  #state: SignInState = { kind: 'idle' };
  #pending: Pending | null = null;

  constructor(parts: SignInDeskParts) {
    this.#parts = parts;
  }

  /** Null while no sign-in is under way. */
  view(): SignInView | null {
    const pending = this.#pending;
    return pending === null || !isUnderWay(this.#state)
      ? null
      : {
          serviceId: pending.order.service.view.id,
          accountId: pending.order.isNew ? null : pending.order.access.account.id,
          phase: this.#state.kind,
          isBrowserOpen: pending.isBrowserOpen,
          endsAt: pending.endsAt,
        };
  }

  /** Sends a person to the service and waits. One that was waited for before ends as `replaced`. */
  signIn(order: SignInOrder): Promise<SignInOutcome> {
    const { signIn: face } = order.service;
    if (face === undefined) {
      throw new RangeError('nobody signs in to this service');
    }
    this.#end('replaced');
    const finished = Promise.withResolvers<SignInOutcome>();
    const pending = this.#begin(order, face, finished);
    // Not waited for: a system may take as long as it likes to say whether a browser opened.
    this.#sendOut(pending).catch((error: unknown) => this.#fail(pending, error));
    return finished.promise;
  }

  /** Takes the address that a browser came back to. Whatever it is, only the answer that is waited for does anything. */
  answer(url: string): AnswerVerdict {
    const verdict = this.#step({ kind: 'answered', url, now: this.#parts.clock.uptime() }) ?? 'stray';
    const pending = this.#pending;
    if (pending !== null && verdict === 'accepted') {
      pending.stopListening?.();
      this.#parts.onAnswered();
      this.#exchange(pending).catch((error: unknown) => this.#fail(pending, error));
    } else if (verdict === 'told') {
      this.#parts.onAnswered();
      this.#settle();
    } else if (verdict === 'stray' && pending === null) {
      this.#parts.onStray();
    }
    this.#parts.onChanged();
    return verdict;
  }

  /** The person does not want to any more. */
  cancel(): void {
    this.#end('cancelled');
  }

  /** An account is no more: nobody is waited for on its behalf. */
  readonly forget = (accountId: string): void => {
    if (this.#pending?.order.access.account.id === accountId) {
      this.cancel();
    }
  };

  /** For a browser that did not open by itself. False when there is nothing to copy. */
  async copyAddress(): Promise<boolean> {
    const address = this.#pending?.address ?? null;
    if (address !== null) {
      await this.#parts.copyText(address);
    }
    return address !== null;
  }

  #begin(order: SignInOrder, face: SignInFace, finished: Pending['finished']): Pending {
    const { clock, randomText } = this.#parts;
    const { service, access } = order;
    const { fields } = access.account;
    const flow = flowOf(service, fields);
    const request: SignInRequest = {
      serviceId: service.view.id,
      flow,
      clientId: service.clientOf(fields) ?? '',
      issuer: face.issuerOf(access.endpoints),
      state: randomText(),
      redirectUri: callbackAddress(service.view.id, fields[service.view.signIn?.portField ?? ''] ?? ''),
      endsAt: clock.uptime() + timeLimit,
    };
    const pending: Pending = {
      order,
      face,
      request,
      // PKCE ties a code to whoever exchanges it: there is none for a token.
      verifier: face.hasPkce && flow === 'code' ? randomText() : null,
      finished,
      cancelTimer: clock.after(timeLimit, () => this.#end('timedOut', request)),
      endsAt: new Date(clock.wall() + timeLimit).toISOString(),
      stopListening: null,
      address: null,
      isBrowserOpen: true,
    };
    this.#pending = pending;
    this.#step({ kind: 'begun', request });
    this.#parts.onChanged();
    return pending;
  }

  /** After each wait, another sign-in may have taken the place of this one. */
  async #sendOut(pending: Pending): Promise<void> {
    const { listen, openBrowser, challengeOf, onChanged } = this.#parts;
    const { request, order, face, verifier } = pending;
    const { redirectUri, state, flow } = request;
    const challenge = verifier === null ? null : await challengeOf(verifier);
    if (redirectUri.startsWith('http:') && this.#pending === pending) {
      const stopListening = await listen({ redirectUri, flow, onAnswer: (url) => this.answer(url) });
      if (stopListening === null) {
        this.#end('portTaken', request);
      } else if (this.#pending === pending) {
        pending.stopListening = stopListening;
      } else {
        stopListening();
      }
    }
    if (this.#pending === pending) {
      pending.address = face.addressOf(order.access, { flow, redirectUri, state, challenge });
      pending.isBrowserOpen = await openBrowser(pending.address);
      onChanged();
    }
  }

  async #exchange(pending: Pending): Promise<void> {
    const { request } = pending;
    const exchanged = this.#state.kind === 'exchanging' ? await redeem(this.#state.granted, pending) : null;
    if (this.#pending !== pending || exchanged === null) {
      return;
    }
    if (exchanged.kind === 'codeRefused') {
      this.#end('codeRefused', request);
    } else {
      this.#step({ kind: 'exchanged', request, isGood: exchanged.kind === 'tokens' });
      this.#leave(pending, exchanged);
    }
  }

  /** A bug, for whoever pressed; the sign-in does not stay open over it. */
  #fail(pending: Pending, error: unknown): void {
    pending.finished.reject(error);
    this.#end('cancelled', pending.request);
  }

  #end(reason: SignInFailure, request = this.#pending?.request): void {
    if (request !== undefined && this.#pending?.request === request) {
      this.#step({ kind: 'ended', request, reason });
      this.#settle();
    }
  }

  /** Tells whoever waits that the sign-in failed. */
  #settle(): void {
    if (this.#pending !== null && this.#state.kind === 'failed' && this.#state.reason !== 'exchangeFailed') {
      this.#leave(this.#pending, { kind: 'notSignedIn', reason: this.#state.reason });
    }
  }

  #leave(pending: Pending, outcome: SignInOutcome): void {
    this.#pending = null;
    pending.cancelTimer();
    pending.stopListening?.();
    pending.finished.resolve(outcome);
    this.#parts.onChanged();
  }

  #step(event: SignInEvent): AnswerVerdict | null {
    const { state, verdict } = stepSignIn(this.#state, event);
    this.#state = state;
    return verdict;
  }
}

function redeem(
  granted: Granted,
  { request, order, face, verifier }: Pending,
): Promise<Tokens | RoomFailure | CodeRefused> | Tokens {
  if (granted.kind === 'code') {
    return face.exchange(order.access, { code: granted.code, redirectUri: request.redirectUri, verifier });
  }
  const lifetime = granted.lifetime ?? face.implicit?.lifetime ?? 0;
  return { kind: 'tokens', accessToken: granted.token, refreshToken: null, lifetime };
}
