import type { FoyerState } from '../../../core/model/foyerState.ts';
import type { SchedulingView } from '../../../core/model/service.ts';
import { text } from '../../common/texts.ts';
import { type AgendaWindowState, selectAccounts, selectServices } from '../agendaStore.ts';

/** An account that can schedule meetings, as it is shown. */
export interface SchedulingAccount {
  readonly accountId: string;
  readonly accountName: string;
  readonly serviceName: string;
  readonly view: SchedulingView;
  /** What leads to its form: with the account's name where its service has several. */
  readonly label: string;
}

/** Whether somebody can schedule meetings. */
export function canSchedule({ accounts, services }: Pick<FoyerState, 'accounts' | 'services'>): boolean {
  return accounts.some(({ serviceId, status }) => status.kind !== 'secretLost' && viewOf(serviceId, services) !== null);
}

/** Who can schedule meetings. The array is a new one each time. */
export function schedulersOf(state: AgendaWindowState): readonly SchedulingAccount[] {
  const accounts = selectAccounts(state);
  const services = selectServices(state);
  return accounts.flatMap(({ id, name, serviceId, status }) => {
    const service = services.find((candidate) => candidate.id === serviceId);
    const view = viewOf(serviceId, services);
    if (service === undefined || view === null || status.kind === 'secretLost') {
      return [];
    }
    const label = text(view.label);
    const isAlone = accounts.filter((other) => other.serviceId === serviceId).length === 1;
    return {
      accountId: id,
      accountName: name,
      serviceName: text(service.name),
      view,
      label: isAlone ? label : text('agenda:newRoom.for', { label, name }),
    };
  });
}

function viewOf(serviceId: string, services: FoyerState['services']): SchedulingView | null {
  return services.find(({ id }) => id === serviceId)?.scheduling ?? null;
}
