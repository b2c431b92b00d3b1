import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

const look = 250;
const patience = 20_000;
/** How much of all processors may be in use by others. */
const tolerated = 0.15;

/** Waits until the machine has little else to do, so that the measurement is not of its neighbours; not for ever. */
export async function untilQuiet(): Promise<void> {
  const latest = performance.now() + patience;
  let share = 1;
  while (share > tolerated && performance.now() < latest) {
    const before = processorTimes();
    await pause(look);
    const after = processorTimes();
    share = (after.busy - before.busy) / Math.max(after.all - before.all, 1);
  }
}

function processorTimes(): { readonly busy: number; readonly all: number } {
  let busy = 0;
  let idle = 0;
  for (const { times } of cpus()) {
    busy += times.user + times.nice + times.sys + times.irq;
    idle += times.idle;
  }
  return { busy, all: busy + idle };
}
