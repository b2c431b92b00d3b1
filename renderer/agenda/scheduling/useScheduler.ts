import { useMemo } from 'react';
import { currentLanguage } from '../../common/language.ts';
import { selectAccounts, selectServices, useAgendaStore } from '../agendaStore.ts';
import { type SchedulingAccount, schedulersOf } from './schedulers.ts';

/** See {@link schedulersOf}. */
export function useSchedulers(): readonly SchedulingAccount[] {
  const accounts = useAgendaStore(selectAccounts);
  const services = useAgendaStore(selectServices);
  const language = currentLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: these three are all that they are made of.
  return useMemo(() => schedulersOf(useAgendaStore.getState()), [accounts, services, language]);
}

/** One of {@link useSchedulers}. */
export function useScheduler(accountId: string): SchedulingAccount | undefined {
  return useSchedulers().find((scheduler) => scheduler.accountId === accountId);
}
