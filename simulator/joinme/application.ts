import * as z from 'zod/mini';

/** An application with its API key, as registered by a developer. */
export const applicationSchema = z.strictObject({
  /** The `client_id`. */
  key: z.string().check(z.regex(/^[\w-]{8,100}$/)),
  /** The `client_secret`. */
  secret: z.string().check(z.regex(/^\S{8,200}$/)),
  /** What the consent page calls it. */
  name: z.string().check(z.minLength(1)),
  /** The one Callback URL; `redirect_uri` must be the same, character by character. */
  callbackUrl: z.string().check(z.regex(/^[a-z][a-z\d+.-]*:[^\s#]+$/)),
});

/** See {@link applicationSchema}. */
export type Application = z.infer<typeof applicationSchema>;

/** The applications the simulator starts with: one for each way back into a desktop program. */
export const officeApplications: readonly Application[] = [
  {
    key: 'foyer-joinme-key',
    secret: 'foyer-joinme-secret',
    name: 'Foyer',
    callbackUrl: 'app.foyer.desktop:/oauth/joinme',
  },
  {
    key: 'foyer-joinme-loopback-key',
    secret: 'foyer-joinme-loopback-secret',
    name: 'Foyer (loopback)',
    callbackUrl: 'http://127.0.0.1:49217/oauth/joinme',
  },
];
