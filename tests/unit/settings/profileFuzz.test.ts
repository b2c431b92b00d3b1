import { describe, expect, test } from 'vitest';
import { type FoundProfileFile, parseProfileText } from '../../../main/settings/profileFile.ts';
import {
  accountsFile,
  agendaFile,
  callsFile,
  type ProfileFile,
  roomsFile,
} from '../../../main/settings/profileFiles.ts';
import { settingsFile } from '../../../main/settings/settingsFile.ts';
import { choiceKeys } from '../../../main/settings/settingsTable.ts';
import { invitesFile } from '../../../main/settings/storedInvites.ts';
import { remindersFile } from '../../../main/settings/storedReminders.ts';
import { createDamage } from '../../helpers/fakeDamage.ts';
import { someAccounts, someAgenda, someReminders, someRooms, someSettings } from '../../helpers/fakeProfileFiles.ts';

const seed = Date.now() % 1e9;
const damage = createDamage(seed);

interface Sample {
  readonly file: ProfileFile<object>;
  readonly whole: { readonly version: number };
}

function sample<Value extends object>(file: ProfileFile<Value>, value: Value): Sample {
  return { file, whole: { version: 1, ...value } };
}

const samples: readonly Sample[] = [
  sample(settingsFile, someSettings),
  sample(accountsFile, { accounts: someAccounts }),
  sample(agendaFile, { agendas: { 'room-1': someAgenda(4), 'room-2': someAgenda(1) } }),
  sample(roomsFile, someRooms),
  sample(invitesFile, {
    invites: [
      {
        uid: 'talk@corp.example',
        parts: [{ recurrenceId: null, sequence: 1, stamp: 0, isCancelled: false, source: 'BEGIN:VCALENDAR' }],
      },
    ],
  }),
  sample(remindersFile, someReminders),
  sample(callsFile, { calls: { 'pexip/a': [1, 20.5, 300], 'pexip/b': [] } }),
];

/** Text that is no longer, or not quite, what was written. */
function spoiltText({ whole }: Sample): string {
  const text = JSON.stringify(whole);
  switch (damage.number(6)) {
    case 0:
      return damage.spoilText(damage.spoilText(text));
    case 1:
      return damage.spoilText(text);
    case 2:
      return JSON.stringify({ ...whole, version: damage.junk() });
    case 3:
      return Buffer.from(Array.from({ length: damage.number(300) }, () => damage.number(256))).toString('utf8');
    default:
      return JSON.stringify(damage.spoil(whole)) ?? '';
  }
}

function expectSound({ file }: Sample, text: string, found: FoundProfileFile<object>): void {
  const again = parseProfileText(JSON.stringify({ version: 1, ...found.value }), file);
  if (again.kind !== 'read' || JSON.stringify(again.value) !== JSON.stringify(found.value)) {
    expect.fail(`seed ${seed}: what was saved of ${file.name} cannot be read again: ${text.slice(0, 2_000)}`);
  }
}

describe('ten thousand damaged profile files', () => {
  test('always give a value to go on with, which can be written and read again', () => {
    for (let round = 0; round < 8_000; round += 1) {
      const each = damage.pick(samples);
      const text = spoiltText(each);
      const found = parseProfileText(text, each.file);
      expectSound(each, text, found);
      if (text === JSON.stringify(each.whole)) {
        expect(found.kind).toBe('read');
      }
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('lose no account that is whole, and no meeting', () => {
    for (let round = 0; round < 1_000; round += 1) {
      const accounts = someAccounts.flatMap((account) => damage.pick([[account], [damage.spoil(account), account]]));
      const found = parseProfileText(JSON.stringify({ version: 1, accounts }), accountsFile);
      expect(found.value.accounts).toEqual(expect.arrayContaining([...someAccounts]));

      const rooms = someRooms.rooms.flatMap((room) => damage.pick([[room], [damage.spoil(room), room]]));
      const hosts = damage.pick([someRooms, { ...someRooms, usedHosts: damage.junk(), lastGood: damage.junk() }]);
      const foundRooms = parseProfileText(JSON.stringify({ version: 1, ...hosts, rooms }), roomsFile);
      expect(foundRooms.value.rooms).toEqual(expect.arrayContaining([...someRooms.rooms]));

      const whole = someAgenda(3);
      const meetings = whole.meetings.flatMap((meeting) => damage.pick([[meeting], [meeting, damage.spoil(meeting)]]));
      const agendas = { 'room-1': { ...whole, meetings }, 'room-2': damage.junk() };
      const agenda = parseProfileText(JSON.stringify({ version: 1, agendas }), agendaFile);
      expect(agenda.value.agendas['room-1']?.meetings).toEqual(expect.arrayContaining([...whole.meetings]));
    }
  });

  test('lose no setting but the damaged one', () => {
    for (let round = 0; round < 1_000; round += 1) {
      const key = damage.pick([...choiceKeys, 'wasToldAboutTray', 'windowBounds'] as const);
      const text = JSON.stringify({ version: 1, ...someSettings, [key]: damage.junk() });
      const { value } = parseProfileText(text, settingsFile);
      expect({ ...value, [key]: null }).toEqual({ ...someSettings, [key]: null });
    }
  });
});

describe('a profile file', () => {
  test.each(samples)('$file.name of this version is read as it was written', ({ file, whole }) => {
    const found = parseProfileText(JSON.stringify(whole), file);
    expect(found.kind).toBe('read');
    expect({ version: 1, ...found.value }).toEqual(whole);
  });

  test.each(samples)('$file.name of another version is not taken for this one', ({ file, whole }) => {
    for (const version of [0, 2, '1', null, undefined, 1.5]) {
      const found = parseProfileText(JSON.stringify({ ...whole, version }), file);
      expect(found).toEqual({ kind: 'damaged', value: file.fresh });
    }
  });

  test.each(samples)('$file.name that is cut short anywhere is damaged', ({ file, whole }) => {
    const text = JSON.stringify(whole);
    for (let length = 0; length < text.length; length += 1) {
      expect(parseProfileText(text.slice(0, length), file).kind).toBe('damaged');
    }
  });

  test('settings that were not there yet have their defaults, and nothing is wrong with that', () => {
    expect(parseProfileText('{"version":1}', settingsFile)).toEqual({ kind: 'read', value: settingsFile.fresh });
  });

  test.each([Number.NaN, 1e9, -1e9, 0.5, 99])('a window cannot be left %d pixels wide', (width) => {
    const windowBounds = { x: 0, y: 0, width, height: 500 };
    const text = JSON.stringify({ version: 1, windowBounds });
    expect(parseProfileText(text, settingsFile)).toMatchObject({ kind: 'damaged', value: { windowBounds: null } });
  });
});
