import type { Context } from 'hono';
import * as z from 'zod/mini';

/** Input that a control route cannot use; the control origin answers it with 400 and the reason. */
class ControlInputError extends RangeError {}

/**
 * Reads and checks a JSON body. Other content types are refused: a web page could otherwise send such a request without
 * the browser asking the simulator first.
 */
export async function readControlBody<Schema extends z.ZodMiniType>(
  context: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  const contentType = context.req.header('content-type')?.split(';', 1)[0]?.trim();
  if (contentType !== 'application/json') throw new ControlInputError('Content-Type must be application/json');
  const text = await context.req.text();
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success) throw new ControlInputError(z.prettifyError(parsed.error));
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ControlInputError('The body is no JSON', { cause: error });
  }
}
