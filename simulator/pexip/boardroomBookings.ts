import { laterToday, minute, type OfficeDays } from '../officeDays.ts';
import { roomAlias, teamsAlias, webexAlias, zoomAlias } from './aliases.ts';
import type { Booking } from './bookMeeting.ts';

const standUp = {
  key: 'stand-up',
  organizer: 'Mara Quist',
  minutes: 15,
  alias: roomAlias('stand-up'),
} as const;

/** What Boardroom 7 is booked for; `mark` is when the budget review begins. */
export function boardroomBookings(mark: number, days: OfficeDays): readonly Booking[] {
  return [...bookingsToday(mark, days), ...bookingsLater(days)];
}

function standUpSubject(mark: number): string {
  const hour = new Date(mark).getHours();
  if (hour < 5 || hour >= 18) return 'Evening hand-over';
  return hour < 13 ? 'Daily stand-up' : 'Afternoon check-in';
}

function bookingsToday(mark: number, days: OfficeDays): readonly Booking[] {
  const critique = laterToday(mark, days, 13, 0, 5);
  return [
    { ...standUp, subject: standUpSubject(mark), start: mark - 15 * minute },
    {
      key: 'budget',
      subject: 'Budget review, second reading',
      organizer: 'Iris Vega',
      start: mark,
      minutes: 45,
      alias: teamsAlias('112233445'),
    },
    {
      key: 'supplier',
      subject: 'Supplier call, North',
      organizer: 'Oto Lind',
      start: mark + 5 * minute,
      minutes: 25,
      alias: zoomAlias('84512345678', '204918'),
    },
    {
      key: 'critique',
      subject: 'Design critique: the new entrance hall and everything that leads up to it',
      organizer: 'Mara Quist',
      start: critique,
      minutes: 60,
      alias: webexAlias('2554817390'),
    },
    {
      key: 'walk-in',
      subject: 'Walk-in desk slot',
      organizer: 'Oto Lind',
      start: Math.max(laterToday(mark, days, 15, 30, 8), critique + 60 * minute),
      minutes: 30,
    },
  ];
}

function bookingsLater({ at, later }: OfficeDays): readonly Booking[] {
  return [
    {
      key: 'tessa',
      subject: 'Weekly with Tessa',
      organizer: 'Iris Vega',
      start: at(1, 9, 0),
      minutes: 45,
      alias: roomAlias('iris.vega.vmr'),
    },
    { ...standUp, subject: 'Daily stand-up', start: at(1, 10, 30) },
    {
      key: 'lease',
      subject: 'Lease renewal with the landlord',
      organizer: 'Nils Aro',
      start: at(1, 11, 0),
      minutes: 60,
      alias: teamsAlias('998120477'),
    },
    {
      key: 'auditors',
      subject: 'Quarterly figures with the auditors',
      organizer: 'Iris Vega',
      start: at(later[0], 9, 30),
      minutes: 90,
      alias: webexAlias('iris.vega'),
    },
    { ...standUp, subject: 'Daily stand-up', start: at(later[0], 10, 30) },
    {
      key: 'interview',
      subject: 'Interview: front desk',
      organizer: 'Tessa Hale',
      start: at(later[1], 14, 0),
      minutes: 50,
      alias: zoomAlias('91720045518', null),
    },
    { key: 'fire', subject: 'Fire drill', organizer: 'Oto Lind', start: at(later[1], 16, 0), minutes: 20 },
    {
      key: 'partner',
      subject: 'Roadmap with the partner office',
      organizer: 'Tessa Hale',
      start: at(later[2], 10, 0),
      minutes: 60,
      alias: '9876543@meet.partner.example',
    },
  ];
}
