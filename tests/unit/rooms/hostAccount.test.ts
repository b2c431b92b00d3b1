import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AccountDraft } from '../../../core/model/account.ts';
import { readFirstState } from '../../../main/firstState.ts';
import { noPolicy } from '../../../main/settings/policy.ts';
import { createProfileReader } from '../../../main/settings/profileFile.ts';
import { createFakeProfile, type FakeProfile } from '../../helpers/fakeProfile.ts';
import { buildFakeProgram, type FakeProgram } from '../../helpers/fakeProgram.ts';
import { deskAccount } from '../../helpers/fakeRooms.ts';
import { type FakeTime, startFakeTime } from '../../helpers/fakeTime.ts';

let time: FakeTime;
let profile: FakeProfile;
let program: FakeProgram;
let status: number;
let sent: Request[];

beforeEach(() => {
  time = startFakeTime();
  profile = createFakeProfile();
  status = 200;
  sent = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    sent.push(new Request(input, init));
    return Response.json(status === 200 ? { auth_token: 'a.b.c' } : { message: 'No', errorId: 'id-7' }, { status });
  };
  program = buildFakeProgram({ profile, fetch, clock: time.clock });
});

afterEach(() => vi.useRealTimers());

function draft(parts: Partial<AccountDraft> = {}): AccountDraft {
  const fields = { apiKey: 'the-api-key', agentLogin: 'agent@office.example' };
  return { accountId: null, serviceId: 'eightbyeight', name: 'Desk', fields, ...parts };
}

describe('an account without an agenda', () => {
  test('is tried by asking for nothing that changes anything, once for test and connection', async () => {
    expect(await program.accounts.test(draft())).toEqual({ kind: 'connected', meetingCount: null, account: null });
    expect(await program.accounts.save(draft())).toMatchObject({ kind: 'connected', meetingCount: null });
    expect(sent).toHaveLength(1);
    expect(await sent[0]?.text()).toBe('');
    expect(sent[0]?.headers.get('authorization')).toBe('Bearer the-api-key');
    expect(JSON.stringify(profile.accounts.value)).not.toContain('the-api-key');
  });

  test('is never polled, and renaming it asks nobody', async () => {
    const saved = await program.accounts.save(draft());
    const accountId = saved.kind === 'connected' ? (saved.account?.id ?? '') : '';
    await time.advance(10 * 60_000);
    expect(program.desk.refresh()).toEqual({ kind: 'nothingToRefresh' });
    const fields = { apiKey: '', agentLogin: 'agent@office.example' };
    expect(await program.accounts.save(draft({ accountId, name: 'Front desk', fields }))).toMatchObject({
      kind: 'connected',
      meetingCount: null,
      account: { name: 'Front desk' },
    });
    expect(sent).toHaveLength(1);
    expect(program.bugs).toEqual([]);
  });

  test.each([
    [401, 'refused'],
    [403, 'notSetUp'],
    [429, 'limited'],
    [500, 'serverError'],
  ] as const)('that is answered with %d is %s, and not kept', async (code, kind) => {
    status = code;
    expect(await program.accounts.save(draft())).toMatchObject({
      kind: 'failed',
      status: { kind },
      trackingId: 'id-7',
    });
    expect(profile.accounts.value.accounts).toEqual([]);
  });

  test('whose secret was lost and entered again is as good as new', async () => {
    const saved = await program.accounts.save(draft());
    const account = saved.kind === 'connected' ? saved.account : null;
    program.desk.markSecretLost(account?.id ?? '');
    expect(program.desk.views()).toMatchObject([{ status: { kind: 'secretLost' } }]);
    await program.accounts.save(
      draft({ accountId: account?.id ?? '', fields: { apiKey: 'new-key', agentLogin: 'agent@office.example' } }),
    );
    expect(program.desk.views()).toMatchObject([{ status: { kind: 'waiting' } }]);
  });

  test('is one with another of the same login, in any case', async () => {
    await program.accounts.save(draft());
    const twin = draft({ fields: { apiKey: 'other-key', agentLogin: 'Agent@office.example' } });
    expect(await program.accounts.save(twin)).toEqual({ kind: 'duplicate', name: 'Desk' });
    expect(await program.accounts.save(draft({ fields: { apiKey: 'k', agentLogin: 'agent' } }))).toMatchObject({
      problems: [{ field: 'agentLogin', message: 'services:problems.notAnEmail' }],
    });
  });
});

describe('the first picture', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'foyer-first-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('has the rooms of the last run, as far as they have come by now, and no account that waits', async () => {
    const now = time.clock.wall();
    const made = (minutes: number, phase: string) => ({
      id: `room${minutes}`,
      accountId: 'desk-1',
      title: `ORDER${minutes}`,
      createdAt: new Date(now - minutes * 60_000).toISOString(),
      expiresAt: new Date(now + (15 - minutes) * 60_000).toISOString(),
      link: 'https://guest.example/1',
      details: {},
      phase,
      note: null,
    });
    const lastGood = { 'desk-1': new Date(now - 60_000).toISOString() };
    const rooms = { version: 1, rooms: [made(5, 'open'), made(20, 'open')], usedHosts: ['desk-1'], lastGood };
    await writeFile(join(folder, 'rooms.json'), JSON.stringify(rooms));
    await writeFile(join(folder, 'accounts.json'), JSON.stringify({ version: 1, accounts: [deskAccount] }));
    const state = await readFirstState(createProfileReader(folder), { language: 'en' } as never, noPolicy, now);
    expect(state.rooms).toMatchObject({
      hostAccountIds: ['desk-1'],
      openingFor: null,
      rooms: [
        { title: 'ORDER5', phase: 'open', hasLink: true },
        { title: 'ORDER20', phase: 'expired', hasLink: false },
      ],
    });
    expect(state.accounts).toMatchObject([{ status: { kind: 'current' }, lastSuccessAt: lastGood['desk-1'] }]);
  });

  test('stands whatever the file of rooms holds', async () => {
    for (const text of ['', '{', 'null', '{"version":1,"rooms":[{"id":"../x"}]}']) {
      await writeFile(join(folder, 'rooms.json'), text);
      expect(
        (await readFirstState(createProfileReader(folder), { language: 'en' } as never, noPolicy, 0)).rooms.rooms,
      ).toEqual([]);
    }
  });
});
