import fc from 'fast-check';
import ical from 'ical.js';
import { describe, expect, test, vi } from 'vitest';
import { createTimeFormat } from '../../../core/time/timeFormat.ts';
import { calendarFileName } from '../../../main/invites/calendarFile.ts';
import { buildInviteFile } from '../../../main/rooms/inviteFile.ts';
import { hasInvite, type InvitedRoom } from '../../../main/rooms/inviteText.ts';
import { RoomBook } from '../../../main/rooms/roomBook.ts';
import { RoomInvites, type RoomInvitesParts } from '../../../main/rooms/roomInvites.ts';
import { createMainTranslator } from '../../../main/texts.ts';
import { createFakeProfile } from '../../helpers/fakeProfile.ts';
import { deskAccount } from '../../helpers/fakeRooms.ts';

const now = Date.parse('2026-04-14T08:41:07.123Z');

const room: InvitedRoom = {
  id: 'room-1',
  accountId: 'desk-1',
  title: 'ORDER2026',
  createdAt: '2026-04-14T08:41:00.000Z',
  expiresAt: '2026-04-14T08:56:00.000Z',
  link: 'https://guest.example/a,b;c?x=1&y=2',
  details: { reference: 'ORDER2026' },
  phase: 'open',
  note: null,
};

function event(file: string): ical.Event {
  return new ical.Event(new ical.Component(ical.parse(file)).getFirstSubcomponent('vevent') ?? undefined);
}

function buildInvites(parts: Partial<RoomInvitesParts> = {}, link: string | null = room.link) {
  const profile = createFakeProfile();
  profile.rooms.replace({ rooms: [{ ...room, link }], usedHosts: [], lastGood: {} });
  const copied: string[] = [];
  const written: (readonly [string, string])[] = [];
  const invites = new RoomInvites({
    book: new RoomBook({ store: profile.rooms, vault: profile.vault }),
    followClock: async () => undefined,
    wall: () => now,
    findAccount: () => deskAccount,
    translate: createMainTranslator(),
    format: () => createTimeFormat({ locale: 'en-GB', isTwelveHour: false, timeZone: 'Europe/Zurich' }),
    copyText: async (text) => void copied.push(text),
    chooseFile: async (name) => `/tmp/${name}`,
    writeFile: async (...file) => void written.push(file),
    ...parts,
  });
  return { invites, copied, written };
}

describe('an invite', () => {
  test('is the link alone, or a text with link, reference and how long it is good', async () => {
    const { invites, copied } = buildInvites();
    expect(await invites.copy('desk-1/room-1', 'link')).toEqual({ kind: 'copied', text: room.link });
    await invites.copy('desk-1/room-1', 'invite');
    expect(copied[1]).toContain(`\n${room.link}\n`);
    expect(copied[1]).toContain('14 Apr, 10:56 (GMT+2)');
    expect(copied[1]).toContain('ORDER2026');
    expect(copied[1]).not.toMatch(/\{\{|undefined|null/);
  });

  test('is there for open rooms with a link only', async () => {
    const { invites } = buildInvites();
    expect(await invites.copy('desk-1/none', 'link')).toEqual({ kind: 'refused', message: 'services:rooms.noLink' });
    expect(await invites.save('desk-1/none')).toBe('failed');
    expect(hasInvite({ ...room, phase: 'expired' })).toBe(false);
    expect(hasInvite({ ...room, link: null })).toBe(false);
  });

  test('to a room without a link for everybody is a calendar file with one into Foyer', async () => {
    const { invites, copied } = buildInvites({}, null);
    expect((await invites.copy('desk-1/room-1', 'calendar')).kind).toBe('copied');
    const [file = ''] = copied;
    expect(event(file).component.getFirstPropertyValue('conference')).toMatch(/^foyer:join\?.*room=room-1/);
    expect(event(file).component.getFirstPropertyValue('url')).toBeNull();
    for (const what of ['link', 'invite'] as const) {
      expect((await invites.copy('desk-1/room-1', what)).kind).toBe('refused');
    }
  });

  test('is saved where the user says, or not at all, and copied the same', async () => {
    const { invites, written, copied } = buildInvites();
    expect(await invites.save('desk-1/room-1')).toBe('saved');
    expect(written).toMatchObject([['/tmp/ORDER2026.ics', expect.stringContaining('BEGIN:VCALENDAR')]]);
    expect(await invites.copy('desk-1/room-1', 'calendar')).toEqual({ kind: 'copied', text: written[0]?.[1] });
    expect(copied).toEqual([written[0]?.[1]]);
    expect(await buildInvites({ chooseFile: async () => null }).invites.save('desk-1/room-1')).toBe('cancelled');
    const writeFile = vi.fn().mockRejectedValue(new Error('the disk is full'));
    expect(await buildInvites({ writeFile }).invites.save('desk-1/room-1')).toBe('failed');
  });
});

describe('a calendar file', () => {
  test('says who, when, where and how, in UTC', async () => {
    const file = await buildInviteFile(
      room,
      { summary: 'Desk', description: `One; two, three\n${room.link}`, serviceId: 'eightbyeight' },
      now,
    );
    expect(file).toContain('DTSTART:20260414T084107Z\r\n');
    expect(file).toContain('DTEND:20260414T091107Z\r\n');
    expect(file).toContain('UID:room-1@foyer.app\r\n');
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const parsed = event(file);
    expect(parsed.summary).toBe('Desk');
    expect(parsed.description).toBe(`One; two, three\n${room.link}`);
    expect(parsed.component.getFirstPropertyValue('url')).toBe(room.link);
    expect(parsed.location).toBe(room.link);
  });

  test('gives back whatever was said, in lines that every calendar takes', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({ unit: 'grapheme-ascii', minLength: 150, maxLength: 300 }),
    );
    await fc.assert(
      fc.asyncProperty(text, text, async (summary, description) => {
        const file = await buildInviteFile(room, { summary, description, serviceId: null }, now);
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
        const parsed = event(file);
        expect(parsed.summary).toBe(plain(summary));
        expect(parsed.description).toBe(plain(description));
        expect(parsed.uid).toBe('room-1@foyer.app');
      }),
    );
  });

  test('that would end a line or begin a property does neither', async () => {
    const evil = 'a\r\nURL:https://evil.example\nEND:VEVENT\rBEGIN:VALARM';
    const file = await buildInviteFile(room, { summary: evil, description: evil, serviceId: null }, now);
    expect(file).not.toMatch(/^(URL:https:\/\/evil|BEGIN:VALARM)/m);
    expect(file.match(/^END:VEVENT/gm)).toHaveLength(1);
  });

  test.each([
    ['ORDER2026', 'ORDER2026.ics'],
    ['../../etc/passwd', 'etc passwd.ics'],
    ['Büro: 3/4 "groß"', 'Büro 3 4 groß.ics'],
    ['  ..  ', 'Foyer.ics'],
    ['x'.repeat(300), `${'x'.repeat(80)}.ics`],
  ])('of %o is called %o', (title, name) => {
    expect(calendarFileName(title)).toBe(name);
  });
});

function plain(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?!\n)\p{Cc}/gu, ' ')
    .toWellFormed();
}
