import { halfHour, laterToday, type OfficeDays } from '../officeDays.ts';
import { meetAlias, roomAlias, teamsAlias, teamsGuestAlias } from './aliases.ts';
import type { Booking } from './bookMeeting.ts';

/** What the library is booked for; `mark` is when the boardroom's budget review begins. */
export function libraryBookings(mark: number, days: OfficeDays): readonly Booking[] {
  const { at, later } = days;
  const guest = teamsGuestAlias('123456789012', 'Qx7Lm2Zt', 'acme-01');
  return [
    {
      key: 'untitled',
      subject: '',
      organizer: 'Oto Lind',
      start: (Math.ceil(mark / halfHour) + 1) * halfHour,
      minutes: 30,
      alias: roomAlias('oto.lind.vmr'),
    },
    {
      key: 'catalogue',
      subject: 'Catalogue walkthrough',
      organizer: 'Tessa Hale',
      start: laterToday(mark, days, 14, 0, 6),
      minutes: 45,
      alias: meetAlias('2048151623423'),
    },
    {
      key: 'release',
      subject: 'Night release with the Auckland office',
      organizer: 'Nils Aro',
      start: at(0, 23, 30),
      minutes: 75,
      alias: meetAlias('7731904426815'),
    },
    {
      key: 'welcome',
      subject:
        'Empfang für die Gäste aus Ōsaka — 大阪からのお客様、Ελληνική ομάδα και فريق القاهرة: Führung, Fragen & Café ☕',
      organizer: 'Mara Quist',
      start: at(1, 10, 0),
      minutes: 60,
      alias: guest,
    },
    { key: 'reading', subject: 'Reading circle', organizer: 'Tessa Hale', start: at(1, 16, 30), minutes: 45 },
    {
      key: 'committee',
      subject: 'Hall booking committee',
      organizer: 'Oto Lind',
      start: at(later[0], 15, 0),
      minutes: 30,
      alias: teamsAlias('teams'),
    },
    {
      key: 'archive',
      subject: 'Archive move, planning',
      organizer: 'Nils Aro',
      start: at(later[1], 9, 0),
      minutes: 60,
      alias: teamsAlias('550071328'),
    },
    {
      key: 'legacy',
      subject: 'Line check with the old boardroom system',
      organizer: 'Nils Aro',
      start: at(later[2], 11, 30),
      minutes: 15,
      alias: '192.0.2.44',
    },
  ];
}
