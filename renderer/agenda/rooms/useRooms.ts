import { useMemo, useSyncExternalStore } from 'react';
import { type RoomsLayout, roomsLayout } from '../../../core/agendaView/roomsView.ts';
import { currentLanguage } from '../../common/language.ts';
import { selectAccounts, selectRooms, selectServices, useAgendaStore } from '../agendaStore.ts';
import { serviceName } from '../troubleTexts.ts';
import { type Host, hostsOf } from './hosts.ts';
import { useRoomsStore } from './roomsStore.ts';

/** See {@link roomsLayout}. */
export function useRoomsLayout(): RoomsLayout {
  const { rooms } = useAgendaStore(selectRooms);
  const replacedKeys = useRoomsStore((state) => state.replacedKeys);
  const now = useAgendaStore((state) => state.now);
  return useMemo(() => roomsLayout(rooms, replacedKeys, now), [rooms, replacedKeys, now]);
}

/** See {@link hostsOf}. */
export function useHosts(): readonly Host[] {
  const accounts = useAgendaStore(selectAccounts);
  const services = useAgendaStore(selectServices);
  const rooms = useAgendaStore(selectRooms);
  const language = currentLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: these four are all that the hosts are made of.
  return useMemo(() => hostsOf(useAgendaStore.getState()), [accounts, services, rooms, language]);
}

/** Whether a room is being opened, from here or from elsewhere. */
export function useIsOpening(): boolean {
  const isOpeningHere = useRoomsStore((state) => state.isOpening);
  const isOpeningAnywhere = useAgendaStore((state) => selectRooms(state).openingFor !== null);
  return isOpeningHere || isOpeningAnywhere;
}

/** Whose a room is: its service, with the account's name where the service has several. */
export function useRoomOwner(accountId: string): string {
  return useAgendaStore((state) => {
    const accounts = selectAccounts(state);
    const account = accounts.find(({ id }) => id === accountId);
    if (account === undefined) {
      return '';
    }
    const isAlone = accounts.filter(({ serviceId }) => serviceId === account.serviceId).length === 1;
    const name = serviceName(account.serviceId, selectServices(state));
    return isAlone ? name : `${name}, ${account.name}`;
  });
}

/** The size of the window in CSS pixels. */
export function useWindowSize(): { readonly width: number; readonly height: number } {
  const width = useSyncExternalStore(followSize, () => window.innerWidth);
  const height = useSyncExternalStore(followSize, () => window.innerHeight);
  return { width, height };
}

function followSize(onChange: () => void): () => void {
  window.addEventListener('resize', onChange);
  return () => window.removeEventListener('resize', onChange);
}
