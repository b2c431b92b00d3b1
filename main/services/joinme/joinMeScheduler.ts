import type { InvalidFields, MeetingFact, MeetingPlan, ScheduledDetails } from '../../../core/model/schedule.ts';
import type { Scheduler, SchedulerFailure, SchedulerOutcome } from '../scheduler.ts';
import type { ServiceAccess } from '../service.ts';
import { type Answered, failure, isOutcomeUnknown } from './answer.ts';
import { JoinMeApi } from './joinMeApi.ts';
import { meetingLinks } from './links.ts';
import { parseMeeting, type ScheduledMeeting } from './parseMeetings.ts';

/** Schedules meetings for whoever signed in. Fields of the calls are those of the vendor's own sample. */
export class JoinMeScheduler implements Scheduler {
  readonly #access: ServiceAccess;
  readonly #api: JoinMeApi;

  constructor(access: ServiceAccess) {
    this.#access = access;
    this.#api = new JoinMeApi(access);
  }

  readonly formFacts: Scheduler['formFacts'] = async () => {
    const found = await this.#api.fetchPersonalUrl();
    if ('kind' in found) {
      return found;
    }
    const { personalUrl } = found;
    const isAvailable = personalUrl !== null;
    const line = isAvailable
      ? ({ message: 'services:joinme.personalAt', values: { url: `join.me/${personalUrl}` } } as const)
      : ({ message: 'services:joinme.hasNoPersonalUrl', values: {} } as const);
    return { kind: 'facts', remarks: [{ field: 'personal', isAvailable, line }] };
  };

  readonly details = async (meetingId: string): Promise<ScheduledDetails | SchedulerFailure> => {
    const answer = await this.#api.call({ method: 'GET', path: pathOf(meetingId) });
    const found = answer.kind === 'good' ? parseMeeting(answer.text) : null;
    if (answer.kind !== 'good') {
      return failureOf(answer);
    }
    return found === null ? failure({ kind: 'unreadable' }) : this.#toDetails(found);
  };

  readonly schedule = async (plan: MeetingPlan): Promise<SchedulerOutcome> => {
    const refusal = await this.#refusePersonalUrl(plan);
    if (refusal !== null) {
      return refusal;
    }
    // The sample sends null for nobody.
    const participants = plan.participants?.length ? plan.participants : null;
    const body = { ...bodyOf(plan), participants };
    const answer = await this.#api.call({ method: 'POST', path: '/meetings', body, isOnce: true });
    if (answer.kind !== 'good') {
      return isOutcomeUnknown(answer) ? { kind: 'uncertain' } : failureOf(answer);
    }
    const made = parseMeeting(answer.text);
    // The service said yes, to something that cannot be told.
    return made === null ? { kind: 'uncertain' } : this.#toDetails(made);
  };

  readonly change = async (meetingId: string, plan: MeetingPlan): Promise<SchedulerOutcome> => {
    const refusal = await this.#refusePersonalUrl(plan);
    if (refusal !== null) {
      return refusal;
    }
    const { participants } = plan;
    const body = { meetingId: Number(meetingId), ...bodyOf(plan), ...(participants !== null && { participants }) };
    const answer = await this.#api.call({ method: 'PATCH', path: pathOf(meetingId), body });
    if (answer.kind !== 'good') {
      return isOutcomeUnknown(answer) ? { kind: 'uncertain' } : failureOf(answer);
    }
    const changed = parseMeeting(answer.text);
    return changed === null ? this.#lookAfterChange(meetingId, plan) : this.#toDetails(changed);
  };

  readonly cancel: Scheduler['cancel'] = async (meetingId) => {
    const answer = await this.#api.call({ method: 'DELETE', path: pathOf(meetingId) });
    if (answer.kind === 'good' || isGone(answer)) {
      return { kind: 'cancelled' };
    }
    return isOutcomeUnknown(answer) ? { kind: 'uncertain' } : failureOf(answer);
  };

  /** What a change answers is not published, so that it may be nothing. */
  async #lookAfterChange(meetingId: string, plan: MeetingPlan): Promise<SchedulerOutcome> {
    const found = await this.details(meetingId);
    const isDone =
      found.kind === 'details' &&
      found.plan.subject === plan.subject &&
      found.plan.start === plan.start &&
      found.plan.end === plan.end;
    return isDone ? found : { kind: 'uncertain' };
  }

  async #refusePersonalUrl({ fields }: MeetingPlan): Promise<InvalidFields | SchedulerFailure | null> {
    if (fields['personal'] !== 'true') {
      return null;
    }
    const found = await this.#api.fetchPersonalUrl();
    if ('kind' in found) {
      return found;
    }
    const problems = [{ field: 'personal', message: 'services:joinme.hasNoPersonalUrl' }] as const;
    return found.personalUrl === null ? { kind: 'invalid', problems } : null;
  }

  #toDetails(meeting: ScheduledMeeting): ScheduledDetails {
    const { id, name, start, end, participants, isAtPersonalUrl, conferenceId } = meeting;
    const { viewerLink, phoneUrl } = meetingLinks(meeting.viewerLink, conferenceId, this.#access);
    const facts: readonly (MeetingFact | false)[] = [
      viewerLink !== undefined && { label: 'services:joinme.facts.viewerLink', value: viewerLink },
      conferenceId !== null && { label: 'services:joinme.facts.conferenceId', value: conferenceId },
      phoneUrl !== undefined && { label: 'services:joinme.facts.phone', value: phoneUrl },
    ];
    const fields = isAtPersonalUrl === null ? {} : { personal: isAtPersonalUrl ? 'true' : '' };
    return {
      kind: 'details',
      meetingId: id,
      plan: { subject: name, start, end, participants, fields },
      facts: facts.filter((fact) => fact !== false),
      note: conferenceId === null ? { message: 'services:joinme.notes.noPhone', values: {} } : null,
    };
  }
}

function pathOf(meetingId: string): string {
  return `/meetings/${encodeURIComponent(meetingId)}`;
}

/** Times as the vendor's sample writes them: whole seconds, in UTC. */
function bodyOf({ subject, start, end, fields }: MeetingPlan): Readonly<Record<string, unknown>> {
  const { personal } = fields;
  return {
    meetingName: subject,
    meetingStart: start.replace(/\.\d+Z$/, 'Z'),
    meetingEnd: end.replace(/\.\d+Z$/, 'Z'),
    ...(personal !== undefined && { startWithPersonalUrl: personal === 'true' }),
  };
}

function isGone(answer: Answered): boolean {
  return answer.kind === 'bad' && answer.httpStatus === 404;
}

function failureOf(answer: Exclude<Answered, { readonly kind: 'good' }>): SchedulerFailure {
  return isGone(answer) ? { ...answer.failure, status: { kind: 'notSetUp' } } : answer.failure;
}
