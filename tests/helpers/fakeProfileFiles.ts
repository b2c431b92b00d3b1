import type { Account } from '../../core/model/account.ts';
import type { Meeting } from '../../core/model/meeting.ts';
import type { ReminderMemory } from '../../core/reminders/reminderMemory.ts';
import type { CachedAgenda } from '../../main/settings/profileFiles.ts';
import type { Settings } from '../../main/settings/settingsFile.ts';
import type { StoredRooms } from '../../main/settings/storedRooms.ts';
import { at, buildMeeting } from './fakeMeetings.ts';

/** Settings of somebody who changed all of them. */
export const someSettings: Settings = {
  preferredWays: { pexip: 'web' },
  isPlaintextAllowed: true,
  wasToldAboutTray: true,
  windowBounds: { x: -40, y: 20, width: 500, height: 800 },
  callChoices: { name: 'Ana', camera: 'C', microphone: 'M', speaker: 'S', isMuted: true, isCameraOff: true },
  trustedPlaces: [
    { serviceId: 'pexip', host: 'meet.example' },
    { serviceId: 'telnyx', host: null },
  ],
  keepInTray: false,
  trayClick: 'window',
  reminderLeads: [5, 0],
  reminderNotification: false,
  reminderWindow: 'full',
  reminderClick: 'join',
  reminderSound: 'knock',
  endNudge: false,
  quietInCall: false,
  quietHours: { from: '22:30', to: '07:00' },
  theme: 'dark',
  density: 'compact',
  clockFormat: 'twelve',
  secondZone: 'Asia/Tokyo',
  language: 'de',
  openWith: { joinme: 'firefox -P work {url}' },
  askBeforeLeavingCall: false,
  shortcutJoinNext: 'Ctrl+Alt+J',
  shortcutOpen: 'Ctrl+Alt+F',
  shortcutNewRoom: 'Ctrl+Alt+N',
  shortcutMute: 'Ctrl+Alt+M',
  hideTitles: 'always',
  logLevel: 'debug',
  presetAccounts: [{ serviceId: 'pexip', name: 'Boardroom', fields: { node: 'join.corp.example' } }],
  disabledFeatures: ['autoJoin'],
};

/** Connected rooms. */
export const someAccounts: readonly Account[] = ['room-1', 'room-2', 'room-3'].map((id) => ({
  id,
  serviceId: 'pexip',
  name: `Room ${id}`,
  fields: { clientId: `client-of-${id}`, node: 'join.corp.example' },
}));

/** Rooms in each phase of their life. */
export const someRooms: StoredRooms = {
  rooms: (['open', 'entered', 'expired', 'over'] as const).map((phase, index) => ({
    id: `room-${index}`,
    accountId: 'room-1',
    title: `ORDER${index}`,
    createdAt: at(-index),
    expiresAt: index === 1 ? null : at(15 - index),
    link: index < 2 ? `https://guest.example/${index}` : null,
    details: { reference: `ORDER${index}` },
    phase,
    note: index === 3 ? { message: 'services:eightbyeight.notes.ended', values: { duration: '5:52' } } : null,
  })),
  usedHosts: ['room-1'],
  lastGood: { 'room-1': at(0) },
};

/** So many meetings of one room, an hour apart. */
function someMeetings(count: number, subject = 'Budget review'): readonly Meeting[] {
  return Array.from({ length: count }, (_, index) =>
    buildMeeting({ serviceMeetingId: `meeting-${index}`, subject, minutes: 60 * index }),
  );
}

/** The cached agenda of one room. */
export function someAgenda(count: number, subject?: string): CachedAgenda {
  return { lastSuccessAt: at(0), knownUntil: at(10_080), meetings: someMeetings(count, subject) };
}

/** What became of two meetings, and what was decided about them. */
export const someReminders: ReminderMemory = {
  meetings: [1, 2].map((index) => ({
    key: `room-1/meeting-${index}/${at(index * 60)}`,
    endsAt: Date.parse(at(index * 60 + 30)),
    lead: index === 1 ? 5 : null,
    isNudged: index === 1,
    isAutoJoinOver: false,
    snoozedUntil: index === 1 ? Date.parse(at(59)) : null,
    joinedAt: index === 1 ? null : Date.parse(at(120)),
    isHidden: index === 1,
    joinsByItself: index === 2,
  })),
  autoJoinSeries: ['["room-1","iris.vega@corp.example","Budget review",null]'],
  quietUntil: Date.parse(at(600)),
};
