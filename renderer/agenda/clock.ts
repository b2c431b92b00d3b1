import { instantsToWatch } from '../../core/agendaView/agendaView.ts';
import { untilNextTick } from '../../core/time/countdown.ts';
import { foyerBridge } from '../common/foyerBridge.ts';
import { selectView } from './agendaLayout.ts';
import { systemTimeZone, useAgendaStore } from './agendaStore.ts';

/**
 * Moves the drawn moment on: at full minutes and where the layout changes, each second only while a countdown is in its
 * last minute, and not at all while nobody sees it.
 */
export function startClock(): void {
  let timer: number | undefined;

  function schedule(): void {
    window.clearTimeout(timer);
    if (!document.hidden) {
      const now = Date.now();
      const view = selectView(useAgendaStore.getState());
      timer = window.setTimeout(tick, untilNextTick(now, instantsToWatch(view, now)));
    }
  }

  function tick(): void {
    useAgendaStore.setState({ now: Date.now(), timeZone: systemTimeZone() });
    schedule();
  }

  document.addEventListener('visibilitychange', tick);
  // The machine may have slept, and timers with it.
  window.addEventListener('focus', tick);
  foyerBridge.onClockJumped(tick);
  useAgendaStore.subscribe((state, before) => {
    if (state.foyer?.agenda.meetings !== before.foyer?.agenda.meetings) {
      schedule();
    }
  });
  schedule();
}
