import { timingSafeEqual } from 'node:crypto';
import type { SignInFailure } from '../../core/model/signIn.ts';
import { type Granted, readSignInAnswer, type SignInRequest } from './signInAnswer.ts';

/** Where the one sign-in stands. What is over keeps its request, so that an answer that comes again is known. */
export type SignInState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'waiting'; readonly request: SignInRequest }
  | { readonly kind: 'exchanging'; readonly request: SignInRequest; readonly granted: Granted }
  | { readonly kind: 'signedIn'; readonly request: SignInRequest }
  | { readonly kind: 'failed'; readonly request: SignInRequest; readonly reason: SignInFailure | 'exchangeFailed' };

/** What can happen to a sign-in. */
export type SignInEvent =
  | { readonly kind: 'begun'; readonly request: SignInRequest }
  /** A browser came back, or something that looks like it; `now` in ms of uptime. */
  | { readonly kind: 'answered'; readonly url: string; readonly now: number }
  /** The service answered about the code of this request; it gave tokens, or there was trouble of another kind. */
  | { readonly kind: 'exchanged'; readonly request: SignInRequest; readonly isGood: boolean }
  /** This request is to be waited for no longer. */
  | { readonly kind: 'ended'; readonly request: SignInRequest; readonly reason: SignInFailure };

/**
 * What an answer was taken for. `accepted`: what it grants is to be made use of. `told`: it ended the sign-in. `stray`: it belongs
 * to no sign-in that is waited for and changed nothing; `again`: the same, of a sign-in that had its answer already.
 */
export type AnswerVerdict = 'accepted' | 'told' | 'stray' | 'again';

/** A state, and what an answer was taken for if there was one. */
export interface SignInStep {
  readonly state: SignInState;
  readonly verdict: AnswerVerdict | null;
}

/** What becomes of a sign-in. Pure and total: whatever comes in whatever order, there is a defined state to it. */
export function stepSignIn(state: SignInState, event: SignInEvent): SignInStep {
  switch (event.kind) {
    case 'begun':
      return silent({ kind: 'waiting', request: event.request });
    case 'answered':
      return takeAnswer(state, event.url, event.now);
    case 'exchanged':
      return silent(takeExchange(state, event.request, event.isGood));
    case 'ended':
      return silent(
        isUnderWay(state) && state.request === event.request
          ? { kind: 'failed', request: event.request, reason: event.reason }
          : state,
      );
  }
}

/** Whether a sign-in is being waited for, by a person or by Foyer. */
export function isUnderWay(state: SignInState): state is Extract<SignInState, { kind: 'waiting' | 'exchanging' }> {
  return state.kind === 'waiting' || state.kind === 'exchanging';
}

function takeAnswer(state: SignInState, url: string, now: number): SignInStep {
  if (state.kind === 'idle') {
    return { state, verdict: 'stray' };
  }
  const { request } = state;
  const answer = readSignInAnswer(url, request);
  if (answer === null || !isSameText(answer.state, request.state)) {
    return { state, verdict: 'stray' };
  }
  if (state.kind !== 'waiting') {
    return { state, verdict: 'again' };
  }
  if (now >= request.endsAt) {
    return { state: { kind: 'failed', request, reason: 'timedOut' }, verdict: 'told' };
  }
  if (answer.kind === 'refused') {
    return { state: { kind: 'failed', request, reason: answer.reason }, verdict: 'told' };
  }
  const { state: _, ...granted } = answer;
  return { state: { kind: 'exchanging', request, granted }, verdict: 'accepted' };
}

function takeExchange(state: SignInState, request: SignInRequest, isGood: boolean): SignInState {
  if (state.kind !== 'exchanging' || state.request !== request) {
    return state;
  }
  return isGood ? { kind: 'signedIn', request } : { kind: 'failed', request, reason: 'exchangeFailed' };
}

function silent(state: SignInState): SignInStep {
  return { state, verdict: null };
}

/** Takes as long whatever the letters are, so that nobody learns them one by one. */
function isSameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
