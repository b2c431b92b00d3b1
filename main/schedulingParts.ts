import { net } from 'electron';
import { createTimeFormat } from '../core/time/timeFormat.ts';
import type { AgendaParts } from './agendaParts.ts';
import type { Foundation } from './foundation.ts';
import type { SchedulingDesk } from './scheduling/schedulingDesk.ts';
import type { StateStore } from './shell/stateStore.ts';

/** Schedules meetings; loaded when somebody first wants to, which is rare. */
export interface SchedulingParts {
  readonly desk: () => Promise<SchedulingDesk>;
}

/** Builds the desk of scheduled meetings, when it is wanted. */
export function buildScheduling(
  { clock }: Foundation,
  { desk, accounts, presence }: AgendaParts,
  store: StateStore,
): SchedulingParts {
  const build = async (): Promise<SchedulingDesk> => {
    const { SchedulingDesk } = await import('./scheduling/schedulingDesk.ts');
    return new SchedulingDesk({
      wall: clock.wall,
      findAccount: (accountId) => accounts.accounts.find(({ id }) => id === accountId),
      findScheduler: (accountId) => desk.findScheduler(accountId),
      isTwelveHour: () => createTimeFormat(store.getState().environment).isTwelveHour,
      isOnline: () => net.isOnline(),
      onUnreachable: () => presence.checkNetwork(),
      onChanged: (accountId, meetingId) => desk.refreshAfterChange(accountId, meetingId),
    });
  };
  let built: Promise<SchedulingDesk> | null = null;
  return {
    desk: () => {
      built ??= build();
      return built;
    },
  };
}
