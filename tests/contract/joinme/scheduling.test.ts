import { describe, expect, test } from 'vitest';
import { readDraft } from '../../../core/scheduling/readDraft.ts';
import { draftOf, newDraft } from '../../../core/scheduling/writeDraft.ts';
import { joinMe } from '../../../main/services/joinme/joinMe.ts';
import { iris, week } from './joinmeAccount.ts';
import { details, mara, openCalendar, oto, plan, schedule, stored } from './schedulingAccount.ts';

const shortly = (instant: string) => instant.replace('.000Z', 'Z');

describe('a meeting', () => {
  test('is scheduled, with all that was said about it, and is in the agenda then', async () => {
    const desk = await openCalendar();
    const asked = plan();
    const made = await schedule(desk);
    expect(made).toMatchObject({ plan: asked, note: null });
    expect(made.facts.map(({ label }) => label.split('.').at(-1))).toEqual(['viewerLink', 'conferenceId', 'phone']);
    expect(stored(desk)).toEqual([
      {
        meetingId: Number(made.meetingId),
        meetingName: 'Budget review',
        meetingStart: shortly(asked.start),
        meetingEnd: shortly(asked.end),
        startWithPersonalUrl: false,
        participants: asked.participants,
      },
    ]);
    expect(desk.asked()).toEqual(['POST /meetings 201']);
    expect(await desk.source().fetchMeetings(week())).toMatchObject({
      meetings: [{ serviceMeetingId: made.meetingId, subject: 'Budget review', start: asked.start, end: asked.end }],
    });
  });

  test('is changed, and the links of the agenda follow where it moves', async () => {
    const desk = await openCalendar();
    const { meetingId } = await schedule(desk);
    const before = await desk.source().fetchMeetings(week());
    const later = plan({ subject: 'Größen — 測定 ☕', participants: [], fields: { personal: 'true' } });
    expect(await desk.scheduler().change(meetingId, later)).toMatchObject({ kind: 'details', plan: later });
    expect(stored(desk)).toMatchObject([
      { meetingName: 'Größen — 測定 ☕', startWithPersonalUrl: true, participants: [] },
    ]);
    const after = await desk.source().fetchMeetings(week());
    expect(before).toMatchObject({ meetings: [{ address: expect.stringMatching(/^\d{9}$/) }] });
    expect(after).toMatchObject({ meetings: [{ address: 'irisvega' }] });
  });

  test('keeps what is not known and was left alone', async () => {
    const desk = await openCalendar();
    const { meetingId } = await schedule(desk, { fields: { personal: 'true' } });
    const change = await desk.scheduler().change(meetingId, plan({ participants: null, fields: {} }));
    expect(change).toMatchObject({ kind: 'details' });
    expect(stored(desk)).toMatchObject([{ startWithPersonalUrl: true, participants: plan().participants }]);
  });

  test('is cancelled; one that is gone is cancelled, and cannot be changed or looked at', async () => {
    const desk = await openCalendar();
    const { meetingId } = await schedule(desk);
    expect(await desk.scheduler().cancel(meetingId)).toEqual({ kind: 'cancelled' });
    expect(stored(desk)).toEqual([]);
    expect(await desk.scheduler().cancel(meetingId)).toEqual({ kind: 'cancelled' });
    const gone = { kind: 'failed', status: { kind: 'notSetUp' } };
    expect(await desk.scheduler().details(meetingId)).toMatchObject(gone);
    expect(await desk.scheduler().change(meetingId, plan())).toMatchObject(gone);
  });

  test('of somebody else is none', async () => {
    const desk = await openCalendar();
    desk.simulator.joinme.setMeetings(mara, [
      { meetingName: 'Club', meetingStart: plan().start, meetingEnd: plan().end },
    ]);
    const [club] = stored(desk, mara);
    const id = String(club?.meetingId);
    expect(await desk.scheduler().details(id)).toMatchObject({ status: { kind: 'notSetUp' } });
    expect(await desk.scheduler().cancel(id)).toEqual({ kind: 'cancelled' });
    expect(stored(desk, mara)).toHaveLength(1);
  });

  test('is scheduled with true booleans, and in the name of a renewed sign-in', async () => {
    const desk = await openCalendar();
    desk.simulator.joinme.setFault('textBooleansRefused');
    desk.simulator.joinme.setFault('tokenEnded');
    await schedule(desk, { fields: { personal: 'true' } });
    expect(stored(desk)).toHaveLength(1);
  });
});

describe('the times of a meeting', () => {
  const year = new Date().getUTCFullYear() + 1;
  const lastSunday = (month: number) => {
    const last = new Date(Date.UTC(year, month + 1, 0));
    return `${year}-${String(month + 1).padStart(2, '0')}-${last.getUTCDate() - last.getUTCDay()}`;
  };

  test.each([
    ['before a gap', lastSunday(2), '1:30', 'Europe/Berlin', null, 'T00:30:00Z'],
    ['after a gap', lastSunday(2), '3:00', 'Europe/Berlin', null, 'T01:00:00Z'],
    ['the first of two', lastSunday(9), '2:30', 'Europe/Berlin', 'first', 'T00:30:00Z'],
    ['the second of two', lastSunday(9), '2:30', 'Europe/Berlin', 'second', 'T01:30:00Z'],
    ['quarters of an hour', `${year}-06-01`, '9:00', 'Asia/Kathmandu', null, 'T03:15:00Z'],
    ['another day', `${year}-06-01`, '9:00', 'Pacific/Auckland', null, 'T21:00:00Z'],
  ] as const)(
    '%s arrive as they were meant, and come back so',
    async (_name, day, start, zone, startTurn, expected) => {
      const desk = await openCalendar();
      const style = { zone, isTwelveHour: false };
      const draft = { ...newDraft(Date.now(), style), subject: 'Review', day, start, end: '5:00', startTurn };
      const reading = readDraft(draft, {
        now: Date.now(),
        isTwelveHour: false,
        longestSubject: 200,
        mostParticipants: 9,
      });
      if (reading.kind !== 'plan') {
        throw new Error(JSON.stringify(reading));
      }
      const { meetingId } = await schedule(desk, reading.plan);
      expect(stored(desk)[0]?.meetingStart.slice(10)).toBe(expected);
      const again = draftOf((await details(desk, meetingId)).plan, style);
      expect(again).toMatchObject({ day, start: start.padStart(5, '0'), startTurn });
    },
  );

  test('are understood without their zone', async () => {
    const desk = await openCalendar();
    desk.simulator.joinme.setFault('timesWithoutZone');
    const made = await schedule(desk);
    expect(made.plan).toEqual(plan());
    expect((await details(desk, made.meetingId)).plan).toEqual(plan());
  });
});

describe('what an account may say', () => {
  test('is told: a personal URL, or that there is none', async () => {
    const remarks = async (person: string) => {
      const facts = await (await openCalendar(person)).scheduler().formFacts();
      return facts.kind === 'facts' ? facts.remarks : [];
    };
    expect(await remarks(iris)).toMatchObject([
      { field: 'personal', isAvailable: true, line: { values: { url: 'join.me/irisvega' } } },
    ]);
    for (const person of [oto, mara]) {
      expect(await remarks(person)).toMatchObject([
        { field: 'personal', isAvailable: false, line: { message: 'services:joinme.hasNoPersonalUrl' } },
      ]);
    }
    expect(joinMe.view.scheduling?.fields.map(({ name }) => name)).toEqual(['personal']);
  });

  test('is checked again when it counts', async () => {
    const desk = await openCalendar(mara);
    const personal = plan({ fields: { personal: 'true' } });
    expect(await desk.scheduler().schedule(personal)).toMatchObject({
      kind: 'invalid',
      problems: [{ field: 'personal' }],
    });
    const { meetingId, note, facts } = await schedule(desk);
    expect(await desk.scheduler().change(meetingId, personal)).toMatchObject({ kind: 'invalid' });
    expect(note).toMatchObject({ message: 'services:joinme.notes.noPhone' });
    expect(facts.map(({ label }) => label.split('.').at(-1))).toEqual(['viewerLink']);
    expect(stored(desk, mara)).toMatchObject([{ startWithPersonalUrl: false }]);
  });
});
