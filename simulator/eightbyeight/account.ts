import * as z from 'zod/mini';

/** One customer of the service, with its API key. */
export const accountSchema = z.strictObject({
  /** What the request log calls it. */
  id: z.string().check(z.regex(/^[\w-]{1,40}$/)),
  apiKey: z.string().check(z.regex(/^\S{8,200}$/)),
  /** Sales must enable the product for an account before its API works at all (8x8, getting started). */
  isEnabled: z._default(z.boolean(), true),
});

/** See {@link accountSchema}. */
export type Account = z.infer<typeof accountSchema>;

/** An account as callers may write it. */
export type AccountInput = z.input<typeof accountSchema>;

/** One person in the directory of agents. */
export const agentSchema = z.strictObject({
  /** An e-mail address in all published samples; upper and lower case are the same. */
  login: z.string().check(z.regex(/^[^\s@]+@[^\s@]+$/)),
  name: z.string().check(z.minLength(1)),
});

/** See {@link agentSchema}. */
export type Agent = z.infer<typeof agentSchema>;

/** The account the simulator starts with. */
export const officeAccount: Account = { id: 'office', apiKey: 'office-8x8-api-key', isEnabled: true };

/** The agents the simulator starts with. */
export const officeAgents: readonly Agent[] = [
  { login: 'agent@office.example', name: 'Iris Vega' },
  { login: 'second.agent@office.example', name: 'Noor Haddad' },
];
