import type { ServiceView } from '../../../core/model/service.ts';
import { selectAccounts, selectServices, useAgendaStore } from '../agendaStore.ts';

/** The services that some account is connected to, in the order in which services are offered. */
export function useConnectedServices(): readonly ServiceView[] {
  const accounts = useAgendaStore(selectAccounts);
  const services = useAgendaStore(selectServices);
  return services.filter(({ id }) => accounts.some(({ serviceId }) => serviceId === id));
}
