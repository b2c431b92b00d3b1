import { expect, test } from 'vitest';
import { agendaEntries } from '../../../core/agendaView/agendaEntry.ts';
import { createMeetingSearch } from '../../../core/agendaView/searchMeetings.ts';
import { meetingAt } from '../../helpers/meetingAt.ts';

const entries = agendaEntries([
  meetingAt('1', '2026-04-14T10:00:00Z', 30, { subject: 'Überprüfung Süd', badge: 'Teams' }),
  meetingAt('2', '2026-04-14T11:00:00Z', 30, { subject: '', organizerName: 'Jürgen Müller', address: null }),
  meetingAt('3', '2026-04-14T12:00:00Z', 30, { subject: '四半期レビュー', accountId: 'library' }),
]);
const search = createMeetingSearch(entries, (accountId) => (accountId === 'library' ? 'Bibliothèque' : 'Boardroom 7'));

test.each([
  ['uberprufung', ['1']],
  ['MÜLLER', ['2']],
  ['muller jurgen', ['2']],
  ['レビュー', ['3']],
  ['bibliotheque', ['3']],
  ['teams', ['1']],
  ['video.example.com', ['1', '3']],
  ['boardroom 30', []],
  ['  ', ['1', '2', '3']],
])('“%s” finds %j', (query, ids) => {
  expect(search.find(query).map((entry) => entry.meeting.serviceMeetingId)).toEqual(ids);
});

test('words are found within one text, not across two', () => {
  expect(search.find('südiris')).toEqual([]);
});
