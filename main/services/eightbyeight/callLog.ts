import type { RoomFailure } from '../service.ts';
import { type Answered, failure } from './answerStatus.ts';
import { type LoggedCall, parseLoggedCall, parseRatings, type Ratings } from './parseAnswers.ts';

/** A token is used for so long at most; how long it is good for is not published, but a room is for a quarter of an hour. */
const tokenLife = 10 * 60_000;

const day = 86_400_000;

/** What the log is read with. */
export interface CallLogParts {
  readonly signIn: () => Promise<string | RoomFailure>;
  readonly ask: (path: string, token: string) => Promise<Answered>;
}

/**
 * The reporting calls of Video Interaction (`/call-logs`, `/calls`). They take a token as `x-token`; it is one of their own,
 * in memory only, so that a room's token is left for going in and a call may last longer than it.
 */
export class CallLog {
  readonly #parts: CallLogParts;
  #token: { readonly value: string; readonly until: number } | null = null;

  constructor(parts: CallLogParts) {
    this.#parts = parts;
  }

  /** Finds the call of a room that was made at `madeAt` (ms since 1970); null when there is none yet. */
  async findCall(reference: string, madeAt: number): Promise<LoggedCall | RoomFailure | null> {
    const period = { from: dateOf(madeAt - day), to: dateOf(Date.now() + day) };
    const query = new URLSearchParams({ ...period, q: reference });
    const answer = await this.#ask(`/api/v1/call-logs?${query}`);
    if (answer.kind !== 'good') {
      return answer.failure;
    }
    const call = parseLoggedCall(answer.text, reference, madeAt);
    return call === undefined ? failure({ kind: 'unreadable' }) : call;
  }

  /** How a call was liked, as far as the service tells. */
  async ratingsOf({ callId }: LoggedCall): Promise<Ratings> {
    const answer = callId === '' ? null : await this.#ask(`/api/v1/calls/${callId}`);
    return parseRatings(answer?.kind === 'good' ? answer.text : '');
  }

  /** Asks; with a new token, once, when the one at hand has ended. */
  async #ask(path: string): Promise<Answered> {
    const known = this.#token !== null && performance.now() < this.#token.until ? this.#token.value : null;
    const answer = known === null ? null : await this.#parts.ask(path, known);
    if (answer !== null && !isRefused(answer)) {
      return answer;
    }
    this.#token = null;
    const token = await this.#parts.signIn();
    if (typeof token !== 'string') {
      return { kind: 'unsent', failure: token };
    }
    this.#token = { value: token, until: performance.now() + tokenLife };
    return this.#parts.ask(path, token);
  }
}

function isRefused(answer: Answered): boolean {
  return answer.kind === 'bad' && answer.httpStatus === 401;
}

/** The log takes whole days, in a time zone that is not published: hence a day more on either side. */
function dateOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
