import * as z from 'zod/mini';

/** A user of the service; free ones have neither personal URL nor conference. */
export const userSchema = z.strictObject({
  /** The login; upper and lower case are the same. */
  email: z.string().check(z.regex(/^[^\s@]+@[^\s@]+$/)),
  fullName: z.string().check(z.minLength(1)),
  language: z._default(z.string(), 'en-US'),
  numberOfMeetingsHosted: z._default(z.int().check(z.nonnegative()), 0),
  /** Only the name part. */
  personalUrl: z._default(z.nullable(z.string().check(z.regex(/^[\w-]{1,60}$/))), null),
  /** ISO 8601 in UTC; the published sample has no `Z`. */
  registrationDate: z._default(z.string(), '2016-05-04T08:30:00'),
  /** `Pro` in the published sample; all values are not known. */
  subscriptionType: z._default(z.string(), 'Pro'),
  /** Nine digits: the audio bridge. */
  conferenceId: z._default(z.string().check(z.regex(/^\d{9}$/)), '111222333'),
  /** Four digits: the presenter's PIN. */
  organizerCode: z._default(z.string().check(z.regex(/^\d{4}$/)), '4821'),
});

/** See {@link userSchema}. */
export type User = z.infer<typeof userSchema>;

/** A user as callers may write it. */
export type UserInput = z.input<typeof userSchema>;

/** Whether a user has a free account. */
export function isFree(user: User): boolean {
  return user.subscriptionType === 'Free';
}

/** The users the simulator starts with: Pro with and without a personal URL, and Free. */
export const officeUsers: readonly UserInput[] = [
  {
    email: 'iris.vega@corp.example',
    fullName: 'Iris Vega',
    numberOfMeetingsHosted: 212,
    personalUrl: 'irisvega',
    conferenceId: '111222333',
    organizerCode: '4821',
  },
  {
    email: 'oto.lind@corp.example',
    fullName: 'Oto Lind',
    language: 'de-DE',
    numberOfMeetingsHosted: 31,
    registrationDate: '2019-11-21T14:05:09',
    conferenceId: '444555666',
    organizerCode: '0093',
  },
  {
    email: 'mara.quist@corp.example',
    fullName: 'Mara Quist',
    language: 'sv-SE',
    numberOfMeetingsHosted: 3,
    registrationDate: '2025-02-28T19:47:31',
    subscriptionType: 'Free',
  },
];
