import type { Account } from '../../core/model/account.ts';
import type {
  Cancellation,
  DraftProblem,
  FormFacts,
  InvalidFields,
  MeetingDraft,
  ScheduledDetails,
  SchedulingFailure,
  SchedulingResult,
} from '../../core/model/schedule.ts';
import type { SchedulingView } from '../../core/model/service.ts';
import { readDraft } from '../../core/scheduling/readDraft.ts';
import { normalizeField } from '../accounts/connectFields.ts';
import { findService } from '../services/registry.ts';
import type { Scheduler, SchedulerFailure } from '../services/scheduler.ts';

/** What scheduling works with. */
export interface SchedulingDeskParts {
  /** The machine's clock in ms since 1970. */
  readonly wall: () => number;
  readonly findAccount: (accountId: string) => Account | undefined;
  readonly findScheduler: (accountId: string) => Scheduler | undefined;
  readonly isTwelveHour: () => boolean;
  readonly isOnline: () => boolean;
  /** A service did not answer: is there a network? */
  readonly onUnreachable: () => void;
  /** A meeting was changed, or may have been: null for a new one. */
  readonly onChanged: (accountId: string, meetingId: string | null) => void;
}

interface Schedule {
  readonly scheduler: Scheduler;
  readonly view: SchedulingView;
}

const secretLost: SchedulingFailure = { kind: 'failed', status: { kind: 'secretLost' }, detail: null, retryAt: null };

/** Schedules, changes and cancels meetings at their services, each once, and has the agenda follow. */
export class SchedulingDesk {
  readonly #parts: SchedulingDeskParts;
  readonly #saving = new Map<string, Promise<SchedulingResult>>();

  constructor(parts: SchedulingDeskParts) {
    this.#parts = parts;
  }

  async formFacts(accountId: string): Promise<FormFacts | SchedulingFailure> {
    const facts = (await this.#find(accountId)?.scheduler.formFacts()) ?? secretLost;
    return facts.kind === 'failed' ? this.#tell(facts) : facts;
  }

  async details(accountId: string, meetingId: string): Promise<ScheduledDetails | SchedulingFailure> {
    const details = (await this.#find(accountId)?.scheduler.details(meetingId)) ?? secretLost;
    return details.kind === 'failed' ? this.#tell(details) : details;
  }

  /** Schedules a meeting, or changes one. A press while that is under way is the same press. */
  save(accountId: string, meetingId: string | null, draft: MeetingDraft): Promise<SchedulingResult> {
    const key = `${accountId}/${meetingId ?? ''}`;
    const running = this.#saving.get(key);
    const saving = running ?? this.#save(accountId, meetingId, draft).finally(() => this.#saving.delete(key));
    this.#saving.set(key, saving);
    return saving;
  }

  async cancel(accountId: string, meetingId: string): Promise<Cancellation> {
    const result = (await this.#find(accountId)?.scheduler.cancel(meetingId)) ?? secretLost;
    if (result.kind === 'failed') {
      return this.#tell(result);
    }
    this.#follow(accountId, meetingId, result.kind);
    return result;
  }

  async #save(accountId: string, meetingId: string | null, draft: MeetingDraft): Promise<SchedulingResult> {
    const found = this.#find(accountId);
    if (found === undefined) {
      return secretLost;
    }
    const { view, scheduler } = found;
    const reading = readDraft(draft, { ...view, now: this.#parts.wall(), isTwelveHour: this.#parts.isTwelveHour() });
    const fields = readFields(view, draft.fields);
    const problems = [...(reading.kind === 'invalid' ? reading.problems : []), ...fields.problems];
    if (reading.kind === 'invalid' || problems.length > 0) {
      return { kind: 'invalid', problems };
    }
    const plan = { ...reading.plan, fields: fields.values };
    const outcome = await (meetingId === null ? scheduler.schedule(plan) : scheduler.change(meetingId, plan));
    switch (outcome.kind) {
      case 'invalid':
        return { kind: 'invalid', problems: toProblems(outcome) };
      case 'failed':
        return this.#tell(outcome);
      case 'uncertain':
        this.#follow(accountId, meetingId, outcome.kind);
        return outcome;
      case 'details':
        this.#follow(accountId, meetingId, outcome.kind);
        return { kind: 'saved', details: outcome };
    }
  }

  #find(accountId: string): Schedule | undefined {
    const scheduler = this.#parts.findScheduler(accountId);
    const view = findService(this.#parts.findAccount(accountId)?.serviceId ?? '')?.view.scheduling;
    return scheduler === undefined || view === undefined ? undefined : { scheduler, view };
  }

  #follow(accountId: string, meetingId: string | null, kind: 'details' | 'cancelled' | 'uncertain'): void {
    if (kind === 'uncertain') {
      this.#parts.onUnreachable();
    }
    this.#parts.onChanged(accountId, meetingId);
  }

  #tell(failure: SchedulerFailure | SchedulingFailure): SchedulingFailure {
    if ('retryAt' in failure) {
      return failure;
    }
    const { status, detail, retryAfter } = failure;
    const retryAt = retryAfter === null ? null : new Date(this.#parts.wall() + retryAfter).toISOString();
    if (status.kind === 'unreachable') {
      this.#parts.onUnreachable();
    }
    const isOffline = status.kind === 'unreachable' && !this.#parts.isOnline();
    return { kind: 'failed', status: isOffline ? { kind: 'offline' } : status, detail, retryAt };
  }
}

/** The values of the service's own fields, as far as they were given. */
function readFields({ fields }: SchedulingView, typed: Readonly<Record<string, string>>) {
  const given = fields.filter(({ name }) => typed[name] !== undefined);
  const values = given.map((field) => [field.name, normalizeField(field, typed[field.name] ?? '')] as const);
  const problems: readonly DraftProblem[] = values.flatMap(([field, value]) =>
    value === null ? [{ field, line: { message: 'services:problems.notPrintable', values: {} } }] : [],
  );
  return { values: Object.fromEntries(values.map(([name, value]) => [name, value ?? ''])), problems };
}

function toProblems({ problems }: InvalidFields): readonly DraftProblem[] {
  return problems.map(({ field, message }) => ({ field, line: { message, values: {} } }));
}
