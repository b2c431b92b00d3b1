import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Account } from '../../../core/model/account.ts';
import { createFakePexip, type FakePexip } from '../../helpers/fakePexip.ts';
import { createFakeProfile, type FakeProfile } from '../../helpers/fakeProfile.ts';
import { buildDraft, buildFakeProgram, type FakeProgram } from '../../helpers/fakeProgram.ts';
import { type FakeTime, settle, startFakeTime } from '../../helpers/fakeTime.ts';

let time: FakeTime;
let pexip: FakePexip;
let profile: FakeProfile;
let program: FakeProgram;

beforeEach(() => {
  time = startFakeTime();
  pexip = createFakePexip();
  profile = createFakeProfile();
  program = buildFakeProgram({ profile, fetch: pexip.fetch, clock: time.clock });
});

afterEach(() => vi.useRealTimers());

async function connect(): Promise<Account> {
  const result = await program.accounts.save(buildDraft());
  if (result.kind !== 'connected' || result.account === null) {
    throw new Error(`not connected: ${result.kind}`);
  }
  return result.account;
}

const stored = (): object => ({ accounts: profile.accounts.value, secrets: [...profile.secrets] });
const paths = (): string => pexip.calls.map(({ endpoint }) => endpoint).join(' ');

describe('a new room', () => {
  test('is kept, secret apart, once the service accepted it', async () => {
    expect(await program.accounts.save(buildDraft({ name: '  Board \n room ' }))).toMatchObject({
      kind: 'connected',
      meetingCount: 1,
      account: { name: 'Board room', serviceId: 'pexip', fields: { clientId: 'room-a' } },
    });
    const [account] = profile.accounts.value.accounts;
    expect(JSON.stringify(profile.accounts.value)).not.toContain('right');
    expect([...profile.secrets]).toEqual([[account?.id, { clientSecret: 'right' }]]);
    expect(program.desk.slice().meetings).toHaveLength(1);
  });

  test('that is tested and then connected is asked for once', async () => {
    expect(await program.accounts.test(buildDraft())).toEqual({ kind: 'connected', meetingCount: 1, account: null });
    expect(stored()).toEqual({ accounts: { accounts: [] }, secrets: [] });
    await program.accounts.save(buildDraft({ name: 'Named meanwhile' }));
    expect(paths()).toBe('token meetings');
    expect(program.accounts.accounts).toMatchObject([{ name: 'Named meanwhile' }]);
    await time.advance(59_000);
    expect(paths()).toBe('token meetings');
  });

  test('that was tested a while ago is asked for again: its agenda would be old', async () => {
    await program.accounts.test(buildDraft());
    await time.advance(61_000);
    await program.accounts.save(buildDraft());
    expect(paths()).toBe('token meetings token meetings');
  });

  test('that was changed after the test is asked for as it is now', async () => {
    await program.accounts.test(buildDraft());
    const changed = buildDraft({ fields: { clientSecret: 'wrong' } });
    expect(await program.accounts.save(changed)).toMatchObject({ kind: 'failed' });
    expect(program.accounts.accounts).toEqual([]);
  });

  test('is one room, however often and fast Connect is pressed', async () => {
    const results = await Promise.all([
      program.accounts.test(buildDraft()),
      program.accounts.save(buildDraft()),
      program.accounts.save(buildDraft()),
    ]);
    expect(results.map(({ kind }) => kind)).toEqual(['connected', 'connected', 'duplicate']);
    expect(program.accounts.accounts).toHaveLength(1);
    expect(paths()).toBe('token meetings');
  });

  test('that is connected already is named, and asked for no more', async () => {
    await connect();
    const twin = buildDraft({ name: 'Twin', fields: { clientId: ' room-a ' } });
    expect(await program.accounts.save(twin)).toEqual({ kind: 'duplicate', name: 'Boardroom' });
    expect(await program.accounts.test(twin)).toEqual({ kind: 'duplicate', name: 'Boardroom' });
    expect(paths()).toBe('token meetings');
  });

  test('keeps its secret before its account: a crash in between leaves no room without one', async () => {
    const order: string[] = [];
    const { keep } = profile.vault;
    vi.spyOn(profile.vault, 'keep').mockImplementation((...kept) => {
      order.push('secret');
      return keep(...kept);
    });
    vi.spyOn(profile.accounts, 'replace').mockImplementation(() => order.push('account'));
    await program.accounts.save(buildDraft());
    expect(order).toEqual(['secret', 'account']);
  });
});

describe('"Test connection" and "Connect"', () => {
  test.each([
    ['a wrong secret', { status: 401 }, 'good', { kind: 'refused' }],
    ['a room without a calendar', 'good', { status: 404 }, { kind: 'notSetUp' }],
    ['a service in trouble', 'good', { status: 503 }, { kind: 'serverError', httpStatus: 503 }],
    ['no answer', 'reset', 'good', { kind: 'unreachable' }],
    ['a page of somebody else', 'html', 'good', { kind: 'unreadable' }],
    ['too many calls', 'good', { status: 429 }, { kind: 'limited' }],
  ] as const)('tell of %s, and keep nothing', async (_name, token, meetings, status) => {
    Object.assign(pexip, { token, meetings });
    for (const result of [await program.accounts.test(buildDraft()), await program.accounts.save(buildDraft())]) {
      expect(result).toMatchObject({ kind: 'failed', status, trackingId: expect.any(String), retryAt: null });
    }
    expect(stored()).toEqual({ accounts: { accounts: [] }, secrets: [] });
  });

  test('say when another try makes sense', async () => {
    pexip.meetings = { status: 429, retryAfter: '90' };
    expect(await program.accounts.test(buildDraft())).toMatchObject({ retryAt: '2026-04-14T08:42:30.000Z' });
    const wrong = buildDraft({ fields: { clientSecret: 'wrong' } });
    for (let press = 0; press < 8; press += 1) {
      await program.accounts.test(wrong);
    }
    // The tenth call was the last: from here on nothing is sent.
    expect(await program.accounts.test(wrong)).toMatchObject({
      status: { kind: 'limited' },
      trackingId: null,
      retryAt: '2026-04-14T08:42:05.000Z',
    });
    expect(pexip.calls).toHaveLength(10);
  });

  test('refuse a draft for what does not exist, as an error', async () => {
    await expect(program.accounts.test(buildDraft({ serviceId: 'nothing' }))).rejects.toThrow(RangeError);
    await expect(program.accounts.save(buildDraft({ accountId: 'nobody' }))).rejects.toThrow(RangeError);
    expect(await program.accounts.test(buildDraft())).toMatchObject({ kind: 'connected' });
  });

  test('name every field that cannot be right, and send nothing', async () => {
    const fields = {
      clientId: 'with space',
      clientSecret: '',
      node: 'not a host',
      teamsDomains: 'fine.example, b@d',
      unknown: 'ignored',
    };
    expect(await program.accounts.save(buildDraft({ name: ' ', fields }))).toEqual({
      kind: 'invalid',
      problems: [
        { field: 'name', message: 'services:problems.required' },
        { field: 'clientId', message: 'services:problems.notPrintable' },
        { field: 'clientSecret', message: 'services:problems.required' },
        { field: 'node', message: 'services:problems.notAHost' },
        { field: 'teamsDomains', message: 'services:problems.notDomains' },
      ],
    });
    expect(await program.accounts.test(buildDraft({ name: 'x'.repeat(81) }))).toMatchObject({
      problems: [{ field: 'name', message: 'services:problems.nameTooLong' }],
    });
    expect(pexip.calls).toEqual([]);
  });
});

describe('a connected room', () => {
  test('gets another name or other domains without being asked for, and keeps its secret', async () => {
    const { id } = await connect();
    const before = pexip.calls.length;
    const edited = buildDraft({
      accountId: id,
      name: 'Attic',
      fields: { clientSecret: '', node: 'https://Join.Corp.Example/webapp3/', teamsDomains: '@Video.Corp.Example' },
    });
    expect(await program.accounts.save(edited)).toMatchObject({ kind: 'connected', account: { id, name: 'Attic' } });
    expect(pexip.calls.length).toBe(before);
    expect(program.accounts.accounts).toMatchObject([
      { id, name: 'Attic', fields: { node: 'join.corp.example', teamsDomains: 'video.corp.example' } },
    ]);
    expect(profile.secrets.get(id)).toEqual({ clientSecret: 'right' });
  });

  test('is not changed in any way by a wrong secret or an outage', async () => {
    const { id } = await connect();
    const before = stored();
    const draft = buildDraft({ accountId: id, name: 'Attic', fields: { clientSecret: 'wrong' } });
    expect(await program.accounts.save(draft)).toMatchObject({ kind: 'failed', status: { kind: 'refused' } });
    pexip.token = 'reset';
    const other = buildDraft({ accountId: id, fields: { clientId: 'room-b' } });
    expect(await program.accounts.save(other)).toMatchObject({ kind: 'failed', status: { kind: 'unreachable' } });
    expect(stored()).toEqual(before);
    await time.advance(70_000);
    expect(program.desk.views()).toMatchObject([{ id, name: 'Boardroom', status: { kind: 'current' } }]);
  });

  test('can be given other credentials, and stays the same room', async () => {
    const { id } = await connect();
    const draft = buildDraft({ accountId: id, fields: { clientId: 'room-b', clientSecret: 'right' } });
    expect(await program.accounts.test(draft)).toMatchObject({ kind: 'connected', account: null });
    expect(await program.accounts.save(draft)).toMatchObject({ kind: 'connected', account: { id } });
    expect(program.accounts.accounts).toMatchObject([{ id, fields: { clientId: 'room-b' } }]);
  });

  test('whose secret is lost says so at the next start, and asks for it', async () => {
    const { id } = await connect();
    profile.secrets.delete(id);
    time.endRun();
    program = buildFakeProgram({ profile, fetch: pexip.fetch, clock: time.clock });
    await program.start();
    expect(program.desk.views()).toMatchObject([{ id, status: { kind: 'secretLost' } }]);
    const draft = buildDraft({ accountId: id, fields: { clientSecret: '' } });
    expect(await program.accounts.save(draft)).toMatchObject({
      kind: 'invalid',
      problems: [{ field: 'clientSecret' }],
    });
    expect(await program.accounts.save(buildDraft({ accountId: id }))).toMatchObject({ kind: 'connected' });
    expect(program.desk.views()).toMatchObject([{ id, status: { kind: 'current' } }]);
  });

  test('of a service that this version does not know stays, and is not asked for', async () => {
    const stranger: Account = { id: 'x', serviceId: 'future', name: 'Later', fields: {} };
    profile.accounts.replace({ accounts: [stranger] });
    await program.start();
    await time.advance(120_000);
    expect(program.accounts.accounts).toEqual([stranger]);
    expect(pexip.calls).toEqual([]);
  });
});

describe('a removed room', () => {
  test('is wiped: secret first, then account, agenda and polling', async () => {
    const { id } = await connect();
    await time.advance(1_000);
    const replace = vi.spyOn(profile.accounts, 'replace').mockImplementation(() => {
      throw new Error('the program ended here');
    });
    await expect(program.accounts.remove(id)).rejects.toThrow();
    expect(profile.secrets.size).toBe(0);
    replace.mockRestore();

    await program.accounts.remove(id);
    await time.advance(1_000);
    expect(stored()).toEqual({ accounts: { accounts: [] }, secrets: [] });
    expect(profile.agenda.value.agendas).toEqual({});
    const calls = pexip.calls.length;
    await time.advance(600_000);
    expect(pexip.calls.length).toBe(calls);
  });

  test('does not come back with an answer to an edit that was on its way', async () => {
    const { id } = await connect();
    pexip.meetings = 'slow';
    const saving = program.accounts.save(buildDraft({ accountId: id, fields: { clientId: 'room-b' } }));
    const outcome = saving.catch((error: unknown) => error);
    await settle();
    await program.accounts.remove(id);
    await time.advance(10_000);
    expect(await outcome).toBeInstanceOf(RangeError);
    expect(stored()).toEqual({ accounts: { accounts: [] }, secrets: [] });
  });

  test('can be connected again at once', async () => {
    const { id } = await connect();
    await program.accounts.remove(id);
    expect((await connect()).id).not.toBe(id);
  });
});
