import * as z from 'zod/mini';

const descriptionSchema = z.object({ type: z.enum(['offer', 'answer']), sdp: z.string() });

/** A session description as it travels in `jsep`. */
export type Description = z.infer<typeof descriptionSchema>;

const bodySchema = z.object({
  request: z.string(),
  ptype: z.optional(z.string()),
  display: z.optional(z.string()),
  feed: z.optional(z.int()),
  audio: z.optional(z.boolean()),
  video: z.optional(z.boolean()),
});

/** What a client asks a plugin. */
export type PluginRequest = z.infer<typeof bodySchema>;

const frameSchema = z.object({
  janus: z.string(),
  transaction: z.optional(z.string()),
  client_token: z.optional(z.string()),
  handle_id: z.optional(z.int()),
  plugin: z.optional(z.string()),
  body: z.optional(bodySchema),
  jsep: z.optional(descriptionSchema),
});

/** A message of a client: Janus' frame with a token in each, as the SDK sends them. */
export type JanusFrame = z.infer<typeof frameSchema>;

/** Reads a message; null if it is none. */
export function readFrame(text: string): JanusFrame | null {
  try {
    const parsed = frameSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
