import type { PresetAccount } from '../../core/model/choices.ts';
import { selectAccounts, useAgendaStore } from './agendaStore.ts';

/** The accounts that an administrator had in mind and nobody connected yet. */
export function useOpenPresets(): readonly PresetAccount[] {
  const presets = useAgendaStore(({ foyer }) => foyer?.choices.presetAccounts);
  const accounts = useAgendaStore(selectAccounts);
  return (presets ?? []).filter(
    ({ serviceId, name, fields }) =>
      !accounts.some(
        (account) =>
          account.serviceId === serviceId &&
          account.name === name &&
          Object.entries(fields).every(([field, value]) => account.fields[field] === value),
      ),
  );
}
