import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFakePexip, type FakePexip } from '../../helpers/fakePexip.ts';
import { createFakeProfile, type FakeProfile } from '../../helpers/fakeProfile.ts';
import { buildDraft, buildFakeProgram, type FakeProgram } from '../../helpers/fakeProgram.ts';
import { type FakeTime, settle, startFakeTime } from '../../helpers/fakeTime.ts';

let time: FakeTime;
let pexip: FakePexip;
let profile: FakeProfile;
let program: FakeProgram;
let looksForNetwork: number;

function build(): FakeProgram {
  const onUnreachable = (): void => {
    looksForNetwork += 1;
  };
  return buildFakeProgram({ profile, fetch: pexip.fetch, clock: time.clock, onUnreachable });
}

beforeEach(async () => {
  time = startFakeTime();
  pexip = createFakePexip();
  profile = createFakeProfile();
  looksForNetwork = 0;
  program = build();
  await program.accounts.save(buildDraft());
});

afterEach(() => vi.useRealTimers());

function view() {
  const [account] = program.desk.views();
  if (account === undefined) {
    throw new Error('there is no account');
  }
  return account;
}

describe('the agenda', () => {
  test('keeps the last good list, with its age, through every kind of failure', async () => {
    const { meetings } = program.desk.slice();
    expect(meetings).toHaveLength(1);
    const asOf = view().lastSuccessAt;
    for (const [answer, kind] of [
      [{ status: 503 }, 'serverError'],
      [{ status: 429 }, 'limited'],
      [{ status: 404 }, 'notSetUp'],
      ['html', 'unreadable'],
      ['reset', 'unreachable'],
      ['hang', 'unreachable'],
      [{ status: 403 }, 'refused'],
    ] as const) {
      pexip.meetings = answer;
      await time.advance(20 * 60_000);
      program.desk.refresh();
      await time.advance(20_000);
      expect(view().status.kind).toBe(kind);
      expect(view().lastSuccessAt).toBe(asOf);
      // It ended after an hour; until then it stays.
      const isOver = (meetings[0]?.end ?? '') <= new Date(time.now()).toISOString();
      expect(program.desk.slice().meetings).toEqual(isOver ? [] : meetings);
    }
  });

  test('is the same object until something in it changes', async () => {
    const before = program.desk.slice();
    await time.advance(30_000);
    expect(program.desk.slice()).toBe(before);
    program.desk.refresh();
    expect(program.desk.slice()).not.toBe(before);
  });

  test('is there at the next start before anything is asked, and what is over is not', async () => {
    await time.advance(1_000);
    time.endRun();
    program = build();
    expect(program.desk.slice().meetings).toHaveLength(1);
    expect(view()).toMatchObject({ status: { kind: 'waiting' }, lastSuccessAt: '2026-04-14T08:41:00.000Z' });
    time.skip(24 * 3_600_000);
    expect(program.desk.slice().meetings).toEqual([]);
  });

  test('is saved within a second, and at once when the program stops', async () => {
    expect(profile.agenda.value.agendas).toEqual({});
    program.desk.stop();
    expect(Object.keys(profile.agenda.value.agendas)).toHaveLength(1);
  });

  test('of a removed room is gone: shown, cached, and after a crash in between at the next start', async () => {
    await time.advance(1_000);
    const cached = profile.agenda.value;
    await program.accounts.remove(view().id);
    expect(program.desk.slice().meetings).toEqual([]);
    await time.advance(1_000);
    expect(profile.agenda.value.agendas).toEqual({});

    profile.agenda.replace(cached);
    program = build();
    await program.accounts.save(buildDraft());
    await time.advance(1_000);
    expect(Object.keys(profile.agenda.value.agendas)).toEqual([view().id]);
  });

  test('shows that it is being refreshed for as long as it is', async () => {
    await time.advance(10_000);
    pexip.meetings = 'slow';
    expect(program.desk.refresh()).toEqual({ kind: 'started' });
    expect(program.desk.slice().isRefreshing).toBe(true);
    await time.advance(6_999);
    expect(program.desk.slice().isRefreshing).toBe(true);
    await time.advance(1);
    expect(program.desk.slice().isRefreshing).toBe(false);
  });

  test('that was refreshed too often says from when on it may be', async () => {
    for (let press = 0; press < 8; press += 1) {
      await time.advance(3_000);
      expect(program.desk.refresh()).toEqual({ kind: 'started' });
      await settle();
    }
    await time.advance(3_000);
    expect(program.desk.refresh()).toEqual({ kind: 'limited', until: '2026-04-14T08:42:05.000Z' });
  });

  test('without rooms has nothing to refresh', async () => {
    await program.accounts.remove(view().id);
    expect(program.desk.refresh()).toEqual({ kind: 'nothingToRefresh' });
  });
});

describe('a room that does not answer', () => {
  test('is offline or unreachable, depending on whether the machine has a network', async () => {
    pexip.meetings = 'reset';
    await time.advance(70_000);
    expect(looksForNetwork).toBe(1);
    expect(view().status).toEqual({ kind: 'unreachable' });
    program.desk.setPresence({ isOnline: false });
    expect(view().status).toEqual({ kind: 'offline' });
    pexip.meetings = 'good';
    program.desk.refresh();
    await settle();
    expect(view().status).toEqual({ kind: 'current' });
  });

  test('stays offline when its calls are used up by trying', async () => {
    pexip.meetings = 'reset';
    program.desk.setPresence({ isOnline: false });
    for (let press = 0; press < 12; press += 1) {
      await time.advance(3_100);
      program.desk.refresh();
      await settle();
    }
    expect(view().status).toEqual({ kind: 'offline' });
  });
});

describe('the machine’s clock', () => {
  test.each([
    [119_000, null],
    [-119_000, null],
    [121_000, 121_000],
    [-121_000, -121_000],
  ])('%d ms ahead of the service is told as %s', async (ahead, told) => {
    pexip.date = () => new Date(time.now()).toUTCString();
    time.setDateAhead(ahead);
    await time.advance(70_000);
    expect(view().clockSkew).toBe(told);
    pexip.date = null;
    await time.advance(70_000);
    expect(view().clockSkew).toBe(told);
    pexip.date = () => new Date(time.now()).toUTCString();
    time.setDateAhead(0);
    await time.advance(70_000);
    expect(view().clockSkew).toBeNull();
  });
});

describe('moved and cancelled meetings', () => {
  test('are told until dismissed, or until their time is an hour over', async () => {
    const [meeting] = program.desk.slice().meetings;
    pexip.meetings = 'empty';
    await time.advance(70_000);
    const [cancelled] = program.desk.slice().changes;
    expect(cancelled).toMatchObject({ kind: 'cancelled', key: meeting?.key, from: meeting?.start });
    expect(program.desk.slice().meetings).toEqual([]);
    program.desk.dismissChange(meeting?.key ?? '');
    expect(program.desk.slice().changes).toEqual([]);
  });

  test('that come back are not told any more', async () => {
    pexip.meetings = 'empty';
    await time.advance(70_000);
    expect(program.desk.slice().changes).toHaveLength(1);
    pexip.meetings = 'good';
    await time.advance(70_000);
    expect(program.desk.slice()).toMatchObject({ changes: [], meetings: [{}] });
  });
});
