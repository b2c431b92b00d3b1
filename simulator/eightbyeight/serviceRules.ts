import * as z from 'zod/mini';

/**
 * What the service decides by itself. The 15 minutes of a room are published (8x8, Video Interaction API); life and
 * single use of tokens and the size of a page are not, so these are the strictest assumptions.
 */
export const serviceRulesSchema = z.strictObject({
  /** Life of a room that nobody has joined, in seconds. */
  roomSeconds: z.int().check(z.nonnegative()),
  /** Life of a token, in seconds. */
  tokenSeconds: z.int().check(z.nonnegative()),
  /** Whether a token signs an agent in once only; loading the page anew in the same browser is no second time. */
  hasSingleUseTokens: z.boolean(),
  /** Calls on one page of the call log. */
  pageSize: z.int().check(z.positive()),
  /** Where guest links lead, without a slash at the end; null is the simulator's own address. */
  guestBase: z.nullable(z.string().check(z.regex(/^https?:\/\/[^\s/?#@]+$/))),
});

/** See {@link serviceRulesSchema}. */
export type ServiceRules = z.infer<typeof serviceRulesSchema>;

/** The rules the simulator starts with. */
export const usualRules: ServiceRules = {
  roomSeconds: 900,
  tokenSeconds: 900,
  hasSingleUseTokens: true,
  pageSize: 20,
  guestBase: null,
};
