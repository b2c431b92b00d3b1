import { describe, expect, test } from 'vitest';
import type { Account } from '../../../core/model/account.ts';
import type { Meeting } from '../../../core/model/meeting.ts';
import { findService } from '../../../main/services/registry.ts';
import type { FaultInput } from '../../../simulator/joinme/fault.ts';
import { connect, iris, type JoinmeDesk, openDesk, redirectOf, week } from './joinmeAccount.ts';

const hour = 3_600_000;

function at(hours: number): string {
  return new Date(Math.round(Date.now() / 60_000) * 60_000 + hours * hour).toISOString().replace('.000', '');
}

async function openCalendar(names: readonly string[] = ['Budget review', 'Stand-up']): Promise<JoinmeDesk> {
  const desk = await openDesk();
  desk.simulator.joinme.setMeetings(
    iris,
    names.map((meetingName, index) => ({
      meetingName,
      meetingStart: at(index + 1),
      meetingEnd: at(index + 1.5),
      startWithPersonalUrl: index === 1,
    })),
  );
  await connect(desk);
  return desk;
}

async function fetchMeetings(desk: JoinmeDesk): Promise<readonly Meeting[]> {
  const fetched = await desk.source().fetchMeetings(week());
  if (fetched.kind !== 'meetings') {
    throw new Error(`no meetings: ${JSON.stringify(fetched)}`);
  }
  return fetched.meetings;
}

function waysInto(meeting: Meeting | undefined, account: Account | undefined) {
  const ways =
    meeting === undefined || account === undefined
      ? undefined
      : findService('joinme')?.agenda?.waysIn(meeting, account);
  return ways ?? [];
}

async function start(desk: JoinmeDesk, meeting: Meeting | undefined) {
  const entry = meeting === undefined ? undefined : await desk.source().enter?.(meeting, 'start');
  if (entry?.kind !== 'page') {
    throw new Error(`not started: ${JSON.stringify(entry)}`);
  }
  return entry.url;
}

describe('the agenda', () => {
  test('has the scheduled meetings with the ways into them', async () => {
    const desk = await openCalendar();
    const [first, second] = await fetchMeetings(desk);
    expect(first).toMatchObject({
      subject: 'Budget review',
      address: expect.stringMatching(/^\d{9}$/),
      badge: 'join.me',
    });
    expect(second).toMatchObject({ subject: 'Stand-up', address: 'irisvega' });
    const { joinmeAuth } = desk.simulator.endpoints;
    const ways = waysInto(second, desk.accounts.accounts[0]);
    expect(ways.map(({ id, kind, target, isAsked }) => [id, kind, target, isAsked ?? false])).toEqual([
      ['start', 'web', `${joinmeAuth}/irisvega`, true],
      ['viewer', 'web', `${joinmeAuth}/irisvega`, false],
      ['phone', 'web', `${joinmeAuth}/api/public/intphone.aspx?conferenceId=111222333`, false],
      ['copy', 'copy', `${joinmeAuth}/irisvega`, false],
    ]);
  });

  test('asks for each meeting once as long as it stays as it is, and for a few at a time', async () => {
    const names = Array.from({ length: 9 }, (_, index) => `Meeting ${index}`);
    const desk = await openCalendar(names);
    const singles = () => desk.asked().filter((line) => /^GET \/meetings\/\d+ 200$/.test(line)).length;
    expect(singles()).toBe(6);
    await fetchMeetings(desk);
    expect(singles()).toBe(3);
    expect((await fetchMeetings(desk)).map(({ details }) => Object.keys(details ?? {}))).toEqual(
      names.map(() => ['viewerLink', 'phoneUrl']),
    );
    expect(singles()).toBe(0);
  });

  test('starts a meeting: the link for the presenter works once, the one for the others from then on', async () => {
    const desk = await openCalendar();
    const [meeting] = await fetchMeetings(desk);
    const viewer = meeting?.details?.['viewerLink'] ?? '';
    expect((await fetch(viewer)).status).toBe(404);
    const presenter = await start(desk, meeting);
    expect(presenter).toContain('/API/Public/StartMeeting.aspx?token=');
    expect((await fetch(presenter)).status).toBe(200);
    expect((await fetch(viewer)).status).toBe(200);
    expect((await fetch(presenter)).status).toBe(410);
    expect(JSON.stringify(await fetchMeetings(desk))).not.toContain('token=');
    expect(await start(desk, meeting)).not.toBe(presenter);
  });

  test.each([
    ['unauthorized', 'refused'],
    ['forbidden', 'refused'],
    [{ name: 'rateLimited', retryAfter: { form: 'seconds', seconds: 30 } }, 'limited'],
    [{ name: 'throttled' }, 'limited'],
    ['serverError', 'serverError'],
    ['unavailable', 'serverError'],
    ['notFound', 'serverError'],
    ['badRequest', 'serverError'],
    ['connectionReset', 'unreachable'],
    ['answerLost', 'unreachable'],
    ['hang', 'unreachable'],
    ['connectionCut', 'unreachable'],
    ['emptyBody', 'unreadable'],
    ['htmlBody', 'unreadable'],
    ['truncatedJson', 'unreadable'],
    [{ name: 'missingField', field: 'meetings' }, 'unreadable'],
  ] as const)('meets %j and says %s, for the list and for a start', async (fault, kind) => {
    const desk = await openCalendar();
    const [meeting] = await fetchMeetings(desk);
    desk.simulator.joinme.setFault(fault as FaultInput, { endpoint: 'listMeetings' });
    expect(await desk.source().fetchMeetings(week())).toMatchObject({ kind: 'failed', status: { kind } });
    if (fault !== 'notFound' && meeting !== undefined && !JSON.stringify(fault).includes('missingField')) {
      desk.simulator.joinme.setFault(fault as FaultInput, { endpoint: 'startScheduled' });
      expect(await desk.source().enter?.(meeting, 'start')).toMatchObject({ kind: 'failed', status: { kind } });
    }
  });

  test.each(['extraFields', 'minimalAnswer', 'timesWithoutZone', 'wrongTypes', 'plainStatus'] as const)(
    'bears %s',
    async (fault) => {
      const desk = await openCalendar();
      desk.simulator.joinme.setFault(fault, { endpoint: 'listMeetings' });
      desk.simulator.joinme.setFault(fault, { endpoint: 'getMeeting' });
      desk.simulator.joinme.setFault(fault, { endpoint: 'startScheduled' });
      const meetings = await fetchMeetings(desk);
      expect(meetings.map(({ subject }) => subject)).toEqual(['Budget review', 'Stand-up']);
      if (fault !== 'wrongTypes') {
        expect(await start(desk, meetings[0])).toContain('token=');
      }
    },
  );

  test('is whole though single meetings cannot be had, and they are asked for again', async () => {
    const desk = await openDesk();
    desk.simulator.joinme.setFault('serverError', { endpoint: 'getMeeting' });
    await connect(desk);
    const [meeting] = await fetchMeetings(desk);
    expect(waysInto(meeting, desk.accounts.accounts[0]).map(({ id }) => id)).toEqual(['start']);
    expect(meeting?.address).toMatch(/^\d+$/);
    desk.simulator.joinme.clearFaults();
    const [again] = await fetchMeetings(desk);
    expect(waysInto(again, desk.accounts.accounts[0]).map(({ id }) => id)).toContain('viewer');
  });

  test('of a free account has no phone numbers, and is whole otherwise', async () => {
    const desk = await openDesk();
    desk.simulator.joinme.setRules({ autoConsent: 'mara.quist@corp.example' });
    await connect(desk);
    const meetings = await fetchMeetings(desk);
    expect(meetings.length).toBeGreaterThan(0);
    expect(waysInto(meetings[0], desk.accounts.accounts[0]).map(({ id }) => id)).toEqual(['start', 'viewer', 'copy']);
  });

  test('that was cancelled at the service cannot be started', async () => {
    const desk = await openCalendar();
    const [meeting] = await fetchMeetings(desk);
    desk.simulator.joinme.setMeetings(iris, []);
    expect(meeting && (await desk.source().enter?.(meeting, 'start'))).toMatchObject({ status: { kind: 'notSetUp' } });
    expect(await redirectOf(desk.simulator.endpoints.joinmeAuth)).toBeNull();
  });
});
