import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFakeProfile, type FakeProfile } from '../../helpers/fakeProfile.ts';
import { buildFakeProgram, type FakeProgram } from '../../helpers/fakeProgram.ts';
import { type FakeTime, startFakeTime } from '../../helpers/fakeTime.ts';

let time: FakeTime;
let profile: FakeProfile;
let program: FakeProgram;

describe('accounts that only their secret tells apart', () => {
  const rooms = '{"data":[],"meta":{"total_pages":0}}';
  const draftOf = (name: string, apiKey: string, accountId: string | null = null) => ({
    accountId,
    serviceId: 'telnyx',
    name,
    fields: { apiKey },
  });
  const keysOnDisk = (): string => JSON.stringify([profile.accounts.value, profile.calls.value]);

  beforeEach(() => {
    time = startFakeTime();
    profile = createFakeProfile();
    const fetch: typeof globalThis.fetch = async () => new Response(rooms, { status: 200 });
    program = buildFakeProgram({ profile, fetch, clock: time.clock });
  });

  afterEach(() => vi.useRealTimers());

  test('are several with several keys; the same key twice is named, whatever it is called', async () => {
    expect(await program.accounts.save(draftOf('Ours', 'KEY-1'))).toMatchObject({ kind: 'connected' });
    expect(await program.accounts.save(draftOf('Theirs', 'KEY-2'))).toMatchObject({ kind: 'connected' });
    expect(await program.accounts.save(draftOf('Twin', ' KEY-1 '))).toEqual({ kind: 'duplicate', name: 'Ours' });
    expect(program.accounts.accounts.map(({ name }) => name)).toEqual(['Ours', 'Theirs']);
    expect(keysOnDisk()).not.toContain('KEY-');
  });

  test('keep their key when they are renamed, and cannot take that of another', async () => {
    await program.accounts.save(draftOf('Ours', 'KEY-1'));
    await program.accounts.save(draftOf('Theirs', 'KEY-2'));
    const [, theirs] = program.accounts.accounts;
    const id = theirs?.id ?? null;
    expect(await program.accounts.save(draftOf('Others', '', id))).toMatchObject({ kind: 'connected' });
    expect(await program.accounts.save(draftOf('Others', 'KEY-1', id))).toEqual({ kind: 'duplicate', name: 'Ours' });
    expect([...profile.secrets.values()]).toEqual([{ apiKey: 'KEY-1' }, { apiKey: 'KEY-2' }]);
  });

  test('are like no other while their secret is lost', async () => {
    await program.accounts.save(draftOf('Ours', 'KEY-1'));
    profile.secrets.clear();
    expect(await program.accounts.save(draftOf('Again', 'KEY-1'))).toMatchObject({ kind: 'connected' });
  });
});
