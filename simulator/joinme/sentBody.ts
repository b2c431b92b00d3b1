import type { Context } from 'hono';
import type { LoggedEnvironment } from '../logRequests.ts';
import { type JoinmeWorld, withoutSecrets } from './joinmeWorld.ts';

/** Text fields of a body. */
export type SentFields = ReadonlyMap<string, string>;

/**
 * Reads the fields of a body and logs their names: JSON and forms were both in use. Null if it is neither, or if a
 * field is no text or there twice.
 */
export async function readFields(world: JoinmeWorld, context: Context<LoggedEnvironment>): Promise<SentFields | null> {
  const contentType = context.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  const entries = readEntries(contentType, await context.req.text());
  if (entries === null) return null;
  const formFields = entries.map(([name]) => withoutSecrets(world, name));
  world.log.complete(context.get('requestId'), { formFields });
  const fields = new Map(
    entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  );
  return fields.size === entries.length ? fields : null;
}

function readEntries(contentType: string | undefined, text: string): readonly (readonly [string, unknown])[] | null {
  if (contentType === 'application/x-www-form-urlencoded') return [...new URLSearchParams(text)];
  if (contentType !== 'application/json') return null;
  const body = parseJson(text);
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.entries(body) : null;
}

/** Reads JSON; undefined if it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
