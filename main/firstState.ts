import { mergeMeetings } from '../core/agenda/mergeMeetings.ts';
import type { AccountView } from '../core/model/account.ts';
import type { EnvironmentSlice, FoyerState } from '../core/model/foyerState.ts';
import { services } from './services/registry.ts';
import { readProfileFile } from './settings/profileFile.ts';
import { accountsFile, agendaFile } from './settings/profileFiles.ts';

/**
 * The state as the files of the last run tell it: enough to draw the agenda while the rest of the program loads. Reads
 * only, and never throws.
 */
export async function readFirstState(profile: string, environment: EnvironmentSlice, now: number): Promise<FoyerState> {
  const [accounts, agenda] = await Promise.all([
    readProfileFile(profile, accountsFile),
    readProfileFile(profile, agendaFile),
  ]);
  const { agendas } = agenda.value;
  const views = accounts.value.accounts.map(
    (account): AccountView => ({
      ...account,
      status: { kind: 'waiting' },
      lastSuccessAt: agendas[account.id]?.lastSuccessAt ?? null,
      nextAttemptAt: null,
      trackingId: null,
      clockSkew: null,
      secretStorage: 'encrypted',
    }),
  );
  const lists = views.map(({ id }) => agendas[id]?.meetings ?? []);
  return {
    agenda: { meetings: mergeMeetings(lists, new Date(now).toISOString()), changes: [], isRefreshing: false },
    accounts: views,
    services: services.map(({ view }) => view),
    notices: [],
    environment,
  };
}
