import type { AccountStatus } from '../../core/model/account.ts';
import type {
  FormFacts,
  InvalidFields,
  MeetingPlan,
  ScheduledDetails,
  SchedulingUncertain,
} from '../../core/model/schedule.ts';

/** Why a service did not do what it was asked for: nothing was changed. A meeting that is no more fails as `notSetUp`. */
export interface SchedulerFailure {
  readonly kind: 'failed';
  readonly status: AccountStatus;
  /** What the service said. */
  readonly detail: string | null;
  /** How long to leave the service alone (ms), if it or our own limit said so. */
  readonly retryAfter: number | null;
}

/** What became of a meeting that was to be scheduled or changed. */
export type SchedulerOutcome = ScheduledDetails | InvalidFields | SchedulerFailure | SchedulingUncertain;

/**
 * Schedules the meetings of one account. Nothing here is repeated by itself: a repeated creation is a second meeting. Plans
 * are checked already.
 */
export interface Scheduler {
  /** What this account may say about a meeting. */
  readonly formFacts: () => Promise<FormFacts | SchedulerFailure>;
  readonly details: (meetingId: string) => Promise<ScheduledDetails | SchedulerFailure>;
  readonly schedule: (plan: MeetingPlan) => Promise<SchedulerOutcome>;
  readonly change: (meetingId: string, plan: MeetingPlan) => Promise<SchedulerOutcome>;
  /** One that is gone already is cancelled. */
  readonly cancel: (
    meetingId: string,
  ) => Promise<{ readonly kind: 'cancelled' } | SchedulerFailure | SchedulingUncertain>;
}
