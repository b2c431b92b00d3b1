import type { RoomFailure, ServiceAccess } from '../service.ts';
import { type Answered, failure, readAnswer } from './answer.ts';
import { parsePersonalUrl } from './parseMeetings.ts';

/** A call of the REST API. */
export interface ApiCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the API's address, with its slash. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** What it does must not be done twice. */
  readonly isOnce?: boolean;
}

/**
 * The REST API in the name of whoever signed in. A token that is refused, which both 401 and 403 can mean, is renewed once
 * and the call made again; nothing was done by a call that was refused.
 */
export class JoinMeApi {
  readonly #access: ServiceAccess;

  constructor(access: ServiceAccess) {
    this.#access = access;
  }

  /** The address that the person has; null when they have none, as all with free accounts (join.me, "Users"). */
  async fetchPersonalUrl(): Promise<{ readonly personalUrl: string | null } | RoomFailure> {
    const answer = await this.call({ method: 'GET', path: '/user' });
    const found = answer.kind === 'good' ? parsePersonalUrl(answer.text) : null;
    return answer.kind === 'good' ? (found ?? failure({ kind: 'unreadable' })) : answer.failure;
  }

  async call(call: ApiCall): Promise<Answered> {
    const { tokens } = this.#access;
    if (tokens === undefined) {
      return { kind: 'unsent', failure: failure({ kind: 'refused' }) };
    }
    const token = await tokens.current();
    if (typeof token !== 'string') {
      return { kind: 'unsent', failure: token };
    }
    const answer = await this.#send(call, token);
    if (answer.kind !== 'bad' || answer.failure.status.kind !== 'refused') {
      return answer;
    }
    const renewed = await tokens.renew(token);
    return typeof renewed === 'string'
      ? this.#send(call, renewed)
      : { ...answer, failure: { ...renewed, detail: renewed.detail ?? answer.failure.detail } };
  }

  async #send({ method, path, body, isOnce = false }: ApiCall, token: string): Promise<Answered> {
    const { endpoints, request } = this.#access;
    return readAnswer(
      await request({
        method,
        url: `${endpoints['joinmeApi']}/v1${path}`,
        // The FAQ asks for the content type on every call, also where nothing is sent.
        headers: { accept: 'application/json', 'content-type': 'application/json', authorization: `Bearer ${token}` },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        isOnce,
      }),
    );
  }
}
