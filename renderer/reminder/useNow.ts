import { useEffect, useState } from 'react';
import { momentLasts } from '../../core/reminders/alertMoment.ts';

/** The time (ms since 1970), anew whenever what is shown of a target changes, and only while somebody can see it. */
export function useNow(target: number, hasSeconds: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    let timer: number | undefined;
    const tick = (): void => {
      window.clearTimeout(timer);
      const at = Date.now();
      setNow(at);
      if (!document.hidden) {
        timer = window.setTimeout(tick, momentLasts(target, at, hasSeconds));
      }
    };
    tick();
    document.addEventListener('visibilitychange', tick);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [target, hasSeconds]);
  return now;
}
