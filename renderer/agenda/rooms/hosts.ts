import type { NewRoomView } from '../../../core/model/service.ts';
import { text } from '../../common/texts.ts';
import { type AgendaWindowState, selectAccounts, selectRooms, selectServices } from '../agendaStore.ts';

/** An account that can open rooms, as it is shown. */
export interface Host {
  readonly accountId: string;
  readonly accountName: string;
  readonly serviceName: string;
  readonly newRoom: NewRoomView;
  /** What its button says: with the account's name where its service has several. */
  readonly label: string;
}

/** Who can open rooms, the one used last first. The array is a new one each time. */
export function hostsOf(state: AgendaWindowState): readonly Host[] {
  const accounts = selectAccounts(state);
  const services = selectServices(state);
  const { hostAccountIds } = selectRooms(state);
  const found = hostAccountIds.flatMap((accountId) => {
    const account = accounts.find(({ id }) => id === accountId);
    const service = services.find(({ id }) => id === account?.serviceId);
    const newRoom = service?.newRoom ?? null;
    return account === undefined || service === undefined || newRoom === null ? [] : [{ account, service, newRoom }];
  });
  return found.map(({ account, service, newRoom }) => {
    const label = text(newRoom.label);
    const isAlone = found.filter((other) => other.service === service).length === 1;
    return {
      accountId: account.id,
      accountName: account.name,
      serviceName: text(service.name),
      newRoom,
      label: isAlone ? label : text('agenda:newRoom.for', { label, name: account.name }),
    };
  });
}

/** One of {@link hostsOf}; undefined for an account that cannot open rooms any more. */
export function hostOf(state: AgendaWindowState, accountId: string): Host | undefined {
  return hostsOf(state).find((host) => host.accountId === accountId);
}
