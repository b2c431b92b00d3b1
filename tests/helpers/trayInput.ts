import type { AccountView } from '../../core/model/account.ts';
import { createCalendarDays } from '../../core/time/calendarDays.ts';
import { createTimeFormat } from '../../core/time/timeFormat.ts';
import { services } from '../../main/services/registry.ts';
import type { TrayInput } from '../../main/shell/trayInput.ts';
import { createMainTranslator } from '../../main/texts.ts';
import { at } from './fakeMeetings.ts';

/** A connected room; what matters to a test is passed in. */
export function trayAccount(parts: Partial<AccountView> = {}): AccountView {
  return {
    id: 'room-1',
    serviceId: 'pexip',
    name: 'Boardroom',
    fields: {},
    status: { kind: 'current' },
    lastSuccessAt: null,
    nextAttemptAt: null,
    trackingId: null,
    clockSkew: null,
    secretStorage: 'encrypted',
    ...parts,
  };
}

/** What the tray of one connected room is drawn from, on a system like Linux or Windows, without meetings. */
export function buildTrayInput(parts: Partial<TrayInput> = {}): TrayInput {
  return {
    meetings: [],
    accounts: [trayAccount()],
    services: services.map(({ view }) => view),
    rooms: { hostAccountIds: [], rooms: [], openingFor: null },
    quietUntil: null,
    titleOf: ({ subject }) => subject,
    isHidden: () => false,
    mayOpenRooms: true,
    mayTakeLinks: true,
    hasText: false,
    now: Date.parse(at(0)),
    calendar: createCalendarDays('UTC'),
    format: createTimeFormat({ locale: 'en-GB', isTwelveHour: undefined, timeZone: 'UTC' }),
    translate: createMainTranslator(),
    ...parts,
  };
}
