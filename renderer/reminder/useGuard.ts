import { useEffect, useState } from 'react';

/** What somebody was typing or pressing when the window came up under their hands goes on within that time (ms). */
const settledAfter = 500;

/**
 * True until the window is shown and nothing was typed for a moment: until then, keys and presses were meant for what it
 * covers, and are no answers.
 */
export function useGuard(shown: Promise<void>): boolean {
  const [isGuarded, setGuarded] = useState(true);
  useEffect(() => {
    let timer: number | undefined;
    let isGone = false;
    const wait = (): void => {
      window.clearTimeout(timer);
      timer = isGone ? undefined : window.setTimeout(release, settledAfter);
    };
    const hold = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopPropagation();
      wait();
    };
    const release = (): void => {
      window.removeEventListener('keydown', hold, true);
      setGuarded(false);
    };
    window.addEventListener('keydown', hold, true);
    void shown.then(wait);
    return () => {
      isGone = true;
      window.clearTimeout(timer);
      window.removeEventListener('keydown', hold, true);
    };
  }, [shown]);
  return isGuarded;
}
