import { callBridge } from './callBridge.ts';
import { type CallState, useCallStore } from './callStore.ts';

/** Tells main whenever a call begins or ends, and when a screen is shown to others or not any more. */
export function reportCall(): void {
  useCallStore.subscribe((now, before) => {
    const report = reportOf(now);
    const last = reportOf(before);
    if (report.isRunning !== last.isRunning || report.isSharing !== last.isSharing) {
      void callBridge.reportCall(report);
    }
  });
}

function reportOf({ phase, screen }: CallState): { readonly isRunning: boolean; readonly isSharing: boolean } {
  const isRunning = phase.kind === 'inCall' || phase.kind === 'reconnecting';
  return { isRunning, isSharing: isRunning && screen !== null };
}
