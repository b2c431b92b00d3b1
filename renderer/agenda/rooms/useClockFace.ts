import { useEffect, useState } from 'react';
import { type ClockFace, clockFace, untilNextFace } from '../../../core/time/clockFace.ts';

// Timers may fire a moment early, and would then fire again at once.
const lateness = 8;

/** The clock of a span between two instants (ISO 8601), moving while it is seen; null for a span without an end. */
export function useClockFace(startsAt: string, endsAt: string | null): ClockFace | null {
  const [now, setNow] = useState(Date.now);
  const end = endsAt === null ? null : Date.parse(endsAt);
  useEffect(() => {
    if (end === null) {
      return undefined;
    }
    let timer: number | undefined;
    function tick(): void {
      window.clearTimeout(timer);
      const time = Date.now();
      setNow(time);
      const wait = document.hidden ? null : untilNextFace(end ?? time, time);
      if (wait !== null) {
        timer = window.setTimeout(tick, wait + lateness);
      }
    }
    tick();
    document.addEventListener('visibilitychange', tick);
    // The machine may have slept, and timers with it.
    window.addEventListener('focus', tick);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', tick);
      window.removeEventListener('focus', tick);
    };
  }, [end]);
  return end === null ? null : clockFace(Date.parse(startsAt), end, now);
}
