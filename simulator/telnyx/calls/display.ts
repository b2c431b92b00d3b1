import * as z from 'zod/mini';

const displaySchema = z.object({
  participantId: z.string(),
  external: z.optional(z.string()),
  stream: z.optional(z.object({ id: z.string(), key: z.string() })),
});

/** What the SDK tells of itself in the `display` of a join: base64 of JSON. With `stream` it is about that stream. */
export type Display = z.infer<typeof displaySchema>;

/** Reads a display; null if it is none. */
export function readDisplay(text: string): Display | null {
  try {
    const parsed = displaySchema.safeParse(JSON.parse(Buffer.from(text, 'base64').toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
