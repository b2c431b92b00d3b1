import type { AgendaParts } from './agendaParts.ts';
import type { Foundation } from './foundation.ts';
import type { HealthDesk } from './health/healthDesk.ts';
import { ProblemMemory } from './health/problemMemory.ts';
import type { LinkRegistrar } from './links/linkRegistrar.ts';
import { openFolder } from './links/openExternal.ts';
import type { AskHandlers } from './shell/ipcRouter.ts';
import { onSliceReplaced, type StateStore } from './shell/stateStore.ts';
import type { SystemAsks } from './systemParts.ts';

/** What windows ask about how the program is. */
export type HealthAsks = Pick<AskHandlers, 'getHealth' | 'getDiagnostics' | 'sendTestAlert' | 'showLogs'>;

/** Whom reports are made of, besides accounts and agenda. */
export interface HealthTargets {
  readonly store: StateStore;
  readonly registrar: LinkRegistrar;
  readonly systemAsks: Pick<SystemAsks, 'getStartAtLogin'>;
}

/** From now on problems are remembered; the rest is built when somebody first asks. */
export function buildHealthAsks(
  foundation: Foundation,
  agenda: AgendaParts,
  { store, registrar, systemAsks }: HealthTargets,
): HealthAsks {
  const { clock, spoken, profile, choices, choiceKeeper } = foundation;
  const memory = new ProblemMemory();
  memory.follow(store.getState().accounts, clock.wall());
  onSliceReplaced(store, (change) => {
    if (change.slice === 'accounts') {
      memory.follow(change.value, clock.wall());
    }
  });
  const build = async (): Promise<HealthDesk> => {
    const { buildHealthDesk } = await import('./health/buildHealthDesk.ts');
    return buildHealthDesk({
      clock,
      spoken,
      profile: profile.folder,
      state: store.getState,
      memory,
      choices,
      policy: () => choiceKeeper.policy,
      tokenAge: (id) => agenda.desk.findSource(id)?.tokenAge?.() ?? agenda.accounts.tokenAge(id),
      lookAtLinks: () => registrar.look(),
      readStartAtLogin: async () => systemAsks.getStartAtLogin({}),
      openFolder,
    });
  };
  let built: Promise<HealthDesk> | null = null;
  const desk = (): Promise<HealthDesk> => {
    built ??= build();
    return built;
  };
  return {
    getHealth: async () => (await desk()).report(),
    getDiagnostics: async () => (await desk()).diagnostics(),
    sendTestAlert: async () => (await desk()).sendTestAlert(),
    showLogs: async () => (await desk()).openLogs(),
  };
}
