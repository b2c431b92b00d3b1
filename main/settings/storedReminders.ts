import * as z from 'zod/mini';
import { emptyMemory, type RememberedMeeting, type ReminderMemory } from '../../core/reminders/reminderMemory.ts';
import { type ProfileFile, profileVersion } from './profileFiles.ts';

const instant = z.int().check(z.gte(0), z.lte(8_640_000_000_000_000));
const minutes = z.int().check(z.gte(0), z.lte(60));

const rememberedMeeting: z.ZodMiniType<RememberedMeeting> = z.readonly(
  z.object({
    key: z.string().check(z.maxLength(2_000)),
    endsAt: instant,
    lead: z.nullable(minutes),
    isNudged: z.boolean(),
    isAutoJoinOver: z.boolean(),
    snoozedUntil: z.nullable(instant),
    joinedAt: z.nullable(instant),
    isHidden: z.boolean(),
    joinsByItself: z.boolean(),
  }),
);

const lists = z.object({
  version: z.literal(profileVersion),
  meetings: z.array(z.unknown()).check(z.maxLength(10_000)),
  autoJoinSeries: z.array(z.unknown()).check(z.maxLength(10_000)),
  quietUntil: z.nullable(instant),
});

/** What was shown, answered and marked. A broken record is left out alone. */
export const remindersFile: ProfileFile<ReminderMemory> = {
  name: 'reminders',
  fresh: emptyMemory,
  parse: (found) => {
    const list = z.safeParse(lists, found);
    if (!list.success) {
      return { value: emptyMemory, isWhole: false };
    }
    const meetings = list.data.meetings.flatMap((record) => {
      const parsed = z.safeParse(rememberedMeeting, record);
      return parsed.success ? [parsed.data] : [];
    });
    const autoJoinSeries = list.data.autoJoinSeries.filter((name) => typeof name === 'string');
    return {
      value: { meetings, autoJoinSeries, quietUntil: list.data.quietUntil },
      isWhole:
        meetings.length === list.data.meetings.length && autoJoinSeries.length === list.data.autoJoinSeries.length,
    };
  },
};
