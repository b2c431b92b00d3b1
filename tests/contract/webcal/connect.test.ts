import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AccountDraft } from '../../../core/model/account.ts';
import { readMeetings } from '../../../main/invites/calendarMeetings.ts';
import type { Simulator } from '../../../simulator/simulator.ts';
import { officeCalendar, officeToken } from '../../../simulator/webcal/officeCalendar.ts';
import { createFakeProfile, type FakeProfile } from '../../helpers/fakeProfile.ts';
import { buildFakeProgram, type FakeProgram } from '../../helpers/fakeProgram.ts';
import { addressOf, openSimulator, reader, realClock } from './webcalAccount.ts';

let simulator: Simulator;
let profile: FakeProfile;
let program: FakeProgram;

beforeEach(async () => {
  simulator = await openSimulator();
  profile = createFakeProfile();
  program = buildFakeProgram({
    profile,
    fetch,
    clock: realClock,
    endpoints: { ...simulator.endpoints },
    readCalendar: (...asked) => readMeetings(reader, ...asked),
  });
});

afterEach(() => {
  program.desk.stop();
  expect(program.bugs).toEqual([]);
});

function draft(address: string, more: Partial<AccountDraft> = {}): AccountDraft {
  return { accountId: null, serviceId: 'webcal', name: 'Mine', fields: { address }, ...more };
}

/** All that is not the vault. */
const onDisk = (): string => JSON.stringify([profile.accounts.value, profile.calls.value, profile.agenda.value]);

describe('connecting a calendar', () => {
  test('keeps its address in the vault, and shows no more of it than its host', async () => {
    const address = addressOf(simulator);
    expect(await program.accounts.test(draft(address))).toMatchObject({ kind: 'connected', account: null });
    const saved = await program.accounts.save(draft(` ${address}#now `));
    const { host } = new URL(address);
    expect(saved).toMatchObject({ kind: 'connected', account: { name: 'Mine', fields: { host } } });
    expect([...profile.secrets.values()]).toEqual([{ address }]);
    expect(program.desk.slice().meetings.map(({ subject }) => subject)).toContain('Dentist');
    program.desk.stop();
    for (const text of [onDisk(), JSON.stringify([program.desk.views(), program.desk.slice(), saved])]) {
      expect(text).not.toContain(officeToken);
    }
    expect(Object.keys(profile.calls.value.calls)).toEqual([`webcal/${host}`]);
  });

  test('asks once for a test and the connection after it', async () => {
    await program.accounts.test(draft(addressOf(simulator)));
    await program.accounts.save(draft(addressOf(simulator)));
    expect(simulator.webcal.requests()).toHaveLength(1);
  });

  test.each([
    ['calendars.example/mine.ics', 'notAnAddress'],
    ['ftp://calendars.example/mine.ics', 'notAnAddress'],
    ['javascript:alert(1)', 'notAnAddress'],
    ['http://calendars.example/mine.ics', 'notSecure'],
    ['http://127.0.0.1:1/mine.ics', 'notSecure'],
    ['https://iris:secret@calendars.example/mine.ics', 'hasCredentials'],
    ['webcal://iris@calendars.example/mine.ics', 'hasCredentials'],
  ])('with %s asks nobody', async (address, problem) => {
    const result = await program.accounts.test(draft(address));
    expect(result).toEqual({
      kind: 'invalid',
      problems: [{ field: 'address', message: `services:webcal.problems.${problem}` }],
    });
    expect(simulator.webcal.requests()).toEqual([]);
  });

  test('with nothing, or with blanks in between, is for the form', async () => {
    expect(await program.accounts.test(draft(''))).toMatchObject({
      problems: [{ message: 'services:problems.required' }],
    });
    expect(await program.accounts.test(draft('https://a.example/my calendar.ics'))).toMatchObject({
      problems: [{ message: 'services:problems.notPrintable' }],
    });
  });

  test('webcal: is https, so that both are the same calendar', async () => {
    const address = 'calendars.example/mine.ics';
    profile.accounts.replace({
      accounts: [{ id: 'one', serviceId: 'webcal', name: 'First', fields: { host: 'calendars.example' } }],
    });
    profile.secrets.set('one', { address: `https://${address}` });
    for (const scheme of ['https', 'webcal', 'webcals', 'WEBCAL']) {
      expect(await program.accounts.test(draft(`${scheme}://${address}`))).toEqual({
        kind: 'duplicate',
        name: 'First',
      });
    }
  });

  test('twice at one host is two; the same calendar twice is named', async () => {
    simulator.webcal.setCalendar('other', officeCalendar(Date.now()));
    await program.accounts.save(draft(addressOf(simulator)));
    expect(await program.accounts.save(draft(addressOf(simulator, 'other'), { name: 'Team' }))).toMatchObject({
      kind: 'connected',
    });
    expect(await program.accounts.save(draft(addressOf(simulator), { name: 'Twin' }))).toEqual({
      kind: 'duplicate',
      name: 'Mine',
    });
  });

  test('keeps the address when it is renamed, and asks nobody', async () => {
    await program.accounts.save(draft(addressOf(simulator)));
    const accountId = program.accounts.accounts[0]?.id ?? null;
    simulator.webcal.clearRequests();
    expect(await program.accounts.save(draft('', { accountId, name: 'Work' }))).toMatchObject({
      account: { name: 'Work', fields: { host: new URL(addressOf(simulator)).host } },
    });
    expect(simulator.webcal.requests()).toEqual([]);
    expect([...profile.secrets.values()]).toEqual([{ address: addressOf(simulator) }]);
  });

  test('that fails keeps nothing, and says why in words of its own', async () => {
    simulator.webcal.setFault('notFound');
    expect(await program.accounts.save(draft(addressOf(simulator)))).toMatchObject({
      kind: 'failed',
      status: { kind: 'notSetUp', words: { title: 'services:webcal.troubles.gone.title' } },
    });
    expect([profile.accounts.value.accounts, profile.secrets.size]).toEqual([[], 0]);
  });

  test('that is pressed for ever asks its host thirty times in five minutes at most', async () => {
    for (let press = 0; press < 40; press += 1) {
      simulator.webcal.setFault('notFound');
      await program.accounts.test(draft(addressOf(simulator)));
    }
    expect(simulator.webcal.requests()).toHaveLength(30);
  });
});
