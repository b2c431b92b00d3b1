import type { Context } from 'hono';
import type { LoggedEnvironment } from '../logRequests.ts';
import { type Answer, failure } from './answer.ts';
import type { Endpoint } from './endpoint.ts';
import { isId } from './sessionStore.ts';
import type { TakeFault } from './takeFault.ts';
import type { TelnyxWorld } from './telnyxWorld.ts';

/** A call of the REST API, read and ready to be answered. */
export interface RestRequest {
  readonly world: TelnyxWorld;
  readonly endpoint: Endpoint;
  /** The id in the path; empty if the path has none. */
  readonly id: string;
  readonly query: URLSearchParams;
  /** The JSON body; undefined if there is none, null if it is no JSON. */
  readonly body: unknown;
  readonly take: TakeFault;
}

/** Says what an endpoint answers if nothing goes wrong. */
export type Handler = (request: RestRequest) => Answer;

/** Reads the JSON body of a request. */
export async function readJson(context: Context<LoggedEnvironment>): Promise<unknown> {
  const text = await context.req.text();
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The body as an object, `{}` if there is none and none is needed; else the failure to answer with. */
export function objectBody(body: unknown, need: 'required' | 'optional'): object | Answer {
  if (body === undefined && need === 'optional') return {};
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  return failure(400, '10023', 'The request body is not a valid JSON object.', { choice: 'form of a 400' });
}

/** Whether a step failed, and so is the answer. */
export function isAnswer(value: object): value is Answer {
  return 'status' in value && 'headers' in value;
}

/** What the path names, or the 404 that says it is not there. */
export function found<Item extends object>(id: string, find: (id: string) => Item | undefined): Item | Answer {
  const item = find(id);
  if (item !== undefined) return item;
  return isId(id)
    ? failure(404, '10005', 'The requested resource or URL could not be found.')
    : failure(404, '10006', `The ID ${JSON.stringify(id)} is not a valid UUID.`);
}
