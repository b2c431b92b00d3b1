import * as z from 'zod/mini';
import { type ProfileFile, profileVersion } from './profileFiles.ts';

const storedPart = z.readonly(
  z.object({
    /** The occurrence that it is about, ms since 1970; null for the meeting or the series. */
    recurrenceId: z.nullable(z.number()),
    sequence: z.number(),
    stamp: z.number(),
    isCancelled: z.boolean(),
    /** A calendar with this event alone, without what was written about it. */
    source: z.string().check(z.maxLength(500_000)),
  }),
);

const storedInvite = z.readonly(
  z.object({ uid: z.string().check(z.maxLength(500)), parts: z.readonly(z.array(storedPart)) }),
);

/** An invite as it lies on the disk: its times and its links, to be read anew as time goes on. */
export type StoredInvite = z.infer<typeof storedInvite>;

/** The invites that are not over. */
export interface StoredInvites {
  readonly invites: readonly StoredInvite[];
}

/** The invites given to Foyer. A broken one is left out alone. */
export const invitesFile: ProfileFile<StoredInvites> = {
  name: 'invites',
  fresh: { invites: [] },
  parse: (found) => {
    const list = z.safeParse(z.object({ version: z.literal(profileVersion), invites: z.array(z.unknown()) }), found);
    const entries = list.success ? list.data.invites : [];
    const invites = entries.flatMap((entry) => {
      const parsed = z.safeParse(storedInvite, entry);
      return parsed.success ? [parsed.data] : [];
    });
    return { value: { invites }, isWhole: list.success && invites.length === entries.length };
  },
};
