import ical from 'ical.js';
import { expect, test } from 'vitest';
import { parseFoyerLink } from '../../../core/links/parseFoyerLink.ts';
import type { Meeting } from '../../../core/model/meeting.ts';
import { MeetingInvites } from '../../../main/invites/meetingInvites.ts';
import { buildMeeting } from '../../helpers/fakeMeetings.ts';
import { someAccounts } from '../../helpers/fakeProfileFiles.ts';

const web = 'https://join.corp.example/webapp3/m/1@video.corp.example';

function build(meeting: Meeting) {
  const written: string[] = [];
  const copied: string[] = [];
  const invites = new MeetingInvites({
    findMeeting: (key) => (key === meeting.key ? meeting : undefined),
    findAccount: (id) => someAccounts.find((account) => account.id === id),
    waysInto: async () => [
      { id: 'app', kind: 'app', label: 'services:links.app', target: 'pexip://1', isPreferred: true },
      { id: 'web', kind: 'web', label: 'services:links.web', target: web, isPreferred: false },
    ],
    wall: () => Date.parse(meeting.start),
    noSubject: 'No subject',
    chooseFile: async (name) => (name === 'never.ics' ? null : name),
    writeFile: async (_path, text) => void written.push(text),
    copyText: async (text) => void copied.push(text),
  });
  return { invites, written, copied };
}

function event(file: string): ical.Component | null {
  return new ical.Component(ical.parse(file) as unknown[]).getFirstSubcomponent('vevent');
}

test('a meeting is saved with its time, its https link and a link that Foyer reads again', async () => {
  const meeting = buildMeeting({ address: '1@video.corp.example' });
  const { invites, written } = build(meeting);
  expect(await invites.save(meeting.key)).toBe('saved');
  const saved = event(written[0] ?? '');
  expect(saved?.getFirstPropertyValue('url')).toBe(web);
  expect(String(saved?.getFirstPropertyValue('dtstart'))).toBe('2026-04-14T09:00:00Z');
  const foyerLink = String(saved?.getFirstPropertyValue('conference'));
  expect(parseFoyerLink(foyerLink)).toEqual({
    kind: 'link',
    link: { kind: 'joinAddress', serviceId: 'pexip', address: '1@video.corp.example' },
  });
  expect(saved?.getFirstPropertyValue('description')).toBe(`${web}\n1@video.corp.example\n${foyerLink}`);
});

test('what Foyer cannot be led to has no such link', async () => {
  const meeting = buildMeeting({ accountId: 'invites', subject: ' ', address: web });
  const { invites, written } = build(meeting);
  await invites.save(meeting.key);
  expect(event(written[0] ?? '')?.getFirstProperty('conference')).toBeNull();
  expect(event(written[0] ?? '')?.getFirstPropertyValue('summary')).toBe('No subject');
});

test('what is copied is what would be saved', async () => {
  const meeting = buildMeeting({ address: '1@video.corp.example' });
  const { invites, written, copied } = build(meeting);
  expect(await invites.copy(meeting.key)).toBe(true);
  await invites.save(meeting.key);
  expect(copied).toEqual(written);
  expect(await invites.copy('gone')).toBe(false);
  expect(copied).toHaveLength(1);
});

test('nothing is written for a meeting that is gone, or without a place for it', async () => {
  const meeting = buildMeeting({ subject: 'never' });
  const { invites, written } = build(meeting);
  expect(await invites.save('gone')).toBe('failed');
  expect(await invites.save(meeting.key)).toBe('cancelled');
  expect(written).toEqual([]);
});
