import * as z from 'zod/mini';

/** What the service said was wrong. */
export interface ApiError {
  /** One of the platform's codes ("10015"), or null. */
  readonly code: string | null;
  readonly detail: string | null;
}

const words = z.catch(z.nullish(z.string()), null);
const error = z.object({ code: z.catch(z.nullish(z.coerce.string()), null), title: words, detail: words });
const bare = z.extend(error, { code: z.coerce.string(), title: z.string() });
const list = z.object({ errors: z.array(z.unknown()).check(z.minLength(1)) });
const message = z.object({ message: z.string() });

/** Longer than any sentence of the service; what is longer is no sentence. */
const longestDetail = 300;

/**
 * Reads the body of a refusal in any of its four documented forms (OpenAPI text of the service, and its platform page
 * "API errors"): a list of errors, one bare error, a message beside `success`, and nothing. Total.
 */
export function parseApiError(text: string): ApiError {
  const found = parseJson(text);
  const first = z.safeParse(list, found);
  const single = z.safeParse(first.success ? error : bare, first.success ? first.data.errors[0] : found);
  if (single.success) {
    const { code, title, detail } = single.data;
    return { code: code ?? null, detail: sentence(detail) ?? sentence(title) };
  }
  const plain = z.safeParse(message, found);
  return { code: null, detail: plain.success ? sentence(plain.data.message) : null };
}

/** The value of a JSON text; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sentence(words: string | null | undefined): string | null {
  const trimmed = (words ?? '').replaceAll(/\p{C}+/gu, ' ').trim();
  return trimmed === '' ? null : trimmed.slice(0, longestDetail);
}
