import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { MeetingDraft, MeetingPlan, ScheduledDetails } from '../../../core/model/schedule.ts';
import { newDraft } from '../../../core/scheduling/writeDraft.ts';
import { SchedulingDesk } from '../../../main/scheduling/schedulingDesk.ts';
import type { Scheduler, SchedulerOutcome } from '../../../main/services/scheduler.ts';

const now = Date.UTC(2026, 10, 23, 8);
const draft: MeetingDraft = {
  ...newDraft(now, { zone: 'UTC', isTwelveHour: false }),
  subject: 'Budget review',
  fields: { personal: 'true' },
};

function detailsOf(plan: MeetingPlan): ScheduledDetails {
  return { kind: 'details', meetingId: '17', plan, facts: [], note: null };
}

let scheduled: MeetingPlan[];
let outcome: (plan: MeetingPlan) => Promise<SchedulerOutcome>;
let changed: (readonly [string, string | null])[];
let isOnline: boolean;
let desk: SchedulingDesk;
const onUnreachable = vi.fn();
const failure = { kind: 'failed', status: { kind: 'unreachable' }, detail: null, retryAfter: null } as const;

beforeEach(() => {
  scheduled = [];
  changed = [];
  isOnline = true;
  onUnreachable.mockClear();
  outcome = async (plan) => detailsOf(plan);
  const schedule = (plan: MeetingPlan): Promise<SchedulerOutcome> => {
    scheduled.push(plan);
    return outcome(plan);
  };
  const scheduler: Scheduler = {
    formFacts: async () => failure,
    details: async () => failure,
    schedule,
    change: (_meetingId, plan) => schedule(plan),
    cancel: async (meetingId) => (meetingId === '17' ? { kind: 'cancelled' } : { kind: 'uncertain' }),
  };
  desk = new SchedulingDesk({
    wall: () => now,
    findAccount: (id) => (id === 'mine' ? { id, serviceId: 'joinme', name: 'Mine', fields: {} } : undefined),
    findScheduler: (id) => (id === 'mine' ? scheduler : undefined),
    isTwelveHour: () => false,
    isOnline: () => isOnline,
    onUnreachable,
    onChanged: (...change) => changed.push(change),
  });
});

describe('scheduling', () => {
  test('hands on what was meant, once, and has the agenda follow', async () => {
    const results = await Promise.all([desk.save('mine', null, draft), desk.save('mine', null, draft)]);
    expect(results).toEqual([{ kind: 'saved', details: detailsOf(scheduled[0] as MeetingPlan) }, results[0]]);
    expect(scheduled).toEqual([
      {
        subject: 'Budget review',
        start: '2026-11-23T08:30:00.000Z',
        end: '2026-11-23T09:00:00.000Z',
        participants: [],
        fields: { personal: 'true' },
      },
    ]);
    expect(changed).toEqual([['mine', null]]);
    await desk.save('mine', '17', draft);
    expect(changed.at(-1)).toEqual(['mine', '17']);
  });

  test('asks nothing of a service for a draft that is wrong, or of a field that it does not have', async () => {
    const wrong = { ...draft, subject: '', fields: { personal: 'maybe', secret: 'x' } };
    expect(await desk.save('mine', null, wrong)).toMatchObject({
      kind: 'invalid',
      problems: [{ field: 'subject' }, { field: 'personal' }],
    });
    expect(scheduled).toEqual([]);
    await desk.save('mine', null, { ...draft, fields: { other: 'x' } });
    expect(scheduled[0]?.fields).toEqual({});
  });

  test('never tries again: the agenda shows what came of it', async () => {
    outcome = async () => ({ kind: 'uncertain' });
    expect(await desk.save('mine', null, draft)).toEqual({ kind: 'uncertain' });
    expect(scheduled).toHaveLength(1);
    expect(changed).toEqual([['mine', null]]);
    expect(onUnreachable).toHaveBeenCalledOnce();
  });

  test('says why it did not work, and from when on it may', async () => {
    outcome = async () => ({ ...failure, status: { kind: 'limited' }, retryAfter: 30_000 });
    expect(await desk.save('mine', null, draft)).toMatchObject({
      kind: 'failed',
      status: { kind: 'limited' },
      retryAt: '2026-11-23T08:00:30.000Z',
    });
    expect(changed).toEqual([]);
    outcome = async () => ({
      kind: 'invalid',
      problems: [{ field: 'personal', message: 'services:problems.required' }],
    });
    expect(await desk.save('mine', null, draft)).toMatchObject({ problems: [{ field: 'personal', line: {} }] });
    isOnline = false;
    expect(await desk.formFacts('mine')).toMatchObject({ status: { kind: 'offline' } });
    expect(await desk.details('mine', '17')).toMatchObject({ status: { kind: 'offline' } });
  });

  test('is over for an account that is gone', async () => {
    const lost = { kind: 'failed', status: { kind: 'secretLost' } };
    expect(await desk.save('gone', null, draft)).toMatchObject(lost);
    expect(await desk.cancel('gone', '17')).toMatchObject(lost);
    expect(await desk.formFacts('gone')).toMatchObject(lost);
    expect(await desk.details('gone', '17')).toMatchObject(lost);
  });

  test('is taken back', async () => {
    expect(await desk.cancel('mine', '17')).toEqual({ kind: 'cancelled' });
    expect(await desk.cancel('mine', '18')).toEqual({ kind: 'uncertain' });
    expect(changed).toEqual([
      ['mine', '17'],
      ['mine', '18'],
    ]);
  });
});
