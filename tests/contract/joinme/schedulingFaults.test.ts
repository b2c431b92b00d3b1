import { describe, expect, test } from 'vitest';
import type { FaultInput } from '../../../simulator/joinme/fault.ts';
import { details, openCalendar, plan, schedule, stored } from './schedulingAccount.ts';

const refusals = [
  ['unauthorized', 'refused'],
  ['forbidden', 'refused'],
  ['staleToken', 'refused'],
  ['accountInactive', 'refused'],
  [{ name: 'rateLimited', retryAfter: { form: 'seconds', seconds: 30 } }, 'limited'],
  ['throttled', 'limited'],
  [{ name: 'throttled', as: 'rate' }, 'limited'],
  ['serverError', 'serverError'],
  ['unavailable', 'serverError'],
  ['badRequest', 'serverError'],
] as const;

describe('trouble', () => {
  test.each(refusals)('%j is told as %s, and nothing is changed', async (fault, kind) => {
    const desk = await openCalendar();
    const { meetingId } = await schedule(desk);
    desk.simulator.joinme.setFault(fault as FaultInput);
    const failed = { kind: 'failed', status: { kind } };
    expect(await desk.scheduler().formFacts()).toMatchObject(failed);
    expect(await desk.scheduler().details(meetingId)).toMatchObject(failed);
    expect(await desk.scheduler().schedule(plan())).toMatchObject(failed);
    expect(await desk.scheduler().change(meetingId, plan({ subject: 'Other' }))).toMatchObject(failed);
    expect(await desk.scheduler().cancel(meetingId)).toMatchObject(failed);
    expect(stored(desk)).toMatchObject([{ meetingName: 'Budget review' }]);
  });

  test('is told with the words of the service', async () => {
    const desk = await openCalendar();
    desk.simulator.joinme.setFault('badRequest');
    expect(await desk.scheduler().schedule(plan())).toMatchObject({
      status: { httpStatus: 400 },
      detail: expect.stringContaining('told to'),
    });
    desk.simulator.joinme.setFault('errorCodeMissing');
    expect(await desk.scheduler().schedule(plan())).toMatchObject({ detail: expect.stringContaining('told to') });
  });

  test.each(['answerLost', 'connectionCut', 'hang', 'connectionReset'] as const)(
    '%s leaves open whether it was done, and nothing is done again',
    async (fault) => {
      const desk = await openCalendar();
      const { meetingId } = await schedule(desk);
      desk.asked();
      desk.simulator.joinme.setFault(fault);
      const isDone = fault === 'answerLost' || fault === 'connectionCut';
      expect(await desk.scheduler().schedule(plan({ subject: 'Second' }))).toEqual({ kind: 'uncertain' });
      expect(stored(desk)).toHaveLength(isDone ? 2 : 1);
      expect(await desk.scheduler().change(meetingId, plan({ subject: 'Other' }))).toEqual({ kind: 'uncertain' });
      expect(await desk.scheduler().cancel(meetingId)).toEqual({ kind: 'uncertain' });
      expect(desk.asked().map((line) => line.split(' ')[0])).toEqual(['POST', 'PATCH', 'DELETE']);
      expect(stored(desk).map(({ meetingName }) => meetingName)).toEqual([isDone ? 'Second' : 'Budget review']);
      expect(await desk.scheduler().details(meetingId)).toMatchObject({ status: { kind: 'unreachable' } });
    },
  );

  test.each([
    'emptyBody',
    'htmlBody',
    'truncatedJson',
    'wrongTypes',
    { name: 'missingField', field: 'meetingId' },
  ] as const)(
    'a yes that cannot be read (%j): what was scheduled may exist, what was changed is looked at',
    async (fault) => {
      const desk = await openCalendar();
      const { meetingId } = await schedule(desk);
      desk.simulator.joinme.setFault(fault as FaultInput, { endpoint: 'createMeeting' });
      desk.simulator.joinme.setFault(fault as FaultInput, { endpoint: 'editMeeting' });
      desk.simulator.joinme.setFault(fault as FaultInput, { endpoint: 'cancelMeeting' });
      expect(await desk.scheduler().schedule(plan())).toEqual({ kind: 'uncertain' });
      expect(stored(desk)).toHaveLength(2);
      const other = plan({ subject: 'Other' });
      expect(await desk.scheduler().change(meetingId, other)).toMatchObject({ kind: 'details', plan: other });
      desk.simulator.joinme.setFault(fault as FaultInput, { endpoint: 'getMeeting' });
      expect(await desk.scheduler().change(meetingId, plan())).toEqual({ kind: 'uncertain' });
      expect(await desk.scheduler().details(meetingId)).toMatchObject({ status: { kind: 'unreadable' } });
      expect(await desk.scheduler().cancel(meetingId)).toEqual({ kind: 'cancelled' });
    },
  );

  test.each(['extraFields', 'plainStatus', { name: 'latency', milliseconds: 200 }] as const)(
    '%j is borne',
    async (fault) => {
      const desk = await openCalendar();
      desk.simulator.joinme.setFault(fault as FaultInput);
      const { meetingId } = await schedule(desk);
      const other = plan({ subject: 'Other' });
      expect(await desk.scheduler().change(meetingId, other)).toMatchObject({ kind: 'details', plan: other });
      expect((await details(desk, meetingId)).plan).toEqual(other);
      expect(await desk.scheduler().cancel(meetingId)).toEqual({ kind: 'cancelled' });
    },
  );

  test('an answer that takes too long leaves it open, and it is done once', async () => {
    const desk = await openCalendar();
    desk.simulator.joinme.setFault({ name: 'latency', milliseconds: 900 }, { endpoint: 'createMeeting' });
    expect(await desk.scheduler().schedule(plan())).toEqual({ kind: 'uncertain' });
    await expect.poll(() => desk.asked().length).toBe(1);
    expect(stored(desk).length).toBeLessThanOrEqual(1);
  });

  test.each(['minimalAnswer', 'participants', 'conferenceId', 'viewerLink', 'startWithPersonalUrl'] as const)(
    'a meeting without what not all have (%s) is told as far as it is known',
    async (missing) => {
      const desk = await openCalendar();
      const { meetingId } = await schedule(desk, { fields: { personal: 'true' } });
      const fault = missing === 'minimalAnswer' ? missing : ({ name: 'missingField', field: missing } as const);
      desk.simulator.joinme.setFault(fault, { endpoint: 'getMeeting' });
      const { plan: found, facts, note } = await details(desk, meetingId);
      const isMissing = (name: string) => missing === name || missing === 'minimalAnswer';
      expect(found.participants === null).toBe(isMissing('participants'));
      expect(found.fields).toEqual(isMissing('startWithPersonalUrl') ? {} : { personal: 'true' });
      expect(facts.map(({ label }) => label.split('.').at(-1))).toEqual([
        ...(isMissing('viewerLink') ? [] : ['viewerLink']),
        ...(isMissing('conferenceId') ? [] : ['conferenceId', 'phone']),
      ]);
      expect(note === null).toBe(!isMissing('conferenceId'));
    },
  );

  test('links that lead elsewhere are not told', async () => {
    const desk = await openCalendar();
    desk.simulator.joinme.setRules({ linkBase: 'https://join.me.evil.example' });
    const { facts } = await schedule(desk);
    expect(facts.map(({ value }) => value).join()).not.toContain('evil');
  });
});
