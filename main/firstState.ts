import { mergeMeetings } from '../core/agenda/mergeMeetings.ts';
import type { Account, AccountView } from '../core/model/account.ts';
import { noCall } from '../core/model/callActivity.ts';
import type { Choices } from '../core/model/choices.ts';
import type { EnvironmentSlice, FoyerState } from '../core/model/foyerState.ts';
import { noLinks } from '../core/model/links.ts';
import { invitesId } from '../core/model/offer.ts';
import type { RoomsSlice } from '../core/model/room.ts';
import { noShortcuts } from '../core/model/shortcuts.ts';
import { viewMemory } from '../core/reminders/reminderMemory.ts';
import { orderHosts, phaseAt } from '../core/rooms/roomLife.ts';
import { resolveLanguage } from '../core/texts/languages.ts';
import { judgeHost } from './rooms/roomHosts.ts';
import { viewRoom } from './rooms/roomView.ts';
import { findService, services } from './services/registry.ts';
import { combineChoices, readChoices } from './settings/choices.ts';
import { isTwelveHour } from './settings/isTwelveHour.ts';
import type { Policy } from './settings/policy.ts';
import type { ReadProfileFile } from './settings/profileFile.ts';
import { accountsFile, agendaFile, roomsFile } from './settings/profileFiles.ts';
import { settingsFile } from './settings/settingsFile.ts';
import { remindersFile } from './settings/storedReminders.ts';
import type { StoredRooms } from './settings/storedRooms.ts';

/**
 * The state as the files of the last run tell it: enough to draw the agenda while the rest of the program loads. Reads
 * only, and never throws.
 */
export async function readFirstState(
  read: ReadProfileFile,
  environment: EnvironmentSlice,
  policy: Policy,
  now: number,
): Promise<FoyerState> {
  const [accounts, agenda, rooms, settings, reminders] = await Promise.all([
    read(accountsFile),
    read(agendaFile),
    read(roomsFile),
    read(settingsFile),
    read(remindersFile),
  ]);
  const { choices: chosen } = readChoices({ ...settings.value });
  const choices = combineChoices(policy.forced, chosen, policy.recommended);
  const { agendas } = agenda.value;
  const views = accounts.value.accounts.map((account) => {
    const view: AccountView = {
      ...account,
      status: { kind: 'waiting' },
      lastSuccessAt: agendas[account.id]?.lastSuccessAt ?? null,
      nextAttemptAt: null,
      trackingId: null,
      clockSkew: null,
      secretStorage: 'encrypted',
    };
    return judgeHost(view, rooms.value.lastGood[account.id] ?? null);
  });
  const lists = [...views.map(({ id }) => id), invitesId].map((id) => agendas[id]?.meetings ?? []);
  return {
    agenda: { meetings: mergeMeetings(lists, new Date(now).toISOString()), changes: [], isRefreshing: false },
    accounts: views,
    services: services.map(({ view }) => view),
    rooms: firstRooms(choices, accounts.value.accounts, rooms.value, now),
    links: noLinks,
    signIn: null,
    offer: null,
    notices: [],
    environment: {
      ...environment,
      language: resolveLanguage(choices.language, [environment.language]),
      isTwelveHour: isTwelveHour(choices, environment.isTwelveHour),
    },
    call: noCall,
    reminders: viewMemory(reminders.value),
    choices,
    shortcuts: noShortcuts,
  };
}

/** Accounts are taken to be able to open rooms; where a secret turns out to be lost, the program says so later. */
function firstRooms(
  { disabledFeatures }: Choices,
  accounts: readonly Account[],
  { rooms, usedHosts }: StoredRooms,
  now: number,
): RoomsSlice {
  const mayOpen = !disabledFeatures.includes('newRooms');
  const hosts = accounts.filter(({ serviceId }) => mayOpen && findService(serviceId)?.rooms !== undefined);
  const views = rooms.map((room) => {
    const account = accounts.find(({ id }) => id === room.accountId);
    return viewRoom({ ...room, phase: phaseAt(room, now) }, account, {
      peopleCount: null,
      peopleNames: [],
      canEnd: false,
    });
  });
  return {
    hostAccountIds: orderHosts(
      hosts.map(({ id }) => id),
      usedHosts,
    ),
    rooms: views,
    openingFor: null,
  };
}
